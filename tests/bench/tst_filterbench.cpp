#include "model/items/equipmentmodel.h"
#include "model/items/filtersortmodel.h"
#include "syntheticestate.h"
#include "tests/support/patience.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// 100,000 pieces of equipment: what a key stroke in the search field costs, sorted and with a facet ticked, beside a
/// plain loop over the same strings.
class BenchFilter : public QObject {
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
        EquipmentModel equipment;
        FilterSortModel model(&equipment);
        equipment.show(*snapshot);
        QVERIFY(model.rowCount() >= 100'000);
        std::vector<QString> strings;
        for (int row = 0; row < equipment.rowCount(); ++row) {
            QString text;
            for (int column = 0; column < equipment.columnCount(); ++column) {
                text += equipment.text(row, column) + u'\n';
            }
            strings.push_back(text.toCaseFolded());
        }
        // All texts are read, and the rows sorted, between other events.
        model.setFilter(u"zzz"_s);
        TRY_COMPARE(model.rowCount(), 0);
        model.setFilter({});
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.sort(EquipmentModel::Name);
        QVERIFY(moved.isEmpty());
        TRY_VERIFY(!moved.isEmpty());
        model.setAccepts([&](int row) { return equipment.row(row).state == u"installed"; });

        std::vector<double> keys, loops;
        double slowest = 0;
        QString slow;
        for (const QString &typed : {u"device 12345"_s, u"a"_s, u"installed r1"_s, u"zzz"_s}) {
            QStringList steps;
            for (qsizetype length = 1; length <= typed.size(); ++length) {
                steps << typed.left(length);
            }
            for (qsizetype length = typed.size() - 1; length >= 0; --length) { // and back by the back space
                steps << typed.left(length);
            }
            for (const QString &text : std::as_const(steps)) {
                keys.push_back(milliseconds([&] { model.setFilter(text); }));
                if (keys.back() > slowest) {
                    slowest = keys.back();
                    slow = text;
                }
                loops.push_back(milliseconds([&] {
                    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
                    std::size_t found = 0;
                    for (const QString &one : strings) {
                        found += std::ranges::all_of(words, [&](const QString &word) { return one.contains(word); });
                    }
                    QVERIFY(found <= strings.size());
                }));
            }
        }
        qInfo("a key stroke over %d rows: median %.2f ms, slowest %.2f ms (\"%s\"); a plain loop %.2f ms; ratio %.2f",
              equipment.rowCount(), median(keys), slowest, qPrintable(slow), median(loops),
              median(keys) / median(loops));
        QVERIFY2(median(keys) <= 15, "a key stroke takes longer than 15 ms");
        QVERIFY2(median(keys) <= 1.5 * median(loops) + 1, "it costs more than the loop over the strings");
    }
};

QTEST_GUILESS_MAIN(BenchFilter)
#include "tst_filterbench.moc"
