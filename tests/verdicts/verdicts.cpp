#include "verdicts.h"

#include "bookings.h"
#include "said.h"

#include "tests/support/estate.h"

#include "model/core/shortfalljson.h"
#include "model/engine/broken.h"
#include "model/engine/checks.h"
#include "model/engine/failover.h"
#include "model/engine/slots.h"
#include "model/engine/together.h"
#include "model/engine/whatif.h"
#include "model/store/snapshotloader.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

namespace polder::test {

namespace {

/// The rules of 25_fit.sql and 32_floorplan.sql: no sum, so that `check` finds just what the guard refuses.
bool isMisfit(const Shortfall &s) {
    static const QSet<QString> rules{u"S2"_qs, u"S6"_qs, u"S7"_qs, u"S8"_qs, u"S9"_qs, u"C4"_qs,
                                     u"C5"_qs, u"P2"_qs, u"P7"_qs, u"G1"_qs, u"G2"_qs, u"G3"_qs};
    const bool onFloor = s.rule == u"S4" && s.node == 0;
    const bool inLiquid = s.rule == u"C7" && s.unit != u"ml/min";
    return rules.contains(s.rule) || onFloor || inLiquid || (s.rule == u"P1" && s.capacity == 0);
}

/// A sum over time on a node, or a place that something has already, or that there is not.
bool isSum(const Shortfall &s) {
    return !isMisfit(s) && s.node > 0 && s.rule != u"P1";
}

/// An overlap has two sides, each with a unit of its own: the guard names the one that is asked, check the later one.
QString place(const Shortfall &s) {
    const QString where = s.rule == u"S1" ? s.where.section(u' ', 0, 0) : s.where;
    return u"%1 %2 %3 %4 [%5]"_qs.arg(s.rule, where, s.unit, s.quantity, s.failing);
}

/// The first of each place.
std::map<QString, Shortfall> firsts(const std::vector<Shortfall> &all) {
    std::map<QString, Shortfall> of;
    for (const auto &s : all) {
        const auto [known, isNew] = of.try_emplace(place(s), s);
        if (!isNew && s.date < known->second.date) {
            known->second = s;
        }
    }
    return of;
}

/// P6 from the simulation: each node fails, and what gets too much where P6 names that failure.
std::vector<Shortfall> overloadsOf(const Estate &estate) {
    std::vector<Shortfall> all;
    for (const auto &one : failEach(estate, {}).failures) {
        for (const auto &overload : one.overloads) {
            const int failing = one.failing.nodes.front();
            const auto sources = estate.failovers(overload.node);
            if (std::ranges::find(sources, estate.node(failing).id, &Estate::Failover::source) == sources.end()) {
                continue; // below what P6 names, where less fails
            }
            Shortfall s;
            s.rule = u"P6"_qs;
            s.where = estate.nodeName(overload.node);
            s.node = estate.node(overload.node).id.value;
            s.used = overload.first.load;
            s.capacity = overload.first.limit;
            s.unit = overload.quantity == 0 ? u"mW"_qs : u"mVA"_qs;
            s.quantity = QString::fromUtf16(quantityNames[overload.quantity]);
            s.failing = estate.nodeName(failing);
            s.date = overload.first.day;
            all.push_back(std::move(s));
        }
    }
    return all;
}

/// The override that covers it, of one of these devices or of the node: it holds on the first day. nullptr: none does.
const Plan::Override *overrideOf(const Shortfall &s, const Plan &plan, const std::vector<int> &devices) {
    const auto found = std::ranges::find_if(plan.overrides, [&](const Plan::Override &one) {
        const bool holds =
            !one.gone && one.rule == s.rule && one.until > s.date && (one.confirmed || isFacilityManagers(one.rule));
        return holds && (one.node > 0 ? one.node == s.node
                                      : std::ranges::any_of(devices, [&](int id) { return plan.isOf(one, id); }));
    });
    return found == plan.overrides.end() ? nullptr : &*found;
}
bool isSetAside(const Shortfall &s, const Plan &plan, const std::vector<int> &devices) {
    return overrideOf(s, plan, devices);
}

/// These with what is in them and the chassis that they are in, before and after: what is said of those may change with
/// them.
std::vector<int> kinOf(std::vector<int> ids, const Plan &before, const Plan &after) {
    std::vector<int> kin = ids;
    for (const Plan *plan : {&before, &after}) {
        for (std::size_t i = 0; i < plan->devices.size(); ++i) {
            const int id = static_cast<int>(i) + 1;
            const int chassis = plan->devices[i].chassis;
            if (chassis > 0 && std::ranges::find(ids, chassis) != ids.end()) {
                kin.push_back(id);
            }
            if (chassis > 0 && std::ranges::find(ids, id) != ids.end()) {
                kin.push_back(chassis);
            }
        }
    }
    return kin;
}

/// Deletes from every table that is empty in a new database.
QByteArray clearingOf(DatabaseConnection &connection) {
    const QByteArray tables = "select format('%I.%I', n.nspname, c.relname) from pg_class c "
                              "join pg_namespace n on n.oid = c.relnamespace "
                              "where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by c.oid";
    const Rows names = need(connection.query(tables), tables);
    QByteArray sql;
    for (int row = 0; row < names.count(); ++row) {
        const QByteArray name = names.text(row, 0).toUtf8();
        const QByteArray rows = "select from " + name + " limit 1";
        if (need(connection.query(rows), rows).count() == 0) {
            sql += "delete from " + name + ";\n";
        }
    }
    return sql;
}

} // namespace

Court::Court(TestCluster &cluster) {
    const QString conninfo = cluster.freshDatabase();
    runSql(conninfo,
           "alter database " + TestCluster::nameOf(conninfo).toUtf8() + " set polder.today = '" + Plan::today + "'");
    m_guarded = connectTo(conninfo);
    // Nodes that the database makes itself have ids beyond those of a plan; what breaks bookings has a reason.
    need(m_guarded->run("alter sequence polder.node_id_seq restart 1000000; set polder.reason = 'it is so'"), {});
    m_unguarded = connectTo(conninfo);
    need(m_unguarded->run("set session_replication_role = replica"), {});
    m_clearing = clearingOf(*m_unguarded);
    makeChoices();
}

bool Court::stand(const Plan &plan) {
    need(m_unguarded->run(m_clearing), m_clearing);
    if (!m_guarded->run("begin;" + plan.sql() + "commit")) {
        need(m_guarded->run("rollback"), "rollback");
        return false;
    }
    // A rollback would take it back, and each booking would plan for itself.
    need(m_guarded->run("set polder.warm = 'yes'"), {});
    m_plan = plan;
    m_listed = false;
    m_unrecorded.clear();
    learn();
    look();
    return true;
}

/// What the guard made of what was taken over.
void Court::learn() {
    const QByteArray sql = "select id, contested, outlet_ids, node_ids, state from polder.placement";
    const Rows rows = need(m_guarded->query(sql), sql);
    for (int row = 0; row < rows.count(); ++row) {
        Device &device = m_plan.devices[*rows.number(row, 0) - 1];
        device.contested = rows.text(row, 1) == u"t";
        device.outlets = idsOf(rows.text(row, 2));
        device.nodes = idsOf(rows.text(row, 3));
        device.released = rows.text(row, 4) == u"released"; // also what has lapsed meanwhile
    }
}

void Court::look() {
    const auto snapshot = loadSnapshot(*m_guarded);
    if (!snapshot) {
        qFatal("%s", qPrintable(snapshot.error().what));
    }
    m_estate = std::make_unique<Estate>(*snapshot);
    static const QByteArray sql =
        "select json_build_object('rule', c.rule, 'where', c.\"where\", 'node', coalesce(c.node, 0), "
        "'requested', c.requested, 'used', c.used, 'capacity', c.capacity, 'unit', c.unit, 'quantity', c.quantity, "
        "'failing', c.failing, 'date', c.date), c.placement, c.covered from guard.check_each() c";
    const Rows rows = need(m_unguarded->query(sql), sql);
    m_standing.clear();
    m_unexcused.clear();
    for (int row = 0; row < rows.count(); ++row) {
        const auto s = shortfallFromJson(QJsonDocument::fromJson(rows.text(row, 0).toUtf8()).object());
        if (s.rule != u"LEDGER") {
            m_standing.push_back({static_cast<int>(rows.number(row, 1).value_or(0)), s});
        }
        if (rows.text(row, 2) != u"t") {
            m_unexcused.push_back(s);
        }
    }
}

QStringList Court::guardSays(const QByteArray &sql) {
    need(m_guarded->run("begin"), "begin");
    const Status done = m_guarded->run(sql);
    need(m_guarded->run("rollback"), "rollback");
    m_refused.clear();
    m_admitted = done.ok();
    if (!done && done.error().sqlstate != u"PL001" && done.error().sqlstate != u"PL008") {
        return {done.error().sqlstate + u' ' + done.error().what + u' ' + done.error().detail};
    }
    if (!done) {
        m_refused = violationsOf(done.error().data);
    }
    m_refusedBookings = done ? QStringList() : bookingsIn(done.error().data);
    return sorted(m_refused);
}

/// Of one booking, new or changed: without what is set aside for it.
QStringList Court::engineSays(const Plan &asked, int id) {
    const Device &device = asked.devices[id - 1];
    const bool isNew = id > std::ssize(m_plan.devices);
    std::optional<Estate> without;
    if (!isNew) {
        without.emplace(withoutPlacements(*m_estate, std::array{PlacementId{id}}));
    }
    auto booking = asBooking(device, m_estate->snapshot());
    booking.replaces = {isNew ? 0 : id};
    auto shortfalls = checkBooking(without ? *without : *m_estate, *m_estate, booking);
    m_setAside = std::erase_if(shortfalls, [&](const Shortfall &s) { return isSetAside(s, asked, {id}); }) > 0 &&
                 shortfalls.empty();
    return sorted(shortfalls);
}

/// Of all that changes at once, as one statement; what is set aside for each of those that it is of is left out.
QStringList Court::engineSaysTogether(const Plan &asked, const std::vector<int> &ids) {
    std::vector<Addition> changes;
    for (const int id : ids) {
        changes.push_back(asAddition(asked.devices[id - 1], id));
    }
    auto refusals = checkTogether(*m_estate, changes);
    m_letInBy.clear();
    const auto isCovered = [&](const Refusal &one) {
        std::vector<int> devices{0}; // of a sum that is nobody's more than another's the node alone
        for (const PlacementId id : one.bookings) {
            devices.push_back(id.value);
        }
        if (devices.size() > 1) {
            devices.erase(devices.begin());
        }
        return std::ranges::all_of(devices, [&](int id) {
            const auto *by = overrideOf(one.shortfall, asked, id > 0 ? std::vector{id} : std::vector<int>());
            if (by) {
                m_letInBy << (by->node > 0       ? u"override of a node"_qs
                              : by->request > 0  ? u"override of a request"_qs
                              : by->device != id ? u"override of what was replaced"_qs
                                                 : u"override of a device"_qs);
            }
            return by != nullptr;
        });
    };
    m_setAside = std::erase_if(refusals, isCovered) > 0 && refusals.empty();
    m_letInBy.removeDuplicates();
    return sorted(shortfallsOf(std::move(refusals)));
}

/// Of units that go out of service: who stands there, as a booking of all of them would find it.
QStringList Court::engineSaysOfBlocked(const Plan &asked) const {
    std::vector<Shortfall> overlaps;
    for (auto i = m_plan.blocked.size(); i < asked.blocked.size(); ++i) {
        const auto &one = asked.blocked[i];
        const auto *rack = m_estate->rack({one.rack});
        Booking units;
        units.rack = rack->id;
        units.position = {one.from};
        units.item.height = {one.until - one.from};
        units.during = one.during;
        Overlap met;
        for (const auto &other : m_estate->boxes(rack->id)) {
            met.with(boxOf(units, *rack, m_estate->snapshot().policy), other);
        }
        if (!met.taken.none()) {
            overlaps.push_back(overlapOf(*m_estate, units, *rack, met));
            overlaps.back().date = met.during.from;
        }
    }
    return sorted(overlaps);
}

std::vector<Court::Found> Court::checkSays(const QByteArray &changes, DatabaseConnection &writing) {
    static const QByteArray sql =
        "select json_build_object('rule', v.rule, 'where', v.place, 'node', coalesce(v.node_id, 0), "
        "'requested', v.requested, 'used', v.used, 'capacity', v.capacity, 'unit', v.unit, 'quantity', v.quantity, "
        "'failing', v.failing, 'date', v.date), v.placement_id "
        "from (select s.*, null::int as placement_id from guard.check_sums() s "
        "union all select (p.found).*, p.placement_id from guard.check_places() p "
        "union all select (b.found).*, b.placement_id from guard.check_slots() b "
        "union all select (f.found).*, f.placement_id from guard.check_fits() f "
        "union all select (o.found).*, o.placement_id from guard.check_floor() o) v";
    need(writing.run("begin;" + changes), changes);
    const Rows rows = need(writing.query(sql), changes);
    std::vector<Found> all;
    for (int row = 0; row < rows.count(); ++row) {
        all.push_back({static_cast<int>(rows.number(row, 1).value_or(0)),
                       shortfallFromJson(QJsonDocument::fromJson(rows.text(row, 0).toUtf8()).object())});
    }
    need(writing.run("rollback"), "rollback");
    return all;
}

/// `check` finds of the bookings that are asked for what the guard refuses, number by number. What did not fit before
/// and is not refused must have been there with the same name; where it is `recorded` that something around them has
/// changed, at another place: two cords on one feed are no worse than two on another.
QStringList Court::misfitObjections(const std::vector<Found> &found, const Plan &asked, const std::vector<int> &ids,
                                    bool recorded) const {
    QStringList guard, fresh, all, objections;
    for (const auto &s : m_refused) {
        if (isMisfit(s)) {
            guard << line(s);
        }
    }
    for (const auto &[placement, s] : found) {
        if (!isMisfit(s) || std::ranges::find(ids, placement) == ids.end()) {
            continue;
        }
        const bool known = std::ranges::any_of(m_standing, [&, id = placement, &s = s](const Found &old) {
            const auto name = [](const Shortfall &of) { return std::tie(of.rule, of.where, of.quantity, of.unit); };
            const auto gone = [&] {
                return std::ranges::none_of(found, [&](const Found &now) {
                    return now.placement == id && name(now.shortfall) == name(old.shortfall);
                });
            };
            return old.placement == id &&
                   (name(old.shortfall) == name(s) ||
                    (recorded && old.shortfall.rule == s.rule && old.shortfall.unit == s.unit &&
                     old.shortfall.capacity == s.capacity && old.shortfall.requested >= s.requested && gone()));
        });
        all << line(s);
        if (!known && !isSetAside(s, asked, {placement})) {
            fresh << line(s);
        }
    }
    // A refusal does not say whose it is: of two that read alike one may have been there before.
    for (const QString &one : QSet<QString>(all.begin(), all.end())) {
        if (guard.count(one) < fresh.count(one)) {
            objections << u"check alone: "_qs + one;
        }
    }
    for (const QString &one : QSet<QString>(guard.begin(), guard.end())) {
        if (guard.count(one) > all.count(one)) {
            objections << u"guard, not check: "_qs + one;
        }
    }
    return objections;
}

/// What was carried on the first day of a violation before anything was asked, by check's own count.
std::int64_t Court::loadBefore(const Shortfall &s) {
    const QString quantity = s.quantity.isEmpty() ? u"main"_qs : s.quantity.toLower();
    const QByteArray sql = u"select coalesce(sum(c.%1), 0)::bigint from guard.recount() c where c.node_id = %2 "
                           u"and (c.source_id = 0 or guard.node_name(c.source_id) = '%3') "
                           u"and c.from_day <= '%4' and coalesce(c.until_day > '%4', true)"_qs.arg(quantity)
                               .arg(s.node)
                               .arg(s.failing, s.date.toDate().toString(Qt::ISODate))
                               .toUtf8();
    return need(m_unguarded->query(sql), sql).number(0, 0).value_or(0);
}

/// Where nothing was wrong before, `check` finds wrong just what the guard refuses, with the same sum, limit and first
/// day. Where something was, only what got worse is refused: numbers are the engine's and the guard's to agree in.
QString Court::checkObjects(const std::vector<Found> &found, const Plan &asked, const std::vector<int> &ids,
                            bool recorded) {
    QStringList objections = misfitObjections(found, asked, ids, recorded);
    const auto others = [](const auto &all, auto shortfallOf) {
        std::vector<Shortfall> left;
        for (const auto &one : all) {
            if (!isMisfit(shortfallOf(one))) {
                left.push_back(shortfallOf(one));
            }
        }
        return firsts(left);
    };
    const auto ofFound = [](const Found &f) -> const Shortfall & { return f.shortfall; };
    const auto before = others(m_standing, ofFound);
    const auto after = others(found, ofFound);
    const auto guard = others(m_refused, std::identity());
    for (const auto &[key, s] : after) {
        const bool known = std::ranges::any_of(m_standing, [&s = s](const Found &old) {
            return !isMisfit(old.shortfall) && old.shortfall.where == s.where && old.shortfall.quantity == s.quantity;
        });
        // Perhaps as much stood there before under another name: a cord that moves to the other side makes of what was
        // carried normally what is carried when a side fails.
        const auto stood = before.find(key);
        const bool same = stood != before.end() && line(stood->second) == line(s);
        if (same || guard.contains(key) || isSetAside(s, asked, ids)) {
            continue;
        }
        if (isSum(s) ? loadBefore(s) >= s.used.value_or(0) : known) {
            m_unrecorded << s.rule + u' ' + s.where;
        } else {
            objections << u"check alone: "_qs + line(s);
        }
    }
    for (const auto &[key, s] : guard) {
        const auto counted = after.find(key);
        if (counted == after.end()) {
            objections << u"not for check: "_qs + line(s);
        } else if (!before.contains(key) && s.rule != u"S1" && s.rule != u"P1" && s.capacity) {
            const auto &c = counted->second;
            // On its earlier days as much stood there before, as above: that is no worse, and the guard counts from
            // later.
            const bool stoodBefore = isSum(c) && c.date < s.date && loadBefore(c) >= c.used.value_or(0);
            if (stoodBefore) {
                continue;
            }
            if (c.date != s.date || c.capacity != s.capacity || c.used != *s.requested + *s.used) {
                objections << u"guard: %1\ncheck: %2"_qs.arg(line(s), line(c));
            }
        }
    }
    return objections.join(u'\n');
}

QString Court::disagreement(const Operation &asked) {
    const Plan after = asked.after(m_plan);
    const QByteArray sql = changes(m_plan, after);
    m_unexplained.clear();
    m_listed = false;
    m_setAside = false;
    if (sql.isEmpty()) {
        m_admitted = true;
        m_refused.clear();
        return {};
    }
    if (!asked.asks) {
        return recordedDisagreement(after, sql);
    }
    m_letInBy.clear();
    const QStringList guard = guardSays(sql);
    const auto ids = changedDevices(m_plan, after);
    const bool whole = std::ranges::all_of(ids, [&after](int id) {
        return std::ranges::none_of(after.devices[id - 1].outlets, [&](int to) { return after.outlets[to - 1].gone; });
    });
    if (!whole) {
        return {}; // Shrinking has left out an outlet that is asked for: no story.
    }
    if (!m_admitted && m_refused.empty()) {
        return guard.join(u'\n');
    }
    if (!ids.empty()) {
        if (const QStringList engine = engineSaysTogether(after, ids); engine != guard) {
            return difference(u"guard"_qs, guard, u"engine"_qs, engine);
        }
    }
    if (const QStringList engine = engineSaysOfBlocked(after); ids.empty() && engine != guard) {
        return difference(u"guard"_qs, guard, u"engine (units)"_qs, engine);
    }
    // What a search asks of one booking says the same, but for what is in a chassis.
    const bool alone =
        ids.size() == 1 && !after.devices[ids.front() - 1].released &&
        std::ranges::none_of(m_plan.devices, [&](const Device &device) { return device.chassis == ids.front(); });
    if (alone) {
        const QStringList engine = engineSays(after, ids.front());
        if (engine != guard) {
            return difference(u"guard"_qs, guard, u"engine (one)"_qs, engine);
        }
    }
    return checkObjects(checkSays(sql, *m_unguarded), after, kinOf(ids, m_plan, after));
}

/// What is recorded whatever it breaks: without a reason it is refused for just what `check` then finds that is new or
/// worse, and with one it is made.
QString Court::recordedDisagreement(const Plan &after, const QByteArray &sql) {
    const QStringList guard = guardSays("set local polder.reason = '';" + sql);
    if (!m_admitted && m_refused.empty()) {
        return guard.join(u'\n');
    }
    m_unexplained = m_refused;
    m_unexplainedBookings = m_refusedBookings;
    m_listed = true;
    std::vector<int> all;
    for (int id = 1; id <= std::ssize(after.devices); ++id) {
        all.push_back(id);
    }
    const QStringList explained = guardSays(sql);
    if (!m_admitted) {
        return u"what is so is refused: "_qs + explained.join(u'\n');
    }
    m_refused = m_unexplained;
    // Also by what follows from it: limits that the guard keeps.
    const QString objections = checkObjects(checkSays(sql, *m_guarded), after, all, true);
    m_refused.clear();
    // Nobody comes by to put away what has lapsed, and asks about it too.
    const bool lapsed = std::ranges::any_of(after.devices, [](const Device &d) { return !d.released && d.lapsed(); });
    return lapsed ? QString() : objections;
}

QString Court::commit(const Operation &asked) {
    QStringList objections{make(asked), objectionsToWhatStands(), warnedDisagreement()};
    objections.removeAll(QString());
    return objections.join(u'\n');
}

QString Court::make(const Operation &asked) {
    const Plan after = asked.after(m_plan);
    const QByteArray sql = changes(m_plan, after);
    if (const Status done = m_guarded->run("begin;" + sql + "commit"); !done) {
        need(m_guarded->run("rollback"), "rollback");
        return u"admitted, and not committed: "_qs + done.error().what;
    }
    m_plan = after;
    const auto before = std::move(m_estate);
    learn();
    look();
    return std::exchange(m_listed, false) ? brokenDisagreement(*before) : QString();
}

/// What the change that has just been made has broken is for the engine what the guard wanted a reason for: sums as a
/// whole, of each the first day; and whose bookings those are that fit no more. (Nodes that come with it were others
/// when it was refused, and have the same names.)
QString Court::brokenDisagreement(const Estate &before) const {
    const auto linesOf = [](const std::vector<Shortfall> &all) {
        QSet<QString> lines;
        std::vector<Shortfall> sums;
        for (Shortfall s : all) {
            const bool sum = isSum(s);
            s.node = 0;
            if (sum) {
                s.used = s.used.value_or(0) + s.requested.value_or(0);
                s.requested.reset();
                sums.push_back(std::move(s));
            } else {
                lines.insert(line(s));
            }
        }
        for (const auto &[key, s] : firsts(sums)) {
            lines.insert(line(s));
        }
        return lines.values();
    };
    auto broken = brokenBy(before, *m_estate);
    const QStringList bookings = bookingsIn(broken);
    return difference(u"guard (broken)"_qs, linesOf(m_unexplained) + m_unexplainedBookings, u"engine (broken)"_qs,
                      linesOf(shortfallsOf(std::move(broken))) + bookings);
}

/// Of what stands the engine says, booking by booking, what `check` says of all; each violation is on record; and
/// nothing that was derived is stale.
QString Court::objectionsToWhatStands() {
    std::vector<Shortfall> engineSums, checkSums;
    QStringList enginePlaces, checkPlaces, engineFits, checkFits;
    const auto sort = [](const Shortfall &s, int placement, std::vector<Shortfall> &sums, QStringList &places,
                         QStringList &fits) {
        if (isMisfit(s)) {
            fits << u"%1: %2"_qs.arg(placement).arg(line(s));
        } else if (isSum(s)) {
            sums.push_back(s);
        } else {
            places << u"%1 "_qs.arg(s.rule == u"P1" ? 0 : placement) + place(s);
        }
    };
    for (const auto &[placement, s] : m_standing) {
        sort(s, placement, checkSums, checkPlaces, checkFits);
    }
    const auto &snapshot = m_estate->snapshot();
    for (const auto &placement : snapshot.placements) {
        if (!stands(placement, snapshot)) {
            continue;
        }
        const Estate without = withoutPlacements(*m_estate, std::array{placement.id});
        const auto *equipment = snapshot.equipment.find(placement.equipment);
        // What is in a chassis draws through its outlets: P2 of all of it is said of the chassis.
        const auto together = chassisOutletLoad(*m_estate, placement.equipment, nullptr);
        const bool inChassis = placement.chassis && placement.outlets.empty() && placement.nodes.empty();
        for (const auto &s : checkBooking(without, without, bookingOf(placement, *equipment, snapshot))) {
            const bool joint = s.rule == u"P2" && (inChassis || !together.empty());
            if ((s.rule != u"S1" || !placement.contested) && !joint) {
                sort(s, placement.id.value, engineSums, enginePlaces, engineFits);
            }
        }
        for (const auto &misfit : together) {
            sort(misfit.shortfall, placement.id.value, engineSums, enginePlaces, engineFits);
        }
    }
    enginePlaces.removeDuplicates();
    checkPlaces.removeDuplicates();
    const auto totals = [](const std::vector<Shortfall> &sums) {
        QStringList lines;
        for (auto [key, s] : firsts(sums)) {
            s.used = s.used.value_or(0) + s.requested.value_or(0);
            s.requested.reset();
            lines << line(s);
        }
        return lines;
    };
    std::vector<Shortfall> failures;
    std::ranges::copy_if(checkSums, std::back_inserter(failures), [](const Shortfall &s) { return s.rule == u"P6"; });
    QStringList objections{
        difference(u"check (sums)"_qs, totals(checkSums), u"engine (sums)"_qs, totals(engineSums)),
        difference(u"check (failures)"_qs, totals(failures), u"simulation"_qs, totals(overloadsOf(*m_estate))),
        difference(u"check (places)"_qs, checkPlaces, u"engine (places)"_qs, enginePlaces),
        difference(u"check (fits)"_qs, checkFits, u"engine (fits)"_qs, engineFits),
    };
    for (const auto &s : m_unexcused) {
        // What an override has let in is a violation again from its end on.
        const bool ended = std::ranges::any_of(m_plan.overrides, [&](const Plan::Override &one) {
            return !one.gone && one.rule == s.rule && one.until <= s.date;
        });
        if (!ended && !m_unrecorded.contains(s.rule + u' ' + s.where)) {
            objections << u"not on record: "_qs + line(s);
        }
    }
    objections.removeAll(QString());
    return objections.join(u'\n');
}

} // namespace polder::test
