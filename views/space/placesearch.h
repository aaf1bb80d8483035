#pragma once

#include "model/engine/floorsearch.h"
#include "model/engine/numbersearch.h"
#include "model/engine/placer.h"
#include "views/parts/estatewatch.h"

#include <QTimer>

#include <optional>
#include <stop_token>

namespace polder {

/// Where it fits, and why not elsewhere.
struct FoundPlaces {
    SearchResult racks;                  ///< of what does not stand on rails only what was not checked
    std::optional<FloorSearch> floor;    ///< of what stands on the floor
    std::vector<FloorPlace> spots;       ///< of its places some that share no floor, best first
    std::optional<NumberSearch> numbers; ///< of what hangs beside the rails or goes into a chassis
};

/// Looks for places on another thread. A new question stops the one that runs, so typing never waits; when the record
/// changes, the last question is asked again.
class PlaceSearch : public QObject {
    Q_OBJECT

public:
    explicit PlaceSearch(EstateWatch &estates, QObject *parent = nullptr);
    ~PlaceSearch() override;

    /// Soon: a moment is waited for more typing.
    void ask(const Wanted &wanted);
    /// An item of a request, of whatever kind. What it looks for is worked out here where it takes no unit.
    void ask(const RequestItem &item, Wanted wanted, const Snapshot &snapshot);
    void forget();

    /// The last answer, and the estate that it is about; nullptr until there is one.
    [[nodiscard]] const FoundPlaces &found() const { return m_found; }
    [[nodiscard]] const SearchResult &result() const { return m_found.racks; }
    [[nodiscard]] const EstatePtr &estate() const { return m_estate; }
    [[nodiscard]] const std::optional<Wanted> &wanted() const { return m_wanted; }
    /// The last answer is to the last question, and not to one before it.
    [[nodiscard]] bool upToDate() const { return m_upToDate; }

Q_SIGNALS:
    void answered();

private:
    void begin();

    EstateWatch &m_estates;
    QTimer m_typing;
    std::optional<Wanted> m_wanted;
    std::optional<RequestItem> m_numbered; ///< that takes a place with a number
    std::stop_source m_stop;
    FoundPlaces m_found;
    EstatePtr m_estate;
    bool m_upToDate = false;
};

} // namespace polder
