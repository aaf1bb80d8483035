#include "model/engine/quota.h"

#include "model/engine/pieces.h"

#include <algorithm>

namespace polder {

namespace {

std::optional<std::int64_t> leastLimit(const Estate &estate, int node, Period during) {
    std::optional<std::int64_t> least;
    const auto consider = [&](const NodeLimit *limit) {
        if (limit && limit->normalMain) {
            least = std::min(least.value_or(*limit->normalMain), *limit->normalMain);
        }
    };
    consider(estate.limitOn(node, during.from));
    for (const NodeLimit &limit : estate.limits(node)) {
        if (during.contains(limit.from)) {
            consider(&limit);
        }
    }
    return least;
}

/// The lines that count, each once.
void addLines(QuotaEffect &effect, const Estate &estate, std::span<const LineCharge> charges, int count) {
    const Snapshot &snapshot = estate.snapshot();
    for (const LineCharge &charge : charges) {
        const NodeId node = estate.idOf(charge.charge.node);
        const auto line = std::ranges::find(snapshot.agreementLines, node, &AgreementLine::node);
        if (line == snapshot.agreementLines.end()) {
            continue;
        }
        auto known = std::ranges::find(effect.lines, line->id, &LineEffect::line);
        if (known == effect.lines.end()) {
            effect.lines.push_back({line->id, line->unit, estate.unitOf(charge.charge.node),
                                    estate.peak(charge.charge.node, charge.during), 0,
                                    leastLimit(estate, charge.charge.node, charge.during)});
            known = std::prev(effect.lines.end());
        }
        known->asked += charge.charge.normal.main * count;
    }
}

} // namespace

bool QuotaEffect::over() const {
    return !agreed || std::ranges::any_of(lines, &LineEffect::over);
}

std::vector<QuotaEffect> quotaEffects(const Estate &estate, std::span<const SiteId> sites, OrganisationId owner,
                                      std::span<const AskedItem> items, Period during) {
    std::vector<QuotaEffect> effects;
    for (const SiteId id : sites) {
        const Site *site = estate.snapshot().sites.find(id);
        if (!site || site->host == owner || during.empty()) {
            continue;
        }
        QuotaEffect effect;
        effect.site = id;
        for (const AskedItem &asked : items) {
            const auto charges = agreementCharges(estate, *site, owner, asked.item, during);
            effect.agreed = effect.agreed && charges;
            if (charges) {
                addLines(effect, estate, *charges, asked.count);
            }
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

AskedItem askedItem(const RequestItem &item, int count, const Snapshot &snapshot) {
    Envelope envelope = withEstimates(envelopeOf(item, snapshot), snapshot.policy);
    if (item.kind != u"rack") {
        envelope.height = {}; // it takes no unit
    }
    return {envelope, count};
}

std::vector<QuotaEffect> quotaEffects(const Estate &estate, const Request &request) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<SiteId> sites;
    for (const Site &site : snapshot.sites) {
        if (!request.wishSite || site.id == request.wishSite) {
            sites.push_back(site.id);
        }
    }
    std::vector<AskedItem> items;
    const auto pieces = piecesOf(request.id, snapshot);
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request == request.id) {
            const auto placed = std::ranges::count_if(pieces, [&](const Piece &piece) {
                return piece.item->id == item.id && stands(*piece.placement, snapshot);
            });
            items.push_back(askedItem(item, std::max(0, item.count - static_cast<int>(placed)), snapshot));
        }
    }
    return quotaEffects(estate, sites, request.organisation, items,
                        {std::max(request.during.from, snapshot.today), request.during.until});
}

} // namespace polder
