#include "roompreview.h"

#include "views/parts/theme.h"

#include <QPainter>

namespace polder {

namespace {

constexpr int border = 4;

} // namespace

RoomPreview::RoomPreview(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void RoomPreview::show(const QSizeF &room, const std::vector<QRectF> &racks, const std::vector<QRectF> &thought) {
    m_room = room;
    m_racks = racks;
    m_thought = thought;
    update();
}

bool RoomPreview::fits(const QRectF &rack) const {
    return QRectF(QPointF(), m_room).contains(rack) &&
           std::ranges::none_of(m_racks, [&rack](const QRectF &other) { return other.intersects(rack); });
}

int RoomPreview::misfits() const {
    return static_cast<int>(std::ranges::count_if(m_thought, [this](const QRectF &rack) { return !fits(rack); }));
}

void RoomPreview::paintEvent(QPaintEvent *) {
    if (m_room.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min((width() - 2 * border) / m_room.width(), (height() - 2 * border) / m_room.height());
    painter.translate((width() - m_room.width() * scale) / 2, (height() - m_room.height() * scale) / 2);
    painter.scale(scale, scale);
    const auto pen = [this](theme::Meaning meaning, Qt::PenStyle style = Qt::SolidLine) {
        QPen pen(theme::colour(meaning, palette()), 1.5, style);
        pen.setCosmetic(true);
        return pen;
    };
    painter.setPen(pen(theme::Meaning::Frame));
    painter.setBrush(theme::colour(theme::Meaning::Room, palette()));
    painter.drawRect(QRectF(QPointF(), m_room));
    painter.setBrush(theme::colour(theme::Meaning::Device, palette()));
    for (const QRectF &rack : m_racks) {
        painter.drawRect(rack);
    }
    for (const QRectF &rack : m_thought) {
        const bool good = fits(rack);
        painter.setPen(pen(good ? theme::Meaning::Proposed : theme::Meaning::Trouble, Qt::DashLine));
        painter.setBrush(good ? QBrush(Qt::NoBrush) : theme::hatch(theme::Meaning::Trouble, palette()));
        painter.drawRect(rack);
    }
}

QRectF footprintOf(const Rack &rack) {
    const bool across = rack.orientationDegrees == 90 || rack.orientationDegrees == 270;
    return QRectF(rack.x.mm, rack.y.mm, across ? rack.depth.mm : rack.width.mm, across ? rack.width.mm : rack.depth.mm);
}

} // namespace polder
