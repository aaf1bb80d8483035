#pragma once

#include "model/engine/floorspot.h"
#include "views/parts/estatewatch.h"

#include <QTimer>

#include <optional>
#include <stop_token>

namespace polder {

/// Judges an instrument's place on another thread: the last question only, and again when the record changes.
class SpotCheck : public QObject {
    Q_OBJECT

public:
    explicit SpotCheck(EstateWatch &estates, QObject *parent = nullptr);
    ~SpotCheck() override;

    void ask(const Wanted &wanted, const FloorSpot &spot);
    void forget();
    /// nullopt: not known yet.
    [[nodiscard]] const std::optional<MoveVerdict> &verdict() const { return m_verdict; }

Q_SIGNALS:
    void changed();

private:
    void begin();

    EstateWatch &m_estates;
    QTimer m_pause;
    Wanted m_wanted;
    std::optional<FloorSpot> m_spot;
    std::optional<MoveVerdict> m_verdict;
    std::stop_source m_stop;
};

} // namespace polder
