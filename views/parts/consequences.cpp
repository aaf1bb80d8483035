#include "consequences.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Consequences)
};

QString nameOf(const Equipment &equipment) {
    return !equipment.name.isEmpty()       ? equipment.name
           : !equipment.assetTag.isEmpty() ? equipment.assetTag
                                           : Text::tr("equipment %1").arg(equipment.id.value);
}

QString ownerOf(const Snapshot &snapshot, const Equipment &equipment) {
    const Organisation *organisation = snapshot.organisations.find(equipment.owner);
    const Department *department = snapshot.departments.find(equipment.department);
    QStringList parts;
    if (organisation) {
        parts << organisation->code;
    }
    if (department) {
        parts << (department->name.isEmpty() ? department->code : department->name);
    }
    return parts.join(u" · "_s);
}

/// Takes rows in their order.
class Rows {
public:
    explicit Rows(const Estate &estate) : m_estate(estate) {}

    void add(const QString &kind, const QString &what, const QString &where, const QString &figures,
             EquipmentId equipment = {}, NodeId node = {}, const QString &owner = {}) {
        m_rows.push_back({static_cast<int>(m_rows.size()) + 1, kind, what, where, figures, equipment, node, owner});
    }
    void add(const QString &kind, const HitEquipment &hit) {
        const auto &snapshot = m_estate.snapshot();
        const Placement *placement = snapshot.placements.find(hit.placement);
        const Equipment *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
        if (!equipment) {
            return;
        }
        const Format format;
        QString figures = hit.living == 0
                              ? format.power(hit.draw)
                              : Text::tr("%1, %2 of %3 cords live")
                                    .arg(format.power(hit.draw), format.count(hit.living), format.count(hit.cords));
        if (hit.belowWish) {
            figures += Text::tr(", less than was asked for");
        }
        const QString where =
            placement->rack ? rackPath(snapshot, placement->rack) : m_estate.roomName(placement->room);
        add(kind, nameOf(*equipment), where, figures, equipment->id, {}, ownerOf(snapshot, *equipment));
    }
    [[nodiscard]] std::vector<ConsequenceRow> take() { return std::move(m_rows); }

private:
    const Estate &m_estate;
    std::vector<ConsequenceRow> m_rows;
};

} // namespace

QString quantityAmount(std::int64_t number, std::size_t quantity) {
    return Format().amount(number, quantity == 0 ? u"mW"_s : u"mVA"_s, 1);
}

QString quantityText(std::size_t quantity) {
    return quantity == 0 ? u"kW"_s : QString::fromUtf16(quantityNames[quantity]);
}

std::vector<ConsequenceRow> consequenceRows(const Estate &estate, const Failure &failure) {
    const Format format;
    Rows rows(estate);
    for (const Overload &overload : failure.overloads) {
        const auto &worst = overload.worst;
        const QString limit =
            worst.limit ? quantityAmount(*worst.limit, overload.quantity) : Text::tr("nobody knows what");
        const QString words =
            overload.atMost ? Text::tr("%1: at most %2, may carry %3, on %4") : Text::tr("%1: %2, may carry %3, on %4");
        rows.add(Text::tr("gets too much"), estate.nodeName(overload.node), {},
                 words.arg(quantityText(overload.quantity), quantityAmount(worst.load, overload.quantity), limit,
                           format.day(worst.day)),
                 {}, estate.node(overload.node).id);
    }
    for (const HitEquipment &hit : failure.down) {
        rows.add(Text::tr("stops"), hit);
    }
    if (failure.unseen.through > Power{}) {
        rows.add(Text::tr("others'"), Text::tr("equipment that you do not see"), {},
                 Text::tr("%1 hang on it, of which %2 stop")
                     .arg(format.power(failure.unseen.through), format.power(failure.unseen.stopping)));
    }
    for (const CoolingLeft &zone : failure.cooling) {
        rows.add(Text::tr("cooling"), estate.nodeName(zone.node), {},
                 zone.left ? Text::tr("%1 left for %2 of heat").arg(format.power(*zone.left), format.power(zone.heat))
                           : Text::tr("unknown how much is left, for %1 of heat").arg(format.power(zone.heat)));
    }
    for (const HitEquipment &hit : failure.weakened) {
        rows.add(Text::tr("loses a path"), hit);
    }
    return rows.take();
}

QString consequenceText(const Estate &estate, const Failing &failing, const Failure &failure) {
    const Format format;
    Power stopping = failure.unseen.stopping;
    for (const HitEquipment &hit : failure.down) {
        stopping.milliwatts += hit.draw.milliwatts;
    }
    const CoolingUnit *unit =
        failing.units.size() == 1 ? estate.snapshot().coolingUnits.find(failing.units.front()) : nullptr;
    const QString name = failing.nodes.size() == 1 ? estate.nodeName(failing.nodes.front())
                         : unit                    ? unit->name
                                                   : QString();
    return Text::tr("%1 fails: devices that stop: %2 (%3) · that lose a path: %4 · nodes that get too much: %5")
        .arg(name, format.count(std::ssize(failure.down)), format.power(stopping),
             format.count(std::ssize(failure.weakened)), format.count(std::ssize(failure.overloads)));
}

} // namespace polder
