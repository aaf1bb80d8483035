#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QStringList>

namespace polder {

// Two people change a request at once. What only one of them touched is as that one has it; where both did and differ,
// somebody has to say which stays. Fields are named by their paths: "project", "wishes/site", "items/0/weight_kg";
// "items" as a whole where they are not one by one the same items for both.

/// What the form would have shown at first, had the record been as it is now: with what became of the record since.
[[nodiscard]] QJsonObject withTheirs(const QJsonObject &form, const QJsonObject &recordBefore,
                                     const QJsonObject &recordNow);

struct RequestMerge {
    QJsonObject merged;  ///< mine where I touched it, else theirs
    QStringList clashes; ///< paths that both touched, with other values
};
[[nodiscard]] RequestMerge mergeRequest(const QJsonObject &before, const QJsonObject &mine, const QJsonObject &theirs);

/// Undefined: there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &request, const QString &path);
[[nodiscard]] QJsonObject withValueAt(QJsonObject request, const QString &path, const QJsonValue &value);

/// As its reader would write it: a name, a day, yes or no.
[[nodiscard]] QString requestValueText(const QString &path, const QJsonValue &value, const Snapshot &snapshot);

} // namespace polder
