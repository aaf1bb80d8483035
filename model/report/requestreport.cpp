#include "model/report/requestreport.h"

#include "model/core/workingdays.h"
#include "model/report/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RequestReport)
};

QHash<QString, QString> stateWords() {
    return {{u"submitted"_qs, Text::tr("submitted")},
            {u"returned"_qs, Text::tr("returned")},
            {u"endorsed"_qs, Text::tr("endorsed")},
            {u"in review"_qs, Text::tr("in review")},
            {u"held"_qs, Text::tr("held")},
            {u"waiting"_qs, Text::tr("waiting")},
            {u"rejected"_qs, Text::tr("rejected")},
            {u"expired"_qs, Text::tr("expired")},
            {u"delivered"_qs, Text::tr("delivered")},
            {u"installed"_qs, Text::tr("installed")},
            {u"decommissioning"_qs, Text::tr("decommissioning")},
            {u"removed"_qs, Text::tr("removed")},
            {u"withdrawn"_qs, Text::tr("withdrawn")}};
}

/// What happened in one month, or in all of them.
struct Counts {
    std::int64_t submitted = 0, onBehalf = 0, decided = 0, late = 0, open = 0, openLate = 0;
    std::vector<int> waited; ///< working days of those that are decided

    void operator+=(const Counts &o) {
        submitted += o.submitted, onBehalf += o.onBehalf, decided += o.decided, late += o.late;
        open += o.open, openLate += o.openLate;
        waited.insert(waited.end(), o.waited.begin(), o.waited.end());
    }
    /// In tenths: of an even number the mean of the middle two.
    [[nodiscard]] Cell median() {
        if (waited.empty()) {
            return {};
        }
        std::ranges::sort(waited);
        const auto n = waited.size();
        return Decimal{(waited[(n - 1) / 2] + waited[n / 2]) * 5, 1};
    }
};

/// No decision is asked of it any more.
bool isOpen(const Request &request) {
    static const QStringList open{u"submitted"_qs, u"endorsed"_qs, u"in review"_qs};
    return open.contains(request.state);
}

ReportTable monthsTable(std::map<QString, Counts> &months) {
    ReportTable table{
        u"months"_qs,
        {textColumn(u"month"_qs, Text::tr("Submitted in"), {{u"all"_qs, Text::tr("All")}}),
         numberColumn(u"submitted"_qs, Text::tr("Submitted")), numberColumn(u"on_behalf"_qs, Text::tr("On behalf")),
         numberColumn(u"on_behalf_share"_qs, Text::tr("On behalf"), u"%"_qs),
         numberColumn(u"decided"_qs, Text::tr("Decided")), numberColumn(u"late"_qs, Text::tr("Decided late")),
         numberColumn(u"median"_qs, Text::tr("Median wait"), Text::tr("working days")),
         numberColumn(u"open"_qs, Text::tr("Open")), numberColumn(u"open_late"_qs, Text::tr("Open late"))},
        {},
        Text::tr("Throughput and waiting")};
    const auto add = [&table](const QString &name, Counts &of) {
        table.rows.push_back({name, countCell(of.submitted), countCell(of.onBehalf),
                              percentCell(of.onBehalf, of.submitted), countCell(of.decided), countCell(of.late),
                              of.median(), countCell(of.open), countCell(of.openLate)});
    };
    Counts all;
    for (auto &[month, of] : months) {
        add(month, of);
        all += of;
    }
    add(u"all"_qs, all);
    return table;
}

/// In each month: what came in, and what was decided, whenever that had come in.
struct Flow {
    std::int64_t submitted = 0, decided = 0, late = 0;
};
ReportTable throughputTable(const std::map<QString, Flow> &months) {
    ReportTable table{u"throughput"_qs,
                      {textColumn(u"month"_qs, Text::tr("Month")), numberColumn(u"submitted"_qs, Text::tr("Submitted")),
                       numberColumn(u"decided"_qs, Text::tr("Decided")),
                       numberColumn(u"late"_qs, Text::tr("Decided late"))},
                      {},
                      Text::tr("Submitted and decided in each month")};
    for (const auto &[month, of] : months) {
        table.rows.push_back({month, countCell(of.submitted), countCell(of.decided), countCell(of.late)});
    }
    return table;
}

ReportTable reasonsTable(const std::map<QString, std::int64_t> &reasons) {
    ReportTable table{
        u"reasons"_qs,
        {textColumn(u"reason"_qs, Text::tr("Reason")), numberColumn(u"requests"_qs, Text::tr("Requests"))},
        {},
        Text::tr("Why requests were rejected")};
    for (const auto &[reason, count] : reasons) {
        table.rows.push_back({reason, countCell(count)});
    }
    std::ranges::stable_sort(table.rows, std::greater(),
                             [](const auto &row) { return std::get<Decimal>(row[1]).steps; });
    return table;
}

} // namespace

Report requestReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                     std::span<const RequestClock> clocks) {
    const auto &snapshot = estate.snapshot();
    ReportTable table{
        u"requests"_qs,
        {textColumn(u"number"_qs, Text::tr("Number")), textColumn(u"state"_qs, Text::tr("State"), stateWords()),
         textColumn(u"organisation"_qs, Text::tr("Organisation")), textColumn(u"department"_qs, Text::tr("Department")),
         textColumn(u"project"_qs, Text::tr("Project")), textColumn(u"site"_qs, Text::tr("Site")),
         textColumn(u"submitted"_qs, Text::tr("Submitted")), textColumn(u"decided"_qs, Text::tr("Decided")),
         numberColumn(u"waited"_qs, Text::tr("Waited"), Text::tr("working days")),
         textColumn(u"clock"_qs, Text::tr("Target"),
                    {{u"in time"_qs, Text::tr("in time")}, {u"late"_qs, Text::tr("late")}}),
         textColumn(u"on_behalf"_qs, Text::tr("On behalf"), {{u"yes"_qs, Text::tr("yes")}}),
         textColumn(u"reason"_qs, Text::tr("Reason"))},
        {},
        Text::tr("Requests"),
        {},
        Spread::None,
        true};
    table.keys = 1;
    std::map<QString, Counts> months;
    std::map<QString, std::int64_t> reasons;
    std::map<QString, Flow> flows;
    const auto monthOf = [](Day day) { return day.toDate().toString(u"yyyy-MM"_qs); };
    for (const auto &one : snapshot.requests) {
        const bool there = !one.wishSite || scope.covers(Place{Level::Site, one.wishSite, {}, {}, {}});
        if (!one.submittedOn || *one.submittedOn > asOf || !there) {
            continue;
        }
        const auto found = std::ranges::lower_bound(clocks, one.id, {}, &RequestClock::request);
        const RequestClock times = found != clocks.end() && found->request == one.id ? *found : RequestClock();
        const Day decidedOn = times.decided.value_or(Day::never());
        const bool decided = decidedOn <= asOf && decidedOn >= *one.submittedOn; // and not on what it was before
        const bool open = !decided && isOpen(one);
        const bool clock = decided || open;
        const int waited = workingDaysBetween(*one.submittedOn, std::min(decidedOn, asOf));
        const bool late = clock && waited > reviewTarget;
        auto &month = months[monthOf(*one.submittedOn)];
        ++flows[monthOf(*one.submittedOn)].submitted;
        if (decided) {
            ++flows[monthOf(decidedOn)].decided;
            flows[monthOf(decidedOn)].late += late;
        }
        ++month.submitted;
        month.onBehalf += times.onBehalf;
        month.decided += decided;
        month.late += decided && late;
        month.open += open;
        month.openLate += open && late;
        if (decided) {
            month.waited.push_back(waited);
        }
        const bool rejected = one.state == u"rejected";
        if (rejected && decided) {
            ++reasons[one.stateReason];
        }
        table.rows.push_back(
            {one.number, one.state, codeCell(snapshot.organisations, one.organisation),
             codeCell(snapshot.departments, one.department), textCell(one.project),
             codeCell(snapshot.sites, one.wishSite), dateCell(*one.submittedOn), decided ? dateCell(decidedOn) : Cell(),
             clock ? countCell(waited) : Cell(), clock ? Cell(late ? u"late"_qs : u"in time"_qs) : Cell(),
             times.onBehalf ? Cell(u"yes"_qs) : Cell(), rejected ? textCell(one.stateReason) : Cell()});
    }
    return {Text::tr("Requests"),
            asOf,
            snapshot.generation,
            knownAt,
            {Text::tr("Waited: working days (Dutch calendar) after the day of submission, up to the decision to hold, "
                      "wait-list or reject, or to the day of the report while there is none. Late: more than %1. The "
                      "clock does not run for what was returned, withdrawn or went on without a decision.")
                 .arg(reviewTarget),
             Text::tr("Submitted for the first time or again: the last time counts. On behalf: by the coordinator."),
             Text::tr("The state is the one that was known; only requests that the reader may see.")},
            {std::move(table), monthsTable(months), throughputTable(flows), reasonsTable(reasons)},
            scope.name};
}

} // namespace polder
