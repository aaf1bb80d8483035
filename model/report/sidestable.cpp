#include "model/report/sidestable.h"

#include "model/report/capacityreport.h"
#include "model/report/columns.h"
#include "model/report/placestable.h"

#include <QCoreApplication>

#include <algorithm>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::SidesTable)
};

/// Those that are shown, what holds the others before them.
std::vector<std::pair<QString, const std::pair<const Place, PlaceShares> *>>
shown(const Estate &estate, const std::map<Place, PlaceShares> &places, const ReportScope &scope) {
    std::vector<std::pair<QString, const std::pair<const Place, PlaceShares> *>> found;
    for (const auto &one : places) {
        if (isShown(one.first, scope)) {
            found.emplace_back(nameOf(estate, one.first), &one);
        }
    }
    std::ranges::sort(found, {},
                      [](const auto &one) { return std::pair(one.second->first.level != Level::All, one.first); });
    return found;
}

std::vector<ReportColumn> placeColumns() {
    std::vector<ReportColumn> columns{textColumn(u"level"_qs, Text::tr("Level"), levelWords()),
                                      textColumn(u"place"_qs, Text::tr("Place"), placeWords())};
    return columns;
}

void addFigures(std::vector<ReportColumn> &columns, const QString &unit, bool reserve) {
    columns.push_back(numberColumn(u"total"_qs, Text::tr("Total"), unit));
    if (reserve) {
        columns.push_back(numberColumn(u"reserve"_qs, Text::tr("Reserve"), unit));
    }
    columns.push_back(numberColumn(u"used"_qs, Text::tr("Used"), unit));
    columns.push_back(numberColumn(u"held"_qs, Text::tr("Held"), unit));
    columns.push_back(numberColumn(u"free"_qs, Text::tr("Free"), unit));
    columns.push_back(numberColumn(u"over"_qs, Text::tr("Over"), unit));
    columns.back().exceptional = true;
}

void addFigures(std::vector<Cell> &row, const Share &of, int decimals, bool reserve) {
    const auto amount = [decimals](std::int64_t base) { return Cell(Decimal{base, decimals}); };
    row.push_back(of.total ? amount(*of.total) : Cell());
    if (reserve) {
        row.push_back(amount(of.reserve));
    }
    row.push_back(amount(of.used));
    row.push_back(amount(of.held));
    row.push_back(amount(of.free));
    row.push_back(of.over > 0 ? amount(of.over) : Cell());
}

/// Three phases together; of two of them nobody knows how much is limited.
Share apparent(const Shares &shares) {
    Share sum;
    for (std::size_t i = 1; i < shares.size(); ++i) {
        sum += shares[i];
    }
    if (!shares[1].total || !shares[2].total || !shares[3].total) {
        sum.total.reset();
    }
    return sum;
}

} // namespace

QStringList sidesDefinitions() {
    return {
        Text::tr("By side: what the rack PDUs of that side may carry while another fails, added up; L1, L2 and L3 are "
                 "their phases, and kVA the three together. Reserve is what has to stay for the worst single failure. "
                 "total + over = reserve + used + held + free, for each rack PDU and so for their sums; limits further "
                 "up are not in it."),
        Text::tr("Floor: what the floor under the racks may bear, and what stands on it; load is what racks weigh with "
                 "all that is in them, over the area on which they stand. An empty total: nobody has said it."),
    };
}

ReportTable sidesTable(const Estate &estate, const std::map<Place, PlaceShares> &places, const ReportScope &scope) {
    ReportTable table{u"sides"_qs, placeColumns(), {}, Text::tr("Power by side and phase")};
    table.columns.push_back(textColumn(u"side"_qs, Text::tr("Side")));
    table.columns.push_back(textColumn(u"of"_qs, Text::tr("Of")));
    table.columns.push_back(textColumn(u"unit"_qs, Text::tr("Unit")));
    addFigures(table.columns, {}, true);
    table.keys = 5;
    for (const auto &[name, one] : shown(estate, places, scope)) {
        for (const auto &[side, shares] : one->second.sides) {
            const auto add = [&, place = name, level = one->first.level,
                              side = side](const QString &of, const QString &unit, const Share &share) {
                std::vector<Cell> row{nameOf(level), place, textCell(estate.sideName(side)), of, unit};
                addFigures(row, share, 6, true);
                table.rows.push_back(std::move(row));
            };
            add(u"kW"_qs, u"kW"_qs, shares[0]);
            add(u"kVA"_qs, u"kVA"_qs, apparent(shares));
            for (std::size_t i = 1; i < shares.size(); ++i) {
                add(u'L' + QString::number(i), u"kVA"_qs, shares[i]);
            }
        }
    }
    return table;
}

ReportTable floorTable(const Estate &estate, const std::map<Place, PlaceShares> &places, const ReportScope &scope) {
    ReportTable table{u"floor"_qs, placeColumns(), {}, Text::tr("Floor load by area")};
    addFigures(table.columns, u"kg"_qs, false);
    table.columns.push_back(numberColumn(u"area"_qs, Text::tr("Area"), u"m²"_qs));
    table.columns.push_back(numberColumn(u"load"_qs, Text::tr("Load"), u"kg/m²"_qs));
    for (const auto &[name, one] : shown(estate, places, scope)) {
        const auto &of = one->second;
        std::vector<Cell> row{nameOf(one->first.level), name};
        addFigures(row, of.floor, 3, false);
        row.emplace_back(Decimal{of.area, 6});
        // g over mm²: grams on a square metre, in whole kilograms.
        row.emplace_back();
        if (of.area > 0) {
            row.back() = Decimal{of.mass * 1000 / of.area, 0};
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace polder
