#pragma once

#include "day.h"
#include "ids.h"
#include "ledger.h"
#include "sharedtext.h"
#include "table.h"
#include "units.h"

#include <QJsonArray>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <tuple>
#include <vector>

// The record as immutable values: what one person may see, as of one generation. Each struct is a row of the table
// of the same name (sql/migrations), each member a column; std::nullopt is unknown, never 0.
namespace polder {

struct Organisation {
    OrganisationId id;
    QString code;
    QString name;
};

struct Department {
    DepartmentId id;
    OrganisationId organisation;
    QString code;
    QString name;
    QString faculty;
};

struct Person {
    PersonId id;
    OrganisationId organisation;
    DepartmentId department;
    QString handle; ///< empty where this viewer may not see personal data
    QString name;
    QString email;
};

struct Site {
    SiteId id;
    OrganisationId host;
    QString code;
    QString name;
};

struct Room {
    RoomId id;
    SiteId site;
    QString code;
    QString name;
    Length width;
    Length depth;
    Length tile;
    QString protectionClass;
    bool medical = false;                   ///< in scope of NEN 7510
    std::optional<std::int32_t> floorClass; ///< EN 12825, 1 to 6
    QStringList sides;                      ///< what counts as a path of its own, for what stands on its floor
    NodeId coolingZone, liquidLoop;         ///< of what stands on its floor
};

/// Wall, column, aisle ...: a polygon on the plan, in mm.
struct RoomFeature {
    Id<struct RoomFeatureTag> id;
    RoomId room;
    QString kind;
    QString name;
    std::vector<QPointF> shape;
    std::optional<int> airflowDegrees; ///< 0 = north
    bool keepClear = false;
};

/// The air and the floor of a room, or of a part of it: of its points this one says what holds, not the room's.
struct RoomEnvironment {
    Id<struct RoomEnvironmentTag> id;
    RoomId room;
    std::optional<std::vector<QPointF>> shape; ///< as of a feature; nullopt: the whole room
    std::optional<Temperature> setpoint;       ///< at the inlet
    std::optional<int> driftMillikelvinPerHour;
    QString vibrationClass; ///< VC-A to VC-G
    std::optional<int> fieldNanotesla;
    std::optional<int> floorLoad; ///< N/m2
    Period during;
};

/// A piece of the way in; what it does not say it does not limit.
struct DeliverySegment {
    Id<struct DeliverySegmentTag> id;
    RoomId room;
    QString route;
    int ordinal = 1;
    QString name;
    QString kind; ///< dock, door, corridor, lift, ramp, floor
    std::optional<Length> width, height, length;
    std::optional<int> loadKilograms;
    std::optional<int> pointLoadNewton;
};

/// Where a room gives water, nitrogen, exhaust ...
struct MediaPoint {
    Id<struct MediaPointTag> id;
    RoomId room;
    QString medium;
    Period during;
};

struct Row {
    RowId id;
    RoomId room;
    QString code;
};

struct Rack {
    // What a search looks at in every rack stands together.
    RackId id;
    RoomId room;
    RowId row;
    std::int32_t units = 0; ///< height in U
    Length usableDepth;     ///< for device and cords together
    Period during;
    QString airflow;

    QString code;
    Length x;
    Length y;
    int orientationDegrees = 0; ///< where the front looks, 0 = north
    Length width;
    Length depth;
    int railWidthInches = 19;
    std::optional<Length> railMin, railMax; ///< to what its rails can be set, front to rear
    bool numberedDown = false;
    int zeroUSlots = 0; ///< beside the rails, numbered from 1
    Mass tare;
    bool tareCounts = false;
    QStringList sides; ///< what counts as a path of its own
    NodeId coolingZone, liquidLoop;
};

/// A network port that can be told from another: it takes what wants just this.
struct PortKind {
    int speedMbps = 0;
    QString medium;
    bool outOfBand = false;

    bool operator==(const PortKind &) const = default;
};

/// What equipment wants of them.
struct PortWish {
    PortKind kind;
    int count = 1;
};

/// The ports of one kind of a rack, of a row, or of a room for what stands on its floor; a node counts them.
struct NetworkPorts {
    Id<struct NetworkPortsTag> id;
    RackId rack;
    RowId row;
    RoomId room;
    PortKind kind;
    NodeId node;
};

/// Something with a limit: a feed, a UPS, what a rack may weigh, a line of an agreement. See sql/migrations/0004.
struct Node {
    NodeId id;
    QString kind; ///< node_kind.code
    NodeId parent;
    SiteId site;
    RoomId room;
    RackId rack;
    QString name;
    QString side;
    QString phases; ///< "1", "2", "3" or "123"
    int units = 1;  ///< paralleled units are one node
    int voltsToNeutral = 230;
    bool concurrentlyMaintainable = false;
    std::optional<Temperature> supplyTemperature; ///< of the water of a loop
    Period during;
};

/// Holds from `from` until the node's next limit. nullopt: not limited in that quantity. No row at all: unknown, and
/// the node takes nothing new.
struct NodeLimit {
    Id<struct NodeLimitTag> id;
    NodeId node;
    Day from;
    std::optional<std::int64_t> normalMain, normalLine, failoverMain, failoverLine;
};

/// Cools the air of a zone, or as its door that of one rack; it stops with the node that feeds it.
struct CoolingUnit {
    CoolingUnitId id;
    RoomId room;
    NodeId zone;
    NodeId feed;
    QString name;
    QString kind;                  ///< CRAC, CRAH, in-row, rear-door, CDU
    std::optional<Power> sensible; ///< what it carries away
    Period during;
};

struct Outlet {
    OutletId id;
    NodeId node;
    SharedText name;
    SharedText type;
    SharedText phases;
    std::int32_t maxMilliampere = 0;
};

struct Model {
    ModelId id;
    QString manufacturer;
    QString name;
    QString slug;
    QString kind;
    std::optional<Height> height;
    std::optional<bool> fullDepth;
    std::optional<Length> depth;
    std::optional<Length> width;
    std::optional<Mass> weight;
    std::optional<int> nameplateWatts;
    QString airflow;
    std::int32_t supplies = 0;              ///< number of power inlets
    QString inlet;                          ///< type of the first, empty = unknown
    std::optional<Length> railMin, railMax; ///< to what its rails can be set, front to rear
    std::optional<Temperature> inletMin, inletMax;
    std::optional<int> driftMillikelvinPerHour; ///< the most that it bears
    QString vibrationClass;
    std::optional<int> fieldNanotesla;
    QStringList media; ///< that it needs
    std::optional<Length> bodyHeight;
    std::optional<Length> clearanceFront, clearanceRear, clearanceLeft, clearanceRight;
    std::optional<Length> crateWidth, crateDepth, crateHeight; ///< as it is delivered
    std::optional<Mass> crateWeight;
    std::optional<int> heatToWaterWatts;
    std::optional<std::int64_t> waterFlow;         ///< ml/min
    std::optional<Temperature> waterMin, waterMax; ///< of the water that it takes in
};

/// Where a chassis of this model takes a device.
struct Bay {
    BayId id;
    ModelId model;
    QString name;
};

struct Equipment {
    EquipmentId id;
    ModelId model;
    RequestItemId requestItem;
    QString name;
    SharedText kind;
    OrganisationId owner;
    DepartmentId department;
    PersonId sponsor;
    SharedText project;
    QString serial;
    QString assetTag;
    SharedText dataClass;
    bool medical = false;
    bool personalData = false;
    std::optional<int> availabilityClass; ///< that it needs, 1 to 4
    SystemId system;
    bool shareable = false;
    Height height;
    bool halfWidth = false;
    std::optional<Length> width;
    std::optional<Length> depth;
    std::optional<Mass> weight;
    Mass accessories; ///< rails, cable arms
    SharedText airflow;
    bool ducted = false; ///< led to the aisle where it belongs, so that it may blow against the rack
    std::optional<Temperature> inletMin, inletMax;
    std::optional<int> driftMillikelvinPerHour;
    std::optional<int> nameplateWatts, budgetedWatts, measuredWatts;
    std::optional<Day> measuredOn;
    std::optional<Day> warrantyUntil;
    int powerFactorPermille = 950;
    int cords = 2;
    SharedText phases;
    SharedText plug;
    std::optional<Length> bodyHeight;
    std::vector<PortWish> ports;
};

/// A cluster, a storage system ...: equipment over racks and data centres.
struct System {
    SystemId id;
    bool personalData = false; ///< may hold them
};

struct Request {
    RequestId id;
    QString number;
    QString state;
    OrganisationId organisation;
    DepartmentId department;
    PersonId requester;
    PersonId sponsor;
    QString project;
    QString costCentre;
    QString dataClass;
    bool medical = false;
    bool personalData = false;
    std::optional<int> availabilityClass;
    Period during;
    SiteId wishSite;
    std::optional<bool> wishRedundant;
    QString wishTogether, wishApart; ///< all pieces in one rack, row, room, site; no two of them in one
    QString stateReason;
    std::optional<Day> submittedOn;
    std::optional<Day> decisionDue; ///< the working day on which the host owes an answer; nullopt: none is owed
    std::optional<Day> holdUntil;
    QString comment;
    QString securityReview; ///< not needed, open, passed
    QStringList offers;     ///< intentions that the record offers this viewer for it now, sorted: "endorse", "hold" ...
};

struct RequestItem {
    RequestItemId id;
    RequestId request;
    int ordinal = 1;
    ModelId model;
    QString description;
    int count = 1;
    QString kind;
    std::optional<Height> height;
    bool halfWidth = false;
    std::optional<Length> width;
    std::optional<Length> depth;
    std::optional<Mass> weight;
    std::optional<int> nameplateWatts, drawWatts;
    std::optional<int> cords;
    QString phases;
    QString plug;
    QString airflow;
    std::optional<Temperature> inletMin, inletMax;
    std::optional<Length> bodyHeight;
    std::vector<PortWish> ports;
    bool shareable = false;
};

/// A booking, as far as this viewer may see it; what others hold is in `Snapshot::occupancy` without names.
struct Placement {
    PlacementId id;
    EquipmentId equipment;
    SharedText state; ///< held, delivered, installed, decommissioning, ended
    Period during;
    std::optional<Day> holdUntil;
    RackId rack;
    std::optional<Height> position; ///< half units below it; nullopt: not on the rails
    std::optional<int> slot;        ///< beside the rails
    EquipmentId chassis;            ///< that it is in, at this bay; then without a rack of its own
    BayId bay;
    SharedText face; ///< front, rear, both
    SharedText half; ///< full, left, right
    RoomId room;     ///< set for floor-standing equipment
    Length x;        ///< the middle of its footprint
    Length y;
    int orientationDegrees = 0; ///< where its front looks, clockwise from the north
    bool inherited = false;     ///< taken over by import, not booked
    bool contested = false;
    std::vector<OutletId> outlets;
    std::vector<NodeId> nodes;
};

/// Occupied space, merged and anonymous: every role gets all of it, so every role gets the same verdict.
struct OccupiedBox {
    RackId rack;
    std::int16_t huFrom = 0, huUntil = 0;       ///< half units from the bottom
    std::int16_t depthFrom = 0, depthUntil = 0; ///< mm from the front rails
    std::int8_t widthFrom = 0, widthUntil = 2;  ///< halves
    bool blocked = false;
    Period during;
};

[[nodiscard]] inline auto rowOrder(const OccupiedBox &box) {
    return std::tuple{box.rack, box.huFrom, box.depthFrom, box.widthFrom, box.during};
}

/// What stands on the floor, anonymous as well: corners x1, y1, x2, ... in mm.
struct FloorOccupied {
    RoomId room;
    std::vector<std::int32_t> footprint;
    std::vector<std::int32_t> clearance; ///< the footprint with what has to stay free around it
    Period during;
};

[[nodiscard]] inline auto rowOrder(const FloorOccupied &shape) {
    return std::tuple{shape.room, shape.footprint, shape.during};
}

struct OutletUse {
    OutletId outlet;
    Period during;
};
[[nodiscard]] inline auto rowOrder(const OutletUse &use) {
    return std::tuple{use.outlet, use.during};
}

/// A 0U slot that is taken.
struct SlotUse {
    RackId rack;
    int slot = 0;
    Period during;
};
[[nodiscard]] inline auto rowOrder(const SlotUse &use) {
    return std::tuple{use.rack, use.slot, use.during};
}

/// A bay that is taken, of a chassis that the viewer sees.
struct BayUse {
    EquipmentId chassis;
    BayId bay;
    Period during;
};
[[nodiscard]] inline auto rowOrder(const BayUse &use) {
    return std::tuple{use.chassis, use.bay, use.during};
}

struct Agreement {
    AgreementId id;
    OrganisationId host;
    OrganisationId guest;
    QString reference;
    Period during;
};

struct AgreementLine {
    AgreementLineId id;
    AgreementId agreement;
    QString topic;
    QString unit;
    Period during;
    NodeId node;
};

struct Finding {
    Id<struct FindingTag> id;
    QString rule;
    QString kind;
    SiteId site;
    RackId rack;
    PlacementId placement;
    QString text;
    Period during;
    bool resolved = false;
};

/// A rule set aside, for a request, for the equipment of a booking, or for all that a node carries.
struct Override {
    Id<struct OverrideTag> id;
    QString rule;
    RequestId request;
    PlacementId placement;
    NodeId node;
    QString reason;
    Day until;          ///< the first day that it no longer holds
    bool given = false; ///< confirmed where the rule wants it, and not withdrawn
};

/// How much each term of a place's score counts (see scores.h). Ours: breaking space is what strands capacity soonest.
struct ScoreWeights {
    std::int32_t space = 4, low = 2, phases = 1, headroom = 3, stranded = 2, affinity = 1, site = 2, airflow = 1;
};

/// Numbers of the institution's policy that the engine needs; from polder.setting.
/// So often of the mix of requests by which stranded capacity is told: as deep as its rack, with two cords on C13.
struct ReferenceItem {
    Height height;
    Power draw;
    Mass weight;
    int times = 1;
    bool operator==(const ReferenceItem &) const = default;
};

struct Policy {
    Length cordAllowance{120};
    int powerFactorPermille = 950;
    int gramsPerUnitEstimate = 12000;  ///< weight of equipment whose weight is unknown, for each U
    int wattsPerUnitEstimate = 150;    ///< draw of what is plugged in and whose draw is unknown, for each U
    int nameplateBudgetPermille = 700; ///< budget without a better source
    int agreementWarnPermille = 800;
    int holdDays = 30;          ///< that something is held for, unless it is said
    int networkPortsRefuse = 0; ///< 1: too few network ports refuse a booking; 0: they warn
    ScoreWeights scoreWeights;
    /// Of twelve, six servers of 1U 300 W 18 kg, four of 2U 600 W 28 kg and one of 4U 1.5 kW 45 kg, and a storage shelf
    /// of 4U 800 W 90 kg.
    std::vector<ReferenceItem> referenceMix{{{2}, {300'000}, {18'000}, 6},
                                            {{4}, {600'000}, {28'000}, 4},
                                            {{8}, {1'500'000}, {45'000}, 1},
                                            {{8}, {800'000}, {90'000}, 1}};
};

/// Which inlet goes into which outlet.
struct PlugFit {
    QString inlet;
    QString outlet;
};

/// Who is looking.
struct Viewer {
    PersonId person;
    OrganisationId organisation;
    QString name;
    struct Appointment {
        QString role;
        OrganisationId organisation;
        SiteId site; ///< none: everywhere in the organisation
        bool operator==(const Appointment &) const = default;
    };
    std::vector<Appointment> appointments;
    std::vector<PersonId> standsFor; ///< oneself, and those whose deputy one is today
    bool mayAsk = false;             ///< may write requests of the own organisation
    bool mayAskForOthers = false;    ///< ... on behalf of somebody else
    bool maySetAside = false;        ///< may ask to set a rule aside
    bool mayAmend = false;           ///< holds an office that changes what is known of equipment
};

/// Copies share their tables: a new generation costs what changed.
struct Snapshot {
    std::int64_t generation = 0;
    Day today;
    Viewer viewer;
    Policy policy;
    std::vector<PlugFit> plugFits;

    Table<Organisation> organisations;
    Table<Department> departments;
    Table<Person> people;
    Table<Site> sites;
    Table<Room> rooms;
    Table<RoomFeature> roomFeatures;
    Table<RoomEnvironment> roomEnvironments;
    Table<MediaPoint> mediaPoints;
    Table<DeliverySegment> deliverySegments;
    Table<Row> rackRows;
    Table<Rack> racks;
    Table<NetworkPorts> networkPorts;
    Table<Node> nodes;
    Table<NodeLimit> nodeLimits;
    Table<CoolingUnit> coolingUnits;
    Table<Outlet> outlets;
    Table<Model> models;
    Table<Bay> bays;
    Table<System> systems;
    Table<Equipment> equipment;
    Table<Request> requests;
    Table<RequestItem> requestItems;
    Table<Placement> placements;
    Table<OccupiedBox> occupancy; ///< by rack, then half unit
    Table<SlotUse> slotUse;       ///< by rack, then slot
    Table<BayUse> bayUse;         ///< by chassis, then bay
    Table<FloorOccupied> floorOccupancy;
    Table<OutletUse> outletUse; ///< by outlet
    Ledger ledger;
    Table<Agreement> agreements;
    Table<AgreementLine> agreementLines;
    Table<Finding> findings;
    Table<Override> overrides;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace polder
