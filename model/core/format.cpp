#include "model/core/format.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

constexpr double thousand = 1000.0;

/// To so many decimals of the unit in which it is shown: of the thousand of base units, or of the million.
std::int64_t rounded(std::int64_t number, int decimals) {
    constexpr std::int64_t million = 1'000'000;
    std::int64_t step = std::abs(number) < million ? 1'000 : million;
    for (int i = 0; i < decimals && step > 1; ++i) {
        step /= 10;
    }
    return static_cast<std::int64_t>(std::llround(static_cast<double>(number) / static_cast<double>(step))) * step;
}

/// What the record says in a code, and people in words.
struct Coded {
    const char16_t *code;
    const char *words;
};

constexpr Coded dataClasses[] = {
    {u"laag", QT_TRANSLATE_NOOP("polder::Format", "low")},
    {u"middel", QT_TRANSLATE_NOOP("polder::Format", "medium")},
    {u"hoog", QT_TRANSLATE_NOOP("polder::Format", "high")},
};

constexpr Coded airflows[] = {
    {u"front-to-rear", QT_TRANSLATE_NOOP("polder::Format", "front to rear")},
    {u"rear-to-front", QT_TRANSLATE_NOOP("polder::Format", "rear to front")},
    {u"left-to-right", QT_TRANSLATE_NOOP("polder::Format", "left to right")},
    {u"right-to-left", QT_TRANSLATE_NOOP("polder::Format", "right to left")},
    {u"side-to-rear", QT_TRANSLATE_NOOP("polder::Format", "side to rear")},
    {u"passive", QT_TRANSLATE_NOOP("polder::Format", "passive")},
    {u"side", QT_TRANSLATE_NOOP("polder::Format", "sideways")},
    {u"none", QT_TRANSLATE_NOOP("polder::Format", "none")},
};

QString wordsFor(std::span<const Coded> known, const QString &code) {
    const auto coded =
        std::ranges::find(known, QStringView(code), [](const Coded &one) { return QStringView(one.code); });
    return coded == known.end() ? code : Format::tr(coded->words);
}

} // namespace

Format::Format(const QLocale &locale) : m_locale(locale) {
}

QString Format::number(double value, int decimals) const {
    QString text = m_locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(m_locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(m_locale.decimalPoint())) {
            text.chop(m_locale.decimalPoint().size());
        }
    }
    return text;
}

QString Format::thousands(std::int64_t thousandths, const char *unit, const char *bigUnit, int decimals) const {
    const double units = static_cast<double>(thousandths) / thousand;
    if (std::abs(units) < thousand) {
        return number(units, std::min(decimals, 3)) + u' ' + QLatin1String(unit);
    }
    return number(units / thousand, decimals) + u' ' + QLatin1String(bigUnit);
}

QString Format::power(Power power) const {
    return thousands(power.milliwatts, "W", "kW", 3);
}

QString Format::apparent(ApparentPower power) const {
    return thousands(power.milliva, "VA", "kVA", 1);
}

QString Format::mass(Mass mass) const {
    return number(static_cast<double>(mass.grams) / thousand, 3) + u" kg"_s;
}

QString Format::height(Height height) const {
    return number(height.halfUnits / 2.0, 1) + u'U';
}

QString Format::length(Length length) const {
    return m_locale.toString(length.mm) + u" mm"_s;
}

QString Format::temperature(Temperature temperature) const {
    return number(temperature.millidegrees / thousand, 3) + u" °C"_s;
}

QString Format::count(std::int64_t number) const {
    return m_locale.toString(qint64{number});
}

QString Format::percent(int permille) const {
    return number(permille / 10.0, 1) + u" %"_s;
}

QString Format::day(Day day) const {
    return m_locale.toString(day.toDate(), u"d MMM yyyy"_s);
}

QString Format::period(const Period &period) const {
    const bool begins = period.from != Day::always();
    const bool ends = !period.openEnded();
    if (begins && ends) {
        return u"%1 – %2"_s.arg(day(period.from), day(period.until.plus(-1)));
    }
    if (begins) {
        return tr("from %1").arg(day(period.from));
    }
    return ends ? tr("up to and including %1").arg(day(period.until.plus(-1))) : tr("always");
}

QString Format::unit(const Rack &rack, Height below) const {
    return number(unitNumber(rack, below), 1);
}

QString Format::left(Power power) const {
    constexpr std::int64_t kilo = 1'000'000;
    const std::int64_t step = power.milliwatts < kilo ? 1'000 : kilo / 10;
    return this->power({power.milliwatts / step * step});
}

QString Format::left(Mass mass) const {
    return this->mass({mass.grams - mass.grams % 1000});
}

QString Format::amount(std::int64_t number, const QString &unit, int decimals) const {
    if (unit == "mW"_L1) {
        return thousands(number, "W", "kW", decimals);
    }
    if (unit == "mVA"_L1) {
        return thousands(number, "VA", "kVA", decimals);
    }
    if (unit == "g"_L1) {
        return this->number(static_cast<double>(number) / thousand, std::min(decimals, 3)) + u" kg"_s;
    }
    if (unit == "hu"_L1) {
        return height({static_cast<std::int32_t>(number)});
    }
    if (unit == "mC"_L1) {
        return temperature({static_cast<std::int32_t>(number)});
    }
    if (unit == "mK/h"_L1) {
        return this->number(static_cast<double>(number) / thousand, 3) + u" K/h"_s;
    }
    if (unit == "VC"_L1) {
        return u"VC-"_s + QChar(static_cast<char16_t>(u'A' + number - 1));
    }
    if (unit == "class"_L1) {
        return tr("class %1").arg(count(number));
    }
    if (unit == "pieces"_L1 || unit.isEmpty()) {
        return count(number);
    }
    return count(number) + u' ' + unit;
}

QString Format::amount(const Shortfall &shortfall, std::optional<std::int64_t> number, int decimals) const {
    if (!number) {
        return {};
    }
    if (shortfall.rule == u"G1" && shortfall.quantity == u"NEN 7510") {
        return *number > 0 ? tr("in scope") : tr("not in scope");
    }
    if (shortfall.rule == u"G1" && *number >= 1 && *number <= 3) {
        return tr(dataClasses[*number - 1].words);
    }
    return amount(*number, shortfall.unit, decimals);
}

QString Format::dataClass(const QString &code) {
    return wordsFor(dataClasses, code);
}

QString Format::airflow(const QString &code) {
    return wordsFor(airflows, code);
}

bool Format::addsUp(const QString &unit) {
    return !QStringList{u"mm"_s, u"mC"_s, u"mK/h"_s, u"nT"_s, u"VC"_s, u"class"_s, u"N"_s}.contains(unit);
}

int Format::decimalsOf(const Shortfall &shortfall) {
    const std::int64_t limit = shortfall.capacity.value_or(0);
    const std::int64_t asked = shortfall.requested.value_or(0);
    const std::int64_t used = shortfall.used.value_or(0);
    if (!shortfall.capacity || asked + used <= limit) {
        return 1; // it makes no comparison that could look wrong
    }
    for (int decimals = 1; decimals < exact; ++decimals) {
        if (rounded(asked, decimals) + rounded(used, decimals) > limit) {
            return decimals;
        }
    }
    return exact;
}

QString Format::shortfall(const Shortfall &shortfall) const {
    const int decimals = decimalsOf(shortfall);
    const auto say = [&](std::optional<std::int64_t> number) { return amount(shortfall, number, decimals); };
    // The limit is a figure that somebody gave, down to its last digit; the others are sums and shares.
    const QString limit = shortfall.capacity ? amount(shortfall, shortfall.capacity) : tr("unknown");
    QString text = shortfall.where;
    if (!shortfall.quantity.isEmpty()) {
        text += u' ' + shortfall.quantity;
    }
    text += u": "_s;
    if (shortfall.rule == u"LEDGER") {
        text += tr("%1 by the bookings, %2 in the ledger").arg(amount(shortfall, shortfall.used), limit);
    } else if (shortfall.rule == u"G4" && !shortfall.capacity) {
        text += tr("no hosting agreement is in force for the whole period");
    } else if (shortfall.rule == u"S1" && shortfall.unit == u"hu" && shortfall.requested &&
               shortfall.used.value_or(0) == 0) {
        text += tr("%1 asked, free in a row: %2").arg(say(shortfall.requested), limit);
    } else if (shortfall.requested && shortfall.used && addsUp(shortfall.unit)) {
        text += tr("%1 asked, %2 in use, limit %3").arg(say(shortfall.requested), say(shortfall.used), limit);
    } else if (shortfall.requested) {
        text += tr("%1 asked, limit %2").arg(say(shortfall.requested), limit);
    } else if (shortfall.used) {
        text += tr("%1 in use, limit %2").arg(say(shortfall.used), limit);
    } else {
        text += tr("limit %1").arg(limit);
    }
    if (!shortfall.failing.isEmpty()) {
        text += u", "_s + tr("when %1 fails").arg(shortfall.failing);
    }
    text += u", "_s + tr("from %1").arg(day(shortfall.date));
    return text + u" (%1)"_s.arg(shortfall.rule);
}

double unitNumber(const Rack &rack, Height below) {
    const double units = below.halfUnits / 2.0;
    return rack.numberedDown ? rack.units - units : units + 1;
}

std::optional<Height> heightBelow(const Rack &rack, double unitNumber) {
    const double halves = unitNumber * 2;
    if (halves != std::floor(halves)) {
        return std::nullopt;
    }
    const int below = static_cast<int>(rack.numberedDown ? 2 * rack.units - halves : halves - 2);
    if (below < 0 || below >= 2 * rack.units) {
        return std::nullopt;
    }
    return Height{below};
}

} // namespace polder
