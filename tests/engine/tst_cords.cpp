#include "drawing.h"
#include "plaincords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// What is remembered from rack to rack changes no answer: drawn estates, asked with and without.
class TestCords : public QObject {
    Q_OBJECT

private:
    static constexpr int racks = 6;

    /// Two racks hang on feed A and B, two on feeds of their own, two on one feed for both sides; some have banks below
    /// their rack PDUs, or a third PDU. Limits and loads at random.
    static Drawing drawn(QRandomGenerator &random) {
        Drawing drawing(u"  R1 R2 R3 R4 R5 R6\n3 . . . . . .\n2 . . . . . .\n1 . . . . . ."_qs);
        drawing.chain(u"ups"_qs, u"UPS A"_qs, u"supply"_qs, u"A"_qs).feed(u"feed A"_qs, u"UPS A"_qs);
        drawing.chain(u"feed"_qs, u"feed C"_qs, u"UPS A"_qs, u"A"_qs).chain(u"feed"_qs, u"feed D"_qs, u"supply"_qs);
        QStringList nodes{u"feed A"_qs, u"feed B"_qs, u"feed C"_qs, u"feed D"_qs, u"UPS A"_qs};
        for (int i = 1; i <= racks; ++i) {
            const auto rack = u"R%1"_qs.arg(i);
            if (i == 3 || i == 4) {
                drawing.feed(rack + u" A"_qs, u"feed C"_qs).feed(rack + u" B"_qs, u"feed D"_qs);
            } else if (i > 4) {
                drawing.feed(rack + u" A"_qs, u"feed B"_qs);
            }
            if (random.bounded(3) == 0) {
                drawing.chain(u"bank"_qs, rack + u" bank"_qs, rack + u" A"_qs, {}, rack);
                nodes << rack + u" bank"_qs;
            }
            if (random.bounded(4) == 0) {
                drawing.chain(u"rack_pdu"_qs, rack + u" C"_qs, u"feed D"_qs, u"C"_qs, rack);
                nodes << rack + u" C"_qs;
            }
            nodes << rack + u" A"_qs << rack + u" B"_qs;
        }
        for (const auto &node : nodes) {
            const std::int64_t most = 200'000 * (2 + random.bounded(12));
            if (random.bounded(2) == 0) {
                drawing.limit(node, most, most + 100'000 * random.bounded(8),
                              random.bounded(2) == 0 ? std::optional<std::int64_t>(most / 2) : std::nullopt);
            }
            if (random.bounded(6) == 0) {
                drawing.limit(node, most / 2, most, {}, {15});
            }
            if (random.bounded(3) == 0) {
                drawing.outletsBear(node, 1000 * (1 + random.bounded(10)));
            }
        }
        for (int id = 1; id <= 14; ++id) {
            const auto rack = u"R%1"_qs.arg(1 + random.bounded(racks));
            Booking booking;
            booking.item.height = 1_U;
            booking.item.draw = Power{50'001 * (1 + random.bounded(9))};
            booking.item.weight = 10_kg;
            booking.rack = drawing.rack(rack);
            booking.position = {2 * random.bounded(3)};
            booking.during = {{random.bounded(20)}, {0}};
            booking.during.until = booking.during.from.plus(1 + random.bounded(20));
            for (const auto &side : {u" A"_qs, u" B"_qs}) {
                if (random.bounded(4) > 0) {
                    booking.cords.push_back(drawing.cord(rack + side, QString::number(1 + random.bounded(6))));
                }
            }
            drawing.place({id}, booking);
        }
        return drawing;
    }
    static Envelope item(QRandomGenerator &random) {
        Envelope item;
        item.height = 1_U;
        item.weight = 10_kg;
        item.draw = Power{33'333 * (1 + random.bounded(30))};
        item.cords = 1 + random.bounded(3);
        item.plug = random.bounded(2) == 0 ? u"C14"_qs : QString();
        if (random.bounded(4) == 0) {
            item.availabilityClass = 1 + random.bounded(4);
        }
        if (random.bounded(12) == 0) {
            item.draw.reset();
        }
        return item;
    }

private Q_SLOTS:
    void asIfNothingWereRemembered() {
        QRandomGenerator random(20'261);
        int found = 0;
        int refused = 0;
        for (int round = 0; round < 200; ++round) {
            const auto drawing = drawn(random);
            const auto estate = drawing.estate();
            Booking booking;
            booking.item = item(random);
            booking.during = {{5 + random.bounded(10)}, {25}};
            // The same racks over and over, with something reserved now and then: one remembers, the other does not.
            Headroom headroom(estate, estate, booking.during);
            CordPlanner planner(estate, headroom, booking.item);
            std::set<OutletId> taken;
            std::vector<NodeCharge> reserved;
            for (int asked = 0; asked < 4 * racks; ++asked) {
                booking.rack = {1 + random.bounded(racks)};
                Headroom fresh(estate, estate, booking.during);
                for (const auto &charge : reserved) {
                    fresh.reserve(charge);
                }
                PlainPlanner plain(estate, fresh, booking.item);
                const bool explained = random.bounded(2) == 0;
                Shortfalls reasons;
                Shortfalls expected;
                const auto plan = planner.plan(booking, taken, explained ? &reasons : nullptr);
                const auto as = plain.plan(booking, taken, explained ? &expected : nullptr);
                QCOMPARE(plan.has_value(), as.has_value());
                QCOMPARE(text(reasons), text(expected));
                if (!plan) {
                    ++refused;
                    continue;
                }
                ++found;
                QCOMPARE(plan->cords, as->cords);
                QCOMPARE(plan->phases, as->phases);
                QCOMPARE(plan->headroom, as->headroom);
                if (random.bounded(3) == 0) {
                    for (const auto &cord : plan->cords) {
                        taken.insert(cord.outlet);
                    }
                    for (const auto &charge : as->charges) {
                        headroom.reserve(charge);
                        reserved.push_back(charge);
                    }
                }
            }
        }
        QVERIFY2(found > 500 && refused > 500, qPrintable(u"%1 %2"_qs.arg(found).arg(refused)));
    }

    /// No promise is too small: the best few are the first of all.
    void theBestAreTheFirstOfAll() {
        QRandomGenerator random(97);
        int compared = 0;
        for (int round = 0; round < 300; ++round) {
            auto made = std::make_shared<Snapshot>(*drawn(random).snapshot());
            if (random.bounded(2) == 0) {
                auto weight = [&random] { return random.bounded(5); };
                made->policy.scoreWeights = {weight(), weight(), weight(), weight(),
                                             weight(), weight(), weight(), weight()};
            }
            const Estate estate{SnapshotPtr(made)};
            Wanted wanted;
            wanted.item = item(random);
            wanted.item.airflow = random.bounded(2) == 0 ? u"rear-to-front"_qs : QString();
            wanted.during = {{5 + random.bounded(10)}, random.bounded(3) == 0 ? Day::never() : Day{25}};
            if (random.bounded(5) == 0) {
                wanted.replacing = {{1 + random.bounded(14)}};
            }
            const auto all = findSpace(estate, wanted);
            for (std::size_t best = 1; best <= racks; ++best) {
                wanted.best = best;
                const auto few = findSpace(estate, wanted);
                QCOMPARE(few.proposals.size(), std::min(best, all.proposals.size()));
                for (std::size_t i = 0; i < few.proposals.size(); ++i) {
                    QCOMPARE(few.proposals[i].rack, all.proposals[i].rack);
                    QCOMPARE(few.proposals[i].position, all.proposals[i].position);
                    QCOMPARE(few.proposals[i].cords, all.proposals[i].cords);
                    QCOMPARE(few.proposals[i].scores, all.proposals[i].scores);
                    ++compared;
                }
            }
        }
        QVERIFY2(compared > 1000, qPrintable(QString::number(compared)));
    }
};

QTEST_APPLESS_MAIN(TestCords)
#include "tst_cords.moc"
