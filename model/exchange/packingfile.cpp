#include "model/exchange/packingfile.h"

#include "model/exchange/errors.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t mostDimensions = 1000;

class Words {
public:
    explicit Words(const QByteArray &text) : m_at(text.cbegin()), m_end(text.cend()) {}

    /// The next word; empty at the end. line() is where it stands, or where the last one stood.
    QByteArray next() {
        while (m_at != m_end && isSpace(*m_at)) {
            m_newLines += *m_at++ == '\n';
        }
        const char *const begin = m_at;
        m_at = std::find_if(m_at, m_end, isSpace);
        if (begin != m_at) {
            m_line += m_newLines;
            m_newLines = 0;
        }
        return {begin, m_at - begin};
    }
    [[nodiscard]] int line() const { return m_line; }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    const char *m_at;
    const char *m_end;
    int m_line = 1;
    int m_newLines = 0;
};

class Reader {
public:
    explicit Reader(const QByteArray &text) : m_words(text) {}

    Result<std::int32_t> number(const QString &field, std::int32_t least, std::int32_t largest,
                                const QString &limit = {}) {
        const QByteArray word = m_words.next();
        const QString allowed = u"a whole number from %1 to %2%3"_s.arg(least).arg(largest).arg(limit);
        if (word.isEmpty()) {
            return refused(field, {}, allowed, u"the file ends before it"_s);
        }
        std::int32_t value = 0;
        const auto read = std::from_chars(word.cbegin(), word.cend(), value);
        if (read.ec != std::errc() || read.ptr != word.cend() || value < least || value > largest) {
            const QString given = QString::fromUtf8(word.left(40));
            return refused(field, given, allowed, u"'%1' cannot be used, it must be %2"_s.arg(given, allowed));
        }
        return value;
    }
    std::optional<Error> end() {
        if (const QByteArray word = m_words.next(); !word.isEmpty()) {
            const QString given = QString::fromUtf8(word.left(40));
            return refused(u"end"_s, given, u"nothing"_s, u"'%1' stands behind the last item"_s.arg(given));
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] Error refused(const QString &field, const QString &value, const QString &allowed,
                                const QString &why) const {
        Error error = invalidLine(m_words.line(), u"%1: %2"_s.arg(field, why));
        error.data[u"field"_s] = field;
        error.data[u"value"_s] = value;
        error.data[u"allowed"_s] = allowed;
        return error;
    }

    Words m_words;
};

} // namespace

Result<PackingFile> parsePacking(const QByteArray &text) {
    Reader reader(text);
    PackingFile file;
    const auto dimensions = reader.number(u"dimensions"_s, 1, mostDimensions);
    if (!dimensions) {
        return dimensions.error();
    }
    for (int j = 0; j < *dimensions; ++j) {
        const auto capacity = reader.number(u"capacity %1"_s.arg(j), 0, most);
        if (!capacity) {
            return capacity.error();
        }
        file.capacity.push_back(*capacity);
    }
    const auto count = reader.number(u"items"_s, 0, most);
    if (!count) {
        return count.error();
    }
    for (int i = 0; i < *count; ++i) { // nothing is reserved: what the file says of its length may be wrong
        auto &item = file.items.emplace_back();
        for (int j = 0; j < *dimensions; ++j) {
            const auto size =
                reader.number(u"item %1, size %2"_s.arg(i).arg(j), 0, file.capacity[j], u", the capacity of a bin"_s);
            if (!size) {
                return size.error();
            }
            item.push_back(*size);
        }
        if (const auto pieces = reader.number(u"item %1, pieces"_s.arg(i), 1, 1); !pieces) {
            return pieces.error();
        }
    }
    if (const auto more = reader.end()) {
        return *more;
    }
    return file;
}

} // namespace polder
