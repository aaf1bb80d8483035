#include "nearestplaces.h"

#include "views/parts/whendone.h"

#include <QtConcurrentRun>

namespace polder {

NearestPlaces::NearestPlaces(EstateWatch &estates, QObject *parent) : QObject(parent), m_estates(estates) {
    connect(&estates, &EstateWatch::estateChanged, this, &NearestPlaces::begin);
}

NearestPlaces::~NearestPlaces() {
    m_stop.request_stop();
}

void NearestPlaces::ask(const Wanted &wanted, const RackSpot &spot, std::size_t count) {
    m_wanted = wanted;
    m_spot = spot;
    m_count = count;
    m_places.reset();
    begin();
}

void NearestPlaces::begin() {
    m_stop.request_stop();
    const EstatePtr estate = m_estates.estate();
    if (!estate || m_count == 0) {
        return;
    }
    m_stop = std::stop_source();
    const auto find = [estate, wanted = m_wanted, spot = m_spot, count = m_count, stop = m_stop.get_token()] {
        return nearestSpots(*estate, wanted, spot, count, stop);
    };
    whenDone(QtConcurrent::run(find), this, [this, mine = m_stop](const std::vector<NearSpot> &found) {
        if (!mine.stop_requested()) {
            m_places = found;
            Q_EMIT changed();
        }
    });
}

} // namespace polder
