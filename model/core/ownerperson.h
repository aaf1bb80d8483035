#pragma once

#include "model/core/ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace polder {

/// Whom one tells of what happens to a device, as the record decides it.
struct OwnerPerson {
    EquipmentId equipment;
    PersonId person;
    QString office; ///< "sponsor", "contact" or "coordinator"
};

/// From the answer of api.owner_people.
[[nodiscard]] inline std::vector<OwnerPerson> ownerPeopleOf(const QJsonObject &answer) {
    std::vector<OwnerPerson> owners;
    for (const QJsonValue &one : answer[QLatin1String("owners")].toArray()) {
        owners.push_back({{one[0].toInt()}, {one[1].toInt()}, one[2].toString()});
    }
    return owners;
}

} // namespace polder
