#include "model/report/hosting.h"

#include "model/engine/agreement.h"
#include "model/engine/booking.h"
#include "model/engine/envelope.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace polder {

namespace {

const QString hosting = QStringLiteral("hosting"); ///< the topic of what stands there

/// How the base units in which the guard counts a unit become decimal steps: of U, two half units.
struct Steps {
    std::int64_t perBase = 1;
    int decimals = 0;
};
std::optional<Steps> stepsOf(const QString &unit) {
    return unit == u"U"    ? std::optional(Steps{5, 1})
           : unit == u"kW" ? std::optional(Steps{1, 6})
           : unit == u"kg" ? std::optional(Steps{1, 3})
                           : std::nullopt;
}

/// What equipment takes of each of those units, in their base units.
std::vector<std::pair<QString, std::int64_t>> amountsOf(const Envelope &item) {
    return {{u"U"_qs, item.height.halfUnits},
            {u"kW"_qs, item.draw.value_or(Power{}).milliwatts},
            {u"kg"_qs, item.weight.value_or(Mass{}).grams}};
}

std::int64_t powerOfTen(int exponent) {
    return exponent == 0 ? 1 : 10 * powerOfTen(exponent - 1);
}

int daysOf(const Period &period) {
    return period.until.number - period.from.number;
}

Period shared(const Period &a, const Period &b) {
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

/// Calendar months, a part of one by its days.
double monthsOf(const Period &period) {
    double months = 0;
    for (Day day = period.from; day < period.until;) {
        const QDate date = day.toDate();
        const Day next = std::min(Day::fromDate(QDate(date.year(), date.month(), 1).addMonths(1)), period.until);
        months += static_cast<double>(next.number - day.number) / date.daysInMonth();
        day = next;
    }
    return months;
}

/// The days between each two neighbours of these.
std::vector<Period> pieces(const Period &whole, std::vector<Day> cuts) {
    std::erase_if(cuts, [&whole](Day day) { return day <= whole.from || day >= whole.until; });
    std::ranges::sort(cuts);
    cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
    std::vector<Period> found;
    Day from = whole.from;
    for (const Day cut : cuts) {
        found.push_back({from, cut});
        from = cut;
    }
    found.push_back({from, whole.until});
    return found;
}

/// Of each day the first line that counts it; nullptr: none does.
using Counting = std::vector<std::pair<Period, const AgreementLine *>>;
Counting countingOn(const Period &days, const Counting &lines) {
    std::vector<Day> cuts;
    for (const auto &[during, line] : lines) {
        cuts.push_back(during.from);
        cuts.push_back(during.until);
    }
    Counting found;
    for (const auto &piece : pieces(days, cuts)) {
        const auto first =
            std::ranges::find_if(lines, [&piece](const auto &one) { return one.first.contains(piece.from); });
        const auto *line = first == lines.end() ? nullptr : first->second;
        if (!found.empty() && found.back().second == line) {
            found.back().first.until = piece.until;
        } else {
            found.emplace_back(piece, line);
        }
    }
    return found;
}

/// Those of the days on which none of them is in force.
std::vector<Period> withoutAny(const std::vector<const Agreement *> &agreements, const Period &days) {
    std::vector<Day> cuts;
    for (const auto *agreement : agreements) {
        cuts.push_back(agreement->during.from);
        cuts.push_back(agreement->during.until);
    }
    auto found = pieces(days, cuts);
    std::erase_if(found, [&agreements](const Period &piece) {
        return std::ranges::any_of(agreements, [&piece](const auto *one) { return one->during.contains(piece.from); });
    });
    return found;
}

/// So much of the entry is of these days, which are within its own. Parts of the same entry add up to all of it.
std::int64_t partOf(const UsageEntry &entry, const Period &days) {
    const std::int64_t all = daysOf(entry.during);
    const auto upTo = [&](Day day) {
        const std::int64_t gone = day.number - entry.during.from.number;
        return entry.thousandths / all * gone + entry.thousandths % all * gone / all;
    };
    return upTo(days.until) - upTo(days.from);
}

} // namespace

HostedSums &HostedSums::operator+=(const HostedSums &o) {
    held += o.held, installed += o.installed, heldDays += o.heldDays, days += o.days;
    months += o.months, cents += o.cents;
    return *this;
}

Hosting::Hosting(const Estate &estate, Period during, const ReportScope &scope, const Settlement &settlement)
    : m_estate(estate)
    , m_snapshot(estate.snapshot())
    , m_during(during)
    , m_scope(scope)
    , m_settlement(settlement) {
    for (const auto &placement : m_snapshot.placements) {
        const auto *equipment = stands(placement, m_snapshot) && placement.during.overlaps(m_during)
                                    ? m_snapshot.equipment.find(placement.equipment)
                                    : nullptr;
        if (equipment) {
            addBooking(placement, *equipment);
        }
    }
    for (const auto &entry : m_settlement.usage) {
        addMetered(entry);
    }
    for (const auto &line : m_snapshot.agreementLines) {
        const auto *agreement = m_snapshot.agreements.find(line.agreement);
        const auto *node = m_snapshot.nodes.find(line.node);
        const bool here = node && line.during.overlaps(during) && scope.covers(estate, *node);
        // An institution has its line at one of its data centres, and may host at another.
        if (agreement && (here || std::ranges::find(m_all, &line, &Hosted::line) != m_all.end())) {
            m_lines.push_back({&line, agreement});
        }
    }
    std::ranges::sort(m_lines, {}, [this](const Line &one) {
        return std::tuple(codeOf(one.agreement->host), codeOf(one.agreement->guest), one.row->during.from,
                          one.agreement->reference, one.row->topic, one.row->unit);
    });
}

QString Hosting::codeOf(OrganisationId id) const {
    const auto *row = m_snapshot.organisations.find(id);
    return row ? row->code : QString();
}

std::optional<std::int64_t> Hosting::rateOf(const QString &key, OrganisationId host) const {
    std::optional<std::int64_t> rate;
    for (const auto &one : m_settlement.rates) { // the general one comes first
        if (one.key == key && (!one.host || one.host == host)) {
            rate = one.millionths;
        }
    }
    return rate;
}

std::optional<std::int64_t> Hosting::rateOf(const Hosted &of) const {
    if (!of.line) {
        return std::nullopt; // nobody has agreed on it
    }
    static const QRegularExpression beyond(u"[^a-z0-9]+"_qs);
    const QString key = u"tariff_"_qs + of.unit.toLower().replace(beyond, u"_"_qs);
    if (of.overTime) {
        return rateOf(key + u"_month"_qs, of.host);
    }
    const auto rate = rateOf(key, of.host);
    const auto pue = rate && of.unit == u"kWh" ? rateOf(u"pue"_qs, of.host) : std::nullopt;
    return pue ? std::llround(static_cast<double>(*rate) * static_cast<double>(*pue) / 1e6) : rate;
}

/// Those of the system that it is part of, each in the days of its share; else its owner.
std::vector<Hosting::Owned> Hosting::ownersOf(const Equipment &equipment, const Period &during) const {
    std::vector<const SystemShare *> shares;
    std::vector<Day> cuts;
    for (const auto &share : m_settlement.shares) {
        if (equipment.system && share.system == equipment.system && share.during.overlaps(during)) {
            shares.push_back(&share);
            cuts.push_back(share.during.from);
            cuts.push_back(share.during.until);
        }
    }
    std::vector<Owned> owners;
    const auto add = [&owners](OrganisationId organisation, int permille, const Period &days) {
        const auto before = std::ranges::find_if(owners, [&](const Owned &one) {
            return one.organisation == organisation && one.permille == permille && one.during.until == days.from;
        });
        if (before == owners.end()) {
            owners.push_back({organisation, permille, days});
        } else {
            before->during.until = days.until;
        }
    };
    for (const auto &days : pieces(during, cuts)) {
        bool joint = false;
        for (const auto *share : shares) {
            if (share->during.contains(days.from)) {
                joint = true;
                add(share->organisation, share->permille, days);
            }
        }
        if (!joint) {
            add(equipment.owner, 1000, days);
        }
    }
    return owners;
}

void Hosting::add(Hosted one) {
    auto &sums = one.sums;
    const bool held = one.state == u"held" || one.state == u"delivered";
    if (one.overTime) {
        const auto each = one.quantity * powerOfTen(dayDecimals - 3 - one.decimals); // a thousandth of it
        (held ? sums.heldDays : sums.days) = each * daysOf(one.during) * one.permille;
        if (one.during.until == m_during.until) { // it is there on the last day
            (held ? sums.held : sums.installed) = each * one.counted;
        }
        if (!held) {
            const double amount = static_cast<double>(one.quantity) / std::pow(10.0, one.decimals);
            sums.months = std::llround(amount * one.permille * 1000 * monthsOf(one.during));
        }
    } else {
        sums.months = one.quantity * 1000;
    }
    if (const auto rate = rateOf(one)) {
        sums.cents = std::llround(static_cast<double>(sums.months) * static_cast<double>(*rate) / 1e10);
    }
    m_all.push_back(std::move(one));
}

void Hosting::addBooking(const Placement &placement, const Equipment &equipment) {
    const auto within = shared(placement.during, m_during);
    const Place place = placeOf(m_estate, placement, within.from);
    const auto *site = m_snapshot.sites.find(place.site);
    if (!site || (equipment.owner == site->host && !equipment.system)) {
        return;
    }
    const auto item = envelopeOf(equipment, placement, m_snapshot);
    const Day last = m_during.until.plus(-1);
    // What the guard counts is told apart wherever it is, for what else there is in its ledger is not seen.
    std::vector<NodeId> guarded;
    for (const auto &charge : agreementCharges(m_estate, *site, equipment.owner, item, placement.during)
                                  .value_or(std::vector<LineCharge>())) {
        guarded.push_back(m_estate.idOf(charge.charge.node));
        if (charge.during.contains(last)) {
            const auto line = std::ranges::find(m_snapshot.agreementLines, guarded.back(), &AgreementLine::node);
            m_seen[line->id] += charge.charge.normal.main;
        }
    }
    if (!m_scope.covers(place)) {
        return;
    }
    const auto *department = m_snapshot.departments.find(equipment.department);
    Hosted one{.host = site->host,
               .topic = hosting,
               .what = equipment.name,
               .faculty = department ? department->faculty : QString(),
               .department = department ? department->code : QString(),
               .project = equipment.project,
               .place = placePath(m_estate, place),
               .state = placement.state};
    for (const auto &owner : ownersOf(equipment, within)) {
        if (owner.organisation == site->host) {
            continue;
        }
        // One that covers all of the booking first: it is the one against which the guard counts it.
        std::vector<const Agreement *> agreements;
        for (const auto &agreement : m_snapshot.agreements) {
            if (agreement.host == site->host && agreement.guest == owner.organisation) {
                agreements.push_back(&agreement);
            }
        }
        std::ranges::stable_sort(agreements, {}, [&placement](const auto *agreement) {
            return !agreement->during.covers(placement.during);
        });
        std::set<QString> counted; ///< units on which the two have agreed at any time
        std::map<QString, Counting> lines;
        for (const auto *agreement : agreements) {
            for (const auto &line : m_snapshot.agreementLines) {
                if (line.agreement == agreement->id && line.topic == hosting) {
                    counted.insert(line.unit);
                    if (const auto days = shared(line.during, agreement->during); !days.empty()) {
                        lines[line.unit].emplace_back(days, &line);
                    }
                }
            }
        }
        one.guest = owner.organisation;
        one.permille = owner.permille;
        one.counted = equipment.owner == owner.organisation ? 1000 : 0;
        for (const auto &[unit, amount] : amountsOf(item)) {
            const auto steps = *stepsOf(unit);
            one.unit = unit;
            one.decimals = steps.decimals;
            one.quantity = amount * steps.perBase;
            if (amount == 0) {
                continue;
            }
            const bool asked = counted.empty() || counted.contains(unit);
            for (const auto &[days, line] : countingOn(owner.during, lines[unit])) {
                // Of what they never agreed to count only the days without any agreement are missing one.
                for (const auto &part : line || asked ? std::vector<Period>{days} : withoutAny(agreements, days)) {
                    if (line && part.contains(last) && std::ranges::find(guarded, line->node) == guarded.end()) {
                        m_beside[line->id] += amount * one.counted / 1000;
                    }
                    one.line = line;
                    one.during = part;
                    add(one);
                }
            }
        }
    }
}

/// In proportion to its days that lie within the statement; what goes on without an end is not counted before it ends.
void Hosting::addMetered(const UsageEntry &entry) {
    const auto *line = m_snapshot.agreementLines.find(entry.line);
    const auto *agreement = line ? m_snapshot.agreements.find(line->agreement) : nullptr;
    const auto *node = line ? m_snapshot.nodes.find(line->node) : nullptr;
    const auto guest = entry.beneficiary ? entry.beneficiary : agreement ? agreement->guest : OrganisationId{};
    if (!agreement || !node || entry.during.openEnded() || entry.during.from == Day::always() ||
        guest == agreement->host) { // what the host used itself it owes nobody
        return;
    }
    const auto counting = [&](const Period &days) {
        if (guest == agreement->guest) {
            return Counting{{days, line}};
        }
        Counting others;
        for (const auto &other : m_snapshot.agreementLines) {
            const auto *its = m_snapshot.agreements.find(other.agreement);
            if (its && its->host == agreement->host && its->guest == guest && other.topic == line->topic &&
                other.unit == line->unit && other.during.overlaps(its->during)) {
                others.emplace_back(shared(other.during, its->during), &other);
            }
        }
        return countingOn(days, others);
    };
    const Period soFar{entry.during.from, std::min(entry.during.until, m_during.until)};
    if (!soFar.empty() && entry.unit == line->unit) {
        for (const auto &[days, by] : counting(soFar)) {
            if (const auto own = by ? shared(days, by->during) : Period{{0}, {0}}; !own.empty()) {
                m_metered[by->id] += partOf(entry, own);
            }
        }
    }
    const auto within = shared(entry.during, m_during);
    if (within.empty() || !m_scope.covers(m_estate, *node)) {
        return;
    }
    for (const auto &[days, by] : counting(within)) {
        Hosted one{.host = agreement->host,
                   .guest = guest,
                   .line = by,
                   .topic = line->topic,
                   .unit = entry.unit,
                   .what = entry.source,
                   .during = days,
                   .decimals = 3};
        one.quantity = partOf(entry, days);
        one.overTime = false;
        add(std::move(one));
    }
}

Hosting::Quota Hosting::quotaOf(const AgreementLine &line) const {
    Quota found;
    const auto of = [&line](const auto &amounts) {
        const auto known = amounts.find(line.id);
        return known == amounts.end() ? std::int64_t{0} : known->second;
    };
    const auto steps = line.topic == hosting ? stepsOf(line.unit) : std::nullopt;
    const Day last = m_during.until.plus(-1);
    const int node = m_estate.indexOf(line.node);
    if (steps && node >= 0) {
        const auto all = m_estate.timeline(node).on(last).main;
        const auto *limit = m_estate.limitOn(node, last);
        if (limit && limit->normalMain) {
            found.quota = *limit->normalMain * steps->perBase;
        }
        found.used = (all + of(m_beside)) * steps->perBase;
        found.unseen = (all - of(m_seen)) * steps->perBase;
        found.decimals = steps->decimals;
        found.booked = true;
        return found;
    }
    const auto quota = std::ranges::find(m_settlement.quotas, line.id, &LineQuota::line);
    if (quota != m_settlement.quotas.end()) {
        found.quota = quota->thousandths;
    }
    found.used = of(m_metered);
    found.decimals = 3;
    return found;
}

} // namespace polder
