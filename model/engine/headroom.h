#pragma once

#include "model/core/shortfall.h"
#include "model/engine/charges.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace polder {

/// What the nodes of an estate can still take on every day of one period.
///
/// "Never worse": a sum may grow to its limit, or to what it already is today where that is more. So the headroom is
/// max(limit, now) - others, where `others` is the estate without the bookings that the change replaces.
///
/// A failure is judged in a quantity only on days on which it shifts some of it to the node; where it shifts nothing,
/// it is the normal case over again.
///
/// Each node is looked at once and remembered; not for use by several threads at once.
class Headroom {
public:
    Headroom(const Estate &others, const Estate &now, Period during);

    /// What a node says to a charge.
    enum class Verdict {
        Admits,
        NotOnThesePhases, ///< on others it may
        Refuses           ///< whatever the phases
    };
    [[nodiscard]] Verdict verdict(const NodeCharge &charge);
    [[nodiscard]] bool admits(const NodeCharge &charge) { return verdict(charge) == Verdict::Admits; }
    /// What of it does not fit, by quantity and failure, each with the first day.
    void explain(const NodeCharge &charge, std::vector<Shortfall> &shortfalls);
    /// Another item of the same change will take this.
    void reserve(const NodeCharge &charge);

    /// How often something was reserved: what a node said before that no longer counts.
    [[nodiscard]] int reservations() const { return m_reservations; }

    /// Of 1000 parts of the node's limit, how many would be left after this charge at the tightest moment. Nodes that
    /// are not limited have them all.
    [[nodiscard]] int permilleLeft(const NodeCharge &charge);
    /// Whether any limit holds its normal load in that period.
    [[nodiscard]] bool isLimited(int node);
    /// What already loads each phase at the start of the period.
    [[nodiscard]] Load phases(int node) const;

private:
    /// Of a node, what is left on the tightest day.
    struct Failure {
        NodeId source;
        Load shiftedDays; ///< of the days on which this failure shifts load here, by quantity
        Load allDays;     ///< for a charge that brings a shift of its own
    };
    struct Room {
        Load normal;
        Load newFailure;                   ///< under the failure of what nobody else depends on
        std::int64_t limit = 0;            ///< the least `main` limit in the period
        const NodeLimit *steady = nullptr; ///< holds all the time, and nothing is replaced
        /// Where they stand among all, and how many; nullopt: not looked at yet.
        std::optional<std::pair<std::size_t, std::size_t>> failures;
    };
    /// By a charge and what is reserved: under a failure all, and the part that the failure shifts here.
    struct Asked {
        Load all;
        Load shifted;
    };
    [[nodiscard]] Room &roomOf(int node);
    [[nodiscard]] Room lookSteady(int node, const NodeLimit *limit) const;
    [[nodiscard]] Room lookDayByDay(int node) const;
    [[nodiscard]] std::span<const Failure> failuresOf(int node);
    void lookAtFailures(int node, Room &room);
    void lookAtFailuresDayByDay(int node, Room &room);
    [[nodiscard]] bool bearsAnyFailure(const Room &room, const NodeCharge &charge) const;
    [[nodiscard]] Load leftAbove(int node, const NodeLimit *limit, bool failing, const Load &level) const;
    [[nodiscard]] Load least(int node, NodeId source, bool everyDay) const;
    [[nodiscard]] const NodeCharge *reservedOn(int node) const;
    [[nodiscard]] Asked askedOf(const NodeCharge &charge, NodeId source) const;
    [[nodiscard]] Load leftOf(int node, NodeId source, const Asked &asked);
    void explainSum(int node, NodeId source, const Asked &asked, const Load &left,
                    std::vector<Shortfall> &shortfalls) const;

    const Estate &m_others;
    const Estate &m_now;
    Period m_during;
    std::vector<int> m_roomOf; ///< by node: its place in m_rooms; -1: not looked at yet
    std::vector<Room> m_rooms;
    std::vector<Failure> m_failures; ///< of a room they stand together
    std::vector<int> m_reservedOn;   ///< by node: its place in m_reserved, or -1; empty while nothing is reserved
    std::vector<NodeCharge> m_reserved;
    int m_reservations = 0;
};

} // namespace polder
