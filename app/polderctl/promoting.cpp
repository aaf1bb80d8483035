#include "app/polderctl/promoting.h"

#include "app/polderctl/output.h"
#include "app/polderctl/proposed.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/pieces.h"
#include "model/store/errors.h"

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// In the answer's own words: the numbers that say what was asked, without all the rest.
QJsonObject shown(int number, const QString &intention, const QJsonObject &arguments) {
    QJsonObject json{{u"change"_s, number}, {u"intention"_s, intention}};
    for (const QString &name : {u"request"_s, u"item"_s}) {
        if (arguments.contains(name)) {
            json[name] = arguments[name];
        }
    }
    if (intention == u"move") {
        json[u"placement"_s] = arguments[u"moves"_s][0][u"placement"_s];
    }
    return json;
}

} // namespace

void Promotion::addConflict(int number, const QString &message) {
    m_conflicts << QJsonObject{
        {u"change"_s, number}, {u"kind"_s, u"scenario"_s}, {u"message"_s, message}, {u"violations"_s, QJsonArray()}};
}

void Promotion::addHold(int number, const Snapshot &before, const Estate &after, const PlaceChange &change,
                        const ChangeOutcome &outcome) {
    const Request *request = before.requests.find(change.item.request);
    if (!request) {
        addConflict(number, u"What is made up cannot be booked: it needs a request."_s);
        return;
    }
    // A hold is of the whole item: what it holds already stays where it is.
    QJsonArray places;
    const auto &snapshot = after.snapshot();
    for (const auto id : holdsOf(change.item, before)) {
        places << placeOf(after, *before.placements.find(id));
    }
    for (const auto id : outcome.placed) {
        const Placement &placement = *snapshot.placements.find(id);
        if (!before.racks.find(placement.rack)) {
            addConflict(number, u"%1 is made up: nothing can be booked there."_s.arg(after.rackName(placement.rack)));
            return;
        }
        places << placeOf(after, placement);
    }
    if (!outcome.placed.empty()) {
        m_steps.push_back(
            {number, u"hold"_s,
             QJsonObject{{u"request"_s, request->number}, {u"item"_s, change.item.ordinal}, {u"places"_s, places}}});
    }
}

void Promotion::addMove(int number, const Snapshot &before, const Estate &after, const MoveChange &change,
                        const ChangeOutcome &outcome) {
    if (!before.placements.find(change.placement)) {
        addConflict(number, u"What the scenario itself has booked is moved: it has to be booked where it goes."_s);
    } else if (!before.racks.find(change.rack)) {
        addConflict(number, u"%1 is made up: nothing can be moved there."_s.arg(after.rackName(change.rack)));
    } else if (!outcome.placed.empty()) {
        QJsonObject place = placeOf(after, *after.snapshot().placements.find(outcome.placed.front()));
        place[u"placement"_s] = change.placement.value;
        m_steps.push_back(
            {number, u"move"_s, QJsonObject{{u"moves"_s, QJsonArray{place}}, {u"from"_s, isoDate(change.from)}}});
    }
}

void Promotion::add(int number, const Snapshot &before, const Estate &after, const Change &change,
                    const ChangeOutcome &outcome, const std::optional<QString> &reason) {
    if (outcome.missing > 0) {
        addConflict(number, u"%1 find no place."_s.arg(outcome.missing));
    }
    if (const auto *place = std::get_if<PlaceChange>(&change)) {
        addHold(number, before, after, *place, outcome);
    } else if (const auto *move = std::get_if<MoveChange>(&change)) {
        addMove(number, before, after, *move, outcome);
    } else if (const auto *refuse = std::get_if<RefuseChange>(&change)) {
        QJsonObject arguments{{u"request"_s, before.requests.find(refuse->request)->number}};
        if (reason) {
            arguments[u"reason"_s] = *reason;
        }
        m_steps.push_back({number, u"reject"_s, arguments});
    } else if (std::holds_alternative<RetireChange>(change)) {
        addConflict(number, u"What is retired is decommissioned or released by itself, and then the rest promoted."_s);
    } else if (!std::holds_alternative<FailChange>(change)) {
        addConflict(number, u"Racks and feeds are not booked: they have to be there first."_s);
    }
}

QJsonArray Promotion::stepsJson() const {
    QJsonArray json;
    for (const Step &step : m_steps) {
        json << shown(step.number, step.intention, step.arguments);
    }
    return json;
}

QJsonArray Promotion::conflictsOf(const Error &error) const {
    QJsonArray conflicts;
    for (const QJsonValue &one : error.data[u"conflicts"_s].toArray()) {
        Error own;
        own.sqlstate = one[u"sqlstate"_s].toString();
        own.kind = errorKind(own.sqlstate);
        const auto step = static_cast<std::size_t>(one[u"step"_s].toInt() - 1);
        conflicts << QJsonObject{{u"change"_s, m_steps.at(step).number},
                                 {u"kind"_s, errorJson(own)[u"error"_s][u"kind"_s]},
                                 {u"message"_s, one[u"message"_s]},
                                 {u"violations"_s, toJson(violationsOf(one[u"detail"_s].toObject()))}};
    }
    return conflicts;
}

Result<Answer> Promotion::book(Session &session, QUuid key, qint64 generation) const {
    QJsonArray conflicts = m_conflicts;
    if (!m_steps.empty()) {
        QJsonArray steps;
        for (const Step &step : m_steps) {
            steps << QJsonObject{{u"intention"_s, step.intention}, {u"arguments"_s, step.arguments}};
        }
        QJsonObject arguments{{u"steps"_s, steps}};
        if (!conflicts.isEmpty()) {
            arguments[u"only_check"_s] = true; // so that all that is in the way is told at once
        }
        const auto done = session.intend(u"promote"_s, arguments, key, generation);
        if (!done.ok() && done.error().sqlstate != u"PL009") {
            return done.error();
        }
        if (!done.ok()) {
            for (const QJsonValue &one : conflictsOf(done.error())) {
                conflicts << one;
            }
        }
    }
    const bool booked = conflicts.isEmpty();
    const Format format(QLocale::c());
    QString text = booked ? u"\nPromoted: %1 intentions, all in one transaction.\n"_s.arg(m_steps.size())
                          : u"\nNot promoted, nothing is booked:\n"_s;
    for (const QJsonValue &one : std::as_const(conflicts)) {
        text += u"   change %1: %2\n"_s.arg(one[u"change"_s].toInt()).arg(one[u"message"_s].toString());
        for (const Shortfall &shortfall : violationsOf(one.toObject())) {
            text += u"      "_s + shortfall.rule + u"  "_s + format.shortfall(shortfall) + u'\n';
        }
    }
    return Answer{QJsonObject{{u"booked"_s, booked}, {u"steps"_s, stepsJson()}, {u"conflicts"_s, conflicts}},
                  text,
                  {},
                  booked ? Done : Refused};
}

} // namespace polder::ctl
