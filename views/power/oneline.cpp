#include "oneline.h"

#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QGraphicsItem>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace polder {

namespace {

constexpr QSizeF boxSize(170, 46);
constexpr qreal acrossStep = 214;
constexpr qreal downStep = 58;
constexpr qreal border = 16;

} // namespace

/// One node in its box.
class NodeOnLine : public QGraphicsItem {
public:
    enum {
        Type = UserType + 2
    };

    NodeOnLine() { setFlag(ItemIsSelectable); }

    void setRow(const PowerRow &row) {
        m_row = row;
        QStringList lines{OneLine::tr("%1, %2").arg(row.name, row.kind),
                          OneLine::tr("Racks: %1").arg(Format().count(row.racks))};
        if (!row.left.isEmpty()) {
            lines << OneLine::tr("When %1 fails: %2 left").arg(row.failing, row.left);
        }
        setToolTip(lines.join(u'\n'));
        update();
    }
    [[nodiscard]] NodeId node() const { return m_row.node; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), boxSize}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    [[nodiscard]] QString figures() const {
        const Format format;
        return m_row.limit ? OneLine::tr("%1 of %2").arg(format.power(m_row.load), format.power(*m_row.limit))
                           : OneLine::tr("%1, limit not known").arg(format.power(m_row.load));
    }

    PowerRow m_row;
};

void NodeOnLine::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) {
    const QPalette palette = widget ? widget->palette() : QPalette();
    const QRectF box = boundingRect();
    painter->fillRect(box, theme::colour(theme::Meaning::Empty, palette));
    QRectF bar = box;
    bar.setTop(box.bottom() - 6);
    if (m_row.limit && m_row.limit->milliwatts > 0) {
        const auto permille = std::clamp<std::int64_t>(m_row.load.milliwatts * 1000 / m_row.limit->milliwatts, 0, 1000);
        bar.setWidth(box.width() * static_cast<qreal>(permille) / 1000);
        painter->fillRect(bar, theme::colour(theme::fillMeaning(static_cast<int>(permille)), palette));
    } else {
        painter->fillRect(bar, theme::hatch(theme::Meaning::Unknown, palette));
    }
    const bool hit = !m_row.state.isEmpty();
    if (hit) {
        painter->fillRect(box, theme::hatch(theme::Meaning::Trouble, palette));
    }
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    QPen frame(selected ? palette.color(QPalette::Highlight)
               : hit    ? theme::colour(theme::Meaning::Trouble, palette)
                        : theme::colour(theme::Meaning::Frame, palette),
               selected ? 3
               : hit    ? 2
                        : 1);
    frame.setCosmetic(true);
    painter->setPen(frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(box);

    const qreal scale = option->levelOfDetailFromTransform(painter->worldTransform());
    if (box.height() * scale < theme::leastLabelPixels) {
        return;
    }
    painter->setPen(palette.color(QPalette::Text));
    QFont font = painter->font();
    font.setPixelSize(13);
    painter->setFont(font);
    const QRectF text = box.adjusted(6, 2, -6, -7);
    const QFontMetricsF metrics(font);
    const QString first = hit ? OneLine::tr("%1 – %2").arg(m_row.name, m_row.state) : m_row.name;
    if (hit) { // the words stand on a ground of their own, not on the hatching
        QColor ground = theme::colour(theme::Meaning::Empty, palette);
        ground.setAlphaF(0.85F);
        painter->fillRect(text, ground);
    }
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(first, Qt::ElideRight, text.width()));
    font.setPixelSize(11);
    painter->setFont(font);
    painter->setPen(theme::colour(theme::Meaning::Quiet, palette));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                      QFontMetricsF(font).elidedText(figures(), Qt::ElideRight, text.width()));
}

OneLine::OneLine(QWidget *parent) : DiagramView(parent) {
    setAccessibleName(tr("One-line diagram"));
    setAccessibleDescription(
        tr("Arrow keys go from node to node, Enter lets it fail. The same nodes are in the list."));
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        if (const NodeId node = selected()) {
            Q_EMIT nodeSelected(node);
        }
    });
}

void OneLine::show(const std::vector<PowerRow> &rows) {
    // What nothing hangs on takes a line of its own; what is above stands in the line of the first below it.
    std::vector<qreal> top(rows.size());
    std::vector<std::size_t> above(rows.size(), rows.size());
    std::vector<std::size_t> way;
    std::vector<bool> leaf(rows.size(), true);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        way.resize(static_cast<std::size_t>(rows[i].depth));
        if (!way.empty()) {
            above[i] = way.back();
            leaf[way.back()] = false;
        }
        way.push_back(i);
    }
    qreal line = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (leaf[i]) {
            top[i] = line;
            line += downStep;
        }
    }
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (!leaf[i]) {
            top[i] = top[i + 1];
        }
    }

    std::map<NodeId, NodeOnLine *> gone;
    gone.swap(m_nodes);
    m_wires.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto known = gone.extract(rows[i].node);
        NodeOnLine *item = known ? known.mapped() : new NodeOnLine;
        item->setRow(rows[i]);
        item->setPos(rows[i].depth * acrossStep, top[i]);
        if (!known) {
            m_scene.addItem(item);
        }
        m_nodes[rows[i].node] = item;
        if (above[i] < rows.size()) {
            const QPointF to(rows[i].depth * acrossStep, top[i] + boxSize.height() / 2);
            const QPointF from(to.x() - acrossStep + boxSize.width(), top[above[i]] + boxSize.height() / 2);
            const qreal middle = (from.x() + to.x()) / 2;
            m_wires.insert(m_wires.end(), {QLineF(from, {middle, from.y()}),
                                           QLineF({middle, from.y()}, {middle, to.y()}), QLineF({middle, to.y()}, to)});
        }
    }
    const bool other = !gone.empty() || m_scene.sceneRect().isEmpty();
    for (const auto &[node, item] : gone) {
        m_scene.removeItem(item);
        const std::unique_ptr<NodeOnLine> last(item);
    }
    m_scene.setSceneRect(m_scene.itemsBoundingRect().adjusted(-border, -border, border, border));
    if (other || fitted()) {
        fit();
    }
    viewport()->update();
}

void OneLine::select(NodeId node) {
    if (node == selected()) {
        return;
    }
    const auto it = m_nodes.find(node);
    selectItem(it == m_nodes.end() ? nullptr : it->second);
}

NodeId OneLine::selected() const {
    const auto *node = qgraphicsitem_cast<const NodeOnLine *>(selectedItem());
    return node ? node->node() : NodeId();
}

void OneLine::fitScene() {
    // As wide as the window, but no smaller than can be read; the rest is scrolled to.
    constexpr qreal least = 0.7;
    const qreal scale = std::clamp(viewport()->width() / std::max(m_scene.width(), 1.0), least, 1.0);
    setTransform(QTransform::fromScale(scale, scale));
}

void OneLine::drawBackground(QPainter *painter, const QRectF &rect) {
    painter->fillRect(rect, palette().color(QPalette::Base));
    QPen wire(theme::colour(theme::Meaning::Frame, palette()), 1.5);
    wire.setCosmetic(true);
    painter->setPen(wire);
    painter->drawLines(m_wires.data(), static_cast<int>(m_wires.size()));
}

void OneLine::openSelected() {
    if (const NodeId node = selected()) {
        Q_EMIT nodeOpened(node);
    }
}

/// Up and down stay in their column.
bool OneLine::leads(QPointF way, QPointF direction) const {
    return DiagramView::leads(way, direction) && (direction.x() != 0 || std::abs(way.x()) <= 1);
}

} // namespace polder
