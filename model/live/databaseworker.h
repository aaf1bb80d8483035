#pragma once

#include "model/core/connectionsettings.h"
#include "model/live/live.h"
#include "model/store/connection.h"
#include "model/store/intention.h"

#include <QPromise>
#include <QScopedPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace polder {

/// What a person asked for and waits for.
struct PendingIntention {
    int job = 0;
    Intention intention;
    QPromise<Result<QJsonObject>> promise;
};

/// Stops the statement of a job, from any thread. The lock keeps a late wish from stopping the next job's statement.
class RunningJob {
public:
    void begin(int job, Canceller canceller);
    void end();
    /// Blocks until the server has got the wish: not for the GUI thread. No job given: whatever runs.
    void cancel(std::optional<int> job);

private:
    std::mutex m_mutex;
    int m_job = 0;
    std::optional<Canceller> m_canceller;
};

/// Lives on the database thread and owns the connection: loads, listens, asks, reconnects. Speaks by signals only.
class DatabaseWorker : public QObject {
    Q_OBJECT

public:
    static constexpr int loadJob = 1; ///< the one job that is not an intention

    DatabaseWorker(ConnectionSettings settings, std::shared_ptr<RunningJob> running);
    ~DatabaseWorker() override;

    void start();
    void take(const std::shared_ptr<PendingIntention> &pending);
    /// An intention that waits for the connection is dropped; one that runs is stopped by RunningJob.
    void drop(int job);

Q_SIGNALS:
    void snapshotReady(const polder::SnapshotPtr &snapshot);
    void connectionChanged(const polder::Connection &connection);
    void loadProgress(int permille);
    void jobFinished(int job);

private:
    void connectNow();
    void lost(const Error &error);
    void listen();
    void read();
    void refresh();
    void askPending();
    [[nodiscard]] bool ask(PendingIntention &pending);
    void finish(PendingIntention &pending, Result<QJsonObject> result);
    void tell(Connection::State state, const QString &trouble);
    void readSoon();

    ConnectionSettings m_settings;
    std::shared_ptr<RunningJob> m_running;
    std::unique_ptr<DatabaseConnection> m_connection; ///< null: offline
    std::unique_ptr<QSocketNotifier, QScopedPointerDeleteLater> m_notifier;
    QTimer m_reconnect;
    QTimer m_poll;
    std::chrono::milliseconds m_backOff;
    SnapshotPtr m_snapshot;
    Connection m_told;
    std::deque<std::shared_ptr<PendingIntention>> m_pending;
};

} // namespace polder
