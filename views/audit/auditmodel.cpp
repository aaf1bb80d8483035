#include "auditmodel.h"

#include "model/core/format.h"
#include "model/core/placetext.h"

#include <QHash>

namespace polder {

namespace {

bool live(const Placement &placement, Day day) {
    return placement.state != u"ended" && placement.state != u"released" && placement.during.contains(day);
}

/// Whoever walks along the racks expects it there.
bool expected(const Snapshot &snapshot, const Placement &placement, const Equipment &equipment) {
    const Model *model = equipment.model ? snapshot.models.find(equipment.model) : nullptr;
    return (placement.state == u"installed" || placement.state == u"decommissioning") &&
           (!model || model->kind != u"blank");
}

class Rows {
public:
    Rows(const Snapshot &snapshot, const Rack &rack, const AuditDraft &draft, const std::map<PlacementId, Day> &seen)
        : m_snapshot(snapshot)
        , m_rack(rack)
        , m_draft(draft)
        , m_seen(seen) {
        for (const QString &tag : draft.tags) {
            m_scanned.insert(tag.toCaseFolded(), tag);
        }
    }

    [[nodiscard]] std::vector<AuditRow> all() && {
        std::set<EquipmentId> chassis;
        std::vector<const Placement *> inside;
        for (const Placement &placement : m_snapshot.placements) {
            if (placement.rack == m_rack.id && live(placement, m_draft.on)) {
                chassis.insert(placement.equipment);
                addHere(placement);
            } else if (placement.chassis && live(placement, m_draft.on)) {
                inside.push_back(&placement);
            }
        }
        for (const Placement *placement : inside) {
            if (chassis.contains(placement->chassis)) {
                addHere(*placement);
            }
        }
        addStrangers();
        return std::move(m_rows);
    }

private:
    void addHere(const Placement &placement) {
        const Equipment *equipment = m_snapshot.equipment.find(placement.equipment);
        if (!equipment) {
            return;
        }
        const bool scanned = !equipment->assetTag.isEmpty() && m_scanned.remove(equipment->assetTag.toCaseFolded()) > 0;
        const bool pointed = m_draft.pointed.contains(placement.id);
        if (!scanned && !pointed && !expected(m_snapshot, placement, *equipment)) {
            return;
        }
        AuditRow row = rowOf(*equipment);
        row.id = placement.id.value;
        row.placement = placement.id;
        row.state = scanned || pointed ? AuditRow::State::Found : AuditRow::State::Waiting;
        row.pointed = pointed && !scanned;
        if (placement.position) {
            row.huFrom = placement.position->halfUnits;
            row.unit = m_format.unit(m_rack, *placement.position);
        } else if (placement.slot) {
            row.unit = AuditModel::tr("slot %1").arg(*placement.slot);
        } else if (const Bay *bay = m_snapshot.bays.find(placement.bay)) {
            row.unit = bay->name;
        }
        if (const auto seen = m_seen.find(placement.id); seen != m_seen.end()) {
            row.seen = seen->second;
        }
        m_rows.push_back(std::move(row));
    }

    /// What is left of the tags: booked elsewhere, or nobody's.
    void addStrangers() {
        std::map<EquipmentId, AuditRow> strays;
        if (!m_scanned.isEmpty()) {
            for (const Equipment &equipment : m_snapshot.equipment) {
                if (!equipment.assetTag.isEmpty() && m_scanned.contains(equipment.assetTag.toCaseFolded())) {
                    AuditRow row = rowOf(equipment);
                    row.id = -equipment.id.value;
                    row.state = AuditRow::State::Elsewhere;
                    row.place = AuditModel::tr("in no rack");
                    strays.emplace(equipment.id, row);
                }
            }
        }
        std::set<EquipmentId> placed;
        if (!strays.empty()) {
            for (const Placement &placement : m_snapshot.placements) {
                const auto stray = strays.find(placement.equipment);
                if (stray != strays.end() && live(placement, m_draft.on)) {
                    stray->second.place = placeText(m_snapshot, placement);
                    placed.insert(placement.equipment);
                }
            }
        }
        // A tag is its owner's: of two devices that have it, one that is booked somewhere.
        for (const bool booked : {true, false}) {
            for (auto &[equipment, row] : strays) {
                if (placed.contains(equipment) == booked && m_scanned.remove(row.tag.toCaseFolded()) > 0) {
                    m_rows.push_back(std::move(row));
                }
            }
        }
        for (qsizetype i = 0; i < m_draft.tags.size(); ++i) {
            if (m_scanned.remove(m_draft.tags[i].toCaseFolded()) > 0) {
                AuditRow row;
                row.id = -(std::int64_t{1} << 32) - i;
                row.state = AuditRow::State::Unknown;
                row.tag = m_draft.tags[i];
                m_rows.push_back(std::move(row));
            }
        }
    }

    [[nodiscard]] AuditRow rowOf(const Equipment &equipment) const {
        AuditRow row;
        row.tag = equipment.assetTag;
        row.name = equipment.name;
        if (const Organisation *owner = m_snapshot.organisations.find(equipment.owner)) {
            row.owner = owner->code;
        }
        return row;
    }

    const Snapshot &m_snapshot;
    const Rack &m_rack;
    const AuditDraft &m_draft;
    const std::map<PlacementId, Day> &m_seen;
    Format m_format;
    QHash<QString, QString> m_scanned; ///< that no row has yet
    std::vector<AuditRow> m_rows;
};

} // namespace

QString stateText(AuditRow::State state) {
    switch (state) {
    case AuditRow::State::Waiting:
        return AuditModel::tr("not seen yet");
    case AuditRow::State::Found:
        return AuditModel::tr("✓ found");
    case AuditRow::State::Elsewhere:
        return AuditModel::tr("≠ booked elsewhere");
    case AuditRow::State::Unknown:
        return AuditModel::tr("? unknown");
    }
    return {};
}

std::vector<AuditRow> auditRows(const Snapshot &snapshot, const Rack &rack, const AuditDraft &draft,
                                const std::map<PlacementId, Day> &seen) {
    auto rows = Rows(snapshot, rack, draft, seen).all();
    // What strayed here first, then the rack from the top down.
    std::ranges::sort(rows, {}, [](const AuditRow &row) { return std::tuple(row.id > 0, -row.huFrom, row.id); });
    return rows;
}

AuditModel::AuditModel(QObject *parent)
    : TableModel({{{.title = tr("State")}, [](auto &row) { return stateText(row.state); }},
                  {{.title = tr("Unit"), .align = Qt::AlignRight},
                   [](auto &row) { return row.unit; },
                   [](auto &row) { return SortKey(std::int64_t{row.huFrom}); }},
                  {{.title = tr("Asset tag")}, [](auto &row) { return row.tag.isEmpty() ? tr("none") : row.tag; }},
                  {{.title = tr("Name")}, [](auto &row) { return row.name; }},
                  {{.title = tr("Booked in")}, [](auto &row) { return row.place; }},
                  {{.title = tr("Owner")}, [](auto &row) { return row.owner; }},
                  {{.title = tr("Last seen")},
                   [](auto &row) { return row.seen ? Format().day(*row.seen) : QString(); },
                   [](auto &row) { return row.seen ? SortKey(std::int64_t{row.seen->number}) : SortKey(); }}},
                 parent) {
}

} // namespace polder
