#include "legend.h"

#include <QPainter>

namespace polder {

namespace {

constexpr int swatch = 14;

} // namespace

Legend::Legend(std::vector<Entry> entries, QWidget *parent) : QWidget(parent) {
    setEntries(std::move(entries));
}

void Legend::setEntries(std::vector<Entry> entries) {
    m_entries = std::move(entries);
    updateGeometry();
    update();
    QStringList words;
    for (const Entry &entry : m_entries) {
        words << entry.words;
    }
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
}

QSize Legend::sizeHint() const {
    int width = 0;
    for (const Entry &entry : m_entries) {
        width += swatch + theme::gap + fontMetrics().horizontalAdvance(entry.words) + 2 * theme::gap;
    }
    return {width, std::max(swatch, fontMetrics().height()) + 4};
}

void Legend::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 1;
    const int middle = height() / 2;
    for (const Entry &entry : m_entries) {
        painter.setPen(QPen(theme::colour(theme::Meaning::Frame, palette()), 1, entry.frame));
        painter.setBrush(QBrush(theme::colour(entry.meaning, palette()), entry.pattern));
        painter.drawRoundedRect(QRectF(x + 0.5, middle - swatch / 2 + 0.5, swatch, swatch), 2, 2);
        x += swatch + theme::gap;
        painter.setPen(palette().color(QPalette::WindowText));
        const int wide = fontMetrics().horizontalAdvance(entry.words);
        painter.drawText(QRect(x, 0, wide + 1, height()), Qt::AlignVCenter, entry.words);
        x += wide + 2 * theme::gap;
    }
}

} // namespace polder
