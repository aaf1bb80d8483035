#include "model/items/powermodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

std::vector<PowerModel::Column> powerColumns() {
    return {
        {{PowerModel::tr("Node")},
         [](auto &row) { return QString(2 * row.depth, u' ') + row.name; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{PowerModel::tr("Load"), {}, Qt::AlignRight},
         [](auto &row) { return Format().power(row.load); },
         [](auto &row) { return SortKey(row.load.milliwatts); }},
        {{PowerModel::tr("Limit"), {}, Qt::AlignRight},
         [](auto &row) { return row.limit ? Format().power(*row.limit) : PowerModel::tr("none known"); },
         [](auto &row) { return row.limit ? SortKey(row.limit->milliwatts) : SortKey(); }},
        {{PowerModel::tr("Left at worst"),
          {},
          Qt::AlignRight,
          PowerModel::tr("Of its failover limit, when what "
                         "hits it hardest fails")},
         [](auto &row) { return row.left; },
         [](auto &row) { return SortKey(-row.permille); }},
        {{PowerModel::tr("When fails")}, [](auto &row) { return row.failing; }},
        {{PowerModel::tr("State")}, [](auto &row) { return row.state; }},
        {{PowerModel::tr("Kind")}, [](auto &row) { return row.kind; }},
        {{PowerModel::tr("Side")}, [](auto &row) { return row.side; }},
        {{PowerModel::tr("Racks"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.racks); },
         [](auto &row) { return SortKey(std::int64_t{row.racks}); }},
    };
}

std::vector<ConsequenceModel::Column> consequenceColumns() {
    return {
        {{ConsequenceModel::tr("Consequence")},
         [](auto &row) { return row.kind; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{ConsequenceModel::tr("What")}, [](auto &row) { return row.what; }},
        {{ConsequenceModel::tr("Owner")}, [](auto &row) { return row.owner; }},
        {{ConsequenceModel::tr("Where")}, [](auto &row) { return row.where; }},
        {{ConsequenceModel::tr("Figures")}, [](auto &row) { return row.figures; }},
    };
}

} // namespace

PowerModel::PowerModel(QObject *parent) : TableModel(powerColumns(), parent) {
}

ConsequenceModel::ConsequenceModel(QObject *parent) : TableModel(consequenceColumns(), parent) {
}

} // namespace polder
