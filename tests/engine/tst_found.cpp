#include "model/engine/found.h"

#include <QTest>

using namespace polder;

namespace {

constexpr NodeId upsA{1};
constexpr NodeId upsB{2};
constexpr NodeId rackMass{3};

Node node(NodeId id, const QString &kind, const QString &name, RackId rack = {}) {
    Node node;
    node.id = id;
    node.kind = kind;
    node.name = name;
    node.site = SiteId{1};
    node.rack = rack;
    node.phases = u"123"_qs;
    return node;
}

LedgerStep step(NodeId node, NodeId source, int day, std::int64_t normal, std::int64_t extra) {
    return {node, source, Day{day}, {normal, normal / 2, 0, 0}, {extra, extra / 2, 0, 0}};
}

/// Site L with "UPS A" (5 of 8 kW, from day 20 9 kW), "UPS A spare", and the weight of rack L/H/R1 (300 of 500 kg).
Estate estate() {
    Snapshot snapshot;
    snapshot.today = Day{10};
    snapshot.sites = Table<Site>({{SiteId{1}, {}, u"L"_qs, {}}});
    Room room;
    room.id = RoomId{1};
    room.site = SiteId{1};
    room.code = u"H"_qs;
    snapshot.rooms = Table<Room>({room});
    Rack rack;
    rack.id = RackId{1};
    rack.room = room.id;
    rack.code = u"R1"_qs;
    snapshot.racks = Table<Rack>({rack});
    snapshot.nodes = Table<Node>({node(upsA, u"ups"_qs, u"UPS A"_qs), node(upsB, u"ups"_qs, u"UPS A spare"_qs),
                                  node(rackMass, u"rack_mass"_qs, u"mass"_qs, rack.id)});
    snapshot.nodeLimits = Table<NodeLimit>({{{1}, upsA, Day{0}, 8'000'000, 3'000'000, 10'000'000, 4'000'000},
                                            {{2}, rackMass, Day{0}, 500'000, {}, {}, {}}});
    snapshot.ledger = Ledger({step(upsA, upsB, 1, 5'000'000, 2'000'000), step(upsA, upsB, 20, 4'000'000, 0),
                              step(rackMass, {}, 1, 300'000, 0)});
    return Estate(std::make_shared<const Snapshot>(std::move(snapshot)));
}

/// "UPS A quantity 1, when 1 fails: 5 of 8"
QString text(const Estate &estate, const QString &rule, const QString &found, int day = 10) {
    const FoundAt at = FoundNodes(estate).find(rule, found);
    const auto figures = figuresOf(estate, at, Day{day});
    if (!figures) {
        return u"no node"_qs;
    }
    return u"node %1, quantity %2, failing %3: %4 of %5 %6"_qs.arg(at.node)
        .arg(at.quantity)
        .arg(at.failing)
        .arg(figures->load)
        .arg(figures->limit ? QString::number(*figures->limit) : u"?"_qs, figures->unit);
}

} // namespace

class TestFound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSumIsFoundAgainWithItsFigures() {
        const Estate made = estate();
        QCOMPARE(text(made, u"P5"_qs, u"L UPS A"_qs), u"node 0, quantity 0, failing -1: 5000000 of 8000000 mW"_qs);
        QCOMPARE(text(made, u"P5"_qs, u"L UPS A"_qs, 19), u"node 0, quantity 0, failing -1: 5000000 of 8000000 mW"_qs);
        QCOMPARE(text(made, u"P5"_qs, u"L UPS A"_qs, 20), u"node 0, quantity 0, failing -1: 9000000 of 8000000 mW"_qs);
        QCOMPARE(text(made, u"P5"_qs, u"L UPS A L1"_qs), u"node 0, quantity 1, failing -1: 2500000 of 3000000 mVA"_qs);
        QCOMPARE(text(made, u"S3"_qs, u"L/H/R1"_qs), u"node 2, quantity 0, failing -1: 300000 of 500000 g"_qs);
    }

    void underAFailureItsLoadAndItsLimit() {
        const Estate made = estate();
        QCOMPARE(text(made, u"P6"_qs, u"L UPS A L UPS A spare"_qs),
                 u"node 0, quantity 0, failing 1: 7000000 of 10000000 mW"_qs);
        QCOMPARE(text(made, u"P6"_qs, u"L UPS A L1 L UPS A spare"_qs),
                 u"node 0, quantity 1, failing 1: 3500000 of 4000000 mVA"_qs);
    }

    void theLongestNameIsMeantAndNoLimitIsUnknown() {
        QCOMPARE(text(estate(), u"P5"_qs, u"L UPS A spare"_qs), u"node 1, quantity 0, failing -1: 0 of ? mW"_qs);
    }

    void whatIsNoSumIsNoNode() {
        const Estate made = estate();
        QCOMPARE(text(made, u"S1"_qs, u"L/H/R1 U3"_qs), u"no node"_qs);
        QCOMPARE(text(made, u"C1"_qs, u"L/H/R1"_qs), u"no node"_qs); // of its heat nothing is known
        QCOMPARE(text(made, u"P5"_qs, u"L UPS A is warm"_qs), u"no node"_qs);
        QCOMPARE(text(made, u"P5"_qs, {}), u"no node"_qs);
    }

    void whoseWordARuleWants() {
        QVERIFY(wordFor(u"P1"_qs) == Word::Nobody);
        QVERIFY(wordFor(u"C4"_qs) == Word::FacilityManager);
        QVERIFY(wordFor(u"C1"_qs) == Word::TwoPeople);
        QVERIFY(wordFor(u"G4"_qs) == Word::BothInstitutions);
        QVERIFY(wordFor({}) == Word::Nobody);
    }
};

QTEST_GUILESS_MAIN(TestFound)
#include "tst_found.moc"
