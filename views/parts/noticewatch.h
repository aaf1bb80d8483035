#pragma once

#include "model/items/homemodel.h" // first, for moc

#include "model/live/live.h"

#include <QObject>

namespace polder {

/// What others did that concerns the viewer, as the record tells it: read again when the record changes. Which of it is
/// new the desktop remembers for this person.
class NoticeWatch : public QObject {
    Q_OBJECT

public:
    explicit NoticeWatch(Live &live, QObject *parent = nullptr);

    /// The newest first.
    [[nodiscard]] const std::vector<NoticeRow> &rows() const { return m_rows; }
    [[nodiscard]] int fresh() const;
    /// All of them have been looked at.
    void markSeen();

Q_SIGNALS:
    void changed();

private:
    void readAgain();
    void take(const QJsonObject &answer);
    [[nodiscard]] QString settingsKey() const;
    [[nodiscard]] qint64 lastSeen() const;

    Live &m_live;
    std::vector<NoticeRow> m_rows;
    std::int64_t m_generation = -1; ///< of which it was asked
    bool m_reading = false;
};

/// What happened, for people: "endorsed", "a comment".
[[nodiscard]] QString noticeText(const QString &topic);

/// A maintenance as one of the owners reads of it: the days, the own devices, and what the sender says. `body`: of the
/// notice.
[[nodiscard]] QString maintenanceText(const QJsonObject &body, const QString &text, const Snapshot &snapshot);

} // namespace polder
