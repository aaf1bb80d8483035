#include "equipmentedits.h"

#include "model/items/refusaltext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace polder {

using namespace Qt::StringLiterals;

EquipmentEdits::EquipmentEdits(SnapshotPtr snapshot, QObject *parent)
    : QObject(parent)
    , m_snapshot(std::move(snapshot)) {
}

namespace {

std::int64_t keyOf(EquipmentId equipment, const EquipmentField &field) {
    return std::int64_t{equipment.value} * 100 + (&field - equipmentFields::all().data());
}

} // namespace

const EquipmentEdits::Cell *EquipmentEdits::cell(EquipmentId equipment, const EquipmentField &field) const {
    const auto found = m_places.find(keyOf(equipment, field));
    return found == m_places.end() ? nullptr : &m_cells[found->second];
}

void EquipmentEdits::notePlaces() {
    m_places.clear();
    for (std::size_t place = 0; place < m_cells.size(); ++place) {
        m_places[keyOf(m_cells[place].equipment, *m_cells[place].field)] = place;
    }
}

void EquipmentEdits::put(const Typed &typed) {
    const Equipment *equipment = m_snapshot->equipment.find(typed.equipment);
    if (!equipment) {
        return;
    }
    Cell cell;
    cell.equipment = typed.equipment;
    cell.field = typed.field;
    cell.text = typed.text.trimmed();
    cell.was = equipmentFields::valueOf(*typed.field, *equipment, *m_snapshot);
    const auto read = equipmentFields::read(*typed.field, typed.text, equipment->owner, *m_snapshot);
    cell.value = read.value;
    cell.problem = read.problem;
    const auto known = m_places.find(keyOf(typed.equipment, *typed.field));
    const bool same = cell.problem.isEmpty() && cell.value == cell.was;
    if (same && known != m_places.end()) {
        m_cells.erase(m_cells.begin() + static_cast<std::ptrdiff_t>(known->second));
        notePlaces();
    } else if (known != m_places.end()) {
        m_cells[known->second] = std::move(cell);
    } else if (!same) {
        m_places[keyOf(cell.equipment, *cell.field)] = m_cells.size();
        m_cells.push_back(std::move(cell));
    }
}

void EquipmentEdits::set(const std::vector<Typed> &cells) {
    for (const Typed &one : cells) {
        put(one);
    }
    judge();
    Q_EMIT changed();
}

void EquipmentEdits::drop(EquipmentId equipment, const EquipmentField &field) {
    if (const auto found = m_places.find(keyOf(equipment, field)); found != m_places.end()) {
        m_cells.erase(m_cells.begin() + static_cast<std::ptrdiff_t>(found->second));
        notePlaces();
        judge();
        Q_EMIT changed();
    }
}

void EquipmentEdits::clear() {
    if (!m_cells.empty()) {
        m_cells.clear();
        m_places.clear();
        Q_EMIT changed();
    }
}

/// Serial and asset tag are an owner's once: among the edits, and in what of the record is known here.
void EquipmentEdits::judge() {
    for (const QString &name : {u"serial"_s, u"asset_tag"_s}) {
        const EquipmentField *field = equipmentFields::called(name);
        const auto about = [&](const Cell &one) { return one.field == field; };
        if (std::ranges::none_of(m_cells, about)) {
            continue;
        }
        std::set<EquipmentId> changing;
        std::map<std::pair<OrganisationId, QString>, int> wanted;
        for (const Cell &one : m_cells) {
            if (about(one)) {
                changing.insert(one.equipment);
                ++wanted[{m_snapshot->equipment.find(one.equipment)->owner, one.value.toString()}];
            }
        }
        std::set<std::pair<OrganisationId, QString>> taken;
        for (const Equipment &one : m_snapshot->equipment) {
            const QString &has = name == u"serial" ? one.serial : one.assetTag;
            if (!has.isEmpty() && wanted.contains({one.owner, has}) && !changing.contains(one.id)) {
                taken.insert({one.owner, has});
            }
        }
        for (Cell &one : m_cells) {
            const Equipment *equipment = m_snapshot->equipment.find(one.equipment);
            if (!about(one) || !equipment) {
                continue;
            }
            const std::pair key(equipment->owner, one.value.toString());
            if (!one.value.isString()) {
                continue;
            }
            one.problem = taken.contains(key) ? tr("Another device of this owner has it.")
                          : wanted[key] > 1   ? tr("It is here more than once.")
                                              : QString();
        }
    }
}

int EquipmentEdits::problems() const {
    return static_cast<int>(std::ranges::count_if(m_cells, [](const Cell &one) { return !one.problem.isEmpty(); }));
}

std::vector<EquipmentId> EquipmentEdits::order() const {
    std::vector<EquipmentId> order;
    std::set<EquipmentId> known;
    for (const Cell &one : m_cells) {
        if (known.insert(one.equipment).second) {
            order.push_back(one.equipment);
        }
    }
    return order;
}

int EquipmentEdits::devices() const {
    return static_cast<int>(order().size());
}

QJsonObject EquipmentEdits::arguments() const {
    std::map<EquipmentId, std::pair<QJsonObject, QJsonObject>> values;
    for (const Cell &one : m_cells) {
        auto &[becomes, was] = values[one.equipment];
        becomes[one.field->argument()] = one.value;
        if (!one.was.isUndefined()) {
            was[one.field->argument()] = one.was;
        }
    }
    QJsonArray changes;
    for (const EquipmentId equipment : order()) {
        const auto &[becomes, was] = values[equipment];
        QJsonObject change{{u"equipment"_s, equipment.value}, {u"values"_s, becomes}};
        if (!was.isEmpty()) {
            change[u"was"_s] = was;
        }
        changes << change;
    }
    return {{u"changes"_s, changes}};
}

bool EquipmentEdits::takeFaults(const Error &error) {
    const auto rows = order();
    bool taken = false;
    for (const QJsonValue &fault : error.data[u"faults"_s].toArray()) {
        const QStringList path = fault[u"field"_s].toString().split(u'/');
        const auto row = path.value(1).toUInt();
        if (path.size() < 3 || row >= rows.size()) {
            continue;
        }
        const QString sqlstate = fault[u"sqlstate"_s].toString();
        for (Cell &one : m_cells) {
            if (one.equipment != rows[row] || (path[2] == u"values" && one.field->argument() != path.value(3))) {
                continue;
            }
            taken = true;
            if (sqlstate == u"PL003") {
                one.was = fault[u"theirs"_s]; // saved again, it is on purpose
                const QString who = fault[u"changed_by"_s].toString();
                one.remark =
                    tr("%1 made it “%2” meanwhile. Save again to put yours in its place, or give it up.")
                        .arg(who.isEmpty() ? tr("Somebody else") : who, equipmentFields::textOf(*one.field, one.was));
            } else if (sqlstate == u"PL002") {
                one.problem = tr("This is not yours to change.");
            } else if (sqlstate == u"PL005") {
                one.problem = tr("It is not there any more, or you may not see it.");
            } else {
                const QString words = faultText(fault.toObject());
                one.problem = sqlstate == u"PL001" ? words : tr("The record says: %1.").arg(words);
            }
        }
    }
    if (taken) {
        Q_EMIT changed();
    }
    return taken;
}

void EquipmentEdits::follow(const SnapshotPtr &snapshot) {
    m_snapshot = snapshot;
    if (m_cells.empty()) {
        return;
    }
    std::erase_if(m_cells, [&](Cell &one) {
        const Equipment *equipment = snapshot->equipment.find(one.equipment);
        if (!equipment) {
            return true;
        }
        const QJsonValue now = equipmentFields::valueOf(*one.field, *equipment, *snapshot);
        if (now.isUndefined() || !one.problem.isEmpty()) {
            return false;
        }
        if (now != one.was && now != one.value) {
            one.remark = tr("It is now “%1”. Save to put yours in its place, or give it up.")
                             .arg(equipmentFields::textOf(*one.field, now));
            one.was = now;
        }
        return now == one.value;
    });
    notePlaces();
    judge();
    Q_EMIT changed();
}

} // namespace polder
