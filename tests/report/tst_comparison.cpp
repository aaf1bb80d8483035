#include "model/report/comparison.h"

#include <QTest>

using namespace polder;

/// Two days of one table, and what is said of the difference.
class TestComparison : public QObject {
    Q_OBJECT

private:
    static Report report(Day asOf, const std::vector<std::vector<Cell>> &rows, std::size_t keys = 0) {
        ReportTable table{
            u"racks"_qs,
            {{u"rack"_qs, {}}, {u"unit"_qs, {}}, {u"used"_qs, u"kW"_qs}, {u"why"_qs, {}}, {u"free"_qs, {}}},
            rows};
        table.keys = keys;
        table.spread = Spread::Columns;
        return {u"Racks"_qs, asOf, 7, {}, {u"Used."_qs}, {table}, {}, {{u"Chart"_qs, u"racks"_qs, {u"rack"_qs}, {}}}};
    }
    static QStringList lines(const ReportTable &table) {
        QStringList lines;
        for (const auto &row : table.rows) {
            QStringList cells;
            for (const auto &cell : row) {
                const auto *number = std::get_if<Decimal>(&cell);
                const auto *text = std::get_if<QString>(&cell);
                cells << (number ? QString::number(number->toDouble(), 'g', 12) : text ? *text : u"-"_qs);
            }
            lines << cells.join(u' ');
        }
        return lines;
    }
    const Day m_then = Day::fromDate({2026, 9, 30});
    const Day m_now = Day::fromDate({2026, 12, 31});

private Q_SLOTS:
    void changedNewAndGone() {
        const auto before = report(m_then, {{u"R1"_qs, u"kW"_qs, Decimal{1'500, 3}, u"x"_qs, Decimal{7, 0}},
                                            {u"R2"_qs, u"kW"_qs, Decimal{2'000, 3}, u"x"_qs, Decimal{7, 0}},
                                            {u"R3"_qs, u"kW"_qs, Decimal{9, 0}, u"x"_qs, Cell()}});
        const auto now = report(m_now, {{u"R1"_qs, u"kW"_qs, Decimal{225, 2}, u"y"_qs, Decimal{6, 0}},
                                        {u"R2"_qs, u"kW"_qs, Decimal{2'000, 3}, u"x"_qs, Decimal{7, 0}},
                                        {u"R4"_qs, u"kW"_qs, Cell(), u"x"_qs, Decimal{5, 0}}});
        const auto made = comparedWith(now, before);
        QStringList columns;
        for (const auto &column : made.tables[0].columns) {
            columns << column.name;
        }
        QCOMPARE(columns.join(u' '), u"difference rack unit used used_change why free free_change"_qs);
        QCOMPARE(made.tables[0].columns[4].unit, u"kW"_qs);
        QCOMPARE(lines(made.tables[0]), QStringList({u"changed R1 kW 2.25 0.75 y 6 -1"_qs, u"new R4 kW - - x 5 -"_qs,
                                                     u"gone R3 kW 9 - x - -"_qs}));
        QVERIFY(made.definitions.back().contains(u"2026-09-30"_qs));
        QVERIFY(made.charts.empty()); // they would draw differences as if they were figures
        QVERIFY(made.tables[0].spread == Spread::None);
    }

    /// Two rows that are read by the same are paired in their order; what a table is read by may be less than its
    /// texts.
    void sameKeys() {
        const auto before = report(
            m_then,
            {{u"R1"_qs, u"U"_qs, Decimal{1, 0}, u"x"_qs, Cell()}, {u"R1"_qs, u"kW"_qs, Decimal{2, 0}, u"x"_qs, Cell()}},
            1);
        const auto now = report(m_now,
                                {{u"R1"_qs, u"U"_qs, Decimal{1, 0}, u"x"_qs, Cell()},
                                 {u"R1"_qs, u"kg"_qs, Decimal{5, 0}, u"x"_qs, Cell()},
                                 {u"R1"_qs, u"heat"_qs, Decimal{6, 0}, u"x"_qs, Cell()}},
                                1);
        QCOMPARE(lines(comparedWith(now, before).tables[0]),
                 QStringList({u"changed R1 kg 5 3 x -"_qs, u"new R1 heat 6 - x -"_qs}));
    }

    void nothingIsDifferent() {
        const auto same = report(m_then, {{u"R1"_qs, u"U"_qs, Decimal{1, 0}, u"x"_qs, Cell()}});
        QVERIFY(comparedWith(same, same).tables[0].rows.empty());
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
