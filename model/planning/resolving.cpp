#include "model/planning/resolving.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/engine/pieces.h"
#include "model/planning/failing.h"
#include "model/planning/invalid.h"

#include <algorithm>
#include <array>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using Kind = ScenarioChangeDraft::Kind;

template <typename T, typename Name>
Result<const T *> named(const Table<T> &table, const QString &field, const QString &text, const Name &nameOf) {
    QStringList names;
    for (const T &row : table) {
        if (nameOf(row).compare(text, Qt::CaseInsensitive) == 0) {
            return &row;
        }
        names << nameOf(row);
    }
    constexpr qsizetype shown = 10;
    return invalid(field, text,
                   names.size() <= shown ? u"one of "_s + names.join(u", "_s) : u"one that the record has"_s);
}

Result<const Rack *> rackNamed(const Estate &estate, const QString &field, const QString &text) {
    if (const Rack *rack = findRack(estate.snapshot(), text)) {
        return rack;
    }
    return invalid(field, text, u"a rack that is there, SITE/ROOM/RACK"_s);
}

Result<NodeId> nodeNamed(const Estate &estate, const QString &field, const QString &text) {
    const auto found = failingNamed(estate, text);
    if (!found.ok() || found->nodes.empty()) {
        return invalid(field, text, u"a node of the power chain, SITE NAME"_s);
    }
    return estate.node(found->nodes.front()).id;
}

/// Of a device that has several places one after the other the one on this day, or the next.
Result<PlacementId> standingNamed(const Snapshot &snapshot, const ScenarioChangeDraft &draft, Day from) {
    if (draft.placement) {
        return PlacementId{*draft.placement};
    }
    const Placement *best = nullptr;
    for (const Placement &placement : snapshot.placements) {
        const auto *equipment = snapshot.equipment.find(placement.equipment);
        if (equipment && equipment->assetTag == *draft.assetTag && stands(placement, snapshot) &&
            placement.during.until > from && (!best || placement.during.from < best->during.from)) {
            best = &placement;
        }
    }
    if (!best) {
        return invalid(u"asset_tag"_s, *draft.assetTag, u"the tag of something that stands there on that day"_s);
    }
    return best->id;
}

Result<std::vector<Change>> requested(const Estate &estate, const ScenarioChangeDraft &draft, SiteId site,
                                      RackId rack) {
    const Snapshot &snapshot = estate.snapshot();
    const Request *request = findRequest(snapshot, *draft.request);
    if (!request) {
        return invalid(u"request"_s, *draft.request, u"the number of a request"_s);
    }
    static const QStringList open{u"draft"_s,    u"submitted"_s, u"endorsed"_s, u"in review"_s,
                                  u"returned"_s, u"waiting"_s,   u"held"_s};
    if (!open.contains(request->state)) {
        return invalid(u"request"_s, *draft.request, u"one that is still open; this one is "_s + request->state);
    }
    std::vector<Change> changes;
    bool known = false;
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request != request->id || (draft.item && item.ordinal != *draft.item)) {
            continue;
        }
        known = true;
        auto change = placingOf(item, *request, snapshot);
        change.site = site ? site : change.site;
        change.rack = rack;
        if (change.count > 0) {
            changes.emplace_back(std::move(change));
        }
    }
    if (!known) {
        return invalid(u"item"_s, QString::number(draft.item.value_or(1)), u"the number of an item of this request"_s);
    }
    return changes;
}

Result<std::vector<Change>> placing(const Estate &estate, const ScenarioChangeDraft &draft, Day from) {
    const Snapshot &snapshot = estate.snapshot();
    PlaceChange change;
    if (draft.site) {
        const auto site = siteNamed(snapshot, u"site"_s, *draft.site);
        if (!site.ok()) {
            return site.error();
        }
        change.site = (*site)->id;
    }
    if (draft.rack) {
        const auto rack = rackNamed(estate, u"rack"_s, *draft.rack);
        if (!rack.ok()) {
            return rack.error();
        }
        change.rack = (*rack)->id;
    }
    if (draft.request) {
        return requested(estate, draft, change.site, change.rack);
    }
    RequestItem &item = change.item;
    item.kind = u"rack"_s;
    if (draft.model) {
        const auto model = modelNamed(snapshot, u"model"_s, *draft.model);
        if (!model.ok()) {
            return model.error();
        }
        if (!(*model)->height || (*model)->height->halfUnits == 0) {
            return invalid(u"model"_s, *draft.model, u"one that stands on the rails, with a height that is known"_s);
        }
        item.model = (*model)->id;
        item.description = (*model)->manufacturer + u' ' + (*model)->name;
    }
    if (draft.organisation) {
        const auto owner = organisationNamed(snapshot, u"organisation"_s, *draft.organisation);
        if (!owner.ok()) {
            return owner.error();
        }
        change.owner = (*owner)->id;
    }
    item.height = draft.height;
    item.drawWatts = draft.drawWatts;
    item.weight = draft.weight;
    item.depth = draft.depth;
    item.cords = draft.cords;
    item.plug = draft.plug.value_or(QString());
    item.airflow = draft.airflow.value_or(QString());
    change.count = draft.count.value_or(1);
    change.during = {from, draft.until.value_or(Day::never())};
    return std::vector<Change>{change};
}

Result<std::vector<Change>> moving(const Estate &estate, const ScenarioChangeDraft &draft, Day from) {
    const auto placement = standingNamed(estate.snapshot(), draft, from);
    if (!placement.ok()) {
        return placement.error();
    }
    if (draft.kind == Kind::Retire) {
        return std::vector<Change>{RetireChange{*placement, from}};
    }
    const auto rack = rackNamed(estate, u"rack"_s, *draft.rack);
    if (!rack.ok()) {
        return rack.error();
    }
    MoveChange change{*placement, (*rack)->id, {}, draft.face.value_or(QString()), from};
    if (draft.unit) {
        change.position = heightBelow(**rack, *draft.unit);
        if (!change.position) {
            return invalid(u"unit"_s, QString::number(*draft.unit), u"a unit of this rack"_s);
        }
    }
    return std::vector<Change>{change};
}

Result<std::vector<Change>> adding(const Estate &estate, const ScenarioChangeDraft &draft, Day from) {
    if (draft.kind == Kind::AddFeed) {
        const auto like = nodeNamed(estate, u"like"_s, *draft.like);
        if (!like.ok()) {
            return like.error();
        }
        const auto limit = draft.limitWatts ? std::optional(fromWatts(*draft.limitWatts)) : std::nullopt;
        return std::vector<Change>{FeedChange{*like, *draft.name, from, limit}};
    }
    const auto like = rackNamed(estate, u"like"_s, *draft.like);
    if (!like.ok()) {
        return like.error();
    }
    RackChange change{(*like)->id, draft.count.value_or(1), from, {}};
    for (const auto &[field, side, name] :
         {std::tuple{u"feed_a"_s, u"A"_s, &draft.feedA}, {u"feed_b"_s, u"B"_s, &draft.feedB}}) {
        if (*name) {
            const auto node = nodeNamed(estate, field, **name);
            if (!node.ok()) {
                return node.error();
            }
            change.feeds[side] = *node;
        }
    }
    return std::vector<Change>{change};
}

} // namespace

Result<const Model *> modelNamed(const Snapshot &snapshot, const QString &field, const QString &text) {
    const auto slug = std::ranges::find_if(
        snapshot.models, [&](const Model &row) { return row.slug.compare(text, Qt::CaseInsensitive) == 0; });
    return slug != snapshot.models.end() ? Result<const Model *>(&*slug)
                                         : named(snapshot.models, field, text,
                                                 [](const Model &row) { return row.manufacturer + u' ' + row.name; });
}

Result<const Organisation *> organisationNamed(const Snapshot &snapshot, const QString &field, const QString &text) {
    return named(snapshot.organisations, field, text, [](const Organisation &row) { return row.code; });
}

Result<const Site *> siteNamed(const Snapshot &snapshot, const QString &field, const QString &text) {
    return named(snapshot.sites, field, text, [](const Site &row) { return row.code; });
}

const Request *findRequest(const Snapshot &snapshot, const QString &text) {
    bool isId = false;
    const int id = text.toInt(&isId);
    if (isId) {
        return snapshot.requests.find({id});
    }
    const auto found = std::ranges::find(snapshot.requests, text, &Request::number);
    return found == snapshot.requests.end() ? nullptr : &*found;
}

PlaceChange placingOf(const RequestItem &item, const Request &request, const Snapshot &snapshot) {
    PlaceChange change;
    change.item = item;
    change.owner = request.organisation;
    change.during = request.during;
    change.site = request.wishSite;
    std::vector<EquipmentId> placed;
    for (const Piece &piece : piecesOf(request.id, snapshot)) {
        if (piece.item->id == item.id && stands(*piece.placement, snapshot) && piece.placement->state != u"ended") {
            placed.push_back(piece.equipment->id);
        }
    }
    std::ranges::sort(placed);
    placed.erase(std::ranges::unique(placed).begin(), placed.end());
    change.count = std::max(item.count - static_cast<int>(placed.size()), 0);
    return change;
}

Result<std::vector<Change>> changesOf(const Estate &estate, const ScenarioChangeDraft &draft) {
    const Snapshot &snapshot = estate.snapshot();
    const Day from = draft.from.value_or(snapshot.today);
    switch (draft.kind) {
    case Kind::Place:
        return placing(estate, draft, from);
    case Kind::Move:
    case Kind::Retire:
        return moving(estate, draft, from);
    case Kind::AddRacks:
    case Kind::AddFeed:
        return adding(estate, draft, from);
    case Kind::Fail: {
        const auto failing = failingNamed(estate, *draft.node);
        if (!failing.ok()) {
            return invalid(u"node"_s, *draft.node, failing.error().data[u"allowed"_s].toString());
        }
        return std::vector<Change>{FailChange{*failing, {from, draft.until.value_or(Day::never())}}};
    }
    case Kind::Refuse:
        break;
    }
    const Request *request = findRequest(snapshot, *draft.request);
    if (!request) {
        return invalid(u"request"_s, *draft.request, u"the number of a request"_s);
    }
    return std::vector<Change>{RefuseChange{request->id}};
}

} // namespace polder
