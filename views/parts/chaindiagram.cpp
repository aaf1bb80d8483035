#include "chaindiagram.h"

#include "theme.h"

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
class BoxOnChain : public QGraphicsItem {
public:
    enum {
        Type = UserType + 2
    };

    BoxOnChain() { setFlag(ItemIsSelectable); }

    void setBox(const ChainBox &box) {
        m_box = box;
        setToolTip(box.toolTip);
        update();
    }
    [[nodiscard]] std::int64_t key() const { return m_box.key; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), boxSize}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    ChainBox m_box;
};

void BoxOnChain::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) {
    const QPalette palette = widget ? widget->palette() : QPalette();
    const QRectF box = boundingRect();
    painter->fillRect(box, theme::colour(theme::Meaning::Empty, palette));
    QRectF bar = box;
    bar.setTop(box.bottom() - 6);
    if (m_box.permille) {
        const int permille = std::clamp(*m_box.permille, 0, 1000);
        bar.setWidth(box.width() * permille / 1000);
        painter->fillRect(bar, theme::colour(theme::fillMeaning(permille), palette));
    } else if (!m_box.plain) {
        painter->fillRect(bar, theme::hatch(theme::Meaning::Unknown, palette));
    }
    const bool hit = !m_box.state.isEmpty();
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
    const QString first = hit ? ChainDiagram::tr("%1 – %2").arg(m_box.name, m_box.state) : m_box.name;
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
                      QFontMetricsF(font).elidedText(m_box.figures, Qt::ElideRight, text.width()));
}

ChainDiagram::ChainDiagram(const QString &name, QWidget *parent) : DiagramView(parent) {
    setAccessibleName(name);
    setAccessibleDescription(tr("Arrow keys go from one to another, Enter lets it fail. The same are in the list."));
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        if (const std::int64_t key = selected(); key != 0) {
            Q_EMIT chosen(key);
        }
    });
}

void ChainDiagram::show(const std::vector<ChainBox> &boxes) {
    // What nothing hangs on takes a line of its own; what is above stands in the line of the first below it.
    std::vector<qreal> top(boxes.size());
    std::vector<std::size_t> above(boxes.size(), boxes.size());
    std::vector<std::size_t> way;
    std::vector<bool> leaf(boxes.size(), true);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        way.resize(static_cast<std::size_t>(boxes[i].depth));
        if (!way.empty()) {
            above[i] = way.back();
            leaf[way.back()] = false;
        }
        way.push_back(i);
    }
    qreal line = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (leaf[i]) {
            top[i] = line;
            line += downStep;
        }
    }
    for (std::size_t i = boxes.size(); i-- > 0;) {
        if (!leaf[i]) {
            top[i] = top[i + 1];
        }
    }

    std::map<std::int64_t, BoxOnChain *> gone;
    gone.swap(m_boxes);
    m_wires.clear();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto known = gone.extract(boxes[i].key);
        BoxOnChain *item = known ? known.mapped() : new BoxOnChain;
        item->setBox(boxes[i]);
        item->setPos(boxes[i].depth * acrossStep, top[i]);
        if (!known) {
            m_scene.addItem(item);
        }
        m_boxes[boxes[i].key] = item;
        if (above[i] < boxes.size()) {
            const QPointF to(boxes[i].depth * acrossStep, top[i] + boxSize.height() / 2);
            const QPointF from(to.x() - acrossStep + boxSize.width(), top[above[i]] + boxSize.height() / 2);
            const qreal middle = (from.x() + to.x()) / 2;
            m_wires.insert(m_wires.end(), {QLineF(from, {middle, from.y()}),
                                           QLineF({middle, from.y()}, {middle, to.y()}), QLineF({middle, to.y()}, to)});
        }
    }
    const bool other = !gone.empty() || m_scene.sceneRect().isEmpty();
    for (const auto &[key, item] : gone) {
        m_scene.removeItem(item);
        const std::unique_ptr<BoxOnChain> last(item);
    }
    m_scene.setSceneRect(m_scene.itemsBoundingRect().adjusted(-border, -border, border, border));
    if (other || fitted()) {
        fit();
    }
    viewport()->update();
}

void ChainDiagram::select(std::int64_t key) {
    if (key == selected()) {
        return;
    }
    const auto it = m_boxes.find(key);
    selectItem(it == m_boxes.end() ? nullptr : it->second);
}

std::int64_t ChainDiagram::selected() const {
    const auto *box = qgraphicsitem_cast<const BoxOnChain *>(selectedItem());
    return box ? box->key() : 0;
}

void ChainDiagram::fitScene() {
    // As wide as the window, but no smaller than can be read; the rest is scrolled to.
    constexpr qreal least = 0.7;
    const qreal scale = std::clamp(viewport()->width() / std::max(m_scene.width(), 1.0), least, 1.0);
    setTransform(QTransform::fromScale(scale, scale));
}

void ChainDiagram::drawBackground(QPainter *painter, const QRectF &rect) {
    painter->fillRect(rect, palette().color(QPalette::Base));
    QPen wire(theme::colour(theme::Meaning::Frame, palette()), 1.5);
    wire.setCosmetic(true);
    painter->setPen(wire);
    painter->drawLines(m_wires.data(), static_cast<int>(m_wires.size()));
}

void ChainDiagram::openSelected() {
    if (const std::int64_t key = selected(); key != 0) {
        Q_EMIT opened(key);
    }
}

/// Up and down stay in their column.
bool ChainDiagram::leads(QPointF way, QPointF direction) const {
    return DiagramView::leads(way, direction) && (direction.x() != 0 || std::abs(way.x()) <= 1);
}

} // namespace polder
