#include "model/report/readable.h"

#include "model/core/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ReadableReport)
};

std::size_t columnNamed(const ReportTable &table, const QString &name) {
    const auto found = std::ranges::find(table.columns, name, &ReportColumn::name);
    return static_cast<std::size_t>(found - table.columns.begin());
}

QString textIn(const Cell &cell) {
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : QString();
}

ReportTable withoutEmptyExceptions(const ReportTable &table) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].exceptional ||
            std::ranges::any_of(table.rows, [i](const auto &row) { return row[i].index() != 0; })) {
            kept.push_back(i);
        }
    }
    if (kept.size() == table.columns.size()) {
        return table;
    }
    ReportTable made = table;
    made.columns.clear();
    for (const auto i : kept) {
        made.columns.push_back(table.columns[i]);
    }
    for (auto &row : made.rows) {
        std::vector<Cell> cells;
        for (const auto i : kept) {
            cells.push_back(std::move(row[i]));
        }
        row = std::move(cells);
    }
    return made;
}

/// The dimensions of a table with their units, in the order in which they come.
struct Dimension {
    QString name;
    QString unit;
};
std::vector<Dimension> dimensionsOf(const ReportTable &table, std::size_t dimension) {
    std::vector<Dimension> dimensions;
    for (const auto &row : table.rows) {
        const QString name = textIn(row[dimension]);
        if (std::ranges::find(dimensions, name, &Dimension::name) == dimensions.end()) {
            dimensions.push_back({name, textIn(row[dimension + 1])});
        }
    }
    return dimensions;
}

/// A column of figures has the unit of their dimension.
ReportColumn figureColumn(const ReportTable &table, std::size_t column, const QString &unit) {
    ReportColumn made = table.columns[column];
    made.unit = made.unit.isEmpty() && ReadableReport::isNumeric(table, column) ? unit : made.unit;
    return made;
}

/// Every row of one key is one row; the rows of a key follow each other.
ReportTable inColumns(const ReportTable &table) {
    const auto dimension = columnNamed(table, u"dimension"_qs);
    const auto first = dimension + 2;
    const auto figures = table.columns.size() - first;
    const auto dimensions = dimensionsOf(table, dimension);
    ReportTable made = table;
    made.spread = Spread::None;
    made.columns.resize(dimension);
    made.rows.clear();
    for (const auto &of : dimensions) {
        for (auto i = first; i < table.columns.size(); ++i) {
            auto column = figureColumn(table, i, of.unit);
            column.name = of.name + u'_' + column.name;
            column.group = table.columns[dimension].words.value(of.name, of.name);
            made.columns.push_back(std::move(column));
        }
    }
    for (const auto &row : table.rows) {
        const auto keyEnd = row.begin() + static_cast<std::ptrdiff_t>(dimension);
        if (made.rows.empty() || !std::equal(row.begin(), keyEnd, made.rows.back().begin())) {
            made.rows.emplace_back(row.begin(), keyEnd).resize(made.columns.size());
        }
        const auto found = std::ranges::find(dimensions, textIn(row[dimension]), &Dimension::name);
        const auto at = dimension + static_cast<std::size_t>(found - dimensions.begin()) * figures;
        std::copy(row.begin() + static_cast<std::ptrdiff_t>(first), row.end(),
                  made.rows.back().begin() + static_cast<std::ptrdiff_t>(at));
    }
    return made;
}

std::vector<ReportTable> inTables(const ReportTable &table) {
    const auto dimension = columnNamed(table, u"dimension"_qs);
    const auto erase = [dimension](auto &cells) {
        const auto at = cells.begin() + static_cast<std::ptrdiff_t>(dimension);
        cells.erase(at, at + 2);
    };
    std::vector<ReportTable> made;
    for (const auto &of : dimensionsOf(table, dimension)) {
        ReportTable part{table.name + u'_' + of.name, table.columns, {}, {}, table.note};
        const QString words = table.columns[dimension].words.value(of.name, of.name);
        part.title = table.title.isEmpty() ? words : table.title + u": "_qs + words;
        for (auto i = dimension + 2; i < part.columns.size(); ++i) {
            part.columns[i] = figureColumn(table, i, of.unit);
        }
        erase(part.columns);
        for (const auto &row : table.rows) {
            if (textIn(row[dimension]) == of.name) {
                erase(part.rows.emplace_back(row));
            }
        }
        made.push_back(std::move(part));
    }
    return made;
}

std::vector<ReadableReport::Fact> factsOf(const Report &report, const QLocale &locale) {
    const Format format(locale);
    std::vector<ReadableReport::Fact> facts{
        {Text::tr("Scope"), report.scope.isEmpty() ? Text::tr("all that the reader may see") : report.scope},
        {Text::tr("As of"), format.day(report.asOf)}};
    const QString at = locale.toString(report.asKnownAt.toUTC(), u"d MMM yyyy HH:mm:ss"_qs);
    facts.push_back({Text::tr("As known"), report.asKnownAt.isValid()
                                               ? Text::tr("generation %1, %2 UTC").arg(report.asKnown).arg(at)
                                               : Text::tr("generation %1").arg(report.asKnown)});
    return facts;
}

} // namespace

ReadableReport::ReadableReport(const Report &report, const QLocale &locale) : m_report(report), m_locale(locale) {
    std::ranges::stable_partition(m_report.tables, [](const ReportTable &table) { return !table.annex; });
    for (const auto &table : m_report.tables) {
        switch (table.spread) {
        case Spread::None:
            m_tables.push_back(withoutEmptyExceptions(table));
            break;
        case Spread::Columns:
            m_tables.push_back(withoutEmptyExceptions(inColumns(table)));
            break;
        case Spread::Tables:
            for (const auto &part : inTables(table)) {
                m_tables.push_back(withoutEmptyExceptions(part));
            }
            break;
        }
    }
}

const ReportTable *ReadableReport::table(const QString &name) const {
    const auto found = std::ranges::find(m_tables, name, &ReportTable::name);
    return found == m_tables.end() ? nullptr : &*found;
}

std::vector<ReadableReport::Fact> ReadableReport::facts() const {
    return factsOf(m_report, m_locale);
}

QString ReadableReport::timesLine() const {
    const auto all = facts();
    return u"%1 %2 · %3 %4"_qs.arg(all[1].name, all[1].value, all[2].name.toLower(), all[2].value);
}

QString ReadableReport::headOf(const ReportColumn &column) {
    const QString title = column.title.isEmpty() ? column.name : column.title;
    return column.unit.isEmpty() ? title : u"%1 (%2)"_qs.arg(title, column.unit);
}

int ReadableReport::decimalsOf(const ReportTable &table, std::size_t column) {
    int needed = 0;
    for (const auto &row : table.rows) {
        if (const auto *number = std::get_if<Decimal>(&row[column])) {
            auto steps = number->steps;
            int decimals = number->decimals;
            while (decimals > needed && steps % 10 == 0) {
                steps /= 10;
                --decimals;
            }
            needed = std::max(needed, decimals);
        }
    }
    return needed;
}

bool ReadableReport::isNumeric(const ReportTable &table, std::size_t column) {
    return std::ranges::any_of(table.rows,
                               [column](const auto &row) { return std::holds_alternative<Decimal>(row[column]); });
}

QString ReadableReport::textOf(const ReportColumn &column, const Cell &cell, int decimals) const {
    if (const auto *text = std::get_if<QString>(&cell)) {
        return column.words.value(*text, *text);
    }
    if (const auto *number = std::get_if<Decimal>(&cell)) {
        // By whole numbers: half a step goes away from nothing, and no digit is made up.
        auto steps = std::abs(number->steps);
        int have = number->decimals;
        for (; have > decimals + 1; --have) {
            steps /= 10;
        }
        if (have > decimals) {
            steps = (steps + 5) / 10;
            --have;
        }
        std::int64_t unit = 1;
        for (int i = 0; i < have; ++i) {
            unit *= 10;
        }
        QString digits = have > 0 ? QString::number(steps % unit).rightJustified(have, u'0') : QString();
        digits = digits.leftJustified(decimals, u'0');
        const bool negative = number->steps < 0 && steps != 0;
        return (negative ? u"\u2212"_qs : QString()) + m_locale.toString(qlonglong{steps / unit}) +
               (decimals > 0 ? m_locale.decimalPoint() + digits : QString());
    }
    return {};
}

} // namespace polder
