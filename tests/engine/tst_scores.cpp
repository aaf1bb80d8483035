#include "drawing.h"

#include "model/engine/floorplan.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// The terms of a place's score, in numbers worked out by hand, and what their weights do.
class TestScores : public QObject {
    Q_OBJECT

private:
    /// Nothing counts but these.
    static ScoreWeights only(std::initializer_list<std::pair<std::int32_t ScoreWeights::*, int>> counting) {
        ScoreWeights weights{0, 0, 0, 0, 0, 0, 0, 0};
        for (const auto &[term, weight] : counting) {
            weights.*term = weight;
        }
        return weights;
    }
    /// "R2 1000, R1 850": as they are ranked, with all together or one term.
    static QString ranking(const Snapshot &snapshot, const Wanted &wanted, std::optional<Term> term = {}) {
        const Estate estate(std::make_shared<const Snapshot>(snapshot));
        QStringList ranked;
        for (const auto &place : findSpace(estate, wanted).proposals) {
            ranked << estate.rack(place.rack)->code + u' ' +
                          QString::number(term ? place.scores.of(*term) : place.scores.total());
        }
        // Who asks for the best alone gets the same.
        auto best = wanted;
        best.best = 1;
        const auto first = findSpace(estate, best).proposals;
        if (first.size() != 1 || !ranked.front().startsWith(estate.rack(first.front().rack)->code)) {
            return u"the best is another"_qs;
        }
        return ranked.join(u", "_qs);
    }
    static Wanted want(Height height) {
        Wanted wanted;
        wanted.item.height = height;
        wanted.during = {{10}, {20}};
        return wanted;
    }
    /// Five racks: of a room with a row of two, of another row, of another room, of another data centre.
    static Snapshot spread() {
        auto made = *Drawing(u"  R1 R2 R3 R4 R5\n1 . . . . ."_qs).snapshot();
        const Room first = *made.rooms.begin();
        auto second = first;
        second.id = {2};
        auto third = first;
        third.id = {3};
        third.site = {2};
        made.rooms = Table<Room>({first, second, third});
        made.sites = Table<Site>({*made.sites.begin(), {{2}, {1}, u"T"_qs, u"Other site"_qs}});
        std::vector<Rack> racks(made.racks.begin(), made.racks.end());
        racks[0].room = {3}, racks[0].row = {4};
        racks[1].room = {2}, racks[1].row = {3};
        racks[2].row = {2};
        racks[3].row = {1};
        racks[4].row = {1};
        made.racks = Table<Rack>(racks);
        return made;
    }

private Q_SLOTS:
    void low() {
        Rack rack;
        rack.units = 10; // what is 1U high starts at most at half unit 18
        QCOMPARE(lowScore(rack, 9, 2, 40_kg), 500);
        QCOMPARE(lowScore(rack, 9, 2, 20_kg), 750);
        QCOMPARE(lowScore(rack, 9, 2, 80_kg), 500);
        QCOMPARE(lowScore(rack, 18, 2, 40_kg), 0);
        QCOMPARE(lowScore(rack, 18, 2, {}), 1000);
    }

    void phases() {
        QCOMPARE(phaseScore({}), 1000);
        QCOMPARE(phaseScore({0, 500, 500, 500}), 1000);
        QCOMPARE(phaseScore({0, 500, 0, 0}), 0);
        QCOMPARE(phaseScore({0, 200, 100, 0}), 500);
    }

    void stranded() {
        const auto exactly = [](std::initializer_list<int> left) {
            std::vector<Left> all;
            for (const int one : left) {
                all.push_back({one, one});
            }
            return strandedScore(all);
        };
        QCOMPARE(exactly({}), 1000);
        QCOMPARE(exactly({300}), 1000);
        QCOMPARE(exactly({300, 300, 300}), 1000);
        QCOMPARE(exactly({1000, 0}), 0);
        QCOMPARE(exactly({750, 900}), 850);
        QCOMPARE(exactly({100, 400, 700}), 550);
        // What is not quite known gets the benefit of the doubt.
        QCOMPARE(strandedScore(std::vector<Left>{{750, 750}, {800, 950}}), 950);
        QCOMPARE(strandedScore(std::vector<Left>{{750, 750}, {0, 1000}}), 1000);
    }

    /// One weight changes the order.
    void aWeightDecides() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.limit(u"R2 mass"_qs, 400'000);
        auto wanted = want(1_U);
        wanted.item.weight = 100_kg;
        // Of 8 half units 6 are left: 750. Of 1000 kg 900 are, of 400 kg 300: 900 and 750.
        auto made = *drawing.snapshot();
        const auto ranked = [&](const ScoreWeights &weights) {
            made.policy.scoreWeights = weights;
            return ranking(made, wanted);
        };
        QCOMPARE(ranked(only({{&ScoreWeights::headroom, 1}})), u"R1 900, R2 750"_qs);
        QCOMPARE(ranked(only({{&ScoreWeights::stranded, 1}})), u"R2 1000, R1 850"_qs);
        QCOMPARE(ranked(only({{&ScoreWeights::headroom, 1}, {&ScoreWeights::stranded, 1}})), u"R1 875, R2 875"_qs);
        QCOMPARE(ranked(only({{&ScoreWeights::headroom, 1}, {&ScoreWeights::stranded, 2}})), u"R2 916, R1 866"_qs);
        QCOMPARE(ranked(only({})), u"R1 0, R2 0"_qs);
        // All of them: space 1000 * 2 / 8, low 1000, phases, affinity, site and airflow 1000.
        // (4 * 250 + 2 * 1000 + 1000 + 3 * 900 + 2 * 850 + 1000 + 2 * 1000 + 1000) / 16
        QCOMPARE(ranked(ScoreWeights{}), u"R1 775, R2 765"_qs);
    }

    void affinityIsByHowNearKinIs() {
        for (const QString &by : {u"system"_qs, u"project"_qs, u"owner"_qs}) {
            auto made = spread();
            made.policy.scoreWeights = only({{&ScoreWeights::affinity, 1}});
            auto wanted = want(1_U);
            Equipment kin;
            kin.id = {1};
            kin.owner = {2};
            if (by == u"system") {
                kin.system = wanted.item.system = {7};
            } else if (by == u"project") {
                kin.project = wanted.project = u"Snellius"_qs;
            }
            wanted.owner = by == u"owner" ? OrganisationId{2} : OrganisationId{};
            made.equipment = Table<Equipment>({kin});
            Placement placement;
            placement.id = {1};
            placement.equipment = {1};
            placement.state = u"installed"_qs;
            placement.rack = {5};
            placement.slot = 1;
            const auto standing = [&](Period during) {
                placement.during = during;
                made.placements = Table<Placement>({placement});
                return ranking(made, wanted, Term::Affinity);
            };
            made.agreements = Table<Agreement>({{{1}, {1}, {2}, u"a"_qs, {}}});
            QCOMPARE(standing({{19}, {30}}), u"R5 1000, R4 750, R3 500, R2 250, R1 0"_qs);
            QCOMPARE(standing({{20}, {30}}), u"R1 1000, R2 1000, R3 1000, R4 1000, R5 1000"_qs);
        }
    }

    void theDataCentreThatIsPreferred() {
        auto made = spread();
        made.policy.scoreWeights = only({{&ScoreWeights::site, 1}});
        auto wanted = want(1_U);
        QCOMPARE(ranking(made, wanted), u"R1 1000, R2 1000, R3 1000, R4 1000, R5 1000"_qs);
        wanted.preferred = {1};
        QCOMPARE(ranking(made, wanted), u"R2 1000, R3 1000, R4 1000, R5 1000, R1 0"_qs);
        wanted.preferred = {2};
        QCOMPARE(ranking(made, wanted), u"R1 1000, R2 0, R3 0, R4 0, R5 0"_qs);
    }

    /// Half a tile before the intake: to the north of R1, the east of R2, the south of R3; of R4 nothing is drawn.
    void theAisleAtTheIntake() {
        auto made = *Drawing(u"  R1 R2 R3 R4\n1 . . . ."_qs).snapshot();
        made.policy.scoreWeights = only({{&ScoreWeights::airflow, 1}});
        std::vector<Rack> racks(made.racks.begin(), made.racks.end());
        for (std::size_t i = 0; i < racks.size(); ++i) {
            racks[i].x = {static_cast<int>(i) * 10'000};
            racks[i].y = {10'000};
            racks[i].width = 600_mm;
            racks[i].depth = 1000_mm;
            racks[i].orientationDegrees = static_cast<int>(i) * 90;
            racks[i].airflow = {}; // no direction of its own, so nothing goes against it
        }
        made.racks = Table<Rack>(racks);
        const auto aisle = [](int id, const QString &kind, int west, int north, int east, int south) {
            RoomFeature feature;
            feature.id = {id};
            feature.room = {1};
            feature.kind = kind;
            feature.shape = {QPointF(west, north), QPointF(east, north), QPointF(east, south), QPointF(west, south)};
            return feature;
        };
        const auto around = [&](int far) {
            made.roomFeatures = Table<RoomFeature>({
                aisle(1, u"aisle_cold"_qs, 0, 9'000, 600, 10'000 - far),
                aisle(2, u"aisle_hot"_qs, 0, 11'000 + far, 600, 12'000),
                aisle(3, u"aisle_hot"_qs, 11'000 + far, 10'000, 12'000, 10'600),
                aisle(4, u"aisle_cold"_qs, 20'000, 11'000 + far, 20'600, 12'000),
            });
        };
        auto wanted = want(1_U);
        around(300);
        QCOMPARE(ranking(made, wanted), u"R1 1000, R2 1000, R3 1000, R4 1000"_qs);
        wanted.item.airflow = u"front-to-rear"_qs;
        QCOMPARE(ranking(made, wanted), u"R1 1000, R3 1000, R4 500, R2 0"_qs);
        wanted.item.airflow = u"rear-to-front"_qs; // through the rear of R1 it takes in from the hot aisle
        QCOMPARE(ranking(made, wanted), u"R2 500, R3 500, R4 500, R1 0"_qs);
        wanted.item.airflow = u"front-to-rear"_qs;
        around(301); // the point is no longer in any
        QCOMPARE(ranking(made, wanted), u"R1 500, R2 500, R3 500, R4 500"_qs);
    }
};

QTEST_APPLESS_MAIN(TestScores)
#include "tst_scores.moc"
