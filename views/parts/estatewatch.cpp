#include "estatewatch.h"

#include "whendone.h"

#include <QtConcurrentRun>

namespace polder {

EstateWatch::EstateWatch(Live &live, QObject *parent) : QObject(parent), m_live(live) {
    connect(&live, &Live::snapshotChanged, this, &EstateWatch::prepareNewest);
    prepareNewest();
}

EstateWatch::Ready EstateWatch::prepare(const SnapshotPtr &snapshot) {
    auto estate = std::make_shared<const Estate>(snapshot);
    auto capacities = capacityOn(*estate, snapshot->today);
    return {std::move(estate), std::move(capacities)};
}

void EstateWatch::prepareNewest() {
    const SnapshotPtr newest = m_live.snapshot();
    if (m_preparing || newest->racks.size() == 0 || (m_ready.estate && m_ready.estate->shared() == newest)) {
        return;
    }
    m_preparing = true;
    whenDone(QtConcurrent::run(&EstateWatch::prepare, newest), this, [this](const Ready &ready) {
        m_preparing = false;
        m_ready = ready;
        Q_EMIT estateChanged();
        prepareNewest();
    });
}

} // namespace polder
