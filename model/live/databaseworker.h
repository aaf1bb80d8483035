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
#include <set>

namespace polder {

/// What a person asked for and waits for.
struct PendingIntention {
    int job = 0;
    Intention intention;
    QPromise<Result<QJsonObject>> promise;
};

/// Which job's statement runs, and which jobs nobody wants any more; for any thread. The lock keeps a late wish from
/// stopping the next job's statement.
class JobControl {
public:
    /// False: it is not wanted any more, and must not start.
    [[nodiscard]] bool begin(int job, Canceller canceller);
    void end();
    /// Stops its statement if it runs, or keeps it from starting. Blocks until the server has got the wish: not for
    /// the GUI thread.
    void cancel(int job);
    /// The same for every job from now on.
    void close();

private:
    std::mutex m_mutex;
    int m_job = 0;
    std::optional<Canceller> m_canceller;
    std::set<int> m_unwanted;
    bool m_closed = false;
};

/// Lives on the database thread and owns the connection: loads, listens, asks, reconnects. Speaks by signals only.
class DatabaseWorker : public QObject {
    Q_OBJECT

public:
    static constexpr int loadJob = 1; ///< the one job that is not an intention

    DatabaseWorker(ConnectionSettings settings, std::shared_ptr<JobControl> control);
    ~DatabaseWorker() override;

    void start();
    void take(const std::shared_ptr<PendingIntention> &pending);
    /// Gives up an intention that waits for the connection; what runs or is about to is JobControl's.
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
    std::shared_ptr<JobControl> m_control;
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
