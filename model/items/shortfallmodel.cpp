#include "model/items/shortfallmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

using Column = ShortfallModel::Column;

/// A number of the shortfall in people's units; empty where it is not known.
Column amount(const QString &title, std::optional<std::int64_t> Shortfall::*member) {
    const auto text = [member](const ShortfallRow &row) {
        return Format().amount(row.shortfall, row.shortfall.*member, Format::decimalsOf(row.shortfall));
    };
    const auto sortKey = [member](const ShortfallRow &row) {
        const auto &number = row.shortfall.*member;
        return number ? SortKey(*number) : SortKey();
    };
    return {{title, {}, Qt::AlignRight}, text, sortKey};
}

/// Empty too where nothing adds up: a temperature, a class.
Column usedColumn() {
    auto column = amount(ShortfallModel::tr("In use"), &Shortfall::used);
    column.text = [text = column.text](const ShortfallRow &row) {
        return Format::addsUp(row.shortfall.unit) ? text(row) : QString();
    };
    return column;
}

std::vector<Column> columns() {
    const auto sentence = [](const ShortfallRow &row) { return Format().shortfall(row.shortfall); };
    return {
        {{ShortfallModel::tr("Rule")}, [](auto &row) { return row.shortfall.rule; }, nullptr, sentence},
        {{ShortfallModel::tr("Where")},
         [](auto &row) {
             const auto &[where, quantity] = std::tie(row.shortfall.where, row.shortfall.quantity);
             return quantity.isEmpty() ? where : where + u' ' + quantity;
         },
         nullptr,
         sentence},
        amount(ShortfallModel::tr("Asked for"), &Shortfall::requested),
        usedColumn(),
        {{ShortfallModel::tr("Limit"), {}, Qt::AlignRight},
         [](auto &row) {
             const auto &capacity = row.shortfall.capacity;
             return capacity ? Format().amount(row.shortfall, capacity) : ShortfallModel::tr("unknown");
         },
         [](auto &row) { return row.shortfall.capacity ? SortKey(*row.shortfall.capacity) : SortKey(); }},
        {{ShortfallModel::tr("When this fails")}, [](auto &row) { return row.shortfall.failing; }},
        {{ShortfallModel::tr("From")},
         [](auto &row) { return Format().day(row.shortfall.date); },
         [](auto &row) { return SortKey(std::int64_t{row.shortfall.date.number}); }},
    };
}

} // namespace

ShortfallModel::ShortfallModel(QObject *parent) : TableModel(columns(), parent) {
}

void ShortfallModel::show(const std::vector<Shortfall> &shortfalls) {
    std::vector<ShortfallRow> rows;
    for (const auto &shortfall : shortfalls) {
        rows.push_back({static_cast<int>(rows.size()), shortfall});
    }
    replaceRows(std::move(rows));
}

} // namespace polder
