#include "model/exchange/sourcedocument.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

template <typename T>
void put(QJsonObject &object, const QString &key, const std::optional<T> &value) {
    if (value)
        object[key] = *value;
}

QJsonObject entry(const DeviceModel::PowerPort &port) {
    QJsonObject object{{u"name"_s, port.name}, {u"type"_s, port.type}};
    put(object, u"label"_s, port.label);
    put(object, u"maximum_draw"_s, port.maximumWatts);
    put(object, u"allocated_draw"_s, port.allocatedWatts);
    return object;
}

QJsonObject entry(const DeviceModel::PowerOutlet &outlet) {
    QJsonObject object{{u"name"_s, outlet.name}, {u"type"_s, outlet.type}};
    put(object, u"label"_s, outlet.label);
    put(object, u"power_port"_s, outlet.powerPort);
    put(object, u"feed_leg"_s, outlet.feedLeg);
    return object;
}

QJsonObject entry(const DeviceModel::ConsolePort &port) {
    QJsonObject object{{u"name"_s, port.name}, {u"type"_s, port.type}};
    put(object, u"label"_s, port.label);
    return object;
}

QJsonObject entry(const DeviceModel::Bay &bay) {
    QJsonObject object{{u"name"_s, bay.name}};
    put(object, u"label"_s, bay.label);
    put(object, u"position"_s, bay.position);
    return object;
}

/// A list that is in `extra` stands there as a whole.
template <typename T>
void putList(QJsonObject &object, const QString &key, const std::vector<T> &list) {
    if (list.empty() || object.contains(key))
        return;
    QJsonArray entries;
    for (const T &element : list)
        entries.append(entry(element));
    object[key] = entries;
}

} // namespace

QJsonObject sourceDocument(const DeviceModel &model) {
    QJsonObject object = model.extra;
    object[u"manufacturer"_s] = model.manufacturer;
    object[u"model"_s] = model.model;
    put(object, u"slug"_s, model.slug);
    put(object, u"part_number"_s, model.partNumber);
    if (model.height)
        object[u"u_height"_s] = model.height->halfUnits / 2.0;
    put(object, u"is_full_depth"_s, model.fullDepth);
    put(object, u"airflow"_s, model.airflow);
    if (model.weight && !model.extra.contains("weight"_L1)) {
        object[u"weight"_s] = static_cast<double>(model.weight->grams) / 1000;
        object[u"weight_unit"_s] = u"kg"_s;
    }
    if (model.subdeviceRole)
        object[u"subdevice_role"_s] =
            *model.subdeviceRole == DeviceModel::SubdeviceRole::Parent ? u"parent"_s : u"child"_s;
    put(object, u"is_powered"_s, model.powered);
    put(object, u"front_image"_s, model.frontImage);
    put(object, u"rear_image"_s, model.rearImage);
    put(object, u"description"_s, model.description);
    put(object, u"comments"_s, model.comments);
    putList(object, u"power-ports"_s, model.powerPorts);
    putList(object, u"power-outlets"_s, model.powerOutlets);
    putList(object, u"console-ports"_s, model.consolePorts);
    putList(object, u"device-bays"_s, model.deviceBays);
    putList(object, u"module-bays"_s, model.moduleBays);
    return object;
}

} // namespace polder
