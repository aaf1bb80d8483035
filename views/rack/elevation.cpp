#include "elevation.h"

#include "deviceitem.h"
#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <set>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal headingHeight = 34;
constexpr qreal gutter = 34; ///< for the numbers of the units
constexpr qreal leastHalfUnit = 7;
constexpr qreal mostHalfUnit = 14;
constexpr qreal leastWidth = 150; ///< of a rack

QGraphicsSimpleTextItem *text(QGraphicsScene &scene, const QString &words, const QColor &colour, int pixels) {
    auto *item = scene.addSimpleText(words);
    QFont font = item->font();
    font.setPixelSize(pixels);
    item->setFont(font);
    item->setBrush(colour);
    return item;
}

} // namespace

Elevation::Elevation(QWidget *parent) : QGraphicsView(parent) {
    setScene(&m_scene);
    setAccessibleName(tr("Rack elevation"));
    setAccessibleDescription(
        tr("Up and Down select, Shift selects more, Enter opens. Ctrl+X picks up what is selected, the "
           "arrow keys carry it, Enter puts it down, Escape puts it back. The same equipment is in "
           "the list."));
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    setMinimumWidth(420);
}

void Elevation::show(const Rack &rack, std::vector<ElevationBox> boxes) {
    const bool same = !isRow() && m_racks.size() == 1 && m_racks.front().rack.id == rack.id;
    m_rowSide.reset();
    m_racks.clear();
    m_racks.push_back({rack, std::move(boxes)});
    if (!same) {
        m_ghost.reset();
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
    m_ghost.reset();
    if (!same) {
        letGo();
    }
    keepSelection();
    layOut();
}

void Elevation::clear() {
    m_racks.clear();
    m_rowSide.reset();
    m_ghost.reset();
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
    if (m_carry &&
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
    m_ghost = ghost;
    drawGhosts();
    if (m_ghost && !m_columns.empty()) {
        const QRectF at = place(m_columns.front(), m_ghost->huFrom, m_ghost->huUntil, 0, 2);
        ensureVisible(QRectF(0, at.top(), 1, at.height()), 0, 80);
    }
}

void Elevation::layOut() {
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_ghosts.clear();
    m_scene.clear();
    m_columns.clear();
    if (m_racks.empty()) {
        m_scene.setSceneRect({});
        return;
    }
    const QSizeF room = viewport()->size();
    const int units = std::ranges::max(m_racks, {}, [](const Shown &one) { return one.rack.units; }).rack.units;
    m_halfUnit = std::clamp((room.height() - headingHeight - theme::margin) / (2 * units), leastHalfUnit, mostHalfUnit);
    const int columns = isRow() ? static_cast<int>(m_racks.size()) : 2;
    const qreal width =
        std::clamp((room.width() - (columns + 1) * gutter - theme::margin) / columns, leastWidth, 330.0);
    const qreal bottom = headingHeight + 2 * units * m_halfUnit;
    for (int i = 0; i < columns; ++i) {
        const std::size_t rack = isRow() ? static_cast<std::size_t>(i) : 0;
        const qreal height = 2 * m_racks[rack].rack.units * m_halfUnit;
        m_columns.push_back({rack, isRow() ? *m_rowSide : i == 0,
                             QRectF(gutter + i * (gutter + width), bottom - height, width, height)});
    }
    for (const Column &column : m_columns) {
        drawColumn(column, isRow() ? rackOf(column).code : column.front ? tr("Front") : tr("Rear"));
    }
    drawGhosts();
    m_scene.setSceneRect(0, 0, (columns + 1) * gutter + columns * width, bottom + theme::gap);
    horizontalScrollBar()->setValue(scrolled.x());
    verticalScrollBar()->setValue(scrolled.y());
}

void Elevation::drawColumn(const Column &column, const QString &heading) {
    auto *title = text(m_scene, heading, palette().color(QPalette::Text), 13);
    title->setPos(column.rect.left(), column.rect.top() - headingHeight + theme::gap);
    const QPen frame(theme::colour(theme::Meaning::Frame, palette()), 1.5);
    m_scene.addRect(column.rect.adjusted(-2, -2, 2, 2), frame, theme::colour(theme::Meaning::Empty, palette()));
    drawUnits(column);
    for (const bool thisSide : {false, true}) {
        for (const ElevationBox &box : m_racks[column.rack].boxes) {
            const bool beside = box.slot > 0 && column.front;
            if (!beside && (column.front ? box.front : box.rear) == thisSide) {
                drawBox(column, box);
            }
        }
    }
}

void Elevation::drawUnits(const Column &column) {
    const Format format;
    const QColor quiet = theme::colour(theme::Meaning::Quiet, palette());
    const QPen line(palette().color(QPalette::Midlight), 1);
    const Rack &rack = rackOf(column);
    for (int unit = 0; unit < rack.units; ++unit) {
        const QRectF slot = place(column, 2 * unit, 2 * unit + 2, 0, 2);
        m_scene.addLine(QLineF(slot.topLeft(), slot.topRight()), line);
        auto *number = text(m_scene, format.unit(rack, Height{2 * unit}), quiet, 10);
        const QRectF bounds = number->boundingRect();
        number->setPos(slot.left() - bounds.width() - 7, slot.center().y() - bounds.height() / 2);
    }
}

QRectF Elevation::placeOf(const Column &column, const ElevationBox &box) const {
    if (box.slot > 0) {
        // All slots of the rack share what is beside it.
        const qreal width = (gutter - 6) / std::max(rackOf(column).zeroUSlots, box.slot);
        return {column.rect.right() + 4 + (box.slot - 1) * width, column.rect.top(), width, column.rect.height()};
    }
    return place(column, box.huFrom, box.huUntil, box.widthFrom, box.widthUntil);
}

QRectF Elevation::place(const Column &column, int huFrom, int huUntil, int widthFrom, int widthUntil) const {
    const int halves = 2 * rackOf(column).units;
    const qreal half = column.rect.width() / 2;
    // Seen from behind, left is right.
    const int left = column.front ? widthFrom : 2 - widthUntil;
    return {column.rect.left() + left * half, column.rect.top() + (halves - huUntil) * m_halfUnit,
            (widthUntil - widthFrom) * half, (huUntil - huFrom) * m_halfUnit};
}

void Elevation::drawBox(const Column &column, const ElevationBox &box) {
    auto *item = new DeviceItem(box, placeOf(column, box), column.front ? box.front : box.rear);
    m_scene.addItem(item);
    item->setSelected(m_chosen.contains(box.placement));
}

/// What is proposed, or what is carried where it would stand.
void Elevation::drawGhosts() {
    for (QGraphicsItem *item : m_ghosts) {
        const std::unique_ptr<QGraphicsItem> last(item);
        m_scene.removeItem(item);
    }
    m_ghosts.clear();
    const auto shows = [](const Column &column, const auto &box) { return column.front ? box.front : box.rear; };
    for (const Column &column : m_columns) {
        if (m_ghost && !isRow() && shows(column, *m_ghost)) {
            drawGhost(column, place(column, m_ghost->huFrom, m_ghost->huUntil, m_ghost->widthFrom, m_ghost->widthUntil),
                      theme::colour(theme::Meaning::Proposed, palette()), tr("proposed"));
        }
        for (const Carry::Piece &piece : m_carry ? m_carry->pieces() : std::vector<Carry::Piece>()) {
            if (static_cast<std::size_t>(piece.rack) == column.rack && shows(column, piece.box)) {
                const theme::Meaning meaning = m_verdict == Verdict::Fits      ? theme::Meaning::Fine
                                               : m_verdict == Verdict::DoesNot ? theme::Meaning::Trouble
                                               : m_verdict == Verdict::Tight   ? theme::Meaning::Tight
                                                                               : theme::Meaning::Proposed;
                drawGhost(column, placeOf(column, piece.box), theme::colour(meaning, palette()),
                          piece.box.label.isEmpty() ? m_verdictWords : piece.box.label + u" · "_s + m_verdictWords);
            }
        }
    }
}

void Elevation::drawGhost(const Column &column, const QRectF &at, const QColor &colour, const QString &words) {
    const QRectF rect = at.adjusted(1, 1, -1, -1);
    QColor wash = palette().color(QPalette::Base);
    wash.setAlpha(210); // what is behind it is still there, and the words can be read
    auto *outline = m_scene.addRect(rect, QPen(colour, 2.5, Qt::DashLine), wash);
    outline->setZValue(3);
    auto *label =
        text(m_scene, QFontMetrics(font()).elidedText(words, Qt::ElideRight, static_cast<int>(column.rect.width())),
             palette().color(QPalette::Text), 11);
    label->setPos(rect.center() - label->boundingRect().center());
    label->setZValue(4);
    m_ghosts.insert(m_ghosts.end(), {outline, label});
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

void Elevation::pickUp(PlacementId held, const QPointF &at) {
    std::vector<Carry::Piece> pieces;
    std::vector<Rack> racks;
    std::size_t which = 0;
    for (std::size_t i = 0; i < m_racks.size(); ++i) {
        racks.push_back(m_racks[i].rack);
        for (const ElevationBox &box : m_racks[i].boxes) {
            if (m_chosen.contains(box.placement) && canBeCarried(box)) {
                which = box.placement == held ? pieces.size() : which;
                pieces.push_back({static_cast<int>(i), box});
            }
        }
    }
    if (pieces.empty()) {
        return;
    }
    m_carry.emplace(std::move(racks), std::move(pieces), which);
    for (const Column &column : m_columns) {
        if (!at.isNull() && column.rect.contains(at)) {
            m_carry->grip = (column.rect.bottom() - at.y()) / m_halfUnit - m_carry->held().box.huFrom;
        }
    }
    m_ghost.reset();
    tellCarried();
}

void Elevation::carryTo(const QPointF &at) {
    // The rack that is nearest.
    const auto column = std::ranges::min_element(m_columns, {}, [&](const Column &one) {
        return std::max({one.rect.left() - at.x(), at.x() - one.rect.right(), 0.0});
    });
    const double huFrom = (column->rect.bottom() - at.y()) / m_halfUnit - m_carry->grip;
    const auto before = m_carry->moves();
    m_carry->moveTo(static_cast<int>(column->rack), huFrom);
    const Carry::Piece held = m_carry->pieces()[m_carry->heldAt()];
    if (!isRow() && held.box.front != held.box.rear && column->front != held.box.front) {
        m_carry->turn();
    }
    if (m_carry->moves() != before) {
        tellCarried();
    }
}

void Elevation::carryBy(int racks, int units) {
    const auto before = m_carry->moves();
    if (racks != 0 && !isRow()) {
        m_carry->turn();
    } else {
        m_carry->moveBy(racks, units);
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
    Q_EMIT carried();
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
    m_byMouse = false;
    if (m_carry) {
        m_carry.reset();
        QToolTip::hideText();
        drawGhosts();
        Q_EMIT carried();
    }
}

/// True: it was for what is carried.
bool Elevation::carryKey(int key) {
    switch (key) {
    case Qt::Key_Up:
        carryBy(0, 1);
        return true;
    case Qt::Key_Down:
        carryBy(0, -1);
        return true;
    case Qt::Key_Left:
        carryBy(-1, 0);
        return true;
    case Qt::Key_Right:
        carryBy(1, 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_carry->moved()) {
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
    if (m_carry && carryKey(event->key())) {
        return;
    }
    if (event->matches(QKeySequence::Cut)) {
        return pickUp(m_selected, {});
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
        pickUp(m_selected, mapToScene(*m_pressed));
    }
    if (m_carry) {
        carryTo(mapToScene(event->pos()));
    }
}

void Elevation::mouseReleaseEvent(QMouseEvent *event) {
    QGraphicsView::mouseReleaseEvent(event);
    const bool dragged = m_carry && m_byMouse;
    const bool clicked = m_pressed && !m_carry;
    m_pressed.reset();
    QToolTip::hideText();
    if (dragged && m_carry->moved()) {
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
    if (event->type() == QEvent::PaletteChange) {
        layOut();
    }
}

} // namespace polder
