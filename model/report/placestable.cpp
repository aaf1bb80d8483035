#include "model/report/placestable.h"

#include "model/engine/failover.h"
#include "model/engine/humask.h"
#include "model/report/capacityreport.h"
#include "model/report/columns.h"
#include "model/report/setaside.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlacesTable)
};

const QString everything = QStringLiteral("institution"); ///< as --scope takes it
constexpr std::array reported{Resource::Space, Resource::Power,    Resource::Mass,
                              Resource::Heat,  Resource::Apparent, Resource::Floor};

/// What is below it, down to where it is worth a line: of everything also the rooms.
Level smallestOf(Level scope) {
    return scope == Level::All || scope == Level::Site ? Level::Room : scope == Level::Room ? Level::Row : Level::Rack;
}

int largestGap(const Estate &estate, RackId rack, Day day) {
    HuMask taken;
    for (const auto &box : estate.boxes(rack)) {
        if (box.during.contains(day)) {
            taken |= HuMask::range(box.huFrom, box.huUntil);
        }
    }
    return (HuMask::range(0, 2 * estate.rack(rack)->units) & ~taken).longestRun();
}

/// Sums over the racks of a place.
struct Sums {
    std::array<Capacity, resourceCount> of{};
    std::array<std::int64_t, resourceCount> over{};
    int gap = 0;
};

std::map<Place, Sums> sumsByPlace(const Estate &estate, const EstateCapacity &capacity, Day day,
                                  const ReportScope &scope) {
    std::map<Place, Sums> sums;
    for (const auto &level : capacity.levels) {
        if (level.place.level != Level::Rack || !scope.covers(estate, level.place.rack)) {
            continue;
        }
        const int gap = largestGap(estate, level.place.rack, day);
        for (const auto &place : placesOf(estate, level.place.rack)) {
            auto &sum = sums[place];
            sum.gap = std::max(sum.gap, gap);
            for (std::size_t i = 0; i < resourceCount; ++i) {
                const auto &of = level.of[i];
                sum.of[i] += of;
                // Of a rack without a total nothing adds up; what it carries is over.
                sum.over[i] += std::max<std::int64_t>(of.blocked + of.used + of.held - of.total.value_or(0), 0);
            }
        }
    }
    return sums;
}

} // namespace

QHash<QString, QString> levelWords() {
    return {{u"rack"_qs, Text::tr("Rack")},
            {u"row"_qs, Text::tr("Row")},
            {u"room"_qs, Text::tr("Room")},
            {u"site"_qs, Text::tr("Site")},
            {u"all"_qs, Text::tr("Institutions")}};
}

QHash<QString, QString> placeWords() {
    return {{everything, Text::tr("All")}};
}

bool isShown(const Place &place, const ReportScope &scope) {
    return place.level >= smallestOf(scope.place.level) && place.level <= scope.place.level && scope.covers(place);
}

QString nameOf(const Estate &estate, const Place &place) {
    const QString name = placePath(estate, place);
    return name.isEmpty() ? everything : name;
}

QStringList placesDefinitions() {
    return {
        Text::tr("Places: total, blocked, used and held are sums over racks, as the table of racks has them; usable is "
                 "total less blocked. Free is what the racks may still have together, as the nodes above them bear it, "
                 "also while any one thing fails. Limited upstream is free in single racks, but not together. So total "
                 "+ over = blocked + used + held + free + limited upstream; over is what racks carry beyond their "
                 "total, or without one."),
        Text::tr(
            "Stranded is a part of free: what a reference mix of servers and storage cannot use any more, for want "
            "of something else; binding is what that is, and the node whose limit it is."),
        Text::tr(
            "kVA: the three phases together; total is the least of what the rack PDUs of each side may carry when "
            "the other side fails. Floor: what the floor below the racks may bear, and what of equipment stands on "
            "it."),
        Text::tr("Largest gap: the most free units above one another in one rack, over its whole depth."),
        Text::tr(
            "Runway: months from the day of the report until nothing is free, by what is booked, with the open "
            "requests, "
            "and by the trend of the past with the range in which it lies in 80 of 100 cases. Empty: not within 36 "
            "months, or no trend for want of eight quarters of data; of a row or rack nobody knows which requests come "
            "there. The trend of heat and of kVA is that of power, of which kVA has the share of the day of the "
            "report; that of the floor is of what racks weighed."),
    };
}

QString headroomDefinition() {
    return Text::tr(
        "Headroom: of each node under the single failure that leaves it least of its limit for failover; L1, "
        "L2 and L3 are its phases, in kVA.");
}

ReportTable placesTable(const Estate &estate, const EstateCapacity &capacity, Day day, const ReportScope &scope) {
    ReportTable table{
        u"places"_qs,
        {textColumn(u"level"_qs, Text::tr("Level")), textColumn(u"place"_qs, Text::tr("Place")),
         textColumn(u"dimension"_qs, {}), textColumn(u"unit"_qs, {}), numberColumn(u"total"_qs, Text::tr("Total")),
         numberColumn(u"blocked"_qs, Text::tr("Blocked")), numberColumn(u"usable"_qs, Text::tr("Usable")),
         numberColumn(u"used"_qs, Text::tr("Used")), numberColumn(u"held"_qs, Text::tr("Held")),
         numberColumn(u"free"_qs, Text::tr("Free")), numberColumn(u"limited_upstream"_qs, Text::tr("Limited upstream")),
         numberColumn(u"stranded"_qs, Text::tr("Stranded")), numberColumn(u"largest_gap"_qs, Text::tr("Largest gap")),
         numberColumn(u"over"_qs, Text::tr("Over")), textColumn(u"binding"_qs, Text::tr("Binding")),
         textColumn(u"binding_node"_qs, Text::tr("Node")), overrideColumn()},
        {},
        {},
        {},
        Spread::Tables};
    table.columns[0].words = levelWords();
    table.columns[1].words = placeWords();
    table.columns[2].words = dimensionWords();
    table.columns[12].exceptional = true;
    table.columns[13].exceptional = true;
    table.columns[14].words = dimensionWords();

    const auto sums = sumsByPlace(estate, capacity, day, scope);
    const SetAside aside(estate, day);
    std::vector<std::pair<QString, const LevelCapacity *>> places;
    for (const auto &level : capacity.levels) {
        if (isShown(level.place, scope)) {
            places.emplace_back(nameOf(estate, level.place), &level);
        }
    }
    // What holds the others comes before them.
    std::ranges::sort(places, {},
                      [](const auto &one) { return std::pair(one.second->place.level != Level::All, one.first); });
    for (const auto resource : reported) {
        const auto at = static_cast<std::size_t>(resource);
        for (const auto &[name, level] : places) {
            const auto found = sums.find(level->place);
            const Sums sum = found == sums.end() ? Sums() : found->second;
            const auto &of = sum.of[at];
            const auto amount = [resource](std::int64_t base) { return Cell(amountOf(resource, base)); };
            // Whoever gets less together than one by one is limited above.
            const auto free = level->at(resource).free;
            const auto limited = of.free - free;
            const Cell total = of.total ? amount(*of.total) : Cell();
            table.rows.push_back(
                {nameOf(level->place.level), name, nameOf(resource), unitOf(resource), total, amount(of.blocked),
                 of.total ? amount(*of.total - of.blocked) : Cell(), amount(of.used), amount(of.held), amount(free),
                 amount(limited), amount(level->stranded[at]), resource == Resource::Space ? amount(sum.gap) : Cell(),
                 sum.over[at] > 0 ? amount(sum.over[at]) : Cell(),
                 level->binding ? Cell(nameOf(level->binding->resource)) : Cell(),
                 level->binding && level->binding->node >= 0 ? Cell(estate.nodeName(level->binding->node)) : Cell(),
                 aside.of(level->place, resource)});
        }
    }
    return table;
}

ReportTable headroomTable(const Estate &estate, Day day, const ReportScope &scope, std::size_t most) {
    ReportTable table{u"headroom"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), textColumn(u"failing"_qs, Text::tr("When this fails")),
                       textColumn(u"phase"_qs, Text::tr("Phase")), textColumn(u"unit"_qs, Text::tr("Unit")),
                       numberColumn(u"load"_qs, Text::tr("Load")), numberColumn(u"limit"_qs, Text::tr("Limit")),
                       numberColumn(u"left"_qs, Text::tr("Left")),
                       numberColumn(u"left_percent"_qs, Text::tr("Left"), u"%"_qs), overrideColumn()},
                      {},
                      Text::tr("Headroom under the worst single failure")};
    std::vector<NodeHeadroom> found;
    const FailureSimulator failures(estate, {day, day.plus(1)});
    for (const auto &one : failures.headrooms()) {
        if (one.at.limit && scope.covers(estate, estate.node(one.node))) {
            found.push_back(one);
        }
    }
    const auto left = [](const NodeHeadroom &one) {
        return *one.at.limit == 0 ? -1.0 : 1.0 - static_cast<double>(one.at.load) / static_cast<double>(*one.at.limit);
    };
    std::ranges::stable_sort(found, {}, left);
    found.resize(std::min(found.size(), most));
    for (const auto &one : found) {
        const bool phase = one.quantity > 0;
        table.rows.push_back(
            {estate.nodeName(one.node), estate.nodeName(one.failing), QString::fromUtf16(quantityNames[one.quantity]),
             phase ? u"kVA"_qs : u"kW"_qs, Decimal{one.at.load, 6}, Decimal{*one.at.limit, 6},
             Decimal{*one.at.limit - one.at.load, 6}, percentCell(*one.at.limit - one.at.load, *one.at.limit),
             overrideCell(estate.snapshot(), estate.idOf(one.node), day)});
    }
    return table;
}

} // namespace polder
