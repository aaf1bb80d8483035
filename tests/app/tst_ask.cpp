#include "play.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"
#include "views/sites/floorplan.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// What a researcher does: R1, asks for hosting, or has it asked by a file; R2, follows and changes what was asked; R3,
/// looks after what stands there.
class TestAsk : public QObject {
    Q_OBJECT

    static void fill(Play &play, const QString &project) {
        play.turnTo(u"request"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"project"_s), project);
        play.pick(play.on<QComboBox>(u"request"_s, u"department"_s), u"Institute of Advanced"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"sponsor"_s), u"Prof. Hester"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"costCentre"_s), u"UL-4711"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"dataClass"_s), u"medium"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"model"_s), u"Zandvoort Systems S210"_s);
        play.type(play.on<QWidget>(u"request"_s, u"count"_s), u"3"_s);
    }

private Q_SLOTS:
    void aRequestIsWritten_data() { bothManners(); }
    void aRequestIsWritten() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R1"_s);
        play.begin(u"researcher.leiden"_s);
        fill(play, u"Tidal models"_s);
        const auto &fit = play.on<QLabel>(u"request"_s, u"fit"_s);
        TRY_VERIFY2(fit.text().contains(u" in LEIDEN"_s) && fit.text().contains(u"0 in LUMC, because"_s) &&
                        fit.text().contains(u"All together: 3 of 3"_s),
                    qPrintable(fit.text()));
        // Nothing of other tenants is named in the answer.
        for (const QString &name : play.sql("select string_agg(distinct e.name, ',') from polder.equipment e join "
                                            "polder.organisation o on o.id = e.owner_id where o.code = 'LUMC' and "
                                            "length(e.name) > 8")
                                       .split(u',')) {
            QVERIFY2(!fit.text().contains(name), qPrintable(name));
        }
        play.picture(u"1-while-typing"_s);
        // Own figures, of which no rack is high enough: it says so, and why.
        play.type(play.on<QWidget>(u"request"_s, u"height"_s), u"60"_s);
        TRY_VERIFY2(fit.text().contains(u"0 in LEIDEN, because"_s), qPrintable(fit.text()));
        play.picture(u"2-nowhere"_s);
        play.type(play.on<QWidget>(u"request"_s, u"height"_s), u"2"_s);
        TRY_VERIFY2(!fit.text().contains(u"0 in LEIDEN"_s), qPrintable(fit.text()));
        play.press(u"request"_s, u"submit"_s);
        TRY_VERIFY(play.page(u"requests"_s).isVisible());
        TRY_COMPARE(play.on<QLabel>(u"requests"_s, u"state"_s).text(), u"submitted"_s);
        const QString number = play.sql("select number from polder.request where project = 'Tidal models'");
        QVERIFY(number.startsWith(u"R-"_s));
        TRY_VERIFY(play.on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"Answer due"_s));
        QCOMPARE(play.sql("select concat_ws(' ', cost_centre, data_class, state) from polder.request where number = '" +
                          number.toUtf8() + "'"),
                 u"UL-4711 middel submitted"_s);
        play.picture(u"3-submitted"_s);
    }

    /// What stands on the floor: asked for, endorsed, found, and held on the plan.
    void anInstrumentIsAskedFor_data() { bothManners(); }
    void anInstrumentIsAskedFor() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R1"_s);
        play.begin(u"researcher.leiden"_s);
        play.turnTo(u"request"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"project"_s), u"Cold atoms"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"department"_s), u"Institute of Advanced"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"sponsor"_s), u"Prof. Hester"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"costCentre"_s), u"UL-4711"_s);
        play.pick(play.on<QComboBox>(u"request"_s, u"kind"_s), u"on the floor"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"description"_s), u"Dilution refrigerator"_s);
        for (const auto &[field, figure] :
             {std::pair(u"count"_s, u"2"_s), std::pair(u"weight"_s, u"450"_s), std::pair(u"width"_s, u"900"_s),
              std::pair(u"depth"_s, u"900"_s), std::pair(u"bodyHeight"_s, u"2000"_s)}) {
            play.type(play.on<QWidget>(u"request"_s, field), figure);
        }
        const auto &fit = play.on<QLabel>(u"request"_s, u"fit"_s);
        TRY_VERIFY2(fit.text().startsWith(u"Rooms in which it fits: "_s) && fit.text().contains(u" in LEIDEN"_s) &&
                        fit.text().contains(u"All together: 2 of 2 find a place: "_s),
                    qPrintable(fit.text()));
        play.picture(u"6-an-instrument"_s);
        play.press(u"request"_s, u"submit"_s);
        const auto &state = [&]() -> const QLabel & { return play.on<QLabel>(u"requests"_s, u"state"_s); };
        TRY_COMPARE(state().text(), u"submitted"_s);
        QCOMPARE(play.sql("select concat_ws(' ', i.kind, i.description, i.count, i.width_mm, i.depth_mm, i.height_mm, "
                          "i.weight_g) from polder.request_item i join polder.request r on r.id = i.request_id where "
                          "r.project = 'Cold atoms'"),
                 u"floor Dilution refrigerator 2 900 900 2000 450000"_s);

        play.become(u"Prof. Hester van Amerongen"_s);
        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"Cold atoms"_s);
        play.press(u"requests"_s, u"endorse"_s);
        play.type(play.on<QLineEdit>(u"requests"_s, u"words"_s), u"the grant is there"_s);
        play.press(u"requests"_s, u"confirm"_s);
        TRY_VERIFY2(state().text().startsWith(u"endorsed"_s),
                    qPrintable(play.on<QLabel>(u"requests"_s, u"answer"_s).text()));

        play.become(u"Femke Osinga"_s);
        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"Cold atoms"_s);
        play.press(u"requests"_s, u"review"_s);
        TRY_COMPARE(state().text(), u"in review"_s);
        play.press(u"requests"_s, u"hold"_s);
        TRY_VERIFY(play.page(u"findspace"_s).isVisible());
        auto &spots = play.on<SearchTable>(u"findspace"_s, u"spots"_s);
        TRY_VERIFY(spots.isVisible() && spots.model().rowCount() > 3);
        const auto &hold = play.on<QPushButton>(u"findspace"_s, u"hold"_s);
        TRY_VERIFY(hold.isEnabled());
        QCOMPARE(hold.text(), u"H&old all 2 places"_s);
        play.picture(u"7-spots"_s);
        // Not where the search would have it, but beside it: adjusted on the plan, and held there with the other one.
        play.press(u"findspace"_s, u"show"_s);
        TRY_VERIFY(play.page(u"sites"_s).isVisible());
        auto &plan = play.on<FloorPlan>(u"sites"_s);
        TRY_VERIFY(plan.spot());
        const auto &word = play.on<QLabel>(u"sites"_s, u"verdict"_s);
        TRY_VERIFY2(word.text().startsWith(u"✓"_s), qPrintable(word.text()));
        play.picture(u"8-on-the-plan"_s);
        const auto [room, x, y, degrees] = *plan.spot();
        const int step = y.mm < 3000 ? 100 : -100; // away from the wall; the other one stands beside it
        if (play.byMouse()) {
            play.drag(*plan.viewport(), plan.mapFromScene(x.mm, y.mm), plan.mapFromScene(x.mm, y.mm + 2 * step));
        } else {
            play.reach(plan);
            play.key(step > 0 ? Qt::Key_Down : Qt::Key_Up);
        }
        TRY_VERIFY2(plan.spot()->y != y && word.text().startsWith(u"✓"_s), qPrintable(word.text()));
        const int there = plan.spot()->y.mm;
        QCOMPARE(play.on<QPushButton>(u"sites"_s, u"hold"_s).text(), u"Hold all 2 pieces"_s);
        play.press(u"sites"_s, u"hold"_s);
        TRY_VERIFY2(!plan.spot(), qPrintable(play.on<QLabel>(u"sites"_s, u"answer"_s).text()));
        play.picture(u"9-held-there"_s);
        QCOMPARE(play.sql("select concat_ws(' ', r.state, count(*), count(*) filter (where p.y_mm = " +
                          QByteArray::number(there) +
                          ")) from polder.request r join polder.request_item i on i.request_id = r.id join "
                          "polder.equipment e on e.request_item_id = i.id join polder.placement p on p.equipment_id = "
                          "e.id where r.project = 'Cold atoms' and p.state = 'held' and p.room_id is not null group by "
                          "r.id"),
                 u"held 2 1"_s);
    }

    /// R3: where it all stands, on what it hangs and until when; and then one is to leave, another to move.
    void myEquipment_data() { bothManners(); }
    void myEquipment() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R3"_s);
        play.begin(u"researcher.leiden"_s);
        play.turnTo(u"equipment"_s);
        auto &mine = play.on<SearchTable>(u"equipment"_s, u"equipment"_s);
        play.choose(mine, u"server-b02-13"_s);
        if (!play.byMouse()) {
            play.key(Qt::Key_Space); // it was the current one already, and is chosen now
        }
        const auto cell = [&mine](const QString &heading) {
            const QAbstractItemModel &model = *mine.view()->model();
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.headerData(column, Qt::Horizontal).toString() == heading &&
                    !mine.view()->isColumnHidden(column)) {
                    return model.index(0, column).data().toString();
                }
            }
            return QString();
        };
        QCOMPARE(cell(u"Place"_s), u"LEIDEN/DC1/B02"_s);
        const QStringList feeds = cell(u"Feeds"_s).split(u", "_s);
        QVERIFY2(feeds.size() == 2 && feeds[0].endsWith(u"-A"_s) && feeds[1].endsWith(u"-B"_s),
                 qPrintable(cell(u"Feeds"_s)));
        QCOMPARE(
            QLocale().toDate(cell(u"Ends"_s), u"d MMM yyyy"_s),
            QDate::fromString(play.sql("select upper(p.during) - 1 from polder.placement p join polder.equipment e "
                                       "on e.id = p.equipment_id where e.name = 'server-b02-13'"),
                              Qt::ISODate));
        play.picture(u"1-mine"_s);
        play.press(u"equipment"_s, u"retireButton"_s);
        play.dialogIs(u"retireDialog"_s);
        if (QTest::currentTestFailed()) {
            return;
        }
        const QDate day = QDate::fromString(play.sql("select guard.today() + 30"), Qt::ISODate);
        play.setDay(Play::in<QDateEdit>(*Play::dialog(), u"retireFrom"_s), day);
        play.press(*Play::dialog(), u"retire"_s);
        const auto answer = [] { return Play::in<QLabel>(*Play::dialog(), u"answer"_s).text(); };
        TRY_COMPARE(answer(), u"✓ The facility manager was asked; nothing has left yet."_s);
        play.picture(u"2-removal-asked"_s);
        play.key(Qt::Key_Escape);
        TRY_VERIFY(!Play::dialog());
        play.press(u"equipment"_s, u"shiftButton"_s);
        play.dialogIs(u"shiftDialog"_s);
        if (QTest::currentTestFailed()) {
            return;
        }
        auto &unit = Play::in<QDoubleSpinBox>(*Play::dialog(), u"shiftUnit0"_s);
        const auto &verdict = Play::in<QLabel>(*Play::dialog(), u"verdict"_s);
        play.pick(Play::in<QComboBox>(*Play::dialog(), u"shiftRack0"_s), u"LEIDEN/DC1/B01"_s);
        QVERIFY(unit.isEnabled());
        TRY_VERIFY2(verdict.isVisible() && !verdict.text().startsWith(u"looking"_s), qPrintable(verdict.text()));
        play.press(*Play::dialog(), u"shift"_s);
        TRY_COMPARE(answer(), u"✓ The facility manager was asked; nothing has moved yet."_s);
        play.picture(u"3-move-asked"_s);
        // Both came to who decides it, and nothing has happened.
        QCOMPARE(play.sql("select string_agg(distinct n.topic, ', ' order by n.topic) from polder.notice n join "
                          "polder.person_detail d on d.person_id = n.recipient_id where d.handle = 'fm.leiden' and "
                          "n.topic like '%asked'"),
                 u"move asked, remove asked"_s);
        QCOMPARE(
            play.sql("select count(*) from polder.placement p join polder.equipment e on e.id = p.equipment_id join "
                     "polder.rack r on r.id = p.rack_id where e.name = 'server-b02-13' and r.room_id = 1 and "
                     "p.state = 'installed'"),
            u"1"_s);
    }

    /// The professor's assistant saves a file; the coordinator opens it, with the mail as evidence.
    void aRequestIsMailed_data() { bothManners(); }
    void aRequestIsMailed() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R1"_s);
        play.begin(u"researcher.leiden"_s);
        fill(play, u"Tidal models"_s);
        const QString file = play.file(u"tidal.polder-request"_s);
        play.answerFile(file);
        play.press(u"request"_s, u"saveFile"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(written.readAll()).object()[u"project"_s].toString(), u"Tidal models"_s);

        play.become(u"Marleen Duursma"_s);
        play.turnTo(u"request"_s);
        play.answerFile(file);
        play.press(u"request"_s, u"openFile"_s);
        TRY_COMPARE(play.on<QLineEdit>(u"request"_s, u"project"_s).text(), u"Tidal models"_s);
        // The answer comes between the fields and these: they move when it is there.
        TRY_VERIFY(play.on<QLabel>(u"request"_s, u"fit"_s).text().contains(u"All together: 3 of 3"_s));
        play.pick(play.on<QComboBox>(u"request"_s, u"requester"_s), u"Daan Schuurman"_s);
        play.type(play.on<QLineEdit>(u"request"_s, u"evidence"_s), u"mail of 27 November, 14.02"_s);
        QCOMPARE(play.on<QLineEdit>(u"request"_s, u"evidence"_s).text(), u"mail of 27 November, 14.02"_s);
        play.picture(u"4-on-behalf"_s);
        play.press(u"request"_s, u"submit"_s);
        const auto &state = play.on<QLabel>(u"requests"_s, u"state"_s);
        TRY_COMPARE(state.text(), u"submitted"_s);
        play.press(u"requests"_s, u"endorse"_s);
        play.type(play.on<QLineEdit>(u"requests"_s, u"words"_s), u"as the mail says"_s);
        play.press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(state.text(), u"endorsed: as the mail says"_s);
        QCOMPARE(play.sql("select d.handle || ': ' || r.evidence from polder.request r join polder.person_detail d on "
                          "d.person_id = r.requester_id where r.project = 'Tidal models'"),
                 u"researcher.leiden: mail of 27 November, 14.02"_s);
        play.picture(u"5-endorsed"_s);
    }

    void whatWasAskedIsChanged_data() { bothManners(); }
    void whatWasAskedIsChanged() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R2"_s);
        play.begin(u"researcher.leiden"_s);
        play.turnTo(u"requests"_s);
        auto &queue = play.on<SearchTable>(u"requests"_s, u"queue"_s);
        const auto &state = play.on<QLabel>(u"requests"_s, u"state"_s);
        // What is held keeps its places when it is amended.
        play.choose(queue, u"Quantum"_s);
        TRY_COMPARE(state.text(), u"held"_s);
        const auto held = [&] {
            return play.sql("select string_agg(concat_ws(' ', k.code, p.position_hu, p.state), ', ' order by "
                            "p.position_hu) from polder.placement p join polder.rack k on k.id = p.rack_id join "
                            "polder.equipment e on e.id = p.equipment_id join polder.request_item i on i.id = "
                            "e.request_item_id join polder.request r on r.id = i.request_id where r.project = "
                            "'Quantum circuit search' and p.state = 'held'");
        };
        QCOMPARE(held(), u"E05 0 held, E05 4 held"_s);
        play.picture(u"1-held"_s);
        play.press(u"requests"_s, u"amend_request"_s);
        TRY_VERIFY(play.page(u"request"_s).isVisible());
        play.type(play.on<QWidget>(u"request"_s, u"draw"_s), u"400"_s);
        const auto &fit = play.on<QLabel>(u"request"_s, u"fit"_s);
        TRY_VERIFY(fit.text().contains(u"LEIDEN"_s));
        play.picture(u"2-amended"_s);
        play.press(u"request"_s, u"draft"_s);
        TRY_VERIFY2(play.page(u"requests"_s).isVisible(),
                    qPrintable(play.on<QLabel>(u"request"_s, u"answer"_s).text()));
        QCOMPARE(held(), u"E05 0 held, E05 4 held"_s);
        QCOMPARE(play.sql("select i.draw_w from polder.request_item i join polder.request r on r.id = i.request_id "
                          "where r.project = 'Quantum circuit search'"),
                 u"400"_s);
        TRY_VERIFY(play.on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"400 W"_s));
        play.picture(u"3-keeps-its-hold"_s);
        // Withdrawn, with the reason for all to read.
        play.choose(queue, u"Twenty nodes"_s);
        TRY_VERIFY(state.text().startsWith(u"submitted"_s));
        play.press(u"requests"_s, u"withdraw"_s);
        play.type(play.on<QLineEdit>(u"requests"_s, u"words"_s), u"no grant"_s);
        play.press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(state.text(), u"withdrawn: no grant"_s);
        // A longer word than any that was there before has its place in the table.
        const QTableView &view = *queue.view();
        const QModelIndex said = view.currentIndex().siblingAtColumn(1);
        TRY_COMPARE(said.data().toString(), u"withdrawn"_s);
        QVERIFY(view.columnWidth(1) >= view.sizeHintForIndex(said).width());
        play.picture(u"4-withdrawn"_s);
    }

    /// Three weeks before the hosting ends.
    void anExtensionIsAsked_data() { bothManners(); }
    void anExtensionIsAsked() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"R2"_s);
        play.begin(u"researcher.proteomics"_s);
        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"Peptide"_s);
        TRY_VERIFY(play.on<QLabel>(u"requests"_s, u"state"_s).text().startsWith(u"installed"_s));
        play.press(u"requests"_s, u"extend"_s);
        auto &day = play.on<QDateEdit>(u"requests"_s, u"day"_s);
        const QDate last = QDate::fromString(play.sql("select guard.today() + 20"), Qt::ISODate);
        QCOMPARE(day.date(), last); // as it is now
        play.setDay(day, last.addYears(1));
        play.picture(u"5-extend"_s);
        play.press(u"requests"_s, u"confirm"_s);
        const auto &answer = play.on<QLabel>(u"requests"_s, u"answer"_s);
        TRY_VERIFY2(answer.text().startsWith(u"✓"_s), qPrintable(answer.text()));
        // It is the host's facility managers who extend it: they are asked.
        const QString told = play.sql("select string_agg(distinct d.handle, ' ') from polder.notice n join "
                                      "polder.person_detail d on d.person_id = n.recipient_id where n.topic = "
                                      "'extend asked'");
        QVERIFY2(told.contains(u"fm.lumc"_s), qPrintable(told));
        play.picture(u"6-asked"_s);
    }
};

int main(int argc, char **argv) {
    return watchedMain<TestAsk>(argc, argv);
}

#include "tst_ask.moc"
