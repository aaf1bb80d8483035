#pragma once

#include "operations.h"

#include "tests/support/testcluster.h"

#include "model/core/shortfall.h"
#include "model/engine/estate.h"
#include "model/engine/placer.h"
#include "model/store/connection.h"

#include <QSet>
#include <QStringList>

namespace polder::test {

/// A plan made true in a database, and the three that judge what is asked of it: the database's guard, the engine on a
/// snapshot, and `check`, which adds everything up anew from bare rows. One estate after the other stands in the same
/// database, so that its two sessions keep their plans.
class Court {
public:
    explicit Court(TestCluster &cluster);

    /// In the place of what stood here before. False: the database does not take it.
    [[nodiscard]] bool stand(const Plan &plan);
    /// What stands, with what the guard made of what was taken over.
    [[nodiscard]] const Plan &plan() const { return m_plan; }

    /// In words, if the three do not agree on what is asked; empty if they do. Nothing stays.
    [[nodiscard]] QString disagreement(const Operation &asked);
    /// Whether the guard took the last operation that was judged.
    [[nodiscard]] bool admitted() const { return m_admitted; }
    /// Whether something of it was let in by an override.
    [[nodiscard]] bool setAside() const { return m_setAside; }
    /// Kinds of overrides that covered something of it.
    [[nodiscard]] const QStringList &letInBy() const { return m_letInBy; }
    /// Why it did not.
    [[nodiscard]] const std::vector<Shortfall> &refused() const { return m_refused; }

    /// What the last operation that is recorded, whatever it breaks, wanted a reason for.
    [[nodiscard]] const std::vector<Shortfall> &unexplained() const { return m_unexplained; }

    /// Where a device could go: what the search finds in a rack is taken, and where it finds nothing every unit, face,
    /// half and choice of outlets is refused. In words, if not. Of `book` only the new device counts, not its place.
    [[nodiscard]] QString choiceDisagreement(const Operation &book);
    /// The same for two of them together.
    [[nodiscard]] QString pairDisagreement(const Operation &book);
    /// In which slots or bays, and in which outlets, a device could go: every one that there is.
    [[nodiscard]] QString numberDisagreement(const Operation &book);
    /// The same on the floor: some of the places that are found in each room are taken, and where none is found, none
    /// of those on a grid is.
    [[nodiscard]] QString floorDisagreement(const Operation &book);
    /// Racks in which the search found a place, and in which it did not, the last time; and how many places were tried.
    struct Choice {
        int fits = 0;
        int full = 0;
        int tried = 0;
    };
    [[nodiscard]] const Choice &choice() const { return m_choice; }

    /// Makes true what was just admitted. In words, if the engine does not find that it breaks what the guard said.
    [[nodiscard]] QString make(const Operation &asked);
    /// Or if then the three do not agree on what stands.
    [[nodiscard]] QString commit(const Operation &asked);
    /// Whether `check` has something against what stands.
    [[nodiscard]] bool inheritsViolations() const { return !m_standing.empty(); }

    /// Rules of the warnings that the last commit compared.
    [[nodiscard]] const QStringList &warned() const { return m_warned; }

    /// The connection that the guard watches.
    [[nodiscard]] DatabaseConnection &guarded() { return *m_guarded; }

private:
    /// By `check`, of a placement; 0: of none.
    struct Found {
        int placement = 0;
        Shortfall shortfall;
    };
    [[nodiscard]] QStringList guardSays(const QByteArray &sql);
    [[nodiscard]] QStringList engineSays(const Plan &asked, int id);
    [[nodiscard]] QStringList engineSaysTogether(const Plan &asked, const std::vector<int> &ids);
    [[nodiscard]] QStringList engineSaysOfBlocked(const Plan &asked) const;
    [[nodiscard]] QString recordedDisagreement(const Plan &after, const QByteArray &sql);
    [[nodiscard]] std::vector<Found> checkSays(const QByteArray &changes, DatabaseConnection &writing);
    [[nodiscard]] QStringList misfitObjections(const std::vector<Found> &found, const Plan &asked,
                                               const std::vector<int> &ids, bool recorded) const;
    [[nodiscard]] QString checkObjects(const std::vector<Found> &found, const Plan &asked, const std::vector<int> &ids,
                                       bool recorded = false);
    [[nodiscard]] std::int64_t loadBefore(const Shortfall &s);
    [[nodiscard]] QString brokenDisagreement(const Estate &before) const;
    [[nodiscard]] QString objectionsToWhatStands();
    [[nodiscard]] QString warnedDisagreement();
    [[nodiscard]] QString proposalObjections(const Device &device, int id);
    [[nodiscard]] QString takenAnyway(const Plan &plan, const Device &device, int id, int rack);
    [[nodiscard]] Wanted wantedOf(const Device &device) const;
    void makeChoices();
    void learn();
    void look();

    std::unique_ptr<DatabaseConnection> m_guarded;
    /// Triggers do not see what this one writes. (A session that becomes such a one now and then plans all anew.)
    std::unique_ptr<DatabaseConnection> m_unguarded;
    QByteArray m_clearing; ///< statements that leave nothing of an estate
    Plan m_plan;
    std::unique_ptr<Estate> m_estate;
    std::vector<Shortfall> m_unexcused;   ///< of that what is not on record, and where the ledger is wrong
    std::vector<Found> m_standing;        ///< what `check` has against the estate as it is
    std::vector<Shortfall> m_refused;     ///< by the guard, the last time
    std::vector<Shortfall> m_unexplained; ///< what the last operation wanted a reason for
    QStringList m_refusedBookings;        ///< that the refusal lists, with the rule
    QStringList m_unexplainedBookings;    ///< the same of what wanted a reason
    bool m_listed = false;                ///< that operation was the last to be judged, and has not been committed
    QSet<QString> m_unrecorded;           ///< rule and place of what was admitted because it was no better before
    bool m_admitted = false;
    bool m_setAside = false;
    QStringList m_letInBy;
    QStringList m_warned;
    Choice m_choice;
};

} // namespace polder::test
