#include "tests/support/estate.h"
#include "tests/support/patience.h"

#include "app/polder/desktop.h"
#include "model/store/connection.h"
#include "views/parts/theme.h"
#include "views/rack/elevation.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>

using namespace polder;
using namespace polder::test;

/// The desktop on an estate of 5,000 racks and 100,000 devices: what memory it takes, and how long somebody else's
/// commit takes to the painted elevation, beside what it takes to the snapshot.
class DesktopBench : public QObject {
    Q_OBJECT

    static constexpr double memoryLimit = 250; ///< MB
    static constexpr double screenLimit = 200; ///< ms

    std::unique_ptr<TestCluster> m_cluster;
    QString m_estate;
    std::unique_ptr<Desktop> m_desktop;

    /// MB that are in memory.
    static double resident() {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly)) {
            return -1;
        }
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.simplified().split(' ').at(1).toDouble() / 1024;
            }
        }
        return -1;
    }

    /// Counts how often its widget is painted.
    class Paints : public QObject {
    public:
        explicit Paints(QWidget *widget) { widget->installEventFilter(this); }
        int count = 0;

    protected:
        bool eventFilter(QObject *, QEvent *event) override {
            count += event->type() == QEvent::Paint;
            return false;
        }
    };

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_estate = m_cluster->freshDatabase();
        runSql(m_estate, "select guard.generate_estate(5000, 100000, 1)");
        runSql(m_estate, "vacuum analyze");
        theme::apply(*qApp);
    }
    void cleanupTestCase() {
        m_desktop.reset();
        m_cluster.reset();
    }

    void memoryAndScreen() {
        const double empty = resident();
        Options options;
        options.conninfo = m_estate + QStringLiteral(" user=") +
                           valueOf(m_estate, "select login from polder.person order by id limit 1");
        m_desktop = std::make_unique<Desktop>(options);
        m_desktop->start();
        TRY_VERIFY(m_desktop->window());
        MainWindow &window = *m_desktop->window();
        TRY_VERIFY(!window.live().snapshot()->placements.empty());
        TRY_VERIFY(window.estates().estate());
        const double begun = resident();

        const SnapshotPtr snapshot = window.live().snapshot();
        const Placement &device = *std::ranges::find_if(snapshot->placements, [&](const Placement &one) {
            return one.rack && one.position && one.during.contains(snapshot->today) && !one.during.openEnded();
        });
        window.navigator().open(device.rack);
        auto *elevation = window.findChild<Elevation *>();
        QVERIFY(elevation);
        TRY_VERIFY(elevation->rackOf(device.id) == device.rack);

        // A commit that is seen there: the piece goes to the rear alone, and back.
        const auto other = connectTo(m_estate);
        Paints paints(elevation->viewport());
        std::vector<double> toSnapshot, toScreen;
        for (int round = 0; round < 11; ++round) {
            const auto before = window.live().snapshot()->generation;
            const int painted = paints.count;
            const QByteArray face = round % 2 == 0 ? "front" : "both";
            QVERIFY(other->run("update polder.placement set face = '" + face +
                               "' where id = " + QByteArray::number(device.id.value)));
            QElapsedTimer since;
            since.start();
            while (window.live().snapshot()->generation == before) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            toSnapshot.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
            while (paints.count == painted) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            toScreen.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
            TRY_VERIFY(window.estates().estate()->snapshot().generation == window.live().snapshot()->generation);
        }
        std::ranges::sort(toSnapshot);
        std::ranges::sort(toScreen);
        const double snapshotTime = toSnapshot[toSnapshot.size() / 2], screenTime = toScreen[toScreen.size() / 2];
        QThreadPool::globalInstance()->waitForDone(); // what is no longer needed is being given back
        const double taken = resident();
        std::printf(
            "BENCH desktop with 100,000 placements, %zu of them named: %.0f MB resident, %.0f after eleven commits "
            "elsewhere (%.0f before it began, limit %.0f); one of them is in the snapshot after %.0f ms and on the "
            "screen after %.0f ms (x%.2f, limit %.0f)\n",
            snapshot->placements.size(), begun, taken, empty, memoryLimit, snapshotTime, screenTime,
            screenTime / snapshotTime, screenLimit);
        QVERIFY(screenTime <= screenLimit);
        QVERIFY(taken <= memoryLimit);
    }
};

QTEST_MAIN(DesktopBench)
#include "tst_desktopbench.moc"
