#include "model/exchange/scenariofile.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"
#include "model/exchange/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

using Kind = ScenarioChangeDraft::Kind;

/// What a change of this kind may say, and has to say.
struct Members {
    Kind kind;
    QString name;
    QStringList required;
    QStringList allowed;
};
const std::array<Members, 7> &members() {
    static const std::array<Members, 7> rows{{
        {Kind::Place,
         u"place"_s,
         {},
         {u"request"_s, u"item"_s, u"model"_s, u"height_u"_s, u"count"_s, u"draw_w"_s, u"weight_kg"_s, u"depth_mm"_s,
          u"cords"_s, u"plug"_s, u"airflow"_s, u"organisation"_s, u"site"_s, u"rack"_s, u"from"_s, u"until"_s}},
        {Kind::Move,
         u"move"_s,
         {u"rack"_s},
         {u"placement"_s, u"asset_tag"_s, u"rack"_s, u"unit"_s, u"face"_s, u"from"_s}},
        {Kind::Retire, u"retire"_s, {}, {u"placement"_s, u"asset_tag"_s, u"from"_s}},
        {Kind::AddRacks, u"add-racks"_s, {u"like"_s}, {u"like"_s, u"count"_s, u"feed_a"_s, u"feed_b"_s, u"from"_s}},
        {Kind::AddFeed, u"add-feed"_s, {u"like"_s, u"name"_s}, {u"like"_s, u"name"_s, u"limit_w"_s, u"from"_s}},
        {Kind::Fail, u"fail"_s, {u"node"_s}, {u"node"_s, u"from"_s, u"until"_s}},
        {Kind::Refuse, u"refuse"_s, {u"request"_s}, {u"request"_s, u"reason"_s}},
    }};
    return rows;
}

const Members &membersOf(const QString &name) {
    return *std::ranges::find(members(), name, &Members::name);
}

/// What the schema cannot say.
void check(const QJsonObject &change, const QString &pointer, std::vector<SchemaFault> &faults) {
    const Members &known = membersOf(change["do"_L1].toString());
    const auto fault = [&](const QString &member, const QString &reason) {
        faults.push_back({member.isEmpty() ? pointer : pointerTo(pointer, member), reason});
    };
    for (const QString &member : change.keys()) {
        if (member != u"do" && !known.allowed.contains(member)) {
            fault(member, u"is not a member of %1: it has %2"_s.arg(known.name, known.allowed.join(u", "_s)));
        }
    }
    for (const QString &member : known.required) {
        if (!change.contains(member)) {
            fault({}, u"has no %1, which %2 needs"_s.arg(member, known.name));
        }
    }
    const auto has = [&change](const QString &member) { return change.contains(member); };
    if (known.kind == Kind::Place) {
        if (int{has(u"request"_s)} + int{has(u"model"_s)} + int{has(u"height_u"_s)} != 1) {
            fault({}, u"has not one of request, model and height_u: what is placed"_s);
        }
        static const QStringList ofModels{u"count"_s, u"draw_w"_s,  u"weight_kg"_s,    u"depth_mm"_s, u"cords"_s,
                                          u"plug"_s,  u"airflow"_s, u"organisation"_s, u"from"_s,     u"until"_s};
        for (const QString &member : ofModels) {
            if (has(u"request"_s) && has(member)) {
                fault(member, u"is given besides request, which says it itself"_s);
            }
        }
        if (has(u"item"_s) && !has(u"request"_s)) {
            fault(u"item"_s, u"is given without request"_s);
        }
    }
    const bool standing = known.kind == Kind::Move || known.kind == Kind::Retire;
    if (standing && has(u"placement"_s) == has(u"asset_tag"_s)) {
        fault({}, u"has not one of placement and asset_tag: which equipment"_s);
    }
    if (has(u"face"_s) && !has(u"unit"_s)) {
        fault(u"face"_s, u"is given without unit"_s);
    }
    if (has(u"from"_s) && has(u"until"_s) && change["until"_L1].toString() <= change["from"_L1].toString()) {
        fault(u"until"_s,
              u"is %1: must be after from, %2"_s.arg(change["until"_L1].toString(), change["from"_L1].toString()));
    }
}

Error invalid(const std::vector<SchemaFault> &faults) {
    QStringList sentences;
    QJsonArray list;
    for (const SchemaFault &fault : faults) {
        sentences.append(
            u"%1 %2."_s.arg(fault.pointer.isEmpty() ? u"The scenario"_s : shortened(fault.pointer), fault.reason));
        list.append(QJsonObject{{u"field"_s, fault.pointer}, {u"reason"_s, fault.reason}});
    }
    Error error = makeError(Error::Kind::Invalid, sentences.takeFirst(),
                            {{u"field"_s, faults.front().pointer}, {u"faults"_s, list}});
    error.detail = sentences.join(u'\n');
    return error;
}

// The values have passed the schema.

ScenarioChangeDraft changeOf(const QJsonObject &object) {
    const auto text = [&](const QString &key) {
        return object.contains(key) ? std::optional(object[key].toString()) : std::nullopt;
    };
    const auto whole = [&](const QString &key) {
        return object.contains(key) ? std::optional(object[key].toInt()) : std::nullopt;
    };
    const auto number = [&](const QString &key) {
        return object.contains(key) ? std::optional(object[key].toDouble()) : std::nullopt;
    };
    const auto day = [&](const QString &key) {
        return object.contains(key)
                   ? std::optional(Day::fromDate(QDate::fromString(object[key].toString(), Qt::ISODate)))
                   : std::nullopt;
    };
    ScenarioChangeDraft change;
    change.kind = membersOf(object["do"_L1].toString()).kind;
    change.request = text(u"request"_s);
    change.model = text(u"model"_s);
    change.plug = text(u"plug"_s);
    change.airflow = text(u"airflow"_s);
    change.organisation = text(u"organisation"_s);
    change.site = text(u"site"_s);
    change.rack = text(u"rack"_s);
    change.face = text(u"face"_s);
    change.assetTag = text(u"asset_tag"_s);
    change.like = text(u"like"_s);
    change.name = text(u"name"_s);
    change.feedA = text(u"feed_a"_s);
    change.feedB = text(u"feed_b"_s);
    change.node = text(u"node"_s);
    change.reason = text(u"reason"_s);
    change.item = whole(u"item"_s);
    change.count = whole(u"count"_s);
    change.drawWatts = whole(u"draw_w"_s);
    change.cords = whole(u"cords"_s);
    change.placement = whole(u"placement"_s);
    if (object.contains(u"limit_w"_s)) {
        change.limitWatts = object[u"limit_w"_s].toInteger();
    }
    if (const auto units = number(u"height_u"_s)) {
        change.height = Height{static_cast<std::int32_t>(std::llround(*units * 2))};
    }
    if (const auto kilograms = number(u"weight_kg"_s)) {
        change.weight = Mass{std::llround(*kilograms * 1000)};
    }
    if (const auto mm = whole(u"depth_mm"_s)) {
        change.depth = Length{*mm};
    }
    change.unit = number(u"unit"_s);
    change.from = day(u"from"_s);
    change.until = day(u"until"_s);
    return change;
}

QJsonObject jsonOf(const ScenarioChangeDraft &change) {
    QJsonObject object{{u"do"_s, nameOf(change.kind)}};
    const auto put = [&object](const QString &key, const auto &value) {
        if (value) {
            object[key] = *value;
        }
    };
    const auto putDay = [&object](const QString &key, const std::optional<Day> &day) {
        if (day) {
            object[key] = day->toDate().toString(Qt::ISODate);
        }
    };
    put(u"request"_s, change.request);
    put(u"model"_s, change.model);
    put(u"plug"_s, change.plug);
    put(u"airflow"_s, change.airflow);
    put(u"organisation"_s, change.organisation);
    put(u"site"_s, change.site);
    put(u"rack"_s, change.rack);
    put(u"face"_s, change.face);
    put(u"asset_tag"_s, change.assetTag);
    put(u"like"_s, change.like);
    put(u"name"_s, change.name);
    put(u"feed_a"_s, change.feedA);
    put(u"feed_b"_s, change.feedB);
    put(u"node"_s, change.node);
    put(u"reason"_s, change.reason);
    put(u"item"_s, change.item);
    put(u"count"_s, change.count);
    put(u"draw_w"_s, change.drawWatts);
    put(u"cords"_s, change.cords);
    put(u"placement"_s, change.placement);
    put(u"limit_w"_s, change.limitWatts);
    if (change.height) {
        object[u"height_u"_s] = change.height->halfUnits / 2.0;
    }
    if (change.weight) {
        object[u"weight_kg"_s] = static_cast<double>(change.weight->grams) / 1000;
    }
    if (change.depth) {
        object[u"depth_mm"_s] = change.depth->mm;
    }
    put(u"unit"_s, change.unit);
    putDay(u"from"_s, change.from);
    putDay(u"until"_s, change.until);
    return object;
}

} // namespace

QByteArray scenarioFile(const ScenarioDraft &draft) {
    QJsonObject object;
    if (draft.name) {
        object[u"name"_s] = *draft.name;
    }
    if (draft.on) {
        object[u"on"_s] = draft.on->toDate().toString(Qt::ISODate);
    }
    QJsonArray changes;
    for (const ScenarioChangeDraft &change : draft.changes) {
        changes << jsonOf(change);
    }
    object[u"changes"_s] = changes;
    return QJsonDocument(object).toJson();
}

QString nameOf(Kind kind) {
    return std::ranges::find(members(), kind, &Members::kind)->name;
}

Result<ScenarioDraft> parseScenario(const QByteArray &json) {
    const auto object = readJsonObject(json);
    if (!object) {
        return object.error();
    }
    std::vector<SchemaFault> faults = JsonSchema::scenario().faults(*object);
    if (!faults.empty()) {
        return invalid(faults);
    }
    ScenarioDraft draft;
    if (object->contains("name"_L1)) {
        draft.name = (*object)["name"_L1].toString();
    }
    if (object->contains("on"_L1)) {
        draft.on = Day::fromDate(QDate::fromString((*object)["on"_L1].toString(), Qt::ISODate));
    }
    const QJsonArray changes = (*object)["changes"_L1].toArray();
    for (qsizetype i = 0; i < changes.size(); ++i) {
        check(changes[i].toObject(), pointerTo(u"/changes"_s, i), faults);
        draft.changes.push_back(changeOf(changes[i].toObject()));
    }
    if (!faults.empty()) {
        return invalid(faults);
    }
    return draft;
}

} // namespace polder
