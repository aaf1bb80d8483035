#include "play.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// What a facility manager decides: F1, from the queue to what the requester sees of it, and F3, what is held becomes
/// installed.
class TestDecide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRequestIsHeld_data() { bothManners(); }
    void theRequestIsHeld() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F1"_s);
        play.begin(u"fm.leiden"_s);
        const QString number =
            play.sql("select number from polder.request where project = 'Copy outside the hospital'");

        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"hospital"_s);
        const auto &state = play.on<QLabel>(u"requests"_s, u"state"_s);
        const auto &detail = play.on<QLabel>(u"requests"_s, u"detail"_s);
        TRY_COMPARE(state.text(), u"endorsed"_s);
        TRY_VERIFY2(detail.text().contains(u">Quota<"_s), qPrintable(detail.text()));
        QVERIFY2(detail.text().contains(u"2 ×"_s) && detail.text().contains(u"Judith Kleinveld"_s),
                 qPrintable(detail.text()));
        play.press(u"requests"_s, u"review"_s);
        TRY_COMPARE(state.text(), u"in review"_s);
        const auto offered = [&] {
            const auto *place = play.page(u"requests"_s).findChild<QPushButton *>(u"hold"_s);
            return place && place->isVisible();
        };
        TRY_VERIFY(offered());
        play.picture(u"1-queue"_s);

        play.press(u"requests"_s, u"hold"_s);
        TRY_VERIFY(play.page(u"findspace"_s).isVisible());
        auto &places = play.on<SearchTable>(u"findspace"_s, u"proposals"_s);
        const auto &hold = play.on<QPushButton>(u"findspace"_s, u"hold"_s);
        TRY_VERIFY(hold.isEnabled());
        QVERIFY(places.model().rowCount() > 3);
        play.picture(u"2-places"_s);
        if (QTest::currentTestFailed()) {
            return;
        }
        const QDate until = QDate::fromString(play.sql("select guard.today() + 61"), Qt::ISODate);
        play.setDay(play.on<QDateEdit>(u"findspace"_s, u"holdUntil"_s), until);
        play.press(u"findspace"_s, u"hold"_s);
        TRY_COMPARE(state.text(), u"held"_s);
        TRY_VERIFY(play.page(u"requests"_s).isVisible());
        QCOMPARE(play.sql("select hold_until from polder.request where number = '" + number.toUtf8() + "'"),
                 until.toString(Qt::ISODate));

        auto &note = play.on<QLineEdit>(u"requests"_s, u"note"_s);
        play.reach(note);
        play.write(u"Both in one row, as you asked"_s);
        play.key(Qt::Key_Return);
        auto &papers = play.on<SearchTable>(u"requests"_s, u"paperTable"_s);
        TRY_COMPARE(papers.model().rowCount(), 1);
        play.picture(u"3-held"_s);

        play.become(u"Iris Paauw"_s);
        play.picture(u"4-told"_s);
        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"hospital"_s);
        TRY_COMPARE(play.on<QLabel>(u"requests"_s, u"state"_s).text(), u"held"_s);
        auto &said = play.on<SearchTable>(u"requests"_s, u"paperTable"_s);
        TRY_COMPARE(said.model().rowCount(), 1);
        QCOMPARE(said.model().index(0, 0).data().toString(), u"Both in one row, as you asked"_s);
        play.picture(u"5-requester"_s);
    }

    void aPieceIsInstalled_data() { bothManners(); }
    void aPieceIsInstalled() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"F3"_s);
        play.begin(u"fm.leiden"_s);
        play.turnTo(u"requests"_s);
        play.choose(play.on<SearchTable>(u"requests"_s, u"queue"_s), u"Vision transformers"_s);
        TRY_COMPARE(play.on<QLabel>(u"requests"_s, u"state"_s).text(), u"delivered"_s);
        play.picture(u"1-delivered"_s);
        play.press(u"requests"_s, u"install"_s);
        play.dialogIs(u"installDialog"_s);
        if (QTest::currentTestFailed()) {
            return;
        }
        const QDialog &dialog = *Play::dialog();
        // The place is as it was held, with an outlet on each side.
        const auto &piece = Play::in<QComboBox>(dialog, u"piece"_s);
        QVERIFY2(piece.currentText().endsWith(u"-1.1"_s), qPrintable(piece.currentText()));
        QCOMPARE(Play::in<QComboBox>(dialog, u"rack"_s).currentText(), u"LEIDEN/DC2/E08"_s);
        QCOMPARE(Play::in<QDoubleSpinBox>(dialog, u"unit"_s).value(), 1.0);
        play.type(Play::in<QLineEdit>(dialog, u"serial"_s), u"SN-VISION-1"_s);
        play.type(Play::in<QLineEdit>(dialog, u"assetTag"_s), u"UL-TAG-77"_s);
        QVERIFY(!Play::in<QPushButton>(dialog, u"label"_s).isEnabled()); // nothing is installed yet
        TRY_VERIFY(Play::in<QPushButton>(dialog, u"installNow"_s).isEnabled());
        play.picture(u"2-install"_s);
        play.press(dialog, u"installNow"_s);
        const auto &answer = Play::in<QLabel>(dialog, u"answer"_s);
        TRY_VERIFY2(answer.text().endsWith(u": installed, 1 of 2 pieces."_s), qPrintable(answer.text()));
        TRY_VERIFY(Play::in<QPushButton>(dialog, u"installNow"_s).isEnabled()); // the next piece
        play.picture(u"3-installed"_s);
        QCOMPARE(play.sql("select concat_ws(' ', e.serial, e.asset_tag, r.code, p.position_hu, p.state) from "
                          "polder.equipment e join polder.placement p on p.equipment_id = e.id join polder.rack r on "
                          "r.id = p.rack_id where e.asset_tag = 'UL-TAG-77' and p.during @> guard.today()"),
                 u"SN-VISION-1 UL-TAG-77 E08 0 installed"_s);
        play.answerFile(play.file(u"label.pdf"_s));
        play.press(dialog, u"label"_s);
        QFile label(play.file(u"label.pdf"_s));
        TRY_VERIFY(label.exists());
        QVERIFY(label.open(QIODevice::ReadOnly));
        QVERIFY(label.readAll().startsWith("%PDF"));
        play.key(Qt::Key_Escape);
        TRY_VERIFY(!Play::dialog());
    }
};

int main(int argc, char **argv) {
    return watchedMain<TestDecide>(argc, argv);
}

#include "tst_decide.moc"
