#include "model/reading/sentence.h"

#include "model/reading/phrases.h"

#include <algorithm>
#include <limits>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using phrases::Quantity;
using phrases::Role;
using State = Part::State;
using Why = Part::Why;

/// A date that is not yet a day: what has no year depends on today, or on the first day.
struct Beginning {
    DateSaid date;
};
struct Ending {
    DateSaid date;
    bool before = false; ///< the day before it is the last
};
struct Lasting {
    Duration duration;
};
struct BeginningIn {
    Duration duration;
};
struct EndingIn {
    Duration duration;
    bool before = false;
};
using Reading = std::variant<Meaning, Beginning, Ending, Lasting, BeginningIn, EndingIn>;

/// A piece in tokens.
struct Draft {
    std::size_t begin = 0;
    std::size_t end = 0; ///< 0: nothing was read
    State state = State::Understood;
    std::vector<Reading> readings = {};
    Why why = Why::Unknown;

    explicit operator bool() const { return end > 0; }
};

/// The most that a form of ours takes.
struct Range {
    std::int64_t least, most;
};
constexpr Range rangeOf(Quantity quantity) {
    switch (quantity) {
    case Quantity::Height:
        return {1, 120};
    case Quantity::Power:
        return {1'000, 100'000'000};
    case Quantity::Mass:
        return {1, 5'000'000};
    case Quantity::Length:
        break;
    }
    return {1, 5'000};
}
constexpr Range pieceRange{1, 1'000}, cordRange{1, 12};

Meaning meaningOf(Quantity quantity, std::int64_t amount) {
    const auto small = static_cast<std::int32_t>(amount);
    switch (quantity) {
    case Quantity::Height:
        return Height{small};
    case Quantity::Power:
        return Power{amount};
    case Quantity::Mass:
        return Mass{amount};
    case Quantity::Length:
        break;
    }
    return Length{small};
}

Draft notUnderstood(std::size_t begin, std::size_t end, Why why) {
    return {begin, end, State::NotUnderstood, {}, why};
}

class Parser {
public:
    Parser(const QString &text, const Reader &reader) : m_reader(reader), m_tokens(tokensOf(text)) {
        for (const Site &site : reader.sites) {
            m_sites.push_back({phrases::phraseOf(site.code), {site.id, site.code}});
            m_sites.push_back({phrases::phraseOf(site.name), {site.id, site.code}});
        }
    }

    [[nodiscard]] std::vector<Part> pieces() {
        std::vector<Draft> drafts;
        for (std::size_t at = 0; at < size();) {
            Draft next = draftAt(at);
            at = next.end;
            drafts.push_back(std::move(next));
        }
        return settled(drafts);
    }

private:
    struct SitePhrase {
        phrases::Phrase words;
        said::At meaning;
    };
    struct DateMatch {
        std::size_t end = 0;
        std::vector<Reading> begins; ///< as the first day
    };

    [[nodiscard]] std::size_t size() const { return m_tokens.size(); }
    [[nodiscard]] bool is(std::size_t at, Token::Kind kind) const { return at < size() && m_tokens[at].kind == kind; }
    [[nodiscard]] bool is(std::size_t at, QStringView text) const { return at < size() && m_tokens[at].is(text); }
    [[nodiscard]] bool isWord(std::size_t at) const { return is(at, Token::Kind::Word); }
    [[nodiscard]] bool isNumber(std::size_t at) const { return is(at, Token::Kind::Number); }
    [[nodiscard]] std::size_t skipSpace(std::size_t at) const { return is(at, Token::Kind::Space) ? at + 1 : at; }
    [[nodiscard]] std::size_t longest(std::size_t at, Role role) const {
        return at < size() ? phrases::longest(m_tokens, at, role) : 0;
    }
    /// Whether what ends here is a word or a number of its own, and not a part of "kWh" or "C14A".
    [[nodiscard]] bool endsFree(std::size_t at) const { return !isWord(at) && !isNumber(at); }
    /// After this word or phrase, if it stands here, and the space behind it.
    [[nodiscard]] std::size_t skip(std::size_t at, Role role) const {
        const std::size_t end = longest(at, role);
        return end > 0 && endsFree(end) ? skipSpace(end) : at;
    }
    /// Digits without a separator: a day, a year, the size of a connector.
    [[nodiscard]] std::optional<int> plainNumber(std::size_t at) const {
        if (!isNumber(at) || m_tokens[at].length > 4) {
            return std::nullopt;
        }
        bool plain = false;
        const int number = m_tokens[at].folded.toInt(&plain);
        return plain ? std::optional(number) : std::nullopt;
    }
    [[nodiscard]] std::optional<int> count(std::size_t at, Range range) const {
        std::optional<int> number = at < size() ? phrases::numberWord(m_tokens[at]) : std::nullopt;
        if (!number && isNumber(at)) {
            const auto readings = readNumber(m_tokens[at].folded, m_reader.language);
            const auto whole = readings.size() == 1 ? readings.front().whole() : std::nullopt;
            number = whole ? std::optional(static_cast<int>(*whole)) : std::nullopt;
        }
        return number && *number >= range.least && *number <= range.most ? number : std::nullopt;
    }

    [[nodiscard]] Draft draftAt(std::size_t at) const {
        if (is(at, Token::Kind::Space)) {
            return {at, at + 1, State::Joining};
        }
        if (const Draft turned = turnedAt(at)) {
            return turned;
        }
        if (const Draft read = readAt(at)) {
            return read;
        }
        if (const std::size_t end = longest(at, Role::Joining); end > 0 && endsFree(end) && !hyphenated(at, end)) {
            return {at, end, State::Joining};
        }
        if (is(at, Token::Kind::Sign) && u",;:&+/().·|"_s.contains(m_tokens[at].folded)) {
            return {at, at + 1, State::Joining};
        }
        return unknownAt(at);
    }

    /// "-4": a dash joins only where space follows.
    [[nodiscard]] bool hyphenated(std::size_t at, std::size_t end) const {
        return is(at, Token::Kind::Sign) && end < size() && !is(end, Token::Kind::Space);
    }

    /// Up to the next space, comma or bracket.
    [[nodiscard]] Draft unknownAt(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < size() && !is(end, Token::Kind::Space) && !u",;()"_s.contains(m_tokens[end].folded)) {
            ++end;
        }
        return notUnderstood(at, end, Why::Unknown);
    }

    /// "no C14", "about 35 kg", "-4U".
    [[nodiscard]] Draft turnedAt(std::size_t at) const {
        const bool minus = (is(at, u"-") || is(at, u"−")) && isNumber(at + 1);
        const std::size_t no = longest(at, Role::Negation);
        const std::size_t hedge = longest(at, Role::Hedge);
        const std::size_t end = minus ? at + 1 : std::max(no, hedge);
        if (end == 0 || (isWord(at) && !endsFree(end))) {
            return {};
        }
        Draft next = readAt(skipSpace(end));
        if (!next) {
            return minus ? unknownAt(at) : notUnderstood(at, end, Why::Unknown);
        }
        next.begin = at;
        if (minus || no > 0) {
            return notUnderstood(at, next.end, minus ? Why::OutOfRange : Why::Negated);
        }
        next.state = next.state == State::Understood ? State::Question : next.state;
        return next;
    }

    /// What has a meaning of its own.
    [[nodiscard]] Draft readAt(std::size_t at) const {
        if (at >= size()) {
            return {};
        }
        using Rule = Draft (Parser::*)(std::size_t) const;
        for (const Rule rule : {&Parser::inletAt, &Parser::dimensionsAt, &Parser::endAt, &Parser::beginningAt,
                                &Parser::durationAt, &Parser::quantityAt, &Parser::bareDateAt, &Parser::plugAt,
                                &Parser::fixedAt, &Parser::countAt, &Parser::siteAt}) {
            if (Draft draft = (this->*rule)(at)) {
                draft.begin = at;
                return draft;
            }
        }
        return {};
    }

    // ---- temperatures

    [[nodiscard]] Draft inletAt(std::size_t begin) const {
        std::size_t at = begin;
        for (std::size_t next = skip(at, Role::Inlet); next != at; next = skip(at, Role::Inlet)) {
            at = next;
        }
        const std::size_t low = at;
        if (!isNumber(low)) {
            return {};
        }
        at = skipSpace(low + 1);
        if (const std::size_t unit = longest(at, Role::Celsius)) {
            at = skipSpace(unit);
        }
        const std::size_t to = longest(at, Role::To);
        const std::size_t high = skipSpace(to);
        if (to == 0 || !isNumber(high)) {
            return {};
        }
        std::size_t end = longest(skipSpace(high + 1), Role::Celsius);
        if (end == 0 || !endsFree(end)) {
            return {};
        }
        if (const std::size_t label = skip(skipSpace(end), Role::Inlet);
            label != skipSpace(end) && !is(skipSpace(end), u"from") && !is(skipSpace(end), u"van")) {
            end = is(label - 1, Token::Kind::Space) ? label - 1 : label;
        }
        constexpr std::int64_t millidegrees = 1'000, hottest = 60'000;
        const auto lowest = readNumber(m_tokens[low].folded, m_reader.language);
        const auto highest = readNumber(m_tokens[high].folded, m_reader.language);
        if (lowest.size() != 1 || highest.size() != 1) {
            return notUnderstood(begin, end, Why::Unknown);
        }
        const auto min = lowest.front().times(millidegrees);
        const auto max = highest.front().times(millidegrees);
        if (!min || !max) {
            return notUnderstood(begin, end, Why::TooFine);
        }
        if (*min >= *max || *max > hottest) {
            return notUnderstood(begin, end, Why::OutOfRange);
        }
        return {begin,
                end,
                State::Understood,
                {said::Inlet{{static_cast<std::int32_t>(*min)}, {static_cast<std::int32_t>(*max)}}}};
    }

    // ---- quantities

    /// "190×590×430 mm": which of them is the depth nobody says.
    [[nodiscard]] Draft dimensionsAt(std::size_t begin) const {
        std::size_t at = begin;
        int factors = 0;
        while (isNumber(at)) {
            ++factors;
            const std::size_t next = skipSpace(at + 1);
            const auto unit = phrases::unit(m_tokens, next);
            if (factors > 1 && unit.end > 0 && unit.quantity == Quantity::Length && endsFree(unit.end)) {
                return notUnderstood(begin, unit.end, Why::OtherSize);
            }
            const std::size_t afterUnit =
                unit.end > 0 && unit.quantity == Quantity::Length ? skipSpace(unit.end) : next;
            if (!is(afterUnit, u"×") && !is(afterUnit, u"x") && !is(afterUnit, u"*")) {
                return {};
            }
            at = skipSpace(afterUnit + 1);
        }
        return {};
    }

    struct Number {
        std::size_t end = 0;
        std::vector<TypedNumber> readings;
    };
    /// "1.2", "2½", "½".
    [[nodiscard]] Number numberAt(std::size_t at) const {
        constexpr TypedNumber half{TypedNumber::one / 2};
        if (is(at, u"½")) {
            return {at + 1, {half}};
        }
        if (!isNumber(at)) {
            return {};
        }
        Number number{at + 1, readNumber(m_tokens[at].folded, m_reader.language)};
        if (is(at + 1, u"½") && number.readings.size() == 1) {
            number = {at + 2, {{number.readings.front().millionths + half.millionths}}};
        }
        return number;
    }

    /// "half U", "anderhalve HE", "1/2 U": spoken only of heights.
    [[nodiscard]] Draft halvesAt(std::size_t begin) const {
        std::size_t at = begin;
        std::int32_t halfUnits = 1;
        if (is(at, u"1") && is(at + 1, u"/") && is(at + 2, u"2")) {
            at += 3;
        } else if (is(at, u"half") || is(at, u"halve") || is(at, u"anderhalf") || is(at, u"anderhalve")) {
            halfUnits = m_tokens[at].folded.startsWith(u"ander") ? 3 : 1;
            ++at;
        } else {
            return {};
        }
        at = is(at, u"-") ? at + 1 : skipSpace(at);
        at = is(at, u"a") ? skipSpace(at + 1) : at; // "half a U"
        const auto unit = phrases::unit(m_tokens, at);
        if (unit.end == 0 || unit.quantity != Quantity::Height || !endsFree(unit.end)) {
            return {};
        }
        return {begin, unit.end, State::Understood, {Height{halfUnits}}};
    }

    [[nodiscard]] Draft quantityAt(std::size_t begin) const {
        const std::size_t labelled = skip(begin, Role::Label);
        const std::size_t at = is(labelled, u":") || is(labelled, u"=") ? skipSpace(labelled + 1) : labelled;
        if (const Draft halves = halvesAt(at)) {
            return halves;
        }
        if (const Draft parted = partedAt(at)) {
            return parted;
        }
        const Number number = numberAt(at);
        const auto unit = phrases::unit(m_tokens, skipSpace(number.end));
        if (number.end == 0 || unit.end == 0 || !endsFree(unit.end)) {
            return {};
        }
        return measured(begin, number.readings, unit, begin != at);
    }

    /// "1 200 W": one number with a space in it, or two of which the first says something else.
    [[nodiscard]] Draft partedAt(std::size_t at) const {
        if (!isNumber(at) || !is(at + 1, Token::Kind::Space) || !isNumber(at + 2)) {
            return {};
        }
        const QString &left = m_tokens[at].folded, &right = m_tokens[at + 2].folded;
        const auto unit = phrases::unit(m_tokens, skipSpace(at + 3));
        const bool groups = left.size() <= 3 && !left.startsWith(u'0') && right.size() == 3;
        const auto first = plainNumber(at), second = plainNumber(at + 2);
        if (!groups || !first || !second || unit.end == 0 || !endsFree(unit.end)) {
            return {};
        }
        return measured(at, {{(*first * 1000 + *second) * TypedNumber::one}, {*second * TypedNumber::one}}, unit,
                        false);
    }

    [[nodiscard]] Draft measured(std::size_t begin, const std::vector<TypedNumber> &readings, const phrases::Unit &unit,
                                 bool labelled) const {
        std::size_t end = unit.end;
        const std::size_t next = skipSpace(end);
        const auto takes = [&](Role role) {
            const std::size_t word = longest(next, role);
            return word > 0 && endsFree(word) ? word : 0;
        };
        if (const std::size_t word = takes(Role::Total)) {
            return notUnderstood(begin, word, Why::Total);
        }
        bool deep = labelled;
        if (unit.quantity == Quantity::Length) {
            if (const std::size_t word = takes(Role::Deep)) {
                end = word;
                deep = true;
            } else if (const std::size_t other = takes(Role::OtherSize)) {
                return notUnderstood(begin, other, Why::OtherSize);
            }
        } else if (const std::size_t word = unit.quantity == Quantity::Height ? takes(Role::High) : 0) {
            end = word;
        }
        Draft draft{begin, end, readings.size() == 1 ? State::Understood : State::Question};
        const auto [least, most] = rangeOf(unit.quantity);
        // The form takes whole watts.
        const std::int64_t grain = unit.quantity == Quantity::Power ? 1'000 : 1;
        Why why = Why::Unknown;
        for (const TypedNumber reading : readings) {
            const auto amount = reading.times(unit.size);
            if (!amount || *amount % grain != 0) {
                why = Why::TooFine;
            } else if (*amount < least || *amount > most) {
                why = Why::OutOfRange;
            } else {
                draft.readings.push_back(meaningOf(unit.quantity, *amount));
            }
        }
        // "6 m" without a word of depth may be six months.
        if (const bool letter = is(unit.end - 1, u"m"); letter && !deep && unit.quantity == Quantity::Length) {
            if (const auto months = readings.size() == 1 ? readings.front().whole() : std::nullopt;
                months && *months > 0 && *months <= mostMonths) {
                draft.readings.push_back(Lasting{{static_cast<int>(*months), Duration::Unit::Months}});
                draft.state = State::Question;
            }
        }
        return draft.readings.empty() ? notUnderstood(begin, end, why) : draft;
    }

    // ---- counts, cords, plugs

    [[nodiscard]] Draft countAt(std::size_t begin) const {
        const bool spelled = begin < size() && phrases::numberWord(m_tokens[begin]);
        if (!isNumber(begin) && !spelled) {
            return {};
        }
        const std::size_t next = skipSpace(begin + 1);
        if (const std::size_t end = longest(next, Role::Supplies); end > 0 && endsFree(end)) {
            const auto cords = count(begin, cordRange);
            return cords ? Draft{begin, end, State::Understood, {said::Cords{*cords}}}
                         : notUnderstood(begin, end, Why::OutOfRange);
        }
        if (const std::size_t end = longest(next, Role::Times)) {
            return timesAt(begin, end);
        }
        if (const std::size_t end = longest(next, Role::Pieces); end > 0 && endsFree(end)) {
            const auto pieces = count(begin, pieceRange);
            return pieces ? Draft{begin, end, State::Understood, {said::Pieces{*pieces}}}
                          : notUnderstood(begin, end, Why::OutOfRange);
        }
        // "6 4U servers", "2 C14": what the bare number counts follows from what it stands before.
        if (next > begin + 1) {
            if (const Draft plug = plugAt(next); plug && count(begin, cordRange)) {
                return {begin, begin + 1, State::Understood, {said::Cords{*count(begin, cordRange)}}};
            }
            if (const auto pieces = count(begin, pieceRange); pieces && isHeightAt(next)) {
                return {begin, begin + 1, State::Question, {said::Pieces{*pieces}}};
            }
        }
        return {};
    }

    [[nodiscard]] bool isHeightAt(std::size_t at) const {
        const Number number = numberAt(at);
        const auto unit = phrases::unit(m_tokens, skipSpace(number.end));
        return number.end > 0 && unit.end > 0 && unit.quantity == Quantity::Height && endsFree(unit.end);
    }

    /// "3× 4U" counts pieces, "2× C14" cords; "2× 750 W" may be either.
    [[nodiscard]] Draft timesAt(std::size_t begin, std::size_t end) const {
        const std::size_t next = skipSpace(end);
        const auto pieces = count(begin, pieceRange);
        const auto cords = count(begin, cordRange);
        if (!pieces) {
            return notUnderstood(begin, end, Why::OutOfRange);
        }
        if (const std::size_t supplies = longest(next, Role::Supplies); supplies > 0 && endsFree(supplies)) {
            return cords ? Draft{begin, supplies, State::Understood, {said::Cords{*cords}}}
                         : notUnderstood(begin, supplies, Why::OutOfRange);
        }
        if (cords && plugAt(next)) {
            return {begin, end, State::Understood, {said::Cords{*cords}}};
        }
        const Number number = numberAt(next);
        const auto unit = phrases::unit(m_tokens, skipSpace(number.end));
        if (cords && number.end > 0 && unit.end > 0 && unit.quantity == Quantity::Power) {
            return {begin, end, State::Question, {said::Pieces{*pieces}, said::Cords{*cords}}};
        }
        return {begin, end, State::Understood, {said::Pieces{*pieces}}};
    }

    [[nodiscard]] Draft plugAt(std::size_t begin) const {
        const std::size_t at = skip(begin, Role::PlugWord);
        const Draft plug = is(at, u"c") ? couplerAt(at) : industrialAt(at);
        if (!plug) {
            return {};
        }
        const std::size_t word = longest(skipSpace(plug.end), Role::PlugWord);
        Draft draft = plug;
        draft.begin = begin;
        draft.end = word > 0 && endsFree(word) ? word : plug.end;
        return draft;
    }

    /// "C14"; a C13 is the outlet that it goes into.
    [[nodiscard]] Draft couplerAt(std::size_t at) const {
        const auto number = plainNumber(at + 1);
        if (!number || !endsFree(at + 2)) {
            return {};
        }
        for (const auto &[known, inlet] : {std::pair(13, u"C14"_s), {14, u"C14"_s}, {19, u"C20"_s}, {20, u"C20"_s}}) {
            if (*number == known) {
                return {at, at + 2, State::Understood, {said::Plug{inlet}}};
            }
        }
        return {};
    }

    /// "CEE 16A", "IEC 60309 32A 3P".
    [[nodiscard]] Draft industrialAt(std::size_t begin) const {
        std::size_t at = begin;
        const auto gap = [this](std::size_t at) { return is(at, u"-") ? at + 1 : skipSpace(at); };
        if (is(at, u"cee")) {
            ++at;
        } else {
            at = is(at, u"iec") ? gap(at + 1) : at;
            if (!is(at, u"60309")) {
                return {};
            }
            ++at;
        }
        at = gap(at);
        const auto ampere = plainNumber(at);
        if (!ampere || (*ampere != 16 && *ampere != 32)) {
            return {};
        }
        ++at;
        if (const std::size_t unit = skipSpace(at); is(unit, u"a") || is(unit, u"amp") || is(unit, u"ampere")) {
            at = unit + 1;
        }
        std::vector<int> phases{1, 3};
        const std::size_t next = gap(at);
        if (const auto said = phrases::fixedWords(m_tokens, next);
            said.end > 0 && std::holds_alternative<said::Phases>(*said.meaning)) {
            phases = {std::get<said::Phases>(*said.meaning).number};
            at = said.end;
        } else if ((is(next, u"1") || is(next, u"3")) && is(next + 1, u"p")) {
            phases = {is(next, u"1") ? 1 : 3};
            at = next + 2;
        }
        if (!endsFree(at)) {
            return {};
        }
        Draft draft{begin, at, phases.size() == 1 ? State::Understood : State::Question};
        for (const int number : phases) {
            draft.readings.push_back(said::Plug{u"IEC 60309 %1A %2P"_s.arg(*ampere).arg(number)});
        }
        return draft;
    }

    [[nodiscard]] Draft fixedAt(std::size_t begin) const {
        const auto said = phrases::fixedWords(m_tokens, begin);
        if (said.end == 0 || !endsFree(said.end)) {
            return {};
        }
        std::size_t end = said.end;
        if (std::holds_alternative<said::Cords>(*said.meaning)) {
            if (const std::size_t word = longest(skipSpace(end), Role::Supplies); word > 0 && endsFree(word)) {
                end = word; // "dual power cords"
            }
        }
        return {begin, end, State::Understood, {*said.meaning}};
    }

    [[nodiscard]] Draft siteAt(std::size_t begin) const {
        const std::size_t at = skip(begin, Role::At);
        Draft draft;
        for (const SitePhrase &site : m_sites) {
            const std::size_t end = phrases::match(m_tokens, at, site.words);
            if (end == 0 || !endsFree(end) || end < draft.end) {
                continue;
            }
            if (end > draft.end) {
                draft = {begin, end, State::Understood, {}};
            }
            const auto same = [&](const Reading &reading) {
                return std::get<said::At>(std::get<Meaning>(reading)).site == site.meaning.site;
            };
            if (std::ranges::none_of(draft.readings, same)) {
                draft.readings.push_back(site.meaning);
            }
        }
        if (draft.readings.size() > 1) {
            draft.state = State::Question;
        }
        return draft;
    }

    // ---- dates

    static constexpr int mostMonths = 600;

    [[nodiscard]] Draft beginningAt(std::size_t begin) const {
        const std::size_t word = longest(begin, Role::From);
        if (word == 0 || !endsFree(word)) {
            return {};
        }
        const DateMatch date = dateAt(skipSpace(word), true);
        if (date.end == 0) {
            return {};
        }
        return dated(begin, date.end, date.begins);
    }

    [[nodiscard]] Draft endAt(std::size_t begin) const {
        const std::size_t until = longest(begin, Role::Until);
        const std::size_t before = longest(begin, Role::Before);
        const bool maybeBefore = is(begin, u"voor"); // "for" as well
        const std::size_t word = std::max({until, before, maybeBefore ? begin + 1 : 0});
        const bool dash = is(begin, u"–") || is(begin, u"—") || is(begin, u"-");
        if ((word == 0 && !dash) || (word > 0 && !endsFree(word))) {
            return {};
        }
        const DateMatch date = dateAt(skipSpace(dash ? begin + 1 : word), !dash && !maybeBefore);
        if (date.end == 0 || (dash && !endsDate(begin))) {
            return {};
        }
        std::vector<Reading> readings;
        for (const Reading &reading : date.begins) {
            readings.push_back(asEnd(reading, maybeBefore || before > until));
        }
        if (maybeBefore) {
            readings.insert(readings.end(), date.begins.begin(), date.begins.end());
        }
        return dated(begin, date.end, readings);
    }

    [[nodiscard]] static Reading asEnd(const Reading &begins, bool before) {
        if (const auto *date = std::get_if<Beginning>(&begins)) {
            return Ending{date->date, before};
        }
        return EndingIn{std::get<BeginningIn>(begins).duration, before};
    }

    [[nodiscard]] static Draft dated(std::size_t begin, std::size_t end, const std::vector<Reading> &readings) {
        return {begin, end, readings.size() == 1 ? State::Understood : State::Question, readings};
    }

    /// Whether a date stands before this dash.
    [[nodiscard]] bool endsDate(std::size_t dash) const {
        for (std::size_t at = 0; at < dash; ++at) {
            if (const DateMatch date = dateAt(at, false); date.end > 0 && skipSpace(date.end) == dash) {
                return true;
            }
        }
        return false;
    }

    /// "for 6 months", "a year", "in 2 weeks".
    [[nodiscard]] Draft durationAt(std::size_t begin) const {
        const std::size_t forWord = longest(begin, Role::For);
        const std::size_t inWord = longest(begin, Role::In);
        const std::size_t word = std::max(forWord, inWord);
        if (word > 0 && !endsFree(word)) {
            return {};
        }
        std::size_t at = word > 0 ? skipSpace(word) : begin;
        const auto [end, duration] = lengthOfTimeAt(at, word > 0);
        if (end == 0) {
            return {};
        }
        if (const std::size_t next = skipSpace(end); word == 0 && (is(next, u"lang") || is(next, u"long"))) {
            return {begin, next + 1, State::Understood, {Lasting{duration}}};
        }
        if (forWord > 0) {
            return {begin, end, State::Understood, {Lasting{duration}}};
        }
        if (inWord > 0) {
            return {begin, end, State::Understood, {BeginningIn{duration}}};
        }
        return {begin, end, State::Question, {Lasting{duration}, BeginningIn{duration}}};
    }

    /// `letters`: a single letter is a unit.
    [[nodiscard]] std::pair<std::size_t, Duration> lengthOfTimeAt(std::size_t at, bool letters) const {
        using Unit = Duration::Unit;
        if (is(at, u"a") || is(at, u"an") || is(at, u"een")) {
            const std::size_t next = skipSpace(at + 1);
            if (is(next, u"half") && (is(skipSpace(next + 1), u"year") || is(skipSpace(next + 1), u"jaar"))) {
                return {skipSpace(next + 1) + 1, {6, Unit::Months}};
            }
            const auto unit = next < size() ? phrases::durationUnit(m_tokens[next], false) : std::nullopt;
            return unit && endsFree(next + 1) ? std::pair(next + 1, Duration{1, *unit})
                                              : std::pair(std::size_t{0}, Duration());
        }
        if (is(at, u"half") && is(skipSpace(at + 1), u"a") && is(skipSpace(skipSpace(at + 1) + 1), u"year")) {
            return {skipSpace(skipSpace(at + 1) + 1) + 1, {6, Unit::Months}};
        }
        const auto number = count(at, {1, mostMonths});
        const std::size_t next = skipSpace(at + 1);
        const auto unit = number && next < size() ? phrases::durationUnit(m_tokens[next], letters) : std::nullopt;
        return unit && endsFree(next + 1) ? std::pair(next + 1, Duration{*number, *unit})
                                          : std::pair(std::size_t{0}, Duration());
    }

    /// A date that nothing names the first or the last day; before another date it is the first.
    [[nodiscard]] Draft bareDateAt(std::size_t begin) const {
        const DateMatch date = dateAt(begin, false);
        if (date.end == 0) {
            return {};
        }
        const std::size_t next = skipSpace(date.end);
        const bool now = m_tokens[begin].is(u"now") || m_tokens[begin].is(u"nu");
        if (now || endAt(next)) {
            return dated(begin, date.end, date.begins);
        }
        std::vector<Reading> readings = date.begins;
        for (const Reading &reading : date.begins) {
            if (const auto *in = std::get_if<BeginningIn>(&reading)) {
                readings.push_back(Lasting{in->duration});
            } else {
                readings.push_back(asEnd(reading, false));
            }
        }
        return {begin, date.end, State::Question, readings};
    }

    /// `named`: a word before it says that a date follows, so that less will do: "May", "2027", "1-5".
    [[nodiscard]] DateMatch dateAt(std::size_t at, bool named) const {
        if (at >= size()) {
            return {};
        }
        for (const DateMatch &match : {relativeAt(at), figuresAt(at, named), wordedAt(at, named), weekAt(at)}) {
            if (match.end > 0 && endsFree(match.end)) {
                return match;
            }
        }
        if (const auto year = yearAt(at); named && year) {
            return {at + 1, {Beginning{{DateSaid::Unit::Year, *year}}}};
        }
        return {};
    }

    /// Four digits, and no quantity: "from 1 May 2000 W" has no year.
    [[nodiscard]] std::optional<int> yearAt(std::size_t at) const {
        const auto year = plainNumber(at);
        const bool measure = phrases::unit(m_tokens, skipSpace(at + 1)).end > 0;
        return year && *year >= 1900 && !measure && endsFree(at + 1) ? year : std::nullopt;
    }

    [[nodiscard]] DateMatch relativeAt(std::size_t at) const {
        const QDate today = m_reader.today.toDate();
        const auto said = [](QDate day, DateSaid::Unit unit) {
            int year = day.year();
            const int week = day.weekNumber(unit == DateSaid::Unit::Week ? &year : nullptr);
            return std::vector<Reading>{
                Beginning{{unit, year, day.month(), unit == DateSaid::Unit::Week ? week : day.day()}}};
        };
        struct Words {
            std::vector<phrases::Phrase> phrases;
            int days, weeks, months, years;
            DateSaid::Unit unit;
        };
        using Unit = DateSaid::Unit;
        static const auto list = [](std::initializer_list<const char16_t *> texts) {
            std::vector<phrases::Phrase> all;
            for (const auto *text : texts) {
                all.push_back(phrases::phraseOf(QString::fromUtf16(text)));
            }
            return all;
        };
        static const std::vector<Words> known{
            {list({u"today", u"vandaag", u"now", u"nu"}), 0, 0, 0, 0, Unit::Day},
            {list({u"tomorrow", u"morgen"}), 1, 0, 0, 0, Unit::Day},
            {list({u"next week", u"volgende week"}), 0, 1, 0, 0, Unit::Week},
            {list({u"next month", u"volgende maand"}), 0, 0, 1, 0, Unit::Month},
            {list({u"next year", u"volgend jaar"}), 0, 0, 0, 1, Unit::Year},
        };
        for (const Words &words : known) {
            if (const std::size_t end = phrases::longest(m_tokens, at, words.phrases)) {
                const QDate first(today.year(), today.month(), words.months > 0 ? 1 : today.day());
                return {end,
                        said(first.addDays(words.days + 7 * words.weeks).addMonths(words.months).addYears(words.years),
                             words.unit)};
            }
        }
        if (is(at, u"+") && at + 1 < size()) {
            const std::size_t number = skipSpace(at + 1);
            if (const auto [end, duration] = lengthOfTimeAt(number, true); end > 0) {
                return {end, {BeginningIn{duration}}};
            }
        }
        return {};
    }

    /// "2027-05-01", "1-5-2027", "1.5.2027", "1/5".
    [[nodiscard]] DateMatch figuresAt(std::size_t at, bool named) const {
        if (!isNumber(at)) {
            return {};
        }
        if (m_tokens[at].folded.count(u'.') == 2) {
            const QStringList parts = m_tokens[at].folded.split(u'.');
            const auto year = fullYear(parts[2]);
            return year ? dayAndMonth(at + 1, year, parts[0].toInt(), parts[1].toInt(), false) : DateMatch();
        }
        const QString sign = is(at + 1, u"-") || is(at + 1, u"/") ? m_tokens[at + 1].folded : QString();
        const auto first = plainNumber(at);
        if (sign.isEmpty() || !first) {
            return {};
        }
        // "2027-W18"
        if (is(at + 2, u"w") && plainNumber(at + 3)) {
            return isoWeek(at + 4, *first, *plainNumber(at + 3));
        }
        const auto second = plainNumber(at + 2);
        const bool three = is(at + 3, sign) && isNumber(at + 4);
        if (!second || m_tokens[at + 2].length > 2) {
            return {};
        }
        if (m_tokens[at].length == 4) {
            const auto day = three ? plainNumber(at + 4) : std::nullopt;
            return day ? DateMatch{at + 5, {Beginning{{DateSaid::Unit::Day, *first, *second, *day}}}} : DateMatch();
        }
        const bool slash = sign == u"/";
        if (m_tokens[at].length > 2 || (!three && !slash && !named)) {
            return {};
        }
        const auto year = three ? fullYear(m_tokens[at + 4].folded) : std::nullopt;
        if (three && !year) {
            return {};
        }
        return dayAndMonth(three ? at + 5 : at + 3, year, *first, *second, m_reader.language == Language::English);
    }

    [[nodiscard]] static DateMatch isoWeek(std::size_t end, int year, int week) {
        return {end, {Beginning{{DateSaid::Unit::Week, year, 1, week}}}};
    }

    [[nodiscard]] static std::optional<int> fullYear(const QString &digits) {
        bool plain = false;
        const int year = digits.toInt(&plain);
        if (!plain || (digits.size() != 2 && digits.size() != 4)) {
            return std::nullopt;
        }
        return digits.size() == 2 ? 2000 + year : year;
    }

    /// English is written in either order.
    [[nodiscard]] static DateMatch dayAndMonth(std::size_t end, std::optional<int> year, int first, int second,
                                               bool eitherOrder) {
        DateMatch match{end, {}};
        if (second <= 12 || !eitherOrder) {
            match.begins.push_back(Beginning{{DateSaid::Unit::Day, year, second, first}});
        }
        if (eitherOrder && first <= 12 && first != second) {
            match.begins.push_back(Beginning{{DateSaid::Unit::Day, year, first, second}});
        }
        if (match.begins.empty()) {
            match.begins.push_back(Beginning{{DateSaid::Unit::Day, year, second, first}});
        }
        return match;
    }

    /// "1 May", "1st of May 2027", "May 1, 2027", "mei 2027".
    [[nodiscard]] DateMatch wordedAt(std::size_t at, bool named) const {
        const auto skipOrdinal = [this](std::size_t at) {
            for (const auto *ending : {u"st", u"nd", u"rd", u"th", u"e", u"ste", u"de"}) {
                if (is(at, QStringView(ending))) {
                    return at + 1;
                }
            }
            return at;
        };
        // The year, after a full stop or a comma; then where it ends.
        const auto withYear = [this](std::size_t end) {
            std::size_t at = is(end, u".") || is(end, u",") ? end + 1 : end;
            at = skipSpace(at);
            const auto year = yearAt(at);
            return year ? std::pair(at + 1, year) : std::pair(end, std::optional<int>());
        };
        if (const auto day = plainNumber(at); day && m_tokens[at].length <= 2) {
            std::size_t next = skipSpace(skipOrdinal(at + 1));
            next = is(next, u"of") || is(next, u"-") ? skipSpace(next + 1) : next;
            if (const auto month = next < size() ? phrases::month(m_tokens[next]) : std::nullopt) {
                const auto [end, year] = withYear(is(next + 1, u"-") ? next + 2 : next + 1);
                return {year ? end : next + 1, {Beginning{{DateSaid::Unit::Day, year, *month, *day}}}};
            }
            return {};
        }
        const auto month = phrases::month(m_tokens[at]);
        if (!month || !endsFree(at + 1)) {
            return {};
        }
        const std::size_t next = skipSpace(at + 1);
        if (const auto day = plainNumber(next);
            day && m_tokens[next].length <= 2 && phrases::unit(m_tokens, skipSpace(next + 1)).end == 0) {
            const std::size_t afterDay = skipOrdinal(next + 1);
            const auto [end, year] = withYear(afterDay);
            return {end, {Beginning{{DateSaid::Unit::Day, year, *month, *day}}}};
        }
        const auto [end, year] = withYear(at + 1);
        if (!year && !named) {
            return {}; // "may" alone is a word
        }
        return {end, {Beginning{{DateSaid::Unit::Month, year, *month}}}};
    }

    /// "wk 18", "week 34 2027".
    [[nodiscard]] DateMatch weekAt(std::size_t at) const {
        if (!is(at, u"wk") && !is(at, u"week")) {
            return {};
        }
        std::size_t number = at + 1;
        number = is(number, u".") ? number + 1 : number;
        number = skipSpace(number);
        const auto week = plainNumber(number);
        if (!week || m_tokens[number].length > 2) {
            return {};
        }
        std::size_t next = number + 1;
        next = is(next, u"/") || is(next, u"-") || is(next, u",") ? skipSpace(next + 1) : skipSpace(next);
        next = is(next, u"of") || is(next, u"van") ? skipSpace(next + 1) : next;
        if (const auto year = yearAt(next)) {
            return {next + 1, {Beginning{{DateSaid::Unit::Week, *year, 1, *week}}}};
        }
        return {number + 1, {Beginning{{DateSaid::Unit::Week, {}, 1, *week}}}};
    }

    // ---- from drafts to pieces

    /// The day on which it begins; nullopt: there is no such day.
    [[nodiscard]] std::optional<Meaning> resolved(const Reading &reading, Day from) const {
        struct Resolver {
            Day today, from;
            std::optional<Meaning> operator()(const Meaning &meaning) const { return meaning; }
            std::optional<Meaning> operator()(const Beginning &begins) const {
                const auto days = daysOf(begins.date, today);
                // Of a week or a month that has begun, what is left; a past that was named stays what it is.
                return days ? std::optional<Meaning>(
                                  said::From{begins.date.year ? days->first : std::max(days->first, today)})
                            : std::nullopt;
            }
            std::optional<Meaning> operator()(const Ending &ends) const {
                const auto days = daysOf(ends.date, from);
                return days ? std::optional<Meaning>(said::LastDay{ends.before ? days->first.plus(-1) : days->last})
                            : std::nullopt;
            }
            std::optional<Meaning> operator()(const Lasting &lasts) const {
                return said::LastDay{after(from, lasts.duration).plus(-1)};
            }
            std::optional<Meaning> operator()(const BeginningIn &in) const {
                return said::From{after(today, in.duration)};
            }
            std::optional<Meaning> operator()(const EndingIn &in) const {
                return said::LastDay{after(today, in.duration).plus(in.before ? -1 : 0)};
            }
        };
        return std::visit(Resolver{m_reader.today, from}, reading);
    }

    [[nodiscard]] std::vector<Part> settled(const std::vector<Draft> &drafts) const {
        Day from = m_reader.today;
        for (const Draft &draft : drafts) {
            if (draft.state == State::Understood) {
                const auto meaning = resolved(draft.readings.front(), from);
                if (const auto *begins = meaning ? std::get_if<said::From>(&*meaning) : nullptr) {
                    from = begins->day;
                    break;
                }
            }
        }
        std::vector<Part> pieces;
        for (const Draft &draft : drafts) {
            const qsizetype begin = m_tokens[draft.begin].begin;
            Part piece{draft.state, begin, m_tokens[draft.end - 1].end() - begin, {}, draft.why};
            for (const Reading &reading : draft.readings) {
                if (const auto meaning = resolved(reading, from);
                    meaning && !std::ranges::count(piece.readings, *meaning)) {
                    piece.readings.push_back(*meaning);
                }
            }
            if (!draft.readings.empty() && piece.readings.empty()) {
                piece.state = State::NotUnderstood;
                piece.why = Why::NoSuchDate;
            }
            pieces.push_back(std::move(piece));
        }
        decidePlug(pieces);
        refuseContradictions(pieces);
        return pieces;
    }

    /// "CEE 32A 3φ": the phases may be said elsewhere.
    static void decidePlug(std::vector<Part> &pieces) {
        const auto phases = std::ranges::find_if(pieces, [](const Part &piece) {
            return piece.state == State::Understood && std::holds_alternative<said::Phases>(piece.readings.front());
        });
        if (phases == pieces.end()) {
            return;
        }
        const QString ending = u" %1P"_s.arg(std::get<said::Phases>(phases->readings.front()).number);
        for (Part &piece : pieces) {
            const bool plugs = piece.readings.size() > 1 && std::holds_alternative<said::Plug>(piece.readings.front());
            if (plugs && piece.state == State::Question) {
                std::erase_if(piece.readings, [&](const Meaning &meaning) {
                    return !std::get<said::Plug>(meaning).inlet.endsWith(ending);
                });
                piece.state = State::Understood;
            }
        }
    }

    static void refuseContradictions(std::vector<Part> &pieces) {
        std::vector<bool> twice(pieces.size());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (std::size_t j = 0; j < pieces.size(); ++j) {
                twice[i] = twice[i] || (pieces[i].state == State::Understood && pieces[j].state == State::Understood &&
                                        contradict(pieces[i].readings.front(), pieces[j].readings.front()));
            }
        }
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (twice[i]) {
                refuse(pieces[i], Why::SaidTwice);
            }
        }
        Day from = Day::always();
        for (const Part &piece : pieces) {
            const auto *begins =
                piece.state == State::Understood ? std::get_if<said::From>(&piece.readings.front()) : nullptr;
            from = begins ? begins->day : from;
        }
        for (Part &piece : pieces) {
            const auto *ends =
                piece.state == State::Understood ? std::get_if<said::LastDay>(&piece.readings.front()) : nullptr;
            if (ends && ends->day < from) {
                refuse(piece, Why::EndsFirst);
            }
        }
    }

    static bool contradict(const Meaning &a, const Meaning &b) {
        if (const auto *plug = std::get_if<said::Plug>(&a)) {
            // A plug of one phase is no plug of three.
            const auto *phases = std::get_if<said::Phases>(&b);
            if (phases && plug->inlet.endsWith(u'P')) {
                return !plug->inlet.endsWith(u" %1P"_s.arg(phases->number));
            }
        }
        if (std::holds_alternative<said::Phases>(a) && std::holds_alternative<said::Plug>(b)) {
            return contradict(b, a);
        }
        return a.index() == b.index() && a != b;
    }

    static void refuse(Part &piece, Why why) {
        piece.state = State::NotUnderstood;
        piece.readings.clear();
        piece.why = why;
    }

    const Reader &m_reader;
    std::vector<Token> m_tokens;
    std::vector<SitePhrase> m_sites;
};

/// "4", "2.5" in the language; as many decimals as there are.
QString number(std::int64_t amount, std::int64_t size, Language language) {
    const std::int64_t fraction = amount % size;
    QString text = QString::number(amount / size);
    if (fraction != 0) {
        QString decimals = QString::number(fraction * 1'000'000 / size).rightJustified(6, u'0');
        while (decimals.endsWith(u'0')) {
            decimals.chop(1);
        }
        // Three decimals alone could be read as thousands: one more makes them what they are.
        decimals += decimals.size() == 3 ? u"0"_s : QString();
        text += (language == Language::Dutch ? u',' : u'.') + decimals;
    }
    return text;
}

} // namespace

bool Sentence::asksForSpace() const {
    return std::ranges::any_of(pieces, [](const Part &piece) {
        return (piece.state == State::Understood || piece.state == State::Question) &&
               std::ranges::any_of(piece.readings, [](const Meaning &meaning) {
                   return !std::holds_alternative<said::At>(meaning) && !std::holds_alternative<said::From>(meaning) &&
                          !std::holds_alternative<said::LastDay>(meaning);
               });
    });
}

bool Sentence::clear() const {
    return std::ranges::none_of(pieces, [](const Part &piece) {
        return piece.state == State::Question || piece.state == State::NotUnderstood;
    });
}

Reader readerOf(const Snapshot &snapshot, const QLocale &locale) {
    return {locale.language() == QLocale::Dutch ? Language::Dutch : Language::English,
            snapshot.today,
            {snapshot.sites.begin(), snapshot.sites.end()}};
}

Sentence readSentence(const QString &text, const Reader &reader) {
    return {text, Parser(text, reader).pieces()};
}

QString wordsFor(const Meaning &meaning, Language language) {
    struct Words {
        Language language;
        [[nodiscard]] QString either(const QString &english, const QString &dutch) const {
            return language == Language::Dutch ? dutch : english;
        }
        QString operator()(Height height) const {
            return number(height.halfUnits, 2, language) + either(u"U"_s, u" HE"_s);
        }
        QString operator()(Power power) const { return number(power.milliwatts, 1'000, language) + u" W"_s; }
        QString operator()(Mass mass) const {
            return mass.grams % 1'000 == 0 ? number(mass.grams, 1'000, language) + u" kg"_s
                                           : number(mass.grams, 1, language) + u" g"_s;
        }
        QString operator()(Length depth) const {
            return number(depth.mm, 1, language) + either(u" mm deep"_s, u" mm diep"_s);
        }
        QString operator()(said::Cords cords) const {
            return cords.number == 1 ? either(u"1 cord"_s, u"1 voeding"_s)
                                     : either(u"%1 cords"_s, u"%1 voedingen"_s).arg(cords.number);
        }
        QString operator()(said::Phases phases) const { return either(u"%1-phase"_s, u"%1-fase"_s).arg(phases.number); }
        QString operator()(const said::Plug &plug) const { return plug.inlet; }
        QString operator()(const said::Airflow &airflow) const { return airflow.way; }
        QString operator()(said::Pieces pieces) const {
            return either(u"%1 pieces"_s, u"%1 stuks"_s).arg(pieces.number);
        }
        QString operator()(const said::At &at) const { return at.code; }
        QString operator()(said::From from) const {
            return either(u"from "_s, u"vanaf "_s) + from.day.toDate().toString(Qt::ISODate);
        }
        QString operator()(said::LastDay last) const {
            return either(u"until "_s, u"t/m "_s) + last.day.toDate().toString(Qt::ISODate);
        }
        QString operator()(said::Inlet inlet) const {
            return number(inlet.min.millidegrees, 1'000, language) + u'–' +
                   number(inlet.max.millidegrees, 1'000, language) + u" °C"_s;
        }
    };
    return std::visit(Words{language}, meaning);
}

Wanted wantedBy(const Sentence &sentence, Wanted otherwise) {
    struct Filler {
        Wanted &wanted;
        void operator()(Height height) const { wanted.item.height = height; }
        void operator()(Power power) const { wanted.item.draw = power; }
        void operator()(Mass mass) const { wanted.item.weight = mass; }
        void operator()(Length depth) const { wanted.item.depth = depth; }
        void operator()(said::Cords cords) const { wanted.item.cords = cords.number; }
        void operator()(said::Phases phases) const { wanted.item.phases = phases.number == 3 ? u"123"_s : u"1"_s; }
        void operator()(const said::Plug &plug) const {
            wanted.item.plug = plug.inlet;
            if (plug.inlet.endsWith(u" 3P")) {
                wanted.item.phases = u"123"_s;
            }
        }
        void operator()(const said::Airflow &airflow) const { wanted.item.airflow = airflow.way; }
        void operator()(said::Pieces pieces) const { wanted.count = pieces.number; }
        void operator()(const said::At &at) const { wanted.site = at.site; }
        void operator()(said::From from) const { wanted.during.from = from.day; }
        void operator()(said::LastDay last) const { wanted.during.until = last.day.plus(1); }
        void operator()(said::Inlet inlet) const {
            wanted.item.inletMin = inlet.min;
            wanted.item.inletMax = inlet.max;
        }
    };
    for (const Part &piece : sentence.pieces) {
        if (piece.state == State::Understood) {
            std::visit(Filler{otherwise}, piece.readings.front());
        }
    }
    return otherwise;
}

} // namespace polder
