#pragma once

#include "inverse.h"
#include "model/live/live.h"

#include <vector>

namespace polder {

/// The record, with a memory of what was done to it through here since the window opened: what can be taken back, the
/// last first. All pages of a window ask by it, so whatever commits is in it; there is no other list.
class Journal : public Live {
    Q_OBJECT

public:
    explicit Journal(Live &live, QObject *parent = nullptr);

    [[nodiscard]] SnapshotPtr snapshot() const override { return m_live.snapshot(); }
    [[nodiscard]] Connection connection() const override { return m_live.connection(); }
    [[nodiscard]] QList<Job> jobs() const override { return m_live.jobs(); }
    [[nodiscard]] QFuture<Result<QJsonObject>> intend(const QString &name, const QJsonObject &arguments) override;
    [[nodiscard]] QFuture<Result<QJsonObject>> intendSince(const QString &name, const QJsonObject &arguments,
                                                           std::int64_t generation) override;
    [[nodiscard]] QFuture<Result<QJsonObject>> read(const QString &name, const QJsonObject &arguments) override {
        return m_live.read(name, arguments);
    }
    [[nodiscard]] QFuture<Result<KnownRecord>> record(const RecordQuestion &question) override {
        return m_live.record(question);
    }
    void cancel(int job) override { m_live.cancel(job); }

    /// What undo() would take back, for people; empty: nothing.
    [[nodiscard]] QString undoText() const;
    /// The last that was done, if nothing takes it back: then nothing before it is taken back either. Empty: it can be.
    [[nodiscard]] QString blockedBy() const;
    /// Takes the last of it back by its inverse intention. Refused (Kind::Stale) where a change came after, which is
    /// named; then nothing is done, and the one before it is next. Only while there is an undoText().
    [[nodiscard]] QFuture<Result<QJsonObject>> undo();
    [[nodiscard]] bool busy() const { return m_undoing; }

Q_SIGNALS:
    void undoChanged();

private:
    struct Entry {
        QString intention;
        std::optional<Inverse> inverse;
        std::int64_t generation;        ///< in which it was done
        int number;                     ///< its own, as windows may do something while another takes something back
        std::optional<QJsonArray> left; ///< how it stood then, if just that was seen
    };

    /// Notes what is done by `future`, and hands it on.
    [[nodiscard]] QFuture<Result<QJsonObject>> remembered(const QFuture<Result<QJsonObject>> &future,
                                                          const SnapshotPtr &before, const QString &name,
                                                          const QJsonObject &arguments);
    void noteStanding();

    Live &m_live;
    std::vector<Entry> m_entries; ///< the last at the end
    int m_done = 0;               ///< so many were noted, ever
    bool m_undoing = false;
};

/// The refusal itself, where several intentions were asked as one: a change that came after, else the first.
[[nodiscard]] Error reasonOf(const Error &error);

} // namespace polder
