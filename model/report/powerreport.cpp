#include "model/report/powerreport.h"

#include "model/engine/booking.h"
#include "model/engine/fit.h"
#include "model/report/columns.h"
#include "model/report/placestable.h"
#include "model/report/setaside.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PowerReport)
};

bool isPower(const Estate &estate, int node, const ReportScope &scope) {
    const auto *rules = estate.rules(node);
    return rules && rules->dimension == Dimension::Power && scope.covers(estate, estate.node(node));
}

/// Of each node what comes to it under each single failure. Failures that bring it nothing are one row without a name
/// where there is no other: so no node is left out.
struct NodeFailure {
    int node = 0;
    Cell failing;
    Load normal, extra;
    const NodeLimit *limit = nullptr;
};
std::vector<NodeFailure> failuresOn(const Estate &estate, Day day, const ReportScope &scope) {
    std::vector<NodeFailure> found;
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        if (!isPower(estate, node, scope) || !estate.node(node).during.contains(day)) {
            continue;
        }
        NodeFailure one{node, {}, estate.timeline(node).on(day), {}, estate.limitOn(node, day)};
        const auto before = found.size();
        for (const auto &failover : estate.failovers(node)) {
            one.extra = failover.extra.on(day);
            const int failing = estate.indexOf(failover.source);
            if (failing >= 0 && std::ranges::any_of(quantities, [&](auto of) { return one.extra.*of > 0; })) {
                one.failing = estate.nodeName(failing);
                found.push_back(one);
            }
        }
        if (found.size() == before) {
            one.failing = Cell();
            one.extra = {};
            found.push_back(one);
        }
    }
    return found;
}

void addFailure(std::vector<Cell> &row, std::int64_t normal, std::int64_t extra, std::optional<std::int64_t> limit) {
    row.emplace_back(Decimal{normal, 6});
    row.emplace_back(Decimal{extra, 6});
    row.resize(row.size() + 2);
    if (limit) {
        row[row.size() - 2] = Decimal{*limit, 6};
        row.back() = Decimal{*limit - normal - extra, 6};
    }
}

ReportTable failuresTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"failures"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), textColumn(u"failing"_qs, Text::tr("When this fails")),
                       numberColumn(u"normal"_qs, Text::tr("Normal load"), u"kW"_qs),
                       numberColumn(u"extra"_qs, Text::tr("Comes on top"), u"kW"_qs),
                       numberColumn(u"limit"_qs, Text::tr("Limit"), u"kW"_qs),
                       numberColumn(u"left"_qs, Text::tr("Left"), u"kW"_qs), overrideColumn()},
                      {},
                      Text::tr("Headroom under each single failure"),
                      {},
                      Spread::None,
                      true};
    table.keys = 2;
    for (const auto &one : failuresOn(estate, day, scope)) {
        std::vector<Cell> row{estate.nodeName(one.node), one.failing};
        addFailure(row, one.normal.main, one.extra.main, one.limit ? one.limit->failoverMain : std::nullopt);
        row.push_back(overrideCell(estate.snapshot(), estate.idOf(one.node), day));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable failingPhasesTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"failures_phases"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), textColumn(u"failing"_qs, Text::tr("When this fails")),
                       textColumn(u"phase"_qs, Text::tr("Phase")),
                       numberColumn(u"normal"_qs, Text::tr("Normal load"), u"kVA"_qs),
                       numberColumn(u"extra"_qs, Text::tr("Comes on top"), u"kVA"_qs),
                       numberColumn(u"limit"_qs, Text::tr("Limit"), u"kVA"_qs),
                       numberColumn(u"left"_qs, Text::tr("Left"), u"kVA"_qs)},
                      {},
                      Text::tr("Headroom of each phase under each single failure"),
                      {},
                      Spread::None,
                      true};
    table.keys = 3;
    for (const auto &one : failuresOn(estate, day, scope)) {
        for (std::size_t i = 1; i < quantities.size(); ++i) {
            if (estate.node(one.node).phases.contains(static_cast<char16_t>(u'0' + i))) {
                std::vector<Cell> row{estate.nodeName(one.node), one.failing, QString::fromUtf16(quantityNames[i])};
                addFailure(row, one.normal.*quantities[i], one.extra.*quantities[i],
                           one.limit ? one.limit->failoverLine : std::nullopt);
                table.rows.push_back(std::move(row));
            }
        }
    }
    return table;
}

ReportTable phasesTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"phases"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), numberColumn(u"l1"_qs, u"L1"_qs, u"kVA"_qs),
                       numberColumn(u"l2"_qs, u"L2"_qs, u"kVA"_qs), numberColumn(u"l3"_qs, u"L3"_qs, u"kVA"_qs),
                       numberColumn(u"imbalance"_qs, Text::tr("Imbalance"), u"%"_qs)},
                      {},
                      Text::tr("Phase balance")};
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        const Load load = estate.timeline(node).on(day);
        const auto sum = load.l1 + load.l2 + load.l3;
        if (!isPower(estate, node, scope) || estate.node(node).phases != u"123" || sum == 0) {
            continue;
        }
        // Against the mean, without dividing: three times the greatest deviation of the sum.
        const auto deviation =
            std::max({std::abs(3 * load.l1 - sum), std::abs(3 * load.l2 - sum), std::abs(3 * load.l3 - sum)});
        table.rows.push_back({estate.nodeName(node), Decimal{load.l1, 6}, Decimal{load.l2, 6}, Decimal{load.l3, 6},
                              percentCell(deviation, sum)});
    }
    std::ranges::stable_sort(table.rows, std::greater(),
                             [](const auto &row) { return std::get<Decimal>(row[4]).steps; });
    return table;
}

/// Rules P7 and P8, as the cords lie on that day, whether somebody has recorded it or not.
ReportTable pathsTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"paths"_qs,
                      {textColumn(u"rule"_qs, Text::tr("Rule"),
                                  {{u"P7"_qs, Text::tr("P7: one side for all cords")},
                                   {u"P8"_qs, Text::tr("P8: one cord where two paths are asked for")}}),
                       textColumn(u"place"_qs, Text::tr("Place")), textColumn(u"equipment"_qs, Text::tr("Equipment")),
                       textColumn(u"owner"_qs, Text::tr("Owner")), numberColumn(u"cords"_qs, Text::tr("Cords")),
                       textColumn(u"node"_qs, Text::tr("All through"))},
                      {},
                      Text::tr("Equipment whose cords do not go different ways")};
    table.keys = 4;
    const auto &snapshot = estate.snapshot();
    for (const auto &placement : snapshot.placements) {
        const auto *equipment = placement.during.contains(day) && stands(placement, snapshot)
                                    ? snapshot.equipment.find(placement.equipment)
                                    : nullptr;
        const Place place = equipment ? placeOf(estate, placement, day) : Place{};
        if (!equipment || !scope.covers(place)) {
            continue;
        }
        const auto booking = bookingOf(placement, *equipment, snapshot);
        const auto add = [&](const QString &rule, const Cell &node) {
            table.rows.push_back({rule, textCell(placePath(estate, place)), textCell(equipment->name),
                                  codeCell(snapshot.organisations, equipment->owner),
                                  countCell(std::ssize(booking.cords)), node});
        };
        for (const auto &misfit : checkSides(estate, booking)) {
            add(u"P7"_qs, misfit.shortfall.where);
        }
        const auto *item = snapshot.requestItems.find(equipment->requestItem);
        const auto *request = item ? snapshot.requests.find(item->request) : nullptr;
        if (request && request->wishRedundant.value_or(false) && booking.cords.size() == 1) {
            const int node = estate.indexOf(booking.cords.front().node);
            add(u"P8"_qs, node < 0 ? Cell() : Cell(estate.nodeName(node)));
        }
    }
    std::ranges::stable_sort(table.rows, [](const auto &a, const auto &b) {
        return std::tie(a[0], a[1], a[2]) < std::tie(b[0], b[1], b[2]);
    });
    return table;
}

} // namespace

Report powerReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                   const std::stop_token &stop) {
    const auto allHeadroom = [](const Estate &of, Day day, const ReportScope &within) {
        return headroomTable(of, day, within, std::numeric_limits<std::size_t>::max());
    };
    Report report{
        Text::tr("Power and failover"),
        asOf,
        estate.snapshot().generation,
        knownAt,
        {headroomDefinition(),
         Text::tr("Each failure: what the node carries normally, and what comes to it when the other one fails, in kW "
                  "and on each of its phases, against its limit for failover. Failures that bring it nothing are one "
                  "row without a name where there is no other: what it then has left is the same under each."),
         Text::tr("Imbalance: the greatest deviation of a phase from the mean of the three, of nodes with all three."),
         Text::tr("Cords that do not go different ways: of the equipment that the reader may see, as its cords lie on "
                  "that day, whether a finding or a warning says it or not."),
         Text::tr("Loads are budgeted draws of all bookings of the day, held ones too."), overrideDefinition()},
        {},
        scope.name};
    using Make = ReportTable (*)(const Estate &, Day, const ReportScope &);
    for (const Make make :
         {Make(allHeadroom), Make(phasesTable), Make(pathsTable), Make(failuresTable), Make(failingPhasesTable)}) {
        if (!stop.stop_requested()) {
            report.tables.push_back(make(estate, asOf, scope));
        }
    }
    return report;
}

} // namespace polder
