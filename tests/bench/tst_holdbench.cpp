#include "stilllive.h"
#include "syntheticestate.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include "model/items/equipmentmodel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/window/finder.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSlider>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

#include <array>
#include <cstdio>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// How long a window on 5,000 racks and 100,000 placements can be held by one event: each page is opened for the first
/// time, somebody commits while it is looked at, and what takes long on a large table is done. It says what is above
/// 50 ms, and does not fail for it: that is to be mended.
class BenchHold : public QObject {
    Q_OBJECT

    std::unique_ptr<StillLive> m_live;
    std::unique_ptr<MainWindow> m_window;

    static WatchedApplication &watched() { return *WatchedApplication::instance(); }

    /// Until nobody reckons any more, and everything that came of it is on the screen.
    static void settle() {
        constexpr int quiet = 300; // ms: longer than anything waits before it begins
        QTimer tick;
        tick.start(10);
        QElapsedTimer idle;
        idle.start();
        while (idle.elapsed() < quiet) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (QThreadPool::globalInstance()->activeThreadCount() > 0) {
                idle.restart();
            }
        }
    }
    /// In an event of its own, as if a person had done it.
    template <typename Work>
    WatchedApplication::Hold during(const Work &work) {
        (void)watched().takeLongest();
        QMetaObject::invokeMethod(m_live.get(), work, Qt::QueuedConnection);
        settle();
        return watched().takeLongest();
    }
    template <typename Work>
    void measure(const QString &what, const Work &work) {
        const WatchedApplication::Hold hold = during(work);
        std::printf("BENCH held for %3lld ms: %s (%s)\n", static_cast<long long>(hold.ms), qPrintable(what),
                    qPrintable(hold.what));
    }
    /// One device is called otherwise and stands in the rear now; nothing else is different.
    [[nodiscard]] SnapshotPtr next() const {
        Snapshot changed = *m_live->snapshot();
        ++changed.generation;
        const Placement &old = changed.placements[changed.placements.size() / 2];
        Placement placement = old;
        placement.face = changed.generation % 2 == 0 ? u"rear"_s : u"front"_s;
        Equipment equipment = *changed.equipment.find(placement.equipment);
        equipment.name = u"device of generation %1"_s.arg(changed.generation);
        const std::array placed{placement.id};
        const std::array named{equipment.id};
        changed.placements =
            changed.placements.merged(placed, {placement}, [&](const Placement &one) { return one.id == placed[0]; });
        changed.equipment =
            changed.equipment.merged(named, {equipment}, [&](const Equipment &one) { return one.id == named[0]; });
        return std::make_shared<const Snapshot>(std::move(changed));
    }
    void commit(const QString &where) {
        measure(u"a commit, %1 open"_s.arg(where), [this, newest = next()] { m_live->become(newest); });
    }
    [[nodiscard]] SearchTable &table() const {
        return *m_window->page(u"equipment"_s)->findChild<SearchTable *>(u"equipment"_s);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        theme::apply(*qApp, false);
        m_live = std::make_unique<StillLive>(syntheticEstateSeen(5000, 100'000));
        WatchedApplication::watch(false); // until the window is there
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_window->estates().estate());
        settle();
        WatchedApplication::watch(true);
    }
    void cleanupTestCase() {
        WatchedApplication::watch(false);
        m_window.reset();
        m_live.reset();
    }

    void everyPage() {
        for (const QString &name : m_window->pageNames()) {
            measure(u"%1 is opened"_s.arg(name), [&] { m_window->openPage(name); });
            commit(name);
        }
        for (const QString &name : m_window->pageNames()) {
            measure(u"%1 is opened again"_s.arg(name), [&] { m_window->openPage(name); });
        }
    }

    void links() {
        const SnapshotPtr snapshot = m_live->snapshot();
        const Placement &device = snapshot->placements[snapshot->placements.size() / 3];
        measure(u"a rack is opened"_s, [&] { m_window->navigator().open(device.rack); });
        commit(u"the rack"_s);
        measure(u"a device is opened"_s, [&] { m_window->navigator().open(device.equipment); });
        QCOMPARE(table().chosen(), device.equipment.value);
        commit(u"the device"_s);
        QCOMPARE(table().chosen(), device.equipment.value);
        measure(u"a room is opened"_s, [&] { m_window->navigator().open(snapshot->rooms[0].id); });
        measure(u"a node is opened"_s, [&] { m_window->navigator().open(snapshot->nodes[0].id); });
        measure(u"a node fails"_s, [&] { m_window->navigator().fail(snapshot->nodes[0].id); });
    }

    void thePlan() {
        m_window->openPage(u"sites"_s);
        settle();
        const QWidget *page = m_window->page(u"sites"_s);
        auto *search = page->findChild<QLineEdit *>(u"searchTree"_s);
        measure(u"a device is searched for in the tree"_s, [&] { search->setText(u"device 12345"_s); });
        commit(u"the searched tree"_s);
        measure(u"the search is taken back"_s, [&] { search->clear(); });
        auto *layer = page->findChild<QComboBox *>(u"layer"_s);
        measure(u"another layer"_s, [&] { layer->setCurrentIndex(layer->count() - 1); });
        measure(u"another year"_s, [&] { page->findChild<QSlider *>(u"time"_s)->setValue(12); });
        measure(u"back to today"_s, [&] { page->findChild<QSlider *>(u"time"_s)->setValue(0); });
    }

    void theTableOfEquipment() {
        m_window->openPage(u"equipment"_s);
        settle();
        QVERIFY(table().model().rowCount() >= 100'000);
        QTableView *view = table().view();
        for (const auto column : {EquipmentModel::Name, EquipmentModel::Place, EquipmentModel::Budgeted}) {
            measure(u"sorted by column %1"_s.arg(int{column}),
                    [&] { view->sortByColumn(column, Qt::DescendingOrder); });
        }
        commit(u"the sorted table"_s);
        measure(u"words are typed"_s, [&] { table().search(u"device 12"_s); });
        commit(u"the searched table"_s);
        measure(u"words are taken back"_s, [&] { table().search({}); });
        auto *facets = m_window->page(u"equipment"_s)->findChild<QToolButton *>(u"facetsButton"_s);
        measure(u"facets are shown"_s, [&] { facets->click(); });
        commit(u"the facets"_s);
        measure(u"facets are put away"_s, [&] { facets->click(); });
        measure(u"all rows are chosen"_s, [&] { view->selectAll(); });
        measure(u"one row is chosen"_s, [&] { view->selectRow(5); });
    }

    void findAnything() {
        auto *finder = m_window->findChild<Finder *>();
        measure(u"Ctrl+K"_s, [&] { finder->ask(); });
        auto *line = finder->findChild<QLineEdit *>(u"sentence"_s);
        measure(u"a word is typed"_s, [&] { line->setText(u"device 12"_s); });
        measure(u"a sentence is typed"_s, [&] { line->setText(u"4U 1.2 kW dual 35 kg from 1 May"_s); });
        measure(u"it is closed"_s, [&] { finder->reject(); });
    }
};

int main(int argc, char **argv) {
    WatchedApplication app(argc, argv);
    BenchHold bench;
    const int failed = QTest::qExec(&bench, argc, argv);
    std::printf("BENCH events that held the window for more than %d ms: %zu\n", longestHold, app.holds().size());
    for (const auto &hold : app.holds()) {
        std::printf("  %lld ms: %s\n", static_cast<long long>(hold.ms), qPrintable(hold.what));
    }
    return failed;
}
#include "tst_holdbench.moc"
