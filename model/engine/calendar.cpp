#include "model/engine/calendar.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace polder {

namespace {

constexpr int year = 366;

std::optional<BookingState> stateOf(const Placement &placement, Day today) {
    if (placement.state == u"held") {
        const bool lapsed = placement.holdUntil && *placement.holdUntil < today;
        return lapsed ? std::nullopt : std::optional(BookingState::Held);
    }
    return placement.state == u"delivered"         ? std::optional(BookingState::Delivered)
           : placement.state == u"installed"       ? std::optional(BookingState::Installed)
           : placement.state == u"decommissioning" ? std::optional(BookingState::Leaving)
                                                   : std::nullopt;
}

struct Spot {
    RackId rack;
    RoomId room;
};

/// Where bookings are: what is in a chassis is where that is.
class Spots {
public:
    explicit Spots(const Snapshot &snapshot) : m_snapshot(snapshot) {
        for (const Placement &placement : snapshot.placements) {
            if (!placement.chassis && placement.state != u"released") {
                m_byEquipment.emplace(placement.equipment, &placement);
            }
        }
    }

    [[nodiscard]] Spot of(const Placement &placement) const {
        const Placement *at = &placement;
        if (placement.chassis) {
            const auto [first, last] = m_byEquipment.equal_range(placement.chassis);
            const auto there =
                std::find_if(first, last, [&](auto &one) { return one.second->during.overlaps(placement.during); });
            at = there != last ? there->second : first != last ? first->second : at;
        }
        const Rack *rack = m_snapshot.racks.find(at->rack);
        return {at->rack, rack ? rack->room : at->room};
    }

private:
    const Snapshot &m_snapshot;
    std::unordered_multimap<EquipmentId, const Placement *> m_byEquipment;
};

struct Entry {
    int row;
    Period during;
    BookingState state;
    std::optional<Day> lapses;
    PlacementId placement;

    [[nodiscard]] auto alike() const { return std::tuple(row, during, state, lapses); }
};

/// The rows before there is anything in them, and which one a booking belongs to.
class Rows {
public:
    Rows(const Snapshot &snapshot, CalendarBy by) : m_snapshot(snapshot), m_by(by) {}

    /// Racks that are there also if they are empty, room by room.
    [[nodiscard]] std::vector<CalendarRow> of(const std::vector<std::pair<const Placement *, Spot>> &bookings) {
        std::vector<CalendarRow> rows;
        if (m_by == CalendarBy::Rack) {
            for (const auto &[placement, spot] : bookings) {
                m_rowOf.emplace(keyOf(*placement, spot), -1);
            }
            addRooms(rows);
        } else if (m_by == CalendarBy::Room) {
            for (const Room *room : roomsInOrder()) {
                CalendarRow row;
                row.room = room->id;
                m_rowOf[room->id.value] = static_cast<int>(rows.size());
                rows.push_back(row);
            }
        } else {
            std::vector<std::pair<QString, CalendarRow>> named;
            for (const auto &[placement, spot] : bookings) {
                if (m_rowOf.emplace(keyOf(*placement, spot), -1).second) {
                    named.push_back(rowOf(*placement));
                }
            }
            std::ranges::sort(named, {}, [](const auto &one) {
                return std::tuple(one.first.toCaseFolded(), one.second.tenant, one.second.equipment);
            });
            for (auto &[name, row] : named) {
                rows.push_back(row);
                m_rowOf[m_by == CalendarBy::Tenant ? row.tenant.value : row.equipment.value] =
                    static_cast<int>(rows.size()) - 1;
            }
        }
        return rows;
    }

    [[nodiscard]] int placeOf(const Placement &placement, const Spot &spot) const {
        const auto known = m_rowOf.find(keyOf(placement, spot));
        return known == m_rowOf.end() ? -1 : known->second;
    }

private:
    /// Racks by their id, floors by that of their room below zero.
    [[nodiscard]] std::int64_t keyOf(const Placement &placement, const Spot &spot) const {
        switch (m_by) {
        case CalendarBy::Rack:
            return spot.rack ? std::int64_t{spot.rack.value} : -std::int64_t{spot.room.value};
        case CalendarBy::Room:
            return spot.room.value;
        case CalendarBy::Tenant:
            break;
        case CalendarBy::Equipment:
            return placement.equipment.value;
        }
        const Equipment *equipment = m_snapshot.equipment.find(placement.equipment);
        return equipment ? equipment->owner.value : 0;
    }

    [[nodiscard]] std::pair<QString, CalendarRow> rowOf(const Placement &placement) const {
        CalendarRow row;
        const Equipment *equipment = m_snapshot.equipment.find(placement.equipment);
        if (m_by == CalendarBy::Equipment) {
            row.equipment = placement.equipment;
            return {equipment ? equipment->name : QString(), row};
        }
        row.tenant = equipment ? equipment->owner : OrganisationId();
        const Organisation *tenant = m_snapshot.organisations.find(row.tenant);
        return {tenant ? tenant->name : QString(), row};
    }

    [[nodiscard]] std::vector<const Room *> roomsInOrder() const {
        std::vector<std::tuple<QString, QString, const Room *>> named;
        for (const Room &room : m_snapshot.rooms) {
            const Site *site = m_snapshot.sites.find(room.site);
            named.emplace_back(site ? site->code : QString(), room.code, &room);
        }
        std::ranges::sort(named);
        std::vector<const Room *> rooms;
        for (const auto &[site, code, room] : named) {
            rooms.push_back(room);
        }
        return rooms;
    }

    void addRooms(std::vector<CalendarRow> &rows) {
        std::map<RoomId, std::vector<const Rack *>> racks;
        for (const Rack &rack : m_snapshot.racks) {
            if (rack.during.until > m_snapshot.today || m_rowOf.contains(rack.id.value)) {
                racks[rack.room].push_back(&rack);
            }
        }
        for (const Room *room : roomsInOrder()) {
            auto &here = racks[room->id];
            const bool floor = m_rowOf.contains(-std::int64_t{room->id.value});
            if (here.empty() && !floor) {
                continue;
            }
            CalendarRow row;
            row.room = room->id;
            row.heading = true;
            rows.push_back(row);
            row.heading = false;
            if (floor) {
                m_rowOf[-std::int64_t{room->id.value}] = static_cast<int>(rows.size());
                rows.push_back(row);
            }
            std::ranges::sort(here, {}, [](const Rack *rack) { return std::tuple(rack->code, rack->id); });
            for (const Rack *rack : here) {
                row.rack = rack->id;
                m_rowOf[rack->id.value] = static_cast<int>(rows.size());
                rows.push_back(row);
            }
        }
    }

    const Snapshot &m_snapshot;
    CalendarBy m_by;
    std::unordered_map<std::int64_t, int> m_rowOf;
};

/// The bars of one row into lanes: each into the one that is free for longest, else into a new one.
class Lanes {
public:
    explicit Lanes(Calendar &calendar) : m_calendar(calendar) {}

    void put(CalendarRow &row, const std::vector<CalendarBar> &bars) {
        using Free = std::pair<Day, std::size_t>;
        std::priority_queue<Free, std::vector<Free>, std::greater<>> free;
        std::vector<std::vector<CalendarBar>> lanes;
        for (const CalendarBar &bar : bars) {
            std::size_t lane = lanes.size();
            if (!free.empty() && free.top().first <= bar.during.from) {
                lane = free.top().second;
                free.pop();
            } else {
                lanes.emplace_back();
            }
            lanes[lane].push_back(bar);
            free.emplace(bar.during.until, lane);
        }
        row.firstLane = m_calendar.lanes.size();
        row.lanes = std::max<std::size_t>(lanes.size(), 1);
        if (lanes.empty()) {
            m_calendar.lanes.push_back(m_calendar.bars.size());
        }
        for (const auto &lane : lanes) {
            m_calendar.lanes.push_back(m_calendar.bars.size());
            m_calendar.bars.insert(m_calendar.bars.end(), lane.begin(), lane.end());
        }
    }

private:
    Calendar &m_calendar;
};

/// What ends in one place on one day is one mark, and what lapses of one request.
class Marks {
public:
    explicit Marks(const Snapshot &snapshot) : m_snapshot(snapshot) {}

    void add(const Placement &placement, BookingState state, const Spot &spot) {
        const Equipment *equipment = m_snapshot.equipment.find(placement.equipment);
        const RequestItem *item = equipment ? m_snapshot.requestItems.find(equipment->requestItem) : nullptr;
        const RequestId request = item ? item->request : RequestId();
        if (state == BookingState::Held && placement.holdUntil) {
            add(CalendarMark::HoldLapses, *placement.holdUntil, request, placement.equipment, request ? Spot() : spot);
        }
        if (state == BookingState::Held && placement.during.from >= m_snapshot.today) {
            add(CalendarMark::Delivery, placement.during.from, request, placement.equipment, request ? Spot() : spot);
        }
        if (state != BookingState::Held && !placement.during.openEnded()) {
            add(CalendarMark::HostingEnds, placement.during.until.plus(-1), {}, placement.equipment, spot);
        }
    }

    [[nodiscard]] std::vector<CalendarMark> take() {
        for (const Request &request : m_snapshot.requests) {
            if (request.decisionDue) {
                add(CalendarMark::DecisionDue, *request.decisionDue, request.id, {}, {});
            }
        }
        std::vector<CalendarMark> marks;
        marks.reserve(m_marks.size());
        for (const auto &[key, mark] : m_marks) {
            marks.push_back(mark);
        }
        for (const Agreement &agreement : m_snapshot.agreements) {
            if (!agreement.during.openEnded()) {
                CalendarMark mark;
                mark.kind = CalendarMark::AgreementEnds;
                mark.day = agreement.during.until.plus(-1);
                mark.agreement = agreement.id;
                marks.push_back(mark);
            }
        }
        std::ranges::stable_sort(marks, {}, &CalendarMark::day);
        return marks;
    }

private:
    void add(CalendarMark::Kind kind, Day day, RequestId request, EquipmentId equipment, Spot spot) {
        const auto [at, isNew] = m_marks.try_emplace(std::tuple(day, kind, request, spot.room, spot.rack));
        CalendarMark &mark = at->second;
        mark = {kind,      day, isNew ? 1 : mark.count + 1, request, isNew ? equipment : EquipmentId(), spot.rack,
                spot.room, {}};
    }

    const Snapshot &m_snapshot;
    std::map<std::tuple<Day, CalendarMark::Kind, RequestId, RoomId, RackId>, CalendarMark> m_marks;
};

/// All bookings with a year before and two after today at least, but nothing that is ages away.
Period spanOf(const std::vector<Entry> &entries, Day today) {
    Period span{today.plus(-year), today.plus(2 * year)};
    for (const Entry &entry : entries) {
        span.from = std::min(span.from, std::max(entry.during.from, today.plus(-5 * year)));
        if (!entry.during.openEnded()) {
            span.until = std::max(span.until, std::min(entry.during.until.plus(31), today.plus(10 * year)));
        }
    }
    return span;
}

} // namespace

std::size_t Calendar::rowOfLane(std::size_t lane) const {
    const auto after = std::ranges::upper_bound(rows, lane, {}, &CalendarRow::firstLane);
    return static_cast<std::size_t>(after - rows.begin()) - 1;
}

std::size_t Calendar::laneOfBar(std::size_t bar) const {
    // Empty lanes begin where the next one does.
    const auto after = std::ranges::upper_bound(lanes.begin(), std::prev(lanes.end()), bar);
    return static_cast<std::size_t>(after - lanes.begin()) - 1;
}

Calendar calendarOf(const Snapshot &snapshot, CalendarBy by) {
    Calendar calendar;
    calendar.by = by;
    const Spots spots(snapshot);
    Marks marks(snapshot);
    std::vector<std::pair<const Placement *, Spot>> shown;
    for (const Placement &placement : snapshot.placements) {
        if (const auto state = stateOf(placement, snapshot.today)) {
            shown.emplace_back(&placement, spots.of(placement));
            marks.add(placement, *state, shown.back().second);
        }
    }
    calendar.marks = marks.take();

    Rows rows(snapshot, by);
    calendar.rows = rows.of(shown);
    std::vector<Entry> entries;
    entries.reserve(shown.size());
    for (const auto &[placement, spot] : shown) {
        if (const int row = rows.placeOf(*placement, spot); row >= 0) {
            const auto state = *stateOf(*placement, snapshot.today);
            entries.push_back({row, placement->during, state,
                               state == BookingState::Held ? placement->holdUntil : std::nullopt, placement->id});
        }
    }
    std::ranges::sort(entries, {}, [](const Entry &one) { return std::tuple(one.alike(), one.placement); });
    calendar.span = spanOf(entries, snapshot.today);

    Lanes lanes(calendar);
    auto next = entries.begin();
    for (std::size_t row = 0; row < calendar.rows.size(); ++row) {
        std::vector<CalendarBar> bars;
        for (; next != entries.end() && next->row == static_cast<int>(row); ++next) {
            if (bars.empty() || std::prev(next)->alike() != next->alike()) {
                bars.push_back({next->state, next->during, next->lapses, calendar.bookings.size(), 0});
            }
            calendar.bookings.push_back(next->placement);
            ++bars.back().count;
        }
        lanes.put(calendar.rows[row], bars);
    }
    calendar.lanes.push_back(calendar.bars.size());
    return calendar;
}

} // namespace polder
