#include "reportwork.h"

#include "model/report/capacityreport.h"
#include "model/report/equipmentreport.h"
#include "model/report/findingsreport.h"
#include "model/report/powerreport.h"
#include "model/report/strandedreport.h"
#include "model/report/workbook.h"
#include "views/paper/reportpdf.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using Make = Report (*)(const Estate &, Day, const QDateTime &, const ReportScope &);
struct Maker {
    const char *name;
    Make make;
};
constexpr std::array makers{Maker{"capacity", wholeCapacityReport}, Maker{"stranded", strandedReport},
                            Maker{"power", powerReport}, Maker{"equipment", equipmentReport},
                            Maker{"findings", findingsReport}};

} // namespace

QJsonObject ReportChoice::toJson() const {
    return {{u"report"_s, report},
            {u"scope"_s, scope},
            {u"as_of"_s, asOf ? QJsonValue(asOf->toString(Qt::ISODate)) : QJsonValue()},
            {u"language"_s, language},
            {u"format"_s, format}};
}

ReportChoice ReportChoice::fromJson(const QJsonObject &json) {
    const QDate day = QDate::fromString(json[u"as_of"_s].toString(), Qt::ISODate);
    return {json[u"report"_s].toString(), json[u"scope"_s].toString(),
            day.isValid() ? std::optional(day) : std::nullopt, json[u"language"_s].toString(),
            json[u"format"_s].toString()};
}

std::vector<std::pair<QString, QString>> reportTitles() {
    const auto say = [](const char *text) { return QCoreApplication::translate("polder::ReportsPage", text); };
    return {{u"capacity"_s, say(QT_TRANSLATE_NOOP("polder::ReportsPage", "Capacity"))},
            {u"stranded"_s, say(QT_TRANSLATE_NOOP("polder::ReportsPage", "Stranded capacity"))},
            {u"power"_s, say(QT_TRANSLATE_NOOP("polder::ReportsPage", "Power and failover"))},
            {u"equipment"_s, say(QT_TRANSLATE_NOOP("polder::ReportsPage", "Equipment"))},
            {u"findings"_s, say(QT_TRANSLATE_NOOP("polder::ReportsPage", "Findings and overrides"))}};
}

Result<ReadablePtr> makeReport(const EstatePtr &estate, const ReportChoice &choice) {
    const auto maker =
        std::ranges::find(makers, choice.report, [](const Maker &one) { return QLatin1String(one.name); });
    if (maker == makers.end()) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = choice.report;
        return error;
    }
    const auto scope = scopeNamed(*estate, choice.scope);
    if (!scope) {
        return scope.error();
    }
    const Day asOf = choice.asOf ? Day::fromDate(*choice.asOf) : estate->snapshot().today;
    return std::make_shared<const ReadableReport>(maker->make(*estate, asOf, {}, *scope),
                                                  ReportLanguage::localeOf(choice.language));
}

Status saveReport(const ReadableReport &report, const QString &format, const QString &table, const QString &path) {
    Result<QByteArray> bytes = QByteArray();
    if (format == u"xlsx") {
        bytes = toXlsx(report);
    } else if (format == u"pdf") {
        bytes = toPdf(report);
    } else if (format == u"json") {
        bytes = QJsonDocument(toJson(report.report())).toJson();
    } else {
        const auto &tables = report.report().tables;
        // People are shown one table for each dimension: places_U.
        const auto found = std::ranges::find_if(tables, [&table](const ReportTable &one) {
            return table == one.name || table.startsWith(one.name + u'_');
        });
        bytes = toCsv(found == tables.end() ? tables.front() : *found);
    }
    if (!bytes) {
        return bytes.error();
    }
    // All or nothing: a reader never finds half a report.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        return error;
    }
    return success();
}

ReportLanguage::ReportLanguage(const QString &language) : m_english(language != u"nl") {
    (void)load(u":/translations/reports_nl.qm"_s);
}

/// Here, and not by QTranslator: another thread may be asking it still.
ReportLanguage::~ReportLanguage() {
    QCoreApplication::removeTranslator(this);
}

QString ReportLanguage::translate(const char *context, const char *text, const char *comment, int count) const {
    const QString dutch = QTranslator::translate(context, text, comment, count);
    // Of what is no report's it says nothing: another translator does.
    return m_english && !dutch.isNull() ? QString::fromUtf8(text) : dutch;
}

QLocale ReportLanguage::localeOf(const QString &language) {
    return language == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                             : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace polder
