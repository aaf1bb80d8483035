#include <QTest> // first: moc 6.4 cannot read <chrono> by itself

#include "model/engine/packing/greedy.h"
#include "model/engine/packing/packing.h"
#include "tests/support/packinginstances.h"

#include <QMap>

using namespace polder::packing;
using namespace polder::test;
using namespace std::chrono_literals;

/// How far above the known optimum, in the mean over instances: the kernel at 0.2 s and at 10 s an instance, beside
/// plain first fit decreasing in the same run.
class BenchPacking : public QObject {
    Q_OBJECT

private:
    struct Outcome {
        int instances = 0;
        int reached = 0;
        int proved = 0;
        double above = 0; ///< summed
        double longest = 0;

        [[nodiscard]] double percent() const { return 100 * above / std::max(instances, 1); }
    };

    /// The best of three orders, by what all want, evenly, and by the largest share.
    static int firstFitDecreasing(const Instance &instance) {
        const Shapes shapes(instance);
        const auto goOn = [] { return true; };
        const std::vector<double> evenly(instance.capacity.size(), 1.0);
        std::vector<int> largest = bySum(instance, evenly);
        std::stable_sort(largest.begin(), largest.end(), [&instance](int a, int b) {
            const auto share = [&instance](int i) {
                double most = 0;
                for (std::size_t j = 0; j < instance.capacity.size(); ++j) {
                    most = std::max(most, double(instance.items[i][j]) / std::max(instance.capacity[j], 1));
                }
                return most;
            };
            return share(a) > share(b);
        });
        std::size_t best = instance.items.size();
        for (const auto &order : {bySum(instance, demand(instance)), bySum(instance, evenly), largest}) {
            best = std::min(best, firstFit(shapes, order, goOn).size());
        }
        return static_cast<int>(best);
    }

    /// Every packing is read by the checker, every bound and every "optimal" against the known optimum.
    static void judge(const PublicInstance &one, std::chrono::milliseconds limit, Outcome &outcome) {
        const auto started = std::chrono::steady_clock::now();
        const Packing packing = solve(one.instance, started + limit);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        const auto error = errorOf(one.instance, packing);
        QVERIFY2(!error, error.value_or(std::string()).c_str());
        QVERIFY2(packing.lowerBound <= one.optimum && packing.bins >= one.optimum, qPrintable(one.name));
        QVERIFY2(packing.status == Status::Feasible || packing.bins == one.optimum, qPrintable(one.name));
        ++outcome.instances;
        outcome.reached += packing.bins == one.optimum;
        outcome.proved += packing.status == Status::Optimal;
        outcome.above += double(packing.bins) / one.optimum - 1;
        outcome.longest = std::max(outcome.longest, taken.count());
    }

    static void say(const QString &what, const Outcome &outcome) {
        qInfo("%s: %.2f %% above the optimum; %d instances, %d reach it, %d proved; longest %.3f s", qPrintable(what),
              outcome.percent(), outcome.instances, outcome.reached, outcome.proved, outcome.longest);
    }

    std::vector<PublicInstance> m_new;

private Q_SLOTS:
    void initTestCase() {
        m_new = publicInstances(QStringLiteral("New"));
        if (m_new.empty()) {
            QSKIP("The public instances are not here (POLDER_SHARED_DATA).");
        }
    }

    void aFifthOfASecond() {
        QMap<QString, Outcome> classes;
        Outcome all;
        Outcome plain;
        Outcome published;
        for (const PublicInstance &one : m_new) {
            judge(one, 200ms, classes[one.name.section(QLatin1Char('_'), 0, 1)]);
            ++plain.instances;
            plain.above += double(firstFitDecreasing(one.instance)) / one.optimum - 1;
            ++published.instances;
            published.above += double(one.bestOf351) / one.optimum - 1;
        }
        for (auto one = classes.cbegin(); one != classes.cend(); ++one) {
            say(one.key(), *one);
            all.instances += one->instances;
            all.reached += one->reached;
            all.proved += one->proved;
            all.above += one->above;
            all.longest = std::max(all.longest, one->longest);
        }
        say(QStringLiteral("New, 0.2 s"), all);
        qInfo("first fit decreasing, the best of three: %.2f %% (x%.0f); 351 published heuristics together: %.2f %%",
              plain.percent(), plain.percent() / all.percent(), published.percent());
        QVERIFY(all.percent() <= 4.0);
    }

    /// One instance of each class, number of items and number of dimensions: 394 of 10 s each would take an hour.
    void tenSeconds() {
        Outcome all;
        QString group;
        for (const PublicInstance &one : m_new) {
            if (one.group != group) {
                group = one.group;
                judge(one, 10s, all);
            }
        }
        say(QStringLiteral("New, 10 s, the first instance of each class, size and dimension"), all);
        QVERIFY(all.percent() <= 1.0);
    }

    void panigrahy() {
        Outcome all;
        for (const PublicInstance &one : publicInstances(QStringLiteral("Panigrahy"))) {
            judge(one, 200ms, all);
        }
        say(QStringLiteral("Panigrahy, 0.2 s"), all);
    }
};

QTEST_APPLESS_MAIN(BenchPacking)
#include "tst_packingbench.moc"
