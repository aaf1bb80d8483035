#pragma once

#include "model/core/settlement.h"
#include "model/report/scope.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace polder {

/// Decimals of all that is counted by days: those of the finest unit, and of a share. One scale for all units, so that
/// whatever is summed is summed in the same steps.
inline constexpr int dayDecimals = 9;
inline constexpr int monthDecimals = 6;
inline constexpr int centDecimals = 2;

/// Sums over what is hosted.
struct HostedSums {
    std::int64_t held = 0, installed = 0; ///< on the last day, in steps of `dayDecimals`
    std::int64_t heldDays = 0, days = 0;  ///< the same for a day each
    std::int64_t months = 0;              ///< in steps of `monthDecimals`; of what is metered, the quantity
    std::int64_t cents = 0;

    HostedSums &operator+=(const HostedSums &o);
};

/// One booking, or entry of the usage ledger, of one guest against one line, in the days in which that and its share
/// are the same.
struct Hosted {
    OrganisationId host = {}, guest = {};
    const AgreementLine *line = nullptr; ///< nullptr: no agreement counts it on these days
    QString topic = {}, unit = {};
    QString what = {}, faculty = {}, department = {}, project = {}, place = {}, state = {};
    Period during = {};
    int decimals = 0;
    std::int64_t quantity = 0; ///< in steps of so many decimals
    int permille = 1000;       ///< the guest's share
    int counted = 1000;        ///< what of it the quota counts: all that is on record as the guest's, nothing else
    bool overTime = true;      ///< counted by days; else as it was metered
    HostedSums sums = {};
};

/// What institutions host for each other in these days, as far as the reader sees it, day by day: by the guest's share
/// where a system is owned jointly, whoever of the owners is on record for the piece, and also where no agreement
/// covers it.
class Hosting {
public:
    Hosting(const Estate &estate, Period during, const ReportScope &scope, const Settlement &settlement);

    struct Line {
        const AgreementLine *row = nullptr;
        const Agreement *agreement = nullptr;
    };
    /// Those in force, by parties and date.
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Hosted> &all() const { return m_all; }
    [[nodiscard]] const Period &during() const { return m_during; }
    [[nodiscard]] QString codeOf(OrganisationId id) const;
    /// In millionths of a euro for a unit and month, or for what was metered; energy with what cooling and conversion
    /// take on top.
    [[nodiscard]] std::optional<std::int64_t> rateOf(const Hosted &of) const;

    /// How full the quota of a line is on the last day. Of what is metered: of all the days of the line until then.
    struct Quota {
        std::optional<std::int64_t> quota; ///< nullopt: nobody has said it
        std::int64_t used = 0;             ///< of that, with what the reader does not see
        std::int64_t unseen = 0;
        int decimals = 0;
        bool booked = false; ///< held and installed take of it
    };
    [[nodiscard]] Quota quotaOf(const AgreementLine &line) const;

private:
    struct Owned {
        OrganisationId organisation;
        int permille = 1000;
        Period during;
    };
    [[nodiscard]] std::vector<Owned> ownersOf(const Equipment &equipment, const Period &during) const;
    void addBooking(const Placement &placement, const Equipment &equipment);
    void addMetered(const UsageEntry &entry);
    void add(Hosted one);
    [[nodiscard]] std::optional<std::int64_t> rateOf(const QString &key, OrganisationId host) const;

    const Estate &m_estate;
    const Snapshot &m_snapshot;
    Period m_during;
    const ReportScope &m_scope;
    const Settlement &m_settlement;
    std::vector<Line> m_lines;
    std::vector<Hosted> m_all;
    /// On the last day, by line and in its base units: what the guard counts of the bookings that are seen, and what it
    /// does not count though it is there.
    std::map<AgreementLineId, std::int64_t> m_seen, m_beside;
    std::map<AgreementLineId, std::int64_t> m_metered; ///< in thousandths
};

} // namespace polder
