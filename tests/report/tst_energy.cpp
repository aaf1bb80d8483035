#include "model/report/energyreport.h"

#include <QTest>

using namespace polder;

/// Indicators and ratios by hand, and nothing where a month is missing.
class TestEnergy : public QObject {
    Q_OBJECT

private:
    static Day day(int year, int month, int dayOfMonth = 1) { return Day::fromDate({year, month, dayOfMonth}); }

    static Estate estate() {
        Snapshot made;
        made.today = day(2026, 1);
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.width = {12'000};
        room.depth = {20'500};
        made.rooms = Table<Room>({room});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        made.racks = Table<Rack>({rack});
        Equipment server;
        server.id = {1};
        server.budgetedWatts = 1250;
        made.equipment = Table<Equipment>({server});
        Placement placement;
        placement.id = {1};
        placement.equipment = {1};
        placement.state = u"installed"_qs;
        placement.during = {day(2025, 6), Day::never()};
        placement.rack = {1};
        placement.position = Height{0};
        placement.outlets = {{1}};
        made.placements = Table<Placement>({placement});
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }

    /// Each month of the first quarter: two supplies, one UPS, water, and the air twice.
    static std::vector<MeterReading> readings() {
        std::vector<MeterReading> all;
        const auto add = [&all](const QString &indicator, int node, int month, std::int64_t thousandths,
                                const QString &unit) {
            all.push_back({{1}, {node}, indicator, day(2025, month, 15), thousandths, unit});
        };
        for (int month = 1; month <= 3; ++month) {
            add(u"E_DC"_qs, 1, month, 100'000'000, u"kWh"_qs);
            add(u"E_DC"_qs, 2, month, 30'000'500, u"kWh"_qs);
            add(u"E_IT"_qs, 3, month, 100'000'000, u"kWh"_qs);
            add(u"W_IN"_qs, 0, month, 150'000, u"m3"_qs);
            add(u"T_IN"_qs, 4, month, 22'000 + month * 500, u"°C"_qs);
        }
        add(u"C_STOR"_qs, 0, 2, 12'500, u"PB"_qs);
        return all;
    }
    static QStringList lines(const Report &report, const QString &name) {
        QStringList lines;
        const auto &table = *std::ranges::find(report.tables, name, &ReportTable::name);
        for (const auto &row : table.rows) {
            QStringList cells;
            for (std::size_t column = 0; column < row.size(); ++column) {
                const auto &cell = row[column];
                if (table.columns[column].name.startsWith(u"list"_qs)) {
                    continue; // the same in all rows
                }
                const auto *number = std::get_if<Decimal>(&cell);
                const auto *text = std::get_if<QString>(&cell);
                cells << (number ? QString::number(number->toDouble(), 'g', 12) : text ? *text : u"-"_qs);
            }
            lines << cells.mid(1).join(u' ');
        }
        return lines;
    }
    static Report made(const std::vector<MeterReading> &readings, Day asOf = day(2025, 3, 31),
                       Day from = day(2025, 1)) {
        return energyReport(estate(), from, asOf, QDateTime({2026, 1, 1}, {9, 0}, Qt::UTC), {}, readings);
    }

private Q_SLOTS:
    void indicators() {
        const auto report = made(readings());
        QCOMPARE(lines(report, u"indicators"_qs),
                 QStringList({u"PD_IT kW 0 record 0"_qs, u"S_DC m2 - - 0"_qs, u"S_CR m2 246 record 0"_qs,
                              u"E_DC kWh 390001.5 metered 0"_qs, u"E_IT kWh 300000 metered 0"_qs,
                              u"W_IN m3 450 metered 0"_qs, u"E_REUSE kWh - - 3"_qs, u"T_IN °C 23 metered 0"_qs,
                              u"E_RES kWh - - 3"_qs, u"C_STOR PB 12.5 entered 0"_qs}));
        QCOMPARE(lines(report, u"ratios"_qs),
                 QStringList({u"PUE - 1.3"_qs, u"WUE l/kWh 1.5"_qs, u"ERF - -"_qs, u"REF - -"_qs}));
        QCOMPARE(lines(report, u"missing"_qs), QStringList({u"S_DC all"_qs, u"E_REUSE all"_qs, u"E_RES all"_qs}));
        QCOMPARE(lines(report, u"months"_qs).first(), u"2025-01 130000.5 100000 1.3"_qs);
        // In June there is a server.
        QCOMPARE(lines(made(readings(), day(2025, 6)), u"indicators"_qs).first(), u"PD_IT kW 1.25 record 0"_qs);
    }

    /// Of two nodes the sum, of each the last entry of the year; what was said in another year is not said in this one.
    void entries() {
        auto some = readings();
        const auto add = [&some](const QString &indicator, int node, Day at, std::int64_t thousandths,
                                 const QString &unit) {
            some.push_back({{1}, {node}, indicator, at, thousandths, unit});
        };
        add(u"C_STOR"_qs, 7, day(2025, 3), 2'000, u"PB"_qs);
        add(u"C_STOR"_qs, 7, day(2025, 1), 9'000, u"PB"_qs);
        add(u"S_DC"_qs, 0, day(2024, 12, 31), 800'000, u"m2"_qs);
        add(u"PD_IT"_qs, 0, day(2024, 5), 700'000, u"kW"_qs);
        const auto report = made(some);
        QVERIFY(lines(report, u"indicators"_qs).contains(u"C_STOR PB 14.5 entered 0"_qs));
        QVERIFY(lines(report, u"indicators"_qs).contains(u"S_DC m2 - - 0"_qs));
        QVERIFY(lines(report, u"missing"_qs).contains(u"S_DC all"_qs));
        QVERIFY(lines(report, u"indicators"_qs).contains(u"PD_IT kW 0 record 0"_qs));
        const auto older = made(some, day(2024, 12, 31), day(2024, 1));
        QVERIFY(lines(older, u"indicators"_qs).contains(u"S_DC m2 800 entered 0"_qs));
        QVERIFY(lines(older, u"indicators"_qs).contains(u"PD_IT kW 700 entered 0"_qs));
        QVERIFY(lines(older, u"missing"_qs).contains(u"C_STOR all"_qs));
        // A statement of the last days of that year has the area that was entered in it.
        QVERIFY(lines(made(some, day(2024, 12, 31), day(2024, 12)), u"indicators"_qs)
                    .contains(u"PD_IT kW 700 entered 0"_qs));
    }

    /// Each day is reported by the list that is in force then, and the data say which it is.
    void listsHaveVersions() {
        const std::array<Indicator, 1> short1{{{u"E_DC", u"kWh", "energy", IndicatorFrom::Sum}}};
        const std::array<Indicator, 2> short2{
            {{u"E_DC", u"kWh", "energy", IndicatorFrom::Sum}, {u"NEW", u"kWh", "new", IndicatorFrom::Sum}}};
        const std::array<IndicatorList, 2> lists{
            {{u"EU A", u"1", day(2024, 1), short1}, {u"EU A", u"2", day(2026, 1), short2}}};
        const auto said = [&](Day asOf) {
            const auto report =
                energyReport(estate(), Day::fromDate({asOf.toDate().year(), 1, 1}), asOf, {}, {}, readings(), lists);
            QStringList found;
            for (const auto &name : {u"indicators"_qs, u"ratios"_qs}) {
                const auto &table = *std::ranges::find(report.tables, name, &ReportTable::name);
                for (const auto &row : table.rows) {
                    found << std::get<QString>(row[1]) + u' ' + std::get<QString>(row[row.size() - 2]) + u' ' +
                                 std::get<QString>(row.back());
                }
            }
            return found;
        };
        QCOMPARE(said(day(2025, 12, 31)).first(2), QStringList({u"E_DC EU A 1"_qs, u"PUE EU A 1"_qs}));
        QCOMPARE(said(day(2026, 1, 1)).first(3), QStringList({u"E_DC EU A 2"_qs, u"NEW EU A 2"_qs, u"PUE EU A 2"_qs}));
        QCOMPARE(said(day(2020, 1, 1)).first(), u"E_DC EU A 1"_qs);
        QCOMPARE(QString::fromUtf16(listOn(indicatorLists(), day(2025, 12, 31)).name), u"EU 2024/1364"_qs);
        QCOMPARE(indicatorLists().front().from, day(2023, 1));
    }

    /// One meter of two says nothing of a month: no sum, and no ratio.
    void aMonthIsMissing() {
        auto some = readings();
        std::erase_if(some,
                      [](const MeterReading &one) { return one.node == NodeId{2} && one.at == day(2025, 2, 15); });
        const auto report = made(some);
        QCOMPARE(lines(report, u"indicators"_qs)[3], u"E_DC kWh - - 1"_qs);
        QCOMPARE(lines(report, u"ratios"_qs)[0], u"PUE - -"_qs);
        QVERIFY(lines(report, u"missing"_qs).contains(u"E_DC 2025-02"_qs));
        QCOMPARE(lines(report, u"months"_qs)[1], u"2025-02 - 100000 -"_qs);
        QCOMPARE(lines(report, u"months"_qs)[2], u"2025-03 130000.5 100000 1.3"_qs);
    }

    /// A statement that begins within a month has all of that month.
    void fromWithinAMonth() {
        const auto report = made(readings(), day(2025, 3, 31), day(2025, 1, 20));
        QCOMPARE(lines(report, u"indicators"_qs)[3], u"E_DC kWh 390001.5 metered 0"_qs);
        QCOMPARE(lines(report, u"months"_qs).size(), 3);
    }

    void anotherUnit() {
        auto some = readings();
        for (auto &one : some) {
            one.unit = one.indicator == u"E_IT" ? u"MWh"_qs : one.unit;
        }
        QVERIFY(lines(made(some), u"missing"_qs).contains(u"E_IT all"_qs));
    }
};

QTEST_APPLESS_MAIN(TestEnergy)
#include "tst_energy.moc"
