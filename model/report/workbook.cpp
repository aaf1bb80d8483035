#include "model/report/workbook.h"

#include <xlsxwriter.h>

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <algorithm>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Workbook)
};

/// Only what libxlsxwriter's C interface wants is in here; it keeps its formats itself.
class Writer {
public:
    Writer(const ReadableReport &report, const QByteArray &path)
        : m_report(report)
        , m_book(workbook_new(path.constData())) {
        m_title = workbook_add_format(m_book);
        format_set_bold(m_title);
        format_set_font_size(m_title, 14);
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        format_set_align(m_bold, LXW_ALIGN_VERTICAL_TOP);
        m_wrapped = workbook_add_format(m_book);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        m_head = head(LXW_ALIGN_LEFT);
        m_numberHead = head(LXW_ALIGN_RIGHT);
    }

    [[nodiscard]] lxw_error write() {
        addProperties();
        for (const auto &table : m_report.tables()) {
            addTable(table);
        }
        for (const auto &chart : m_report.report().charts) {
            addChart(chart);
        }
        addDefinitions();
        return workbook_close(m_book);
    }

private:
    lxw_format *head(lxw_format_alignments align) {
        auto *format = workbook_add_format(m_book);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_bg_color(format, 0xE6E6E6);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_align(format, static_cast<uint8_t>(align));
        format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
        return format;
    }

    lxw_format *numberFormat(int decimals) {
        auto *&format = m_numbers[decimals];
        if (!format) {
            format = workbook_add_format(m_book);
            const QByteArray text = decimals > 0 ? "#,##0." + QByteArray(decimals, '0') : QByteArray("#,##0");
            format_set_num_format(format, text.constData());
        }
        return format;
    }

    /// Both are those of the record, not of the clock.
    void addProperties() {
        const QByteArray title = m_report.report().title.toUtf8();
        QByteArray program("Polder");
        QByteArray titleCopy = title;
        lxw_doc_properties properties{};
        properties.title = titleCopy.data();
        properties.author = program.data();
        properties.created = m_report.report().asKnownAt.isValid() ? m_report.report().asKnownAt.toSecsSinceEpoch() : 0;
        if (properties.created == 0) { // libxlsxwriter would take the clock's
            properties.created = m_report.report().asOf.toDate().startOfDay(Qt::UTC).toSecsSinceEpoch();
        }
        workbook_set_properties(m_book, &properties);
    }

    /// At most 31 letters, none of []:*?/\ and each name once.
    QByteArray sheetName(const QString &wanted) {
        QString name = wanted;
        for (const QChar bad : u"[]:*?/\\"_qs) {
            name.remove(bad);
        }
        name = name.simplified().left(31);
        for (int n = 2; m_sheetNames.contains(name.toLower()); ++n) {
            const QString suffix = u" %1"_qs.arg(n);
            name = name.left(31 - suffix.size()) + suffix;
        }
        m_sheetNames << name.toLower();
        return name.toUtf8();
    }

    static QString headOf(const ReportColumn &column) {
        const QString head = ReadableReport::headOf(column);
        return column.group.isEmpty() ? head : u"%1: %2"_qs.arg(column.group, head);
    }

    void addTable(const ReportTable &table) {
        const QByteArray name = sheetName(table.title.isEmpty() ? table.name : table.title);
        auto *sheet = workbook_add_worksheet(m_book, name.constData());
        m_sheets[table.name] = name;
        const auto columns = static_cast<lxw_col_t>(table.columns.size());
        std::vector<lxw_format *> formats;
        std::vector<qsizetype> widest(table.columns.size());
        for (lxw_col_t c = 0; c < columns; ++c) {
            const bool numeric = ReadableReport::isNumeric(table, c);
            formats.push_back(numeric ? numberFormat(ReadableReport::decimalsOf(table, c)) : nullptr);
            worksheet_write_string(sheet, 0, c, headOf(table.columns[c]).toUtf8().constData(),
                                   numeric ? m_numberHead : m_head);
        }
        // Row by row: the library looks for the row of each cell, and has the last one at hand.
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto row = static_cast<lxw_row_t>(r + 1);
            for (lxw_col_t c = 0; c < columns; ++c) {
                const auto &column = table.columns[c];
                const auto &cell = table.rows[r][c];
                if (const auto *number = std::get_if<Decimal>(&cell)) {
                    worksheet_write_number(sheet, row, c, number->toDouble(), formats[c]);
                } else if (const auto *text = std::get_if<QString>(&cell); text && !text->isEmpty()) {
                    // As a text whatever it begins with: no name becomes a formula.
                    const QString words = column.words.isEmpty() ? *text : column.words.value(*text, *text);
                    widest[c] = std::max(widest[c], words.size());
                    worksheet_write_string(sheet, row, c, words.toUtf8().constData(), nullptr);
                }
            }
        }
        for (lxw_col_t c = 0; c < columns; ++c) {
            const qsizetype least = std::max(widest[c] + 2, headOf(table.columns[c]).size() / 2 + 2);
            const qsizetype most = formats[c] ? 12 : std::clamp(least, qsizetype{8}, qsizetype{60});
            worksheet_set_column(sheet, c, c, static_cast<double>(most), nullptr);
        }
        const auto last = static_cast<lxw_row_t>(table.rows.size());
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
        if (last > 0) {
            worksheet_autofilter(sheet, 0, 0, last, columns - 1);
        }
        page(sheet, columns > 8);
    }

    void page(lxw_worksheet *sheet, bool landscape) {
        worksheet_set_paper(sheet, 9); // A4
        if (landscape) {
            worksheet_set_landscape(sheet);
        }
        worksheet_fit_to_pages(sheet, 1, 0);
        const auto escaped = [](QString text) { return text.replace(u'&', u"&&"_qs); };
        // 255 letters are the most that a footer may have.
        const QString footer = u"&L%1&R&P / &N"_qs.arg(escaped(m_report.timesLine()));
        worksheet_set_footer(sheet, footer.left(255).toUtf8().constData());
        worksheet_set_header(sheet, (u"&L%1"_qs.arg(escaped(m_report.report().title))).left(255).toUtf8().constData());
    }

    /// On the sheet of its table, right of it; it takes its figures from there.
    void addChart(const ReportChart &chart) {
        const auto *table = m_report.table(chart.table);
        if (!table || table->rows.empty()) {
            return;
        }
        if (chart.kind == ReportChart::Kind::Floor) {
            shade(*table, chart);
            return;
        }
        const auto column = [table](const QString &name) {
            return static_cast<lxw_col_t>(std::ranges::find(table->columns, name, &ReportColumn::name) -
                                          table->columns.begin());
        };
        const QByteArray name = m_sheets[chart.table];
        auto *drawn = workbook_add_chart(m_book, chart.kind == ReportChart::Kind::Bars     ? LXW_CHART_COLUMN_STACKED
                                                 : chart.kind == ReportChart::Kind::Groups ? LXW_CHART_COLUMN
                                                                                           : LXW_CHART_LINE);
        const auto last = static_cast<lxw_row_t>(table->rows.size());
        for (const auto &value : chart.values) {
            const auto c = column(value);
            auto *series = chart_add_series(drawn, nullptr, nullptr);
            chart_series_set_categories(series, name.constData(), 1, column(chart.labels.first()), last,
                                        column(chart.labels.last()));
            chart_series_set_values(series, name.constData(), 1, c, last, c);
            chart_series_set_name_range(series, name.constData(), 0, c);
        }
        chart_title_set_name(drawn, chart.title.toUtf8().constData());
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
        worksheet_insert_chart(workbook_get_worksheet_by_name(m_book, name.constData()), 1,
                               static_cast<lxw_col_t>(table->columns.size() + 1), drawn);
    }

    /// A workbook has no drawing of a floor: there each number is as dark as it is high.
    void shade(const ReportTable &table, const ReportChart &chart) {
        const auto column = static_cast<lxw_col_t>(
            std::ranges::find(table.columns, chart.values.first(), &ReportColumn::name) - table.columns.begin());
        if (m_shaded.contains(table.name)) { // by the chart of another room
            return;
        }
        m_shaded << table.name;
        lxw_conditional_format scale{};
        scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
        scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        scale.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        scale.min_value = 0;
        scale.max_value = 100;
        scale.min_color = 0xFFFFFF;
        scale.max_color = 0x4F81BD;
        worksheet_conditional_format_range(workbook_get_worksheet_by_name(m_book, m_sheets[table.name].constData()), 1,
                                           column, static_cast<lxw_row_t>(table.rows.size()), column, &scale);
    }

    void addDefinitions() {
        auto *sheet = workbook_add_worksheet(m_book, sheetName(Text::tr("About")).constData());
        worksheet_set_column(sheet, 0, 0, 16, nullptr);
        worksheet_set_column(sheet, 1, 1, 100, nullptr);
        lxw_row_t row = 0;
        const auto write = [&](lxw_col_t column, const QString &text, lxw_format *format) {
            worksheet_write_string(sheet, row, column, text.toUtf8().constData(), format);
        };
        write(0, m_report.report().title, m_title);
        row += 2;
        for (const auto &fact : m_report.facts()) {
            write(0, fact.name, m_bold);
            write(1, fact.value, m_wrapped);
            ++row;
        }
        ++row;
        for (bool first = true; const auto &definition : m_report.report().definitions) {
            if (std::exchange(first, false)) {
                write(0, Text::tr("Definitions"), m_bold);
            }
            write(1, definition, m_wrapped);
            ++row;
        }
        page(sheet, false);
    }

    const ReadableReport &m_report;
    lxw_workbook *m_book;
    lxw_format *m_title, *m_bold, *m_wrapped, *m_head, *m_numberHead;
    QHash<int, lxw_format *> m_numbers; ///< by decimals
    QStringList m_sheetNames;
    QHash<QString, QByteArray> m_sheets; ///< by table
    QStringList m_shaded;
};

Error failed(const QString &what) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = what;
    return error;
}

} // namespace

Result<QByteArray> toXlsx(const ReadableReport &report) {
    // libxlsxwriter writes to a path only.
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return failed(folder.errorString());
    }
    const QString path = folder.filePath(u"report.xlsx"_qs);
    if (const lxw_error wrong = Writer(report, QFile::encodeName(path)).write(); wrong != LXW_NO_ERROR) {
        return failed(Text::tr("The workbook cannot be written: %1").arg(QString::fromUtf8(lxw_strerror(wrong))));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failed(file.errorString());
    }
    return file.readAll();
}

} // namespace polder
