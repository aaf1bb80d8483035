#include "model/live/databaselive.h"

#include "model/live/databaseworker.h"
#include "model/store/reportrows.h"

#include <QFutureWatcher>
#include <QThread>
#include <QThreadPool>

#include <map>

namespace polder {

namespace {

using namespace std::chrono_literals;

/// A thread whose server answers ends within this, so that the connection is closed when the window is.
constexpr auto courtesy = 50ms;

/// Does what waits for the server, also for one that is gone, and so is not for the GUI thread. The pool keeps as many
/// threads for real work as before; the application does not end before its pool does.
template <typename F>
void waitAside(F wait) {
    QThreadPool::globalInstance()->start([wait = std::move(wait)] {
        QThreadPool::globalInstance()->releaseThread();
        wait();
        QThreadPool::globalInstance()->reserveThread();
    });
}

/// By a connection of its own: a large record takes a while, and the window follows what others commit all the time.
Result<KnownRecord> readAside(const ConnectionSettings &settings, JobControl &control, int job,
                              const RecordQuestion &question) {
    const auto connection = DatabaseConnection::open(settings);
    if (!connection) {
        return connection.error();
    }
    if (!control.begin(job, (*connection)->canceller())) {
        Error stopped;
        stopped.kind = Error::Kind::Cancelled;
        return stopped;
    }
    auto record = loadKnownRecord(**connection, question);
    control.end();
    return record;
}

/// The GUI thread's half. The worker's thread may end after this, then nobody hears it.
class DatabaseLive final : public Live {
public:
    explicit DatabaseLive(const ConnectionSettings &settings);
    ~DatabaseLive() override;

    [[nodiscard]] SnapshotPtr snapshot() const override { return m_snapshot; }
    [[nodiscard]] Connection connection() const override { return m_connection; }
    [[nodiscard]] QList<Job> jobs() const override { return m_jobs; }
    [[nodiscard]] QFuture<Result<QJsonObject>> intend(const QString &name, const QJsonObject &arguments) override {
        return intendSince(name, arguments, m_snapshot->generation);
    }
    [[nodiscard]] QFuture<Result<QJsonObject>> intendSince(const QString &name, const QJsonObject &arguments,
                                                           std::int64_t generation) override;
    [[nodiscard]] QFuture<Result<QJsonObject>> read(const QString &name, const QJsonObject &arguments) override;
    [[nodiscard]] QFuture<Result<KnownRecord>> record(const RecordQuestion &question) override;
    void cancel(int job) override;

private:
    void setSnapshot(const SnapshotPtr &snapshot);
    void setConnection(const Connection &connection);
    void setLoadProgress(int permille);
    void endJob(int id);
    [[nodiscard]] QFuture<Result<QJsonObject>> ask(Intention intention);

    SnapshotPtr m_snapshot = std::make_shared<const Snapshot>();
    Connection m_connection;
    QList<Job> m_jobs;
    int m_lastJob = DatabaseWorker::loadJob;
    std::map<int, std::shared_ptr<JobControl>> m_aside; ///< jobs with a connection of their own
    ConnectionSettings m_settings;
    std::shared_ptr<JobControl> m_control = std::make_shared<JobControl>();
    std::shared_ptr<QThread> m_thread = std::make_shared<QThread>(); ///< shared with who waits for its end
    DatabaseWorker *m_worker;                                        ///< on m_thread, deleted there when it ends
};

DatabaseLive::DatabaseLive(const ConnectionSettings &settings)
    : m_settings(settings)
    , m_worker(new DatabaseWorker(settings, m_control)) {
    m_connection.where = settings.where;
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker, &DatabaseWorker::start);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DatabaseWorker::snapshotReady, this, &DatabaseLive::setSnapshot);
    connect(m_worker, &DatabaseWorker::connectionChanged, this, &DatabaseLive::setConnection);
    connect(m_worker, &DatabaseWorker::loadProgress, this, &DatabaseLive::setLoadProgress);
    connect(m_worker, &DatabaseWorker::jobFinished, this, &DatabaseLive::endJob);
    m_thread->setObjectName(QStringLiteral("database"));
    m_thread->start();
}

DatabaseLive::~DatabaseLive() {
    m_thread->quit();
    m_thread->moveToThread(nullptr); // whoever lets go of it last may delete it
    waitAside([thread = m_thread, control = m_control, aside = m_aside] {
        control->close();
        for (const auto &[job, own] : aside) {
            own->close();
        }
        thread->wait();
    });
    m_thread->wait(QDeadlineTimer(courtesy));
}

QFuture<Result<QJsonObject>> DatabaseLive::intendSince(const QString &name, const QJsonObject &arguments,
                                                       std::int64_t generation) {
    Intention intention;
    intention.name = name;
    intention.arguments = arguments;
    intention.generation = generation;
    return ask(std::move(intention));
}

QFuture<Result<QJsonObject>> DatabaseLive::read(const QString &name, const QJsonObject &arguments) {
    Intention question;
    question.name = name;
    question.arguments = arguments;
    question.reads = true;
    return ask(std::move(question));
}

QFuture<Result<QJsonObject>> DatabaseLive::ask(Intention intention) {
    auto pending = std::make_shared<PendingIntention>();
    pending->job = ++m_lastJob;
    pending->intention = std::move(intention);
    pending->promise.start();
    m_jobs.push_back({.id = pending->job, .name = pending->intention.name, .permille = -1});
    Q_EMIT jobsChanged();
    auto future = pending->promise.future();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, pending] { worker->take(pending); });
    return future;
}

QFuture<Result<KnownRecord>> DatabaseLive::record(const RecordQuestion &question) {
    const int job = ++m_lastJob;
    const auto control = m_aside.emplace(job, std::make_shared<JobControl>()).first->second;
    m_jobs.push_back({.id = job, .name = Live::tr("Reading the record for a report"), .permille = -1});
    Q_EMIT jobsChanged();
    auto promise = std::make_shared<QPromise<Result<KnownRecord>>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Result<KnownRecord>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job] {
        watcher->deleteLater();
        m_aside.erase(job);
        endJob(job);
    });
    watcher->setFuture(promise->future());
    waitAside([settings = m_settings, control, job, question, promise] {
        promise->addResult(readAside(settings, *control, job, question));
        promise->finish();
    });
    return promise->future();
}

void DatabaseLive::cancel(int job) {
    if (const auto aside = m_aside.find(job); aside != m_aside.end()) {
        waitAside([control = aside->second, job] { control->cancel(job); });
        return;
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job] { worker->drop(job); });
    // The wish goes to the server by a connection of its own, which may take a while.
    waitAside([control = m_control, job] { control->cancel(job); });
}

void DatabaseLive::setSnapshot(const SnapshotPtr &snapshot) {
    m_snapshot = snapshot;
    Q_EMIT snapshotChanged(m_snapshot);
}

void DatabaseLive::setConnection(const Connection &connection) {
    m_connection = connection;
    Q_EMIT connectionChanged(m_connection);
}

void DatabaseLive::setLoadProgress(int permille) {
    const auto job = std::ranges::find(m_jobs, DatabaseWorker::loadJob, &Job::id);
    if (job == m_jobs.end()) {
        m_jobs.push_back({.id = DatabaseWorker::loadJob, .name = Live::tr("Reading the record"), .permille = permille});
    } else {
        job->permille = permille;
    }
    Q_EMIT jobsChanged();
}

void DatabaseLive::endJob(int id) {
    if (m_jobs.removeIf([id](const Job &job) { return job.id == id; }) > 0) {
        Q_EMIT jobsChanged();
    }
}

} // namespace

std::unique_ptr<Live> openDatabaseLive(const ConnectionSettings &settings) {
    return std::make_unique<DatabaseLive>(settings);
}

} // namespace polder
