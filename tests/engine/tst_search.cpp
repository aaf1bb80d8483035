#include "drawing.h"

#include "model/engine/humask.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// The search against a slow one that knows no masks, no cached headroom and no timelines: it looks at every half unit
/// and every day, and sums up the bookings themselves.
class TestSearch : public QObject {
    Q_OBJECT

private:
    static constexpr int racks = 3;
    static constexpr int units = 5;
    static constexpr int days = 12;
    static constexpr std::int64_t massLimit = 60'000;
    static constexpr std::int64_t sideLimit = 900'000;

    /// A booking as the slow search sees it.
    struct Standing {
        int rack = 0;
        int bottom = 0;
        int height = 0;
        int from = 0;
        int until = 0;
        std::int64_t grams = 0;
        std::int64_t draw = 0;
        bool a = false;
        bool b = false;
    };

    static bool spaceFree(const std::vector<Standing> &all, const Standing &asked, int day, int half) {
        return std::ranges::none_of(all, [&](const Standing &s) {
            return s.rack == asked.rack && s.from <= day && day < s.until && s.bottom <= half &&
                   half < s.bottom + s.height;
        });
    }
    /// What a side of the rack carries on a day, also when the other side fails.
    static std::int64_t sideLoad(const std::vector<Standing> &all, const Standing &asked, int day, bool sideA,
                                 bool otherFails) {
        std::int64_t sum = 0;
        for (const auto &s : all) {
            if (s.rack == asked.rack && s.from <= day && day < s.until && (sideA ? s.a : s.b)) {
                sum += s.a && s.b && !otherFails ? (s.draw + 1) / 2 : s.draw;
            }
        }
        return sum;
    }
    static bool fits(std::vector<Standing> all, const Standing &asked) {
        for (int day = asked.from; day < asked.until; ++day) {
            for (int half = asked.bottom; half < asked.bottom + asked.height; ++half) {
                if (half >= 2 * units || !spaceFree(all, asked, day, half)) {
                    return false;
                }
            }
        }
        all.push_back(asked);
        for (int day = asked.from; day < asked.until; ++day) {
            std::int64_t grams = 0;
            for (const auto &s : all) {
                grams += s.rack == asked.rack && s.from <= day && day < s.until ? s.grams : 0;
            }
            if (grams > massLimit) {
                return false;
            }
            for (const bool otherFails : {false, true}) {
                if ((asked.a && sideLoad(all, asked, day, true, otherFails) > sideLimit) ||
                    (asked.b && sideLoad(all, asked, day, false, otherFails) > sideLimit)) {
                    return false;
                }
            }
        }
        return true;
    }

    static Booking bookingOf(const Drawing &drawing, const Standing &s, int outlet) {
        Booking booking;
        booking.item.height = {s.height};
        booking.item.weight = Mass{s.grams};
        booking.item.draw = Power{s.draw};
        booking.rack = {s.rack + 1};
        booking.position = {s.bottom};
        booking.during = {{s.from}, {s.until}};
        const auto name = QString::number(outlet % 6 + 1);
        const auto rack = u"R%1 "_qs.arg(s.rack + 1);
        if (s.a) {
            booking.cords.push_back(drawing.cord(rack + u'A', name));
        }
        if (s.b) {
            booking.cords.push_back(drawing.cord(rack + u'B', name));
        }
        return booking;
    }

private Q_SLOTS:
    void masks() {
        QCOMPARE(HuMask::range(60, 70).count(), 10);
        QCOMPARE(HuMask::range(60, 70).down(60), HuMask::range(0, 10));
        QCOMPARE(HuMask::range(0, 10).up(125), HuMask::range(125, 135));
        QCOMPARE(HuMask::range(0, 200).runs(199), HuMask::range(0, 2));
        QCOMPARE((HuMask::range(3, 5) | HuMask::range(62, 130)).longestRun(), 68);
        QCOMPARE(HuMask().next(0), HuMask::size);
        QCOMPARE(HuMask::range(0, 256).longestRun(), 256);
        for (int from = 0; from <= HuMask::size; from += 3) {
            for (int until = 0; until <= HuMask::size; until += 5) {
                HuMask mask = HuMask::range(1, 2);
                mask.cover(from, until);
                QCOMPARE(mask, HuMask::range(from, until) | HuMask::range(1, 2));
            }
        }
    }

    /// By quarters and by their edges, against a look at every day; from before the first load, and for ever.
    void peaks() {
        QRandomGenerator random(91);
        Drawing drawing(u"  R1\n1 ."_qs);
        for (int i = 0; i < 25; ++i) {
            const int from = 50 + random.bounded(600);
            drawing.load(u"R1 mass"_qs, {1000 * (1 + random.bounded(9)), 0, 0, 0},
                         {{from}, i % 5 == 0 ? Day::never() : Day{from + 1 + random.bounded(150)}});
        }
        const auto estate = drawing.estate();
        const int node = estate.massNode({1});
        constexpr int last = 900;
        for (int from = 0; from < last; from += 7) {
            std::int64_t highest = 0;
            for (int day = from; day < last; ++day) {
                highest = std::max(highest, estate.timeline(node).on({day}).main);
                const Period during{{from}, {day + 1}};
                QCOMPARE(estate.peak(node, during), highest);
                const auto bounds = estate.peakBounds(node, during);
                QVERIFY(bounds.least <= highest && highest <= bounds.most);
            }
            QCOMPARE(estate.peak(node, {{from}, Day::never()}), highest);
        }
    }

    void likeTheSlowSearch() {
        QRandomGenerator random(4711);
        int found = 0;
        int refused = 0;
        for (int round = 0; round < 150; ++round) {
            Drawing drawing(u"  R1 R2 R3\n5 . . .\n4 . . .\n3 . . .\n2 . . .\n1 . . ."_qs);
            for (int rack = 1; rack <= racks; ++rack) {
                drawing.limit(u"R%1 mass"_qs.arg(rack), massLimit);
                drawing.limit(u"R%1 A"_qs.arg(rack), sideLimit).limit(u"R%1 B"_qs.arg(rack), sideLimit);
            }
            std::vector<Standing> all;
            const auto any = [&] {
                Standing s{random.bounded(racks),
                           2 * random.bounded(units),
                           2 * (1 + random.bounded(2)),
                           random.bounded(days),
                           0,
                           5'000 * (1 + random.bounded(5)),
                           100'001 * (1 + random.bounded(4)),
                           random.bounded(3) > 0,
                           random.bounded(3) > 0};
                s.until = s.from + 1 + random.bounded(days);
                s.a = s.a || !s.b;
                return s;
            };
            for (int i = 0; i < 14; ++i) {
                const auto s = any();
                const auto booking = bookingOf(drawing, s, i);
                const auto estate = drawing.estate();
                const bool outletsFree = checkOutlets(estate, booking).empty();
                QCOMPARE(checkBooking(estate, estate, booking).empty(), outletsFree && fits(all, s));
                if (outletsFree && fits(all, s)) {
                    drawing.place({i + 1}, booking);
                    all.push_back(s);
                }
            }

            auto asked = any();
            Wanted wanted;
            wanted.item.height = {asked.height};
            wanted.item.weight = Mass{asked.grams};
            wanted.item.draw = Power{asked.draw};
            wanted.item.cords = 2;
            wanted.during = {{asked.from}, {asked.until}};
            const auto result = findSpace(drawing.estate(), wanted);
            QCOMPARE(result.proposals.size() + result.refused.size(), std::size_t{racks});
            // The best of them alone are the same ones, asked for in the order of what they promise.
            wanted.best = 1 + static_cast<std::size_t>(round % racks);
            const auto best = findSpace(drawing.estate(), wanted);
            QCOMPARE(best.proposals.size(), std::min(wanted.best, result.proposals.size()));
            for (std::size_t i = 0; i < best.proposals.size(); ++i) {
                QCOMPARE(best.proposals[i].rack, result.proposals[i].rack);
                QCOMPARE(best.proposals[i].starts, result.proposals[i].starts);
                QCOMPARE(best.proposals[i].cords, result.proposals[i].cords);
                QCOMPARE(best.proposals[i].scores, result.proposals[i].scores);
            }
            QVERIFY(best.refused.empty());
            asked.a = asked.b = true;
            for (const auto &proposal : result.proposals) {
                ++found;
                asked.rack = proposal.rack.value - 1;
                for (asked.bottom = 0; asked.bottom < 2 * units; asked.bottom += 2) {
                    QCOMPARE(proposal.starts.test(asked.bottom), fits(all, asked));
                }
                QVERIFY(proposal.starts.test(proposal.position.halfUnits));
            }
            for (const auto &rack : result.refused) {
                QVERIFY(!rack.shortfalls.empty());
                const auto outlets = std::ranges::count(rack.shortfalls, u"P1"_qs, &Shortfall::rule);
                asked.rack = rack.rack.value - 1;
                for (asked.bottom = 0; asked.bottom < 2 * units && outlets == 0; asked.bottom += 2) {
                    QVERIFY(!fits(all, asked));
                }
                ++refused;
            }
        }
        // Both answers were put to the test.
        QVERIFY(found > 50);
        QVERIFY(refused > 50);
    }

    /// What is above its limit may be booked anew in its own place, for who asks for the best alone too.
    void theBestNeverWorse() {
        Drawing drawing(u"  R1\n1 ."_qs);
        drawing.place({1}, bookingOf(drawing, {0, 0, 2, 0, 1000, 20'000, 300'000, true, true}, 0));
        drawing.limit(u"R1 mass"_qs, 10'000);
        Wanted wanted;
        wanted.item.height = 1_U;
        wanted.item.weight = Mass{20'000};
        wanted.during = {{0}, {1000}};
        wanted.replacing = {{1}};
        for (const std::size_t best : {0, 1}) {
            wanted.best = best;
            wanted.item.weight = Mass{20'000};
            QCOMPARE(findSpace(drawing.estate(), wanted).proposals.size(), 1);
            wanted.item.weight = Mass{20'001};
            QCOMPARE(findSpace(drawing.estate(), wanted).proposals.size(), 0);
        }
    }

    /// What is taken out leaves the estate as it was before.
    void withoutABookingAsBefore() {
        Drawing drawing(u"  R1\n3 .\n2 .\n1 ."_qs);
        Standing below{0, 0, 2, 0, 10, 20'000, 300'000, true, true};
        Standing above{0, 2, 2, 0, 10, 25'000, 300'000, true, true};
        drawing.place({1}, bookingOf(drawing, below, 0));
        const auto before = drawing.estate();
        drawing.place({2}, bookingOf(drawing, above, 1));
        Wanted wanted;
        wanted.item.height = 2_U;
        wanted.item.draw = 500_W;
        wanted.item.cords = 2;
        wanted.during = {{0}, {20}};
        QCOMPARE(findSpace(drawing.estate(), wanted).refused.size(), 1);
        wanted.replacing = {{2}};
        const auto result = findSpace(drawing.estate(), wanted);
        wanted.replacing.clear();
        const auto expected = findSpace(before, wanted);
        QCOMPARE(result.proposals.size(), 1);
        QCOMPARE(result.proposals[0].starts, expected.proposals[0].starts);
        QCOMPARE(result.proposals[0].cords, expected.proposals[0].cords);
        QCOMPARE(result.proposals[0].scores, expected.proposals[0].scores);
    }
};

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
