#include "drawing.h"

#include "model/engine/powerchain.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

namespace {

constexpr std::int64_t kilowatt = 1'000'000;

/// "feed A < supply, 1: 2 racks, 3000000/5000000, worst 1000000 of 4000000 without feed B"
QStringList text(const Estate &estate, const std::vector<ChainNode> &chain) {
    QStringList lines;
    for (const auto &link : chain) {
        QString line = estate.node(link.node).name;
        if (link.above >= 0) {
            line += u" < "_qs + estate.node(chain[static_cast<std::size_t>(link.above)].node).name;
        }
        line += u", %1: %2 racks, %3/%4"_qs.arg(link.depth)
                    .arg(link.racks)
                    .arg(link.today.load)
                    .arg(link.today.limit ? QString::number(*link.today.limit) : u"?"_qs);
        if (link.worst) {
            line += u", worst %1 of %2 without %3"_qs.arg(link.worst->at.load)
                        .arg(link.worst->at.limit.value_or(-1))
                        .arg(estate.node(link.worst->failing).name);
        }
        lines << line;
    }
    return lines;
}

Drawing twoRacks() {
    Drawing drawing(u"   R1 R2\n 3 . ."_qs);
    drawing.limit(u"supply"_qs, 20 * kilowatt).limit(u"feed A"_qs, 5 * kilowatt, 6 * kilowatt);
    drawing.limit(u"feed B"_qs, 5 * kilowatt, 6 * kilowatt);
    return drawing;
}

} // namespace

class TestPowerChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatStandsInRacksIsLeftOutAndCounted() {
        auto drawing = twoRacks();
        drawing.forgetLimit(u"feed B"_qs);
        const auto estate = drawing.estate();
        QCOMPARE(text(estate, powerChainOf(estate, estate.snapshot().sites.begin()->id, Day{0})),
                 (QStringList{u"supply, 0: 2 racks, 0/20000000"_qs, u"feed A < supply, 1: 2 racks, 0/5000000"_qs,
                              u"feed B < supply, 1: 2 racks, 0/?"_qs}));
    }

    void loadsAreThoseOfTheDayAndTheWorstFailureIsNamed() {
        auto drawing = twoRacks();
        const Period ten{{10}, {20}};
        drawing.load(u"feed A"_qs, {2 * kilowatt, 0, 0, 0}, ten).load(u"feed B"_qs, {1 * kilowatt, 0, 0, 0}, ten);
        drawing.extra(u"feed A"_qs, u"feed B"_qs, {1 * kilowatt, 0, 0, 0}, ten);
        const auto estate = drawing.estate();
        const auto site = estate.snapshot().sites.begin()->id;
        const auto before = text(estate, powerChainOf(estate, site, Day{9}));
        QCOMPARE(before[1], u"feed A < supply, 1: 2 racks, 0/5000000"_qs);
        const auto then = text(estate, powerChainOf(estate, site, Day{10}));
        QCOMPARE(then[1], u"feed A < supply, 1: 2 racks, 2000000/5000000, worst 3000000 of 6000000 without feed B"_qs);
        QCOMPARE(then[2], u"feed B < supply, 1: 2 racks, 1000000/5000000"_qs);
    }

    void whatIsFedFromElsewhereBeginsItsOwnChain() {
        auto drawing = twoRacks();
        drawing.feed(u"feed B"_qs, {});
        drawing.chain(u"busway"_qs, u"way"_qs, u"feed B"_qs, u"B"_qs);
        const auto estate = drawing.estate();
        const auto chain = powerChainOf(estate, estate.snapshot().sites.begin()->id, Day{0});
        QStringList names;
        for (const auto &link : chain) {
            names << u"%1 %2"_qs.arg(estate.node(link.node).name).arg(link.depth);
        }
        QCOMPARE(names, (QStringList{u"supply 0"_qs, u"feed A 1"_qs, u"feed B 0"_qs, u"way 1"_qs}));
        QVERIFY(powerChainOf(estate, SiteId{99}, Day{0}).empty());
    }
};

QTEST_GUILESS_MAIN(TestPowerChain)
#include "tst_powerchain.moc"
