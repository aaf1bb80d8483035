#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/placesfound.h"
#include "app/polderctl/requestset.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/floorsearch.h"
#include "model/engine/nearmiss.h"
#include "model/engine/placer.h"
#include "model/planning/resolving.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <utility>

// find-space: where something fits, and why not elsewhere.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// Near misses are for a person to read.
constexpr std::size_t nearMissesTold = 5;

/// --inlet-c MIN..MAX, to the thousandth of a degree.
Status readInlet(const QCommandLineParser &options, Envelope &item) {
    if (!options.isSet(u"inlet-c"_s)) {
        return success();
    }
    static const QRegularExpression range(
        u"^(-?)(\\d{1,4})(?:\\.(\\d{1,3}))?\\.\\.(-?)(\\d{1,4})(?:\\.(\\d{1,3}))?$"_s);
    const auto match = range.match(options.value(u"inlet-c"_s));
    const auto bound = [&match](int sign) { // by digits, never through a double
        const int number =
            match.captured(sign + 1).toInt() * 1000 + match.captured(sign + 2).leftJustified(3, u'0').toInt();
        return Temperature{match.captured(sign).isEmpty() ? number : -number};
    };
    item.inletMin = bound(1);
    item.inletMax = bound(4);
    if (!match.hasMatch() || *item.inletMin > *item.inletMax) {
        return invalid(u"--inlet-c"_s, options.value(u"inlet-c"_s),
                       u"a range such as 18..27, with at most three decimals"_s);
    }
    return success();
}

/// Options that only say something of what stands on the floor, and those that do not.
QStringList floorOptions() {
    return {u"clearance-mm"_s, u"height-mm"_s, u"media"_s,       u"vibration-class"_s,
            u"emi-nt"_s,       u"drift-k-h"_s, u"water-ml-min"_s};
}
QStringList rackOptions() {
    return {u"height-u"_s, u"depth-mm"_s, u"width-mm"_s, u"airflow"_s};
}
QString firstSet(const QCommandLineParser &options, const QStringList &names) {
    const auto set = std::ranges::find_if(names, [&](const QString &name) { return options.isSet(name); });
    return set == names.end() ? QString() : *set;
}

/// --footprint-mm WIDTHxDEPTH and what goes with it; each may be missing.
Status readFloor(const QCommandLineParser &options, Envelope &item) {
    static const QRegularExpression size(u"^([1-9]\\d{0,4})x([1-9]\\d{0,4})$"_s);
    const auto footprint = size.match(options.value(u"footprint-mm"_s));
    if (options.isSet(u"footprint-mm"_s) && !footprint.hasMatch()) {
        return invalid(u"--footprint-mm"_s, options.value(u"footprint-mm"_s), u"WIDTHxDEPTH, such as 1200x800"_s);
    }
    static const QRegularExpression sides(u"^(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5})$"_s);
    const auto clearance = sides.match(options.value(u"clearance-mm"_s));
    if (options.isSet(u"clearance-mm"_s) && !clearance.hasMatch()) {
        return invalid(u"--clearance-mm"_s, options.value(u"clearance-mm"_s),
                       u"FRONT,REAR,LEFT,RIGHT, such as 800,300,0,0"_s);
    }
    const auto side = [&clearance](int captured) { return Length{clearance.captured(captured).toInt()}; };
    item.clearance = {side(1), side(2), side(3), side(4)};
    const auto height = wholeNumber(options, u"height-mm"_s, 1, 9999);
    const auto field = wholeNumber(options, u"emi-nt"_s, 1, 1'000'000);
    const auto flow = wholeNumber(options, u"water-ml-min"_s, 1, 10'000'000);
    const auto drift = thousandths(options, u"drift-k-h"_s);
    const auto vibration = oneOf(options, u"vibration-class"_s,
                                 {u"VC-A"_s, u"VC-B"_s, u"VC-C"_s, u"VC-D"_s, u"VC-E"_s, u"VC-F"_s, u"VC-G"_s});
    for (const auto *number : {&height, &field, &flow, &drift}) {
        if (!number->ok()) {
            return number->error();
        }
    }
    if (!vibration.ok()) {
        return vibration.error();
    }
    if (options.isSet(u"model"_s)) {
        const QString stray = firstSet(options, QStringList{u"footprint-mm"_s} + floorOptions() + rackOptions());
        return stray.isEmpty() ? success() : usage(u"--%1 does not go with --model: the library says it."_s.arg(stray));
    }
    if (!options.isSet(u"footprint-mm"_s)) {
        const QString stray = firstSet(options, floorOptions());
        return stray.isEmpty() ? success() : usage(u"--%1 goes with --footprint-mm, not with --height-u."_s.arg(stray));
    }
    if (const QString stray = firstSet(options, rackOptions()); !stray.isEmpty()) {
        return usage(stray == u"height-u"
                         ? u"--height-u is for a rack, --footprint-mm for the floor: give one of them."_s
                         : u"--%1 goes with --height-u, not with --footprint-mm."_s.arg(stray));
    }
    item.floorStanding = true;
    item.height = {0};
    item.bodyWidth = Length{footprint.captured(1).toInt()};
    item.depth = Length{footprint.captured(2).toInt()};
    if (*field) {
        item.fieldNanotesla = static_cast<int>(**field);
    }
    if (*drift) {
        item.driftMillikelvinPerHour = static_cast<int>(std::min<qint64>(**drift, 1'000'000'000));
    }
    item.waterFlow = *flow;
    item.vibrationClass = vibration->value_or(QString());
    item.media = options.value(u"media"_s).split(u',', Qt::SkipEmptyParts);
    item.delivered.width = item.bodyWidth;
    item.delivered.depth = item.depth;
    if (*height) {
        item.delivered.height = Length{static_cast<int>(**height)};
    }
    return success();
}

/// The numbers of the envelope; each may be missing.
Status readEnvelope(const QCommandLineParser &options, Envelope &item) {
    const auto height = halfUnits(options, u"height-u"_s, 1);
    const auto draw = thousandths(options, u"draw-w"_s);
    const auto weight = thousandths(options, u"weight-kg"_s);
    const auto depth = wholeNumber(options, u"depth-mm"_s, 1, 5000);
    const auto width = wholeNumber(options, u"width-mm"_s, 1, 5000);
    const auto availability = wholeNumber(options, u"availability-class"_s, 1, 4);
    const auto cords = wholeNumber(options, u"cords"_s, 1, 2);
    const auto phases = oneOf(options, u"phases"_s, {u"1"_s, u"3"_s});
    const auto airflow = oneOf(options, u"airflow"_s,
                               {u"front-to-rear"_s, u"rear-to-front"_s, u"left-to-right"_s, u"right-to-left"_s,
                                u"side-to-rear"_s, u"passive"_s, u"mixed"_s});
    const auto dataClass = oneOf(options, u"data-class"_s, {u"laag"_s, u"middel"_s, u"hoog"_s});
    if (!height.ok()) {
        return height.error();
    }
    for (const auto *number : {&draw, &weight, &depth, &width, &cords, &availability}) {
        if (!number->ok()) {
            return number->error();
        }
    }
    for (const auto *word : {&phases, &airflow, &dataClass}) {
        if (!word->ok()) {
            return word->error();
        }
    }
    if (const Status floor = readFloor(options, item); !floor.ok()) {
        return floor.error();
    }
    if (!item.floorStanding && !options.isSet(u"model"_s)) {
        if (!*height) {
            return usage(u"find-space wants --height-u: how many units it takes; --footprint-mm, of what stands on the "
                         "floor; --model, for one of the library; or --request, for all items of one."_s);
        }
        item.height = Height{**height};
    }
    if (*draw) {
        item.draw = Power{**draw};
    }
    if (*weight) {
        item.weight = Mass{**weight};
        item.delivered.weight = item.weight;
    }
    if (*depth && !item.floorStanding) {
        item.depth = Length{static_cast<int>(**depth)};
    }
    if (*width && !item.floorStanding) {
        item.width = Length{static_cast<int>(**width)};
    }
    if (*availability) {
        item.availabilityClass = static_cast<int>(**availability);
    }
    if (*cords) {
        item.cords = static_cast<int>(**cords);
    }
    item.phases = phases->value_or(u"1"_s) == u"3" ? u"123"_s : u"1"_s;
    item.airflow = airflow->value_or(QString());
    item.dataClass = dataClass->value_or(QString());
    return readInlet(options, item);
}

/// A plug of which the record knows the outlets; what it does not know would fit nowhere and look like a full hall.
Result<QString> readPlug(const QCommandLineParser &options, const Snapshot &snapshot) {
    QStringList known;
    for (const PlugFit &fit : snapshot.plugFits) {
        if (!known.contains(fit.inlet)) {
            known << fit.inlet;
        }
    }
    const auto plug = oneOf(options, u"plug"_s, known);
    return plug.ok() ? Result<QString>(plug->value_or(QString())) : plug.error();
}

QStringList parts() {
    return {u"rack"_s, u"row"_s, u"room"_s, u"site"_s};
}

/// What the options say by themselves. Its period begins at Day::always() where no --from is given.
Result<Wanted> readWanted(const QCommandLineParser &options) {
    Wanted wanted;
    if (const Status envelope = readEnvelope(options, wanted.item); !envelope.ok()) {
        return envelope.error();
    }
    const auto count = wholeNumber(options, u"count"_s, 1, 1000);
    for (const auto &[name, within] : {std::pair{u"together"_s, &wanted.together}, {u"apart"_s, &wanted.apart}}) {
        const auto part = oneOf(options, name, parts());
        if (!part.ok()) {
            return part.error();
        }
        *within = withinNamed(part->value_or(QString()));
    }
    const auto from = day(options, u"from"_s);
    const auto until = day(options, u"until"_s);
    if (!count.ok()) {
        return count.error();
    }
    for (const auto *date : {&from, &until}) {
        if (!date->ok()) {
            return date->error();
        }
    }
    wanted.count = static_cast<int>(count->value_or(1));
    wanted.during = {from->value_or(Day::always()), until->value_or(Day::never())};
    return wanted;
}

/// --model: as the library has it, and what the options say instead.
Status takeModel(const QCommandLineParser &options, const Snapshot &snapshot, Envelope &item) {
    const auto model = modelNamed(snapshot, u"--model"_s, options.value(u"model"_s));
    if (!model.ok()) {
        return model.error();
    }
    const bool floor = (*model)->kind == u"floor";
    const auto height = (*model)->height.value_or(Height{});
    if (!floor && ((*model)->kind == u"bay" || height.halfUnits == 0)) {
        return invalid(u"--model"_s, options.value(u"model"_s),
                       u"one that stands on the floor, or on the rails with a height that is known"_s);
    }
    RequestItem line;
    line.model = (*model)->id;
    line.kind = floor ? u"floor"_s : u"rack"_s;
    const Envelope said = std::exchange(item, envelopeOf(line, snapshot));
    item.height = floor ? Height{0} : height;
    item.draw = said.draw ? said.draw : item.draw;
    item.cords = said.cords ? said.cords : item.cords;
    if (said.weight) {
        item.weight = said.weight;
        item.delivered.weight = (*model)->crateWeight ? (*model)->crateWeight : said.weight;
    }
    item.phases = said.phases;
    if (said.inletMin) {
        item.inletMin = said.inletMin;
        item.inletMax = said.inletMax;
    }
    item.dataClass = said.dataClass;
    item.availabilityClass = said.availabilityClass;
    return success();
}

/// What only the record can tell: its plugs and data centres, today, who asks.
Status lookUp(const QCommandLineParser &options, const Snapshot &snapshot, Wanted &wanted) {
    if (options.isSet(u"model"_s)) {
        if (const Status taken = takeModel(options, snapshot, wanted.item); !taken.ok()) {
            return taken.error();
        }
    }
    const auto inRows = [](Within within) { return within == Within::Rack || within == Within::Row; };
    if (wanted.item.floorStanding && (inRows(wanted.together) || inRows(wanted.apart))) {
        return usage(
            u"On the floor --together and --apart are of a room or a site: nothing there stands in a rack or a "
            "row."_s);
    }
    const auto plug = readPlug(options, snapshot);
    if (!plug.ok()) {
        return plug.error();
    }
    wanted.item.plug = plug->isEmpty() ? wanted.item.plug : *plug;
    wanted.redundant = wanted.item.cords.value_or(1) > 1;
    if (wanted.during.from == Day::always()) {
        wanted.during.from = snapshot.today;
    }
    if (wanted.during.empty()) {
        return invalid(u"--until"_s, options.value(u"until"_s), u"after --from"_s);
    }
    for (const auto &[option, site] : {std::pair{u"site"_s, &wanted.site}, {u"prefer-site"_s, &wanted.preferred}}) {
        if (!options.isSet(option)) {
            continue;
        }
        const auto it = std::ranges::find(snapshot.sites, options.value(option), &Site::code);
        if (it == snapshot.sites.end()) {
            QStringList codes;
            for (const Site &known : snapshot.sites) {
                codes << known.code;
            }
            return invalid(u"--"_s + option, options.value(option), u"one of "_s + codes.join(u", "_s));
        }
        *site = it->id;
    }
    wanted.project = options.value(u"project"_s);
    wanted.owner = snapshot.viewer.organisation;
    return success();
}

QString deviceName(const Estate &estate, PlacementId id) {
    const auto *placement = estate.snapshot().placements.find(id);
    const auto *equipment = placement ? estate.snapshot().equipment.find(placement->equipment) : nullptr;
    return equipment ? equipment->name : QString();
}

QJsonObject nearMissJson(const Estate &estate, const NearMiss &miss) {
    QJsonObject json{{u"rack"_s, estate.rackName(miss.rack)}};
    if (miss.from) {
        json[u"from"_s] = miss.from->toDate().toString(Qt::ISODate);
    }
    if (miss.lessDraw) {
        json[u"less_w"_s] = static_cast<double>(miss.lessDraw->milliwatts) / 1000;
    }
    if (miss.lessWeight) {
        json[u"less_kg"_s] = static_cast<double>(miss.lessWeight->grams) / 1000;
    }
    if (miss.move) {
        const auto &rack = *estate.rack(miss.rack);
        json[u"move"_s] = QJsonObject{{u"equipment"_s, deviceName(estate, miss.move->placement)},
                                      {u"from_unit"_s, unitNumber(rack, miss.move->from)},
                                      {u"to_unit"_s, unitNumber(rack, miss.move->to)}};
    }
    return json;
}

/// "LEIDEN/DC1/C09: would fit from 2027-03-14; with 180 W less; if x moved from U12 to U14."
QString nearMissText(const Estate &estate, const Format &format, const NearMiss &miss) {
    QStringList ways;
    if (miss.from) {
        ways << u"from "_s + miss.from->toDate().toString(Qt::ISODate);
    }
    if (miss.lessDraw) {
        ways << u"with %1 less"_s.arg(format.power(*miss.lessDraw));
    }
    if (miss.lessWeight) {
        ways << u"with %1 less"_s.arg(format.mass(*miss.lessWeight));
    }
    if (miss.move) {
        const auto &rack = *estate.rack(miss.rack);
        ways << u"if %1 moved from U%2 to U%3"_s.arg(deviceName(estate, miss.move->placement))
                    .arg(unitNumber(rack, miss.move->from))
                    .arg(unitNumber(rack, miss.move->to));
    }
    return u"%1 would fit %2.\n"_s.arg(estate.rackName(miss.rack), ways.join(u"; "_s));
}

Answer answerOf(const Estate &estate, const SearchResult &found, const Wanted &wanted,
                const QCommandLineParser &options, qsizetype top) {
    const bool explain = options.isSet(u"explain"_s);
    QJsonArray places;
    QList<QStringList> rows;
    for (const Proposal &place : std::span(found.proposals).first(std::min<std::size_t>(top, found.proposals.size()))) {
        places << placeJson(estate, place);
        QStringList outlets;
        for (const QJsonValue &name : outletNames(estate, place.cords)) {
            outlets << name.toString();
        }
        rows << QStringList{estate.rackName(place.rack), QString::number(unitOf(estate, place)), faceText(place),
                            outlets.join(u' '), QString::number(place.scores.total())};
    }
    QJsonArray plan;
    for (const Proposal &place : found.plan) {
        plan << placeJson(estate, place);
    }
    const Format format(QLocale::c());
    QJsonArray refused;
    QString why;
    for (const NoPlace &rack : found.refused) {
        refused << QJsonObject{{u"rack"_s, estate.rackName(rack.rack)}, {u"shortfalls"_s, toJson(rack.shortfalls)}};
        why += estate.rackName(rack.rack) + u'\n';
        for (const Shortfall &one : rack.shortfalls) {
            why += u"    "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
        }
    }
    QJsonArray unchecked;
    QStringList notGiven, unknown, idle;
    for (const Unchecked what : found.notChecked) {
        unchecked << uncheckedName(what);
        (what == Unchecked::Agreement ? unknown : notGiven) << uncheckedName(what);
    }
    if (found.unknownSetpoints) { // of some racks; where a set-point is known, it counts
        unchecked << uncheckedName(Unchecked::Inlet);
        unknown << uncheckedName(Unchecked::Inlet);
    }
    for (const QString &name : {u"plug"_s, u"phases"_s}) { // of a cord of which nothing is said
        if (options.isSet(name) && !options.isSet(u"cords"_s)) {
            unchecked << name;
            idle << name;
        }
    }

    QJsonObject json{{u"fits"_s, static_cast<qint64>(found.proposals.size())},
                     {u"places"_s, places},
                     {u"refused_racks"_s, static_cast<qint64>(found.refused.size())},
                     {u"not_checked"_s, unchecked}};
    if (wanted.count > 1) {
        json[u"plan"_s] = plan;
    }
    const auto near = explain ? nearMisses(estate, wanted, found.refused, nearMissesTold) : std::vector<NearMiss>();
    if (explain) {
        json[u"refused"_s] = refused;
        QJsonArray misses;
        for (const NearMiss &miss : near) {
            misses << nearMissJson(estate, miss);
        }
        json[u"near_misses"_s] = misses;
    }
    QString text =
        rows.isEmpty() ? QString() : table({u"rack"_s, u"unit"_s, u"face"_s, u"outlets"_s, u"score"_s}, rows);
    text += u"%1 racks can take it, %2 cannot.\n"_s.arg(found.proposals.size()).arg(found.refused.size());
    if (wanted.count > 1) {
        text += u"%1 of %2 items find a place together.\n"_s.arg(found.plan.size()).arg(wanted.count);
    }
    if (!notGiven.isEmpty()) {
        text += u"Not checked, because it was not given: %1.\n"_s.arg(notGiven.join(u", "_s));
    }
    if (!idle.isEmpty()) {
        text += u"Not checked, because --cords was not given: %1.\n"_s.arg(idle.join(u", "_s));
    }
    if (!unknown.isEmpty()) {
        text += u"Not checked, because the record does not say enough: %1.\n"_s.arg(unknown.join(u", "_s));
    }
    if (explain) {
        for (const NearMiss &miss : near) {
            text += nearMissText(estate, format, miss);
        }
        text += why;
    }
    const bool enough = found.plan.size() == static_cast<std::size_t>(wanted.count);
    return {json, text, {}, enough ? Done : Refused};
}

QJsonObject spotJson(const Estate &estate, const FloorPlace &place) {
    return {{u"room"_s, estate.roomName(place.room)},
            {u"x_mm"_s, place.x.mm},
            {u"y_mm"_s, place.y.mm},
            {u"orientation_deg"_s, place.orientationDegrees}};
}

QJsonObject spotJson(const Estate &estate, const FloorPiece &piece) {
    QJsonObject json = spotJson(estate, piece.place);
    json[u"outlets"_s] = outletNames(estate, piece.cords);
    json[u"scores"_s] = scoresJson(piece.place.scores);
    return json;
}

QStringList spotCells(const Estate &estate, const FloorPiece &piece) {
    QStringList outlets;
    for (const QJsonValue &name : outletNames(estate, piece.cords)) {
        outlets << name.toString();
    }
    const auto &place = piece.place;
    return {estate.roomName(place.room), QString::number(place.x.mm),
            QString::number(place.y.mm), QString::number(place.orientationDegrees),
            outlets.join(u' '),          QString::number(place.scores.total())};
}

QJsonObject nearFloorJson(const Estate &estate, const NearFloor &miss) {
    QJsonObject json{{u"room"_s, estate.roomName(miss.room)}};
    if (miss.from) {
        json[u"from"_s] = miss.from->toDate().toString(Qt::ISODate);
    }
    if (miss.lessDraw) {
        json[u"less_w"_s] = static_cast<double>(miss.lessDraw->milliwatts) / 1000;
    }
    if (miss.lessWeight) {
        json[u"less_kg"_s] = static_cast<double>(miss.lessWeight->grams) / 1000;
    }
    if (miss.smaller) {
        json[u"less_mm"_s] = miss.smaller->mm;
    }
    if (miss.withoutClearance) {
        json[u"without_clearance"_s] = true;
    }
    return json;
}

QString nearFloorText(const Estate &estate, const Format &format, const NearFloor &miss) {
    QStringList ways;
    if (miss.from) {
        ways << u"from "_s + miss.from->toDate().toString(Qt::ISODate);
    }
    if (miss.lessDraw) {
        ways << u"with %1 less"_s.arg(format.power(*miss.lessDraw));
    }
    if (miss.lessWeight) {
        ways << u"with %1 less"_s.arg(format.mass(*miss.lessWeight));
    }
    if (miss.smaller) {
        ways << u"%1 mm less wide and deep"_s.arg(miss.smaller->mm);
    }
    if (miss.withoutClearance) {
        ways << u"without clearance"_s;
    }
    return u"%1 would take it %2.\n"_s.arg(estate.roomName(miss.room), ways.join(u"; "_s));
}

/// Rooms with what each lacks, and where the least is in the way.
QJsonArray refusedRooms(const Estate &estate, const std::vector<NoFloor> &all, QString &why) {
    const Format format(QLocale::c());
    QJsonArray refused;
    for (const NoFloor &none : all) {
        QJsonObject json{{u"room"_s, estate.roomName(none.room)}, {u"shortfalls"_s, toJson(none.shortfalls)}};
        why += estate.roomName(none.room) + u'\n';
        if (none.at) {
            json[u"at"_s] = spotJson(estate, *none.at);
            why += u"    least is in the way at x %1, y %2, %3 degrees:\n"_s.arg(none.at->x.mm)
                       .arg(none.at->y.mm)
                       .arg(none.at->orientationDegrees);
        }
        for (const Shortfall &one : none.shortfalls) {
            why += u"    "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
        }
        refused << json;
    }
    return refused;
}

/// Where it can stand in rooms. Places that share floor with a better one are counted, not listed.
Answer floorAnswer(const Estate &estate, const Wanted &wanted, const QCommandLineParser &options, std::size_t top) {
    const bool explain = options.isSet(u"explain"_s);
    const auto found = findFloor(estate, wanted);
    const QStringList headers{u"room"_s, u"x mm"_s, u"y mm"_s, u"front"_s, u"outlets"_s, u"score"_s};
    QJsonArray places, rooms, plan, unchecked;
    QList<QStringList> rows, planned;
    for (const FloorPlace &place : apartOnFloor(wanted, found.places, top)) {
        const FloorPiece piece{place, std::ranges::find(found.rooms, place.room, &FloorRoom::room)->cords};
        places << spotJson(estate, piece);
        rows << spotCells(estate, piece);
    }
    for (const FloorPiece &piece : found.plan) {
        plan << spotJson(estate, piece);
        planned << spotCells(estate, piece);
    }
    for (const FloorRoom &room : found.rooms) {
        rooms << QJsonObject{{u"room"_s, estate.roomName(room.room)}, {u"places"_s, static_cast<qint64>(room.places)}};
    }
    QStringList capped;
    for (const RoomId room : found.notAllOutlets) {
        capped << estate.roomName(room);
    }
    QString why;
    const QJsonArray refused = refusedRooms(estate, found.refused, why);
    QStringList notGiven, unknown;
    for (const Unchecked what : found.notChecked) {
        unchecked << uncheckedName(what);
        (what == Unchecked::Agreement ? unknown : notGiven) << uncheckedName(what);
    }
    if (found.unknownSetpoints) {
        unchecked << uncheckedName(Unchecked::Inlet);
        unknown << uncheckedName(Unchecked::Inlet);
    }
    QJsonObject floor{{u"places"_s, places},
                      {u"rooms"_s, rooms},
                      {u"grid_mm"_s, floorGridMm},
                      {u"not_all_outlets"_s, QJsonArray::fromStringList(capped)}};
    QString text = rows.isEmpty() ? QString() : table(headers, rows);
    text += u"%1 rooms can take it, at %2 places of the plan; %3 rooms cannot.\n"_s.arg(found.rooms.size())
                .arg(found.places.size())
                .arg(found.refused.size());
    if (wanted.count > 1) {
        floor[u"plan"_s] = plan;
        text += u"%1 of %2 items find a place together.\n"_s.arg(found.plan.size()).arg(wanted.count) +
                (planned.isEmpty() ? QString() : table(headers, planned));
    }
    if (!capped.isEmpty()) {
        text += u"More choices of outlets than were tried: %1.\n"_s.arg(capped.join(u", "_s));
    }
    if (!notGiven.isEmpty()) {
        text += u"Not checked, because it was not given: %1.\n"_s.arg(notGiven.join(u", "_s));
    }
    if (!unknown.isEmpty()) {
        text += u"Not checked, because the record does not say enough: %1.\n"_s.arg(unknown.join(u", "_s));
    }
    if (explain) {
        const Format format(QLocale::c());
        QJsonArray misses;
        for (const NearFloor &miss : nearFloors(estate, wanted, found.refused, nearMissesTold)) {
            misses << nearFloorJson(estate, miss);
            text += nearFloorText(estate, format, miss);
        }
        text += why;
        floor[u"refused"_s] = refused;
        floor[u"near_misses"_s] = misses;
        if (!found.full.empty()) {
            text += u"One more:\n"_s;
            floor[u"full"_s] = refusedRooms(estate, found.full, text);
        }
    }
    const QJsonObject json{{u"fits"_s, static_cast<qint64>(found.rooms.size())},
                           {u"places"_s, QJsonArray()},
                           {u"refused_racks"_s, 0},
                           {u"not_checked"_s, unchecked},
                           {u"floor"_s, floor}};
    return {json, text, {}, std::ssize(found.plan) == wanted.count ? Done : Refused};
}

/// --request: the request says what its items are, the options where and when they are looked for.
Result<Answer> findRequested(Session &session, const QCommandLineParser &options, qint64 top) {
    static const QStringList besides{u"request"_s, u"site"_s,  u"prefer-site"_s, u"together"_s, u"apart"_s,
                                     u"from"_s,    u"until"_s, u"top"_s,         u"explain"_s};
    for (const QString &name : options.optionNames()) {
        if (!besides.contains(name)) {
            return usage(u"--%1 does not go with --request: there the request says it."_s.arg(name));
        }
    }
    SetOptions asked;
    asked.top = static_cast<std::size_t>(top);
    asked.explain = options.isSet(u"explain"_s);
    asked.site = options.value(u"site"_s);
    asked.preferredSite = options.value(u"prefer-site"_s);
    for (const auto &[name, within] : {std::pair{u"together"_s, &asked.together}, {u"apart"_s, &asked.apart}}) {
        const auto part = oneOf(options, name, parts());
        if (!part.ok()) {
            return part.error();
        }
        *within = *part ? std::optional(withinNamed(**part)) : std::nullopt;
    }
    const auto from = day(options, u"from"_s);
    const auto until = day(options, u"until"_s);
    for (const auto *date : {&from, &until}) {
        if (!date->ok()) {
            return date->error();
        }
    }
    asked.from = *from;
    asked.until = *until;
    return findSetFor(session, options.value(u"request"_s), asked);
}

Result<Answer> findSpaceNow(Session &session, const QCommandLineParser &options) {
    const auto top = wholeNumber(options, u"top"_s, 1, 1'000'000);
    if (!top.ok()) {
        return top.error();
    }
    if (options.isSet(u"request"_s)) {
        return findRequested(session, options, top->value_or(20));
    }
    auto wanted = readWanted(options);
    if (!wanted.ok()) {
        return wanted.error();
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    if (const Status known = lookUp(options, **snapshot, *wanted); !known.ok()) {
        return known.error();
    }
    const Estate estate(*snapshot);
    if (wanted->item.floorStanding) {
        return floorAnswer(estate, *wanted, options, static_cast<std::size_t>(top->value_or(20)));
    }
    return answerOf(estate, findSpace(estate, *wanted), *wanted, options, top->value_or(20));
}

} // namespace

QList<Command> spaceCommands() {
    return {{{u"find-space"_s},
             {},
             0,
             0,
             u"where something fits, best first, and why not elsewhere"_s,
             {valueOption(u"height-u"_s, u"H"_s,
                          u"units, in steps of a half; required, or --footprint-mm, --model or --request"_s),
              valueOption(u"request"_s, u"FILE|-|NUMBER"_s,
                          u"all its items as one set; what else it says, it says there"_s),
              valueOption(u"footprint-mm"_s, u"WIDTHxDEPTH"_s, u"of what stands on the floor of a room"_s),
              valueOption(u"model"_s, u"SLUG|NAME"_s, u"of the library, on rails or on the floor"_s),
              valueOption(u"clearance-mm"_s, u"FRONT,REAR,LEFT,RIGHT"_s, u"to stay free around the footprint"_s),
              valueOption(u"height-mm"_s, u"H"_s, u"as it comes in on the way to the room"_s),
              valueOption(u"media"_s, u"M,..."_s, u"that the room must have: water, nitrogen ..."_s),
              valueOption(u"vibration-class"_s, u"VC-A..VC-G"_s, u"the most that it bears"_s),
              valueOption(u"emi-nt"_s, u"N"_s, u"the most field that it bears, nanotesla"_s),
              valueOption(u"drift-k-h"_s, u"K"_s, u"the most drift that it bears, kelvin in an hour"_s),
              valueOption(u"water-ml-min"_s, u"F"_s, u"cooling water that it needs"_s),
              valueOption(u"draw-w"_s, u"W"_s, u"budgeted power"_s),
              valueOption(u"weight-kg"_s, u"K"_s, u"with rails"_s),
              valueOption(u"depth-mm"_s, u"D"_s, u"without cords"_s),
              valueOption(u"width-mm"_s, u"D"_s, u"of what goes between the rails"_s),
              valueOption(u"cords"_s, u"1|2"_s, u"power cords; 2: one on each side"_s),
              valueOption(u"phases"_s, u"1|3"_s, u"of each cord, 1 if not given"_s),
              valueOption(u"plug"_s, u"C14|C20|..."_s, u"inlet of the equipment"_s),
              valueOption(u"airflow"_s, u"F"_s, u"front-to-rear, rear-to-front, passive ..."_s),
              valueOption(u"inlet-c"_s, u"MIN..MAX"_s, u"inlet temperature, degrees Celsius"_s),
              valueOption(u"data-class"_s, u"laag|middel|hoog"_s, u"of its data"_s),
              valueOption(u"availability-class"_s, u"1..4"_s, u"that its power must deliver"_s),
              valueOption(u"count"_s, u"N"_s, u"so many of them, 1 if not given"_s),
              valueOption(u"together"_s, u"rack|row|room|site"_s,
                          u"several of them within the same; with --request instead of its wish"_s),
              valueOption(u"apart"_s, u"rack|row|room|site"_s, u"no two of them within the same; likewise"_s),
              valueOption(u"from"_s, u"DATE"_s, u"today if not given"_s),
              valueOption(u"until"_s, u"DATE"_s, u"the first day that it is gone; without end if not given"_s),
              valueOption(u"site"_s, u"S"_s, u"one data centre only"_s),
              valueOption(u"prefer-site"_s, u"S"_s, u"rather in this data centre"_s),
              valueOption(u"project"_s, u"P"_s, u"rather near equipment of the same project"_s),
              valueOption(u"top"_s, u"N"_s, u"so many places, 20 if not given"_s),
              flagOption(u"explain"_s, u"also every rack that cannot take it, with all reasons"_s)},
             findSpaceNow,
             u"find_space"_s}};
}

} // namespace polder::ctl
