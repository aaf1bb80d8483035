#include "rackloads.h"

#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QPainter>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

int permilleOf(std::int64_t load, std::int64_t limit) {
    return limit > 0 ? static_cast<int>(std::min<std::int64_t>(load * 1000 / limit, 9999)) : load > 0 ? 9999 : 0;
}

/// One quantity of a node.
struct Quantity {
    std::int64_t Load::*of;
    std::optional<std::int64_t> NodeLimit::*normal;
    std::optional<std::int64_t> NodeLimit::*failover;
};

RackLoadRow rowOf(const Estate &estate, int node, const Quantity &quantity, Day day, const QString &name,
                  const std::function<QString(std::int64_t)> &text) {
    RackLoadRow row;
    row.name = name;
    const Load normal = estate.timeline(node).on(day);
    const NodeLimit *limit = estate.limitOn(node, day);
    row.load = text(normal.*quantity.of);
    if (limit && limit->*quantity.normal) {
        row.limit = text(*(limit->*quantity.normal));
        row.permille = permilleOf(normal.*quantity.of, *(limit->*quantity.normal));
    } else {
        row.limit = limit ? RackLoadModel::tr("none") : RackLoadModel::tr("unknown");
    }
    std::int64_t most = 0;
    for (const auto &failover : estate.failovers(node)) {
        most = std::max(most, failover.extra.on(day).*quantity.of);
    }
    if (most > 0) {
        row.failing = text(normal.*quantity.of + most);
        if (limit && limit->*quantity.failover) {
            row.failingPermille = permilleOf(normal.*quantity.of + most, *(limit->*quantity.failover));
            row.failing = RackLoadModel::tr("%1 of %2").arg(row.failing, text(*(limit->*quantity.failover)));
        }
    }
    return row;
}

} // namespace

std::vector<RackLoadRow> rackLoadRows(const Estate &estate, RackId rack, Day day) {
    const Format format;
    std::vector<RackLoadRow> rows;
    const auto add = [&](RackLoadRow row, int node, int part) {
        row.id = (std::int64_t{estate.idOf(node).value} << 3) + part;
        rows.push_back(std::move(row));
    };
    const auto apparent = [&format](std::int64_t milliva) { return format.apparent({milliva}); };
    static constexpr std::array<std::int64_t Load::*, 3> phases{&Load::l1, &Load::l2, &Load::l3};
    for (const int node : estate.powerNodes(rack)) {
        for (int phase = 1; phase <= 3; ++phase) {
            if (estate.node(node).phases.contains(QString::number(phase))) {
                const Quantity quantity{phases[static_cast<std::size_t>(phase - 1)], &NodeLimit::normalLine,
                                        &NodeLimit::failoverLine};
                const QString side = estate.side(node);
                const QString name = estate.node(node).name;
                add(rowOf(estate, node, quantity, day,
                          side.isEmpty() ? RackLoadModel::tr("%1, L%2").arg(name).arg(phase)
                                         : RackLoadModel::tr("%1 · %2, L%3").arg(side, name).arg(phase),
                          apparent),
                    node, phase);
            }
        }
    }
    const Quantity main{&Load::main, &NodeLimit::normalMain, &NodeLimit::failoverMain};
    if (const int node = estate.heatNode(rack); node >= 0) {
        add(rowOf(estate, node, main, day, RackLoadModel::tr("Heat"),
                  [&format](std::int64_t milliwatts) { return format.power({milliwatts}); }),
            node, 0);
    }
    if (const int node = estate.massNode(rack); node >= 0) {
        add(rowOf(estate, node, main, day, RackLoadModel::tr("Weight"),
                  [&format](std::int64_t grams) { return format.mass({grams}); }),
            node, 0);
    }
    return rows;
}

RackLoadModel::RackLoadModel(QObject *parent)
    : TableModel(
          {{{.title = tr("Limit of")}, [](const RackLoadRow &row) { return row.name; }},
           {{.title = tr("Share")},
            [](const RackLoadRow &row) { return row.permille ? Format().percent(*row.permille) : tr("unknown"); },
            [](const RackLoadRow &row) { return SortKey(std::int64_t{row.permille.value_or(-1)}); },
            [](const RackLoadRow &row) {
                return row.failingPermille
                           ? tr("%1 under the worst single failure").arg(Format().percent(*row.failingPermille))
                           : QString();
            }},
           {{.title = tr("Load"), .align = Qt::AlignRight}, [](const RackLoadRow &row) { return row.load; }},
           {{.title = tr("Of"), .align = Qt::AlignRight}, [](const RackLoadRow &row) { return row.limit; }},
           {{.title = tr("If a side fails"), .align = Qt::AlignRight},
            [](const RackLoadRow &row) { return row.failing; }}},
          parent) {
}

LoadBarDelegate::LoadBarDelegate(const RackLoadModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model) {
}

void LoadBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const int at = m_model.rowOf(index.data(RowTable::KeyRole).toLongLong());
    if (at < 0 || !m_model.row(at).permille) {
        return QStyledItemDelegate::paint(painter, option, index);
    }
    const RackLoadRow &row = m_model.row(at);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, option.palette.highlight());
    }
    const QString figure = index.data().toString();
    const int words = option.fontMetrics.horizontalAdvance(u"000.0 %"_s) + 6;
    const QRectF area = QRectF(option.rect).adjusted(4, 4, -4 - words, -4);
    const auto upTo = [&area](int permille) { return area.width() * std::min(permille, 1000) / 1000; };
    const theme::Meaning meaning = theme::fillMeaning(*row.permille);
    painter->fillRect(area, theme::colour(theme::Meaning::Empty, option.palette));
    const QRectF filled(area.left(), area.top(), upTo(*row.permille), area.height());
    painter->fillRect(filled, theme::colour(meaning, option.palette));
    if (meaning != theme::Meaning::Plenty) { // not by colour alone
        painter->fillRect(filled, QBrush(option.palette.color(QPalette::Text), Qt::BDiagPattern));
    }
    painter->setPen(theme::colour(theme::Meaning::Frame, option.palette));
    painter->drawRect(area);
    if (row.failingPermille) {
        const qreal x = area.left() + upTo(*row.failingPermille);
        painter->setPen(QPen(option.palette.color(QPalette::Text), 2));
        painter->drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom() + 3));
    }
    painter->setPen(option.palette.color(option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText
                                                                                       : QPalette::Text));
    painter->drawText(QRectF(option.rect).adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, figure);
    painter->restore();
}

} // namespace polder
