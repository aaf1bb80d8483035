#include "tests/engine/drawing.h"

#include "model/report/powerreport.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Cords that do not go different ways are found where they lie, not where somebody has recorded it.
class PowerPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cordsOnOneSide() {
        Drawing drawing(u"   R1 R2\n 4 . .\n 3 . .\n 2 . .\n 1 . ."_qs);
        const auto place = [&drawing](int id, const QStringList &sides, Day until) {
            Booking booking;
            booking.item.height = 1_U;
            booking.item.weight = 10_kg;
            booking.item.draw = 100_W;
            booking.rack = drawing.rack(u"R1"_qs);
            booking.position = {2 * (id - 1)};
            booking.during = {{0}, until};
            for (const auto &side : sides) {
                booking.cords.push_back(drawing.cord(u"R1 "_qs + side.left(1), side.mid(1)));
            }
            drawing.place({id}, booking);
        };
        place(1, {u"A1"_qs, u"A2"_qs}, {10});
        place(2, {u"A3"_qs, u"B3"_qs}, Day::never());
        place(3, {u"A4"_qs}, Day::never());
        Snapshot made = *drawing.snapshot();
        std::vector<Rack> racks(made.racks.begin(), made.racks.end());
        for (auto &rack : racks) {
            rack.sides = {u"A"_qs, u"B"_qs};
        }
        made.racks = Table<Rack>(racks);
        std::vector<Equipment> equipment(made.equipment.begin(), made.equipment.end());
        for (auto &one : equipment) {
            one.name = u"device %1"_qs.arg(one.id.value);
            one.requestItem = {1};
        }
        made.equipment = Table<Equipment>(equipment);
        RequestItem item;
        item.id = {1};
        item.request = {1};
        made.requestItems = Table<RequestItem>({item});
        Request request;
        request.id = {1};
        request.wishRedundant = true;
        made.requests = Table<Request>({request});
        const Estate estate(std::make_shared<const Snapshot>(std::move(made)));
        const auto pathsOn = [&estate](Day day) {
            const auto report = powerReport(estate, day, {}, {});
            QStringList rows;
            for (const auto &row : std::ranges::find(report.tables, u"paths"_qs, &ReportTable::name)->rows) {
                rows << std::get<QString>(row[0]) + u' ' + std::get<QString>(row[2]) + u' ' +
                            QString::number(std::get<Decimal>(row[4]).steps);
            }
            return rows;
        };
        QCOMPARE(pathsOn({9}), (QStringList{u"P7 device 1 2"_qs, u"P8 device 3 1"_qs}));
        QCOMPARE(pathsOn({10}), QStringList{u"P8 device 3 1"_qs});
    }

    /// Every node has its headroom under each failure, in kW and on each of its phases; what nothing comes to, too.
    void everyNodeAndPhase() {
        Drawing drawing(u"   R1 R2\n 4 . .\n 3 . .\n 2 . .\n 1 . ."_qs);
        Booking booking;
        booking.item.height = 1_U;
        booking.item.weight = 10_kg;
        booking.item.draw = 100_W;
        booking.rack = drawing.rack(u"R1"_qs);
        booking.position = {0};
        booking.during = {{0}, Day::never()};
        booking.cords = {drawing.cord(u"R1 A"_qs, u"1"_qs), drawing.cord(u"R1 B"_qs, u"1"_qs)};
        drawing.place({1}, booking);
        const auto estate = drawing.estate();
        const auto report = powerReport(estate, {5}, {}, {});
        const auto &failures = *std::ranges::find(report.tables, u"failures"_qs, &ReportTable::name);
        const auto &phases = *std::ranges::find(report.tables, u"failures_phases"_qs, &ReportTable::name);
        QSet<QString> nodes;
        int withLoad = 0;
        for (const auto &row : failures.rows) {
            nodes << std::get<QString>(row[0]);
            const auto *limit = std::get_if<Decimal>(&row[4]);
            if (limit) {
                QCOMPARE(std::get<Decimal>(row[5]).steps,
                         limit->steps - std::get<Decimal>(row[2]).steps - std::get<Decimal>(row[3]).steps);
            }
            withLoad += std::get<Decimal>(row[3]).steps == 50'000;
        }
        QVERIFY(withLoad >= 2); // half of it comes over to each side
        for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
            const auto *rules = estate.rules(node);
            if (rules && rules->dimension == Dimension::Power) {
                QVERIFY2(nodes.contains(estate.nodeName(node)), qPrintable(estate.nodeName(node)));
            }
        }
        int onPhases = 0;
        for (const auto &row : phases.rows) {
            onPhases += std::get<Decimal>(row[3]).steps > 0 && std::get<Decimal>(row[4]).steps > 0;
        }
        QVERIFY(onPhases >= 2);
    }
};

QTEST_GUILESS_MAIN(PowerPathsTest)
#include "tst_powerpaths.moc"
