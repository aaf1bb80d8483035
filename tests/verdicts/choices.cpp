#include "bookings.h"
#include "said.h"
#include "verdicts.h"

#include "model/engine/checks.h"
#include "model/engine/floorsearch.h"
#include "model/engine/placer.h"
#include "model/engine/together.h"

#include <QSet>

#include <algorithm>

namespace polder::test {

namespace {

QString range(Period period) {
    return u"'[%1,%2)'"_qs.arg(period.from.toDate().toString(Qt::ISODate),
                               period.openEnded() ? QString() : period.until.toDate().toString(Qt::ISODate));
}

/// Tries to book known equipment everywhere in a rack; answers how many places it tried, and which was taken first.
constexpr auto everyChoice = R"(
create function pg_temp.try_everywhere(device int, days daterange, rack int, positions int[], faces text[], halves text[],
                                       outlets text[], out tried int, out taken text) language plpgsql as $$
declare
    choice record;
begin
    tried := 0;
    for choice in
        select * from unnest(positions) p (hu) cross join unnest(faces) f (face) cross join unnest(halves) h (half)
                 cross join unnest(outlets) o (ids)
    loop
        tried := tried + 1;
        begin
            insert into polder.placement (id, equipment_id, state, during, rack_id, position_hu, face, half, outlet_ids)
            overriding system value values (1000000, device, 'installed', days, rack, choice.hu, choice.face, choice.half, choice.ids::int[]);
            taken := choice::text;
            return;
        exception when sqlstate 'PL001' then
            null;
        end;
    end loop;
end
$$)";

/// Which of these numbered places are taken, each by itself: nothing stays.
constexpr auto everyNumber = R"(
create function pg_temp.try_numbers(device int, days daterange, racks int[], slots int[], chassis int[], bays int[],
                                    outlets text[], out taken text) language plpgsql as $$
begin
    taken := '';
    for i in 1 .. cardinality(outlets) loop
        begin
            insert into polder.placement (id, equipment_id, state, during, rack_id, zero_u_slot, chassis_id, bay_id, face, half,
                                          outlet_ids)
            overriding system value
            values (1000000, device, 'installed', days, nullif(racks[i], 0), nullif(slots[i], 0), nullif(chassis[i], 0),
                    nullif(bays[i], 0), 'both', 'full', outlets[i]::int[]);
            raise exception 'it fits' using errcode = 'PL999';
        exception
            when sqlstate 'PL999' then taken := taken || '1';
            when sqlstate 'PL001' then taken := taken || '0';
        end;
    end loop;
end
$$)";

QString quoted(const QStringList &texts) {
    return u"array['"_qs + texts.join(u"', '"_qs) + u"']"_qs;
}

Device placedAt(Device device, const Proposal &proposal) {
    device.rack = proposal.rack.value;
    device.face = proposal.face;
    device.half = proposal.half;
    device.outlets.clear();
    for (const Cord &cord : proposal.cords) {
        device.outlets.push_back(cord.outlet.value);
    }
    return device;
}

/// Each set of so many of these ids, as an array.
QStringList setsOf(const std::vector<int> &ids, int count, std::size_t from = 0) {
    if (count == 0) {
        return {u"{}"_qs};
    }
    QStringList sets;
    for (std::size_t i = from; i < ids.size(); ++i) {
        for (const QString &rest : setsOf(ids, count - 1, i + 1)) {
            sets << u"{%1%2%3"_qs.arg(ids[i]).arg(count > 1 ? u","_qs : QString(), rest.mid(1));
        }
    }
    return sets;
}

} // namespace

/// A device like this is looked for.
Wanted Court::wantedOf(const Device &device) const {
    Wanted wanted;
    Device plugged = device;
    plugged.inherited = true; // so that its cords count
    wanted.item = asBooking(plugged, m_estate->snapshot()).item;
    wanted.item.cords = device.cords;
    wanted.during = device.during;
    wanted.owner = {device.owner};
    return wanted;
}

void Court::makeChoices() {
    need(m_guarded->run(everyChoice), everyChoice);
    need(m_guarded->run(everyNumber), everyNumber);
}

QString Court::choiceDisagreement(const Operation &book) {
    m_choice = {};
    const Plan after = book.after(m_plan);
    const int id = changedDevices(m_plan, after).front();
    const Device &device = after.devices[id - 1];

    const Wanted wanted = wantedOf(device);
    const auto result = findSpace(*m_estate, wanted);
    for (const Proposal &proposal : result.proposals) {
        ++m_choice.fits;
        Device there = placedAt(device, proposal);
        for (int position = proposal.starts.next(0); position < HuMask::size;
             position = proposal.starts.next(position + 1)) {
            there.positionHalfUnits = position;
            if (const QString objections = proposalObjections(there, id); !objections.isEmpty()) {
                return objections;
            }
        }
    }
    for (const NoPlace &none : result.refused) {
        ++m_choice.full;
        if (const QString taken = takenAnyway(m_plan, device, id, none.rack.value); !taken.isEmpty()) {
            return u"no place: %1\ntaken: R%2 %3"_qs.arg(sorted(none.shortfalls).join(u'\n'))
                .arg(none.rack.value)
                .arg(taken);
        }
    }
    return {};
}

/// Both together, in one statement; and where there is a place for one only, none for one more beside it.
QString Court::pairDisagreement(const Operation &book) {
    m_choice = {};
    const Plan after = book.after(m_plan);
    const int id = changedDevices(m_plan, after).front();
    const Device &device = after.devices[id - 1];
    Wanted wanted = wantedOf(device);
    wanted.count = 2;
    const auto result = findSpace(*m_estate, wanted);
    Plan with = m_plan;
    std::vector<Addition> changes;
    for (const Proposal &proposal : result.plan) {
        Device there = placedAt(device, proposal);
        there.positionHalfUnits = proposal.position.halfUnits;
        put(with.devices, static_cast<std::size_t>(id) - 1 + changes.size(), there);
        changes.push_back(asAddition(there, id + static_cast<int>(changes.size())));
    }
    if (changes.empty()) {
        return {};
    }
    ++m_choice.tried;
    const QStringList guard = guardSays(polder::test::changes(m_plan, with));
    const QStringList engine = sorted(shortfallsOf(checkTogether(*m_estate, changes)));
    if (!guard.isEmpty() || !engine.isEmpty()) {
        return u"proposed together, refused: "_qs + guard.join(u'\n') + u"\nengine: "_qs + engine.join(u'\n');
    }
    if (changes.size() > 1) {
        ++m_choice.fits;
        return {};
    }
    ++m_choice.full;
    for (std::size_t rack = 1; rack <= m_plan.racks.size(); ++rack) {
        if (m_plan.racks[rack - 1].gone) {
            continue;
        }
        const QString taken = takenAnyway(with, device, id + 1, static_cast<int>(rack));
        if (!taken.isEmpty()) {
            return u"no second place\ntaken: R%1 %2"_qs.arg(rack).arg(taken);
        }
    }
    return {};
}

/// Every slot and bay with every choice of outlets: what the engine takes of them the guard takes, and nothing else.
QString Court::numberDisagreement(const Operation &book) {
    m_choice = {};
    const Plan after = book.after(m_plan);
    const int id = changedDevices(m_plan, after).front();
    const Device &device = after.devices[id - 1];
    std::vector<Device> choices;
    const auto choose = [&](Device there) {
        for (const QString &outlets : setsOf(m_plan.outletsOf(there.rack), device.cords)) {
            there.outlets = idsOf(outlets);
            choices.push_back(there);
        }
    };
    if (device.slot > 0) {
        for (std::size_t rack = 1; rack <= m_plan.racks.size(); ++rack) {
            for (int slot = 1; !m_plan.racks[rack - 1].gone && slot <= m_plan.racks[rack - 1].zeroUSlots + 1; ++slot) {
                Device there = device;
                there.rack = static_cast<int>(rack);
                there.slot = slot;
                choose(there);
            }
        }
    } else {
        for (const int chassis : m_plan.chassis()) {
            for (std::size_t bay = 1; bay <= m_plan.bays.size(); ++bay) {
                if (!m_plan.bays[bay - 1].gone) {
                    Device there = device;
                    there.chassis = chassis;
                    there.bay = static_cast<int>(bay);
                    there.rack = m_plan.devices[chassis - 1].rack;
                    choose(there);
                }
            }
        }
    }
    if (choices.empty()) {
        return {};
    }
    const auto numbers = [&](int Device::*of) {
        QStringList texts;
        for (const Device &there : choices) {
            texts << QString::number(there.*of);
        }
        return u"array["_qs + texts.join(u',') + u']';
    };
    QStringList outlets;
    QString engine;
    for (const Device &there : choices) {
        QStringList ids;
        for (const int outlet : there.outlets) {
            ids << QString::number(outlet);
        }
        outlets << u'{' + ids.join(u',') + u'}';
        const bool fits = checkBooking(*m_estate, *m_estate, asBooking(there, m_estate->snapshot())).empty();
        engine += fits ? u'1' : u'0';
        ++(fits ? m_choice.fits : m_choice.full);
    }
    Plan with = m_plan;
    put(with.devices, static_cast<std::size_t>(id) - 1, device);
    with.devices.back().released = true; // it has no place yet
    const QByteArray sql = "begin;" + changes(m_plan, with);
    need(m_guarded->run(sql), sql);
    const QString rack = device.slot > 0 ? numbers(&Device::rack) : u"array_fill(0, array[%1])"_qs.arg(choices.size());
    const QByteArray query = u"select taken from pg_temp.try_numbers(%1, %2, %3, %4, %5, %6, %7)"_qs.arg(id)
                                 .arg(range(device.during), rack, numbers(&Device::slot), numbers(&Device::chassis),
                                      numbers(&Device::bay), quoted(outlets))
                                 .toUtf8();
    const Rows rows = need(m_guarded->query(query), query);
    need(m_guarded->run("rollback"), "rollback");
    const QString guard = rows.text(0, 0);
    m_choice.tried = static_cast<int>(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        if (guard[at] != engine[at]) {
            const Device &there = choices[i];
            return u"%1: R%2 slot %3, D%4 bay %5, %6\n%7"_qs
                .arg(engine[at] == u'1' ? u"the engine alone takes"_qs : u"the guard alone takes"_qs)
                .arg(there.rack)
                .arg(there.slot)
                .arg(there.chassis)
                .arg(there.bay)
                .arg(outlets[at],
                     sorted(checkBooking(*m_estate, *m_estate, asBooking(there, m_estate->snapshot()))).join(u'\n'));
        }
    }
    return {};
}

QString Court::floorDisagreement(const Operation &book) {
    m_choice = {};
    const Plan after = book.after(m_plan);
    const int id = changedDevices(m_plan, after).front();
    const Device &device = after.devices[id - 1];
    const Wanted wanted = wantedOf(device);
    const auto found = findFloor(*m_estate, wanted);
    const auto at = [&](RoomId room, int x, int y, int degrees) {
        Device there = device;
        there.room = room.value;
        there.xMm = x;
        there.yMm = y;
        there.orientationDegrees = degrees;
        return there;
    };
    m_choice.fits = static_cast<int>(found.rooms.size());
    m_choice.full = static_cast<int>(found.refused.size());
    // The best, the worst, and some between.
    const std::size_t step = std::max<std::size_t>(found.places.size() / 10, 1);
    for (std::size_t i = 0; i < found.places.size(); i += step) {
        const auto &place = found.places[i];
        auto there = at(place.room, place.x.mm, place.y.mm, place.orientationDegrees);
        const auto room = std::ranges::find(found.rooms, place.room, &FloorRoom::room);
        for (const Cord &cord : room->cords) {
            there.outlets.push_back(cord.outlet.value);
        }
        if (const QString objections = proposalObjections(there, id); !objections.isEmpty()) {
            return u"M%1 %2 %3 %4\n"_qs.arg(there.room).arg(there.xMm).arg(there.yMm).arg(there.orientationDegrees) +
                   objections;
        }
    }
    for (const NoFloor &none : found.refused) {
        if (std::ranges::find(found.notAllOutlets, none.room) != found.notAllOutlets.end()) {
            continue;
        }
        // With cords fewer places, each with every choice of outlets.
        const int across = device.cords > 0 ? 3 : 7;
        const auto outlets = setsOf(m_plan.outletsOfFloor(none.room.value), device.cords);
        for (int place = 0; place < 4 * across * across; ++place) {
            const int step = 10'500 / across;
            auto there =
                at(none.room, place % across * step, place / across % across * step, place / across / across * 90);
            for (const QString &some : outlets) {
                there.outlets = idsOf(some);
                if (proposalObjections(there, id).isEmpty()) {
                    return u"no place: %1\ntaken: M%2 %3 %4 %5 %6"_qs.arg(sorted(none.shortfalls).join(u'\n'))
                        .arg(there.room)
                        .arg(there.xMm)
                        .arg(there.yMm)
                        .arg(there.orientationDegrees)
                        .arg(some);
                }
            }
        }
    }
    return {};
}

QString Court::proposalObjections(const Device &device, int id) {
    ++m_choice.tried;
    Plan with = m_plan;
    put(with.devices, static_cast<std::size_t>(id) - 1, device);
    const QStringList guard = guardSays(changes(m_plan, with));
    return m_admitted ? QString()
                      : u"proposed: R%1 %2 %3 %4\nrefused: "_qs.arg(device.rack)
                                .arg(device.positionHalfUnits)
                                .arg(device.face, device.half) +
                            guard.join(u'\n');
}

/// A place in this rack that the guard takes; empty: there is none. What is whole units high stands on whole units.
QString Court::takenAnyway(const Plan &plan, const Device &device, int id, int rack) {
    QStringList positions;
    const int step = device.heightHalfUnits % 2 == 0 ? 2 : 1;
    for (int position = 0; position < 2 * m_plan.racks[rack - 1].units; position += step) {
        positions << QString::number(position);
    }
    const auto outlets = setsOf(m_plan.outletsOf(rack), device.cords);
    if (outlets.isEmpty()) {
        return {};
    }
    Plan with = plan;
    put(with.devices, static_cast<std::size_t>(id) - 1, device);
    with.devices.back().released = true; // it has no place yet
    const QByteArray sql = "begin;" + changes(m_plan, with);
    need(m_guarded->run(sql), sql);
    const QByteArray query =
        u"select tried, taken from pg_temp.try_everywhere(%1, %2, %3, %4::int[], %5, %6, %7)"_qs.arg(id)
            .arg(range(device.during))
            .arg(rack)
            .arg(quoted(positions), quoted({u"front"_qs, u"rear"_qs, u"both"_qs}),
                 quoted(device.halfWidth ? QStringList{u"left"_qs, u"right"_qs} : QStringList{u"full"_qs}),
                 quoted(outlets))
            .toUtf8();
    const Rows rows = need(m_guarded->query(query), query);
    need(m_guarded->run("rollback"), "rollback");
    m_choice.tried += static_cast<int>(*rows.number(0, 0));
    return rows.text(0, 1);
}

} // namespace polder::test
