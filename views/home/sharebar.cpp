#include "sharebar.h"

#include "model/items/filtersortmodel.h"
#include "model/items/homemodel.h"
#include "views/parts/theme.h"

#include <QApplication>
#include <QPainter>

#include <array>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 150;
constexpr int inset = 7;

constexpr std::array meanings{theme::Meaning::Device, theme::Meaning::Held, theme::Meaning::Blocked,
                              theme::Meaning::Unknown};

} // namespace

ShareBar::ShareBar(const FilterSortModel &shown, const UseModel &rows, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shown(shown)
    , m_rows(rows) {
}

QSize ShareBar::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(barWidth + 2 * inset, 0);
}

void ShareBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const UseRow &row = m_rows.row(m_shown.sourceRow(index.row()));
    const int words = option.fontMetrics.horizontalAdvance(u"100.0 %"_s) + 2 * inset;
    const QRect bar = option.rect.adjusted(words, inset, -inset, -inset);
    if (row.permilleTaken < 0 || bar.width() < 3 * inset) {
        return;
    }
    painter->save();
    painter->fillRect(bar, theme::colour(theme::Meaning::Empty, option.palette));
    int taken = 0;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        const int next = std::min(taken + row.shares[i], 1000);
        const QRect part(bar.left() + bar.width() * taken / 1000, bar.top(),
                         bar.width() * next / 1000 - bar.width() * taken / 1000, bar.height());
        // What is stranded is free, only not of use: it is not filled.
        painter->fillRect(part, i == UseRow::Stranded ? theme::hatch(theme::Meaning::Frame, option.palette)
                                                      : QBrush(theme::colour(meanings[i], option.palette)));
        taken = next;
    }
    painter->setPen(theme::colour(theme::Meaning::Frame, option.palette));
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
    painter->restore();
}

} // namespace polder
