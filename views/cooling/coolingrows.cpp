#include "coolingrows.h"

#include "model/core/format.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::CoolingRows)
};

QString kindText(const QString &kind) {
    return kind == u"in-row"      ? Text::tr("in-row")
           : kind == u"rear-door" ? Text::tr("rear door")
           : kind == u"CRAC"      ? Text::tr("CRAC")
           : kind == u"CRAH"      ? Text::tr("CRAH")
           : kind == u"CDU"       ? Text::tr("CDU")
                                  : kind;
}

const CoolingLeft *leftOf(const Failure *failure, int node) {
    const auto found = failure ? std::ranges::find(failure->cooling, node, &CoolingLeft::node)
                               : std::vector<CoolingLeft>::const_iterator();
    return failure && found != failure->cooling.end() ? &*found : nullptr;
}

QString stateOf(const CoolingLeft &left) {
    const Format format;
    if (!left.left) {
        return Text::tr("not known what is left");
    }
    return left.heat > *left.left
               ? Text::tr("too warm: %1 too much")
                     .arg(format.power(Power{left.heat.milliwatts - left.left->milliwatts}))
               : Text::tr("bears it, %1 left").arg(format.power(Power{left.left->milliwatts - left.heat.milliwatts}));
}

} // namespace

std::vector<CoolingRow> coolingRows(const Estate &estate, const std::vector<CoolingZone> &zones, const Failing *failing,
                                    const Failure *failure) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<CoolingRow> rows;
    for (const CoolingZone &zone : zones) {
        const Node &node = estate.node(zone.node);
        const CoolingLeft *left = leftOf(failure, zone.node);
        CoolingRow row;
        row.zone = node.id;
        row.ordinal = static_cast<int>(rows.size());
        row.name = node.name;
        row.kind = node.rack ? Text::tr("door of a rack") : Text::tr("zone");
        row.racks = zone.racks;
        row.heat = Power{zone.heat.load};
        row.carries = zone.installed;
        row.limit = zone.heat.limit ? std::optional(Power{*zone.heat.limit}) : std::nullopt;
        row.state = left ? stateOf(*left) : QString();
        row.room = node.room;
        const std::size_t at = rows.size();
        rows.push_back(std::move(row));
        for (const CoolingUnitId id : zone.units) {
            const CoolingUnit &unit = *snapshot.coolingUnits.find(id);
            const bool fails = failing && std::ranges::find(failing->units, id) != failing->units.end();
            const bool lost = left && std::ranges::find(left->lost, id) != left->lost.end();
            CoolingRow one;
            one.zone = node.id;
            one.unit = id;
            one.ordinal = static_cast<int>(rows.size());
            one.name = unit.name;
            one.kind = kindText(unit.kind);
            one.carries = unit.sensible;
            one.state = fails || lost ? Text::tr("off") : QString();
            one.feed = unit.feed;
            if (const int feed = estate.indexOf(unit.feed); unit.feed && feed >= 0) {
                one.feedName = estate.nodeName(feed);
            }
            one.room = unit.room;
            rows[at].room = rows[at].room ? rows[at].room : unit.room;
            rows.push_back(std::move(one));
        }
    }
    return rows;
}

std::vector<ChainBox> coolingBoxes(const std::vector<CoolingRow> &rows) {
    const Format format;
    std::vector<ChainBox> boxes;
    boxes.reserve(rows.size());
    for (const CoolingRow &row : rows) {
        ChainBox box{.key = row.key(),
                     .depth = row.isZone() ? 0 : 1,
                     .name = row.name,
                     .figures = {},
                     .toolTip = Text::tr("%1, %2").arg(row.name, row.kind),
                     .state = row.state,
                     .permille = {}};
        if (!row.isZone()) {
            box.figures = row.carries ? Text::tr("carries %1").arg(format.power(*row.carries))
                                      : Text::tr("not known what it carries");
            box.toolTip += row.feedName.isEmpty() ? QString() : u'\n' + Text::tr("Feed: %1").arg(row.feedName);
            box.plain = true;
        } else if (row.limit) {
            box.figures = Text::tr("%1 of %2").arg(format.power(*row.heat), format.power(*row.limit));
            if (row.limit->milliwatts > 0) {
                box.permille = static_cast<int>(
                    std::clamp<std::int64_t>(row.heat->milliwatts * 1000 / row.limit->milliwatts, 0, 1000));
            }
        } else {
            box.figures = Text::tr("%1, limit not known").arg(format.power(*row.heat));
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

} // namespace polder
