#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/engine/failover.h"
#include "model/planning/failing.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

// simulate-failure: what goes down, loses redundancy or gets too much when something fails.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

QString isoDate(Day day) {
    return day.toDate().toString(Qt::ISODate);
}

QString nodeKind(const Node &node) {
    return QString(node.kind).replace(u'_', u' ');
}

QString quantityName(std::size_t quantity) {
    return QString::fromUtf16(quantityNames[quantity]);
}

QString unitOf(std::size_t quantity) {
    return quantity == 0 ? u"mW"_s : u"mVA"_s;
}

/// LEIDEN/DC1/A01 U12, or the room of what stands on the floor.
QString whereIs(const Estate &estate, const Placement &placement) {
    const auto *rack = estate.racks().find(placement.rack);
    if (!rack) {
        return estate.roomName(placement.room);
    }
    const QString name = estate.rackName(placement.rack);
    return placement.position ? name + u" U"_s + Format(QLocale::c()).unit(*rack, *placement.position) : name;
}

/// Equipment as people know it, best first: its name, its tag, its number.
QString nameOf(const Equipment &equipment) {
    return !equipment.name.isEmpty()       ? equipment.name
           : !equipment.assetTag.isEmpty() ? equipment.assetTag
                                           : u"equipment %1"_s.arg(equipment.id.value);
}

/// Of the lines of a table as many as --top allows, and how many those are not.
class Lines {
public:
    explicit Lines(qsizetype top) : m_top(top) {}

    [[nodiscard]] QString table(const QString &heading, const QStringList &headers, QList<QStringList> rows) const {
        const qsizetype more = std::max<qsizetype>(rows.size() - m_top, 0);
        rows.resize(rows.size() - more);
        return u'\n' + heading + u'\n' + (rows.isEmpty() ? QString() : ctl::table(headers, rows)) +
               (more > 0 ? u"... and %1 more (--top).\n"_s.arg(more) : QString());
    }

private:
    qsizetype m_top;
};

// JSON.

QJsonObject failingJson(const Estate &estate, const Failing &failing) {
    QJsonObject json{{u"name"_s, nameOf(estate, failing)}, {u"node"_s, {}}, {u"cooling_unit"_s, {}}};
    if (failing.nodes.empty()) {
        const auto *unit = estate.snapshot().coolingUnits.find(failing.units.front());
        json[u"cooling_unit"_s] = unit->id.value;
        json[u"kind"_s] = unit->kind;
        json[u"units"_s] = 1;
    } else {
        const auto &node = estate.node(failing.nodes.front());
        json[u"node"_s] = node.id.value;
        json[u"kind"_s] = node.kind;
        json[u"units"_s] = node.units;
    }
    return json;
}

QJsonArray hitsJson(const Estate &estate, const std::vector<HitEquipment> &hits) {
    QJsonArray json;
    for (const auto &hit : hits) {
        const auto &placement = *estate.snapshot().placements.find(hit.placement);
        const auto &equipment = *estate.snapshot().equipment.find(placement.equipment);
        json << QJsonObject{{u"equipment"_s, equipment.id.value},
                            {u"placement"_s, placement.id.value},
                            {u"name"_s, nameOf(equipment)},
                            {u"where"_s, whereIs(estate, placement)},
                            {u"draw_mw"_s, qint64{hit.draw.milliwatts}},
                            {u"cords"_s, hit.cords},
                            {u"living"_s, hit.living},
                            {u"below_wish"_s, hit.belowWish},
                            {u"from"_s, isoDate(hit.from)}};
    }
    return json;
}

QJsonObject unseenJson(const UnseenLoad &unseen) {
    const bool any = unseen.through > Power{};
    return {{u"through_mw"_s, qint64{unseen.through.milliwatts}},
            {u"stopping_mw"_s, qint64{unseen.stopping.milliwatts}},
            {u"date"_s, any ? QJsonValue(isoDate(unseen.day)) : QJsonValue()}};
}

QJsonObject readingJson(const LoadOnDay &at) {
    return {{u"date"_s, isoDate(at.day)},
            {u"load"_s, qint64{at.load}},
            {u"limit"_s, at.limit ? QJsonValue(qint64{*at.limit}) : QJsonValue()}};
}

QJsonArray overloadsJson(const Estate &estate, const std::vector<Overload> &overloads) {
    QJsonArray json;
    for (const auto &overload : overloads) {
        json << QJsonObject{{u"node"_s, estate.node(overload.node).id.value},
                            {u"name"_s, estate.nodeName(overload.node)},
                            {u"quantity"_s, quantityName(overload.quantity)},
                            {u"unit"_s, unitOf(overload.quantity)},
                            {u"first"_s, readingJson(overload.first)},
                            {u"worst"_s, readingJson(overload.worst)},
                            {u"at_most"_s, overload.atMost}};
    }
    return json;
}

QJsonArray coolingJson(const Estate &estate, const std::vector<CoolingLeft> &cooling) {
    QJsonArray json;
    for (const auto &zone : cooling) {
        QJsonArray lost;
        for (const auto unit : zone.lost) {
            lost << unitName(estate, unit);
        }
        json << QJsonObject{{u"node"_s, estate.node(zone.node).id.value},
                            {u"name"_s, estate.nodeName(zone.node)},
                            {u"lost"_s, lost},
                            {u"left_mw"_s, zone.left ? QJsonValue(qint64{zone.left->milliwatts}) : QJsonValue()},
                            {u"heat_mw"_s, qint64{zone.heat.milliwatts}},
                            {u"at_most"_s, zone.atMost},
                            {u"date"_s, isoDate(zone.day)}};
    }
    return json;
}

QJsonArray headroomsJson(const Estate &estate, const std::vector<NodeHeadroom> &headrooms) {
    QJsonArray json;
    for (const auto &headroom : headrooms) {
        QJsonObject one = readingJson(headroom.at);
        one[u"node"_s] = estate.node(headroom.node).id.value;
        one[u"name"_s] = estate.nodeName(headroom.node);
        one[u"failing"_s] = estate.nodeName(headroom.failing);
        one[u"quantity"_s] = quantityName(headroom.quantity);
        one[u"unit"_s] = unitOf(headroom.quantity);
        one[u"left"_s] = headroom.at.limit ? QJsonValue(qint64{*headroom.at.limit - headroom.at.load}) : QJsonValue();
        json << one;
    }
    return json;
}

QJsonObject windowJson(Period window) {
    return {{u"from"_s, isoDate(window.from)},
            {u"until"_s, window.openEnded() ? QJsonValue() : QJsonValue(isoDate(window.until))}};
}

// Text.

QString windowText(Period window) {
    const Format format(QLocale::c());
    return window.until == window.from.plus(1) ? u" on "_s + format.day(window.from) : u", "_s + format.period(window);
}

QString amountText(std::int64_t number, std::size_t quantity, int decimals = 3) {
    return Format(QLocale::c()).amount(number, unitOf(quantity), decimals);
}

/// Node, quantity, load, limit, what is too much, day: with all decimals where fewer would hide it.
QStringList loadCells(const LoadOnDay &at, std::size_t quantity) {
    const QString limit = at.limit ? amountText(*at.limit, quantity, Format::exact) : u"unknown"_s;
    const bool shows = amountText(at.load, quantity) != limit;
    return {quantity == 0 ? u"kW"_s : quantityName(quantity), amountText(at.load, quantity, shows ? 3 : Format::exact),
            limit};
}

QString unseenText(const UnseenLoad &unseen) {
    if (unseen.through == Power{}) {
        return {};
    }
    const Format format(QLocale::c());
    return u"Others' equipment, which is not named: %1 hang on it, of which about %2 have no other path (%3).\n"_s.arg(
        format.power(unseen.through), format.power(unseen.stopping), format.day(unseen.day));
}

QString hitsText(const Estate &estate, const Lines &lines, const QString &heading,
                 const std::vector<HitEquipment> &hits, bool living) {
    const Format format(QLocale::c());
    QList<QStringList> rows;
    Power sum;
    for (const auto &hit : hits) {
        const auto &placement = *estate.snapshot().placements.find(hit.placement);
        sum.milliwatts += hit.draw.milliwatts;
        rows << QStringList{whereIs(estate, placement),
                            nameOf(*estate.snapshot().equipment.find(placement.equipment)),
                            format.power(hit.draw),
                            living ? u"%1 of %2"_s.arg(hit.living).arg(hit.cords) : QString::number(hit.cords),
                            format.day(hit.from),
                            hit.belowWish ? u"below what was asked for"_s : QString()};
    }
    std::ranges::sort(rows, [](const QStringList &a, const QStringList &b) { return a.mid(0, 2) < b.mid(0, 2); });
    return lines.table(heading.arg(hits.size()).arg(format.power(sum)),
                       {u"where"_s, u"equipment"_s, u"draw"_s, living ? u"cords left"_s : u"cords"_s, u"from"_s}, rows);
}

QString overloadsText(const Estate &estate, const Lines &lines, const std::vector<Overload> &overloads) {
    if (overloads.empty()) {
        return u"\nOverloaded: nothing.\n"_s;
    }
    const Format format(QLocale::c());
    QList<QStringList> rows;
    for (const auto &overload : overloads) {
        rows << (QStringList{estate.nodeName(overload.node)} + loadCells(overload.worst, overload.quantity) +
                 QStringList{amountText(overload.worst.load - overload.worst.limit.value_or(0), overload.quantity,
                                        Format::exact),
                             format.day(overload.first.day), format.day(overload.worst.day),
                             overload.atMost ? u"at most: part of it is others'"_s : QString()});
    }
    return lines.table(u"Overloaded:"_s,
                       {u"node"_s, u""_s, u"load"_s, u"may carry"_s, u"too much"_s, u"first on"_s, u"worst on"_s},
                       rows);
}

QString coolingText(const Estate &estate, const Lines &lines, const std::vector<CoolingLeft> &cooling) {
    if (cooling.empty()) {
        return {};
    }
    const Format format(QLocale::c());
    QList<QStringList> rows;
    for (const auto &zone : cooling) {
        QStringList lost;
        for (const auto unit : zone.lost) {
            lost << estate.snapshot().coolingUnits.find(unit)->name;
        }
        const std::int64_t missing = zone.left ? zone.heat.milliwatts - zone.left->milliwatts : 0;
        const QString so = !zone.left    ? u"not known"_s
                           : missing > 0 ? format.power({missing}) + u" too little"_s
                                         : u"enough"_s;
        rows << QStringList{estate.nodeName(zone.node),
                            lost.join(u' '),
                            zone.left ? format.power(*zone.left) : u"unknown"_s,
                            format.power(zone.heat),
                            so + (missing > 0 && zone.atMost ? u" at most: others' equipment stops too"_s : QString()),
                            format.day(zone.day)};
    }
    return lines.table(u"Cooling that stops:"_s, {u"zone"_s, u"units"_s, u"left"_s, u"heat"_s, u"so"_s, u"worst on"_s},
                       rows);
}

// Availability.

struct RackClass {
    RackId rack;
    int whole = 0;
    int left = 0;
};

/// Racks that deliver less while it lasts. (0: none of their power lives.)
std::vector<RackClass> racksHit(const Estate &estate, Day day, const Failing &failing) {
    std::vector<RackClass> racks;
    for (const auto &rack : estate.racks()) {
        const auto whole = availabilityOf(estate, rack.id, day);
        const auto left = whole ? availabilityOf(estate, rack.id, day, failing.nodes) : whole;
        if (rack.during.contains(day) && whole != left) {
            racks.push_back({rack.id, *whole, *left});
        }
    }
    return racks;
}

Answer failureAnswer(const Estate &estate, const Failing &failing, const QString &title, Period window, qsizetype top) {
    FailureSimulator simulator(estate, window);
    const Failure failure = simulator.fail(failing);
    const Lines lines(top);
    QJsonArray failed;
    for (const int node : failing.nodes) {
        failed << failingJson(estate, {{node}, {}});
    }
    for (const auto unit : failing.units) {
        failed << failingJson(estate, {{}, {unit}});
    }
    QJsonArray racks;
    QList<QStringList> rows;
    for (const auto &[rack, whole, left] : racksHit(estate, window.from, failing)) {
        racks << QJsonObject{
            {u"rack"_s, estate.rackName(rack)}, {u"availability_class"_s, whole}, {u"class_left"_s, left}};
        rows << QStringList{estate.rackName(rack), QString::number(whole), left > 0 ? QString::number(left) : u"off"_s};
    }
    QJsonObject json = windowJson(window);
    json[u"failing"_s] = failed;
    json[u"down"_s] = hitsJson(estate, failure.down);
    json[u"weakened"_s] = hitsJson(estate, failure.weakened);
    json[u"unseen"_s] = unseenJson(failure.unseen);
    json[u"overloads"_s] = overloadsJson(estate, failure.overloads);
    json[u"cooling"_s] = coolingJson(estate, failure.cooling);
    json[u"racks"_s] = racks;

    QString text = u"%1 fails%2.\n"_s.arg(title, windowText(window));
    for (const int node : failing.nodes) {
        if (const Node &row = estate.node(node); row.units > 1) {
            text += u"%1 is %2 units in parallel: here all of them fail.\n"_s.arg(row.name).arg(row.units);
        }
    }
    text += hitsText(estate, lines, u"Down: %1 devices, %2."_s, failure.down, false);
    text += unseenText(failure.unseen);
    text += hitsText(estate, lines, u"Lose redundancy: %1 devices, %2."_s, failure.weakened, true);
    text += overloadsText(estate, lines, failure.overloads);
    text += coolingText(estate, lines, failure.cooling);
    if (!rows.isEmpty()) {
        text += lines.table(u"Racks that deliver a lower availability class: %1."_s.arg(rows.size()),
                            {u"rack"_s, u"class"_s, u"left"_s}, rows);
    }
    return {json, text};
}

// All of them.

/// Zones that are, whatever else stops.
std::ptrdiff_t tooWarm(const FailureSummary &failure) {
    return std::ranges::count_if(failure.cooling, [&failure](const CoolingLeft &zone) {
        const Power gone = zone.atMost ? failure.unseen.stopping : Power{};
        return zone.left && zone.heat.milliwatts - gone.milliwatts > zone.left->milliwatts;
    });
}

QString everyText(const Estate &estate, const EveryFailure &every, Period window, qsizetype top) {
    const Format format(QLocale::c());
    const Lines lines(top);
    QString text = u"Every node and every cooling unit fails alone%1: %2 failures.\n"_s.arg(windowText(window))
                       .arg(every.failures.size());

    auto tight = every.headrooms;
    std::ranges::stable_sort(tight, std::greater(), [](const NodeHeadroom &headroom) {
        const auto limit = static_cast<double>(headroom.at.limit.value_or(0));
        return static_cast<double>(headroom.at.load) / limit;
    });
    QList<QStringList> rows;
    for (const auto &headroom : std::span(tight).first(std::min<std::size_t>(top, tight.size()))) {
        const auto limit = headroom.at.limit;
        rows << (QStringList{estate.nodeName(headroom.node), estate.nodeName(headroom.failing)} +
                 loadCells(headroom.at, headroom.quantity) +
                 QStringList{limit ? amountText(*limit - headroom.at.load, headroom.quantity) : u"unknown"_s,
                             format.day(headroom.at.day)});
    }
    text += lines.table(u"The tightest of %1 nodes to which a failure brings load:"_s.arg(tight.size()),
                        {u"node"_s, u"when this fails"_s, u""_s, u"load"_s, u"may carry"_s, u"left"_s, u"on"_s}, rows);

    std::vector<const FailureSummary *> worst;
    for (const auto &one : every.failures) {
        if (one.down > 0 || one.unseen.stopping > Power{} || !one.overloads.empty() || tooWarm(one) > 0) {
            worst.push_back(&one);
        }
    }
    std::ranges::stable_sort(worst, std::greater(), [](const FailureSummary *one) {
        return std::tuple(one->overloads.size(), one->stopping.milliwatts + one->unseen.stopping.milliwatts,
                          tooWarm(*one));
    });
    rows.clear();
    for (const auto *one : worst) {
        rows << QStringList{nameOf(estate, one->failing),   QString::number(one->down),
                            format.power(one->stopping),    format.power(one->unseen.stopping),
                            QString::number(one->weakened), QString::number(one->overloads.size()),
                            QString::number(tooWarm(*one))};
    }
    text += lines.table(
        u"Failures that stop or overload something: %1."_s.arg(worst.size()),
        {u"fails"_s, u"down"_s, u"draw"_s, u"others'"_s, u"lose redundancy"_s, u"overloads"_s, u"too warm"_s}, rows);
    return text;
}

Answer everyAnswer(const Estate &estate, Period window, qsizetype top) {
    const auto every = failEach(estate, window, {}, [](int done, int count) {
        Session::progress(u"simulating"_s, static_cast<int>(std::int64_t{done} * 1000 / std::max(count, 1)));
    });
    Session::progressDone();
    QJsonArray failures;
    for (const auto &one : every.failures) {
        QJsonObject json = failingJson(estate, one.failing);
        json[u"down"_s] = one.down;
        json[u"weakened"_s] = one.weakened;
        json[u"stopping_mw"_s] = qint64{one.stopping.milliwatts};
        json[u"unseen"_s] = unseenJson(one.unseen);
        json[u"overloads"_s] = overloadsJson(estate, one.overloads);
        json[u"cooling"_s] = coolingJson(estate, one.cooling);
        failures << json;
    }
    QJsonArray racks;
    std::map<int, int> counts;
    for (const auto &rack : estate.racks()) {
        const auto whole = availabilityOf(estate, rack.id, window.from);
        if (whole && rack.during.contains(window.from)) {
            racks << QJsonObject{{u"rack"_s, estate.rackName(rack.id)}, {u"availability_class"_s, *whole}};
            ++counts[*whole];
        }
    }
    QJsonObject json = windowJson(window);
    json[u"failures"_s] = failures;
    json[u"headrooms"_s] = headroomsJson(estate, every.headrooms);
    json[u"racks"_s] = racks;
    QList<QStringList> rows;
    for (const auto &[whole, count] : counts) {
        rows << QStringList{QString::number(whole), QString::number(count)};
    }
    return {json,
            everyText(estate, every, window, top) +
                Lines(top).table(u"Availability that the racks' power delivers:"_s, {u"class"_s, u"racks"_s}, rows)};
}

// What people type.

Result<Period> readWindow(const QCommandLineParser &options, Day today) {
    const auto on = day(options, u"on"_s);
    const auto from = day(options, u"from"_s);
    const auto until = day(options, u"until"_s);
    for (const auto *date : {&on, &from, &until}) {
        if (!date->ok()) {
            return date->error();
        }
    }
    if (*on && (*from || *until)) {
        return usage(u"--on is one day, --from and --until are a window: one of both."_s);
    }
    const Day first = on->value_or(from->value_or(today));
    const bool oneDay = *on || !(*from || *until);
    const Period window{first, oneDay ? first.plus(1) : until->value_or(Day::never())};
    if (window.empty()) {
        return invalid(u"--until"_s, options.value(u"until"_s), u"after --from"_s);
    }
    return window;
}

Result<Failing> readSide(const Estate &estate, const QCommandLineParser &options) {
    const auto &sites = estate.snapshot().sites;
    QStringList codes;
    for (const Site &site : sites) {
        codes << site.code;
    }
    const auto site = std::ranges::find(sites, options.value(u"site"_s), &Site::code);
    if (site == sites.end()) {
        return invalid(u"--site"_s, options.value(u"site"_s), u"one of "_s + codes.join(u", "_s));
    }
    const auto failing = wholeSide(estate, site->id, options.value(u"side"_s));
    if (!failing.nodes.empty()) {
        return failing;
    }
    QStringList sides;
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        const QString &side = estate.side(node);
        if (estate.node(node).site == site->id && !side.isEmpty() && !sides.contains(side)) {
            sides << side;
        }
    }
    sides.sort();
    return invalid(u"--side"_s, options.value(u"side"_s),
                   sides.isEmpty() ? u"a side, and this site has none"_s : u"one of "_s + sides.join(u", "_s));
}

/// Those that have nothing above them that fails too: the others go with them.
Failing topmostOf(const Estate &estate, const Failing &failing) {
    Failing topmost;
    for (const int node : failing.nodes) {
        const auto above = estate.path(node).subspan(1);
        if (std::ranges::none_of(above, [&failing](int n) { return std::ranges::count(failing.nodes, n) > 0; })) {
            topmost.nodes.push_back(node);
        }
    }
    return topmost;
}

Result<Answer> simulate(Session &session, const QCommandLineParser &options) {
    const bool named = !options.positionalArguments().isEmpty();
    const bool side = options.isSet(u"side"_s);
    if (int{named} + int{side} + int{options.isSet(u"all"_s)} != 1) {
        return usage(u"simulate-failure wants one of NODE, --side and --all."_s);
    }
    if (side != options.isSet(u"site"_s)) {
        return usage(u"--side and --site go together: a side of a data centre."_s);
    }
    const auto top = wholeNumber(options, u"top"_s, 1, 1'000'000);
    if (!top.ok()) {
        return top.error();
    }
    if (const auto early = readWindow(options, {}); !early.ok()) { // before anybody is asked
        return early.error();
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Estate estate(*snapshot);
    const auto window = readWindow(options, (*snapshot)->today);
    if (!window.ok()) {
        return window.error();
    }
    if (options.isSet(u"all"_s)) {
        return everyAnswer(estate, *window, top->value_or(20));
    }
    if (side) {
        const auto failing = readSide(estate, options);
        if (!failing.ok()) {
            return failing.error();
        }
        return failureAnswer(estate, topmostOf(estate, *failing),
                             u"Side %1 of %2"_s.arg(options.value(u"side"_s), options.value(u"site"_s)), *window,
                             top->value_or(20));
    }
    const auto failing = failingNamed(estate, options.positionalArguments().first());
    if (!failing.ok()) {
        return failing.error();
    }
    const QString kind = failing->nodes.empty() ? estate.snapshot().coolingUnits.find(failing->units.front())->kind
                                                : nodeKind(estate.node(failing->nodes.front()));
    return failureAnswer(estate, *failing, u"%1 (%2)"_s.arg(nameOf(estate, *failing), kind), *window,
                         top->value_or(20));
}

} // namespace

QList<Command> failureCommands() {
    return {{{u"simulate-failure"_s},
             u"[NODE]"_s,
             0,
             1,
             u"what goes down, loses redundancy or is overloaded when a node or a cooling unit fails"_s,
             {valueOption(u"side"_s, u"A|B|..."_s, u"instead of NODE: all of a side"_s),
              valueOption(u"site"_s, u"S"_s, u"of this data centre"_s),
              flagOption(u"all"_s, u"instead of NODE: each in turn, and the worst headroom of every node"_s),
              valueOption(u"on"_s, u"DATE"_s, u"one day; today if no day is given"_s),
              valueOption(u"from"_s, u"DATE"_s, u"a window from this day on, today if only --until is given"_s),
              valueOption(u"until"_s, u"DATE"_s, u"the first day after it; without end if not given"_s),
              valueOption(u"top"_s, u"N"_s, u"so many lines of each table, 20 if not given"_s)},
             simulate,
             u"simulate_failure"_s}};
}

} // namespace polder::ctl
