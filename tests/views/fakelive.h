#pragma once

#include "model/live/live.h"

#include <QPromise>

#include <deque>
#include <utility>

namespace polder::test {

/// A record that needs no database: the test hands out snapshots and answers.
class FakeLive : public Live {
    Q_OBJECT

public:
    struct Asked {
        QString name;
        QJsonObject arguments;
        std::optional<std::int64_t> since = {}; ///< given by the views; else what the snapshot says
    };

    explicit FakeLive(SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {
        m_connection.state = Connection::State::Online;
        m_connection.where = QStringLiteral("a test");
    }

    [[nodiscard]] SnapshotPtr snapshot() const override { return m_snapshot; }
    [[nodiscard]] Connection connection() const override { return m_connection; }
    [[nodiscard]] QList<Job> jobs() const override { return running; }
    [[nodiscard]] QFuture<Result<QJsonObject>> intend(const QString &name, const QJsonObject &arguments) override {
        asked.push_back({name, arguments});
        return answer();
    }
    [[nodiscard]] QFuture<Result<QJsonObject>> intendSince(const QString &name, const QJsonObject &arguments,
                                                           std::int64_t generation) override {
        asked.push_back({name, arguments, generation});
        return answer();
    }
    [[nodiscard]] QFuture<Result<QJsonObject>> read(const QString &name, const QJsonObject &arguments) override {
        questions.push_back({name, arguments});
        QPromise<Result<QJsonObject>> promise;
        promise.start();
        promise.addResult(readings.empty() ? Result<QJsonObject>(QJsonObject()) : readings.front());
        promise.finish();
        if (readings.size() > 1) {
            readings.pop_front();
        }
        return promise.future();
    }
    [[nodiscard]] QFuture<Result<KnownRecord>> record(const RecordQuestion &question) override {
        recordQuestions.push_back(question);
        if (recordsWait) {
            running.push_back({.id = static_cast<int>(recordQuestions.size()), .name = QStringLiteral("record")});
            waiting.emplace_back().start();
            return waiting.back().future();
        }
        KnownRecord now;
        now.known.generation = m_snapshot->generation;
        QPromise<Result<KnownRecord>> promise;
        promise.start();
        promise.addResult(records.empty() ? Result<KnownRecord>(now) : records.front());
        promise.finish();
        if (!records.empty()) {
            records.pop_front();
        }
        return promise.future();
    }
    void cancel(int job) override { cancelled.push_back(job); }

    void setSnapshot(SnapshotPtr snapshot) {
        m_snapshot = std::move(snapshot);
        Q_EMIT snapshotChanged(m_snapshot);
    }
    void setConnection(const Connection &connection) {
        m_connection = connection;
        Q_EMIT connectionChanged(connection);
    }

    std::vector<Asked> asked;
    std::deque<Result<QJsonObject>> answers;  ///< to the next intentions; then: done
    std::vector<Asked> questions;             ///< that change nothing
    std::deque<Result<QJsonObject>> readings; ///< the answers to these; the last again and again
    std::vector<RecordQuestion> recordQuestions;
    std::deque<Result<KnownRecord>> records; ///< the answers to these; then: that of now
    bool recordsWait = false;                ///< until the test answers
    std::deque<QPromise<Result<KnownRecord>>> waiting;
    QList<Job> running;
    QList<int> cancelled;
    std::deque<SnapshotPtr> becomes; ///< by the next intentions; seen before the answer, as from a database

private:
    [[nodiscard]] QFuture<Result<QJsonObject>> answer() {
        if (!becomes.empty()) {
            setSnapshot(std::exchange(becomes.front(), {}));
            becomes.pop_front();
        }
        QPromise<Result<QJsonObject>> promise;
        promise.start();
        promise.addResult(answers.empty() ? Result<QJsonObject>(QJsonObject()) : answers.front());
        promise.finish();
        if (!answers.empty()) {
            answers.pop_front();
        }
        return promise.future();
    }

    SnapshotPtr m_snapshot;
    Connection m_connection;
};

} // namespace polder::test
