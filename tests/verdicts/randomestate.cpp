#include "randomestate.h"

#include <algorithm>
#include <map>

namespace polder::test {

namespace {

std::optional<int> maybe(Dice &dice, int value, int often) {
    return dice.in100(often) ? std::optional(value) : std::nullopt;
}

/// Bounds that several periods share, so that periods touch, overlap and contain each other.
Day someDay(Dice &dice) {
    return Plan::firstDay().plus(dice.one({0, 30, 31, 59, 90, 181, 365, 366}));
}

Period somePeriod(Dice &dice) {
    const Day from = someDay(dice);
    if (dice.in100(25)) {
        return {from, Day::never()};
    }
    return {from, std::max(someDay(dice), from.plus(1))};
}

/// Enough for one to four of the devices that come.
std::int64_t someLimit(Dice &dice, int devices) {
    return std::int64_t{dice.between(1, 4)} * devices * 250'000 + dice.one({-1, 0, 1, 17});
}

void addLimits(Plan &plan, int node, int devices, bool power, Dice &dice) {
    if (dice.in100(2)) {
        return; // nobody knows it
    }
    for (int step = 0, steps = dice.in100(20) ? 2 : 1; step < steps; ++step) {
        Plan::Limit limit;
        limit.node = node;
        limit.from = step == 0 ? Day{0} : someDay(dice);
        const auto maybe = [&](std::int64_t value, int often) {
            return dice.in100(often) ? std::optional(value) : std::nullopt;
        };
        const std::int64_t main = someLimit(dice, devices);
        limit.normalMain = maybe(main, 85);
        if (power) {
            limit.normalLine = maybe(main / dice.between(1, 3), 60);
            limit.failoverMain = maybe(main * dice.between(8, 12) / 10, 85);
            limit.failoverLine = maybe(main / dice.between(1, 3), 60);
        }
        if (step == 0 || limit.from > plan.limits.back().from) {
            plan.limits.push_back(limit);
        }
    }
}

int addNode(Plan &plan, Plan::Node node, int devices, Dice &dice) {
    node.units = dice.one({1, 1, 2});
    node.volts = dice.one({230, 230, 230, 230, 230, 120});
    node.maintainable = dice.in100(30);
    plan.nodes.push_back(std::move(node));
    const int id = static_cast<int>(plan.nodes.size());
    static const QStringList others{u"rack_mass"_qs, u"rack_heat"_qs, u"floor_area"_qs, u"cooling_zone"_qs};
    addLimits(plan, id, devices, !others.contains(plan.nodes.back().kind), dice);
    return id;
}

/// The feeds of a data centre, on which its racks hang.
std::vector<int> addChain(Plan &plan, int site, Dice &dice) {
    const auto node = [&](const QString &kind, const QString &name, int parent, const QString &side, int devices) {
        return addNode(plan, {.kind = kind, .name = name, .parent = parent, .site = site, .rack = 0, .side = side},
                       devices, dice);
    };
    const QStringList sides = plan.topology == u"3N/2"
                                  ? QStringList{u"A"_qs, u"B"_qs, u"C"_qs}
                                  : (plan.topology == u"N" ? QStringList{u"A"_qs} : QStringList{u"A"_qs, u"B"_qs});
    std::vector<int> feeds;
    const int supply = plan.topology == u"two supplies" ? 0 : node(u"supply"_qs, u"supply"_qs, 0, {}, 8);
    const bool oneUps = plan.topology == u"shared ups" || plan.topology == u"N+1";
    const int shared = oneUps                         ? node(u"ups"_qs, u"ups"_qs, supply, {}, 8)
                       : plan.topology == u"transfer" ? node(u"transfer"_qs, u"ats"_qs, supply, {}, 8)
                                                      : 0;
    if (oneUps) {
        plan.nodes[shared - 1].units = plan.topology == u"N+1" ? 3 : 1;
    }
    for (const QString &side : sides) {
        const int own =
            plan.topology == u"two supplies" ? node(u"supply"_qs, u"supply "_qs + side, 0, side, 6) : supply;
        const int ups =
            shared ? shared
                   : node(dice.one<QString>({u"ups"_qs, u"ups"_qs, u"generator"_qs}), u"ups "_qs + side, own, side, 5);
        feeds.push_back(node(u"feed"_qs, u"feed "_qs + side, ups, side, 4));
    }
    return feeds;
}

void addRack(Plan &plan, int site, const std::vector<int> &feeds, int zone, Dice &dice) {
    plan.racks.push_back({.site = site,
                          .units = plan.small ? dice.between(2, 3) : dice.between(6, 9),
                          .usableDepthMm = dice.one({700, 1000}),
                          .during = dice.in100(85) ? Period() : somePeriod(dice),
                          .xMm = dice.one({0, 3000, 3001, 6000}),
                          .yMm = dice.one({0, 2400, 2401, 6000}),
                          .orientationDegrees = dice.one({0, 90, 180, 270}),
                          .railWidthInches = dice.one({19, 19, 19, 10, 21}),
                          .railMinMm = maybe(dice, dice.one({600, 700}), 50),
                          .railMaxMm = maybe(dice, dice.one({800, 900}), 50),
                          .airflow = dice.one<QString>(
                              {u"front-to-rear"_qs, u"front-to-rear"_qs, u"rear-to-front"_qs, u"side"_qs, u"none"_qs}),
                          .sides = dice.one<QString>({u"A,B"_qs, u"A,B"_qs, u"A"_qs, u"A,B,C"_qs})});
    const int rack = static_cast<int>(plan.racks.size());
    plan.racks.back().zone = dice.in100(80) ? zone : 0;
    plan.racks.back().zeroUSlots = dice.below(3);
    // Where the building says what the floor bears, the guard makes that node.
    const bool saysFloor =
        plan.rooms[site - 1].floorClass ||
        std::ranges::any_of(plan.environments, [site](const auto &air) { return air.room == site && air.floorLoad; });
    for (const auto *kind : {u"rack_mass", u"rack_heat", u"floor_area"}) {
        if (dice.in100(QStringView(kind) == u"floor_area" ? (saysFloor ? 0 : 40) : 95)) {
            const QString code = QString::fromUtf16(kind);
            const int id = addNode(
                plan, {.kind = code, .name = code + QString::number(rack), .site = site, .rack = rack}, 3, dice);
            for (auto &limit : plan.limits) {
                if (limit.node == id && limit.normalMain && code != u"rack_heat") {
                    *limit.normalMain /= 20; // grams, not milliwatt
                }
            }
        }
    }
    // Of three feeds a rack has two; now and then one alone.
    std::vector<int> own = feeds;
    if (own.size() > 2) {
        own.erase(own.begin() + dice.below(3));
    }
    if (dice.in100(8)) {
        own.resize(1);
    }
    for (const int feed : own) {
        const QString side = plan.nodes[feed - 1].side;
        const bool threePhases = dice.in100(70);
        const QString phases = threePhases ? u"123"_qs : QString::number(dice.between(1, 3));
        const int pdu = addNode(plan,
                                {.kind = u"rack_pdu"_qs,
                                 .name = u"pdu %1%2"_qs.arg(rack).arg(side),
                                 .parent = feed,
                                 .site = site,
                                 .rack = rack,
                                 .side = side,
                                 .phases = phases},
                                3, dice);
        const int banks = dice.in100(30) ? 2 : 0;
        const bool beside = dice.in100(40); // outlets of the PDU itself beside one bank
        for (int bank = 0; bank < std::max(1, banks); ++bank) {
            const int node = banks == 0 || (bank == 1 && beside)
                                 ? pdu
                                 : addNode(plan,
                                           {.kind = u"bank"_qs,
                                            .name = u"bank %1%2%3"_qs.arg(rack).arg(side).arg(bank + 1),
                                            .parent = pdu,
                                            .site = site,
                                            .rack = rack,
                                            .side = side,
                                            .phases = phases},
                                           2, dice);
            for (int outlet = 0; outlet < (!plan.small ? 4 : banks == 2 ? 1 : 2); ++outlet) {
                plan.outlets.push_back({node,
                                        !threePhases     ? phases
                                        : dice.in100(15) ? u"123"_qs
                                                         : QString::number(1 + outlet % 3),
                                        dice.in100(85) ? u"C13"_qs : u"C19"_qs,
                                        dice.one({16'000, 10'000, 10'000, 10'000, 3000, 1500})});
            }
        }
    }
}

QString someVibrationClass(Dice &dice) {
    return dice.one<QString>({u"VC-A"_qs, u"VC-C"_qs, u"VC-D"_qs});
}

/// Its air and floor, all of it and parts; racks stand in them, beside them and on their edges.
void addRoom(Plan &plan, int site, Dice &dice) {
    plan.rooms.push_back({dice.one<QString>({u"laag"_qs, u"middel"_qs, u"middel"_qs, u"hoog"_qs}), dice.in100(60)});
    plan.rooms.back().sides = dice.one<QString>({u"A,B"_qs, u"A,B"_qs, u"A"_qs, u"A,B,C"_qs});
    for (const auto *shape : {u"", u"[[0,0],[3300,0],[3300,9000],[0,9000]]",
                              u"[[0,0],[9000,0],[9000,3000],[3300,3000],"
                              u"[3300,3600],[9000,3600],[9000,9000],[0,9000]]"}) {
        if (dice.in100(shape[0] == 0 ? 60 : 25)) {
            plan.environments.push_back({.room = site,
                                         .shape = QString::fromUtf16(shape),
                                         .setpointMc = maybe(dice, dice.one({22'000, 24'000, 27'000}), 70),
                                         .driftMkPerH = maybe(dice, dice.one({500, 5000}), 60),
                                         .vibrationClass = dice.in100(60) ? someVibrationClass(dice) : QString(),
                                         .emiNt = maybe(dice, dice.one({50, 100, 101}), 60),
                                         .during = dice.in100(70) ? Period() : somePeriod(dice)});
        }
    }
    for (const auto *medium : {u"water", u"nitrogen"}) {
        if (dice.in100(60)) {
            plan.media.push_back({site, QString::fromUtf16(medium), dice.in100(70) ? Period() : somePeriod(dice)});
        }
    }
}

void addModels(Plan &plan, Dice &dice) {
    for (int model = dice.between(0, 3); model > 0; --model) {
        plan.models.push_back({.depthMm = maybe(dice, dice.one({400, 900}), 60),
                               .railMinMm = maybe(dice, dice.one({700, 800, 801}), 60),
                               .railMaxMm = maybe(dice, dice.one({801, 850}), 60),
                               .vibrationClass = dice.in100(40) ? someVibrationClass(dice) : QString(),
                               .emiNt = maybe(dice, dice.one({49, 100, 1000}), 40),
                               .media = dice.one<QString>({u""_qs, u"water"_qs, u"water,nitrogen"_qs}),
                               .widthMm = maybe(dice, dice.one({600, 900}), 50),
                               .clearFrontMm = maybe(dice, dice.one({300, 825}), 40),
                               .clearRearMm = maybe(dice, dice.one({1, 300}), 40),
                               .clearLeftMm = maybe(dice, 600, 30),
                               .clearRightMm = maybe(dice, dice.one({0, 300}), 30),
                               .crateWidthMm = maybe(dice, dice.one({600, 900, 901}), 25),
                               .crateDepthMm = maybe(dice, dice.one({700, 1401}), 25),
                               .crateHeightMm = maybe(dice, dice.one({1999, 2001}), 25),
                               .crateWeightG = maybe(dice, dice.one({4001, 20'000, 500'001}), 25),
                               .heatToWaterW = maybe(dice, dice.one({1, 100, 700}), 25),
                               .waterFlow = maybe(dice, dice.one({1999, 4000}), 45),
                               .waterMinMc = maybe(dice, dice.one({17'999, 18'001}), 50),
                               .waterMaxMc = maybe(dice, dice.one({24'999, 25'000}), 50)});
    }
}

/// Mostly enough for one or two of the devices that come.
void addPorts(Plan &plan, Dice &dice) {
    plan.settings.push_back({.key = u"network_ports_refuse"_qs, .value = dice.in100(70) ? 1 : 0});
    for (const bool outOfBand : {false, true}) {
        for (int site = 1; site <= plan.sites; ++site) {
            if (dice.in100(90)) {
                plan.ports.push_back({.rack = 0, .site = site, .outOfBand = outOfBand, .count = dice.between(1, 6)});
            }
            if (dice.in100(80)) {
                plan.ports.push_back(
                    {.rack = 0, .floor = true, .site = site, .outOfBand = outOfBand, .count = dice.between(0, 3)});
            }
        }
        for (std::size_t rack = 0; rack < plan.racks.size(); ++rack) {
            plan.racks[rack].inRow = dice.in100(90);
            if (dice.in100(30)) {
                plan.ports.push_back({.rack = static_cast<int>(rack) + 1,
                                      .site = plan.racks[rack].site,
                                      .outOfBand = outOfBand,
                                      .count = dice.between(0, 4)});
            }
        }
    }
}

bool onRails(const Device &device) {
    return !device.floorStanding && device.slot == 0 && device.chassis == 0;
}

} // namespace

Plan Plan::random(Dice &dice, bool small) {
    Plan plan;
    plan.sites = dice.in100(25) ? 2 : 1;
    plan.small = small;
    plan.topology = dice.one<QString>(
        {u"2N"_qs, u"2N"_qs, u"two supplies"_qs, u"3N/2"_qs, u"shared ups"_qs, u"N+1"_qs, u"transfer"_qs, u"N"_qs});
    for (int site = 1; site <= plan.sites; ++site) {
        addRoom(plan, site, dice);
        const auto feeds = addChain(plan, site, dice);
        const int zone =
            dice.in100(40) ? addNode(plan, {.kind = u"cooling_zone"_qs, .name = u"zone"_qs, .site = site}, 2, dice) : 0;
        plan.addFloor(site, zone, dice);
        plan.addFloorOutlets(site, feeds, dice);
        for (int rack = dice.between(1, 2); rack > 0; --rack) {
            addRack(plan, site, feeds, zone, dice);
            plan.racks.back().loop = dice.in100(70) ? plan.rooms.back().loop : 0;
        }
    }
    if (dice.in100(80)) {
        const Period agreed = dice.in100(80) ? Period{firstDay().plus(-400), Day::never()} : somePeriod(dice);
        plan.agreements.push_back({.during = agreed});
        for (const auto *unit : {u"U", u"kW", u"kg"}) {
            if (dice.in100(70)) {
                plan.nodes.push_back({.kind = u"agreement_line"_qs, .name = u"quota "_qs + QString::fromUtf16(unit)});
                plan.lines.push_back({QString::fromUtf16(unit),
                                      dice.between(1, 6) * (QStringView(unit) == u"kg" ? 20 : 1),
                                      dice.in100(70) ? agreed : somePeriod(dice), static_cast<int>(plan.nodes.size())});
            }
        }
    }
    for (std::size_t rack = 1; rack <= plan.racks.size(); ++rack) {
        if (dice.in100(25)) {
            const int from = dice.below(10);
            plan.blocked.push_back({static_cast<int>(rack), from, from + dice.between(1, 3),
                                    dice.in100(50) ? Period() : somePeriod(dice)});
        }
    }
    addModels(plan, dice);
    addPorts(plan, dice);
    plan.addChassis(dice);
    for (int device = dice.between(0, 5); device > 0; --device) {
        auto inherited = plan.someDevice(dice);
        inherited.inherited = true;
        inherited.holdUntil.reset();
        plan.devices.push_back(inherited);
    }
    for (int some = small ? 0 : dice.between(0, 4); some > 0; --some) {
        if (const auto one = plan.someOverride(dice)) {
            plan.overrides.push_back(*one);
        }
    }
    return plan;
}

std::optional<Plan::Override> Plan::someOverride(Dice &dice) const {
    Override one;
    one.until = firstDay().plus(dice.one({1, 31, 60, 182, 1000}));
    one.confirmed = dice.in100(85);
    if (dice.in100(50)) {
        static const std::map<QString, QString> rules{
            {u"rack_mass"_qs, u"S3"_qs},    {u"rack_heat"_qs, u"C1"_qs},      {u"floor_area"_qs, u"S4"_qs},
            {u"cooling_zone"_qs, u"C2"_qs}, {u"agreement_line"_qs, u"G4"_qs}, {u"feed"_qs, u"P5"_qs},
            {u"ups"_qs, u"P5"_qs},          {u"supply"_qs, u"P5"_qs},         {u"generator"_qs, u"P5"_qs},
            {u"transfer"_qs, u"P5"_qs},     {u"rack_pdu"_qs, u"P6"_qs},       {u"bank"_qs, u"P6"_qs}};
        one.node = dice.between(1, static_cast<int>(nodes.size()));
        const auto rule = rules.find(nodes[one.node - 1].kind);
        if (rule == rules.end() || nodes[one.node - 1].gone) {
            return std::nullopt;
        }
        one.rule = rule->second == u"P5" && dice.in100(40) ? u"P6"_qs : rule->second;
        one.site = nodes[one.node - 1].site;
        return one;
    }
    if (devices.empty()) {
        return std::nullopt;
    }
    const int id = dice.between(1, static_cast<int>(devices.size()));
    const Device &device = devices[id - 1];
    // Of all of its request, if it came with one, now and then.
    const bool ofRequest = device.request > 0 && dice.in100(60);
    (ofRequest ? one.request : one.device) = ofRequest ? device.request : id;
    one.rule = dice.one<QString>({u"S2"_qs, u"C4"_qs, u"C5"_qs, u"P5"_qs, u"P5"_qs, u"P6"_qs, u"P6"_qs, u"C1"_qs,
                                  u"C2"_qs, u"S3"_qs, u"S4"_qs, u"S8"_qs, u"G1"_qs, u"G3"_qs, u"G4"_qs, u"G4"_qs});
    one.site = siteOf(device);
    // Between institutions, of a guest's.
    const bool isHosts = ofRequest ? one.request % 2 == 1 : device.owner == 1;
    return !device.counts() || (one.rule == u"G4" && isHosts) ? std::nullopt : std::optional(one);
}

Device Plan::someDevice(Dice &dice) const {
    Device device;
    device.owner = dice.between(1, 2);
    device.heightHalfUnits = dice.one({1, 2, 2, 2, 3, 4});
    device.halfWidth = dice.in100(15);
    device.depthMm = maybe(dice, dice.one({300, 380, 500, 880}), 85);
    device.weightG = maybe(dice, dice.between(1, 30) * 1000 + dice.one({-1, 0, 1}), 85);
    device.accessoryG = dice.in100(20) ? 500 : 0;
    device.budgetedW = maybe(dice, dice.between(1, 12) * 50 + dice.one({0, 0, 1}), 75);
    device.nameplateW = maybe(dice, dice.between(1, 12) * 77, 60);
    device.powerFactorPermille = dice.one({950, 950, 900, 1000, 930});
    device.threePhases = dice.in100(15);
    device.model = !models.empty() && dice.in100(25) ? dice.between(1, static_cast<int>(models.size())) : 0;
    device.system = dice.in100(30) ? dice.between(1, 2) : 0;
    device.personalData = dice.in100(30);
    device.widthMm = maybe(dice, dice.one({254, 255, 450, 482, 483}), 15);
    device.airflow =
        dice.in100(25)
            ? dice.one<QString>({u"front-to-rear"_qs, u"front-to-rear"_qs, u"rear-to-front"_qs, u"passive"_qs})
            : QString();
    device.plug = dice.in100(15) ? dice.one<QString>({u"C14"_qs, u"C14"_qs, u"C14"_qs, u"C20"_qs}) : QString();
    device.inletMinMc = maybe(dice, dice.one({18'000, 22'000, 22'001, 24'001}), 10);
    device.inletMaxMc = maybe(dice, dice.one({27'000, 26'999, 24'000, 23'999}), 10);
    device.driftMkPerH = maybe(dice, dice.one({499, 500, 5000}), 40);
    device.dataClass = dice.one<QString>({u"laag"_qs, u"laag"_qs, u"laag"_qs, u"laag"_qs, u"middel"_qs, u"hoog"_qs});
    device.medical = dice.in100(8);
    device.availabilityClass = maybe(dice, dice.between(1, 4), 12);
    device.floorStanding = dice.in100(12);
    giveBody(device, dice);
    numberSomewhere(device, dice);
    moveSomewhere(device, dice);
    device.cords = static_cast<int>(device.outlets.size());
    device.ports = dice.in100(20) ? dice.between(1, 3) : 0;
    device.managementPorts = dice.in100(10) ? 1 : 0;
    if (dice.in100(20)) {
        device.holdUntil = firstDay().plus(dice.one({0, 1, 30, 90, 366}));
    }
    device.request = dice.in100(33) ? dice.between(1, requests) : 0;
    if (!devices.empty() && dice.in100(15)) {
        const int replaced = dice.between(1, static_cast<int>(devices.size()));
        device.replaces = devices[replaced - 1].gone ? 0 : replaced;
    }
    return device;
}

void Plan::moveSomewhere(Device &device, Dice &dice) const {
    device.rack = dice.between(1, static_cast<int>(racks.size()));
    device.room = racks[device.rack - 1].site;
    standSomewhere(device, dice);
    device.positionHalfUnits = dice.below(2 * racks[device.rack - 1].units - (dice.in100(90) ? 1 : 0));
    device.face = dice.one<QString>({u"front"_qs, u"rear"_qs, u"both"_qs});
    device.half = device.halfWidth ? dice.one<QString>({u"left"_qs, u"right"_qs}) : u"full"_qs;
    device.during = somePeriod(dice);
    device.nodes.clear();
    device.contested = false;
    device.outlets.clear();
    if (device.slot > 0 || device.chassis > 0) {
        moveToNumber(device, dice);
    } else {
        plugIn(device, dice);
    }
}

void Plan::plugIn(Device &device, Dice &dice) const {
    const auto floor = device.floorStanding && dice.in100(50) ? outletsOfFloor(device.room) : std::vector<int>();
    const auto own = floor.empty() ? outletsOf(device.rack) : floor;
    for (int cord = dice.one({0, 1, 2, 2, 2, 2, 3}); cord > 0 && !own.empty(); --cord) {
        // Mostly the next cord goes to the other side.
        const int side = static_cast<int>(own.size()) / 2;
        const int at = side > 0 && dice.in100(80) ? (cord % 2) * side + dice.below(side)
                                                  : dice.below(static_cast<int>(own.size()));
        const bool known = std::ranges::find(device.outlets, own[at]) != device.outlets.end();
        const bool threePhases = outlets[own[at] - 1].phases == u"123";
        if (!known && (threePhases == device.threePhases || dice.in100(4))) {
            device.outlets.push_back(own[at]);
        }
    }
}

std::vector<int> Plan::outletsOf(int rack) const {
    return outletsWhere([rack](const Node &node) { return node.rack == rack; });
}

std::vector<int> Plan::outletsOfFloor(int room) const {
    return outletsWhere([room](const Node &node) { return node.room == room; });
}

std::vector<int> Plan::outletsWhere(const std::function<bool(const Node &)> &isThere) const {
    std::vector<int> own;
    for (std::size_t i = 0; i < outlets.size(); ++i) {
        if (!outlets[i].gone && isThere(nodes[outlets[i].node - 1])) {
            own.push_back(static_cast<int>(i) + 1);
        }
    }
    return own;
}

void Plan::addFloorOutlets(int site, const std::vector<int> &feeds, Dice &dice) {
    if (dice.in100(40)) {
        return;
    }
    for (const int feed : feeds) {
        const QString side = nodes[feed - 1].side;
        const int node = addNode(*this,
                                 {.kind = u"rack_pdu"_qs,
                                  .name = u"floor "_qs + side,
                                  .parent = feed,
                                  .site = site,
                                  .side = side,
                                  .room = site},
                                 2, dice);
        for (int outlet = 0; outlet < 2; ++outlet) {
            outlets.push_back({node, dice.in100(20) ? u"123"_qs : QString::number(1 + outlet),
                               dice.in100(85) ? u"C13"_qs : u"C19"_qs, dice.one({16'000, 10'000, 1500})});
        }
    }
}

Device Plan::modestDevice(Dice &dice) const {
    constexpr int often = 93;
    auto device = someDevice(dice);
    const auto calm = [&](auto &value, auto to) {
        if (dice.in100(often)) {
            value = to;
        }
    };
    calm(device.owner, 1);
    calm(device.depthMm, 300);
    calm(device.weightG, dice.between(1, 5000));
    calm(device.budgetedW, dice.between(1, 90));
    calm(device.threePhases, false);
    calm(device.model, 0);
    calm(device.widthMm, device.floorStanding ? std::optional(dice.one({450, 600})) : std::nullopt);
    calm(device.bodyHeightMm, std::nullopt);
    calm(device.airflow, QString());
    calm(device.plug, QString());
    calm(device.inletMinMc, std::nullopt);
    calm(device.inletMaxMc, std::nullopt);
    calm(device.driftMkPerH, std::nullopt);
    calm(device.dataClass, u"laag"_qs);
    calm(device.medical, false);
    calm(device.personalData, false);
    calm(device.availabilityClass, std::nullopt);
    moveApart(device, dice);
    device.cords = static_cast<int>(device.outlets.size());
    return device;
}

void Plan::moveApart(Device &device, Dice &dice) const {
    const auto meets = [&](const Device &other) {
        if (!other.counts() || !other.during.overlaps(device.during)) {
            return false;
        }
        const bool sameUnits = onRails(device) && onRails(other) && other.rack == device.rack &&
                               other.positionHalfUnits < device.positionHalfUnits + device.heightHalfUnits &&
                               device.positionHalfUnits < other.positionHalfUnits + other.heightHalfUnits;
        const bool sameNumber =
            (device.slot > 0 && other.slot == device.slot && other.rack == device.rack) ||
            (device.chassis > 0 && std::pair(other.chassis, other.bay) == std::pair(device.chassis, device.bay));
        return sameUnits || sameNumber ||
               std::ranges::find_first_of(device.outlets, other.outlets) != device.outlets.end();
    };
    const auto suits = [&](int id) {
        const auto &outlet = outlets[id - 1];
        return (outlet.phases == u"123") == device.threePhases && nodes[outlet.node - 1].side != u"";
    };
    const auto oneSided = [&] {
        return device.outlets.size() > 1 && std::ranges::all_of(device.outlets, [&](int id) {
                   return nodes[outlets[id - 1].node - 1].side ==
                          nodes[outlets[device.outlets.front() - 1].node - 1].side;
               });
    };
    for (int tries = 40; tries > 0; --tries) {
        moveSomewhere(device, dice);
        const auto &rack = racks[device.rack - 1];
        const bool inside = device.floorStanding ? standsClear(device)
                            : device.chassis > 0 ? devices[device.chassis - 1].during.covers(device.during)
                            : device.slot > 0    ? device.slot <= rack.zeroUSlots
                                                 : device.positionHalfUnits + device.heightHalfUnits <= 2 * rack.units;
        if (rack.during.covers(device.during) && inside && !oneSided() && std::ranges::all_of(device.outlets, suits) &&
            std::ranges::none_of(devices, meets)) {
            return;
        }
    }
}

} // namespace polder::test
