#include "model/exchange/calendarfile.h"

#include <libical/ical.h>

namespace polder {

namespace {

icaltimetype dateOf(Day day) {
    const QDate date = day.toDate();
    icaltimetype time = icaltime_null_date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    return time;
}

} // namespace

QByteArray toIcs(const CalendarEvent &event) {
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Polder//Polder//EN"));
    icalcomponent *one = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [one](icalproperty *property) { icalcomponent_add_property(one, property); };
    add(icalproperty_new_uid(event.uid.toUtf8().constData()));
    add(icalproperty_new_dtstamp(
        icaltime_from_timet_with_zone(event.made.toSecsSinceEpoch(), 0, icaltimezone_get_utc_timezone())));
    add(icalproperty_new_dtstart(dateOf(event.during.from)));
    add(icalproperty_new_dtend(dateOf(event.during.until))); // the day after the last
    add(icalproperty_new_summary(event.summary.toUtf8().constData()));
    add(icalproperty_new_description(event.description.toUtf8().constData()));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    for (const auto &address : event.attendees) {
        add(icalproperty_new_attendee(QByteArray("mailto:" + address.toUtf8()).constData()));
    }
    icalcomponent_add_component(calendar, one);
    char *text = icalcomponent_as_ical_string_r(calendar);
    const QByteArray bytes(text);
    icalmemory_free_buffer(text);
    icalcomponent_free(calendar);
    return bytes;
}

} // namespace polder
