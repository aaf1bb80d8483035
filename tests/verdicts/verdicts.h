#pragma once

#include "randomestate.h"

#include "tests/support/testcluster.h"

#include "model/core/shortfall.h"
#include "model/engine/estate.h"
#include "model/store/connection.h"

#include <QStringList>

namespace polder::test {

/// A plan made true in a database, and the three that judge what is asked of it: the database's guard, the engine on a
/// snapshot, and `check`, which adds everything up anew from bare rows. Nothing that is asked stays.
class Court {
public:
    Court(TestCluster &cluster, const Plan &plan);

    /// One thing that is asked: new equipment, or known equipment (1 and up) in other places, all at once.
    struct Case {
        struct Change {
            int id = 0; ///< 0: new
            Device device;
        };
        std::vector<Change> changes;
        [[nodiscard]] QString text() const;
    };

    /// In words, if the three do not agree; empty if they do.
    [[nodiscard]] QString disagreement(const Case &asked);
    /// Whether the guard took the last case that was judged.
    [[nodiscard]] bool admitted() const { return m_admitted; }
    /// Why it did not.
    [[nodiscard]] const std::vector<Shortfall> &refused() const { return m_refused; }
    /// Whether this one was set aside when it was taken over. The engine does not know which blocked units are its own.
    [[nodiscard]] bool isContested(int placement) const;
    /// Makes a case true if the guard lets it be.
    void commit(const Case &asked);

private:
    [[nodiscard]] QStringList guardSays(const Case &asked);
    [[nodiscard]] QStringList engineSays(const Case &asked) const;
    /// By `check`, of a placement; 0: of none.
    struct Found {
        int placement = 0;
        Shortfall shortfall;
    };
    [[nodiscard]] std::vector<Found> checkSays(const QByteArray &changes);
    [[nodiscard]] QStringList misfitObjections(const std::vector<Shortfall> &refused, const std::vector<Found> &found,
                                               const Case &asked) const;
    [[nodiscard]] QString checkObjects(const std::vector<Shortfall> &refused, const Case &asked);
    [[nodiscard]] QByteArray statements(const Case &asked) const;
    /// What is in the placements that are asked for, and the chassis that they are in.
    [[nodiscard]] std::vector<int> kinOf(const Case &asked) const;
    /// A chassis with something in it, which the engine leaves to the database.
    [[nodiscard]] bool hasContents(int placement) const;
    void look();

    std::unique_ptr<DatabaseConnection> m_connection;
    std::unique_ptr<Estate> m_estate;
    std::vector<Found> m_standing;    ///< what `check` has against the estate as it is
    std::vector<Shortfall> m_refused; ///< by the guard, the last time
    int m_next = 1;                   ///< the id of new equipment
    bool m_admitted = false;
};

} // namespace polder::test
