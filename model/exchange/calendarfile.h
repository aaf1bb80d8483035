#pragma once

#include "model/core/day.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace polder {

/// Something that takes whole days, for a calendar.
struct CalendarEvent {
    QString uid; ///< the same event again has the same
    QString summary;
    QString description;
    QStringList attendees; ///< addresses of mail
    Period during;         ///< closed on both sides
    QDateTime made;
};

/// A file of one event, by RFC 5545: busy for nobody, since whole days.
[[nodiscard]] QByteArray toIcs(const CalendarEvent &event);

} // namespace polder
