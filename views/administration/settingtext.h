#pragma once

#include <QJsonValue>
#include <QString>

namespace polder {

/// What a setting is about; of one that nobody here knows its key.
[[nodiscard]] QString settingText(const QString &key);

/// What is written in a field of a setting: a number, true or false, or else a text; and back.
[[nodiscard]] QJsonValue settingValue(const QString &written);
[[nodiscard]] QString settingWritten(const QJsonValue &value);

} // namespace polder
