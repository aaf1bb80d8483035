#include "requestjson.h"

#include <algorithm>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// What an item is that says nothing itself.
QString kindBy(const Model *model) {
    const bool elsewhere = model && (model->kind == u"zero_u" || model->kind == u"bay" || model->kind == u"floor");
    return elsewhere ? model->kind : u"rack"_s;
}

QJsonObject portsJson(const PortWish &wish) {
    return {{u"count"_s, wish.count},
            {u"speed_mbps"_s, wish.kind.speedMbps},
            {u"medium"_s, wish.kind.medium},
            {u"out_of_band"_s, wish.kind.outOfBand}};
}

std::optional<int> whole(const QJsonObject &json, const QString &name) {
    return json.contains(name) ? std::optional(json[name].toInt()) : std::nullopt;
}

std::optional<Length> length(const QJsonObject &json, const QString &name) {
    return json.contains(name) ? std::optional(Length{json[name].toInt()}) : std::nullopt;
}

/// What it wishes beside its items.
QJsonObject wishesJson(const Request &request, const Snapshot &snapshot) {
    QJsonObject wishes;
    if (const Site *site = snapshot.sites.find(request.wishSite)) {
        wishes[u"site"_s] = site->code;
    }
    if (request.wishRedundant) {
        wishes[u"redundant"_s] = *request.wishRedundant;
    }
    for (const auto &[name, within] :
         {std::pair(u"together"_s, request.wishTogether), std::pair(u"apart"_s, request.wishApart)}) {
        if (!within.isEmpty()) {
            wishes[name] = within;
        }
    }
    return wishes;
}

std::optional<Temperature> temperature(const QJsonObject &json, const QString &name) {
    constexpr double milli = 1000;
    return json.contains(name)
               ? std::optional(Temperature{static_cast<int>(std::lround(json[name].toDouble() * milli))})
               : std::nullopt;
}

} // namespace

QString modelText(const Model &model) {
    return model.manufacturer + u' ' + model.name;
}

QJsonObject itemJson(const RequestItem &item, const Snapshot &snapshot) {
    constexpr double milli = 1000;
    QJsonObject json{{u"count"_s, item.count}};
    const auto text = [&](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            json[name] = value;
        }
    };
    const auto number = [&](const QString &name, const auto &value, const auto &asJson) {
        if (value) {
            json[name] = asJson(*value);
        }
    };
    const auto same = [](int value) { return value; };
    const auto mm = [](Length value) { return value.mm; };
    const auto degrees = [](Temperature value) { return value.millidegrees / milli; };
    const Model *model = snapshot.models.find(item.model);
    text(u"model"_s, model ? modelText(*model) : QString());
    text(u"description"_s, item.description);
    text(u"kind"_s, item.kind == kindBy(model) ? QString() : item.kind);
    if (item.height && item.height->halfUnits > 0) {
        json[u"height_u"_s] = inUnits(*item.height);
    }
    if (item.halfWidth || model) { // else the model would say it
        json[u"half_width"_s] = item.halfWidth;
    }
    number(u"width_mm"_s, item.width, mm);
    number(u"depth_mm"_s, item.depth, mm);
    number(u"height_mm"_s, item.bodyHeight, mm);
    number(u"weight_kg"_s, item.weight, [](Mass value) { return inKilograms(value); });
    number(u"nameplate_w"_s, item.nameplateWatts, same);
    number(u"draw_w"_s, item.drawWatts, same);
    number(u"cords"_s, item.cords, same);
    if (item.phases == u"123") {
        json[u"phases"_s] = 3;
    }
    text(u"plug"_s, item.plug);
    text(u"airflow"_s, item.airflow);
    number(u"inlet_min_c"_s, item.inletMin, degrees);
    number(u"inlet_max_c"_s, item.inletMax, degrees);
    if (!item.ports.empty()) {
        QJsonArray ports;
        for (const PortWish &wish : item.ports) {
            ports << portsJson(wish);
        }
        json[u"ports"_s] = ports;
    }
    if (item.shareable) {
        json[u"shareable"_s] = true;
    }
    return json;
}

RequestItem itemOf(const QJsonObject &json, const Snapshot &snapshot) {
    RequestItem item;
    const QString name = json[u"model"_s].toString();
    const auto model = std::ranges::find_if(
        snapshot.models, [&](const Model &one) { return !name.isEmpty() && modelText(one) == name; });
    const Model *known = model == snapshot.models.end() ? nullptr : &*model;
    if (known) {
        item.model = known->id;
    }
    item.description = json[u"description"_s].toString();
    item.count = json[u"count"_s].toInt(1);
    item.kind = json[u"kind"_s].toString(kindBy(known));
    if (json.contains(u"height_u"_s)) {
        item.height = fromUnits(json[u"height_u"_s].toDouble());
    }
    item.halfWidth = json[u"half_width"_s].toBool();
    item.width = length(json, u"width_mm"_s);
    item.depth = length(json, u"depth_mm"_s);
    item.bodyHeight = length(json, u"height_mm"_s);
    if (json.contains(u"weight_kg"_s)) {
        item.weight = fromKilograms(json[u"weight_kg"_s].toDouble());
    }
    item.nameplateWatts = whole(json, u"nameplate_w"_s);
    item.drawWatts = whole(json, u"draw_w"_s);
    item.cords = whole(json, u"cords"_s);
    item.phases = json[u"phases"_s].toInt() == 3 ? u"123"_s : u"1"_s;
    item.plug = json[u"plug"_s].toString();
    item.airflow = json[u"airflow"_s].toString();
    item.inletMin = temperature(json, u"inlet_min_c"_s);
    item.inletMax = temperature(json, u"inlet_max_c"_s);
    for (const QJsonValue &port : json[u"ports"_s].toArray()) {
        item.ports.push_back(
            {{port[u"speed_mbps"_s].toInt(), port[u"medium"_s].toString(), port[u"out_of_band"_s].toBool()},
             port[u"count"_s].toInt(1)});
    }
    item.shareable = json[u"shareable"_s].toBool();
    return item;
}

QStringList itemFigures() {
    return {u"kind"_s,      u"height_u"_s,  u"half_width"_s,  u"width_mm"_s,    u"depth_mm"_s,
            u"height_mm"_s, u"weight_kg"_s, u"nameplate_w"_s, u"draw_w"_s,      u"cords"_s,
            u"phases"_s,    u"plug"_s,      u"airflow"_s,     u"inlet_min_c"_s, u"inlet_max_c"_s};
}

QJsonObject requestJson(const Request &request, const Snapshot &snapshot) {
    QJsonArray items;
    for (const RequestItem &item : snapshot.requestItems) { // in their order
        if (item.request == request.id) {
            items << itemJson(item, snapshot);
        }
    }
    QJsonObject json{{u"project"_s, request.project},
                     {u"cost_centre"_s, request.costCentre},
                     {u"data_class"_s, request.dataClass},
                     {u"from"_s, request.during.from.toDate().toString(Qt::ISODate)},
                     {u"sponsor"_s, request.sponsor.value},
                     {u"wishes"_s, wishesJson(request, snapshot)},
                     {u"items"_s, items}};
    if (!request.during.openEnded()) {
        json[u"until"_s] = request.during.until.toDate().toString(Qt::ISODate);
    }
    if (const Department *department = snapshot.departments.find(request.department)) {
        json[u"department"_s] = department->code;
    }
    return json;
}

QJsonObject withoutFields(QJsonObject request) {
    QJsonObject wishes = request[u"wishes"_s].toObject();
    for (const QString &wish : {u"site"_s, u"redundant"_s, u"together"_s, u"apart"_s}) {
        wishes.remove(wish);
    }
    for (const QString &field : {u"version"_s, u"organisation"_s, u"department"_s, u"sponsor"_s, u"project"_s,
                                 u"cost_centre"_s, u"data_class"_s, u"from"_s, u"until"_s, u"items"_s, u"wishes"_s}) {
        request.remove(field);
    }
    if (!wishes.isEmpty()) {
        request[u"wishes"_s] = wishes;
    }
    return request;
}

QJsonObject changesOf(const QJsonObject &before, const QJsonObject &after) {
    QJsonObject changes;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue old = before[it.key()];
        if (old == *it) {
            continue;
        }
        changes[it.key()] =
            old.isObject() && it->isObject() ? QJsonValue(changesOf(old.toObject(), it->toObject())) : QJsonValue(*it);
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key())) {
            changes[it.key()] = QJsonValue::Null;
        }
    }
    return changes;
}

QJsonObject changed(QJsonObject before, const QJsonObject &changes) {
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull()) {
            before.remove(it.key());
        } else {
            before[it.key()] = before[it.key()].isObject() && it->isObject()
                                   ? QJsonValue(changed(before[it.key()].toObject(), it->toObject()))
                                   : QJsonValue(*it);
        }
    }
    return before;
}

} // namespace polder
