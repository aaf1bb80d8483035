#include "stilllive.h"
#include "syntheticestate.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"

#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <malloc.h>
#include <memory>
#include <time.h>

using namespace polder;
using namespace polder::test;

namespace {

/// Ms of the processor, of one that draws as fast as the watchdog's.
template <typename Work>
double milliseconds(const Work &work) {
    const qint64 from = processorTime();
    work();
    const double took = static_cast<double>(processorTime() - from) / 1e6;
    const double slowness = std::min({drawingTime(), drawingTime(), drawingTime()}) / usualDrawing;
    return took / std::max(slowness, 1.0);
}

/// Ms of all threads.
double processTime() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double megabytes() {
    return static_cast<double>(::mallinfo2().uordblks) / 1e6;
}

} // namespace

/// What a window costs where 100,000 placements are on record: to make it, to show it, to open each page of it for the
/// first time, and the memory of it; and what the next ones of the same person cost all threads together.
class BenchWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        theme::apply(*qApp, false);
    }

    void opening() {
        StillLive live(syntheticEstateSeen(5000, 100'000));
        const auto session = std::make_shared<Session>(live);
        std::vector<std::unique_ptr<MainWindow>> windows;
        std::vector<double> others;
        std::vector<double> made, shown;
        for (int round = 0; round < 5; ++round) {
            for (int step = 0; step < 10; ++step) { // what the pages before still reckon is not this window's
                QThreadPool::globalInstance()->waitForDone();
                QCoreApplication::processEvents();
            }
            const double before = megabytes();
            const double spent = processTime();
            MainWindow *window = nullptr;
            made.push_back(milliseconds([&] {
                windows.push_back(std::make_unique<MainWindow>(session, WindowContext()));
                window = windows.back().get();
            }));
            const double alone = megabytes() - before;
            shown.push_back(milliseconds([&] {
                window->show();
                QCoreApplication::sendPostedEvents();
                window->grab();
            }));
            TRY_VERIFY(window->estates().estate());
            auto *uses = window->findChild<SearchTable *>(QStringLiteral("uses"));
            TRY_VERIFY(uses && uses->model().rowCount() > 0); // the last that comes on the first page
            const double all = processTime() - spent;
            std::printf("made %.1f ms, %.2f MB; shown %.1f ms, %.2f MB; all threads %.0f ms\n", made.back(), alone,
                        shown.back(), megabytes() - before, all);
            if (round > 0) {
                others.push_back(all);
                continue;
            }
            for (const QString &name : window->pageNames()) {
                const double held = megabytes();
                const double took = milliseconds([&] {
                    window->openPage(name);
                    QCoreApplication::sendPostedEvents();
                    window->grab();
                });
                std::printf("  %-14s %.1f ms, %.2f MB\n", qPrintable(name), took, megabytes() - held);
            }
        }
        std::ranges::sort(made);
        std::ranges::sort(shown);
        std::ranges::sort(others);
        std::printf("BENCH window on 100,000 placements: made in %.1f ms, shown in %.1f ms; another one of the same "
                    "person costs all threads %.0f ms\n",
                    made[made.size() / 2], shown[shown.size() / 2], others[others.size() / 2]);
    }
};

QTEST_MAIN(BenchWindow)
#include "tst_windowbench.moc"
