#include "model/engine/agreement.h"

#include <algorithm>

namespace polder {

namespace {

/// What the item takes of a line, in the line's base units; nullopt: not given, so not checked.
std::optional<std::int64_t> takenOf(const AgreementLine &line, const Envelope &item) {
    if (line.unit == u"U") {
        return item.height.halfUnits;
    }
    if (line.unit == u"kW" && item.draw) {
        return item.draw->milliwatts;
    }
    if (line.unit == u"kg" && item.weight) {
        return item.weight->grams;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::vector<LineCharge>> agreementCharges(const Estate &estate, const Site &site, OrganisationId owner,
                                                        const Envelope &item, Period during) {
    std::vector<LineCharge> charges;
    if (owner == site.host) {
        return charges;
    }
    const auto &snapshot = estate.snapshot();
    const auto agreement = std::ranges::find_if(snapshot.agreements, [&](const Agreement &row) {
        return row.host == site.host && row.guest == owner && row.during.covers(during);
    });
    if (agreement == snapshot.agreements.end()) {
        return std::nullopt;
    }
    for (const auto &line : snapshot.agreementLines) {
        const auto taken = takenOf(line, item);
        const int node = estate.indexOf(line.node);
        if (line.agreement == agreement->id && line.topic == u"hosting" && line.during.overlaps(during) && taken &&
            node >= 0) {
            charges.push_back({NodeCharge{node, {*taken, 0, 0, 0}, {}},
                               {std::max(line.during.from, during.from), std::min(line.during.until, during.until)}});
        }
    }
    return charges;
}

AgreementCheck::AgreementCheck(const Estate &others, const Estate &now, const Site &site, OrganisationId owner,
                               const Envelope &item, Period during) {
    const auto charges = agreementCharges(others, site, owner, item, during);
    if (!charges) {
        Shortfall shortfall;
        shortfall.rule = u"G4"_qs;
        shortfall.where = site.code;
        shortfall.requested = item.height.halfUnits;
        shortfall.unit = u"hu"_qs;
        shortfall.date = during.from;
        m_without.push_back(std::move(shortfall));
        return;
    }
    for (const auto &line : *charges) {
        m_lines.push_back({Headroom(others, now, line.during), line.charge});
    }
}

bool AgreementCheck::admits() {
    if (!m_admits) {
        m_admits = m_without.empty() &&
                   std::ranges::all_of(m_lines, [](Line &line) { return line.headroom.admits(line.charge); });
    }
    return *m_admits;
}

void AgreementCheck::explain(std::vector<Shortfall> &shortfalls) {
    if (!m_reasons) {
        m_reasons = m_without;
        for (auto &line : m_lines) {
            line.headroom.explain(line.charge, *m_reasons);
        }
    }
    shortfalls.insert(shortfalls.end(), m_reasons->begin(), m_reasons->end());
}

void AgreementCheck::reserve(std::span<const LineCharge> charges) {
    m_admits.reset();
    m_reasons.reset();
    for (auto &line : m_lines) {
        for (const auto &other : charges) {
            if (other.charge.node == line.charge.node) {
                line.headroom.reserve(other.charge);
            }
        }
    }
}

} // namespace polder
