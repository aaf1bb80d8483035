#include "verdicts.h"

#include "said.h"

#include "model/core/shortfalljson.h"
#include "model/engine/booking.h"
#include "model/engine/loads.h"
#include "model/engine/placer.h"
#include "model/engine/slots.h"

#include <QJsonDocument>

#include <algorithm>

namespace polder::test {

namespace {

/// Of policy, which no plan sets otherwise: how near to a limit a sum may come without a word.
std::int64_t permilleOf(const QString &rule) {
    return rule == u"P5" ? 900 : rule == u"G4" ? 800 : 0;
}

/// Where the engine's sums come nearer to a node's normal limit than policy likes on a day on which this booking puts
/// something there: of each quantity the first such day.
void nearLimits(const Estate &estate, const LineCharge &charge, std::vector<Shortfall> &found) {
    const int node = charge.charge.node;
    const QString rule = estate.rules(node) ? nameOf(estate.rules(node)->rule) : QString();
    const Day first = std::max(charge.during.from, estate.snapshot().today);
    if (permilleOf(rule) == 0 || first >= charge.during.until) {
        return;
    }
    std::vector<Day> days{first};
    const auto add = [&](Day day) {
        if (day > first && day < charge.during.until) {
            days.push_back(day);
        }
    };
    for (const auto &step : estate.normal(node)) {
        add(step.from);
    }
    for (const auto &limit : estate.limits(node)) {
        add(limit.from);
    }
    std::ranges::sort(days);
    const std::optional<std::int64_t> unknown;
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        const std::int64_t own = charge.charge.normal.*quantities[q];
        for (const Day day : days) {
            const auto *limit = estate.limitOn(node, day);
            const auto &whole = !limit ? unknown : q == 0 ? limit->normalMain : limit->normalLine;
            const std::int64_t level = estate.timeline(node).on(day).*quantities[q];
            if (own > 0 && whole && level > *whole * permilleOf(rule) / 1000) {
                Shortfall s;
                s.rule = rule;
                s.where = estate.nodeName(node);
                s.node = estate.node(node).id.value;
                s.requested = own;
                s.used = level - own;
                s.capacity = *whole * permilleOf(rule) / 1000;
                s.unit = q == 0 ? estate.unitOf(node) : u"mVA"_qs;
                s.quantity = QString::fromUtf16(quantityNames[q]);
                s.date = day;
                found.push_back(std::move(s));
                break;
            }
        }
    }
}

/// P8: what the search says of a request that wants redundancy.
void oneCord(const Estate &estate, const Booking &booking, std::vector<Shortfall> &found) {
    std::stop_source asked;
    asked.request_stop(); // it says that before it looks anywhere
    Wanted wanted;
    wanted.item = booking.item;
    if (!booking.cords.empty()) {
        wanted.item.cords = static_cast<int>(booking.cords.size()); // as many as are plugged in
    }
    wanted.redundant = true;
    if (findSpace(estate, wanted, asked.get_token()).singleCorded) {
        Shortfall s;
        s.rule = u"P8"_qs;
        s.where = booking.rack ? estate.rackName(booking.rack) : estate.roomName(booking.room);
        s.requested = 2;
        s.capacity = 1;
        s.unit = u"pieces"_qs;
        s.date = std::max(booking.during.from, estate.snapshot().today);
        found.push_back(std::move(s));
    }
}

} // namespace

/// What a look at each booking notes as warnings of these rules is what the engine says of it: P5 and G4 by its
/// own charges, levels and limits, P8 as the search says it. (Of other rules that only warn the engine says nothing.)
/// P8: what is in a chassis has other cords than its own, and of what was taken over the place may know none.
QString Court::warnedDisagreement() {
    static const QByteArray sql =
        "select w.placement_id, json_build_object('rule', w.rule, 'where', w.place, 'node', coalesce(w.node_id, 0), "
        "'requested', w.requested, 'used', w.used, 'capacity', w.capacity, 'unit', w.unit, 'quantity', w.quantity, "
        "'failing', '', 'date', w.date) "
        "from (select array(select id from polder.placement) as ids, array(select p.id from polder.placement p "
        "join polder.equipment e on e.id = p.equipment_id where e.request_item_id % 2 = 0) as wishing) p "
        "cross join lateral (select * from guard.warnings_of_sums(p.ids) "
        "union all select * from guard.warnings_of_place(p.wishing)) w where w.rule in ('P5', 'G4', 'P8')";
    m_warned.clear();
    if (std::ranges::any_of(m_plan.devices, [](const Device &d) { return !d.released && d.lapsed(); })) {
        return {}; // nobody has come by to put it away
    }
    const auto &snapshot = m_estate->snapshot();
    const auto isLeftOut = [&](const Placement &placement) { return placement.chassis || placement.inherited; };
    const auto say = [](int placement, const Shortfall &s) { return u"%1: %2"_qs.arg(placement).arg(line(s)); };
    QStringList noted, said;
    const Rows rows = need(m_guarded->query(sql), sql);
    for (int row = 0; row < rows.count(); ++row) {
        const int id = static_cast<int>(rows.number(row, 0).value_or(0));
        const auto s = shortfallFromJson(QJsonDocument::fromJson(rows.text(row, 1).toUtf8()).object());
        if (s.rule != u"P8" || !isLeftOut(*snapshot.placements.find({id}))) {
            noted << say(id, s);
            m_warned << s.rule;
        }
    }
    for (const auto &placement : snapshot.placements) {
        if (!stands(placement, snapshot) || placement.state == u"ended") {
            continue;
        }
        std::vector<Shortfall> found;
        const auto booking = bookingOf(placement, *snapshot.equipment.find(placement.equipment), snapshot);
        for (const auto &here : standingsOf(snapshot, booking)) {
            for (const auto &charge : loadsOf(*m_estate, here)) {
                nearLimits(*m_estate, charge, found);
            }
        }
        if (m_plan.wantsRedundancy(placement.id.value) && !isLeftOut(placement)) {
            oneCord(*m_estate, booking, found);
        }
        for (const auto &s : found) {
            said << say(placement.id.value, s);
        }
    }
    return difference(u"guard (warned)"_qs, noted, u"engine (warned)"_qs, said);
}

} // namespace polder::test
