#pragma once

#include "model/engine/envelope.h"
#include "model/engine/headroom.h"

#include <span>
#include <vector>

namespace polder {

/// What an item takes of one line of an agreement, in the days that both share.
struct LineCharge {
    NodeCharge charge;
    Period during;
};

/// Equipment of the host itself takes nothing. nullopt: no agreement is in force for the whole period.
[[nodiscard]] std::optional<std::vector<LineCharge>>
agreementCharges(const Estate &estate, const Site &site, OrganisationId owner, const Envelope &item, Period during);

/// Rule G4 for one item of one owner at one host: an agreement in force for the whole period, and within its quota.
/// Equipment of the host itself needs none.
class AgreementCheck {
public:
    AgreementCheck(const Estate &others, const Estate &now, const Site &site, OrganisationId owner,
                   const Envelope &item, Period during);

    [[nodiscard]] bool admits();
    void explain(std::vector<Shortfall> &shortfalls);
    /// Another item of the same change will take this; what it charges to other lines does not count here.
    void reserve(std::span<const LineCharge> charges);

private:
    struct Line {
        Headroom headroom; ///< over the days that the booking and the line share
        NodeCharge charge;
    };
    std::vector<Line> m_lines;
    std::vector<Shortfall> m_without; ///< there is no agreement
    // Until something is reserved:
    std::optional<bool> m_admits;
    std::optional<std::vector<Shortfall>> m_reasons;
};

} // namespace polder
