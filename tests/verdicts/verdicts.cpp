#include "verdicts.h"

#include "tests/support/estate.h"

#include "model/core/shortfalljson.h"
#include "model/engine/checks.h"
#include "model/engine/whatif.h"
#include "model/store/snapshotloader.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

namespace polder::test {

namespace {

void need(const Status &status, const QByteArray &sql) {
    if (!status) {
        qFatal("%s %s\n%s", qPrintable(status.error().what), qPrintable(status.error().detail), sql.constData());
    }
}

QString number(const std::optional<std::int64_t> &value) {
    return value ? QString::number(*value) : u"-"_qs;
}

/// What the three must agree in: rule, place, node, quantity, failure, numbers and first day.
QString line(const Shortfall &s) {
    return u"%1 %2 #%3 %4+%5>%6 %7 %8 [%9] "_qs.arg(s.rule, s.where)
               .arg(s.node)
               .arg(number(s.requested), number(s.used), number(s.capacity), s.unit, s.quantity, s.failing) +
           s.date.toDate().toString(Qt::ISODate);
}

QStringList sorted(const std::vector<Shortfall> &all) {
    QStringList lines;
    for (const auto &one : all) {
        lines << line(one);
    }
    lines.sort();
    return lines;
}

/// The rules of 25_fit.sql: no sum and no neighbour, so that `check` finds just what the guard refuses.
bool isMisfit(const Shortfall &s) {
    static const QSet<QString> rules{u"S2"_qs, u"C4"_qs, u"P2"_qs, u"P7"_qs, u"C5"_qs,
                                     u"S8"_qs, u"S7"_qs, u"G1"_qs, u"G2"_qs, u"G3"_qs};
    return rules.contains(s.rule) || (s.rule == u"P1" && s.capacity == 0);
}

/// What one says and the other does not.
QString onlyIn(const QString &whose, const QStringList &lines, const QStringList &others) {
    QString text;
    for (const QString &one : lines) {
        if (lines.count(one) != others.count(one)) {
            text += u"%1 alone: %2\n"_qs.arg(whose, one);
        }
    }
    return text;
}

/// An overlap has two sides, each with a unit of its own: the guard names the one that is asked, check the later one.
QString place(const Shortfall &s) {
    const QString where = s.rule == u"S1" ? s.where.section(u' ', 0, 0) : s.where;
    return u"%1 %2 %3 %4 [%5]"_qs.arg(s.rule, where, s.unit, s.quantity, s.failing);
}

Equipment equipmentOf(const Device &d) {
    Equipment e;
    e.owner = {d.owner};
    e.height = {d.heightHalfUnits};
    e.halfWidth = d.halfWidth;
    e.depth = d.depthMm ? std::optional(Length{*d.depthMm}) : std::nullopt;
    e.weight = d.weightG ? std::optional(Mass{*d.weightG}) : std::nullopt;
    e.accessories = {d.accessoryG};
    e.budgetedWatts = d.budgetedW;
    e.nameplateWatts = d.nameplateW;
    e.powerFactorPermille = d.powerFactorPermille;
    e.cords = d.cords;
    e.phases = d.threePhases ? u"123"_qs : u"1"_qs;
    e.model = {d.model};
    e.system = {d.system};
    e.kind = d.floorStanding ? u"floor"_qs : d.chassis > 0 ? u"bay"_qs : d.slot > 0 ? u"zero_u"_qs : u"rack"_qs;
    e.width = d.widthMm ? std::optional(Length{*d.widthMm}) : std::nullopt;
    e.airflow = d.airflow;
    e.plug = d.plug;
    e.inletMin = d.inletMinMc ? std::optional(Temperature{*d.inletMinMc}) : std::nullopt;
    e.inletMax = d.inletMaxMc ? std::optional(Temperature{*d.inletMaxMc}) : std::nullopt;
    e.driftMillikelvinPerHour = d.driftMkPerH;
    e.dataClass = d.dataClass;
    e.medical = d.medical;
    e.personalData = d.personalData;
    e.availabilityClass = d.availabilityClass;
    e.ports = {{{10'000, u"RJ45"_qs, false}, d.ports}, {{10'000, u"RJ45"_qs, true}, d.managementPorts}};
    return e;
}

Booking bookingOf(const Device &d, const Snapshot &snapshot) {
    Booking booking;
    const bool corded = !d.outlets.empty() || (d.inherited && d.cords > 0);
    booking.item = envelopeOf(equipmentOf(d), snapshot, corded || d.chassis > 0, d.slot == 0 && d.chassis == 0);
    booking.item.drawsIfPlugged = !corded && !d.budgetedW && !d.nameplateW;
    if (d.floorStanding) {
        booking.room = {d.room};
        booking.x = {d.xMm};
        booking.y = {d.yMm};
    } else if (d.chassis > 0) {
        booking.chassis = {d.chassis};
        booking.bay = {d.bay};
    } else {
        booking.rack = {d.rack};
        booking.slot = d.slot > 0 ? std::optional(d.slot) : std::nullopt;
        booking.position = {d.positionHalfUnits};
    }
    booking.face = d.face;
    booking.half = d.half;
    for (const int id : d.outlets) {
        const Outlet *outlet = snapshot.outlets.find(OutletId{id});
        booking.cords.push_back({outlet->node, outlet->id, outlet->phases});
    }
    booking.owner = {d.owner};
    booking.during = d.during;
    return booking;
}

} // namespace

QString Court::Case::text() const {
    QString text;
    for (const Change &change : changes) {
        text += change.id ? QString::fromUtf8(movement(change.device, change.id)) : change.device.text();
    }
    return text;
}

Court::Court(TestCluster &cluster, const Plan &plan) : m_next(static_cast<int>(plan.devices.size()) + 1) {
    const QString conninfo = cluster.freshDatabase();
    runSql(conninfo,
           "alter database " + TestCluster::nameOf(conninfo).toUtf8() + " set polder.today = '" + Plan::today + "'");
    m_connection = connectTo(conninfo);
    const QByteArray sql = "begin;" + plan.sql() + "commit";
    need(m_connection->run(sql), sql);
    look();
}

void Court::look() {
    const auto snapshot = loadSnapshot(*m_connection);
    if (!snapshot) {
        qFatal("%s", qPrintable(snapshot.error().what));
    }
    m_estate = std::make_unique<Estate>(*snapshot);
    m_standing = checkSays({});
}

QByteArray Court::statements(const Case &asked) const {
    QByteArray sql;
    int id = m_next;
    for (const auto &change : asked.changes) {
        sql += change.id ? movement(change.device, change.id) : insertion(change.device, id++);
    }
    return sql;
}

QStringList Court::guardSays(const Case &asked) {
    need(m_connection->run("begin"), "begin");
    const Status done = m_connection->run(statements(asked));
    need(m_connection->run("rollback"), "rollback");
    m_refused.clear();
    m_admitted = done.ok();
    if (!done && done.error().sqlstate != u"PL001") {
        return {done.error().sqlstate + u' ' + done.error().what + u' ' + done.error().detail};
    }
    if (!done) {
        m_refused = violationsOf(done.error().data);
    }
    return sorted(m_refused);
}

QStringList Court::engineSays(const Case &asked) const {
    std::vector<PlacementId> replaced;
    for (const auto &change : asked.changes) {
        if (change.id) {
            replaced.push_back({change.id});
        }
    }
    std::optional<Estate> without;
    if (!replaced.empty()) {
        without.emplace(withoutPlacements(m_estate->snapshot(), replaced));
    }
    auto booking = bookingOf(asked.changes.front().device, m_estate->snapshot());
    booking.replaces = {asked.changes.front().id};
    return sorted(checkBooking(without ? *without : *m_estate, *m_estate, booking));
}

/// `changes` are made behind the guard's back.
std::vector<Court::Found> Court::checkSays(const QByteArray &changes) {
    need(m_connection->run("begin; set local session_replication_role = replica;" + changes), changes);
    const auto rows = m_connection->query(
        "select json_build_object('rule', v.rule, 'where', v.place, 'node', coalesce(v.node_id, 0), 'requested', "
        "v.requested, "
        "'used', v.used, 'capacity', v.capacity, 'unit', v.unit, 'quantity', v.quantity, 'failing', v.failing, 'date', "
        "v.date), v.placement_id "
        "from (select s.*, null::int as placement_id from guard.check_sums() s "
        "union all select (p.found).*, p.placement_id from guard.check_places() p "
        "union all select (b.found).*, b.placement_id from guard.check_slots() b "
        "union all select (f.found).*, f.placement_id from guard.check_fits() f) v");
    if (!rows) {
        qFatal("check: %s", qPrintable(rows.error().what));
    }
    std::vector<Found> all;
    for (int row = 0; row < rows->count(); ++row) {
        all.push_back({static_cast<int>(rows->number(row, 1).value_or(0)),
                       shortfallFromJson(QJsonDocument::fromJson(rows->text(row, 0).toUtf8()).object())});
    }
    need(m_connection->run("rollback"), "rollback");
    return all;
}

std::vector<int> Court::kinOf(const Case &asked) const {
    std::vector<int> ids;
    for (const auto &change : asked.changes) {
        ids.push_back(change.device.chassis);
        for (const auto &placement : m_estate->snapshot().placements) {
            if (change.id != 0 && placement.chassis.value == change.id) {
                ids.push_back(placement.id.value);
            }
        }
    }
    return ids;
}

bool Court::hasContents(int placement) const {
    return placement != 0 && std::ranges::any_of(m_estate->snapshot().placements, [placement](const Placement &other) {
               return other.chassis.value == placement;
           });
}

/// `check` finds of the bookings that are asked for what the guard refuses, number by number. What did not fit before
/// and is not refused must have been there with the same name.
QStringList Court::misfitObjections(const std::vector<Shortfall> &refused, const std::vector<Found> &found,
                                    const Case &asked) const {
    const auto kin = kinOf(asked);
    auto ids = kin;
    int next = m_next;
    for (const auto &change : asked.changes) {
        ids.push_back(change.id ? change.id : next++);
    }
    QStringList guard, check, objections;
    for (const auto &s : refused) {
        if (isMisfit(s)) {
            guard << line(s);
        }
    }
    for (const auto &[placement, s] : found) {
        if (!isMisfit(s) || std::ranges::find(ids, placement) == ids.end()) {
            continue;
        }
        const bool known = std::ranges::any_of(m_standing, [id = placement, &s = s](const Found &old) {
            const auto name = [](const Shortfall &of) { return std::tie(of.rule, of.where, of.quantity, of.unit); };
            return old.placement == id && name(old.shortfall) == name(s);
        });
        // (Of what hangs together with them only what is new: the same may be said of several.)
        const bool asks = std::ranges::find(kin, placement) == kin.end();
        if (!known || (asks && guard.contains(line(s)))) {
            check << line(s);
        }
    }
    guard.sort();
    check.sort();
    if (guard != check) {
        objections << onlyIn(u"check"_qs, check, guard) + onlyIn(u"guard, not check"_qs, guard, check);
    }
    return objections;
}

/// Where nothing was wrong before, `check` finds wrong just what the guard refuses, with the same sum, limit and first
/// day. Where something was, only what got worse is refused: numbers are the engine's and the guard's to agree in.
QString Court::checkObjects(const std::vector<Shortfall> &refused, const Case &asked) {
    const auto found = checkSays(statements(asked));
    QStringList objections = misfitObjections(refused, found, asked);
    std::map<QString, Shortfall> before, after, guard;
    const auto first = [](std::map<QString, Shortfall> &of, const Shortfall &s) {
        const auto [known, isNew] = of.try_emplace(place(s), s);
        if (!isNew && s.date < known->second.date) {
            known->second = s;
        }
    };
    const auto gather = [&first](std::map<QString, Shortfall> &of, const std::vector<Found> &all) {
        for (const auto &[placement, s] : all) {
            if (!isMisfit(s)) {
                first(of, s);
            }
        }
    };
    gather(before, m_standing);
    gather(after, found);
    for (const auto &s : refused) {
        if (!isMisfit(s)) {
            first(guard, s);
        }
    }
    for (const auto &[key, s] : after) {
        // Perhaps as much stood there before under another name: a cord that moves to the other side makes of what was
        // too much normally what is too much when a side fails. How much it was on this day, check does not say.
        const bool known = std::ranges::any_of(m_standing, [&s = s](const Found &old) {
            return !isMisfit(old.shortfall) && old.shortfall.where == s.where && old.shortfall.quantity == s.quantity;
        });
        if (!known && !guard.contains(key)) {
            objections << u"check alone: "_qs + line(s);
        }
    }
    for (const auto &[key, s] : guard) {
        const auto counted = after.find(key);
        if (counted == after.end()) {
            objections << u"not for check: "_qs + line(s);
        } else if (!before.contains(key) && s.rule != u"S1" && s.rule != u"P1" && s.capacity) {
            const auto &c = counted->second;
            if (c.date != s.date || c.capacity != s.capacity || c.used != *s.requested + *s.used) {
                objections << u"guard: %1\ncheck: %2"_qs.arg(line(s), line(c));
            }
        }
    }
    return objections.join(u'\n');
}

QString Court::disagreement(const Case &asked) {
    const QStringList guard = guardSays(asked);
    if (asked.changes.size() == 1 && !hasContents(asked.changes.front().id)) {
        if (const QStringList engine = engineSays(asked); engine != guard) {
            return onlyIn(u"guard"_qs, guard, engine) + onlyIn(u"engine"_qs, engine, guard);
        }
    }
    return checkObjects(m_refused, asked);
}

bool Court::isContested(int placement) const {
    return m_estate->snapshot().placements.find(PlacementId{placement})->contested;
}

void Court::commit(const Case &asked) {
    if (m_connection->run("begin;" + statements(asked) + "commit")) {
        for (const auto &change : asked.changes) {
            m_next += change.id == 0;
        }
    } else {
        need(m_connection->run("rollback"), "rollback");
    }
    look();
}

} // namespace polder::test
