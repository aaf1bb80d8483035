#include "drawing.h"

#include "model/engine/additions.h"
#include "model/engine/checks.h"
#include "model/engine/consolidate.h"
#include "model/engine/whatif.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <set>
#include <span>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

Booking booking(const Drawing &drawing, const QString &rack, int unit, const QString &outlet, int kilograms = 10) {
    Booking made;
    made.item.height = 1_U;
    made.item.weight = Mass{kilograms * 1000};
    made.item.draw = 200_W;
    made.rack = drawing.rack(rack);
    made.position = {2 * (unit - 1)};
    made.cords = {drawing.cord(rack + u" A"_qs, outlet), drawing.cord(rack + u" B"_qs, outlet)};
    made.during = {{0}, Day::never()};
    return made;
}

Consolidation consolidated(const Drawing &drawing, std::stop_token stop = {}) {
    const std::array rooms{RoomId{1}};
    return consolidate(drawing.snapshot(), rooms, {30}, std::chrono::steady_clock::now() + std::chrono::seconds(20),
                       stop);
}

/// The fewest racks in use that there can be, and the fewest moves to get there: every set of devices that move, to
/// every place with every choice of outlets, judged by the whole verdict. It asks for no order of the moves, and knows
/// no bounds.
class Exhaustive {
public:
    explicit Exhaustive(const Drawing &drawing) : m_snapshot(drawing.snapshot()), m_whole(m_snapshot) {
        for (const auto &placement : m_snapshot->placements) {
            m_devices.push_back(&placement);
        }
        const auto sets = 1U << m_devices.size();
        for (m_racks = 1; m_moves < 0; ++m_racks) {
            for (int moves = 0; moves <= static_cast<int>(m_devices.size()) && m_moves < 0; ++moves) {
                for (unsigned set = 0; set < sets && m_moves < 0; ++set) {
                    if (std::popcount(set) == moves && isPossible(set)) {
                        m_moves = moves;
                    }
                }
            }
        }
        --m_racks;
    }
    [[nodiscard]] int racks() const { return m_racks; }
    [[nodiscard]] int moves() const { return m_moves; }

private:
    [[nodiscard]] bool isPossible(unsigned set) const {
        std::vector<PlacementId> moving;
        std::vector<const Placement *> devices;
        std::set<RackId> used;
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            if (set >> i & 1U) {
                moving.push_back(m_devices[i]->id);
                devices.push_back(m_devices[i]);
            } else {
                used.insert(m_devices[i]->rack);
            }
        }
        return place(withoutPlacements(m_whole, moving), devices, used);
    }
    [[nodiscard]] bool place(const Estate &estate, std::span<const Placement *const> devices,
                             const std::set<RackId> &used) const {
        if (std::ssize(used) > m_racks) {
            return false;
        }
        if (devices.empty()) {
            return true;
        }
        const auto &device = *m_snapshot->equipment.find(devices.front()->equipment);
        auto booking = bookingOf(*devices.front(), device, *m_snapshot);
        booking.during.from = {30};
        for (const auto &rack : estate.racks()) {
            if (rack.id == devices.front()->rack) {
                continue; // it moves to another one
            }
            auto more = used;
            more.insert(rack.id);
            booking.rack = rack.id;
            for (int bottom = 0; bottom + booking.item.height.halfUnits <= 2 * rack.units; bottom += 2) {
                booking.position = {bottom};
                for (const auto &a : freeIn(estate, rack.id)) {
                    for (const auto &b : freeIn(estate, rack.id)) {
                        booking.cords = {a, b};
                        if (a.outlet < b.outlet && checkBooking(estate, estate, booking).empty() &&
                            place(withBookings(estate, std::array{booking}), devices.subspan(1), more)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
    [[nodiscard]] static std::vector<Cord> freeIn(const Estate &estate, RackId rack) {
        std::vector<Cord> free;
        for (const auto &bank : estate.banks(rack)) {
            for (const auto &outlet : bank.outlets) {
                const bool used =
                    std::ranges::any_of(outlet.uses(), [](const OutletUse &use) { return use.during.until > Day{30}; });
                if (!used) {
                    free.push_back({estate.node(outlet.node).id, outlet.id(), outlet.outlet->phases});
                }
            }
        }
        return free;
    }

    SnapshotPtr m_snapshot;
    Estate m_whole;
    std::vector<const Placement *> m_devices;
    int m_racks = 0;
    int m_moves = -1;
};

/// Whether nothing that stands breaks a rule: else a move may break it as much ("never worse").
bool isClean(const Estate &estate) {
    return std::ranges::all_of(estate.snapshot().placements, [&](const Placement &placement) {
        const Estate others = withoutPlacements(estate, std::array{placement.id});
        const auto &device = *estate.snapshot().equipment.find(placement.equipment);
        return checkBooking(others, others, bookingOf(placement, device, others.snapshot())).empty();
    });
}

QStringList movesOf(const Drawing &drawing, const Consolidation &plan) {
    QStringList lines;
    const auto estate = drawing.estate();
    for (const auto &move : plan.moves) {
        lines << u"%1: %2 to %3 U%4"_qs.arg(move.placement.value)
                     .arg(estate.rack(move.from)->code, estate.rack(move.to.placement.rack)->code)
                     .arg(move.to.placement.position->halfUnits / 2 + 1);
    }
    return lines;
}

} // namespace

class TestConsolidate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R3 has one device, the others two: three racks of four units hold five devices in two, with one move.
    void theFewestMoves() {
        Drawing drawing(u"  R1 R2 R3\n4 . . .\n3 . . .\n2 . . .\n1 . . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs)).place({2}, booking(drawing, u"R1"_qs, 2, u"2"_qs));
        drawing.place({3}, booking(drawing, u"R2"_qs, 1, u"1"_qs)).place({4}, booking(drawing, u"R2"_qs, 2, u"2"_qs));
        drawing.place({5}, booking(drawing, u"R3"_qs, 1, u"1"_qs));
        const auto plan = consolidated(drawing);
        QCOMPARE(movesOf(drawing, plan), QStringList{u"5: R3 to R1 U3"_qs});
        QCOMPARE(plan.racksBefore, 3);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 2);
        QCOMPARE(plan.movesBound, 1);
        QVERIFY(plan.isOptimal());
        QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
        QCOMPARE(plan.moves.front().to.placement.during, (Period{{30}, Day::never()}));
    }

    /// By weight they need both racks: to the last gram.
    void whatHoldsItBack() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs, 30));
        drawing.place({2}, booking(drawing, u"R2"_qs, 1, u"1"_qs, 30));
        drawing.limit(u"R1 mass"_qs, 60'000).limit(u"R2 mass"_qs, 60'000);
        QCOMPARE(consolidated(drawing).racksAfter, 1);
        drawing.limit(u"R1 mass"_qs, 59'999).limit(u"R2 mass"_qs, 59'999);
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 2);
        QVERIFY(plan.moves.empty());
        QVERIFY(plan.isOptimal());
    }

    /// A feed that the sums do not know: what is not proven is not called so.
    void aBoundIsNoProof() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs)).place({2}, booking(drawing, u"R2"_qs, 1, u"1"_qs));
        for (const auto &pdu : {u"R1 A"_qs, u"R1 B"_qs, u"R2 A"_qs, u"R2 B"_qs}) {
            drawing.limit(pdu, 1'000'000, 399'999);
        }
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 1);
        QVERIFY(!plan.isOptimal());
    }

    /// What others have there does not move, and its rack stays.
    void whatCannotMove() {
        Drawing drawing(u"  R1 R2 R3\n3 . . .\n2 . X .\n1 . . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs));
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksBefore, 2);
        QCOMPARE(plan.racksAfter, 1);
        QCOMPARE(movesOf(drawing, plan), QStringList{u"1: R1 to R2 U1"_qs});
        QVERIFY(plan.isOptimal());
        std::stop_source source;
        source.request_stop();
        const auto stopped = consolidated(drawing, source.get_token());
        QVERIFY(stopped.cancelled && stopped.moves.empty());
        QVERIFY(!stopped.isOptimal());
    }

    /// R1 and R2 have two units each, and three devices: only the empty R3 takes them all.
    void anEmptyRackMayHelp() {
        Drawing drawing(u"  R1 R2 R3\n3 # # .\n2 . . .\n1 . . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs));
        drawing.place({2}, booking(drawing, u"R2"_qs, 1, u"1"_qs)).place({3}, booking(drawing, u"R2"_qs, 2, u"2"_qs));
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksBefore, 2);
        QCOMPARE(plan.racksAfter, 1);
        QCOMPARE(plan.moves.size(), 3U);
        QCOMPARE(plan.emptied.size(), 2U);
        QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
    }

    /// Two of one request in R3, wished in one rack: they go as two, or not at all.
    void wishes() {
        for (const bool together : {false, true}) {
            // R1 and R2 have a unit each.
            Drawing drawing(u"  R1 R2 R3\n3 . . .\n2 . . .\n1 . . ."_qs);
            int id = 1;
            for (const auto &rack : {u"R1"_qs, u"R2"_qs}) {
                drawing.place({id++}, booking(drawing, rack, 1, u"1"_qs));
                drawing.place({id++}, booking(drawing, rack, 2, u"2"_qs));
            }
            drawing.place({5}, booking(drawing, u"R3"_qs, 1, u"1"_qs));
            drawing.place({6}, booking(drawing, u"R3"_qs, 2, u"2"_qs));
            Snapshot record(*drawing.snapshot());
            Request request;
            request.id = {1};
            request.wishTogether = together ? u"rack"_qs : QString();
            request.wishApart = together ? QString() : u"room"_qs; // which they are not, and need not be
            record.requests = Table<Request>({request});
            RequestItem line;
            line.id = {1};
            line.request = {1};
            record.requestItems = Table<RequestItem>({line});
            std::vector<Equipment> devices(record.equipment.begin(), record.equipment.end());
            devices[4].requestItem = devices[5].requestItem = {1};
            record.equipment = Table<Equipment>(devices);
            const auto plan = consolidate(std::make_shared<const Snapshot>(record), std::array{RoomId{1}}, {30},
                                          std::chrono::steady_clock::now() + std::chrono::seconds(20));
            QVERIFY(isSound(Estate(std::make_shared<const Snapshot>(record)), plan.moves, {30}));
            QCOMPARE(plan.racksAfter, 2);
            if (together) { // the two of R1 or R2 go, to R3 and to the other
                QVERIFY(std::ranges::none_of(plan.moves, [](const RackMove &move) {
                    return move.placement == PlacementId{5} || move.placement == PlacementId{6};
                }));
            }
            // Each to another rack is sound without the wish only.
            auto split = consolidated(drawing).moves;
            QCOMPARE(split.size(), 2U);
            if (split.front().from == drawing.rack(u"R3"_qs)) {
                QCOMPARE(isSound(Estate(std::make_shared<const Snapshot>(record)), split, {30}), !together);
            }
        }
    }

    /// Against every way there is: no optimum that is claimed is beaten, and no bound is above it.
    void likeEveryWayThereIs() {
        QRandomGenerator random(2027);
        int optimal = 0, found = 0, fewer = 0;
        constexpr int rounds = 56;
        for (int round = 0; round < rounds;) {
            Drawing drawing(
                std::array{u"  R1 R2 R3\n3 # # .\n2 . . .\n1 . . ."_qs, u"  R1 R2 R3\n3 . # .\n2 . . .\n1 . . ."_qs,
                           u"  R1 R2 R3\n3 . . .\n2 . . #\n1 . . ."_qs,
                           u"  R1 R2 R3\n3 . # #\n2 . . .\n1 . . ."_qs}[static_cast<std::size_t>(random.bounded(4))]);
            drawing.limit(u"feed A"_qs, 600'000 + 200'000 * random.bounded(4));
            drawing.limit(u"R1 mass"_qs, 20'000 + 10'000 * random.bounded(4));
            const int racks = 2 + random.bounded(2); // R3 may be empty
            int id = 1;
            for (int rack = 1; rack <= racks; ++rack) {
                const auto name = u"R%1"_qs.arg(rack);
                drawing.limit(name + u" B"_qs, 400'000 + 200'000 * random.bounded(3));
                int unit = 1;
                for (int device = random.bounded(3 - (rack > 2)); device > 0 && unit <= 2; --device) {
                    auto made = booking(drawing, name, unit, QString::number(unit), 5 + 5 * random.bounded(2));
                    drawing.place({id++}, made);
                    unit += 1 + random.bounded(2);
                    if (unit == 3 && drawing.estate().boxes(drawing.rack(name)).size() > 3) {
                        break;
                    }
                }
            }
            for (int rack = 1; rack <= 3; ++rack) { // few outlets are free, so that they count
                for (const auto &side : {u" A"_qs, u" B"_qs}) {
                    for (int outlet = 4 + random.bounded(2); outlet <= 6; ++outlet) {
                        drawing.useOutlet(u"R%1"_qs.arg(rack) + side, QString::number(outlet));
                    }
                }
            }
            if (id == 1 || !isClean(drawing.estate())) {
                continue;
            }
            ++round;
            const auto plan = consolidated(drawing);
            QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
            const Exhaustive least(drawing);
            const QByteArray what = u"round %1: %2 racks, %3 moves; there are %4, %5; bounds %6, %7"_qs.arg(round)
                                        .arg(plan.racksAfter)
                                        .arg(plan.moves.size())
                                        .arg(least.racks())
                                        .arg(least.moves())
                                        .arg(plan.racksBound)
                                        .arg(plan.movesBound)
                                        .toUtf8();
            QVERIFY2(plan.racksBound <= least.racks(), what.constData());
            QVERIFY2(plan.racksAfter >= least.racks(), what.constData());
            const bool best = plan.racksAfter == least.racks() && std::ssize(plan.moves) == least.moves();
            QVERIFY2(!plan.isOptimal() || best, what.constData());
            QVERIFY2(plan.racksAfter > least.racks() || plan.movesBound <= least.moves(), what.constData());
            if (!best) {
                qInfo("%s", what.constData());
            }
            found += best;
            optimal += plan.isOptimal();
            fewer += least.racks() < plan.racksBefore;
        }
        qInfo("found %d of %d, proven %d, with fewer racks %d", found, rounds, optimal, fewer);
        QVERIFY(fewer > rounds / 4 && optimal > rounds / 4);
    }

    /// Of drawn rooms each plan is sound move by move, and no bound is above what was found.
    void drawnRooms() {
        QRandomGenerator random(99);
        int emptied = 0;
        int optimal = 0;
        for (int round = 0; round < 25; ++round) {
            Drawing drawing(u"  R1 R2 R3 R4\n5 . # . .\n4 . . . .\n3 . . . .\n2 . . . .\n1 . . # ."_qs);
            drawing.limit(u"feed A"_qs, 600'000 + 200'000 * random.bounded(8));
            drawing.limit(u"R2 mass"_qs, 20'000 + 10'000 * random.bounded(4));
            int id = 1;
            for (int rack = 1; rack <= 4; ++rack) {
                for (int unit = 2; unit <= 2 + random.bounded(3); ++unit) {
                    drawing.place({id++}, booking(drawing, u"R%1"_qs.arg(rack), unit, QString::number(unit),
                                                  5 + 5 * random.bounded(3)));
                }
            }
            const auto plan = consolidated(drawing);
            QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
            QVERIFY(plan.racksBound <= plan.racksAfter && plan.racksAfter <= plan.racksBefore);
            QVERIFY(plan.movesBound <= static_cast<int>(plan.moves.size()));
            QCOMPARE(plan.racksBefore - plan.racksAfter, static_cast<int>(plan.emptied.size()));
            emptied += static_cast<int>(plan.emptied.size());
            optimal += plan.isOptimal();
        }
        QVERIFY(emptied > 25);
        QVERIFY(optimal > 5);
    }
};

QTEST_GUILESS_MAIN(TestConsolidate)
#include "tst_consolidate.moc"
