#include "views/paper/pages.h"

#include <QFontMetricsF>
#include <QPageSize>

#include <utility>

namespace polder {

namespace {

constexpr double margin = 42 * Pages::perPoint;
constexpr double frame = 22 * Pages::perPoint; ///< what head and foot take, with the air beside them
const QPageSize paper(QPageSize::A4);

QSizeF sizeOf(QPageLayout::Orientation orientation) {
    const QSizeF size = paper.size(QPageSize::Point) * Pages::perPoint;
    return orientation == QPageLayout::Portrait ? size : size.transposed();
}

thread_local PrintingOn *printing = nullptr;

} // namespace

PrintingOn::PrintingOn(QPagedPaintDevice &device) : m_device(device), m_before(std::exchange(printing, this)) {
}

PrintingOn::~PrintingOn() {
    printing = m_before;
}

QFont Pages::font(double points, bool bold) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(qRound(points * perPoint));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double Pages::widthOf(QPageLayout::Orientation orientation) {
    return sizeOf(orientation).width() - 2 * margin;
}

Pages::Pages(const QString &title, const QString &header, const QString &footer, QPageLayout::Orientation orientation,
             int pageCount, int from, int past)
    : m_header(header)
    , m_footer(footer)
    , m_count(pageCount)
    , m_from(from)
    , m_past(past)
    , m_orientation(orientation) {
    open(title);
}

Pages::Pages(const QString &title) : m_count(1), m_framed(false) {
    open(title);
}

void Pages::open(const QString &title) {
    if (printing) {
        m_device = &printing->m_device;
    } else {
        toPdf(title);
    }
    begin();
}

void Pages::toPdf(const QString &title) {
    m_buffer.open(QIODevice::WriteOnly);
    m_writer = std::make_unique<QPdfWriter>(&m_buffer);
    m_writer->setResolution(72 * perPoint);
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Polder"));
    m_device = m_writer.get();
}

Pages::~Pages() {
    m_painter.reset(); // before what it paints on
}

void Pages::begin() {
    const QSizeF size = sizeOf(m_orientation);
    m_top = m_framed ? margin + frame : 0;
    m_bottom = m_framed ? size.height() - margin - frame : size.height();
    m_width = m_framed ? size.width() - 2 * margin : size.width();
    m_y = m_top;
    if (!isDrawn()) {
        return;
    }
    m_device->setPageLayout(layout());
    if (m_painter) {
        m_device->newPage();
    } else {
        m_painter = std::make_unique<QPainter>(m_device);
    }
    if (!m_writer && m_painter->isActive()) {
        printing->m_worked = true;
    } else if (!m_writer) { // it takes nothing: what is drawn is thrown away
        toPdf({});
        m_device->setPageLayout(layout());
        m_painter = std::make_unique<QPainter>(m_device);
    }
    toScale();
    if (m_framed) {
        drawFrame();
        m_painter->translate(margin, 0);
    }
}

QPageLayout Pages::layout() const {
    QPageLayout layout(paper, m_orientation, {});
    if (!m_writer) {
        layout.setMode(QPageLayout::FullPageMode);
    }
    return layout;
}

/// A printer has dots of its own.
void Pages::toScale() {
    m_painter->resetTransform();
    if (const double dots = m_device->logicalDpiX() / (72.0 * perPoint); !m_writer && dots > 0) {
        m_painter->scale(dots, dots);
    }
}

void Pages::drawFrame() {
    const QSizeF size = sizeOf(m_orientation);
    m_painter->setFont(font(7.5));
    m_painter->setPen(QPen(QColor(0x55, 0x55, 0x55), 0.5 * perPoint));
    const double line = 12 * perPoint;
    const QRectF head(margin, margin - line / 2, m_width, line);
    const QRectF foot(margin, size.height() - margin - line / 2, m_width, line);
    m_painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_header);
    m_painter->drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_footer);
    m_painter->drawText(foot, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("%1/%2").arg(m_page + 1).arg(m_count));
    m_painter->drawLine(QPointF(margin, head.bottom() + 20), QPointF(margin + m_width, head.bottom() + 20));
    m_painter->drawLine(QPointF(margin, foot.top() - 20), QPointF(margin + m_width, foot.top() - 20));
    m_painter->setPen(Qt::black);
}

void Pages::newPage(QPageLayout::Orientation orientation) {
    if (m_y == m_top && orientation == m_orientation) {
        return;
    }
    m_orientation = orientation;
    ++m_page;
    begin();
}

void Pages::need(double height) {
    if (left() < height) {
        newPage(m_orientation);
    }
}

void Pages::heading(const QString &text, double points, int level) {
    need(points * perPoint * 6); // not alone at the foot of a page
    const bool first = m_y == m_top;
    m_y += first ? 0 : points * perPoint * 0.8;
    m_bookmarks.push_back({text, m_page, (sizeOf(m_orientation).height() - m_y) / perPoint, level});
    paragraph(text, points, true);
    m_y += points * perPoint * 0.25;
}

void Pages::paragraph(const QString &text, double points, bool bold, double indent) {
    const QFont used = font(points, bold);
    const QFontMetricsF metrics(used);
    const QRectF whole(indent, 0, m_width - indent, 1e6);
    const double height = metrics.boundingRect(whole, Qt::TextWordWrap, text).height();
    need(height);
    if (isDrawn()) {
        m_painter->setFont(used);
        m_painter->drawText(QRectF(indent, m_y, m_width - indent, height * 1.1), Qt::TextWordWrap, text);
    }
    m_y += height + points * perPoint * 0.35;
}

QByteArray Pages::finish() {
    m_painter->end();
    return m_buffer.data();
}

} // namespace polder
