#include "model/report/reciprocityreport.h"

#include "model/engine/envelope.h"
#include "model/report/columns.h"
#include "model/report/hosting.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ReciprocityReport)
};

/// Instead of an agreement's reference.
const QString without = QStringLiteral("without agreement");
QHash<QString, QString> agreementWords() {
    return {{without, Text::tr("without agreement")}};
}

std::vector<ReportColumn> partyColumns() {
    return {textColumn(u"host"_qs, Text::tr("Host")), textColumn(u"guest"_qs, Text::tr("Guest"))};
}

std::vector<ReportColumn> sumColumns() {
    return {numberColumn(u"held_days"_qs, Text::tr("Held, unit-days")),
            numberColumn(u"unit_days"_qs, Text::tr("Installed, unit-days")),
            numberColumn(u"unit_months"_qs, Text::tr("Unit-months or metered")),
            numberColumn(u"amount"_qs, Text::tr("Amount"), u"EUR"_qs)};
}

template <typename T>
void append(std::vector<T> &all, std::vector<T> more) {
    std::ranges::move(more, std::back_inserter(all));
}

std::vector<Cell> sumCells(const HostedSums &sums) {
    return {Decimal{sums.heldDays, dayDecimals}, Decimal{sums.days, dayDecimals}, Decimal{sums.months, monthDecimals},
            Decimal{sums.cents, centDecimals}};
}

ReportTable balanceTable(const Hosting &hosting) {
    ReportTable table{u"balance"_qs, partyColumns(), {}, Text::tr("Settlement")};
    append(table.columns, {numberColumn(u"owed"_qs, Text::tr("Guest owes host"), u"EUR"_qs),
                           numberColumn(u"counter"_qs, Text::tr("Host owes guest"), u"EUR"_qs),
                           numberColumn(u"net"_qs, Text::tr("Net"), u"EUR"_qs)});
    std::map<std::pair<QString, QString>, std::int64_t> owed;
    const auto add = [&](OrganisationId host, OrganisationId guest, std::int64_t cents) {
        owed[{hosting.codeOf(host), hosting.codeOf(guest)}] += cents;
        owed[{hosting.codeOf(guest), hosting.codeOf(host)}];
    };
    for (const auto &line : hosting.lines()) {
        add(line.agreement->host, line.agreement->guest, 0);
    }
    for (const auto &one : hosting.all()) {
        add(one.host, one.guest, one.sums.cents);
    }
    for (const auto &[parties, cents] : owed) {
        const auto counter = owed.at({parties.second, parties.first});
        table.rows.push_back({parties.first, parties.second, Decimal{cents, centDecimals},
                              Decimal{counter, centDecimals}, Decimal{cents - counter, centDecimals}});
    }
    return table;
}

/// Of one line and unit, or of what no agreement counts.
struct LineSums {
    HostedSums sums;
    std::optional<std::int64_t> rate;
    Period during = {Day::never(), Day::always()}; ///< of what no agreement counts
};

ReportTable linesTable(const Hosting &hosting) {
    ReportTable table{u"lines"_qs, partyColumns(), {}, Text::tr("Lines of the agreements")};
    append(table.columns,
           {textColumn(u"agreement"_qs, Text::tr("Agreement"), agreementWords()),
            textColumn(u"topic"_qs, Text::tr("Topic"), {{u"hosting"_qs, Text::tr("hosting")}}),
            textColumn(u"unit"_qs, Text::tr("Unit")), textColumn(u"from"_qs, Text::tr("From")),
            textColumn(u"last_day"_qs, Text::tr("Last day")), numberColumn(u"quota"_qs, Text::tr("Quota")),
            numberColumn(u"held"_qs, Text::tr("Held")), numberColumn(u"installed"_qs, Text::tr("Installed")),
            numberColumn(u"unseen"_qs, Text::tr("Not shown to you")),
            numberColumn(u"used"_qs, Text::tr("Of the quota"), u"%"_qs),
            numberColumn(u"rate"_qs, Text::tr("Rate"), u"EUR"_qs)});
    append(table.columns, sumColumns());
    for (const auto &line : hosting.lines()) {
        std::map<QString, LineSums> byUnit;
        byUnit[line.row->unit].rate =
            hosting.rateOf(Hosted{.host = line.agreement->host, .line = line.row, .unit = line.row->unit});
        for (const auto &one : hosting.all()) {
            if (one.line == line.row) {
                byUnit[one.unit].sums += one.sums;
                byUnit[one.unit].rate = hosting.rateOf(one);
            }
        }
        for (const auto &[unit, of] : byUnit) {
            Cell quota, held, installed, unseen, used, rate;
            if (unit == line.row->unit) {
                const auto full = hosting.quotaOf(*line.row);
                if (full.booked) {
                    held = Decimal{of.sums.held, dayDecimals};
                    installed = Decimal{of.sums.installed, dayDecimals};
                    unseen = Decimal{full.unseen, full.decimals};
                }
                if (full.quota) {
                    quota = Decimal{*full.quota, full.decimals};
                    used = percentCell(full.used, *full.quota);
                }
            }
            if (of.rate) {
                rate = Decimal{*of.rate, 6};
            }
            std::vector<Cell> row{hosting.codeOf(line.agreement->host),
                                  hosting.codeOf(line.agreement->guest),
                                  line.agreement->reference,
                                  line.row->topic,
                                  unit,
                                  dateCell(line.row->during.from),
                                  line.row->during.openEnded() ? Cell() : dateCell(line.row->during.until.plus(-1)),
                                  quota,
                                  held,
                                  installed,
                                  unseen,
                                  used,
                                  rate};
            append(row, sumCells(of.sums));
            table.rows.push_back(std::move(row));
        }
    }
    // And what is hosted all the same.
    std::map<std::array<QString, 4>, LineSums> uncounted;
    for (const auto &one : hosting.all()) {
        if (!one.line) {
            auto &of = uncounted[{hosting.codeOf(one.host), hosting.codeOf(one.guest), one.topic, one.unit}];
            of.sums += one.sums;
            of.during = {std::min(of.during.from, one.during.from), std::max(of.during.until, one.during.until)};
        }
    }
    for (const auto &[of, line] : uncounted) {
        const auto &[host, guest, topic, unit] = of;
        std::vector<Cell> row{host,
                              guest,
                              without,
                              topic,
                              unit,
                              dateCell(line.during.from),
                              dateCell(line.during.until.plus(-1)),
                              Cell(),
                              Decimal{line.sums.held, dayDecimals},
                              Decimal{line.sums.installed, dayDecimals},
                              Cell(),
                              Cell(),
                              Cell()};
        append(row, sumCells(line.sums));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable departmentsTable(const Hosting &hosting) {
    ReportTable table{u"departments"_qs, partyColumns(), {}, Text::tr("By faculty, department and project")};
    append(table.columns,
           {textColumn(u"faculty"_qs, Text::tr("Faculty")), textColumn(u"department"_qs, Text::tr("Department")),
            textColumn(u"project"_qs, Text::tr("Project")), textColumn(u"unit"_qs, Text::tr("Unit"))});
    append(table.columns, sumColumns());
    std::map<std::array<QString, 6>, HostedSums> sums;
    for (const auto &one : hosting.all()) {
        sums[{hosting.codeOf(one.host), hosting.codeOf(one.guest), one.faculty, one.department, one.project,
              one.unit}] += one.sums;
    }
    for (const auto &[of, sum] : sums) {
        std::vector<Cell> row;
        std::ranges::transform(of, std::back_inserter(row), textCell);
        append(row, sumCells(sum));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable bookingsTable(const Hosting &hosting, const Snapshot &snapshot) {
    ReportTable table{u"bookings"_qs, partyColumns(), {}, Text::tr("Bookings and metered use"), {}, Spread::None, true};
    append(table.columns,
           {textColumn(u"agreement"_qs, Text::tr("Agreement"), agreementWords()),
            textColumn(u"unit"_qs, Text::tr("Unit")), textColumn(u"faculty"_qs, Text::tr("Faculty")),
            textColumn(u"department"_qs, Text::tr("Department")), textColumn(u"project"_qs, Text::tr("Project")),
            textColumn(u"equipment"_qs, Text::tr("Equipment or source")), textColumn(u"place"_qs, Text::tr("Place")),
            textColumn(u"state"_qs, Text::tr("State"),
                       {{u"held"_qs, Text::tr("held")},
                        {u"delivered"_qs, Text::tr("delivered")},
                        {u"installed"_qs, Text::tr("installed")},
                        {u"decommissioning"_qs, Text::tr("decommissioning")},
                        {u"ended"_qs, Text::tr("ended")}}),
            textColumn(u"from"_qs, Text::tr("From")), textColumn(u"last_day"_qs, Text::tr("Last day")),
            numberColumn(u"quantity"_qs, Text::tr("Quantity")),
            numberColumn(u"share"_qs, Text::tr("Guest's share"), u"%"_qs), numberColumn(u"days"_qs, Text::tr("Days"))});
    append(table.columns, sumColumns());
    for (const auto &one : hosting.all()) {
        const auto *agreement = one.line ? snapshot.agreements.find(one.line->agreement) : nullptr;
        std::vector<Cell> row{hosting.codeOf(one.host),
                              hosting.codeOf(one.guest),
                              agreement ? agreement->reference : without,
                              one.unit,
                              textCell(one.faculty),
                              textCell(one.department),
                              textCell(one.project),
                              textCell(one.what),
                              textCell(one.place),
                              textCell(one.state),
                              dateCell(one.during.from),
                              dateCell(one.during.until.plus(-1)),
                              Decimal{one.quantity, one.decimals},
                              Decimal{one.permille, 1},
                              countCell(one.during.until.number - one.during.from.number)};
        append(row, sumCells(one.sums));
        table.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(table.rows, {}, [](const auto &row) {
        return std::tie(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[10]);
    });
    return table;
}

/// A request that was withdrawn because something that is shared stood there already.
struct Avoided {
    const Request *request;
    const Equipment *instead; ///< nullptr: not the reader's to see
    Day on;
    std::int64_t pieces = 0;
    std::int64_t halfUnits = 0, milliwatts = 0;
};

std::vector<Avoided> avoidedIn(const Snapshot &snapshot, const Period &during, const ReportScope &scope,
                               const Settlement &settlement) {
    std::vector<Avoided> found;
    for (const auto &one : settlement.avoided) {
        const auto *request = snapshot.requests.find(one.request);
        if (!request || !one.withdrawn || !during.contains(*one.withdrawn) ||
            (request->wishSite && !scope.covers(Place{Level::Site, request->wishSite, scope.place.room, scope.place.row,
                                                      scope.place.rack}))) {
            continue;
        }
        Avoided avoided{request, snapshot.equipment.find(one.instead), *one.withdrawn};
        for (const auto &item : snapshot.requestItems) {
            if (item.request == request->id) {
                const auto wanted = withEstimates(envelopeOf(item, snapshot), snapshot.policy);
                avoided.pieces += item.count;
                avoided.halfUnits += std::int64_t{item.count} * wanted.height.halfUnits;
                avoided.milliwatts += item.count * wanted.draw.value_or(Power{}).milliwatts;
            }
        }
        found.push_back(avoided);
    }
    return found;
}

std::vector<ReportColumn> avoidedSums() {
    return {numberColumn(u"pieces"_qs, Text::tr("Pieces")), numberColumn(u"height"_qs, Text::tr("Height"), u"U"_qs),
            numberColumn(u"draw"_qs, Text::tr("Draw"), u"kW"_qs)};
}
std::vector<Cell> avoidedCells(const Avoided &of) {
    return {countCell(of.pieces), Decimal{of.halfUnits * 5, 1}, Decimal{of.milliwatts, 6}};
}

/// By institution and department, and of all.
ReportTable avoidedTable(const Snapshot &snapshot, const std::vector<Avoided> &all) {
    ReportTable table{u"avoided"_qs,
                      {textColumn(u"organisation"_qs, Text::tr("Institution"), {{u"all"_qs, Text::tr("All")}}),
                       textColumn(u"faculty"_qs, Text::tr("Faculty")),
                       textColumn(u"department"_qs, Text::tr("Department")),
                       numberColumn(u"requests"_qs, Text::tr("Requests withdrawn"))},
                      {},
                      Text::tr("Purchases avoided")};
    append(table.columns, avoidedSums());
    table.keys = 3;
    std::map<std::array<QString, 3>, std::pair<std::int64_t, Avoided>> sums;
    std::pair<std::int64_t, Avoided> total{};
    const auto add = [](std::pair<std::int64_t, Avoided> &sum, const Avoided &one) {
        ++sum.first;
        sum.second.pieces += one.pieces;
        sum.second.halfUnits += one.halfUnits;
        sum.second.milliwatts += one.milliwatts;
    };
    for (const auto &one : all) {
        const auto *organisation = snapshot.organisations.find(one.request->organisation);
        const auto *department = snapshot.departments.find(one.request->department);
        add(sums[{organisation ? organisation->code : QString(), department ? department->faculty : QString(),
                  department ? department->code : QString()}],
            one);
        add(total, one);
    }
    const auto row = [&table](const std::array<QString, 3> &of, const std::pair<std::int64_t, Avoided> &sum) {
        std::vector<Cell> cells;
        std::ranges::transform(of, std::back_inserter(cells), textCell);
        cells.push_back(countCell(sum.first));
        append(cells, avoidedCells(sum.second));
        table.rows.push_back(std::move(cells));
    };
    for (const auto &[of, sum] : sums) {
        row(of, sum);
    }
    if (!all.empty()) {
        row({u"all"_qs, QString(), QString()}, total);
    }
    return table;
}

/// Each of them, and what is shared instead.
ReportTable avoidedRequestsTable(const Estate &estate, const std::vector<Avoided> &all) {
    ReportTable table{
        u"avoided_requests"_qs,
        {textColumn(u"organisation"_qs, Text::tr("Institution")), textColumn(u"department"_qs, Text::tr("Department")),
         textColumn(u"number"_qs, Text::tr("Request")), textColumn(u"project"_qs, Text::tr("Project")),
         textColumn(u"withdrawn"_qs, Text::tr("Withdrawn")), textColumn(u"instead"_qs, Text::tr("Shared instead")),
         textColumn(u"owner"_qs, Text::tr("Owner")), textColumn(u"reason"_qs, Text::tr("Reason"))},
        {},
        Text::tr("Requests withdrawn because something is shared"),
        {},
        Spread::None,
        true};
    append(table.columns, avoidedSums());
    table.keys = 3;
    const auto &snapshot = estate.snapshot();
    for (const auto &one : all) {
        std::vector<Cell> row{codeCell(snapshot.organisations, one.request->organisation),
                              codeCell(snapshot.departments, one.request->department),
                              textCell(one.request->number),
                              textCell(one.request->project),
                              dateCell(one.on),
                              one.instead ? textCell(one.instead->name) : Cell(),
                              one.instead ? codeCell(snapshot.organisations, one.instead->owner) : Cell(),
                              textCell(one.request->stateReason)};
        append(row, avoidedCells(one));
        table.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(table.rows, {}, [](const auto &row) { return std::tie(row[0], row[1], row[4], row[2]); });
    return table;
}

} // namespace

Report reciprocityReport(const Estate &estate, Day from, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                         const Settlement &settlement) {
    const Hosting hosting(estate, {from, asOf.plus(1)}, scope, settlement);
    const auto avoided = avoidedIn(estate.snapshot(), {from, asOf.plus(1)}, scope, settlement);
    return {
        Text::tr("Reciprocity"),
        asOf,
        estate.snapshot().generation,
        knownAt,
        {Text::tr("From %1 to the day of the report, both included: what each institution hosts for the other, as "
                  "far as the reader may see it.")
             .arg(from.toDate().toString(Qt::ISODate)),
         Text::tr("Quota, held, installed: on the last day; of what is metered, of all days of the line until then. "
                  "Not shown to you: what the ledger of the line has beside the bookings that the reader may see."),
         Text::tr("Unit-days: quantity times days, times the guest's share of a system that is owned jointly, "
                  "whoever of its owners is on record for the piece; the quota counts the whole of what is on "
                  "record as the guest's. Held is not settled."),
         Text::tr("Without agreement: hosted on days on which no agreement of the two, or no line of it in that "
                  "unit, is in force. It is said and not settled."),
         Text::tr("What is metered is the guest's, or whose the entry says; what the host used itself is left out. "
                  "An entry of more days than the statement counts in proportion to its days."),
         Text::tr("Unit-months: each day as that part of its calendar month, to six decimals for each booking; "
                  "sums are those of the bookings."),
         Text::tr("Amount: unit-months at the rate of the host for a unit and month, or what was metered at its "
                  "rate, energy times PUE; to the cent for each booking. No rate: nothing is settled."),
         Text::tr("Purchases avoided: requests that were withdrawn in these days because something that is shared "
                  "stood there already, with what they asked for; of equipment that the reader may not see, "
                  "without its name.")},
        {balanceTable(hosting), linesTable(hosting), departmentsTable(hosting),
         avoidedTable(estate.snapshot(), avoided), bookingsTable(hosting, estate.snapshot()),
         avoidedRequestsTable(estate, avoided)},
        scope.name};
}

} // namespace polder
