#pragma once

#include "model/core/snapshot.h"
#include "model/engine/estate.h"
#include "model/engine/humask.h"

#include <array>
#include <optional>
#include <span>

namespace polder {

/// Why one place is better than another. Each term is 0 to 1000, more is better; each has a name that a person can be
/// shown, and a weight (Policy::scoreWeights, a setting of the institution). What does not tell one place from another
/// costs none of them anything.
enum class Term {
    Space,    ///< fills a gap instead of breaking a larger one: spaceScore()
    Low,      ///< heavy equipment stands low: lowScore()
    Phases,   ///< the phases of the nodes that the cords hang on stay even: phaseScore(), the worst of them
    Headroom, ///< what is left of 1000 at the tightest node that it loads, in the rack or above it
    Stranded, ///< units, weight, heat and power of the rack run out together: strandedScore()
    Affinity, ///< 1000 in a rack with equipment of the same system, else project, else owner; 750 in such a row, 500
              ///< room, 250 data centre; else 0. 1000 everywhere where there is no such equipment
    Site,     ///< 1000 in the data centre that is preferred, 0 in another; 1000 everywhere where none is
    Airflow,  ///< 1000 where its intake faces a cold aisle, 0 a hot one, 500 where the plan shows neither; 1000
              ///< everywhere for what has no direction
};
inline constexpr std::size_t termCount = 8;
/// As answers, settings and schemas have them, in the order of the terms.
inline constexpr std::array<const char16_t *, termCount> termNames{u"space",    u"low",      u"phases", u"headroom",
                                                                   u"stranded", u"affinity", u"site",   u"airflow"};

class Scores;

/// The weights of all terms.
class Weights {
public:
    explicit Weights(const ScoreWeights &weights);
    [[nodiscard]] int sum(const Scores &scores) const;
    [[nodiscard]] int of(Term term) const { return m_byTerm[static_cast<std::size_t>(term)]; }
    [[nodiscard]] int mean(int sum) const { return m_all > 0 ? sum / m_all : 0; }

private:
    std::array<int, termCount> m_byTerm;
    int m_all;
};

class Scores {
public:
    [[nodiscard]] int of(Term term) const { return m_permille[static_cast<std::size_t>(term)]; }
    void set(Term term, int permille) { m_permille[static_cast<std::size_t>(term)] = permille; }
    /// The mean of the terms by their weights, as they were last weighed.
    [[nodiscard]] int total() const { return m_total; }
    void weigh(const Weights &weights) { m_total = weights.mean(weights.sum(*this)); }

    bool operator==(const Scores &) const = default;

private:
    friend class Weights;
    std::array<int, termCount> m_permille{};
    int m_total = 0;
};

/// What may be left of 1000 parts of a capacity: between so much and so much.
struct Left {
    int least = 0, most = 1000;
};

/// `free`: the half units that are free; `bottom`: the lowest that it takes. 1000 * height / (the gap that it goes
/// into).
[[nodiscard]] int spaceScore(const HuMask &free, int bottom, int height);
/// 1000 at the bottom of the rack; the lighter it is, the less it matters. Unknown weight: as if it were light.
/// 1000 - 1000 * bottom / highest bottom * weight / 40 kg, of which no more counts than 40 kg.
[[nodiscard]] int lowScore(const Rack &rack, int bottom, int height, std::optional<Mass> weight);
/// 1000: all phases equal; 0: one phase carries all. 1000 - 1000 * (3 * largest - sum) / (2 * sum).
[[nodiscard]] int phaseScore(const Load &load);
/// 1000 - the mean of what is left of the others beyond what is left of the scarcest: that much of them would be
/// stranded if what comes next took of all alike. The best that it may be where it is not known quite what is left.
[[nodiscard]] int strandedScore(std::span<const Left> left);
/// As Term::Airflow has it; `rear`: the face on which it is mounted.
[[nodiscard]] int airflowScore(const Estate &estate, RackId rack, const QString &airflow, bool rear);

} // namespace polder
