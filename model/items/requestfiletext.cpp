#include "model/items/requestfiletext.h"

#include "model/core/format.h"
#include "model/items/fieldtext.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RequestFileText)
};

QString number(const QJsonValue &value) {
    return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

QString dayOf(const QJsonValue &value) {
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? Format().day(Day::fromDate(day)) : value.toString();
}

QString typeText(const QString &type) {
    return type == u"string"    ? Text::tr("a text")
           : type == u"integer" ? Text::tr("a whole number")
           : type == u"number"  ? Text::tr("a number")
           : type == u"boolean" ? Text::tr("true or false")
           : type == u"array"   ? Text::tr("a list")
           : type == u"object"  ? Text::tr("a group of fields")
                                : type;
}

QString joined(const QJsonValue &list, QString (*words)(const QString &) = nullptr) {
    QStringList texts;
    for (const QJsonValue &one : list.toArray()) {
        texts << (words ? words(one.toString()) : one.toString());
    }
    return texts.join(Text::tr(" or ", "between choices"));
}

/// What is wrong with a value, without its field; empty: it is not known.
QString reasonText(const QString &code, const QJsonObject &data) {
    const QJsonValue value = data[u"value"_s];
    const QJsonValue limit = data[u"limit"_s];
    if (code == u"missing") {
        return Text::tr("is missing");
    }
    if (code == u"wrong_type") {
        return Text::tr("is %1, must be %2").arg(value.toString(), joined(data[u"types"_s], typeText));
    }
    if (code == u"too_small") {
        return Text::tr("is %1, must be at least %2").arg(number(value), number(limit));
    }
    if (code == u"not_more") {
        return Text::tr("is %1, must be more than %2; leave it out if it is not known")
            .arg(number(value), number(limit));
    }
    if (code == u"too_large") {
        return Text::tr("is %1, must be at most %2").arg(number(value), number(limit));
    }
    if (code == u"no_multiple") {
        return Text::tr("is %1, must be a multiple of %2").arg(number(value), number(limit));
    }
    if (code == u"not_one_of") {
        return Text::tr("is “%1”, must be %2").arg(value.toString(), joined(data[u"allowed"_s]));
    }
    if (code == u"too_short") {
        return Text::tr("is “%1”, must have at least %2 characters").arg(value.toString(), number(limit));
    }
    if (code == u"too_long") {
        return Text::tr("is %1, must have at most %2 characters").arg(value.toString(), number(limit));
    }
    if (code == u"written_otherwise") {
        return Text::tr("is %1, must not be empty, nor begin or end with a space").arg(value.toString());
    }
    if (code == u"no_date") {
        return Text::tr("is %1, must be a day, written YYYY-MM-DD").arg(value.toString());
    }
    if (code == u"too_few_entries") {
        return Text::tr("has %1 entries, must have at least %2").arg(number(value), number(limit));
    }
    if (code == u"too_many_entries") {
        return Text::tr("has %1 entries, must have at most %2").arg(number(value), number(limit));
    }
    if (code == u"no_field") {
        return Text::tr("is no field of this format; its fields are %1").arg(data[u"fields"_s].toString());
    }
    if (code == u"not_after_from") {
        return Text::tr("is %1, must be after the first day, %2").arg(dayOf(value), dayOf(data[u"from"_s]));
    }
    if (code == u"neither_model_nor_height") {
        return Text::tr("has neither a model nor a height; it needs one of the two");
    }
    if (code == u"not_one_or_three") {
        return Text::tr("is 2, must be 1 or 3");
    }
    if (code == u"below_lowest") {
        return Text::tr("is below the lowest that it takes in");
    }
    if (code == u"together_and_apart") {
        return Text::tr("is the same as “together”; they exclude each other");
    }
    if (code == u"newer_version") {
        return Text::tr("is %1: a newer Polder wrote this file, this one reads version %2")
            .arg(number(value), number(limit));
    }
    return {};
}

/// Of the file as a whole; empty: it is not known.
QString wholeText(const QString &code, const QJsonObject &data) {
    if (code == u"file_too_large") {
        return Text::tr("The file is larger than 1 MiB.");
    }
    if (code == u"file_not_json") {
        return Text::tr("The file cannot be read as a request: %1.").arg(data[u"reason"_s].toString());
    }
    if (code == u"file_not_object") {
        return Text::tr("The file is not one request.");
    }
    if (code == u"file_field_twice") {
        return Text::tr("The field “%1” is given twice.").arg(data[u"name"_s].toString());
    }
    if (code == u"file_not_form") {
        return Text::tr("This workbook is not Polder's form of a request.");
    }
    if (code == u"file_form_version") {
        return Text::tr("This form is of version %1; this program reads version %2.")
            .arg(number(data[u"value"_s]), number(data[u"limit"_s]));
    }
    if (code == u"file_no_workbook") {
        return Text::tr("The workbook cannot be read: %1.").arg(data[u"reason"_s].toString());
    }
    return {};
}

QString sentence(const QJsonObject &fault) {
    const QString pointer = fault[u"field"_s].toString();
    const QString cell = fault[u"cell"_s].toString();
    const QString known = reasonText(fault[u"code"_s].toString(), fault[u"data"_s].toObject());
    const QString reason = known.isEmpty() ? fault[u"reason"_s].toString() : known;
    const QString field = pointer.isEmpty() ? Text::tr("the request") : fieldText(pointer);
    return cell.isEmpty() ? Text::tr("“%1” %2.").arg(field, reason) : Text::tr("%1, “%2” %3.").arg(cell, field, reason);
}

} // namespace

QStringList requestFileTexts(const Error &error) {
    QStringList sentences;
    for (const QJsonValue &fault : error.data[u"faults"_s].toArray()) {
        sentences << sentence(fault.toObject());
    }
    if (!sentences.isEmpty()) {
        return sentences;
    }
    const QString whole = wholeText(error.data[u"code"_s].toString(), error.data[u"data"_s].toObject());
    sentences << (whole.isEmpty() ? error.what : whole);
    if (const int line = error.data[u"line"_s].toInt(); line > 0) {
        sentences << Text::tr("In line %1 of the file.").arg(line);
    }
    return sentences;
}

} // namespace polder
