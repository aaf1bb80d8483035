#include "model/reading/parser.h"

#include <algorithm>
#include <limits>

namespace polder::parsing {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

Draft Parser::inletAt(std::size_t begin) const {
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

Draft Parser::dimensionsAt(std::size_t begin) const {
    std::size_t at = begin;
    int factors = 0;
    while (isNumber(at)) {
        ++factors;
        const std::size_t next = skipSpace(at + 1);
        const auto unit = phrases::unit(m_tokens, next);
        if (factors > 1 && unit.end > 0 && unit.quantity == Quantity::Length && endsFree(unit.end)) {
            return notUnderstood(begin, unit.end, Why::OtherSize);
        }
        const std::size_t afterUnit = unit.end > 0 && unit.quantity == Quantity::Length ? skipSpace(unit.end) : next;
        if (!is(afterUnit, u"×") && !is(afterUnit, u"x") && !is(afterUnit, u"*")) {
            return {};
        }
        at = skipSpace(afterUnit + 1);
    }
    return {};
}

Parser::Number Parser::numberAt(std::size_t at) const {
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

Draft Parser::halvesAt(std::size_t begin) const {
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

Draft Parser::quantityAt(std::size_t begin) const {
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

Draft Parser::partedAt(std::size_t at) const {
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
    return measured(at, {{(*first * 1000 + *second) * TypedNumber::one}, {*second * TypedNumber::one}}, unit, false);
}

Draft Parser::measured(std::size_t begin, const std::vector<TypedNumber> &readings, const phrases::Unit &unit,
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

Draft Parser::countAt(std::size_t begin) const {
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

bool Parser::isHeightAt(std::size_t at) const {
    const Number number = numberAt(at);
    const auto unit = phrases::unit(m_tokens, skipSpace(number.end));
    return number.end > 0 && unit.end > 0 && unit.quantity == Quantity::Height && endsFree(unit.end);
}

Draft Parser::timesAt(std::size_t begin, std::size_t end) const {
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

Draft Parser::plugAt(std::size_t begin) const {
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

Draft Parser::couplerAt(std::size_t at) const {
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

Draft Parser::industrialAt(std::size_t begin) const {
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

Draft Parser::fixedAt(std::size_t begin) const {
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

Draft Parser::siteAt(std::size_t begin) const {
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

} // namespace polder::parsing
