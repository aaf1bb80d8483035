#include "drawing.h"

#include "model/engine/failover.h"

#include <QTest>

#include <map>
#include <random>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

constexpr Period always{{0}, Day::never()};
constexpr std::int64_t kilowatt = 1'000'000;

/// A drawing with equipment of which the watts and the cords are all that matters.
class Chain : public Drawing {
public:
    explicit Chain(const QString &picture = u"   R1\n 9 ."_qs) : Drawing(picture) {}

    /// Cords as "R1 A:1": PDU and outlet.
    PlacementId plug(int watts, const QStringList &cords, Period during = always, std::optional<int> needed = {},
                     const QString &rackCode = u"R1"_qs) {
        Booking booking;
        booking.item.height = {1};
        booking.item.draw = fromWatts(watts);
        booking.item.availabilityClass = needed;
        booking.rack = rack(rackCode);
        booking.during = during;
        for (const auto &one : cords) {
            booking.cords.push_back(cord(one.section(u':', 0, 0), one.section(u':', 1)));
        }
        place({++m_placed}, booking);
        return {m_placed};
    }

private:
    int m_placed = 0;
};

/// The same for somebody who does not see this equipment.
SnapshotPtr without(const SnapshotPtr &all, const std::function<bool(PlacementId)> &hidden) {
    auto some = std::make_shared<Snapshot>(*all);
    std::vector<Placement> placements;
    for (const auto &placement : all->placements) {
        if (!hidden(placement.id)) {
            placements.push_back(placement);
        }
    }
    some->placements = Table<Placement>(std::move(placements));
    return some;
}

Failing failing(const Estate &estate, const QStringList &names) {
    Failing nodes;
    for (std::size_t i = 0; i < estate.nodeCount(); ++i) {
        if (names.contains(estate.node(static_cast<int>(i)).name)) {
            nodes.nodes.push_back(static_cast<int>(i));
        }
    }
    return nodes;
}

Failure fail(const Estate &estate, const QString &name, Period window = {{0}, {1}}) {
    return FailureSimulator(estate, window).fail(failing(estate, {name}));
}

QString text(const LoadOnDay &at) {
    return u"%1 > %2 on %3"_qs.arg(at.load).arg(at.limit ? QString::number(*at.limit) : u"?"_qs).arg(at.day.number);
}

/// "feed A L1 95 > 90 on 3, at worst 96 > 90 on 5": only what differs.
QStringList overloads(const Estate &estate, const Failure &failure) {
    QStringList lines;
    for (const auto &overload : failure.overloads) {
        QString line = estate.node(overload.node).name + u' ';
        if (overload.quantity > 0) {
            line += QString::fromUtf16(quantityNames[overload.quantity]) + u' ';
        }
        line += text(overload.first);
        if (!(overload.worst == overload.first)) {
            line += u", at worst "_qs + text(overload.worst);
        }
        lines << line + (overload.atMost ? u", at most"_qs : QString());
    }
    return lines;
}

std::vector<int> ids(const std::vector<HitEquipment> &hits) {
    std::vector<int> numbers;
    for (const auto &hit : hits) {
        numbers.push_back(hit.placement.value);
    }
    std::ranges::sort(numbers);
    return numbers;
}

/// What P6 is, from cords alone: neither the ledger nor charges.h is asked.
class FromCords {
public:
    FromCords(const Estate &estate, Period window) : m_estate(estate), m_window(window) {
        const auto &snapshot = estate.snapshot();
        for (const auto &placement : snapshot.placements) {
            const auto &equipment = *snapshot.equipment.find(placement.equipment);
            Device device{
                std::int64_t{*equipment.budgetedWatts} * 1000, equipment.powerFactorPermille, {}, placement.during};
            for (const auto id : placement.outlets) {
                const auto *outlet = snapshot.outlets.find(id);
                device.cords.push_back({above(estate.indexOf(outlet->node)), outlet->phases});
            }
            m_devices.push_back(device);
            m_days.insert(m_days.end(), {placement.during.from, placement.during.until});
        }
        for (const auto &limit : snapshot.nodeLimits) {
            m_days.push_back(limit.from);
        }
        m_days.push_back(window.from);
        std::ranges::sort(m_days);
        m_days.erase(std::ranges::unique(m_days).begin(), m_days.end());
        std::erase_if(m_days, [window](Day day) { return !window.contains(day); });
    }

    [[nodiscard]] std::vector<Overload> overloads(int failed) const {
        std::vector<Overload> found;
        for (int node = 0; node < static_cast<int>(m_estate.nodeCount()); ++node) {
            const auto path = above(node);
            if (!isPower(node) || std::ranges::find(path, failed) != path.end()) {
                continue;
            }
            for (std::size_t quantity = 0; quantity < 4; ++quantity) {
                std::optional<Overload> over;
                for (const Day day : m_days) {
                    const auto at = reading(node, failed, quantity, day);
                    if (!at || at->load <= at->limit.value_or(0)) {
                        continue;
                    }
                    if (!over) {
                        over = Overload{node, quantity, *at, *at, false};
                    } else if (at->load - at->limit.value_or(0) > over->worst.load - over->worst.limit.value_or(0)) {
                        over->worst = *at;
                    }
                }
                if (over) {
                    found.push_back(*over);
                }
            }
        }
        return found;
    }
    /// The greatest part of its failover limit that a node carries under any failure; below 0: under none.
    [[nodiscard]] double greatestShare(int node) const {
        double greatest = -1;
        for (int failed = 0; failed < static_cast<int>(m_estate.nodeCount()); ++failed) {
            const auto path = above(node);
            if (!isPower(failed) || std::ranges::find(path, failed) != path.end()) {
                continue;
            }
            for (std::size_t quantity = 0; quantity < 4; ++quantity) {
                for (const Day day : m_days) {
                    if (const auto at = reading(node, failed, quantity, day)) {
                        const auto limit = static_cast<double>(at->limit.value_or(0));
                        greatest = std::max(greatest, static_cast<double>(at->load) / limit);
                    }
                }
            }
        }
        return greatest;
    }
    [[nodiscard]] bool isPower(int node) const {
        return m_estate.rules(node) && m_estate.rules(node)->dimension == Dimension::Power;
    }
    /// Draws that stop and draws that pass, of those on a day.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> stoppingAndThrough(int failed, Day day) const {
        std::int64_t stopping = 0;
        std::int64_t through = 0;
        for (const auto &device : m_devices) {
            const auto dead = std::ranges::count_if(device.cords, [&](auto &cord) { return cord.passes(failed); });
            const auto cords = std::ssize(device.cords);
            if (device.during.contains(day)) {
                stopping += dead == cords ? device.draw : 0;
                through += (device.draw * dead + cords - 1) / cords;
            }
        }
        return {stopping, through};
    }

private:
    struct Cord {
        std::vector<int> path;
        QString phases;
        [[nodiscard]] bool passes(int node) const { return std::ranges::find(path, node) != path.end(); }
    };
    struct Device {
        std::int64_t draw;
        int powerFactor;
        std::vector<Cord> cords;
        Period during;
    };

    [[nodiscard]] std::vector<int> above(int node) const {
        std::vector<int> path;
        for (; node >= 0; node = m_estate.indexOf(m_estate.node(node).parent)) {
            path.push_back(node);
        }
        return path;
    }
    /// In one quantity, when these cords are dead.
    static std::int64_t load(const Device &device, int node, std::size_t quantity, int failed) {
        std::int64_t living = 0;
        std::int64_t thirds = 0; // of a cord
        for (const auto &cord : device.cords) {
            if (failed >= 0 && cord.passes(failed)) {
                continue;
            }
            ++living;
            if (cord.passes(node)) {
                const bool all = cord.phases == u"123";
                thirds += quantity == 0 || cord.phases == QString::number(quantity) ? 3 : all ? 1 : 0;
            }
        }
        if (living == 0) {
            return 0;
        }
        const std::int64_t above = device.draw * thirds * (quantity == 0 ? 1 : 1000);
        const std::int64_t below = 3 * living * (quantity == 0 ? 1 : device.powerFactor);
        return (above + below - 1) / below;
    }
    /// nullopt: nothing is shifted there in this quantity, or it is not limited.
    [[nodiscard]] std::optional<LoadOnDay> reading(int node, int failed, std::size_t quantity, Day day) const {
        const int fork = m_estate.indexOf(m_estate.node(failed).parent);
        const auto failedPath = above(failed);
        const bool isAbove = std::ranges::find(failedPath, node) != failedPath.end();
        std::int64_t all = 0;
        std::int64_t shifted = 0;
        for (const auto &device : m_devices) {
            if (!device.during.contains(day)) {
                continue;
            }
            const std::int64_t before = load(device, node, quantity, -1);
            all += before;
            // Above what fails, P6 counts what goes over to a branch beside it.
            const bool dies = std::ranges::any_of(device.cords, [&](auto &cord) { return cord.passes(failed); });
            const bool lives = std::ranges::any_of(device.cords, [&](auto &cord) {
                return !cord.passes(failed) && cord.passes(node) && (!isAbove || cord.passes(fork));
            });
            shifted += dies && lives ? load(device, node, quantity, failed) - before : 0;
        }
        if (shifted <= 0) {
            return {};
        }
        LoadOnDay at{day, all + shifted, {}};
        if (const auto *limit = m_estate.limitOn(node, day)) {
            at.limit = quantity == 0 ? limit->failoverMain : limit->failoverLine;
            if (!at.limit) {
                return {};
            }
        }
        return at;
    }

    const Estate &m_estate;
    Period m_window;
    std::vector<Device> m_devices;
    std::vector<Day> m_days;
};

/// Chains of two to four levels below one to three supplies, and equipment with one to four cords anywhere.
Chain randomChain(std::mt19937 &dice) {
    const auto below = [&dice](int n) { return static_cast<int>(dice() % static_cast<unsigned>(n)); };
    Chain chain;
    QStringList nodes{u"supply"_qs, u"feed A"_qs, u"feed B"_qs};
    QStringList pdus{u"R1 A"_qs, u"R1 B"_qs};
    if (below(2) == 0) {
        chain.feed(u"feed B"_qs, {});
    }
    for (int i = 0; i < 3 + below(6); ++i) {
        const QString name = u"N%1"_qs.arg(i);
        const bool leaf = below(2) == 0;
        const QString parent = below(8) == 0 ? QString() : nodes[below(static_cast<int>(nodes.size()))];
        chain.chain(leaf ? u"rack_pdu"_qs : u"pdu"_qs, name, parent, {}, leaf ? u"R1"_qs : QString());
        nodes << name;
        if (leaf) {
            pdus << name;
        }
    }
    for (int i = 0; i < 4 + below(10); ++i) {
        QStringList cords;
        for (int cord = 0; cord < 1 + below(4); ++cord) {
            cords << pdus[below(static_cast<int>(pdus.size()))] + u':' + QString::number(1 + below(6));
        }
        const Day from{below(20)};
        chain.plug(100 + below(900), cords, {from, below(4) == 0 ? Day::never() : from.plus(1 + below(20))});
    }
    for (const auto &name : nodes + pdus) {
        if (below(3) == 0) {
            chain.limit(name, kilowatt * 9, kilowatt * (1 + below(5)),
                        below(2) == 0 ? std::optional(kilowatt * below(3) + 1) : std::nullopt);
        }
        if (below(4) == 0) {
            chain.limit(name, kilowatt * 9, kilowatt * below(4), kilowatt * 2, {5 + below(20)});
        }
    }
    return chain;
}

} // namespace

/// What stops, what has fewer paths and what gets too much when something fails.
class TestFailover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A 55 % (40 dual-corded and 15 single-corded) with B 40 %: B lost, A 95 %; A lost, B 80 %.
    void fiftyFiveAndForty() {
        Chain chain;
        chain.plug(80'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        const auto single = chain.plug(15'000, {u"R1 A:2"_qs});
        chain.limit(u"feed A"_qs, 100 * kilowatt).limit(u"feed B"_qs, 100 * kilowatt);
        const auto estate = chain.estate();
        FailureSimulator simulator(estate, {{0}, {1}});
        QCOMPARE(overloads(estate, simulator.fail(failing(estate, {u"feed A"_qs}))), QStringList());
        const auto reading = [&](const QString &name) {
            const int node = failing(estate, {name}).nodes.front();
            return std::ranges::find(simulator.headrooms(), node, &NodeHeadroom::node);
        };
        QCOMPARE(estate.node(reading(u"feed A"_qs)->failing).name, u"feed B"_qs);
        QCOMPARE(reading(u"feed A"_qs)->at, (LoadOnDay{{0}, 95 * kilowatt, 100 * kilowatt}));
        QCOMPARE(reading(u"feed B"_qs)->at, (LoadOnDay{{0}, 80 * kilowatt, 100 * kilowatt}));

        const auto lostA = simulator.fail(failing(estate, {u"feed A"_qs}));
        QCOMPARE(ids(lostA.down), std::vector{single.value});
        QCOMPARE(lostA.down[0].draw, 15'000_W);
        QCOMPARE(ids(lostA.weakened), std::vector{1});
        QCOMPARE(lostA.unseen, UnseenLoad{});
        QVERIFY(simulator.fail(failing(estate, {u"feed B"_qs})).down.empty());

        chain.limit(u"feed A"_qs, 100 * kilowatt, 95 * kilowatt).limit(u"feed B"_qs, 100 * kilowatt, 80 * kilowatt);
        const auto full = chain.estate();
        QCOMPARE(overloads(full, fail(full, u"feed A"_qs)), QStringList());
        QCOMPARE(overloads(full, fail(full, u"feed B"_qs)), QStringList());
        chain.limit(u"feed A"_qs, 100 * kilowatt, 95 * kilowatt - 1);
        chain.limit(u"feed B"_qs, 100 * kilowatt, 80 * kilowatt - 1);
        const auto over = chain.estate();
        QCOMPARE(overloads(over, fail(over, u"feed A"_qs)), QStringList{u"feed B 80000000 > 79999999 on 0"_qs});
        QCOMPARE(overloads(over, fail(over, u"feed B"_qs)), QStringList{u"feed A 95000000 > 94999999 on 0"_qs});
    }

    /// Three sides of which any two carry all: each at 66 of 99, a third of it shared with each other one.
    void threeNOverTwo() {
        Chain chain;
        chain.chain(u"feed"_qs, u"feed C"_qs, u"supply"_qs, u"C"_qs)
            .chain(u"rack_pdu"_qs, u"R1 C"_qs, u"feed C"_qs, u"C"_qs, u"R1"_qs);
        chain.plug(66'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(66'000, {u"R1 B:2"_qs, u"R1 C:2"_qs});
        chain.plug(66'000, {u"R1 C:3"_qs, u"R1 A:3"_qs});
        for (const auto &name : {u"feed A"_qs, u"feed B"_qs, u"feed C"_qs}) {
            chain.limit(name, 66 * kilowatt, 99 * kilowatt);
        }
        const auto fits = chain.estate();
        for (const auto &name : {u"feed A"_qs, u"feed B"_qs, u"feed C"_qs}) {
            const auto failure = fail(fits, name);
            QCOMPARE(overloads(fits, failure), QStringList());
            QVERIFY(failure.down.empty());
            QCOMPARE(failure.weakened.size(), std::size_t{2});
        }
        chain.limit(u"feed C"_qs, 66 * kilowatt, 99 * kilowatt - 1);
        const auto over = chain.estate();
        QCOMPARE(overloads(over, fail(over, u"feed A"_qs)), QStringList{u"feed C 99000000 > 98999999 on 0"_qs});
        QCOMPARE(overloads(over, fail(over, u"feed B"_qs)), QStringList{u"feed C 99000000 > 98999999 on 0"_qs});
        QCOMPARE(overloads(over, fail(over, u"feed C"_qs)), QStringList());
    }

    /// 32 A on three phases of 230 V to neutral are 22,080 VA, 7,360 a phase.
    void thirtyTwoAmpereOnThreePhases() {
        const auto estateOf = [](int watts) {
            Chain chain;
            for (const auto &name : {u"R1 A"_qs, u"R1 B"_qs}) {
                chain.limit(name, 30 * kilowatt, 30 * kilowatt, std::int64_t{32} * 230 * 1000);
            }
            chain.allPhases();
            chain.plug(watts, {u"R1 A:1"_qs, u"R1 B:1"_qs});
            return chain.estate();
        };
        const auto fits = estateOf(20'976); // at a power factor of 0.95
        QCOMPARE(overloads(fits, fail(fits, u"feed A"_qs)), QStringList());
        const auto over = estateOf(20'977);
        QCOMPARE(overloads(over, fail(over, u"feed A"_qs)),
                 (QStringList{u"R1 B L1 7360351 > 7360000 on 0"_qs, u"R1 B L2 7360351 > 7360000 on 0"_qs,
                              u"R1 B L3 7360351 > 7360000 on 0"_qs}));
    }

    /// Phase by phase: two devices that stand on L1 of B alone fill it, whatever the sum is.
    void onePhaseOfThree() {
        Chain chain;
        chain.limit(u"R1 B"_qs, 30 * kilowatt, 30 * kilowatt, 3 * kilowatt);
        chain.plug(1'900, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(1'900, {u"R1 A:2"_qs, u"R1 B:4"_qs});
        const auto estate = chain.estate();
        QCOMPARE(overloads(estate, fail(estate, u"R1 A"_qs)), QStringList{u"R1 B L1 4000000 > 3000000 on 0"_qs});
    }

    /// Three units of 100 kW: one node that normally may carry two of them, and all when the other side fails.
    void paralleledUnitsAreOneNode() {
        Chain chain;
        chain.chain(u"ups"_qs, u"UPS A"_qs, u"supply"_qs, u"A"_qs).feed(u"feed A"_qs, u"UPS A"_qs);
        chain.change(u"UPS A"_qs, [](Node &node) { node.units = 3; });
        chain.plug(300'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.limit(u"UPS A"_qs, 200 * kilowatt, 300 * kilowatt);
        const auto fits = chain.estate();
        QCOMPARE(overloads(fits, fail(fits, u"feed B"_qs)), QStringList());
        QCOMPARE(ids(fail(fits, u"UPS A"_qs).weakened), std::vector{1});
        chain.plug(1, {u"R1 B:2"_qs, u"R1 A:2"_qs});
        const auto over = chain.estate();
        QCOMPARE(overloads(over, fail(over, u"feed B"_qs)), QStringList{u"UPS A 300001000 > 300000000 on 0"_qs});
    }

    /// A transfer switch takes all below it, the supply above both sides stops everything and overloads nothing.
    void whatStandsInSeries() {
        Chain chain;
        chain.chain(u"transfer"_qs, u"ATS A"_qs, u"supply"_qs, u"A"_qs).feed(u"feed A"_qs, u"ATS A"_qs);
        chain.plug(1'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(500, {u"R1 A:2"_qs});
        for (const auto &name : {u"feed A"_qs, u"feed B"_qs, u"R1 A"_qs, u"R1 B"_qs}) {
            chain.limit(name, kilowatt, 900'000);
        }
        const auto estate = chain.estate();
        const auto series = fail(estate, u"ATS A"_qs);
        QCOMPARE(ids(series.down), std::vector{2});
        QCOMPARE(overloads(estate, series),
                 (QStringList{u"feed B 1000000 > 900000 on 0"_qs, u"R1 B 1000000 > 900000 on 0"_qs}));
        const auto all = fail(estate, u"supply"_qs);
        QCOMPARE(ids(all.down), (std::vector{1, 2}));
        QVERIFY(all.weakened.empty());
        QCOMPARE(overloads(estate, all), QStringList());
    }

    /// Below the source of P6 less fails: only what hangs there is shifted.
    void lessFailsBelow() {
        Chain chain(u"   R1 R2\n 9 .  ."_qs);
        chain.plug(2'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(600, {u"R2 A:1"_qs, u"R2 B:1"_qs}, always, {}, u"R2"_qs);
        chain.limit(u"feed B"_qs, 2 * kilowatt, 1'700'000);
        const auto estate = chain.estate();
        QCOMPARE(overloads(estate, fail(estate, u"feed A"_qs)), QStringList{u"feed B 2600000 > 1700000 on 0"_qs});
        QCOMPARE(overloads(estate, fail(estate, u"R1 A"_qs)), QStringList{u"feed B 2300000 > 1700000 on 0"_qs});
        QCOMPARE(overloads(estate, fail(estate, u"R2 A"_qs)), QStringList());
    }

    void fewerPaths() {
        Chain chain;
        chain.chain(u"feed"_qs, u"feed C"_qs, u"supply"_qs, u"C"_qs)
            .chain(u"rack_pdu"_qs, u"R1 C"_qs, u"feed C"_qs, u"C"_qs, u"R1"_qs);
        chain.plug(100, {u"R1 A:1"_qs, u"R1 B:1"_qs, u"R1 C:1"_qs});               // two sides are left
        chain.plug(100, {u"R1 A:2"_qs, u"R1 A:3"_qs, u"R1 B:2"_qs, u"R1 B:3"_qs}); // two cords, one side
        chain.plug(100, {u"R1 B:4"_qs, u"R1 C:4"_qs});                             // is not hit
        chain.plug(100, {u"R1 A:5"_qs, u"R1 B:5"_qs, u"R1 C:5"_qs}, always, {4});  // wants what it never had
        const auto failure = fail(chain.estate(), u"feed A"_qs);
        QVERIFY(failure.down.empty());
        QCOMPARE(ids(failure.weakened), (std::vector{2, 4}));
        const auto &four = *std::ranges::find(failure.weakened, PlacementId{2}, &HitEquipment::placement);
        QCOMPARE(four, (HitEquipment{{2}, 100_W, 4, 2, false, {0}}));
        const auto &wants = *std::ranges::find(failure.weakened, PlacementId{4}, &HitEquipment::placement);
        QCOMPARE(wants, (HitEquipment{{4}, 100_W, 3, 2, true, {0}}));
    }

    /// Who is there in the window counts, on the days on which it is there.
    void aWindow() {
        Chain chain;
        chain.plug(1'000, {u"R1 A:1"_qs, u"R1 B:1"_qs}, {{10}, {20}});
        chain.plug(300, {u"R1 A:2"_qs, u"R1 B:2"_qs}, {{15}, {30}});
        chain.plug(200, {u"R1 A:3"_qs}, {{28}, Day::never()});
        chain.limit(u"feed B"_qs, kilowatt, 900'000).limit(u"feed B"_qs, kilowatt, 250'000, {}, {22});
        const auto estate = chain.estate();
        const auto lines = [&](Period window) { return overloads(estate, fail(estate, u"feed A"_qs, window)); };
        QCOMPARE(lines({{0}, {10}}), QStringList());
        QCOMPARE(lines({{0}, {11}}), QStringList{u"feed B 1000000 > 900000 on 10"_qs});
        QCOMPARE(lines({{0}, {16}}), QStringList{u"feed B 1000000 > 900000 on 10, at worst 1300000 > 900000 on 15"_qs});
        QCOMPARE(lines({{20}, {22}}), QStringList());
        QCOMPARE(lines({{20}, Day::never()}), QStringList{u"feed B 300000 > 250000 on 22"_qs});
        QCOMPARE(lines({{30}, Day::never()}), QStringList());
        const auto late = fail(estate, u"feed A"_qs, {{19}, {29}});
        QCOMPARE(ids(late.down), std::vector{3});
        QCOMPARE(late.down[0].from, Day{28});
        QCOMPARE(ids(late.weakened), (std::vector{1, 2}));
        QVERIFY(fail(estate, u"feed A"_qs, {{0}, {10}}).weakened.empty());
    }

    /// A limit that nobody knows is exceeded by anything, as the guard says it.
    void anUnknownLimit() {
        Chain chain;
        chain.plug(1'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.forgetLimit(u"R1 B"_qs);
        const auto estate = chain.estate();
        QCOMPARE(overloads(estate, fail(estate, u"feed A"_qs)),
                 (QStringList{u"R1 B 1000000 > ? on 0"_qs, u"R1 B L1 1052632 > ? on 0"_qs}));
    }

    /// Of other people's equipment only sums: what stops, and the same overloads.
    void whatIsNotSeen() {
        Chain chain(u"   R1 R2\n 9 .  ."_qs);
        chain.plug(2'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(600, {u"R2 A:1"_qs, u"R2 B:1"_qs}, always, {}, u"R2"_qs);
        chain.plug(150, {u"R2 A:2"_qs}, {{3}, {9}}, {}, u"R2"_qs);
        chain.limit(u"feed B"_qs, 2 * kilowatt, 700'000);
        const auto all = chain.snapshot();
        const Estate none(without(all, [](PlacementId) { return true; }));
        const auto failure = fail(none, u"feed A"_qs, {{0}, {5}});
        QVERIFY(failure.down.empty() && failure.weakened.empty());
        QCOMPARE(failure.unseen, (UnseenLoad{1450_W, 150_W, {3}}));
        QCOMPARE(overloads(none, failure), QStringList{u"feed B 2600000 > 700000 on 0"_qs});
        // Of a PDU it is known what draws through it, not where that goes.
        QCOMPARE(overloads(none, fail(none, u"R2 A"_qs)), QStringList{u"feed B 1600000 > 700000 on 0, at most"_qs});
        QCOMPARE(fail(none, u"R2 A"_qs, {{3}, {4}}).unseen, (UnseenLoad{450_W, 150_W, {3}}));

        const Estate own(without(all, [](PlacementId id) { return id.value != 2; }));
        const auto half = fail(own, u"feed A"_qs, {{0}, {5}});
        QCOMPARE(ids(half.weakened), std::vector{2});
        QCOMPARE(half.unseen, (UnseenLoad{1150_W, 150_W, {3}}));
        QCOMPARE(overloads(own, half), overloads(none, failure));
        // All that draws through this one is one's own.
        QCOMPARE(overloads(own, fail(own, u"R2 A"_qs)), QStringList{u"feed B 1600000 > 700000 on 0"_qs});
        QCOMPARE(fail(own, u"R2 A"_qs).unseen, UnseenLoad{});
        QCOMPARE(overloads(own, fail(own, u"R1 A"_qs)), QStringList{u"feed B 2300000 > 700000 on 0, at most"_qs});
    }

    /// Two trees of side A at once: what has a cord in each of them and one on B brings B all of its draw.
    void aWholeSide() {
        Chain chain(u"   R1 R2\n 9 .  ."_qs);
        chain.chain(u"feed"_qs, u"feed A2"_qs, u"supply"_qs, u"A"_qs).feed(u"R2 A"_qs, u"feed A2"_qs);
        chain.plug(900, {u"R1 A:1"_qs, u"R2 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(400, {u"R1 A:2"_qs, u"R2 A:2"_qs});
        chain.limit(u"R1 B"_qs, kilowatt, 899'999);
        const auto estate = chain.estate();
        QCOMPARE(overloads(estate, fail(estate, u"feed A"_qs)), QStringList());
        FailureSimulator simulator(estate, {{0}, {1}});
        const auto side = wholeSide(estate, {1}, u"A"_qs);
        QCOMPARE(side.nodes.size(), std::size_t{4});
        const auto failure = simulator.fail(side);
        QCOMPARE(overloads(estate, failure), QStringList{u"R1 B 900000 > 899999 on 0"_qs});
        QCOMPARE(ids(failure.down), std::vector{2});
        QCOMPARE(ids(failure.weakened), std::vector{1});
        QVERIFY(wholeSide(estate, {1}, u"C"_qs).nodes.empty());
        QVERIFY(wholeSide(estate, {2}, u"A"_qs).nodes.empty());
    }

    /// A unit stops with its feed; what stops itself heats no longer.
    void coolingGoesWithItsFeed() {
        Chain chain;
        chain.zone(u"Z"_qs, {u"R1"_qs}, 20 * kilowatt);
        chain.coolingUnit(u"one"_qs, u"Z"_qs, u"feed A"_qs, 6000_W);
        chain.coolingUnit(u"two"_qs, u"Z"_qs, u"feed B"_qs, 7000_W);
        chain.coolingUnit(u"three"_qs, u"Z"_qs, u"feed A"_qs, 5000_W, {{4}, Day::never()});
        chain.coolingUnit(u"door"_qs, u"R1 heat"_qs, u"R1 A"_qs, {});
        chain.plug(8'000, {u"R1 A:1"_qs, u"R1 B:1"_qs}, {{2}, Day::never()});
        chain.plug(1'500, {u"R1 A:2"_qs});
        const auto estate = chain.estate();
        const int zone = failing(estate, {u"Z"_qs}).nodes.front();
        const int rack = failing(estate, {u"R1 heat"_qs}).nodes.front();
        using Units = std::vector<CoolingUnitId>;
        QCOMPARE(fail(estate, u"feed A"_qs, {{0}, {9}}).cooling,
                 (std::vector{CoolingLeft{rack, Units{{4}}, 0_W, 8000_W, {2}},
                              CoolingLeft{zone, Units{{1}, {3}}, 7000_W, 8000_W, {2}}}));
        QCOMPARE(fail(estate, u"feed B"_qs, {{0}, {9}}).cooling,
                 (std::vector{CoolingLeft{zone, Units{{2}}, 6000_W, 9500_W, {2}}}));
        QCOMPARE(fail(estate, u"feed B"_qs, {{4}, {9}}).cooling,
                 (std::vector{CoolingLeft{zone, Units{{2}}, 11'000_W, 9500_W, {4}}}));
        FailureSimulator simulator(estate, {{0}, {2}});
        QCOMPARE(simulator.fail({{}, {{2}}}).cooling,
                 (std::vector{CoolingLeft{zone, Units{{2}}, 6000_W, 1500_W, {0}}}));
        QVERIFY(simulator.fail({{}, {{2}}}).down.empty());
        QVERIFY(simulator.fail({{}, {{3}}}).cooling.empty()); // it is not there yet
        chain.coolingUnit(u"four"_qs, u"Z"_qs, {}, {});
        const auto unknown = chain.estate();
        QCOMPARE(fail(unknown, u"feed B"_qs).cooling, (std::vector{CoolingLeft{zone, Units{{2}}, {}, 1500_W, {0}}}));
    }

    /// The class follows from the chain: behind two transfer switches the common supply is no weakness, behind one it
    /// is.
    void theClassOfARack() {
        const auto classWith = [](const QString &kindOfB, bool maintainable, const QStringList &failed = {}) {
            Chain chain;
            chain.chain(u"transfer"_qs, u"ATS A"_qs, u"supply"_qs, u"A"_qs).feed(u"feed A"_qs, u"ATS A"_qs);
            chain.chain(kindOfB, u"B above"_qs, u"supply"_qs, u"B"_qs).feed(u"feed B"_qs, u"B above"_qs);
            chain.change(u"supply"_qs, [&](Node &node) { node.concurrentlyMaintainable = maintainable; });
            const auto estate = chain.estate();
            return availabilityOf(estate, {1}, {0}, failing(estate, failed).nodes);
        };
        QCOMPARE(classWith(u"transfer"_qs, false), std::optional(4));
        QCOMPARE(classWith(u"switchboard"_qs, true), std::optional(3));
        QCOMPARE(classWith(u"switchboard"_qs, false), std::optional(2));
        QCOMPARE(classWith(u"transfer"_qs, false, {u"ATS A"_qs}), std::optional(2));
        QCOMPARE(classWith(u"transfer"_qs, false, {u"R1 A"_qs, u"feed B"_qs}), std::optional(0));
        Chain later;
        later.change(u"R1 B"_qs, [](Node &node) { node.during = {{5}, Day::never()}; });
        later.chain(u"ups"_qs, u"UPS A"_qs, {}, u"A"_qs).feed(u"feed A"_qs, u"UPS A"_qs);
        const auto estate = later.estate();
        QCOMPARE(availabilityOf(estate, {1}, {4}), std::optional(1)); // a single UPS
        QCOMPARE(availabilityOf(estate, {1}, {5}), std::optional(4));
        QCOMPARE(availabilityOf(estate, {2}, {5}), std::nullopt);
    }

    void everyFailure() {
        Chain chain;
        chain.plug(80'000, {u"R1 A:1"_qs, u"R1 B:1"_qs});
        chain.plug(15'000, {u"R1 A:2"_qs});
        chain.limit(u"feed A"_qs, 100 * kilowatt, 90 * kilowatt);
        chain.zone(u"Z"_qs, {u"R1"_qs}, 20 * kilowatt);
        chain.coolingUnit(u"one"_qs, u"Z"_qs, u"feed A"_qs, 6000_W);
        const auto estate = chain.estate();
        int told = 0;
        const auto every = failEach(estate, {{0}, {1}}, {}, [&told](int done, int count) {
            QCOMPARE(done, 0);
            QCOMPARE(count, 6);
            ++told;
        });
        QCOMPARE(told, 1);
        QCOMPARE(every.failures.size(), std::size_t{6}); // supply, two feeds, two PDUs, a unit
        QStringList lines;
        for (const auto &one : every.failures) {
            lines << u"%1 %2 %3 %4 %5"_qs
                         .arg(one.failing.nodes.empty() ? u"unit"_qs : estate.node(one.failing.nodes[0]).name)
                         .arg(one.down)
                         .arg(one.weakened)
                         .arg(one.overloads.size())
                         .arg(one.cooling.size());
        }
        QCOMPARE(lines, (QStringList{u"supply 2 0 0 1"_qs, u"feed A 1 1 0 1"_qs, u"feed B 0 1 1 0"_qs,
                                     u"R1 A 1 1 0 0"_qs, u"R1 B 0 1 1 0"_qs, u"unit 0 0 0 1"_qs}));
        QCOMPARE(every.failures[1].stopping, 15'000_W);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = failEach(estate, {{0}, {1}}, stop.get_token());
        QVERIFY(stopped.cancelled);
        QVERIFY(stopped.failures.empty());
        const auto empty = failEach(Chain().estate(), {});
        QCOMPARE(empty.failures.size(), std::size_t{5});
        QVERIFY(empty.headrooms.empty());
    }

    /// On drawn chains every overload under every failure is what its cords alone say: P6 to the last unit.
    void asTheCordsSay() {
        int found = 0;
        int below = 0;
        for (std::uint32_t seed = 1; seed <= 120; ++seed) {
            std::mt19937 dice(seed);
            const auto chain = randomChain(dice);
            const auto estate = chain.estate();
            const Period window{{static_cast<int>(dice() % 15)}, dice() % 2 ? Day::never() : Day{25}};
            FailureSimulator simulator(estate, window);
            const FromCords cords(estate, window);
            for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
                if (!cords.isPower(node)) {
                    continue;
                }
                const auto expected = cords.overloads(node);
                const auto failure = simulator.fail({{node}, {}});
                QVERIFY2(failure.overloads == expected,
                         qPrintable(u"seed %1, %2:\n%3\ninstead of\n%4"_qs.arg(seed).arg(
                             estate.node(node).name, overloads(estate, failure).join(u'\n'),
                             overloads(estate, Failure{{}, {}, {}, expected, {}}).join(u'\n'))));
                QCOMPARE(failure.unseen, UnseenLoad{});
                found += static_cast<int>(expected.size());
                for (const auto &overload : expected) {
                    const auto sources = estate.failovers(overload.node);
                    below +=
                        std::ranges::find(sources, estate.node(node).id, &Estate::Failover::source) == sources.end();
                }
            }
            for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
                const auto known = std::ranges::find(simulator.headrooms(), node, &NodeHeadroom::node);
                const auto limit = [&] { return static_cast<double>(known->at.limit.value_or(0)); };
                const double share =
                    known == simulator.headrooms().end() ? -1 : static_cast<double>(known->at.load) / limit();
                QCOMPARE(share, cords.isPower(node) ? cords.greatestShare(node) : -1);
            }
        }
        QVERIFY2(found > 600, qPrintable(QString::number(found)));
        QVERIFY2(below > 30, qPrintable(QString::number(below)));
    }

    /// Who sees only some of it gets the same overloads where P6 names the failure, and else never too few.
    void asSeenByOthers() {
        int bounds = 0;
        for (std::uint32_t seed = 1; seed <= 120; ++seed) {
            std::mt19937 dice(seed);
            const auto chain = randomChain(dice);
            const auto estate = chain.estate();
            const Estate part(without(estate.shared(), [&dice](PlacementId) { return dice() % 2 == 0; }));
            const Period window{{static_cast<int>(dice() % 15)}, {25}};
            FailureSimulator simulator(estate, window);
            FailureSimulator partly(part, window);
            QCOMPARE(partly.headrooms(), simulator.headrooms());
            for (const auto &one : failEach(estate, window).failures) {
                const auto truth = simulator.fail(one.failing).overloads;
                const auto seen = partly.fail(one.failing).overloads;
                for (const auto &overload : truth) {
                    const auto same = std::ranges::find_if(seen, [&](const Overload &other) {
                        return other.node == overload.node && other.quantity == overload.quantity;
                    });
                    QVERIFY(same != seen.end());
                    QVERIFY(same->atMost ? same->worst.load - same->worst.limit.value_or(0) >=
                                               overload.worst.load - overload.worst.limit.value_or(0)
                                         : *same == overload);
                    bounds += same->atMost;
                }
                const auto more = std::ranges::count_if(seen, [&](const Overload &o) { return !o.atMost; });
                QVERIFY(more <= std::ssize(truth));
            }
        }
        QVERIFY2(bounds > 15, qPrintable(QString::number(bounds)));
    }

    /// With one or two cords what stops is known to the unit, for whoever sees nothing of it.
    void whatStopsUnseen() {
        int stops = 0;
        for (std::uint32_t seed = 1; seed <= 100; ++seed) {
            std::mt19937 dice(seed);
            auto chain = Chain();
            for (int i = 0; i < 8; ++i) {
                const auto outlet = [&dice] { return u":%1"_qs.arg(1 + dice() % 6); };
                QStringList cords{(dice() % 2 ? u"R1 A"_qs : u"R1 B"_qs) + outlet()};
                if (dice() % 2) {
                    cords << (dice() % 2 ? u"R1 A"_qs : u"R1 B"_qs) + outlet();
                }
                chain.plug(2 * (100 + static_cast<int>(dice() % 900)), cords);
            }
            const auto estate = chain.estate();
            const FromCords cords(estate, {{0}, {1}});
            const Estate none(without(estate.shared(), [](PlacementId) { return true; }));
            for (const auto &name : {u"supply"_qs, u"feed A"_qs, u"feed B"_qs, u"R1 A"_qs, u"R1 B"_qs}) {
                const auto failure = fail(none, name);
                const auto [stopping, through] = cords.stoppingAndThrough(failing(estate, {name}).nodes.front(), {0});
                QCOMPARE(failure.unseen.stopping.milliwatts, stopping);
                stops += stopping > 0;
                if (stopping > 0) {
                    QCOMPARE(failure.unseen.through.milliwatts, through);
                }
            }
        }
        QVERIFY(stops > 50);
    }
};

QTEST_APPLESS_MAIN(TestFailover)
#include "tst_failover.moc"
