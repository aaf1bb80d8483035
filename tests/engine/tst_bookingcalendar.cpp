#include "model/engine/calendar.h"

#include <QTest>

using namespace polder;

namespace {

constexpr Day today{1000};

Placement booking(int id, RackId rack, const QString &state, Period during) {
    Placement placement;
    placement.id = PlacementId{id};
    placement.equipment = EquipmentId{id};
    placement.rack = rack;
    placement.state = state;
    placement.during = during;
    return placement;
}

/// Rooms L/B with rack 1 "R2" and rack 2 "R10", and L/A with rack 3; odd equipment is of tenant 1 "Zoo", even of tenant
/// 2 "Arts".
Snapshot with(const std::vector<Placement> &placements) {
    Snapshot snapshot;
    snapshot.today = today;
    snapshot.organisations =
        Table<Organisation>({{OrganisationId{1}, u"Z"_qs, u"Zoo"_qs}, {OrganisationId{2}, u"A"_qs, u"Arts"_qs}});
    snapshot.sites = Table<Site>({{SiteId{1}, {}, u"L"_qs, {}}});
    const auto room = [](int id, const QString &code) {
        Room room;
        room.id = RoomId{id};
        room.site = SiteId{1};
        room.code = code;
        return room;
    };
    const auto rack = [](int id, int room, const QString &code) {
        Rack rack;
        rack.id = RackId{id};
        rack.room = RoomId{room};
        rack.code = code;
        return rack;
    };
    snapshot.rooms = Table<Room>({room(1, u"B"_qs), room(2, u"A"_qs)});
    snapshot.racks = Table<Rack>({rack(1, 1, u"R2"_qs), rack(2, 1, u"R1"_qs), rack(3, 2, u"R3"_qs)});
    std::vector<Equipment> equipment;
    for (const Placement &placement : placements) {
        Equipment one;
        one.id = placement.equipment;
        one.name = u"device %1"_qs.arg(one.id.value);
        one.owner = OrganisationId{2 - one.id.value % 2};
        one.requestItem = RequestItemId{1};
        equipment.push_back(one);
    }
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.placements = Table<Placement>(placements);
    RequestItem item;
    item.id = RequestItemId{1};
    item.request = RequestId{1};
    snapshot.requestItems = Table<RequestItem>({item});
    Request request;
    request.id = RequestId{1};
    snapshot.requests = Table<Request>({request});
    return snapshot;
}

QString day(Day day) {
    return day == Day::never() ? u"…"_qs : QString::number(day.number);
}

/// A line for each lane that has something: "rack 1: held 900-1100 of 2, installed 1100-… of 1".
QStringList text(const Calendar &calendar) {
    static constexpr const char *states[] = {"held", "delivered", "installed", "leaving"};
    QStringList lines;
    for (std::size_t lane = 0; lane < calendar.laneCount(); ++lane) {
        const CalendarRow &row = calendar.rows[calendar.rowOfLane(lane)];
        QString line = row.heading                       ? u"room %1"_qs.arg(row.room.value)
                       : row.rack                        ? u"rack %1:"_qs.arg(row.rack.value)
                       : row.tenant                      ? u"tenant %1:"_qs.arg(row.tenant.value)
                       : calendar.by == CalendarBy::Room ? u"in room %1:"_qs.arg(row.room.value)
                       : row.equipment                   ? u"equipment %1:"_qs.arg(row.equipment.value)
                                                         : u"floor %1:"_qs.arg(row.room.value);
        for (const CalendarBar &bar : calendar.barsIn(lane)) {
            line += u" %1 %2-%3 of %4"_qs
                        .arg(QLatin1String(states[static_cast<int>(bar.state)]), day(bar.during.from),
                             day(bar.during.until))
                        .arg(bar.count);
        }
        lines << line;
    }
    return lines;
}

/// "2 on 1099 of 1": the kind, the day, how many.
QStringList marks(const Calendar &calendar) {
    QStringList lines;
    for (const CalendarMark &mark : calendar.marks) {
        lines << u"%1 on %2 of %3"_qs.arg(mark.kind).arg(mark.day.number).arg(mark.count);
    }
    return lines;
}

} // namespace

class TestBookingCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void racksStandByRoomAndWhatIsAlikeIsOneBar() {
        auto onFloor = booking(5, {}, u"installed"_qs, {Day{950}, Day{1200}});
        onFloor.room = RoomId{2};
        const auto snapshot = with({booking(1, RackId{1}, u"installed"_qs, {Day{900}, Day{1100}}),
                                    booking(2, RackId{1}, u"installed"_qs, {Day{900}, Day{1100}}),
                                    booking(3, RackId{1}, u"installed"_qs, {Day{1100}, Day::never()}),
                                    booking(4, RackId{1}, u"delivered"_qs, {Day{1099}, Day{1200}}), onFloor});
        const Calendar calendar = calendarOf(snapshot, CalendarBy::Rack);
        QCOMPARE(text(calendar),
                 (QStringList{u"room 2"_qs, u"floor 2: installed 950-1200 of 1"_qs, u"rack 3:"_qs, u"room 1"_qs,
                              u"rack 2:"_qs, u"rack 1: installed 900-1100 of 2 installed 1100-… of 1"_qs,
                              u"rack 1: delivered 1099-1200 of 1"_qs}));
        QCOMPARE(calendar.rows.back().lanes, 2U);
        const auto alike = calendar.bookingsOf(calendar.bars[1]);
        QCOMPARE(std::vector(alike.begin(), alike.end()), (std::vector{PlacementId{1}, PlacementId{2}}));
        QCOMPARE(calendar.laneOfBar(1), 5U);
        QCOMPARE(calendar.laneOfBar(2), 5U);
        QCOMPARE(calendar.laneOfBar(3), 6U);
    }

    /// What is in its racks, in what stands there and on its floor, together.
    void roomsAreSumsOfWhatIsInThem() {
        auto onFloor = booking(5, {}, u"installed"_qs, {Day{900}, Day{1100}});
        onFloor.room = RoomId{1};
        auto blade = booking(4, {}, u"installed"_qs, {Day{900}, Day{1100}});
        blade.chassis = EquipmentId{1};
        const auto snapshot = with({booking(1, RackId{1}, u"installed"_qs, {Day{900}, Day{1100}}),
                                    booking(2, RackId{2}, u"installed"_qs, {Day{900}, Day{1100}}), blade, onFloor,
                                    booking(6, RackId{2}, u"delivered"_qs, {Day{1000}, Day{1200}})});
        QCOMPARE(text(calendarOf(snapshot, CalendarBy::Room)),
                 (QStringList{u"in room 2:"_qs, u"in room 1: installed 900-1100 of 4"_qs,
                              u"in room 1: delivered 1000-1200 of 1"_qs}));
    }

    void tenantsAndEquipmentStandByName() {
        const auto snapshot = with({booking(1, RackId{1}, u"installed"_qs, {Day{900}, Day{1100}}),
                                    booking(2, RackId{2}, u"installed"_qs, {Day{900}, Day{1100}}),
                                    booking(3, RackId{3}, u"decommissioning"_qs, {Day{900}, Day{1100}})});
        QCOMPARE(text(calendarOf(snapshot, CalendarBy::Tenant)),
                 (QStringList{u"tenant 2: installed 900-1100 of 1"_qs, u"tenant 1: installed 900-1100 of 1"_qs,
                              u"tenant 1: leaving 900-1100 of 1"_qs}));
        QCOMPARE(text(calendarOf(snapshot, CalendarBy::Equipment)),
                 (QStringList{u"equipment 1: installed 900-1100 of 1"_qs, u"equipment 2: installed 900-1100 of 1"_qs,
                              u"equipment 3: leaving 900-1100 of 1"_qs}));
    }

    void whatIsInAChassisIsWhereThatIs() {
        auto blade = booking(2, {}, u"installed"_qs, {Day{950}, Day{1100}});
        blade.chassis = EquipmentId{1};
        const auto snapshot = with({booking(1, RackId{3}, u"installed"_qs, {Day{900}, Day{1200}}), blade});
        QCOMPARE(text(calendarOf(snapshot, CalendarBy::Rack)).mid(1, 2),
                 (QStringList{u"rack 3: installed 900-1200 of 1"_qs, u"rack 3: installed 950-1100 of 1"_qs}));
    }

    void aHoldIsShownThroughItsLastDay() {
        auto held = booking(1, RackId{1}, u"held"_qs, {Day{1010}, Day{1100}});
        held.holdUntil = today;
        QCOMPARE(text(calendarOf(with({held}), CalendarBy::Equipment)),
                 QStringList(u"equipment 1: held 1010-1100 of 1"_qs));
        held.holdUntil = today.plus(-1);
        QCOMPARE(text(calendarOf(with({held}), CalendarBy::Equipment)), QStringList());
        held.holdUntil.reset();
        held.state = u"released"_qs;
        QCOMPARE(text(calendarOf(with({held}), CalendarBy::Equipment)), QStringList());
    }

    void whatHasItsDayIsMarkedOnIt() {
        auto held = booking(3, RackId{1}, u"held"_qs, {Day{1010}, Day{1100}});
        held.holdUntil = Day{1005};
        auto heldElsewhere = booking(4, RackId{2}, u"held"_qs, {Day{1010}, Day{1100}});
        heldElsewhere.holdUntil = Day{1005};
        Snapshot snapshot = with({booking(1, RackId{1}, u"installed"_qs, {Day{900}, Day{1051}}),
                                  booking(2, RackId{1}, u"installed"_qs, {Day{900}, Day{1051}}), held, heldElsewhere,
                                  booking(5, RackId{2}, u"installed"_qs, {Day{900}, Day{1051}}),
                                  booking(6, RackId{2}, u"installed"_qs, {Day{900}, Day::never()})});
        Request request = snapshot.requests[0];
        request.decisionDue = Day{1002};
        snapshot.requests = Table<Request>({request});
        snapshot.agreements = Table<Agreement>(
            {{AgreementId{1}, OrganisationId{1}, OrganisationId{2}, u"Z-A"_qs, {Day{0}, Day{1008}}},
             {AgreementId{2}, OrganisationId{2}, OrganisationId{1}, u"A-Z"_qs, {Day{0}, Day::never()}}});
        const Calendar calendar = calendarOf(snapshot, CalendarBy::Rack);
        QCOMPARE(marks(calendar), (QStringList{u"2 on 1002 of 1"_qs, u"1 on 1005 of 2"_qs, u"4 on 1007 of 1"_qs,
                                               u"3 on 1010 of 2"_qs, u"0 on 1050 of 2"_qs, u"0 on 1050 of 1"_qs}));
        QCOMPARE(calendar.marks[1].request, RequestId{1});
        QCOMPARE(calendar.marks[2].agreement, AgreementId{1});
        QCOMPARE(calendar.marks[3].request, RequestId{1});
        QCOMPARE(calendar.marks[4].rack, RackId{1});
        QCOMPARE(calendar.marks[4].equipment, EquipmentId());
        QCOMPARE(calendar.marks[5].equipment, EquipmentId{5});
    }

    void theSpanHasWhatIsBookedButNotTheAges() {
        const auto span = [](Period during) {
            return calendarOf(with({booking(1, RackId{1}, u"installed"_qs, during)}), CalendarBy::Rack).span;
        };
        QCOMPARE(span({Day{999}, Day{1001}}), (Period{today.plus(-366), today.plus(732)}));
        QCOMPARE(span({Day{500}, Day{2000}}), (Period{Day{500}, Day{2031}}));
        QCOMPARE(span({Day::always(), Day::never()}), (Period{today.plus(-5 * 366), today.plus(732)}));
        QCOMPARE(span({Day{999}, Day{90000}}).until, today.plus(10 * 366));
    }

    void nothingBookedIsRacksAlone() {
        QCOMPARE(text(calendarOf(with({}), CalendarBy::Rack)),
                 (QStringList{u"room 2"_qs, u"rack 3:"_qs, u"room 1"_qs, u"rack 2:"_qs, u"rack 1:"_qs}));
        QCOMPARE(calendarOf(with({}), CalendarBy::Tenant).laneCount(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestBookingCalendar)
#include "tst_bookingcalendar.moc"
