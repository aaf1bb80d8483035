#include "homerows.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "views/parts/resourcetext.h"

#include <algorithm>
#include <tuple>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::HomeRows)
};

QString whatText(Concern concern) {
    switch (concern) {
    case Concern::HoldLapses:
        return Text::tr("Hold lapses");
    case Concern::Decide:
        return Text::tr("Decide");
    case Concern::Security:
        return Text::tr("Security review");
    case Concern::Endorse:
        return Text::tr("Endorse");
    case Concern::Install:
        return Text::tr("Install");
    case Concern::Remove:
        return Text::tr("Remove");
    case Concern::Submit:
        return Text::tr("Finish and submit");
    case Concern::HostingEnds:
        return Text::tr("Hosting ends");
    case Concern::Finding:
        return Text::tr("Finding");
    }
    return {};
}

QString nameOf(const Site &site) {
    return site.name.isEmpty() ? site.code : site.name;
}

QString siteName(const Snapshot &snapshot, SiteId id) {
    const Site *site = snapshot.sites.find(id);
    return site ? nameOf(*site) : QString();
}

QString codeOf(const Snapshot &snapshot, OrganisationId id) {
    const Organisation *organisation = snapshot.organisations.find(id);
    return organisation ? organisation->code : QString();
}

std::int64_t idOf(const Attention &one) {
    const std::int64_t object = one.finding ? one.finding.value : one.request ? one.request.value : one.placement.value;
    return object * 16 + static_cast<int>(one.concern);
}

ConcernRow concernRow(const Attention &one, const Snapshot &snapshot) {
    ConcernRow row;
    row.id = idOf(one);
    row.due = one.due;
    row.late = one.due && *one.due < snapshot.today;
    row.what = whatText(one.concern);
    if (const Request *request = snapshot.requests.find(one.request)) {
        row.request = request->id;
        row.object =
            request->project.isEmpty() ? request->number : Text::tr("%1 · %2").arg(request->number, request->project);
        const Person *requester = snapshot.people.find(request->requester);
        row.detail = requester ? requester->name : codeOf(snapshot, request->organisation);
    }
    if (const Placement *placement = snapshot.placements.find(one.placement)) {
        row.rack = placement->rack;
        if (const Equipment *equipment = snapshot.equipment.find(placement->equipment)) {
            row.equipment = equipment->id;
            row.object = equipment->name.isEmpty() ? equipment->assetTag : equipment->name;
        }
        row.detail = rackPath(snapshot, placement->rack);
    }
    if (const auto *finding = snapshot.findings.find(one.finding)) {
        row.rack = finding->rack ? finding->rack : row.rack;
        if (row.object.isEmpty()) {
            const QString rack = rackPath(snapshot, finding->rack);
            row.object = rack.isEmpty() ? siteName(snapshot, finding->site) : rack;
        }
        row.detail = finding->text.isEmpty() ? finding->rule : Text::tr("%1: %2").arg(finding->rule, finding->text);
    }
    return row;
}

/// Topics are rows of the record; this is the one that every record has.
QString topicText(const QString &topic) {
    return topic == u"hosting" ? Text::tr("hosting") : topic;
}

int permille(std::int64_t part, std::int64_t total) {
    return total > 0 ? static_cast<int>(std::clamp<std::int64_t>(part * 1000 / total, 0, 1000)) : 0;
}

UseRow useRow(Resource resource, const Capacity &of, std::int64_t stranded) {
    UseRow row;
    row.resource = resourceText(resource);
    row.used = amountText(resource, of.used);
    row.held = amountText(resource, of.held);
    row.blocked = of.blocked > 0 ? amountText(resource, of.blocked) : QString();
    row.free = amountText(resource, of.free);
    row.stranded = amountText(resource, stranded);
    if (of.total) {
        row.total = amountText(resource, *of.total);
        row.permilleTaken = of.permilleTaken().value_or(-1);
        row.shares = {permille(of.used, *of.total), permille(of.held, *of.total), permille(of.blocked, *of.total),
                      permille(stranded, *of.total)};
    }
    return row;
}

/// A quota is used by what is booked, installed or not: its node does not tell them apart.
std::vector<UseRow> lineRows(const Estate &estate) {
    const Snapshot &snapshot = estate.snapshot();
    const Format format;
    std::vector<UseRow> rows;
    for (const AgreementLine &line : snapshot.agreementLines) {
        const Agreement *agreement = snapshot.agreements.find(line.agreement);
        const int node = estate.indexOf(line.node);
        if (!agreement || node < 0 || !agreement->during.contains(snapshot.today) ||
            !line.during.contains(snapshot.today)) {
            continue;
        }
        const QString unit = estate.unitOf(node);
        const std::int64_t used = estate.timeline(node).on(snapshot.today).main;
        UseRow row;
        row.place = Text::tr("%1 at %2").arg(codeOf(snapshot, agreement->guest), codeOf(snapshot, agreement->host));
        row.institution = agreement->reference;
        row.resource = Text::tr("%1, %2").arg(topicText(line.topic), line.unit);
        row.used = format.amount(used, unit, 1);
        const NodeLimit *limit = estate.limitOn(node, snapshot.today);
        if (limit && limit->normalMain) {
            row.total = format.amount(*limit->normalMain, unit, 1);
            row.free = format.amount(std::max<std::int64_t>(*limit->normalMain - used, 0), unit, 1);
            row.shares[UseRow::Used] = permille(used, *limit->normalMain);
            row.permilleTaken = *limit->normalMain > 0 ? used * 1000 / *limit->normalMain : 1000;
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace

std::vector<ConcernRow> concernRows(const Snapshot &snapshot) {
    std::vector<ConcernRow> rows;
    for (const Attention &one : attentionOf(snapshot)) {
        rows.push_back(concernRow(one, snapshot));
    }
    return rows;
}

std::vector<UseRow> useRows(const Estate &estate, const EstateCapacity &capacity) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<UseRow> rows;
    for (const LevelCapacity &level : capacity.levels) {
        const Site *site = level.place.level == Level::Site ? snapshot.sites.find(level.place.site) : nullptr;
        if (!site) {
            continue;
        }
        for (const auto resource : everydayResources) {
            UseRow row = useRow(resource, level.at(resource), level.stranded[static_cast<std::size_t>(resource)]);
            row.place = nameOf(*site);
            row.institution = codeOf(snapshot, site->host);
            row.site = site->id;
            rows.push_back(row);
        }
    }
    std::ranges::move(lineRows(estate), std::back_inserter(rows));
    for (int ordinal = 0; UseRow & row : rows) {
        row.ordinal = ++ordinal;
    }
    return rows;
}

std::vector<LimitRow> limitRows(const Estate &estate, const Forecasts &forecasts) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<LimitRow> rows;
    for (const Forecast &one : forecasts.of) {
        const FullOn &full = one.full;
        if (!one.limited || (!full.booked && !full.withQueue && !full.trend && !full.trendEarly)) {
            continue;
        }
        LimitRow row;
        row.place =
            one.place.level == Level::Room ? estate.roomName(one.place.room) : siteName(snapshot, one.place.site);
        row.resource = resourceText(one.resource);
        row.now = Text::tr("%1 of %2").arg(amountText(one.resource, one.taken), amountText(one.resource, one.capacity));
        row.booked = full.booked;
        row.withQueue = full.withQueue;
        row.trend = full.trend ? full.trend : full.trendEarly;
        if (row.trend) {
            const Format format;
            const QString early = format.day(full.trendEarly.value_or(*row.trend));
            row.trendBand = full.trendLate ? Text::tr("%1 – %2").arg(early, format.day(*full.trendLate))
                                           : Text::tr("from %1").arg(early);
        }
        for (const auto &[day, basis] :
             {std::pair(row.booked, Text::tr("as booked")), std::pair(row.withQueue, Text::tr("with requests")),
              std::pair(row.trend, Text::tr("by the trend"))}) {
            if (day && day < row.first.value_or(Day::never())) {
                row.first = day;
                row.basis = basis;
            }
        }
        rows.push_back(row);
    }
    std::ranges::stable_sort(rows, {}, &LimitRow::first);
    for (int ordinal = 0; LimitRow & row : rows) {
        row.ordinal = ++ordinal;
    }
    return rows;
}

} // namespace polder
