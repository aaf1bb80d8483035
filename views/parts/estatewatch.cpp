#include "estatewatch.h"

#include "givenback.h"
#include "whendone.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>
#include <utility>

namespace polder {

EstateWatch::EstateWatch(Live &live, QObject *parent) : QObject(parent), m_live(live) {
    connect(&live, &Live::snapshotChanged, this, &EstateWatch::prepareNewest);
    prepareNewest();
}

EstateWatch::Ready EstateWatch::prepare(const SnapshotPtr &snapshot, const EstatePtr &before) {
    auto estate = std::make_shared<const Estate>(snapshot, before.get());
    auto capacities = capacityOn(*estate, snapshot->today);
    giveBackMemory();
    return {std::move(estate), std::move(capacities)};
}

void EstateWatch::prepareNewest() {
    const SnapshotPtr newest = m_live.snapshot();
    if (m_preparing || newest->racks.size() == 0 || (m_ready.estate && m_ready.estate->shared() == newest)) {
        return;
    }
    m_preparing = true;
    // Taken over as it is: five thousand racks are not copied while the window waits.
    const auto make = [newest, before = m_ready.estate] { return std::make_shared<Ready>(prepare(newest, before)); };
    whenDone(QtConcurrent::run(make), this, [this](const std::shared_ptr<Ready> &ready) {
        m_preparing = false;
        Ready former = std::exchange(m_ready, std::move(*ready));
        Q_EMIT estateChanged();
        // Where nobody waits: it is large.
        QThreadPool::globalInstance()->start([former = std::move(former)]() mutable {
            former = {};
            giveBackMemory();
        });
        prepareNewest();
    });
}

} // namespace polder
