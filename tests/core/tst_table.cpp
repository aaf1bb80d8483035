#include "model/core/snapshot.h"

#include <QTest>

#include <random>

using namespace polder;

/// Tables in chunks: rows are found, and merged, as in one sorted list; what does not change is shared.
class TableTest : public QObject {
    Q_OBJECT

    static OutletUse use(int outlet, int from) { return {{outlet}, {Day{from}, Day{from + 1}}}; }
    static std::vector<OutletUse> sorted(std::vector<OutletUse> rows) {
        std::ranges::sort(rows, {}, [](const OutletUse &row) { return rowOrder(row); });
        return rows;
    }
    static QStringList text(const auto &rows) {
        QStringList lines;
        for (const OutletUse &row : rows) {
            lines << QStringLiteral("%1@%2").arg(row.outlet.value).arg(row.during.from.number);
        }
        return lines;
    }

private Q_SLOTS:
    void anEmptyTableHasNothing() {
        const Table<OutletUse> table;
        QCOMPARE(table.size(), 0U);
        QVERIFY(table.begin() == table.end());
        QVERIFY(!table.find(OutletId{1}));
        QCOMPARE(table.placeOf(OutletId{1}), -1);
        QVERIFY(table.rowsOf(OutletId{1}).empty());
        QVERIFY(Table<OutletUse>(std::vector<OutletUse>()).sameAs(table));
        const std::vector keys{OutletId{3}};
        QCOMPARE(text(table.merged(keys, {use(3, 9)}, [](const auto &) { return true; })), QStringList("3@9"));
    }

    void thousandsOfRowsAreFoundByKeyAndByPlace() {
        std::vector<OutletUse> rows;
        for (int outlet = 10; outlet < 10'000; outlet += 2) {
            for (int from = 0; from < outlet % 7; ++from) {
                rows.push_back(use(outlet, from));
            }
        }
        const Table<OutletUse> table(rows);
        QCOMPARE(text(table), text(rows));
        QCOMPARE(table.size(), rows.size());
        for (std::size_t place = 0; place < rows.size(); place += 97) {
            QCOMPARE(table[place].outlet.value, rows[place].outlet.value);
            QCOMPARE(table[place].during, rows[place].during);
        }
        for (int outlet = 9; outlet < 10'002; ++outlet) {
            const int expected = outlet >= 10 && outlet < 10'000 && outlet % 2 == 0 ? outlet % 7 : 0;
            QCOMPARE(static_cast<int>(table.rowsOf(OutletId{outlet}).size()), expected);
            QCOMPARE(table.find(OutletId{outlet}) != nullptr, expected > 0);
            const int place = table.placeOf(OutletId{outlet});
            QCOMPARE(place >= 0, expected > 0);
            QVERIFY(place < 0 || table.find(OutletId{outlet}) == &table[place]);
        }
    }

    void aKeyWithVeryManyRowsStaysTogether() {
        std::vector<OutletUse> rows;
        for (int from = 0; from < 5'000; ++from) {
            rows.push_back(use(2, from));
        }
        rows.insert(rows.begin(), use(1, 0));
        rows.push_back(use(3, 0));
        const Table<OutletUse> table(rows);
        QCOMPARE(table.rowsOf(OutletId{2}).size(), 5'000U);
        QCOMPARE(table.placeOf(OutletId{3}), 5'001);
    }

    void mergingIsSortingAnew() {
        std::mt19937 random(7);
        std::vector<OutletUse> rows;
        Table<OutletUse> table;
        for (int round = 0; round < 60; ++round) {
            // Rounds that add a lot, change a little, and take nearly all away.
            std::vector<OutletId> keys;
            for (int i = 0, many = round % 3 ? 30 : 4'000; i < many; ++i) {
                keys.push_back({static_cast<int>(random() % 6'000)});
            }
            std::ranges::sort(keys);
            keys.erase(std::ranges::unique(keys).begin(), keys.end());
            std::vector<OutletUse> fresh;
            for (const OutletId key : keys) {
                for (std::uint32_t from = 0, many = round % 5 == 4 ? 0 : random() % 4; from < many; ++from) {
                    fresh.push_back(use(key.value, static_cast<int>(from)));
                }
            }
            const auto isGone = [&](const OutletUse &row) { return std::ranges::binary_search(keys, row.outlet); };
            table = table.merged(keys, fresh, isGone);
            std::erase_if(rows, isGone);
            rows.insert(rows.end(), fresh.begin(), fresh.end());
            rows = sorted(std::move(rows));
            QCOMPARE(text(table), text(rows));
        }
        QVERIFY(rows.size() > 2'000);
    }

    void whatDoesNotChangeIsShared() {
        std::vector<OutletUse> rows;
        for (int outlet = 0; outlet < 100'000; ++outlet) {
            rows.push_back(use(outlet, 0));
        }
        const Table<OutletUse> before(std::move(rows));
        const std::vector keys{OutletId{50'000}};
        const auto after =
            before.merged(keys, {use(50'000, 5)}, [](const auto &row) { return row.outlet.value == 50'000; });
        QCOMPARE(after.find(OutletId{50'000})->during.from, Day{5});
        QCOMPARE(before.find(OutletId{50'000})->during.from, Day{0});
        int copied = 0;
        for (int outlet = 0; outlet < 100'000; ++outlet) {
            copied += before.find(OutletId{outlet}) != after.find(OutletId{outlet});
        }
        QVERIFY2(copied >= 1 && copied <= 2'048, qPrintable(QString::number(copied)));
    }
};

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
