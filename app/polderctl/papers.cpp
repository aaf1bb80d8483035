#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/record.h"
#include "app/polderctl/requestset.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "app/polderctl/written.h"
#include "model/core/rackpath.h"
#include "model/exchange/requestfile.h"
#include "model/exchange/requestsheet.h"
#include "model/planning/resolving.h"
#include "views/paper/elevationpaper.h"
#include "views/paper/labels.h"
#include "views/paper/planpaper.h"
#include "views/paper/sitesheet.h"
#include "views/paper/workorder.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

// paper: what is printed for the floor itself: labels, elevations, work orders.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// Numbers and dates too are in that language.
class Speaking {
public:
    explicit Speaking(const QString &language) : m_language(language) { QLocale::setDefault(m_language.locale()); }
    ~Speaking() { QLocale::setDefault(m_before); }
    Speaking(const Speaking &) = delete;
    Speaking &operator=(const Speaking &) = delete;

private:
    QLocale m_before;
    InLanguage m_language;
};

/// SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK.
std::vector<RackId> racksNamed(const Snapshot &snapshot, const QString &text) {
    if (const Rack *rack = findRack(snapshot, text)) {
        return {rack->id};
    }
    std::vector<std::pair<QString, RackId>> found;
    for (const Rack &rack : snapshot.racks) {
        const QString path = rackPath(snapshot, rack.id);
        const auto *row = snapshot.rackRows.find(rack.row);
        const QString ofRow = row ? path.section(u'/', 0, 1) + u'/' + row->code : QString();
        const bool meant =
            path.startsWith(text + u'/', Qt::CaseInsensitive) || ofRow.compare(text, Qt::CaseInsensitive) == 0;
        if (meant && rack.during.contains(snapshot.today)) {
            found.emplace_back(path, rack.id);
        }
    }
    std::ranges::sort(found);
    std::vector<RackId> racks;
    for (const auto &[path, id] : found) {
        racks.push_back(id);
    }
    return racks;
}

/// What stands in a rack, what a request has, or the one with this tag.
std::vector<EquipmentId> equipmentNamed(const Snapshot &snapshot, const QString &text) {
    const auto named = racksNamed(snapshot, text);
    const std::set<RackId> racks(named.begin(), named.end());
    std::set<EquipmentId> inRacks;
    for (const Placement &placement : snapshot.placements) {
        if (placement.during.contains(snapshot.today) && placement.state != u"released" &&
            racks.contains(placement.rack)) {
            inRacks.insert(placement.equipment);
        }
    }
    const Request *request = findRequest(snapshot, text);
    std::vector<EquipmentId> found;
    for (const Equipment &one : snapshot.equipment) {
        const RequestItem *item = snapshot.requestItems.find(one.requestItem);
        const bool ofRequest = request && item && item->request == request->id;
        if (ofRequest || inRacks.contains(one.id) || one.assetTag.compare(text, Qt::CaseInsensitive) == 0) {
            found.push_back(one.id);
        }
    }
    return found;
}

/// The file is written and the answer says so.
Result<Answer> written(const QCommandLineParser &options, const QByteArray &bytes, std::size_t items) {
    const QString output = options.value(u"output"_s);
    if (const Status status = writeFile(output, bytes); !status.ok()) {
        return status.error();
    }
    const auto count = static_cast<qint64>(items);
    return Answer{QJsonObject{{u"output"_s, output}, {u"items"_s, count}}, u"%1: %2\n"_s.arg(output).arg(count)};
}

/// What all of them ask before anybody is called.
Result<QString> languageOf(const QCommandLineParser &options) {
    const auto language = oneOf(options, u"language"_s, {u"en"_s, u"nl"_s});
    if (!language.ok()) {
        return language.error();
    }
    if (options.value(u"output"_s).isEmpty()) {
        return usage(u"paper wants --output FILE."_s);
    }
    return language->value_or(u"en"_s);
}

Result<SnapshotPtr> snapshotAsked(Session &session, const QCommandLineParser &options) {
    const auto record = recordAsked(session, options, [&session] { return session.snapshot(); });
    return record.ok() ? Result<SnapshotPtr>(record->snapshot) : record.error();
}

Result<Answer> labels(Session &session, const QCommandLineParser &options) {
    const auto language = languageOf(options);
    if (!language.ok()) {
        return language.error();
    }
    const auto skip = wholeNumber(options, u"skip"_s, 0, 23);
    if (!skip.ok()) {
        return skip.error();
    }
    const auto snapshot = snapshotAsked(session, options);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Speaking speaking(*language);
    std::vector<EquipmentId> wanted;
    for (const QString &text : options.positionalArguments()) {
        const auto found = equipmentNamed(**snapshot, text);
        if (found.empty()) {
            return invalid(u"OBJECT"_s, text, u"a rack, a request or an asset tag with equipment that you may see"_s);
        }
        wanted.insert(wanted.end(), found.begin(), found.end());
    }
    const auto made = labelsOf(**snapshot, wanted);
    return written(options, labelSheets(made, static_cast<int>(skip->value_or(0))), made.size());
}

Result<Answer> elevations(Session &session, const QCommandLineParser &options) {
    const auto language = languageOf(options);
    if (!language.ok()) {
        return language.error();
    }
    const auto by = oneOf(options, u"by"_s, {u"rack"_s, u"row"_s});
    if (!by.ok()) {
        return by.error();
    }
    const auto asOf = day(options, u"as-of"_s);
    if (!asOf.ok()) {
        return asOf.error();
    }
    const auto snapshot = snapshotAsked(session, options);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Speaking speaking(*language);
    std::vector<RackId> racks;
    for (const QString &text : options.positionalArguments()) {
        const auto found = racksNamed(**snapshot, text);
        if (found.empty()) {
            return invalid(u"PLACE"_s, text, u"SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK"_s);
        }
        racks.insert(racks.end(), found.begin(), found.end());
    }
    const auto layout = by->value_or(u"rack"_s) == u"row" ? ElevationLayout::Row : ElevationLayout::Rack;
    return written(options, elevationPaper(**snapshot, racks, asOf->value_or((*snapshot)->today), layout),
                   racks.size());
}

Result<Answer> order(Session &session, const QCommandLineParser &options) {
    const auto language = languageOf(options);
    if (!language.ok()) {
        return language.error();
    }
    const auto from = day(options, u"from"_s);
    if (!from.ok()) {
        return from.error();
    }
    const auto until = day(options, u"until"_s);
    if (!until.ok()) {
        return until.error();
    }
    const auto snapshot = snapshotAsked(session, options);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Speaking speaking(*language);
    RequestId request;
    if (!options.positionalArguments().isEmpty()) {
        const QString text = options.positionalArguments().first();
        const Request *found = findRequest(**snapshot, text);
        if (!found) {
            return invalid(u"REQUEST"_s, text, u"the number of a request"_s);
        }
        request = found->id;
    }
    constexpr int week = 7;
    const Day first = from->value_or((*snapshot)->today);
    const Day end = until->value_or(first.plus(week));
    if (end <= first) {
        return invalid(u"--until"_s, options.value(u"until"_s), u"a day after the first"_s);
    }
    const auto work = workBetween(**snapshot, first, end.plus(-1), request);
    return written(options, workOrder(**snapshot, work, first, end.plus(-1)), work.size());
}

Result<Answer> plans(Session &session, const QCommandLineParser &options) {
    const auto language = languageOf(options);
    if (!language.ok()) {
        return language.error();
    }
    const auto asOf = day(options, u"as-of"_s);
    if (!asOf.ok()) {
        return asOf.error();
    }
    const auto snapshot = snapshotAsked(session, options);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Speaking speaking(*language);
    std::vector<RoomId> rooms;
    for (const QString &text : options.positionalArguments()) {
        const auto before = rooms.size();
        for (const Room &room : (*snapshot)->rooms) {
            const QString path = roomPath(**snapshot, room.id);
            if (path.compare(text, Qt::CaseInsensitive) == 0 || path.startsWith(text + u'/', Qt::CaseInsensitive)) {
                rooms.push_back(room.id);
            }
        }
        if (rooms.size() == before) {
            return invalid(u"PLACE"_s, text, u"SITE or SITE/ROOM"_s);
        }
    }
    return written(options, planPaper(**snapshot, rooms, asOf->value_or((*snapshot)->today)), rooms.size());
}

Result<Answer> sitePreparation(Session &session, const QCommandLineParser &options) {
    const auto language = languageOf(options);
    if (!language.ok()) {
        return language.error();
    }
    const auto snapshot = snapshotAsked(session, options);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Speaking speaking(*language);
    std::vector<PlacementId> places;
    for (const QString &text : options.positionalArguments()) {
        const Request *request = findRequest(**snapshot, text);
        const auto tagged =
            request ? (*snapshot)->equipment.end()
                    : std::ranges::find_if((*snapshot)->equipment, [&](const Equipment &one) {
                          return !one.assetTag.isEmpty() && one.assetTag.compare(text, Qt::CaseInsensitive) == 0;
                      });
        std::vector<PlacementId> found;
        if (request) {
            found = floorPlacesOf(**snapshot, request->id);
        } else if (tagged != (*snapshot)->equipment.end()) {
            found = floorPlacesOf(**snapshot, {}, tagged->id);
        }
        if (found.empty()) {
            return invalid(u"OBJECT"_s, text, u"a request or an asset tag with a place on a floor"_s);
        }
        places.insert(places.end(), found.begin(), found.end());
    }
    return written(options, siteSheets(**snapshot, places), places.size());
}

/// The form that is mailed to people who install nothing; with a request file, filled in as far as that says.
Result<Answer> requestForm(Session & /*session*/, const QCommandLineParser &options) {
    if (options.value(u"output"_s).isEmpty()) {
        return usage(u"paper wants --output FILE."_s);
    }
    QJsonObject filled;
    if (!options.positionalArguments().isEmpty()) {
        const auto draft = readRequestFile(options.positionalArguments().first());
        if (!draft.ok()) {
            return draft.error();
        }
        filled = QJsonDocument::fromJson(writeRequest(*draft)).object();
    }
    const auto form = writeRequestSheet(filled);
    return form.ok() ? written(options, *form, std::size_t(filled[u"items"_s].toArray().size())) : form.error();
}

QList<QCommandLineOption> paperOptions(QList<QCommandLineOption> own) {
    return own << asKnownOption() << valueOption(u"language"_s, u"en|nl"_s, u"of the paper; left out: en"_s)
               << valueOption(u"output"_s, u"FILE"_s, u"the PDF that is written"_s);
}

} // namespace

QList<Command> paperCommands() {
    return {
        {{u"paper"_s, u"labels"_s},
         u"OBJECT..."_s,
         1,
         -1,
         u"labels with a QR code of the asset tag, A4 sheets of 24: of a rack, a request or one tag"_s,
         paperOptions({valueOption(u"skip"_s, u"N"_s, u"places of the first sheet that are used already"_s)}),
         labels,
         u"paper"_s},
        {{u"paper"_s, u"elevations"_s},
         u"PLACE..."_s,
         1,
         -1,
         u"racks to scale: SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK"_s,
         paperOptions({valueOption(u"by"_s, u"rack|row"_s, u"one rack a page, both faces; or the fronts of many"_s),
                       valueOption(u"as-of"_s, u"DATE"_s, u"the day that is drawn; today if not given"_s)}),
         elevations,
         u"paper"_s},
        {{u"paper"_s, u"work-order"_s},
         u"[REQUEST]"_s,
         0,
         1,
         u"what is to be installed, moved and retired, with boxes to tick"_s,
         paperOptions({valueOption(u"from"_s, u"DATE"_s, u"the first day; today if not given"_s),
                       valueOption(u"until"_s, u"DATE"_s, u"the first day after it; a week later if not given"_s)}),
         order,
         u"paper"_s},
        {{u"paper"_s, u"plan"_s},
         u"PLACE..."_s,
         1,
         -1,
         u"rooms to scale: SITE or SITE/ROOM"_s,
         paperOptions({valueOption(u"as-of"_s, u"DATE"_s, u"the day that is drawn; today if not given"_s)}),
         plans,
         u"paper"_s},
        {{u"paper"_s, u"site-preparation"_s},
         u"OBJECT..."_s,
         1,
         -1,
         u"what a floor has to give before an instrument comes: of a request or one tag"_s,
         paperOptions({}),
         sitePreparation,
         u"paper"_s},
        {{u"paper"_s, u"request-form"_s},
         u"[FILE|-]"_s,
         0,
         1,
         u"a request as a workbook to fill in, in Dutch and English; `request submit` reads it back"_s,
         {valueOption(u"output"_s, u"FILE"_s, u"the XLSX that is written"_s)},
         requestForm,
         u"paper"_s},
    };
}

} // namespace polder::ctl
