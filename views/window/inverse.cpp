#include "inverse.h"

#include "model/core/format.h"
#include "model/engine/pieces.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Inverse)
};

struct Step {
    QString intention;
    QJsonObject arguments;
};
using Steps = std::vector<Step>;

QString dateText(Day day) {
    return day.toDate().toString(Qt::ISODate);
}

/// As the intentions take a place; by ids, which no other name resembles.
QJsonObject placeOf(const Snapshot &snapshot, const Placement &placement) {
    QJsonArray outlets;
    for (const OutletId outlet : placement.outlets) {
        outlets << outlet.value;
    }
    QJsonObject place;
    if (!outlets.isEmpty()) { // of what was taken over they may not be known
        place[u"outlets"_s] = outlets;
    }
    const Rack *rack = snapshot.racks.find(placement.rack);
    if (placement.room) {
        place[u"room"_s] = placement.room.value;
        place[u"x_mm"_s] = placement.x.mm;
        place[u"y_mm"_s] = placement.y.mm;
        place[u"orientation_deg"_s] = placement.orientationDegrees;
    } else if (placement.chassis) {
        const Bay *bay = snapshot.bays.find(placement.bay);
        place[u"chassis"_s] = placement.chassis.value;
        place[u"bay"_s] = bay ? bay->name : QString();
    } else if (placement.slot) {
        place[u"rack"_s] = placement.rack.value;
        place[u"slot"_s] = *placement.slot;
    } else if (rack && placement.position) {
        place[u"rack"_s] = rack->id.value;
        place[u"unit"_s] = unitNumber(*rack, *placement.position);
        place[u"face"_s] = placement.face.text();
        place[u"half"_s] = placement.half.text();
    }
    return place;
}

class Reverser {
public:
    explicit Reverser(const Snapshot &before) : m_before(before) {}

    /// nullopt: there is none.
    std::optional<Steps> of(const QString &intention, const QJsonObject &arguments, const QJsonObject &result) {
        if (result[u"asked"_s].toBool()) { // somebody was asked, nothing was done
            return std::nullopt;
        }
        if (intention == u"move") {
            return ofMove(arguments, result);
        }
        if (intention == u"hold") {
            return ofHold(arguments, result);
        }
        if (intention == u"release") {
            return ofRelease(result);
        }
        if (intention == u"renew" || intention == u"extend") {
            return ofDate(intention, arguments);
        }
        if (intention == u"promote") {
            return ofPromotion(arguments, result);
        }
        if (intention == u"amend_equipment") {
            return ofAmendment(result);
        }
        return std::nullopt;
    }

    [[nodiscard]] QString devices() const {
        if (m_equipment.size() != 1) {
            return Text::tr("%n devices", nullptr, static_cast<int>(m_equipment.size()));
        }
        const Equipment *one = m_before.equipment.find(*m_equipment.begin());
        return one ? one->name : Text::tr("equipment");
    }
    [[nodiscard]] QString request() const {
        const Request *one = m_requests.empty() ? nullptr : m_before.requests.find(*m_requests.begin());
        return one ? one->number : Text::tr("a request");
    }
    [[nodiscard]] const std::set<EquipmentId> &equipment() const { return m_equipment; }
    [[nodiscard]] const std::set<RequestId> &requests() const { return m_requests; }

private:
    [[nodiscard]] const Placement *placementIn(const QJsonObject &arguments) const {
        if (arguments[u"placement"_s].isDouble()) {
            return m_before.placements.find({arguments[u"placement"_s].toInt()});
        }
        const QString tag = arguments[u"asset_tag"_s].toString();
        const Placement *last = nullptr;
        for (const Placement &placement : m_before.placements) {
            const Equipment *equipment = m_before.equipment.find(placement.equipment);
            if (equipment && !tag.isEmpty() && equipment->assetTag == tag && placement.state != u"ended" &&
                (!last || last->during.from < placement.during.from)) {
                last = &placement;
            }
        }
        return last;
    }
    [[nodiscard]] const Request *requestIn(const QJsonObject &arguments) const {
        const QJsonValue reference = arguments[u"request"_s];
        if (reference.isDouble()) {
            return m_before.requests.find({reference.toInt()});
        }
        const auto named = std::ranges::find(m_before.requests, reference.toString(), &Request::number);
        return named == m_before.requests.end() ? nullptr : &*named;
    }

    /// From the day on which it left, back to where it was.
    std::optional<Steps> ofMove(const QJsonObject &arguments, const QJsonObject &result) {
        std::vector<const Placement *> from;
        for (const QJsonValue &move : arguments[u"moves"_s].toArray()) {
            from.push_back(placementIn(move.toObject()));
        }
        const QJsonArray to = result[u"placements"_s].toArray();
        if (std::ranges::find(from, nullptr) != from.end() || from.empty() || std::ssize(from) != to.size()) {
            return std::nullopt;
        }
        std::ranges::sort(from, {}, &Placement::id); // as the answer has them
        QJsonArray moves;
        for (std::size_t i = 0; i < from.size(); ++i) {
            QJsonObject move = placeOf(m_before, *from[i]);
            move[u"placement"_s] = to[static_cast<qsizetype>(i)];
            moves << move;
            m_equipment.insert(from[i]->equipment);
        }
        const QString day = std::max(result[u"from"_s].toString(), dateText(m_before.today));
        return Steps{{u"move"_s, {{u"moves"_s, moves}, {u"from"_s, day}}}};
    }

    /// What was held before stands again where it was.
    std::optional<Steps> ofHold(const QJsonObject &arguments, const QJsonObject &result) {
        const Request *request = requestIn(arguments);
        if (!request) {
            return std::nullopt;
        }
        Steps steps;
        for (const QJsonValue &placement : result[u"placements"_s].toArray()) {
            steps.push_back({u"release"_s, {{u"placement"_s, placement}}});
        }
        for (const QJsonValue &equipment : result[u"equipment"_s].toArray()) {
            m_equipment.insert({equipment.toInt()});
        }
        m_requests.insert(request->id);
        const int ordinal = arguments[u"item"_s].toInt();
        const auto item = std::ranges::find_if(m_before.requestItems, [&](const RequestItem &one) {
            return one.request == request->id && one.ordinal == ordinal;
        });
        const auto held = item == m_before.requestItems.end() ? std::vector<PlacementId>() : holdsOf(*item, m_before);
        if (!held.empty()) {
            const auto again = holding(*request, *item, held);
            if (!again) {
                return std::nullopt;
            }
            steps.push_back(*again);
        }
        return steps;
    }

    /// A hold is of all pieces of an item that have not come: those that are still held stay where they are.
    std::optional<Steps> ofRelease(const QJsonObject &result) {
        const Placement *released = m_before.placements.find({result[u"placement"_s].toInt()});
        const Equipment *equipment = released ? m_before.equipment.find(released->equipment) : nullptr;
        const RequestItem *item = equipment ? m_before.requestItems.find(equipment->requestItem) : nullptr;
        const Request *request = item ? m_before.requests.find(item->request) : nullptr;
        if (!request || released->state != u"held") { // what had been delivered is delivered by another intention
            return std::nullopt;
        }
        m_equipment.insert(released->equipment);
        m_requests.insert(request->id);
        const auto again = holding(*request, *item, holdsOf(*item, m_before));
        return again ? std::optional(Steps{*again}) : std::nullopt;
    }

    /// nullopt: not all that is missing was held, or it lapses before today.
    [[nodiscard]] std::optional<Step> holding(const Request &request, const RequestItem &item,
                                              const std::vector<PlacementId> &held) const {
        std::map<EquipmentId, const Placement *> byPiece; // in the order in which places are for pieces
        Day lapses = Day::never();
        for (const PlacementId id : held) {
            const Placement *placement = m_before.placements.find(id);
            byPiece[placement->equipment] = placement;
            lapses = std::min(lapses, placement->holdUntil.value_or(Day::never()));
        }
        std::set<EquipmentId> come;
        for (const auto &[of, equipment, placement] : piecesOf(request.id, m_before)) {
            if (of->id == item.id && placement->state != u"held" && placement->state != u"released") {
                come.insert(equipment->id);
            }
        }
        if (std::ssize(byPiece) != item.count - std::ssize(come) || lapses < m_before.today || lapses == Day::never()) {
            return std::nullopt;
        }
        QJsonArray places;
        for (const auto &[equipment, placement] : byPiece) {
            places << placeOf(m_before, *placement);
        }
        return Step{u"hold"_s,
                    {{u"request"_s, request.number},
                     {u"item"_s, item.ordinal},
                     {u"places"_s, places},
                     {u"until_date"_s, dateText(lapses)}}};
    }

    /// Until when it was held or hosted before.
    std::optional<Steps> ofDate(const QString &intention, const QJsonObject &arguments) {
        const Request *request = requestIn(arguments);
        const bool hold = intention == u"renew";
        if (!request || (hold ? !request->holdUntil || *request->holdUntil < m_before.today
                              : request->during.openEnded() || request->during.until <= m_before.today)) {
            return std::nullopt;
        }
        m_requests.insert(request->id);
        QJsonObject back{{u"request"_s, request->number}};
        back[hold ? u"until_date"_s : u"until"_s] = dateText(hold ? *request->holdUntil : request->during.until);
        return Steps{{intention, back}};
    }

    /// What the fields were; only where they are still as they were left, whatever else changed meanwhile.
    std::optional<Steps> ofAmendment(const QJsonObject &result) {
        QJsonArray changes;
        for (const QJsonValue &change : result[u"changes"_s].toArray()) {
            m_equipment.insert({change[u"equipment"_s].toInt()});
            changes << QJsonObject{{u"equipment"_s, change[u"equipment"_s]},
                                   {u"values"_s, change[u"was"_s]},
                                   {u"was"_s, change[u"values"_s]}};
        }
        return changes.isEmpty() ? std::nullopt
                                 : std::optional(Steps{{u"amend_equipment"_s, {{u"changes"_s, changes}}}});
    }

    std::optional<Steps> ofPromotion(const QJsonObject &arguments, const QJsonObject &result) {
        const QJsonArray asked = arguments[u"steps"_s].toArray();
        const QJsonArray done = result[u"steps"_s].toArray();
        Steps all;
        for (qsizetype i = std::min(asked.size(), done.size()) - 1; i >= 0; --i) { // the last one first
            const QJsonObject step = asked[i].toObject();
            const auto back = of(step[u"intention"_s].toString(), step[u"arguments"_s].toObject(), done[i].toObject());
            if (!back) {
                return std::nullopt;
            }
            all.insert(all.end(), back->begin(), back->end());
        }
        return all;
    }

    const Snapshot &m_before;
    std::set<EquipmentId> m_equipment;
    std::set<RequestId> m_requests;
};

QString wordsFor(const QString &intention, const Reverser &about) {
    if (intention == u"move") {
        return Text::tr("move of %1").arg(about.devices());
    }
    if (intention == u"hold") {
        return Text::tr("hold for %1").arg(about.request());
    }
    if (intention == u"release") {
        return Text::tr("release of %1").arg(about.devices());
    }
    if (intention == u"renew") {
        return Text::tr("renewal of the hold for %1").arg(about.request());
    }
    if (intention == u"extend") {
        return Text::tr("extension of %1").arg(about.request());
    }
    if (intention == u"amend_equipment") {
        return Text::tr("change of %1").arg(about.devices());
    }
    return Text::tr("plan for %1").arg(about.devices());
}

} // namespace

std::optional<Inverse> inverseOf(const Snapshot &before, const QString &intention, const QJsonObject &arguments,
                                 const QJsonObject &result) {
    Reverser reverser(before);
    const auto steps = reverser.of(intention, arguments, result);
    if (!steps || steps->empty()) {
        return std::nullopt;
    }
    Inverse inverse{steps->front().intention, steps->front().arguments, wordsFor(intention, reverser),
                    reverser.equipment(), reverser.requests()};
    if (steps->size() > 1) {
        QJsonArray all;
        for (const auto &[name, own] : *steps) {
            all << QJsonObject{{u"intention"_s, name}, {u"arguments"_s, own}};
        }
        inverse.intention = u"promote"_s;
        inverse.arguments = {{u"steps"_s, all}};
    }
    return inverse;
}

QJsonArray standingOf(const Inverse &about, const Snapshot &snapshot) {
    QJsonArray all;
    const auto day = [](std::optional<Day> one) { return one ? QJsonValue(one->number) : QJsonValue(); };
    for (const Placement &placement : snapshot.placements) {
        if (about.equipment.contains(placement.equipment)) {
            QJsonObject one = placeOf(snapshot, placement);
            one[u"placement"_s] = placement.id.value;
            one[u"state"_s] = placement.state.text();
            one[u"during"_s] = QJsonArray{placement.during.from.number, placement.during.until.number};
            one[u"hold_until"_s] = day(placement.holdUntil);
            all << one;
        }
    }
    for (const RequestId id : about.requests) {
        if (const Request *request = snapshot.requests.find(id)) {
            all << QJsonObject{{u"request"_s, id.value},
                               {u"state"_s, request->state},
                               {u"until"_s, request->during.until.number},
                               {u"hold_until"_s, day(request->holdUntil)}};
        }
    }
    return all;
}

} // namespace polder
