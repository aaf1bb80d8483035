#include "spotcheck.h"

#include "views/parts/whendone.h"

#include <QtConcurrentRun>

namespace polder {

namespace {

using namespace std::chrono_literals;
constexpr auto handPause = 40ms; ///< a hand that moves on asks no question

} // namespace

SpotCheck::SpotCheck(EstateWatch &estates, QObject *parent) : QObject(parent), m_estates(estates) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(handPause);
    connect(&m_pause, &QTimer::timeout, this, &SpotCheck::begin);
    connect(&estates, &EstateWatch::estateChanged, this, &SpotCheck::begin);
}

SpotCheck::~SpotCheck() {
    m_stop.request_stop();
}

void SpotCheck::ask(const Wanted &wanted, const FloorSpot &spot) {
    m_stop.request_stop();
    m_wanted = wanted;
    m_spot = spot;
    m_verdict.reset();
    m_pause.start();
    Q_EMIT changed();
}

void SpotCheck::forget() {
    m_stop.request_stop();
    m_pause.stop();
    m_spot.reset();
    m_verdict.reset();
    Q_EMIT changed();
}

void SpotCheck::begin() {
    m_stop.request_stop();
    const EstatePtr estate = m_estates.estate();
    if (!estate || !m_spot) {
        return;
    }
    m_stop = std::stop_source();
    const auto check = [estate, wanted = m_wanted, spot = *m_spot, stop = m_stop.get_token()] {
        return checkFloorSpot(*estate, wanted, spot, stop);
    };
    whenDone(QtConcurrent::run(check), this, [this, mine = m_stop](const MoveVerdict &verdict) {
        if (!verdict.cancelled && !mine.stop_requested()) {
            m_verdict = verdict;
            Q_EMIT changed();
        }
    });
}

} // namespace polder
