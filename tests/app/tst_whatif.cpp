#include "play.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// M3: two ways to host what is asked for are compared, and the one that crosses no limit becomes bookings.
class TestWhatIf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoOptionsAreCompared_data() { bothManners(); }
    void twoOptionsAreCompared() {
        QFETCH(Play::Manner, manner);
        Play play(manner, u"M3"_s);
        play.begin(u"fm.leiden"_s);
        const QString cluster = play.sql("select number from polder.request where project = 'Twenty nodes for ALICE'");
        const QString small = play.sql("select number from polder.request where project = 'Catalyst screening'");
        play.turnTo(u"planner"_s);
        const auto &first = play.on<QWidget>(u"planner"_s, u"first"_s);
        const auto &second = play.on<QWidget>(u"planner"_s, u"second"_s);
        auto &what = play.on<QLineEdit>(u"planner"_s, u"what"_s);
        play.type(what, cluster);
        play.press(u"planner"_s, u"toFirst"_s);
        play.type(what, small);
        play.press(u"planner"_s, u"toSecond"_s);
        const auto &limit = Play::in<QLabel>(first, u"first"_s);
        TRY_VERIFY2(limit.text().startsWith(u"First limit, at change 1: "_s) && limit.text().contains(u"(P6)"_s) &&
                        limit.text().contains(u"1 Sep 20"_s),
                    qPrintable(limit.text()));
        TRY_COMPARE(Play::in<QLabel>(second, u"first"_s).text(), u"No limit is crossed."_s);
        play.picture(u"1-compared"_s);
        const auto answer = [](const QWidget &panel) { return Play::in<QLabel>(panel, u"answer"_s).text(); };
        play.press(first, u"promote"_s);
        TRY_VERIFY2(answer(first).startsWith(u"Not promoted, nothing is booked."_s), qPrintable(answer(first)));
        play.picture(u"2-not-promoted"_s);
        play.press(second, u"promote"_s);
        TRY_VERIFY2(answer(second).startsWith(u"✓ Promoted: "_s), qPrintable(answer(second)));
        QCOMPARE(play.sql("select string_agg(state, ' ' order by number) from polder.request where number in ('" +
                          cluster.toUtf8() + "', '" + small.toUtf8() + "')"),
                 u"submitted held"_s);
        play.picture(u"3-promoted"_s);
    }
};

int main(int argc, char **argv) {
    return watchedMain<TestWhatIf>(argc, argv);
}

#include "tst_whatif.moc"
