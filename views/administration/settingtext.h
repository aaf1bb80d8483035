#pragma once

#include <QString>

namespace polder {

/// What a setting is about; of one that nobody here knows its key.
[[nodiscard]] QString settingText(const QString &key);

} // namespace polder
