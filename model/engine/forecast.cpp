#include "model/engine/forecast.h"

#include "model/engine/envelope.h"
#include "model/engine/pieces.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <span>
#include <utility>

namespace polder {

namespace {

/// So many months of the past are looked at.
constexpr int longest = 120;

Day monthsFrom(Day day, int months) {
    return Day::fromDate(day.toDate().addMonths(months));
}

std::int64_t takenOf(const Capacity &capacity) {
    return capacity.used + capacity.held;
}

using Amounts = std::array<std::int64_t, resourceCount>;

std::int64_t &in(Amounts &amounts, Resource resource) {
    return amounts[static_cast<std::size_t>(resource)];
}

/// What one open request asks of one room.
struct Asked {
    SiteId site;
    RoomId room;
    Period during;
    Amounts amounts{};
};

bool isOpen(const Request &request) {
    return request.state == u"submitted" || request.state == u"endorsed" || request.state == u"in review" ||
           request.state == u"waiting";
}

/// What of an item does not stand yet, for racks.
Amounts amountsOf(const RequestItem &item, const Snapshot &snapshot) {
    const auto wanted = withEstimates(envelopeOf(item, snapshot), snapshot.policy);
    const auto pieces = piecesOf(item.request, snapshot);
    const auto standing = std::ranges::count_if(pieces, [&](const Piece &piece) {
        return piece.item->id == item.id && piece.placement->state != u"ended" && stands(*piece.placement, snapshot);
    });
    const auto count = std::max<std::int64_t>(item.count - standing, 0);
    if (wanted.floorStanding || count == 0) {
        return {};
    }
    Amounts amounts{};
    in(amounts, Resource::Space) = count * wanted.height.halfUnits * (wanted.halfWidth ? 1 : 2) / 2;
    const auto draw = count * wanted.draw.value_or(Power{}).milliwatts;
    in(amounts, Resource::Power) = in(amounts, Resource::Heat) = draw;
    in(amounts, Resource::Apparent) = draw * 1000 / wanted.powerFactorPermille;
    in(amounts, Resource::Mass) = in(amounts, Resource::Floor) = count * wanted.weight.value_or(Mass{}).grams;
    return amounts;
}

/// In shares of the weights; together they are all of it.
std::vector<std::int64_t> shared(std::int64_t amount, const std::vector<std::int64_t> &weights) {
    double all = 0;
    for (const auto weight : weights) {
        all += static_cast<double>(weight);
    }
    std::vector<std::int64_t> shares;
    double sum = 0;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += all > 0 ? static_cast<double>(weights[i]) / all : 1 / static_cast<double>(weights.size());
        const auto upTo = i + 1 == weights.size() ? amount : std::llround(static_cast<double>(amount) * sum);
        shares.push_back(upTo - given);
        given = upTo;
    }
    return shares;
}

class Forecaster {
public:
    Forecaster(const Estate &estate, const ForecastQuery &query, std::stop_token stop)
        : m_estate(estate)
        , m_query(query)
        , m_stop(std::move(stop))
        , m_today(query.today.value_or(estate.snapshot().today))
        , m_last(monthsFrom(m_today, query.months))
        , m_smallest(query.rack  ? Level::Rack
                     : query.row ? Level::Row
                                 : Level::Room) {
        m_wanted.assign(resources.begin(), resources.end());
        if (query.resource) {
            m_wanted = {*query.resource};
        } else if (query.loads) {
            m_wanted.insert(m_wanted.end(), {Resource::Heat, Resource::Apparent, Resource::Floor});
        }
        const auto everyRacks = [](Resource one) { return std::ranges::find(resources, one) != resources.end(); };
        m_detail = std::ranges::all_of(m_wanted, everyRacks) ? Detail::Taken : Detail::Loads;
    }

    Forecasts all() {
        Forecasts forecasts;
        if (!prepare()) {
            return {{}, true};
        }
        std::vector<Place> places;
        for (const auto &level : on(m_today)) {
            if (isWanted(level.place)) {
                places.push_back(level.place);
            }
        }
        std::ranges::sort(places, {}, [](const Place &place) { return std::pair(place.site, place.room); });
        for (const auto &place : places) {
            for (const auto resource : m_wanted) {
                forecasts.of.push_back(of(place, resource));
                if (m_stop.stop_requested()) {
                    return {{}, true};
                }
            }
        }
        const auto drawTrends = [this](std::span<Forecast> some) {
            for (auto &one : some) {
                if (!m_stop.stop_requested()) {
                    drawTrend(one);
                }
            }
        };
        const std::span all(forecasts.of);
        auto half = std::async(std::launch::async, drawTrends, all.subspan(all.size() / 2));
        drawTrends(all.first(all.size() / 2));
        half.get();
        return m_stop.stop_requested() ? Forecasts{{}, true} : forecasts;
    }

private:
    [[nodiscard]] bool isWanted(const Place &place) const {
        if (place.level == Level::All) {
            return m_query.together && !m_query.site;
        }
        const bool level = m_smallest == Level::Room
                               ? place.level == Level::Room || (place.level == Level::Site && !m_query.room)
                               : place.level == m_smallest;
        return level && (!m_query.site || m_query.site == place.site) &&
               (!m_query.room || m_query.room == place.room) && (!m_query.row || m_query.row == place.row) &&
               (!m_query.rack || m_query.rack == place.rack);
    }
    /// Of one row or rack no others are looked at.
    [[nodiscard]] std::vector<RackCapacity> racksOn(Day day, Detail detail) const {
        auto racks = capacityOn(m_estate, day, detail);
        if (m_smallest != Level::Room) {
            std::erase_if(racks, [this](const RackCapacity &one) {
                return std::ranges::none_of(placesOf(m_estate, one.rack),
                                            [this](const Place &place) { return isWanted(place); });
            });
        }
        return racks;
    }
    [[nodiscard]] std::vector<LevelCapacity> levelsOn(Day day) const {
        return levelsOf(m_estate, racksOn(day, m_detail), bearingsOn(m_estate, day), m_smallest, m_detail);
    }

    /// All that is looked at on the first of each month; the rest is asked for when it matters. False: stopped.
    /// Neither the past nor every other month to come asks anything of the rest, so each has a thread of its own.
    bool prepare() {
        queue();
        changes();
        auto past = std::async(std::launch::async, [this] { return lookBack(); });
        const auto everyOther = [this](int first) {
            std::vector<std::pair<Day, std::vector<LevelCapacity>>> found;
            for (int month = first; month <= m_query.months && !m_stop.stop_requested(); month += 2) {
                const Day day = monthsFrom(m_today, month);
                found.emplace_back(day, levelsOn(day));
            }
            return found;
        };
        auto odd = std::async(std::launch::async, everyOther, 1);
        for (auto &[day, levels] : everyOther(0)) {
            m_levels.try_emplace(day, std::move(levels));
        }
        for (auto &[day, levels] : odd.get()) {
            m_levels.try_emplace(day, std::move(levels));
        }
        m_past = past.get();
        return !m_stop.stop_requested();
    }

    /// What was taken on this day of each past month, today first.
    [[nodiscard]] std::vector<std::map<Place, Amounts>> lookBack() const {
        std::vector<std::map<Place, Amounts>> past;
        for (int month = 0; month < longest; ++month) {
            const Day day = monthsFrom(m_today, -month);
            if (day < m_first || m_stop.stop_requested()) {
                break;
            }
            std::map<Place, Amounts> taken;
            RoomId at; // racks of one room mostly follow each other
            std::vector<Amounts *> sums;
            for (const auto &rack : racksOn(day, Detail::Taken)) {
                const auto room = m_estate.rack(rack.rack)->room;
                if (sums.empty() || room != at || m_smallest != Level::Room) {
                    at = room;
                    sums.clear();
                    for (const auto &place : placesOf(m_estate, rack.rack)) {
                        if (isWanted(place)) {
                            sums.push_back(&taken[place]);
                        }
                    }
                }
                const bool onFloor = m_estate.floorNode(rack.rack) >= 0;
                for (auto *sum : sums) {
                    for (const auto resource : resources) {
                        in(*sum, resource) += takenOf(rack.at(resource));
                    }
                    in(*sum, Resource::Floor) += onFloor ? takenOf(rack.at(Resource::Mass)) : 0;
                }
            }
            for (auto &[place, sum] : taken) { // what a rack draws it gives off
                in(sum, Resource::Heat) = in(sum, Resource::Power);
            }
            past.push_back(std::move(taken));
        }
        return past;
    }

    const std::vector<LevelCapacity> &on(Day day) {
        const auto known = m_levels.find(day);
        return known == m_levels.end() ? m_levels.emplace(day, levelsOn(day)).first->second : known->second;
    }
    const Capacity &at(const Place &place, Resource resource, Day day) {
        static const Capacity nothing;
        const auto &levels = on(day);
        const auto found = std::ranges::lower_bound(levels, place, {}, &LevelCapacity::place);
        return found == levels.end() || found->place != place ? nothing : found->at(resource);
    }

    void queue() {
        const auto &snapshot = m_estate.snapshot();
        if (m_smallest != Level::Room) {
            return;
        }
        for (const auto &item : snapshot.requestItems) {
            const auto *request = snapshot.requests.find(item.request);
            if (!request || !isOpen(*request)) {
                continue;
            }
            const Period during{std::max(request->during.from, m_today), request->during.until};
            const auto amounts = amountsOf(item, snapshot);
            std::vector<Asked> rooms;
            std::array<std::vector<std::int64_t>, resourceCount> free;
            for (const auto &level : on(m_today)) {
                const auto &place = level.place;
                if (place.level == Level::Room && (!request->wishSite || request->wishSite == place.site)) {
                    rooms.push_back({place.site, place.room, during, {}});
                    for (std::size_t i = 0; i < resourceCount; ++i) {
                        free[i].push_back(level.of[i].free);
                    }
                }
            }
            for (std::size_t i = 0; i < resourceCount; ++i) {
                const auto shares = shared(amounts[i], free[i]);
                for (std::size_t room = 0; room < rooms.size(); ++room) {
                    rooms[room].amounts[i] = shares[room];
                }
            }
            m_queue.insert(m_queue.end(), rooms.begin(), rooms.end());
        }
    }
    [[nodiscard]] std::int64_t queued(const Place &place, Resource resource, Day day) const {
        std::int64_t sum = 0;
        for (const auto &asked : m_queue) {
            const bool here = (!place.site || asked.site == place.site) && (!place.room || asked.room == place.room);
            sum += here && asked.during.contains(day) ? asked.amounts[static_cast<std::size_t>(resource)] : 0;
        }
        return sum;
    }

    /// The days on which anything may be other than the day before, and the first on which anything stood.
    void changes() {
        const auto &snapshot = m_estate.snapshot();
        const auto add = [this](Day day) {
            m_first = std::min(m_first, day);
            if (m_today < day && day <= m_last) {
                m_changes.push_back(day);
            }
        };
        for (const auto &box : snapshot.occupancy) {
            add(box.during.from);
            add(box.during.until);
        }
        for (const auto &node : snapshot.ledger.nodes()) {
            node.forEach([&add](const LedgerStep &step) { add(step.day); });
        }
        const Day first = m_first; // a limit or a rack is no history
        for (const auto &limit : snapshot.nodeLimits) {
            add(limit.from);
        }
        for (const auto &node : snapshot.nodes) {
            add(node.during.from);
            add(node.during.until);
        }
        for (const auto &rack : snapshot.racks) {
            add(rack.during.from);
            add(rack.during.until);
        }
        for (const auto &asked : m_queue) {
            add(asked.during.from);
            add(asked.during.until);
        }
        m_first = first;
        std::ranges::sort(m_changes);
        m_changes.erase(std::ranges::unique(m_changes).begin(), m_changes.end());
    }

    Forecast of(const Place &place, Resource resource) {
        const auto &now = at(place, resource, m_today);
        Forecast forecast;
        forecast.place = place;
        forecast.resource = resource;
        forecast.taken = takenOf(now);
        forecast.capacity = takenOf(now) + now.free;
        forecast.limited = now.total.has_value();
        for (int month = 1; month <= m_query.months; ++month) {
            const Day day = monthsFrom(m_today, month);
            const auto &then = at(place, resource, day);
            const auto booked = takenOf(then);
            forecast.months.push_back(
                {day, booked, booked + queued(place, resource, day), booked + then.free, std::nullopt});
        }
        if (forecast.limited) {
            forecast.full.booked = fullOn(place, resource, false);
            if (m_smallest == Level::Room) {
                forecast.full.withQueue = fullOn(place, resource, true);
            }
        }
        return forecast;
    }

    /// The month is found by its first day, the day among those on which something changes.
    std::optional<Day> fullOn(const Place &place, Resource resource, bool withQueue) {
        const auto full = [&](Day day) {
            return at(place, resource, day).free <= (withQueue ? queued(place, resource, day) : 0);
        };
        if (full(m_today)) {
            return m_today;
        }
        for (int month = 1; month <= m_query.months; ++month) {
            const Day end = monthsFrom(m_today, month);
            if (full(end)) {
                auto day = std::ranges::upper_bound(m_changes, monthsFrom(m_today, month - 1));
                while (day != m_changes.end() && *day < end && !full(*day)) {
                    ++day;
                }
                return day != m_changes.end() ? std::min(*day, end) : end;
            }
        }
        return std::nullopt;
    }

    void drawTrend(Forecast &forecast) const {
        auto &past = forecast.past;
        // Of the phases only the day itself is known: before it they went with what was drawn.
        const bool apparent = forecast.resource == Resource::Apparent;
        const auto of = apparent ? Resource::Power : forecast.resource;
        for (const auto &taken : m_past) {
            const auto found = taken.find(forecast.place);
            past.push_back(found == taken.end() ? 0 : found->second[static_cast<std::size_t>(of)]);
        }
        if (apparent && !past.empty()) {
            const auto drawn = static_cast<double>(past.front());
            for (auto &level : past) {
                level = drawn > 0
                            ? std::llround(static_cast<double>(level) / drawn * static_cast<double>(forecast.taken))
                            : 0;
            }
        }
        while (!past.empty() && past.back() == 0) {
            past.pop_back();
        }
        std::ranges::reverse(past);
        const auto bands = trendOf(std::vector<double>(past.begin(), past.end()), m_query.months);
        if (!bands) {
            return;
        }
        for (std::size_t i = 0; i < bands->size(); ++i) {
            auto &month = forecast.months[i];
            const double most = forecast.limited ? static_cast<double>(month.capacity) : HUGE_VAL;
            const auto clamped = [most](double value) { return std::clamp(value, 0.0, most); };
            const auto &band = (*bands)[i];
            month.trend = Band{clamped(band.low), clamped(band.mid), clamped(band.high)};
        }
        if (forecast.limited) {
            forecast.full.trend = reaches(forecast, *bands, &Band::mid);
            forecast.full.trendEarly = reaches(forecast, *bands, &Band::high);
            forecast.full.trendLate = reaches(forecast, *bands, &Band::low);
        }
    }

    /// Between two months along a straight line.
    [[nodiscard]] std::optional<Day> reaches(const Forecast &forecast, const std::vector<Band> &bands,
                                             double Band::*edge) const {
        double before = static_cast<double>(forecast.taken - forecast.capacity);
        if (before >= 0) {
            return m_today;
        }
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const auto &month = forecast.months[i];
            const double over = bands[i].*edge - static_cast<double>(month.capacity);
            if (over >= 0) {
                const Day start = i == 0 ? m_today : forecast.months[i - 1].day;
                const double days = month.day.number - start.number;
                return start.plus(static_cast<int>(std::ceil(days * before / (before - over))));
            }
            before = over;
        }
        return std::nullopt;
    }

    const Estate &m_estate;
    const ForecastQuery &m_query;
    std::stop_token m_stop;
    Day m_today, m_last;
    Level m_smallest; ///< that is wanted
    std::vector<Resource> m_wanted;
    Detail m_detail = Detail::Taken;
    Day m_first = Day::never(); ///< on which anything stood
    std::map<Day, std::vector<LevelCapacity>> m_levels;
    std::vector<std::map<Place, Amounts>> m_past; ///< taken, by month, today first
    std::vector<Asked> m_queue;
    std::vector<Day> m_changes; ///< by day
};

} // namespace

Forecasts forecast(const Estate &estate, const ForecastQuery &query, std::stop_token stop) {
    return Forecaster(estate, query, std::move(stop)).all();
}

} // namespace polder
