#include "randomestate.h"

#include <algorithm>
#include <cstdlib>

namespace polder::test {

namespace {

constexpr int roomMm = 9000;

std::optional<int> maybe(Dice &dice, int value, int often) {
    return dice.in100(often) ? std::optional(value) : std::nullopt;
}

} // namespace

void Plan::addFloor(int site, int zone, Dice &dice) {
    auto &room = rooms[site - 1];
    room.floorClass = maybe(dice, dice.one({1, 1, 2}), 40);
    room.zone = dice.in100(50) ? zone : 0;
    if (dice.in100(50)) {
        nodes.push_back({.kind = u"liquid_loop"_qs, .name = u"loop"_qs, .site = site});
        const int node = static_cast<int>(nodes.size());
        loops.push_back({.node = node,
                         .supplyMc = maybe(dice, dice.one({17'999, 18'000, 25'000}), 85),
                         .flowMlMin = maybe(dice, dice.one({2000, 4000, 7999}), 90)});
        room.loop = dice.in100(90) ? node : 0;
    }
    for (auto &air : environments) {
        if (air.room == site) {
            air.floorLoad = maybe(dice, dice.one({700, 2000, 5000}), 40);
        }
    }
    struct Drawn {
        const char16_t *kind;
        const char16_t *shape;
        bool keepClear;
    };
    // The wall goes round a corner: what stands in its bend does not touch it.
    for (const Drawn &one :
         {Drawn{u"wall", u"[[1200,8000],[1200,8800],[5000,8800],[5000,9000],[1000,9000],[1000,8000]]", false},
          Drawn{u"column", u"[[4800,1200],[5200,1200],[5200,1600],[4800,1600]]", false},
          Drawn{u"aisle_cold", u"[[600,3600],[8400,3600],[8400,4800],[600,4800]]", false},
          Drawn{u"area", u"[[7000,0],[9000,0],[9000,2000]]", true},
          Drawn{u"door", u"[[0,7000],[1000,7000],[1000,8000],[0,8000]]", false}}) {
        if (dice.in100(30)) {
            features.push_back(
                {site, QString::fromUtf16(one.kind), QString::fromUtf16(one.shape), one.keepClear || dice.in100(5)});
        }
    }
    for (const auto *route : {u"dock", u"stairs"}) {
        for (int ordinal = 1, last = dice.in100(35) ? dice.between(1, 2) : 0; ordinal <= last; ++ordinal) {
            segments.push_back({.room = site,
                                .route = QString::fromUtf16(route),
                                .ordinal = ordinal,
                                .kind = dice.one<QString>({u"door"_qs, u"lift"_qs, u"corridor"_qs}),
                                .widthMm = maybe(dice, dice.one({599, 600, 900}), 60),
                                .heightMm = maybe(dice, dice.one({1999, 2000}), 40),
                                .lengthMm = maybe(dice, dice.one({700, 1400}), 40),
                                .loadKg = maybe(dice, dice.one({4, 20, 500}), 40),
                                .pointLoadN = maybe(dice, dice.one({20, 100, 4500}), 30)});
        }
    }
}

void Plan::giveBody(Device &device, Dice &dice) const {
    if (!device.floorStanding) {
        return;
    }
    device.widthMm = maybe(dice, dice.one({450, 600, 601, 1200}), 92);
    device.bodyHeightMm = maybe(dice, dice.one({1500, 2000, 2001}), 60);
}

void Plan::standSomewhere(Device &device, Dice &dice) const {
    const auto coordinate = [&dice] {
        return std::min(dice.between(0, 11) * 825 + dice.one({-1, 0, 0, 0, 1, 300}), roomMm);
    };
    device.xMm = std::max(coordinate(), 0);
    device.yMm = std::max(coordinate(), 0);
    device.orientationDegrees = dice.one({0, 0, 90, 180, 270, 30, 45, 225, 359});
}

bool Plan::standsClear(const Device &device) const {
    constexpr int reach = 850; // from the middle of what is 1,200 by 1,200 to its corner
    const auto apart = [&](int x, int y, int from) {
        return std::abs(x - device.xMm) >= from || std::abs(y - device.yMm) >= from;
    };
    const bool within =
        device.xMm >= reach && device.yMm >= reach && device.xMm <= roomMm - reach && device.yMm <= roomMm - reach;
    return within &&
           std::ranges::all_of(racks,
                               [&](const Rack &rack) {
                                   return rack.site != device.room ||
                                          apart(rack.xMm + 600, rack.yMm + 600, 600 + reach);
                               }) &&
           std::ranges::all_of(devices, [&](const Device &other) {
               return !other.floorStanding || !other.counts() || other.room != device.room ||
                      !other.during.overlaps(device.during) || apart(other.xMm, other.yMm, 2 * reach);
           });
}

} // namespace polder::test
