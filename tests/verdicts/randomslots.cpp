#include "randomestate.h"

namespace polder::test {

/// In every second estate a chassis or two, of two models: there before anything goes into them.
void Plan::addChassis(Dice &dice) {
    if (dice.in100(50)) {
        return;
    }
    for (const int bays : {2, 1}) {
        models.push_back({});
        models.back().bays = bays;
    }
    const int last = static_cast<int>(models.size());
    for (int number = dice.between(1, 2); number > 0; --number) {
        Device device = someDevice(dice);
        device.slot = device.chassis = device.bay = 0;
        device.floorStanding = device.halfWidth = false;
        device.half = u"full"_qs;
        device.heightHalfUnits = 4;
        device.weightG = 5000;
        device.budgetedW = dice.one({20, 50});
        device.system = 0;
        device.dataClass = u"laag"_qs;
        device.medical = false;
        device.model = last - dice.below(2);
        device.inherited = true;
        device.positionHalfUnits = dice.below(10);
        plugIn(device, dice);
        device.cords = static_cast<int>(device.outlets.size());
        if (dice.in100(60)) {
            device.during = {};
            device.during.from = {9862 - 400};
        }
        devices.push_back(device);
    }
}

std::vector<int> Plan::chassis() const {
    std::vector<int> ids;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const Device &device = devices[i];
        const bool standing = device.slot == 0 && device.chassis == 0 && !device.floorStanding;
        if (standing && device.model > 0 && models[device.model - 1].bays > 0) {
            ids.push_back(static_cast<int>(i) + 1);
        }
    }
    return ids;
}

void Plan::numberSomewhere(Device &device, Dice &dice) const {
    const bool inChassis = dice.in100(35) && !chassis().empty();
    const bool inSlot = dice.in100(15);
    if (device.floorStanding || (device.model > 0 && models[device.model - 1].bays > 0)) {
        return;
    }
    device.chassis = inChassis ? 1 : 0;
    device.slot = inSlot && !inChassis ? 1 : 0;
    if (inChassis || inSlot) {
        device.halfWidth = false;
        device.heightHalfUnits = dice.one({0, 0, 2});
    }
}

void Plan::moveToNumber(Device &device, Dice &dice) const {
    device.face = u"both"_qs;
    device.half = u"full"_qs;
    device.outlets.clear();
    if (device.slot > 0) {
        device.slot = dice.between(1, 3);
        plugIn(device, dice);
        return;
    }
    const auto all = chassis();
    device.chassis = all[dice.below(static_cast<int>(all.size()))];
    device.rack = devices[device.chassis - 1].rack;
    // Mostly a bay of its model.
    int first = 1;
    for (int model = 1; model < devices[device.chassis - 1].model; ++model) {
        first += models[model - 1].bays;
    }
    device.bay =
        dice.in100(95) ? first + dice.below(models[devices[device.chassis - 1].model - 1].bays) : dice.between(1, 3);
    if (dice.in100(60)) {
        device.during.from = std::max(device.during.from, devices[device.chassis - 1].during.from);
        device.during.until = std::min(device.during.until, devices[device.chassis - 1].during.until);
        if (device.during.empty()) {
            device.during = devices[device.chassis - 1].during;
        }
    }
    if (dice.in100(20)) {
        plugIn(device, dice);
    }
}

} // namespace polder::test
