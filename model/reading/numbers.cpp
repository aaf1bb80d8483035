#include "model/reading/numbers.h"

#include <QStringList>

namespace polder {

namespace {

constexpr qsizetype mostDigits = 9; ///< before the decimal sign; more is no quantity of ours
constexpr qsizetype mostDecimals = 6;

std::vector<TypedNumber> decimal(const QString &whole, const QString &fraction) {
    if (whole.size() > mostDigits || fraction.size() > mostDecimals) {
        return {};
    }
    return {{whole.toLongLong() * TypedNumber::one + fraction.leftJustified(mostDecimals, u'0').toLongLong()}};
}

/// "1", "200", "000": what a sign for thousands parts.
bool grouped(const QStringList &parts) {
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (parts[i].size() != 3) {
            return false;
        }
    }
    return parts[0].size() <= 3 && !parts[0].startsWith(u'0');
}

} // namespace

std::optional<std::int64_t> TypedNumber::times(std::int64_t size) const {
    // The part before the sign and the part after it each stay far from the end of the range.
    const std::int64_t fraction = millionths % one * size;
    if (fraction % one != 0) {
        return std::nullopt;
    }
    return millionths / one * size + fraction / one;
}

std::vector<TypedNumber> readNumber(QStringView text, Language language) {
    QString signs;
    QStringList parts{QString()};
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            parts.last() += c;
        } else {
            signs += c;
            parts << QString();
        }
    }
    if (signs.isEmpty()) {
        return decimal(parts[0], {});
    }
    const QChar last = signs.back();
    const QChar point = language == Language::Dutch ? u',' : u'.';
    const bool decimalSign = last == u'.' || last == u',';
    const bool oneKind = signs.count(signs[0]) == signs.size();
    const auto asGroups = [&] {
        return grouped(parts) ? decimal(parts.join(QString()), {}) : std::vector<TypedNumber>();
    };
    const auto asDecimal = [&] { return decimal(parts.mid(0, parts.size() - 1).join(QString()), parts.last()); };
    if (oneKind && (signs.size() > 1 || !decimalSign)) {
        return asGroups();
    }
    if (!oneKind) {
        // "1,200.5": whoever writes both says which is which.
        const QString before = signs.chopped(1);
        const bool clear = decimalSign && before.count(before[0]) == before.size() && before[0] != last;
        return clear && grouped(parts.mid(0, parts.size() - 1)) ? asDecimal() : std::vector<TypedNumber>();
    }
    if (!grouped(parts)) {
        return asDecimal();
    }
    if (last != point) {
        return asGroups();
    }
    auto readings = asDecimal();
    for (const TypedNumber other : asGroups()) {
        readings.push_back(other);
    }
    return readings;
}

} // namespace polder
