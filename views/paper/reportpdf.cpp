#include "views/paper/reportpdf.h"

#include "views/paper/outline.h"
#include "views/paper/pages.h"
#include "views/paper/papertable.h"

#include <QCoreApplication>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ReportPdf)
};

void fill(Pages &pages, const ReadableReport &report) {
    pages.heading(report.report().title, 20, 0);
    for (const auto &fact : report.facts()) {
        pages.paragraph(u"%1: %2"_qs.arg(fact.name, fact.value), 9.5);
    }
    pages.advance(6 * Pages::perPoint);
    for (const auto &table : report.tables()) {
        drawTable(pages, report, table);
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

QByteArray toPdf(const ReadableReport &report) {
    const auto &value = report.report();
    const QString header = value.scope.isEmpty() ? value.title : u"%1 · %2"_qs.arg(value.title, value.scope);
    const auto first = report.tables().empty() ? QPageLayout::Portrait : orientationOf(report, report.tables().front());
    Pages dry(value.title, header, report.timesLine(), first, 0);
    fill(dry, report);
    Pages pages(value.title, header, report.timesLine(), first, dry.pageCount());
    fill(pages, report);
    const QByteArray bytes = pages.finish();
    return withOutline(bytes, pages.bookmarks(),
                       value.asKnownAt.isValid() ? value.asKnownAt : value.asOf.toDate().startOfDay(Qt::UTC));
}

} // namespace polder
