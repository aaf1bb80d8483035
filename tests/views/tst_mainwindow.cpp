#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/audit/auditpage.h"
#include "views/equipment/equipmentpage.h"
#include "views/parts/searchtable.h"
#include "views/parts/usersettings.h"
#include "views/rack/elevation.h"
#include "views/rack/rackpage.h"
#include "views/requests/requestspage.h"
#include "views/sites/floorplan.h"
#include "views/sites/sitetree.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"
#include "views/window/windowstate.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

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
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void everyPageIsOneShortcutAway() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList pages = window.pageNames();
        QCOMPARE(pages, (QStringList{u"home"_s, u"sites"_s, u"rack"_s, u"equipment"_s, u"requests"_s, u"findspace"_s,
                                     u"request"_s, u"power"_s, u"findings"_s, u"calendar"_s, u"planner"_s, u"cooling"_s,
                                     u"history"_s, u"reports"_s, u"audit"_s, u"administration"_s}));
        const auto *stack = window.findChild<QStackedWidget *>();
        for (int i = 0; i < pages.size(); ++i) { // from the eleventh on with Shift
            QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10),
                            i < 10 ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(stack->currentWidget()->objectName(), pages[i]);
        }
    }

    // Alt+Left and Alt+Right, to the object as well as to its page.
    void goesBackAndForward() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto *stack = window.findChild<QStackedWidget *>();
        const auto *rack = qobject_cast<RackPage *>(window.page(u"rack"_s));
        const auto where = [&] { return stack->currentWidget()->objectName(); };
        const auto press = [&](Qt::Key key) { QTest::keyClick(window.focusWidget(), key, Qt::AltModifier); };
        press(Qt::Key_Left); // there is nothing before the first page
        QCOMPARE(where(), u"home"_s);
        window.navigator().open(rackA1);
        window.navigator().open(rackA2);
        window.navigator().open(rackA2); // where one is already
        window.openPage(u"requests"_s);
        press(Qt::Key_Left);
        QCOMPARE(where(), u"rack"_s);
        QCOMPARE(rack->rack(), rackA2);
        press(Qt::Key_Left);
        QCOMPARE(rack->rack(), rackA1);
        press(Qt::Key_Right);
        QCOMPARE(rack->rack(), rackA2);
        // From here somewhere else: what was ahead is gone.
        window.openPage(u"power"_s);
        press(Qt::Key_Right);
        QCOMPARE(where(), u"power"_s);
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QCOMPARE(where(), u"home"_s);
        press(Qt::Key_Left);
        QCOMPARE(where(), u"home"_s);
    }

    /// A window is there at once: a page is made when somebody opens it, or follows a link to what is on it.
    void aPageIsMadeWhenItIsOpened() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        const auto made = [&window] {
            QStringList names;
            for (const QWidget *page : window.madePages()) {
                names << page->objectName();
            }
            return names;
        };
        QCOMPARE(made(), QStringList{u"home"_s});
        QSignalSpy told(&window, &MainWindow::pageMade);
        window.openPage(u"power"_s);
        window.openPage(u"power"_s);
        window.navigator().open(rackA2);
        QCOMPARE(made(), (QStringList{u"home"_s, u"rack"_s, u"power"_s}));
        QCOMPARE(told.size(), 2);
        QVERIFY(!window.page(u"nothing of the kind"_s));
        window.openPage(u"nothing of the kind"_s);
        QCOMPARE(window.pageName(), u"rack"_s);
        // The audit begins with the rack that was looked at before there was an audit page.
        QCOMPARE(qobject_cast<AuditPage *>(window.page(u"audit"_s))->rack(), rackA2);
    }

    /// What was done in one window is taken back in another, and each state of the record is made ready once.
    void windowsOfOnePersonShareWhatWasDone() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        const auto session = std::make_shared<Session>(live);
        auto first = std::make_unique<MainWindow>(session, WindowContext());
        MainWindow second(session, {});
        second.show();
        QVERIFY(QTest::qWaitForWindowActive(&second));
        QCOMPARE(&first->estates(), &second.estates());
        QCOMPARE(&first->live(), &second.live());
        const auto *undo = second.findChild<QAction *>(u"undo"_s);
        QVERIFY(!undo->isEnabled());
        const QJsonArray moves{QJsonObject{{u"placement"_s, oldPlacement.value}, {u"unit"_s, 20}}};
        live.answers.push_back(QJsonObject{{u"placements"_s, QJsonArray{oldPlacement.value}}});
        (void)first->live().intend(u"move"_s, {{u"moves"_s, moves}});
        TRY_COMPARE(undo->text(), u"&Undo move of old"_s);
        QCOMPARE(first->findChild<QAction *>(u"undo"_s)->text(), undo->text());
        first.reset(); // closed: the other one still knows
        QTest::keyClick(&second, Qt::Key_Z, Qt::ControlModifier);
        TRY_COMPARE(second.findChild<QWidget *>(u"undone"_s)->findChild<QLabel *>(u"answer"_s)->text(),
                    u"✓ Undone: move of old"_s);
        QCOMPARE(live.asked.back().name, u"move"_s);
        QVERIFY(live.asked.back().since);
        QVERIFY(!undo->isEnabled());
    }

    /// Nothing is made for nobody: a page has its rows once it is looked at, or once something on it is asked for.
    void aHiddenPageIsFilledWhenItIsOpened() {
        Snapshot snapshot = smallSnapshot();
        FakeLive live(std::make_shared<const Snapshot>(snapshot));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto model = [&window](const QString &table) {
            return window.findChild<SearchTable *>(table)->view()->model();
        };
        auto *equipment = window.page(u"equipment"_s)->findChild<SearchTable *>(u"equipment"_s)->view()->model();
        QVERIFY(window.page(u"requests"_s) && window.page(u"sites"_s) && window.page(u"audit"_s));
        const auto *tree = window.findChild<SiteTree *>();
        const auto *racks = window.findChild<AuditPage *>()->findChild<QComboBox *>(u"rack"_s);
        QCOMPARE(equipment->rowCount(), 0);
        QCOMPARE(model(u"queue"_s)->rowCount(), 0);
        QCOMPARE(tree->topLevelItemCount(), 0);
        QCOMPARE(racks->count(), 0);
        window.openPage(u"equipment"_s);
        TRY_COMPARE(equipment->rowCount(), 2);
        window.openPage(u"requests"_s);
        QCOMPARE(model(u"queue"_s)->rowCount(), 2);
        window.openPage(u"sites"_s);
        QCOMPARE(tree->topLevelItemCount(), 2);
        window.openPage(u"audit"_s);
        QCOMPARE(racks->count(), 3);

        // What comes while it is hidden is there when it is opened again, and not before.
        auto pieces = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
        pieces[0].name = u"renamed"_s;
        snapshot.equipment = Table<Equipment>(pieces);
        snapshot.generation = 6;
        QSignalSpy told(equipment, &QAbstractItemModel::dataChanged);
        live.setSnapshot(std::make_shared<const Snapshot>(snapshot));
        QCOMPARE(told.size(), 0);
        window.openPage(u"equipment"_s);
        TRY_COMPARE(equipment->index(0, EquipmentModel::Name).data().toString(), u"renamed"_s);
        QVERIFY(told.size() > 0);
        QVERIFY(window.pageName() == u"equipment"_s);
        // And at once while it is looked at.
        pieces[0].name = u"once more"_s;
        snapshot.equipment = Table<Equipment>(pieces);
        snapshot.generation = 7;
        live.setSnapshot(std::make_shared<const Snapshot>(snapshot));
        TRY_COMPARE(equipment->index(0, EquipmentModel::Name).data().toString(), u"once more"_s);
    }

    /// What is asked for by name is there, though its page was never opened.
    void aLinkFillsItsPage() {
        const Snapshot snapshot = smallSnapshot();
        FakeLive live(std::make_shared<const Snapshot>(snapshot));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const EquipmentId second = snapshot.equipment[1].id;
        window.navigator().open(second);
        TRY_COMPARE(window.findChild<EquipmentPage *>()->findChild<SearchTable *>(u"equipment"_s)->chosen(),
                    second.value);
        window.navigator().open(draft);
        QCOMPARE(window.findChild<RequestsPage *>()->chosen(), draft);
        window.navigator().open(RoomId{2});
        QCOMPARE(window.findChild<FloorPlan *>()->room(), RoomId{2});
        window.navigator().open(rackA2);
        window.openPage(u"audit"_s);
        QCOMPARE(window.findChild<AuditPage *>()->rack(), rackA2);
        QCOMPARE(window.findChild<AuditPage *>()->findChild<QComboBox *>(u"rack"_s)->currentData().toInt(),
                 rackA2.value);
    }

    /// What there is no room for is elided, or stays away: nothing is cut, and nobody scrolls sideways.
    void tablesFitTheirWidth_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("width");
        for (const int width : {1280, 1320, 1900}) {
            for (const char *name : {"rack", "equipment", "requests", "findspace"}) {
                QTest::addRow("%s %d", name, width) << QString::fromLatin1(name) << width;
            }
        }
    }

    void tablesFitTheirWidth() {
        QFETCH(const QString, name);
        QFETCH(const int, width);
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.resize(width, 800);
        window.show();
        window.navigator().open(rackA1);
        window.openPage(name);
        auto *page = window.findChild<QWidget *>(name);
        const auto tables = page->findChildren<SearchTable *>();
        QVERIFY(!tables.isEmpty());
        const auto *table = *std::ranges::find_if(tables, &QWidget::isVisible);
        TRY_VERIFY(table->view()->model()->rowCount() > 0);
        TRY_COMPARE(table->view()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!table->view()->isColumnHidden(0) && !table->view()->isColumnHidden(1));
    }

    // Whoever cannot use a mouse comes by Tab to everything that one can click on or type into.
    void everyActionIsReachedByTab_data() {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"home", "sites", "rack", "equipment", "requests", "findspace", "request", "power", "findings", "calendar",
              "planner", "cooling", "history", "reports", "audit", "administration"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void everyActionIsReachedByTab() {
        QFETCH(const QString, name);
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.navigator().open(rackA1);
        window.navigator().open(inReview);
        window.openPage(name);
        TRY_VERIFY(window.focusWidget());
        QSet<const QWidget *> reached;
        constexpr int enough = 60; // some fields take more than one, a date takes three
        for (int i = 0; i < enough; ++i) {
            reached.insert(window.focusWidget());
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        }
        int there = 0;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            const bool used =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
                qobject_cast<const QGraphicsView *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
            // What is a part of another one (the line of a spin box) is reached with it.
            const bool part = widget->parentWidget() && (qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) ||
                                                         qobject_cast<QComboBox *>(widget->parentWidget()) ||
                                                         qobject_cast<QLineEdit *>(widget->parentWidget()) ||
                                                         qobject_cast<QAbstractItemView *>(widget->parentWidget()) ||
                                                         qobject_cast<QTabBar *>(widget->parentWidget()));
            // Of the page buttons Tab finds the one that is pressed; arrows and shortcuts lead to the others.
            if (used && !part && widget->objectName() != u"pageButton"_s && widget->isVisible() &&
                widget->isEnabled()) {
                ++there;
                QVERIFY2(reached.contains(widget),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName() + u' ' + widget->accessibleName()));
            }
        }
        QVERIFY2(there >= 3, qPrintable(QString::number(there)));
    }

    // Alt and a letter that two claim only moves the focus from one to the other.
    void noLetterIsClaimedTwice_data() { everyActionIsReachedByTab_data(); }
    void noLetterIsClaimedTwice() { claimsOnce(); }
    void noLetterIsClaimedTwiceInDutch_data() { everyActionIsReachedByTab_data(); }
    void noLetterIsClaimedTwiceInDutch() {
        QTranslator dutch;
        QVERIFY(dutch.load(QStringLiteral(POLDER_BINARY_DIR "/app/polder_nl.qm")));
        QCoreApplication::installTranslator(&dutch);
        claimsOnce();
    }

private:
    static void claimsOnce() {
        QFETCH(const QString, name);
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {.people = {{u"ada"_s, u"Ada"_s, u"manager"_s}}, .person = u"ada"_s, .notice = {}});
        window.show();
        window.navigator().open(inReview);
        window.navigator().findPlace(RequestItemId{1});
        window.openPage(name);
        QMap<QString, QStringList> claims;
        const auto claim = [&claims](const QString &text) {
            if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty()) {
                claims[key.toString()] << text;
            }
        };
        for (const QAction *menu : window.menuBar()->actions()) {
            claim(menu->text());
        }
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (widget->isVisible() && button) {
                claim(button->text());
            } else if (widget->isVisible() && label && label->buddy()) {
                claim(label->text());
            }
            if (const auto *tabs = qobject_cast<const QTabBar *>(widget); tabs && tabs->isVisible()) {
                for (int i = 0; i < tabs->count(); ++i) {
                    claim(tabs->tabText(i));
                }
            }
        }
        QStringList twice;
        for (const QStringList &texts : claims) {
            if (texts.size() > 1) {
                twice << texts.join(u" = "_s);
            }
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u"; "_s)));
    }

private Q_SLOTS:

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
            .rack = rackA2, .huFrom = 4, .huUntil = 6, .widthFrom = 0, .widthUntil = 1, .front = true, .rear = false};
        QVERIFY(page->findChild<Elevation *>()->ghost() == expected);
    }

    /// F1: every key of the menus, as it is, and those of the pages.
    void allShortcutsAreListed() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        auto *list = window.findChild<QTreeWidget *>(u"shortcuts"_s);
        QVERIFY(list && list->isVisible());
        QMap<QString, QString> keys;
        for (QTreeWidgetItemIterator item(list); *item; ++item) {
            keys[(*item)->text(0)] = (*item)->text(1);
        }
        int actions = 0;
        for (const QAction *menu : window.menuBar()->actions()) {
            for (const QAction *action : menu->menu()->actions()) {
                if (!action->shortcut().isEmpty()) {
                    ++actions;
                    QVERIFY2(keys.value(QString(action->text()).remove(u'&'))
                                 .startsWith(action->shortcut().toString(QKeySequence::NativeText)),
                             qPrintable(action->text()));
                }
            }
        }
        QVERIFY2(actions > 20, qPrintable(QString::number(actions)));
        QCOMPARE(keys.value(u"Put it there"_s), u"Return"_s);
        QTest::keyClick(list, Qt::Key_Escape);
        TRY_VERIFY(!window.findChild<QTreeWidget *>(u"shortcuts"_s));
    }

    void aWindowComesBackAsItWasLeft() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        QList<int> left;
        {
            MainWindow window(live, {});
            window.resize(1111, 777);
            window.show();
            window.openPage(u"history"_s);
            auto *splitter = window.findChild<QWidget *>(u"history"_s)->findChild<QSplitter *>();
            splitter->setSizes({200, 800});
            left = splitter->sizes();
            saveWindow(window, settings);
        }
        MainWindow window(live, {});
        restoreWindow(window, settings);
        window.show();
        QCOMPARE(window.size(), QSize(1111, 777));
        QCOMPARE(window.pageName(), u"history"_s);
        QCOMPARE(window.findChild<QWidget *>(u"history"_s)->findChild<QSplitter *>()->sizes(), left);

        MainWindow fresh(live, {});
        const QSize before = fresh.size();
        restoreWindow(fresh, QSettings(folder.filePath(u"none.ini"_s), QSettings::IniFormat));
        QCOMPARE(fresh.size(), before);
        QCOMPARE(fresh.pageName(), u"home"_s);
    }

    void rowsAreCompactEverywhere() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        for (const QString &name : window.pageNames()) {
            window.openPage(name);
        }
        const auto tables = window.findChildren<SearchTable *>();
        QVERIFY(tables.size() > 5);
        const int high = tables.first()->view()->verticalHeader()->defaultSectionSize();
        auto *compact = window.findChild<QAction *>(u"compactRows"_s);
        compact->trigger();
        for (const SearchTable *table : tables) {
            QCOMPARE(table->view()->verticalHeader()->defaultSectionSize(), high - 9);
        }
        QVERIFY(UserSettings().value(u"rows/compact"_s).toBool());
        compact->trigger();
        QCOMPARE(tables.last()->view()->verticalHeader()->defaultSectionSize(), high);
    }

    /// What is copied is what is shown, for a spreadsheet and for a letter.
    void rowsAreCopiedAsATable() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {});
        window.show();
        window.openPage(u"equipment"_s);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *table = window.findChild<SearchTable *>(u"equipment"_s);
        const auto &model = table->model();
        TRY_VERIFY(model.rowCount() > 1);
        table->view()->setFocus();
        table->view()->selectRow(1);
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].section(u'\t', 0, 0), model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(lines[1].section(u'\t', 0, 0), model.index(1, 0).data().toString());
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), model.rowCount() + 1);
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(
            u"<td>"_s + model.index(1, 0).data().toString().toHtmlEscaped() + u"</td>"_s));
        QVERIFY(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        const auto drawn = table->copied();
        QCOMPARE(drawn->text().split(u'\n', Qt::SkipEmptyParts), lines); // and what is drawn out
    }

    /// Many rows are put together while the window goes on; what changes meanwhile is in it.
    void manyRowsAreCopiedMeanwhile() {
        Snapshot snapshot = smallSnapshot();
        std::vector<Equipment> many;
        for (int i = 1; i <= 3000; ++i) {
            Equipment one = snapshot.equipment[0];
            one.id = {i};
            one.name = u"piece %1"_s.arg(i);
            many.push_back(one);
        }
        snapshot.equipment = Table<Equipment>(many);
        FakeLive live(std::make_shared<const Snapshot>(snapshot));
        MainWindow window(live, {});
        window.show();
        window.openPage(u"equipment"_s);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *table = window.findChild<SearchTable *>(u"equipment"_s);
        TRY_COMPARE(table->model().rowCount(), 3000);
        const auto lines = [] { return QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts); };
        QGuiApplication::clipboard()->setText(u"before"_s);
        table->view()->setFocus();
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(lines(), QStringList{u"before"_s});
        QCOMPARE(table->view()->cursor().shape(), Qt::BusyCursor);
        table->search(u"piece 299"_s);
        TRY_COMPARE(lines().size(), 14); // the heading, 299, 1299, 2299, 2990 to 2999
        QCOMPARE(lines().last().section(u'\t', 0, 0), u"piece 2999"_s);
        TRY_VERIFY(table->view()->cursor().shape() != Qt::BusyCursor);

        table->search({});
        table->view()->selectAll();
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        TRY_COMPARE(lines().size(), 3001);
        // Who copies something else meanwhile has given it up.
        QTest::keyClick(table->view(), Qt::Key_C, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(u"else"_s);
        TRY_VERIFY(table->view()->cursor().shape() != Qt::BusyCursor);
        QCOMPARE(lines(), QStringList{u"else"_s});
    }

    void anotherPersonIsAskedFor() {
        FakeLive live(std::make_shared<const Snapshot>(smallSnapshot()));
        MainWindow window(live, {.people = {{u"ada"_s, u"Ada"_s, u"manager"_s}, {u"bob"_s, u"Bob"_s, u"sponsor"_s}},
                                 .person = u"ada"_s,
                                 .notice = {}});
        QSignalSpy wanted(&window, &MainWindow::personWanted);
        for (const QAction *menu : window.menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions()) {
                if (action->text().startsWith(u"Bob"_s)) {
                    action->trigger();
                }
            }
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"bob"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
