#pragma once

#include "model/engine/levels.h"
#include "model/planning/play.h"

#include <QObject>

#include <array>
#include <map>
#include <optional>

namespace polder {

/// Two scenarios played from the same record, and what is free after each.
struct Outlook {
    using Levels = std::map<Place, LevelCapacity>; ///< of all data centres, and of each
    struct Option {
        std::optional<PlayedScenario> played; ///< nullopt: it cannot be played, see `error`
        Error error;
        Levels levels;
    };

    SnapshotPtr before;
    Day on; ///< of which `levels` tell
    Levels levels;
    std::array<Option, 2> options;
};
using OutlookPtr = std::shared_ptr<const Outlook>;

/// Plays two scenarios on another thread. What is asked anew stops what runs.
class PlanRun : public QObject {
    Q_OBJECT

public:
    using Drafts = std::array<ScenarioDraft, 2>;

    using QObject::QObject;
    ~PlanRun() override;

    void start(const SnapshotPtr &snapshot, const Drafts &drafts);
    void stop();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progressed(int permille);
    void finished(const polder::OutlookPtr &outlook);
    void stopped();

private:
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace polder
