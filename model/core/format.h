#pragma once

#include "model/core/day.h"
#include "model/core/shortfall.h"
#include "model/core/units.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QString>

#include <vector>

// The one place where numbers become text, and refusals become sentences.
namespace polder {

/// A number in the base unit of a shortfall ("mW", "mVA", "g", "hu", "mm", "pieces"), as people read it: 1200000 mW is
/// "1.2 kW", 500 mW "0.5 W", 9 hu "4.5 U". Never rounded: 40,000,001 mW over the limit must not look like the limit.
[[nodiscard]] QString formatQuantity(std::int64_t value, const QString &unit, const QLocale &locale = QLocale());

[[nodiscard]] inline QString format(Power value, const QLocale &locale = QLocale()) {
    return formatQuantity(value.milliwatts, QStringLiteral("mW"), locale);
}
[[nodiscard]] inline QString format(Mass value, const QLocale &locale = QLocale()) {
    return formatQuantity(value.grams, QStringLiteral("g"), locale);
}
[[nodiscard]] inline QString format(Height value, const QLocale &locale = QLocale()) {
    return formatQuantity(value.halfUnits, QStringLiteral("hu"), locale);
}

/// The U position of a half-unit offset from the bottom: 0 is "1", 23 is "12.5".
[[nodiscard]] QString formatPosition(int halfUnits, const QLocale &locale = QLocale());
/// An open end is an empty text.
[[nodiscard]] QString format(Day day, const QLocale &locale = QLocale());
/// With its last day, as screens show it; "from 1 May 2027" without an end.
[[nodiscard]] QString format(const Period &period, const QLocale &locale = QLocale());

/// What the rule is about, in the viewer's language: "S3" is "weight on the rack".
[[nodiscard]] QString ruleTitle(const QString &rule);
/// One sentence with all its numbers.
[[nodiscard]] QString describe(const Shortfall &shortfall, const QLocale &locale = QLocale());

/// As in the DETAIL of a refusal, `{"violations": [...]}` (SQLSTATE PL001).
[[nodiscard]] QJsonObject toJson(const Shortfall &shortfall);
[[nodiscard]] QJsonArray toJson(const std::vector<Shortfall> &shortfalls);
[[nodiscard]] std::vector<Shortfall> shortfallsOf(const QJsonObject &refusal);

} // namespace polder
