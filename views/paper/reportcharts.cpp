#include "views/paper/reportcharts.h"

#include "views/paper/floorpicture.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QDate>
#include <QDateTimeAxis>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <future>

namespace polder {

namespace {

constexpr std::size_t mostRows = 60;
constexpr int fontPixels = 11;

/// From dark to light, so that they can be told apart in grey as well.
constexpr std::array<QRgb, 5> shades{0xff17365d, 0xff4f81bd, 0xff95b3d7, 0xffc9d6e8, 0xffffffff};
constexpr std::size_t lineShades = 3; ///< of them, dark enough for a line; with four dashes no two of twelve are alike
constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

double numberIn(const Cell &cell) {
    const auto *number = std::get_if<Decimal>(&cell);
    return number ? number->toDouble() : 0;
}

/// A table and the columns that are drawn of it.
class Drawing {
public:
    Drawing(const ReadableReport &report, const ReportTable &table, const ReportChart &what)
        : m_report(report)
        , m_table(table)
        , m_what(what) {
        for (const auto &row : table.rows) {
            // A group without a bar says nothing, and of many it takes the place of the others.
            if (what.kind != ReportChart::Kind::Groups || std::ranges::any_of(what.values, [&](const QString &value) {
                    return std::holds_alternative<Decimal>(row[columnOf(value)]);
                })) {
                m_rows.push_back(&row);
            }
        }
    }

    [[nodiscard]] bool isReadable() const { return !m_rows.empty() && m_rows.size() <= mostRows; }

    /// For the scene that takes it.
    [[nodiscard]] QChart *chart() {
        m_chart = new QChart;
        m_chart->setBackgroundVisible(false);
        m_chart->setMargins({});
        m_chart->legend()->setAlignment(Qt::AlignTop); // long names hang down below
        m_chart->legend()->setFont(font());
        if (m_what.kind == ReportChart::Kind::Lines) {
            m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries); // dashes
            addLines();
            attach(days(), Qt::AlignBottom);
        } else {
            addBars();
            attach(categories(), Qt::AlignBottom);
        }
        attach(amounts(), Qt::AlignLeft);
        m_chart->resize(size());
        return m_chart;
    }

    /// Higher where long names hang down: an axis gets no more than a part of it.
    [[nodiscard]] QSize size() const {
        constexpr double part = 0.37;
        constexpr int mostHeight = 800; // and on one page
        double longest = 0;
        const auto all = names();
        if (m_what.kind != ReportChart::Kind::Lines && hangs(all)) {
            const QFontMetricsF metrics(font());
            for (const auto &name : all) {
                longest = std::max(longest, metrics.horizontalAdvance(name));
            }
        }
        return {chartSize.width(), std::clamp(static_cast<int>(longest / part), chartSize.height(), mostHeight)};
    }

private:
    [[nodiscard]] static bool hangs(const QStringList &names) { return names.size() > 6; }
    [[nodiscard]] static QFont font() {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(fontPixels);
        return font;
    }
    [[nodiscard]] std::size_t columnOf(const QString &name) const {
        return static_cast<std::size_t>(std::ranges::find(m_table.columns, name, &ReportColumn::name) -
                                        m_table.columns.begin());
    }
    /// A heading over several columns says what they are of.
    [[nodiscard]] QString nameOf(const ReportColumn &column) const {
        return column.group.isEmpty() ? column.title : column.group;
    }

    void addBars() {
        auto *series = m_what.kind == ReportChart::Kind::Bars ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries)
                                                              : new QBarSeries;
        std::size_t shade = 0;
        for (const auto &value : m_what.values) {
            const auto column = columnOf(value);
            auto *bars = new QBarSet(nameOf(m_table.columns[column]));
            bars->setColor(QColor::fromRgb(shades[shade++ % shades.size()]));
            bars->setBorderColor(Qt::darkGray);
            for (const auto *row : m_rows) {
                bars->append(numberIn((*row)[column]));
            }
            series->append(bars);
        }
        m_chart->addSeries(series);
    }

    /// What is not known interrupts no line: it has no point there.
    void addLines() {
        std::size_t line = 0;
        for (const auto &value : m_what.values) {
            const auto column = columnOf(value);
            auto *series = new QLineSeries;
            series->setName(nameOf(m_table.columns[column]));
            series->setPen(QPen(QColor::fromRgb(shades[line % lineShades]), 2, dashes[line % dashes.size()]));
            ++line;
            for (const auto *row : m_rows) {
                if (std::holds_alternative<Decimal>((*row)[column])) {
                    series->append(QPointF(millisecondsOf(*row), numberIn((*row)[column])));
                }
            }
            m_chart->addSeries(series);
        }
    }

    /// The day of a row, as Qt Charts counts time.
    [[nodiscard]] double millisecondsOf(const std::vector<Cell> &row) const {
        const auto *day = std::get_if<QString>(&row[columnOf(m_what.labels.first())]);
        const QDate date = day ? QDate::fromString(*day, Qt::ISODate) : QDate();
        return static_cast<double>(date.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    }

    [[nodiscard]] static QAbstractAxis *days() {
        auto *axis = new QDateTimeAxis;
        axis->setFormat(QStringLiteral("yyyy-MM"));
        axis->setTickCount(9);
        return axis;
    }

    [[nodiscard]] QStringList names() const {
        QStringList names;
        for (const auto *row : m_rows) {
            QStringList parts;
            for (const auto &label : m_what.labels) {
                const auto column = columnOf(label);
                parts << m_report.textOf(m_table.columns[column], (*row)[column], 0);
            }
            names << parts.join(u' ');
        }
        return names;
    }
    [[nodiscard]] QAbstractAxis *categories() const {
        const auto all = names();
        auto *axis = new QBarCategoryAxis;
        axis->append(all);
        axis->setLabelsAngle(hangs(all) ? -90 : 0);
        axis->setTruncateLabels(false);
        axis->setGridLineVisible(false);
        return axis;
    }

    /// From nothing to the highest line, bar, or heap of bars.
    [[nodiscard]] QAbstractAxis *amounts() const {
        double most = 1;
        for (const auto *row : m_rows) {
            double heap = 0;
            for (const auto &value : m_what.values) {
                const double number = numberIn((*row)[columnOf(value)]);
                heap = m_what.kind == ReportChart::Kind::Bars ? heap + number : std::max(heap, number);
            }
            most = std::max(most, heap);
        }
        auto *axis = new QValueAxis;
        axis->setRange(0, most);
        axis->setLabelFormat(QStringLiteral("%.0f"));
        axis->applyNiceNumbers();
        return axis;
    }

    void attach(QAbstractAxis *axis, Qt::Alignment where) {
        axis->setLabelsFont(font());
        m_chart->addAxis(axis, where);
        const auto all = m_chart->series();
        for (auto *series : all) {
            series->attachAxis(axis);
        }
    }

    const ReadableReport &m_report;
    const ReportTable &m_table;
    const ReportChart &m_what;
    std::vector<const std::vector<Cell> *> m_rows; ///< that are drawn
    QChart *m_chart = nullptr;
};

} // namespace

QPicture drawnChart(const ReadableReport &report, const ReportChart &chart) {
    if (chart.kind == ReportChart::Kind::Floor) {
        return floorPicture(report, chart);
    }
    QPicture picture;
    const auto *table = report.table(chart.table);
    if (!table) {
        return picture;
    }
    Drawing drawing(report, *table, chart);
    if (!drawing.isReadable()) {
        return picture;
    }
    QGraphicsScene scene;
    scene.addItem(drawing.chart());
    const QRectF all({}, QSizeF(drawing.size()));
    scene.setSceneRect(all);
    picture.setBoundingRect({{}, drawing.size()});
    QPainter painter(&picture);
    scene.render(&painter, all, all);
    return picture;
}

std::vector<QPicture> drawnCharts(const ReadableReport &report) {
    const auto &charts = report.report().charts;
    std::vector<QPicture> pictures(charts.size());
    const auto draw = [&](bool floors) {
        for (std::size_t i = 0; i < charts.size(); ++i) {
            if ((charts[i].kind == ReportChart::Kind::Floor) == floors) {
                pictures[i] = drawnChart(report, charts[i]);
            }
        }
    };
    // A floor is only painted; the others are scenes, and those belong to this thread.
    auto floors = std::async(std::launch::async, draw, true);
    draw(false);
    floors.get();
    return pictures;
}

void paintOnPaper(QPainter &painter, const QPicture &picture, const QRectF &area) {
    painter.fillRect(area, Qt::white);
    painter.save();
    painter.translate(area.topLeft());
    // A picture scales itself by how fine what it is drawn on is.
    const double own = area.width() / std::max(picture.boundingRect().width(), 1) * picture.logicalDpiX() /
                       painter.device()->logicalDpiX();
    painter.scale(own, own);
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

} // namespace polder
