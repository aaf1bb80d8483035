#include "syntheticestate.h"
#include "tests/support/patience.h"
#include "tests/support/watchdog.h"

#include "views/parts/theme.h"
#include "views/window/mainwindow.h"

#include <QPromise>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <malloc.h>

using namespace polder;
using namespace polder::test;

namespace {

/// A record that has its snapshot already, and answers nothing: what is measured is the window alone.
class StillLive : public Live {
public:
    explicit StillLive(SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {
        m_connection.state = Connection::State::Online;
        m_connection.where = QStringLiteral("a bench");
    }
    [[nodiscard]] SnapshotPtr snapshot() const override { return m_snapshot; }
    [[nodiscard]] Connection connection() const override { return m_connection; }
    [[nodiscard]] QList<Job> jobs() const override { return {}; }
    [[nodiscard]] QFuture<Result<QJsonObject>> intend(const QString &, const QJsonObject &) override { return never(); }
    [[nodiscard]] QFuture<Result<QJsonObject>> intendSince(const QString &, const QJsonObject &,
                                                           std::int64_t) override {
        return never();
    }
    [[nodiscard]] QFuture<Result<QJsonObject>> read(const QString &, const QJsonObject &) override { return never(); }
    [[nodiscard]] QFuture<Result<KnownRecord>> record(const RecordQuestion &) override {
        m_records.emplace_back().start();
        return m_records.back().future();
    }
    void cancel(int) override {}

private:
    QFuture<Result<QJsonObject>> never() {
        m_answers.emplace_back().start();
        return m_answers.back().future();
    }

    SnapshotPtr m_snapshot;
    Connection m_connection;
    std::vector<QPromise<Result<QJsonObject>>> m_answers;
    std::vector<QPromise<Result<KnownRecord>>> m_records;
};

/// Ms of the processor, of one that draws as fast as the watchdog's.
template <typename Work>
double milliseconds(const Work &work) {
    const qint64 from = processorTime();
    work();
    const double took = static_cast<double>(processorTime() - from) / 1e6;
    const double slowness = std::min({drawingTime(), drawingTime(), drawingTime()}) / usualDrawing;
    return took / std::max(slowness, 1.0);
}

double megabytes() {
    return static_cast<double>(::mallinfo2().uordblks) / 1e6;
}

} // namespace

/// What a window costs where 100,000 placements are on record: to make it, to show it, to open each page of it for the
/// first time, and the memory of it.
class BenchWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        theme::apply(*qApp, false);
    }

    void opening() {
        StillLive live(syntheticEstateSeen(5000, 100'000));
        std::vector<double> made, shown;
        for (int round = 0; round < 5; ++round) {
            const double before = megabytes();
            std::unique_ptr<MainWindow> window;
            made.push_back(milliseconds([&] { window = std::make_unique<MainWindow>(live, WindowContext()); }));
            const double alone = megabytes() - before;
            shown.push_back(milliseconds([&] {
                window->show();
                QCoreApplication::sendPostedEvents();
                window->grab();
            }));
            TRY_VERIFY(window->estates().estate());
            std::printf("made %.1f ms, %.2f MB; shown %.1f ms, %.2f MB\n", made.back(), alone, shown.back(),
                        megabytes() - before);
            if (round > 0) {
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
        std::printf("BENCH window on 100,000 placements: made in %.1f ms, shown in %.1f ms\n", made[made.size() / 2],
                    shown[shown.size() / 2]);
    }
};

QTEST_MAIN(BenchWindow)
#include "tst_windowbench.moc"
