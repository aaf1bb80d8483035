#include "searchsummary.h"

#include <QCoreApplication>

#include <map>
#include <set>

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
    case Unchecked::Agreement:
        return say(QT_TRANSLATE_NOOP("polder::SearchSummary", "hosting agreement"));
    }
    return {};
}

} // namespace

QString ruleText(const QString &rule) {
    static const std::map<QString, const char *> words{
        {u"S1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no free units in a row")},
        {u"S2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "not deep enough")},
        {u"S3"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too heavy for the rack")},
        {u"P1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no fitting outlet free")},
        {u"P3"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much for a breaker")},
        {u"P4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much for the rack PDU")},
        {u"P5"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too little power")},
        {u"P6"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too little power when one side fails")},
        {u"C1"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much heat for the rack")},
        {u"C2"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "too much heat for the zone")},
        {u"C4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "air would go the wrong way")},
        {u"G4"_s, QT_TRANSLATE_NOOP("polder::SearchSummary", "no agreement, or its quota is used up")},
    };
    const auto known = words.find(rule);
    return known == words.end() ? rule : u"%1 (%2)"_s.arg(say(known->second), rule);
}

std::vector<SiteAnswer> siteAnswers(const SearchResult &result, const Snapshot &snapshot) {
    std::map<SiteId, SiteAnswer> bySite;
    std::map<SiteId, std::map<QString, int>> lacking;
    for (const Proposal &proposal : result.proposals) {
        ++bySite[siteOf(snapshot, proposal.rack)].fitting;
    }
    for (const NoPlace &refused : result.refused) {
        const SiteId site = siteOf(snapshot, refused.rack);
        ++bySite[site].refused;
        std::set<QString> rules;
        for (const Shortfall &shortfall : refused.shortfalls) {
            rules.insert(shortfall.rule);
        }
        for (const QString &rule : rules) {
            ++lacking[site][rule];
        }
    }
    std::vector<SiteAnswer> answers;
    for (const Site &site : snapshot.sites) {
        const auto found = bySite.find(site.id);
        if (found == bySite.end()) {
            continue;
        }
        SiteAnswer answer = found->second;
        answer.site = site.id;
        answer.code = site.code;
        for (const auto &[rule, racks] : lacking[site.id]) {
            if (racks > answer.lackingIt) {
                answer.commonestRule = rule;
                answer.lackingIt = racks;
            }
        }
        answers.push_back(answer);
    }
    return answers;
}

QString summaryText(const std::vector<SiteAnswer> &answers) {
    QStringList parts;
    for (const SiteAnswer &answer : answers) {
        QString part =
            QCoreApplication::translate("polder::SearchSummary", "%1 in %2").arg(answer.fitting).arg(answer.code);
        if (answer.fitting == 0 && answer.lackingIt > 0) {
            part += QCoreApplication::translate("polder::SearchSummary", ", because in %1 of %2: %3")
                        .arg(answer.lackingIt)
                        .arg(answer.refused)
                        .arg(ruleText(answer.commonestRule));
        }
        parts << part;
    }
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("polder::SearchSummary", "No rack was looked at."))
                           : QCoreApplication::translate("polder::SearchSummary", "Racks in which it fits: %1")
                                 .arg(parts.join(u" · "_s));
}

QString notCheckedText(const SearchResult &result) {
    QStringList names;
    for (const Unchecked what : result.notChecked) {
        names << uncheckedName(what);
    }
    return names.isEmpty() ? QString()
                           : QCoreApplication::translate("polder::SearchSummary", "Not given, so not checked: %1.")
                                 .arg(names.join(u", "_s));
}

} // namespace polder
