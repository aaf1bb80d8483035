#pragma once

#include "model/core/day.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace polder::test {

/// The same numbers for the same seed on every machine: the standard's distributions are not.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    [[nodiscard]] int below(int n) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(n)); }
    [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
    [[nodiscard]] bool in100(int times) { return below(100) < times; }
    template <typename T>
    [[nodiscard]] T one(std::initializer_list<T> of) {
        return *(of.begin() + below(static_cast<int>(of.size())));
    }

private:
    std::mt19937 m_engine;
};

/// Equipment and its place, as columns of polder.equipment and polder.placement. Ids of racks and outlets as in Plan.
struct Device {
    int owner = 1;
    int heightHalfUnits = 2;
    bool halfWidth = false;
    std::optional<int> depthMm;
    std::optional<int> weightG;
    int accessoryG = 0;
    std::optional<int> budgetedW;
    std::optional<int> nameplateW;
    int powerFactorPermille = 950;
    int model = 0;  ///< 0: none
    int system = 0; ///< 0: none
    std::optional<int> widthMm;
    QString airflow;
    QString plug;
    std::optional<int> inletMinMc, inletMaxMc;
    std::optional<int> driftMkPerH;
    QString dataClass = QStringLiteral("laag");
    bool medical = false;
    bool personalData = false;
    std::optional<int> availabilityClass;
    bool floorStanding = false; ///< in a room, not in a rack
    int slot = 0;               ///< beside the rails of its rack, not on them
    int chassis = 0;            ///< in this device, at this bay; then `rack` is where that stands
    int bay = 0;
    int room = 1;
    int xMm = 0; ///< the middle of its footprint
    int yMm = 0;
    int orientationDegrees = 0;
    std::optional<int> bodyHeightMm;

    int rack = 1;
    int positionHalfUnits = 0;
    QString face = QStringLiteral("both");
    QString half = QStringLiteral("full");
    std::vector<int> outlets;
    bool threePhases = false; ///< of each cord
    int ports = 0;            ///< wanted, for data
    int managementPorts = 0;  ///< wanted, out of band
    Period during;
    bool inherited = false;
    int cords = 0;                ///< it has; of what is inherited the place may know fewer
    std::vector<int> nodes;       ///< of cords of which no outlet is known
    bool contested = false;       ///< set aside by the guard when it was taken over
    std::optional<Day> holdUntil; ///< only held, until this day
    bool released = false;
    int request = 0;  ///< it came with; 0: none. Odd ones are the host's own, even ones the guest's.
    int replaces = 0; ///< the device whose place it took; 0: none
    bool gone = false;

    /// A hold of which the last day is over takes nothing, though nobody has put it away yet.
    [[nodiscard]] bool lapsed() const;
    /// Whether it takes its place.
    [[nodiscard]] bool counts() const { return !gone && !released && !lapsed(); }
    [[nodiscard]] bool operator==(const Device &) const = default;
};

/// A small estate as data, so that it can be made smaller again: two institutions, one or two data centres, racks of
/// eight units, a power chain of one of several shapes, limits that are tight, unknown or change on a date, an
/// agreement, units out of service, air that suits not everything, two systems of which the second may not hold
/// personal data, and inherited equipment that may break rules. Ids are places in the vectors + 1; a row that is left
/// out is marked, so that the others keep theirs.
struct Plan {
    struct Rack {
        int site = 1;
        int units = 8;
        int usableDepthMm = 1000;
        Period during;
        int xMm = 0;
        int yMm = 0;
        int orientationDegrees = 0;
        int railWidthInches = 19;
        int zone = 0; ///< the node that cools it; 0: none
        int loop = 0; ///< the water that reaches it; 0: none
        std::optional<int> railMinMm, railMaxMm;
        QString airflow = QStringLiteral("none");
        QString sides = QStringLiteral("A,B");
        int zeroUSlots = 0;
        bool inRow = false; ///< the only row of its data centre
        bool gone = false;
    };
    /// Network ports of a rack, or of the row of a data centre, or of its room.
    struct Ports {
        int rack = 0;       ///< 0: of the row, or the room
        bool floor = false; ///< of the room
        int site = 1;
        bool outOfBand = false;
        int count = 0;
        bool gone = false;
    };
    /// One in each data centre, with the same id.
    struct Room {
        QString protectionClass = QStringLiteral("hoog");
        bool medical = true;
        std::optional<int> floorClass = {};
        int zone = 0; ///< of what stands on its floor; 0: none
        int loop = 0;
        QString sides = QStringLiteral("A,B"); ///< of what stands on its floor
        bool gone = false;
    };
    struct Environment {
        int room = 1;
        QString shape; ///< empty: the whole room
        std::optional<int> setpointMc, driftMkPerH;
        QString vibrationClass;
        std::optional<int> emiNt;
        std::optional<int> floorLoad = {}; ///< N/m2
        Period during;
        bool gone = false;
    };
    /// What the plan shows beside racks.
    struct Feature {
        int room = 1;
        QString kind;
        QString shape;
        bool keepClear = false;
        bool gone = false;
    };
    /// A piece of a way into a room.
    struct Segment {
        int room = 1;
        QString route;
        int ordinal = 1;
        QString kind;
        std::optional<int> widthMm, heightMm, lengthMm, loadKg, pointLoadN;
        bool gone = false;
    };
    struct Loop {
        int node = 1;
        std::optional<int> supplyMc, flowMlMin;
        bool gone = false;
    };
    struct Medium {
        int room = 1;
        QString name;
        Period during;
        bool gone = false;
    };
    struct Model {
        std::optional<int> depthMm, railMinMm, railMaxMm;
        QString vibrationClass;
        std::optional<int> emiNt;
        QString media; ///< "water,nitrogen"
        std::optional<int> widthMm;
        std::optional<int> clearFrontMm, clearRearMm, clearLeftMm, clearRightMm;
        std::optional<int> crateWidthMm, crateDepthMm, crateHeightMm, crateWeightG;
        std::optional<int> heatToWaterW, waterFlow, waterMinMc, waterMaxMc;
        bool gone = false;
    };
    /// What has bays is a chassis.
    struct Bay {
        int model = 1;
        bool gone = false;
    };
    struct Node {
        QString kind;
        QString name;
        int parent = 0; ///< 0: none
        int site = 1;
        int rack = 0; ///< 0: none
        QString side = {};
        QString phases = QStringLiteral("123");
        int units = 1;
        int volts = 230;
        bool maintainable = false;
        Period during = {};
        int room = 0; ///< for what stands on its floor; 0: none
        bool gone = false;
    };
    struct Limit {
        int node = 1;
        Day from;
        std::optional<std::int64_t> normalMain, normalLine, failoverMain, failoverLine;
        bool gone = false;
    };
    struct Outlet {
        int node = 1;
        QString phases;
        QString type = QStringLiteral("C13");
        int maxMa = 10'000;
        bool gone = false;
    };
    struct Line {
        QString unit;
        int quota = 0;
        Period during;
        int node = 0;
        bool gone = false;
    };
    /// Between institution 1, the host, and 2.
    struct Agreement {
        Period during;
        bool gone = false;
    };
    /// Of the institutions' policy.
    struct Setting {
        QString key;
        int value = 0;
        bool gone = false;
    };
    struct Blocked {
        int rack = 1;
        int from = 0;
        int until = 2;
        Period during;
        bool gone = false;
    };

    /// A rule set aside for a device, for all of a request, or for what a node carries: one of the three.
    struct Override {
        QString rule;
        int device = 0;
        int request = 0;
        int node = 0;
        int site = 1;
        Day until;
        bool confirmed = true; ///< by the second, where the rule wants two
        bool gone = false;
    };

    int sites = 1;
    QString topology;
    bool small = false;
    std::vector<Room> rooms;
    std::vector<Environment> environments;
    std::vector<Medium> media;
    std::vector<Feature> features;
    std::vector<Segment> segments;
    std::vector<Loop> loops;
    std::vector<Model> models;
    std::vector<Bay> bays;
    std::vector<Rack> racks;
    std::vector<Node> nodes;
    std::vector<Limit> limits;
    std::vector<Outlet> outlets;
    std::vector<Agreement> agreements;
    std::vector<Line> lines;
    std::vector<Blocked> blocked;
    std::vector<Ports> ports;
    std::vector<Setting> settings;
    std::vector<Override> overrides;
    std::vector<Device> devices;

    /// small: so few places that all of them can be tried.
    [[nodiscard]] static Plan random(Dice &dice, bool small = false);
    /// A device somewhere in it, at some time; often where there is hardly room.
    [[nodiscard]] Device someDevice(Dice &dice) const;
    /// One that asks for little and stands where there may be room.
    [[nodiscard]] Device modestDevice(Dice &dice) const;
    /// Another place and time for the same device.
    void moveSomewhere(Device &device, Dice &dice) const;
    /// ... where nothing else of the plan is.
    void moveApart(Device &device, Dice &dice) const;
    /// Of its racks' outlets, those that a device there may plug into.
    [[nodiscard]] std::vector<int> outletsOf(int rack) const;
    /// Of a room's floor, the same.
    [[nodiscard]] std::vector<int> outletsOfFloor(int room) const;
    [[nodiscard]] std::vector<int> outletsWhere(const std::function<bool(const Node &)> &isThere) const;
    /// Of what is there; none: nothing is there of which a rule may be set aside.
    [[nodiscard]] std::optional<Override> someOverride(Dice &dice) const;
    static constexpr int requests = 4;
    /// Whether it came with a request that wants redundancy.
    [[nodiscard]] bool wantsRedundancy(int device) const {
        return devices[device - 1].request % 2 == 0 && devices[device - 1].request > 0;
    }
    /// Where a device is.
    [[nodiscard]] int siteOf(const Device &device) const {
        return device.chassis > 0     ? siteOf(devices[device.chassis - 1])
               : device.floorStanding ? device.room
                                      : racks[device.rack - 1].site;
    }
    /// Whether it is of this device there: it itself, what replaces it, or what came with the request.
    [[nodiscard]] bool isOf(const Override &one, int device) const {
        const Device &is = devices[device - 1];
        const bool named = one.request > 0 ? is.request == one.request
                                           : one.device > 0 && (device == one.device || is.replaces == one.device);
        return named && siteOf(is) == one.site;
    }
    /// On the floor: how big it is, where it stands, which way it looks (randomfloor.cpp).
    void standSomewhere(Device &device, Dice &dice) const;
    void giveBody(Device &device, Dice &dice) const;
    /// Whether its footprint is surely clear of what is there: a square about each, however it is turned.
    [[nodiscard]] bool standsClear(const Device &device) const;
    /// Outlets for what stands there, now and then.
    void addFloorOutlets(int site, const std::vector<int> &feeds, Dice &dice);
    /// What the plan shows beside racks, ways in, water.
    void addFloor(int site, int zone, Dice &dice);
    /// Some of them.
    void plugIn(Device &device, Dice &dice) const;

    // Slots and bays (randomslots.cpp).
    void addChassis(Dice &dice);
    /// Ids of the devices whose models have bays.
    [[nodiscard]] std::vector<int> chassis() const;
    [[nodiscard]] std::vector<int> baysOf(int model) const;
    /// Now and then a device becomes one that has a slot, or a bay of what is there.
    void numberSomewhere(Device &device, Dice &dice) const;
    void moveToNumber(Device &device, Dice &dice) const;

    /// Statements that make all of it, the owner's.
    [[nodiscard]] QByteArray sql() const;

    static constexpr auto today = "2027-01-01";
    [[nodiscard]] static constexpr Day firstDay() { return {9862}; } ///< the same
};

inline bool Device::lapsed() const {
    return holdUntil && *holdUntil < Plan::firstDay();
}

/// Whether a facility manager alone may set it aside.
[[nodiscard]] bool isFacilityManagers(const QString &rule);

/// Statements that make of one plan another, one for each table.
[[nodiscard]] QByteArray changes(const Plan &before, const Plan &after);
/// Ids of the devices of which the database then has another record.
[[nodiscard]] std::vector<int> changedDevices(const Plan &before, const Plan &after);

/// A row in its place, also beyond the last.
template <typename Row>
void put(std::vector<Row> &rows, std::size_t at, const Row &row) {
    for (Row none; rows.size() <= at;) {
        none.gone = true;
        rows.push_back(none);
    }
    rows[at] = row;
}

} // namespace polder::test
