#include "randomestate.h"

#include <algorithm>

namespace polder::test {

namespace {

constexpr int firstDay = 9862; ///< 2027-01-01

/// Bounds that several periods share, so that periods touch, overlap and contain each other.
Day someDay(Dice &dice) {
    return {firstDay + dice.one({0, 30, 31, 59, 90, 181, 365, 366})};
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
    if (dice.in100(3)) {
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
    plan.nodes.push_back(std::move(node));
    const int id = static_cast<int>(plan.nodes.size());
    addLimits(plan, id, devices, plan.nodes.back().kind != u"rack_mass" && plan.nodes.back().kind != u"rack_heat",
              dice);
    return id;
}

/// The feeds of a data centre, on which its racks hang.
std::vector<int> addChain(Plan &plan, int site, Dice &dice) {
    const auto node = [&](const QString &kind, const QString &name, int parent, const QString &side, int devices) {
        return addNode(plan, {.kind = kind, .name = name, .parent = parent, .site = site, .rack = 0, .side = side},
                       devices, dice);
    };
    const QStringList sides =
        plan.topology == u"3N/2" ? QStringList{u"A"_qs, u"B"_qs, u"C"_qs} : QStringList{u"A"_qs, u"B"_qs};
    std::vector<int> feeds;
    const int supply = plan.topology == u"two supplies" ? 0 : node(u"supply"_qs, u"supply"_qs, 0, {}, 8);
    const int shared = plan.topology == u"shared ups" ? node(u"ups"_qs, u"ups"_qs, supply, {}, 8)
                       : plan.topology == u"transfer" ? node(u"transfer"_qs, u"ats"_qs, supply, {}, 8)
                                                      : 0;
    for (const QString &side : sides) {
        const int own =
            plan.topology == u"two supplies" ? node(u"supply"_qs, u"supply "_qs + side, 0, side, 6) : supply;
        const int ups = shared ? shared : node(u"ups"_qs, u"ups "_qs + side, own, side, 5);
        feeds.push_back(node(u"feed"_qs, u"feed "_qs + side, ups, side, 4));
    }
    return feeds;
}

void addRack(Plan &plan, int site, const std::vector<int> &feeds, Dice &dice) {
    plan.racks.push_back({.site = site,
                          .units = dice.between(6, 9),
                          .usableDepthMm = dice.one({700, 1000}),
                          .during = dice.in100(85) ? Period() : somePeriod(dice)});
    const int rack = static_cast<int>(plan.racks.size());
    for (const auto *kind : {u"rack_mass", u"rack_heat"}) {
        if (dice.in100(95)) {
            const QString code = QString::fromUtf16(kind);
            const int id = addNode(
                plan, {.kind = code, .name = code + QString::number(rack), .site = site, .rack = rack}, 3, dice);
            for (auto &limit : plan.limits) {
                if (limit.node == id && limit.normalMain && code == u"rack_mass") {
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
        for (int bank = 0; bank < std::max(1, banks); ++bank) {
            const int node = banks == 0 ? pdu
                                        : addNode(plan,
                                                  {.kind = u"bank"_qs,
                                                   .name = u"bank %1%2%3"_qs.arg(rack).arg(side).arg(bank + 1),
                                                   .parent = pdu,
                                                   .site = site,
                                                   .rack = rack,
                                                   .side = side,
                                                   .phases = phases},
                                                  2, dice);
            for (int outlet = 0; outlet < 4; ++outlet) {
                plan.outlets.push_back({node, !threePhases     ? phases
                                              : dice.in100(15) ? u"123"_qs
                                                               : QString::number(1 + outlet % 3)});
            }
        }
    }
}

QString number(const std::optional<int> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}
QString number(const std::optional<std::int64_t> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}
QString range(Period period) {
    const auto day = [](Day at) { return at.toDate().toString(Qt::ISODate); };
    return u"[%1,%2)"_qs.arg(period.from == Day::always() ? QString() : day(period.from),
                             period.openEnded() ? QString() : day(period.until));
}
QString array(const std::vector<int> &ids) {
    QStringList texts;
    for (const int id : ids) {
        texts << QString::number(id);
    }
    return u"{%1}"_qs.arg(texts.join(u','));
}

} // namespace

Plan Plan::random(Dice &dice) {
    Plan plan;
    plan.sites = dice.in100(25) ? 2 : 1;
    plan.topology =
        dice.one<QString>({u"2N"_qs, u"2N"_qs, u"two supplies"_qs, u"3N/2"_qs, u"shared ups"_qs, u"transfer"_qs});
    for (int site = 1; site <= plan.sites; ++site) {
        const auto feeds = addChain(plan, site, dice);
        for (int rack = dice.between(1, 2); rack > 0; --rack) {
            addRack(plan, site, feeds, dice);
        }
    }
    if (dice.in100(80)) {
        plan.agreement = dice.in100(80) ? Period{{firstDay - 400}, Day::never()} : somePeriod(dice);
        for (const auto *unit : {u"U", u"kW", u"kg"}) {
            if (dice.in100(70)) {
                plan.nodes.push_back({.kind = u"agreement_line"_qs, .name = u"quota "_qs + QString::fromUtf16(unit)});
                plan.lines.push_back(
                    {QString::fromUtf16(unit), dice.between(1, 6) * (QStringView(unit) == u"kg" ? 20 : 1),
                     dice.in100(70) ? *plan.agreement : somePeriod(dice), static_cast<int>(plan.nodes.size())});
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
    for (int device = dice.between(0, 5); device > 0; --device) {
        auto inherited = plan.someDevice(dice);
        inherited.inherited = true;
        plan.devices.push_back(inherited);
    }
    return plan;
}

Device Plan::someDevice(Dice &dice) const {
    Device device;
    device.owner = dice.between(1, 2);
    device.heightHalfUnits = dice.one({1, 2, 2, 2, 3, 4});
    device.halfWidth = dice.in100(15);
    const auto maybe = [&](int value, int often) { return dice.in100(often) ? std::optional(value) : std::nullopt; };
    device.depthMm = maybe(dice.one({300, 380, 500, 880}), 85);
    device.weightG = maybe(dice.between(1, 30) * 1000 + dice.one({-1, 0, 1}), 85);
    device.accessoryG = dice.in100(20) ? 500 : 0;
    device.budgetedW = maybe(dice.between(1, 12) * 50 + dice.one({0, 0, 1}), 75);
    device.nameplateW = maybe(dice.between(1, 12) * 77, 60);
    device.powerFactorPermille = dice.one({950, 950, 900, 1000, 930});
    device.threePhases = dice.in100(15);
    moveSomewhere(device, dice);
    return device;
}

void Plan::moveSomewhere(Device &device, Dice &dice) const {
    device.rack = dice.between(1, static_cast<int>(racks.size()));
    device.positionHalfUnits = dice.below(2 * racks[device.rack - 1].units - (dice.in100(90) ? 1 : 0));
    device.face = dice.one<QString>({u"front"_qs, u"rear"_qs, u"both"_qs});
    device.half = device.halfWidth ? dice.one<QString>({u"left"_qs, u"right"_qs}) : u"full"_qs;
    device.during = somePeriod(dice);
    std::vector<int> own;
    for (std::size_t i = 0; i < outlets.size(); ++i) {
        if (nodes[outlets[i].node - 1].rack == device.rack) {
            own.push_back(static_cast<int>(i) + 1);
        }
    }
    device.outlets.clear();
    for (int cord = dice.one({0, 1, 2, 2, 2, 2, 3}); cord > 0 && !own.empty(); --cord) {
        // Mostly the next cord goes to the other side.
        const int side = static_cast<int>(own.size()) / 2;
        const int at = side > 0 && dice.in100(80) ? (cord % 2) * side + dice.below(side)
                                                  : dice.below(static_cast<int>(own.size()));
        const bool known = std::ranges::find(device.outlets, own[at]) != device.outlets.end();
        const bool threePhases = outlets[own[at] - 1].phases == u"123";
        if (!known && threePhases == device.threePhases) {
            device.outlets.push_back(own[at]);
        }
    }
}

QByteArray insertion(const Device &d, int id) {
    return (u"insert into polder.equipment (id, owner_id, height_hu, half_width, depth_mm, weight_g, accessory_g, "
            u"budgeted_w, "
            u"nameplate_w, power_factor_permille, cords, phases) overriding system value values (%1, %2, %3, %4, %5, %6, %7, %8, "_qs
                .arg(id)
                .arg(d.owner)
                .arg(d.heightHalfUnits)
                .arg(d.halfWidth ? u"true"_qs : u"false"_qs, number(d.depthMm), number(d.weightG))
                .arg(d.accessoryG)
                .arg(number(d.budgetedW)) +
            u"%1, %2, %3, '%4');\n"_qs.arg(number(d.nameplateW))
                .arg(d.powerFactorPermille)
                .arg(d.outlets.size())
                .arg(d.threePhases ? u"123"_qs : u"1"_qs) +
            u"insert into polder.placement (id, equipment_id, state, during, rack_id, position_hu, face, half, "
            u"outlet_ids, "
            u"inherited) overriding system value values (%1, %1, 'installed', '%2', %3, %4, '%5', '%6', '%7', %8);\n"_qs
                .arg(id)
                .arg(range(d.during))
                .arg(d.rack)
                .arg(d.positionHalfUnits)
                .arg(d.face, d.half, array(d.outlets), d.inherited ? u"true"_qs : u"false"_qs))
        .toUtf8();
}

QByteArray movement(const Device &d, int id) {
    return u"update polder.placement set during = '%2', rack_id = %3, position_hu = %4, face = '%5', half = '%6', "
           u"outlet_ids = '%7', node_ids = '{}', contested = false where id = %1;\n"_qs.arg(id)
               .arg(range(d.during))
               .arg(d.rack)
               .arg(d.positionHalfUnits)
               .arg(d.face, d.half, array(d.outlets))
               .toUtf8();
}

QByteArray Plan::sql() const {
    QString sql = u"insert into polder.organisation (code, name) values ('HOME', 'Home'), ('AWAY', 'Away');\n"_qs;
    for (int site = 1; site <= sites; ++site) {
        sql +=
            u"insert into polder.site (organisation_id, code, name) values (1, 'S%1', 'S%1');\n"
            u"insert into polder.room (site_id, code, width_mm, depth_mm) values (%1, 'M', 9000, 9000);\n"_qs.arg(site);
    }
    for (std::size_t i = 0; i < racks.size(); ++i) {
        sql += u"insert into polder.rack (room_id, code, height_u, usable_depth_mm, during) "
               u"values (%1, 'R%2', %3, %4, '%5');\n"_qs.arg(racks[i].site)
                   .arg(i + 1)
                   .arg(racks[i].units)
                   .arg(racks[i].usableDepthMm)
                   .arg(range(racks[i].during));
    }
    for (const Node &node : nodes) {
        sql += u"insert into polder.node (kind, name, parent_id, site_id, rack_id, side, phases) "
               u"values ('%1', '%2', %3, %4, %5, %6, '%7');\n"_qs
                   .arg(node.kind, node.name, node.parent ? QString::number(node.parent) : u"null"_qs)
                   .arg(node.site)
                   .arg(node.rack ? QString::number(node.rack) : u"null"_qs,
                        node.side.isEmpty() ? u"null"_qs : u"'%1'"_qs.arg(node.side), node.phases);
    }
    for (const Limit &limit : limits) {
        sql += u"insert into polder.node_limit (node_id, from_date, normal_main, normal_line, failover_main, "
               u"failover_line) "
               u"values (%1, '%2', %3, %4, %5, %6);\n"_qs.arg(limit.node)
                   .arg(limit.from.toDate().toString(Qt::ISODate), number(limit.normalMain), number(limit.normalLine),
                        number(limit.failoverMain), number(limit.failoverLine));
    }
    for (std::size_t i = 0; i < outlets.size(); ++i) {
        sql +=
            u"insert into polder.outlet (node_id, name, type, phases, max_ma) values (%1, '%2', 'C13', '%3', 10000);\n"_qs
                .arg(outlets[i].node)
                .arg(i + 1)
                .arg(outlets[i].phases);
    }
    if (agreement) {
        sql +=
            u"insert into polder.agreement (host_id, guest_id, reference, during) values (1, 2, 'H-A', '%1');\n"_qs.arg(
                range(*agreement));
        for (const Line &line : lines) {
            sql += u"insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id) "
                   u"values (1, 'hosting', '%1', %2, '%3', %4);\n"_qs.arg(line.unit)
                       .arg(line.quota)
                       .arg(range(line.during))
                       .arg(line.node);
        }
    }
    for (const Blocked &one : blocked) {
        sql +=
            u"insert into polder.blocked_unit (rack_id, hu, reason, during) values (%1, '[%2,%3)', 'tray', '%4');\n"_qs
                .arg(one.rack)
                .arg(one.from)
                .arg(one.until)
                .arg(range(one.during));
    }
    QByteArray all = sql.toUtf8();
    for (std::size_t i = 0; i < devices.size(); ++i) {
        all += insertion(devices[i], static_cast<int>(i) + 1);
    }
    return all;
}

QString Device::text() const {
    return QString::fromUtf8(insertion(*this, 0));
}

QString Plan::text() const {
    return u"-- "_qs + topology + u'\n' + QString::fromUtf8(sql());
}

} // namespace polder::test
