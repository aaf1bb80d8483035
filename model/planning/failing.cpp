#include "model/planning/failing.h"

#include "model/planning/invalid.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// Something that can fail, with all by which it may be called.
struct Candidate {
    Failing failing;
    QString site;
    QString name;
    QStringList above; ///< room, rack, and the nodes that feed it from the top

    [[nodiscard]] QString called() const { return site + u' ' + name; }
    [[nodiscard]] QString place() const {
        return QStringList(QStringList{site} + above + QStringList{name}).join(u'/');
    }
};

QString siteCode(const Estate &estate, SiteId id) {
    const auto *site = estate.snapshot().sites.find(id);
    return site ? site->code : QString();
}

Candidate nodeCandidate(const Estate &estate, int index) {
    const auto &snapshot = estate.snapshot();
    const auto &node = estate.node(index);
    Candidate candidate{{{index}, {}}, siteCode(estate, node.site), node.name, {}};
    RackId in;
    RoomId stands;
    for (const int above : estate.path(index)) { // a bank may leave it to its rack PDU to say where it is
        in = in ? in : estate.node(above).rack;
        stands = stands ? stands : estate.node(above).room;
        if (above != index) {
            candidate.above.prepend(estate.node(above).name);
        }
    }
    if (const auto *rack = snapshot.racks.find(in)) {
        candidate.above.prepend(rack->code);
        stands = rack->room;
    }
    if (const auto *room = snapshot.rooms.find(stands)) {
        candidate.above.prepend(room->code);
    }
    return candidate;
}

Candidate unitCandidate(const Estate &estate, const CoolingUnit &unit) {
    const auto &snapshot = estate.snapshot();
    const auto *room = snapshot.rooms.find(unit.room);
    Candidate candidate{{{}, {unit.id}}, room ? siteCode(estate, room->site) : QString(), unit.name, {}};
    if (const auto *zone = snapshot.nodes.find(unit.zone)) {
        candidate.above.prepend(zone->name);
    }
    if (room) {
        candidate.above.prepend(room->code);
    }
    return candidate;
}

std::vector<Candidate> candidatesOf(const Estate &estate) {
    std::vector<Candidate> all;
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        if (estate.rules(node) && estate.rules(node)->dimension == Dimension::Power) {
            all.push_back(nodeCandidate(estate, node));
        }
    }
    for (const auto &unit : estate.snapshot().coolingUnits) {
        all.push_back(unitCandidate(estate, unit));
    }
    return all;
}

bool isCalled(const Candidate &candidate, const QString &text) {
    if (text.compare(candidate.called(), Qt::CaseInsensitive) == 0 ||
        text.compare(candidate.name, Qt::CaseInsensitive) == 0) {
        return true;
    }
    // A name may have strokes in it, so what is between the site and the name is found from both ends.
    const QString head = candidate.site + u'/';
    const QString tail = u'/' + candidate.name;
    if (!text.startsWith(head, Qt::CaseInsensitive) || !text.endsWith(tail, Qt::CaseInsensitive)) {
        return false;
    }
    if (text.size() + 1 == head.size() + tail.size()) { // SITE/NAME: one stroke is both
        return true;
    }
    const QString between = text.mid(head.size(), text.size() - head.size() - tail.size());
    return std::ranges::all_of(between.split(u'/'), [&candidate](const QString &word) {
        return candidate.above.contains(word, Qt::CaseInsensitive);
    });
}

/// How many letters have to change.
int distance(const QString &a, const QString &b) {
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (a[i] != b[static_cast<qsizetype>(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

QStringList nearNames(const std::vector<Candidate> &all, const QString &text) {
    constexpr std::size_t shown = 5;
    const QString asked = text.toLower();
    std::vector<std::pair<int, QString>> near;
    for (const auto &candidate : all) {
        const QString called = candidate.called();
        near.emplace_back(std::min(distance(asked, called.toLower()), distance(asked, candidate.name.toLower())),
                          called);
    }
    std::ranges::sort(near);
    near.erase(std::ranges::unique(near).begin(), near.end());
    QStringList names;
    for (const auto &[letters, name] : std::span(near).first(std::min(shown, near.size()))) {
        names << name;
    }
    return names;
}

} // namespace

QString nameOf(const Estate &estate, const Failing &failing) {
    return failing.nodes.empty() ? unitName(estate, failing.units.front()) : estate.nodeName(failing.nodes.front());
}

QString unitName(const Estate &estate, CoolingUnitId id) {
    const auto *unit = estate.snapshot().coolingUnits.find(id);
    return unit ? unitCandidate(estate, *unit).called() : QString();
}

Result<Failing> failingNamed(const Estate &estate, const QString &text) {
    const auto all = candidatesOf(estate);
    bool isId = false;
    const int id = text.toInt(&isId);
    std::vector<const Candidate *> meant;
    for (const auto &candidate : all) {
        const auto &nodes = candidate.failing.nodes;
        if (isCalled(candidate, text) || (isId && !nodes.empty() && estate.node(nodes.front()).id == NodeId{id})) {
            meant.push_back(&candidate);
        }
    }
    if (meant.size() == 1) {
        return meant.front()->failing;
    }
    if (meant.empty()) {
        const QStringList near = nearNames(all, text);
        return invalid(u"NODE"_s, text,
                       u"a power node or a cooling unit, as SITE NAME or SITE/.../NAME"_s +
                           (near.isEmpty() ? QString() : u"; near it: "_s + near.join(u", "_s)));
    }
    QStringList places;
    for (const auto *one : meant) {
        const auto &nodes = one->failing.nodes;
        places << one->place() + (nodes.empty() ? QString() : u" (id %1)"_s.arg(estate.node(nodes.front()).id.value));
    }
    return invalid(u"NODE"_s, text, u"one of those that are called so: "_s + places.join(u", "_s));
}

} // namespace polder
