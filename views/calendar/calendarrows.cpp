#include "calendarrows.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/items/statetext.h"

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::CalendarRows)
};

QString nameOf(const Equipment &equipment) {
    return !equipment.name.isEmpty()       ? equipment.name
           : !equipment.assetTag.isEmpty() ? equipment.assetTag
                                           : Text::tr("equipment %1").arg(equipment.id.value);
}

const Equipment *equipmentOf(const Snapshot &snapshot, PlacementId id) {
    const Placement *placement = snapshot.placements.find(id);
    return placement ? snapshot.equipment.find(placement->equipment) : nullptr;
}

QString nameOf(const Snapshot &snapshot, PlacementId id) {
    const Equipment *equipment = equipmentOf(snapshot, id);
    return equipment ? nameOf(*equipment) : Text::tr("booking %1").arg(id.value);
}

/// How much it is together, as far as it is known of them.
QString sumText(const Snapshot &snapshot, std::span<const PlacementId> bookings) {
    std::int64_t watts = 0;
    for (const PlacementId id : bookings) {
        const Equipment *equipment = equipmentOf(snapshot, id);
        watts += equipment ? equipment->budgetedWatts.value_or(0) : 0;
    }
    const Format format;
    const QString count = format.count(static_cast<int>(bookings.size()));
    return watts == 0 ? Text::tr("devices: %1").arg(count)
                      : Text::tr("devices: %1, %2").arg(count, format.power(Power{watts * 1000}));
}

/// What all of its bookings have.
void putLinks(BookingRow &row, const Snapshot &snapshot, std::span<const PlacementId> bookings) {
    bool first = true;
    for (const PlacementId id : bookings) {
        const Placement *placement = snapshot.placements.find(id);
        const Equipment *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
        const RequestItem *item = equipment ? snapshot.requestItems.find(equipment->requestItem) : nullptr;
        const RackId rack = placement ? placement->rack : RackId();
        const RequestId request = item ? item->request : RequestId();
        row.rack = first || row.rack == rack ? rack : RackId();
        row.request = first || row.request == request ? request : RequestId();
        row.equipment = first && equipment ? equipment->id : EquipmentId();
        first = false;
    }
}

} // namespace

QString stateText(BookingState state) {
    switch (state) {
    case BookingState::Held:
        return stateText(u"held"_s);
    case BookingState::Delivered:
        return stateText(u"delivered"_s);
    case BookingState::Installed:
        return stateText(u"installed"_s);
    case BookingState::Leaving:
        return stateText(u"decommissioning"_s);
    }
    return {};
}

QString markText(CalendarMark::Kind kind) {
    switch (kind) {
    case CalendarMark::HostingEnds:
        return Text::tr("Hosting ends");
    case CalendarMark::HoldLapses:
        return Text::tr("Hold lapses");
    case CalendarMark::DecisionDue:
        return Text::tr("Decision due");
    case CalendarMark::Delivery:
        return Text::tr("Delivery");
    case CalendarMark::AgreementEnds:
        return Text::tr("Agreement ends");
    }
    return {};
}

QString rowText(const Snapshot &snapshot, const Calendar &calendar, const CalendarRow &row) {
    if (calendar.by == CalendarBy::Tenant) {
        const Organisation *tenant = snapshot.organisations.find(row.tenant);
        return tenant ? tenant->name : Text::tr("owner unknown");
    }
    if (calendar.by == CalendarBy::Equipment) {
        const Equipment *equipment = snapshot.equipment.find(row.equipment);
        return equipment ? nameOf(*equipment) : QString();
    }
    if (const Rack *rack = snapshot.racks.find(row.rack)) {
        return rack->code;
    }
    const Room *room = snapshot.rooms.find(row.room);
    return !row.heading && calendar.by == CalendarBy::Rack ? Text::tr("on the floor")
           : room && !room->name.isEmpty() ? Text::tr("%1 · %2").arg(roomPath(snapshot, row.room), room->name)
                                           : roomPath(snapshot, row.room);
}

QString barText(const Snapshot &snapshot, const Calendar &calendar, const CalendarBar &bar) {
    const auto bookings = calendar.bookingsOf(bar);
    if (calendar.by == CalendarBy::Room && bar.count > 1) {
        return sumText(snapshot, bookings);
    }
    const QString first = nameOf(snapshot, bookings.front());
    return bar.count == 1 ? first
                          : Text::tr("%1 and %2 more").arg(first, Format().count(static_cast<int>(bar.count) - 1));
}

QString barToolTip(const Snapshot &snapshot, const Calendar &calendar, const CalendarBar &bar) {
    constexpr std::size_t most = 12;
    const Format format;
    QStringList lines{Text::tr("%1: %2").arg(stateText(bar.state), format.period(bar.during))};
    if (bar.lapses) {
        lines << Text::tr("The hold lapses after %1").arg(format.day(*bar.lapses));
    }
    const auto bookings = calendar.bookingsOf(bar);
    for (const PlacementId id : bookings.first(std::min(most, bookings.size()))) {
        const Equipment *equipment = equipmentOf(snapshot, id);
        const Placement *placement = snapshot.placements.find(id);
        const QString place = placement ? rackPath(snapshot, placement->rack) : QString();
        const Organisation *owner = equipment ? snapshot.organisations.find(equipment->owner) : nullptr;
        QStringList words{nameOf(snapshot, id), place, owner ? owner->code : QString()};
        words.removeAll(QString());
        lines << words.join(u", "_s);
    }
    if (bookings.size() > most) {
        lines << Text::tr("and %1 more").arg(format.count(static_cast<int>(bookings.size() - most)));
    }
    return lines.join(u'\n');
}

QString markOf(const Snapshot &snapshot, const CalendarMark &mark) {
    const Format format;
    if (const Agreement *agreement = snapshot.agreements.find(mark.agreement)) {
        const Organisation *host = snapshot.organisations.find(agreement->host);
        const Organisation *guest = snapshot.organisations.find(agreement->guest);
        return Text::tr("%1: %2 at %3")
            .arg(agreement->reference, guest ? guest->code : QString(), host ? host->code : QString());
    }
    if (const Request *request = snapshot.requests.find(mark.request)) {
        const QString name =
            request->project.isEmpty() ? request->number : Text::tr("%1 · %2").arg(request->number, request->project);
        return mark.count == 1 ? name : Text::tr("%1, devices: %2").arg(name, format.count(mark.count));
    }
    const QString place = mark.rack ? rackPath(snapshot, mark.rack) : roomPath(snapshot, mark.room);
    const Equipment *equipment = snapshot.equipment.find(mark.equipment);
    return equipment ? Text::tr("%1 in %2").arg(nameOf(*equipment), place)
                     : Text::tr("%1, devices: %2").arg(place, format.count(mark.count));
}

std::vector<BookingRow> bookingRows(const Snapshot &snapshot, const Calendar &calendar) {
    std::vector<BookingRow> rows;
    rows.reserve(calendar.bars.size());
    for (const CalendarRow &line : calendar.rows) {
        const bool inRack = calendar.by == CalendarBy::Rack || calendar.by == CalendarBy::Room;
        const QString name = inRack && line.rack ? rackPath(snapshot, line.rack)
                             : inRack            ? roomPath(snapshot, line.room)
                                                 : rowText(snapshot, calendar, line);
        for (std::size_t bar = calendar.lanes[line.firstLane]; bar < calendar.lanes[line.firstLane + line.lanes];
             ++bar) {
            const CalendarBar &of = calendar.bars[bar];
            BookingRow row;
            row.first = calendar.bookings[of.first];
            row.ordinal = static_cast<int>(rows.size());
            row.row = name;
            row.what = barText(snapshot, calendar, of);
            row.state = stateText(of.state);
            row.during = of.during;
            row.lapses = of.lapses;
            putLinks(row, snapshot, calendar.bookingsOf(of));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<DueRow> dueRows(const Snapshot &snapshot, const Calendar &calendar) {
    std::vector<DueRow> rows;
    for (const CalendarMark &mark : calendar.marks) {
        const bool late = mark.day < snapshot.today;
        if (late && mark.kind != CalendarMark::DecisionDue) {
            continue;
        }
        DueRow row;
        row.ordinal = static_cast<int>(rows.size()) + 1;
        row.day = mark.day;
        row.late = late;
        row.what = markText(mark.kind);
        row.of = markOf(snapshot, mark);
        row.equipment = mark.equipment;
        row.request = mark.request;
        row.rack = mark.rack;
        row.room = mark.room;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace polder
