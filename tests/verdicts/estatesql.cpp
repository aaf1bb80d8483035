#include "randomestate.h"

namespace polder::test {

namespace {

QString word(const QString &value) {
    return value.isEmpty() ? u"null"_qs : u"'%1'"_qs.arg(value);
}
QString number(const std::optional<int> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}
QString number(const std::optional<std::int64_t> &value) {
    return value ? QString::number(*value) : u"null"_qs;
}
QString range(Period period) {
    const auto day = [](Day at) { return at.toDate().toString(Qt::ISODate); };
    return u"[%1,%2)"_qs.arg(period.from == Day::always() ? QString() : day(period.from),
                             period.openEnded() ? QString() : day(period.until));
}
QString array(const std::vector<int> &ids) {
    QStringList texts;
    for (const int id : ids) {
        texts << QString::number(id);
    }
    return u"{%1}"_qs.arg(texts.join(u','));
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

/// Where it is, as values of these columns.
constexpr auto placeColumns =
    u"during, outlet_ids, rack_id, position_hu, zero_u_slot, chassis_id, bay_id, face, half, room_id, "
    u"x_mm, y_mm, orientation_deg";

QString placeValues(const Device &d) {
    const QString mounted = u"'%1', '%2', null, null, null, null"_qs.arg(d.face, d.half);
    const QString place =
        d.floorStanding
            ? u"null, null, null, null, null, 'both', 'full', %1, %2, %3, 0"_qs.arg(d.room).arg(d.xMm).arg(d.yMm)
        : d.chassis > 0 ? u"null, null, null, %1, %2, "_qs.arg(d.chassis).arg(d.bay) + mounted
        : d.slot > 0    ? u"%1, null, %2, null, null, "_qs.arg(d.rack).arg(d.slot) + mounted
                        : u"%1, %2, null, null, null, "_qs.arg(d.rack).arg(d.positionHalfUnits) + mounted;
    return u"'%1', '%2', %3"_qs.arg(range(d.during), array(d.outlets), place);
}

QString kindOf(const Device &d) {
    return d.floorStanding ? u"'floor'"_qs : d.chassis > 0 ? u"'bay'"_qs : d.slot > 0 ? u"'zero_u'"_qs : u"'rack'"_qs;
}

} // namespace

QByteArray insertion(const Device &d, int id) {
    const QStringList columns{u"id"_qs,
                              u"owner_id"_qs,
                              u"kind"_qs,
                              u"height_hu"_qs,
                              u"half_width"_qs,
                              u"depth_mm"_qs,
                              u"weight_g"_qs,
                              u"accessory_g"_qs,
                              u"budgeted_w"_qs,
                              u"nameplate_w"_qs,
                              u"power_factor_permille"_qs,
                              u"cords"_qs,
                              u"phases"_qs,
                              u"model_id"_qs,
                              u"system_id"_qs,
                              u"width_mm"_qs,
                              u"airflow"_qs,
                              u"plug"_qs,
                              u"inlet_min_mc"_qs,
                              u"inlet_max_mc"_qs,
                              u"drift_mk_per_h"_qs,
                              u"data_class"_qs,
                              u"medical"_qs,
                              u"personal_data"_qs,
                              u"availability_class"_qs,
                              u"ports"_qs};
    const auto boolean = [](bool value) { return value ? u"true"_qs : u"false"_qs; };
    const auto reference = [](int to) { return to ? QString::number(to) : u"null"_qs; };
    const QStringList values{QString::number(id),
                             QString::number(d.owner),
                             kindOf(d),
                             QString::number(d.heightHalfUnits),
                             boolean(d.halfWidth),
                             number(d.depthMm),
                             number(d.weightG),
                             QString::number(d.accessoryG),
                             number(d.budgetedW),
                             number(d.nameplateW),
                             QString::number(d.powerFactorPermille),
                             QString::number(d.cords),
                             d.threePhases ? u"'123'"_qs : u"'1'"_qs,
                             reference(d.model),
                             reference(d.system),
                             number(d.widthMm),
                             word(d.airflow),
                             word(d.plug),
                             number(d.inletMinMc),
                             number(d.inletMaxMc),
                             number(d.driftMkPerH),
                             word(d.dataClass),
                             boolean(d.medical),
                             boolean(d.personalData),
                             number(d.availabilityClass),
                             wantedPorts(d)};
    return (u"insert into polder.equipment (%1) overriding system value values (%2);\n"_qs.arg(columns.join(u", "_qs),
                                                                                               values.join(u", "_qs)) +
            u"insert into polder.placement (id, equipment_id, state, inherited, %3) overriding system value "
            u"values (%1, %1, 'installed', %2, %4);\n"_qs.arg(id)
                .arg(boolean(d.inherited), QString::fromUtf16(placeColumns), placeValues(d)))
        .toUtf8();
}

QByteArray movement(const Device &d, int id) {
    return u"update polder.placement set (%2) = (%3), node_ids = '{}', contested = false where id = %1;\n"_qs.arg(id)
        .arg(QString::fromUtf16(placeColumns), placeValues(d))
        .toUtf8();
}

QByteArray Plan::sql() const {
    QString sql = u"insert into polder.organisation (code, name) values ('HOME', 'Home'), ('AWAY', 'Away');\n"_qs;
    for (int site = 1; site <= sites; ++site) {
        sql += u"insert into polder.site (organisation_id, code, name) values (1, 'S%1', 'S%1');\n"
               u"insert into polder.room (site_id, code, width_mm, depth_mm, protection_class, medical) "
               u"values (%1, 'M', 9000, 9000, '%2', %3);\n"_qs.arg(site)
                   .arg(rooms[site - 1].protectionClass, rooms[site - 1].medical ? u"true"_qs : u"false"_qs);
    }
    for (int site = 1; site <= sites; ++site) {
        sql += u"insert into polder.rack_row (room_id, code) values (%1, 'A');\n"_qs.arg(site);
    }
    sql += u"insert into polder.system (name, personal_data) values ('ward', true), ('open', false);\n"
           u"insert into polder.manufacturer (name) values ('Maker');\n"_qs;
    for (std::size_t i = 0; i < models.size(); ++i) {
        sql += u"insert into polder.model (manufacturer_id, name, depth_mm, rail_min_mm, rail_max_mm, vibration_class, "
               u"emi_nt, media) values (1, 'M%1', %2, %3, %4, %5, %6, '{%7}');\n"_qs.arg(i + 1)
                   .arg(number(models[i].depthMm), number(models[i].railMinMm), number(models[i].railMaxMm),
                        word(models[i].vibrationClass), number(models[i].emiNt), models[i].media);
        for (int bay = 1; bay <= models[i].bays; ++bay) {
            sql += u"insert into polder.model_bay (model_id, name) values (%1, '%2');\n"_qs.arg(i + 1).arg(bay);
        }
    }
    for (const Environment &air : environments) {
        sql += u"insert into polder.room_environment (room_id, shape, setpoint_mc, drift_mk_per_h, vibration_class, "
               u"emi_nt, during) values (%1, %2, %3, %4, %5, %6, '%7');\n"_qs.arg(air.room)
                   .arg(word(air.shape), number(air.setpointMc), number(air.driftMkPerH), word(air.vibrationClass),
                        number(air.emiNt), range(air.during));
    }
    for (const Medium &medium : media) {
        sql += u"insert into polder.media_point (room_id, medium, name, x_mm, y_mm, during) "
               u"values (%1, '%2', 'tap', 0, 0, '%3');\n"_qs.arg(medium.room)
                   .arg(medium.name, range(medium.during));
    }
    for (std::size_t i = 0; i < racks.size(); ++i) {
        sql +=
            u"insert into polder.rack (room_id, code, height_u, usable_depth_mm, during, x_mm, y_mm, orientation_deg, "
            u"rail_width_in, rail_min_mm, rail_max_mm, airflow, sides, zero_u_slots, row_id) "
            u"values (%1, 'R%2', %3, %4, '%5', "_qs.arg(racks[i].site)
                .arg(i + 1)
                .arg(racks[i].units)
                .arg(racks[i].usableDepthMm)
                .arg(range(racks[i].during)) +
            u"%1, %2, %3, %4, %5, %6, '%7', '{%8}', "_qs.arg(racks[i].xMm)
                .arg(racks[i].yMm)
                .arg(racks[i].orientationDegrees)
                .arg(racks[i].railWidthInches)
                .arg(number(racks[i].railMinMm), number(racks[i].railMaxMm), racks[i].airflow, racks[i].sides) +
            u"%1, %2);\n"_qs.arg(racks[i].zeroUSlots).arg(racks[i].inRow ? QString::number(racks[i].site) : u"null"_qs);
    }
    for (const Node &node : nodes) {
        sql += u"insert into polder.node (kind, name, parent_id, site_id, rack_id, side, phases, units, voltage_ln, "
               u"concurrently_maintainable) values ('%1', '%2', %3, %4, %5, %6, '%7', "_qs
                   .arg(node.kind, node.name, node.parent ? QString::number(node.parent) : u"null"_qs)
                   .arg(node.site)
                   .arg(node.rack ? QString::number(node.rack) : u"null"_qs, word(node.side), node.phases) +
               u"%1, %2, %3);\n"_qs.arg(node.units).arg(node.volts).arg(node.maintainable ? u"true"_qs : u"false"_qs);
    }
    for (std::size_t i = 0; i < racks.size(); ++i) {
        if (racks[i].zone > 0) {
            sql += u"update polder.rack set cooling_zone_id = %1 where id = %2;\n"_qs.arg(racks[i].zone).arg(i + 1);
        }
    }
    for (const Limit &limit : limits) {
        sql += u"insert into polder.node_limit (node_id, from_date, normal_main, normal_line, failover_main, "
               u"failover_line) "
               u"values (%1, '%2', %3, %4, %5, %6);\n"_qs.arg(limit.node)
                   .arg(limit.from.toDate().toString(Qt::ISODate), number(limit.normalMain), number(limit.normalLine),
                        number(limit.failoverMain), number(limit.failoverLine));
    }
    for (std::size_t i = 0; i < outlets.size(); ++i) {
        sql +=
            u"insert into polder.outlet (node_id, name, type, phases, max_ma) values (%1, '%2', '%3', '%4', %5);\n"_qs
                .arg(outlets[i].node)
                .arg(i + 1)
                .arg(outlets[i].type, outlets[i].phases)
                .arg(outlets[i].maxMa);
    }
    if (agreement) {
        sql +=
            u"insert into polder.agreement (host_id, guest_id, reference, during) values (1, 2, 'H-A', '%1');\n"_qs.arg(
                range(*agreement));
        for (const Line &line : lines) {
            sql += u"insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id) "
                   u"values (1, 'hosting', '%1', %2, '%3', %4);\n"_qs.arg(line.unit)
                       .arg(line.quota)
                       .arg(range(line.during))
                       .arg(line.node);
        }
    }
    for (const Blocked &one : blocked) {
        sql +=
            u"insert into polder.blocked_unit (rack_id, hu, reason, during) values (%1, '[%2,%3)', 'tray', '%4');\n"_qs
                .arg(one.rack)
                .arg(one.from)
                .arg(one.until)
                .arg(range(one.during));
    }
    // These make nodes of their own, after those that have their ids here.
    sql += u"insert into polder.setting (key, value) values ('network_ports_refuse', '%1');\n"_qs.arg(
        tooFewPortsRefuse ? 1 : 0);
    for (const Ports &one : ports) {
        sql += u"insert into polder.network_ports (rack_id, row_id, speed_mbps, medium, out_of_band, ports) "
               u"values (%1, %2, 10000, 'RJ45', %3, %4);\n"_qs
                   .arg(one.rack ? QString::number(one.rack) : u"null"_qs,
                        one.rack ? u"null"_qs : QString::number(one.site), one.outOfBand ? u"true"_qs : u"false"_qs)
                   .arg(one.count);
    }
    QByteArray all = sql.toUtf8();
    for (std::size_t i = 0; i < devices.size(); ++i) {
        all += insertion(devices[i], static_cast<int>(i) + 1);
    }
    return all;
}

QString Device::text() const {
    return QString::fromUtf8(insertion(*this, 0));
}

QString Plan::text() const {
    return u"-- "_qs + topology + u'\n' + QString::fromUtf8(sql());
}

} // namespace polder::test
