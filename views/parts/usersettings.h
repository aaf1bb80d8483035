#pragma once

#include <QSettings>
#include <QStandardPaths>

namespace polder {

/// How this person likes the desktop: windows, rows, definitions that were kept. Nothing of the record stands in it.
class UserSettings : public QSettings {
public:
    UserSettings()
        : QSettings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                        QStringLiteral("/settings.ini"),
                    QSettings::IniFormat) {}
};

} // namespace polder
