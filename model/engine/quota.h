#pragma once

#include "model/engine/agreement.h"

#include <span>
#include <vector>

namespace polder {

/// What is asked for, of one kind.
struct AskedItem {
    Envelope item;
    int count = 1; ///< pieces that have no place yet
};

/// So many pieces of an item of a request, counted as the guard will count them.
[[nodiscard]] AskedItem askedItem(const RequestItem &item, int count, const Snapshot &snapshot);

/// What one line of an agreement would have to bear, in its base units.
struct LineEffect {
    AgreementLineId line;
    QString unit;          ///< of the line: U, kW, kg
    QString base;          ///< of the numbers
    std::int64_t used = 0; ///< the most that is booked on a day of the period
    std::int64_t asked = 0;
    std::optional<std::int64_t> quota; ///< the least of the period; nullopt: it has none

    [[nodiscard]] bool over() const { return quota && used + asked > *quota; }
};

/// The effect on the quota of one data centre.
struct QuotaEffect {
    SiteId site;
    bool agreed = true; ///< an agreement is in force for the whole period
    std::vector<LineEffect> lines;

    [[nodiscard]] bool over() const;
};

/// In each of these data centres of another institution; the owner's own need no agreement and are left out. Rule G4
/// says the same of one place; this says it before there is one.
[[nodiscard]] std::vector<QuotaEffect> quotaEffects(const Estate &estate, std::span<const SiteId> sites,
                                                    OrganisationId owner, std::span<const AskedItem> items,
                                                    Period during);

/// Of the pieces of a request that have no place yet, where it wishes to be; without a wish everywhere.
[[nodiscard]] std::vector<QuotaEffect> quotaEffects(const Estate &estate, const Request &request);

} // namespace polder
