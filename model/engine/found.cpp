#include "model/engine/found.h"

#include <algorithm>

namespace polder {

namespace {

bool guards(const KindRules &rules, const QString &rule) {
    return rule == nameOf(rules.rule) || (rules.failover && rule == nameOf(rules.failover));
}

} // namespace

FoundNodes::FoundNodes(const Estate &estate) : m_estate(estate) {
    m_byName.reserve(estate.nodeCount());
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        m_byName.emplace(estate.nodeName(node), node);
    }
}

/// A name may have words of its own, so the longest that names a node of this rule is it.
FoundAt FoundNodes::find(const QString &rule, const QString &text) const {
    for (auto end = text.size(); end > 0; end = text.lastIndexOf(u' ', end - 1)) {
        QStringView rest = QStringView(text).mid(end).trimmed();
        FoundAt at;
        for (std::size_t i = 1; i < quantityNames.size(); ++i) {
            const QString phase = nameOf(quantityNames[i]);
            if (rest == phase || rest.startsWith(phase + u' ')) {
                at.quantity = i;
                rest = rest.mid(phase.size()).trimmed();
                break;
            }
        }
        const auto failing = rest.isEmpty() ? m_byName.end() : m_byName.find(rest.toString());
        if (!rest.isEmpty() && failing == m_byName.end()) {
            continue;
        }
        at.failing = rest.isEmpty() ? -1 : failing->second;
        const auto [first, last] = m_byName.equal_range(text.left(end));
        for (auto it = first; it != last; ++it) {
            const KindRules *rules = m_estate.rules(it->second);
            if (rules && guards(*rules, rule)) {
                at.node = it->second;
                return at;
            }
        }
    }
    return {};
}

std::optional<FoundFigures> figuresOf(const Estate &estate, const FoundAt &at, Day day) {
    if (at.node < 0) {
        return std::nullopt;
    }
    Load load = estate.timeline(at.node).on(day);
    if (at.failing >= 0) {
        for (const auto &[source, extra] : estate.failovers(at.node)) {
            if (source == estate.idOf(at.failing)) {
                load += extra.on(day);
            }
        }
    }
    FoundFigures figures{load.*quantities[at.quantity], {}, at.quantity == 0 ? estate.unitOf(at.node) : u"mVA"_qs};
    if (const NodeLimit *limit = estate.limitOn(at.node, day)) {
        const bool line = at.quantity > 0;
        figures.limit = at.failing < 0 ? (line ? limit->normalLine : limit->normalMain)
                                       : (line ? limit->failoverLine : limit->failoverMain);
    }
    return figures;
}

Word wordFor(const QString &rule) {
    struct Row {
        QStringView rule;
        Word word;
    };
    static constexpr Row rows[] = {
        {u"C3", Word::FacilityManager},  {u"C4", Word::FacilityManager}, {u"C5", Word::FacilityManager},
        {u"C6", Word::FacilityManager},  {u"S2", Word::FacilityManager}, {u"S5", Word::FacilityManager},
        {u"P5", Word::TwoPeople},        {u"P6", Word::TwoPeople},       {u"C1", Word::TwoPeople},
        {u"C2", Word::TwoPeople},        {u"S3", Word::TwoPeople},       {u"S4", Word::TwoPeople},
        {u"S8", Word::TwoPeople},        {u"G1", Word::TwoPeople},       {u"G3", Word::TwoPeople},
        {u"G4", Word::BothInstitutions},
    };
    const auto *row = std::ranges::find_if(rows, [&rule](const Row &one) { return rule == one.rule; });
    return row == std::end(rows) ? Word::Nobody : row->word;
}

} // namespace polder
