#include "model/report/capacityreport.h"
#include "model/report/findingsreport.h"
#include "tests/report/cells.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// What is broken on record and what is set aside, on one day.
class FindingsReportTest : public QObject {
    Q_OBJECT

private:
    static Day may(int day) { return Day::fromDate({2027, 5, day}); }

    static Estate estate() {
        Snapshot made;
        made.today = may(1);
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}, {{2}, {1}, u"AWAY"_qs, u"Away"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"H1"_qs;
        made.rooms = Table<Room>({room});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.code = u"R1"_qs;
        rack.units = 42;
        made.racks = Table<Rack>({rack});
        Equipment device;
        device.id = {1};
        device.name = u"filer"_qs;
        made.equipment = Table<Equipment>({device});
        Placement placement;
        placement.id = {7};
        placement.equipment = {1};
        placement.state = u"installed"_qs;
        placement.during = {may(1), Day::never()};
        placement.rack = {1};
        made.placements = Table<Placement>({placement});
        const auto finding = [](int id, PlacementId of, Period during, bool resolved, SiteId site = {1}) {
            Finding one;
            one.id = {id};
            one.rule = u"S3"_qs;
            one.kind = of ? u"violation"_qs : u"warning"_qs;
            one.site = site;
            one.placement = of;
            one.text = u"text %1"_qs.arg(id);
            one.during = during;
            one.resolved = resolved;
            return one;
        };
        made.findings = Table<Finding>({finding(1, {7}, {may(1), Day::never()}, false),
                                        finding(2, {7}, {may(1), may(3)}, false), // over before the day
                                        finding(3, {7}, {may(1), Day::never()}, true),
                                        finding(4, {}, {may(20), may(31)}, false, {2})});
        const auto override = [](int id, Day until, bool given) {
            Override one;
            one.id = {id};
            one.rule = u"C%1"_qs.arg(id);
            one.placement = {7};
            one.reason = u"because %1"_qs.arg(id);
            one.until = until;
            one.given = given;
            return one;
        };
        made.overrides =
            Table<Override>({override(1, may(10), true), override(2, may(10), false), override(3, may(3), true)});
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }

private Q_SLOTS:
    void onThatDay() {
        const auto report = findingsReport(estate(), may(3), {}, {});
        QCOMPARE(lines(report, u"findings"_qs,
                       {u"text"_qs, u"rule"_qs, u"kind"_qs, u"place"_qs, u"equipment"_qs, u"from"_qs, u"last_day"_qs}),
                 QStringList({u"text 1 S3 violation LEIDEN/H1/R1 filer 2027-05-01 -"_qs,
                              u"text 4 S3 warning AWAY - 2027-05-20 2027-05-30"_qs}));
        QCOMPARE(lines(report, u"overrides"_qs,
                       {u"rule"_qs, u"equipment"_qs, u"place"_qs, u"reason"_qs, u"last_day"_qs, u"state"_qs}),
                 QStringList({u"C1 filer LEIDEN/H1/R1 because 1 2027-05-09 given"_qs,
                              u"C2 filer LEIDEN/H1/R1 because 2 2027-05-09 not given"_qs}));
    }

    /// What is in a chassis is where that stands, and so is a rule that is set aside for it.
    void inAChassis() {
        Snapshot made = estate().snapshot();
        std::vector<Placement> placements(made.placements.begin(), made.placements.end());
        placements.push_back(placements[0]);
        placements[1].id = {8};
        placements[1].equipment = {2};
        placements[1].rack = {};
        placements[1].chassis = {1};
        made.placements = Table<Placement>(placements);
        std::vector<Equipment> equipment(made.equipment.begin(), made.equipment.end());
        equipment.push_back(equipment[0]);
        equipment[1].id = {2};
        equipment[1].name = u"blade"_qs;
        made.equipment = Table<Equipment>(equipment);
        std::vector<Override> overrides(made.overrides.begin(), made.overrides.end());
        overrides.resize(1);
        overrides[0].placement = {8};
        made.overrides = Table<Override>(overrides);
        const Estate with(std::make_shared<const Snapshot>(made));
        const auto scope = scopeNamed(with, u"LEIDEN/H1/R1"_qs);
        QVERIFY(scope.ok());
        QCOMPARE(lines(findingsReport(with, may(3), {}, *scope), u"overrides"_qs, {u"equipment"_qs, u"place"_qs}),
                 QStringList{u"blade LEIDEN/H1/R1"_qs});
    }

    /// Whoever reads what a place has free sees which of its limits somebody has lifted, at every level and only of what
    /// the rule counts.
    void besideTheFigures() {
        const auto report = wholeCapacityReport(estate(), may(3), {}, {});
        const QStringList said = lines(report, u"places"_qs, {u"place"_qs, u"dimension"_qs, u"override"_qs});
        for (const auto *place : {"institution", "LEIDEN", "LEIDEN/H1"}) {
            const QString name = QString::fromLatin1(place);
            QVERIFY2(said.contains(name + u" heat C1 2027-05-09"_qs), qPrintable(said.join(u'\n')));
            QVERIFY2(said.contains(name + u" kW -"_qs), qPrintable(said.join(u'\n')));
        }
        const auto later = wholeCapacityReport(estate(), may(10), {}, {});
        QVERIFY(lines(later, u"places"_qs, {u"place"_qs, u"dimension"_qs, u"override"_qs})
                    .contains(u"LEIDEN/H1 heat -"_qs));
    }

    void ofOneDataCentre() {
        const auto scope = scopeNamed(estate(), u"AWAY"_qs);
        QVERIFY(scope.ok());
        const auto report = findingsReport(estate(), may(3), {}, *scope);
        QCOMPARE(lines(report, u"findings"_qs, {u"text"_qs}), QStringList{u"text 4"_qs});
        QCOMPARE(lines(report, u"overrides"_qs, {u"rule"_qs}), QStringList());
    }
};

QTEST_APPLESS_MAIN(FindingsReportTest)
#include "tst_findingsreport.moc"
