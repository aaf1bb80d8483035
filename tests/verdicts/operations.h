#pragma once

#include "randomestate.h"

#include <functional>

namespace polder::test {

/// One thing that happens to an estate, all of it at once. What it does is said row by row, so that it can also be done
/// to an estate in which other rows are left out.
struct Operation {
    QString name;
    /// The guard refuses what does not fit. Otherwise it is recorded, whatever it breaks.
    bool asks = true;
    std::function<void(Plan &)> change;

    [[nodiscard]] Plan after(const Plan &plan) const {
        Plan changed = plan;
        change(changed);
        return changed;
    }
};

/// A booking, often of something modest, in 40 of 100; else one of all the others.
[[nodiscard]] Operation someOperation(const Plan &plan, Dice &dice);
/// A limit, a node, a rack, an agreement, a room or whatever else bookings depend on, each kind as often.
[[nodiscard]] Operation someChangeOfTheBuilding(const Plan &plan, Dice &dice);
/// A device for which a place in a rack is looked for.
[[nodiscard]] Operation someChoice(const Plan &plan, Dice &dice);
/// Two of which a place is looked for together.
[[nodiscard]] Operation somePairChoice(const Plan &plan, Dice &dice);
/// One for which a slot or a bay is looked for.
[[nodiscard]] Operation someNumberChoice(const Plan &plan, Dice &dice);
/// One for which a place on a floor is looked for.
[[nodiscard]] Operation someFloorChoice(const Plan &plan, Dice &dice);
/// Names of all that someOperation() may answer.
[[nodiscard]] QStringList operationNames();

} // namespace polder::test
