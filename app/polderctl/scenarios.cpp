#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/output.h"
#include "app/polderctl/proposed.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/stranded.h"
#include "model/planning/promotion.h"
#include "model/report/capacityreport.h"
#include "model/store/errors.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <map>

// scenario: what if, from a file: the first limit on the way, and what is left of each dimension.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allResources{Resource::Space, Resource::Power, Resource::Mass, Resource::Heat, Resource::Outlets};

struct ScenarioFile {
    QString path;
    ScenarioDraft draft;

    [[nodiscard]] QString name() const { return draft.name.value_or(QFileInfo(path).fileName()); }
};

Result<ScenarioFile> readScenario(const QString &path) {
    const auto bytes = contentOf(path);
    if (!bytes.ok()) {
        return bytes.error();
    }
    auto draft = parseScenario(*bytes);
    if (!draft.ok()) {
        Error error = draft.error();
        error.what = path + u": "_s + error.what;
        error.data[u"file"_s] = path;
        return error;
    }
    return ScenarioFile{path, std::move(draft).value()};
}

struct Played : PlayedScenario {
    ScenarioFile file;
};

Result<Played> play(const SnapshotPtr &snapshot, const ScenarioFile &file) {
    auto played =
        polder::play(snapshot, file.draft, {}, [&file](int permille) { Session::progress(file.path, permille); });
    if (!played.ok()) {
        Error error = played.error();
        error.what = file.path + u": "_s + error.what;
        error.data[u"file"_s] = file.path;
        return error;
    }
    Session::progressDone();
    return Played{std::move(played).value(), file};
}

/// The day of which capacity is told.
Day toldDay(const std::vector<Played> &all, Day today) {
    Day last = today;
    for (const Played &played : all) {
        if (played.file.draft.on) {
            return *played.file.draft.on;
        }
        last = std::max(last, lastBegin(played, today));
    }
    return last;
}

// Capacity, before and after.

using Levels = std::map<Place, LevelCapacity>;

Levels levelsAt(const Estate &estate, Day day) {
    Levels levels;
    for (auto &level : estateCapacityOn(estate, day).levels) {
        if (level.place.level == Level::Site || level.place.level == Level::All) {
            levels.emplace(level.place, level);
        }
    }
    return levels;
}

/// In base units: total (nothing where nobody has said), used, held, free, stranded.
struct Figures {
    std::array<std::int64_t, 5> of{};

    [[nodiscard]] Figures without(const Figures &o) const {
        Figures left = *this;
        for (std::size_t i = 0; i < left.of.size(); ++i) {
            left.of[i] -= o.of[i];
        }
        return left;
    }
};
const QStringList figureNames{u"total"_s, u"used"_s, u"held"_s, u"free"_s, u"stranded"_s};

Figures figuresAt(const Levels &levels, const Place &place, Resource resource) {
    const auto found = levels.find(place);
    if (found == levels.end()) {
        return {};
    }
    const auto &capacity = found->second.at(resource);
    return {{capacity.total.value_or(0), capacity.used, capacity.held, capacity.free,
             found->second.stranded[static_cast<std::size_t>(resource)]}};
}

QJsonObject figuresJson(const Figures &figures, Resource resource) {
    QJsonObject json;
    for (std::size_t i = 0; i < figures.of.size(); ++i) {
        json[figureNames[static_cast<qsizetype>(i)]] = amountOf(resource, figures.of[i]).toDouble();
    }
    return json;
}

QStringList figuresCells(const Figures &figures, Resource resource) {
    QStringList cells;
    for (const auto figure : figures.of) {
        cells << QString::number(amountOf(resource, figure).toDouble(), 'g', 12);
    }
    return cells;
}

QJsonValue siteJson(const Estate &estate, const Place &place) {
    const Site *site = estate.snapshot().sites.find(place.site);
    return site ? QJsonValue(site->code) : QJsonValue();
}

QJsonObject rowJson(const Estate &estate, const Place &place, Resource resource) {
    return {{u"site"_s, siteJson(estate, place)}, {u"dimension"_s, nameOf(resource)}, {u"unit"_s, unitOf(resource)}};
}

// What is told.

QJsonObject changeJson(const Played &played, const PlayedChange &done) {
    const Estate &estate = played.estate();
    QJsonArray placed, ended, racks, refusedBy;
    std::map<QString, int> rules;
    int missing = 0, down = 0, weakened = 0;
    for (const auto &outcome : done.outcomes) {
        for (const auto id : outcome.placed) {
            placed << proposedJson(estate, *estate.snapshot().placements.find(id));
        }
        for (const auto id : outcome.ended) {
            ended << id.value;
        }
        for (const auto id : outcome.racks) {
            racks << estate.rackName(id);
        }
        for (const auto &[rule, count] : outcome.racksByRule) {
            rules[rule] += count;
        }
        missing += outcome.missing;
        down += outcome.failure ? static_cast<int>(outcome.failure->down.size()) : 0;
        weakened += outcome.failure ? static_cast<int>(outcome.failure->weakened.size()) : 0;
    }
    for (const auto &[rule, count] : rules) {
        refusedBy << QJsonObject{{u"rule"_s, rule}, {u"racks"_s, count}};
    }
    return {{u"do"_s, nameOf(done.draft.kind)},
            {u"placed"_s, placed},
            {u"ended"_s, ended},
            {u"racks"_s, racks},
            {u"missing"_s, missing},
            {u"crossed"_s, toJson(done.crossed())},
            {u"refused_by"_s, refusedBy},
            {u"down"_s, down},
            {u"weakened"_s, weakened}};
}

QJsonValue firstJson(const Played &played) {
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        if (const auto crossed = played.changes[i].crossed(); !crossed.empty()) {
            return QJsonObject{{u"change"_s, static_cast<qint64>(i) + 1}, {u"crossed"_s, toJson(crossed.front())}};
        }
    }
    return QJsonValue::Null;
}

QString changeText(const Played &played, std::size_t number) {
    const PlayedChange &done = played.changes[number];
    const Estate &estate = played.estate();
    const Format format(QLocale::c());
    const auto &draft = done.draft;
    const QString what = draft.request.value_or(draft.model.value_or(draft.node.value_or(draft.assetTag.value_or(
        draft.like.value_or(draft.placement ? QString::number(*draft.placement) : QString())))));
    QString text = u"\n%1. %2 %3\n"_s.arg(number + 1).arg(nameOf(draft.kind), what);
    QList<QStringList> rows;
    int missing = 0;
    for (const auto &outcome : done.outcomes) {
        for (const auto id : outcome.placed) {
            rows << proposedCells(estate, *estate.snapshot().placements.find(id));
        }
        for (const auto id : outcome.racks) {
            text += u"   %1 is added.\n"_s.arg(estate.rackName(id));
        }
        if (outcome.failure) {
            text += u"   %1 devices go down, %2 lose redundancy.\n"_s.arg(outcome.failure->down.size())
                        .arg(outcome.failure->weakened.size());
        }
        if (!outcome.ended.empty() && outcome.placed.empty()) {
            text += u"   %1 bookings end.\n"_s.arg(outcome.ended.size());
        }
        missing += outcome.missing;
    }
    text += rows.isEmpty() ? QString() : table(proposedHeaders(), rows);
    if (missing > 0) {
        text += u"   %1 find no place:\n"_s.arg(missing);
    }
    for (const Shortfall &one : done.crossed()) {
        text += u"   "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
    }
    return text;
}

QString firstText(const Played &played) {
    const Format format(QLocale::c());
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        if (const auto crossed = played.changes[i].crossed(); !crossed.empty()) {
            return u"The first limit, at change %1: %2  %3\n"_s.arg(i + 1).arg(crossed.front().rule,
                                                                               format.shortfall(crossed.front()));
        }
    }
    return played.crosses() ? u"Something finds no place, and no rack is there to say why.\n"_s
                            : u"No limit is crossed.\n"_s;
}

const QStringList figureHeaders{u"where"_s, u"dimension"_s, u"total"_s, u"used"_s, u"held"_s, u"free"_s, u"stranded"_s};

QString placeName(const Estate &estate, const Place &place) {
    return place.level == Level::All ? u"all"_s : siteJson(estate, place).toString();
}

/// In the answer's own words: the numbers that say what was asked, without all the rest.
QJsonObject stepJson(const Promotion::Step &step) {
    QJsonObject json{{u"change"_s, step.change}, {u"intention"_s, step.intention}};
    for (const QString &name : {u"request"_s, u"item"_s}) {
        if (step.arguments.contains(name)) {
            json[name] = step.arguments[name];
        }
    }
    if (step.intention == u"move") {
        json[u"placement"_s] = step.arguments[u"moves"_s][0][u"placement"_s];
    }
    return json;
}

QString conflictText(const Conflict &conflict) {
    switch (conflict.why) {
    case Conflict::Why::NoPlace:
        return u"%1 find no place."_s.arg(conflict.what);
    case Conflict::Why::NoRequest:
        return u"What is made up cannot be booked: it needs a request."_s;
    case Conflict::Why::MadeUpRack:
        return u"%1 is made up: nothing can stand there."_s.arg(conflict.what);
    case Conflict::Why::MadeUpBooking:
        return u"What the scenario itself has booked is moved: it has to be booked where it goes."_s;
    case Conflict::Why::Retiring:
        return u"What is retired is decommissioned or released by itself, and then the rest promoted."_s;
    case Conflict::Why::Infrastructure:
        return u"Racks and feeds are not booked: they have to be there first."_s;
    case Conflict::Why::Refused:
        break;
    }
    return conflict.refusal.what;
}

QJsonObject conflictJson(const Conflict &conflict) {
    QJsonValue kind = u"scenario"_s;
    if (conflict.why == Conflict::Why::Refused) {
        Error own = conflict.refusal;
        own.kind = errorKind(own.sqlstate);
        kind = errorJson(own)[u"error"_s][u"kind"_s];
    }
    return {{u"change"_s, conflict.change},
            {u"kind"_s, kind},
            {u"message"_s, conflictText(conflict)},
            {u"violations"_s, toJson(violationsOf(conflict.refusal.data))}};
}

/// All of it, or nothing; then the answer tells every conflict.
Result<Answer> book(const Promotion &promotion, Session &session, QUuid key, qint64 generation) {
    std::vector<Conflict> conflicts = promotion.conflicts();
    if (!promotion.steps().empty()) {
        const auto done = session.intend(u"promote"_s, promotion.arguments(), key, generation);
        if (!done.ok() && done.error().sqlstate != u"PL009") {
            return done.error();
        }
        if (!done.ok()) {
            const auto refused = promotion.conflictsOf(done.error());
            conflicts.insert(conflicts.end(), refused.begin(), refused.end());
        }
    }
    const bool booked = conflicts.empty();
    const Format format(QLocale::c());
    QJsonArray steps, told;
    for (const auto &step : promotion.steps()) {
        steps << stepJson(step);
    }
    QString text = booked ? u"\nPromoted: %1 intentions, all in one transaction.\n"_s.arg(promotion.steps().size())
                          : u"\nNot promoted, nothing is booked:\n"_s;
    for (const Conflict &conflict : conflicts) {
        told << conflictJson(conflict);
        text += u"   change %1: %2\n"_s.arg(conflict.change).arg(conflictText(conflict));
        for (const Shortfall &shortfall : violationsOf(conflict.refusal.data)) {
            text += u"      "_s + shortfall.rule + u"  "_s + format.shortfall(shortfall) + u'\n';
        }
    }
    return Answer{QJsonObject{{u"booked"_s, booked}, {u"steps"_s, steps}, {u"conflicts"_s, told}},
                  text,
                  {},
                  booked ? Done : Refused};
}

Result<Answer> scenarioNow(Session &session, const QCommandLineParser &options) {
    const bool promotes = options.isSet(u"promote"_s);
    const auto key = clientKey(options);
    if (!key.ok()) {
        return key.error();
    }
    const auto generation = wholeNumber(options, u"generation"_s, 0, std::numeric_limits<qint64>::max());
    if (!generation.ok()) {
        return generation.error();
    }
    if (promotes && options.positionalArguments().size() > 1) {
        return usage(u"--promote is for one FILE: two scenarios are two ways."_s);
    }
    std::vector<ScenarioFile> files;
    for (const QString &path : options.positionalArguments()) {
        auto file = readScenario(path);
        if (!file.ok()) {
            return file.error();
        }
        files.push_back(std::move(file).value());
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    std::vector<Played> all;
    for (const auto &file : files) {
        auto played = play(*snapshot, file);
        if (!played.ok()) {
            return played.error();
        }
        all.push_back(std::move(played).value());
    }

    const Day on = toldDay(all, (*snapshot)->today);
    const Estate estate(*snapshot);
    const Levels before = levelsAt(estate, on);
    std::vector<Levels> after;
    QJsonArray scenarios;
    QString text;
    for (const Played &played : all) {
        after.push_back(levelsAt(played.estate(), on));
        QJsonArray changes, levels;
        QList<QStringList> rows;
        text += (text.isEmpty() ? QString() : u"\n"_s) + played.file.name() + u": "_s + firstText(played);
        for (std::size_t i = 0; i < played.changes.size(); ++i) {
            changes << changeJson(played, played.changes[i]);
            text += changeText(played, i);
        }
        for (const auto &[place, level] : after.back()) {
            for (const Resource resource : allResources) {
                const auto then = figuresAt(after.back(), place, resource);
                const auto now = figuresAt(before, place, resource);
                QJsonObject row = rowJson(estate, place, resource);
                row[u"before"_s] = figuresJson(now, resource);
                row[u"after"_s] = figuresJson(then, resource);
                levels << row;
                if (place.level == Level::All) {
                    rows << QStringList{u"before"_s, nameOf(resource)} + figuresCells(now, resource)
                         << QStringList{u"after"_s, nameOf(resource)} + figuresCells(then, resource);
                }
            }
        }
        text += u"\nAll data centres on %1:\n"_s.arg(isoDate(on)) + table(figureHeaders, rows);
        scenarios << QJsonObject{{u"name"_s, played.file.name()},
                                 {u"file"_s, played.file.path},
                                 {u"changes"_s, changes},
                                 {u"first"_s, firstJson(played)},
                                 {u"levels"_s, levels}};
    }
    QJsonValue difference = QJsonValue::Null;
    if (all.size() == 2) {
        QJsonArray lines;
        QList<QStringList> rows;
        for (const auto &[place, level] : after[0]) {
            for (const Resource resource : allResources) {
                const auto by = figuresAt(after[1], place, resource).without(figuresAt(after[0], place, resource));
                QJsonObject row = figuresJson(by, resource);
                row.insert(u"site"_s, siteJson(estate, place));
                row.insert(u"dimension"_s, nameOf(resource));
                row.insert(u"unit"_s, unitOf(resource));
                lines << row;
                rows << QStringList{placeName(estate, place), nameOf(resource)} + figuresCells(by, resource);
            }
        }
        difference = lines;
        text += u"\nThe second less the first:\n"_s + table(figureHeaders, rows);
    }
    bool refused = std::ranges::any_of(all, &Played::crosses);
    QJsonValue promoted = QJsonValue::Null;
    if (promotes) {
        const auto done = book(Promotion(**snapshot, all.front()), session, *key,
                               generation->value_or(qint64{(*snapshot)->generation}));
        if (!done.ok()) {
            return done.error();
        }
        promoted = done->json;
        text += done->text;
        refused = done->exitCode != Done;
    }
    return Answer{QJsonObject{{u"today"_s, isoDate((*snapshot)->today)},
                              {u"generation"_s, qint64{(*snapshot)->generation}},
                              {u"on"_s, isoDate(on)},
                              {u"scenarios"_s, scenarios},
                              {u"difference"_s, difference},
                              {u"promoted"_s, promoted}},
                  text,
                  {},
                  refused ? Refused : Done};
}

} // namespace

QList<Command> scenarioCommands() {
    return {{{u"scenario"_s},
             u"FILE|- [FILE]"_s,
             1,
             2,
             u"what if: changes to a copy of the estate, the first limit on the way; two side by side"_s,
             intentionOptions(
                 {flagOption(u"promote"_s, u"book what it books, all in one transaction, or tell every conflict"_s)}),
             scenarioNow,
             u"scenario"_s}};
}

} // namespace polder::ctl
