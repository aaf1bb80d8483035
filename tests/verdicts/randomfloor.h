#pragma once

#include "randomdice.h"

#include "model/core/day.h"

#include <QString>

#include <optional>
#include <vector>

namespace polder::test {

struct Device;

/// What of an estate only matters to what stands on the floor or hangs on water: what is on the plan, the ways in,
/// loops, and what models want. Rooms, racks, nodes and models by their ids in Plan.
struct FloorPlan {
    struct Room {
        int room = 1;
        std::optional<int> floorClass;
        int zone = 0; ///< the node that cools what stands on the floor; 0: none
        int loop = 0;
        QString sides = QStringLiteral("A,B");
    };
    struct Feature {
        int room = 1;
        QString kind;
        QString shape;
        bool keepClear = false;
    };
    struct Load {
        int room = 1;
        QString shape; ///< empty: the whole room
        int newtonsPerSquareMetre = 0;
        Period during;
    };
    struct Segment {
        int room = 1;
        QString route;
        int ordinal = 1;
        QString kind;
        std::optional<int> widthMm, heightMm, lengthMm, loadKg, pointLoadN;
    };
    struct Loop {
        int node = 1;
        std::optional<int> supplyMc, flowMlMin;
    };
    struct RackLoop {
        int rack = 1;
        int loop = 1;
    };
    struct Model {
        int model = 1;
        std::optional<int> widthMm, heightMm, frontMm, rearMm, leftMm, rightMm, crateWidthMm, crateDepthMm,
            crateHeightMm, crateWeightG, heatToWaterW, flowMlMin, waterMinMc, waterMaxMc;
    };

    std::vector<Room> rooms;
    std::vector<Feature> features;
    std::vector<Load> loads;
    std::vector<Segment> segments;
    std::vector<Loop> loops;
    std::vector<RackLoop> rackLoops;
    std::vector<Model> models;

    void drawRoom(int room, int zone, int loop, Dice &dice);
    void drawModel(int model, Dice &dice);
    /// Statements for a record that has rooms, racks, nodes and models.
    [[nodiscard]] QString sql() const;
};

/// What a floor-standing device is like, and somewhere in its room; often where there is hardly room.
void drawFloorDevice(Device &device, Dice &dice);
void standSomewhere(Device &device, Dice &dice);

} // namespace polder::test
