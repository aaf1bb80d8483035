#include "model/items/filtersortmodel.h"
#include "tests/support/patience.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace polder;

namespace {

struct Fruit {
    int id = 0;
    QString name;
    std::optional<int> grams;

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const Fruit &) const = default;
};

class Fruits : public TableModel<Fruit> {
public:
    Fruits()
        : TableModel({{{u"Name"_qs}, [](auto &row) { return row.name; }},
                      {{u"Weight"_qs, u"g"_qs, Qt::AlignRight},
                       [](auto &row) { return row.grams ? QString::number(*row.grams) : QString(); },
                       [](auto &row) { return row.grams ? SortKey(std::int64_t{*row.grams}) : SortKey(); }}},
                     nullptr) {}
};

const std::vector<Fruit> basket{
    {1, u"apple"_qs, 120}, {2, u"Banana"_qs, 90}, {3, u"cherry"_qs, {}}, {4, u"date"_qs, 7}};

QString names(const QAbstractItemModel &model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row, 0).data().toString();
    }
    return names.join(u' ');
}

} // namespace

/// The tables under all views: what they show, what they tell when rows change.
class TestTableModel : public QObject {
    Q_OBJECT

private:
    static constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

private Q_SLOTS:
    void showsTextAndSortsByValue() {
        Fruits fruits;
        const QAbstractItemModelTester tester(&fruits, fatal);
        fruits.replaceRows(basket);
        QCOMPARE(fruits.index(0, 1).data().toString(), u"120"_qs);
        QCOMPARE(fruits.index(0, 1).data(RowTable::SortRole), QVariant(qlonglong{120}));
        QCOMPARE(fruits.index(2, 1).data(RowTable::SortRole), QVariant());
        QCOMPARE(fruits.index(1, 0).data(RowTable::SortRole), QVariant(u"banana"_qs));
        QCOMPARE(fruits.index(1, 0).data(RowTable::KeyRole), QVariant(qlonglong{2}));
        QCOMPARE(fruits.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Weight (g)"_qs);
        QCOMPARE(fruits.rowOf(3), 2);
        QCOMPARE(fruits.rowOf(9), -1);
    }

    void tellsOnlyWhatChanged() {
        Fruits fruits;
        const QAbstractItemModelTester tester(&fruits, fatal);
        fruits.replaceRows(basket);
        QSignalSpy reset(&fruits, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&fruits, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&fruits, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&fruits, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex cherry(fruits.index(2, 0));

        fruits.replaceRows(basket);
        QCOMPARE(removed.size() + inserted.size() + changed.size(), 0);

        // apple goes, date changes, elderberry comes before cherry.
        fruits.replaceRows({basket[1], {5, u"elderberry"_qs, 1}, basket[2], {4, u"date"_qs, 8}});
        QCOMPARE(names(fruits), u"Banana elderberry cherry date"_qs);
        QCOMPARE(fruits.index(3, 1).data().toString(), u"8"_qs);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 3);
        QCOMPARE(cherry.row(), 2);
        QCOMPARE(cherry.data().toString(), u"cherry"_qs);
        QCOMPARE(reset.size(), 0);
    }

    void filtersByEveryWord() {
        Fruits fruits;
        fruits.replaceRows(basket);
        FilterSortModel shown(&fruits);
        const QAbstractItemModelTester tester(&shown, fatal);
        shown.setFilter(u"AN"_qs);
        QCOMPARE(names(shown), u"Banana"_qs);
        shown.setFilter(u"9 an"_qs);
        QCOMPARE(names(shown), u"Banana"_qs);
        shown.setFilter(u"an 7"_qs);
        QCOMPARE(names(shown), QString());
        shown.setFilter({});
        QCOMPARE(names(shown), u"apple Banana cherry date"_qs);
    }

    /// Key by key, forth and back, with a condition beside the words: always the same as asked at once.
    void acceptsBesideTheWords() {
        Fruits fruits;
        fruits.replaceRows(basket);
        FilterSortModel shown(&fruits);
        const QAbstractItemModelTester tester(&shown, fatal);
        shown.sort(0, Qt::DescendingOrder);
        shown.setAccepts([&fruits](int row) { return fruits.row(row).name != u"date"; });
        QCOMPARE(names(shown), u"cherry Banana apple"_qs);
        for (const auto &[words, left] : {std::pair(u"a"_qs, u"Banana apple"_qs),
                                          {u"an"_qs, u"Banana"_qs},
                                          {u"a"_qs, u"Banana apple"_qs},
                                          {u"a e"_qs, u"apple"_qs},
                                          {QString(), u"cherry Banana apple"_qs}}) {
            shown.setFilter(words);
            QCOMPARE(names(shown), left);
        }
        // What changes is asked anew.
        fruits.replaceRows({basket[0], {2, u"date"_qs, 120}, basket[2], {4, u"fig"_qs, 7}});
        QCOMPARE(names(shown), u"fig cherry apple"_qs);
        shown.setAccepts(nullptr);
        QCOMPARE(names(shown), u"fig date cherry apple"_qs);
    }

    void sortsNumbersAsNumbersAndKeepsTheChosen() {
        Fruits fruits;
        fruits.replaceRows(basket);
        FilterSortModel shown(&fruits);
        const QAbstractItemModelTester tester(&shown, fatal);
        const QPersistentModelIndex banana(shown.index(1, 0));
        shown.sort(1);
        QCOMPARE(names(shown), u"cherry date Banana apple"_qs);
        QCOMPARE(banana.row(), 2);
        shown.sort(1, Qt::DescendingOrder);
        QCOMPARE(names(shown), u"apple Banana date cherry"_qs);
        QCOMPARE(banana.data().toString(), u"Banana"_qs);

        // A new weight moves it; a new row finds its place; a row that goes takes nothing else with it.
        fruits.replaceRows({basket[1], basket[2], {4, u"date"_qs, 200}, {5, u"elderberry"_qs, 100}});
        QCOMPARE(names(shown), u"date elderberry Banana cherry"_qs);
        QCOMPARE(banana.row(), 2);
        shown.sort(-1);
        QCOMPARE(names(shown), u"Banana cherry date elderberry"_qs);
        QCOMPARE(shown.mapFromSource(fruits.index(3, 1)), shown.index(3, 1));
    }

    /// Many rows are read and sorted between other events: until then they stand as they stood.
    void manyRowsHoldNobody() {
        constexpr int count = 30'000;
        Fruits fruits;
        FilterSortModel shown(&fruits);
        std::vector<Fruit> many;
        for (int i = 0; i < count; ++i) {
            many.push_back({i + 1, u"fruit n%1n"_qs.arg(i), count - i});
        }
        fruits.replaceRows(many);
        QCOMPARE(shown.rowCount(), count);
        shown.setFilter(u"fruit n29999n"_qs);
        QCOMPARE(shown.rowCount(), count);
        TRY_COMPARE(shown.rowCount(), 1);
        shown.setFilter({});
        QCOMPARE(shown.rowCount(), count);

        const QPersistentModelIndex first(shown.index(0, 0));
        shown.sort(1);
        QCOMPARE(first.row(), 0);
        TRY_COMPARE(first.row(), count - 1);
        // What changes and what comes goes to its place at once, and what goes leaves the others.
        many[0].grams = 0;
        many.push_back({count + 1, u"last"_qs, 2});
        fruits.replaceRows(many);
        QCOMPARE(first.row(), 0);
        QCOMPARE(shown.index(2, 0).data().toString(),
                 u"fruit n29998n"_qs); // they weigh as much, and stood there before
        QCOMPARE(shown.index(3, 0).data().toString(), u"last"_qs);
        many.erase(many.begin());
        fruits.replaceRows(many);
        QCOMPARE(shown.rowCount(), count);
        QCOMPARE(shown.index(0, 0).data().toString(), u"fruit n29999n"_qs);

        // The newest wins, also over what is being sorted.
        shown.sort(0, Qt::DescendingOrder);
        shown.sort(0);
        many[5].name = u"aaa"_qs;
        fruits.replaceRows(many);
        TRY_COMPARE(shown.index(0, 0).data().toString(), u"aaa"_qs);
        QStringList all;
        for (int row = 0; row < shown.rowCount(); ++row) {
            all << shown.index(row, 0).data().toString();
        }
        QVERIFY(std::ranges::is_sorted(all));
        // A search keeps to the order.
        shown.setFilter(u"n2999"_qs);
        TRY_COMPARE(shown.rowCount(), 11);
        QCOMPARE(names(shown).section(u' ', 0, 3), u"fruit n29990n fruit n29991n"_qs);
        QCOMPARE(shown.index(10, 0).data().toString(), u"fruit n2999n"_qs);
    }

    /// Random changes, each seen through a sorted and filtered table: always the same as sorting anew, and persistent
    /// indexes stay with their rows.
    void randomChanges() {
        QRandomGenerator random(20261124);
        Fruits fruits;
        FilterSortModel shown(&fruits);
        const QAbstractItemModelTester tester(&fruits, fatal);
        const QAbstractItemModelTester shownTester(&shown, fatal);
        shown.sort(1);
        shown.setFilter(u"a"_qs);
        for (int round = 0; round < 200; ++round) {
            std::vector<Fruit> rows;
            for (int id = 1; id <= 20; ++id) {
                if (random.bounded(3) > 0) {
                    rows.push_back({id, random.bounded(2) ? u"a%1"_qs.arg(id) : u"b%1"_qs.arg(id), random.bounded(9)});
                }
            }
            std::shuffle(rows.begin(), rows.end(), random);
            std::vector<std::pair<qlonglong, QPersistentModelIndex>> watched;
            for (int row = 0; row < shown.rowCount(); ++row) {
                const auto index = shown.index(row, 0);
                watched.emplace_back(index.data(RowTable::KeyRole).toLongLong(), index);
            }
            fruits.replaceRows(rows);
            QCOMPARE(fruits.rows(), rows);
            std::erase_if(rows, [](const Fruit &row) { return !row.name.contains(u'a'); });
            std::ranges::stable_sort(rows, {}, [](const Fruit &row) { return *row.grams; });
            QCOMPARE(shown.rowCount(), static_cast<int>(rows.size()));
            for (int row = 0; row < shown.rowCount(); ++row) {
                QCOMPARE(shown.index(row, 0).data().toString(), rows[row].name);
            }
            for (const auto &[key, index] : watched) {
                QVERIFY(!index.isValid() || index.data(RowTable::KeyRole).toLongLong() == key);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
