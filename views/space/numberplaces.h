#pragma once

#include <QObject> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "placesearch.h"

#include <QJsonArray>

namespace polder {

class NumberModel;
class NoNumberModel;
class SearchTable;

/// The tables of a search for places with a number: slots beside the rails or bays of chassis, best first, and why the
/// other racks or chassis have none.
class NumberPlaces : public QObject {
    Q_OBJECT

public:
    explicit NumberPlaces(QObject *parent = nullptr);

    [[nodiscard]] SearchTable *places() const { return m_table; }
    [[nodiscard]] SearchTable *refusals() const { return m_refusalTable; }

    /// Another question begins with the best place.
    void show(const NumberSearch &found, Period during, const Snapshot &snapshot, bool newQuestion);
    void clear();

    /// nullptr: none.
    [[nodiscard]] const NumberPlace *chosen() const;
    /// What `hold` would take for so many pieces: the chosen place, or of several the plan for all. Fewer: there is no
    /// place for all.
    [[nodiscard]] QJsonArray toHold(int count, const Snapshot &snapshot) const;

Q_SIGNALS:
    void chosenChanged();
    void placeOpened();
    void rackOpened(polder::RackId rack);

private:
    NumberSearch m_found;
    NumberModel *m_model;
    SearchTable *m_table;
    NoNumberModel *m_refusals;
    SearchTable *m_refusalTable;
};

/// "LEI/DC1/R1, 0U place 2", "bay 3 of CHASSIS-1, LEI/DC1/R1 U4"
[[nodiscard]] QString numberText(const NumberPlace &place, Period during, const Snapshot &snapshot);

} // namespace polder
