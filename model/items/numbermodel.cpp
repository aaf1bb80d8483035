#include "model/items/numbermodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

/// Of 1,000, as polderctl and its JSON say it.
NumberModel::Column score(const QString &title, const QString &meaning, int NumberRow::*member) {
    return {{title, {}, Qt::AlignRight, NumberModel::tr("%1; 1,000 is the best").arg(meaning)},
            [member](auto &row) { return Format().count(row.*member); },
            [member](auto &row) { return SortKey(std::int64_t{row.*member}); }};
}

std::vector<NumberModel::Column> columns() {
    return {
        {{NumberModel::tr("Rank"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.rank); },
         [](auto &row) { return SortKey(std::int64_t{row.rank}); }},
        {{NumberModel::tr("Place")}, [](auto &row) { return row.place; }},
        score(NumberModel::tr("Score"), NumberModel::tr("All the others together, weighted"), &NumberRow::total),
        score(NumberModel::tr("Reserve"), NumberModel::tr("What is left at the tightest limit"), &NumberRow::headroom),
        score(NumberModel::tr("Phases"), NumberModel::tr("The phases stay even"), &NumberRow::phases),
        score(NumberModel::tr("Kin"), NumberModel::tr("Near equipment of the same project or owner"),
              &NumberRow::affinity),
        score(NumberModel::tr("Site"), NumberModel::tr("In the data centre that is preferred"), &NumberRow::site),
        {{NumberModel::tr("Outlets")}, [](auto &row) { return row.outlets; }},
    };
}

std::vector<NoNumberModel::Column> refusedColumns() {
    const auto all = [](const NoNumberRow &row) { return row.all; };
    return {
        {{NumberModel::tr("Place")}, [](auto &row) { return row.place; }, nullptr, all},
        {{NumberModel::tr("Rules")}, [](auto &row) { return row.rules; }, nullptr, all},
        {{NumberModel::tr("Because")}, [](auto &row) { return row.reason; }, nullptr, all},
    };
}

} // namespace

NumberModel::NumberModel(QObject *parent) : TableModel(columns(), parent) {
}

NoNumberModel::NoNumberModel(QObject *parent) : TableModel(refusedColumns(), parent) {
}

} // namespace polder
