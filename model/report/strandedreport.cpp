#include "model/report/strandedreport.h"

#include "model/engine/stranded.h"
#include "model/report/capacityreport.h"
#include "model/report/columns.h"

#include <QCoreApplication>
#include <QLocale>

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
        Text::tr("Of a node used and held are sums of what hangs on it; free is what it still bears itself. What is "
                 "neither used, held nor free waits for a failure."),
        Text::tr(
            "Held is what is held or delivered and not yet installed, as far as the reader may see it; what others "
            "hold is counted as used."),
        Text::tr("An empty total: nobody has said what it may take, or it is not limited."),
    };
}

/// The code of the row with this id, or nothing.
template <typename T, typename Key>
Cell codeOf(const Table<T> &table, Key key) {
    const auto *row = table.find(key);
    return row ? Cell(row->code) : Cell();
}

/// total, blocked, used, held, free
void addFigures(std::vector<Cell> &row, Resource resource, const Capacity &of) {
    row.push_back(of.total ? Cell(amountOf(resource, *of.total)) : Cell());
    for (const auto base : {of.blocked, of.used, of.held, of.free}) {
        row.emplace_back(amountOf(resource, base));
    }
}

} // namespace

Report strandedReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                      const std::stop_token &stop) {
    ReportTable table{u"stranded"_qs,
                      {textColumn(u"level"_qs, Text::tr("Level")), textColumn(u"site"_qs, Text::tr("Site")),
                       textColumn(u"room"_qs, Text::tr("Room")), textColumn(u"row"_qs, Text::tr("Row")),
                       textColumn(u"rack"_qs, Text::tr("Rack")), textColumn(u"node"_qs, Text::tr("Node")),
                       textColumn(u"kind"_qs, Text::tr("Kind")), textColumn(u"dimension"_qs, {}, dimensionWords()),
                       textColumn(u"unit"_qs, {}), numberColumn(u"total"_qs, Text::tr("Total")),
                       numberColumn(u"blocked"_qs, Text::tr("Blocked")), numberColumn(u"used"_qs, Text::tr("Used")),
                       numberColumn(u"held"_qs, Text::tr("Held")), numberColumn(u"free"_qs, Text::tr("Free")),
                       numberColumn(u"partly"_qs, Text::tr("Partly")),
                       numberColumn(u"stranded"_qs, Text::tr("Stranded")),
                       textColumn(u"binding"_qs, Text::tr("Binding"), dimensionWords()),
                       textColumn(u"binding_node"_qs, Text::tr("Binding node"))},
                      {},
                      Text::tr("Stranded"),
                      {},
                      Spread::Tables};
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
                                  codeOf(snapshot.sites, place.site),
                                  codeOf(snapshot.rooms, place.room),
                                  codeOf(snapshot.rackRows, place.row),
                                  codeOf(snapshot.racks, place.rack),
                                  Cell(),
                                  Cell(),
                                  nameOf(resource),
                                  unitOf(resource)};
            addFigures(row, resource, level.of[i]);
            row.push_back(resource == Resource::Space ? Cell(amountOf(resource, level.of[i].partly)) : Cell());
            row.emplace_back(amountOf(resource, level.stranded[i]));
            row.emplace_back(nameOf(level.binding->resource));
            row.push_back(level.binding->node < 0 ? Cell() : Cell(estate.nodeName(level.binding->node)));
            table.rows.push_back(std::move(row));
        }
    }
    for (const auto &node : capacity.nodes) {
        const auto &known = estate.node(node.node);
        if (!scope.covers(estate, known)) {
            continue;
        }
        std::vector<Cell> row{u"node"_qs,
                              codeOf(snapshot.sites, known.site),
                              codeOf(snapshot.rooms, known.room),
                              Cell(),
                              codeOf(snapshot.racks, known.rack),
                              estate.nodeName(node.node),
                              known.kind,
                              nameOf(node.resource),
                              unitOf(node.resource)};
        addFigures(row, node.resource, node.of);
        row.insert(row.end(), {Cell(), amountOf(node.resource, node.stranded), Cell(), Cell()});
        table.rows.push_back(std::move(row));
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
