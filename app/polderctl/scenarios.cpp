#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/output.h"
#include "app/polderctl/promoting.h"
#include "app/polderctl/proposed.h"
#include "app/polderctl/resolving.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/stranded.h"
#include "model/exchange/scenariofile.h"
#include "model/report/capacityreport.h"

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

/// One change of the file, all that it came to.
struct Step {
    const ScenarioChangeDraft *draft = nullptr;
    std::vector<Change> changes;
    std::vector<ChangeOutcome> outcomes; ///< of each

    [[nodiscard]] bool crosses() const {
        return std::ranges::any_of(outcomes,
                                   [](const ChangeOutcome &one) { return one.missing > 0 || !one.crossed.empty(); });
    }
    [[nodiscard]] std::vector<Shortfall> crossed() const {
        std::vector<Shortfall> all;
        for (const auto &one : outcomes) {
            all.insert(all.end(), one.crossed.begin(), one.crossed.end());
        }
        return all;
    }
};

struct Played {
    ScenarioFile file;
    std::unique_ptr<Scenario> scenario;
    std::vector<Step> changes;

    [[nodiscard]] bool crosses() const { return std::ranges::any_of(changes, &Step::crosses); }
    [[nodiscard]] const Estate &estate() const { return scenario->estate(); }
};

Result<Played> play(SnapshotPtr snapshot, const ScenarioFile &file) {
    Played played{file, std::make_unique<Scenario>(std::move(snapshot)), {}};
    const auto &drafts = file.draft.changes;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Session::progress(file.path, static_cast<int>(i * 1000 / drafts.size()));
        const auto inFile = [&](Error error) {
            const QString pointer =
                u"/changes/%1/"_s.arg(i) + error.data[u"field"_s].toString().toLower().section(u' ', 0, 0);
            error.what = u"%1: /changes/%2/%3"_s.arg(file.path).arg(i).arg(error.what);
            error.data[u"field"_s] = pointer;
            error.data[u"file"_s] = file.path;
            return error;
        };
        const auto changes = changesOf(played.estate(), drafts[i]);
        if (!changes.ok()) {
            return inFile(changes.error());
        }
        Step done{&drafts[i], *changes, {}};
        for (const Change &change : *changes) {
            auto outcome = played.scenario->apply(change);
            if (!outcome.ok()) {
                return inFile(outcome.error());
            }
            done.outcomes.push_back(std::move(outcome).value());
        }
        played.changes.push_back(std::move(done));
    }
    Session::progressDone();
    return played;
}

/// The day of which capacity is told.
Day dayOf(const std::vector<ScenarioFile> &files, Day today) {
    std::optional<Day> on;
    Day last = today;
    for (const auto &file : files) {
        on = on ? on : file.draft.on;
        for (const auto &change : file.draft.changes) {
            last = std::max(last, change.from.value_or(today));
        }
    }
    return on.value_or(last);
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

QJsonObject changeJson(const Played &played, const Step &done) {
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
    return {{u"do"_s, nameOf(done.draft->kind)},
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
    const Step &done = played.changes[number];
    const Estate &estate = played.estate();
    const Format format(QLocale::c());
    const auto &draft = *done.draft;
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

/// The bookings of a scenario, and why the rest of it is none.
Promotion promotionOf(const Snapshot &before, const Played &played) {
    Promotion promotion;
    for (std::size_t i = 0; i < played.changes.size(); ++i) {
        const Step &step = played.changes[i];
        for (std::size_t j = 0; j < step.changes.size(); ++j) {
            promotion.add(static_cast<int>(i) + 1, before, played.estate(), step.changes[j], step.outcomes[j],
                          step.draft->reason);
        }
    }
    return promotion;
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

    const Day on = dayOf(files, (*snapshot)->today);
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
        const auto done = promotionOf(**snapshot, all.front())
                              .book(session, *key, generation->value_or(qint64{(*snapshot)->generation}));
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
