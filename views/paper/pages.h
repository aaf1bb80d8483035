#pragma once

#include <QBuffer>
#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

#include <limits>
#include <memory>
#include <vector>

namespace polder {

/// A place in a PDF that its outline leads to.
struct Bookmark {
    QString title;
    int page = 0;     ///< from 0
    double below = 0; ///< points from the bottom of the page
    int level = 0;
};

/// While it lives, papers that this thread draws go to this device instead of into a PDF, to the same scale; what they
/// give as bytes is empty.
class PrintingOn {
public:
    explicit PrintingOn(QPagedPaintDevice &device);
    PrintingOn(const PrintingOn &) = delete;
    PrintingOn &operator=(const PrintingOn &) = delete;
    ~PrintingOn();

    /// Something was drawn there.
    [[nodiscard]] bool worked() const { return m_worked; }

private:
    friend class Pages;

    QPagedPaintDevice &m_device;
    PrintingOn *m_before;
    bool m_worked = false;
};

/// Paper that is filled from the top to the bottom. All lengths are tenths of a point.
///
/// A dry run goes the same way without drawing: then it is known how many pages there are. So does what is drawn of
/// some pages only, by several threads at once.
class Pages {
public:
    /// pageCount: 0 for a dry run. from, past: the pages that are drawn, counted from 0.
    Pages(const QString &title, const QString &header, const QString &footer, QPageLayout::Orientation orientation,
          int pageCount, int from = 0, int past = std::numeric_limits<int>::max());
    /// Without head, foot and margins, for sheets that are ready-made: labels.
    explicit Pages(const QString &title);
    ~Pages();

    static constexpr int perPoint = 10;
    static constexpr double perMm = perPoint * 72 / 25.4;
    [[nodiscard]] static QFont font(double points, bool bold = false);

    /// Unless this one has nothing on it yet.
    void newPage(QPageLayout::Orientation orientation);
    /// A new page if less than that is left.
    void need(double height);
    [[nodiscard]] double left() const { return m_bottom - m_y; }
    [[nodiscard]] double width() const { return m_width; }
    /// Of a page in that orientation.
    [[nodiscard]] static double widthOf(QPageLayout::Orientation orientation);
    [[nodiscard]] double y() const { return m_y; }
    void advance(double height) { m_y += height; }
    [[nodiscard]] QPageLayout::Orientation orientation() const { return m_orientation; }

    void heading(const QString &text, double points, int level);
    void paragraph(const QString &text, double points, bool bold = false, double indent = 0);

    /// nullptr where nothing is drawn: in a dry run, and on pages that are not asked for.
    [[nodiscard]] QPainter *painter() { return isDrawn() ? m_painter.get() : nullptr; }
    [[nodiscard]] const QPaintDevice *device() const { return m_device; }
    [[nodiscard]] int pageCount() const { return m_page + 1; }

    [[nodiscard]] QByteArray finish();
    [[nodiscard]] const std::vector<Bookmark> &bookmarks() const { return m_bookmarks; }

private:
    void open(const QString &title);
    void toPdf(const QString &title);
    [[nodiscard]] QPageLayout layout() const;
    void begin();
    void drawFrame();
    void toScale();
    [[nodiscard]] bool isDrawn() const { return m_count > 0 && m_from <= m_page && m_page < m_past; }

    QString m_header, m_footer;
    int m_count; ///< 0: a dry run
    int m_from = 0, m_past = std::numeric_limits<int>::max();
    bool m_framed = true;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    QPagedPaintDevice *m_device = nullptr; ///< the writer, or what is printed on
    std::unique_ptr<QPainter> m_painter;
    QPageLayout::Orientation m_orientation = QPageLayout::Portrait;
    int m_page = 0;
    double m_y = 0, m_top = 0, m_bottom = 0, m_width = 0;
    std::vector<Bookmark> m_bookmarks;
};

} // namespace polder
