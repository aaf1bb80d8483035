#include "play.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"
#include "views/rack/elevation.h"
#include "views/sites/floorplan.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Where things stand: F4, equipment moves to another place on a day; F6, an instrument gets a place on the floor; F9,
/// a rack is audited.
class TestPlaces : public QObject {
    Q_OBJECT

    [[nodiscard]] static bool isPdf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF");
    }

private Q_SLOTS:
    void equipmentMoves_data() { bothManners(); }
    void equipmentMoves() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F4"_s);
        play.begin(u"fm.leiden"_s);
        play.find(u"LEIDEN/DC2/E03"_s, u"LEIDEN/DC2/E03"_s);
        auto &racks = play.on<Elevation>(u"rack"_s);
        TRY_VERIFY(racks.isVisible() && !racks.boxes().empty());
        const PlacementId moved{
            play.sql("select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id join "
                     "polder.rack r on r.id = p.rack_id where r.code = 'E03' and r.room_id = 2 and e.name = "
                     "'server-e03-3' and p.during @> guard.today()")
                .toInt()};
        const RackId rack{play.sql("select id from polder.rack where code = 'E03' and room_id = 2").toInt()};
        TRY_VERIFY(racks.placeOf(moved).isValid());
        // Half of it on top of what stands below it: said at once, with the reason.
        const auto carried = [&] {
            TRY_VERIFY(racks.carry());
            TRY_VERIFY(racks.verdict() != Elevation::Verdict::Asking);
        };
        const auto bottomOf = [&](int huFrom) { return racks.placeOf(rack, huFrom).center(); };
        if (play.byMouse()) {
            play.click(*racks.viewport(), racks.placeOf(moved).center());
            const QPoint grip = bottomOf(4);
            play.drag(*racks.viewport(), grip, bottomOf(2), false);
            carried();
            QCOMPARE(racks.verdict(), Elevation::Verdict::DoesNot);
            play.picture(u"1-in-the-way"_s);
            play.release(*racks.viewport(), bottomOf(20));
        } else {
            play.reach(racks);
            for (int i = 0; i < 5 && racks.selected() != moved; ++i) {
                play.key(Qt::Key_Up);
            }
            QCOMPARE(racks.selected(), moved);
            play.key(Qt::Key_X, Qt::ControlModifier);
            play.key(Qt::Key_Down);
            carried();
            QCOMPARE(racks.verdict(), Elevation::Verdict::DoesNot);
            for (int i = 0; i < 9; ++i) {
                play.key(Qt::Key_Up);
            }
            carried();
            QCOMPARE(racks.verdict(), Elevation::Verdict::Fits);
            play.key(Qt::Key_Return);
        }
        play.dialogIs({});
        if (QTest::currentTestFailed()) {
            return;
        }
        const QDialog &dialog = *Play::dialog();
        QCOMPARE(Play::in<QLabel>(dialog, u"moves"_s).text(),
                 u"server-e03-3: from LEIDEN/DC2/E03 U3 to LEIDEN/DC2/E03 U11"_s);
        const QDate day = QDate::fromString(play.sql("select guard.today() + 14"), Qt::ISODate);
        play.setDay(Play::in<QDateEdit>(dialog, u"day"_s), day);
        QVERIFY(Play::in<QRadioButton>(dialog, u"planned"_s).isChecked());
        TRY_VERIFY(Play::in<QPushButton>(dialog, u"move"_s).isEnabled());
        play.picture(u"2-planned"_s);
        play.press(dialog, u"move"_s);
        TRY_VERIFY(!Play::dialog());
        QCOMPARE(play.sql("select string_agg(concat_ws(' ', p.position_hu, coalesce(upper(p.during), '2999-01-01') - "
                          "guard.today() <= 14), ', ' order by p.during) from polder.placement p where p.equipment_id "
                          "= (select equipment_id from polder.placement where id = " +
                          QByteArray::number(moved.value) + ")"),
                 u"4 t, 20 f"_s);
        // The old one is free from then on. (Until then the elevation shows only where it still stands.)
        TRY_COMPARE(std::ranges::count(racks.boxes(), u"server-e03-3"_s, &ElevationBox::label), 1);
        play.setDay(play.on<QDateEdit>(u"rack"_s), day);
        const auto stands = [&](int huFrom) {
            return std::ranges::count_if(racks.boxes(), [huFrom](const ElevationBox &box) {
                return box.label == u"server-e03-3"_s && box.huFrom == huFrom;
            });
        };
        TRY_COMPARE(stands(20), 1);
        QCOMPARE(stands(4), 0);
        play.picture(u"3-free-from-then"_s);
    }

    /// Several leave on a day: what is in the way is said first, then all or none, and their places are free from then.
    void equipmentRetires_data() { bothManners(); }
    void equipmentRetires() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F4"_s);
        play.begin(u"fm.leiden"_s);
        play.turnTo(u"equipment"_s);
        play.choose(play.on<SearchTable>(u"equipment"_s, u"equipment"_s), u"DC2 server-e03"_s, 2);
        play.chooseNextToo(play.on<SearchTable>(u"equipment"_s, u"equipment"_s));
        play.press(u"equipment"_s, u"retireButton"_s);
        play.dialogIs(u"retireDialog"_s);
        if (QTest::currentTestFailed()) {
            return;
        }
        const QDialog &dialog = *Play::dialog();
        const auto ends = [&](const QByteArray &name) {
            return QDate::fromString(
                play.sql("select upper(p.during) from polder.placement p join polder.equipment e on e.id = "
                         "p.equipment_id join polder.rack r on r.id = p.rack_id where e.name = '" +
                         name + "' and r.room_id = 2 and p.during @> guard.today()"),
                Qt::ISODate);
        };
        auto &day = Play::in<QDateEdit>(dialog, u"retireFrom"_s);
        const auto &words = Play::in<QLabel>(dialog, u"retireWords"_s);
        auto &leaving = Play::in<SearchTable>(dialog, u"leaving"_s);
        QCOMPARE(leaving.model().rowCount(), 2);
        play.setDay(day, ends("server-e03-1"));
        QCOMPARE(words.text(), u"All leave or none. Conflicts: 1."_s);
        QVERIFY(!Play::in<QPushButton>(dialog, u"retire"_s).isEnabled());
        play.picture(u"4-in-the-way"_s);
        const QDate free = QDate::fromString(play.sql("select guard.today() + 14"), Qt::ISODate);
        play.setDay(day, {day.date().year(), free.month(), free.day()}); // by year alone it would be before today
        play.setDay(day, free);
        play.press(dialog, u"retire"_s);
        const auto &answer = Play::in<QLabel>(dialog, u"answer"_s);
        TRY_VERIFY2(answer.text().startsWith(u"✓ All of them leave"_s), qPrintable(answer.text()));
        play.picture(u"5-they-leave"_s);
        QCOMPARE(ends("server-e03-1"), free);
        QCOMPARE(ends("server-e03-3"), free);
        play.key(Qt::Key_Escape);
        TRY_VERIFY(!Play::dialog());
        play.find(u"LEIDEN/DC2/E03"_s, u"LEIDEN/DC2/E03"_s);
        auto &racks = play.on<Elevation>(u"rack"_s);
        const auto stand = [&] {
            return std::ranges::count_if(racks.boxes(), [](const ElevationBox &box) {
                return box.label == u"server-e03-1"_s || box.label == u"server-e03-3"_s;
            });
        };
        TRY_COMPARE(stand(), 2);
        play.setDay(play.on<QDateEdit>(u"rack"_s), free);
        TRY_COMPARE(stand(), 0);
        play.picture(u"6-free-from-that-day"_s);
    }

    void anInstrumentGetsItsPlace_data() { bothManners(); }
    void anInstrumentGetsItsPlace() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F6"_s);
        play.begin(u"fm.lumc"_s);
        play.find(u"LUMC LAB"_s, u"LUMC/LAB"_s);
        auto &plan = play.on<FloorPlan>(u"sites"_s);
        TRY_COMPARE(plan.room(), RoomId{play.sql("select m.id from polder.room m join polder.site s on s.id = "
                                                 "m.site_id where m.code = 'LAB' and s.code = 'LUMC'")
                                            .toInt()});
        auto &items = play.on<QComboBox>(u"sites"_s, u"floorItems"_s);
        play.pick(items, play.sql("select number from polder.request where project = 'A second mass spectrometer'"));
        play.press(u"sites"_s, u"place"_s);
        TRY_VERIFY(plan.spot());
        const auto judged = [&] {
            const auto &hold = play.on<QPushButton>(u"sites"_s, u"hold"_s);
            TRY_VERIFY(hold.isEnabled());
        };
        judged();
        play.picture(u"1-dropped"_s);
        const auto &word = play.on<QLabel>(u"sites"_s, u"verdict"_s);
        const auto goTo = [&](int x, int y) {
            if (play.byMouse()) {
                const QPoint from = plan.mapFromScene(plan.spot()->x.mm, plan.spot()->y.mm);
                play.drag(*plan.viewport(), from, plan.mapFromScene(x, y));
            } else {
                for (const auto &[steps, more, less] :
                     {std::tuple((x - plan.spot()->x.mm) / 100, Qt::Key_Right, Qt::Key_Left),
                      std::tuple((y - plan.spot()->y.mm) / 100, Qt::Key_Up, Qt::Key_Down)}) {
                    for (int i = 0; i < std::abs(steps); ++i) {
                        play.key(steps > 0 ? more : less);
                    }
                }
            }
            judged();
        };
        goTo(1500, 1500);
        for (int x = 2500; x < 9000 && !word.text().startsWith(u"✓"_s); x += 1000) {
            goTo(x, 1500);
            goTo(x, 5500);
        }
        QVERIFY2(word.text().startsWith(u"✓"_s), qPrintable(word.text()));
        play.picture(u"2-fits"_s);
        const QDate until = QDate::fromString(play.sql("select guard.today() + 45"), Qt::ISODate);
        play.setDay(play.on<QDateEdit>(u"sites"_s, u"holdUntil"_s), until);
        play.press(u"sites"_s, u"hold"_s);
        TRY_VERIFY(!plan.spot());
        QCOMPARE(play.sql("select concat_ws(' ', r.state, r.hold_until - guard.today(), p.state, m.code) from "
                          "polder.request r join polder.request_item i on i.request_id = r.id join polder.equipment e "
                          "on e.request_item_id = i.id join polder.placement p on p.equipment_id = e.id join "
                          "polder.room m on m.id = p.room_id where r.project = 'A second mass spectrometer'"),
                 u"held 45 held LAB"_s);
        play.picture(u"3-held"_s);
        play.answerFile(play.file(u"sheet.pdf"_s));
        play.pressMenu(play.page(u"sites"_s), u"papers"_s, u"Site preparation"_s);
        TRY_VERIFY(isPdf(play.file(u"sheet.pdf"_s)));
    }

    void aRackIsAudited_data() { bothManners(); }
    void aRackIsAudited() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F9"_s);
        play.begin(u"technician.leiden"_s);
        play.find(u"LEIDEN/DC2/E02"_s, u"LEIDEN/DC2/E02"_s);
        TRY_VERIFY(play.page(u"rack"_s).isVisible());
        play.answerFile(play.file(u"elevation.pdf"_s));
        play.pressMenu(play.page(u"rack"_s), u"papers"_s, u"Elevation"_s);
        TRY_VERIFY(isPdf(play.file(u"elevation.pdf"_s)));
        play.picture(u"1-elevation"_s);
        const auto tag = [&](const QByteArray &rack) {
            return play.sql("select e.asset_tag from polder.placement p join polder.equipment e on e.id = "
                            "p.equipment_id join polder.rack r on r.id = p.rack_id where r.room_id = 2 and p.state = "
                            "'installed' and p.during @> guard.today() and e.asset_tag is not null and r.code = '" +
                            rack + "' order by p.id limit 1");
        };
        const QString here = tag("E02");
        const QString stray = tag("E03");
        play.turnTo(u"audit"_s);
        QVERIFY(play.on<QLineEdit>(u"audit"_s, u"scan"_s).hasFocus()); // the scanner types where the keys go
        for (const QString &one : {here, stray, u"NOBODY-1"_s}) {
            play.write(one);
            play.key(Qt::Key_Return);
        }
        const auto &summary = play.on<QLabel>(u"audit"_s, u"summary"_s);
        QCOMPARE(summary.text(), u"found: 1 · not seen yet: 2 · booked elsewhere: 1 · unknown: 1"_s);
        play.picture(u"2-scanned"_s);
        play.press(u"audit"_s, u"finish"_s);
        const auto &answer = play.on<QLabel>(u"audit"_s, u"answer"_s);
        TRY_VERIFY2(answer.text().contains(u": 1 found, 2 missing, 1 booked elsewhere, 1 unknown"_s),
                    qPrintable(answer.text()));
        QCOMPARE(play.sql("select count(*) from polder.equipment where last_seen = guard.today() and asset_tag in ('" +
                          here.toUtf8() + "', '" + stray.toUtf8() + "')"),
                 u"2"_s);
        play.picture(u"3-finished"_s);
        play.turnTo(u"findings"_s);
        play.choose(play.on<SearchTable>(u"findings"_s, u"findings"_s), u"NOBODY-1"_s);
        play.picture(u"4-findings"_s);
    }
};

int main(int argc, char **argv) {
    return watchedMain<TestPlaces>(argc, argv);
}

#include "tst_places.moc"
