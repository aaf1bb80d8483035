#include "randomestate.h"

#include <algorithm>

namespace polder::test {

/// In every second estate a chassis or two, of two models: there before anything goes into them.
void Plan::addChassis(Dice &dice) {
    if (dice.in100(50)) {
        return;
    }
    for (const int count : {2, 1}) {
        models.push_back({});
        for (int bay = 0; bay < count; ++bay) {
            bays.push_back({static_cast<int>(models.size())});
        }
    }
    for (int number = dice.between(1, 2); number > 0; --number) {
        Device device = someDevice(dice);
        device.slot = device.chassis = device.bay = 0;
        device.floorStanding = device.halfWidth = false;
        device.heightHalfUnits = small ? 2 : 4;
        device.weightG = 5000;
        device.budgetedW = dice.one({20, 50});
        device.system = 0;
        device.dataClass = u"laag"_qs;
        device.medical = false;
        device.model = static_cast<int>(models.size()) - dice.below(2);
        device.inherited = true;
        device.holdUntil.reset();
        if (dice.in100(70)) {
            moveApart(device, dice);
        } else {
            moveSomewhere(device, dice);
        }
        device.half = u"full"_qs;
        device.cords = static_cast<int>(device.outlets.size());
        if (dice.in100(60)) {
            device.during = {firstDay().plus(-400), Day::never()};
        }
        devices.push_back(device);
    }
}

std::vector<int> Plan::baysOf(int model) const {
    std::vector<int> ids;
    for (std::size_t i = 0; i < bays.size(); ++i) {
        if (bays[i].model == model && !bays[i].gone) {
            ids.push_back(static_cast<int>(i) + 1);
        }
    }
    return ids;
}

std::vector<int> Plan::chassis() const {
    std::vector<int> ids;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (devices[i].counts() && !baysOf(devices[i].model).empty()) {
            ids.push_back(static_cast<int>(i) + 1);
        }
    }
    return ids;
}

void Plan::numberSomewhere(Device &device, Dice &dice) const {
    const auto there = chassis();
    const bool inChassis = dice.in100(30) && !there.empty();
    const bool inSlot = dice.in100(15);
    if (device.floorStanding || !baysOf(device.model).empty() || !(inChassis || inSlot)) {
        return;
    }
    device.chassis = inChassis ? there.front() : 0;
    device.slot = inChassis ? 0 : 1;
    device.halfWidth = false;
    device.heightHalfUnits = dice.one({0, 0, 2});
}

void Plan::moveToNumber(Device &device, Dice &dice) const {
    if (device.slot > 0) {
        device.slot = dice.between(1, 3);
        plugIn(device, dice);
        return;
    }
    const auto there = chassis();
    if (there.empty()) {
        return;
    }
    device.chassis = there[dice.below(static_cast<int>(there.size()))];
    const Device &around = devices[device.chassis - 1];
    device.rack = around.rack;
    const auto own = baysOf(around.model);
    device.bay =
        dice.in100(95) ? own[dice.below(static_cast<int>(own.size()))] : dice.between(1, static_cast<int>(bays.size()));
    if (dice.in100(70)) {
        device.during.from = std::max(device.during.from, around.during.from);
        device.during.until = std::min(device.during.until, around.during.until);
        if (device.during.empty()) {
            device.during = around.during;
        }
    }
    if (dice.in100(20)) {
        plugIn(device, dice);
    }
}

} // namespace polder::test
