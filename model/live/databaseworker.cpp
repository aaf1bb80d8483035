#include "model/live/databaseworker.h"

#include "model/store/queries.h"
#include "model/store/snapshotloader.h"

#include <utility>

namespace polder {

namespace {

using namespace std::chrono_literals;

constexpr auto firstBackOff = 100ms;
constexpr auto longestBackOff = 8'000ms;
// A notification is a hint that can be missed, and midnight sends none. A standby sends no notification at all.
constexpr auto slowPoll = 30s;
constexpr auto standbyPoll = 2s;

Error cancelled() {
    return {.kind = Error::Kind::Cancelled, .sqlstate = {}, .what = {}, .detail = {}, .hint = {}, .data = {}};
}

Error offline() {
    return {.kind = Error::Kind::Unavailable,
            .sqlstate = {},
            .what = DatabaseWorker::tr("There is no connection at the moment."),
            .detail = {},
            .hint = DatabaseWorker::tr("Nothing was changed. It reconnects by itself; then try again."),
            .data = {}};
}

} // namespace

bool JobControl::begin(int job, Canceller canceller) {
    const std::scoped_lock lock(m_mutex);
    if (m_closed || m_unwanted.erase(job) > 0) {
        return false;
    }
    m_job = job;
    m_canceller.emplace(std::move(canceller));
    return true;
}

void JobControl::end() {
    const std::scoped_lock lock(m_mutex);
    m_canceller.reset();
}

void JobControl::cancel(int job) {
    const std::scoped_lock lock(m_mutex);
    if (m_canceller && job == m_job) {
        m_canceller->cancel();
    } else if (job != DatabaseWorker::loadJob) {
        m_unwanted.insert(job); // a load that is over has no successor of the same number to be kept away
    }
}

void JobControl::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    if (m_canceller) {
        m_canceller->cancel();
    }
}

DatabaseWorker::DatabaseWorker(ConnectionSettings settings, std::shared_ptr<JobControl> control)
    : m_settings(std::move(settings))
    , m_control(std::move(control))
    , m_reconnect(this)
    , m_poll(this)
    , m_backOff(firstBackOff) {
    m_reconnect.setSingleShot(true);
    connect(&m_reconnect, &QTimer::timeout, this, &DatabaseWorker::connectNow);
    connect(&m_poll, &QTimer::timeout, this, &DatabaseWorker::refresh);
}

DatabaseWorker::~DatabaseWorker() {
    for (const auto &pending : std::exchange(m_pending, {})) {
        finish(*pending, cancelled());
    }
    // At once: the thread ends with this object, and what is left for later is left for ever.
    const std::unique_ptr<QSocketNotifier> last(m_notifier.release());
}

void DatabaseWorker::start() {
    tell(Connection::State::Connecting, {});
    connectNow();
}

void DatabaseWorker::connectNow() {
    auto opened = DatabaseConnection::open(m_settings);
    if (!opened) {
        lost(opened.error());
        return;
    }
    m_connection = std::move(*opened);
    m_notifier.reset(new QSocketNotifier(m_connection->socket(), QSocketNotifier::Read));
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DatabaseWorker::read);
    // Listen first, then look: what is committed in between is then announced, not missed.
    listen();
    if (m_connection) {
        refresh();
    }
    if (m_connection) {
        m_backOff = firstBackOff;
        tell(Connection::State::Online, {});
        askPending();
    }
}

void DatabaseWorker::listen() {
    const Status listening = m_connection->run(namedQuery(QStringLiteral("listen")));
    if (!m_connection->alive()) {
        lost(listening.error());
        return;
    }
    m_poll.start(listening ? slowPoll : standbyPoll);
}

void DatabaseWorker::lost(const Error &error) {
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.reset();
    }
    m_connection.reset();
    m_poll.stop();
    tell(Connection::State::Offline, error.what);
    m_reconnect.start(m_backOff);
    m_backOff = std::min(m_backOff * 2, std::chrono::milliseconds(longestBackOff));
}

void DatabaseWorker::readSoon() {
    // A statement reads what comes on the socket, notifications too; the notifier then never speaks of them.
    QMetaObject::invokeMethod(this, &DatabaseWorker::read, Qt::QueuedConnection);
}

void DatabaseWorker::read() {
    if (!m_connection) {
        return;
    }
    if (!m_connection->poll()) {
        lost(offline());
        return;
    }
    bool newer = false;
    for (const QString &generation : m_connection->takeNotifications()) {
        newer = newer || !m_snapshot || generation.toLongLong() > m_snapshot->generation;
    }
    if (newer) {
        refresh();
    }
}

void DatabaseWorker::refresh() {
    const auto progress = [this](int done, int count) { Q_EMIT loadProgress(done * 1000 / count); };
    if (!m_control->begin(loadJob, m_connection->canceller())) {
        return;
    }
    auto loaded =
        m_snapshot ? refreshSnapshot(*m_connection, m_snapshot, progress) : loadSnapshot(*m_connection, progress);
    m_control->end();
    Q_EMIT jobFinished(loadJob);
    readSoon();
    if (!m_connection->alive()) {
        lost(loaded ? offline() : loaded.error());
        return;
    }
    if (!loaded) {
        // Connected, but what we need cannot be read: an older schema, a missing right, or the person stopped it.
        if (loaded.error().kind != Error::Kind::Cancelled) {
            lost(loaded.error());
        }
        return;
    }
    if (*loaded != m_snapshot) {
        m_snapshot = *loaded;
        Q_EMIT snapshotReady(m_snapshot);
    }
}

void DatabaseWorker::take(const std::shared_ptr<PendingIntention> &pending) {
    if (!m_connection) {
        // Only what was already under way waits for the connection: nobody expects an old click to act much later.
        finish(*pending, offline());
        return;
    }
    m_pending.push_back(pending);
    askPending();
}

void DatabaseWorker::drop(int job) {
    const auto found = std::ranges::find(m_pending, job, [](const auto &pending) { return pending->job; });
    if (found != m_pending.end()) {
        finish(**found, cancelled());
        m_pending.erase(found);
    }
}

void DatabaseWorker::askPending() {
    while (m_connection && !m_pending.empty() && ask(*m_pending.front())) {
        m_pending.pop_front();
    }
}

bool DatabaseWorker::ask(PendingIntention &pending) {
    if (!m_control->begin(pending.job, m_connection->canceller())) {
        finish(pending, cancelled());
        return true;
    }
    auto result = callIntention(*m_connection, pending.intention);
    m_control->end();
    readSoon();
    if (!m_connection->alive()) {
        // It may have been committed or not: the key decides when it is asked again.
        lost(result ? offline() : result.error());
        return false;
    }
    if (result && !pending.intention.reads) {
        // The person's own change is on the screen before the answer is.
        refresh();
    }
    finish(pending, std::move(result));
    return true;
}

void DatabaseWorker::finish(PendingIntention &pending, Result<QJsonObject> result) {
    pending.promise.addResult(std::move(result));
    pending.promise.finish();
    Q_EMIT jobFinished(pending.job);
}

void DatabaseWorker::tell(Connection::State state, const QString &trouble) {
    if (m_told.state != state || !m_told.since.isValid()) {
        m_told.since = QDateTime::currentDateTimeUtc();
    }
    m_told.state = state;
    m_told.where = m_connection ? m_connection->where() : m_settings.where;
    m_told.trouble = trouble;
    Q_EMIT connectionChanged(m_told);
}

} // namespace polder
