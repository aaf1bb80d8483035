#pragma once

#include <QTimer> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/engine/moves.h"
#include "views/parts/estatewatch.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace polder {

/// Where else it would fit, nearest first: looked for on another thread, and again when the record changes.
class NearestPlaces : public QObject {
    Q_OBJECT

public:
    explicit NearestPlaces(EstateWatch &estates, QObject *parent = nullptr);
    ~NearestPlaces() override;

    void ask(const Wanted &wanted, const RackSpot &spot, std::size_t count);
    /// nullopt: not known yet.
    [[nodiscard]] const std::optional<std::vector<NearSpot>> &places() const { return m_places; }

Q_SIGNALS:
    void changed();

private:
    void begin();

    EstateWatch &m_estates;
    Wanted m_wanted;
    RackSpot m_spot;
    std::size_t m_count = 0;
    std::optional<std::vector<NearSpot>> m_places;
    std::stop_source m_stop;
};

} // namespace polder
