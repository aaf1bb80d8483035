#include "model/report/capacityreport.h"

#include "model/report/floormap.h"
#include "model/report/outlook.h"
#include "model/report/placestable.h"
#include "model/report/setaside.h"
#include "model/report/sidestable.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::CapacityReport)
};

QStringList definitions() {
    return {
        Text::tr("U: total = blocked + used + held + free. A half unit counts as used if anything touches it, whatever "
                 "its depth or width."),
        Text::tr(
            "kW: total is the least of the rack's heat limit and of what its rack PDUs may carry when the other side "
            "fails; limits of feeds and supplies further up are not in it. Used is the budgeted draw."),
        Text::tr("kg: total is the static load of the rack; used is equipment with rails and cable arms."),
        Text::tr(
            "Held is what is held or delivered and not yet installed, as far as the reader may see it; what others "
            "hold is counted as used, and so is a half unit in which something else stands too."),
        Text::tr("Free is never less than nothing: of a rack that carries more than its total, over says how much, and "
                 "total + over = blocked + used + held. An empty total: nobody has said what the rack may take."),
    };
}

} // namespace

QString nameOf(Level level) {
    switch (level) {
    case Level::Rack:
        return u"rack"_qs;
    case Level::Row:
        return u"row"_qs;
    case Level::Room:
        return u"room"_qs;
    case Level::Site:
        return u"site"_qs;
    case Level::All:
        break;
    }
    return u"all"_qs;
}

QString nameOf(Resource resource) {
    switch (resource) {
    case Resource::Space:
        return u"U"_qs;
    case Resource::Power:
        return u"kW"_qs;
    case Resource::Mass:
        return u"kg"_qs;
    case Resource::Heat:
        return u"heat"_qs;
    case Resource::Apparent:
        return u"kVA"_qs;
    case Resource::Floor:
        return u"floor"_qs;
    case Resource::Outlets:
        break;
    }
    return u"outlets"_qs;
}

QString unitOf(Resource resource) {
    return resource == Resource::Heat      ? u"kW"_qs
           : resource == Resource::Floor   ? u"kg"_qs
           : resource == Resource::Outlets ? u"pieces"_qs
                                           : nameOf(resource);
}

QHash<QString, QString> dimensionWords() {
    return {{u"U"_qs, Text::tr("Space")},
            {u"kW"_qs, Text::tr("Power")},
            {u"kg"_qs, Text::tr("Mass")},
            {u"heat"_qs, Text::tr("Heat")},
            {u"kVA"_qs, Text::tr("Apparent power")},
            {u"floor"_qs, Text::tr("Floor load")},
            {u"outlets"_qs, Text::tr("Outlets")}};
}

Decimal amountOf(Resource resource, std::int64_t base) {
    switch (resource) {
    case Resource::Space:
        return {base * 5, 1};
    case Resource::Power:
    case Resource::Heat:
    case Resource::Apparent:
        return {base, 6};
    case Resource::Mass:
    case Resource::Floor:
        return {base, 3};
    case Resource::Outlets:
        break;
    }
    return {base, 0};
}

namespace {

Report racksReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope) {
    ReportTable table{u"capacity"_qs,
                      {{u"site"_qs, {}, false, Text::tr("Site")},
                       {u"room"_qs, {}, false, Text::tr("Room")},
                       {u"rack"_qs, {}, false, Text::tr("Rack")},
                       {u"dimension"_qs, {}, false, {}, dimensionWords()},
                       {u"unit"_qs, {}},
                       {u"total"_qs, {}, false, Text::tr("Total")},
                       {u"blocked"_qs, {}, false, Text::tr("Blocked")},
                       {u"used"_qs, {}, false, Text::tr("Used")},
                       {u"held"_qs, {}, false, Text::tr("Held")},
                       {u"free"_qs, {}, false, Text::tr("Free")},
                       {u"over"_qs, {}, true, Text::tr("Over")}},
                      {},
                      Text::tr("Racks"),
                      {},
                      Spread::Columns,
                      true};
    struct Named {
        QStringList name; ///< site, room, rack
        RackCapacity capacity;
    };
    std::vector<Named> racks;
    for (const auto &capacity : capacityOn(estate, asOf, Detail::Held)) {
        if (scope.covers(estate, capacity.rack)) {
            racks.push_back({estate.rackName(capacity.rack).split(u'/'), capacity});
        }
    }
    std::ranges::sort(racks, [](const Named &a, const Named &b) { return a.name < b.name; });
    for (const auto &[name, capacity] : racks) {
        for (const auto resource : resources) {
            const auto &of = capacity.at(resource);
            const QString unit = unitOf(resource);
            const auto taken = of.blocked + of.used + of.held;
            const auto over = of.total ? taken - *of.total : 0;
            table.rows.push_back(
                {name[0], name[1], name[2], unit, unit, of.total ? Cell(amountOf(resource, *of.total)) : Cell(),
                 amountOf(resource, of.blocked), amountOf(resource, of.used), amountOf(resource, of.held),
                 amountOf(resource, of.free), over > 0 ? Cell(amountOf(resource, over)) : Cell()});
        }
    }
    return {Text::tr("Capacity"), asOf,      estate.snapshot().generation, knownAt, definitions(),
            {std::move(table)},   scope.name};
}

} // namespace

Report capacityReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope) {
    Report report = racksReport(estate, asOf, knownAt, scope);
    report.definitions.push_front(
        Text::tr("Here are racks only. All tables of the report have also places of every level with usable, limited "
                 "upstream, stranded, binding, kVA, floor load and heat; sides and phases; months to full; the top "
                 "risks."));
    return report;
}

Report wholeCapacityReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                           const std::stop_token &stop, const ReportProgress &progress) {
    // The past and the future take as long as the day itself.
    auto outlook = std::async(std::launch::async, [&] { return outlookTables(estate, asOf, scope, stop); });
    constexpr int parts = 7;
    const auto done = [&progress](int part) {
        if (progress) {
            progress(part * 1000 / parts);
        }
    };
    Report report = racksReport(estate, asOf, knownAt, scope);
    done(1);
    const auto capacity = estateCapacityOn(estate, asOf, stop);
    done(2);
    constexpr std::size_t risks = 10;
    report.tables.push_back(placesTable(estate, capacity, asOf, scope));
    done(3);
    const auto shares = placeSharesOn(estate, asOf);
    report.tables.push_back(sidesTable(estate, shares, scope));
    report.tables.push_back(floorTable(estate, shares, scope));
    done(4);
    ReportTable headroom;
    if (!stop.stop_requested()) {
        headroom = headroomTable(estate, asOf, scope, risks);
    }
    headroom.title = Text::tr("Top risks: least left under the worst single failure");
    done(5);
    auto [runway, utilisation] = outlook.get();
    report.tables.push_back(std::move(runway));
    report.tables.push_back(std::move(utilisation));
    report.tables.push_back(std::move(headroom));
    done(6);
    report.tables.push_back(floorMapTable(estate, capacity, scope));
    report.definitions =
        placesDefinitions() + sidesDefinitions() +
        QStringList{utilisationDefinition(), headroomDefinition(), overrideDefinition(), floorMapDefinition()} +
        report.definitions;
    for (const auto &[dimension, title] :
         {std::pair{u"U"_qs, Text::tr("Space by place, U")}, std::pair{u"kW"_qs, Text::tr("Power by place, kW")}}) {
        report.charts.push_back({title,
                                 u"places_"_qs + dimension,
                                 {u"place"_qs},
                                 {u"used"_qs, u"held"_qs, u"blocked"_qs, u"limited_upstream"_qs, u"free"_qs}});
    }
    std::ranges::move(outlookCharts(), std::back_inserter(report.charts));
    std::ranges::move(floorMapCharts(report.tables.back()), std::back_inserter(report.charts));
    return report;
}

} // namespace polder
