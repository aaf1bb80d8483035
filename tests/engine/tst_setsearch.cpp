#include "drawing.h"

#include "model/engine/plan.h"
#include "model/engine/setsearch.h"
#include "model/engine/several.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

Wanted some(int count, Height height, int watts = 0, int kilograms = 0, int cords = 0) {
    Wanted wanted;
    wanted.count = count;
    wanted.item.height = height;
    if (watts > 0) {
        wanted.item.draw = Power{watts * 1000};
    }
    if (kilograms > 0) {
        wanted.item.weight = Mass{kilograms * 1000};
    }
    if (cords > 0) {
        wanted.item.cords = cords;
        wanted.item.plug = u"C14"_qs;
    }
    wanted.during = {{10}, {20}};
    return wanted;
}

/// "1000: 0 R1 U3 front; 1 R2 U1 front", the total only where it is asked for.
QStringList sets(const Estate &estate, const SetSearch &found) {
    QStringList lines;
    for (const auto &set : found.sets) {
        QStringList pieces;
        for (const auto &[item, place] : set.pieces) {
            pieces << QString::number(item) + u' ' + text(estate, place);
        }
        lines << pieces.join(u"; "_qs);
    }
    return lines;
}

/// "R1: 1 lacks 2, S1 ... | 0 lacks 1, too near"
QStringList refusals(const Estate &estate, const SetSearch &found) {
    QStringList lines;
    for (const auto &none : found.refused) {
        QStringList lacks;
        for (const auto &lack : none.lacks) {
            lacks << u"%1 lacks %2, "_qs.arg(lack.item).arg(lack.missing) +
                         (lack.apart ? u"too near"_qs : text(lack.nearest.shortfalls).join(u" + "_qs));
        }
        lines << estate.rack(none.rack)->code + u": "_qs + lacks.join(u" | "_qs);
    }
    return lines;
}

/// The rack at this place among all goes into another row of another room.
Estate withRooms(const Drawing &drawing, const std::vector<std::pair<int, int>> &rowAndRoom) {
    auto snapshot = std::make_shared<Snapshot>(*drawing.snapshot());
    std::vector<Rack> racks(snapshot->racks.begin(), snapshot->racks.end());
    std::vector<Room> rooms(snapshot->rooms.begin(), snapshot->rooms.end());
    for (std::size_t i = 0; i < racks.size(); ++i) {
        racks[i].row = {rowAndRoom[i].first};
        if (rowAndRoom[i].second != racks[i].room.value) {
            racks[i].room = {rowAndRoom[i].second};
            if (std::ranges::none_of(rooms, [&](const Room &room) { return room.id == racks[i].room; })) {
                rooms.push_back(rooms.front());
                rooms.back().id = racks[i].room;
                rooms.back().code = u"M%1"_qs.arg(rooms.back().id.value);
            }
        }
    }
    snapshot->racks = Table<Rack>(std::move(racks));
    snapshot->rooms = Table<Room>(std::move(rooms));
    return Estate(snapshot);
}

/// Every way to place one piece after the other, judged by the whole verdict. It knows nothing of orders and scores.
class Exhaustive {
public:
    Exhaustive(const Estate &estate, const WantedSet &wanted) : m_wanted(wanted) {
        for (std::size_t i = 0; i < wanted.items.size(); ++i) {
            m_pieces.insert(m_pieces.end(), static_cast<std::size_t>(wanted.items[i].count), i);
        }
        m_possible = place(estate, 0, {});
    }
    [[nodiscard]] bool isPossible() const { return m_possible; }

private:
    [[nodiscard]] bool place(const Estate &estate, std::size_t piece, std::vector<RackId> racks) const {
        if (piece == m_pieces.size()) {
            return true;
        }
        const auto &wanted = m_wanted.items[m_pieces[piece]];
        for (const auto &rack : estate.racks()) {
            const auto near = [&](Within within, RackId other) {
                return partOf(estate, *estate.rack(other), within) == partOf(estate, rack, within);
            };
            const bool allowed = std::ranges::all_of(racks, [&](RackId other) {
                return near(m_wanted.together, other) &&
                       (m_wanted.apart == Within::Anything || !near(m_wanted.apart, other));
            });
            for (int bottom = 0; allowed && bottom < 2 * rack.units; ++bottom) {
                if (wanted.item.height.halfUnits % 2 == 0 && bottom % 2 != 0) {
                    continue;
                }
                for (const auto &cords : cordsIn(estate, rack.id, wanted)) {
                    Booking booking;
                    booking.item = wanted.item;
                    booking.rack = rack.id;
                    booking.position = {bottom};
                    booking.face = u"front"_qs;
                    booking.half = u"full"_qs;
                    booking.owner = wanted.owner;
                    booking.during = wanted.during;
                    booking.cords = cords;
                    if (!checkBooking(estate, estate, booking).empty()) {
                        continue;
                    }
                    auto more = racks;
                    more.push_back(rack.id);
                    if (place(with(estate, wanted, booking), piece + 1, more)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
    static std::vector<std::vector<Cord>> cordsIn(const Estate &estate, RackId rack, const Wanted &wanted) {
        const int count = wanted.item.cords.value_or(0);
        std::vector<Cord> free;
        for (const auto &bank : estate.banks(rack)) {
            int taken = 0;
            for (const auto &outlet : bank.outlets) {
                const bool used = std::ranges::any_of(
                    outlet.uses(), [&](const OutletUse &use) { return use.during.overlaps(wanted.during); });
                if (!used && taken < count) {
                    ++taken;
                    free.push_back({estate.node(outlet.node).id, outlet.id(), outlet.outlet->phases});
                }
            }
        }
        std::vector<std::vector<Cord>> all;
        if (count == 0) {
            all.push_back({});
        }
        for (std::size_t i = 0; i < free.size(); ++i) {
            if (count == 1) {
                all.push_back({free[i]});
            }
            for (std::size_t j = i + 1; j < free.size() && count == 2; ++j) {
                all.push_back({free[i], free[j]});
            }
        }
        return all;
    }

public:
    [[nodiscard]] static Estate with(const Estate &estate, const Wanted &wanted, const Booking &booking) {
        const auto &snapshot = estate.snapshot();
        Addition piece;
        const auto id = 1000 + static_cast<int>(snapshot.placements.size());
        piece.equipment.id = {id};
        piece.equipment.height = wanted.item.height;
        piece.equipment.weight = wanted.item.weight;
        piece.equipment.budgetedWatts = static_cast<int>(wanted.item.draw.value_or(Power{}).milliwatts / 1000);
        piece.equipment.powerFactorPermille = wanted.item.powerFactorPermille;
        piece.equipment.cords = wanted.item.cords.value_or(0);
        piece.equipment.plug = wanted.item.plug;
        piece.equipment.owner = wanted.owner;
        piece.placement.id = {id};
        piece.placement.equipment = {id};
        piece.placement.state = u"installed"_qs;
        piece.placement.during = booking.during;
        piece.placement.rack = booking.rack;
        piece.placement.position = booking.position;
        piece.placement.face = booking.face;
        piece.placement.half = booking.half;
        for (const auto &cord : booking.cords) {
            piece.placement.outlets.push_back(cord.outlet);
        }
        return withPlacements(estate, std::array{piece});
    }

private:
    const WantedSet &m_wanted;
    std::vector<std::size_t> m_pieces;
    bool m_possible = false;
};

/// Whether each place is free of every other, by the whole verdict, and the wishes are met.
QString troubleOf(const Estate &estate, const WantedSet &wanted, const FoundSet &set) {
    std::vector<int> counts(wanted.items.size());
    std::optional<Estate> later;
    for (std::size_t i = 0; i < set.pieces.size(); ++i) {
        const auto &[item, place] = set.pieces[i];
        ++counts[item];
        const auto &one = wanted.items[item];
        Booking booking;
        booking.item = one.item;
        booking.rack = place.rack;
        booking.position = place.position;
        booking.face = place.face;
        booking.half = place.half;
        booking.owner = one.owner;
        booking.during = one.during;
        booking.cords = place.cords;
        const Estate &now = later ? *later : estate;
        if (const auto lacks = checkBooking(now, now, booking); !lacks.empty()) {
            return text(estate, place) + u": "_qs + text(lacks).join(u", "_qs);
        }
        for (std::size_t j = 0; j < i; ++j) {
            const auto part = [&](std::size_t k, Within within) {
                return partOf(estate, *estate.rack(set.pieces[k].place.rack), within);
            };
            if (part(i, wanted.together) != part(j, wanted.together)) {
                return u"not together"_qs;
            }
            if (wanted.apart != Within::Anything && part(i, wanted.apart) == part(j, wanted.apart)) {
                return u"not apart"_qs;
            }
        }
        later.emplace(Exhaustive::with(now, one, booking).shared());
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != wanted.items[i].count) {
            return u"a piece is missing"_qs;
        }
    }
    return {};
}

} // namespace

/// Racks drawn in, sets as lines out.
class TestSetSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A server, its storage and its switch: R1 has the units but not in one piece, R2 lacks one, R3 takes them.
    void inOneRack() {
        const Drawing drawing(uR"(
               R1  R2  R3
            7  .   X   .
            6  X   .   .
            5  .   .   .
            4  .   .   .
            3  .   .   .
            2  X   .   .
            1  .   .   .  )"_qs);
        const auto estate = drawing.estate();
        WantedSet wanted{{some(1, 1_U), some(1, 2_U), some(1, 4_U)}, Within::Rack, Within::Anything};
        const auto found = findSet(estate, wanted);
        QCOMPARE(sets(estate, found), QStringList{u"0 R3 U7 front; 1 R3 U5 front; 2 R3 U1 front"_qs});
        QCOMPARE(refusals(estate, found), (QStringList{u"R1: 2 lacks 1, S1 S/M/R1 8 + 2 > 8 hu, day 10"_qs,
                                                       u"R2: 0 lacks 1, S1 S/M/R2 2 + 2 > 2 hu, day 10"_qs}));
        QCOMPARE(found.notChecked.size(), 3U);
        // Without the switch R2 takes the others; the better one is first.
        wanted.items.erase(wanted.items.begin());
        const auto two = findSet(estate, wanted);
        QCOMPARE(two.sets.size(), 2U);
        QVERIFY(two.sets[0].total >= two.sets[1].total);
        QCOMPARE(refusals(estate, two).size(), 1);
    }

    /// What one takes, the others lack: units, kilograms, watts, outlets. Just fits, and one too many.
    void theOthersCount() {
        Drawing drawing(u"   R1\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.limit(u"R1 mass"_qs, 100'000).limit(u"R1 heat"_qs, 1'000'000);
        WantedSet wanted{{some(1, 2_U, 600, 60, 2), some(2, 1_U, 200, 20, 1)}, Within::Rack, Within::Anything};
        QCOMPARE(findSet(drawing.estate(), wanted).sets.size(), 1U);
        wanted.items[1].item.weight = Mass{20'001};
        QCOMPARE(refusals(drawing.estate(), findSet(drawing.estate(), wanted)),
                 QStringList{u"R1: 1 lacks 1, S3 S/M/R1 100002 + 0 > 100000 g, day 10"_qs});
        wanted.items[1].item.weight = Mass{20'000};
        wanted.items[1].item.draw = Power{200'001};
        const auto hot = refusals(drawing.estate(), findSet(drawing.estate(), wanted));
        QVERIFY2(hot.value(0).contains(u"C1 S/M/R1 1000002 + 0 > 1000000 mW"_qs), qPrintable(hot.value(0)));
        wanted.items[1].item.draw = Power{200'000};
        for (const auto &side : {u"R1 A"_qs, u"R1 B"_qs}) {
            for (int outlet = 1; outlet <= 4; ++outlet) {
                drawing.useOutlet(side, QString::number(outlet));
            }
        }
        QCOMPARE(findSet(drawing.estate(), wanted).sets.size(), 1U); // four are free
        drawing.useOutlet(u"R1 A"_qs, u"5"_qs);
        const auto plugged = refusals(drawing.estate(), findSet(drawing.estate(), wanted));
        QVERIFY2(plugged.value(0).startsWith(u"R1: 1 lacks 1, P1 "_qs), qPrintable(plugged.value(0)));
    }

    /// A single cord on feed A beside two cords on both: when B fails, A bears them all. No ledger knows of B yet.
    void theOthersShiftTheirLoad() {
        Drawing drawing(u"   R1\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.limit(u"feed A"_qs, 5'000'000, 1'000'000);
        WantedSet wanted{{some(1, 2_U, 800, 0, 2), some(1, 1_U, 200, 0, 1)}, Within::Rack, Within::Anything};
        for (int outlet = 1; outlet <= 5; ++outlet) {
            drawing.useOutlet(u"R1 B"_qs, QString::number(outlet)); // the single cord goes to A
        }
        drawing.limit(u"feed B"_qs, 400'000, 1'000'000);
        QCOMPARE(findSet(drawing.estate(), wanted).sets.size(), 1U);
        wanted.items[1].item.draw = Power{200'001};
        const auto over = refusals(drawing.estate(), findSet(drawing.estate(), wanted));
        QVERIFY2(over.value(0).contains(u"P6 S feed A 1000002 + 0 > 1000000 mW, without S feed B"_qs) ||
                     over.value(0).contains(u"P6 S feed A 1000001 + 0 > 1000000 mW, without S feed B"_qs),
                 qPrintable(over.value(0)));
    }

    /// A quota is for the whole set, whatever its items.
    void oneQuota() {
        Drawing drawing(u"   R1\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.guest({2}, {{0}, Day::never()}, u"kW"_qs, 1'000'000);
        WantedSet wanted{{some(1, 2_U, 600), some(2, 1_U, 200)}, Within::Anything, Within::Anything};
        for (auto &item : wanted.items) {
            item.owner = {2};
        }
        QCOMPARE(findSet(drawing.estate(), wanted).sets.size(), 1U);
        wanted.items[1].item.draw = Power{200'001};
        const auto over = refusals(drawing.estate(), findSet(drawing.estate(), wanted));
        QVERIFY2(over.value(0).contains(u"G4 "_qs) && over.value(0).contains(u"1000002 + 0 > 1000000 mW"_qs),
                 qPrintable(over.value(0)));
    }

    void inOneRowInDifferentRooms() {
        const Drawing drawing(uR"(
               R1  R2  R3  R4
            2  .   X   .   .
            1  .   .   .   X  )"_qs);
        // R1 and R2 in a row of one room, R3 and R4 each in a room of their own.
        const auto estate = withRooms(drawing, {{1, 1}, {1, 1}, {2, 2}, {3, 3}});
        const auto find = [&](Within together, Within apart, std::vector<Wanted> items) {
            return findSet(estate, {std::move(items), together, apart});
        };
        QCOMPARE(sets(estate, find(Within::Row, Within::Anything, {some(1, 2_U), some(1, 1_U)})),
                 QStringList{u"0 R1 U1 front; 1 R2 U1 front"_qs});
        QCOMPARE(find(Within::Row, Within::Anything, {some(1, 2_U), some(1, 1_U)}).refused.size(), 2U);
        // Three rooms: three pieces stand apart, a fourth is too near to another.
        const auto three = find(Within::Site, Within::Room, {some(1, 2_U), some(2, 1_U)});
        QCOMPARE(three.sets.size(), 1U);
        QCOMPARE(troubleOf(estate, {{some(1, 2_U), some(2, 1_U)}, Within::Site, Within::Room}, three.sets[0]),
                 QString());
        QCOMPARE(refusals(estate, find(Within::Site, Within::Room, {some(1, 2_U), some(3, 1_U)})),
                 QStringList{u"R1: 1 lacks 1, too near"_qs});
        // The tall one has but two places, and the small one takes neither from it.
        QCOMPARE(find(Within::Anything, Within::Room, {some(1, 1_U), some(2, 2_U)}).sets.size(), 1U);
        QCOMPARE(refusals(estate, find(Within::Anything, Within::Room, {some(1, 1_U), some(3, 2_U)})).size(), 1);
    }

    void stopped() {
        const auto estate = Drawing(u"   R1\n1 ."_qs).estate();
        std::stop_source source;
        source.request_stop();
        const auto found = findSet(estate, {{some(1, 1_U)}, Within::Rack, Within::Anything}, source.get_token());
        QVERIFY(found.cancelled && found.sets.empty() && found.refused.empty());
    }

    /// Against every way there is: what is found is one, and what is refused hardly ever has one.
    void likeEveryWayThereIs() {
        QRandomGenerator random(47'11);
        int possible = 0, found = 0, impossible = 0;
        constexpr int rounds = 120;
        for (int round = 0; round < rounds; ++round) {
            Drawing drawing(random.bounded(2) ? u"  R1 R2 R3\n4 . . .\n3 . # X\n2 . . .\n1 X . ."_qs
                                              : u"  R1 R2 R3\n4 . . X\n3 X . .\n2 . X .\n1 . . ."_qs);
            for (const auto &name : {u"feed A"_qs, u"feed B"_qs}) {
                drawing.limit(name, 700'000 + 100'000 * random.bounded(9));
            }
            for (const auto &rack : {u"R1"_qs, u"R2"_qs, u"R3"_qs}) {
                drawing.limit(rack + u" mass"_qs, 20'000 + 10'000 * random.bounded(5));
                for (const auto &side : {u" A"_qs, u" B"_qs}) {
                    const int kept = 1 + random.bounded(3);
                    for (int outlet = 1 + kept; outlet <= 6; ++outlet) {
                        drawing.useOutlet(rack + side, QString::number(outlet));
                    }
                }
            }
            const auto estate = withRooms(drawing, {{1, 1}, {1, 1}, {2, 1 + random.bounded(2)}});
            WantedSet wanted;
            for (int i = 0; i < 3; ++i) {
                wanted.items.push_back(some(1, Height{2 * (1 + random.bounded(2))}, 100 * (1 + random.bounded(4)),
                                            5 * (1 + random.bounded(4)), 1 + random.bounded(2)));
            }
            wanted.together = std::array{Within::Anything, Within::Rack, Within::Row, Within::Room}.at(
                static_cast<std::size_t>(random.bounded(4)));
            wanted.apart = std::array{Within::Anything, Within::Anything, Within::Rack, Within::Row}.at(
                static_cast<std::size_t>(random.bounded(4)));
            const auto result = findSet(estate, wanted);
            for (const auto &set : result.sets) {
                QCOMPARE(troubleOf(estate, wanted, set), QString());
            }
            for (const auto &none : result.refused) {
                QVERIFY(!none.lacks.empty());
                QVERIFY(std::ranges::all_of(none.lacks, [](const NoSet::Lack &lack) {
                    return lack.missing > 0 && (lack.apart || !lack.nearest.shortfalls.empty());
                }));
            }
            const bool any = Exhaustive(estate, wanted).isPossible();
            QVERIFY(any || result.sets.empty());
            possible += any;
            impossible += !any;
            found += !result.sets.empty();
        }
        qInfo("possible in %d of %d, found in %d", possible, rounds, found);
        QVERIFY(possible > rounds / 4 && impossible > rounds / 8); // else it proves little
        QVERIFY(found * 50 >= possible * 49);
    }
};

QTEST_GUILESS_MAIN(TestSetSearch)
#include "tst_setsearch.moc"
