#pragma once

#include "model/reading/dates.h"
#include "model/reading/sentence.h"
#include "model/reading/tokens.h"

#include <optional>
#include <span>

// The words that are known, of both languages.
namespace polder::phrases {

/// Words and signs, folded; space and hyphens may part them.
using Phrase = std::vector<QString>;
[[nodiscard]] Phrase phraseOf(const QString &text);

/// Where a phrase that begins at `at` ends; 0: it does not stand there.
[[nodiscard]] std::size_t match(std::span<const Token> tokens, std::size_t at, const Phrase &phrase);
/// Where the longest of them ends, or 0.
[[nodiscard]] std::size_t longest(std::span<const Token> tokens, std::size_t at, const std::vector<Phrase> &phrases);

enum class Role {
    From,      ///< before a date
    Until,     ///< before the last day
    Before,    ///< before the day after the last
    Negation,  ///< what follows is not wanted
    Hedge,     ///< what follows is not exactly so
    Label,     ///< names what follows
    Joining,   ///< says nothing
    For,       ///< before a duration
    In,        ///< before a duration from today
    Times,     ///< after a number: so many pieces
    Pieces,    ///< likewise, and nothing else
    Supplies,  ///< after a number: so many cords
    Total,     ///< after a quantity: of all together
    Deep,      ///< after a length
    OtherSize, ///< likewise
    High,      ///< after a number of units
    At,        ///< before a site
    Celsius,
    To,      ///< between the ends of a range
    Inlet,   ///< before or after a range of temperatures
    PlugWord ///< before or after a type of plug
};
[[nodiscard]] std::size_t longest(std::span<const Token> tokens, std::size_t at, Role role);

/// One word for a small number: "two", "twee".
[[nodiscard]] std::optional<int> numberWord(const Token &token);
[[nodiscard]] std::optional<int> month(const Token &token);
/// "m" and "w" as well, if `letters`.
[[nodiscard]] std::optional<Duration::Unit> durationUnit(const Token &token, bool letters);

enum class Quantity {
    Height,
    Power,
    Mass,
    Length
};
struct Unit {
    std::size_t end = 0; ///< 0: no unit stands there
    Quantity quantity = Quantity::Height;
    std::int64_t size = 1; ///< in half units, mW, g, mm
};
[[nodiscard]] Unit unit(std::span<const Token> tokens, std::size_t at);

struct Said {
    std::size_t end = 0; ///< 0: nothing of this kind stands there
    std::optional<Meaning> meaning = {};
};
/// Cords, phases and airflow in fixed words: "dual-corded", "driefase", "front to back".
[[nodiscard]] Said fixedWords(std::span<const Token> tokens, std::size_t at);

} // namespace polder::phrases
