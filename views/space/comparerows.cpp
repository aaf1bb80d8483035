#include "comparerows.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/engine/scores.h"

#include <QCoreApplication>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::CompareRows)
};

constexpr std::size_t places = 3;

struct Value {
    QString text;
    std::optional<std::int64_t> number; ///< more is better; nullopt: nobody knows
};
using Values = std::array<Value, places>;

QString termText(Term term) {
    switch (term) {
    case Term::Space:
        return Text::tr("Fills a gap");
    case Term::Low:
        return Text::tr("Heavy things low");
    case Term::Phases:
        return Text::tr("Even phases");
    case Term::Headroom:
        return Text::tr("Left at the tightest node");
    case Term::Stranded:
        return Text::tr("Nothing is stranded");
    case Term::Affinity:
        return Text::tr("Near its own kind");
    case Term::Site:
        return Text::tr("Preferred data centre");
    case Term::Airflow:
        return Text::tr("Cold aisle");
    }
    return {};
}

/// Takes criteria in their order.
class Rows {
public:
    explicit Rows(std::size_t count) : m_count(count) {}

    void add(const QString &what, const Values &values) {
        std::optional<std::int64_t> best, worst;
        for (std::size_t i = 0; i < m_count; ++i) {
            if (const auto &number = values[i].number) {
                best = best ? std::max(*best, *number) : *number;
                worst = worst ? std::min(*worst, *number) : *number;
            }
        }
        CompareRow row{static_cast<int>(m_rows.size()) + 1, what, {}};
        for (std::size_t i = 0; i < m_count; ++i) {
            // Where all are the same none is better.
            const bool isBest = best != worst && values[i].number == best;
            row.cells[i] = isBest ? Text::tr("%1 – best").arg(values[i].text) : values[i].text;
        }
        m_rows.push_back(std::move(row));
    }
    [[nodiscard]] std::vector<CompareRow> take() { return std::move(m_rows); }

private:
    std::size_t m_count;
    std::vector<CompareRow> m_rows;
};

QString amountText(Resource resource, std::int64_t number) {
    const Format format;
    return resource == Resource::Space   ? format.height({static_cast<int>(number)})
           : resource == Resource::Power ? format.left(Power{number})
                                         : format.left(Mass{number});
}

} // namespace

std::vector<CompareRow> compareRows(const SearchResult &result, const Wanted &wanted, const Snapshot &snapshot,
                                    std::span<const RackCapacity> capacities) {
    const std::size_t count = std::min(result.proposals.size(), places);
    if (count == 0) {
        return {};
    }
    const auto best = std::span(result.proposals).first(count);
    const auto each = [&](const auto &value) {
        Values values;
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = value(best[i]);
        }
        return values;
    };
    Rows rows(count);
    rows.add(Text::tr("Place"), each([&](const Proposal &one) {
                 const Rack *rack = snapshot.racks.find(one.rack);
                 return Value{rack ? placeText(snapshot, *rack, one.position) : QString(), {}};
             }));
    rows.add(Text::tr("Outlets"), each([&](const Proposal &one) {
                 std::vector<OutletId> outlets;
                 for (const Cord &cord : one.cords) {
                     outlets.push_back(cord.outlet);
                 }
                 return Value{outletsText(snapshot, outlets), {}};
             }));
    const auto taken = [&wanted](const Proposal &one, Resource resource) -> std::int64_t {
        return resource == Resource::Space   ? one.height.halfUnits
               : resource == Resource::Power ? wanted.item.draw.value_or(Power{}).milliwatts
                                             : wanted.item.weight.value_or(Mass{}).grams;
    };
    for (const auto &[resource, what] : {std::pair{Resource::Space, Text::tr("Free U left in the rack today")},
                                         std::pair{Resource::Power, Text::tr("Power left there with one side away")},
                                         std::pair{Resource::Mass, Text::tr("Weight left there")}}) {
        rows.add(what, each([&, resource = resource](const Proposal &one) {
                     const auto of = std::ranges::lower_bound(capacities, one.rack, {}, &RackCapacity::rack);
                     if (of == capacities.end() || of->rack != one.rack || !of->at(resource).total) {
                         return Value{Text::tr("unknown"), {}};
                     }
                     const std::int64_t left = of->at(resource).free - taken(one, resource);
                     return Value{amountText(resource, left), left};
                 }));
    }
    const Weights weights(snapshot.policy.scoreWeights);
    const Format format;
    rows.add(Text::tr("Score"), each([&](const Proposal &one) {
                 return Value{format.percent(one.scores.total()), one.scores.total()};
             }));
    for (std::size_t i = 0; i < termCount; ++i) {
        const auto term = static_cast<Term>(i);
        if (weights.of(term) > 0) {
            rows.add(Text::tr("%1 (weight %2)").arg(termText(term)).arg(weights.of(term)),
                     each([&](const Proposal &one) {
                         return Value{format.percent(one.scores.of(term)), one.scores.of(term)};
                     }));
        }
    }
    return rows.take();
}

} // namespace polder
