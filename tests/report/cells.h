#pragma once

#include "model/report/report.h"

#include <QStringList>

#include <algorithm>

namespace polder::test {

/// Some columns of each row of a table, as one line; "-": nothing there.
[[nodiscard]] inline QStringList lines(const Report &report, const QString &name, const QStringList &columns) {
    const auto table = std::ranges::find(report.tables, name, &ReportTable::name);
    QStringList lines;
    if (table == report.tables.end()) {
        return {QStringLiteral("there is no table ") + name};
    }
    for (const auto &row : table->rows) {
        QStringList cells;
        for (const auto &column : columns) {
            const auto at = std::ranges::find(table->columns, column, &ReportColumn::name) - table->columns.begin();
            if (at == std::ssize(table->columns)) {
                return {QStringLiteral("there is no column ") + column};
            }
            const auto &cell = row[static_cast<std::size_t>(at)];
            const auto *number = std::get_if<Decimal>(&cell);
            const auto *text = std::get_if<QString>(&cell);
            cells << (number ? QString::number(number->toDouble(), 'g', 15) : text ? *text : QStringLiteral("-"));
        }
        lines << cells.join(u' ');
    }
    return lines;
}

} // namespace polder::test
