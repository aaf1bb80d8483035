#include "planday.h"

#include "views/parts/whendone.h"

#include <QtConcurrentRun>

namespace polder {

namespace {

using namespace std::chrono_literals;
constexpr auto handPause = 30ms; ///< a slider that is still moved asks no question

} // namespace

PlanDay::PlanDay(EstateWatch &estates, QObject *parent) : QObject(parent), m_estates(estates) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(handPause);
    connect(&m_pause, &QTimer::timeout, this, &PlanDay::begin);
    connect(&estates, &EstateWatch::estateChanged, this, &PlanDay::begin);
}

void PlanDay::ask(RoomId room, Day day) {
    if (room == m_room && day == m_day) {
        return;
    }
    if (room != m_room) {
        m_states.clear();
    }
    m_room = room;
    m_day = day;
    m_pause.start();
}

void PlanDay::begin() {
    const EstatePtr estate = m_estates.estate();
    m_again = m_working;
    if (m_working || !estate || !m_room) {
        return;
    }
    m_working = true;
    const auto look = [estate, room = m_room, day = m_day] { return rackStatesOn(*estate, room, day); };
    whenDone(QtConcurrent::run(look), this, [this, room = m_room, day = m_day](const std::vector<RackState> &states) {
        m_working = false;
        if (room == m_room && day == m_day) {
            m_states = states;
            Q_EMIT answered();
        }
        if (m_again) {
            begin();
        }
    });
}

} // namespace polder
