#include "operations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace polder::test {

namespace {

using Change = std::function<void(Plan &)>;

/// A place among the rows that are there; nullopt: there is none.
template <typename Row, typename Suits>
std::optional<std::size_t> someRow(const std::vector<Row> &rows, Dice &dice, Suits suits) {
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].gone && suits(rows[i])) {
            there.push_back(i);
        }
    }
    if (there.empty()) {
        return std::nullopt;
    }
    return there[dice.below(static_cast<int>(there.size()))];
}
template <typename Row>
std::optional<std::size_t> someRow(const std::vector<Row> &rows, Dice &dice) {
    return someRow(rows, dice, [](const Row &) { return true; });
}

template <typename Row>
Change replace(std::vector<Row> Plan::*part, std::size_t at, const Row &row) {
    return [part, at, row](Plan &plan) { put(plan.*part, at, row); };
}
template <typename Row>
Change append(std::vector<Row> Plan::*part, const Plan &plan, const Row &row) {
    return replace(part, (plan.*part).size(), row);
}
template <typename Row>
Change removal(std::vector<Row> Plan::*part, const Plan &plan, std::size_t at) {
    Row row = (plan.*part)[at];
    row.gone = true;
    return replace(part, at, row);
}

/// What stands and is where its record says.
std::optional<std::size_t> someDevice(const Plan &plan, Dice &dice) {
    return someRow(plan.devices, dice, [](const Device &d) { return d.counts() && !d.contested; });
}

// ---- asked of the guard

std::optional<Change> book(const Plan &plan, Dice &dice) {
    return append(&Plan::devices, plan, dice.in100(80) ? plan.modestDevice(dice) : plan.someDevice(dice));
}

/// What is too much for its rule.
void breakRule(Device &device, const QString &rule, Dice &dice) {
    if (rule == u"S2") {
        device.depthMm = 880;
    } else if (rule == u"C5") {
        device.inletMaxMc = 21'999;
    } else if (rule == u"S3" || rule == u"S4") {
        device.weightG = dice.one({40'000, 400'000});
    } else if (rule == u"G1") {
        device.dataClass = u"hoog"_qs;
    } else if (rule == u"G3") {
        device.availabilityClass = 4;
    } else if (rule == u"G4") {
        device.owner = 2;
        device.heightHalfUnits = 4;
    } else {
        device.budgetedW = dice.one({600, 1200, 2400});
    }
}

/// What an override is for already: it came with the request, or replaces the device, and breaks the rule.
std::optional<Change> bookSetAside(const Plan &plan, Dice &dice) {
    const auto at =
        someRow(plan.overrides, dice, [](const Plan::Override &one) { return one.request > 0 || one.device > 0; });
    if (!at) {
        return std::nullopt;
    }
    const auto &one = plan.overrides[*at];
    Plan with = plan;
    with.devices.push_back(plan.modestDevice(dice));
    Device &device = with.devices.back();
    if (one.device > 0 && plan.devices[one.device - 1].gone) {
        return std::nullopt;
    }
    device.request = one.request;
    device.replaces = one.device;
    if (device.chassis == 0 && device.during.until > plan.firstDay()) {
        device.during.from = plan.firstDay();
    }
    breakRule(device, one.rule, dice);
    return append(&Plan::devices, plan, device);
}

std::optional<Change> bookTwo(const Plan &plan, Dice &dice) {
    const Device first = plan.modestDevice(dice);
    Plan with = plan;
    with.devices.push_back(first);
    const Device second = dice.in100(70) ? with.modestDevice(dice) : with.someDevice(dice);
    return [=, at = plan.devices.size()](Plan &changed) {
        put(changed.devices, at, first);
        put(changed.devices, at + 1, second);
    };
}

std::optional<Change> move(const Plan &plan, Dice &dice) {
    const auto at = someDevice(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    if (dice.in100(70)) {
        Plan others = plan;
        others.devices[*at].gone = true;
        others.moveApart(device, dice);
    } else {
        plan.moveSomewhere(device, dice);
    }
    return replace(&Plan::devices, *at, device);
}

/// How it is put somewhere: what is mounted alike may change places.
auto mounting(const Device &device) {
    return std::tuple(device.floorStanding, device.slot > 0, device.chassis > 0);
}

/// What of it its place must have room for.
auto outside(const Device &device) {
    return std::tuple(device.heightHalfUnits, device.halfWidth, device.outlets.size());
}

/// Each takes the place and the outlets of the next, for its own days.
std::optional<Change> changePlaces(const Plan &plan, Dice &dice, int count) {
    const auto first =
        someRow(plan.devices, dice, [](const Device &d) { return d.counts() && !d.contested && !d.floorStanding; });
    const bool alike = dice.in100(60);
    std::vector<std::size_t> turn;
    for (std::size_t i = 0; first && i < plan.devices.size(); ++i) {
        const auto &device = plan.devices[i];
        const auto &one = plan.devices[*first];
        if (device.counts() && !device.contested && mounting(device) == mounting(one) &&
            !(alike && outside(device) != outside(one))) {
            turn.push_back(i);
        }
    }
    while (std::ssize(turn) > count) {
        turn.erase(turn.begin() + dice.below(static_cast<int>(turn.size())));
    }
    if (std::ssize(turn) < count) {
        return std::nullopt;
    }
    std::vector<Device> moved;
    for (std::size_t i = 0; i < turn.size(); ++i) {
        Device device = plan.devices[turn[i]];
        const Device &next = plan.devices[turn[(i + 1) % turn.size()]];
        device.rack = next.rack;
        device.room = next.room;
        device.slot = next.slot;
        device.chassis = next.chassis;
        device.bay = next.bay;
        device.positionHalfUnits = next.positionHalfUnits;
        device.face = next.face;
        device.half = !device.halfWidth ? u"full"_qs : next.halfWidth ? next.half : u"left"_qs;
        device.outlets = next.outlets;
        device.nodes = next.nodes;
        moved.push_back(device);
    }
    return [turn, moved](Plan &changed) {
        for (std::size_t i = 0; i < turn.size(); ++i) {
            put(changed.devices, turn[i], moved[i]);
        }
    };
}

std::optional<Change> swap(const Plan &plan, Dice &dice) {
    return changePlaces(plan, dice, 2);
}

std::optional<Change> cycle(const Plan &plan, Dice &dice) {
    return changePlaces(plan, dice, 3);
}

std::optional<Change> extend(const Plan &plan, Dice &dice) {
    const auto at = someDevice(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    auto &[from, until] = device.during;
    if (device.during.openEnded() || dice.in100(30)) {
        from = from.plus(-dice.one({1, 30, 60}));
    } else {
        until = dice.in100(20) ? Day::never() : until.plus(dice.one({1, 1, 31, 90}));
    }
    return replace(&Plan::devices, *at, device);
}

std::optional<Change> shorten(const Plan &plan, Dice &dice) {
    const auto at = someDevice(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    auto &[from, until] = device.during;
    if (device.during.openEnded()) {
        until = from.plus(dice.one({1, 59, 365}));
    } else if (until <= from.plus(1)) {
        return std::nullopt;
    } else if (dice.in100(30)) {
        from = from.plus(1);
    } else {
        until = until.plus(-1);
    }
    return replace(&Plan::devices, *at, device);
}

std::optional<Change> release(const Plan &plan, Dice &dice) {
    const auto at = someDevice(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    device.released = true;
    return replace(&Plan::devices, *at, device);
}

// ---- slots and bays

std::optional<Change> bookNumbered(const Plan &plan, Dice &dice) {
    Device device = plan.modestDevice(dice);
    for (int tries = 20; tries > 0 && device.slot == 0 && device.chassis == 0; --tries) {
        device = plan.modestDevice(dice);
    }
    return append(&Plan::devices, plan, device);
}

std::optional<std::size_t> someChassis(const Plan &plan, Dice &dice) {
    return someRow(plan.devices, dice, [&plan](const Device &device) {
        return device.counts() && !device.contested && !plan.baysOf(device.model).empty();
    });
}

std::optional<Change> moveChassis(const Plan &plan, Dice &dice) {
    const auto at = someChassis(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    Plan others = plan;
    others.devices[*at].gone = true;
    others.moveApart(device, dice);
    if (dice.in100(80)) {
        device.during = plan.devices[*at].during; // so that nothing is left behind
    }
    return replace(&Plan::devices, *at, device);
}

/// With what is in it.
std::optional<Change> giveUpChassis(const Plan &plan, Dice &dice) {
    const auto at = someChassis(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    const bool all = dice.in100(70);
    std::vector<std::pair<std::size_t, Device>> released;
    for (std::size_t i = 0; i < plan.devices.size(); ++i) {
        const Device &device = plan.devices[i];
        if (!device.gone && (i == *at || (all && device.chassis == static_cast<int>(*at) + 1))) {
            released.emplace_back(i, device);
            released.back().second.released = true;
        }
    }
    return [released](Plan &changed) {
        for (const auto &[i, device] : released) {
            put(changed.devices, i, device);
        }
    };
}

std::optional<Change> takeOut(const Plan &plan, Dice &dice) {
    const auto at =
        someRow(plan.devices, dice, [](const Device &d) { return d.counts() && !d.contested && d.chassis > 0; });
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    if (dice.in100(30)) {
        device.released = true;
    } else {
        plan.moveSomewhere(device, dice);
    }
    return replace(&Plan::devices, *at, device);
}

/// It turns out to be of a model with other bays.
std::optional<Change> otherBays(const Plan &plan, Dice &dice) {
    const auto at = someChassis(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    device.model = dice.between(0, static_cast<int>(plan.models.size()));
    return replace(&Plan::devices, *at, device);
}

std::optional<Change> changeSlots(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.racks, dice);
    auto rack = plan.racks[*at];
    rack.zeroUSlots = dice.below(4);
    return replace(&Plan::racks, *at, rack);
}

/// Somebody weighs or measures it, or looks more closely.
std::optional<Change> correctEquipment(const Plan &plan, Dice &dice) {
    const auto at = someDevice(plan, dice);
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    const Device other = plan.someDevice(dice);
    switch (dice.below(10)) {
    case 0:
        device.weightG = other.weightG;
        break;
    case 1:
        device.budgetedW = other.budgetedW;
        break;
    case 2:
        device.budgetedW = device.budgetedW.value_or(100) + dice.one({-1, 1, 10});
        break;
    case 3:
        device.depthMm = other.depthMm;
        break;
    case 4:
        device.powerFactorPermille = other.powerFactorPermille;
        break;
    case 5:
        device.heightHalfUnits = std::max(other.heightHalfUnits, 1);
        break;
    case 6:
        device.dataClass = other.dataClass;
        device.medical = other.medical;
        break;
    case 7:
        device.availabilityClass = other.availabilityClass;
        break;
    case 8:
        device.model = other.model;
        break;
    default:
        device.accessoryG = device.accessoryG + dice.one({-device.accessoryG, 1, 500});
    }
    return replace(&Plan::devices, *at, device);
}

// ---- recorded, whatever they break

std::optional<std::int64_t> other(std::optional<std::int64_t> number, Dice &dice) {
    return number ? std::optional(*number * dice.one({30, 60, 90, 99, 100, 110, 300}) / 100 + dice.one({-1, 0, 1}))
                  : number;
}

std::optional<Change> changeLimit(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.limits, dice);
    if (!at) {
        return std::nullopt;
    }
    auto limit = plan.limits[*at];
    for (auto *number : {&limit.normalMain, &limit.normalLine, &limit.failoverMain, &limit.failoverLine}) {
        *number = dice.in100(10) ? std::nullopt : other(*number, dice);
        if (*number) {
            **number = std::max<std::int64_t>(**number, 0);
        }
    }
    return replace(&Plan::limits, *at, limit);
}

std::optional<Change> limitFromDate(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.limits, dice);
    if (!at) {
        return std::nullopt;
    }
    auto limit = plan.limits[*at];
    limit.from = Day{limit.from < plan.firstDay() ? plan.firstDay() : limit.from}.plus(dice.one({1, 45, 90}));
    for (auto *number : {&limit.normalMain, &limit.normalLine, &limit.failoverMain, &limit.failoverLine}) {
        *number = other(*number, dice);
        if (*number) {
            **number = std::max<std::int64_t>(**number, 0);
        }
    }
    for (const auto &known : plan.limits) {
        if (!known.gone && known.node == limit.node && known.from == limit.from) {
            return std::nullopt;
        }
    }
    return append(&Plan::limits, plan, limit);
}

std::optional<Change> removeLimit(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.limits, dice);
    return at ? std::optional(removal(&Plan::limits, plan, *at)) : std::nullopt;
}

std::optional<Change> reparent(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.nodes, dice, [](const Plan::Node &node) {
        return node.parent > 0 && (node.kind == u"feed" || node.kind == u"rack_pdu");
    });
    if (!at) {
        return std::nullopt;
    }
    auto node = plan.nodes[*at];
    const auto above = someRow(plan.nodes, dice, [&](const Plan::Node &one) {
        static const QStringList overFeeds{u"ups"_qs, u"generator"_qs, u"transfer"_qs, u"supply"_qs};
        return one.site == node.site && (node.kind == u"rack_pdu" ? one.kind == u"feed" : overFeeds.contains(one.kind));
    });
    node.parent = static_cast<int>(*above) + 1;
    return replace(&Plan::nodes, *at, node);
}

std::optional<Change> changeNode(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.nodes, dice, [](const Plan::Node &node) { return node.kind != u"agreement_line"; });
    auto node = plan.nodes[*at];
    switch (dice.below(3)) {
    case 0:
        node.during = dice.in100(50) ? Period() : Period{Day::always(), plan.firstDay().plus(dice.one({0, 59, 366}))};
        break;
    case 1:
        node.units = 3 - std::min(node.units, 2);
        break;
    default:
        node.maintainable = !node.maintainable;
    }
    return replace(&Plan::nodes, *at, node);
}

std::optional<Change> changeRack(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.racks, dice);
    auto rack = plan.racks[*at];
    switch (dice.below(8)) {
    case 6:
        rack.xMm += dice.one({-1, 1, 825});
        rack.xMm = std::max(rack.xMm, 0);
        break;
    case 0:
    case 1:
        rack.during = dice.in100(40) ? Period() : Period{Day::always(), plan.firstDay().plus(dice.one({0, 59, 366}))};
        break;
    case 2:
        rack.usableDepthMm = dice.one({500, 700, 1000});
        break;
    case 3:
        rack.airflow = dice.one<QString>({u"front-to-rear"_qs, u"rear-to-front"_qs, u"none"_qs});
        break;
    case 4:
        rack.sides = dice.one<QString>({u"A,B"_qs, u"A"_qs, u"A,B,C"_qs});
        break;
    case 5:
        rack.railMaxMm = dice.one({700, 800, 900});
        break;
    default:
        rack.orientationDegrees = (rack.orientationDegrees + 90) % 360;
    }
    return replace(&Plan::racks, *at, rack);
}

std::optional<Change> block(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.blocked, dice);
    if (at && dice.in100(30)) {
        return removal(&Plan::blocked, plan, *at);
    }
    const int rack = dice.between(1, static_cast<int>(plan.racks.size()));
    const int from = dice.below(2 * plan.racks[rack - 1].units - 2);
    const Period during{plan.firstDay().plus(dice.one({0, 30, 59})), Day::never()};
    return append(&Plan::blocked, plan,
                  {.rack = rack, .from = from, .until = from + dice.between(1, 2), .during = during});
}

std::optional<Change> changeQuota(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.lines, dice);
    if (!at) {
        return std::nullopt;
    }
    auto line = plan.lines[*at];
    line.quota = std::max(1, line.quota * dice.one({1, 1, 3}) / dice.one({1, 2, 4}));
    return replace(&Plan::lines, *at, line);
}

std::optional<Change> changeAgreement(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.agreements, dice);
    if (!at) {
        return std::nullopt;
    }
    auto agreement = plan.agreements[*at];
    agreement.during = {plan.firstDay().plus(dice.one({-400, 0, 31})),
                        dice.in100(50) ? Day::never() : plan.firstDay().plus(dice.one({90, 181, 366}))};
    return replace(&Plan::agreements, *at, agreement);
}

std::optional<Change> changeModel(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.models, dice);
    if (!at) {
        return std::nullopt;
    }
    auto model = plan.models[*at];
    switch (dice.below(7)) {
    case 3:
        model.clearFrontMm = dice.one({0, 300, 1200});
        break;
    case 4:
        model.crateWidthMm = dice.one({599, 901});
        break;
    case 5:
        model.waterMaxMc = dice.one({17'000, 25'000});
        break;
    case 0:
        model.depthMm = dice.one({300, 400, 900});
        break;
    case 1:
        model.railMinMm = dice.one({600, 801});
        break;
    case 2:
        model.emiNt = dice.one({49, 1000});
        break;
    default:
        model.media = dice.one<QString>({u""_qs, u"water"_qs});
    }
    return replace(&Plan::models, *at, model);
}

std::optional<Change> changeRoom(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.rooms, dice);
    auto room = plan.rooms[*at];
    if (dice.in100(25)) {
        room.sides = dice.one<QString>({u"A,B"_qs, u"A"_qs, u"A,B,C"_qs});
    } else if (dice.in100(40)) {
        room.floorClass = dice.one<std::optional<int>>({std::nullopt, 1, 2});
    } else if (dice.in100(50)) {
        room.medical = !room.medical;
    } else {
        room.protectionClass = dice.one<QString>({u"laag"_qs, u"middel"_qs, u"hoog"_qs});
    }
    return replace(&Plan::rooms, *at, room);
}

std::optional<Change> changeAir(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.environments, dice);
    const auto medium = someRow(plan.media, dice);
    if (medium && dice.in100(30)) {
        return removal(&Plan::media, plan, *medium);
    }
    if (!at) {
        return std::nullopt;
    }
    if (dice.in100(20)) {
        return removal(&Plan::environments, plan, *at);
    }
    auto air = plan.environments[*at];
    air.setpointMc = dice.one({18'000, 22'000, 27'000});
    air.emiNt = dice.one({49, 50, 101});
    air.floorLoad = dice.one<std::optional<int>>({std::nullopt, 400, 2000});
    return replace(&Plan::environments, *at, air);
}

std::optional<Change> changeOutlet(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.outlets, dice);
    if (!at) {
        return std::nullopt;
    }
    auto outlet = plan.outlets[*at];
    switch (dice.below(3)) {
    case 0:
        outlet.maxMa = dice.one({100, 1500, 16'000});
        break;
    case 1:
        outlet.type = dice.one<QString>({u"C13"_qs, u"C19"_qs});
        break;
    default:
        if (plan.nodes[outlet.node - 1].phases == u"123") {
            outlet.phases = dice.one<QString>({u"1"_qs, u"2"_qs, u"3"_qs, u"123"_qs});
        }
    }
    return replace(&Plan::outlets, *at, outlet);
}

/// A panel is taken away or put in.
std::optional<Change> changePorts(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.ports, dice);
    if (!at) {
        return std::nullopt;
    }
    auto ports = plan.ports[*at];
    ports.count = dice.between(0, 6);
    return replace(&Plan::ports, *at, ports);
}

std::optional<Change> changePolicy(const Plan &plan, Dice &dice) {
    const QString key = dice.one<QString>(
        {u"cord_allowance_mm"_qs, u"grams_per_u"_qs, u"watts_per_u_estimate"_qs, u"nameplate_budget_permille"_qs});
    const Plan::Setting setting{.key = key,
                                .value = key == u"cord_allowance_mm"      ? dice.one({100, 121, 300})
                                         : key == u"grams_per_u"          ? dice.one({9000, 12'001, 15'000})
                                         : key == u"watts_per_u_estimate" ? dice.one({100, 151, 300})
                                                                          : dice.one({500, 701, 1000})};
    const auto known = someRow(plan.settings, dice, [&](const Plan::Setting &one) { return one.key == key; });
    return known ? replace(&Plan::settings, *known, setting) : append(&Plan::settings, plan, setting);
}

// ---- the floor

std::optional<Change> bookOnFloor(const Plan &plan, Dice &dice) {
    Device device = plan.modestDevice(dice);
    for (int tries = 40; tries > 0 && !device.floorStanding; --tries) {
        device = plan.modestDevice(dice);
    }
    if (!plan.models.empty() && dice.in100(50)) {
        device.model = dice.between(1, static_cast<int>(plan.models.size()));
    }
    if (dice.in100(15)) {
        device.weightG = dice.one({611'619, 611'620, 611'621}); // a tile of class 1 bears 611,620 g of it
    }
    const auto &rack = plan.racks[device.rack - 1];
    if (dice.in100(20)) {
        device.xMm = std::clamp(rack.xMm - device.widthMm.value_or(600) / 2 + dice.one({-300, 0, 1}), 0, 9000);
        device.yMm = std::clamp(rack.yMm + 300, 0, 9000);
        device.orientationDegrees = 180;
    }
    // Often so near to another that a millimetre decides.
    const auto by = someRow(plan.devices, dice, [&device](const Device &d) {
        return d.floorStanding && d.counts() && d.room == device.room && d.during.overlaps(device.during);
    });
    if (by && dice.in100(60)) {
        const auto &other = plan.devices[*by];
        const int away =
            (other.widthMm.value_or(600) + device.widthMm.value_or(600)) / 2 + dice.one({-1, 0, 299, 300, 301});
        device.xMm = std::clamp(other.xMm + (dice.in100(50) ? away : -away), 0, 9000);
        device.yMm = other.yMm;
    }
    return append(&Plan::devices, plan, device);
}

/// By little, so that it touches what it did not, and looks another way.
std::optional<Change> shift(const Plan &plan, Dice &dice) {
    const auto at =
        someRow(plan.devices, dice, [](const Device &d) { return d.floorStanding && d.counts() && !d.contested; });
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    device.xMm = std::clamp(device.xMm + dice.one({-300, -1, 0, 1, 825}), 0, 9000);
    device.yMm = std::clamp(device.yMm + dice.one({-825, -1, 0, 1, 300}), 0, 9000);
    device.orientationDegrees = (device.orientationDegrees + dice.one({0, 0, 15, 90})) % 360;
    return replace(&Plan::devices, *at, device);
}

std::optional<Change> changePlan(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.features, dice);
    if (at && dice.in100(40)) {
        return removal(&Plan::features, plan, *at);
    }
    if (at && dice.in100(40)) {
        auto feature = plan.features[*at];
        feature.keepClear = !feature.keepClear;
        return replace(&Plan::features, *at, feature);
    }
    const int x = dice.between(0, 8) * 900;
    const int y = dice.between(0, 8) * 900;
    return append(&Plan::features, plan,
                  {.room = dice.between(1, plan.sites),
                   .kind = dice.one<QString>({u"column"_qs, u"wall"_qs, u"aisle_hot"_qs, u"area"_qs}),
                   .shape = u"[[%1,%2],[%3,%2],[%1,%4]]"_qs.arg(x).arg(y).arg(x + 1200).arg(y + 900),
                   .keepClear = dice.in100(30)});
}

std::optional<Change> changeWay(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.segments, dice);
    if (!at) {
        return std::nullopt;
    }
    auto segment = plan.segments[*at];
    switch (dice.below(4)) {
    case 0:
        return removal(&Plan::segments, plan, *at);
    case 1:
        segment.widthMm = dice.one({500, 1200});
        break;
    case 2:
        segment.loadKg = dice.one({1, 1000});
        break;
    default:
        segment.kind = segment.kind == u"lift" ? u"door"_qs : u"lift"_qs;
    }
    return replace(&Plan::segments, *at, segment);
}

std::optional<Change> changeWater(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.loops, dice);
    if (!at) {
        return std::nullopt;
    }
    auto loop = plan.loops[*at];
    if (dice.in100(50)) {
        loop.supplyMc = dice.one({17'000, 18'000, 25'001});
    } else {
        loop.flowMlMin = dice.one({1998, 2000, 9000});
    }
    return replace(&Plan::loops, *at, loop);
}

/// The water, or the air, of a room's floor.
std::optional<Change> connectRoom(const Plan &plan, Dice &dice) {
    const auto at = someRow(plan.rooms, dice);
    auto room = plan.rooms[*at];
    const auto kin = [&](const char16_t *kind) {
        const auto node = someRow(plan.nodes, dice, [&](const Plan::Node &one) {
            return one.kind == QStringView(kind) && one.site == static_cast<int>(*at) + 1;
        });
        return node && dice.in100(50) ? static_cast<int>(*node) + 1 : 0;
    };
    if (dice.in100(50)) {
        room.loop = kin(u"liquid_loop");
    } else {
        room.zone = kin(u"cooling_zone");
    }
    return replace(&Plan::rooms, *at, room);
}

/// Time passes a hold, or it is renewed.
std::optional<Change> passHold(const Plan &plan, Dice &dice) {
    const auto at =
        someRow(plan.devices, dice, [](const Device &d) { return d.counts() && !d.contested && d.holdUntil; });
    if (!at) {
        return std::nullopt;
    }
    Device device = plan.devices[*at];
    device.holdUntil = plan.firstDay().plus(dice.one({-1, -1, -30, 0, 366}));
    return replace(&Plan::devices, *at, device);
}

std::optional<Change> setAside(const Plan &plan, Dice &dice) {
    const auto one = plan.someOverride(dice);
    return one ? std::optional(append(&Plan::overrides, plan, *one)) : std::nullopt;
}

struct Draw {
    const char *name;
    int weight;
    bool asks;
    std::optional<Change> (*draw)(const Plan &, Dice &);
};

constexpr std::array draws{
    Draw{"book", 40, true, book},
    Draw{"book what is set aside", 5, true, bookSetAside},
    Draw{"book two", 3, true, bookTwo},
    Draw{"move", 14, true, move},
    Draw{"swap", 8, true, swap},
    Draw{"cycle", 4, true, cycle},
    Draw{"extend", 6, true, extend},
    Draw{"shorten", 4, true, shorten},
    Draw{"release", 2, true, release},
    Draw{"correct equipment", 7, true, correctEquipment},
    Draw{"book in a slot or bay", 4, true, bookNumbered},
    Draw{"move a chassis", 3, true, moveChassis},
    Draw{"give up a chassis", 1, true, giveUpChassis},
    Draw{"take out of a chassis", 2, true, takeOut},
    Draw{"other bays", 1, true, otherBays},
    Draw{"slots", 1, false, changeSlots},
    Draw{"limit", 2, false, changeLimit},
    Draw{"limit from a date", 1, false, limitFromDate},
    Draw{"no limit", 1, false, removeLimit},
    Draw{"re-parent", 1, false, reparent},
    Draw{"node", 1, false, changeNode},
    Draw{"rack", 1, false, changeRack},
    Draw{"block units", 1, true, block},
    Draw{"quota", 1, false, changeQuota},
    Draw{"agreement", 1, false, changeAgreement},
    Draw{"model", 1, false, changeModel},
    Draw{"room", 1, false, changeRoom},
    Draw{"air", 1, false, changeAir},
    Draw{"outlet", 1, false, changeOutlet},
    Draw{"ports", 1, false, changePorts},
    Draw{"policy", 1, false, changePolicy},
    Draw{"book on the floor", 8, true, bookOnFloor},
    Draw{"shift", 4, true, shift},
    Draw{"plan", 1, false, changePlan},
    Draw{"way in", 1, false, changeWay},
    Draw{"water", 1, false, changeWater},
    Draw{"connect a room", 1, false, connectRoom},
    Draw{"hold", 2, false, passHold},
    Draw{"override", 3, false, setAside},
};

} // namespace

Operation someOperation(const Plan &plan, Dice &dice) {
    int weights = 0;
    for (const Draw &draw : draws) {
        weights += draw.weight;
    }
    while (true) {
        int at = dice.below(weights);
        const auto *draw = draws.begin();
        while (at >= draw->weight) {
            at -= (draw++)->weight;
        }
        if (auto change = draw->draw(plan, dice)) {
            return {QString::fromUtf8(draw->name), draw->asks, std::move(*change)};
        }
    }
}

Operation someChangeOfTheBuilding(const Plan &plan, Dice &dice) {
    while (true) {
        const Draw &draw = draws[static_cast<std::size_t>(dice.below(static_cast<int>(draws.size())))];
        const bool ofTheBuilding = draw.draw == block || (!draw.asks && draw.draw != setAside && draw.draw != passHold);
        if (auto change = ofTheBuilding ? draw.draw(plan, dice) : std::nullopt) {
            return {QString::fromUtf8(draw.name), draw.asks, std::move(*change)};
        }
    }
}

Operation someChoice(const Plan &plan, Dice &dice) {
    Device device = dice.in100(85) ? plan.modestDevice(dice) : plan.someDevice(dice);
    device.floorStanding = false;
    device.slot = device.chassis = device.bay = 0;
    device.heightHalfUnits = std::max(device.heightHalfUnits, 1);
    device.cords = dice.one({0, 1, 2, 2, 2, 3});
    device.outlets.clear();
    return {u"choice"_qs, true, append(&Plan::devices, plan, device)};
}

Operation somePairChoice(const Plan &plan, Dice &dice) {
    Operation one = someChoice(plan, dice);
    one.name = u"choice of two"_qs;
    return one;
}

Operation someNumberChoice(const Plan &plan, Dice &dice) {
    Device device = plan.modestDevice(dice);
    device.floorStanding = device.halfWidth = false;
    const bool inBay = !plan.chassis().empty() && dice.in100(60);
    device.slot = inBay ? 0 : 1;
    device.chassis = inBay ? plan.chassis().front() : 0;
    device.bay = inBay ? 1 : 0;
    if (!plan.baysOf(device.model).empty()) {
        device.model = 0; // a chassis is not in a slot
    }
    if (inBay && dice.in100(70)) { // rather when the chassis is there
        device.during = plan.devices[device.chassis - 1].during;
    }
    device.cords = dice.one({0, 1, 1, 2, 2});
    device.outlets.clear();
    return {u"numbered choice"_qs, true, append(&Plan::devices, plan, device)};
}

Operation someFloorChoice(const Plan &plan, Dice &dice) {
    Device device;
    for (int tries = 40; tries > 0 && !device.floorStanding; --tries) {
        device = plan.modestDevice(dice);
    }
    device.floorStanding = true;
    device.slot = device.chassis = device.bay = 0;
    device.outlets.clear();
    device.cords = dice.one({0, 0, 1, 2});
    device.model = !plan.models.empty() && dice.in100(40) ? dice.between(1, static_cast<int>(plan.models.size())) : 0;
    return {u"floor choice"_qs, true, append(&Plan::devices, plan, device)};
}

QStringList operationNames() {
    QStringList names;
    for (const Draw &draw : draws) {
        names << QString::fromUtf8(draw.name);
    }
    return names;
}

} // namespace polder::test
