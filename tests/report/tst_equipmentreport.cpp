#include "model/report/equipmentreport.h"
#include "tests/report/cells.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// What nobody knows of equipment, and whom nobody can ask.
class EquipmentReportTest : public QObject {
    Q_OBJECT

private:
    static Day day(int month, int dayOfMonth) { return Day::fromDate({2027, month, dayOfMonth}); }

    /// Five devices of two owners on the floor of one room.
    static Estate estate() {
        Snapshot made;
        made.today = day(5, 1);
        made.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}, {{2}, u"LUMC"_qs, u"LUMC"_qs}});
        made.departments = Table<Department>({{{1}, {2}, u"HG"_qs, u"Human Genetics"_qs, u"Division 4"_qs}});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"H1"_qs;
        made.rooms = Table<Room>({room});
        std::vector<Equipment> equipment;
        std::vector<Placement> placements;
        for (int i = 1; i <= 5; ++i) {
            Equipment one;
            one.id = {i};
            one.name = u"device %1"_qs.arg(i);
            one.owner = {i <= 3 ? 1 : 2};
            one.height = {4};
            one.weight = i == 2 ? std::nullopt : std::optional(Mass{20'000});
            one.measuredWatts = i >= 4 ? std::optional(300) : std::nullopt;
            one.warrantyUntil = i == 5 ? std::optional(day(4, 30)) : std::nullopt;
            equipment.push_back(one);
            Placement placement;
            placement.id = {10 + i};
            placement.equipment = {i};
            placement.state = u"installed"_qs;
            placement.during = {day(1, 1), i == 4 ? day(12, 31) : Day::never()};
            placement.room = {1};
            placements.push_back(placement);
        }
        made.equipment = Table<Equipment>(equipment);
        made.placements = Table<Placement>(placements);
        Finding few;
        few.id = {1};
        few.rule = u"G5"_qs;
        few.placement = {13};
        made.findings = Table<Finding>({few});
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }
    /// Nobody sponsors 1; the security contact of 2 is not named; people of 3 and 4 leave in April and in June.
    static std::vector<ContactGap> gaps() {
        return {{{1}, true, {}, false, {}, {}},
                {{2}, false, {}, true, {}, {}},
                {{3}, false, {}, false, {}, day(4, 1)},
                {{4}, false, day(6, 1), false, {}, {}}};
    }

private Q_SLOTS:
    void whatIsMissing() {
        const auto report = equipmentReport(estate(), day(5, 1), {}, {}, gaps());
        QCOMPARE(
            lines(report, u"equipment"_qs,
                  {u"name"_qs, u"sponsor"_qs, u"security_contact"_qs, u"contacts"_qs, u"weight"_qs, u"measured"_qs}),
            QStringList({u"device 4 - - - 20 300"_qs, u"device 5 - - - 20 300"_qs, u"device 1 none - - 20 -"_qs,
                         u"device 2 - none - - -"_qs, u"device 3 - - short 20 -"_qs}));
        QCOMPARE(lines(report, u"owners"_qs,
                       {u"owner"_qs, u"devices"_qs, u"without_sponsor"_qs, u"without_security_contact"_qs,
                        u"contact_has_left"_qs, u"without_contact"_qs, u"without_weight"_qs, u"without_measurement"_qs,
                        u"ending"_qs, u"out_of_warranty"_qs}),
                 QStringList({u"UL 3 1 1 1 1 1 3 0 0"_qs, u"LUMC 2 0 0 0 0 0 0 1 1"_qs, u"all 5 1 1 1 1 1 3 1 1"_qs}));
    }

    /// As of a later day more have left.
    void whoHasLeftByThen() {
        const auto report = equipmentReport(estate(), day(6, 1), {}, {}, gaps());
        QVERIFY(lines(report, u"equipment"_qs, {u"name"_qs, u"sponsor"_qs}).contains(u"device 4 left"_qs));
        QCOMPARE(lines(report, u"owners"_qs, {u"owner"_qs, u"contact_has_left"_qs}),
                 QStringList({u"UL 1"_qs, u"LUMC 1"_qs, u"all 2"_qs}));
        const auto before = equipmentReport(estate(), day(3, 31), {}, {}, gaps());
        QCOMPARE(lines(before, u"owners"_qs, {u"owner"_qs, u"contact_has_left"_qs}).last(), u"all 0"_qs);
    }
};

QTEST_APPLESS_MAIN(EquipmentReportTest)
#include "tst_equipmentreport.moc"
