#include "model/report/report.h"

#include "model/exchange/csv.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace polder {

namespace {

QString dateText(Day day) {
    return day.toDate().toString(Qt::ISODate);
}

CsvCell csvCell(const Cell &cell) {
    if (const auto *text = std::get_if<QString>(&cell)) {
        return *text;
    }
    if (const auto *number = std::get_if<Decimal>(&cell)) {
        return number->decimals == 0 ? CsvCell(qint64{number->steps}) : CsvCell(number->toDouble());
    }
    return {};
}

QJsonValue jsonCell(const Cell &cell) {
    if (const auto *text = std::get_if<QString>(&cell)) {
        return *text;
    }
    if (const auto *number = std::get_if<Decimal>(&cell)) {
        return number->decimals == 0 ? QJsonValue(qint64{number->steps}) : QJsonValue(number->toDouble());
    }
    return QJsonValue::Null;
}

} // namespace

double Decimal::toDouble() const {
    double divisor = 1;
    for (int i = 0; i < decimals; ++i) {
        divisor *= 10;
    }
    // One correctly rounded division: the shortest text of the result is the decimal number itself.
    return static_cast<double>(steps) / divisor;
}

QByteArray toCsv(const ReportTable &table) {
    CsvWriter writer;
    std::vector<CsvCell> cells;
    const auto write = [&](const auto &cellOf) {
        cells.clear();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            cells.push_back(cellOf(i));
        }
        writer.writeRow(cells);
    };
    write([&table](std::size_t i) { return CsvCell(table.columns[i].name); });
    for (const auto &row : table.rows) {
        write([&row](std::size_t i) { return csvCell(row[i]); });
    }
    return writer.bytes();
}

QJsonObject toJson(const ReportTable &table) {
    QJsonArray columns;
    for (const auto &column : table.columns) {
        columns << QJsonObject{{u"name"_qs, column.name}, {u"unit"_qs, column.unit}};
    }
    // An object keeps its names in order: so each goes to the end of it.
    std::vector<std::size_t> inOrder(table.columns.size());
    std::iota(inOrder.begin(), inOrder.end(), std::size_t{0});
    std::ranges::sort(inOrder, {}, [&table](std::size_t i) -> const QString & { return table.columns[i].name; });
    QJsonArray rows;
    for (const auto &row : table.rows) {
        QJsonObject cells;
        for (const auto i : inOrder) {
            cells[table.columns[i].name] = jsonCell(row[i]);
        }
        rows << cells;
    }
    return {{u"name"_qs, table.name}, {u"columns"_qs, columns}, {u"rows"_qs, rows}};
}

QJsonObject toJson(const Report &report) {
    QJsonArray tables;
    for (const auto &table : report.tables) {
        tables << toJson(table);
    }
    QJsonObject json{{u"title"_qs, report.title},
                     {u"as_of"_qs, dateText(report.asOf)},
                     {u"as_known"_qs, qint64{report.asKnown}},
                     {u"as_known_at"_qs, report.asKnownAt.toUTC().toString(Qt::ISODateWithMs)},
                     {u"definitions"_qs, QJsonArray::fromStringList(report.definitions)},
                     {u"tables"_qs, tables}};
    if (!report.scope.isEmpty()) {
        json[u"scope"_qs] = report.scope;
    }
    return json;
}

} // namespace polder
