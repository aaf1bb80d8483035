#include "model/report/strandedreport.h"

#include "model/engine/sides.h"
#include "model/engine/stranded.h"
#include "model/report/capacityreport.h"
#include "model/report/columns.h"
#include "model/report/setaside.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::StrandedReport)
};

QString mixText(const Policy &policy) {
    const QLocale plain = QLocale::c();
    QStringList items;
    for (const auto &item : policy.referenceMix) {
        items << u"%1 × %2U %3 W %4 kg"_qs.arg(plain.toString(item.times), plain.toString(item.height.halfUnits / 2.0),
                                               plain.toString(static_cast<double>(item.draw.milliwatts) / 1e3),
                                               plain.toString(static_cast<double>(item.weight.grams) / 1e3));
    }
    return items.join(u", "_qs);
}

QStringList definitions(const Policy &policy) {
    return {
        Text::tr("Stranded: what is still free when the estate is filled up with a reference mix of requests until no "
                 "rack takes any of it, each rack in turn, and every rule of space, power (under each single failure), "
                 "weight, heat and outlets holds. The mix, each with two cords on C13: %1.")
            .arg(mixText(policy)),
        Text::tr("Binding: what the racks then lack for the request that lacks least; of several racks, what strands "
                 "most of their U. A node is named where it is a node's limit."),
        Text::tr("U and outlets of a place are the sums over its racks; partly: of used and held units, those in which "
                 "another device would still fit."),
        Text::tr(
            "kW, kg and heat of a place: used and held are sums over its racks. Total and free are what the racks may "
            "have together, as the nodes above them bear it, also while any one thing fails."),
        Text::tr("Of a node used and held are sums of what hangs on it; free is what it still bears itself. Reserve is "
                 "what has to stay for the worst single failure, of a place what its racks cannot have together. Over "
                 "is carried without a total or beyond it. So total + over = blocked + reserve + used + held + free, "
                 "in every row."),
        Text::tr("Of what carries power L1, L2 and L3 too, in kVA; kVA of a place is the three phases of its rack PDUs "
                 "together. Floor is what the floor below the racks bears."),
        Text::tr(
            "Held is what is held or delivered and not yet installed, as far as the reader may see it; what others "
            "hold is counted as used, and so is a half unit in which something else stands too."),
        Text::tr("An empty total: nobody has said what it may take, or it is not limited."),
    };
}

/// total, blocked, used, held, free
void addFigures(std::vector<Cell> &row, Resource resource, const Capacity &of) {
    row.push_back(of.total ? Cell(amountOf(resource, *of.total)) : Cell());
    for (const auto base : {of.blocked, of.used, of.held, of.free}) {
        row.emplace_back(amountOf(resource, base));
    }
}

/// reserve and over: what is missing on the one side or the other.
void addRest(std::vector<Cell> &row, Resource resource, const Capacity &of) {
    const auto rest = of.total.value_or(0) - of.blocked - of.used - of.held - of.free;
    row.emplace_back(amountOf(resource, std::max<std::int64_t>(rest, 0)));
    row.push_back(rest < 0 ? Cell(amountOf(resource, -rest)) : Cell());
}

} // namespace

Report strandedReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                      const std::stop_token &stop) {
    ReportTable table{u"stranded"_qs,
                      {textColumn(u"level"_qs, Text::tr("Level")),
                       textColumn(u"site"_qs, Text::tr("Site")),
                       textColumn(u"room"_qs, Text::tr("Room")),
                       textColumn(u"row"_qs, Text::tr("Row")),
                       textColumn(u"rack"_qs, Text::tr("Rack")),
                       textColumn(u"node"_qs, Text::tr("Node")),
                       textColumn(u"kind"_qs, Text::tr("Kind")),
                       textColumn(u"dimension"_qs, {}, dimensionWords()),
                       textColumn(u"unit"_qs, {}),
                       numberColumn(u"total"_qs, Text::tr("Total")),
                       numberColumn(u"blocked"_qs, Text::tr("Blocked")),
                       numberColumn(u"used"_qs, Text::tr("Used")),
                       numberColumn(u"held"_qs, Text::tr("Held")),
                       numberColumn(u"free"_qs, Text::tr("Free")),
                       numberColumn(u"partly"_qs, Text::tr("Partly")),
                       numberColumn(u"stranded"_qs, Text::tr("Stranded")),
                       textColumn(u"binding"_qs, Text::tr("Binding"), dimensionWords()),
                       textColumn(u"binding_node"_qs, Text::tr("Binding node")),
                       numberColumn(u"reserve"_qs, Text::tr("Reserve")),
                       numberColumn(u"over"_qs, Text::tr("Over"), {}, true),
                       textColumn(u"phase"_qs, Text::tr("Phase")),
                       overrideColumn()},
                      {},
                      Text::tr("Stranded"),
                      {},
                      Spread::Tables};
    for (auto &column : table.columns) {
        column.exceptional = column.exceptional || column.name == u"phase"_qs;
    }
    const auto &snapshot = estate.snapshot();
    const auto capacity = estateCapacityOn(estate, asOf, stop);
    for (const auto &level : capacity.levels) {
        const auto &place = level.place;
        if (!scope.covers(place)) {
            continue;
        }
        if (stop.stop_requested()) {
            break;
        }
        for (std::size_t i = 0; i < resourceCount; ++i) {
            const auto resource = static_cast<Resource>(i);
            std::vector<Cell> row{nameOf(place.level),
                                  codeCell(snapshot.sites, place.site),
                                  codeCell(snapshot.rooms, place.room),
                                  codeCell(snapshot.rackRows, place.row),
                                  codeCell(snapshot.racks, place.rack),
                                  Cell(),
                                  Cell(),
                                  nameOf(resource),
                                  unitOf(resource)};
            addFigures(row, resource, level.of[i]);
            row.push_back(resource == Resource::Space ? Cell(amountOf(resource, level.of[i].partly)) : Cell());
            row.emplace_back(amountOf(resource, level.stranded[i]));
            row.emplace_back(nameOf(level.binding->resource));
            row.push_back(level.binding->node < 0 ? Cell() : Cell(estate.nodeName(level.binding->node)));
            addRest(row, resource, level.of[i]);
            row.resize(row.size() + 2); // of nodes only
            table.rows.push_back(std::move(row));
        }
    }
    const auto shares = stop.stop_requested() ? std::vector<Shares>() : sharesOn(estate, asOf);
    for (const auto &node : capacity.nodes) {
        const auto &known = estate.node(node.node);
        if (!scope.covers(estate, known) || shares.empty()) {
            continue;
        }
        const auto add = [&](Resource resource, const Capacity &of, std::int64_t stranded, const QString &phase) {
            std::vector<Cell> row{u"node"_qs,
                                  codeCell(snapshot.sites, known.site),
                                  codeCell(snapshot.rooms, known.room),
                                  Cell(),
                                  codeCell(snapshot.racks, known.rack),
                                  estate.nodeName(node.node),
                                  known.kind,
                                  nameOf(resource),
                                  unitOf(resource)};
            addFigures(row, resource, of);
            row.insert(row.end(), {Cell(), amountOf(resource, stranded), Cell(), Cell()});
            addRest(row, resource, of);
            row.push_back(textCell(phase));
            row.push_back(overrideCell(snapshot, known.id, asOf));
            table.rows.push_back(std::move(row));
        };
        add(node.resource, node.of, node.stranded, {});
        for (std::size_t phase = 1; node.resource == Resource::Power && phase < quantities.size(); ++phase) {
            if (known.phases.contains(static_cast<char16_t>(u'0' + phase))) {
                const auto &of = shares[static_cast<std::size_t>(node.node)][phase];
                add(Resource::Apparent, {of.total, 0, of.used, of.held, of.free},
                    std::min(node.strandedPhases[phase - 1], of.free), u'L' + QString::number(phase));
            }
        }
    }
    return {Text::tr("Stranded capacity"),
            asOf,
            snapshot.generation,
            knownAt,
            definitions(snapshot.policy),
            {std::move(table)},
            scope.name};
}

} // namespace polder
