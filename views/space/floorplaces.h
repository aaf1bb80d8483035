#pragma once

#include "model/engine/floorspot.h"
#include "placesearch.h"

#include <QJsonArray>
#include <QObject>

namespace polder {

class FloorProposalModel;
class NoFloorModel;
class SearchTable;

/// The tables of a search on the floors: spots that take it, best first, and why the other rooms do not.
class FloorPlaces : public QObject {
    Q_OBJECT

public:
    explicit FloorPlaces(QObject *parent = nullptr);

    [[nodiscard]] SearchTable *spots() const { return m_spotTable; }
    [[nodiscard]] SearchTable *refusals() const { return m_refusalTable; }

    /// Another question begins with the best spot.
    void show(const FoundPlaces &found, const Snapshot &snapshot, bool newQuestion);

    /// nullptr: none.
    [[nodiscard]] const FloorPlace *chosen() const;
    /// What `hold` would take for so many pieces: the chosen spot, or of several the plan for all. Fewer: there is no
    /// place for all.
    [[nodiscard]] QJsonArray places(int count, const Snapshot &snapshot) const;
    /// The spots of the others if one of several stands at the chosen one.
    [[nodiscard]] std::vector<FloorSpot> besideChosen(int count) const;

Q_SIGNALS:
    void chosenChanged();
    void spotOpened();
    void roomOpened(polder::RoomId room);

private:
    FoundPlaces m_found;
    FloorProposalModel *m_spots;
    SearchTable *m_spotTable;
    NoFloorModel *m_refusals;
    SearchTable *m_refusalTable;
};

} // namespace polder
