#include "deviceitem.h"

#include "views/parts/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

theme::Meaning meaningOf(ElevationBox::Kind kind) {
    switch (kind) {
    case ElevationBox::Kind::Device:
        return theme::Meaning::Device;
    case ElevationBox::Kind::Held:
        return theme::Meaning::Held;
    case ElevationBox::Kind::Leaving:
        return theme::Meaning::Leaving;
    case ElevationBox::Kind::Taken:
        return theme::Meaning::Taken;
    case ElevationBox::Kind::Blocked:
        return theme::Meaning::Blocked;
    case ElevationBox::Kind::Blank:
        return theme::Meaning::Frame;
    }
    return theme::Meaning::Device;
}

} // namespace

DeviceItem::DeviceItem(ElevationBox box, const QRectF &rect, bool thisSide, int letters)
    : m_box(std::move(box))
    , m_rect(rect)
    , m_thisSide(thisSide)
    , m_letters(letters) {
    setFlag(ItemIsSelectable, static_cast<bool>(m_box.placement));
    const qreal inFront = m_box.bay.count > 0 ? 0.5 : 0; // of its chassis
    setZValue((thisSide ? 2 : 1) + inFront);
    const QString words = describe(m_box);
    setToolTip(!m_box.about.isEmpty() ? m_box.about : m_box.label.isEmpty() ? words : m_box.label + u'\n' + words);
}

QString DeviceItem::describe(const ElevationBox &box) {
    switch (box.kind) {
    case ElevationBox::Kind::Device:
        return QCoreApplication::translate("polder::DeviceItem", "installed");
    case ElevationBox::Kind::Held:
        return QCoreApplication::translate("polder::DeviceItem", "held");
    case ElevationBox::Kind::Leaving:
        return QCoreApplication::translate("polder::DeviceItem", "leaving");
    case ElevationBox::Kind::Taken:
        return QCoreApplication::translate("polder::DeviceItem", "occupied");
    case ElevationBox::Kind::Blocked:
        return QCoreApplication::translate("polder::DeviceItem", "out of service");
    case ElevationBox::Kind::Blank:
        return QCoreApplication::translate("polder::DeviceItem", "blanking panel");
    }
    return {};
}

void DeviceItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) {
    const QPalette palette = widget ? widget->palette() : QPalette();
    const QRectF rect = m_rect.adjusted(1, 0.5, -1, -0.5);
    const QColor frame = theme::colour(theme::Meaning::Frame, palette);
    QColor fill = theme::colour(meaningOf(m_box.kind), palette);
    QColor ink = theme::textOn(fill);
    if (!m_thisSide) {
        fill.setAlpha(60);
        ink = theme::colour(theme::Meaning::Quiet, palette);
    }

    const bool selected = option->state.testFlag(QStyle::State_Selected);
    QPen pen(selected ? palette.color(QPalette::Highlight) : frame, selected ? 2.5 : 0.8);
    if (m_box.kind == ElevationBox::Kind::Held || !m_thisSide) {
        pen.setStyle(Qt::DashLine);
    }
    painter->setPen(pen);
    if (m_box.kind == ElevationBox::Kind::Blocked) {
        painter->setBrush(theme::hatch(theme::Meaning::Blocked, palette));
    } else if (m_box.kind == ElevationBox::Kind::Blank) {
        painter->setBrush(QBrush(frame, Qt::HorPattern));
    } else {
        painter->setBrush(fill);
    }
    painter->drawRoundedRect(rect, 2, 2);
    if (m_box.kind == ElevationBox::Kind::Blank) {
        ink = palette.color(QPalette::Text);
    }
    paintWords(*painter, rect, ink, theme::colour(theme::Meaning::Empty, palette));
}

QString DeviceItem::words() const {
    const QString words = m_box.label.isEmpty() ? describe(m_box) : m_box.label;
    const bool said = m_box.kind == ElevationBox::Kind::Held || m_box.kind == ElevationBox::Kind::Leaving;
    return said && !m_box.label.isEmpty() ? words + u" · "_s + describe(m_box) : words;
}

/// What has bays keeps the first line for itself.
void DeviceItem::paintWords(QPainter &painter, const QRectF &rect, const QColor &ink, const QColor &ground) const {
    constexpr int leastLetters = 8;
    const int letters = std::min(m_letters, static_cast<int>(rect.height()) - 3);
    if (letters < std::min(leastLetters, m_letters) || m_box.slot > 0) {
        return;
    }
    QFont font = painter.font();
    font.setPixelSize(letters);
    painter.setFont(font);
    painter.setPen(ink);
    const QFontMetricsF metrics(font);
    const QRectF line(rect.left(), rect.top(), rect.width(), m_box.bays > 0 ? letters + 3 : rect.height());
    const QRectF inside = line.adjusted(6, 0, -6, 0);
    const QString text = metrics.elidedText(words(), Qt::ElideRight, inside.width());
    if (m_box.kind == ElevationBox::Kind::Blank) { // its pattern would cross the letters
        const QRectF behind(inside.left() - 3, inside.center().y() - metrics.height() / 2,
                            metrics.horizontalAdvance(text) + 6, metrics.height());
        painter.fillRect(behind & rect, ground);
    }
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, text);
}

} // namespace polder
