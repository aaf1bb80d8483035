#include "model/exchange/modelrow.h"

#include "model/exchange/sourcedocument.h"

#include <QJsonArray>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// "iec-60320-c14" is what people call C14; other plugs keep the library's word.
QString inletName(const QString &type) {
    static const QString prefix = u"iec-60320-"_s;
    return type.startsWith(prefix) ? type.mid(prefix.size()).toUpper() : type;
}

bool threePhase(const QString &type) {
    return type.contains(u"3p"_s);
}

template <typename T>
void put(QJsonObject &row, const QString &name, const std::optional<T> &value) {
    if (value) {
        row[name] = *value;
    }
}

QString kindOf(const DeviceModel &model) {
    using Role = DeviceModel::SubdeviceRole;
    if (model.subdeviceRole == Role::Parent) {
        return u"chassis"_s;
    }
    if (model.subdeviceRole == Role::Child) {
        return u"bay"_s;
    }
    return model.height && model.height->halfUnits == 0 ? u"zero_u"_s : u"rack"_s;
}

/// What the file says, but for what a column of the row holds word for word. Ports stay: their columns hold a part.
QJsonObject withoutColumns(const DeviceModel &model) {
    QJsonObject rest = sourceDocument(model);
    for (const char *held : {"manufacturer", "model", "slug", "part_number", "u_height", "is_full_depth", "airflow"}) {
        rest.remove(QLatin1StringView(held));
    }
    if (!model.extra.contains(u"weight"_s) && model.weight) { // in kg: the column's grams are exact
        rest.remove(u"weight"_s);
        rest.remove(u"weight_unit"_s);
    }
    return rest;
}

} // namespace

QJsonObject modelRow(const DeviceModel &model, const QString &source) {
    QJsonObject row{{u"manufacturer"_s, model.manufacturer},
                    {u"name"_s, model.model},
                    {u"kind"_s, kindOf(model)},
                    {u"extra"_s, withoutColumns(model)},
                    {u"content_hash"_s, model.contentHash},
                    {u"source"_s, source}};
    put(row, u"slug"_s, model.slug);
    put(row, u"part_number"_s, model.partNumber);
    put(row, u"full_depth"_s, model.fullDepth);
    put(row, u"airflow"_s, model.airflow);
    put(row, u"nameplate_w"_s, model.nameplateWatts());
    if (model.height) {
        row[u"height_hu"_s] = model.height->halfUnits;
    }
    if (model.weight) {
        row[u"weight_g"_s] = static_cast<qint64>(model.weight->grams);
    }

    QJsonArray supplies;
    for (const DeviceModel::PowerPort &port : model.powerPorts) {
        QJsonObject supply{{u"name"_s, port.name},
                           {u"inlet"_s, inletName(port.type)},
                           {u"phases"_s, threePhase(port.type) ? u"123"_s : u"1"_s}};
        put(supply, u"maximum_w"_s, port.maximumWatts);
        put(supply, u"allocated_w"_s, port.allocatedWatts);
        supplies << supply;
    }
    QJsonArray bays;
    for (const DeviceModel::Bay &bay : model.deviceBays) {
        bays << bay.name;
    }
    QJsonArray interfaces;
    for (const DeviceModel::InterfaceCount &one : model.interfaces) {
        interfaces << QJsonObject{
            {u"type"_s, one.type}, {u"management"_s, one.managementOnly}, {u"count"_s, one.count}};
    }
    row[u"supplies"_s] = supplies;
    row[u"bays"_s] = bays;
    row[u"interfaces"_s] = interfaces;
    return row;
}

} // namespace polder
