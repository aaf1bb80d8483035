#include "model/engine/numbersearch.h"

#include "model/engine/additions.h"
#include "model/engine/checks.h"
#include "model/engine/cords.h"
#include "model/engine/slots.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>
#include <tuple>

namespace polder {

namespace {

/// What is asked for its numbers: a rack, or a chassis that stands in it.
struct Holder {
    RackId rack;
    EquipmentId chassis;
    auto operator<=>(const Holder &) const = default;
};

/// In which racks equipment stands that it belongs to: of its project, else of its owner.
class KinRacks {
public:
    KinRacks(const Estate &estate, const Wanted &wanted) : m_estate(estate) {
        auto places = wanted.project.isEmpty() ? std::span<const Kin::Place>() : estate.kin().of(wanted.project);
        if (places.empty() && wanted.owner) {
            places = estate.kin().of(wanted.owner);
        }
        for (const auto &place : places) {
            if (!place.during.overlaps(wanted.during)) {
                continue;
            }
            const Rack &rack = estate.racks()[static_cast<std::size_t>(place.rack)];
            m_racks.insert(rack.id);
            m_rows.insert(rack.row);
            m_rooms.insert(rack.room);
            m_sites.insert(siteOf(rack.id));
        }
        m_rows.erase(RowId());
    }

    [[nodiscard]] int affinity(const Rack &rack) const {
        return m_racks.empty() || m_racks.contains(rack.id) ? 1000
               : m_rows.contains(rack.row)                  ? 750
               : m_rooms.contains(rack.room)                ? 500
               : m_sites.contains(siteOf(rack.id))          ? 250
                                                            : 0;
    }

private:
    [[nodiscard]] SiteId siteOf(RackId rack) const {
        const Site *site = m_estate.site(rack);
        return site ? site->id : SiteId();
    }

    const Estate &m_estate;
    std::set<RackId> m_racks;
    std::set<RowId> m_rows;
    std::set<RoomId> m_rooms;
    std::set<SiteId> m_sites;
};

bool isBay(const RequestItem &item) {
    return item.kind == u"bay";
}

/// As its equipment will have it.
Height heightOf(const RequestItem &item, const Snapshot &snapshot) {
    const Model *model = snapshot.models.find(item.model);
    return item.height.value_or(model ? model->height.value_or(Height{}) : Height{});
}

/// Racks, or what stands in one, has bays, and is seen.
std::vector<Holder> holdersOf(const Estate &estate, const RequestItem &item, const Wanted &wanted) {
    const auto &snapshot = estate.snapshot();
    const auto asked = [&](RackId rack) {
        const Site *site = estate.site(rack);
        return (!wanted.rack || wanted.rack == rack) && (!wanted.site || (site && site->id == wanted.site));
    };
    std::vector<Holder> holders;
    if (!isBay(item)) {
        for (const auto &rack : estate.racks()) {
            if (asked(rack.id)) {
                holders.push_back({rack.id, {}});
            }
        }
        return holders;
    }
    std::set<ModelId> withBays;
    for (const auto &bay : snapshot.bays) {
        withBays.insert(bay.model);
    }
    std::map<EquipmentId, const Placement *> first; // where it stands on the first of the days
    for (const auto &place : snapshot.placements) {
        const auto *chassis = place.rack ? snapshot.equipment.find(place.equipment) : nullptr;
        if (!chassis || !withBays.contains(chassis->model) || !place.during.overlaps(wanted.during) ||
            !stands(place, snapshot)) {
            continue;
        }
        const Placement *&known = first[chassis->id];
        known = known && known->during.from <= place.during.from ? known : &place;
    }
    for (const auto &[chassis, place] : first) {
        if (asked(place->rack)) {
            holders.push_back({place->rack, chassis});
        }
    }
    return holders;
}

/// It would lapse with a request that is not this one.
bool notCome(const Snapshot &snapshot, EquipmentId chassis, const RequestItem &item, Period during) {
    const auto requestOf = [&](RequestItemId id) {
        const auto *one = snapshot.requestItems.find(id);
        return one ? one->request : RequestId();
    };
    const auto *device = snapshot.equipment.find(chassis);
    return std::ranges::any_of(snapshot.placements, [&](const Placement &place) {
        return place.equipment == chassis && place.state == u"held" && place.during.overlaps(during) &&
               stands(place, snapshot) && (!device || !item.request || requestOf(device->requestItem) != item.request);
    });
}

/// Asks racks and chassis of one estate.
class NumberAsker {
public:
    NumberAsker(const Estate &others, const Estate &now, const RequestItem &item, const Wanted &wanted)
        : m_others(others)
        , m_now(now)
        , m_item(item)
        , m_wanted(wanted)
        , m_headroom(others, now, wanted.during)
        , m_planner(others, m_headroom, wanted.item)
        , m_kin(others, wanted)
        , m_weights(others.snapshot().policy.scoreWeights) {}

    /// The first number that takes it; else the reasons of the first that is free, or of the first.
    [[nodiscard]] std::optional<NumberPlace> ask(const Holder &holder, NoNumber &none) {
        none = {holder.rack, holder.chassis, false, {}};
        if (holder.chassis && notCome(m_others.snapshot(), holder.chassis, m_item, m_wanted.during)) {
            none.notCome = true;
            return std::nullopt;
        }
        const auto numbers = numbersOf(holder);
        const auto isFree = [this](const Booking &booking) {
            return std::ranges::none_of(numberUses(m_others, booking),
                                        [&](Period use) { return use.overlaps(booking.during); });
        };
        const auto free = std::ranges::find_if(numbers, isFree);
        Booking booking = free == numbers.end() ? numbers.front() : *free;
        // Numbers of one rack or chassis are alike, but for who has them.
        Shortfalls lacking;
        int phases = 1000;
        if (m_wanted.item.cords.value_or(0) > 0) {
            Booking there = booking;
            there.rack = holder.rack;
            const auto plan = m_planner.plan(there, {}, &lacking);
            booking.cords = plan ? plan->cords : std::vector<Cord>();
            phases = plan ? plan->phases : 0;
            lacking = plan ? Shortfalls() : lacking;
        }
        none.shortfalls = checkBooking(m_others, m_now, booking);
        for (auto &one : lacking) {
            if (std::ranges::find(none.shortfalls, one) == none.shortfalls.end()) {
                none.shortfalls.push_back(std::move(one));
            }
        }
        if (!none.shortfalls.empty()) {
            return std::nullopt;
        }
        NumberPlace place{holder.rack, booking.slot, booking.chassis, booking.bay, booking.cords, {}};
        score(booking, phases, place);
        return place;
    }

private:
    /// At least one, so that there is one to say what lacks.
    [[nodiscard]] std::vector<Booking> numbersOf(const Holder &holder) const {
        Booking booking;
        booking.item = m_wanted.item;
        booking.owner = m_wanted.owner;
        booking.during = m_wanted.during;
        booking.face = u"both"_qs;
        std::vector<Booking> numbers;
        const auto &snapshot = m_others.snapshot();
        if (holder.chassis) {
            booking.chassis = holder.chassis;
            const auto *chassis = snapshot.equipment.find(holder.chassis);
            for (const auto &bay : snapshot.bays) {
                if (chassis && bay.model == chassis->model) {
                    booking.bay = bay.id;
                    numbers.push_back(booking);
                }
            }
            return numbers;
        }
        booking.rack = holder.rack;
        const auto *rack = m_others.rack(holder.rack);
        for (int slot = 1; slot <= std::max(rack ? rack->zeroUSlots : 0, 1); ++slot) {
            booking.slot = slot;
            numbers.push_back(booking);
        }
        return numbers;
    }

    void score(const Booking &booking, int phases, NumberPlace &place) {
        int left = 1000;
        for (const auto &here : standingsOf(m_others.snapshot(), booking)) {
            std::vector<NodeCharge> charges;
            if (here.item.draw && !here.cords.empty()) {
                charges = powerCharges(m_others, *here.item.draw, here.item.powerFactorPermille, here.cords);
            }
            const std::array own{chargeOn(m_others.massNode(here.rack), here.item.weight.value_or(Mass{}).grams),
                                 chargeOn(m_others.heatNode(here.rack), heatToAir(here.item).milliwatts)};
            for (const auto &charge : own) {
                if (charge) {
                    charges.push_back(*charge);
                }
            }
            for (const auto &charge : charges) {
                left = std::min(left, m_headroom.permilleLeft(charge));
            }
        }
        const auto *rack = m_others.rack(place.rack);
        const auto *site = m_others.site(place.rack);
        for (std::size_t term = 0; term < termCount; ++term) {
            place.scores.set(static_cast<Term>(term), 1000);
        }
        place.scores.set(Term::Headroom, std::max(left, 0));
        place.scores.set(Term::Phases, phases);
        place.scores.set(Term::Affinity, rack ? m_kin.affinity(*rack) : 0);
        place.scores.set(Term::Site, !m_wanted.preferred || (site && site->id == m_wanted.preferred) ? 1000 : 0);
        place.scores.weigh(m_weights);
    }

    const Estate &m_others;
    const Estate &m_now;
    const RequestItem &m_item;
    const Wanted &m_wanted;
    Headroom m_headroom;
    CordPlanner m_planner;
    KinRacks m_kin;
    Weights m_weights;
};

bool worse(const NumberPlace &a, const NumberPlace &b) {
    return std::tuple(-a.scores.total(), a.rack, a.chassis) > std::tuple(-b.scores.total(), b.rack, b.chassis);
}

template <typename T>
int pastLast(const Table<T> &table) {
    return table.empty() ? 1 : table[table.size() - 1].id.value + 1;
}

/// As the record will have it: a piece of equipment in its place.
Addition pieceAt(const Estate &estate, const RequestItem &item, const Wanted &wanted, const NumberPlace &place) {
    constexpr std::int64_t milli = 1000;
    const Envelope &envelope = wanted.item;
    Addition piece;
    auto &[equipment, placement] = piece;
    equipment.id = {pastLast(estate.snapshot().equipment)};
    equipment.model = item.model;
    equipment.kind = item.kind;
    equipment.owner = wanted.owner;
    equipment.project = wanted.project;
    equipment.height = heightOf(item, estate.snapshot());
    equipment.weight = envelope.weight;
    if (envelope.draw && !envelope.drawsIfPlugged) {
        equipment.budgetedWatts = static_cast<int>((envelope.draw->milliwatts + milli - 1) / milli);
    }
    equipment.powerFactorPermille = envelope.powerFactorPermille;
    equipment.cords = envelope.cords.value_or(0);
    equipment.phases = envelope.phases;
    equipment.plug = envelope.plug;
    equipment.ports = envelope.ports;
    placement.id = {pastLast(estate.snapshot().placements)};
    placement.equipment = equipment.id;
    placement.state = u"installed"_qs;
    placement.during = wanted.during;
    placement.face = u"both"_qs;
    placement.half = u"full"_qs;
    placement.slot = place.slot;
    placement.chassis = place.chassis;
    placement.bay = place.bay;
    if (!place.chassis) {
        placement.rack = place.rack;
    }
    std::ranges::transform(place.cords, std::back_inserter(placement.outlets), &Cord::outlet);
    return piece;
}

/// One after the other, each in an estate in which those before it stand. Only racks and chassis whose turn comes are
/// asked again.
void planPieces(const Estate &others, const RequestItem &item, const Wanted &wanted, const std::vector<Holder> &holders,
                NumberSearch &found, const std::stop_token &stop) {
    auto waiting = found.places;
    std::ranges::make_heap(waiting, worse);
    std::unique_ptr<const Estate> later;
    while (std::ssize(found.plan) < wanted.count && !waiting.empty() && !stop.stop_requested()) {
        std::ranges::pop_heap(waiting, worse);
        std::optional<NumberPlace> next = std::move(waiting.back());
        waiting.pop_back();
        if (later) {
            NoNumber none;
            next = NumberAsker(*later, *later, item, wanted).ask({next->rack, next->chassis}, none);
        }
        if (!next) {
            continue;
        }
        if (waiting.empty() || !worse(*next, waiting.front())) {
            const Estate &now = later ? *later : others;
            later = std::make_unique<const Estate>(withPlacements(now, std::array{pieceAt(now, item, wanted, *next)}));
            found.plan.push_back(*next);
        }
        waiting.push_back(std::move(*next));
        std::ranges::push_heap(waiting, worse);
    }
    if (std::ssize(found.plan) == wanted.count || stop.stop_requested()) {
        return;
    }
    NumberAsker asker(later ? *later : others, later ? *later : others, item, wanted);
    for (const Holder &holder : holders) {
        if (NoNumber none; !asker.ask(holder, none)) {
            found.full.push_back(std::move(none));
        }
    }
}

} // namespace

bool takesNumber(const RequestItem &item) {
    return item.kind == u"zero_u" || item.kind == u"bay";
}

Envelope numberedEnvelope(const RequestItem &item, const Snapshot &snapshot) {
    auto envelope = envelopeOf(item, snapshot);
    if (isBay(item) && !envelope.cords) {
        envelope.cords = 0;
        envelope.drawsIfPlugged = !envelope.draw; // an estimate, which counts where the chassis is plugged in
    }
    const bool unknown = !envelope.draw;
    envelope.height = std::max(heightOf(item, snapshot), Height{1}); // an estimate is by half a unit at least
    if (envelope.drawsIfPlugged) {
        auto plugged = envelope;
        plugged.cords = 1;
        envelope.draw = withEstimates(plugged, snapshot.policy).draw;
    }
    envelope = withEstimates(envelope, snapshot.policy);
    envelope.estimated.draw = unknown && envelope.draw;
    envelope.height = Height{0};
    envelope.onRails = false;
    envelope.halfWidth = false;
    return envelope;
}

NumberSearch findNumbers(const Estate &estate, const RequestItem &item, const Wanted &wanted, std::stop_token stop) {
    NumberSearch result;
    result.bays = isBay(item);
    result.notChecked = uncheckedOf(wanted);
    // What is not on the rails is not measured against them.
    std::erase_if(result.notChecked, [](Unchecked what) {
        return what == Unchecked::Depth || what == Unchecked::Width || what == Unchecked::Airflow;
    });
    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate, wanted.replacing));
    }
    const Estate &others = without ? *without : estate;
    const auto holders = holdersOf(others, item, wanted);
    NumberAsker asker(others, estate, item, wanted);
    for (const Holder &holder : holders) {
        if (stop.stop_requested()) {
            break;
        }
        NoNumber none;
        if (auto place = asker.ask(holder, none)) {
            result.places.push_back(std::move(*place));
        } else {
            result.refused.push_back(std::move(none));
        }
    }
    std::ranges::sort(result.places, [](const auto &a, const auto &b) { return worse(b, a); });
    if (wanted.count == 1) {
        result.plan.assign(result.places.begin(), result.places.begin() + !result.places.empty());
    } else {
        planPieces(others, item, wanted, holders, result, stop);
    }
    result.cancelled = stop.stop_requested();
    return result;
}

} // namespace polder
