#include "reportwork.h"

#include "model/planning/failing.h"
#include "model/report/capacityreport.h"
#include "model/report/energyreport.h"
#include "model/report/equipmentreport.h"
#include "model/report/findingsreport.h"
#include "model/report/maintenancereport.h"
#include "model/report/powerreport.h"
#include "model/report/reciprocityreport.h"
#include "model/report/requestreport.h"
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

constexpr std::array kinds{
    ReportKind{"capacity", QT_TRANSLATE_NOOP("polder::ReportsPage", "Capacity")},
    ReportKind{"stranded", QT_TRANSLATE_NOOP("polder::ReportsPage", "Stranded capacity")},
    ReportKind{"power", QT_TRANSLATE_NOOP("polder::ReportsPage", "Power and failover")},
    ReportKind{"reciprocity", QT_TRANSLATE_NOOP("polder::ReportsPage", "Reciprocity"), Beside::Settlement, true},
    ReportKind{"requests", QT_TRANSLATE_NOOP("polder::ReportsPage", "Requests"), Beside::RequestClocks},
    ReportKind{"equipment", QT_TRANSLATE_NOOP("polder::ReportsPage", "Equipment")},
    ReportKind{"findings", QT_TRANSLATE_NOOP("polder::ReportsPage", "Findings and overrides")},
    ReportKind{"maintenance", QT_TRANSLATE_NOOP("polder::ReportsPage", "Maintenance"), Beside::Nothing, true, true},
    ReportKind{"energy", QT_TRANSLATE_NOOP("polder::ReportsPage", "Energy"), Beside::MeterReadings, true},
};

QJsonValue jsonOf(const std::optional<QDate> &date) {
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

std::optional<QDate> dateFrom(const QJsonValue &json) {
    const QDate date = QDate::fromString(json.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

Error wrong(Error::Kind kind, const QString &what) {
    Error error;
    error.kind = kind;
    error.what = what;
    return error;
}

/// All that makers are given.
struct Asked {
    const Estate &estate;
    Day from, asOf;
    const ReportScope &scope;
    const QString &node;
    const KnownRecord &record;
};

Result<Report> made(const QString &name, const Asked &asked) {
    const auto &[estate, from, asOf, scope, node, record] = asked;
    const QDateTime &at = record.known.at;
    if (name == u"capacity") {
        return wholeCapacityReport(estate, asOf, at, scope);
    }
    if (name == u"stranded") {
        return strandedReport(estate, asOf, at, scope);
    }
    if (name == u"power") {
        return powerReport(estate, asOf, at, scope);
    }
    if (name == u"reciprocity") {
        return reciprocityReport(estate, from, asOf, at, scope, record.settlement);
    }
    if (name == u"requests") {
        return requestReport(estate, asOf, at, scope, record.clocks);
    }
    if (name == u"equipment") {
        return equipmentReport(estate, asOf, at, scope);
    }
    if (name == u"findings") {
        return findingsReport(estate, asOf, at, scope);
    }
    if (name == u"energy") {
        return energyReport(estate, from, asOf, at, scope, record.readings);
    }
    const auto failing = failingNamed(estate, node);
    if (!failing) {
        return failing.error();
    }
    return maintenanceReport(estate, *failing, nameOf(estate, *failing), {from, asOf.plus(1)}, at, scope);
}

} // namespace

QJsonObject ReportChoice::toJson() const {
    return {{u"report"_s, report},     {u"scope"_s, scope},   {u"as_of"_s, jsonOf(asOf)},
            {u"language"_s, language}, {u"format"_s, format}, {u"known_on"_s, jsonOf(knownOn)},
            {u"from"_s, jsonOf(from)}, {u"node"_s, node}};
}

ReportChoice ReportChoice::fromJson(const QJsonObject &json) {
    return {json[u"report"_s].toString(),   json[u"scope"_s].toString(),  dateFrom(json[u"as_of"_s]),
            json[u"language"_s].toString(), json[u"format"_s].toString(), dateFrom(json[u"known_on"_s]),
            dateFrom(json[u"from"_s]),      json[u"node"_s].toString()};
}

std::span<const ReportKind> reportKinds() {
    return kinds;
}

const ReportKind *reportKind(const QString &name) {
    const auto kind =
        std::ranges::find_if(kinds, [&](const ReportKind &one) { return name == QLatin1String(one.name); });
    return kind == kinds.end() ? nullptr : &*kind;
}

QString titleOf(const ReportKind &kind) {
    return QCoreApplication::translate("polder::ReportsPage", kind.title);
}

RecordQuestion recordFor(const ReportChoice &choice, std::int64_t now) {
    const auto *kind = reportKind(choice.report);
    return {now, choice.knownOn ? std::optional(Day::fromDate(*choice.knownOn)) : std::nullopt,
            kind ? kind->beside : Beside::Nothing};
}

Result<ReadablePtr> makeReport(const EstatePtr &estate, const ReportChoice &choice, const KnownRecord &record) {
    const auto *kind = reportKind(choice.report);
    if (!kind) {
        return wrong(Error::Kind::NotFound, choice.report);
    }
    const auto then = record.snapshot ? std::make_shared<const Estate>(record.snapshot) : estate;
    const auto scope = scopeNamed(*then, choice.scope);
    if (!scope) {
        return scope.error();
    }
    const Day asOf = choice.asOf ? Day::fromDate(*choice.asOf) : then->snapshot().today;
    // A statement is of the year so far, a maintenance of one day.
    const Day usual = kind->ofANode ? asOf : Day::fromDate({asOf.toDate().year(), 1, 1});
    const Day from = choice.from ? Day::fromDate(*choice.from) : usual;
    if (kind->ofDays && from > asOf) {
        return wrong(Error::Kind::Invalid,
                     QCoreApplication::translate("polder::ReportsPage", "the first day is after the last"));
    }
    auto report = made(choice.report, {*then, from, asOf, *scope, choice.node, record});
    if (!report) {
        return report.error();
    }
    return std::make_shared<const ReadableReport>(std::move(report).value(), ReportLanguage::localeOf(choice.language));
}

Status saveReport(const ReadableReport &report, const QString &format, const QString &table,
                  const std::vector<QPicture> &charts, const QString &path) {
    Result<QByteArray> bytes = QByteArray();
    if (format == u"xlsx") {
        bytes = toXlsx(report);
    } else if (format == u"pdf") {
        bytes = toPdf(report, charts);
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
