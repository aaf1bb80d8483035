#pragma once

#include "model/engine/capacity.h"
#include "model/live/live.h"

namespace polder {

/// The newest snapshot made ready for the engine, on another thread: never late for the screen, at most a moment
/// behind the record.
class EstateWatch : public QObject {
    Q_OBJECT

public:
    explicit EstateWatch(Live &live, QObject *parent = nullptr);

    /// nullptr until the first one is ready.
    [[nodiscard]] EstatePtr estate() const { return m_ready.estate; }
    /// Of today, by rack.
    [[nodiscard]] const std::vector<RackCapacity> &capacities() const { return m_ready.capacities; }

Q_SIGNALS:
    void estateChanged();

private:
    struct Ready {
        EstatePtr estate;
        std::vector<RackCapacity> capacities;
    };
    [[nodiscard]] static Ready prepare(const SnapshotPtr &snapshot, const EstatePtr &before);
    void prepareNewest();

    Live &m_live;
    Ready m_ready;
    bool m_preparing = false;
};

} // namespace polder
