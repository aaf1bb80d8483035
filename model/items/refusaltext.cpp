#include "model/items/refusaltext.h"

#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/items/fieldtext.h"
#include "model/items/refusalcodes.h"
#include "model/items/statetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RefusalText)
};

constexpr const char *intentions[] = {
    QT_TRANSLATE_NOOP("polder::RefusalText", "create request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "amend request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "submit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "endorse"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "decline"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "review"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "hold"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "renew"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "release"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "deliver"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "install"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "extend"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "decommission"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "remove"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "retire"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "notify owners"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "wait list"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "return request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "reject"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "withdraw"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "move"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "promote"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "installation"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "record audit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "amend equipment"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "attach"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "detach"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "note"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "link"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "comment"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "replace"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "confirm override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "withdraw override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add agreement"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add departments"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add nodes"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add organisation"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add person"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add racks"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add site"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "appoint"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "block units"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "deputise"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "draw features"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "draw room"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "end service"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "feed node"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "found institution"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "hand over"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "import models"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "record readings"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "set limit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "set setting"),
};

constexpr const char *roles[] = {
    QT_TRANSLATE_NOOP("polder::RefusalText", "requester"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "sponsor"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "coordinator"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "coordinator of its owner"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "facility manager"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "technician"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "security officer"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "agreement manager"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "reporting"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "administrator"),
};

/// Words of the record that are written with lines under them; what is not known stays as it is.
template <std::size_t N>
QString wordsOf(const char *const (&known)[N], const QString &code) {
    const QString words = QString(code).replace(u'_', u' ');
    const auto *found = std::ranges::find_if(known, [&words](const char *one) { return words == QLatin1String(one); });
    return found == std::end(known) ? words : Text::tr(*found);
}

/// A day, a number or a word of the data, as the reader writes it.
QString valueText(const QString &name, const QJsonValue &value) {
    if (value.isDouble()) {
        constexpr int digits = 12; // 0.001 stays 0.001
        QLocale locale;
        locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
        const double number = value.toDouble();
        return number == static_cast<double>(value.toInteger()) ? locale.toString(value.toInteger())
                                                                : locale.toString(number, 'g', digits);
    }
    const QString text = value.toString();
    if (name == u"day" || name == u"from" || name == u"until") {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? Format().day(Day::fromDate(date)) : text;
    }
    if (name == u"intention") {
        return intentionText(text);
    }
    if (name == u"state") {
        return stateText(text);
    }
    if (name == u"subject" || name == u"argument") {
        return fieldText(text);
    }
    if (name == u"roles") {
        return wordsOf(roles, text);
    }
    if (name == u"rules") { // where, the list of what does not fit says
        return text.section(u' ', 0, 0);
    }
    if (name == u"choices") {
        return Format::dataClass(text);
    }
    return text;
}

QString valuesText(const QString &name, const QJsonValue &value) {
    if (!value.isArray()) {
        return valueText(name, value);
    }
    QStringList all;
    for (const QJsonValue &one : value.toArray()) {
        all << valueText(name, one);
    }
    all.removeDuplicates();
    return all.join(name == u"roles" ? Text::tr(" or ") : u", "_s);
}

/// The sentence of a code with its data; empty: a code that is not known here.
QString sentence(const QJsonObject &data) {
    const RefusalCode *code = refusalCode(data[u"code"_s].toString());
    if (!code) {
        return {};
    }
    static const QRegularExpression name(u"\\{([a-z]+)\\}"_s);
    const QJsonObject more = data[u"data"_s].toObject();
    const QString words = Text::tr(code->english);
    QString text;
    qsizetype from = 0;
    for (auto it = name.globalMatch(words); it.hasNext();) {
        const auto match = it.next();
        const QString key = match.captured(1);
        text += words.mid(from, match.capturedStart() - from);
        text += valuesText(key, more.contains(key) ? more[key] : data[key]);
        from = match.capturedEnd();
    }
    return text + words.mid(from);
}

bool isOf(const QJsonObject &data, const QString &sqlstate) {
    const RefusalCode *code = refusalCode(data[u"code"_s].toString());
    return code && sqlstate == QLatin1String(code->sqlstate);
}

QString asSentence(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

QString intentionText(const QString &intention) {
    return wordsOf(intentions, intention);
}

QString allowedText(const QJsonObject &data) {
    const QString known = sentence(data);
    // Of an option or a file this program itself says what it takes.
    return known.isEmpty() ? data[u"allowed"_s].toString() : known;
}

QString faultText(const QJsonObject &fault) {
    if (fault.contains(u"violation"_s)) {
        const Shortfall shortfall = shortfallFromJson(fault[u"violation"_s].toObject());
        return u"%1: %2"_s.arg(shortfall.rule, Format().shortfall(shortfall));
    }
    const QString known = sentence(fault);
    if (known.isEmpty()) {
        QString reason = fault[u"reason"_s].toString();
        const QString before = fault[u"field"_s].toString() + u": "_s;
        return reason.startsWith(before) ? reason.mid(before.size()) : reason;
    }
    return isOf(fault, u"PL004"_s)   ? Text::tr("must be %1").arg(known)
           : isOf(fault, u"PL002"_s) ? Text::tr("Not allowed: %1").arg(known)
                                     : known;
}

QString possibleText(const Error &error) {
    QStringList steps;
    if (error.sqlstate == u"PL006") {
        for (const QJsonValue &one : error.data[u"allowed"_s].toArray()) {
            steps << intentionText(one.toString());
        }
    }
    return steps.isEmpty() ? QString() : Text::tr("Possible now: %1.").arg(steps.join(u", "_s));
}

QString laterChangeText(const Error &error) {
    const QJsonObject &data = error.data;
    if (error.sqlstate != u"PL003" || !data.contains(u"what"_s)) {
        return {};
    }
    const QString who = data[u"changed_by"_s].toString();
    const auto when = QDateTime::fromString(data[u"changed_at"_s].toString(), Qt::ISODateWithMs);
    return Text::tr("%1 changed it after that (%2, %3).")
        .arg(who.isEmpty() ? Text::tr("Somebody else") : who, intentionText(data[u"what"_s].toString()),
             QLocale().toString(when.toLocalTime(), QLocale::ShortFormat));
}

QString refusalText(const Error &error, FieldName field) {
    const QJsonObject &data = error.data;
    const QString known = sentence(data);
    if (known.isEmpty()) {
        return error.what;
    }
    if (isOf(data, u"PL004"_s)) {
        const QString name = data[u"field"_s].toString();
        return field == FieldName::AsGiven ? Text::tr("%1: must be %2").arg(name, known)
                                           : Text::tr("“%1” must be %2.").arg(fieldText(name), known);
    }
    if (field == FieldName::AsGiven) {
        return isOf(data, u"PL002"_s) ? Text::tr("not allowed: %1").arg(known) : known;
    }
    return asSentence(isOf(data, u"PL002"_s) ? Text::tr("Not allowed: %1").arg(known) : known);
}

} // namespace polder
