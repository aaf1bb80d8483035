#include "app/polderctl/values.h"

#include <QDate>
#include <QFile>

namespace polder::ctl {

using namespace Qt::StringLiterals;

Result<QByteArray> contentOf(const QString &path) {
    QFile file(path);
    const bool open = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        error.data = {{u"file"_s, path}};
        return error;
    }
    return file.readAll();
}

Error usage(const QString &what) {
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = what;
    error.hint = u"polderctl --help lists the commands; polderctl COMMAND --help their options."_s;
    return error;
}

Result<std::optional<qint64>> wholeNumber(const QCommandLineParser &options, const QString &name, qint64 least,
                                          qint64 most) {
    if (!options.isSet(name)) {
        return std::optional<qint64>();
    }
    bool ok = false;
    const qint64 value = options.value(name).toLongLong(&ok);
    if (!ok || value < least || value > most) {
        return invalid(u"--"_s + name, options.value(name), u"a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return std::optional(value);
}

Result<std::optional<qint64>> thousandths(const QCommandLineParser &options, const QString &name) {
    if (!options.isSet(name)) {
        return std::optional<qint64>();
    }
    // By digits, never through a double: 35.1 kg are 35,100 g.
    const QString text = options.value(name);
    const qsizetype point = text.indexOf(u'.');
    const QString whole = text.left(point < 0 ? text.size() : point);
    const QString fraction = point < 0 ? QString() : text.mid(point + 1);
    const auto digits = [](const QString &s) {
        return !s.isEmpty() && std::all_of(s.begin(), s.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (!digits(whole) || whole.size() > 9 || (point >= 0 && (!digits(fraction) || fraction.size() > 3))) {
        return invalid(u"--"_s + name, text, u"a number of 0 or more with at most three decimals"_s);
    }
    return std::optional(whole.toLongLong() * 1000 + fraction.leftJustified(3, u'0').toLongLong());
}

Result<std::optional<int>> halfUnits(const QCommandLineParser &options, const QString &name, int least) {
    const auto value = thousandths(options, name);
    if (!value.ok() || !value->has_value()) {
        return value.ok() ? Result<std::optional<int>>(std::optional<int>())
                          : Result<std::optional<int>>(value.error());
    }
    const qint64 thousand = **value;
    if (thousand % 500 != 0 || thousand / 500 < least || thousand / 500 > 200) {
        return invalid(u"--"_s + name, options.value(name),
                       u"a number of units from %1 to 100 in steps of a half"_s.arg(least / 2.0));
    }
    return std::optional(static_cast<int>(thousand / 500));
}

Result<std::optional<Day>> day(const QCommandLineParser &options, const QString &name) {
    if (!options.isSet(name)) {
        return std::optional<Day>();
    }
    const QString text = options.value(name);
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s); // Qt's ISO lets 2027/05/01 pass
    if (text.size() != 10 || !date.isValid() || date.year() < 1990 || date.year() > 2200) {
        return invalid(u"--"_s + name, options.value(name), u"a date such as 2027-05-01"_s);
    }
    return std::optional(Day::fromDate(date));
}

Result<std::optional<QString>> oneOf(const QCommandLineParser &options, const QString &name,
                                     const QStringList &allowed) {
    if (!options.isSet(name)) {
        return std::optional<QString>();
    }
    if (!allowed.contains(options.value(name))) {
        return invalid(u"--"_s + name, options.value(name), u"one of "_s + allowed.join(u", "_s));
    }
    return std::optional(options.value(name));
}

QJsonValue nodeNamed(const QString &operand) {
    return requestNamed(operand); // also a number or a name
}

QJsonValue requestNamed(const QString &operand) {
    bool isId = false;
    const qint64 id = operand.toLongLong(&isId);
    return isId ? QJsonValue(id) : QJsonValue(operand);
}

Result<QUuid> clientKey(const QCommandLineParser &options) {
    if (!options.isSet(u"key"_s)) {
        return QUuid::createUuid();
    }
    const QUuid key = QUuid::fromString(options.value(u"key"_s));
    if (key.isNull()) {
        return invalid(u"--key"_s, options.value(u"key"_s), u"a UUID"_s);
    }
    return key;
}

} // namespace polder::ctl
