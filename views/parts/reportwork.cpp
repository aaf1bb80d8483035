#include "reportwork.h"

#include "model/report/workbook.h"
#include "views/paper/reportpdf.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array titles{
    std::pair{"capacity", QT_TRANSLATE_NOOP("polder::ReportsPage", "Capacity")},
    std::pair{"stranded", QT_TRANSLATE_NOOP("polder::ReportsPage", "Stranded capacity")},
    std::pair{"power", QT_TRANSLATE_NOOP("polder::ReportsPage", "Power and failover")},
    std::pair{"reciprocity", QT_TRANSLATE_NOOP("polder::ReportsPage", "Reciprocity")},
    std::pair{"requests", QT_TRANSLATE_NOOP("polder::ReportsPage", "Requests")},
    std::pair{"equipment", QT_TRANSLATE_NOOP("polder::ReportsPage", "Equipment")},
    std::pair{"findings", QT_TRANSLATE_NOOP("polder::ReportsPage", "Findings and overrides")},
    std::pair{"maintenance", QT_TRANSLATE_NOOP("polder::ReportsPage", "Maintenance")},
    std::pair{"energy", QT_TRANSLATE_NOOP("polder::ReportsPage", "Energy")},
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

QString titleOf(const ReportKind &kind) {
    const auto title = std::ranges::find_if(
        titles, [&kind](const auto &one) { return QLatin1String(one.first) == QLatin1String(kind.name); });
    return title == titles.end() ? QString::fromLatin1(kind.name)
                                 : QCoreApplication::translate("polder::ReportsPage", title->second);
}

RecordQuestion recordFor(const ReportChoice &choice, std::int64_t now) {
    const auto *kind = reportKind(choice.report);
    return {now, choice.knownOn ? std::optional(Day::fromDate(*choice.knownOn)) : std::nullopt,
            kind ? kind->beside : Beside::Nothing};
}

Result<ReadablePtr> readableReport(const EstatePtr &estate, const ReportChoice &choice, const KnownRecord &record,
                                   const std::stop_token &stop, const ReportProgress &progress) {
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
    const Day from = choice.from ? Day::fromDate(*choice.from) : usualFirstDay(*kind, asOf);
    if (kind->ofDays && from > asOf) {
        return wrong(Error::Kind::Invalid,
                     QCoreApplication::translate("polder::ReportsPage", "the first day is after the last"));
    }
    auto report = makeReport(*kind, *then,
                             {.from = from,
                              .asOf = asOf,
                              .scope = *scope,
                              .node = choice.node,
                              .owners = choice.owners,
                              .stop = stop,
                              .progress = progress},
                             record);
    if (!report) {
        return report.error();
    }
    return std::make_shared<const ReadableReport>(std::move(report).value(), ReportLanguage::localeOf(choice.language));
}

Status saveReport(const ReadableReport &report, const QString &format, const QString &table,
                  const std::vector<QPicture> &charts, const QString &path, const std::stop_token &stop) {
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
    if (stop.stop_requested()) {
        return wrong(Error::Kind::Cancelled, {});
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
