#include "model/reading/parser.h"

#include <algorithm>

namespace polder::parsing {

using namespace Qt::StringLiterals;

Draft Parser::draftAt(std::size_t at) const {
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

bool Parser::hyphenated(std::size_t at, std::size_t end) const {
    return is(at, Token::Kind::Sign) && end < size() && !is(end, Token::Kind::Space);
}

Draft Parser::unknownAt(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < size() && !is(end, Token::Kind::Space) && !u",;()"_s.contains(m_tokens[end].folded)) {
        ++end;
    }
    return notUnderstood(at, end, Why::Unknown);
}

Draft Parser::turnedAt(std::size_t at) const {
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

Draft Parser::readAt(std::size_t at) const {
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

std::optional<Meaning> Parser::resolved(const Reading &reading, Day from) const {
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
        std::optional<Meaning> operator()(const BeginningIn &in) const { return said::From{after(today, in.duration)}; }
        std::optional<Meaning> operator()(const EndingIn &in) const {
            return said::LastDay{after(today, in.duration).plus(in.before ? -1 : 0)};
        }
    };
    return std::visit(Resolver{m_reader.today, from}, reading);
}

std::vector<Part> Parser::settled(const std::vector<Draft> &drafts) const {
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

void Parser::decidePlug(std::vector<Part> &pieces) {
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

void Parser::refuseContradictions(std::vector<Part> &pieces) {
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

bool Parser::contradict(const Meaning &a, const Meaning &b) {
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

void Parser::refuse(Part &piece, Why why) {
    piece.state = State::NotUnderstood;
    piece.readings.clear();
    piece.why = why;
}

} // namespace polder::parsing
