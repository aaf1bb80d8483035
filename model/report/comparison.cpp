#include "model/report/comparison.h"

#include "model/report/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Comparison)
};

using Row = std::vector<Cell>;

bool holdsNumbers(const std::vector<Row> &rows, std::size_t column) {
    return std::ranges::any_of(rows, [column](const Row &row) { return std::holds_alternative<Decimal>(row[column]); });
}

/// Exact: with the decimals of the finer of both.
Decimal difference(Decimal now, Decimal before) {
    while (now.decimals < before.decimals) {
        now.steps *= 10, ++now.decimals;
    }
    while (before.decimals < now.decimals) {
        before.steps *= 10, ++before.decimals;
    }
    return {now.steps - before.steps, now.decimals};
}

/// Two tables of the same columns.
class Pair {
public:
    Pair(const ReportTable &now, const ReportTable &before) : m_now(now) {
        for (std::size_t i = 0; i < now.columns.size(); ++i) {
            m_isNumber.push_back(holdsNumbers(now.rows, i) || holdsNumbers(before.rows, i));
        }
        m_keys = now.keys;
        if (m_keys == 0) {
            m_keys = static_cast<std::size_t>(std::ranges::find(m_isNumber, true) - m_isNumber.begin());
        }
        std::map<Row, std::vector<const Row *>> known; // of one key in their order, the last first
        for (auto row = before.rows.rbegin(); row != before.rows.rend(); ++row) {
            known[keyOf(*row)].push_back(&*row);
        }
        for (const auto &row : now.rows) {
            auto &same = known[keyOf(row)];
            const Row *was = same.empty() ? nullptr : same.back();
            if (was) {
                same.pop_back();
            }
            if (!was || *was != row) {
                m_rows.push_back(rowOf(was ? u"changed"_qs : u"new"_qs, row, was));
            }
        }
        for (const auto &row : before.rows) {
            auto &same = known[keyOf(row)];
            if (std::ranges::find(same, &row) != same.end()) {
                m_rows.push_back(rowOf(u"gone"_qs, row, nullptr));
            }
        }
    }

    [[nodiscard]] ReportTable table() const {
        ReportTable table = m_now;
        table.columns = {textColumn(
            u"difference"_qs, Text::tr("Difference"),
            {{u"changed"_qs, Text::tr("changed")}, {u"new"_qs, Text::tr("new")}, {u"gone"_qs, Text::tr("gone")}})};
        for (std::size_t i = 0; i < m_now.columns.size(); ++i) {
            auto column = m_now.columns[i];
            column.exceptional = false;
            table.columns.push_back(column);
            if (m_isNumber[i]) {
                column.name += u"_change"_qs;
                column.title = Text::tr("Change");
                table.columns.push_back(column);
            }
        }
        table.rows = m_rows;
        table.spread = Spread::None;
        table.drawn = false;
        return table;
    }

private:
    [[nodiscard]] Row keyOf(const Row &row) const {
        return {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(m_keys)};
    }
    [[nodiscard]] Row rowOf(const QString &difference, const Row &row, const Row *was) const {
        Row made{difference};
        for (std::size_t i = 0; i < row.size(); ++i) {
            made.push_back(row[i]);
            if (m_isNumber[i]) {
                const auto *now = std::get_if<Decimal>(&row[i]);
                const auto *before = was ? std::get_if<Decimal>(&(*was)[i]) : nullptr;
                auto &change = made.emplace_back();
                if (now && before) {
                    change = polder::difference(*now, *before);
                }
            }
        }
        return made;
    }

    const ReportTable &m_now;
    std::vector<bool> m_isNumber;
    std::size_t m_keys = 0;
    std::vector<Row> m_rows;
};

} // namespace

Report comparedWith(Report now, const Report &before) {
    for (auto &table : now.tables) {
        const auto was = std::ranges::find(before.tables, table.name, &ReportTable::name);
        table = Pair(table, was == before.tables.end() ? ReportTable{table.name, table.columns, {}} : *was).table();
    }
    now.charts.clear();
    now.definitions.push_back(
        Text::tr("Difference from %1, as known at the same time: only rows that changed, came or went. Change: the "
                 "figure less that of before.")
            .arg(before.asOf.toDate().toString(Qt::ISODate)));
    return now;
}

} // namespace polder
