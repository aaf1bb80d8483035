#include "randomestate.h"

#include <algorithm>

namespace polder::test {

namespace {

/// A column and its value as SQL says it.
struct Column {
    const char *name;
    QString value;

    bool operator==(const Column &) const = default;
};
using Columns = std::vector<Column>;

QString number(std::int64_t value) {
    return QString::number(value);
}
template <typename T>
QString number(const std::optional<T> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}
/// 0: none.
QString reference(int to) {
    return to ? QString::number(to) : u"null"_qs;
}
QString word(const QString &value) {
    return value.isEmpty() ? u"null"_qs : u"'%1'"_qs.arg(value);
}
QString words(const QString &commaSeparated) {
    return u"'{%1}'"_qs.arg(commaSeparated);
}
QString flag(bool value) {
    return value ? u"true"_qs : u"false"_qs;
}
QString date(Day day) {
    return u"'%1'"_qs.arg(day.toDate().toString(Qt::ISODate));
}
QString range(Period period) {
    const auto day = [](Day at) { return at.toDate().toString(Qt::ISODate); };
    return u"'[%1,%2)'"_qs.arg(period.from == Day::always() ? QString() : day(period.from),
                               period.openEnded() ? QString() : day(period.until));
}
QString range(int from, int until) {
    return u"'[%1,%2)'"_qs.arg(from).arg(until);
}
QString array(const std::vector<int> &ids) {
    QStringList texts;
    for (const int id : ids) {
        texts << QString::number(id);
    }
    return u"'{%1}'"_qs.arg(texts.join(u','));
}

/// Those for data said in two parts: they add up.
QString wantedPorts(const Device &d) {
    QStringList wanted;
    const auto want = [&wanted](int count, const char16_t *kind) {
        if (count > 0) {
            wanted << u"{\"count\": %1, \"speed_mbps\": 10000, \"medium\": \"RJ45\"%2}"_qs.arg(count).arg(
                QString::fromUtf16(kind));
        }
    };
    want(d.ports - d.ports / 2, u"");
    want(d.ports / 2, u", \"out_of_band\": false");
    want(d.managementPorts, u", \"out_of_band\": true");
    return u"'[%1]'"_qs.arg(wanted.join(u", "_qs));
}

Columns columnsOf(const Plan::Room &room, int id) {
    return {
        {"site_id", number(id)},
        {"code", u"'M'"_qs},
        {"width_mm", u"9000"_qs},
        {"depth_mm", u"9000"_qs},
        {"protection_class", word(room.protectionClass)},
        {"medical", flag(room.medical)},
        {"floor_class", number(room.floorClass)},
        {"sides", words(room.sides)},
    };
}

/// Nodes are in rooms, and rooms have nodes that cool what stands on their floor.
Columns nodesOf(const Plan::Room &room, int) {
    return {{"cooling_zone_id", reference(room.zone)}, {"liquid_loop_id", reference(room.loop)}};
}

Columns rowOf(const Plan::Room &, int id) {
    return {{"room_id", number(id)}, {"code", u"'A'"_qs}};
}

Columns columnsOf(const Plan::Model &model, int id) {
    return {
        {"manufacturer_id", u"1"_qs},
        {"name", u"'M%1'"_qs.arg(id)},
        {"depth_mm", number(model.depthMm)},
        {"rail_min_mm", number(model.railMinMm)},
        {"rail_max_mm", number(model.railMaxMm)},
        {"vibration_class", word(model.vibrationClass)},
        {"emi_nt", number(model.emiNt)},
        {"media", words(model.media)},
        {"width_mm", number(model.widthMm)},
        {"clearance_front_mm", number(model.clearFrontMm)},
        {"clearance_rear_mm", number(model.clearRearMm)},
        {"clearance_left_mm", number(model.clearLeftMm)},
        {"clearance_right_mm", number(model.clearRightMm)},
        {"crate_width_mm", number(model.crateWidthMm)},
        {"crate_depth_mm", number(model.crateDepthMm)},
        {"crate_height_mm", number(model.crateHeightMm)},
        {"crate_weight_g", number(model.crateWeightG)},
        {"heat_to_water_w", number(model.heatToWaterW)},
        {"water_flow_ml_min", number(model.waterFlow)},
        {"water_inlet_min_mc", number(model.waterMinMc)},
        {"water_inlet_max_mc", number(model.waterMaxMc)},
    };
}

Columns columnsOf(const Plan::Bay &bay, int id) {
    return {{"model_id", number(bay.model)}, {"name", u"'%1'"_qs.arg(id)}};
}

Columns columnsOf(const Plan::Environment &air, int) {
    return {
        {"room_id", number(air.room)},
        {"shape", word(air.shape)},
        {"setpoint_mc", number(air.setpointMc)},
        {"drift_mk_per_h", number(air.driftMkPerH)},
        {"vibration_class", word(air.vibrationClass)},
        {"emi_nt", number(air.emiNt)},
        {"floor_load_n_m2", number(air.floorLoad)},
        {"during", range(air.during)},
    };
}

Columns columnsOf(const Plan::Medium &medium, int) {
    return {
        {"room_id", number(medium.room)},
        {"medium", word(medium.name)},
        {"name", u"'tap'"_qs},
        {"x_mm", u"0"_qs},
        {"y_mm", u"0"_qs},
        {"during", range(medium.during)},
    };
}

Columns columnsOf(const Plan::Feature &feature, int) {
    return {
        {"room_id", number(feature.room)},
        {"kind", word(feature.kind)},
        {"shape", word(feature.shape)},
        {"keep_clear", flag(feature.keepClear)},
    };
}

Columns columnsOf(const Plan::Segment &segment, int id) {
    return {
        {"room_id", number(segment.room)},
        {"route", word(segment.route)},
        {"ordinal", number(segment.ordinal)},
        {"name", u"'way %1'"_qs.arg(id)},
        {"kind", word(segment.kind)},
        {"width_mm", number(segment.widthMm)},
        {"height_mm", number(segment.heightMm)},
        {"length_mm", number(segment.lengthMm)},
        {"load_kg", number(segment.loadKg)},
        {"point_load_n", number(segment.pointLoadN)},
    };
}

Columns columnsOf(const Plan::Loop &loop, int) {
    return {{"supply_mc", number(loop.supplyMc)}, {"max_flow_ml_min", number(loop.flowMlMin)}};
}

Columns columnsOf(const Plan::Rack &rack, int id) {
    return {
        {"room_id", number(rack.site)},
        {"code", u"'R%1'"_qs.arg(id)},
        {"height_u", number(rack.units)},
        {"usable_depth_mm", number(rack.usableDepthMm)},
        {"during", range(rack.during)},
        {"x_mm", number(rack.xMm)},
        {"y_mm", number(rack.yMm)},
        {"orientation_deg", number(rack.orientationDegrees)},
        {"rail_width_in", number(rack.railWidthInches)},
        {"rail_min_mm", number(rack.railMinMm)},
        {"rail_max_mm", number(rack.railMaxMm)},
        {"airflow", word(rack.airflow)},
        {"sides", words(rack.sides)},
        {"row_id", reference(rack.inRow ? rack.site : 0)},
        {"zero_u_slots", number(rack.zeroUSlots)},
    };
}

/// Nodes are in racks, and racks have nodes that cool them.
Columns nodesOf(const Plan::Rack &rack, int) {
    return {{"cooling_zone_id", reference(rack.zone)}, {"liquid_loop_id", reference(rack.loop)}};
}

Columns columnsOf(const Plan::Node &node, int) {
    return {
        {"kind", word(node.kind)},
        {"name", word(node.name)},
        {"parent_id", reference(node.parent)},
        {"site_id", number(node.site)},
        {"rack_id", reference(node.rack)},
        {"room_id", reference(node.room)},
        {"side", word(node.side)},
        {"phases", word(node.phases)},
        {"units", number(node.units)},
        {"voltage_ln", number(node.volts)},
        {"concurrently_maintainable", flag(node.maintainable)},
        {"during", range(node.during)},
    };
}

Columns columnsOf(const Plan::Limit &limit, int) {
    return {
        {"node_id", number(limit.node)},
        {"from_date", date(limit.from)},
        {"normal_main", number(limit.normalMain)},
        {"normal_line", number(limit.normalLine)},
        {"failover_main", number(limit.failoverMain)},
        {"failover_line", number(limit.failoverLine)},
    };
}

Columns columnsOf(const Plan::Outlet &outlet, int id) {
    return {
        {"node_id", number(outlet.node)}, {"name", u"'%1'"_qs.arg(id)},     {"type", word(outlet.type)},
        {"phases", word(outlet.phases)},  {"max_ma", number(outlet.maxMa)},
    };
}

Columns columnsOf(const Plan::Agreement &agreement, int) {
    return {
        {"host_id", u"1"_qs},
        {"guest_id", u"2"_qs},
        {"reference", u"'H-A'"_qs},
        {"during", range(agreement.during)},
    };
}

Columns columnsOf(const Plan::Line &line, int) {
    return {
        {"agreement_id", u"1"_qs},     {"topic", u"'hosting'"_qs},     {"unit", word(line.unit)},
        {"quota", number(line.quota)}, {"during", range(line.during)}, {"node_id", number(line.node)},
    };
}

Columns columnsOf(const Plan::Blocked &blocked, int) {
    return {
        {"rack_id", number(blocked.rack)},
        {"hu", range(blocked.from, blocked.until)},
        {"reason", u"'tray'"_qs},
        {"during", range(blocked.during)},
    };
}

Columns columnsOf(const Plan::Ports &ports, int) {
    return {
        {"rack_id", reference(ports.rack)},
        {"row_id", reference(ports.rack || ports.floor ? 0 : ports.site)},
        {"room_id", reference(ports.floor ? ports.site : 0)},
        {"speed_mbps", u"10000"_qs},
        {"medium", u"'RJ45'"_qs},
        {"out_of_band", flag(ports.outOfBand)},
        {"ports", number(ports.count)},
    };
}

Columns columnsOf(const Plan::Setting &setting, int) {
    return {{"key", word(setting.key)}, {"value", u"'%1'"_qs.arg(setting.value)}};
}

constexpr int facilityManager = 11, anotherOne = 12, guestsOne = 13;

/// By whom and whom besides each rule may be set aside: DOMAIN, Overrides.
Columns columnsOf(const Plan::Override &one, int) {
    const int second = isFacilityManagers(one.rule) || !one.confirmed ? 0 : one.rule == u"G4" ? guestsOne : anotherOne;
    return {
        {"rule", word(one.rule)},         {"placement_id", reference(one.device)},
        {"node_id", reference(one.node)}, {"request_id", reference(one.request)},
        {"site_id", number(one.site)},    {"reason", u"'it has to be'"_qs},
        {"until_date", date(one.until)},  {"by_id", number(facilityManager)},
        {"second_id", reference(second)},
    };
}

Columns equipmentOf(const Device &d, int) {
    return {
        {"owner_id", number(d.owner)},
        {"kind", d.floorStanding ? u"'floor'"_qs
                 : d.chassis > 0 ? u"'bay'"_qs
                 : d.slot > 0    ? u"'zero_u'"_qs
                                 : u"'rack'"_qs},
        {"height_hu", number(d.heightHalfUnits)},
        {"half_width", flag(d.halfWidth)},
        {"depth_mm", number(d.depthMm)},
        {"weight_g", number(d.weightG)},
        {"accessory_g", number(d.accessoryG)},
        {"budgeted_w", number(d.budgetedW)},
        {"nameplate_w", number(d.nameplateW)},
        {"power_factor_permille", number(d.powerFactorPermille)},
        {"cords", number(d.cords)},
        {"phases", d.threePhases ? u"'123'"_qs : u"'1'"_qs},
        {"model_id", reference(d.model)},
        {"system_id", reference(d.system)},
        {"width_mm", number(d.widthMm)},
        {"airflow", word(d.airflow)},
        {"plug", word(d.plug)},
        {"inlet_min_mc", number(d.inletMinMc)},
        {"inlet_max_mc", number(d.inletMaxMc)},
        {"drift_mk_per_h", number(d.driftMkPerH)},
        {"data_class", word(d.dataClass)},
        {"medical", flag(d.medical)},
        {"personal_data", flag(d.personalData)},
        {"availability_class", number(d.availabilityClass)},
        {"ports", wantedPorts(d)},
        {"height_mm", number(d.bodyHeightMm)},
        {"request_item_id", reference(d.request)}, // each request has one, with the same id
        {"replaces_id", reference(d.replaces)},
    };
}

Columns placementOf(const Device &d, int id) {
    const bool onRails = !d.floorStanding && d.slot == 0 && d.chassis == 0;
    const auto onFloor = [&](int value) { return d.floorStanding ? number(value) : u"null"_qs; };
    return {
        {"equipment_id", number(id)},
        {"state", d.released    ? u"'released'"_qs
                  : d.holdUntil ? u"'held'"_qs
                                : u"'installed'"_qs},
        {"hold_until", d.released || !d.holdUntil ? u"null::date"_qs : date(*d.holdUntil)},
        {"during", range(d.during)},
        {"rack_id", reference(onRails || d.slot > 0 ? d.rack : 0)},
        {"position_hu", onRails ? number(d.positionHalfUnits) : u"null"_qs},
        {"zero_u_slot", reference(d.slot)},
        {"chassis_id", reference(d.chassis)},
        {"bay_id", reference(d.bay)},
        {"face", onRails ? word(d.face) : u"'both'"_qs},
        {"half", onRails ? word(d.half) : u"'full'"_qs},
        {"room_id", onFloor(d.room)},
        {"x_mm", onFloor(d.xMm)},
        {"y_mm", onFloor(d.yMm)},
        {"orientation_deg", onFloor(d.orientationDegrees)},
        {"outlet_ids", array(d.outlets)},
        {"node_ids", array(d.nodes)},
        {"inherited", flag(d.inherited)},
        {"contested", flag(d.contested)},
    };
}

/// The guard adds rows of its own to these: theirs begin at 1.
constexpr int beyondTheGuards = 1'000'000;

/// What becomes of the rows of one table. Rows that come, and rows that change, do so in one statement.
class TableChange {
public:
    explicit TableChange(const char *table, const char *key = "id")
        : m_table(QString::fromUtf8(table))
        , m_key(QString::fromUtf8(key)) {}

    void come(int id, const Columns &columns) {
        QStringList names{m_key}, values{QString::number(id)};
        for (const auto &[name, value] : columns) {
            if (qstrcmp(name, "contested") != 0) { // the guard's own word
                names << QString::fromUtf8(name);
                values << value;
            }
        }
        m_names = names.join(u", "_qs);
        m_come << u'(' + values.join(u", "_qs) + u')';
    }
    void change(int id, const Columns &before, const Columns &after) {
        bool differs = false;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (before[i].value != after[i].value) {
                m_changed << QString::fromUtf8(after[i].name);
                differs = true;
            }
        }
        if (differs) {
            m_rows.push_back({id, after});
        }
    }
    void go(int id) { m_gone << QString::number(id); }

    [[nodiscard]] QString sql() {
        QString sql;
        if (!m_gone.isEmpty()) {
            sql += u"delete from polder.%1 where %3 in (%2);\n"_qs.arg(m_table, m_gone.join(u", "_qs), m_key);
        }
        if (!m_come.isEmpty()) {
            sql += u"insert into polder.%1 (%2) overriding system value values\n    %3;\n"_qs.arg(
                m_table, m_names, m_come.join(u",\n    "_qs));
        }
        m_changed.removeDuplicates();
        if (m_rows.size() == 1) {
            QStringList sets;
            for (const auto &[name, value] : m_rows.front().second) {
                if (m_changed.contains(QString::fromUtf8(name))) {
                    sets << QString::fromUtf8(name) + u" = "_qs + value;
                }
            }
            sql += u"update polder.%1 set %2 where %4 = %3;\n"_qs.arg(m_table, sets.join(u", "_qs))
                       .arg(m_rows.front().first)
                       .arg(m_key);
        } else if (m_rows.size() > 1) {
            sql += updateOfMany();
        }
        return sql;
    }

private:
    /// The first, empty, select gives the literals their types.
    [[nodiscard]] QString updateOfMany() const {
        const QString names = m_changed.join(u", "_qs);
        QStringList selects{u"select %3 as id, %1 from polder.%2 where false"_qs.arg(names, m_table, m_key)};
        for (const auto &[id, columns] : m_rows) {
            QStringList values{QString::number(id)};
            for (const QString &name : m_changed) {
                const auto same = [&](const Column &c) { return name == QLatin1String(c.name); };
                values << std::ranges::find_if(columns, same)->value;
            }
            selects << u"select "_qs + values.join(u", "_qs);
        }
        QStringList fresh;
        for (const QString &name : m_changed) {
            fresh << u"v."_qs + name;
        }
        return u"update polder.%1 t set (%2) = row(%3) from (\n    %4) v where v.id = t.%5;\n"_qs.arg(
            m_table, names, fresh.join(u", "_qs), selects.join(u"\n    union all "_qs), m_key);
    }

    QString m_table;
    QString m_key;
    QString m_names;
    QStringList m_come, m_gone, m_changed;
    std::vector<std::pair<int, Columns>> m_rows;
};

} // namespace

bool isFacilityManagers(const QString &rule) {
    return rule == u"S2" || rule == u"C4" || rule == u"C5";
}

QByteArray changes(const Plan &before, const Plan &after) {
    QString sql;
    const auto table = [&](const char *name, auto Plan::*part, auto columns, int firstId = 1) {
        TableChange change(name);
        const auto &old = before.*part;
        const auto &rows = after.*part;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int id = firstId + static_cast<int>(i);
            const bool was = i < old.size() && !old[i].gone;
            if (!was && !rows[i].gone) {
                change.come(id, columns(rows[i], id));
            } else if (was && rows[i].gone) {
                change.go(id);
            } else if (was) {
                change.change(id, columns(old[i], id), columns(rows[i], id));
            }
        }
        sql += change.sql();
    };
    const auto all = [](const auto &row, int id) { return columnsOf(row, id); };
    table("room", &Plan::rooms, all);
    table("model", &Plan::models, all);
    table("model_bay", &Plan::bays, all);
    table("room_environment", &Plan::environments, all);
    table("media_point", &Plan::media, all);
    table("room_feature", &Plan::features, all);
    table("delivery_segment", &Plan::segments, all);
    table("rack_row", &Plan::rooms, rowOf); // the only one
    table("rack", &Plan::racks, all);
    table("node", &Plan::nodes, all);
    const auto cooling = [&](const char *name, auto Plan::*part) {
        TableChange change(name);
        const auto &old = before.*part;
        const auto &rows = after.*part;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool was = i < old.size() && !old[i].gone;
            if (!rows[i].gone) {
                const int id = static_cast<int>(i) + 1;
                change.change(id, nodesOf(was ? old[i] : std::decay_t<decltype(rows[i])>(), id), nodesOf(rows[i], id));
            }
        }
        sql += change.sql();
    };
    {
        TableChange change("liquid_loop", "node_id");
        for (std::size_t i = 0; i < after.loops.size(); ++i) {
            const auto &loop = after.loops[i];
            const bool was = i < before.loops.size() && !before.loops[i].gone;
            if (loop.gone) {
                continue; // never taken away
            }
            if (was) {
                change.change(loop.node, columnsOf(before.loops[i], 0), columnsOf(loop, 0));
            } else {
                change.come(loop.node, columnsOf(loop, 0));
            }
        }
        sql += change.sql();
    }
    cooling("room", &Plan::rooms);
    cooling("rack", &Plan::racks);
    table("node_limit", &Plan::limits, all, beyondTheGuards);
    table("outlet", &Plan::outlets, all);
    table("agreement", &Plan::agreements, all);
    table("agreement_line", &Plan::lines, all);
    table("setting", &Plan::settings, all);
    table("network_ports", &Plan::ports, all);
    table("blocked_unit", &Plan::blocked, all, beyondTheGuards);
    table("equipment", &Plan::devices, equipmentOf);
    table("placement", &Plan::devices, placementOf);
    table("override", &Plan::overrides, all);
    return sql.toUtf8();
}

std::vector<int> changedDevices(const Plan &before, const Plan &after) {
    std::vector<int> ids;
    for (std::size_t i = 0; i < after.devices.size(); ++i) {
        const int id = static_cast<int>(i) + 1;
        const Device &is = after.devices[i];
        const bool was = i < before.devices.size() && !before.devices[i].gone;
        const auto isOther = [&](auto columns) { return columns(before.devices[i], id) != columns(is, id); };
        if (was == is.gone || (was && (isOther(equipmentOf) || isOther(placementOf)))) {
            ids.push_back(id);
        }
    }
    return ids;
}

QByteArray Plan::sql() const {
    QByteArray sql = "-- " + topology.toUtf8() +
                     "\ninsert into polder.organisation (id, code, name) overriding system value\n"
                     "    values (1, 'HOME', 'Home'), (2, 'AWAY', 'Away');\n";
    for (int site = 1; site <= sites; ++site) {
        const QByteArray id = QByteArray::number(site);
        sql += "insert into polder.site (id, organisation_id, code, name) overriding system value values (" + id +
               ", 1, 'S" + id + "', 'S" + id + "');\n";
    }
    sql += "insert into polder.system (id, name, personal_data) overriding system value\n"
           "    values (1, 'ward', true), (2, 'open', false);\n"
           "insert into polder.manufacturer (id, name) overriding system value values (1, 'Maker');\n";
    for (const int person : {facilityManager, anotherOne, guestsOne}) {
        const QByteArray id = QByteArray::number(person);
        const QByteArray organisation = person == guestsOne ? "2" : "1";
        sql += "insert into polder.person (id, organisation_id) overriding system value values (" + id + ", " +
               organisation + ");\ninsert into polder.appointment (person_id, role, organisation_id) values (" + id +
               ", 'facility_manager', " + organisation + ");\n";
    }
    for (int request = 1; request <= requests; ++request) {
        sql += QStringLiteral(
                   "insert into polder.request (id, number, state, organisation_id, requester_id, from_date, "
                   "wish_redundant) overriding "
                   "system value values (%1, 'R%1', 'held', %2, %3, '2027-01-01', %1 % 2 = 0);\n"
                   "insert into polder.request_item (id, request_id, ordinal) overriding system value values (%1, %1, "
                   "1);\n")
                   .arg(request)
                   .arg(request % 2 == 1 ? 1 : 2)
                   .arg(request % 2 == 1 ? facilityManager : guestsOne)
                   .toUtf8();
    }
    Plan made = *this;
    made.devices.clear();
    made.overrides.clear();
    sql += changes(Plan(), made);
    // One after the other: of two that overlap the first stands.
    for (const Device &device : devices) {
        Plan next = made;
        next.devices.push_back(device);
        sql += changes(made, next);
        made = std::move(next);
    }
    sql += changes(made, *this);
    return sql;
}

} // namespace polder::test
