#include "model/report/floormap.h"

#include "model/report/capacityreport.h"
#include "model/report/columns.h"
#include "model/report/placestable.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::FloorMap)
};

constexpr std::size_t placeColumn = 1, xColumn = 2, yColumn = 3;

Cell millimetres(Length length) {
    return Decimal{length.mm, 0};
}

/// What is used and held, of how much.
void addLoad(std::vector<Cell> &row, const Capacity &of) {
    const auto load = of.used + of.held;
    row.emplace_back(amountOf(Resource::Power, load));
    row.emplace_back();
    row.emplace_back();
    if (of.total) {
        row[row.size() - 2] = amountOf(Resource::Power, *of.total);
        row.back() = percentCell(load, *of.total);
    }
}

} // namespace

ReportTable floorMapTable(const Estate &estate, const EstateCapacity &capacity, const ReportScope &scope) {
    ReportTable table{
        u"map"_qs,
        {textColumn(u"level"_qs, Text::tr("Level"), levelWords()), textColumn(u"place"_qs, Text::tr("Place")),
         numberColumn(u"x"_qs, Text::tr("From west"), u"mm"_qs),
         numberColumn(u"y"_qs, Text::tr("From north"), u"mm"_qs),
         numberColumn(u"width"_qs, Text::tr("West to east"), u"mm"_qs),
         numberColumn(u"depth"_qs, Text::tr("North to south"), u"mm"_qs),
         numberColumn(u"front"_qs, Text::tr("Front looks"), u"°"_qs),
         numberColumn(u"load"_qs, Text::tr("Load"), u"kW"_qs), numberColumn(u"limit"_qs, Text::tr("Limit"), u"kW"_qs),
         numberColumn(u"percent"_qs, Text::tr("Load"), u"%"_qs)},
        {},
        Text::tr("Floor: load of each rack against its limit"),
        {},
        Spread::None,
        true};
    table.keys = 2;
    table.drawn = true;
    const auto &snapshot = estate.snapshot();
    std::map<QString, std::pair<const Room *, std::vector<std::vector<Cell>>>> rooms;
    for (const auto &level : capacity.levels) {
        const auto *rack = level.place.level == Level::Rack ? estate.rack(level.place.rack) : nullptr;
        const auto *room = rack && scope.covers(level.place) ? snapshot.rooms.find(rack->room) : nullptr;
        if (!room) {
            continue;
        }
        const Place ofRoom{Level::Room, level.place.site, room->id, {}, {}};
        auto &[known, racks] = rooms[placePath(estate, ofRoom)];
        known = room;
        const bool turned = rack->orientationDegrees % 180 == 90;
        auto &row = racks.emplace_back(
            std::vector<Cell>{nameOf(Level::Rack), estate.rackName(rack->id), millimetres(rack->x),
                              millimetres(rack->y), millimetres(turned ? rack->depth : rack->width),
                              millimetres(turned ? rack->width : rack->depth), Decimal{rack->orientationDegrees, 0}});
        addLoad(row, level.at(Resource::Power));
    }
    for (auto &[path, of] : rooms) {
        auto &[room, racks] = of;
        std::ranges::sort(racks, {}, [](const auto &row) { return std::get<QString>(row[placeColumn]); });
        table.rows.push_back({nameOf(Level::Room), path, countCell(0), countCell(0), millimetres(room->width),
                              millimetres(room->depth), Cell(), Cell(), Cell(), Cell()});
        std::ranges::move(racks, std::back_inserter(table.rows));
    }
    return table;
}

QString floorMapDefinition() {
    return Text::tr(
        "Floor: what each rack draws by budget, used and held, against the least of what it may give off as "
        "heat and what its rack PDUs may carry when the other side fails. Places are those of its corner in "
        "the north-west of the room.");
}

std::vector<ReportChart> floorMapCharts(const ReportTable &table) {
    std::vector<ReportChart> charts;
    std::set<std::pair<Cell, Cell>> corners;
    bool apart = true;
    const auto end = [&] {
        if (!apart && !charts.empty()) { // nobody has said where they stand
            charts.pop_back();
        }
    };
    for (const auto &row : table.rows) {
        if (row[0] == Cell(nameOf(Level::Room))) {
            end();
            corners.clear();
            apart = true;
            const QString place = std::get<QString>(row[placeColumn]);
            charts.push_back({Text::tr("Heat map of %1: load of each rack, % of its limit").arg(place),
                              table.name,
                              {u"place"_qs},
                              {u"percent"_qs},
                              ReportChart::Kind::Floor,
                              place});
        } else {
            apart = corners.emplace(row[xColumn], row[yColumn]).second && apart;
        }
    }
    end();
    return charts;
}

} // namespace polder
