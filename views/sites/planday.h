#pragma once

#include "model/engine/rackstates.h"
#include "views/parts/estatewatch.h"

#include <QTimer>

namespace polder {

/// The racks of a room on a day, worked out on another thread; anew when the record changes. The last question only.
class PlanDay : public QObject {
    Q_OBJECT

public:
    explicit PlanDay(EstateWatch &estates, QObject *parent = nullptr);

    void ask(RoomId room, Day day);
    /// Of the room that was asked for, on the last day that was answered.
    [[nodiscard]] const std::vector<RackState> &states() const { return m_states; }

Q_SIGNALS:
    void answered();

private:
    void begin();

    EstateWatch &m_estates;
    QTimer m_pause;
    RoomId m_room;
    Day m_day;
    std::vector<RackState> m_states;
    bool m_working = false;
    bool m_again = false; ///< asked anew since
};

} // namespace polder
