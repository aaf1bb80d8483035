#include "app/polderctl/output.h"

#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/items/refusaltext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTranslator>

#include <algorithm>

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const QString &cell) {
    return !cell.isEmpty() && (cell[0].isDigit() || cell[0] == u'-');
}

QString line(const QStringList &cells, const QList<qsizetype> &widths, bool alignNumbers) {
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool right = alignNumbers && isNumber(cells[i]);
        text += (right ? cells[i].rightJustified(widths[i]) : cells[i].leftJustified(widths[i])) + u"  "_s;
    }
    while (text.endsWith(u' ')) {
        text.chop(1);
    }
    return text + u'\n';
}

} // namespace

QString table(const QStringList &headers, const QList<QStringList> &rows) {
    QList<qsizetype> widths;
    const auto widen = [&widths](const QStringList &cells) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (qsizetype i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], cells[i].size());
        }
    };
    widen(headers);
    for (const QStringList &row : rows) {
        widen(row);
    }
    QString text = headers.isEmpty() ? QString() : line(headers, widths, false);
    for (const QStringList &row : rows) {
        text += line(row, widths, true);
    }
    return text;
}

QByteArray printed(const Answer &answer, bool json) {
    if (json && !answer.json.isNull()) {
        const QJsonDocument document =
            answer.json.isArray() ? QJsonDocument(answer.json.toArray()) : QJsonDocument(answer.json.toObject());
        return document.toJson(QJsonDocument::Indented);
    }
    return answer.text.toUtf8();
}

namespace {

/// Who changed it, when and what was done: a stale caller's next question.
QString changeText(const QJsonObject &data) {
    const QDateTime at = QDateTime::fromString(data[u"changed_at"_s].toString(), Qt::ISODateWithMs);
    if (!at.isValid()) { // two at the same moment: the database knows no more than that
        return {};
    }
    const QString nobody = data[u"person"_s].isNull() ? u"the database's owner"_s : u"somebody you may not see"_s;
    return u"  %1: %2 by %3, %4 UTC, generation %5\n"_s.arg(
        data[u"object"_s].toString(), data[u"what"_s].toString(u"changed"_s), data[u"changed_by"_s].toString(nobody),
        at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s), QString::number(data[u"generation"_s].toInteger()));
}

} // namespace

namespace {

/// Dutch for who reads the terminal in Dutch, as the environment says; what the sources say is English.
class ReadersLanguage {
public:
    ReadersLanguage() {
        QByteArray language;
        for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            if (language.isEmpty()) {
                language = qgetenv(name);
            }
        }
        if (language.startsWith("nl") && m_dutch.load(u":/translations/polder_nl.qm"_s)) {
            QCoreApplication::installTranslator(&m_dutch);
        }
    }
    [[nodiscard]] bool isEnglish() const { return m_dutch.isEmpty(); }

private:
    QTranslator m_dutch; ///< takes itself off
};

/// In English as the record says it, which is the same.
QString sentenceOf(const Error &error, const ReadersLanguage &language) {
    const QJsonArray faults = error.data[u"faults"_s].toArray();
    if (language.isEnglish()) {
        return error.what;
    }
    if (faults.isEmpty()) {
        return refusalText(error, FieldName::AsGiven);
    }
    QStringList lines;
    for (const QJsonValue &fault : faults) {
        lines << fault[u"field"_s].toString() + u": "_s + faultText(fault.toObject());
    }
    return lines.join(u'\n');
}

} // namespace

QJsonObject errorJson(const Error &error) {
    const QString kind = [&error] {
        switch (error.kind) {
        case Error::Kind::Refused:
            return error.sqlstate == u"PL006" ? u"state"_s : error.sqlstate == u"PL008" ? u"reason"_s : u"rule"_s;
        case Error::Kind::NotAllowed:
            return u"right"_s;
        case Error::Kind::Stale:
            return u"stale"_s;
        case Error::Kind::Invalid:
            return u"invalid"_s;
        case Error::Kind::NotFound:
            return u"not-found"_s;
        case Error::Kind::Unavailable:
            return u"connection"_s;
        case Error::Kind::Cancelled:
            return u"cancelled"_s;
        case Error::Kind::Internal:
            break;
        }
        return u"internal"_s;
    }();
    QJsonObject json = error.data;
    if (json.contains(u"violations"_s)) { // as every other list of shortfalls: no node is null
        json[u"violations"_s] = toJson(violationsOf(error.data));
    }
    json[u"kind"_s] = kind;
    json[u"message"_s] = error.what;
    for (const auto &[name, text] :
         {std::pair{u"sqlstate"_s, error.sqlstate}, {u"detail"_s, error.detail}, {u"hint"_s, error.hint}}) {
        if (!text.isEmpty()) {
            json[name] = text;
        }
    }
    return {{u"error"_s, json}};
}

QString errorText(const Error &error) {
    const ReadersLanguage language;
    QString text = sentenceOf(error, language) + u'\n';
    const Format format(QLocale::c());
    for (const Shortfall &one : violationsOf(error.data)) {
        text += u"  "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
    }
    for (const auto &booking : error.data[u"bookings"_s].toArray()) { // that a change would break
        QStringList rules;
        for (const auto &rule : booking[u"rules"_s].toArray()) {
            rules << rule.toString();
        }
        const QJsonValue placement = booking[u"placement"_s];
        text += u"  %1%2: %3\n"_s.arg(booking[u"where"_s].toString(),
                                      placement.isNull() ? QString() : u" (placement %1)"_s.arg(placement.toInt()),
                                      rules.join(u' '));
    }
    if (error.kind == Error::Kind::Stale) {
        text += changeText(error.data);
    }
    for (const QString &more : {error.detail, error.hint}) {
        if (!more.isEmpty()) {
            text += u"  "_s + more + u'\n';
        }
    }
    return text;
}

QString warningsText(const QJsonArray &warnings) {
    const Format format(QLocale::c());
    QStringList lines;
    for (const auto &value : warnings) {
        const QJsonObject one = value.toObject();
        const Day date = Day::fromDate(QDate::fromString(one[u"date"_s].toString(), Qt::ISODate));
        lines << u"  %1  %2, from %3\n"_s.arg(one[u"rule"_s].toString(), one[u"text"_s].toString(), format.day(date));
    }
    lines.removeDuplicates(); // pieces of one item say the same
    return lines.isEmpty() ? QString() : u"Warnings:\n"_s + lines.join(QString());
}

int exitCode(const Error &error) {
    switch (error.kind) {
    case Error::Kind::Invalid:
        return Usage;
    case Error::Kind::Unavailable:
        return Unreachable;
    default:
        return Refused;
    }
}

} // namespace polder::ctl
