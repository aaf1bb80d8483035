#include "elevation.h"

#include "deviceitem.h"
#include "views/parts/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <set>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

Elevation::Elevation(QWidget *parent) : QGraphicsView(parent) {
    setScene(&m_scene);
    setAccessibleName(tr("Rack elevation"));
    setAccessibleDescription(
        tr("Up and Down select, Shift selects more, Enter opens. Ctrl+X picks up what is selected, the "
           "arrow keys carry it, with Shift by half a unit, H takes it to the other half, Enter puts it down, "
           "Escape puts it back. With nothing selected Ctrl+X takes up the proposed place, and Enter confirms it. "
           "The same equipment is in the list."));
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    setMinimumWidth(420);
}

void Elevation::show(Shown shown) {
    const bool same = !isRow() && m_racks.size() == 1 && m_racks.front().rack.id == shown.rack.id;
    m_rowSide.reset();
    m_racks.clear();
    m_racks.push_back(std::move(shown));
    if (!same) {
        letGo();
    }
    keepSelection();
    layOut();
}

void Elevation::showRow(std::vector<Shown> racks, bool front) {
    const bool same = m_rowSide == front && std::ranges::equal(m_racks, racks, [](const Shown &a, const Shown &b) {
                          return a.rack.id == b.rack.id;
                      });
    m_rowSide = front;
    m_racks = std::move(racks);
    if (!same) {
        letGo();
    }
    keepSelection();
    layOut();
}

void Elevation::clear() {
    m_racks.clear();
    m_rowSide.reset();
    letGo();
    keepSelection();
    layOut();
}

/// What is not shown any more is not selected, and not carried.
void Elevation::keepSelection() {
    std::erase_if(m_chosen, [this](PlacementId id) { return !boxOf(id); });
    if (!m_chosen.contains(m_selected)) {
        m_selected = {};
    }
    if (m_ghost && std::ranges::none_of(m_racks, [this](const Shown &one) { return one.rack.id == m_ghost->rack; })) {
        dropGhost();
    }
    if (m_carry && !m_carriesGhost &&
        !std::ranges::all_of(m_carry->moves(), [this](const PlannedMove &move) { return boxOf(move.placement); })) {
        letGo();
    }
}

const std::vector<ElevationBox> &Elevation::boxes() const {
    static const std::vector<ElevationBox> none;
    return m_racks.empty() ? none : m_racks.front().boxes;
}

const ElevationBox *Elevation::boxOf(PlacementId placement) const {
    for (const Shown &shown : m_racks) {
        const auto box = std::ranges::find(shown.boxes, placement, &ElevationBox::placement);
        if (placement && box != shown.boxes.end()) {
            return &*box;
        }
    }
    return nullptr;
}

RackId Elevation::rackOf(PlacementId placement) const {
    for (const Shown &shown : m_racks) {
        if (placement && std::ranges::find(shown.boxes, placement, &ElevationBox::placement) != shown.boxes.end()) {
            return shown.rack.id;
        }
    }
    return {};
}

QRect Elevation::placeOf(PlacementId placement) const {
    for (const Column &column : m_columns) {
        for (const ElevationBox &box : m_racks[column.rack].boxes) {
            if (box.placement == placement && (column.front ? box.front : box.rear)) {
                return mapFromScene(placeOf(column, box)).boundingRect();
            }
        }
    }
    return {};
}

QRect Elevation::placeOf(RackId rack, int huFrom) const {
    const auto column = std::ranges::find_if(m_columns, [&](const Column &one) { return rackOf(one).id == rack; });
    return column == m_columns.end() ? QRect() : mapFromScene(place(*column, huFrom, huFrom + 2, 0, 2)).boundingRect();
}

void Elevation::setGhost(const std::optional<Ghost> &ghost) {
    if (m_carriesGhost) {
        letGo();
    }
    m_ghost = ghost;
    if (m_ghost) {
        chooseWith({}, false);
        m_verdict = Verdict::Asking;
        m_verdictWords.clear();
    }
    drawGhosts();
    seeGhost();
    Q_EMIT ghostMoved();
}

/// Nothing is proposed any more.
void Elevation::dropGhost() {
    if (!m_ghost) {
        return;
    }
    if (m_carriesGhost) {
        m_carriesGhost = false;
        m_carry.reset();
    }
    m_ghost.reset();
    drawGhosts();
    Q_EMIT ghostMoved();
}

std::optional<Elevation::Ghost> Elevation::ghost() const {
    if (!m_ghost || !m_carriesGhost) {
        return m_ghost;
    }
    const Carry::Piece now = m_carry->pieces().front();
    Ghost there = *m_ghost;
    there.rack = m_racks[static_cast<std::size_t>(now.rack)].rack.id;
    there.huFrom = now.box.huFrom;
    there.huUntil = now.box.huUntil;
    there.widthFrom = now.box.widthFrom;
    there.widthUntil = now.box.widthUntil;
    there.front = now.box.front;
    there.rear = now.box.rear;
    return there;
}

/// Empty: not in this column.
QRectF Elevation::ghostRect(const Column &column) const {
    const auto now = ghost();
    const bool here = now && rackOf(column).id == now->rack && (column.front ? now->front : now->rear);
    return here ? place(column, now->huFrom, now->huUntil, now->widthFrom, now->widthUntil) : QRectF();
}

QRect Elevation::placeOfGhost() const {
    for (const Column &column : m_columns) {
        if (const QRectF rect = ghostRect(column); !rect.isEmpty()) {
            return mapFromScene(rect).boundingRect();
        }
    }
    return {};
}

bool Elevation::isOnGhost(const QPointF &at) const {
    return m_ghost && m_ghost->movable &&
           std::ranges::any_of(m_columns, [&](const Column &column) { return ghostRect(column).contains(at); });
}

void Elevation::seeGhost() {
    for (const Column &column : m_columns) {
        if (const QRectF rect = ghostRect(column); !rect.isEmpty()) {
            return ensureVisible(isRow() ? rect : QRectF(0, rect.top(), 1, rect.height()), 20, 80);
        }
    }
}

void Elevation::select(PlacementId placement) {
    chooseWith(placement, false);
}

void Elevation::chooseWith(PlacementId placement, bool others) {
    if (!others) {
        m_chosen.clear();
    }
    m_selected = placement;
    if (placement) {
        m_chosen.insert(placement);
    }
    showSelection();
}

void Elevation::showSelection() {
    for (QGraphicsItem *item : m_scene.items()) {
        if (const auto *device = qgraphicsitem_cast<DeviceItem *>(item)) {
            const PlacementId placement = device->box().placement;
            item->setSelected(placement && m_chosen.contains(placement));
            if (m_selected && placement == m_selected && device->thisSide()) {
                ensureVisible(item, 0, 40);
            }
        }
    }
    viewport()->update();
}

void Elevation::selectNext(int step, bool others) {
    // Of a row within the rack of what is selected.
    const RackId within = rackOf(m_selected);
    std::vector<const ElevationBox *> named;
    for (const Shown &shown : m_racks) {
        for (const ElevationBox &box : shown.boxes) {
            if (box.placement && (!within || shown.rack.id == within)) {
                named.push_back(&box);
            }
        }
    }
    if (named.empty()) {
        return;
    }
    std::ranges::sort(named, {}, [](const ElevationBox *box) {
        return std::tuple(box->huFrom, box->slot, box->widthFrom, box->placement);
    });
    const auto current = std::ranges::find(named, m_selected, &ElevationBox::placement);
    const auto last = static_cast<int>(named.size()) - 1;
    const int from = current == named.end() ? (step > 0 ? -1 : last + 1) : static_cast<int>(current - named.begin());
    chooseWith(named[std::clamp(from + step, 0, last)]->placement, others);
    Q_EMIT placementSelected(m_selected);
}

void Elevation::selectBeside(int step) {
    const RackId within = rackOf(m_selected);
    const auto here = std::ranges::find(m_racks, within, [](const Shown &one) { return one.rack.id; });
    const auto from = here == m_racks.end() ? 0 : here - m_racks.begin();
    const ElevationBox *now = boxOf(m_selected);
    for (auto i = from + step; i >= 0 && i < std::ssize(m_racks); i += step) {
        const ElevationBox *nearest = nullptr;
        for (const ElevationBox &box : m_racks[static_cast<std::size_t>(i)].boxes) {
            const auto far = [&](const ElevationBox &one) { return std::abs(one.huFrom - (now ? now->huFrom : 0)); };
            if (box.placement && (!nearest || far(box) < far(*nearest))) {
                nearest = &box;
            }
        }
        if (nearest) {
            chooseWith(nearest->placement, false);
            Q_EMIT placementSelected(m_selected);
            return;
        }
    }
}

std::vector<Rack> Elevation::racks() const {
    std::vector<Rack> racks;
    std::ranges::transform(m_racks, std::back_inserter(racks), &Shown::rack);
    return racks;
}

/// What is held goes alone: its request is asked again.
void Elevation::pickUp(PlacementId held, const QPointF &at) {
    std::vector<Carry::Piece> pieces;
    std::size_t which = 0;
    const ElevationBox *first = boxOf(held);
    const bool alone = first && first->kind == ElevationBox::Kind::Held;
    for (std::size_t i = 0; i < m_racks.size(); ++i) {
        for (const ElevationBox &box : m_racks[i].boxes) {
            const bool along = alone ? box.placement == held : box.kind != ElevationBox::Kind::Held;
            if (m_chosen.contains(box.placement) && canBeCarried(box) && along) {
                which = box.placement == held ? pieces.size() : which;
                pieces.push_back({static_cast<int>(i), box});
            }
        }
    }
    if (!pieces.empty()) {
        dropGhost();
        begin(std::move(pieces), which, at);
    }
}

void Elevation::begin(std::vector<Carry::Piece> pieces, std::size_t which, const QPointF &at) {
    m_carry.emplace(racks(), std::move(pieces), which);
    for (const Column &column : m_columns) {
        if (!at.isNull() && column.rect.contains(at)) {
            m_carry->grip = (column.rect.bottom() - at.y()) / m_halfUnit - m_carry->held().box.huFrom;
        }
    }
    tellCarried();
}

void Elevation::pickUpGhost(const QPointF &at) {
    const auto rack = std::ranges::find(m_racks, m_ghost->rack, [](const Shown &one) { return one.rack.id; });
    if (rack == m_racks.end()) {
        return;
    }
    ElevationBox box;
    box.huFrom = m_ghost->huFrom;
    box.huUntil = m_ghost->huUntil;
    box.widthFrom = m_ghost->widthFrom;
    box.widthUntil = m_ghost->widthUntil;
    box.front = m_ghost->front;
    box.rear = m_ghost->rear;
    m_carriesGhost = true;
    begin({{static_cast<int>(rack - m_racks.begin()), box}}, 0, at);
}

void Elevation::putGhostDown() {
    m_ghost = ghost();
    m_carriesGhost = false;
    m_carry.reset();
    m_byMouse = false;
    drawGhosts();
    Q_EMIT ghostMoved();
}

void Elevation::carryTo(const QPointF &at, Carry::Step step) {
    // The rack that is nearest.
    const auto column = std::ranges::min_element(m_columns, {}, [&](const Column &one) {
        return std::max({one.rect.left() - at.x(), at.x() - one.rect.right(), 0.0});
    });
    const double huFrom = (column->rect.bottom() - at.y()) / m_halfUnit - m_carry->grip;
    const auto before = m_carry->moves();
    m_carry->moveTo(static_cast<int>(column->rack), huFrom, step);
    const Carry::Piece held = m_carry->pieces()[m_carry->heldAt()];
    if (!isRow() && held.box.front != held.box.rear && column->front != held.box.front) {
        m_carry->turn();
    }
    m_carry->toHalf((at.x() > column->rect.center().x()) == column->front);
    if (m_carry->moves() != before) {
        tellCarried();
    }
}

void Elevation::carryBy(int racks, int steps, Carry::Step step) {
    const auto before = m_carry->moves();
    if (racks != 0 && !isRow()) {
        m_carry->turn();
    } else {
        m_carry->moveBy(racks, steps, step);
    }
    if (m_carry->moves() != before) {
        tellCarried();
    }
    const Carry::Piece held = m_carry->pieces()[m_carry->heldAt()];
    for (const Column &column : m_columns) {
        if (column.rack == static_cast<std::size_t>(held.rack)) {
            ensureVisible(placeOf(column, held.box), 20, 40);
        }
    }
}

void Elevation::tellCarried() {
    m_verdict = Verdict::Asking;
    m_verdictWords = tr("…");
    drawGhosts();
    if (m_carriesGhost) {
        Q_EMIT ghostMoved();
    } else {
        Q_EMIT carried();
    }
}

void Elevation::setVerdict(Verdict verdict, const QString &words, const QString &reasons) {
    m_verdict = verdict;
    m_verdictWords = words;
    drawGhosts();
    if (m_carry && m_byMouse && !m_ghosts.empty()) {
        QToolTip::showText(QCursor::pos(), reasons.isEmpty() ? words : words + u'\n' + reasons, viewport());
    }
}

void Elevation::letGo() {
    m_pressed.reset();
    m_pressedGhost = false;
    m_byMouse = false;
    if (!m_carry) {
        return;
    }
    m_carry.reset();
    QToolTip::hideText();
    const bool wasGhost = std::exchange(m_carriesGhost, false);
    drawGhosts();
    if (wasGhost) {
        Q_EMIT ghostMoved(); // back where it was
    } else {
        Q_EMIT carried();
    }
}

/// True: it was for what is carried.
bool Elevation::carryKey(int key, Carry::Step step) {
    switch (key) {
    case Qt::Key_Up:
        carryBy(0, 1, step);
        return true;
    case Qt::Key_Down:
        carryBy(0, -1, step);
        return true;
    case Qt::Key_Left:
        carryBy(-1, 0, step);
        return true;
    case Qt::Key_Right:
        carryBy(1, 0, step);
        return true;
    case Qt::Key_H: {
        const auto before = m_carry->moves();
        m_carry->toOtherHalf();
        if (m_carry->moves() != before) {
            tellCarried();
        }
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_carriesGhost) {
            putGhostDown();
            Q_EMIT ghostConfirmed();
        } else if (m_carry->moved()) {
            Q_EMIT dropped();
        }
        return true;
    case Qt::Key_Escape:
        letGo();
        return true;
    default:
        return false;
    }
}

void Elevation::keyPressEvent(QKeyEvent *event) {
    const auto step = event->modifiers().testFlag(Qt::ShiftModifier) ? Carry::Step::HalfUnit : Carry::Step::Unit;
    if (m_carry && carryKey(event->key(), step)) {
        return;
    }
    if (event->matches(QKeySequence::Cut)) {
        return m_selected || !m_ghost || !m_ghost->movable ? pickUp(m_selected, {}) : pickUpGhost({});
    }
    const bool others = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        return selectNext(1, others);
    case Qt::Key_Down:
        return selectNext(-1, others);
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isRow()) {
            return selectBeside(event->key() == Qt::Key_Left ? -1 : 1);
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const ElevationBox *box = boxOf(m_selected)) {
            Q_EMIT equipmentOpened(box->equipment);
        } else if (m_ghost && m_ghost->movable) {
            Q_EMIT ghostConfirmed();
        }
        return;
    default:
        break;
    }
    QGraphicsView::keyPressEvent(event);
}

void Elevation::mousePressEvent(QMouseEvent *event) {
    const auto *device = qgraphicsitem_cast<const DeviceItem *>(itemAt(event->pos()));
    if (event->button() != Qt::LeftButton) {
        return QGraphicsView::mousePressEvent(event);
    }
    letGo();
    if (isOnGhost(mapToScene(event->pos()))) {
        chooseWith({}, false);
        m_pressed = event->pos();
        m_pressedGhost = true;
        return;
    }
    const PlacementId placement = device ? device->box().placement : PlacementId();
    const bool more = event->modifiers().testFlag(Qt::ControlModifier);
    if (more && m_chosen.contains(placement)) {
        m_chosen.erase(placement);
        m_selected = m_chosen.empty() ? PlacementId() : *m_chosen.begin();
        showSelection();
        return;
    }
    if (placement && canBeCarried(device->box())) {
        m_pressed = event->pos();
    }
    // One of several that are selected may be where all of them are held.
    if (!more && !m_chosen.contains(placement)) {
        chooseWith(placement, false);
    } else {
        chooseWith(placement, true);
    }
    if (placement) {
        Q_EMIT placementSelected(placement);
    }
}

void Elevation::mouseMoveEvent(QMouseEvent *event) {
    if (!m_pressed || !event->buttons().testFlag(Qt::LeftButton)) {
        return QGraphicsView::mouseMoveEvent(event);
    }
    if (!m_carry && (event->pos() - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_byMouse = true;
        m_pressedGhost ? pickUpGhost(mapToScene(*m_pressed)) : pickUp(m_selected, mapToScene(*m_pressed));
    }
    if (m_carry) {
        const bool fine = event->modifiers().testFlag(Qt::ShiftModifier);
        carryTo(mapToScene(event->pos()), fine ? Carry::Step::HalfUnit : Carry::Step::Unit);
    }
}

void Elevation::mouseReleaseEvent(QMouseEvent *event) {
    QGraphicsView::mouseReleaseEvent(event);
    const bool dragged = m_carry && m_byMouse;
    const bool clicked = m_pressed && !m_pressedGhost && !m_carry;
    m_pressed.reset();
    m_pressedGhost = false;
    QToolTip::hideText();
    if (dragged && m_carriesGhost) {
        putGhostDown();
    } else if (dragged && m_carry->moved()) {
        m_byMouse = false; // it stays where it was put down until somebody takes it
        Q_EMIT dropped();
    } else if (dragged) {
        letGo();
    } else if (clicked && !event->modifiers().testFlag(Qt::ControlModifier) && m_chosen.size() > 1) {
        chooseWith(m_selected, false);
    }
}

void Elevation::mouseDoubleClickEvent(QMouseEvent *event) {
    const auto *device = qgraphicsitem_cast<const DeviceItem *>(itemAt(event->pos()));
    if (device && device->box().equipment) {
        Q_EMIT equipmentOpened(device->box().equipment);
    }
}

void Elevation::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    layOut();
}

void Elevation::changeEvent(QEvent *event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        layOut();
    }
}

} // namespace polder
