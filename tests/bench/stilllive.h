#pragma once

#include "model/live/live.h"

#include <QPromise>

#include <utility>
#include <vector>

namespace polder::test {

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

    /// Somebody committed.
    void become(SnapshotPtr snapshot) {
        m_snapshot = std::move(snapshot);
        Q_EMIT snapshotChanged(m_snapshot);
    }

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

} // namespace polder::test
