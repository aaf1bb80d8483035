#include "model/exchange/calendarfile.h"

#include <QTest>

using namespace polder;

/// What a calendar reads: whole days, long and strange texts, who is asked.
class TestCalendarFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneEvent() {
        CalendarEvent event;
        event.uid = QStringLiteral("maintenance-7@polder");
        event.summary = QStringLiteral("UPS-B; out, of service");
        event.description = QStringLiteral("First line\nThe cluster é is without power, ") + QString(100, u'x');
        event.attendees = {QStringLiteral("hester@example.nl"), QStringLiteral("yara@example.nl")};
        event.during = {Day::fromDate({2027, 2, 27}), Day::fromDate({2027, 3, 1})};
        event.made = QDateTime({2026, 11, 24}, {19, 32, 9}, Qt::UTC);
        const QByteArray ics = toIcs(event);
        const QByteArray unfolded = QByteArray(ics).replace("\r\n ", "");
        const auto lines = unfolded.split('\n');
        const auto has = [&lines](const QByteArray &line) { return lines.contains(line + '\r'); };
        QVERIFY(has("BEGIN:VCALENDAR") && has("VERSION:2.0") && has("END:VCALENDAR"));
        QVERIFY(has("UID:maintenance-7@polder"));
        QVERIFY(has("DTSTAMP:20261124T193209Z"));
        QVERIFY(has("DTSTART;VALUE=DATE:20270227"));
        QVERIFY(has("DTEND;VALUE=DATE:20270301")); // the last day is 28 February
        QVERIFY(has("SUMMARY:UPS-B\\; out\\, of service"));
        QVERIFY(unfolded.contains("DESCRIPTION:First line\\nThe cluster é is without power\\, xxx"));
        QVERIFY(has("TRANSP:TRANSPARENT"));
        QVERIFY(has("ATTENDEE:mailto:hester@example.nl") && has("ATTENDEE:mailto:yara@example.nl"));
        for (const auto &line : ics.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // and the line end's CR
        }
    }
};

QTEST_APPLESS_MAIN(TestCalendarFile)
#include "tst_calendarfile.moc"
