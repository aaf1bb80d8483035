#include "floorplan.h"

#include "footprint.h"
#include "rackonplan.h"
#include "views/parts/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal border = 300; ///< around the room, mm

theme::Meaning meaningOf(const QString &kind) {
    if (kind == u"wall" || kind == u"column") {
        return theme::Meaning::Wall;
    }
    if (kind == u"aisle_cold") {
        return theme::Meaning::ColdAisle;
    }
    if (kind == u"aisle_hot") {
        return theme::Meaning::HotAisle;
    }
    return theme::Meaning::Area;
}

/// Whether tenants are called the same to the same viewer.
bool sameNames(const Snapshot &one, const Snapshot &other) {
    return one.viewer.organisation == other.viewer.organisation &&
           std::ranges::equal(one.organisations, other.organisations, {}, &Organisation::code, &Organisation::code);
}

} // namespace

FloorPlan::FloorPlan(QWidget *parent) : DiagramView(parent), m_colours(std::make_unique<PlanColours>(palette())) {
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setAccessibleName(tr("Floor plan"));
    setAccessibleDescription(tr("Arrow keys go to the next rack, Enter opens it. The same racks are in the tree."));
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        if (!m_selecting) {
            Q_EMIT selectionChanged();
        }
    });
}

FloorPlan::~FloorPlan() = default;

void FloorPlan::show(const SnapshotPtr &snapshot, RoomId id, Day day, std::vector<RackState> states) {
    const bool sameReading = m_snapshot && day == m_day && sameNames(*m_snapshot, *snapshot);
    m_snapshot = snapshot;
    m_day = day;
    states.swap(m_states);
    const Room *room = snapshot->rooms.find(id);
    const bool other = id != m_room;
    if (other) {
        endPlacing();
        m_scene.clear();
        m_racks.clear();
    }
    m_room = id;
    const auto features = std::exchange(m_features, {});
    if (!room) {
        m_size = {};
        return;
    }
    const QSizeF size(room->width.mm, room->depth.mm);
    const bool otherSize = size != m_size || room->tile.mm != m_tile;
    m_size = size;
    m_tile = room->tile.mm;
    if (other || otherSize) {
        m_scene.setSceneRect(QRectF(QPointF(), m_size).adjusted(-border, -border, border, border));
    }
    readFeatures(*snapshot);

    const auto floor = std::exchange(m_floor, {});
    const auto polygon = [](const std::vector<std::int32_t> &corners) {
        QPolygonF drawn;
        for (std::size_t i = 0; i + 1 < corners.size(); i += 2) {
            drawn << QPointF(corners[i], corners[i + 1]);
        }
        return drawn;
    };
    for (const FloorOccupied &one : snapshot->floorOccupancy.rowsOf(id)) {
        if (one.during.contains(day)) {
            m_floor.push_back({polygon(one.footprint), polygon(one.clearance)});
        }
    }

    // Of thousands of racks a booking changes one: the others keep their faces.
    std::size_t there = 0;
    auto oldState = states.cbegin(), newState = m_states.cbegin();
    const auto stateAt = [](auto &at, const auto &all, RackId rack) {
        at = std::ranges::find_if(at, all.cend(), [rack](const RackState &one) { return !(one.rack() < rack); });
        return at != all.cend() && at->rack() == rack ? &*at : nullptr;
    };
    for (const Rack &rack : snapshot->racks) {
        if (rack.room != id || !rack.during.contains(day)) {
            continue;
        }
        const RackState *was = stateAt(oldState, states, rack.id), *is = stateAt(newState, m_states, rack.id);
        RackOnPlan *&item = m_racks[rack.id];
        const bool known = item;
        if (!known) {
            item = new RackOnPlan(*m_colours);
            m_scene.addItem(item);
        }
        if (known && sameReading && (was ? is && *was == *is : !is)) {
            item->setRack(rack, item->face());
        } else {
            item->setRack(rack, is ? faceOf(m_layer, *is, *snapshot, day) : RackFace());
        }
        ++there;
    }
    if (m_racks.size() > there) {
        std::erase_if(m_racks, [&](const auto &one) {
            const Rack *rack = snapshot->racks.find(one.first);
            const bool gone = !rack || rack->room != id || !rack->during.contains(day);
            if (gone) {
                m_scene.removeItem(one.second);
                const std::unique_ptr<RackOnPlan> last(one.second);
            }
            return gone;
        });
    }
    if (other) {
        fit();
    }
    // Racks draw themselves anew where they are others: the rest of the frame stands.
    if (other || otherSize || features != m_features || floor != m_floor) {
        resetCachedContent();
        viewport()->update();
    }
}

const RackState *FloorPlan::stateOf(RackId rack) const {
    const auto state = std::ranges::lower_bound(m_states, rack, {}, &RackState::rack);
    return state != m_states.end() && state->rack() == rack ? &*state : nullptr;
}

RackFace FloorPlan::face(RackId rack) const {
    const auto item = m_racks.find(rack);
    return item == m_racks.end() ? RackFace() : item->second->face();
}

void FloorPlan::setLayer(PlanLayer layer) {
    m_layer = layer;
    for (const auto &[id, item] : m_racks) {
        const Rack *rack = m_snapshot->racks.find(id);
        const RackState *state = stateOf(id);
        if (rack) {
            item->setRack(*rack, state ? faceOf(layer, *state, *m_snapshot, m_day) : RackFace());
        }
    }
}

/// What all layers tell of the rack under the pointer: only once somebody asks.
bool FloorPlan::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const auto *item = qgraphicsitem_cast<const RackOnPlan *>(itemAt(help->pos()));
        const Rack *rack = item ? m_snapshot->racks.find(item->rack()) : nullptr;
        const RackState *state = rack ? stateOf(rack->id) : nullptr;
        QToolTip::showText(help->globalPos(),
                           state ? rack->code + u'\n' + polder::stateText(*state, *m_snapshot) : QString(), viewport());
        return true;
    }
    return DiagramView::viewportEvent(event);
}

void FloorPlan::readFeatures(const Snapshot &snapshot) {
    for (const RoomFeature &feature : snapshot.roomFeatures) {
        if (feature.room == m_room) {
            m_features.push_back(
                {feature.kind, feature.name, QPolygonF(QList(feature.shape.begin(), feature.shape.end()))});
        }
    }
}

void FloorPlan::drawFloor(QPainter *painter) {
    QPen pen(theme::colour(theme::Meaning::Frame, palette()), 1, Qt::DashLine);
    pen.setCosmetic(true);
    for (const Standing &one : m_floor) {
        pen.setStyle(Qt::DashLine);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawPolygon(one.clearance);
        pen.setStyle(Qt::SolidLine);
        painter->setPen(pen);
        painter->setBrush(theme::colour(theme::Meaning::Device, palette()));
        painter->drawPolygon(one.footprint);
    }
    for (const FloorSpot &one : m_beside) {
        const auto shape = floorShape(m_placing, one.x, one.y, one.orientationDegrees);
        if (!shape || one.room != m_room) {
            continue;
        }
        QPolygonF footprint;
        for (const PlanPoint &corner : shape->footprint) {
            footprint << QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y));
        }
        painter->setBrush(theme::colour(theme::Meaning::Held, palette()));
        painter->drawPolygon(footprint);
    }
}

void FloorPlan::beginPlacing(const Envelope &item, const std::optional<FloorSpot> &at) {
    endPlacing();
    const QPointF middle = at ? QPointF(at->x.mm, at->y.mm) : mapToScene(viewport()->rect().center());
    m_placing = item;
    m_footprint = new Footprint(*m_colours);
    m_scene.addItem(m_footprint);
    m_spot = FloorSpot{m_room, {}, {}, 0};
    moveSpot(middle.x(), middle.y(), at ? at->orientationDegrees : 0);
    setFocus();
}

void FloorPlan::endPlacing() {
    if (!m_spot) {
        return;
    }
    m_scene.removeItem(m_footprint);
    const std::unique_ptr<Footprint> last(std::exchange(m_footprint, nullptr));
    m_spot.reset();
    m_grip.reset();
    setBeside({});
    Q_EMIT spotChanged();
}

void FloorPlan::setBeside(std::vector<FloorSpot> spots) {
    m_beside = std::move(spots);
    resetCachedContent();
    viewport()->update();
}

/// To whole centimetres within the room.
void FloorPlan::moveSpot(qreal x, qreal y, int degrees) {
    const auto within = [](qreal at, qreal most) {
        return Length{static_cast<std::int32_t>(std::clamp(10 * std::round(at / 10), 0.0, most))};
    };
    const FloorSpot spot{m_room, within(x, m_size.width()), within(y, m_size.height()), (degrees % 360 + 360) % 360};
    const auto shape = floorShape(m_placing, spot.x, spot.y, spot.orientationDegrees);
    m_spot = spot;
    if (shape) {
        m_footprint->setShape(*shape);
    }
    Q_EMIT spotChanged();
}

void FloorPlan::setVerdict(theme::Meaning meaning, const QString &words) {
    if (m_footprint) {
        m_footprint->setVerdict(meaning, words);
    }
}

void FloorPlan::keyPressEvent(QKeyEvent *event) {
    if (!m_spot) {
        return DiagramView::keyPressEvent(event);
    }
    const int step = event->modifiers().testFlag(Qt::ShiftModifier)     ? 10
                     : event->modifiers().testFlag(Qt::ControlModifier) ? 1000
                                                                        : 100;
    const auto [room, x, y, degrees] = *m_spot;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveSpot(x.mm - step, y.mm, degrees);
    case Qt::Key_Right:
        return moveSpot(x.mm + step, y.mm, degrees);
    case Qt::Key_Up:
        return moveSpot(x.mm, y.mm - step, degrees);
    case Qt::Key_Down:
        return moveSpot(x.mm, y.mm + step, degrees);
    case Qt::Key_R:
        return moveSpot(x.mm, y.mm, degrees + 90);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT spotChosen();
        return;
    case Qt::Key_Escape:
        return endPlacing();
    default:
        DiagramView::keyPressEvent(event);
    }
}

void FloorPlan::mousePressEvent(QMouseEvent *event) {
    if (m_footprint && event->button() == Qt::LeftButton && itemAt(event->pos()) == m_footprint) {
        m_grip = mapToScene(event->pos()) - QPointF(m_spot->x.mm, m_spot->y.mm);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        setDragMode(RubberBandDrag);
    }
    DiagramView::mousePressEvent(event);
}

void FloorPlan::mouseMoveEvent(QMouseEvent *event) {
    if (m_grip) {
        const QPointF middle = mapToScene(event->pos()) - *m_grip;
        return moveSpot(middle.x(), middle.y(), m_spot->orientationDegrees);
    }
    DiagramView::mouseMoveEvent(event);
}

void FloorPlan::mouseReleaseEvent(QMouseEvent *event) {
    if (m_grip) {
        m_grip.reset();
        return;
    }
    DiagramView::mouseReleaseEvent(event);
    if (dragMode() == RubberBandDrag) {
        setDragMode(ScrollHandDrag);
        viewport()->setCursor(Qt::ArrowCursor);
    }
}

void FloorPlan::drawBackground(QPainter *painter, const QRectF &rect) {
    painter->fillRect(rect, palette().color(QPalette::Window));
    if (m_size.isEmpty()) {
        return;
    }
    const QRectF floor(QPointF(), m_size);
    painter->fillRect(floor, theme::colour(theme::Meaning::Room, palette()));
    drawShapes(painter, false);
    drawTiles(painter, rect & floor);
    drawShapes(painter, true);
    drawFloor(painter);
    drawNames(painter);
    QPen outline(theme::colour(theme::Meaning::Wall, palette()), 3);
    outline.setCosmetic(true);
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(floor);
}

void FloorPlan::drawShapes(QPainter *painter, bool walls) {
    for (const auto &[kind, name, shape] : m_features) {
        const theme::Meaning meaning = meaningOf(kind);
        if (kind == u"containment") {
            // Around an aisle that has a colour of its own.
            QPen curtain(theme::colour(theme::Meaning::Wall, palette()), 1.5, Qt::DashLine);
            curtain.setCosmetic(true);
            painter->setPen(curtain);
            painter->setBrush(Qt::NoBrush);
        } else if ((meaning == theme::Meaning::Wall) == walls) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::colour(meaning, palette()));
        } else {
            continue;
        }
        painter->drawPolygon(shape);
    }
}

/// Of areas and aisles. A containment lies over its aisle.
void FloorPlan::drawNames(QPainter *painter) {
    painter->save();
    const QTransform toPixels = painter->worldTransform();
    painter->resetTransform();
    painter->setPen(theme::colour(theme::Meaning::Quiet, palette()));
    for (const auto &[kind, name, shape] : m_features) {
        const QRectF box = toPixels.mapRect(shape.boundingRect()).adjusted(4, 2, -4, -2);
        const bool named = kind == u"area" || kind == u"aisle_cold" || kind == u"aisle_hot";
        if (named && box.height() >= fontMetrics().height()) {
            painter->drawText(box, Qt::AlignLeft | Qt::AlignTop,
                              fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(box.width())));
        }
    }
    painter->restore();
}

void FloorPlan::drawTiles(QPainter *painter, const QRectF &seen) {
    constexpr qreal leastTilePixels = 8;
    if (m_tile * transform().m11() < leastTilePixels) {
        return;
    }
    painter->setPen(QPen(palette().color(QPalette::Midlight), 0));
    for (qreal x = std::ceil(seen.left() / m_tile) * m_tile; x <= seen.right(); x += m_tile) {
        painter->drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()));
    }
    for (qreal y = std::ceil(seen.top() / m_tile) * m_tile; y <= seen.bottom(); y += m_tile) {
        painter->drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y));
    }
}

void FloorPlan::select(RackId rack) {
    if (rack == selected()) {
        return;
    }
    const auto it = m_racks.find(rack);
    selectItem(it == m_racks.end() ? nullptr : it->second);
}

void FloorPlan::setSelection(const std::vector<RackId> &racks) {
    if (racks == selection()) {
        return;
    }
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_scene.clearSelection();
        for (const RackId rack : racks) {
            if (const auto item = m_racks.find(rack); item != m_racks.end()) {
                item->second->setSelected(true);
            }
        }
        if (const auto *shown = selectedItem(); shown && racks.size() == 1) {
            ensureVisible(shown);
        }
    }
    Q_EMIT selectionChanged();
}

std::vector<RackId> FloorPlan::selection() const {
    std::vector<RackId> racks;
    for (const QGraphicsItem *item : m_scene.selectedItems()) {
        if (const auto *rack = qgraphicsitem_cast<const RackOnPlan *>(item)) {
            racks.push_back(rack->rack());
        }
    }
    std::ranges::sort(racks);
    return racks;
}

RackId FloorPlan::selected() const {
    const auto *rack = qgraphicsitem_cast<const RackOnPlan *>(selectedItem());
    return rack ? rack->rack() : RackId();
}

void FloorPlan::fitScene() {
    fitInView(QRectF(QPointF(), m_size).adjusted(-border, -border, border, border), Qt::KeepAspectRatio);
}

void FloorPlan::openSelected() {
    if (const RackId rack = selected()) {
        Q_EMIT rackOpened(rack);
    }
}

void FloorPlan::changeEvent(QEvent *event) {
    DiagramView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        *m_colours = PlanColours(palette());
        viewport()->update();
    }
}

} // namespace polder
