#include "carry.h"

#include <algorithm>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

bool canBeCarried(const ElevationBox &box) {
    return box.placement && box.slot == 0 && box.kind == ElevationBox::Kind::Device;
}

Carry::Carry(std::vector<Rack> racks, std::vector<Piece> pieces, std::size_t held)
    : m_racks(std::move(racks))
    , m_pieces(std::move(pieces))
    , m_held(held) {
}

void Carry::moveTo(int rack, double huFrom) {
    int first = static_cast<int>(m_racks.size());
    int last = -1;
    for (const Piece &piece : m_pieces) {
        first = std::min(first, piece.rack);
        last = std::max(last, piece.rack);
    }
    m_racksOn = std::clamp(rack - held().rack, -first, static_cast<int>(m_racks.size()) - 1 - last);
    const int up = 2 * static_cast<int>(std::lround((huFrom - held().box.huFrom) / 2)); // by whole units
    int least = -200;
    int most = 200;
    for (const Piece &piece : m_pieces) {
        const int halves = 2 * m_racks[static_cast<std::size_t>(piece.rack + m_racksOn)].units;
        least = std::max(least, -piece.box.huFrom);
        most = std::min(most, halves - piece.box.huUntil);
    }
    m_halfUnitsUp = least <= most ? std::clamp(up, least, most) : least;
    m_halfUnitsUp -= m_halfUnitsUp % 2;
}

void Carry::moveBy(int racks, int units) {
    const Piece now = at(held());
    moveTo(now.rack + racks, now.box.huFrom + 2 * units);
}

void Carry::turn() {
    m_turned = !m_turned;
}

Carry::Piece Carry::at(const Piece &piece) const {
    Piece there = piece;
    there.rack += m_racksOn;
    there.box.huFrom += m_halfUnitsUp;
    there.box.huUntil += m_halfUnitsUp;
    if (m_turned) {
        std::swap(there.box.front, there.box.rear);
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
                                                           : u"rear"_s});
    }
    return moves;
}

} // namespace polder
