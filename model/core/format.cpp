#include "model/core/format.h"

#include <QCoreApplication>
#include <QHash>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("format", text);
}

/// Exact: `value` / 10^decimals, without trailing zeros.
QString decimal(std::int64_t value, int decimals, const QLocale &locale) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const std::int64_t whole = value / scale;
    QString fraction = QString::number(std::abs(value % scale)).rightJustified(decimals, u'0');
    while (fraction.endsWith(u'0')) {
        fraction.chop(1);
    }
    const QString sign = value < 0 && whole == 0 ? locale.negativeSign() : QString();
    const QString text = sign + locale.toString(static_cast<qlonglong>(whole));
    return decimals == 0 || fraction.isEmpty() ? text : text + locale.decimalPoint() + fraction;
}

struct People {
    QString unit;
    int decimals;
};

/// Kilo from a thousand on, as people say it.
People unitForPeople(std::int64_t value, const QString &unit) {
    const bool kilo = std::abs(value) >= 1'000'000;
    if (unit == u"mW") {
        return kilo ? People{u"kW"_s, 6} : People{u"W"_s, 3};
    }
    if (unit == u"mVA") {
        return kilo ? People{u"kVA"_s, 6} : People{u"VA"_s, 3};
    }
    if (unit == u"g") {
        return {u"kg"_s, 3};
    }
    return {unit, 0};
}

} // namespace

QString formatQuantity(std::int64_t value, const QString &unit, const QLocale &locale) {
    if (unit == u"hu") {
        return decimal(value * 5, 1, locale) + u" U"_s;
    }
    if (unit == u"pieces" || unit.isEmpty()) {
        return locale.toString(static_cast<qlonglong>(value));
    }
    const People people = unitForPeople(value, unit);
    return decimal(value, people.decimals, locale) + u' ' + people.unit;
}

QString formatPosition(int halfUnits, const QLocale &locale) {
    return decimal(std::int64_t{halfUnits} * 5 + 10, 1, locale);
}

QString format(Day day, const QLocale &locale) {
    if (day == Day::never() || day == Day::always()) {
        return {};
    }
    return locale.toString(day.toDate(), u"d MMM yyyy"_s);
}

QString format(const Period &period, const QLocale &locale) {
    if (period.openEnded()) {
        return tr("from %1").arg(format(period.from, locale));
    }
    return tr("%1 to %2").arg(format(period.from, locale), format(period.until.plus(-1), locale));
}

QString ruleTitle(const QString &rule) {
    static const QHash<QString, const char *> titles{
        {u"S1"_s, QT_TRANSLATE_NOOP("format", "space in the rack")},
        {u"S2"_s, QT_TRANSLATE_NOOP("format", "width, depth and rails")},
        {u"S3"_s, QT_TRANSLATE_NOOP("format", "weight on the rack")},
        {u"S4"_s, QT_TRANSLATE_NOOP("format", "weight on the floor")},
        {u"C1"_s, QT_TRANSLATE_NOOP("format", "heat in the rack")},
        {u"C2"_s, QT_TRANSLATE_NOOP("format", "heat in the cooling zone")},
        {u"P1"_s, QT_TRANSLATE_NOOP("format", "outlets")},
        {u"P2"_s, QT_TRANSLATE_NOOP("format", "current of the outlet")},
        {u"P3"_s, QT_TRANSLATE_NOOP("format", "load of the breaker bank")},
        {u"P4"_s, QT_TRANSLATE_NOOP("format", "load of the rack PDU")},
        {u"P5"_s, QT_TRANSLATE_NOOP("format", "load of the power chain")},
        {u"P6"_s, QT_TRANSLATE_NOOP("format", "load after a failure")},
        {u"P7"_s, QT_TRANSLATE_NOOP("format", "separate paths")},
        {u"G4"_s, QT_TRANSLATE_NOOP("format", "hosting agreement")},
        {u"N1"_s, QT_TRANSLATE_NOOP("format", "network ports")},
    };
    const char *title = titles.value(rule);
    return title ? tr(title) : rule;
}

QString describe(const Shortfall &s, const QLocale &locale) {
    QString text = s.where + u": "_s + ruleTitle(s.rule);
    if (!s.quantity.isEmpty()) {
        text += u' ' + s.quantity;
    }
    const auto number = [&](std::int64_t value) { return formatQuantity(value, s.unit, locale); };
    if (!s.capacity && s.rule == u"G4") {
        text += tr(", no agreement is in force for the whole period");
    } else if (!s.capacity) {
        text += tr(", the limit is unknown");
    } else {
        text += tr(", limit %1").arg(number(*s.capacity));
    }
    if (s.used) {
        text += tr(", %1 in use").arg(number(*s.used));
    }
    if (s.requested) {
        text += tr(", %1 more asked").arg(number(*s.requested));
    }
    if (!s.failing.isEmpty()) {
        text += tr(", when %1 fails").arg(s.failing);
    }
    const QString date = format(s.date, locale);
    return date.isEmpty() ? text : text + tr(", from %1").arg(date);
}

QJsonObject toJson(const Shortfall &s) {
    const auto number = [](const std::optional<std::int64_t> &value) {
        return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
    };
    const bool dated = s.date != Day::always() && s.date != Day::never();
    return {{u"rule"_s, s.rule},
            {u"where"_s, s.where},
            {u"node"_s, s.node == 0 ? QJsonValue() : QJsonValue(s.node)},
            {u"requested"_s, number(s.requested)},
            {u"used"_s, number(s.used)},
            {u"capacity"_s, number(s.capacity)},
            {u"unit"_s, s.unit},
            {u"quantity"_s, s.quantity},
            {u"failing"_s, s.failing},
            {u"date"_s, dated ? QJsonValue(s.date.toDate().toString(Qt::ISODate)) : QJsonValue()}};
}

QJsonArray toJson(const std::vector<Shortfall> &shortfalls) {
    QJsonArray array;
    for (const Shortfall &one : shortfalls) {
        array << toJson(one);
    }
    return array;
}

std::vector<Shortfall> shortfallsOf(const QJsonObject &refusal) {
    const auto number = [](const QJsonValue &value) {
        return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
    };
    std::vector<Shortfall> shortfalls;
    for (const QJsonValue &value : refusal[u"violations"_s].toArray()) {
        const QDate date = QDate::fromString(value[u"date"_s].toString(), Qt::ISODate);
        shortfalls.push_back({value[u"rule"_s].toString(), value[u"where"_s].toString(), value[u"node"_s].toInt(),
                              number(value[u"requested"_s]), number(value[u"used"_s]), number(value[u"capacity"_s]),
                              value[u"unit"_s].toString(), value[u"quantity"_s].toString(),
                              value[u"failing"_s].toString(), date.isValid() ? Day::fromDate(date) : Day::always()});
    }
    return shortfalls;
}

} // namespace polder
