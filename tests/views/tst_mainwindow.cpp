#include "fakelive.h"
#include "smallsnapshot.h"
#include "views/elevation.h"
#include "views/mainwindow.h"
#include "views/rackpage.h"

#include <QLabel>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

QString statusText(const MainWindow &window) {
    QStringList texts;
    for (const QLabel *label : window.statusBar()->findChildren<QLabel *>()) {
        texts << label->text();
    }
    return texts.join(u" | "_s);
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsOneShortcutAway() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList pages = window.pageNames();
        QCOMPARE(pages,
                 (QStringList{u"sites"_s, u"rack"_s, u"equipment"_s, u"requests"_s, u"findspace"_s, u"request"_s}));
        const auto *stack = window.findChild<QStackedWidget *>();
        for (int i = 0; i < pages.size(); ++i) {
            QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(stack->currentWidget()->objectName(), pages[i]);
        }
    }

    void saysThatTheEstateIsInvented() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        const MainWindow window(live, {.people = {}, .person = {}, .notice = u"All invented."_s});
        QVERIFY(statusText(window).contains(u"All invented."_s));
        QVERIFY(statusText(window).contains(u"Ada · generation 5"_s));
    }

    void aCutConnectionIsSaid() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        const MainWindow window(live, {});
        Connection offline;
        offline.state = Connection::State::Offline;
        offline.trouble = u"The server is away."_s;
        offline.since = QDateTime::currentDateTime();
        live.setConnection(offline);
        QVERIFY2(statusText(window).contains(u"Not connected"_s), qPrintable(statusText(window)));
        QVERIFY(statusText(window).contains(u"The server is away."_s));
    }

    void aProposalIsAGhostInItsRack() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.navigator().showProposal(rackA2, 4, 2, u"front"_s, u"left"_s);
        const auto *page = window.findChild<RackPage *>();
        QCOMPARE(page->rack(), rackA2);
        const Elevation::Ghost expected{
            .huFrom = 4, .huUntil = 6, .widthFrom = 0, .widthUntil = 1, .front = true, .rear = false};
        QVERIFY(page->findChild<Elevation *>()->ghost() == expected);
    }

    void anotherPersonIsAskedFor() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {.people = {{u"ada"_s, u"Ada"_s, u"manager"_s}, {u"bob"_s, u"Bob"_s, u"sponsor"_s}},
                                 .person = u"ada"_s,
                                 .notice = {}});
        QSignalSpy wanted(&window, &MainWindow::personWanted);
        for (QAction *action : window.menuBar()->actions().last()->menu()->actions()) {
            if (action->text().startsWith(u"Bob"_s)) {
                action->trigger();
            }
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"bob"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
