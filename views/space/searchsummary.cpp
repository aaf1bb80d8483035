#include "searchsummary.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "numberplaces.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("polder::SearchSummary", text);
}

SiteId siteOf(const Snapshot &snapshot, RackId id) {
    const Rack *rack = snapshot.racks.find(id);
    const Room *room = rack ? snapshot.rooms.find(rack->room) : nullptr;
    return room ? room->site : SiteId();
}

QString uncheckedName(Unchecked what) {
    switch (what) {
    case Unchecked::Depth:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "depth"));
    case Unchecked::Width:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "width"));
    case Unchecked::Weight:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "weight"));
    case Unchecked::Draw:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "power and heat"));
    case Unchecked::Cords:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "cords"));
    case Unchecked::Plug:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "plug"));
    case Unchecked::Airflow:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "airflow"));
    case Unchecked::Inlet:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "inlet temperature"));
    case Unchecked::DataClass:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "data class"));
    case Unchecked::Availability:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "availability class"));
    case Unchecked::Agreement:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "hosting agreement"));
    }
    return {};
}

/// In how many of these racks or rooms each rule stands in the way.
template <typename Refused>
std::map<QString, int> countRules(const std::vector<Refused> &refused) {
    std::map<QString, int> racks;
    for (const Refused &place : refused) {
        std::set<QString> rules;
        for (const Shortfall &shortfall : place.shortfalls) {
            rules.insert(shortfall.rule);
        }
        for (const QString &rule : rules) {
            ++racks[rule];
        }
    }
    return racks;
}

/// The rule that stands in the way most often; the first of several.
std::pair<QString, int> commonest(const std::map<QString, int> &racks) {
    const auto most = std::ranges::max_element(racks, {}, [](const auto &entry) { return entry.second; });
    return most == racks.end() ? std::pair<QString, int>() : std::pair<QString, int>(*most);
}

SiteId siteOf(const Snapshot &snapshot, RoomId id) {
    const Room *room = snapshot.rooms.find(id);
    return room ? room->site : SiteId();
}

/// `Place`: a rack or a room where it fits, `Refused`: one where it does not.
template <typename Place, typename Refused, typename IdOf>
std::vector<SiteAnswer> answersOf(const std::vector<Place> &places, const std::vector<Refused> &without,
                                  const Snapshot &snapshot, const IdOf &idOf) {
    std::map<SiteId, int> fitting;
    std::map<SiteId, std::vector<Refused>> refused;
    for (const Place &place : places) {
        ++fitting[siteOf(snapshot, idOf(place))];
    }
    for (const Refused &place : without) {
        refused[siteOf(snapshot, idOf(place))].push_back(place);
    }
    std::vector<SiteAnswer> answers;
    for (const Site &site : snapshot.sites) {
        const auto &there = refused[site.id];
        if (fitting[site.id] == 0 && there.empty()) {
            continue;
        }
        const auto [rule, lacking] = commonest(countRules(there));
        answers.push_back({.site = site.id,
                           .code = site.code,
                           .fitting = fitting[site.id],
                           .refused = static_cast<int>(there.size()),
                           .commonestRule = rule,
                           .lackingIt = lacking});
    }
    return answers;
}

/// What is looked for: the same rule has other words for each.
enum class Sought {
    Units,
    Slot,
    Bay
};

QString becauseText(const QString &rule, int lacking, std::size_t refused, Sought sought) {
    const QString number = sought == Sought::Slot
                               ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "no free place beside the rails"))
                               : say(QT_TRANSLATE_NOOP("polder::SearchSummary", "no free bay"));
    return say(QT_TRANSLATE_NOOP("polder::SearchSummary", ", because in %1 of %2: %3"))
        .arg(lacking)
        .arg(refused)
        .arg(sought != Sought::Units && rule == u"S1" ? u"%1 (S1)"_s.arg(number) : ruleText(rule));
}

/// "2 in LEIDEN · 0 in LUMC, because in 41 of 60: ..."
QString sitesText(const std::vector<SiteAnswer> &answers, Sought sought = Sought::Units) {
    QStringList parts;
    for (const SiteAnswer &answer : answers) {
        QString part = say(QT_TRANSLATE_NOOP("polder::SearchSummary", "%1 in %2")).arg(answer.fitting).arg(answer.code);
        if (answer.fitting == 0 && answer.lackingIt > 0) {
            part +=
                becauseText(answer.commonestRule, answer.lackingIt, static_cast<std::size_t>(answer.refused), sought);
        }
        parts << part;
    }
    return parts.join(u" · "_s);
}

/// The pieces of a plan that go into one rack.
struct RackShare {
    const Rack *rack;
    std::vector<Height> positions;
};

/// In the order of the plan, so that the best is named first.
std::vector<RackShare> sharesOf(const std::vector<Proposal> &places, const Snapshot &snapshot) {
    std::vector<RackShare> shares;
    for (const Proposal &place : places) {
        const Rack *rack = snapshot.racks.find(place.rack);
        if (!rack) {
            continue;
        }
        auto known = std::ranges::find(shares, rack, &RackShare::rack);
        if (known == shares.end()) {
            known = shares.insert(known, {rack, {}});
        }
        known->positions.push_back(place.position);
    }
    return shares;
}

/// "A03 U9 U10"; many: "A03 20 × U3–U42".
QString shareText(const RackShare &share) {
    constexpr std::size_t few = 3;
    const Format format;
    const auto unit = [&](Height position) { return u'U' + format.unit(*share.rack, position); };
    if (share.positions.size() > few) {
        const auto [lowest, highest] = std::ranges::minmax(share.positions, {}, &Height::halfUnits);
        return u"%1 %2 × %3–%4"_s.arg(share.rack->code, format.count(std::ssize(share.positions)), unit(lowest),
                                      unit(highest));
    }
    QString text = share.rack->code;
    for (const Height position : share.positions) {
        text += u' ' + unit(position);
    }
    return text;
}

/// "LEIDEN/DC2: A03 U9 · LEIDEN/DC1: A01 U27 U28, B01 U27"
QString placesText(const std::vector<Proposal> &places, const Snapshot &snapshot) {
    constexpr std::size_t named = 12;
    const auto shares = sharesOf(places, snapshot);
    std::vector<std::pair<RoomId, QStringList>> rooms;
    for (const RackShare &share : std::span(shares).first(std::min(named, shares.size()))) {
        auto room = std::ranges::find(rooms, share.rack->room, &std::pair<RoomId, QStringList>::first);
        if (room == rooms.end()) {
            const QString path = rackPath(snapshot, share.rack->id).section(u'/', 0, 1);
            rooms.push_back({share.rack->room, {path + u": "_s + shareText(share)}});
        } else {
            room->second << shareText(share);
        }
    }
    QStringList texts;
    for (const auto &[room, racks] : rooms) {
        texts << racks.join(u", "_s);
    }
    if (shares.size() > named) {
        texts << say(QT_TRANSLATE_NOOP("polder::SearchSummary", "other racks: %1")).arg(shares.size() - named);
    }
    return texts.join(u" · "_s);
}

template <typename Refused>
QString allTogether(std::size_t placed, int count, const QString &where, const std::vector<Refused> &full,
                    Sought sought = Sought::Units) {
    QString text =
        say(QT_TRANSLATE_NOOP("polder::SearchSummary", "All together: %1 of %2 find a place")).arg(placed).arg(count);
    if (!where.isEmpty()) {
        text += u": "_s + where;
    }
    if (const auto [rule, lacking] = commonest(countRules(full)); lacking > 0) {
        text += becauseText(rule, lacking, full.size(), sought);
    }
    return text;
}

/// "All together: 3 of 4 find a place: LEI/DC1/R1, 0U place 2 · …"
QString numberPlanText(const NumberSearch &found, int count, const Snapshot &snapshot) {
    constexpr std::size_t named = 6;
    QStringList where;
    for (const NumberPlace &piece : std::span(found.plan).first(std::min(named, found.plan.size()))) {
        where << numberText(piece, {snapshot.today, Day::never()}, snapshot);
    }
    if (found.plan.size() > named) {
        where << say(QT_TRANSLATE_NOOP("polder::SearchSummary", "others: %1")).arg(found.plan.size() - named);
    }
    return allTogether(found.plan.size(), count, where.join(u" · "_s), found.full,
                       found.bays ? Sought::Bay : Sought::Slot);
}

} // namespace

QString ruleText(const QString &rule) {
    static const std::map<QString, const char *> words{
        {u"S1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no free units in a row")},
        {u"S2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "not deep enough")},
        {u"S3"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too heavy for the rack")},
        {u"S4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too heavy for the floor")},
        {u"S6"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no free floor with its clearance")},
        {u"S7"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "a medium that it needs is missing")},
        {u"S8"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "the room is too restless for it")},
        {u"S9"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "it cannot be brought in")},
        {u"P1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no fitting outlet free")},
        {u"P2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much for an outlet")},
        {u"P3"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much for a breaker")},
        {u"P4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much for the rack PDU")},
        {u"P5"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too little power")},
        {u"P6"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too little power when one side fails")},
        {u"P7"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "the cords would not be on different sides")},
        {u"C1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much heat for the rack")},
        {u"C2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much heat for the zone")},
        {u"C4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "air would go the wrong way")},
        {u"C5"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "the air is too warm or too cold")},
        {u"C7"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no fitting liquid cooling")},
        {u"G1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "the room is not protected enough")},
        {u"G2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "personal data are not allowed")},
        {u"G3"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "the availability class is not met")},
        {u"G4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no agreement, or its quota is used up")},
        {u"N1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too few network ports")},
    };
    const auto known = words.find(rule);
    return known == words.end() ? rule : u"%1 (%2)"_s.arg(say(known->second), rule);
}

std::vector<SiteAnswer> siteAnswers(const SearchResult &result, const Snapshot &snapshot) {
    return answersOf(result.proposals, result.refused, snapshot, [](const auto &place) { return place.rack; });
}

QString summaryText(const std::vector<SiteAnswer> &answers) {
    const QString sites = sitesText(answers);
    return sites.isEmpty() ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "No rack was looked at."))
                           : say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Racks in which it fits: %1")).arg(sites);
}

QString foundText(const FoundPlaces &found, const Snapshot &snapshot) {
    if (found.numbers) {
        const bool bays = found.numbers->bays;
        const QString sites = sitesText(answersOf(found.numbers->places, found.numbers->refused, snapshot,
                                                  [](const auto &place) { return place.rack; }),
                                        bays ? Sought::Bay : Sought::Slot);
        return sites.isEmpty()
                   ? (bays ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "There is no chassis with bays then."))
                           : say(QT_TRANSLATE_NOOP("polder::SearchSummary", "No rack was looked at.")))
               : bays
                   ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Chassis in which it fits: %1")).arg(sites)
                   : say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Racks beside whose rails it fits: %1")).arg(sites);
    }
    if (!found.floor) {
        return summaryText(siteAnswers(found.racks, snapshot));
    }
    const QString sites = sitesText(
        answersOf(found.floor->rooms, found.floor->refused, snapshot, [](const auto &place) { return place.room; }));
    return sites.isEmpty() ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "No room was looked at."))
                           : say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Rooms in which it fits: %1")).arg(sites);
}

QString planText(const SearchResult &result, int count, const Snapshot &snapshot) {
    return allTogether(result.plan.size(), count, placesText(result.plan, snapshot), result.full);
}

QString foundPlanText(const FoundPlaces &found, int count, const Snapshot &snapshot) {
    if (found.numbers) {
        return numberPlanText(*found.numbers, count, snapshot);
    }
    if (!found.floor) {
        return planText(found.racks, count, snapshot);
    }
    std::vector<std::pair<RoomId, int>> rooms; // in the order of the plan
    for (const FloorPiece &piece : found.floor->plan) {
        auto room = std::ranges::find(rooms, piece.place.room, &std::pair<RoomId, int>::first);
        if (room == rooms.end()) {
            room = rooms.insert(room, {piece.place.room, 0});
        }
        ++room->second;
    }
    QStringList where;
    for (const auto &[room, pieces] : rooms) {
        where << say(QT_TRANSLATE_NOOP("polder::SearchSummary", "%1 in %2")).arg(pieces).arg(roomPath(snapshot, room));
    }
    return allTogether(found.floor->plan.size(), count, where.join(u" · "_s), found.floor->full);
}

QString notCheckedText(const SearchResult &result) {
    const auto sentence = [](const std::vector<Unchecked> &what, const QString &text) {
        QStringList names;
        for (const Unchecked one : what) {
            names << uncheckedName(one);
        }
        return names.isEmpty() ? QString() : text.arg(names.join(u", "_s));
    };
    QStringList sentences{
        sentence(result.estimated, say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Not given, so estimated: %1."))),
        sentence(result.notChecked, say(QT_TRANSLATE_NOOP("polder::SearchSummary", "Not given, so not checked: %1.")))};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace polder
