#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/exchange/csv.h"
#include "model/exchange/strictjson.h"

#include <QJsonArray>
#include <QLocale>

#include <map>

// equipment amend: what is known of equipment, put right from a file.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// As JSON takes the text of a cell: what is no number stays a text, and the intention says what it must be.
QJsonValue valueOf(const QString &field, const QString &cell) {
    static const QStringList numbers{u"measured_w"_s, u"nameplate_w"_s, u"budgeted_w"_s, u"weight_kg"_s};
    static const QStringList choices{u"medical"_s, u"personal_data"_s, u"shareable"_s, u"ducted"_s};
    if (cell.isEmpty()) {
        return {};
    }
    if (choices.contains(field) && (cell == u"true" || cell == u"false")) {
        return cell == u"true";
    }
    bool isNumber = false;
    const double number = QLocale::c().toDouble(cell, &isNumber);
    return numbers.contains(field) && isNumber ? QJsonValue(number) : QJsonValue(cell);
}

/// Changes, with the line of the file from which each of their fields came: "changes/0/values/serial" → 2.
struct Amendment {
    QJsonArray changes;
    std::map<QString, int> lines;
};

/// tag, field, value; the lines of one tag are one change.
Result<Amendment> fromCsv(const QByteArray &bytes) {
    const auto rows = readCsv(bytes);
    if (!rows.ok()) {
        return rows.error();
    }
    const QStringList header{u"tag"_s, u"field"_s, u"value"_s};
    if (rows->empty() || rows->front().cells != header) {
        return invalid(u"line 1"_s, rows->empty() ? QString() : rows->front().cells.join(u','), u"tag,field,value"_s);
    }
    Amendment amendment;
    std::map<QString, qsizetype> places;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        const QString tag = row->cells[0].trimmed();
        const QString field = row->cells[1].trimmed();
        const auto [place, isNew] = places.try_emplace(tag, amendment.changes.size());
        if (isNew) {
            amendment.changes << QJsonObject{{u"equipment"_s, tag}, {u"values"_s, QJsonObject()}};
        }
        QJsonObject change = amendment.changes[place->second].toObject();
        QJsonObject values = change[u"values"_s].toObject();
        const QString where = u"changes/%1/"_s.arg(place->second);
        if (values.contains(field)) {
            return invalid(u"line %1"_s.arg(row->line), field, u"each field of a tag once"_s);
        }
        values[field] = valueOf(field, row->cells[2].trimmed());
        change[u"values"_s] = values;
        amendment.changes[place->second] = change;
        amendment.lines[where + u"values/"_s + field] = row->line;
        amendment.lines.try_emplace(where + u"equipment"_s, row->line);
    }
    return amendment;
}

Result<Amendment> fromJson(const QByteArray &bytes) {
    const auto file = readJsonObject(bytes);
    if (!file.ok()) {
        return file.error();
    }
    for (const QString &name : file->keys()) {
        if (name != u"changes") {
            return invalid(u'/' + name, {}, u"absent; the file is {\"changes\": [...]}"_s);
        }
    }
    if (!(*file)[u"changes"_s].isArray()) {
        return invalid(u"/changes"_s, {}, u"a list of {\"equipment\", \"values\", \"was\"}"_s);
    }
    return Amendment{(*file)[u"changes"_s].toArray(), {}};
}

/// Where it stands in the file: the line and the field of CSV, the pointer of JSON.
QString placeIn(const Amendment &amendment, const QString &field) {
    const auto line = amendment.lines.find(field);
    return line == amendment.lines.end() ? u'/' + field
                                         : u"line %1, %2"_s.arg(QString::number(line->second), field.section(u'/', -1));
}

/// All that is wrong, in the words of the file.
Error inTheFile(Error error, const Amendment &amendment) {
    const QJsonArray faults = error.data[u"faults"_s].toArray();
    QJsonArray told;
    QStringList sentences;
    for (const QJsonValue &one : faults) {
        const QString field = one[u"field"_s].toString();
        QString reason = one[u"reason"_s].toString();
        if (reason.startsWith(field + u": "_s)) {
            reason.remove(0, field.size() + 2);
        }
        const QJsonValue theirs = one[u"theirs"_s];
        if (!theirs.isUndefined()) {
            reason += u"; it is now '%1'"_s.arg(theirs.toVariant().toString());
        }
        const QString place = placeIn(amendment, field);
        QJsonObject fault{{u"field"_s, place}, {u"reason"_s, reason}};
        for (const QString &name : {u"code"_s, u"data"_s}) {
            if (const QJsonValue value = one[name]; !value.isUndefined()) {
                fault[name] = value;
            }
        }
        told << fault;
        sentences << place + u": "_s + reason;
    }
    if (!told.isEmpty()) {
        error.data[u"faults"_s] = told;
        error.what = sentences.join(u'\n');
    }
    if (error.data.contains(u"field"_s)) {
        error.data[u"field"_s] = placeIn(amendment, error.data[u"field"_s].toString());
    }
    return error;
}

Result<Answer> amend(Session &session, const QCommandLineParser &options) {
    const auto bytes = contentOf(options.positionalArguments().first());
    if (!bytes.ok()) {
        return bytes.error();
    }
    const auto amendment = bytes->trimmed().startsWith('{') ? fromJson(*bytes) : fromCsv(*bytes);
    if (!amendment.ok()) {
        return amendment.error();
    }
    auto done = intendOnce(session, options, u"amend_equipment"_s, {{u"changes"_s, amendment->changes}});
    if (!done.ok()) {
        return inTheFile(done.error(), *amendment);
    }
    QString text;
    for (const QJsonValue &change : done->json[u"changes"_s].toArray()) {
        const QJsonObject values = change[u"values"_s].toObject();
        for (auto field = values.begin(); field != values.end(); ++field) {
            const auto shown = [](const QJsonValue &value) {
                return value.isNull() ? u"nothing"_s : u'\'' + value.toVariant().toString() + u'\'';
            };
            text += u"  equipment %1, %2: %3 instead of %4\n"_s.arg(QString::number(change[u"equipment"_s].toInt()),
                                                                    field.key(), shown(field.value()),
                                                                    shown(change[u"was"_s][field.key()]));
        }
    }
    done->text = (text.isEmpty() ? u"It is all so already.\n"_s : u"Done.\n"_s + text) + done->text.section(u'\n', 1);
    return done;
}

} // namespace

QList<Command> equipmentCommands() {
    return {
        {{u"equipment"_s, u"amend"_s},
         u"FILE|-"_s,
         1,
         1,
         u"attributes of equipment, from CSV (tag,field,value) or JSON ({\"changes\": [...]}); all of them or none"_s,
         intentionOptions({}),
         amend,
         u"equipment_amend"_s}};
}

} // namespace polder::ctl
