#include "app/polderctl/requestset.h"

#include "app/polderctl/output.h"
#include "app/polderctl/placesfound.h"
#include "app/polderctl/proposed.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/setsearch.h"
#include "model/planning/resolving.h"

#include <QRegularExpression>

#include <algorithm>

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// An item of the request as it is called in the answer.
struct Named {
    int ordinal;
    QString name;
};

struct Asked {
    WantedSet set;
    std::vector<Named> names; ///< by item
};

/// What every item of the request shares.
Wanted shared(const SetOptions &options, OrganisationId owner, const QString &project, Period during, bool redundant) {
    Wanted wanted;
    wanted.owner = owner;
    wanted.project = project;
    wanted.during = {options.from.value_or(during.from), options.until.value_or(during.until)};
    wanted.redundant = redundant;
    return wanted;
}

Result<Asked> askedBy(const Request &request, const SetOptions &options, const Snapshot &snapshot) {
    Asked asked;
    asked.set.together = withinNamed(request.wishTogether);
    asked.set.apart = withinNamed(request.wishApart);
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request != request.id) {
            continue;
        }
        if (!item.kind.isEmpty() && item.kind != u"rack") {
            return invalid(u"--request"_s, request.number,
                           u"one whose items all go on the rails of a rack; item %1 does not"_s.arg(item.ordinal));
        }
        const auto change = placingOf(item, request, snapshot);
        if (change.count > 0) {
            auto wanted = shared(options, request.organisation, request.project, request.during,
                                 request.wishRedundant.value_or(false));
            wanted.preferred = request.wishSite;
            wanted.item = polder::askedBy(item, snapshot);
            wanted.count = change.count;
            asked.set.items.push_back(std::move(wanted));
            asked.names.push_back({item.ordinal, item.description});
        }
    }
    if (asked.set.items.empty()) {
        return invalid(u"--request"_s, request.number, u"one with pieces that have no place yet"_s);
    }
    return asked;
}

Result<Asked> askedBy(const RequestDraft &draft, const SetOptions &options, const Snapshot &snapshot) {
    const auto owner = organisationNamed(snapshot, u"/organisation"_s, draft.organisation);
    if (!owner.ok()) {
        return owner.error();
    }
    Asked asked;
    const auto wishes = draft.wishes.value_or(RequestDraft::Wishes());
    asked.set.together = withinNamed(wishes.together.value_or(QString()));
    asked.set.apart = withinNamed(wishes.apart.value_or(QString()));
    SiteId preferred;
    if (wishes.site) {
        const auto site = siteNamed(snapshot, u"/wishes/site"_s, *wishes.site);
        if (!site.ok()) {
            return site.error();
        }
        preferred = (*site)->id;
    }
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
        const RequestItemDraft &line = draft.items[i];
        RequestItem item;
        item.kind = line.kind.value_or(u"rack"_s);
        if (item.kind != u"rack") {
            return invalid(u"/items/%1/kind"_s.arg(i), item.kind, u"rack: only racks are searched"_s);
        }
        item.description = line.height ? QString::number(line.height->halfUnits / 2.0) + u"U"_s : QString();
        if (line.model) {
            const QString field = u"/items/%1/model"_s.arg(i);
            const auto model = modelNamed(snapshot, field, *line.model);
            if (!model.ok()) {
                return model.error();
            }
            if (!(*model)->height || (*model)->kind == u"floor") {
                return invalid(field, *line.model, u"one that stands on the rails, with a height that is known"_s);
            }
            item.model = (*model)->id;
            item.description = (*model)->manufacturer + u' ' + (*model)->name;
        }
        item.height = line.height;
        item.halfWidth = line.halfWidth.value_or(false);
        item.nameplateWatts = line.nameplateWatts;
        item.drawWatts = line.drawWatts;
        item.weight = line.weight;
        item.width = line.width;
        item.depth = line.depth;
        item.cords = line.cords;
        item.phases = line.phases == 3 ? u"123"_s : u"1"_s;
        item.inletMin = line.inletMin;
        item.inletMax = line.inletMax;
        item.plug = line.plug.value_or(QString());
        item.airflow = line.airflow.value_or(QString());
        auto wanted = shared(options, (*owner)->id, draft.project.value_or(QString()),
                             {draft.from, draft.until.value_or(Day::never())}, wishes.redundant.value_or(false));
        wanted.preferred = preferred;
        wanted.item = polder::askedBy(item, snapshot);
        wanted.item.dataClass = draft.dataClass.value_or(QString());
        wanted.count = line.count.value_or(1);
        asked.set.items.push_back(std::move(wanted));
        asked.names.push_back({static_cast<int>(i) + 1, item.description});
    }
    return asked;
}

Status takeOptions(Asked &asked, const SetOptions &options, const Snapshot &snapshot) {
    asked.set.together = options.together.value_or(asked.set.together);
    asked.set.apart = options.apart.value_or(asked.set.apart);
    if (asked.set.items.front().during.empty()) {
        return invalid(u"--until"_s, options.until ? isoDate(*options.until) : QString(),
                       u"after the first day, "_s + isoDate(asked.set.items.front().during.from));
    }
    for (const auto &[option, code, member] : {std::tuple{u"--site"_s, options.site, &Wanted::site},
                                               {u"--prefer-site"_s, options.preferredSite, &Wanted::preferred}}) {
        if (code.isEmpty()) {
            continue;
        }
        const auto site = siteNamed(snapshot, option, code);
        if (!site.ok()) {
            return site.error();
        }
        for (auto &item : asked.set.items) {
            item.*member = (*site)->id;
        }
    }
    return success();
}

QString withinName(Within within) {
    switch (within) {
    case Within::Anything:
        break;
    case Within::Rack:
        return u"rack"_s;
    case Within::Row:
        return u"row"_s;
    case Within::Room:
        return u"room"_s;
    case Within::Site:
        return u"site"_s;
    }
    return {};
}

/// LEIDEN/DC1/A01, LEIDEN/DC1 row A, LEIDEN/DC1, LEIDEN; of the whole estate nothing.
QString partName(const Estate &estate, RackId id, Within within) {
    const auto &rack = *estate.rack(id);
    const auto row = std::ranges::find(estate.snapshot().rackRows, rack.row, &Row::id);
    const bool inRow = row != estate.snapshot().rackRows.end();
    const auto *site = estate.site(id);
    switch (within) {
    case Within::Anything:
        break;
    case Within::Rack:
        return estate.rackName(id);
    case Within::Row:
        return inRow ? estate.roomName(rack.room) + u" row "_s + row->code : estate.rackName(id);
    case Within::Room:
        return estate.roomName(rack.room);
    case Within::Site:
        return site ? site->code : QString();
    }
    return u"all"_s;
}

QJsonArray namesOf(const std::vector<Unchecked> &all) {
    QJsonArray names;
    for (const Unchecked one : all) {
        names << uncheckedName(one);
    }
    return names;
}

Answer answerOf(const Estate &estate, const Asked &asked, const SetOptions &options) {
    const Format format(QLocale::c());
    const auto &[wanted, names] = asked;
    const auto found = findSet(estate, wanted);
    int pieces = 0;
    QJsonArray items, sets, refused;
    QStringList missing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        pieces += wanted.items[i].count;
        items << QJsonObject{{u"item"_s, names[i].ordinal},
                             {u"name"_s, names[i].name},
                             {u"count"_s, wanted.items[i].count},
                             {u"not_checked"_s, namesOf(found.notChecked[i])},
                             {u"estimated"_s, namesOf(found.estimated[i])}};
        for (const Unchecked one : found.notChecked[i]) {
            if (!missing.contains(uncheckedName(one))) {
                missing << uncheckedName(one);
            }
        }
    }
    if (found.unknownSetpoints && !missing.contains(uncheckedName(Unchecked::Inlet))) {
        missing << uncheckedName(Unchecked::Inlet);
    }
    QList<QStringList> rows;
    for (const auto &set : std::span(found.sets).first(std::min(options.top, found.sets.size()))) {
        const QString where = partName(estate, set.pieces.front().place.rack, wanted.together);
        QJsonArray places;
        for (const auto &[item, place] : set.pieces) {
            QJsonObject json = placeJson(estate, place);
            json[u"item"_s] = names[item].ordinal;
            places << json;
            QStringList outlets;
            for (const QJsonValue &name : outletNames(estate, place.cords)) {
                outlets << name.toString();
            }
            rows << QStringList{QString::number(sets.size() + 1),
                                QString::number(set.total),
                                QString::number(names[item].ordinal),
                                estate.rackName(place.rack),
                                QString::number(unitOf(estate, place)),
                                faceText(place),
                                outlets.join(u' ')};
        }
        sets << QJsonObject{{u"where"_s, where}, {u"score"_s, set.total}, {u"places"_s, places}};
    }
    QString why;
    for (const auto &none : found.refused) {
        const QString where = partName(estate, none.rack, wanted.together);
        why += where + u'\n';
        QJsonArray lacks;
        for (const auto &lack : none.lacks) {
            QJsonObject json{{u"item"_s, names[lack.item].ordinal},
                             {u"missing"_s, lack.missing},
                             {u"too_near"_s, lack.apart},
                             {u"shortfalls"_s, toJson(lack.nearest.shortfalls)}};
            why += u"    item %1, %2 without a place"_s.arg(names[lack.item].ordinal).arg(lack.missing);
            if (lack.nearest.rack) {
                json[u"nearest"_s] = estate.rackName(lack.nearest.rack);
                why += u"; nearest is "_s + estate.rackName(lack.nearest.rack);
            }
            why += lack.apart ? u"; every place left is in one %1 with another piece\n"_s.arg(withinName(wanted.apart))
                              : u"\n"_s;
            for (const Shortfall &one : lack.nearest.shortfalls) {
                why += u"        "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
            }
            lacks << json;
        }
        refused << QJsonObject{{u"where"_s, where}, {u"items"_s, lacks}};
    }
    QJsonObject set{{u"pieces"_s, pieces},
                    {u"items"_s, items},
                    {u"together"_s, withinName(wanted.together)},
                    {u"apart"_s, withinName(wanted.apart)},
                    {u"sets"_s, sets},
                    {u"refused_parts"_s, static_cast<qint64>(found.refused.size())}};
    if (options.explain) {
        set[u"refused"_s] = refused;
    }
    const QString part = wanted.together == Within::Anything ? u"estate"_s : withinName(wanted.together);
    QString text = rows.isEmpty()
                       ? QString()
                       : table({u"set"_s, u"score"_s, u"item"_s, u"rack"_s, u"unit"_s, u"face"_s, u"outlets"_s}, rows);
    text += u"All %1 pieces: %2 times within one %3; %4 times not.\n"_s.arg(pieces)
                .arg(found.sets.size())
                .arg(part)
                .arg(found.refused.size());
    text += missing.isEmpty() ? QString() : u"Not checked of every item: %1.\n"_s.arg(missing.join(u", "_s));
    return {QJsonObject{{u"fits"_s, static_cast<qint64>(found.sets.size())},
                        {u"places"_s, QJsonArray()},
                        {u"refused_racks"_s, 0},
                        {u"not_checked"_s, QJsonArray::fromStringList(missing)},
                        {u"set"_s, set}},
            text + (options.explain ? why : QString()),
            {},
            found.sets.empty() ? Refused : Done};
}

} // namespace

bool isRequestNumber(const QString &operand) {
    static const QRegularExpression number(u"^(R-\\d+-)?\\d+$"_s);
    return number.match(operand).hasMatch();
}

Result<RequestDraft> readRequestFile(const QString &path) {
    const auto bytes = contentOf(path);
    return bytes.ok() ? parseRequest(*bytes) : bytes.error();
}

Result<Answer> findSetFor(Session &session, const QString &name, const SetOptions &options) {
    std::optional<RequestDraft> draft;
    if (!isRequestNumber(name)) {
        auto read = readRequestFile(name);
        if (!read.ok()) {
            return read.error();
        }
        draft = std::move(read.value());
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Request *request = draft ? nullptr : findRequest(**snapshot, name);
    if (!draft && !request) {
        return invalid(u"--request"_s, name, u"the number of a request, or a file"_s);
    }
    auto asked = draft ? askedBy(*draft, options, **snapshot) : askedBy(*request, options, **snapshot);
    if (!asked.ok()) {
        return asked.error();
    }
    if (const Status taken = takeOptions(asked.value(), options, **snapshot); !taken.ok()) {
        return taken.error();
    }
    return answerOf(Estate(*snapshot), *asked, options);
}

} // namespace polder::ctl
