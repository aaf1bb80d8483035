#pragma once

#include "model/core/result.h"
#include "model/core/units.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace polder {

/// A model of the equipment library as a device-type file describes it. What the file does not say is nullopt:
/// unknown is a value of its own, never 0 and never a default.
struct DeviceModel {
    enum class SubdeviceRole {
        Parent, ///< a chassis: children go into its device bays
        Child,  ///< goes into a bay of a parent
    };

    struct PowerPort {
        QString name;
        QString type; ///< of the inlet, in the library's words: iec-60320-c14
        std::optional<QString> label;
        std::optional<int> maximumWatts;
        std::optional<int> allocatedWatts;
    };
    struct PowerOutlet {
        QString name;
        QString type;
        std::optional<QString> label;
        std::optional<QString> powerPort; ///< the port that feeds it
        std::optional<QString> feedLeg;   ///< A, B, C: the phase
    };
    struct ConsolePort {
        QString name;
        QString type;
        std::optional<QString> label;
    };
    struct Bay {
        QString name;
        std::optional<QString> label;
        std::optional<QString> position;
    };
    struct InterfaceCount {
        QString type;
        bool managementOnly = false;
        int count = 0;
    };

    QString manufacturer;
    QString model;
    std::optional<QString> slug;
    std::optional<QString> partNumber;
    std::optional<Height> height; ///< 0 = it takes no rack height
    std::optional<bool> fullDepth;
    std::optional<QString> airflow; ///< in the library's words: front-to-rear, passive …
    std::optional<Mass> weight;     ///< rounded to the nearest gram, half a gram up
    std::optional<SubdeviceRole> subdeviceRole;
    std::optional<bool> powered;
    std::optional<bool> frontImage;
    std::optional<bool> rearImage;
    std::optional<QString> description;
    std::optional<QString> comments;
    std::vector<PowerPort> powerPorts;
    std::vector<PowerOutlet> powerOutlets;
    std::vector<ConsolePort> consolePorts;
    std::vector<Bay> deviceBays;
    std::vector<Bay> moduleBays;
    std::vector<InterfaceCount> interfaces; ///< by type, then management

    /// All that the file says and no member above holds, in the file's words. A list of which a member holds only a
    /// part (interfaces: their names) stands here as a whole; so does a weight that is not given in kg.
    QJsonObject extra;

    int line = 0; ///< on which its file names the model, from 1

    /// SHA-256, hexadecimal, of what the file says: independent of the order of fields, of comments, of layout and
    /// of how a number is written. Equal hashes: nothing to import.
    QString contentHash;

    /// Draw for which the model is built. Its power ports are supplies that stand in for each other, so their draws
    /// are not summed: at least half of them are taken to carry the device (1 of 1, 1 of 2, 2 of 3, 2 of 4), the
    /// strongest ones. 0 only if the file says that it is not powered; unknown if it has no port, or if a port does
    /// not say what it draws.
    [[nodiscard]] std::optional<int> nameplateWatts() const;
};

/// Reads one file of the NetBox community device-type library. The rules are resources/schemas/devicetype.schema.json;
/// also names of ports are unique, and a port that is referred to exists. All faults are reported at once; the error
/// is Invalid, with `data["line"]` of the first.
[[nodiscard]] Result<DeviceModel> parseDeviceType(const QByteArray &yaml);

/// `weight` in `unit` (kg, g, lb, oz) as whole grams, half a gram up. The weight has at most two decimals.
/// 1 lb = 453.59237 g exactly, 1 oz = 1/16 lb. nullopt for another unit.
[[nodiscard]] std::optional<Mass> massOf(double weight, const QString &unit);

} // namespace polder
