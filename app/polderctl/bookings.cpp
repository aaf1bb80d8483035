#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

#include <QJsonArray>

// book, install, move, replace, release: the place of a piece of equipment.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// --room, --x, --y and --orientation of what stands on the floor.
Status addSpot(const QCommandLineParser &options, QJsonObject &place) {
    if (options.isSet(u"room"_s)) {
        if (options.value(u"room"_s).count(u'/') != 1) {
            return invalid(u"--room"_s, options.value(u"room"_s), u"a name of the form SITE/ROOM"_s);
        }
        place[u"room"_s] = options.value(u"room"_s);
    }
    constexpr qint64 farthest = 1'000'000; // what there is in the room the database knows
    for (const auto &[option, field, most] : {std::tuple{u"x"_s, u"x_mm"_s, farthest},
                                              {u"y"_s, u"y_mm"_s, farthest},
                                              {u"orientation"_s, u"orientation_deg"_s, qint64{359}}}) {
        const auto number = wholeNumber(options, option, 0, most);
        if (!number.ok()) {
            return number.error();
        }
        if (*number) {
            place[field] = **number;
        }
    }
    return success();
}

/// --rack with --unit, --face and --half, or with --slot; --chassis with --bay; --room and what belongs to it;
/// --outlet: as the intentions take a place. What is not given stays out; what does not go together the intention says.
Result<QJsonObject> placeOf(const QCommandLineParser &options) {
    QJsonObject place;
    if (options.isSet(u"rack"_s)) {
        if (options.value(u"rack"_s).count(u'/') != 2) {
            return invalid(u"--rack"_s, options.value(u"rack"_s), u"a name of the form SITE/ROOM/RACK"_s);
        }
        place[u"rack"_s] = options.value(u"rack"_s);
    }
    const auto unit = halfUnits(options, u"unit"_s, 1);
    if (!unit.ok()) {
        return unit.error();
    }
    if (*unit) {
        place[u"unit"_s] = **unit / 2.0;
    }
    const auto face = oneOf(options, u"face"_s, {u"front"_s, u"rear"_s, u"both"_s});
    if (!face.ok()) {
        return face.error();
    }
    if (*face) {
        place[u"face"_s] = **face;
    }
    const auto half = oneOf(options, u"half"_s, {u"full"_s, u"left"_s, u"right"_s});
    if (!half.ok()) {
        return half.error();
    }
    if (*half) {
        place[u"half"_s] = **half;
    }
    const auto slot = wholeNumber(options, u"slot"_s, 1, 1000);
    if (!slot.ok()) {
        return slot.error();
    }
    if (*slot) {
        place[u"slot"_s] = **slot;
    }
    if (options.isSet(u"chassis"_s)) {
        bool isId = false;
        const int id = options.value(u"chassis"_s).toInt(&isId);
        place[u"chassis"_s] = isId ? QJsonValue(id) : QJsonValue(options.value(u"chassis"_s));
    }
    if (options.isSet(u"bay"_s)) {
        place[u"bay"_s] = options.value(u"bay"_s);
    }
    if (options.isSet(u"outlet"_s)) {
        place[u"outlets"_s] = QJsonArray::fromStringList(options.values(u"outlet"_s));
    }
    if (const Status spot = addSpot(options, place); !spot) {
        return spot.error();
    }
    return place;
}

QList<QCommandLineOption> placeOptions() {
    return {
        valueOption(u"rack"_s, u"SITE/ROOM/RACK"_s, u"the rack"_s),
        valueOption(u"unit"_s, u"U"_s,
                    u"the lowest unit that it occupies; several pieces of one item stand on each other from there"_s),
        valueOption(u"face"_s, u"front|rear|both"_s, u"from which side it is mounted"_s),
        valueOption(u"half"_s, u"full|left|right"_s, u"half-width equipment"_s),
        valueOption(u"slot"_s, u"N"_s, u"0U equipment: the slot beside the rails"_s),
        valueOption(u"chassis"_s, u"TAG|ID"_s,
                    u"what goes into a chassis: its asset tag, or the number of the equipment"_s),
        valueOption(u"bay"_s, u"NAME"_s, u"the bay of the chassis; several pieces take it and those after it"_s),
        valueOption(u"room"_s, u"SITE/ROOM"_s, u"instead of a rack: what stands on the floor"_s),
        valueOption(u"x"_s, u"MM"_s, u"its middle on the plan, from the west"_s),
        valueOption(u"y"_s, u"MM"_s, u"its middle on the plan, from the north"_s),
        valueOption(u"orientation"_s, u"DEG"_s, u"where its front looks, clockwise from the north"_s),
        valueOption(u"outlet"_s, u"PDU:OUTLET"_s, u"one for each cord; left out: chosen by the database"_s)};
}

/// An object of the record: by the asset tag on its label, or by the number of the placement.
QJsonObject subject(const QString &operand) {
    bool isNumber = false;
    const int placement = operand.toInt(&isNumber);
    return isNumber ? QJsonObject{{u"placement"_s, placement}} : QJsonObject{{u"asset_tag"_s, operand}};
}

Result<Answer> book(Session &session, const QCommandLineParser &options) {
    const auto place = placeOf(options);
    if (!place.ok()) {
        return place.error();
    }
    const auto has = [&place](const QString &one, const QString &other) {
        return place->contains(one) && place->contains(other);
    };
    const bool onFloor = has(u"room"_s, u"x_mm"_s) && place->contains(u"y_mm"_s);
    if (has(u"rack"_s, u"unit"_s) + has(u"rack"_s, u"slot"_s) + has(u"chassis"_s, u"bay"_s) + onFloor == 0 ||
        (onFloor && (place->contains(u"rack"_s) || place->contains(u"chassis"_s)))) {
        return usage(u"book wants --rack SITE/ROOM/RACK and --unit U (or --slot N), --chassis TAG and --bay NAME, or "
                     u"--room SITE/ROOM, --x MM and --y MM."_s);
    }
    const auto item = wholeNumber(options, u"item"_s, 1, 1000);
    if (!item.ok()) {
        return item.error();
    }
    QJsonObject arguments{{u"request"_s, requestNamed(options.positionalArguments().first())},
                          {u"item"_s, item->value_or(1)},
                          {u"places"_s, QJsonArray{*place}}};
    const auto expiry = day(options, u"until"_s);
    if (!expiry.ok()) {
        return expiry.error();
    }
    if (*expiry) {
        arguments[u"until_date"_s] = options.value(u"until"_s);
    }
    return intendOnce(session, options, u"hold"_s, arguments);
}

Result<Answer> install(Session &session, const QCommandLineParser &options) {
    auto arguments = placeOf(options);
    if (!arguments.ok()) {
        return arguments.error();
    }
    const auto item = wholeNumber(options, u"item"_s, 1, 1000);
    const auto placement = wholeNumber(options, u"placement"_s, 1, 2'147'483'647);
    for (const auto *number : {&item, &placement}) {
        if (!number->ok()) {
            return number->error();
        }
    }
    if (placement->has_value() != options.positionalArguments().isEmpty()) {
        return usage(u"install wants a request's number, or --placement: one of the two."_s);
    }
    if (*placement) {
        arguments->insert(u"placement"_s, **placement);
    } else {
        arguments->insert(u"request"_s, requestNamed(options.positionalArguments().first()));
        arguments->insert(u"item"_s, item->value_or(1));
    }
    for (const QString &name : {u"serial"_s, u"asset-tag"_s}) {
        if (options.isSet(name) && options.value(name).trimmed().isEmpty()) {
            return invalid(u"--"_s + name, options.value(name), u"not empty"_s);
        }
        if (options.isSet(name)) {
            arguments->insert(QString(name).replace(u'-', u'_'), options.value(name));
        }
    }
    return intendOnce(session, options, u"install"_s, *arguments);
}

Result<Answer> move(Session &session, const QCommandLineParser &options) {
    const auto place = placeOf(options);
    if (!place.ok()) {
        return place.error();
    }
    if (place->isEmpty()) {
        return usage(u"move wants to know where to: --rack, --unit, --face, --half, --slot, --chassis, --bay, --room, "
                     u"--x, --y, --orientation or --outlet."_s);
    }
    QJsonObject step = subject(options.positionalArguments().first());
    for (auto it = place->begin(); it != place->end(); ++it) {
        step[it.key()] = it.value();
    }
    QJsonObject arguments{{u"moves"_s, QJsonArray{step}}};
    const auto from = day(options, u"from"_s);
    if (!from.ok()) {
        return from.error();
    }
    if (*from) {
        arguments[u"from"_s] = options.value(u"from"_s);
    }
    return intendOnce(session, options, u"move"_s, arguments);
}

Result<Answer> replace(Session &session, const QCommandLineParser &options) {
    QJsonObject arguments = subject(options.positionalArguments().first());
    const auto draw = wholeNumber(options, u"draw-w"_s, 0, 1'000'000);
    if (!draw.ok()) {
        return draw.error();
    }
    if (*draw) {
        arguments[u"draw_w"_s] = **draw;
    }
    const auto grams = thousandths(options, u"weight-kg"_s);
    if (!grams.ok()) {
        return grams.error();
    }
    if (*grams) {
        arguments[u"weight_kg"_s] = static_cast<double>(**grams) / 1000;
    }
    for (const QString &name : {u"serial"_s, u"new-asset-tag"_s, u"wipe-reference"_s}) {
        if (options.isSet(name)) {
            arguments[QString(name).replace(u'-', u'_')] = options.value(name);
        }
    }
    return intendOnce(session, options, u"replace"_s, arguments);
}

Result<Answer> release(Session &session, const QCommandLineParser &options) {
    return intendOnce(session, options, u"release"_s, subject(options.positionalArguments().first()));
}

} // namespace

QList<Command> bookingCommands() {
    const auto item = valueOption(u"item"_s, u"N"_s, u"which item of the request, 1 if not given"_s);
    const QList<QCommandLineOption> holdOptions =
        placeOptions() << item << valueOption(u"until"_s, u"DATE"_s, u"the hold lapses after this day"_s);
    const QString bookSummary = u"hold a place for an item of a request: space, power, weight, cooling, agreement"_s;
    return {
        {{u"book"_s}, u"REQUEST"_s, 1, 1, bookSummary, intentionOptions(holdOptions), book, u"hold"_s, {u"outlet"_s}},
        {{u"request"_s, u"hold"_s},
         u"REQUEST"_s,
         1,
         1,
         bookSummary,
         intentionOptions(holdOptions),
         book,
         u"hold"_s,
         {u"outlet"_s}},
        {{u"install"_s},
         u"[REQUEST]"_s,
         0,
         1,
         u"what was held now stands there"_s,
         intentionOptions(placeOptions() << item << valueOption(u"placement"_s, u"ID"_s, u"instead of a request"_s)
                                         << valueOption(u"serial"_s, u"TEXT"_s, u"serial number"_s)
                                         << valueOption(u"asset-tag"_s, u"TEXT"_s, u"asset tag"_s)),
         install,
         u"install"_s,
         {u"outlet"_s}},
        {{u"move"_s},
         u"ASSET-TAG|PLACEMENT"_s,
         1,
         1,
         u"to another place, from a date on"_s,
         intentionOptions(placeOptions() << valueOption(u"from"_s, u"DATE"_s, u"today if not given"_s)),
         move,
         u"move"_s,
         {u"outlet"_s}},
        {{u"replace"_s},
         u"ASSET-TAG|PLACEMENT"_s,
         1,
         1,
         u"another device in the same place and outlets, from today"_s,
         intentionOptions(
             {valueOption(u"serial"_s, u"TEXT"_s, u"serial number of the new device; required"_s),
              valueOption(u"new-asset-tag"_s, u"TEXT"_s, u"asset tag of the new device"_s),
              valueOption(u"draw-w"_s, u"W"_s, u"budgeted power, as before if not given"_s),
              valueOption(u"weight-kg"_s, u"K"_s, u"with rails, as before if not given"_s),
              valueOption(u"wipe-reference"_s, u"TEXT"_s, u"of the old device: certificate of wiping or disposal"_s)}),
         replace,
         u"replace"_s},
        {{u"release"_s},
         u"ASSET-TAG|PLACEMENT"_s,
         1,
         1,
         u"give the place back, from today"_s,
         intentionOptions({}),
         release,
         u"release"_s},
    };
}

} // namespace polder::ctl
