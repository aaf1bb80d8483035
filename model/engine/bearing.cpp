#include "model/engine/bearing.h"

#include <algorithm>

namespace polder {

namespace {

/// nullopt: not limited in it.
std::optional<std::int64_t> limitOf(const NodeLimit &limit, std::size_t quantity, bool failing) {
    return quantity == 0 ? (failing ? limit.failoverMain : limit.normalMain)
                         : (failing ? limit.failoverLine : limit.normalLine);
}

/// Of one quantity, what is left where nothing shifts, and where this shifts; bare: with nothing on it.
std::int64_t remains(const Bearing &bearing, std::size_t quantity, bool bare) {
    const auto member = quantities[quantity];
    const std::int64_t normal = bare ? 0 : bearing.normal.*member;
    std::int64_t left = Bearing::unlimited;
    if (const auto limit = limitOf(*bearing.limit, quantity, false)) {
        left = *limit - normal;
    }
    const auto failing = bearing.failover ? limitOf(*bearing.limit, quantity, true) : std::nullopt;
    if (failing) {
        std::int64_t worst = 0;
        for (std::size_t i = 0; !bare && i < bearing.extras.size(); ++i) {
            worst = std::max(worst, bearing.extras[i].load.*member);
        }
        left = std::min(left, *failing - normal - worst);
    }
    return std::max<std::int64_t>(left, 0);
}

std::int64_t phasesOf(const Bearing &bearing, bool bare) {
    if (!bearing.limit) {
        return 0;
    }
    std::int64_t phases = 0;
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        if (bearing.node->phases.contains(static_cast<char16_t>(u'0' + i))) {
            const auto line = remains(bearing, i, bare);
            if (line == Bearing::unlimited) {
                return line;
            }
            phases += line;
        }
    }
    return phases;
}

std::int64_t allOf(const Bearing &bearing, int powerFactorPermille, bool bare) {
    if (!bearing.limit) {
        return 0;
    }
    const std::int64_t main = remains(bearing, 0, bare);
    const auto phases = bearing.power ? phasesOf(bearing, bare) : Bearing::unlimited;
    return phases == Bearing::unlimited ? main : std::min(main, phases * powerFactorPermille / 1000);
}

} // namespace

bool Bearing::admits(const NodeCharge &charge) const {
    const std::size_t count = power ? quantities.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto quantity = quantities[i];
        const std::int64_t asked = charge.normal.*quantity;
        const auto capacity = limit ? limitOf(*limit, i, false) : 0;
        if (asked > 0 && capacity && asked > *capacity - normal.*quantity) {
            return false;
        }
        if (!failover) {
            continue;
        }
        // A failure is judged where it shifts something here: of what stands, or of what is asked.
        const auto fits = [&](NodeId source, std::int64_t standing) {
            const auto more = std::ranges::find(charge.extras, source, &NodeCharge::Extra::source);
            const std::int64_t shifted = more == charge.extras.end() ? 0 : more->load.*quantity;
            const std::int64_t all = asked + shifted;
            const auto most = limit ? limitOf(*limit, i, true) : 0;
            return all <= 0 || (standing <= 0 && shifted <= 0) || !most || all <= *most - normal.*quantity - standing;
        };
        for (const auto &extra : extras) {
            if (!fits(extra.source, extra.load.*quantity)) {
                return false;
            }
        }
        for (const auto &extra : charge.extras) {
            const bool known = std::ranges::find(extras, extra.source, &NodeCharge::Extra::source) != extras.end();
            if (!known && !fits(extra.source, 0)) {
                return false;
            }
        }
    }
    return true;
}

void Bearing::add(const NodeCharge &charge) {
    normal += charge.normal;
    for (const auto &more : charge.extras) {
        const auto known = std::ranges::find(extras, more.source, &NodeCharge::Extra::source);
        if (known == extras.end()) {
            extras.push_back(more);
        } else {
            known->load += more.load;
        }
    }
}

std::int64_t Bearing::left(int powerFactorPermille) const {
    return allOf(*this, powerFactorPermille, false);
}

std::optional<std::int64_t> Bearing::whole(int powerFactorPermille) const {
    const auto all = allOf(*this, powerFactorPermille, true);
    return limit && all != unlimited ? std::optional(all) : std::nullopt;
}

std::int64_t Bearing::apparentLeft() const {
    return phasesOf(*this, false);
}

std::int64_t Bearing::apparentWhole() const {
    return phasesOf(*this, true);
}

std::int64_t Bearing::leftOf(std::size_t quantity) const {
    return limit ? remains(*this, quantity, false) : 0;
}

std::optional<std::int64_t> Bearing::wholeOf(std::size_t quantity) const {
    const auto whole = limit ? remains(*this, quantity, true) : unlimited;
    return whole == unlimited ? std::nullopt : std::optional(whole);
}

std::vector<Bearing> bearingsOn(const Estate &estate, Day day) {
    std::vector<Bearing> bearings(estate.nodeCount());
    for (std::size_t i = 0; i < bearings.size(); ++i) {
        const int node = static_cast<int>(i);
        const auto *rules = estate.rules(node);
        auto &bearing = bearings[i];
        bearing.node = &estate.node(node);
        bearing.limit = bearing.node->during.contains(day) ? estate.limitOn(node, day) : nullptr;
        bearing.power = rules && rules->dimension == Dimension::Power;
        bearing.failover = rules && rules->failover;
        bearing.normal = estate.timeline(node).on(day);
        for (const auto &failover : estate.failovers(node)) {
            if (const auto extra = failover.extra.on(day); extra != Load{}) {
                bearing.extras.push_back({failover.source, extra});
            }
        }
    }
    return bearings;
}

} // namespace polder
