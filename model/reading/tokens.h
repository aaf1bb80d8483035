#pragma once

#include <QString>

#include <vector>

namespace polder {

/// A word, a number, a sign or the space between them; tokens cover the text. Letters and digits are always parted:
/// "wk18" and "wk 18" are the same but for a space.
struct Token {
    enum class Kind {
        Space,
        Word,
        Number, ///< digits, with separators between them: "1.200", "1,2", "1.5.2027"
        Sign    ///< one code unit of anything else
    };
    Kind kind = Kind::Space;
    qsizetype begin = 0;
    qsizetype length = 0;
    QString folded; ///< upper and lower case are the same

    [[nodiscard]] qsizetype end() const { return begin + length; }
    [[nodiscard]] bool is(QStringView text) const { return folded == text; }
};

[[nodiscard]] std::vector<Token> tokensOf(const QString &text);

} // namespace polder
