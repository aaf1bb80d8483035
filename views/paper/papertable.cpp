#include "views/paper/papertable.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QRawFont>

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>
#include <span>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PaperTable)
};

constexpr double pad = 3.5 * Pages::perPoint; ///< left and right of each cell

/// Draws what needs no shaping glyph by glyph: digits, and letters that stand as they are. Of a table of thousands of
/// rows that is nearly everything, and shaping is what takes the time. For one thread: so are fonts.
class PlainText {
public:
    explicit PlainText(const QFont &font) : m_metrics(font), m_raw(QRawFont::fromFont(font)) {}

    [[nodiscard]] double widthOf(const QString &text) {
        double width = 0;
        for (const QChar letter : text) {
            const Glyph *glyph = isPlain(letter) ? glyphOf(letter) : nullptr;
            if (!glyph) {
                return m_metrics.horizontalAdvance(text);
            }
            width += glyph->advance;
        }
        return width;
    }
    void draw(QPainter &painter, QPointF at, const QString &text) {
        m_indexes.clear();
        m_places.clear();
        QPointF place;
        for (const QChar letter : text) {
            const Glyph *glyph = isPlain(letter) ? glyphOf(letter) : nullptr;
            if (!glyph) {
                painter.drawText(at, text);
                return;
            }
            m_indexes.push_back(glyph->index);
            m_places.push_back(place);
            place.rx() += glyph->advance;
        }
        if (!m_indexes.empty()) {
            QGlyphRun run;
            run.setRawFont(m_raw);
            run.setRawData(m_indexes.data(), m_places.data(), static_cast<int>(m_indexes.size()));
            painter.drawGlyphRun(at, run);
        }
    }

private:
    struct Glyph {
        quint32 index = 0; ///< 0: the font has none
        double advance = 0;
    };

    /// Neither joined to another nor moved towards it.
    static bool isPlain(QChar letter) {
        const auto code = letter.unicode();
        return (code >= u'0' && code <= u'9') || code == u'.' || code == u',' || code == u' ' || code == u'\u2212';
    }
    const Glyph *glyphOf(QChar letter) {
        auto found = m_glyphs.find(letter);
        if (found == m_glyphs.end()) {
            Glyph glyph;
            if (m_raw.isValid()) {
                const auto indexes = m_raw.glyphIndexesForString(QString(letter));
                if (indexes.size() == 1 && indexes.front() != 0) {
                    glyph = {indexes.front(), m_metrics.horizontalAdvance(letter)};
                }
            }
            found = m_glyphs.insert(letter, glyph);
        }
        return found->index == 0 ? nullptr : &*found;
    }

    QFontMetricsF m_metrics;
    QRawFont m_raw;
    QHash<QChar, Glyph> m_glyphs;
    std::vector<quint32> m_indexes;
    std::vector<QPointF> m_places;
};

} // namespace

/// How a table stands on the page: everything that is the same for all its rows, and the text of each cell.
class PaperTable::Layout {
public:
    Layout(const ReadableReport &report, const ReportTable &table) : m_report(report), m_table(table) {
        const auto count = table.columns.size();
        for (std::size_t c = 0; c < count; ++c) {
            m_decimals.push_back(ReadableReport::decimalsOf(table, c));
            m_numeric.push_back(ReadableReport::isNumeric(table, c));
        }
        writeTexts();
        for (std::size_t c = 0; c < count; ++c) {
            m_longest.push_back(longestOf(c));
        }
        choose();
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            m_heights.push_back(heightOf(row(r)));
        }
    }

    [[nodiscard]] QPageLayout::Orientation orientation() const { return m_orientation; }
    [[nodiscard]] double headHeight() const { return m_groupHeight + m_headHeight; }

    [[nodiscard]] std::span<const QString> row(std::size_t row) const {
        return std::span(m_texts).subspan(row * m_table.columns.size(), m_table.columns.size());
    }
    [[nodiscard]] double rowHeight(std::size_t row) const { return m_heights[row]; }
    [[nodiscard]] std::size_t rows() const { return m_heights.size(); }
    [[nodiscard]] const ReportTable &table() const { return m_table; }
    [[nodiscard]] QFont font() const { return Pages::font(m_points); }

    void drawHead(QPainter &painter, double y) const {
        painter.setFont(Pages::font(m_points, true));
        painter.fillRect(QRectF(0, y, total(), headHeight()), QColor(0xe6, 0xe6, 0xe6));
        double x = 0;
        double groupFrom = 0;
        painter.setPen(QPen(QColor(0x55, 0x55, 0x55), 0.5 * Pages::perPoint));
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            const QString &group = m_table.columns[c].group;
            if (c == 0 || group != m_table.columns[c - 1].group) {
                groupFrom = x;
            }
            const bool last = c + 1 == m_widths.size() || m_table.columns[c + 1].group != group;
            if (last && !group.isEmpty()) {
                const QRectF box(groupFrom, y, x + m_widths[c] - groupFrom, m_groupHeight);
                painter.setPen(Qt::black);
                painter.drawText(box, Qt::AlignCenter, group);
                painter.setPen(QPen(QColor(0x55, 0x55, 0x55), 0.5 * Pages::perPoint));
                painter.drawLine(QPointF(box.left() + pad, box.bottom()), QPointF(box.right() - pad, box.bottom()));
            }
            x += m_widths[c];
        }
        painter.setPen(Qt::black);
        x = 0;
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            const QRectF box(x + pad, y + m_groupHeight + m_air / 2, m_widths[c] - 2 * pad, m_headHeight - m_air);
            painter.drawText(box, (m_numeric[c] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom | Qt::TextWordWrap,
                             ReadableReport::headOf(m_table.columns[c]));
            x += m_widths[c];
        }
        painter.setPen(QPen(Qt::black, 0.7 * Pages::perPoint));
        painter.drawLine(QPointF(0, y + headHeight()), QPointF(total(), y + headHeight()));
        painter.setPen(Qt::black);
        painter.setFont(font());
    }

    void drawRow(QPainter &painter, PlainText &plain, double y, std::size_t at) const {
        const double height = rowHeight(at);
        const auto cells = row(at);
        if (at % 2 == 1) {
            painter.fillRect(QRectF(0, y, total(), height), QColor(0xf4, 0xf4, 0xf4));
        }
        double x = 0;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const QString &text = cells[c];
            const double width = m_widths[c];
            if (m_numeric[c]) {
                plain.draw(painter, {x + width - pad - plain.widthOf(text), y + m_baseline}, text);
            } else if (height <= m_lineHeight + m_air + 1) {
                plain.draw(painter, {x + pad, y + m_baseline}, text);
            } else {
                painter.drawText(QRectF(x + pad, y + m_air / 2, width - 2 * pad, height),
                                 Qt::TextWrapAnywhere | Qt::TextWordWrap, text);
            }
            x += width;
        }
    }

    [[nodiscard]] double total() const { return std::accumulate(m_widths.begin(), m_widths.end(), 0.0); }

private:
    /// Of a long table two halves at once.
    void writeTexts() {
        const auto count = m_table.columns.size();
        m_texts.resize(m_table.rows.size() * count);
        const auto write = [this, count](std::size_t from, std::size_t until) {
            for (std::size_t at = from * count; at < until * count; ++at) {
                const auto c = at % count;
                m_texts[at] = m_report.textOf(m_table.columns[c], m_table.rows[at / count][c], m_decimals[c]);
            }
        };
        constexpr std::size_t longTable = 1000;
        const auto middle = m_table.rows.size() < longTable ? 0 : m_table.rows.size() / 2;
        const auto first = std::async(middle == 0 ? std::launch::deferred : std::launch::async, write, 0, middle);
        write(middle, m_table.rows.size());
        first.wait();
    }
    /// As big as it can be: upright, lying, then smaller.
    void choose() {
        for (const double points : {8.0, 7.5, 7.0, 6.5, 6.0, 5.5}) {
            for (const auto orientation : {QPageLayout::Portrait, QPageLayout::Landscape}) {
                if (measure(points, orientation)) {
                    return;
                }
            }
        }
        squeeze();
    }

    [[nodiscard]] double heightOf(std::span<const QString> cells) const {
        double height = m_lineHeight;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            // Most texts are no longer than the longest that fits; those need no measuring.
            if (!m_numeric[c] && m_wraps[c] && m_metrics->horizontalAdvance(cells[c]) > m_widths[c] - 2 * pad) {
                height = std::max(height, m_metrics
                                              ->boundingRect(QRectF(0, 0, m_widths[c] - 2 * pad, 1e6),
                                                             Qt::TextWrapAnywhere | Qt::TextWordWrap, cells[c])
                                              .height());
            }
        }
        return height + m_air;
    }

    /// Of all rows, the text with the most letters: close enough to the widest, and quick.
    [[nodiscard]] QString longestOf(std::size_t column) const {
        QString longest;
        for (auto at = column; at < m_texts.size(); at += m_table.columns.size()) {
            longest = m_texts[at].size() > longest.size() ? m_texts[at] : longest;
        }
        return longest;
    }

    bool measure(double points, QPageLayout::Orientation orientation) {
        m_points = points;
        m_orientation = orientation;
        m_metrics = std::make_unique<QFontMetricsF>(Pages::font(points));
        const QFontMetricsF bold(Pages::font(points, true));
        m_widths.clear();
        m_wraps.assign(m_table.columns.size(), false);
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            double width = m_metrics->horizontalAdvance(m_longest[c]) * (m_numeric[c] ? 1.0 : 1.08);
            for (const auto &word : ReadableReport::headOf(m_table.columns[c]).split(u' ')) {
                width = std::max(width, bold.horizontalAdvance(word) + 4);
            }
            m_widths.push_back(width + 2 * pad);
        }
        settle();
        return total() <= Pages::widthOf(orientation);
    }

    /// Long texts go on in further lines: they share what the others leave, the short ones in full.
    void squeeze() {
        measure(7, QPageLayout::Landscape);
        double left = Pages::widthOf(m_orientation);
        std::vector<std::size_t> texts;
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            if (m_numeric[c]) {
                left -= m_widths[c];
            } else {
                texts.push_back(c);
            }
        }
        std::ranges::sort(texts, {}, [this](auto c) { return m_widths[c]; });
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double share = left / static_cast<double>(texts.size() - i);
            auto &width = m_widths[texts[i]];
            if (width > share) {
                width = share;
                m_wraps[texts[i]] = true;
            }
            left -= width;
        }
        settle();
    }

    void settle() {
        const QFontMetricsF bold(Pages::font(m_points, true));
        m_lineHeight = m_metrics->height();
        m_air = 0.5 * m_points * Pages::perPoint;
        m_baseline = m_air / 2 + m_metrics->ascent();
        m_headHeight = 0;
        bool groups = false;
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            const QRectF box = bold.boundingRect(QRectF(0, 0, m_widths[c] - 2 * pad, 1e6), Qt::TextWordWrap,
                                                 ReadableReport::headOf(m_table.columns[c]));
            m_headHeight = std::max(m_headHeight, box.height() + m_air * 1.5);
            groups = groups || !m_table.columns[c].group.isEmpty();
        }
        m_groupHeight = groups ? m_lineHeight + m_air : 0;
    }

    const ReadableReport &m_report;
    const ReportTable &m_table;
    std::vector<int> m_decimals;
    std::vector<bool> m_numeric, m_wraps;
    std::vector<QString> m_texts; ///< row by row
    std::vector<double> m_heights;
    std::vector<QString> m_longest;
    std::vector<double> m_widths;
    std::unique_ptr<QFontMetricsF> m_metrics;
    QPageLayout::Orientation m_orientation = QPageLayout::Portrait;
    double m_points = 8, m_lineHeight = 0, m_air = 0, m_baseline = 0, m_headHeight = 0, m_groupHeight = 0;
};

PaperTable::PaperTable(const ReadableReport &report, const ReportTable &table)
    : m_layout(std::make_unique<Layout>(report, table)) {
}

PaperTable::PaperTable(PaperTable &&) noexcept = default;
PaperTable::~PaperTable() = default;

QPageLayout::Orientation PaperTable::orientation() const {
    return m_layout->orientation();
}

void PaperTable::draw(Pages &pages) const {
    const Layout &layout = *m_layout;
    const ReportTable &table = layout.table();
    if (layout.orientation() != pages.orientation()) {
        pages.newPage(layout.orientation());
    }
    // A short table is not torn in two.
    constexpr std::size_t fewRows = 20;
    if (layout.rows() <= fewRows) {
        double height = layout.headHeight() + 4 * 12 * Pages::perPoint;
        for (std::size_t r = 0; r < layout.rows(); ++r) {
            height += layout.rowHeight(r);
        }
        pages.need(height);
    }
    pages.heading(table.title.isEmpty() ? table.name : table.title, 12, 1);
    if (!table.note.isEmpty()) {
        pages.paragraph(table.note, 8.5);
    }
    if (layout.rows() == 0) {
        pages.paragraph(Text::tr("Nothing to show."), 8.5);
        return;
    }
    const auto drawHead = [&] {
        if (pages.painter()) {
            layout.drawHead(*pages.painter(), pages.y());
        }
        pages.advance(layout.headHeight());
    };
    PlainText plain(layout.font());
    bool head = false;
    for (std::size_t r = 0; r < layout.rows(); ++r) {
        const double height = layout.rowHeight(r);
        if (!head || pages.left() < height) {
            pages.need(height + (head ? 0 : layout.headHeight()));
            drawHead();
            head = true;
        }
        if (pages.painter()) {
            layout.drawRow(*pages.painter(), plain, pages.y(), r);
        }
        pages.advance(height);
    }
    if (pages.painter()) {
        pages.painter()->setPen(QPen(QColor(0x55, 0x55, 0x55), 0.5 * Pages::perPoint));
        pages.painter()->drawLine(QPointF(0, pages.y()), QPointF(layout.total(), pages.y()));
        pages.painter()->setPen(Qt::black);
    }
    pages.advance(10 * Pages::perPoint);
}

} // namespace polder
