#pragma once

#include "model/report/report.h"

#include <QLocale>

namespace polder {

/// A report as people read it, on the screen, on paper and in a workbook: the same figures as in CSV and JSON, with
/// titles, units in the heads of the columns, and codes in words.
class ReadableReport {
public:
    ReadableReport(const Report &report, const QLocale &locale);

    [[nodiscard]] const Report &report() const { return m_report; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    /// Spread over columns or tables as they ask for; without exceptional columns that are empty.
    [[nodiscard]] const std::vector<ReportTable> &tables() const { return m_tables; }
    /// nullptr: there is none of that name.
    [[nodiscard]] const ReportTable *table(const QString &name) const;

    /// What it is about, by name: scope, as of, as known.
    struct Fact {
        QString name;
        QString value;
    };
    [[nodiscard]] std::vector<Fact> facts() const;
    /// For each page: as of, as known, in one line.
    [[nodiscard]] QString timesLine() const;

    [[nodiscard]] static QString headOf(const ReportColumn &column); ///< "Free (kW)"
    /// Of the numbers of a column: as many as they need, so that what adds up in a file adds up on paper too.
    [[nodiscard]] static int decimalsOf(const ReportTable &table, std::size_t column);
    [[nodiscard]] static bool isNumeric(const ReportTable &table, std::size_t column);
    /// A number with fewer decimals than it needs, as pictures have it, is rounded.
    [[nodiscard]] QString textOf(const ReportColumn &column, const Cell &cell, int decimals) const;

private:
    Report m_report;
    QLocale m_locale;
    std::vector<ReportTable> m_tables;
};

} // namespace polder
