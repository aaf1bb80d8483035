#include "model/engine/broken.h"

#include "model/engine/misplaced.h"
#include "model/engine/slots.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

namespace polder {

namespace {

// ---- what does not fit

std::vector<MisfitOf> misfitsIn(const Estate &estate) {
    const auto &snapshot = estate.snapshot();
    std::vector<Standing> all;
    std::vector<PlacementId> ids;
    for (const auto &placement : snapshot.placements) {
        const auto *device = snapshot.equipment.find(placement.equipment);
        if (device && stands(placement, snapshot)) {
            const auto booking = bookingOf(placement, *device, snapshot);
            all.push_back(
                {placement.id, device->id, true, placement.contested, booking, standingsOf(snapshot, booking)});
            ids.push_back(placement.id);
        }
    }
    return misfitsTogether(estate, withoutPlacements(estate, ids), all);
}

/// Whether it was there before and is no more. Nothing has moved: what has gone by another place has only been renamed.
bool wasThere(const std::vector<MisfitOf> &before, const MisfitOf &now, const std::vector<MisfitOf> &standing) {
    const auto name = [](const Misfit &misfit) {
        return std::tie(misfit.shortfall.rule, misfit.shortfall.where, misfit.other);
    };
    return std::ranges::any_of(before, [&](const MisfitOf &old) {
        if (old.placement != now.placement) {
            return false;
        }
        const bool stays = std::ranges::any_of(standing, [&](const MisfitOf &one) {
            return one.placement == old.placement && name(one.misfit) == name(old.misfit);
        });
        Misfit known = old.misfit;
        if (!stays) {
            known.shortfall.where = now.misfit.shortfall.where;
        }
        return isNoWorse(known, now.misfit);
    });
}

// ---- sums

/// One node under one failure, or none.
struct Sum {
    const Estate &estate;
    int node; ///< -1: it is not there
    NodeId source;

    [[nodiscard]] Steps normal() const { return node < 0 ? Steps() : estate.normal(node); }
    [[nodiscard]] Steps extra() const {
        if (node < 0 || !source) {
            return {};
        }
        const auto failovers = estate.failovers(node);
        const auto found = std::ranges::find(failovers, source, &Estate::Failover::source);
        return found == failovers.end() ? Steps() : found->extra.steps();
    }
    [[nodiscard]] const NodeLimit *limitOn(Day day) const {
        return node >= 0 && estate.lifeOf(node).contains(day) ? estate.limitOn(node, day) : nullptr;
    }
    [[nodiscard]] std::optional<std::int64_t> capacity(const NodeLimit *limit, std::size_t quantity) const {
        if (!limit) {
            return std::nullopt;
        }
        return quantity == 0 ? (source ? limit->failoverMain : limit->normalMain)
                             : (source ? limit->failoverLine : limit->normalLine);
    }
    void addDays(std::set<Day> &days) const {
        for (const Steps steps : {normal(), extra()}) {
            for (const auto &step : steps) {
                days.insert(step.from);
            }
        }
        if (node >= 0) {
            for (const auto &limit : estate.limits(node)) {
                days.insert(limit.from);
            }
            days.insert({estate.lifeOf(node).from, estate.lifeOf(node).until});
        }
    }
};

/// The first day of each quantity on which it is too much, and more than before or of a limit that is less.
void judge(const Sum &was, const Sum &is, const char16_t *rule, std::vector<Refusal> &refusals) {
    const Estate &estate = is.estate;
    std::set<Day> days;
    was.addDays(days);
    is.addDays(days);
    days.erase(Day::never());
    const bool power = estate.rules(is.node)->dimension == Dimension::Power;
    std::array<bool, 4> said{};
    for (const Day day : days) {
        const Load shifted = levelOn(is.extra(), day);
        const Load sum = levelOn(is.normal(), day) + shifted;
        const Load former = levelOn(was.normal(), day) + levelOn(was.extra(), day);
        const auto *limit = is.limitOn(day);
        const auto *old = was.limitOn(day);
        for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
            const auto quantity = quantities[i];
            const auto capacity = is.capacity(limit, i);
            const auto before = was.capacity(old, i);
            const bool tooMuch = sum.*quantity > 0 && (!is.source || shifted.*quantity > 0) &&
                                 (!limit || (capacity && sum.*quantity > *capacity));
            // A limit that was not known before took nothing either.
            const bool lowered = old && (!limit || (capacity && (!before || *capacity < *before)));
            if (said[i] || !tooMuch || !(lowered || sum.*quantity > former.*quantity)) {
                continue;
            }
            said[i] = true;
            Shortfall shortfall;
            shortfall.rule = nameOf(rule);
            shortfall.where = estate.nodeName(is.node);
            shortfall.node = estate.idOf(is.node).value;
            shortfall.requested = 0;
            shortfall.used = sum.*quantity;
            shortfall.capacity = capacity;
            shortfall.unit = i == 0 ? estate.unitOf(is.node) : u"mVA"_qs;
            shortfall.quantity = nameOf(quantityNames[i]);
            const int failing = is.source ? estate.indexOf(is.source) : -1;
            shortfall.failing = failing >= 0 ? estate.nodeName(failing) : QString();
            shortfall.date = day;
            refusals.push_back({std::move(shortfall), {}});
        }
    }
}

void addSums(const Estate &before, const Estate &after, std::vector<Refusal> &refusals) {
    for (int node = 0; node < std::ssize(after.snapshot().nodes); ++node) {
        const auto *rules = after.rules(node);
        if (!rules) {
            continue;
        }
        const int old = before.indexOf(after.idOf(node));
        judge({before, old, {}}, {after, node, {}}, rules->rule, refusals);
        if (rules->failover) {
            for (const auto &failover : after.failovers(node)) {
                judge({before, old, failover.source}, {after, node, failover.source}, rules->failover, refusals);
            }
        }
    }
}

} // namespace

std::vector<Refusal> brokenBy(const Estate &before, const Estate &after) {
    std::vector<Refusal> refusals;
    const auto known = misfitsIn(before);
    const auto standing = misfitsIn(after);
    for (const auto &one : standing) {
        if (!wasThere(known, one, standing)) {
            refusals.push_back({one.misfit.shortfall, {one.placement}});
        }
    }
    addSums(before, after, refusals);
    return refusals;
}

} // namespace polder
