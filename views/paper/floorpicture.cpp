#include "views/paper/floorpicture.h"

#include "views/paper/pages.h"
#include "views/paper/reportcharts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <optional>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::FloorPicture)
};

constexpr double mostHeight = 780; ///< of the room, in pixels of the chart
constexpr double legendHeight = 46;
constexpr int fontPixels = 11;
constexpr int leastPixels = 5; ///< of letters that anybody can read on paper
constexpr std::array scales{10, 20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000};

/// From light to dark, so that they can be told apart in grey as well. `from`: of a load, in tenths of a per cent.
struct Band {
    std::int64_t from;
    QRgb shade;
    bool hatched = false;
};
constexpr std::array bands{Band{0, 0xffffffff}, Band{500, 0xffc9d6e8}, Band{750, 0xff95b3d7}, Band{900, 0xff4f81bd},
                           Band{1001, 0xff17365d, true}};
constexpr std::size_t lightBands = 3; ///< on which black is read best

std::size_t bandOf(std::int64_t tenths) {
    const auto after = std::ranges::upper_bound(bands, tenths, {}, &Band::from);
    return static_cast<std::size_t>(after - bands.begin()) - 1;
}

QString nameOf(std::size_t band) {
    const auto percent = [](std::size_t of) { return bands[of].from / 10; };
    return band == 0                  ? Text::tr("below %1 %").arg(percent(1))
           : band + 1 == bands.size() ? Text::tr("above its limit")
                                      : Text::tr("%1 to %2 %").arg(percent(band)).arg(percent(band + 1));
}

QFont font(int pixels) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(pixels);
    return font;
}

class Floor {
public:
    Floor(const ReadableReport &report, const ReportTable &table, const ReportChart &chart)
        : m_report(report)
        , m_table(table)
        , m_place(columnOf(chart.labels.first()))
        , m_value(columnOf(chart.values.first()))
        , m_x(columnOf(u"x"_qs))
        , m_front(columnOf(u"front"_qs)) {
        const auto room =
            std::ranges::find(table.rows, Cell(chart.place), [this](const auto &row) { return row[m_place]; });
        m_first = room;
        for (m_last = room == table.rows.end() ? room : room + 1;
             m_last != table.rows.end() && std::holds_alternative<Decimal>((*m_last)[m_front]); ++m_last) {
        }
    }

    [[nodiscard]] QPicture picture() {
        QPicture picture;
        if (m_first == m_table.rows.end()) {
            return picture;
        }
        const double wide = number(*m_first, m_x + 2), deep = number(*m_first, m_x + 3);
        if (wide <= 0 || deep <= 0) {
            return picture;
        }
        // In pixels to the millimetre of the room: the largest of the usual scales that fits.
        const double onPaper = Pages::widthOf(QPageLayout::Portrait) / Pages::perMm / chartSize.width();
        const auto fits = std::ranges::find_if(scales, [&](int scale) {
            return wide / scale / onPaper <= chartSize.width() && deep / scale / onPaper <= mostHeight;
        });
        const int scale = fits == scales.end() ? scales.back() : *fits;
        m_perMm = 1 / (scale * onPaper);
        m_left = (chartSize.width() - wide * m_perMm) / 2;
        picture.setBoundingRect({0, 0, chartSize.width(), static_cast<int>(deep * m_perMm + legendHeight)});
        QPainter painter(&picture);
        painter.setPen(QPen(Qt::black, 1.5));
        painter.drawRect(area(*m_first));
        for (auto row = m_first + 1; row != m_last; ++row) {
            drawRack(painter, *row);
        }
        drawLegend(painter, deep * m_perMm + 8, scale);
        return picture;
    }

private:
    [[nodiscard]] std::size_t columnOf(const QString &name) const {
        return static_cast<std::size_t>(std::ranges::find(m_table.columns, name, &ReportColumn::name) -
                                        m_table.columns.begin());
    }
    [[nodiscard]] static double number(const std::vector<Cell> &row, std::size_t column) {
        const auto *number = std::get_if<Decimal>(&row[column]);
        return number ? number->toDouble() : 0;
    }
    /// x, y, width and depth stand side by side.
    [[nodiscard]] QRectF area(const std::vector<Cell> &row) const {
        return {m_left + number(row, m_x) * m_perMm, number(row, m_x + 1) * m_perMm, number(row, m_x + 2) * m_perMm,
                number(row, m_x + 3) * m_perMm};
    }

    static void fill(QPainter &painter, const QRectF &area, std::optional<std::size_t> band) {
        painter.setPen(QPen(Qt::black, 0.7));
        painter.setBrush(band ? QBrush(QColor::fromRgb(bands[*band].shade)) : QBrush(Qt::white));
        painter.drawRect(area);
        if (!band) { // crossed out
            painter.setPen(QPen(Qt::darkGray, 0.7));
            painter.drawLine(area.topLeft(), area.bottomRight());
            painter.drawLine(area.topRight(), area.bottomLeft());
        } else if (bands[*band].hatched) {
            // Lines, since not every reader of PDF draws patterns alike.
            painter.save();
            painter.setClipRect(area);
            painter.setPen(QPen(Qt::white, 0.7));
            constexpr double between = 4;
            for (double x = area.left() - area.height(); x < area.right(); x += between) {
                painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
            }
            painter.restore();
        }
    }

    void drawRack(QPainter &painter, const std::vector<Cell> &row) const {
        const QRectF box = area(row);
        const auto *percent = std::get_if<Decimal>(&row[m_value]);
        const auto band = percent ? std::optional(bandOf(percent->steps)) : std::nullopt;
        fill(painter, box, band);
        painter.setPen(QPen(Qt::black, 2.2, Qt::SolidLine, Qt::FlatCap));
        const std::array fronts{QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
                                QLineF(box.bottomLeft(), box.bottomRight()), QLineF(box.topLeft(), box.bottomLeft())};
        const auto front = static_cast<std::size_t>(number(row, m_front) / 90);
        painter.drawLine(fronts[front % fronts.size()]);
        const auto *name = std::get_if<QString>(&row[m_place]);
        const QString code = name ? name->section(u'/', -1) : QString();
        const QString value = m_report.textOf(m_table.columns[m_value], row[m_value], 0);
        // Above one another where the rack is as high on paper as two lines.
        const int pixels = fitting(box.width() - 2, {value.isEmpty() ? code : value});
        if (pixels < leastPixels) {
            return;
        }
        const int small = std::min(pixels, fitting(box.width() - 2, {code}));
        const bool both = small >= leastPixels && box.height() >= 1.3 * (small + pixels);
        const QRectF upper = both ? QRectF(box.left(), box.top(), box.width(), box.height() / 2) : QRectF();
        const QRectF lower = both ? box.adjusted(0, box.height() / 2, 0, 0) : box;
        const bool dark = band && *band >= lightBands;
        if (both && !code.isEmpty()) {
            write(painter, upper, code, small, dark, band && bands[*band].hatched);
        }
        write(painter, lower, value.isEmpty() && !both ? code : value, pixels, dark, band && bands[*band].hatched);
    }
    /// On hatching it stands on a ground of its own.
    static void write(QPainter &painter, const QRectF &area, const QString &text, int pixels, bool dark, bool ground) {
        if (text.isEmpty()) {
            return;
        }
        painter.setFont(font(pixels));
        if (ground) {
            const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2;
            painter.fillRect(
                QRectF(area.center().x() - width / 2, area.center().y() - pixels * 0.6, width, pixels * 1.2),
                Qt::white);
        }
        painter.setPen(dark && !ground ? Qt::white : Qt::black);
        painter.drawText(area, Qt::AlignCenter, text);
    }
    /// The largest letters in which it is that wide at most.
    [[nodiscard]] static int fitting(double width, const QString &text) {
        static const QFontMetricsF metrics(font(100));
        const double asked = metrics.horizontalAdvance(text) / 100;
        return asked > 0 ? std::min(fontPixels, static_cast<int>(width / asked)) : fontPixels;
    }

    static void drawLegend(QPainter &painter, double y, int scale) {
        constexpr double side = 12;
        painter.setFont(font(10));
        const QFontMetricsF metrics(painter.font());
        double x = 1;
        const auto add = [&](std::optional<std::size_t> band, const QString &text) {
            fill(painter, {x, y, side * 1.5, side}, band);
            painter.setPen(Qt::black);
            painter.drawText(QPointF(x + side * 1.5 + 4, y + side - 2), text);
            x += side * 1.5 + 4 + metrics.horizontalAdvance(text) + 12;
        };
        for (std::size_t band = 0; band < bands.size(); ++band) {
            add(band, nameOf(band));
        }
        add(std::nullopt, Text::tr("no limit known"));
        painter.drawText(QPointF(1, y + 2.3 * side),
                         Text::tr("1:%1 on A4; north is up; thick edge: the front.").arg(scale));
    }

    const ReadableReport &m_report;
    const ReportTable &m_table;
    std::size_t m_place, m_value, m_x, m_front;
    std::vector<std::vector<Cell>>::const_iterator m_first, m_last; ///< the room, and behind its last rack
    double m_perMm = 1, m_left = 0;
};

} // namespace

QPicture floorPicture(const ReadableReport &report, const ReportChart &chart) {
    const auto *table = report.table(chart.table);
    return table ? Floor(report, *table, chart).picture() : QPicture();
}

} // namespace polder
