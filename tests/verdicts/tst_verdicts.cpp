#include "verdicts.h"

#include <QTest>

#include <cstdio>
#include <map>

using namespace polder;
using namespace polder::test;

/// Random estates, random bookings and moves: the database's guard, the engine and `check` must say the same, to the
/// last unit. Each estate has its seed; a failure prints the smallest estate that still shows it, as SQL.
class VerdictsTest : public QObject {
    Q_OBJECT

    static constexpr int casesPerEstate = 50;

    std::unique_ptr<TestCluster> m_cluster;

    static int setting(const char *variable, int otherwise) {
        return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
    }
    static int estates() { return setting("POLDER_ESTATES", 40); }
    static int firstSeed() { return setting("POLDER_SEED", 1); }

    static bool samePlace(const Device &a, const Device &b) {
        if (a.chassis > 0 || a.slot > 0) {
            return std::tuple(a.chassis, a.bay, a.rack, a.slot) == std::tuple(b.chassis, b.bay, b.rack, b.slot);
        }
        return a.floorStanding ? std::tuple(a.room, a.xMm, a.yMm) == std::tuple(b.room, b.xMm, b.yMm)
                               : std::pair(a.rack, a.positionHalfUnits) == std::pair(b.rack, b.positionHalfUnits);
    }

    /// A plan with less in it that still fails, until nothing can be left out.
    Plan smallest(Plan plan, const Court::Case &asked) {
        for (Device &device : plan.devices) {
            device.inherited = true; // with less around it, it might not be let in again
        }
        const auto fails = [&](const Plan &candidate) {
            return !Court(*m_cluster, candidate).disagreement(asked).isEmpty();
        };
        const auto shrink = [&](auto Plan::*part) {
            for (std::size_t i = (plan.*part).size(); i-- > 0;) {
                Plan candidate = plan;
                (candidate.*part).erase((candidate.*part).begin() + static_cast<std::ptrdiff_t>(i));
                if (fails(candidate)) {
                    plan = std::move(candidate);
                }
            }
        };
        // (Chassis are called by their place in the list.)
        if (asked.changes.front().id == 0 && plan.chassis().empty()) {
            shrink(&Plan::devices);
        }
        shrink(&Plan::limits);
        shrink(&Plan::environments);
        shrink(&Plan::media);
        shrink(&Plan::lines);
        shrink(&Plan::blocked);
        shrink(&Plan::ports);
        return plan;
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }

    void theThreeAgree() {
        int cases = 0, admitted = 0, moves = 0;
        std::map<QString, int> refused;
        for (int seed = firstSeed(); seed < firstSeed() + estates(); ++seed) {
            Dice dice(static_cast<std::uint32_t>(seed));
            Plan plan = Plan::random(dice);
            Court court(*m_cluster, plan);
            for (int i = 0; i < casesPerEstate; ++i) {
                Court::Case asked;
                const int id = plan.devices.empty() ? 0 : dice.between(1, static_cast<int>(plan.devices.size()));
                if (id > 0 && dice.in100(30) && !court.isContested(id)) {
                    asked.changes.push_back({id, plan.devices[id - 1]});
                    Device &moved = asked.changes.front().device;
                    do {
                        plan.moveSomewhere(moved, dice);
                    } while (samePlace(moved, plan.devices[id - 1]));
                    ++moves;
                } else {
                    asked.changes.push_back({0, plan.someDevice(dice)});
                }
                const QString disagreement = court.disagreement(asked);
                if (!disagreement.isEmpty()) {
                    std::printf("seed %d, case %d\n%s\n", seed, i, qPrintable(disagreement));
                    const Plan least = smallest(plan, asked);
                    std::printf("%s\nasked:\n%s\n%s\n", qPrintable(least.text()), qPrintable(asked.text()),
                                qPrintable(Court(*m_cluster, least).disagreement(asked)));
                    QFAIL("the three do not agree");
                }
                ++cases;
                admitted += court.admitted();
                for (const Shortfall &shortfall : court.refused()) {
                    ++refused[shortfall.rule];
                }
                if (court.admitted() && dice.in100(20)) {
                    court.commit(asked);
                    if (asked.changes.front().id == 0) {
                        plan.devices.push_back(asked.changes.front().device);
                    } else {
                        plan.devices[asked.changes.front().id - 1] = asked.changes.front().device;
                    }
                }
            }
        }
        std::printf("%d cases from seed %d on, %d of them moves; %d admitted\n", cases, firstSeed(), moves, admitted);
        for (const auto &[rule, times] : refused) {
            std::printf("%s %d  ", qPrintable(rule), times);
        }
        std::printf("\n");
        if (estates() >= 40) { // with fewer, a rare one may not come
            for (const auto *rule : {"S1", "S2", "S3", "S4", "S7", "S8", "C1", "C2", "C4", "C5", "P1",
                                     "P2", "P3", "P4", "P5", "P6", "P7", "G1", "G2", "G3", "G4", "N1"}) {
                QVERIFY2(refused.contains(QString::fromLatin1(rule)), rule);
            }
        }
        QVERIFY(admitted > cases / 10 && admitted < cases * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(VerdictsTest)
#include "tst_verdicts.moc"
