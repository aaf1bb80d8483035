#include "model/report/reciprocityreport.h"

#include "model/engine/agreement.h"
#include "model/engine/envelope.h"
#include "model/report/columns.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ReciprocityReport)
};

constexpr int monthDecimals = 6;
constexpr int centDecimals = 2;

/// How the base units in which the guard counts a unit become decimal steps: of U, two half units.
struct Steps {
    std::int64_t perBase = 1;
    int decimals = 0;
};
std::optional<Steps> stepsOf(const QString &unit) {
    return unit == u"U"    ? std::optional(Steps{5, 1})
           : unit == u"kW" ? std::optional(Steps{1, 6})
           : unit == u"kg" ? std::optional(Steps{1, 3})
                           : std::nullopt;
}

int daysOf(const Period &period) {
    return period.until.number - period.from.number;
}

Period shared(const Period &a, const Period &b) {
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

/// Calendar months, a part of one by its days.
double monthsOf(const Period &period) {
    double months = 0;
    for (Day day = period.from; day < period.until;) {
        const QDate date = day.toDate();
        const Day next = std::min(Day::fromDate(QDate(date.year(), date.month(), 1).addMonths(1)), period.until);
        months += static_cast<double>(next.number - day.number) / date.daysInMonth();
        day = next;
    }
    return months;
}

/// Sums of one line, department or direction.
struct Sums {
    std::int64_t held = 0, installed = 0; ///< on the last day, in steps of the unit
    std::int64_t heldDays = 0, days = 0;  ///< in thousandths of a step
    std::int64_t months = 0;              ///< in millionths
    std::int64_t cents = 0;

    Sums &operator+=(const Sums &o) {
        held += o.held, installed += o.installed, heldDays += o.heldDays, days += o.days;
        months += o.months, cents += o.cents;
        return *this;
    }
};

/// Something hosted, or an entry of the usage ledger.
struct Use {
    const AgreementLine *line = nullptr;
    QString unit;
    QString what = {}, faculty = {}, department = {}, project = {}, place = {}, state = {};
    Period during = {}; ///< within the statement
    int decimals = 0;
    std::int64_t quantity = 0; ///< in steps of so many decimals
    int permille = 1000;
    bool overTime = true; ///< counted by days; else as it was metered
    Sums sums = {};
};

/// A statement while it is made.
class Statement {
public:
    Statement(const Estate &estate, Period during, const ReportScope &scope, const Settlement &settlement)
        : m_estate(estate)
        , m_snapshot(estate.snapshot())
        , m_during(during)
        , m_scope(scope)
        , m_settlement(settlement) {
        for (const auto &line : m_snapshot.agreementLines) {
            const auto *agreement = m_snapshot.agreements.find(line.agreement);
            const auto *node = m_snapshot.nodes.find(line.node);
            if (agreement && node && line.during.overlaps(during) && scope.covers(estate, *node)) {
                m_lines.push_back({&line, agreement});
            }
        }
        std::ranges::sort(m_lines, {}, [this](const Line &one) {
            return std::tuple(codeOf(one.agreement->host), codeOf(one.agreement->guest), one.row->during.from,
                              one.agreement->reference, one.row->topic, one.row->unit);
        });
        addBookings();
        addUsage();
    }

    [[nodiscard]] ReportTable balanceTable() const;
    [[nodiscard]] ReportTable linesTable() const;
    [[nodiscard]] ReportTable departmentsTable() const;
    [[nodiscard]] ReportTable bookingsTable() const;

private:
    struct Line {
        const AgreementLine *row;
        const Agreement *agreement;
    };

    [[nodiscard]] QString codeOf(OrganisationId id) const {
        const auto *row = m_snapshot.organisations.find(id);
        return row ? row->code : QString();
    }
    [[nodiscard]] const Agreement &agreementOf(const Use &use) const {
        return *m_snapshot.agreements.find(use.line->agreement);
    }
    void addBookings();
    void addUsage();
    void add(Use use);
    [[nodiscard]] std::vector<std::pair<Period, int>> sharesOf(const Equipment &equipment, const Period &during) const;
    [[nodiscard]] std::optional<std::int64_t> rateOf(const QString &key, OrganisationId host) const;
    [[nodiscard]] std::optional<std::int64_t> rateOf(const Use &use) const;

    const Estate &m_estate;
    const Snapshot &m_snapshot;
    Period m_during;
    const ReportScope &m_scope;
    const Settlement &m_settlement;
    std::vector<Line> m_lines; ///< of the statement, by parties and date
    std::vector<Use> m_uses;
};

std::optional<std::int64_t> Statement::rateOf(const QString &key, OrganisationId host) const {
    std::optional<std::int64_t> rate;
    for (const auto &one : m_settlement.rates) { // the general one comes first
        if (one.key == key && (!one.host || one.host == host)) {
            rate = one.millionths;
        }
    }
    return rate;
}

/// In millionths of a euro for a unit and month, or for what was metered; energy with what cooling and conversion take
/// on top.
std::optional<std::int64_t> Statement::rateOf(const Use &use) const {
    const auto host = agreementOf(use).host;
    static const QRegularExpression beyond(u"[^a-z0-9]+"_qs);
    const QString key = u"tariff_"_qs + use.unit.toLower().replace(beyond, u"_"_qs);
    if (use.overTime) {
        return rateOf(key + u"_month"_qs, host);
    }
    const auto rate = rateOf(key, host);
    const auto pue = rate && use.unit == u"kWh" ? rateOf(u"pue"_qs, host) : std::nullopt;
    return pue ? std::llround(static_cast<double>(*rate) * static_cast<double>(*pue) / 1e6) : rate;
}

/// The guest's share of the system that it is part of; all of it where there is none.
std::vector<std::pair<Period, int>> Statement::sharesOf(const Equipment &equipment, const Period &during) const {
    std::vector<std::pair<Period, int>> shares;
    bool joint = false;
    for (const auto &share : m_settlement.shares) {
        if (!equipment.system || share.system != equipment.system) {
            continue;
        }
        joint = true;
        if (share.organisation == equipment.owner && share.during.overlaps(during)) {
            shares.emplace_back(shared(share.during, during), share.permille);
        }
    }
    return joint ? shares : std::vector<std::pair<Period, int>>{{during, 1000}};
}

void Statement::add(Use use) {
    auto &sums = use.sums;
    const bool held = use.state == u"held" || use.state == u"delivered";
    if (use.overTime) {
        (held ? sums.heldDays : sums.days) = use.quantity * daysOf(use.during) * use.permille;
        if (use.during.until == m_during.until) { // it is there on the last day
            (held ? sums.held : sums.installed) = use.quantity;
        }
        if (!held) {
            const double amount = static_cast<double>(use.quantity) / std::pow(10.0, use.decimals);
            sums.months = std::llround(amount * use.permille * 1000 * monthsOf(use.during));
        }
    } else {
        sums.months = use.quantity * 1000;
    }
    if (const auto rate = rateOf(use)) {
        sums.cents = std::llround(static_cast<double>(sums.months) * static_cast<double>(*rate) / 1e10);
    }
    m_uses.push_back(std::move(use));
}

void Statement::addBookings() {
    for (const auto &placement : m_snapshot.placements) {
        const auto *equipment = stands(placement, m_snapshot) && placement.during.overlaps(m_during)
                                    ? m_snapshot.equipment.find(placement.equipment)
                                    : nullptr;
        if (!equipment) {
            continue;
        }
        const Place place = placeOf(m_estate, placement, std::max(placement.during.from, m_during.from));
        const auto *site = m_snapshot.sites.find(place.site);
        const auto charges = site && m_scope.covers(place)
                                 ? agreementCharges(m_estate, *site, equipment->owner,
                                                    envelopeOf(*equipment, placement, m_snapshot), placement.during)
                                 : std::nullopt;
        for (const auto &charge : charges.value_or(std::vector<LineCharge>())) {
            const auto line = std::ranges::find(m_lines, m_estate.idOf(charge.charge.node),
                                                [](const Line &one) { return one.row->node; });
            const auto steps = line == m_lines.end() ? std::nullopt : stepsOf(line->row->unit);
            const auto during = shared(charge.during, m_during);
            if (!steps || during.empty() || charge.charge.normal.main == 0) {
                continue;
            }
            const auto *department = m_snapshot.departments.find(equipment->department);
            Use use{.line = line->row,
                    .unit = line->row->unit,
                    .what = equipment->name,
                    .faculty = department ? department->faculty : QString(),
                    .department = department ? department->code : QString(),
                    .project = equipment->project,
                    .place = placePath(m_estate, place),
                    .state = placement.state,
                    .decimals = steps->decimals,
                    .quantity = charge.charge.normal.main * steps->perBase};
            for (const auto &[days, permille] : sharesOf(*equipment, during)) {
                use.during = days;
                use.permille = permille;
                add(use);
            }
        }
    }
}

/// In proportion to its days that lie within the statement; what goes on without an end is not counted before it ends.
void Statement::addUsage() {
    for (const auto &entry : m_settlement.usage) {
        const auto line = std::ranges::find(m_lines, entry.line, [](const Line &one) { return one.row->id; });
        const Period during = shared(entry.during, m_during);
        if (line == m_lines.end() || during.empty() || entry.during.openEnded() || entry.during.from == Day::always()) {
            continue;
        }
        Use use{.line = line->row, .unit = entry.unit, .what = entry.source, .during = during, .decimals = 3};
        use.quantity = entry.thousandths * daysOf(during) / daysOf(entry.during);
        use.overTime = false;
        add(std::move(use));
    }
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

/// `decimals`: of the unit's steps.
std::vector<Cell> sumCells(const Sums &sums, int decimals) {
    return {Decimal{sums.heldDays, decimals + 3}, Decimal{sums.days, decimals + 3}, Decimal{sums.months, monthDecimals},
            Decimal{sums.cents, centDecimals}};
}

ReportTable Statement::balanceTable() const {
    ReportTable table{u"balance"_qs, partyColumns(), {}, Text::tr("Settlement")};
    append(table.columns, {numberColumn(u"owed"_qs, Text::tr("Guest owes host"), u"EUR"_qs),
                           numberColumn(u"counter"_qs, Text::tr("Host owes guest"), u"EUR"_qs),
                           numberColumn(u"net"_qs, Text::tr("Net"), u"EUR"_qs)});
    std::map<std::pair<QString, QString>, std::int64_t> owed;
    for (const auto &line : m_lines) {
        owed[{codeOf(line.agreement->host), codeOf(line.agreement->guest)}];
        owed[{codeOf(line.agreement->guest), codeOf(line.agreement->host)}];
    }
    for (const auto &use : m_uses) {
        owed[{codeOf(agreementOf(use).host), codeOf(agreementOf(use).guest)}] += use.sums.cents;
    }
    for (const auto &[parties, cents] : owed) {
        const auto counter = owed.at({parties.second, parties.first});
        table.rows.push_back({parties.first, parties.second, Decimal{cents, centDecimals},
                              Decimal{counter, centDecimals}, Decimal{cents - counter, centDecimals}});
    }
    return table;
}

ReportTable Statement::linesTable() const {
    ReportTable table{u"lines"_qs, partyColumns(), {}, Text::tr("Lines of the agreements")};
    append(table.columns,
           {textColumn(u"agreement"_qs, Text::tr("Agreement")),
            textColumn(u"topic"_qs, Text::tr("Topic"), {{u"hosting"_qs, Text::tr("hosting")}}),
            textColumn(u"unit"_qs, Text::tr("Unit")), textColumn(u"from"_qs, Text::tr("From")),
            textColumn(u"last_day"_qs, Text::tr("Last day")), numberColumn(u"quota"_qs, Text::tr("Quota")),
            numberColumn(u"held"_qs, Text::tr("Held")), numberColumn(u"installed"_qs, Text::tr("Installed")),
            numberColumn(u"unseen"_qs, Text::tr("Not shown to you")),
            numberColumn(u"used"_qs, Text::tr("Of the quota"), u"%"_qs),
            numberColumn(u"rate"_qs, Text::tr("Rate"), u"EUR"_qs)});
    append(table.columns, sumColumns());
    const Day last = m_during.until.plus(-1);
    for (const auto &line : m_lines) {
        std::map<QString, Sums> byUnit{{line.row->unit, {}}};
        std::map<QString, std::optional<std::int64_t>> rates{
            {line.row->unit, rateOf(Use{.line = line.row, .unit = line.row->unit})}};
        for (const auto &use : m_uses) {
            if (use.line == line.row) {
                byUnit[use.unit] += use.sums;
                rates[use.unit] = rateOf(use);
            }
        }
        for (const auto &[unit, sums] : byUnit) {
            const auto steps = stepsOf(unit);
            Cell quota, held, installed, unseen, used, rate;
            const int node = unit == line.row->unit ? m_estate.indexOf(line.row->node) : -1;
            const auto *limit = node >= 0 ? m_estate.limitOn(node, last) : nullptr;
            if (steps && node >= 0) {
                const auto all = m_estate.timeline(node).on(last).main * steps->perBase;
                held = Decimal{sums.held, steps->decimals};
                installed = Decimal{sums.installed, steps->decimals};
                unseen = Decimal{all - sums.held - sums.installed, steps->decimals};
                if (limit && limit->normalMain) {
                    quota = Decimal{*limit->normalMain * steps->perBase, steps->decimals};
                    used = percentCell(all, *limit->normalMain * steps->perBase);
                }
            }
            if (const auto &known = rates[unit]) {
                rate = Decimal{*known, 6};
            }
            std::vector<Cell> row{codeOf(line.agreement->host),
                                  codeOf(line.agreement->guest),
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
            append(row, sumCells(sums, steps ? steps->decimals : 0));
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

ReportTable Statement::departmentsTable() const {
    ReportTable table{u"departments"_qs, partyColumns(), {}, Text::tr("By faculty, department and project")};
    append(table.columns,
           {textColumn(u"faculty"_qs, Text::tr("Faculty")), textColumn(u"department"_qs, Text::tr("Department")),
            textColumn(u"project"_qs, Text::tr("Project")), textColumn(u"unit"_qs, Text::tr("Unit"))});
    append(table.columns, sumColumns());
    std::map<std::array<QString, 6>, Sums> sums;
    std::map<QString, int> decimals;
    for (const auto &use : m_uses) {
        sums[{codeOf(agreementOf(use).host), codeOf(agreementOf(use).guest), use.faculty, use.department, use.project,
              use.unit}] += use.sums;
        decimals[use.unit] = use.overTime ? use.decimals : 0;
    }
    for (const auto &[of, sum] : sums) {
        std::vector<Cell> row;
        std::ranges::transform(of, std::back_inserter(row), textCell);
        append(row, sumCells(sum, decimals[of.back()]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable Statement::bookingsTable() const {
    ReportTable table{u"bookings"_qs, partyColumns(), {}, Text::tr("Bookings and metered use"), {}, Spread::None, true};
    append(table.columns,
           {textColumn(u"agreement"_qs, Text::tr("Agreement")), textColumn(u"unit"_qs, Text::tr("Unit")),
            textColumn(u"faculty"_qs, Text::tr("Faculty")), textColumn(u"department"_qs, Text::tr("Department")),
            textColumn(u"project"_qs, Text::tr("Project")),
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
    for (const auto &use : m_uses) {
        std::vector<Cell> row{codeOf(agreementOf(use).host),
                              codeOf(agreementOf(use).guest),
                              agreementOf(use).reference,
                              use.unit,
                              textCell(use.faculty),
                              textCell(use.department),
                              textCell(use.project),
                              textCell(use.what),
                              textCell(use.place),
                              textCell(use.state),
                              dateCell(use.during.from),
                              dateCell(use.during.until.plus(-1)),
                              Decimal{use.quantity, use.decimals},
                              Decimal{use.permille, 1},
                              countCell(daysOf(use.during))};
        append(row, sumCells(use.sums, use.overTime ? use.decimals : 0));
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
            !(scope.place.level == Level::All || !request->wishSite || request->wishSite == scope.place.site)) {
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
    const Statement statement(estate, {from, asOf.plus(1)}, scope, settlement);
    const auto avoided = avoidedIn(estate.snapshot(), {from, asOf.plus(1)}, scope, settlement);
    return {Text::tr("Reciprocity"),
            asOf,
            estate.snapshot().generation,
            knownAt,
            {Text::tr("From %1 to the day of the report, both included: what each institution hosts for the other, as "
                      "far as the reader may see it.")
                 .arg(from.toDate().toString(Qt::ISODate)),
             Text::tr("Quota, held, installed: on the last day. Not shown to you: what the ledger of the line has "
                      "beside the bookings that the reader may see."),
             Text::tr("Unit-days: quantity times days, times the guest's share of a system that is owned jointly; the "
                      "quota counts the whole of it. Held is not settled."),
             Text::tr("Unit-months: each day as that part of its calendar month, to six decimals for each booking; "
                      "sums are those of the bookings."),
             Text::tr("Amount: unit-months at the rate of the host for a unit and month, or what was metered at its "
                      "rate, energy times PUE; to the cent for each booking. No rate: nothing is settled."),
             Text::tr("Purchases avoided: requests that were withdrawn in these days because something that is shared "
                      "stood there already, with what they asked for; of equipment that the reader may not see, "
                      "without its name.")},
            {statement.balanceTable(), statement.linesTable(), statement.departmentsTable(),
             avoidedTable(estate.snapshot(), avoided), statement.bookingsTable(),
             avoidedRequestsTable(estate, avoided)},
            scope.name};
}

} // namespace polder
