#pragma once

#include "model/reading/dates.h"
#include "model/reading/phrases.h"
#include "model/reading/sentence.h"

#include <optional>
#include <variant>
#include <vector>

// How a sentence is read: token by token each form is tried in turn, in quantities.cpp and periods.cpp; what a date
// means is settled at the end, when the first day is known.
namespace polder::parsing {

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
inline Draft notUnderstood(std::size_t begin, std::size_t end, Why why) {
    return {begin, end, State::NotUnderstood, {}, why};
}

/// Of one sentence, in one reader's language.
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

    [[nodiscard]] Draft draftAt(std::size_t at) const;

    /// "-4": a dash joins only where space follows.
    [[nodiscard]] bool hyphenated(std::size_t at, std::size_t end) const;

    /// Up to the next space, comma or bracket.
    [[nodiscard]] Draft unknownAt(std::size_t at) const;

    /// "no C14", "about 35 kg", "-4U".
    [[nodiscard]] Draft turnedAt(std::size_t at) const;

    /// What has a meaning of its own.
    [[nodiscard]] Draft readAt(std::size_t at) const;

    // ---- temperatures

    [[nodiscard]] Draft inletAt(std::size_t begin) const;

    // ---- quantities

    /// "190×590×430 mm": which of them is the depth nobody says.
    [[nodiscard]] Draft dimensionsAt(std::size_t begin) const;

    struct Number {
        std::size_t end = 0;
        std::vector<TypedNumber> readings;
    };
    /// "1.2", "2½", "½".
    [[nodiscard]] Number numberAt(std::size_t at) const;

    /// "half U", "anderhalve HE", "1/2 U": spoken only of heights.
    [[nodiscard]] Draft halvesAt(std::size_t begin) const;

    [[nodiscard]] Draft quantityAt(std::size_t begin) const;

    /// "1 200 W": one number with a space in it, or two of which the first says something else.
    [[nodiscard]] Draft partedAt(std::size_t at) const;

    [[nodiscard]] Draft measured(std::size_t begin, const std::vector<TypedNumber> &readings, const phrases::Unit &unit,
                                 bool labelled) const;

    // ---- counts, cords, plugs

    [[nodiscard]] Draft countAt(std::size_t begin) const;

    [[nodiscard]] bool isHeightAt(std::size_t at) const;

    /// "3× 4U" counts pieces, "2× C14" cords; "2× 750 W" may be either.
    [[nodiscard]] Draft timesAt(std::size_t begin, std::size_t end) const;

    [[nodiscard]] Draft plugAt(std::size_t begin) const;

    /// "C14"; a C13 is the outlet that it goes into.
    [[nodiscard]] Draft couplerAt(std::size_t at) const;

    /// "CEE 16A", "IEC 60309 32A 3P".
    [[nodiscard]] Draft industrialAt(std::size_t begin) const;

    [[nodiscard]] Draft fixedAt(std::size_t begin) const;

    [[nodiscard]] Draft siteAt(std::size_t begin) const;

    // ---- dates

    static constexpr int mostMonths = 600;

    [[nodiscard]] Draft beginningAt(std::size_t begin) const;

    [[nodiscard]] Draft endAt(std::size_t begin) const;

    [[nodiscard]] static Reading asEnd(const Reading &begins, bool before);

    [[nodiscard]] static Draft dated(std::size_t begin, std::size_t end, const std::vector<Reading> &readings);

    /// Whether a date stands before this dash.
    [[nodiscard]] bool endsDate(std::size_t dash) const;

    /// "for 6 months", "a year", "in 2 weeks".
    [[nodiscard]] Draft durationAt(std::size_t begin) const;

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
    [[nodiscard]] Draft bareDateAt(std::size_t begin) const;

    /// `named`: a word before it says that a date follows, so that less will do: "May", "2027", "1-5".
    [[nodiscard]] DateMatch dateAt(std::size_t at, bool named) const;

    /// Four digits, and no quantity: "from 1 May 2000 W" has no year.
    [[nodiscard]] std::optional<int> yearAt(std::size_t at) const;

    [[nodiscard]] DateMatch relativeAt(std::size_t at) const;

    /// "2027-05-01", "1-5-2027", "1.5.2027", "1/5".
    [[nodiscard]] DateMatch figuresAt(std::size_t at, bool named) const;

    [[nodiscard]] static DateMatch isoWeek(std::size_t end, int year, int week);

    [[nodiscard]] static std::optional<int> fullYear(const QString &digits);

    /// English is written in either order.
    [[nodiscard]] static DateMatch dayAndMonth(std::size_t end, std::optional<int> year, int first, int second,
                                               bool eitherOrder);

    /// "1 May", "1st of May 2027", "May 1, 2027", "mei 2027".
    [[nodiscard]] DateMatch wordedAt(std::size_t at, bool named) const;

    /// "wk 18", "week 34 2027".
    [[nodiscard]] DateMatch weekAt(std::size_t at) const;

    // ---- from drafts to pieces

    /// The day on which it begins; nullopt: there is no such day.
    [[nodiscard]] std::optional<Meaning> resolved(const Reading &reading, Day from) const;

    [[nodiscard]] std::vector<Part> settled(const std::vector<Draft> &drafts) const;

    /// "CEE 32A 3φ": the phases may be said elsewhere.
    static void decidePlug(std::vector<Part> &pieces);

    static void refuseContradictions(std::vector<Part> &pieces);

    static bool contradict(const Meaning &a, const Meaning &b);

    static void refuse(Part &piece, Why why);

    const Reader &m_reader;
    std::vector<Token> m_tokens;
    std::vector<SitePhrase> m_sites;
};

} // namespace polder::parsing
