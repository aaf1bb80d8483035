#include "model/engine/planmodel.h"

#include "model/engine/agreement.h"
#include "model/engine/checks.h"
#include "model/engine/fit.h"
#include "model/engine/headroom.h"
#include "model/engine/ports.h"
#include "model/engine/several.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace polder {

namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
/// More choices of outlets than this for one item in one rack are not written down.
constexpr std::size_t mostChoices = 600;

std::int64_t limitOf(const NodeLimit &limit, std::size_t quantity, bool failing) {
    const auto &number = quantity == 0 ? (failing ? limit.failoverMain : limit.normalMain)
                                       : (failing ? limit.failoverLine : limit.normalLine);
    return number.value_or(unlimited);
}

/// What a node can still take of a quantity on its tightest day. Nothing that stands is replaced, so "never worse"
/// says: up to the limit, or nothing where more is there already.
struct Left {
    std::int64_t normal = unlimited;
    std::int64_t shifted = unlimited; ///< on the days on which the failure shifts some of it here
    std::int64_t others = unlimited;  ///< on the other days
};

Left leftOf(const Estate &estate, int node, std::size_t quantity, NodeId source, Period during) {
    const auto failovers = estate.failovers(node);
    const auto known = std::ranges::find(failovers, source, &Estate::Failover::source);
    const Steps extra = source && known != failovers.end() ? known->extra.steps() : Steps();
    std::set<Day> days{during.from};
    const auto add = [&](Day day) {
        if (day > during.from && day < during.until) {
            days.insert(day);
        }
    };
    for (const auto &step : estate.normal(node)) {
        add(step.from);
    }
    for (const auto &step : extra) {
        add(step.from);
    }
    for (const auto &limit : estate.limits(node)) {
        add(limit.from);
    }
    add(estate.node(node).during.from);
    add(estate.node(node).during.until);
    Left left;
    const auto lower = [](std::int64_t &least, std::int64_t limit, std::int64_t level) {
        least = limit == unlimited ? least : std::min(least, std::max<std::int64_t>(limit - level, 0));
    };
    for (const Day day : days) {
        const auto *limit = estate.node(node).during.contains(day) ? estate.limitOn(node, day) : nullptr;
        const auto at = quantities[quantity];
        const auto normal = levelOn(estate.normal(node), day).*at;
        const auto more = levelOn(extra, day).*at;
        lower(left.normal, limit ? limitOf(*limit, quantity, false) : 0, normal);
        if (source) {
            lower(more > 0 ? left.shifted : left.others, limit ? limitOf(*limit, quantity, true) : 0, normal + more);
        }
    }
    return left;
}

/// What a variable asks of a node, and when.
struct Ask {
    int variable;
    Period during;
    Load normal;
    std::vector<NodeCharge::Extra> extras;

    [[nodiscard]] std::int64_t extra(NodeId source, std::size_t quantity) const {
        std::int64_t sum = 0;
        for (const auto &one : extras) {
            sum += one.source == source ? one.load.*quantities[quantity] : 0;
        }
        return sum;
    }
};

/// The number behind the last of these words.
std::optional<double> numberAfter(std::string_view text, std::string_view words) {
    const auto at = text.rfind(words);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    auto rest = text.substr(at + words.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    double value = 0;
    const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    return end.ec == std::errc() ? std::optional(value) : std::nullopt;
}

/// Ways to take `count` of things that are alike, of which there are so many of each kind.
void choose(std::span<const int> kinds, std::span<const std::size_t> stock, std::size_t count, std::vector<int> &chosen,
            std::vector<std::vector<int>> &all) {
    if (count == 0) {
        all.push_back(chosen);
        return;
    }
    if (kinds.empty() || all.size() > mostChoices) {
        return;
    }
    for (std::size_t take = std::min(count, stock.front()) + 1; take-- > 0;) {
        chosen.insert(chosen.end(), take, kinds.front());
        choose(kinds.subspan(1), stock.subspan(1), count - take, chosen, all);
        chosen.resize(chosen.size() - take);
    }
}

} // namespace

class PlanModel::Builder {
public:
    Builder(PlanModel &model, const std::function<bool()> &over) : m(model), m_estate(model.m_estate), m_over(over) {
        std::set<Day> days;
        for (const auto &item : m.m_items) {
            days.insert(item.during.from);
            days.insert(item.during.until);
            m_wishes.try_emplace(item.item.request, wishesOf(item.item.request, m_estate.snapshot()));
        }
        for (auto day = days.begin(); day != days.end() && std::next(day) != days.end(); ++day) {
            m_stretches.push_back({*day, *std::next(day)});
        }
    }

    /// Roughly, how many variables a complete one has.
    [[nodiscard]] std::size_t size() const {
        constexpr std::size_t choicesOfOutlets = 20;
        std::size_t size = 0;
        for (const auto &item : m.m_items) {
            for (const auto &rack : m_estate.racks()) {
                size += isWanted(item, rack) ? static_cast<std::size_t>(rack.units) + choicesOfOutlets : 0;
            }
        }
        return size;
    }

    void build(bool complete) {
        for (std::size_t i = 0; i < m.m_items.size(); ++i) {
            const auto &item = m.m_items[i];
            const auto asked = askedBy(item.item, m_estate.snapshot());
            Row all{{}, item.count, true};
            for (const auto &rack : m_estate.racks()) {
                if (m_over && m_over()) {
                    m.m_usable = false;
                    return;
                }
                if (const int many = isWanted(item, rack) ? stand(i, asked, rack, complete) : -1; many >= 0) {
                    all.terms.emplace_back(many, 1);
                }
            }
            const int without = variable(0, item.count, 1);
            all.terms.emplace_back(without, 1);
            m.m_rows.push_back(std::move(all));
        }
        if (complete) {
            spaceRows();
            outletRows();
        } else {
            volumeRows();
        }
        wishRows();
        nodeRows();
    }

private:
    [[nodiscard]] bool isWanted(const PlaceChange &item, const Rack &rack) const {
        const auto *site = m_estate.site(rack.id);
        return (!item.site || (site && site->id == item.site)) && (!item.rack || item.rack == rack.id) &&
               allows(m_wishes.at(item.item.request), m_estate, rack);
    }
    /// What the nodes bear in a period, looked at once.
    Headroom &headroom(Period during) {
        return m_headrooms.try_emplace(during, m_estate, m_estate, during).first->second;
    }
    int variable(int least, int most, int cost = 0) {
        m.m_variables.push_back({least, most, cost});
        return static_cast<int>(m.m_variables.size()) - 1;
    }
    void ask(int node, int variable, Period during, const NodeCharge &charge) {
        m_asks[node].push_back({variable, during, charge.normal, charge.extras});
    }

    /// The variable that says how many stand in this rack; -1: none can.
    int stand(std::size_t i, const Envelope &asked, const Rack &rack, bool complete) {
        const auto &item = m.m_items[i];
        if (!rack.during.covers(item.during)) {
            return -1;
        }
        Stand stand{i, rack.id, -1, {}, {}};
        const auto places = positionsIn(asked, rack, item.during);
        if (places.empty()) {
            return -1;
        }
        std::vector<std::pair<NodeCharge, Period>> charges;
        if (!chargesIn(asked, item, rack, charges)) {
            return -1;
        }
        std::vector<std::pair<std::vector<int>, std::vector<NodeCharge>>> plugged;
        const bool corded = asked.cords.value_or(0) > 0;
        if (corded) {
            plugged = cordsIn(asked, item, rack);
            if (plugged.empty()) {
                return -1;
            }
        }
        stand.variable = variable(0, item.count);
        for (const auto &[charge, during] : charges) {
            ask(charge.node, stand.variable, during, charge);
        }
        if (complete && asked.height.halfUnits > 0) {
            Row row{{{stand.variable, -1}}, 0, true};
            for (auto place : places) {
                place.variable = variable(0, 1);
                row.terms.emplace_back(place.variable, 1);
                stand.positions.push_back(std::move(place));
            }
            m.m_rows.push_back(std::move(row));
        }
        if (!complete) {
            for (const auto &least : plugged.empty() ? std::vector<NodeCharge>() : leastOf(plugged)) {
                ask(least.node, stand.variable, item.during, least);
            }
        } else if (!plugged.empty()) {
            Row row{{{stand.variable, -1}}, 0, true};
            for (auto &[groups, loads] : plugged) {
                const int chosen = variable(0, item.count);
                row.terms.emplace_back(chosen, 1);
                for (const auto &load : loads) {
                    ask(load.node, chosen, item.during, load);
                }
                stand.cords.push_back({chosen, std::move(groups)});
            }
            m.m_rows.push_back(std::move(row));
        }
        m.m_stands.push_back(std::move(stand));
        return m.m_stands.back().variable;
    }

    std::vector<Position> positionsIn(const Envelope &asked, const Rack &rack, Period during) const {
        std::vector<Position> places;
        Booking booking;
        booking.item = asked;
        booking.rack = rack.id;
        booking.during = during;
        for (const QString &face : {u"front"_qs, u"rear"_qs}) {
            booking.face = face;
            if (!placeMisfits(m_estate, booking).empty()) {
                continue;
            }
            for (const QString &half :
                 asked.halfWidth ? QStringList{u"left"_qs, u"right"_qs} : QStringList{u"full"_qs}) {
                if (asked.height.halfUnits == 0) {
                    return {{-1, {}, face, half}};
                }
                const auto like = boxAt(asked, rack, m_estate.snapshot().policy, {}, face, half, during);
                auto starts = freeUnits(rack, m_estate.boxes(rack.id), like).runs(asked.height.halfUnits);
                if (asked.height.halfUnits % 2 == 0) {
                    starts &= HuMask::wholeUnits();
                }
                for (int bottom = starts.next(0); bottom < HuMask::size; bottom = starts.next(bottom + 1)) {
                    places.push_back({-1, {bottom}, face, half});
                }
            }
        }
        return places;
    }

    /// What it loads wherever in the rack it stands. False: more than there is left.
    bool chargesIn(const Envelope &asked, const PlaceChange &item, const Rack &rack,
                   std::vector<std::pair<NodeCharge, Period>> &charges) {
        bool known = true;
        const auto add = [&](int node, std::int64_t amount, bool needed) {
            if (amount <= 0 || (node < 0 && !needed)) {
                return;
            }
            const auto charge = chargeOn(node, amount);
            known = known && charge;
            if (charge) {
                charges.emplace_back(*charge, item.during);
            }
        };
        add(m_estate.massNode(rack.id), asked.weight ? asked.weight->grams : 0, true);
        add(m_estate.heatNode(rack.id), asked.draw ? asked.draw->milliwatts : 0, true);
        add(m_estate.floorNode(rack.id), asked.weight ? asked.weight->grams : 0, false);
        add(m_estate.zoneNode(rack.id), heatToAir(asked).milliwatts, false);
        add(m_estate.loopNode(rack.id), asked.waterFlow.value_or(0), false);
        for (const auto &ports : portCharges(m_estate, rack.id, {}, asked.ports)) {
            known = known && (ports.node >= 0 || unknownPorts(m_estate, rack.id, {}, ports, item.during.from).empty());
            add(ports.node, ports.count, false);
        }
        if (const auto *site = m_estate.site(rack.id); site && item.owner) {
            const auto lines = agreementCharges(m_estate, *site, item.owner, asked, item.during);
            known = known && lines;
            for (const auto &[charge, during] : lines.value_or(std::vector<LineCharge>())) {
                charges.emplace_back(charge, during);
            }
        }
        return known &&
               std::ranges::all_of(charges, [&](const auto &one) { return headroom(one.second).admits(one.first); });
    }

    std::vector<std::pair<std::vector<int>, std::vector<NodeCharge>>>
    cordsIn(const Envelope &asked, const PlaceChange &item, const Rack &rack) {
        std::vector<int> kinds;
        std::vector<std::size_t> stock;
        for (const int group : groupsOf(rack.id)) {
            const auto &[outlets, uses] = m.m_groups[static_cast<std::size_t>(group)];
            const auto &outlet = *m_estate.snapshot().outlets.find(outlets.front());
            const bool used = std::ranges::any_of(uses, [&](const Period &use) { return use.overlaps(item.during); });
            if (!used && outletSuits(m_estate.snapshot(), outlet, asked) &&
                m_estate.node(m_estate.indexOf(outlet.node)).during.covers(item.during)) {
                kinds.push_back(group);
                stock.push_back(outlets.size());
            }
        }
        std::vector<std::vector<int>> all;
        std::vector<int> chosen;
        choose(kinds, stock, static_cast<std::size_t>(*asked.cords), chosen, all);
        const bool cut = all.size() > mostChoices;
        m.m_complete = m.m_complete && !cut;
        std::vector<std::pair<std::vector<int>, std::vector<NodeCharge>>> plugged;
        auto &room = headroom(item.during);
        Booking booking;
        booking.item = asked;
        booking.rack = rack.id;
        booking.during = item.during;
        for (auto &groups : all) {
            booking.cords.clear();
            std::map<int, std::size_t> taken;
            for (const int group : groups) {
                const auto id = m.m_groups[static_cast<std::size_t>(group)].outlets[taken[group]++];
                const auto &outlet = *m_estate.snapshot().outlets.find(id);
                booking.cords.push_back({outlet.node, id, outlet.phases});
            }
            if (!cordMisfits(m_estate, booking).empty()) {
                continue;
            }
            auto charges = asked.draw ? powerCharges(m_estate, *asked.draw, asked.powerFactorPermille, booking.cords)
                                      : std::vector<NodeCharge>();
            if (std::ranges::all_of(charges, [&](const NodeCharge &one) { return room.admits(one); })) {
                plugged.emplace_back(std::move(groups), std::move(charges));
            }
        }
        if (cut) { // of what was not looked at, nothing is known
            plugged.emplace_back(std::vector<int>(), std::vector<NodeCharge>());
        }
        return plugged;
    }

    /// Of each node what every choice asks of it at least.
    static std::vector<NodeCharge>
    leastOf(const std::vector<std::pair<std::vector<int>, std::vector<NodeCharge>>> &plugged) {
        const auto lower = [](Load &least, const Load &load) {
            for (const auto quantity : quantities) {
                least.*quantity = std::min(least.*quantity, load.*quantity);
            }
        };
        auto least = plugged.front().second;
        for (const auto &[groups, charges] : plugged) {
            for (auto &one : least) {
                const auto same = std::ranges::find(charges, one.node, &NodeCharge::node);
                lower(one.normal, same == charges.end() ? Load{} : same->normal);
                for (auto &extra : one.extras) {
                    const auto found = same == charges.end()
                                           ? nullptr
                                           : std::to_address(std::ranges::find(same->extras, extra.source,
                                                                               &NodeCharge::Extra::source));
                    const bool known = found && found != std::to_address(same->extras.end());
                    lower(extra.load, known ? found->load : Load{});
                }
            }
        }
        return least;
    }

    const std::vector<int> &groupsOf(RackId rack) {
        const auto [at, fresh] = m_groupsOf.try_emplace(rack);
        for (const auto &bank : fresh ? m_estate.banks(rack) : std::span<const Estate::Bank>()) {
            const auto first = m.m_groups.size();
            for (const auto &outlet : bank.outlets) {
                std::vector<Period> uses;
                for (const auto &use : outlet.uses()) {
                    uses.push_back(use.during);
                }
                const auto alike =
                    std::find_if(m.m_groups.begin() + static_cast<std::ptrdiff_t>(first), m.m_groups.end(),
                                 [&](const OutletGroup &group) { return group.uses == uses; });
                if (alike == m.m_groups.end()) {
                    at->second.push_back(static_cast<int>(m.m_groups.size()));
                    m.m_groups.push_back({{outlet.id()}, std::move(uses)});
                } else {
                    alike->outlets.push_back(outlet.id());
                }
            }
        }
        return at->second;
    }

    [[nodiscard]] OccupiedBox boxOf(const Stand &stand, const Position &place) const {
        const auto &item = m.m_items[stand.item];
        return boxAt(askedBy(item.item, m_estate.snapshot()), *m_estate.rack(stand.rack), m_estate.snapshot().policy,
                     place.bottom, place.face, place.half, item.during);
    }

    /// Boxes that meet have a corner in common where one of them begins: one row for each such point.
    void spaceRows() {
        std::map<RackId, std::vector<std::pair<int, OccupiedBox>>> boxes;
        for (const auto &stand : m.m_stands) {
            for (const auto &place : stand.positions) {
                boxes[stand.rack].emplace_back(place.variable, boxOf(stand, place));
            }
        }
        for (const auto &[rack, all] : boxes) {
            std::set<int> depths;
            for (const auto &[variable, box] : all) {
                depths.insert(box.depthFrom);
            }
            std::set<std::vector<int>> known;
            for (int half = 0; half < 2 * m_estate.rack(rack)->units; ++half) {
                for (const int depth : depths) {
                    for (int width = 0; width < 2; ++width) {
                        for (const Period stretch : m_stretches) {
                            std::vector<int> here;
                            for (const auto &[variable, box] : all) {
                                if (box.huFrom <= half && half < box.huUntil && box.depthFrom <= depth &&
                                    depth < box.depthUntil && box.widthFrom <= width && width < box.widthUntil &&
                                    box.during.contains(stretch.from)) {
                                    here.push_back(variable);
                                }
                            }
                            if (here.size() > 1) {
                                known.insert(std::move(here));
                            }
                        }
                    }
                }
            }
            for (const auto &here : known) {
                Row row{{}, 1, false};
                for (const int variable : here) {
                    row.terms.emplace_back(variable, 1);
                }
                m.m_rows.push_back(std::move(row));
            }
        }
    }

    /// Of each request whose pieces are wished together at most one part of the estate takes any of them, unless some
    /// stand already: then only theirs do. Of those wished apart no part takes two.
    void wishRows() {
        std::map<RequestId, std::vector<const Stand *>> requests;
        for (const auto &stand : m.m_stands) {
            requests[m.m_items[stand.item].item.request].push_back(&stand);
        }
        for (const auto &[request, all] : requests) {
            const auto &wishes = m_wishes.at(request);
            if (wishes.together != Within::Anything && wishes.beside.empty()) {
                Row one{{}, 1, false};
                for (const auto &[part, here] : byPart(all, wishes.together)) {
                    const int chosen = variable(0, 1);
                    one.terms.emplace_back(chosen, 1);
                    for (const auto *stand : here) {
                        m.m_rows.push_back({{{stand->variable, 1}, {chosen, -m.m_items[stand->item].count}}, 0, false});
                    }
                }
                m.m_rows.push_back(std::move(one));
            }
            if (wishes.apart != Within::Anything) {
                for (const auto &[part, here] : byPart(all, wishes.apart)) {
                    Row one{{}, 1, false};
                    for (const auto *stand : here) {
                        one.terms.emplace_back(stand->variable, 1);
                    }
                    m.m_rows.push_back(std::move(one));
                }
            }
        }
    }
    [[nodiscard]] std::map<std::int64_t, std::vector<const Stand *>> byPart(const std::vector<const Stand *> &all,
                                                                            Within within) const {
        std::map<std::int64_t, std::vector<const Stand *>> parts;
        for (const auto *stand : all) {
            parts[partOf(m_estate, *m_estate.rack(stand->rack), within)].push_back(stand);
        }
        return parts;
    }

    /// At each moment no more of a group than there are: then each cord finds one for all its days.
    void outletRows() {
        std::map<std::pair<int, Day>, std::map<int, std::int64_t>> rows;
        for (const auto &stand : m.m_stands) {
            for (const auto &choice : stand.cords) {
                for (const Period stretch : m_stretches) {
                    for (const int group :
                         m.m_items[stand.item].during.contains(stretch.from) ? choice.groups : std::vector<int>()) {
                        ++rows[{group, stretch.from}][choice.variable];
                    }
                }
            }
        }
        for (const auto &[key, terms] : rows) {
            const auto outlets = m.m_groups[static_cast<std::size_t>(key.first)].outlets.size();
            m.m_rows.push_back({{terms.begin(), terms.end()}, static_cast<std::int64_t>(outlets), false});
        }
    }

    /// Of each rack the half units that are free, times the depth: what stands there takes its share, whatever where.
    void volumeRows() {
        std::map<std::pair<RackId, Day>, Row> rows;
        for (const auto &stand : m.m_stands) {
            const auto &item = m.m_items[stand.item];
            const auto &rack = *m_estate.rack(stand.rack);
            const auto asked = askedBy(item.item, m_estate.snapshot());
            const auto box = boxAt(asked, rack, m_estate.snapshot().policy, {}, u"front"_qs,
                                   asked.halfWidth ? u"left"_qs : u"full"_qs, item.during);
            const std::int64_t volume = std::int64_t{box.huUntil - box.huFrom} * (box.depthUntil - box.depthFrom) *
                                        (box.widthUntil - box.widthFrom);
            for (const Period stretch : m_stretches) {
                if (volume > 0 && item.during.contains(stretch.from)) {
                    auto &row = rows[{stand.rack, stretch.from}];
                    row.limit = std::int64_t{4} * rack.units * rack.usableDepth.mm;
                    row.terms.emplace_back(stand.variable, volume);
                }
            }
        }
        for (auto &[key, row] : rows) {
            // What is full over its whole depth and width on that day is gone.
            const auto &rack = *m_estate.rack(key.first);
            HuMask full;
            for (const auto &box : m_estate.boxes(rack.id)) {
                if (box.during.contains(key.second) && box.depthFrom <= 0 && box.depthUntil >= rack.usableDepth.mm &&
                    box.widthFrom == 0 && box.widthUntil == 2) {
                    full |= HuMask::range(box.huFrom, box.huUntil);
                }
            }
            row.limit -= std::int64_t{2} * full.count() * rack.usableDepth.mm;
            m.m_rows.push_back(std::move(row));
        }
    }

    void nodeRows() {
        for (const auto &[node, asks] : m_asks) {
            const auto *rules = m_estate.rules(node);
            const bool power = rules && rules->dimension == Dimension::Power;
            std::set<NodeId> sources;
            if (rules && rules->failover) {
                for (const auto &failover : m_estate.failovers(node)) {
                    sources.insert(failover.source);
                }
                for (const auto &one : asks) {
                    for (const auto &extra : one.extras) {
                        sources.insert(extra.source);
                    }
                }
            }
            for (const Period stretch : m_stretches) {
                for (std::size_t quantity = 0; quantity < (power ? quantities.size() : 1); ++quantity) {
                    nodeRow(node, asks, {}, quantity, stretch);
                    for (const NodeId source : sources) {
                        nodeRow(node, asks, source, quantity, stretch);
                    }
                }
            }
        }
    }

    void nodeRow(int node, const std::vector<Ask> &asks, NodeId source, std::size_t quantity, Period stretch) {
        std::map<int, std::int64_t> terms;
        std::map<int, std::int64_t> shifting;
        std::int64_t most = 0;
        for (const auto &one : asks) {
            if (!one.during.overlaps(stretch)) {
                continue;
            }
            const auto extra = source ? one.extra(source, quantity) : 0;
            const auto sum = one.normal.*quantities[quantity] + extra;
            if (sum > 0) {
                terms[one.variable] += sum;
                most += sum * m.m_variables[static_cast<std::size_t>(one.variable)].most;
            }
            if (extra > 0) {
                shifting[one.variable] += 1;
            }
        }
        if (terms.empty()) {
            return;
        }
        // A line of an agreement may hold for a part of the stretch only; then all that is charged to it is so.
        Period during = stretch;
        for (const auto &one : asks) {
            if (one.during.overlaps(stretch)) {
                during = {std::max(during.from, one.during.from), std::min(during.until, one.during.until)};
            }
        }
        const auto left = leftOf(m_estate, node, quantity, source, during);
        const auto row = [&](std::int64_t limit) {
            if (limit < most) {
                m.m_rows.push_back({{terms.begin(), terms.end()}, limit, false});
            }
        };
        if (!source) {
            row(left.normal);
            return;
        }
        row(left.shifted);
        if (left.others >= left.normal) {
            row(left.others); // without a shift it follows from the normal case
        } else if (!shifting.empty() && left.others < most) {
            // It only counts once something shifts: then the switch is on.
            const int on = variable(0, 1);
            Row counts{{terms.begin(), terms.end()}, most, false};
            counts.terms.emplace_back(on, most - left.others);
            m.m_rows.push_back(std::move(counts));
            for (const auto &[variable, one] : shifting) {
                m.m_rows.push_back(
                    {{{variable, 1}, {on, -m.m_variables[static_cast<std::size_t>(variable)].most}}, 0, false});
            }
        }
    }

    PlanModel &m;
    const Estate &m_estate;
    std::vector<Period> m_stretches;
    std::map<int, std::vector<Ask>> m_asks; ///< by node
    std::map<RackId, std::vector<int>> m_groupsOf;
    std::map<Period, Headroom> m_headrooms;
    std::map<RequestId, Wishes> m_wishes;
    const std::function<bool()> &m_over;
};

PlanModel::PlanModel(const Estate &estate, std::span<const PlaceChange> items, std::size_t most,
                     const std::function<bool()> &over)
    : m_estate(estate)
    , m_items(items.begin(), items.end()) {
    if (Builder builder(*this, over); builder.size() <= most) {
        builder.build(true);
        if (m_complete || !m_usable) {
            return;
        }
    }
    m_complete = false;
    m_variables.clear();
    m_rows.clear();
    m_stands.clear();
    m_groups.clear();
    Builder(*this, over).build(false);
}

std::string PlanModel::mps() const {
    std::string text = "NAME plan FREE\nROWS\n N cost\n";
    std::vector<std::vector<std::pair<std::size_t, double>>> columns(m_variables.size());
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        text += (m_rows[r].equal ? " E r" : " L r") + std::to_string(r) + '\n';
        // A row of milliwatts is told in parts of its limit: a solver reckons with tolerances.
        const double scale = std::max<double>(1, static_cast<double>(std::abs(m_rows[r].limit)) / 1000);
        for (const auto &[variable, coefficient] : m_rows[r].terms) {
            columns[static_cast<std::size_t>(variable)].emplace_back(r, static_cast<double>(coefficient) / scale);
        }
    }
    const auto number = [](double value) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return std::string(digits.data(), end);
    };
    text += "COLUMNS\n M1 'MARKER' 'INTORG'\n";
    for (std::size_t v = 0; v < m_variables.size(); ++v) {
        const std::string name = " x" + std::to_string(v) + ' ';
        text += name + "cost " + std::to_string(m_variables[v].cost) + '\n';
        for (const auto &[r, coefficient] : columns[v]) {
            text += name + 'r' + std::to_string(r) + ' ' + number(coefficient) + '\n';
        }
    }
    text += " M2 'MARKER' 'INTEND'\nRHS\n";
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const double scale = std::max<double>(1, static_cast<double>(std::abs(m_rows[r].limit)) / 1000);
        if (m_rows[r].limit != 0) {
            text += " RHS r" + std::to_string(r) + ' ' + number(static_cast<double>(m_rows[r].limit) / scale) + '\n';
        }
    }
    text += "BOUNDS\n";
    for (std::size_t v = 0; v < m_variables.size(); ++v) {
        text += " UP BND x" + std::to_string(v) + ' ' + std::to_string(m_variables[v].most) + '\n';
    }
    return text + "ENDATA\n";
}

SolverAnswer PlanModel::read(std::string_view solution, std::string_view log) const {
    SolverAnswer answer;
    if (log.find("read with 0 errors") == std::string_view::npos) {
        return answer; // of another model than this one, if of any
    }
    const auto status = solution.substr(0, solution.find('\n'));
    const auto objective = numberAfter(status, "objective value");
    answer.bound = status.starts_with("Optimal") ? objective : numberAfter(log, "Lower bound:");
    if (!objective || status.starts_with("Infeasible") || status.find("no integer") != std::string_view::npos) {
        return answer;
    }
    // A line for each variable that is not 0: its number, its name, its value, its reduced cost.
    answer.values.assign(m_variables.size(), 0);
    auto rest = solution.substr(std::min(status.size() + 1, solution.size()));
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto variable = numberAfter(line, " x");
        if (!variable) {
            continue;
        }
        const auto at = static_cast<std::size_t>(*variable);
        const auto value = numberAfter(line, " x" + std::to_string(at) + ' ');
        if (at >= answer.values.size() || !value) {
            answer.values.clear(); // not of this model
            return answer;
        }
        answer.values[at] = *value;
    }
    return answer;
}

std::optional<PlanModel::Placed> PlanModel::placed(const std::vector<double> &values) const {
    if (!m_complete || values.size() != m_variables.size()) {
        return std::nullopt;
    }
    const auto whole = [&](int variable) {
        return static_cast<int>(std::llround(values[static_cast<std::size_t>(variable)]));
    };
    struct One {
        const Stand *stand;
        Proposal proposal;
        std::vector<int> groups;
    };
    std::vector<One> all;
    for (const auto &stand : m_stands) {
        const auto &item = m_items[stand.item];
        std::vector<const Position *> places;
        for (const auto &place : stand.positions) {
            if (whole(place.variable) > 0) {
                places.push_back(&place);
            }
        }
        std::vector<const CordChoice *> cords;
        for (const auto &choice : stand.cords) {
            cords.insert(cords.end(), static_cast<std::size_t>(std::max(whole(choice.variable), 0)), &choice);
        }
        const auto many = static_cast<std::size_t>(std::max(whole(stand.variable), 0));
        if ((!stand.positions.empty() && places.size() != many) || (!stand.cords.empty() && cords.size() != many)) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < many; ++i) {
            One one{&stand, {}, cords.empty() ? std::vector<int>() : cords[i]->groups};
            one.proposal.rack = stand.rack;
            one.proposal.face = places.empty() ? u"front"_qs : places[i]->face;
            one.proposal.half = places.empty() ? u"full"_qs : places[i]->half;
            one.proposal.position = places.empty() ? Height{} : places[i]->bottom;
            one.proposal.height = askedBy(item.item, m_estate.snapshot()).height;
            all.push_back(std::move(one));
        }
    }
    // Those that come first take the first outlets of a group that are free by then: no more are ever needed.
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return m_items[all[i].stand->item].during.from; });
    std::map<OutletId, Day> freeFrom;
    for (const auto i : order) {
        const Period during = m_items[all[i].stand->item].during;
        for (const int group : all[i].groups) {
            const auto &outlets = m_groups[static_cast<std::size_t>(group)].outlets;
            const auto free = std::ranges::find_if(outlets, [&](OutletId outlet) {
                const auto known = freeFrom.find(outlet);
                return known == freeFrom.end() || known->second <= during.from;
            });
            if (free == outlets.end()) {
                return std::nullopt;
            }
            freeFrom[*free] = during.until;
            const auto &outlet = *m_estate.snapshot().outlets.find(*free);
            all[i].proposal.cords.push_back({outlet.node, outlet.id, outlet.phases});
        }
    }
    Placed placed;
    const auto &snapshot = m_estate.snapshot();
    std::int32_t equipment =
        snapshot.equipment.empty() ? 1 : snapshot.equipment[snapshot.equipment.size() - 1].id.value + 1;
    std::int32_t placement =
        snapshot.placements.empty() ? 1 : snapshot.placements[snapshot.placements.size() - 1].id.value + 1;
    for (const auto &one : all) {
        const auto &item = m_items[one.stand->item];
        Addition piece{equipmentOf(item.item, item.owner, snapshot), heldAt(one.proposal, {equipment}, item.during)};
        piece.equipment.id = {equipment++};
        piece.placement.id = {placement++};
        placed.pieces.push_back(std::move(piece));
        placed.of.push_back(one.stand->item);
    }
    return placed;
}

} // namespace polder
