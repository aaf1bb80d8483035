#include "proposalrows.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// "PDU:OUTLET" of each cord.
QStringList outletNames(const Proposal &proposal, const Snapshot &snapshot) {
    QStringList names;
    for (const Cord &cord : proposal.cords) {
        const Outlet *outlet = snapshot.outlets.find(cord.outlet);
        const Node *node = outlet ? snapshot.nodes.find(outlet->node) : nullptr;
        if (node) {
            names << node->name + u':' + outlet->name;
        }
    }
    return names;
}

double unitOf(const Proposal &proposal, const Snapshot &snapshot) {
    const Rack *rack = snapshot.racks.find(proposal.rack);
    return rack ? unitNumber(*rack, proposal.position) : 0;
}

} // namespace

std::vector<ProposalRow> proposalRows(const SearchResult &result, const Snapshot &snapshot) {
    std::vector<ProposalRow> rows;
    rows.reserve(result.proposals.size());
    for (const Proposal &proposal : result.proposals) {
        rows.push_back({.rack = proposal.rack,
                        .rank = static_cast<int>(rows.size()) + 1,
                        .path = rackPath(snapshot, proposal.rack),
                        .unit = unitOf(proposal, snapshot),
                        .face = proposal.face,
                        .half = proposal.half,
                        .outlets = outletNames(proposal, snapshot).join(u", "_s),
                        .total = proposal.scores.total(),
                        .space = proposal.scores.of(Term::Space),
                        .low = proposal.scores.of(Term::Low),
                        .phases = proposal.scores.of(Term::Phases),
                        .headroom = proposal.scores.of(Term::Headroom),
                        .stranded = proposal.scores.of(Term::Stranded),
                        .affinity = proposal.scores.of(Term::Affinity),
                        .site = proposal.scores.of(Term::Site),
                        .airflow = proposal.scores.of(Term::Airflow)});
    }
    return rows;
}

RefusalWords refusalWords(const std::vector<Shortfall> &shortfalls) {
    const Format format;
    QStringList rules;
    QStringList reasons;
    for (const Shortfall &shortfall : shortfalls) {
        if (!rules.contains(shortfall.rule)) {
            rules << shortfall.rule;
        }
        reasons << format.shortfall(shortfall);
    }
    return {rules.join(u", "_s), reasons.value(0), reasons.join(u'\n')};
}

std::vector<RefusalRow> refusalRows(const SearchResult &result, const Snapshot &snapshot) {
    std::vector<RefusalRow> rows;
    rows.reserve(result.refused.size());
    for (const NoPlace &refused : result.refused) {
        const RefusalWords words = refusalWords(refused.shortfalls);
        rows.push_back({.rack = refused.rack,
                        .path = rackPath(snapshot, refused.rack),
                        .rules = words.rules,
                        .reason = words.first,
                        .all = words.all});
    }
    return rows;
}

QJsonObject placeJson(const Proposal &proposal, const Snapshot &snapshot) {
    QJsonObject place{{u"rack"_s, rackPath(snapshot, proposal.rack)},
                      {u"unit"_s, unitOf(proposal, snapshot)},
                      {u"face"_s, proposal.face},
                      {u"half"_s, proposal.half}};
    const QStringList outlets = outletNames(proposal, snapshot);
    if (!outlets.isEmpty()) {
        place[u"outlets"_s] = QJsonArray::fromStringList(outlets);
    }
    return place;
}

} // namespace polder
