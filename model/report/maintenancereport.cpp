#include "model/report/maintenancereport.h"

#include "model/exchange/calendarfile.h"
#include "model/planning/failing.h"
#include "model/report/columns.h"
#include "model/report/scope.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::MaintenanceReport)
};

constexpr std::array offices{u"sponsor", u"contact", u"coordinator"};

/// Of one person.
struct Told {
    QStringList down, weakened;
    std::set<QString> offices;
    OrganisationId organisation; ///< of a device of these
};

/// One person may be told in several: "sponsor contact".
QString officesOf(const Told &told) {
    QStringList codes;
    for (const auto *office : offices) {
        if (const QString code = QString::fromUtf16(office); told.offices.contains(code)) {
            codes << code;
        }
    }
    return codes.join(u' ');
}

QHash<QString, QString> officeWords() {
    const QStringList words{Text::tr("sponsor"), Text::tr("technical contact"), Text::tr("coordinator")};
    QHash<QString, QString> all;
    for (unsigned some = 1; some < 1U << offices.size(); ++some) {
        QStringList codes, named;
        for (std::size_t i = 0; i < offices.size(); ++i) {
            if ((some >> i & 1U) != 0) {
                codes << QString::fromUtf16(offices.at(i));
                named << words[static_cast<qsizetype>(i)];
            }
        }
        all[codes.join(u' ')] = named.join(u", "_qs);
    }
    return all;
}

QString nameOf(const Equipment &equipment) {
    return !equipment.name.isEmpty()       ? equipment.name
           : !equipment.assetTag.isEmpty() ? equipment.assetTag
                                           : Text::tr("equipment %1").arg(equipment.id.value);
}

QString letter(const QString &person, const QString &name, const Period &window, const Told &told) {
    QStringList lines{Text::tr("Dear %1,").arg(person), {}};
    lines << Text::tr("Maintenance: %1, %2.").arg(name, daysText(window));
    if (!told.down.isEmpty()) {
        lines << Text::tr("It will be without power: %1.").arg(told.down.join(u", "_qs));
    }
    if (!told.weakened.isEmpty()) {
        lines << Text::tr("It stays on, with less redundancy: %1.").arg(told.weakened.join(u", "_qs));
    }
    return lines.join(u'\n');
}

ReportTable overloadsTable(const Estate &estate, const Failure &failure) {
    ReportTable table{u"overloads"_qs,
                      {textColumn(u"node"_qs, Text::tr("Node")), textColumn(u"quantity"_qs, Text::tr("Quantity")),
                       textColumn(u"from"_qs, Text::tr("From")), textColumn(u"worst"_qs, Text::tr("Worst on")),
                       numberColumn(u"load"_qs, Text::tr("Load"), u"kW, kVA"_qs),
                       numberColumn(u"limit"_qs, Text::tr("Limit"), u"kW, kVA"_qs)},
                      {},
                      Text::tr("What gets too much")};
    for (const auto &overload : failure.overloads) {
        Cell limit;
        if (overload.worst.limit) {
            limit = Decimal{*overload.worst.limit, 6};
        }
        table.rows.push_back({estate.nodeName(overload.node), QString::fromUtf16(quantityNames[overload.quantity]),
                              dateCell(overload.first.day), dateCell(overload.worst.day),
                              Decimal{overload.worst.load, 6}, limit});
    }
    return table;
}

ReportTable coolingTable(const Estate &estate, const Failure &failure) {
    ReportTable table{u"cooling"_qs,
                      {textColumn(u"zone"_qs, Text::tr("Zone")), textColumn(u"lost"_qs, Text::tr("Units that stop")),
                       textColumn(u"on"_qs, Text::tr("Worst on")),
                       numberColumn(u"left"_qs, Text::tr("Still cools"), u"kW"_qs),
                       numberColumn(u"heat"_qs, Text::tr("Heat"), u"kW"_qs)},
                      {},
                      Text::tr("What cools less")};
    for (const auto &zone : failure.cooling) {
        QStringList lost;
        for (const auto id : zone.lost) {
            const auto *unit = estate.snapshot().coolingUnits.find(id);
            lost << (unit ? unit->name : QString());
        }
        Cell left;
        if (zone.left) {
            left = Decimal{zone.left->milliwatts, 6};
        }
        table.rows.push_back({estate.nodeName(zone.node), lost.join(u", "_qs), dateCell(zone.day), left,
                              Decimal{zone.heat.milliwatts, 6}});
    }
    return table;
}

} // namespace

Report maintenanceReport(const Estate &estate, const Failing &failing, const QString &name, Period window,
                         const QDateTime &knownAt, const ReportScope &scope, std::span<const OwnerPerson> owners) {
    const auto &snapshot = estate.snapshot();
    FailureSimulator simulator(estate, window);
    const Failure failure = simulator.fail(failing);

    ReportTable touched{
        u"touched"_qs,
        {textColumn(u"effect"_qs, Text::tr("Effect"),
                    {{u"down"_qs, Text::tr("without power")},
                     {u"weakened"_qs, Text::tr("less redundant")},
                     {u"below wish"_qs, Text::tr("less than was asked for")}}),
         textColumn(u"owner"_qs, Text::tr("Owner")), textColumn(u"department"_qs, Text::tr("Department")),
         textColumn(u"equipment"_qs, Text::tr("Equipment")), textColumn(u"place"_qs, Text::tr("Place")),
         textColumn(u"sponsor"_qs, Text::tr("Sponsor")), numberColumn(u"draw"_qs, Text::tr("Draw"), u"W"_qs),
         numberColumn(u"cords"_qs, Text::tr("Cords")), numberColumn(u"living"_qs, Text::tr("Of them live")),
         textColumn(u"from"_qs, Text::tr("From"))},
        {},
        Text::tr("What it touches")};
    std::map<PersonId, Told> told;
    const auto add = [&](const HitEquipment &hit, const QString &effect) {
        const auto &placement = *snapshot.placements.find(hit.placement);
        const auto &equipment = *snapshot.equipment.find(placement.equipment);
        const Place place = placeOf(estate, placement, hit.from);
        if (!scope.covers(place)) {
            return;
        }
        const auto *sponsor = snapshot.people.find(equipment.sponsor);
        touched.rows.push_back({effect, codeCell(snapshot.organisations, equipment.owner),
                                codeCell(snapshot.departments, equipment.department), nameOf(equipment),
                                textCell(placePath(estate, place)), sponsor ? textCell(sponsor->name) : Cell(),
                                Decimal{hit.draw.milliwatts, 3}, countCell(hit.cords), countCell(hit.living),
                                dateCell(hit.from)});
        std::map<PersonId, QStringList> people;
        for (auto owner = std::ranges::lower_bound(owners, equipment.id, {}, &OwnerPerson::equipment);
             owner != owners.end() && owner->equipment == equipment.id; ++owner) {
            people[owner->person] << owner->office;
        }
        if (people.empty()) {
            people[PersonId()]; // nobody
        }
        for (const auto &[person, as] : people) {
            auto &one = told[person];
            (effect == u"down" ? one.down : one.weakened) << nameOf(equipment);
            one.offices.insert(as.begin(), as.end());
            one.organisation = equipment.owner;
        }
    };
    for (const auto &hit : failure.down) {
        add(hit, u"down"_qs);
    }
    for (const auto &hit : failure.weakened) {
        add(hit, hit.belowWish ? u"below wish"_qs : u"weakened"_qs);
    }

    ReportTable people{u"people"_qs,
                       {textColumn(u"person"_qs, Text::tr("Person"), {{u"nobody"_qs, Text::tr("nobody is known")}}),
                        textColumn(u"email"_qs, Text::tr("Mail")), numberColumn(u"down"_qs, Text::tr("Without power")),
                        numberColumn(u"weakened"_qs, Text::tr("Less redundant")),
                        textColumn(u"office"_qs, Text::tr("As"), officeWords()),
                        textColumn(u"text"_qs, Text::tr("Text"))},
                       {},
                       Text::tr("Who has to be told")};
    for (const auto &[id, of] : told) {
        const auto *person = snapshot.people.find(id);
        const auto *organisation = snapshot.organisations.find(of.organisation);
        // Others' coordinators are told too, though their names may not be the reader's to know.
        const QString called = person && !person->name.isEmpty() ? person->name
                               : id ? Text::tr("coordinator of %1").arg(organisation ? organisation->code : QString())
                                    : u"nobody"_qs;
        people.rows.push_back({called, person ? textCell(person->email) : Cell(), countCell(of.down.size()),
                               countCell(of.weakened.size()), textCell(officesOf(of)),
                               id ? Cell(letter(called, name, window, of)) : Cell()});
    }

    QStringList definitions{
        Text::tr("%1 out of service, %2.").arg(name, daysText(window)),
        Text::tr("Without power: no cord lives. Less redundant: it lives on fewer paths. People to be told are the "
                 "sponsors and technical contacts of what the reader may see, and the coordinators of its owners."),
        Text::tr("Too much: more than a node may carry while something fails, on the first and the worst day.")};
    if (failure.unseen.through > Power{}) {
        definitions << Text::tr("Equipment that the reader may not see draws %1 kW through it, of which at most %2 kW "
                                "stop.")
                           .arg(QString::number(static_cast<double>(failure.unseen.through.milliwatts) / 1e6, 'f', 3),
                                QString::number(static_cast<double>(failure.unseen.stopping.milliwatts) / 1e6, 'f', 3));
    }
    return {Text::tr("Maintenance"),
            window.until.plus(-1),
            snapshot.generation,
            knownAt,
            definitions,
            {std::move(touched), overloadsTable(estate, failure), coolingTable(estate, failure), std::move(people)},
            scope.name};
}

QString daysText(const Period &window) {
    const QString from = window.from.toDate().toString(Qt::ISODate);
    const QString last = window.until.plus(-1).toDate().toString(Qt::ISODate);
    return from == last ? from : Text::tr("%1 to %2").arg(from, last);
}

QStringList peopleToTell(const Report &maintenance) {
    QStringList addresses;
    for (const auto &row : maintenance.tables.back().rows) {
        if (const auto *address = std::get_if<QString>(&row[1])) {
            addresses << *address;
        }
    }
    return addresses;
}

QByteArray maintenanceEvent(const Report &maintenance, const QString &name, Period window) {
    CalendarEvent event;
    event.uid = u"maintenance-%1-%2@polder"_qs.arg(QString(name).replace(u' ', u'-'),
                                                   window.from.toDate().toString(Qt::ISODate));
    event.summary = maintenance.title + u": "_qs + name;
    event.description = maintenance.definitions.join(u'\n');
    event.attendees = peopleToTell(maintenance);
    event.during = window;
    event.made = maintenance.asKnownAt;
    return toIcs(event);
}

QString outageName(const Estate &estate, const Failing &failing) {
    return nameOf(estate, failing);
}

} // namespace polder
