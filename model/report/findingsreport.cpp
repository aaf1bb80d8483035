#include "model/report/findingsreport.h"

#include "model/report/columns.h"

#include <QCoreApplication>

#include <algorithm>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::FindingsReport)
};

/// Where a booking is on that day, or on the first of its days after it, the last before it; empty place: it is not
/// seen.
Place placeOf(const Estate &estate, PlacementId id, Day day) {
    const auto &snapshot = estate.snapshot();
    const auto *placement = id ? snapshot.placements.find(id) : nullptr;
    if (!placement) {
        return {};
    }
    const auto &during = placement->during;
    return placeOf(estate, *placement,
                   std::max(during.from, during.openEnded() ? day : std::min(day, during.until.plus(-1))));
}

QString equipmentName(const Snapshot &snapshot, PlacementId id) {
    const auto *placement = id ? snapshot.placements.find(id) : nullptr;
    const auto *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
    return equipment ? equipment->name : QString();
}

ReportTable overridesTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"overrides"_qs,
                      {textColumn(u"rule"_qs, Text::tr("Rule")), textColumn(u"request"_qs, Text::tr("Request")),
                       textColumn(u"equipment"_qs, Text::tr("Equipment")), textColumn(u"place"_qs, Text::tr("Place")),
                       textColumn(u"reason"_qs, Text::tr("Reason")), textColumn(u"last_day"_qs, Text::tr("Last day")),
                       textColumn(u"state"_qs, Text::tr("State"),
                                  {{u"given"_qs, Text::tr("in force")}, {u"not given"_qs, Text::tr("not in force")}})},
                      {},
                      Text::tr("Rules set aside")};
    const auto &snapshot = estate.snapshot();
    for (const auto &one : snapshot.overrides) {
        if (one.until <= day) {
            continue;
        }
        const auto *request = one.request ? snapshot.requests.find(one.request) : nullptr;
        const auto *node = one.node ? snapshot.nodes.find(one.node) : nullptr;
        const Place place = placeOf(estate, one.placement, day);
        if (node ? !scope.covers(estate, *node) : !scope.covers(place)) {
            continue;
        }
        table.rows.push_back({one.rule, request ? Cell(request->number) : Cell(),
                              textCell(equipmentName(snapshot, one.placement)),
                              textCell(node ? estate.nodeName(estate.indexOf(node->id)) : placePath(estate, place)),
                              one.reason, dateCell(one.until.plus(-1)), one.given ? u"given"_qs : u"not given"_qs});
    }
    return table;
}

ReportTable findingsTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"findings"_qs,
                      {textColumn(u"rule"_qs, Text::tr("Rule")),
                       textColumn(u"kind"_qs, Text::tr("Kind"),
                                  {{u"violation"_qs, Text::tr("finding")},
                                   {u"warning"_qs, Text::tr("warning")},
                                   {u"contested"_qs, Text::tr("contested")},
                                   {u"unknown"_qs, Text::tr("unknown")},
                                   {u"audit"_qs, Text::tr("audit")}}),
                       textColumn(u"place"_qs, Text::tr("Place")), textColumn(u"equipment"_qs, Text::tr("Equipment")),
                       textColumn(u"text"_qs, Text::tr("What")), textColumn(u"from"_qs, Text::tr("From")),
                       textColumn(u"last_day"_qs, Text::tr("Last day"))},
                      {},
                      Text::tr("Findings and warnings")};
    const auto &snapshot = estate.snapshot();
    for (const auto &one : snapshot.findings) {
        if (one.resolved || one.during.until <= day) {
            continue;
        }
        Place place = placeOf(estate, one.placement, day);
        if (place == Place{} && one.rack && estate.rack(one.rack)) {
            place = placesOf(estate, one.rack).front();
        } else if (place == Place{}) {
            place = {Level::Site, one.site, {}, {}, {}};
        }
        if (scope.covers(place)) {
            table.rows.push_back({one.rule, one.kind, textCell(placePath(estate, place)),
                                  textCell(equipmentName(snapshot, one.placement)), one.text, dateCell(one.during.from),
                                  one.during.openEnded() ? Cell() : dateCell(one.during.until.plus(-1))});
        }
    }
    return table;
}

} // namespace

Report findingsReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope) {
    return {
        Text::tr("Findings and overrides"),
        asOf,
        estate.snapshot().generation,
        knownAt,
        {Text::tr("A finding is a rule that is broken on record: by equipment that was there before, or by a change "
                  "that was made for a reason. A warning is recorded with a booking. Those that were over before "
                  "the day of the report, or are resolved, are left out; those to come are in it."),
         Text::tr("A rule set aside is in force once everybody has confirmed whom the rule wants, until its last day."),
         Text::tr("Only what the reader may see.")},
        {findingsTable(estate, asOf, scope), overridesTable(estate, asOf, scope)},
        scope.name};
}

} // namespace polder
