#pragma once

#include "model/planning/play.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace polder {

/// Why a change of a scenario is no booking.
struct Conflict {
    enum class Why {
        NoPlace,        ///< `what`: how many pieces
        NoRequest,      ///< equipment that nobody has asked for
        MadeUpRack,     ///< `what`: the rack
        MadeUpBooking,  ///< moves what the scenario itself has booked
        Retiring,       ///< is decommissioned or released by itself
        Infrastructure, ///< racks and feeds
        Refused,        ///< by the record: `refusal`
    };
    int change = 0; ///< from 1
    Why why = Why::Refused;
    QString what = {};
    Error refusal = {}; ///< of a kind that the record's code says
};

/// The bookings of a scenario as intentions, all in one transaction: what a request asks for becomes a hold, a move a
/// move, a refusal a rejection. Failures are assumptions and no bookings; all else has no intention here, and is a
/// conflict, as is what found no place.
class Promotion {
public:
    struct Step {
        int change;
        QString intention;
        QJsonObject arguments;
    };

    /// `before`: the record that the scenario began from.
    Promotion(const Snapshot &before, const PlayedScenario &played);

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    /// What stands in the way without asking the record.
    [[nodiscard]] const std::vector<Conflict> &conflicts() const { return m_conflicts; }
    /// Of the intention `promote`. Where something stands in the way it only checks, so that all of it is told at once.
    [[nodiscard]] QJsonObject arguments() const;
    /// What the record refuses of it (PL009), by the changes of the scenario.
    [[nodiscard]] std::vector<Conflict> conflictsOf(const Error &error) const;

private:
    void add(int number, const Snapshot &before, const Estate &after, const Change &change,
             const ChangeOutcome &outcome, const std::optional<QString> &reason);
    void addHold(int number, const Snapshot &before, const Estate &after, const PlaceChange &change,
                 const ChangeOutcome &outcome);
    void addMove(int number, const Snapshot &before, const Estate &after, const MoveChange &change,
                 const ChangeOutcome &outcome);

    std::vector<Step> m_steps;
    std::vector<Conflict> m_conflicts;
};

} // namespace polder
