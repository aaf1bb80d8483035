#pragma once

#include "model/engine/moves.h"
#include "views/paper/elevationboxes.h"

#include <vector>

namespace polder {

/// Boxes on their way to other places: all keep their distance from the one that is held on to. Where they would stand
/// is always within the racks that are shown.
class Carry {
public:
    struct Piece {
        int rack; ///< its place among those shown
        ElevationBox box;
    };

    /// `racks`: those shown. `held`: the one of the pieces that is held on to.
    Carry(std::vector<Rack> racks, std::vector<Piece> pieces, std::size_t held);

    /// By how much it goes, from where it stands.
    enum class Step {
        Unit,
        HalfUnit
    };
    /// The lower edge of the one that is held on to, as near as can be.
    void moveTo(int rack, double huFrom, Step step = Step::Unit);
    void moveBy(int racks, int steps, Step step = Step::Unit);
    /// From the front to the rear or back; what reaches both sides stays.
    void turn();
    /// What is half as wide as the rack, to this half; as seen from the front.
    void toHalf(bool right);
    void toOtherHalf();

    [[nodiscard]] const Piece &held() const { return m_pieces[m_held]; }
    [[nodiscard]] std::size_t heldAt() const { return m_held; }
    /// Where all of them would stand.
    [[nodiscard]] std::vector<Piece> pieces() const;
    [[nodiscard]] std::vector<PlannedMove> moves() const;
    /// Somewhere else than where they stand.
    [[nodiscard]] bool moved() const { return m_racksOn != 0 || m_halfUnitsUp != 0 || m_turned || m_otherHalf; }
    /// How far it is held above its lower edge, in half units.
    double grip = 0;

private:
    [[nodiscard]] Piece at(const Piece &piece) const;

    std::vector<Rack> m_racks;
    std::vector<Piece> m_pieces;
    std::size_t m_held;
    int m_racksOn = 0;
    int m_halfUnitsUp = 0;
    bool m_turned = false;
    bool m_otherHalf = false;
};

/// Whether this can be carried: what is installed on the rails, or held there.
[[nodiscard]] bool canBeCarried(const ElevationBox &box);

} // namespace polder
