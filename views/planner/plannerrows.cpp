#include "plannerrows.h"

#include "model/core/format.h"
#include "model/items/refusaltext.h"
#include "views/parts/resourcetext.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using Kind = ScenarioChangeDraft::Kind;

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlannerRows)
};

QString placedText(const ScenarioChangeDraft &change) {
    if (change.request) {
        return change.item ? Text::tr("%1, item %2").arg(*change.request).arg(*change.item) : *change.request;
    }
    const Format format;
    QStringList figures;
    if (change.model && change.height) {
        figures << format.height(*change.height);
    }
    if (change.drawWatts) {
        figures << format.power(fromWatts(*change.drawWatts));
    }
    if (change.weight) {
        figures << format.mass(*change.weight);
    }
    const QString what = change.model.value_or(change.height ? format.height(*change.height) : QString());
    const QString counted = Text::tr("%1 × %2").arg(format.count(change.count.value_or(1)), what);
    return figures.isEmpty() ? counted : Text::tr("%1 (%2)").arg(counted, figures.join(u", "_s));
}

QString standingText(const ScenarioChangeDraft &change) {
    return change.assetTag ? *change.assetTag : Text::tr("booking %1").arg(change.placement.value_or(0));
}

QString nameOf(const Equipment &equipment) {
    return !equipment.name.isEmpty()       ? equipment.name
           : !equipment.assetTag.isEmpty() ? equipment.assetTag
                                           : Format().height(equipment.height);
}

QString outcomeText(const PlayedChange &change) {
    const Format format;
    qsizetype placed = 0, ended = 0, racks = 0, down = 0, weakened = 0;
    int missing = 0;
    bool fails = false;
    QStringList rules;
    for (const ChangeOutcome &outcome : change.outcomes) {
        placed += std::ssize(outcome.placed);
        ended += outcome.placed.empty() ? std::ssize(outcome.ended) : 0;
        racks += std::ssize(outcome.racks);
        missing += outcome.missing;
        if (outcome.failure) {
            fails = true;
            down += std::ssize(outcome.failure->down);
            weakened += std::ssize(outcome.failure->weakened);
        }
        for (const Shortfall &one : outcome.crossed) {
            rules << one.rule;
        }
    }
    QStringList parts;
    if (placed > 0) {
        parts << Text::tr("placed: %1").arg(format.count(placed));
    }
    if (missing > 0) {
        parts << Text::tr("without a place: %1").arg(format.count(missing));
    }
    if (racks > 0) {
        parts << Text::tr("racks added: %1").arg(format.count(racks));
    }
    if (ended > 0) {
        parts << Text::tr("bookings that end: %1").arg(format.count(ended));
    }
    if (fails) {
        parts << Text::tr("stops: %1, loses a path: %2").arg(format.count(down), format.count(weakened));
    }
    rules.sort();
    rules.removeDuplicates();
    if (!rules.isEmpty()) {
        parts << Text::tr("against %1").arg(rules.join(u", "_s));
    }
    return parts.isEmpty() ? Text::tr("done") : parts.join(u" · "_s);
}

} // namespace

QString kindText(Kind kind) {
    switch (kind) {
    case Kind::Place:
        return Text::tr("Place equipment");
    case Kind::Move:
        return Text::tr("Move equipment");
    case Kind::Retire:
        return Text::tr("Retire equipment");
    case Kind::AddRacks:
        return Text::tr("Add racks");
    case Kind::AddFeed:
        return Text::tr("Add a feed");
    case Kind::Fail:
        return Text::tr("Let something fail");
    case Kind::Refuse:
        return Text::tr("Refuse a request");
    }
    return {};
}

QString changeText(const ScenarioChangeDraft &change) {
    const Format format;
    switch (change.kind) {
    case Kind::Place: {
        const QString where = change.rack ? *change.rack : change.site.value_or(QString());
        const QString text = Text::tr("Place %1").arg(placedText(change));
        return where.isEmpty() ? text : Text::tr("%1 in %2").arg(text, where);
    }
    case Kind::Move: {
        const QString text = Text::tr("Move %1 to %2").arg(standingText(change), change.rack.value_or(QString()));
        return change.unit ? Text::tr("%1, U%2").arg(text, QLocale().toString(*change.unit)) : text;
    }
    case Kind::Retire:
        return Text::tr("Retire %1").arg(standingText(change));
    case Kind::AddRacks:
        return Text::tr("Add %1 × a rack like %2")
            .arg(format.count(change.count.value_or(1)), change.like.value_or(QString()));
    case Kind::AddFeed:
        return Text::tr("Add %1, like %2").arg(change.name.value_or(QString()), change.like.value_or(QString()));
    case Kind::Fail:
        return Text::tr("%1 fails").arg(change.node.value_or(QString()));
    case Kind::Refuse:
        return Text::tr("Refuse %1").arg(change.request.value_or(QString()));
    }
    return {};
}

std::vector<ChangeRow> changeRows(const ScenarioDraft &draft, const PlayedScenario *played) {
    std::vector<ChangeRow> rows;
    for (std::size_t i = 0; i < draft.changes.size(); ++i) {
        const auto &change = draft.changes[i];
        const bool known = played && i < played->changes.size() && played->changes[i].draft == change;
        std::optional<Day> from = change.from;
        if (known && !played->changes[i].changes.empty()) { // a request says it itself
            from = beginOf(played->changes[i].changes.front());
        }
        rows.push_back({static_cast<int>(i) + 1, changeText(change), from ? Format().day(*from) : QString(),
                        known ? outcomeText(played->changes[i]) : u"…"_s});
    }
    return rows;
}

std::vector<NewPlaceRow> newPlaceRows(const Snapshot &before, const PlayedScenario &played) {
    const Estate &estate = played.estate();
    const Snapshot &snapshot = estate.snapshot();
    std::vector<NewPlaceRow> rows;
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        for (const ChangeOutcome &outcome : played.changes[i].outcomes) {
            for (const PlacementId id : outcome.placed) {
                const Placement *placement = snapshot.placements.find(id);
                const Equipment *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
                const Rack *rack = placement ? estate.rack(placement->rack) : nullptr;
                if (!equipment || !rack) {
                    continue;
                }
                NewPlaceRow row{.number = static_cast<int>(rows.size()) + 1,
                                .change = static_cast<int>(i) + 1,
                                .what = nameOf(*equipment),
                                .where = estate.rackName(rack->id),
                                .unit = {},
                                .during = placement->during,
                                .rack = before.racks.find(rack->id) ? rack->id : RackId(),
                                .face = placement->face,
                                .half = placement->half};
                if (placement->position) {
                    row.unit = Format().unit(*rack, *placement->position);
                    row.huFrom = placement->position->halfUnits;
                    row.halfUnits = equipment->height.halfUnits;
                }
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

std::vector<Shortfall> crossedLimits(const PlayedScenario &played) {
    std::vector<Shortfall> all;
    for (const PlayedChange &change : played.changes) {
        const auto crossed = change.crossed();
        all.insert(all.end(), crossed.begin(), crossed.end());
    }
    return all;
}

QString firstLimitText(const PlayedScenario &played) {
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        if (const auto crossed = played.changes[i].crossed(); !crossed.empty()) {
            return Text::tr("First limit, at change %1: %2")
                .arg(Format().count(static_cast<std::int64_t>(i) + 1), Format().shortfall(crossed.front()));
        }
    }
    return played.crosses() ? Text::tr("Something finds no place, and no rack is there to say why.")
                            : Text::tr("No limit is crossed.");
}

std::vector<OutlookRow> outlookRows(const Outlook &outlook) {
    const auto figures = [](const Outlook::Levels &levels, const Place &place,
                            Resource resource) -> std::optional<std::pair<std::int64_t, std::int64_t>> {
        const auto found = levels.find(place);
        if (found == levels.end()) {
            return std::nullopt;
        }
        return std::pair(found->second.at(resource).free, found->second.stranded[static_cast<std::size_t>(resource)]);
    };
    std::vector<OutlookRow> rows;
    const auto add = [&](const Place &place) {
        const Site *site = outlook.before->sites.find(place.site);
        for (const auto resource : everydayResources) {
            const auto now = figures(outlook.levels, place, resource);
            const auto first = figures(outlook.options[0].levels, place, resource);
            const auto second = figures(outlook.options[1].levels, place, resource);
            const auto text = [resource](const auto &figure, bool stranded) {
                return figure ? amountText(resource, stranded ? figure->second : figure->first) : QString();
            };
            OutlookRow row{.number = static_cast<int>(rows.size()) + 1,
                           .where = !site                  ? Text::tr("All data centres")
                                    : site->name.isEmpty() ? site->code
                                                           : site->name,
                           .what = resourceText(resource),
                           .now = text(now, false),
                           .first = text(first, false),
                           .second = text(second, false),
                           .strandedNow = text(now, true),
                           .strandedFirst = text(first, true),
                           .strandedSecond = text(second, true),
                           .difference = {}};
            if (first && second) {
                const std::int64_t by = second->first - first->first;
                row.difference = by == 0  ? Text::tr("the same")
                                 : by > 0 ? u'+' + amountText(resource, by)
                                          : u'−' + amountText(resource, -by);
            }
            rows.push_back(std::move(row));
        }
    };
    for (const auto level : {Level::All, Level::Site}) { // the whole first
        for (const auto &[place, capacity] : outlook.levels) {
            if (place.level == level) {
                add(place);
            }
        }
    }
    return rows;
}

QString conflictText(const Conflict &conflict) {
    switch (conflict.why) {
    case Conflict::Why::NoPlace:
        return Text::tr("without a place: %1").arg(conflict.what);
    case Conflict::Why::NoRequest:
        return Text::tr("Nobody has asked for this: a booking needs a request.");
    case Conflict::Why::MadeUpRack:
        return Text::tr("%1 is not there: nothing can be booked in it.").arg(conflict.what);
    case Conflict::Why::MadeUpBooking:
        return Text::tr("It moves what the scenario itself has placed: place it where it goes.");
    case Conflict::Why::Retiring:
        return Text::tr("Decommission or release it by itself, then promote the rest.");
    case Conflict::Why::Infrastructure:
        return Text::tr("Racks and feeds are not booked: they have to be there first.");
    case Conflict::Why::Refused:
        break;
    }
    return refusalText(conflict.refusal);
}

} // namespace polder
