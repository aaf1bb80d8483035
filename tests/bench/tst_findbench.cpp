#include "model/items/foundmodel.h"
#include "model/reading/sentence.h"
#include "syntheticestate.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// 100,000 pieces of equipment and 5,000 racks: what a key stroke in the finder costs, beside a plain loop over the
/// same strings.
class BenchFind : public QObject {
    Q_OBJECT

private:
    template <typename Work>
    static double milliseconds(const Work &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    static double median(std::vector<double> times) {
        std::ranges::sort(times);
        return times[times.size() / 2];
    }

private Q_SLOTS:
    void aKeyStroke() {
        const auto snapshot = syntheticEstateSeen(5000, 100'000);
        std::vector<FindEntry> entries;
        std::vector<QString> strings;
        entries = findEntries(*snapshot);
        for (const FindEntry &entry : entries) {
            strings.push_back((entry.codes.join(u' ') + u' ' + entry.name + u' ' + entry.place).toCaseFolded());
        }
        QVERIFY(entries.size() >= 105'000);
        std::unique_ptr<FindIndex> index;
        const double build = milliseconds([&] { index = std::make_unique<FindIndex>(std::move(entries)); });
        const Reader reader = readerOf(*snapshot, QLocale(QLocale::English));
        FoundModel model;
        std::vector<double> keys, loops;
        double slowest = 0;
        for (const QString &typed : {u"device 12345"_s, u"4U 1.2 kW dual 35 kg from 1 May"_s, u"rack 77"_s, u"a"_s}) {
            for (qsizetype length = 1; length <= typed.size(); ++length) {
                const QString text = typed.left(length);
                keys.push_back(milliseconds([&] {
                    (void)readSentence(text, reader);
                    std::vector<FoundRow> rows;
                    for (const FindIndex::Hit hit : index->find(text, 50)) {
                        const FindEntry &entry = index->entry(hit.entry);
                        rows.push_back({entry.what, entry.name, entry.place});
                    }
                    model.replaceRows(std::move(rows));
                }));
                slowest = std::max(slowest, keys.back());
                const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
                std::size_t found = 0;
                loops.push_back(milliseconds([&] {
                    for (const QString &string : strings) {
                        found += std::ranges::all_of(words, [&](const QString &word) { return string.contains(word); });
                    }
                }));
                QVERIFY(found <= strings.size());
            }
        }
        const double key = median(keys), loop = median(loops);
        qInfo(
            "%zu rows: index %.0f ms (on another thread); a key stroke %.2f ms, slowest %.2f ms; a plain loop over the "
            "same strings %.2f ms (x%.2f)",
            index->size(), build, key, slowest, loop, key / loop);
        QVERIFY2(key <= 30, "a key stroke of Ctrl+K takes longer than 30 ms");
    }
};

QTEST_GUILESS_MAIN(BenchFind)
#include "tst_findbench.moc"
