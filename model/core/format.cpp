#include "model/core/format.h"

#include <cmath>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

constexpr double thousand = 1000.0;
constexpr int exact = 6; ///< decimals of a kilo-unit down to the thousandth of the unit

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
    return thousands(power.milliva, "VA", "kVA", 3);
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

QString Format::amount(std::int64_t number, const QString &unit) const {
    if (unit == "mW"_L1) {
        return thousands(number, "W", "kW", exact);
    }
    if (unit == "mVA"_L1) {
        return thousands(number, "VA", "kVA", exact);
    }
    if (unit == "g"_L1) {
        return mass({number});
    }
    if (unit == "hu"_L1) {
        return height({static_cast<std::int32_t>(number)});
    }
    if (unit == "pieces"_L1 || unit.isEmpty()) {
        return count(number);
    }
    return count(number) + u' ' + unit;
}

QString Format::shortfall(const Shortfall &shortfall) const {
    const auto say = [&](std::optional<std::int64_t> number) {
        return number ? amount(*number, shortfall.unit) : tr("unknown");
    };
    QString text = shortfall.where;
    if (!shortfall.quantity.isEmpty()) {
        text += u' ' + shortfall.quantity;
    }
    text += u": "_s;
    if (shortfall.rule == u"LEDGER") {
        text += tr("%1 by the bookings, %2 in the ledger").arg(say(shortfall.used), say(shortfall.capacity));
    } else if (shortfall.rule == u"G4" && !shortfall.capacity) {
        text += tr("no hosting agreement is in force for the whole period");
    } else if (shortfall.requested && shortfall.used) {
        text += tr("%1 asked, %2 in use, limit %3")
                    .arg(say(shortfall.requested), say(shortfall.used), say(shortfall.capacity));
    } else if (shortfall.requested) {
        text += tr("%1 asked, limit %2").arg(say(shortfall.requested), say(shortfall.capacity));
    } else if (shortfall.used) {
        text += tr("%1 in use, limit %2").arg(say(shortfall.used), say(shortfall.capacity));
    } else {
        text += tr("limit %1").arg(say(shortfall.capacity));
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
