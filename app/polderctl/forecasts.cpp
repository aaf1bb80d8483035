#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/engine/forecast.h"
#include "model/report/capacityreport.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

// forecast: when which room is full, by what is booked, by what is asked for, and as it has been going.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultMonths = 36;

/// What the options say by themselves; --site and --room only the record knows.
Result<ForecastQuery> readQuery(const QCommandLineParser &options) {
    ForecastQuery query;
    const auto months = wholeNumber(options, u"months"_s, 1, 120);
    if (!months.ok()) {
        return months.error();
    }
    query.months = static_cast<int>(months->value_or(defaultMonths));
    QStringList names;
    for (const Resource resource : resources) {
        names << nameOf(resource);
    }
    const auto dimension = oneOf(options, u"dimension"_s, names);
    if (!dimension.ok()) {
        return dimension.error();
    }
    if (*dimension) {
        query.resource = resources[static_cast<std::size_t>(names.indexOf(**dimension))];
    }
    if (options.isSet(u"room"_s) && options.value(u"room"_s).count(u'/') != 1) {
        return invalid(u"--room"_s, options.value(u"room"_s), u"a name of the form SITE/ROOM"_s);
    }
    return query;
}

Status lookUp(const QCommandLineParser &options, const Estate &estate, ForecastQuery &query) {
    const Snapshot &snapshot = estate.snapshot();
    QStringList names;
    if (options.isSet(u"site"_s)) {
        for (const Site &site : snapshot.sites) {
            names << site.code;
            query.site = site.code == options.value(u"site"_s) ? site.id : query.site;
        }
        if (!query.site) {
            return invalid(u"--site"_s, options.value(u"site"_s), u"one of "_s + names.join(u", "_s));
        }
    }
    if (options.isSet(u"room"_s)) {
        names.clear();
        for (const Room &room : snapshot.rooms) {
            if (!query.site || room.site == query.site) {
                names << estate.roomName(room.id);
                query.room = names.last() == options.value(u"room"_s) ? room.id : query.room;
            }
        }
        if (!query.room) {
            return invalid(u"--room"_s, options.value(u"room"_s), u"one of "_s + names.join(u", "_s));
        }
    }
    return success();
}

/// 3, 6 and 12 months, and as far as one looks.
std::vector<int> shownMonths(int months) {
    std::vector<int> shown;
    for (const int month : {3, 6, 12}) {
        if (month < months) {
            shown.push_back(month);
        }
    }
    shown.push_back(months);
    return shown;
}

QString dateText(Day day) {
    return day.toDate().toString(Qt::ISODate);
}

/// A trend is no more exact than a half U, a watt, a kilogram.
std::int64_t rounded(Resource resource, double base) {
    const double step = resource == Resource::Space ? 1 : 1000;
    return std::llround(base / step) * static_cast<std::int64_t>(step);
}

double number(Resource resource, std::int64_t base) {
    return amountOf(resource, base).toDouble();
}

QString numberText(Resource resource, std::int64_t base) {
    const double value = number(resource, base);
    const bool whole = resource == Resource::Mass || (resource == Resource::Space && base % 2 == 0);
    return QString::number(value, 'f', whole ? 0 : 1);
}

/// Whole months that are left; 0: within the first.
int monthsUntil(Day today, Day day) {
    int months = 0;
    while (today.toDate().addMonths(months + 1) <= day.toDate()) {
        ++months;
    }
    return months;
}

struct Named {
    QString name;
    std::optional<Day> day;
};
std::vector<Named> fullDays(const FullOn &full) {
    return {{u"booked"_s, full.booked},
            {u"with_queue"_s, full.withQueue},
            {u"trend"_s, full.trend},
            {u"trend_early"_s, full.trendEarly},
            {u"trend_late"_s, full.trendLate}};
}

QJsonValue trendJson(Resource resource, const std::optional<Band> &trend) {
    if (!trend) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"low"_s, number(resource, rounded(resource, trend->low))},
                       {u"mid"_s, number(resource, rounded(resource, trend->mid))},
                       {u"high"_s, number(resource, rounded(resource, trend->high))}};
}

QJsonObject forecastJson(const Estate &estate, const Forecast &forecast, const std::vector<int> &shown) {
    const Resource resource = forecast.resource;
    const Day today = estate.snapshot().today;
    const auto limit = [&](std::int64_t capacity) {
        return forecast.limited ? QJsonValue(number(resource, capacity)) : QJsonValue();
    };
    QJsonArray points;
    for (const int ahead : shown) {
        const ForecastMonth &month = forecast.months[static_cast<std::size_t>(ahead) - 1];
        points << QJsonObject{{u"months"_s, ahead},
                              {u"date"_s, dateText(month.day)},
                              {u"booked"_s, number(resource, month.booked)},
                              {u"with_queue"_s, number(resource, month.withQueue)},
                              {u"trend"_s, trendJson(resource, month.trend)},
                              {u"capacity"_s, limit(month.capacity)}};
    }
    QJsonObject fullOn, monthsToFull;
    for (const auto &[name, day] : fullDays(forecast.full)) {
        fullOn[name] = day ? QJsonValue(dateText(*day)) : QJsonValue();
        monthsToFull[name] = day ? QJsonValue(monthsUntil(today, *day)) : QJsonValue();
    }
    const Place &place = forecast.place;
    const Room *room = estate.snapshot().rooms.find(place.room);
    return {{u"site"_s, estate.snapshot().sites.find(place.site)->code},
            {u"room"_s, room ? QJsonValue(room->code) : QJsonValue()},
            {u"dimension"_s, nameOf(resource)},
            {u"unit"_s, unitOf(resource)},
            {u"taken"_s, number(resource, forecast.taken)},
            {u"capacity"_s, limit(forecast.capacity)},
            {u"quarters"_s, static_cast<qint64>(forecast.quarters())},
            {u"trend_drawn"_s, forecast.months.front().trend.has_value()},
            {u"points"_s, points},
            {u"full_on"_s, fullOn},
            {u"months_to_full"_s, monthsToFull}};
}

QString placeName(const Estate &estate, const Place &place) {
    return place.room ? estate.roomName(place.room) : estate.snapshot().sites.find(place.site)->code;
}

QString fullText(const std::optional<Day> &day) {
    return day ? dateText(*day) : u"-"_s;
}

/// A line of what is booked, one with the queue, one of the trend.
void addRows(QList<QStringList> &rows, const Estate &estate, const Forecast &forecast, const std::vector<int> &shown) {
    const Resource resource = forecast.resource;
    QStringList booked{placeName(estate, forecast.place), unitOf(resource), u"booked"_s,
                       numberText(resource, forecast.taken)};
    QStringList queue{QString(), QString(), u"with queue"_s, QString()};
    QStringList trend{QString(), QString(), u"trend"_s, QString()};
    for (const int ahead : shown) {
        const ForecastMonth &month = forecast.months[static_cast<std::size_t>(ahead) - 1];
        booked << numberText(resource, month.booked);
        queue << numberText(resource, month.withQueue);
        if (month.trend) {
            const auto edge = [&](double value) { return numberText(resource, rounded(resource, value)); };
            trend << u"%1 (%2-%3)"_s.arg(edge(month.trend->mid), edge(month.trend->low), edge(month.trend->high));
        }
    }
    booked << (forecast.limited ? numberText(resource, forecast.capacity) : u"unknown"_s)
           << fullText(forecast.full.booked);
    queue << QString() << fullText(forecast.full.withQueue);
    rows << booked << queue;
    if (forecast.months.front().trend) {
        rows << trend + QStringList{QString(), forecast.full.trendEarly
                                                   ? u"%1 (%2 to %3)"_s.arg(fullText(forecast.full.trend),
                                                                            fullText(forecast.full.trendEarly),
                                                                            fullText(forecast.full.trendLate))
                                                   : u"-"_s};
    }
}

QString withoutTrend(const Estate &estate, const std::vector<Forecast> &forecasts) {
    QString text;
    for (const Forecast &forecast : forecasts) {
        if (!forecast.months.front().trend) {
            text += u"No trend of %1 in %2: %3 quarters of data, and it takes %4.\n"_s
                        .arg(unitOf(forecast.resource), placeName(estate, forecast.place))
                        .arg(forecast.quarters())
                        .arg(leastMonths / 3);
        }
    }
    return text;
}

QStringList definitions() {
    return {
        u"booked: used and held in racks, with every booking that is to begin or to end by then; a hold counts too."_s,
        u"with_queue: and what open requests (submitted, endorsed, in review, waiting) that the reader may see ask for "
        "and do not have yet, each in full from the day that it wishes; in the data centre of its wish, else in all, "
        "in shares of what is free in their rooms today."_s,
        u"trend: of the same day of each month up to ten years back, by exponential smoothing with a damped trend; low "
        "to high is where it lies in 80 of 100 cases, never above the capacity. Fewer than 8 quarters of data: none."_s,
        u"capacity: booked and what is free besides. kW is failover-safe, with what the chain above the racks bears. "
        "full_on: from that day nothing is free."_s,
    };
}

Result<Answer> forecastNow(Session &session, const QCommandLineParser &options) {
    auto query = readQuery(options);
    if (!query.ok()) {
        return query.error();
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Estate estate(*snapshot);
    if (const Status known = lookUp(options, estate, *query); !known.ok()) {
        return known.error();
    }
    const auto found = forecast(estate, *query).of;
    const auto shown = shownMonths(query->months);
    QJsonArray forecasts;
    QStringList headers{u"where"_s, u"unit"_s, QString(), u"today"_s};
    for (const int month : shown) {
        headers << u"%1 months"_s.arg(month);
    }
    headers << u"of"_s << u"full on"_s;
    QList<QStringList> rows;
    for (const Forecast &one : found) {
        forecasts << forecastJson(estate, one, shown);
        addRows(rows, estate, one, shown);
    }
    const QString text =
        rows.isEmpty()
            ? u"No rack stands there.\n"_s
            : table(headers, rows) + withoutTrend(estate, found) +
                  u"-: not within %1 months. Of a trend the range in which it lies in 80 of 100 cases.\n"_s.arg(
                      query->months);
    return Answer{QJsonObject{{u"today"_s, dateText((*snapshot)->today)},
                              {u"generation"_s, static_cast<qint64>((*snapshot)->generation)},
                              {u"months"_s, query->months},
                              {u"forecasts"_s, forecasts},
                              {u"definitions"_s, QJsonArray::fromStringList(definitions())}},
                  text,
                  {},
                  rows.isEmpty() ? Refused : Done};
}

} // namespace

QList<Command> forecastCommands() {
    return {{{u"forecast"_s},
             {},
             0,
             0,
             u"when each room is full: by bookings, by the queue, by its trend"_s,
             {valueOption(u"site"_s, u"S"_s, u"one data centre only"_s),
              valueOption(u"room"_s, u"SITE/ROOM"_s, u"one room only"_s),
              valueOption(u"months"_s, u"N"_s, u"so far ahead, 36 if not given"_s),
              valueOption(u"dimension"_s, u"U|kW|kg"_s, u"all three if not given"_s)},
             forecastNow,
             u"forecast"_s}};
}

} // namespace polder::ctl
