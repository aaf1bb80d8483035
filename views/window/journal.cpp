#include "journal.h"

#include "views/parts/whendone.h"

#include <QPromise>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostEntries = 100;

} // namespace

Journal::Journal(Live &live, QObject *parent) : Live(parent), m_live(live) {
    connect(&live, &Live::snapshotChanged, this, [this](const SnapshotPtr &snapshot) {
        noteStanding();
        Q_EMIT snapshotChanged(snapshot);
    });
    connect(&live, &Live::connectionChanged, this, &Live::connectionChanged);
    connect(&live, &Live::jobsChanged, this, &Live::jobsChanged);
}

QFuture<Result<QJsonObject>> Journal::intend(const QString &name, const QJsonObject &arguments) {
    const SnapshotPtr before = snapshot();
    return remembered(m_live.intend(name, arguments), before, name, arguments);
}

QFuture<Result<QJsonObject>> Journal::intendSince(const QString &name, const QJsonObject &arguments,
                                                  std::int64_t generation) {
    const SnapshotPtr before = snapshot();
    return remembered(m_live.intendSince(name, arguments, generation), before, name, arguments);
}

QFuture<Result<QJsonObject>> Journal::remembered(const QFuture<Result<QJsonObject>> &future, const SnapshotPtr &before,
                                                 const QString &name, const QJsonObject &arguments) {
    whenDone(future, this, [this, before, name, arguments](const Result<QJsonObject> &result) {
        if (!result.ok()) {
            return;
        }
        if (m_entries.size() == mostEntries) {
            m_entries.erase(m_entries.begin());
        }
        m_entries.push_back({name,
                             inverseOf(*before, name, arguments, *result),
                             (*result)[u"generation"_s].toInteger(before->generation),
                             ++m_done,
                             {}});
        noteStanding();
        Q_EMIT undoChanged();
    });
    return future;
}

void Journal::noteStanding() {
    const SnapshotPtr now = snapshot();
    for (Entry &entry : m_entries) {
        if (entry.inverse && now->generation == entry.generation) { // a later one may have somebody else's change in it
            entry.left = standingOf(*entry.inverse, *now);
        }
    }
}

QString Journal::undoText() const {
    return m_entries.empty() || m_undoing || !m_entries.back().inverse ? QString() : m_entries.back().inverse->what;
}

QString Journal::blockedBy() const {
    return m_entries.empty() || m_entries.back().inverse ? QString() : m_entries.back().intention;
}

QFuture<Result<QJsonObject>> Journal::undo() {
    const Entry &last = m_entries.back();
    // What was done and taken back since is no change that came after.
    const SnapshotPtr now = snapshot();
    const bool same = last.left && standingOf(*last.inverse, *now) == *last.left;
    const auto future =
        m_live.intendSince(last.inverse->intention, last.inverse->arguments, same ? now->generation : last.generation);
    m_undoing = true;
    Q_EMIT undoChanged();
    whenDone(future, this, [this, number = last.number](const Result<QJsonObject> &result) {
        m_undoing = false;
        if (result.ok() || reasonOf(result.error()).sqlstate == u"PL003") {
            std::erase_if(m_entries,
                          [number](const Entry &one) { return one.number == number; }); // never possible any more
        }
        Q_EMIT undoChanged();
    });
    return future;
}

Error reasonOf(const Error &error) {
    const QJsonArray conflicts = error.data[u"conflicts"_s].toArray();
    if (conflicts.isEmpty()) {
        return error;
    }
    const auto later = std::ranges::find_if(
        conflicts, [](const QJsonValue &one) { return one[u"sqlstate"_s].toString() == u"PL003"; });
    const QJsonObject reason = (later == conflicts.end() ? conflicts.first() : QJsonValue(*later)).toObject();
    Error first = error;
    first.sqlstate = reason[u"sqlstate"_s].toString();
    first.what = reason[u"message"_s].toString();
    first.data = reason[u"detail"_s].toObject();
    return first;
}

} // namespace polder
