#pragma once

#include "model/core/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <set>

namespace polder {

/// The intention that takes another one back.
struct Inverse {
    QString intention;
    QJsonObject arguments;
    QString what;                    ///< for people: "move of SRV-12"
    std::set<EquipmentId> equipment; ///< that both are about
    std::set<RequestId> requests;
};

/// Of what was done to the record as it was `before`, with this result. nullopt: no intention takes it back.
[[nodiscard]] std::optional<Inverse> inverseOf(const Snapshot &before, const QString &intention,
                                               const QJsonObject &arguments, const QJsonObject &result);

/// Where all of it stands and until when: to see whether it changed.
[[nodiscard]] QJsonArray standingOf(const Inverse &about, const Snapshot &snapshot);

} // namespace polder
