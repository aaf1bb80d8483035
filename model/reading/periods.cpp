#include "model/reading/parser.h"

#include <algorithm>

namespace polder::parsing {

using namespace Qt::StringLiterals;

Draft Parser::beginningAt(std::size_t begin) const {
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

Draft Parser::endAt(std::size_t begin) const {
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

Reading Parser::asEnd(const Reading &begins, bool before) {
    if (const auto *date = std::get_if<Beginning>(&begins)) {
        return Ending{date->date, before};
    }
    return EndingIn{std::get<BeginningIn>(begins).duration, before};
}

Draft Parser::dated(std::size_t begin, std::size_t end, const std::vector<Reading> &readings) {
    return {begin, end, readings.size() == 1 ? State::Understood : State::Question, readings};
}

bool Parser::endsDate(std::size_t dash) const {
    for (std::size_t at = 0; at < dash; ++at) {
        if (const DateMatch date = dateAt(at, false); date.end > 0 && skipSpace(date.end) == dash) {
            return true;
        }
    }
    return false;
}

Draft Parser::durationAt(std::size_t begin) const {
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

Draft Parser::bareDateAt(std::size_t begin) const {
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

Parser::DateMatch Parser::dateAt(std::size_t at, bool named) const {
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

std::optional<int> Parser::yearAt(std::size_t at) const {
    const auto year = plainNumber(at);
    const bool measure = phrases::unit(m_tokens, skipSpace(at + 1)).end > 0;
    return year && *year >= 1900 && !measure && endsFree(at + 1) ? year : std::nullopt;
}

Parser::DateMatch Parser::relativeAt(std::size_t at) const {
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
            return {end, said(first.addDays(words.days + 7 * words.weeks).addMonths(words.months).addYears(words.years),
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

Parser::DateMatch Parser::figuresAt(std::size_t at, bool named) const {
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

Parser::DateMatch Parser::isoWeek(std::size_t end, int year, int week) {
    return {end, {Beginning{{DateSaid::Unit::Week, year, 1, week}}}};
}

std::optional<int> Parser::fullYear(const QString &digits) {
    bool plain = false;
    const int year = digits.toInt(&plain);
    if (!plain || (digits.size() != 2 && digits.size() != 4)) {
        return std::nullopt;
    }
    return digits.size() == 2 ? 2000 + year : year;
}

Parser::DateMatch Parser::dayAndMonth(std::size_t end, std::optional<int> year, int first, int second,
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

Parser::DateMatch Parser::wordedAt(std::size_t at, bool named) const {
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

Parser::DateMatch Parser::weekAt(std::size_t at) const {
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

} // namespace polder::parsing
