#include "app/polderctl/outages.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/engine/failover.h"
#include "model/planning/failing.h"

#include <QJsonArray>

#include <limits>

// What owners are told of, and what leaves on a day.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonArray placementsOf(const std::vector<HitEquipment> &hits) {
    QJsonArray list;
    for (const HitEquipment &hit : hits) {
        list << hit.placement.value;
    }
    return list;
}

/// What fails is worked out here, as simulate-failure does.
Result<Answer> notifyOwners(Session &session, const QCommandLineParser &options) {
    const auto from = day(options, u"from"_s);
    const auto until = day(options, u"until"_s);
    for (const auto *date : {&from, &until}) {
        if (!date->ok()) {
            return date->error();
        }
    }
    const QString text = options.value(u"text"_s);
    if (text.trimmed().isEmpty()) {
        return usage(u"notify-owners wants --text: what they are told."_s);
    }
    // Before anybody is asked.
    if (const auto key = clientKey(options); !key.ok()) {
        return key.error();
    }
    const auto generation = wholeNumber(options, u"generation"_s, 0, std::numeric_limits<qint64>::max());
    if (!generation.ok()) {
        return generation.error();
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Estate estate(*snapshot);
    const Day first = from->value_or((*snapshot)->today);
    const Period window{first, until->value_or(first.plus(1))};
    if (window.empty()) {
        return invalid(u"--until"_s, options.value(u"until"_s), u"after --from"_s);
    }
    const auto failing = failingNamed(estate, options.positionalArguments().first());
    if (!failing.ok()) {
        return failing.error();
    }
    const Failure failure = FailureSimulator(estate, window).fail(*failing);
    QJsonObject arguments{{u"from"_s, window.from.toDate().toString(Qt::ISODate)},
                          {u"until"_s, window.until.toDate().toString(Qt::ISODate)},
                          {u"down"_s, placementsOf(failure.down)},
                          {u"weakened"_s, placementsOf(failure.weakened)},
                          {u"text"_s, text}};
    if (failing->nodes.empty()) {
        arguments[u"cooling_unit"_s] = failing->units.front().value;
    } else {
        arguments[u"node"_s] = estate.node(failing->nodes.front()).id.value;
    }
    return intendOnce(session, options, u"notify_owners"_s, arguments);
}

Result<Answer> retire(Session &session, const QCommandLineParser &options) {
    const auto from = day(options, u"from"_s);
    if (!from.ok()) {
        return from.error();
    }
    QJsonArray placements;
    for (const QString &named : options.positionalArguments()) {
        bool number = false;
        const int id = named.toInt(&number);
        placements << (number ? QJsonValue(id) : QJsonValue(named));
    }
    QJsonObject arguments{{u"placements"_s, placements}};
    if (*from) {
        arguments[u"from"_s] = options.value(u"from"_s);
    }
    if (options.isSet(u"wipe-reference"_s)) {
        arguments[u"wipe_reference"_s] = options.value(u"wipe-reference"_s);
    }
    return intendOnce(session, options, u"retire"_s, arguments);
}

} // namespace

QList<Command> outageCommands() {
    return {
        {{u"notify-owners"_s},
         u"NODE"_s,
         1,
         1,
         u"tell the owners of what a node's or cooling unit's days out of service touch"_s,
         intentionOptions(
             {valueOption(u"from"_s, u"DATE"_s, u"the first day; today if not given"_s),
              valueOption(u"until"_s, u"DATE"_s, u"the first day after it; the day after --from if not given"_s),
              valueOption(u"text"_s, u"TEXT"_s, u"what they are told; required"_s)}),
         notifyOwners,
         u"notify_owners"_s},
        {{u"retire"_s},
         u"ASSET-TAG|PLACEMENT..."_s,
         1,
         -1,
         u"devices leave, all or none; their places are free from that day"_s,
         intentionOptions({valueOption(u"from"_s, u"DATE"_s, u"the day; today if not given"_s),
                           valueOption(u"wipe-reference"_s, u"TEXT"_s, u"certificate of wiping or disposal"_s)}),
         retire,
         u"retire"_s},
    };
}

} // namespace polder::ctl
