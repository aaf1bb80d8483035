#include "model/reading/tokens.h"

namespace polder {

namespace {

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isApostrophe(QChar c) {
    return c == u'\'' || c == u'’';
}

/// What may stand between the digits of one number; a narrow or unbreakable space is not the end of it.
bool isSeparator(QChar c) {
    return c == u'.' || c == u',' || c == u'\u00a0' || c == u'\u202f' || c == u'\u2009';
}

Token::Kind kindOf(QChar c) {
    if (isDigit(c)) {
        return Token::Kind::Number;
    }
    return c.isSpace() ? Token::Kind::Space : c.isLetter() ? Token::Kind::Word : Token::Kind::Sign;
}

} // namespace

std::vector<Token> tokensOf(const QString &text) {
    std::vector<Token> tokens;
    for (qsizetype begin = 0; begin < text.size();) {
        const Token::Kind kind = kindOf(text[begin]);
        qsizetype end = begin + 1;
        const auto inside = [&] {
            const QChar c = text[end];
            const bool more = end + 1 < text.size();
            return kindOf(c) == kind ||
                   (kind == Token::Kind::Number && isSeparator(c) && more && isDigit(text[end + 1])) ||
                   (kind == Token::Kind::Word && isApostrophe(c) && more && text[end + 1].isLetter());
        };
        while (kind != Token::Kind::Sign && end < text.size() && inside()) {
            ++end;
        }
        tokens.push_back({kind, begin, end - begin, text.mid(begin, end - begin).toCaseFolded()});
        begin = end;
    }
    return tokens;
}

} // namespace polder
