#include "style.h"

#include <QAbstractItemView>
#include <QGraphicsView>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldHeight = 30; ///< of what is typed or chosen in, on one line
constexpr int fieldPadding = 4;
constexpr QSize cellPadding(5, 0);
constexpr QSize treePadding(2, 3);
constexpr QSize headerRoom(2 * 8, 2 * 6 + 1); ///< around a heading's text, with the line below it
constexpr int headerPadding = 6;              ///< beside it, so that it begins where the cells' text does
constexpr QSize arrowSize(12, 12);            ///< of the order, at its end
constexpr qreal mark = 2;                     ///< the edge that tells what is chosen, or has the keyboard
constexpr qreal radius = 4;
constexpr qreal pageRadius = 6;
constexpr QSize buttonRoom(2 * 15, 2 * 7); ///< around a button's text, with its edge
constexpr QSize pageButtonRoom(2 * 14, 2 * 10);

/// In the column of pages.
bool isPageButton(const QWidget *widget) {
    return widget && widget->objectName() == u"pageButton"_s;
}

/// Fusion's own do not tell enough that they are down.
bool isOurs(const QStyleOption *option, const QWidget *widget) {
    return isPageButton(widget) ||
           (option->state.testFlag(QStyle::State_On) && qobject_cast<const QPushButton *>(widget));
}

/// Around what an item shows.
QSize itemPadding(const QWidget *view) {
    return qobject_cast<const QTableView *>(view)  ? cellPadding
           : qobject_cast<const QTreeView *>(view) ? treePadding
                                                   : QSize(0, 0);
}

void drawBox(QPainter &painter, const QRectF &area, const QPen &edge, const QBrush &fill, qreal round) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    const qreal half = edge.style() == Qt::NoPen ? 0 : edge.widthF() / 2;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), round, round);
    painter.restore();
}

void drawButton(QPainter &painter, const QStyleOption &option, bool page) {
    const QPalette &palette = option.palette;
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    QPen edge(on && !page ? QPen(palette.color(QPalette::Highlight), mark) : QPen(Qt::NoPen));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        edge = QPen(palette.color(QPalette::Text), mark);
    }
    const QBrush fill = !page     ? palette.brush(QPalette::Base)
                        : on      ? palette.brush(QPalette::Highlight)
                        : hovered ? palette.brush(QPalette::Midlight)
                                  : QBrush(Qt::NoBrush);
    drawBox(painter, option.rect, edge, fill, page ? pageRadius : radius);
}

} // namespace

Style::Style() : QProxyStyle(u"Fusion"_s) {
}

void Style::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        QFont font = header->font(); // the rest of it goes on following the application's
        font.setWeight(QFont::DemiBold);
        header->setFont(font);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const {
    if (type == CT_PushButton) {
        return contents + (isPageButton(widget) ? pageButtonRoom : buttonRoom);
    }
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            size = {size.width() + 2 * fieldPadding, std::max(size.height(), fieldHeight)};
        }
        break;
    case CT_SpinBox:
    case CT_ComboBox:
        size.setHeight(std::max(size.height(), fieldHeight));
        break;
    case CT_HeaderSection:
        size += headerRoom;
        break;
    case CT_ItemViewItem:
        size += 2 * itemPadding(widget);
        break;
    default:
        break;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const {
    const QRect usual = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? usual.adjusted(fieldPadding, 0, -fieldPadding, 0) : usual;
    }
    case SE_HeaderArrow: {
        QRect arrow(QPoint(), arrowSize);
        arrow.moveCenter(option->rect.center());
        arrow.moveRight(option->rect.right() - headerPadding);
        return visualRect(option->direction, option->rect, arrow);
    }
    case SE_ItemViewItemText: {
        const int padding = itemPadding(widget).width();
        return usual.adjusted(padding, 0, -padding, 0);
    }
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemCheckIndicator: {
        const int padding = itemPadding(widget).width();
        return usual.translated(option->direction == Qt::RightToLeft ? -padding : padding, 0);
    }
    default:
        return usual;
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const {
    if (element == PE_PanelButtonCommand && isOurs(option, widget)) {
        drawButton(*painter, *option, isPageButton(widget));
    } else if (element == PE_Frame &&
               (qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QGraphicsView *>(widget))) {
        drawBox(*painter, option->rect, option->palette.color(QPalette::Mid), Qt::NoBrush, radius);
    } else if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView *>(widget)) {
        // Fusion would lay its mark over the text, which is then paler than can be read.
        painter->save();
        painter->setPen(option->palette.color(QPalette::Text));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

template <typename Header>
void Style::drawPadded(Header header, QPainter *painter, const QWidget *widget) const {
    header.rect.adjust(headerPadding, 0, -headerPadding, 0);
    QProxyStyle::drawControl(CE_HeaderLabel, &header, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const {
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    switch (element) {
    case CE_PushButton:
        if (button && isOurs(option, widget)) { // its edge is the mark of the keyboard
            drawButton(*painter, *option, isPageButton(widget));
            return proxy()->drawControl(CE_PushButtonLabel, option, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        if (button && isPageButton(widget)) {
            const bool on = option->state.testFlag(State_On);
            const QRect area = option->rect.adjusted(pageButtonRoom.width() / 2, 0, -pageButtonRoom.width() / 2, 0);
            return drawItemText(painter, visualRect(option->direction, option->rect, area),
                                static_cast<int>(visualAlignment(option->direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                                    Qt::TextShowMnemonic,
                                option->palette, option->state.testFlag(State_Enabled), button->text,
                                on ? QPalette::BrightText : QPalette::ButtonText);
        }
        break;
    case CE_HeaderLabel: // Fusion asks itself alone where it is
        if (const auto *newer = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option)) {
            return drawPadded(*newer, painter, widget);
        }
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return drawPadded(*header, painter, widget);
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.brush(QPalette::Mid));
        return;
    case CE_Splitter: // room enough says that there is one
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace polder
