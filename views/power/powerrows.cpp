#include "powerrows.h"

#include "model/core/format.h"
#include "views/parts/consequences.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PowerRows)
};

bool hangsBelow(const Estate &estate, int node, const Failing &failing) {
    return std::ranges::any_of(estate.path(node), [&failing](int above) {
        return std::ranges::find(failing.nodes, above) != failing.nodes.end();
    });
}

} // namespace

QString kindName(const QString &kind) {
    static const std::pair<const char16_t *, const char *> names[] = {
        {u"supply", QT_TRANSLATE_NOOP("polder::PowerRows", "supply")},
        {u"generator", QT_TRANSLATE_NOOP("polder::PowerRows", "generator")},
        {u"transfer", QT_TRANSLATE_NOOP("polder::PowerRows", "transfer switch")},
        {u"ups", QT_TRANSLATE_NOOP("polder::PowerRows", "UPS")},
        {u"switchboard", QT_TRANSLATE_NOOP("polder::PowerRows", "switchboard")},
        {u"pdu", QT_TRANSLATE_NOOP("polder::PowerRows", "PDU")},
        {u"busway", QT_TRANSLATE_NOOP("polder::PowerRows", "busway")},
        {u"feed", QT_TRANSLATE_NOOP("polder::PowerRows", "feed")},
        {u"rack_pdu", QT_TRANSLATE_NOOP("polder::PowerRows", "rack PDU")},
        {u"bank", QT_TRANSLATE_NOOP("polder::PowerRows", "breaker bank")},
    };
    for (const auto &[code, name] : names) {
        if (kind == code) {
            return Text::tr(name);
        }
    }
    return kind;
}

std::vector<PowerRow> powerRows(const Estate &estate, const std::vector<ChainNode> &chain, const Failing *failing,
                                const Failure *failure) {
    std::vector<PowerRow> rows;
    rows.reserve(chain.size());
    for (const ChainNode &link : chain) {
        const Node &node = estate.node(link.node);
        PowerRow row{.node = node.id,
                     .ordinal = static_cast<int>(rows.size()),
                     .depth = link.depth,
                     .name = node.name,
                     .kind = kindName(node.kind),
                     .side = estate.side(link.node),
                     .racks = link.racks,
                     .load = Power{link.today.load},
                     .limit = {},
                     .left = {},
                     .failing = {},
                     .state = {}};
        if (link.today.limit) {
            row.limit = Power{*link.today.limit};
        }
        if (link.worst && link.worst->at.limit) {
            const auto &[day, load, limit] = link.worst->at;
            row.left = Text::tr("%1 (%2)").arg(quantityAmount(*limit - load, link.worst->quantity),
                                               quantityText(link.worst->quantity));
            row.permille = *limit > 0 ? load * 1000 / *limit : 1000;
            row.failing = estate.node(link.worst->failing).name;
        }
        if (failing && hangsBelow(estate, link.node, *failing)) {
            row.state = Text::tr("off");
        } else if (failure &&
                   std::ranges::find(failure->overloads, link.node, &Overload::node) != failure->overloads.end()) {
            row.state = Text::tr("too much");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ChainBox> chainBoxes(const std::vector<PowerRow> &rows) {
    const Format format;
    std::vector<ChainBox> boxes;
    boxes.reserve(rows.size());
    for (const PowerRow &row : rows) {
        ChainBox box{.key = row.key(),
                     .depth = row.depth,
                     .name = row.name,
                     .figures = row.limit ? Text::tr("%1 of %2").arg(format.power(row.load), format.power(*row.limit))
                                          : Text::tr("%1, limit not known").arg(format.power(row.load)),
                     .toolTip = {},
                     .state = row.state,
                     .permille = {}};
        QStringList lines{Text::tr("%1, %2").arg(row.name, row.kind),
                          Text::tr("Racks: %1").arg(format.count(row.racks))};
        if (!row.left.isEmpty()) {
            lines << Text::tr("When %1 fails: %2 left").arg(row.failing, row.left);
        }
        box.toolTip = lines.join(u'\n');
        if (row.limit && row.limit->milliwatts > 0) {
            box.permille =
                static_cast<int>(std::clamp<std::int64_t>(row.load.milliwatts * 1000 / row.limit->milliwatts, 0, 1000));
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

} // namespace polder
