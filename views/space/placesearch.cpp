#include "placesearch.h"

#include "views/parts/whendone.h"

#include <QtConcurrentRun>

namespace polder {

namespace {

using namespace std::chrono_literals;
constexpr auto typingPause = 120ms;
constexpr std::size_t mostSpots = 24; ///< more are no help to who has to choose

FoundPlaces findPlaces(const Estate &estate, const Wanted &wanted, const std::optional<RequestItem> &numbered,
                       const std::stop_token &stop) {
    FoundPlaces found;
    if (numbered) {
        found.numbers = findNumbers(estate, *numbered, wanted, stop);
        found.racks.notChecked = found.numbers->notChecked;
        found.racks.estimated = estimatedOf(wanted);
        found.racks.cancelled = found.numbers->cancelled;
        return found;
    }
    if (!wanted.item.floorStanding) {
        found.racks = findSpace(estate, wanted, stop);
        return found;
    }
    found.floor = findFloor(estate, wanted, stop);
    found.spots = apartOnFloor(wanted, found.floor->places, mostSpots);
    found.racks.notChecked = found.floor->notChecked;
    found.racks.estimated = estimatedOf(wanted);
    found.racks.cancelled = found.floor->cancelled;
    return found;
}

} // namespace

PlaceSearch::PlaceSearch(EstateWatch &estates, QObject *parent) : QObject(parent), m_estates(estates) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PlaceSearch::begin);
    connect(&estates, &EstateWatch::estateChanged, this, &PlaceSearch::begin);
}

PlaceSearch::~PlaceSearch() {
    m_stop.request_stop();
}

void PlaceSearch::ask(const Wanted &wanted) {
    m_stop.request_stop(); // the answer to the old question is not wanted any more
    m_wanted = wanted;
    m_numbered.reset();
    m_upToDate = false;
    m_typing.start();
}

void PlaceSearch::ask(const RequestItem &item, Wanted wanted, const Snapshot &snapshot) {
    const bool numbered = takesNumber(item);
    if (numbered) {
        wanted.item = numberedEnvelope(item, snapshot);
    }
    ask(wanted);
    if (numbered) {
        m_numbered = item;
    }
}

void PlaceSearch::forget() {
    m_wanted.reset();
    m_upToDate = false;
    m_typing.stop();
    m_stop.request_stop();
}

void PlaceSearch::begin() {
    m_stop.request_stop();
    const EstatePtr estate = m_estates.estate();
    if (!estate || !m_wanted) {
        return;
    }
    m_stop = std::stop_source();
    const auto find = [estate, wanted = *m_wanted, numbered = m_numbered, stop = m_stop.get_token()] {
        return findPlaces(*estate, wanted, numbered, stop);
    };
    whenDone(QtConcurrent::run(find), this, [this, estate, mine = m_stop](const FoundPlaces &found) {
        if (found.racks.cancelled || mine.stop_requested()) {
            return;
        }
        m_estate = estate;
        m_found = found;
        m_upToDate = true;
        Q_EMIT answered();
    });
}

} // namespace polder
