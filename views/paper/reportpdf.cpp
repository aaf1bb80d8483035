#include "views/paper/reportpdf.h"

#include "views/paper/outline.h"
#include "views/paper/pages.h"
#include "views/paper/papertable.h"
#include "views/paper/reportcharts.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ReportPdf)
};

/// As wide as the paper.
void drawChart(Pages &pages, const QString &title, const QPicture &picture) {
    constexpr double heading = 30 * Pages::perPoint;
    const double scale = Pages::widthOf(QPageLayout::Portrait) / chartSize.width();
    const double height = scale * picture.boundingRect().height();
    pages.need(heading + height);
    pages.heading(title, 12, 1);
    if (auto *painter = pages.painter()) {
        painter->save();
        painter->translate(0, pages.y());
        // A picture scales itself by how fine the paper is.
        const double own = scale * picture.logicalDpiX() / pages.device()->logicalDpiX();
        painter->scale(own, own);
        painter->drawPicture(0, 0, picture);
        painter->restore();
    }
    pages.advance(height + 6 * Pages::perPoint);
}

/// Whether its charts stand in its place.
bool isDrawn(const ReadableReport &report, const ReportTable &table, const std::vector<QPicture> &charts) {
    for (std::size_t i = 0; i < charts.size() && table.drawn; ++i) {
        if (report.report().charts[i].table == table.name && !charts[i].isNull()) {
            return true;
        }
    }
    return false;
}

void fill(Pages &pages, const ReadableReport &report, const std::vector<QPicture> &charts,
          const std::vector<PaperTable> &tables) {
    pages.heading(report.report().title, 20, 0);
    for (const auto &fact : report.facts()) {
        pages.paragraph(u"%1: %2"_qs.arg(fact.name, fact.value), 9.5);
    }
    pages.advance(6 * Pages::perPoint);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if (!charts[i].isNull()) {
            drawChart(pages, report.report().charts[i].title, charts[i]);
        }
    }
    for (const auto &table : tables) {
        table.draw(pages);
    }
    if (pages.orientation() != QPageLayout::Portrait) {
        pages.newPage(QPageLayout::Portrait);
    }
    pages.heading(Text::tr("Definitions"), 12, 1);
    for (const auto &definition : report.report().definitions) {
        pages.paragraph(definition, 9);
    }
    pages.paragraph(Text::tr("Figures are rounded to the decimals that are shown; the workbook, CSV and JSON have all "
                             "of them."),
                    9);
}

} // namespace

QByteArray toPdf(const ReadableReport &report, const std::vector<QPicture> &charts) {
    const auto &value = report.report();
    const QString header = value.scope.isEmpty() ? value.title : u"%1 · %2"_qs.arg(value.title, value.scope);
    const bool drawn = std::ranges::any_of(charts, [](const QPicture &one) { return !one.isNull(); });
    std::vector<PaperTable> tables;
    for (const auto &table : report.tables()) {
        if (!isDrawn(report, table, charts)) {
            tables.emplace_back(report, table);
        }
    }
    const auto first = drawn || tables.empty() ? QPageLayout::Portrait : tables.front().orientation();
    Pages dry(value.title, header, report.timesLine(), first, 0);
    fill(dry, report, charts, tables);
    const int count = dry.pageCount();
    const auto draw = [&](int from, int past) {
        Pages pages(value.title, header, report.timesLine(), first, count, from, past);
        fill(pages, report, charts, tables);
        return pages.finish();
    };
    constexpr int worthAThread = 20;
    const int middle = count < 2 * worthAThread ? count : count / 2;
    auto rest = std::async(middle < count ? std::launch::async : std::launch::deferred, draw, middle, count);
    std::vector<QByteArray> parts{draw(0, middle)};
    if (middle < count) {
        parts.push_back(rest.get());
    }
    const QByteArray whole = withOutline(
        parts, dry.bookmarks(), value.asKnownAt.isValid() ? value.asKnownAt : value.asOf.toDate().startOfDay(Qt::UTC));
    return whole.isEmpty() ? draw(0, count) : whole;
}

} // namespace polder
