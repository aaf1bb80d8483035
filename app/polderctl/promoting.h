#pragma once

#include "app/polderctl/command.h"
#include "app/polderctl/session.h"
#include "model/engine/scenario.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace polder::ctl {

/// The bookings of a scenario as intentions, all in one transaction: what a request asks for becomes a hold, a move a
/// move, a refusal a rejection. Failures are assumptions and no bookings; all else has no intention here, and is a
/// conflict, as is what found no place.
class Promotion {
public:
    /// `before`: the record; `after`: with the whole scenario. `number`: of the change in its file.
    void add(int number, const Snapshot &before, const Estate &after, const Change &change,
             const ChangeOutcome &outcome, const std::optional<QString> &reason);

    /// Books all of it, or nothing; then the answer tells every conflict.
    [[nodiscard]] Result<Answer> book(Session &session, QUuid key, qint64 generation) const;

private:
    struct Step {
        int number;
        QString intention;
        QJsonObject arguments;
    };
    void addConflict(int number, const QString &message);
    void addHold(int number, const Snapshot &before, const Estate &after, const PlaceChange &change,
                 const ChangeOutcome &outcome);
    void addMove(int number, const Snapshot &before, const Estate &after, const MoveChange &change,
                 const ChangeOutcome &outcome);
    [[nodiscard]] QJsonArray stepsJson() const;
    [[nodiscard]] QJsonArray conflictsOf(const Error &error) const;

    std::vector<Step> m_steps;
    QJsonArray m_conflicts;
};

} // namespace polder::ctl
