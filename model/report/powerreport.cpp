#include "model/report/powerreport.h"

#include "model/report/columns.h"
#include "model/report/findingsreport.h"
#include "model/report/placestable.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PowerReport)
};

bool isPower(const Estate &estate, int node, const ReportScope &scope) {
    const auto *rules = estate.rules(node);
    return rules && rules->dimension == Dimension::Power && scope.covers(estate, estate.node(node));
}

ReportTable failuresTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"failures"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), textColumn(u"failing"_qs, Text::tr("When this fails")),
                       numberColumn(u"normal"_qs, Text::tr("Normal load"), u"kW"_qs),
                       numberColumn(u"extra"_qs, Text::tr("Comes on top"), u"kW"_qs),
                       numberColumn(u"limit"_qs, Text::tr("Limit"), u"kW"_qs),
                       numberColumn(u"left"_qs, Text::tr("Left"), u"kW"_qs)},
                      {},
                      Text::tr("Headroom under each single failure"),
                      {},
                      Spread::None,
                      true};
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        if (!isPower(estate, node, scope)) {
            continue;
        }
        const auto normal = estate.timeline(node).on(day).main;
        const auto *limit = estate.limitOn(node, day);
        for (const auto &failover : estate.failovers(node)) {
            const auto extra = failover.extra.on(day).main;
            const int failing = estate.indexOf(failover.source);
            if (extra <= 0 || failing < 0) {
                continue;
            }
            Cell most, left;
            if (limit && limit->failoverMain) {
                most = Decimal{*limit->failoverMain, 6};
                left = Decimal{*limit->failoverMain - normal - extra, 6};
            }
            table.rows.push_back(
                {estate.nodeName(node), estate.nodeName(failing), Decimal{normal, 6}, Decimal{extra, 6}, most, left});
        }
    }
    return table;
}

ReportTable phasesTable(const Estate &estate, Day day, const ReportScope &scope) {
    ReportTable table{u"phases"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), numberColumn(u"l1"_qs, u"L1"_qs, u"kVA"_qs),
                       numberColumn(u"l2"_qs, u"L2"_qs, u"kVA"_qs), numberColumn(u"l3"_qs, u"L3"_qs, u"kVA"_qs),
                       numberColumn(u"imbalance"_qs, Text::tr("Imbalance"), u"%"_qs, 1)},
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

} // namespace

Report powerReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope) {
    ReportTable paths = findingsTable(estate, asOf, scope, {u"P7"_qs, u"P8"_qs});
    paths.name = u"paths"_qs;
    paths.title = Text::tr("Equipment whose cords do not go different ways");
    return {
        Text::tr("Power and failover"),
        asOf,
        estate.snapshot().generation,
        knownAt,
        {headroomDefinition(),
         Text::tr("Each failure: what the node carries normally, and what comes to it when the other one fails, "
                  "against its limit for failover. Failures that bring it nothing are left out."),
         Text::tr("Imbalance: the greatest deviation of a phase from the mean of the three, of nodes with all three."),
         Text::tr("Loads are budgeted draws of all bookings of the day, held ones too.")},
        {headroomTable(estate, asOf, scope, std::numeric_limits<std::size_t>::max()), phasesTable(estate, asOf, scope),
         std::move(paths), failuresTable(estate, asOf, scope)},
        scope.name};
}

} // namespace polder
