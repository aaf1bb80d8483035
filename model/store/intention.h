#pragma once

#include "model/core/result.h"
#include "model/store/connection.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace polder {

/// One wish of a person, as `api.<name>` takes it. The same key again returns the first result: after a lost
/// connection, ask again with the same key.
struct Intention {
    QString name;
    QJsonObject arguments;
    QUuid key = QUuid::createUuid();
    std::optional<std::int64_t> generation; ///< that the person saw; none: do not check
    bool reads = false; ///< `api.<name>(arguments)`, which changes nothing: without key and generation
};

/// Calls it, in a transaction of its own. The first answer is completed after the commit: "generation" is the one in
/// which it was done, as a repeat says. If the connection is lost in between, that is the error. A deadlock or a
/// serialization failure is tried again, up to `replays` times; `replayed`, if given, is how often that was needed.
[[nodiscard]] Result<QJsonObject> callIntention(DatabaseConnection &connection, const Intention &intention,
                                                int replays = 3, int *replayed = nullptr);

} // namespace polder
