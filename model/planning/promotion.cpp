#include "model/planning/promotion.h"

#include "model/engine/pieces.h"
#include "model/planning/bookedplace.h"

#include <QJsonArray>

namespace polder {

using namespace Qt::StringLiterals;

using Why = Conflict::Why;

Promotion::Promotion(const Snapshot &before, const PlayedScenario &played) {
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        const PlayedChange &step = played.changes[i];
        for (std::size_t j = 0; j < step.changes.size(); ++j) {
            add(static_cast<int>(i) + 1, before, played.estate(), step.changes[j], step.outcomes[j], step.draft.reason);
        }
    }
}

void Promotion::addHold(int number, const Snapshot &before, const Estate &after, const PlaceChange &change,
                        const ChangeOutcome &outcome) {
    const Request *request = before.requests.find(change.item.request);
    if (!request) {
        m_conflicts.push_back({number, Why::NoRequest});
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
            m_conflicts.push_back({number, Why::MadeUpRack, after.rackName(placement.rack)});
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
        m_conflicts.push_back({number, Why::MadeUpBooking});
    } else if (!before.racks.find(change.rack)) {
        m_conflicts.push_back({number, Why::MadeUpRack, after.rackName(change.rack)});
    } else if (!outcome.placed.empty()) {
        QJsonObject place = placeOf(after, *after.snapshot().placements.find(outcome.placed.front()));
        place[u"placement"_s] = change.placement.value;
        m_steps.push_back(
            {number, u"move"_s,
             QJsonObject{{u"moves"_s, QJsonArray{place}}, {u"from"_s, change.from.toDate().toString(Qt::ISODate)}}});
    }
}

void Promotion::add(int number, const Snapshot &before, const Estate &after, const Change &change,
                    const ChangeOutcome &outcome, const std::optional<QString> &reason) {
    if (outcome.missing > 0) {
        m_conflicts.push_back({number, Why::NoPlace, QString::number(outcome.missing)});
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
        m_conflicts.push_back({number, Why::Retiring});
    } else if (!std::holds_alternative<FailChange>(change)) {
        m_conflicts.push_back({number, Why::Infrastructure});
    }
}

QJsonObject Promotion::arguments() const {
    QJsonArray steps;
    for (const Step &step : m_steps) {
        steps << QJsonObject{{u"intention"_s, step.intention}, {u"arguments"_s, step.arguments}};
    }
    QJsonObject arguments{{u"steps"_s, steps}};
    if (!m_conflicts.empty()) {
        arguments[u"only_check"_s] = true;
    }
    return arguments;
}

std::vector<Conflict> Promotion::conflictsOf(const Error &error) const {
    std::vector<Conflict> conflicts;
    for (const QJsonValue &one : error.data[u"conflicts"_s].toArray()) {
        Error refusal;
        refusal.kind = Error::Kind::Refused;
        refusal.sqlstate = one[u"sqlstate"_s].toString();
        refusal.what = one[u"message"_s].toString();
        refusal.data = one[u"detail"_s].toObject();
        const auto step = static_cast<std::size_t>(one[u"step"_s].toInt() - 1);
        conflicts.push_back({m_steps.at(step).change, Why::Refused, {}, std::move(refusal)});
    }
    return conflicts;
}

} // namespace polder
