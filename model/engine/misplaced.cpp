#include "model/engine/misplaced.h"

#include "model/engine/checks.h"
#include "model/engine/periods.h"
#include "model/engine/slots.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace polder {

namespace {

/// All that does not fit of these bookings, which stand in `estate` and not in `others`.
class Misplaced {
public:
    Misplaced(const Estate &estate, const Estate &others, const std::vector<Standing> &all)
        : m_estate(estate)
        , m_others(others)
        , m_all(all) {}

    [[nodiscard]] std::vector<MisfitOf> find() {
        for (const auto &one : m_all) {
            addOverlap(one);
            addNumber(one);
            addLacks(one);
            addMisfits(one);
        }
        addOutlets();
        return std::move(m_found);
    }

private:
    void add(const Standing &one, Shortfall shortfall, Period during) {
        shortfall.date = during.from;
        m_found.push_back({one.id, {std::move(shortfall), during}});
    }
    /// Of two that are judged, one of them asked: what only hangs together with them is in nobody's way.
    static bool areMet(const Standing &one, const Standing &other) {
        return one.id != other.id && (one.asked || !other.asked);
    }

    void addOverlap(const Standing &one) {
        const auto *rack = one.onRails() ? m_estate.rack(one.booking.rack) : nullptr;
        if (!rack) {
            return;
        }
        const auto &policy = m_estate.snapshot().policy;
        const auto box = boxOf(one.booking, *rack, policy);
        Overlap met;
        for (const auto &other : m_others.boxes(rack->id)) {
            met.with(box, other);
        }
        for (const auto &other : m_all) {
            if (areMet(one, other) && other.onRails() && other.booking.rack == rack->id) {
                met.with(box, boxOf(other.booking, *rack, policy));
            }
        }
        if (!met.taken.none()) {
            add(one, overlapOf(m_estate, one.booking, *rack, met), met.during);
        }
    }

    void addNumber(const Standing &one) {
        const auto &booking = one.booking;
        if (one.contested || (!booking.slot && !booking.chassis)) {
            return;
        }
        auto uses = numberUses(m_others, booking);
        for (const auto &other : m_all) {
            const auto number = [](const Booking &b) { return std::tie(b.rack, b.slot, b.chassis, b.bay); };
            if (areMet(one, other) && !other.contested && number(other.booking) == number(booking)) {
                for (const auto &place : other.places) {
                    uses.push_back(place.during);
                }
            }
        }
        if (auto taken = numberTaken(m_estate, booking, uses)) {
            m_found.push_back({one.id, std::move(*taken)});
        }
    }

    /// What its place lacks, whoever else is there.
    void addLacks(const Standing &one) {
        if (!one.contested || !one.booking.chassis) {
            for (const auto &lack : checkSpace(m_estate, one.booking)) {
                if (isOfPlace(lack)) {
                    add(one, lack, {lack.date, one.booking.during.until});
                }
            }
        }
        for (const auto &here : one.places) {
            for (const auto &some : {checkMass(m_estate, m_estate, here), checkHeat(m_estate, m_estate, here),
                                     checkPorts(m_estate, m_estate, here), checkAgreement(m_estate, m_estate, here)}) {
                for (const auto &lack : some) {
                    if (isOfPlace(lack)) {
                        add(one, lack, here.during);
                    }
                }
            }
        }
    }

    void addMisfits(const Standing &one) {
        std::optional<Estate> withoutIt; // on the floor what stands there is in nobody's way but another's
        if (one.onFloor() && std::ranges::count_if(m_all, &Standing::onFloor) > 1) {
            withoutIt.emplace(withoutPlacements(m_estate, std::array{one.id}));
        }
        const Estate &estate = withoutIt ? *withoutIt : one.onFloor() ? m_others : m_estate;
        Misfits misfits;
        for (const auto &here : one.places) {
            std::ranges::move(misfitsOf(estate, here), std::back_inserter(misfits));
        }
        for (auto &misfit : withContents(m_estate, one.equipment, one.booking, std::move(misfits))) {
            m_found.push_back({one.id, std::move(misfit)});
        }
    }

    /// P1: outlets that would have two cords; each is said once.
    void addOutlets() {
        struct Plug {
            const Standing *whose;
            std::size_t cord;
            OutletId outlet;
            Period during;
        };
        std::vector<Plug> plugs;
        std::set<OutletId> outlets;
        for (const auto &one : m_all) {
            for (const auto &here : one.places) {
                for (std::size_t cord = 0; cord < here.cords.size() && !here.borrowsCords; ++cord) {
                    if (here.cords[cord].outlet) {
                        plugs.push_back({&one, cord, here.cords[cord].outlet, here.during});
                        outlets.insert(here.cords[cord].outlet);
                    }
                }
            }
        }
        for (const OutletId id : outlets) {
            const Standing *whose = nullptr;
            Period taken{Day::never(), Day::always()};
            const auto meet = [&](const Plug &plug, Period during) {
                if (!plug.during.overlaps(during)) {
                    return;
                }
                const auto both = common(plug.during, during);
                taken = {std::min(taken.from, both.from), std::max(taken.until, both.until)};
                const auto rank = [](const Standing &s) { return std::pair(!s.asked, s.id); };
                whose = !whose || rank(*plug.whose) < rank(*whose) ? plug.whose : whose;
            };
            for (const auto &plug : plugs) {
                if (plug.outlet != id) {
                    continue;
                }
                for (const auto &use : m_others.uses(id)) {
                    meet(plug, use.during);
                }
                for (const auto &other : plugs) {
                    if (other.outlet == id && std::pair(other.whose, other.cord) != std::pair(plug.whose, plug.cord)) {
                        meet(plug, other.during);
                    }
                }
            }
            if (whose) {
                add(*whose, outletTaken(m_estate, id), taken);
            }
        }
    }

    const Estate &m_estate;
    const Estate &m_others;
    const std::vector<Standing> &m_all;
    std::vector<MisfitOf> m_found;
};

} // namespace

std::vector<MisfitOf> misfitsTogether(const Estate &estate, const Estate &others, const std::vector<Standing> &all) {
    return Misplaced(estate, others, all).find();
}

} // namespace polder
