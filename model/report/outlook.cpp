#include "model/report/outlook.h"

#include "model/engine/forecast.h"
#include "model/report/capacityreport.h"
#include "model/report/columns.h"
#include "model/report/placestable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Outlook)
};

constexpr std::array forecasted{Resource::Space, Resource::Power,    Resource::Mass,
                                Resource::Heat,  Resource::Apparent, Resource::Floor};
constexpr int monthsPerQuarter = 3;
constexpr int quartersBack = 20;

ReportTable runwayTable(const Estate &estate, Day from, const Forecasts &forecasts) {
    const auto months = [](const QString &name, const QString &title) {
        return numberColumn(name, title, Text::tr("months"));
    };
    ReportTable table{u"runway"_qs,
                      {textColumn(u"place"_qs, Text::tr("Place")), textColumn(u"dimension"_qs, Text::tr("Of")),
                       textColumn(u"unit"_qs, Text::tr("Unit")), numberColumn(u"taken"_qs, Text::tr("Taken")),
                       numberColumn(u"capacity"_qs, Text::tr("Capacity")),
                       months(u"booked"_qs, Text::tr("By bookings")),
                       months(u"with_queue"_qs, Text::tr("With the queue")), months(u"trend"_qs, Text::tr("By trend")),
                       months(u"trend_early"_qs, Text::tr("Earliest")), months(u"trend_late"_qs, Text::tr("Latest"))},
                      {},
                      Text::tr("Runway: months to full")};
    table.columns[0].words = placeWords();
    table.columns[1].words = dimensionWords();
    const auto until = [from](const std::optional<Day> &day) {
        if (!day) {
            return Cell();
        }
        int whole = 0;
        while (from.toDate().addMonths(whole + 1) <= day->toDate()) {
            ++whole;
        }
        return Cell(Decimal{whole, 0});
    };
    for (const auto &one : forecasts.of) {
        const auto amount = [&one](std::int64_t base) { return Cell(amountOf(one.resource, base)); };
        table.rows.push_back({nameOf(estate, one.place), nameOf(one.resource), unitOf(one.resource), amount(one.taken),
                              one.limited ? amount(one.capacity) : Cell(), until(one.full.booked),
                              until(one.full.withQueue), until(one.full.trend), until(one.full.trendEarly),
                              until(one.full.trendLate)});
    }
    return table;
}

/// What is taken of what there is.
struct Utilisation {
    std::int64_t taken = 0, capacity = 0;
    bool limited = true;

    /// So many months from the day of the report; of the past with what there is then.
    void add(const Forecast &one, int month) {
        const auto at = static_cast<std::ptrdiff_t>(one.past.size()) - 1 + month;
        const auto ahead = static_cast<std::size_t>(std::max(month - 1, 0));
        taken += month > 0 ? one.months[ahead].booked : at >= 0 ? one.past[static_cast<std::size_t>(at)] : 0;
        capacity += month > 0 ? one.months[ahead].capacity : one.capacity;
        limited = limited && one.limited;
    }
};

ReportTable utilisationTable(Day from, const Forecasts &forecasts, Level level) {
    ReportTable table{
        u"utilisation"_qs, {textColumn(u"day"_qs, Text::tr("Day"))}, {}, Text::tr("Utilisation over time")};
    for (const auto resource : forecasted) {
        const auto column = [&](const QString &what, const QString &title, const QString &unit) {
            table.columns.push_back(numberColumn(nameOf(resource) + u'_' + what, title, unit));
            table.columns.back().group = dimensionWords().value(nameOf(resource));
        };
        column(u"taken"_qs, Text::tr("Taken"), unitOf(resource));
        column(u"capacity"_qs, Text::tr("Capacity"), unitOf(resource));
        column(u"percent"_qs, Text::tr("Taken"), u"%"_qs);
    }
    int back = 0, ahead = 0;
    for (const auto &one : forecasts.of) {
        back = std::max(back, static_cast<int>(one.past.size()) - 1);
        ahead = std::max(ahead, static_cast<int>(one.months.size()));
    }
    for (int month = -std::min(back / monthsPerQuarter, quartersBack) * monthsPerQuarter; month <= ahead;
         month += monthsPerQuarter) {
        std::vector<Cell> row(table.columns.size());
        std::size_t at = 0;
        row[at++] = dateCell(Day::fromDate(from.toDate().addMonths(month)));
        for (const auto resource : forecasted) {
            Utilisation sum;
            for (const auto &one : forecasts.of) {
                if (one.resource == resource && one.place.level == level) {
                    sum.add(one, month);
                }
            }
            row[at] = amountOf(resource, sum.taken);
            if (sum.limited) {
                row[at + 1] = amountOf(resource, sum.capacity);
                row[at + 2] = percentCell(sum.taken, sum.capacity);
            }
            at += 3;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

OutlookTables outlookTables(const Estate &estate, Day asOf, const ReportScope &scope, const std::stop_token &stop) {
    ForecastQuery query;
    query.site = scope.place.site;
    query.room = scope.place.room;
    query.row = scope.place.rack ? RowId{} : scope.place.row;
    query.rack = scope.place.rack;
    query.together = true;
    query.loads = true;
    query.today = asOf; // and not the day of the clock: the same report says the same tomorrow
    const auto forecasts = forecast(estate, query, stop);
    return {runwayTable(estate, asOf, forecasts), utilisationTable(asOf, forecasts, scope.place.level)};
}

QString utilisationDefinition() {
    return Text::tr(
        "Utilisation over time: what is used and held, of that and what is free. Of days after the day of the report "
        "with every booking that begins or ends by then; of days before it as the bookings have it that were known, "
        "with what there is on the day of the report.");
}

std::vector<ReportChart> outlookCharts() {
    std::vector<ReportChart> charts{
        {Text::tr("Utilisation over time, % taken"), u"utilisation"_qs, {u"day"_qs}, {}, ReportChart::Kind::Lines},
        {Text::tr("Runway: months to full; no bar: not within three years"),
         u"runway"_qs,
         {u"place"_qs, u"dimension"_qs},
         {u"booked"_qs, u"with_queue"_qs, u"trend"_qs},
         ReportChart::Kind::Groups}};
    for (const auto resource : forecasted) {
        charts.front().values << nameOf(resource) + u"_percent"_qs;
    }
    return charts;
}

} // namespace polder
