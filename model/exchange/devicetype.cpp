#include "model/exchange/devicetype.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"
#include "model/exchange/yamlreader.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

/// Raised whenever the same file is read into other values than before, so that unchanged files are imported again.
constexpr auto readingVersion = "polder device type 1\n";

QString hashOf(const QJsonObject &file) {
    // QJsonObject keeps its keys sorted and a double has one shortest text: equal content, equal bytes.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(readingVersion));
    hash.addData(QJsonDocument(file).toJson(QJsonDocument::Compact));
    return QString::fromLatin1(hash.result().toHex());
}

/// Takes fields out of an object; what is never taken is the rest.
class Fields {
public:
    explicit Fields(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QJsonValue peek(const QString &key) const { return m_object.value(key); }

    std::optional<QString> text(const QString &key) {
        return has(key) ? std::optional(m_object.take(key).toString()) : std::nullopt;
    }
    std::optional<bool> flag(const QString &key) {
        return has(key) ? std::optional(m_object.take(key).toBool()) : std::nullopt;
    }
    std::optional<int> whole(const QString &key) {
        return has(key) ? std::optional(m_object.take(key).toInt()) : std::nullopt;
    }
    std::optional<double> number(const QString &key) {
        return has(key) ? std::optional(m_object.take(key).toDouble()) : std::nullopt;
    }
    void drop(const QString &key) { m_object.remove(key); }

    [[nodiscard]] const QJsonObject &rest() const { return m_object; }

private:
    QJsonObject m_object;
};

/// One vector element for each entry of the list. The list leaves the file's fields only if `read` took every
/// field of every entry.
template <typename T>
std::vector<T> takeList(Fields &file, const QString &key, const std::function<T(Fields &)> &read) {
    std::vector<T> result;
    bool complete = true;
    for (const QJsonValue &entry : file.peek(key).toArray()) {
        Fields fields(entry.toObject());
        result.push_back(read(fields));
        complete = complete && fields.rest().isEmpty();
    }
    // An empty list says something else than no list; a vector cannot.
    if (complete && !result.empty())
        file.drop(key);
    return result;
}

DeviceModel::PowerPort powerPort(Fields &fields) {
    return {*fields.text(u"name"_s), *fields.text(u"type"_s), fields.text(u"label"_s), fields.whole(u"maximum_draw"_s),
            fields.whole(u"allocated_draw"_s)};
}

DeviceModel::PowerOutlet powerOutlet(Fields &fields) {
    return {*fields.text(u"name"_s), *fields.text(u"type"_s), fields.text(u"label"_s), fields.text(u"power_port"_s),
            fields.text(u"feed_leg"_s)};
}

DeviceModel::ConsolePort consolePort(Fields &fields) {
    return {*fields.text(u"name"_s), *fields.text(u"type"_s), fields.text(u"label"_s)};
}

DeviceModel::Bay bay(Fields &fields) {
    // The schema names a position for module bays only: elsewhere one that is no text is left where it is.
    const bool hasPosition = fields.peek(u"position"_s).isString();
    return {*fields.text(u"name"_s), fields.text(u"label"_s), hasPosition ? fields.text(u"position"_s) : std::nullopt};
}

/// Interfaces are counted; their names stay in the file's fields.
std::vector<DeviceModel::InterfaceCount> countInterfaces(const Fields &file) {
    std::map<std::pair<QString, bool>, int> counts;
    for (const QJsonValue &interface : file.peek(u"interfaces"_s).toArray())
        ++counts[{interface["type"_L1].toString(), interface["mgmt_only"_L1].toBool()}];
    std::vector<DeviceModel::InterfaceCount> result;
    for (const auto &[kind, count] : counts)
        result.push_back({kind.first, kind.second, count});
    return result;
}

std::optional<Mass> takeWeight(Fields &file) {
    if (!file.has(u"weight"_s))
        return std::nullopt;
    const QString unit = file.peek(u"weight_unit"_s).toString();
    const auto weight = massOf(file.peek(u"weight"_s).toDouble(), unit);
    // Two decimals of a kilogram are whole grams. The other units are kept as they were written.
    if (unit == "kg"_L1) {
        file.drop(u"weight"_s);
        file.drop(u"weight_unit"_s);
    }
    return weight;
}

std::optional<Height> takeHeight(Fields &file) {
    const auto units = file.number(u"u_height"_s);
    return units ? std::optional(Height{static_cast<std::int32_t>(std::lround(*units * 2))}) : std::nullopt;
}

std::optional<DeviceModel::SubdeviceRole> takeRole(Fields &file) {
    const auto role = file.text(u"subdevice_role"_s);
    if (!role)
        return std::nullopt;
    return *role == "parent"_L1 ? DeviceModel::SubdeviceRole::Parent : DeviceModel::SubdeviceRole::Child;
}

/// `valid` has passed the checks.
DeviceModel modelOf(const QJsonObject &valid) {
    Fields file(valid);
    DeviceModel model;
    model.manufacturer = *file.text(u"manufacturer"_s);
    model.model = *file.text(u"model"_s);
    model.slug = file.text(u"slug"_s);
    model.partNumber = file.text(u"part_number"_s);
    model.height = takeHeight(file);
    model.fullDepth = file.flag(u"is_full_depth"_s);
    model.airflow = file.text(u"airflow"_s);
    model.weight = takeWeight(file);
    model.subdeviceRole = takeRole(file);
    model.powered = file.flag(u"is_powered"_s);
    model.frontImage = file.flag(u"front_image"_s);
    model.rearImage = file.flag(u"rear_image"_s);
    model.description = file.text(u"description"_s);
    model.comments = file.text(u"comments"_s);
    model.powerPorts = takeList<DeviceModel::PowerPort>(file, u"power-ports"_s, powerPort);
    model.powerOutlets = takeList<DeviceModel::PowerOutlet>(file, u"power-outlets"_s, powerOutlet);
    model.consolePorts = takeList<DeviceModel::ConsolePort>(file, u"console-ports"_s, consolePort);
    model.deviceBays = takeList<DeviceModel::Bay>(file, u"device-bays"_s, bay);
    model.moduleBays = takeList<DeviceModel::Bay>(file, u"module-bays"_s, bay);
    model.interfaces = countInterfaces(file);
    model.extra = file.rest();
    model.contentHash = hashOf(valid);
    return model;
}

QSet<QString> namesIn(const QJsonObject &file, const QString &list) {
    QSet<QString> names;
    for (const QJsonValue &entry : file[list].toArray())
        names.insert(entry["name"_L1].toString());
    return names;
}

void checkNamesOnce(const QJsonObject &file, std::vector<SchemaFault> &faults) {
    for (auto it = file.begin(); it != file.end(); ++it) {
        const QJsonArray entries = it.value().toArray();
        QSet<QString> names;
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const QString name = entries[i]["name"_L1].toString();
            if (names.contains(name))
                faults.push_back({pointerTo(pointerTo(pointerTo({}, it.key()), i), u"name"_s),
                                  u"is %1: an earlier entry has that name"_s.arg(shownInMessage(name))});
            names.insert(name);
        }
    }
}

/// `field` of each entry of `list` names an entry of `target`.
void checkReference(const QJsonObject &file, const QString &list, const QString &field, const QString &target,
                    std::vector<SchemaFault> &faults) {
    const QSet<QString> names = namesIn(file, target);
    const QJsonArray entries = file[list].toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonValue name = entries[i][field];
        if (name.isString() && !names.contains(name.toString()))
            faults.push_back({pointerTo(pointerTo(pointerTo({}, list), i), field),
                              u"is %1: %2 has no entry of that name"_s.arg(shownInMessage(name), target)});
    }
}

void checkWeight(const QJsonObject &file, std::vector<SchemaFault> &faults) {
    const QJsonValue weight = file["weight"_L1];
    if (weight.isUndefined())
        return;
    const QString pointer = pointerTo({}, u"weight"_s);
    const QString is = u"is %1: "_s.arg(shownInMessage(weight));
    if (!file.contains("weight_unit"_L1))
        faults.push_back({pointer, is + u"weight_unit is missing; it must be one of kg, g, lb, oz"_s});
    else if (massOf(weight.toDouble(), file["weight_unit"_L1].toString()) == Mass{0})
        faults.push_back({pointer, is + u"less than half a gram; leave it out if it is not known"_s});
}

std::vector<SchemaFault> faultsOf(const QJsonValue &document) {
    std::vector<SchemaFault> faults = JsonSchema::deviceType().faults(document);
    if (!faults.empty())
        return faults; // the checks below rely on the types
    const QJsonObject file = document.toObject();
    checkWeight(file, faults);
    checkNamesOnce(file, faults);
    checkReference(file, u"power-outlets"_s, u"power_port"_s, u"power-ports"_s, faults);
    checkReference(file, u"front-ports"_s, u"rear_port"_s, u"rear-ports"_s, faults);
    return faults;
}

/// All faults in one error, in the order of their lines.
Error refusal(const YamlDocument &document, const std::vector<SchemaFault> &faults) {
    constexpr std::size_t mostShown = 5;
    std::multimap<int, QString> byLine;
    for (const SchemaFault &fault : faults)
        byLine.emplace(document.lineOf(fault.pointer),
                       fault.pointer.isEmpty() ? u"the file %1"_s.arg(fault.reason)
                                               : u"%1 %2"_s.arg(shortened(fault.pointer.sliced(1)), fault.reason));
    QStringList reasons;
    for (const auto &[line, reason] : byLine) {
        if (static_cast<std::size_t>(reasons.size()) == mostShown) {
            reasons.append(u"and %1 more"_s.arg(byLine.size() - mostShown));
            break;
        }
        reasons.append(reasons.isEmpty() ? reason : u"line %1: %2"_s.arg(line).arg(reason));
    }
    return invalidLine(byLine.begin()->first, reasons.join(u"; "_s));
}

} // namespace

std::optional<int> DeviceModel::nameplateWatts() const {
    if (powerPorts.empty())
        return powered == false ? std::optional(0) : std::nullopt;
    std::vector<int> draws;
    for (const PowerPort &port : powerPorts) {
        if (!port.maximumWatts)
            return std::nullopt;
        draws.push_back(*port.maximumWatts);
    }
    std::sort(draws.begin(), draws.end(), std::greater<>());
    const auto carrying = static_cast<std::ptrdiff_t>((draws.size() + 1) / 2);
    return std::accumulate(draws.begin(), draws.begin() + carrying, 0);
}

std::optional<Mass> massOf(double weight, const QString &unit) {
    // grams = hundredths × numerator / denominator, in whole numbers: no rounding but the last.
    struct Ratio {
        std::int64_t numerator, denominator;
    };
    static const std::map<QString, Ratio> perHundredth = {
        {u"kg"_s, {10, 1}},
        {u"g"_s, {1, 100}},
        {u"lb"_s, {45'359'237, 10'000'000}},
        {u"oz"_s, {45'359'237, 160'000'000}},
    };
    const auto ratio = perHundredth.find(unit);
    if (ratio == perHundredth.end())
        return std::nullopt;
    const auto [numerator, denominator] = ratio->second;
    const std::int64_t hundredths = std::llround(weight * 100);
    return Mass{(hundredths * numerator + denominator / 2) / denominator};
}

Result<DeviceModel> parseDeviceType(const QByteArray &yaml) {
    const auto document = readYaml(yaml);
    if (!document)
        return document.error();
    const auto faults = faultsOf(document->value);
    if (!faults.empty())
        return refusal(*document, faults);
    DeviceModel model = modelOf(document->value.toObject());
    model.line = document->lineOf(u"/model"_s);
    return model;
}

} // namespace polder
