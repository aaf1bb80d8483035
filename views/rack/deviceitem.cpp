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
    }
    return theme::Meaning::Device;
}

} // namespace

DeviceItem::DeviceItem(ElevationBox box, const QRectF &rect, bool thisSide)
    : m_box(std::move(box))
    , m_rect(rect)
    , m_thisSide(thisSide) {
    setFlag(ItemIsSelectable, static_cast<bool>(m_box.placement));
    setZValue(thisSide ? 2 : 1);
    const QString words = describe(m_box);
    setToolTip(m_box.label.isEmpty() ? words : m_box.label + u'\n' + words);
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
    } else {
        painter->setBrush(fill);
    }
    painter->drawRoundedRect(rect, 2, 2);

    if (rect.height() < 11 || m_box.slot > 0) {
        return;
    }
    QFont font = painter->font();
    font.setPixelSize(std::min(12, static_cast<int>(rect.height()) - 3));
    painter->setFont(font);
    painter->setPen(ink);
    QString words = m_box.label.isEmpty() ? describe(m_box) : m_box.label;
    if (m_box.kind == ElevationBox::Kind::Held || m_box.kind == ElevationBox::Kind::Leaving) {
        words += u" · "_s + describe(m_box);
    }
    const QRectF inside = rect.adjusted(6, 0, -6, 0);
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(words, Qt::ElideRight, static_cast<int>(inside.width())));
}

} // namespace polder
