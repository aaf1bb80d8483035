#include "findingrows.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/engine/found.h"

#include <algorithm>
#include <tuple>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::FindingRows)
};

FindingRow::Kind kindOf(const QString &kind) {
    return kind == u"warning"     ? FindingRow::Kind::Warning
           : kind == u"contested" ? FindingRow::Kind::Contested
           : kind == u"unknown"   ? FindingRow::Kind::Unknown
           : kind == u"audit"     ? FindingRow::Kind::Audit
                                  : FindingRow::Kind::Violation;
}

FindingRow::State stateOf(const Finding &finding, Day day) {
    return finding.resolved              ? FindingRow::State::Resolved
           : finding.during.until <= day ? FindingRow::State::Over
           : finding.during.from > day   ? FindingRow::State::Coming
                                         : FindingRow::State::Open;
}

FindingRow::State stateOf(const Override &one, Day day) {
    return one.until <= day ? FindingRow::State::Over
           : one.given      ? FindingRow::State::InForce
                            : FindingRow::State::NotInForce;
}

/// What an audit found is on record in words that are data.
QString auditText(const QString &text) {
    static const QString unknown = u"unknown tag "_s;
    return text == u"not found"                      ? Text::tr("not found in its rack")
           : text == u"found here, booked elsewhere" ? Text::tr("found in this rack, booked elsewhere")
           : text.startsWith(unknown)                ? Text::tr("unknown tag %1").arg(text.mid(unknown.size()))
                                                     : text;
}

/// The record tells a word that is missing from one that was taken back only where one word is enough.
QString wordsText(const Override &one) {
    switch (wordFor(one.rule)) {
    case Word::Nobody:
        return {};
    case Word::FacilityManager:
        return one.given ? Text::tr("the facility manager's word is enough") : Text::tr("withdrawn");
    case Word::TwoPeople:
        return one.given ? Text::tr("both people have given their word")
                         : Text::tr("the second word is missing, or it was withdrawn");
    case Word::BothInstitutions:
        return one.given ? Text::tr("both institutions have given their word")
                         : Text::tr("the other institution's word is missing, or it was withdrawn");
    }
    return {};
}

class Rows {
public:
    Rows(const Estate &estate, Day day)
        : m_estate(estate)
        , m_snapshot(estate.snapshot())
        , m_day(day)
        , m_nodes(estate) {}

    [[nodiscard]] FindingRow of(const Finding &finding) const {
        FindingRow row;
        row.id = std::int64_t{finding.id.value} * 2;
        row.rule = finding.rule;
        row.kind = kindOf(finding.kind);
        row.state = stateOf(finding, m_day);
        row.text = row.kind == FindingRow::Kind::Audit ? auditText(finding.text) : finding.text;
        row.during = finding.during;
        row.site = finding.site;
        row.rack = finding.rack;
        putBooking(row, finding.placement);
        const FoundAt at = m_nodes.find(finding.rule, finding.text);
        if (at.node >= 0) {
            row.text = sumText(at);
            putNode(row, at.node);
        }
        if (const auto figures = figuresOf(m_estate, at, std::max(finding.during.from, m_day))) {
            const Format format;
            const QString load = format.amount(figures->load, figures->unit, 1);
            row.figures = figures->limit
                              ? Text::tr("%1 of %2").arg(load, format.amount(*figures->limit, figures->unit, 1))
                              : Text::tr("%1, limit unknown").arg(load);
        }
        putNames(row);
        return row;
    }

    [[nodiscard]] FindingRow of(const Override &one) const {
        FindingRow row;
        row.id = std::int64_t{one.id.value} * 2 + 1;
        row.rule = one.rule;
        row.kind = FindingRow::Kind::SetAside;
        row.state = stateOf(one, m_day);
        row.text = one.reason;
        row.words = wordsText(one);
        row.during.until = one.until;
        row.request = one.request;
        putBooking(row, one.placement);
        if (const int node = m_estate.indexOf(one.node); one.node && node >= 0) {
            putNode(row, node);
        }
        putNames(row);
        return row;
    }

private:
    void putBooking(FindingRow &row, PlacementId id) const {
        const Placement *placement = id ? m_snapshot.placements.find(id) : nullptr;
        if (!placement) {
            return;
        }
        row.rack = row.rack ? row.rack : placement->rack;
        row.room = placement->room;
        if (const Equipment *equipment = m_snapshot.equipment.find(placement->equipment)) {
            row.equipment = equipment->id;
            const RequestItem *item = m_snapshot.requestItems.find(equipment->requestItem);
            row.request = item ? item->request : row.request;
        }
    }

    void putNode(FindingRow &row, int index) const {
        const Node &node = m_estate.node(index);
        row.rack = row.rack ? row.rack : node.rack;
        row.room = row.room ? row.room : node.room;
        row.site = row.site ? row.site : node.site;
        const KindRules *rules = m_estate.rules(index);
        if (rules && rules->dimension == Dimension::Power && !node.rack) {
            row.node = node.id;
            row.place = m_estate.nodeName(index);
        }
    }

    void putNames(FindingRow &row) const {
        if (const Rack *rack = m_snapshot.racks.find(row.rack)) {
            row.room = rack->room;
        }
        if (const Room *room = m_snapshot.rooms.find(row.room)) {
            row.site = row.site ? row.site : room->site;
        }
        if (const Site *site = m_snapshot.sites.find(row.site)) {
            row.siteName = site->name.isEmpty() ? site->code : site->name;
        }
        if (row.place.isEmpty()) {
            row.place = row.rack   ? rackPath(m_snapshot, row.rack)
                        : row.room ? m_estate.roomName(row.room)
                                   : row.siteName;
        }
        if (const Equipment *equipment = m_snapshot.equipment.find(row.equipment)) {
            row.about = equipment->name.isEmpty() ? equipment->assetTag : equipment->name;
        } else if (const Request *request = m_snapshot.requests.find(row.request)) {
            row.about = request->number;
        }
    }

    [[nodiscard]] QString sumText(const FoundAt &at) const {
        QString name = m_estate.nodeName(at.node);
        if (at.quantity > 0) {
            name += u' ' + nameOf(quantityNames[at.quantity]);
        }
        return at.failing < 0
                   ? Text::tr("%1: more than its limit").arg(name)
                   : Text::tr("%1: more than its limit when %2 fails").arg(name, m_estate.nodeName(at.failing));
    }

    const Estate &m_estate;
    const Snapshot &m_snapshot;
    Day m_day;
    FoundNodes m_nodes;
};

} // namespace

std::vector<FindingRow> findingRows(const Estate &estate, Day day) {
    const Rows rows(estate, day);
    std::vector<FindingRow> all;
    all.reserve(estate.snapshot().findings.size() + estate.snapshot().overrides.size());
    for (const Finding &finding : estate.snapshot().findings) {
        all.push_back(rows.of(finding));
    }
    for (const Override &one : estate.snapshot().overrides) {
        all.push_back(rows.of(one));
    }
    std::ranges::stable_sort(all, {}, [](const FindingRow &row) {
        return std::tuple(row.past(), row.state, row.kind, row.siteName, row.place, row.rule, row.id);
    });
    return all;
}

} // namespace polder
