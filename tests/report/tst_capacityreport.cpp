#include "model/report/capacityreport.h"
#include "model/report/readable.h"

#include <QJsonArray>
#include <QTest>

using namespace polder;

/// Figures of one rack to the last digit, in both formats.
class TestCapacityReport : public QObject {
    Q_OBJECT

private:
    const QDateTime knownAt{{2026, 11, 1}, {9, 30}, Qt::UTC};

    static Estate estate() {
        Snapshot made;
        made.generation = 42;
        made.today = Day::fromDate({2026, 11, 1});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"=H1"_qs; // a spreadsheet would take it for a formula
        made.rooms = Table<Room>({room});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.code = u"R01"_qs;
        rack.units = 10;
        rack.usableDepth = {1000};
        made.racks = Table<Rack>({rack});
        made.nodes = Table<Node>({node(1, u"rack_mass"_qs), node(2, u"rack_heat"_qs), node(3, u"rack_pdu"_qs)});
        made.nodeLimits = Table<NodeLimit>({{{1}, {1}, {0}, 1'000'000, {}, {}, {}},
                                            {{2}, {2}, {0}, 15'000'000, {}, {}, {}},
                                            {{3}, {3}, {0}, 11'000'000, {}, 10'350'000, {}}});
        const Period always{{0}, Day::never()};
        // A device of 1U, half depth; another half unit above it; U10 is out of service, U9 until yesterday.
        made.occupancy = Table<OccupiedBox>({{{1}, 0, 2, 0, 400, 0, 2, false, always},
                                             {{1}, 4, 5, 0, 1000, 0, 2, false, always},
                                             {{1}, 16, 18, 0, 1000, 0, 2, true, {{0}, made.today}},
                                             {{1}, 18, 20, 0, 1000, 0, 2, true, always}});
        made.ledger =
            Ledger({{{1}, {}, {0}, {20'500, 0, 0, 0}, {}}, {{2}, {}, {0}, {750'001, 0, 0, 0}, {}}});
        Equipment held;
        held.id = {5};
        held.height = {1};
        held.weight = Mass{500};
        held.budgetedWatts = 250;
        made.equipment = Table<Equipment>({held});
        Placement placement;
        placement.id = {9};
        placement.equipment = {5};
        placement.state = u"held"_qs;
        placement.holdUntil = made.today;
        placement.during = always;
        placement.rack = {1};
        placement.position = Height{4};
        made.placements = Table<Placement>({placement});
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }
    static Node node(int id, const QString &kind) {
        Node made;
        made.id = {id};
        made.kind = kind;
        made.rack = {1};
        made.site = {1};
        made.name = kind;
        return made;
    }

private Q_SLOTS:
    void csv() {
        const auto report = capacityReport(estate(), Day::fromDate({2026, 11, 1}), knownAt);
        QCOMPARE(toCsv(report.tables[0]),
                 QByteArray("site,room,rack,dimension,unit,total,blocked,used,held,free,over\r\n"
                            "LEIDEN,'=H1,R01,U,U,10,1,1,0.5,7.5,\r\n"
                            "LEIDEN,'=H1,R01,kW,kW,10.35,0,0.500001,0.25,9.599999,\r\n"
                            "LEIDEN,'=H1,R01,kg,kg,1000,0,20,0.5,979.5,\r\n"));
    }

    void json() {
        const auto object = toJson(capacityReport(estate(), Day::fromDate({2026, 10, 31}), knownAt));
        QCOMPARE(object["as_of"].toString(), u"2026-10-31"_qs);
        QCOMPARE(object["as_known"].toInt(), 42);
        QCOMPARE(object["as_known_at"].toString(), "2026-11-01T09:30:00.000Z");
        QVERIFY(object["definitions"].toArray()[0].toString().startsWith(u"Here are racks only."_qs));
        const auto whole = wholeCapacityReport(estate(), Day::fromDate({2026, 10, 31}), knownAt, {});
        QVERIFY(whole.definitions.filter(u"Here are racks only."_qs).isEmpty());
        const auto rows = object["tables"].toArray()[0].toObject()["rows"].toArray();
        QCOMPARE(rows.size(), 3);
        // On the day before, U9 was out of service as well.
        QCOMPARE(rows[0].toObject()["blocked"].toDouble(), 2.0);
        QCOMPARE(rows[0].toObject()["free"].toDouble(), 6.5);
        QCOMPARE(rows[1].toObject()["dimension"].toString(), u"kW"_qs);
    }

    /// Free is never below nothing, and nobody has to wonder why the row does not add up.
    /// By quarter, five years back and three ahead: what is taken of that and what is free.
    void utilisation() {
        const Estate made = estate();
        const auto report = wholeCapacityReport(made, Day::fromDate({2026, 11, 1}), knownAt, {});
        const auto table = std::ranges::find(report.tables, u"utilisation"_qs, &ReportTable::name);
        QVERIFY(table != report.tables.end());
        QCOMPARE(table->rows.size(), 20 + 1 + 12);
        QVERIFY(table->rows.front()[0] == Cell(u"2021-11-01"_qs));
        QVERIFY(table->rows.back()[0] == Cell(u"2029-11-01"_qs));
        for (const auto &row : {table->rows[20], table->rows[21]}) { // today, and in three months
            QVERIFY(row[1] == Cell(Decimal{15, 1}));
            QVERIFY(row[2] == Cell(Decimal{90, 1}));  // one of ten units is blocked
            QVERIFY(row[3] == Cell(Decimal{167, 1})); // 16.67
            QVERIFY(row[7] == Cell(Decimal{20'500, 3}));
            QVERIFY(row[8] == Cell(Decimal{1'000'000, 3}));
            QVERIFY(row[9] == Cell(Decimal{21, 1})); // 2.05
        }
        for (const auto &chart : report.charts) { // of tables and columns that there are
            const ReadableReport readable(report, QLocale::c());
            const auto *drawn = readable.table(chart.table);
            QVERIFY2(drawn, qPrintable(chart.table));
            for (const auto &name : chart.labels + chart.values) {
                QVERIFY2(std::ranges::find(drawn->columns, name, &ReportColumn::name) != drawn->columns.end(),
                         qPrintable(name));
            }
        }
    }

    /// Months to full: by what is booked, and by the trend with its range. A unit a month for three years, in a rack
    /// of 47.
    void runway() {
        Snapshot made = estate().snapshot();
        std::vector<Rack> racks(made.racks.begin(), made.racks.end());
        racks.front().units = 47;
        made.racks = Table<Rack>(racks);
        std::vector<OccupiedBox> boxes;
        for (int month = 0; month < 37; ++month) {
            const Day from = Day::fromDate(made.today.toDate().addMonths(-month));
            const auto bottom = static_cast<std::int16_t>(2 * month);
            const auto top = static_cast<std::int16_t>(bottom + 2);
            boxes.push_back({{1}, bottom, top, 0, 1000, 0, 2, false, {from, Day::never()}});
        }
        // What is left from the fifth month on.
        const Day soon = Day::fromDate(made.today.toDate().addMonths(5));
        auto booked = boxes;
        booked.push_back({{1}, 74, 94, 0, 1000, 0, 2, false, {soon, Day::never()}});
        const auto units = [&](std::vector<OccupiedBox> of) {
            std::ranges::stable_sort(of, {}, [](const OccupiedBox &box) { return rowOrder(box); });
            made.occupancy = Table<OccupiedBox>(std::move(of));
            made.placements = {};
            const auto report =
                wholeCapacityReport(Estate(std::make_shared<const Snapshot>(made)), made.today, knownAt, {});
            const auto &table = *std::ranges::find(report.tables, u"runway"_qs, &ReportTable::name);
            const auto row = std::ranges::find_if(
                table.rows, [](const auto &one) { return one[0] == Cell(u"LEIDEN"_qs) && one[1] == Cell(u"U"_qs); });
            return row == table.rows.end() ? std::vector<Cell>() : *row;
        };
        const auto trend = units(boxes);
        QCOMPARE(trend.size(), std::size_t{10});
        QVERIFY(trend[3] == Cell(Decimal{370, 1}) && trend[4] == Cell(Decimal{470, 1}));
        QVERIFY(trend[5] == Cell() && trend[6] == Cell()); // nothing is booked to come, nothing is asked
        const auto months = [&trend](std::size_t column) {
            const auto *number = std::get_if<Decimal>(&trend[column]);
            return number ? number->steps : -1;
        };
        QVERIFY2(months(7) >= 9 && months(7) <= 13, qPrintable(QString::number(months(7))));
        QVERIFY2(months(8) >= 0 && months(8) <= months(7), qPrintable(QString::number(months(8))));
        QVERIFY2(months(9) == -1 || months(9) >= months(7), qPrintable(QString::number(months(9))));
        QVERIFY(units(booked)[5] == Cell(Decimal{5, 0}));
    }

    void whatIsOverIsSaid() {
        Snapshot made = estate().snapshot();
        std::vector<NodeLimit> limits(made.nodeLimits.begin(), made.nodeLimits.end());
        for (auto &limit : limits) {
            if (made.nodes.find(limit.node)->kind == u"rack_mass") {
                limit.normalMain = 20'000;
            }
        }
        made.nodeLimits = Table<NodeLimit>(limits);
        const auto report = capacityReport(Estate(std::make_shared<const Snapshot>(made)), made.today, knownAt);
        QVERIFY(toCsv(report.tables[0]).contains("kg,kg,20,0,20,0.5,0,0.5\r\n"));
        const auto table = toJson(report)["tables"].toArray()[0].toObject();
        QCOMPARE(table["columns"].toArray().size(), 11); // those of the CSV
        const auto rows = table["rows"].toArray();
        QVERIFY(rows[0].toObject()["over"].isNull());
        QVERIFY(rows[1].toObject()["over"].isNull());
        QCOMPARE(rows[2].toObject()["over"].toDouble(), 0.5);
        QCOMPARE(rows[2].toObject()["free"].toDouble(), 0.0);
    }

    void whatNobodySaidIsEmpty() {
        Snapshot made = estate().snapshot();
        made.nodeLimits = {};
        const auto report = capacityReport(Estate(std::make_shared<const Snapshot>(made)), made.today, knownAt);
        const auto &mass = report.tables[0].rows[2];
        QVERIFY(std::holds_alternative<std::monostate>(mass[5]));
        QCOMPARE(std::get<Decimal>(mass[9]), (Decimal{0, 3}));
        QVERIFY(toCsv(report.tables[0]).contains("kg,kg,,0,20,0.5,0,\r\n"));
    }
};

QTEST_APPLESS_MAIN(TestCapacityReport)
#include "tst_capacityreport.moc"
