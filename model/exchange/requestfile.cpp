#include "model/exchange/requestfile.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"
#include "model/exchange/requestsheet.h"
#include "model/exchange/sheetreader.h"
#include "model/exchange/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

// Reading: the values have passed the schema.

std::optional<QString> text(const QJsonObject &object, const QString &key) {
    return object.contains(key) ? std::optional(object[key].toString()) : std::nullopt;
}
std::optional<bool> flag(const QJsonObject &object, const QString &key) {
    return object.contains(key) ? std::optional(object[key].toBool()) : std::nullopt;
}
std::optional<int> whole(const QJsonObject &object, const QString &key) {
    return object.contains(key) ? std::optional(object[key].toInt()) : std::nullopt;
}
/// `number × factor` as a whole number: 4.5 U are 9 half units, 62.5 kg are 62,500 g.
std::optional<qint64> scaled(const QJsonObject &object, const QString &key, int factor) {
    return object.contains(key) ? std::optional(std::llround(object[key].toDouble() * factor)) : std::nullopt;
}
std::optional<Length> length(const QJsonObject &object, const QString &key) {
    return object.contains(key) ? std::optional(Length{object[key].toInt()}) : std::nullopt;
}
std::optional<Temperature> temperature(const QJsonObject &object, const QString &key) {
    const auto milli = scaled(object, key, 1000);
    return milli ? std::optional(Temperature{static_cast<std::int32_t>(*milli)}) : std::nullopt;
}
std::optional<Day> day(const QJsonObject &object, const QString &key) {
    const auto date = text(object, key);
    return date ? std::optional(Day::fromDate(QDate::fromString(*date, Qt::ISODate))) : std::nullopt;
}

std::optional<std::vector<PortsDraft>> portsOf(const QJsonObject &item) {
    if (!item.contains("ports"_L1))
        return std::nullopt;
    std::vector<PortsDraft> ports;
    for (const QJsonValue &value : item["ports"_L1].toArray()) {
        const QJsonObject object = value.toObject();
        ports.push_back({whole(object, u"count"_s), object["speed_mbps"_L1].toInt(), object["medium"_L1].toString(),
                         flag(object, u"out_of_band"_s)});
    }
    return ports;
}

RequestItemDraft itemOf(const QJsonObject &object) {
    RequestItemDraft item;
    item.model = text(object, u"model"_s);
    if (const auto halfUnits = scaled(object, u"height_u"_s, 2))
        item.height = Height{static_cast<std::int32_t>(*halfUnits)};
    item.count = whole(object, u"count"_s);
    item.drawWatts = whole(object, u"draw_w"_s);
    if (const auto grams = scaled(object, u"weight_kg"_s, 1000))
        item.weight = Mass{*grams};
    item.description = text(object, u"description"_s);
    item.kind = text(object, u"kind"_s);
    item.halfWidth = flag(object, u"half_width"_s);
    item.nameplateWatts = whole(object, u"nameplate_w"_s);
    item.width = length(object, u"width_mm"_s);
    item.depth = length(object, u"depth_mm"_s);
    item.bodyHeight = length(object, u"height_mm"_s);
    item.cords = whole(object, u"cords"_s);
    item.phases = whole(object, u"phases"_s);
    item.plug = text(object, u"plug"_s);
    item.airflow = text(object, u"airflow"_s);
    item.inletMin = temperature(object, u"inlet_min_c"_s);
    item.inletMax = temperature(object, u"inlet_max_c"_s);
    item.ports = portsOf(object);
    item.shareable = flag(object, u"shareable"_s);
    return item;
}

RequestDraft draftOf(const QJsonObject &object) {
    RequestDraft draft;
    draft.organisation = object["organisation"_L1].toString();
    draft.department = text(object, u"department"_s);
    draft.sponsor = text(object, u"sponsor"_s);
    if (object.contains("contacts"_L1)) {
        draft.contacts.emplace();
        for (const QJsonValue &contact : object["contacts"_L1].toArray())
            draft.contacts->append(contact.toString());
    }
    draft.project = text(object, u"project"_s);
    draft.costCentre = text(object, u"cost_centre"_s);
    draft.dataClass = text(object, u"data_class"_s);
    draft.from = *day(object, u"from"_s);
    draft.until = day(object, u"until"_s);
    for (const QJsonValue &item : object["items"_L1].toArray())
        draft.items.push_back(itemOf(item.toObject()));
    if (object.contains("wishes"_L1)) {
        const QJsonObject wishes = object["wishes"_L1].toObject();
        draft.wishes = RequestDraft::Wishes{text(wishes, u"site"_s), flag(wishes, u"redundant"_s),
                                            text(wishes, u"together"_s), text(wishes, u"apart"_s)};
    }
    return draft;
}

/// What the schema cannot say.
void checkTogether(const RequestDraft &draft, std::vector<SchemaFault> &faults) {
    if (draft.until && *draft.until <= draft.from)
        faults.push_back(
            {u"/until"_s, u"is %1: must be after from, %2"_s.arg(draft.until->toDate().toString(Qt::ISODate),
                                                                 draft.from.toDate().toString(Qt::ISODate)),
             u"not_after_from"_s,
             {{u"value"_s, draft.until->toDate().toString(Qt::ISODate)},
              {u"from"_s, draft.from.toDate().toString(Qt::ISODate)}}});
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
        const RequestItemDraft &item = draft.items[i];
        const QString pointer = pointerTo(u"/items"_s, static_cast<qsizetype>(i));
        if (!item.model && !item.height && item.kind.value_or(u"rack"_s) == u"rack")
            faults.push_back({pointer, u"has neither model nor height_u: an item has one of the two"_s,
                              u"neither_model_nor_height"_s});
        if (item.phases == 2)
            faults.push_back({pointerTo(pointer, u"phases"_s), u"is 2: must be 1 or 3"_s, u"not_one_or_three"_s});
        if (item.inletMin && item.inletMax && *item.inletMax < *item.inletMin)
            faults.push_back({pointerTo(pointer, u"inlet_max_c"_s), u"is below inlet_min_c"_s, u"below_lowest"_s});
    }
    if (draft.wishes && draft.wishes->together && draft.wishes->together == draft.wishes->apart)
        faults.push_back(
            {u"/wishes/apart"_s, u"is \"%1\", as is together: they exclude each other"_s.arg(*draft.wishes->apart),
             u"together_and_apart"_s});
}

/// `cells`: where in a workbook a value stands.
Error invalid(const std::vector<SchemaFault> &faults, const QHash<QString, QString> &cells) {
    QStringList sentences;
    QJsonArray list;
    for (const SchemaFault &fault : faults) {
        const QString cell = cells.value(fault.pointer);
        const QString field = fault.pointer.isEmpty() ? u"The request"_s : shortened(fault.pointer);
        sentences.append(u"%1 %2."_s.arg(cell.isEmpty() ? field : u"%1 (%2)"_s.arg(cell, field), fault.reason));
        QJsonObject said{{u"field"_s, fault.pointer}, {u"reason"_s, fault.reason}};
        if (!fault.code.isEmpty())
            said[u"code"_s] = fault.code;
        if (!fault.data.isEmpty())
            said[u"data"_s] = fault.data;
        if (!cell.isEmpty())
            said[u"cell"_s] = cell;
        list.append(said);
    }
    Error error = makeError(Error::Kind::Invalid, sentences.takeFirst(),
                            {{u"field"_s, faults.front().pointer}, {u"faults"_s, list}});
    error.detail = sentences.join(u'\n');
    return error;
}

// Writing.

template <typename T>
void put(QJsonObject &object, const QString &key, const std::optional<T> &value) {
    if (value)
        object[key] = *value;
}
void put(QJsonObject &object, const QString &key, const std::optional<Day> &value) {
    if (value)
        object[key] = value->toDate().toString(Qt::ISODate);
}

void put(QJsonObject &object, const QString &key, const std::optional<Length> &value) {
    if (value)
        object[key] = value->mm;
}
void put(QJsonObject &object, const QString &key, const std::optional<Temperature> &value) {
    if (value)
        object[key] = value->millidegrees / 1000.0;
}

QJsonObject jsonOf(const PortsDraft &ports) {
    QJsonObject object{{u"speed_mbps"_s, ports.speedMbps}, {u"medium"_s, ports.medium}};
    put(object, u"count"_s, ports.count);
    put(object, u"out_of_band"_s, ports.outOfBand);
    return object;
}

QJsonObject jsonOf(const RequestItemDraft &item) {
    QJsonObject object;
    put(object, u"model"_s, item.model);
    if (item.height)
        object[u"height_u"_s] = item.height->halfUnits / 2.0;
    put(object, u"count"_s, item.count);
    put(object, u"draw_w"_s, item.drawWatts);
    if (item.weight)
        object[u"weight_kg"_s] = static_cast<double>(item.weight->grams) / 1000;
    put(object, u"description"_s, item.description);
    put(object, u"kind"_s, item.kind);
    put(object, u"half_width"_s, item.halfWidth);
    put(object, u"nameplate_w"_s, item.nameplateWatts);
    put(object, u"width_mm"_s, item.width);
    put(object, u"depth_mm"_s, item.depth);
    put(object, u"height_mm"_s, item.bodyHeight);
    put(object, u"cords"_s, item.cords);
    put(object, u"phases"_s, item.phases);
    put(object, u"plug"_s, item.plug);
    put(object, u"airflow"_s, item.airflow);
    put(object, u"inlet_min_c"_s, item.inletMin);
    put(object, u"inlet_max_c"_s, item.inletMax);
    if (item.ports) {
        QJsonArray ports;
        for (const PortsDraft &some : *item.ports)
            ports.append(jsonOf(some));
        object[u"ports"_s] = ports;
    }
    put(object, u"shareable"_s, item.shareable);
    return object;
}

Result<RequestDraft> checkedDraft(const QJsonObject &object, const QHash<QString, QString> &cells) {
    if (const double written = object["version"_L1].toDouble(); written > requestFileVersion)
        return invalid(
            {{u"/version"_s,
              u"is %1: a newer Polder wrote this, this one reads version %2"_s.arg(written).arg(requestFileVersion),
              u"newer_version"_s,
              {{u"value"_s, written}, {u"limit"_s, requestFileVersion}}}},
            cells);
    std::vector<SchemaFault> faults = JsonSchema::request().faults(object);
    if (!faults.empty())
        return invalid(faults, cells);
    RequestDraft draft = draftOf(object);
    checkTogether(draft, faults);
    if (!faults.empty())
        return invalid(faults, cells);
    return draft;
}

} // namespace

Result<RequestDraft> parseRequest(const QByteArray &file) {
    if (looksLikeWorkbook(file)) {
        const auto filled = readRequestSheet(file);
        return filled ? checkedDraft(filled->request, filled->cells) : filled.error();
    }
    const auto object = readJsonObject(file);
    return object ? checkedDraft(*object, {}) : object.error();
}

QByteArray writeRequest(const RequestDraft &draft) {
    QJsonObject object{{u"version"_s, requestFileVersion}, {u"organisation"_s, draft.organisation}};
    put(object, u"department"_s, draft.department);
    put(object, u"sponsor"_s, draft.sponsor);
    if (draft.contacts)
        object[u"contacts"_s] = QJsonArray::fromStringList(*draft.contacts);
    put(object, u"project"_s, draft.project);
    put(object, u"cost_centre"_s, draft.costCentre);
    put(object, u"data_class"_s, draft.dataClass);
    put(object, u"from"_s, std::optional(draft.from));
    put(object, u"until"_s, draft.until);
    QJsonArray items;
    for (const RequestItemDraft &item : draft.items)
        items.append(jsonOf(item));
    object[u"items"_s] = items;
    if (draft.wishes) {
        QJsonObject wishes;
        put(wishes, u"site"_s, draft.wishes->site);
        put(wishes, u"redundant"_s, draft.wishes->redundant);
        put(wishes, u"together"_s, draft.wishes->together);
        put(wishes, u"apart"_s, draft.wishes->apart);
        object[u"wishes"_s] = wishes;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace polder
