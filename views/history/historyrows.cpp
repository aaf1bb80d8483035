#include "historyrows.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/core/rackpath.h"
#include "model/items/refusaltext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::HistoryRows)
};

constexpr std::pair<const char16_t *, const char *> kinds[] = {
    {u"equipment", QT_TRANSLATE_NOOP("polder::HistoryRows", "equipment")},
    {u"placement", QT_TRANSLATE_NOOP("polder::HistoryRows", "booking")},
    {u"request", QT_TRANSLATE_NOOP("polder::HistoryRows", "request")},
    {u"request_item", QT_TRANSLATE_NOOP("polder::HistoryRows", "item of a request")},
    {u"finding", QT_TRANSLATE_NOOP("polder::HistoryRows", "finding")},
    {u"override", QT_TRANSLATE_NOOP("polder::HistoryRows", "override")},
    {u"note", QT_TRANSLATE_NOOP("polder::HistoryRows", "note")},
    {u"document", QT_TRANSLATE_NOOP("polder::HistoryRows", "document")},
    {u"external_link", QT_TRANSLATE_NOOP("polder::HistoryRows", "link")},
    {u"rack", QT_TRANSLATE_NOOP("polder::HistoryRows", "rack")},
    {u"rack_row", QT_TRANSLATE_NOOP("polder::HistoryRows", "row of racks")},
    {u"room", QT_TRANSLATE_NOOP("polder::HistoryRows", "room")},
    {u"room_feature", QT_TRANSLATE_NOOP("polder::HistoryRows", "part of a room")},
    {u"site", QT_TRANSLATE_NOOP("polder::HistoryRows", "data centre")},
    {u"node", QT_TRANSLATE_NOOP("polder::HistoryRows", "node")},
    {u"node_limit", QT_TRANSLATE_NOOP("polder::HistoryRows", "limit")},
    {u"outlet", QT_TRANSLATE_NOOP("polder::HistoryRows", "outlet")},
    {u"cooling_unit", QT_TRANSLATE_NOOP("polder::HistoryRows", "cooling unit")},
    {u"blocked_unit", QT_TRANSLATE_NOOP("polder::HistoryRows", "units out of service")},
    {u"model", QT_TRANSLATE_NOOP("polder::HistoryRows", "model")},
    {u"agreement", QT_TRANSLATE_NOOP("polder::HistoryRows", "agreement")},
    {u"agreement_line", QT_TRANSLATE_NOOP("polder::HistoryRows", "line of an agreement")},
    {u"person", QT_TRANSLATE_NOOP("polder::HistoryRows", "person")},
    {u"appointment", QT_TRANSLATE_NOOP("polder::HistoryRows", "appointment")},
    {u"deputy", QT_TRANSLATE_NOOP("polder::HistoryRows", "deputy")},
    {u"organisation", QT_TRANSLATE_NOOP("polder::HistoryRows", "institution")},
    {u"department", QT_TRANSLATE_NOOP("polder::HistoryRows", "department")},
    {u"setting", QT_TRANSLATE_NOOP("polder::HistoryRows", "setting")},
    {u"usage", QT_TRANSLATE_NOOP("polder::HistoryRows", "usage")},
};

constexpr std::pair<const char16_t *, const char *> columnNames[] = {
    {u"rack_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "rack")},
    {u"room_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "room")},
    {u"site_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "data centre")},
    {u"node_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "node")},
    {u"equipment_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "equipment")},
    {u"request_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "request")},
    {u"model_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "model")},
    {u"owner_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "owner")},
    {u"organisation_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "institution")},
    {u"sponsor_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "sponsor")},
    {u"requester_id", QT_TRANSLATE_NOOP("polder::HistoryRows", "requester")},
    {u"position_hu", QT_TRANSLATE_NOOP("polder::HistoryRows", "half units below it")},
    {u"during", QT_TRANSLATE_NOOP("polder::HistoryRows", "period")},
    {u"hold_until", QT_TRANSLATE_NOOP("polder::HistoryRows", "held until")},
    {u"state", QT_TRANSLATE_NOOP("polder::HistoryRows", "state")},
    {u"state_reason", QT_TRANSLATE_NOOP("polder::HistoryRows", "reason of the state")},
    {u"name", QT_TRANSLATE_NOOP("polder::HistoryRows", "name")},
    {u"serial", QT_TRANSLATE_NOOP("polder::HistoryRows", "serial number")},
    {u"asset_tag", QT_TRANSLATE_NOOP("polder::HistoryRows", "asset tag")},
    {u"weight_g", QT_TRANSLATE_NOOP("polder::HistoryRows", "weight")},
    {u"budgeted_w", QT_TRANSLATE_NOOP("polder::HistoryRows", "budgeted power")},
    {u"measured_w", QT_TRANSLATE_NOOP("polder::HistoryRows", "measured power")},
    {u"nameplate_w", QT_TRANSLATE_NOOP("polder::HistoryRows", "nameplate power")},
    {u"measured_on", QT_TRANSLATE_NOOP("polder::HistoryRows", "measured on")},
    {u"last_seen", QT_TRANSLATE_NOOP("polder::HistoryRows", "last seen")},
    {u"face", QT_TRANSLATE_NOOP("polder::HistoryRows", "face")},
    {u"outlet_ids", QT_TRANSLATE_NOOP("polder::HistoryRows", "outlets")},
    {u"normal_main", QT_TRANSLATE_NOOP("polder::HistoryRows", "limit")},
    {u"failover_main", QT_TRANSLATE_NOOP("polder::HistoryRows", "limit under failover")},
    {u"reason", QT_TRANSLATE_NOOP("polder::HistoryRows", "reason")},
    {u"comment", QT_TRANSLATE_NOOP("polder::HistoryRows", "comment")},
    {u"project", QT_TRANSLATE_NOOP("polder::HistoryRows", "project")},
    {u"cost_centre", QT_TRANSLATE_NOOP("polder::HistoryRows", "cost centre")},
    {u"resolved_at", QT_TRANSLATE_NOOP("polder::HistoryRows", "resolved")},
    {u"value", QT_TRANSLATE_NOOP("polder::HistoryRows", "value")},
};

template <typename Names>
QString wordOf(const Names &names, const QString &code) {
    for (const auto &[known, word] : names) {
        if (code == known) {
            return Text::tr(word);
        }
    }
    return QString(code).replace(u'_', u' ');
}

QString nameOf(const Equipment &equipment) {
    return equipment.name.isEmpty() ? equipment.assetTag : equipment.name;
}

class Names {
public:
    explicit Names(const Snapshot &snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] QString person(int id) const {
        const Person *person = m_snapshot.people.find({id});
        return id == 0                             ? Text::tr("nobody named")
               : person && !person->name.isEmpty() ? person->name
                                                   : Text::tr("person %1").arg(id);
    }
    [[nodiscard]] QString equipment(int id) const {
        const Equipment *one = m_snapshot.equipment.find({id});
        return one ? nameOf(*one) : QString();
    }
    /// Of a thing of this table; empty: it has none, or may not be seen.
    [[nodiscard]] QString of(const QString &table, int id) const {
        if (table == u"rack") {
            return rackPath(m_snapshot, {id});
        }
        if (table == u"equipment") {
            return equipment(id);
        }
        if (table == u"person") {
            return person(id);
        }
        const auto name = [id](const auto &rows, const auto &text) {
            const auto *row = rows.find({id});
            return row ? text(*row) : QString();
        };
        return table == u"room"           ? name(m_snapshot.rooms, [](auto &row) { return row.code; })
               : table == u"site"         ? name(m_snapshot.sites, [](auto &row) { return row.code; })
               : table == u"node"         ? name(m_snapshot.nodes, [](auto &row) { return row.name; })
               : table == u"request"      ? name(m_snapshot.requests, [](auto &row) { return row.number; })
               : table == u"organisation" ? name(m_snapshot.organisations, [](auto &row) { return row.name; })
               : table == u"model"
                   ? name(m_snapshot.models, [](auto &row) { return row.manufacturer + u' ' + row.name; })
                   : QString();
    }
    /// What stood in a column, as people read it.
    [[nodiscard]] QString value(const QString &column, const QJsonValue &value) const {
        if (value.isNull() || value.isUndefined()) {
            return {};
        }
        if (value.isBool()) {
            return value.toBool() ? Text::tr("yes") : Text::tr("no");
        }
        if (!value.isDouble()) {
            return value.isString() ? value.toString()
                   : value.isArray()
                       ? QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
                       : QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        }
        const auto number = value.toInteger();
        const int id = static_cast<int>(number);
        static const std::map<QString, QString> tables{
            {u"rack_id"_s, u"rack"_s},          {u"room_id"_s, u"room"_s},
            {u"site_id"_s, u"site"_s},          {u"node_id"_s, u"node"_s},
            {u"parent_id"_s, u"node"_s},        {u"equipment_id"_s, u"equipment"_s},
            {u"chassis_id"_s, u"equipment"_s},  {u"request_id"_s, u"request"_s},
            {u"owner_id"_s, u"organisation"_s}, {u"organisation_id"_s, u"organisation"_s},
            {u"sponsor_id"_s, u"person"_s},     {u"requester_id"_s, u"person"_s},
            {u"person_id"_s, u"person"_s},      {u"model_id"_s, u"model"_s},
        };
        const auto table = tables.find(column);
        const QString named = table == tables.end() ? QString() : of(table->second, id);
        const Format format;
        return !named.isEmpty()            ? named
               : column.endsWith(u"_g"_s)  ? format.mass(Mass{number})
               : column.endsWith(u"_w"_s)  ? format.power(fromWatts(number))
               : column.endsWith(u"_mm"_s) ? format.length(Length{id})
                                           : format.count(number);
    }

private:
    const Snapshot &m_snapshot;
};

/// Where one may read more.
void putLink(HistoryRow &row, int equipment) {
    if (row.table == u"equipment") {
        row.equipment = {row.id};
    } else if (row.table == u"placement") {
        row.equipment = {equipment};
    } else if (row.table == u"rack") {
        row.rack = {row.id};
    } else if (row.table == u"room") {
        row.room = {row.id};
    } else if (row.table == u"request") {
        row.request = {row.id};
    } else if (row.table == u"node") {
        row.node = {row.id};
    }
}

bool stands(const Placement &placement, Day day) {
    return placement.during.contains(day) && placement.state != u"released";
}

QString presence(bool there) {
    return there ? Text::tr("there") : QString();
}

} // namespace

std::vector<std::pair<QString, QString>> historyKinds() {
    std::vector<std::pair<QString, QString>> all;
    for (const auto &[code, word] : kinds) {
        all.emplace_back(QString::fromUtf16(code), Text::tr(word));
    }
    return all;
}

std::vector<HistoryRow> historyRows(const QJsonObject &answer, const Snapshot &snapshot, int first) {
    const Names names(snapshot);
    std::vector<HistoryRow> rows;
    const QJsonArray all = answer[u"rows"_s].toArray();
    rows.reserve(static_cast<std::size_t>(all.size()));
    for (const QJsonValue &one : all) {
        HistoryRow row;
        row.number = first + static_cast<int>(rows.size());
        row.generation = one[u"generation"_s].toInteger();
        row.at = QDateTime::fromString(one[u"at"_s].toString(), Qt::ISODateWithMs);
        row.who = names.person(one[u"person"_s].toInt());
        row.intention = intentionText(one[u"intention"_s].toString());
        row.table = one[u"table"_s].toString();
        row.id = one[u"key"_s].toInt();
        row.kind = wordOf(kinds, row.table);
        const QString op = one[u"op"_s].toString();
        row.done = op == u"insert" ? Text::tr("made") : op == u"delete" ? Text::tr("taken away") : Text::tr("changed");
        const int about = one[u"about"_s].toInt();
        row.what = about ? names.equipment(about) : names.of(row.table, row.id);
        if (row.what.isEmpty()) {
            row.what = one[u"name"_s].toString();
        }
        const QJsonObject changed = one[u"changed"_s].toObject();
        for (auto it = changed.begin(); it != changed.end() && op == u"update"; ++it) {
            const QJsonArray pair = it.value().toArray();
            row.values << HistoryRow::Value{wordOf(columnNames, it.key()), names.value(it.key(), pair[0]),
                                            names.value(it.key(), pair[1])};
        }
        putLink(row, about);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<HistoryRow> standingRows(const Snapshot &snapshot, Day before, Day after) {
    const Format format;
    const Names names(snapshot);
    std::vector<HistoryRow> rows;
    const auto add = [&](const QString &table, int id, const QString &what, const QString &column, const QString &was,
                         const QString &is, int equipment = 0) {
        if (was == is) {
            return;
        }
        HistoryRow row;
        row.number = static_cast<int>(rows.size()) + 1;
        row.table = table;
        row.id = id;
        row.kind = wordOf(kinds, table);
        row.what = what;
        row.done = was.isEmpty() ? Text::tr("comes") : is.isEmpty() ? Text::tr("goes") : Text::tr("is otherwise");
        row.values = {{column, was, is}};
        putLink(row, equipment);
        rows.push_back(std::move(row));
    };
    std::map<EquipmentId, std::pair<QString, QString>> places;
    for (const Placement &placement : snapshot.placements) {
        if (stands(placement, before)) {
            places[placement.equipment].first = placeText(snapshot, placement);
        }
        if (stands(placement, after)) {
            places[placement.equipment].second = placeText(snapshot, placement);
        }
    }
    for (const auto &[id, place] : places) {
        add(u"equipment"_s, id.value, names.equipment(id.value), Text::tr("place"), place.first, place.second);
    }
    for (const Rack &rack : snapshot.racks) {
        add(u"rack"_s, rack.id.value, rackPath(snapshot, rack.id), Text::tr("rack"),
            presence(rack.during.contains(before)), presence(rack.during.contains(after)));
    }
    std::map<NodeId, std::pair<const NodeLimit *, const NodeLimit *>> limits;
    const auto later = [](const NodeLimit *known, const NodeLimit &row) { return !known || known->from <= row.from; };
    for (const NodeLimit &row : snapshot.nodeLimits) {
        auto &[was, is] = limits[row.node];
        was = row.from <= before && later(was, row) ? &row : was;
        is = row.from <= after && later(is, row) ? &row : is;
    }
    for (const auto &[id, pair] : limits) {
        const auto text = [&](const NodeLimit *row) {
            const Node *node = snapshot.nodes.find(id);
            const bool mass = node && (node->kind == u"rack_mass" || node->kind == u"floor_area");
            return !row               ? QString()
                   : !row->normalMain ? Text::tr("none")
                   : mass             ? format.mass(Mass{*row->normalMain})
                                      : format.power(Power{*row->normalMain});
        };
        add(u"node"_s, id.value, names.of(u"node"_s, id.value), Text::tr("limit"), text(pair.first), text(pair.second));
    }
    return rows;
}

} // namespace polder
