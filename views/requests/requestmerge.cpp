#include "requestmerge.h"

#include "model/core/format.h"
#include "requestjson.h"
#include "views/parts/itemtext.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RequestMerge)
};

using Fields = std::map<QString, QJsonValue>;

void addFields(const QJsonObject &object, const QString &prefix, Fields &fields) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject()) {
            addFields(it->toObject(), prefix + it.key() + u'/', fields);
        } else {
            fields[prefix + it.key()] = *it;
        }
    }
}

/// Its items one by one, or as a whole.
Fields fieldsOf(QJsonObject request, bool oneByOne) {
    Fields fields;
    const QJsonArray items = request[u"items"_s].toArray();
    if (oneByOne) {
        request.remove(u"items"_s);
        for (qsizetype i = 0; i < items.size(); ++i) {
            addFields(items[i].toObject(), u"items/%1/"_s.arg(i), fields);
        }
    }
    addFields(request, {}, fields);
    return fields;
}

/// What stands at each place is still what stood there, as far as can be told: an item has no name of its own.
bool inPlace(const QJsonArray &before, const QJsonArray &now) {
    for (qsizetype i = 0; i < std::min(before.size(), now.size()); ++i) {
        if (now[i] != before[i] && before.contains(now[i])) {
            return false;
        }
    }
    return before.size() == now.size();
}

/// And of the same kind and model.
bool stayTheSame(const QJsonArray &before, const QJsonArray &now) {
    return inPlace(before, now) && std::ranges::equal(before, now, [](const QJsonValue &was, const QJsonValue &is) {
               return was[u"kind"_s] == is[u"kind"_s] && was[u"model"_s] == is[u"model"_s];
           });
}

QJsonValue at(const Fields &fields, const QString &path) {
    const auto found = fields.find(path);
    return found == fields.end() ? QJsonValue(QJsonValue::Undefined) : found->second;
}

QJsonValue withValue(const QJsonValue &in, const QStringList &path, const QJsonValue &value) {
    if (path.isEmpty()) {
        return value;
    }
    const QStringList rest = path.mid(1);
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        if (const qsizetype index = path[0].toInt(); index < array.size()) {
            array[index] = withValue(array[index], rest, value);
        }
        return array;
    }
    QJsonObject object = in.toObject();
    const QJsonValue becomes = withValue(object[path[0]], rest, value);
    if (becomes.isUndefined()) {
        object.remove(path[0]);
    } else {
        object[path[0]] = becomes;
    }
    return object;
}

QString kindText(const QString &kind) {
    return kind == u"zero_u"  ? Text::tr("beside the rails (0U)")
           : kind == u"bay"   ? Text::tr("in a bay of a chassis")
           : kind == u"floor" ? Text::tr("on the floor")
                              : Text::tr("on the rails of a rack");
}

QString withinText(const QString &within) {
    return within == u"rack"   ? Text::tr("rack")
           : within == u"row"  ? Text::tr("row")
           : within == u"room" ? Text::tr("room")
           : within == u"site" ? Text::tr("data centre")
                               : Text::tr("no wish");
}

QString wordText(const QString &name, const QString &word, const Snapshot &snapshot) {
    const QDate day = QDate::fromString(word, Qt::ISODate);
    if (name == u"from" && day.isValid()) {
        return Format().day(Day::fromDate(day));
    }
    if (name == u"until" && day.isValid()) { // the form shows the last day
        return Format().day(Day::fromDate(day).plus(-1));
    }
    if (name == u"department") {
        const auto found = std::ranges::find(snapshot.departments, word, &Department::code);
        return found == snapshot.departments.end() ? word : found->name;
    }
    return name == u"data_class"                     ? Format::dataClass(word)
           : name == u"airflow"                      ? Format::airflow(word)
           : name == u"kind"                         ? kindText(word)
           : name == u"together" || name == u"apart" ? withinText(word)
                                                     : word;
}

QString listText(const QString &name, const QJsonArray &list, const Snapshot &snapshot) {
    QStringList texts;
    for (const QJsonValue &one : list) {
        if (name == u"items") {
            texts << itemText(itemOf(one.toObject(), snapshot), snapshot);
        } else if (name == u"ports") {
            texts << Text::tr("%1 × %2 Mbit/s %3")
                         .arg(one[u"count"_s].toInt(1))
                         .arg(one[u"speed_mbps"_s].toInt())
                         .arg(one[u"medium"_s].toString());
        } else {
            texts << one.toVariant().toString();
        }
    }
    return texts.join(u"; "_s);
}

} // namespace

QJsonObject withTheirs(const QJsonObject &form, const QJsonObject &recordBefore, const QJsonObject &recordNow) {
    QJsonObject changes = changesOf(recordBefore, recordNow);
    changes.remove(u"items"_s);
    QJsonObject theirs = changed(form, changes);
    const QJsonArray before = recordBefore[u"items"_s].toArray();
    const QJsonArray now = recordNow[u"items"_s].toArray();
    QJsonArray items = form[u"items"_s].toArray();
    if (before == now) {
        return theirs;
    }
    if (!stayTheSame(before, now) || items.size() != now.size()) {
        theirs[u"items"_s] = now;
        return theirs;
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        items[i] = changed(items[i].toObject(), changesOf(before[i].toObject(), now[i].toObject()));
    }
    theirs[u"items"_s] = items;
    return theirs;
}

RequestMerge mergeRequest(const QJsonObject &before, const QJsonObject &mine, const QJsonObject &theirs) {
    const auto items = [](const QJsonObject &request) { return request[u"items"_s].toArray(); };
    const bool oneByOne = inPlace(items(before), items(mine)) && stayTheSame(items(before), items(theirs));
    const Fields was = fieldsOf(before, oneByOne);
    const Fields own = fieldsOf(mine, oneByOne);
    const Fields other = fieldsOf(theirs, oneByOne);
    std::set<QString> paths;
    for (const Fields *fields : {&was, &own, &other}) {
        for (const auto &[path, value] : *fields) {
            paths.insert(path);
        }
    }
    RequestMerge merge{mine, {}};
    for (const QString &path : paths) {
        const QJsonValue own1 = at(own, path);
        const QJsonValue other1 = at(other, path);
        if (own1 == other1 || other1 == at(was, path)) {
            continue;
        }
        if (own1 == at(was, path)) {
            merge.merged = withValueAt(merge.merged, path, other1);
        } else {
            merge.clashes << path;
        }
    }
    return merge;
}

QJsonValue valueAt(const QJsonObject &request, const QString &path) {
    QJsonValue value = request;
    for (const QString &part : path.split(u'/')) {
        value = value.isArray() ? value.toArray().at(part.toInt()) : value[part];
    }
    return value;
}

QJsonObject withValueAt(QJsonObject request, const QString &path, const QJsonValue &value) {
    return withValue(std::move(request), path.split(u'/'), value).toObject();
}

QString requestValueText(const QString &path, const QJsonValue &value, const Snapshot &snapshot) {
    const QString name = path.section(u'/', -1);
    if (name == u"sponsor") {
        const Person *person = snapshot.people.find(PersonId{value.toInt()});
        return person ? person->name : Text::tr("none");
    }
    QString text;
    if (value.isBool()) {
        text = value.toBool() ? Text::tr("yes") : Text::tr("no");
    } else if (value.isDouble()) {
        text = QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    } else if (value.isArray()) {
        text = listText(name, value.toArray(), snapshot);
    } else if (value.isString()) {
        text = wordText(name, value.toString(), snapshot);
    }
    return !text.isEmpty() ? text : name == u"until" ? Text::tr("no end") : Text::tr("nothing");
}

} // namespace polder
