#pragma once

#include "model/core/knownrecord.h"
#include "model/core/result.h"
#include "model/core/snapshot.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace polder {

/// How the record is reached at the moment. Offline, the last snapshot stays readable.
struct Connection {
    enum class State {
        Connecting,
        Online,
        Offline
    };
    State state = State::Connecting;
    QString where;   ///< for people: "demo on this computer", "server polder.example"
    QString trouble; ///< one sentence, empty when online
    QDateTime since;
};

/// Work that runs in the background: a row with a name, progress and a way to stop it.
struct Job {
    int id = 0;
    QString name;
    int permille = -1; ///< -1: unknown
};

/// Everything the GUI thread knows of the record and everything it can ask of it. Never blocks. The one object that
/// the views are given; tests give them another one that needs no database.
class Live : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Never null: an empty snapshot until the first one has come.
    [[nodiscard]] virtual SnapshotPtr snapshot() const = 0;
    [[nodiscard]] virtual Connection connection() const = 0;
    [[nodiscard]] virtual QList<Job> jobs() const = 0;

    /// Calls the intention `api.<name>`. The client key and the generation that the viewer saw are added here; after a
    /// lost connection it is asked again with the same key, so nothing happens twice.
    [[nodiscard]] virtual QFuture<Result<QJsonObject>> intend(const QString &name, const QJsonObject &arguments) = 0;

    /// The same, of what was last seen at this generation: refused where its object has changed after that.
    [[nodiscard]] virtual QFuture<Result<QJsonObject>> intendSince(const QString &name, const QJsonObject &arguments,
                                                                   std::int64_t generation) = 0;

    /// Asks `api.<name>`, which changes nothing.
    [[nodiscard]] virtual QFuture<Result<QJsonObject>> read(const QString &name, const QJsonObject &arguments) = 0;

    /// The record as reports want it: as it was known on a day, and what no snapshot has. Everything else goes on
    /// meanwhile. Holds that have lapsed are put away first, so that the same question has the same answer tomorrow.
    [[nodiscard]] virtual QFuture<Result<KnownRecord>> record(const RecordQuestion &question) = 0;

    virtual void cancel(int job) = 0;

Q_SIGNALS:
    /// A new generation is here; tables that did not change are the same objects as before.
    void snapshotChanged(const polder::SnapshotPtr &snapshot);
    void connectionChanged(const polder::Connection &connection);
    void jobsChanged();
};

} // namespace polder
