#include "carry.h"

#include <algorithm>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

bool isHalf(const ElevationBox &box) {
    return box.widthUntil - box.widthFrom == 1;
}

} // namespace

bool canBeCarried(const ElevationBox &box) {
    const bool installed = box.kind == ElevationBox::Kind::Device || box.kind == ElevationBox::Kind::Blank;
    return box.placement && box.slot == 0 && box.bay.count == 0 &&
           (installed || (box.kind == ElevationBox::Kind::Held && !box.arrived));
}

Carry::Carry(std::vector<Rack> racks, std::vector<Piece> pieces, std::size_t held)
    : m_racks(std::move(racks))
    , m_pieces(std::move(pieces))
    , m_held(held) {
}

void Carry::moveTo(int rack, double huFrom, Step step) {
    int first = static_cast<int>(m_racks.size());
    int last = -1;
    for (const Piece &piece : m_pieces) {
        first = std::min(first, piece.rack);
        last = std::max(last, piece.rack);
    }
    m_racksOn = std::clamp(rack - held().rack, -first, static_cast<int>(m_racks.size()) - 1 - last);
    const int each = step == Step::Unit ? 2 : 1;
    const int up = each * static_cast<int>(std::lround((huFrom - held().box.huFrom) / each));
    int least = -200;
    int most = 200;
    for (const Piece &piece : m_pieces) {
        const int halves = 2 * m_racks[static_cast<std::size_t>(piece.rack + m_racksOn)].units;
        least = std::max(least, -piece.box.huFrom);
        most = std::min(most, halves - piece.box.huUntil);
    }
    m_halfUnitsUp = least <= most ? std::clamp(up, least, most) : least;
    m_halfUnitsUp -= m_halfUnitsUp % each;
}

void Carry::moveBy(int racks, int steps, Step step) {
    const Piece now = at(held());
    // What stands between two units stays there while it goes to another rack.
    const bool between = m_halfUnitsUp % 2 != 0;
    const Step by = between && steps == 0 ? Step::HalfUnit : step;
    moveTo(now.rack + racks, now.box.huFrom + (by == Step::Unit ? 2 : 1) * steps, by);
}

void Carry::turn() {
    m_turned = !m_turned;
}

void Carry::toOtherHalf() {
    m_otherHalf = !m_otherHalf;
}

void Carry::toHalf(bool right) {
    const bool isRight = held().box.widthFrom == 1;
    m_otherHalf = isHalf(held().box) && isRight != right;
}

Carry::Piece Carry::at(const Piece &piece) const {
    Piece there = piece;
    there.rack += m_racksOn;
    there.box.huFrom += m_halfUnitsUp;
    there.box.huUntil += m_halfUnitsUp;
    if (m_turned) {
        std::swap(there.box.front, there.box.rear);
    }
    if (m_otherHalf && isHalf(there.box)) {
        there.box.widthFrom = 1 - there.box.widthFrom;
        there.box.widthUntil = there.box.widthFrom + 1;
    }
    return there;
}

std::vector<Carry::Piece> Carry::pieces() const {
    std::vector<Piece> all;
    std::ranges::transform(m_pieces, std::back_inserter(all), [this](const Piece &piece) { return at(piece); });
    return all;
}

std::vector<PlannedMove> Carry::moves() const {
    std::vector<PlannedMove> moves;
    for (const Piece &there : pieces()) {
        moves.push_back({there.box.placement,
                         m_racks[static_cast<std::size_t>(there.rack)].id,
                         {there.box.huFrom},
                         there.box.front && there.box.rear ? u"both"_s
                         : there.box.front                 ? u"front"_s
                                                           : u"rear"_s,
                         !isHalf(there.box)         ? QString()
                         : there.box.widthFrom == 0 ? u"left"_s
                                                    : u"right"_s});
    }
    return moves;
}

} // namespace polder
