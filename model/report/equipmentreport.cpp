#include "model/report/equipmentreport.h"

#include "model/engine/booking.h"
#include "model/report/columns.h"
#include "model/report/scope.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::EquipmentReport)
};

struct Owned {
    std::int64_t devices = 0, halfUnits = 0, ending = 0, outOfWarranty = 0;
    std::int64_t withoutSponsor = 0, withoutSecurity = 0, hasLeft = 0;
    std::int64_t withoutContact = 0, withoutWeight = 0, withoutMeasurement = 0;

    Owned &operator+=(const Owned &o) {
        devices += o.devices, halfUnits += o.halfUnits, ending += o.ending, outOfWarranty += o.outOfWarranty;
        withoutSponsor += o.withoutSponsor, withoutSecurity += o.withoutSecurity, hasLeft += o.hasLeft;
        withoutContact += o.withoutContact, withoutWeight += o.withoutWeight;
        withoutMeasurement += o.withoutMeasurement;
        return *this;
    }
};

ReportTable ownersTable(const Snapshot &snapshot, const std::map<OrganisationId, Owned> &owners) {
    ReportTable table{u"owners"_qs,
                      {textColumn(u"owner"_qs, Text::tr("Owner")), numberColumn(u"devices"_qs, Text::tr("Devices")),
                       numberColumn(u"height"_qs, Text::tr("Height"), u"U"_qs),
                       numberColumn(u"ending"_qs, Text::tr("Hosting ends within a year")),
                       numberColumn(u"out_of_warranty"_qs, Text::tr("Out of warranty")),
                       numberColumn(u"without_sponsor"_qs, Text::tr("Without sponsor")),
                       numberColumn(u"without_security_contact"_qs, Text::tr("Without security contact")),
                       numberColumn(u"contact_has_left"_qs, Text::tr("Names somebody who has left")),
                       numberColumn(u"without_contact"_qs, Text::tr("Short of contacts")),
                       numberColumn(u"without_weight"_qs, Text::tr("Without weight")),
                       numberColumn(u"without_measurement"_qs, Text::tr("Without measured power"))},
                      {},
                      Text::tr("By owner")};
    const auto add = [&table](const Cell &name, const Owned &of) {
        table.rows.push_back({name, countCell(of.devices), Decimal{of.halfUnits * 5, 1}, countCell(of.ending),
                              countCell(of.outOfWarranty), countCell(of.withoutSponsor), countCell(of.withoutSecurity),
                              countCell(of.hasLeft), countCell(of.withoutContact), countCell(of.withoutWeight),
                              countCell(of.withoutMeasurement)});
    };
    Owned all;
    for (const auto &[owner, of] : owners) {
        add(codeCell(snapshot.organisations, owner), of);
        all += of;
    }
    table.columns[0].words = {{u"all"_qs, Text::tr("All")}};
    add(u"all"_qs, all);
    return table;
}

QHash<QString, QString> gapWords() {
    return {{u"none"_qs, Text::tr("nobody")}, {u"left"_qs, Text::tr("has left")}};
}

/// "none": not named; "left": has left by then.
Cell gapCell(bool none, const std::optional<Day> &left, Day asOf) {
    Cell cell;
    if (none) {
        cell = u"none"_qs;
    } else if (left && *left <= asOf) {
        cell = u"left"_qs;
    }
    return cell;
}

} // namespace

Report equipmentReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                       std::span<const ContactGap> gaps) {
    const auto &snapshot = estate.snapshot();
    ReportTable table{
        u"equipment"_qs,
        {textColumn(u"owner"_qs, Text::tr("Owner")), textColumn(u"department"_qs, Text::tr("Department")),
         textColumn(u"name"_qs, Text::tr("Name")), textColumn(u"kind"_qs, Text::tr("Kind")),
         textColumn(u"place"_qs, Text::tr("Place")), textColumn(u"state"_qs, Text::tr("State")),
         textColumn(u"since"_qs, Text::tr("Since")), numberColumn(u"age"_qs, Text::tr("Age"), Text::tr("months")),
         textColumn(u"last_day"_qs, Text::tr("Last day")), textColumn(u"warranty_until"_qs, Text::tr("Warranty until")),
         numberColumn(u"height"_qs, Text::tr("Height"), u"U"_qs),
         numberColumn(u"weight"_qs, Text::tr("Weight"), u"kg"_qs),
         numberColumn(u"budgeted"_qs, Text::tr("Budgeted"), u"W"_qs),
         numberColumn(u"measured"_qs, Text::tr("Measured"), u"W"_qs),
         textColumn(u"measured_on"_qs, Text::tr("Measured on")),
         textColumn(u"sponsor"_qs, Text::tr("Sponsor"), gapWords()),
         textColumn(u"security_contact"_qs, Text::tr("Security contact"), gapWords()),
         textColumn(u"contacts"_qs, Text::tr("Contacts"),
                    {{u"short"_qs, Text::tr("too few")}, {u"left"_qs, Text::tr("has left")}})},
        {},
        Text::tr("Equipment"),
        {},
        Spread::None,
        true};
    table.keys = 3; // whose it is, and its name
    table.columns[5].words = {{u"held"_qs, Text::tr("held")},
                              {u"delivered"_qs, Text::tr("delivered")},
                              {u"installed"_qs, Text::tr("installed")},
                              {u"decommissioning"_qs, Text::tr("decommissioning")}};
    std::set<PlacementId> shortOfContacts;
    for (const auto &finding : snapshot.findings) {
        if (finding.rule == u"G5" && !finding.resolved) {
            shortOfContacts.insert(finding.placement);
        }
    }
    const Day inAYear = Day::fromDate(asOf.toDate().addYears(1));
    std::map<OrganisationId, Owned> owners;
    for (const auto &placement : snapshot.placements) {
        const auto *one = placement.during.contains(asOf) && stands(placement, snapshot)
                              ? snapshot.equipment.find(placement.equipment)
                              : nullptr;
        const Place place = one ? placeOf(estate, placement, asOf) : Place{};
        if (!one || !scope.covers(place)) {
            continue;
        }
        const bool few = shortOfContacts.contains(placement.id);
        const auto found = std::ranges::lower_bound(gaps, one->id, {}, &ContactGap::equipment);
        const ContactGap gap = found != gaps.end() && found->equipment == one->id ? *found : ContactGap();
        const Cell sponsor = gapCell(gap.noSponsor, gap.sponsorLeft, asOf);
        const Cell security = gapCell(gap.noSecurity, gap.securityLeft, asOf);
        Cell contacts = gapCell(false, gap.contactLeft, asOf);
        const auto left = [](const Cell &cell) { return cell == Cell(u"left"_qs); };
        const bool hasLeft = left(sponsor) || left(security) || left(contacts);
        if (few) {
            contacts = u"short"_qs;
        }
        owners[one->owner] += {1,
                               one->height.halfUnits,
                               placement.during.until <= inAYear ? 1 : 0,
                               one->warrantyUntil && *one->warrantyUntil < asOf ? 1 : 0,
                               gap.noSponsor ? 1 : 0,
                               gap.noSecurity ? 1 : 0,
                               hasLeft ? 1 : 0,
                               few ? 1 : 0,
                               one->weight ? 0 : 1,
                               one->measuredWatts ? 0 : 1};
        int age = 0;
        const QDate since = placement.during.from == Day::always() ? asOf.toDate() : placement.during.from.toDate();
        while (since.addMonths(age + 1) <= asOf.toDate()) {
            ++age;
        }
        table.rows.push_back({codeCell(snapshot.organisations, one->owner),
                              codeCell(snapshot.departments, one->department), textCell(one->name), textCell(one->kind),
                              textCell(placePath(estate, place)), placement.state, dateCell(placement.during.from),
                              countCell(age),
                              placement.during.openEnded() ? Cell() : dateCell(placement.during.until.plus(-1)),
                              dateCell(one->warrantyUntil), Decimal{std::int64_t{one->height.halfUnits} * 5, 1},
                              one->weight ? Cell(Decimal{one->weight->grams, 3}) : Cell(),
                              one->budgetedWatts ? countCell(*one->budgetedWatts) : Cell(),
                              one->measuredWatts ? countCell(*one->measuredWatts) : Cell(), dateCell(one->measuredOn),
                              sponsor, security, contacts});
    }
    std::ranges::stable_sort(table.rows, [](const auto &a, const auto &b) {
        return std::tie(a[0], a[1], a[4], a[2]) < std::tie(b[0], b[1], b[4], b[2]);
    });
    return {
        Text::tr("Equipment"),
        asOf,
        snapshot.generation,
        knownAt,
        {Text::tr("Everything booked for that day that the reader may see, held and delivered things too; since and "
                  "age are those of the booking of this place."),
         Text::tr("Weight and measured power are empty where nobody has said them; the guard then counts an estimate. "
                  "Too few contacts: a warning of rule G5 is open. Nobody: no sponsor or security contact is named; "
                  "has left: "
                  "somebody is who has left by that day.")},
        {std::move(table), ownersTable(snapshot, owners)},
        scope.name};
}

} // namespace polder
