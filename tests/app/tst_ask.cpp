#include "play.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// What a researcher does: R1, asks for hosting, or has it asked by a file; R2, follows and changes what was asked.
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
