#include "randomfloor.h"

#include "randomestate.h"

namespace polder::test {

namespace {

std::optional<int> maybe(Dice &dice, int value, int often) {
    return dice.in100(often) ? std::optional(value) : std::nullopt;
}

QString number(const std::optional<int> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}

QString reference(int to) {
    return to > 0 ? QString::number(to) : u"null"_qs;
}

Period somePeriod(Dice &dice) {
    constexpr int firstDay = 9862; // 2027-01-01
    const Day from{firstDay + dice.one({0, 31, 59, 181})};
    return dice.in100(50) ? Period{from, Day::never()} : Period{from, from.plus(dice.one({1, 30, 150}))};
}

QString range(Period period) {
    const auto day = [](Day at) { return at.toDate().toString(Qt::ISODate); };
    return u"[%1,%2)"_qs.arg(period.from == Day::always() ? QString() : day(period.from),
                             period.openEnded() ? QString() : day(period.until));
}

} // namespace

void FloorPlan::drawRoom(int room, int zone, int loop, Dice &dice) {
    rooms.push_back({.room = room,
                     .floorClass = maybe(dice, 1, 30),
                     .zone = dice.in100(60) ? zone : 0,
                     .loop = dice.in100(60) ? loop : 0,
                     .sides = dice.one<QString>({u"A,B"_qs, u"A,B"_qs, u"A"_qs})});
    // A column, a wall that goes round a corner, an aisle between the racks, a slanted area, a corner that looks in.
    for (const auto &[kind, shape] :
         {std::pair{u"column", u"[[4000,4000],[4600,4000],[4600,4600],[4000,4600]]"},
          std::pair{u"wall", u"[[6500,6500],[9000,6500],[9000,6600],[6600,6600],[6600,9000],[6500,9000]]"},
          std::pair{u"aisle_cold", u"[[0,1200],[9000,1200],[9000,2400],[0,2400]]"},
          std::pair{u"area", u"[[2000,7000],[3000,6000],[4000,7000],[3000,8000]]"},
          std::pair{u"door", u"[[8000,3000],[9000,2500],[9000,3500]]"}}) {
        if (dice.in100(40)) {
            features.push_back({room, QString::fromUtf16(kind), QString::fromUtf16(shape), dice.in100(60)});
        }
    }
    for (const auto *shape : {u"", u"[[0,0],[3300,0],[3300,9000],[0,9000]]"}) {
        if (dice.in100(25)) {
            loads.push_back({room, QString::fromUtf16(shape), dice.one({200, 1000, 5000}),
                             dice.in100(60) ? Period() : somePeriod(dice)});
        }
    }
    const int routes = dice.one({0, 0, 0, 1, 2});
    for (int route = 1; route <= routes; ++route) {
        for (int ordinal = 1; ordinal <= 2; ++ordinal) {
            segments.push_back({.room = room,
                                .route = u"way %1"_qs.arg(route),
                                .ordinal = ordinal,
                                .kind = dice.one<QString>({u"door"_qs, u"lift"_qs, u"corridor"_qs}),
                                .widthMm = maybe(dice, dice.one({400, 600, 999, 2000}), 60),
                                .heightMm = maybe(dice, dice.one({899, 900, 3000}), 60),
                                .lengthMm = maybe(dice, dice.one({600, 1000, 2000}), 60),
                                .loadKg = maybe(dice, dice.one({10, 29, 100}), 40),
                                .pointLoadN = maybe(dice, dice.one({49, 50, 1000}), 40)});
        }
    }
}

void FloorPlan::drawModel(int model, Dice &dice) {
    const auto clearance = [&dice] { return maybe(dice, dice.one({300, 301, 500}), 30); };
    models.push_back({.model = model,
                      .widthMm = maybe(dice, dice.one({600, 1000}), 60),
                      .heightMm = maybe(dice, 900, 50),
                      .frontMm = clearance(),
                      .rearMm = clearance(),
                      .leftMm = clearance(),
                      .rightMm = clearance(),
                      .crateWidthMm = maybe(dice, dice.one({1000, 1001}), 30),
                      .crateDepthMm = maybe(dice, 600, 30),
                      .crateHeightMm = maybe(dice, dice.one({900, 901}), 30),
                      .crateWeightG = maybe(dice, dice.one({29'000, 29'001, 10'000}), 30),
                      .heatToWaterW = maybe(dice, dice.one({0, 100, 333}), 15),
                      .flowMlMin = maybe(dice, dice.one({500, 1000}), 8),
                      .waterMinMc = maybe(dice, dice.one({18'000, 20'001}), 40),
                      .waterMaxMc = maybe(dice, dice.one({20'000, 19'999}), 40)});
}

QString FloorPlan::sql() const {
    QString sql;
    for (const Loop &loop : loops) {
        sql += u"insert into polder.liquid_loop (node_id, supply_mc, max_flow_ml_min) values (%1, %2, %3);\n"_qs
                   .arg(loop.node)
                   .arg(number(loop.supplyMc), number(loop.flowMlMin));
    }
    for (const Room &room : rooms) {
        sql +=
            u"update polder.room set floor_class = %1, cooling_zone_id = %2, liquid_loop_id = %3, sides = '{%4}' "
            u"where id = %5;\n"_qs.arg(number(room.floorClass), reference(room.zone), reference(room.loop), room.sides)
                .arg(room.room);
    }
    for (const RackLoop &rack : rackLoops) {
        sql += u"update polder.rack set liquid_loop_id = %1 where id = %2;\n"_qs.arg(rack.loop).arg(rack.rack);
    }
    for (const Feature &feature : features) {
        sql += u"insert into polder.room_feature (room_id, kind, shape, keep_clear) values (%1, '%2', '%3', %4);\n"_qs
                   .arg(feature.room)
                   .arg(feature.kind, feature.shape, feature.keepClear ? u"true"_qs : u"false"_qs);
    }
    for (const Load &load : loads) {
        sql +=
            u"insert into polder.room_environment (room_id, shape, floor_load_n_m2, during) values (%1, %2, %3, '%4');\n"_qs
                .arg(load.room)
                .arg(load.shape.isEmpty() ? u"null"_qs : u"'%1'"_qs.arg(load.shape))
                .arg(load.newtonsPerSquareMetre)
                .arg(range(load.during));
    }
    for (const Segment &segment : segments) {
        sql += u"insert into polder.delivery_segment (room_id, route, ordinal, name, kind, width_mm, height_mm, "
               u"length_mm, "
               u"load_kg, point_load_n) values (%1, '%2', %3, '%4 of %2', '%4', %5, "_qs.arg(segment.room)
                   .arg(segment.route)
                   .arg(segment.ordinal)
                   .arg(segment.kind, number(segment.widthMm)) +
               u"%1, %2, %3, %4);\n"_qs.arg(number(segment.heightMm), number(segment.lengthMm), number(segment.loadKg),
                                            number(segment.pointLoadN));
    }
    for (const Model &m : models) {
        sql +=
            u"update polder.model set width_mm = %1, height_mm = %2, clearance_front_mm = %3, clearance_rear_mm = %4, "
            u"clearance_left_mm = %5, clearance_right_mm = %6, "_qs.arg(number(m.widthMm), number(m.heightMm),
                                                                        number(m.frontMm), number(m.rearMm),
                                                                        number(m.leftMm), number(m.rightMm)) +
            u"crate_width_mm = %1, crate_depth_mm = %2, crate_height_mm = %3, crate_weight_g = %4, heat_to_water_w = "
            u"%5, "
            u"water_flow_ml_min = %6, "_qs.arg(number(m.crateWidthMm), number(m.crateDepthMm), number(m.crateHeightMm),
                                               number(m.crateWeightG), number(m.heatToWaterW), number(m.flowMlMin)) +
            u"water_inlet_min_mc = %1, water_inlet_max_mc = %2 where id = %3;\n"_qs
                .arg(number(m.waterMinMc), number(m.waterMaxMc))
                .arg(m.model);
    }
    return sql;
}

void drawFloorDevice(Device &device, Dice &dice) {
    device.widthMm = maybe(dice, dice.one({600, 601, 1000}), 95);
    device.depthMm = maybe(dice, dice.one({400, 601, 880}), 95);
    device.heightMm = maybe(dice, dice.one({900, 1800}), 50);
}

void standSomewhere(Device &device, Dice &dice) {
    device.xMm = dice.one({300, 1300, 3300, 3301, 4300, 5000, 6000, 7500, 8500, 8600});
    device.yMm = dice.one({440, 1800, 3000, 3300, 4600, 5300, 7000, 8000, 8600});
    device.orientationDeg = dice.one({0, 0, 90, 180, 270, 45, 30, 211});
}

} // namespace polder::test
