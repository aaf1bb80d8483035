#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace polder {

/// Who owns how much of a system.
struct SystemShare {
    SystemId system;
    OrganisationId organisation;
    int permille = 0;
    Period during;
};

/// An entry of the usage ledger: so much in all of these days, spread evenly over them.
struct UsageEntry {
    AgreementLineId line;
    Period during; ///< an open end: it goes on, at so much a day
    std::int64_t thousandths = 0;
    QString unit;
    QString source;
    OrganisationId beneficiary; ///< none: the guest
};

/// A setting by which use is settled: "tariff_u_month", "tariff_kwh", "pue" ...
struct Rate {
    QString key;
    OrganisationId host; ///< none: where the host has no rate of its own
    std::int64_t millionths = 0;
};

/// A request that was withdrawn because this is shared and stood there already.
struct AvoidedPurchase {
    RequestId request;
    EquipmentId instead;
    std::optional<Day> withdrawn;
};

/// So much is agreed for all the days of a line.
struct LineQuota {
    AgreementLineId line;
    std::int64_t thousandths = 0; ///< of its unit
};

/// What a statement of reciprocity wants beside the snapshot.
struct Settlement {
    std::vector<SystemShare> shares;
    std::vector<UsageEntry> usage;
    std::vector<Rate> rates;
    std::vector<AvoidedPurchase> avoided; ///< by request
    std::vector<LineQuota> quotas;        ///< by line
};

} // namespace polder
