#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/report/capacityreport.h"
#include "model/report/strandedreport.h"
#include "model/report/workbook.h"
#include "model/store/queries.h"
#include "views/paper/reportpdf.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>
#include <QTranslator>

// check and report: what is true of the record as a whole.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// {"everything", "sites"}: people check what happens where they hold an office.
Result<QJsonObject> coverage(DatabaseConnection &connection) {
    const auto rows = connection.query(namedQuery(u"check_covers"_s));
    if (!rows.ok()) {
        return rows.error();
    }
    return QJsonObject{{u"everything"_s, rows->text(0, 0) == u"t"},
                       {u"sites"_s, QJsonDocument::fromJson(rows->text(0, 1).toUtf8()).array()}};
}

QString coverageText(const QJsonObject &covers) {
    QStringList sites;
    for (const QJsonValue &site : covers[u"sites"_s].toArray()) {
        sites << site.toString();
    }
    if (covers[u"everything"_s].toBool()) {
        return u"The whole record was checked.\n"_s;
    }
    return sites.isEmpty()
               ? u"Nothing was checked: you hold no office in a data centre.\n"_s
               : u"Only what happens in %1 was checked, where you hold an office.\n"_s.arg(sites.join(u" and "_s));
}

Result<Answer> check(Session &session, const QCommandLineParser &options) {
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto rows = (*connection)->query(namedQuery(u"check"_s));
    if (!rows.ok()) {
        return rows.error();
    }
    const auto covers = coverage(**connection);
    if (!covers.ok()) {
        return covers.error();
    }
    const Format format(QLocale::c());
    QJsonArray violations;
    QString text;
    int uncovered = 0;
    for (int row = 0; row < rows->count(); ++row) {
        const Shortfall shortfall = shortfallFromJson(QJsonDocument::fromJson(rows->text(row, 0).toUtf8()).object());
        const bool covered = rows->text(row, 1) == u"t";
        uncovered += covered ? 0 : 1;
        const QJsonObject aside = QJsonDocument::fromJson(rows->text(row, 2).toUtf8()).object();
        text += shortfall.rule.leftJustified(7) + format.shortfall(shortfall) +
                (aside.isEmpty() ? covered ? u" (finding recorded)"_s : QString()
                                 : u" (set aside until %1: %2)"_s.arg(aside[u"until"_s].toString(),
                                                                      aside[u"reason"_s].toString())) +
                u'\n';
        QJsonObject one = toJson(shortfall);
        one[u"covered"_s] = covered;
        one[u"override"_s] = aside.isEmpty() ? QJsonValue() : aside;
        violations << one;
    }
    text += u"%1 %2, %3 without a recorded override or finding.\n"_s.arg(violations.size())
                .arg(violations.size() == 1 ? u"violation"_s : u"violations"_s)
                .arg(uncovered) +
            coverageText(*covers);
    const bool bad = options.isSet(u"strict"_s) ? !violations.isEmpty() : uncovered > 0;
    return Answer{QJsonObject{{u"violations"_s, violations}, {u"uncovered"_s, uncovered}, {u"covers"_s, *covers}},
                  text,
                  {},
                  bad ? Refused : Done};
}

Status writeFile(const QString &path, const QByteArray &bytes) {
    // All or nothing: a reader never finds half a report.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        error.data = {{u"file"_s, path}};
        return error;
    }
    return success();
}

/// What a report reads, and when it was known.
struct Record {
    SnapshotPtr snapshot;
    KnownAt known;
};

Result<Record> present(Session &session) {
    // Else the same generation would say something else tomorrow.
    if (const Status lapsed = session.lapseHolds(); !lapsed.ok()) {
        return lapsed.error();
    }
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const auto known = session.known((*snapshot)->generation, {});
    if (!known.ok()) {
        return known.error();
    }
    KnownAt now = known->value_or(KnownAt{.generation = (*snapshot)->generation, .at = {}, .day = {}});
    now.final = false; // the next time it is another now
    return Record{*snapshot, now};
}

Result<Record> asKnown(Session &session, const QString &given) {
    bool isGeneration = false;
    const qint64 generation = given.toLongLong(&isGeneration);
    const QDate date = QDate::fromString(given, Qt::ISODate);
    if (!isGeneration && !date.isValid()) {
        return invalid(u"--as-known"_s, given, u"a generation, or a date like 2027-05-01"_s);
    }
    const auto known = session.known(isGeneration ? std::optional(generation) : std::nullopt,
                                     date.isValid() ? std::optional(Day::fromDate(date)) : std::nullopt);
    if (!known.ok()) {
        return known.error();
    }
    if (!*known) {
        return invalid(u"--as-known"_s, given,
                       isGeneration ? u"a generation that there has been"_s
                                    : u"a day up to today on which something was known"_s);
    }
    const auto snapshot = session.snapshot(**known);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    return Record{*snapshot, **known};
}

/// The rows of racks that carry more than their total, of which free says nothing.
QJsonArray rowsOver(const Report &report) {
    QJsonArray over;
    for (const QJsonValue &row : toJson(report)[u"tables"_s][0][u"rows"_s].toArray()) {
        if (row.toObject().contains(u"over"_s)) {
            over << row;
        }
    }
    return over;
}

QString overText(const QJsonArray &rows) {
    QString text;
    for (const QJsonValue &row : rows) {
        const auto say = [&row](const QString &column) { return QString::number(row[column].toDouble(), 'g', 12); };
        text += u"%1/%2/%3: %4 %5 over its total of %6; its free is written as 0.\n"_s.arg(
            row[u"site"_s].toString(), row[u"room"_s].toString(), row[u"rack"_s].toString(), say(u"over"_s),
            row[u"unit"_s].toString(), say(u"total"_s));
    }
    return text;
}

/// What reports say is in this language as long as it lives.
class InLanguage {
public:
    explicit InLanguage(const QString &language)
        : m_locale(language == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                     : QLocale(QLocale::English, QLocale::UnitedKingdom)) {
        if (m_translator.load(u":/translations/reports_%1.qm"_s.arg(language))) {
            QCoreApplication::installTranslator(&m_translator);
        }
    }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    QLocale m_locale;
    QTranslator m_translator; // takes itself off when it goes
};

Result<QByteArray> bytesOf(const Report &report, const QString &format, const QLocale &locale) {
    if (format == u"xlsx") {
        return toXlsx(ReadableReport(report, locale));
    }
    if (format == u"pdf") {
        return toPdf(ReadableReport(report, locale));
    }
    return format == u"json" ? QJsonDocument(toJson(report)).toJson() : toCsv(report.tables.front());
}

using MakeReport = Report (*)(const Estate &, Day, const QDateTime &);

/// A report in its file, and the answer that says so; its name is the second word of the command.
struct Written {
    Report report;
    QJsonObject json;
    QString text;
};
Result<Written> writeReport(Session &session, const QCommandLineParser &options, const QString &name, MakeReport make) {
    const auto asOf = day(options, u"as-of"_s);
    if (!asOf.ok()) {
        return asOf.error();
    }
    const auto format = oneOf(options, u"format"_s, {u"csv"_s, u"json"_s, u"xlsx"_s, u"pdf"_s});
    if (!format.ok()) {
        return format.error();
    }
    const auto language = oneOf(options, u"language"_s, {u"en"_s, u"nl"_s});
    if (!language.ok()) {
        return language.error();
    }
    const InLanguage speaking(language->value_or(u"en"_s));
    const QString output = options.value(u"output"_s);
    if (output.isEmpty()) {
        return usage(u"report %1 wants --output FILE."_s.arg(name));
    }
    const QString known = options.value(u"as-known"_s);
    const auto record = options.isSet(u"as-known"_s) ? asKnown(session, known) : present(session);
    if (!record.ok()) {
        return record.error();
    }
    const Estate estate(record->snapshot);
    Report report = make(estate, asOf->value_or(record->snapshot->today), record->known.at);
    const auto bytes = bytesOf(report, format->value_or(u"csv"_s), speaking.locale());
    if (!bytes.ok()) {
        return bytes.error();
    }
    if (const Status written = writeFile(output, *bytes); !written.ok()) {
        return written.error();
    }
    const QString date = report.asOf.toDate().toString(Qt::ISODate);
    const QString knownAt = report.asKnownAt.toUTC().toString(Qt::ISODateWithMs);
    const auto rows = static_cast<qint64>(report.tables.front().rows.size());
    const bool today = options.isSet(u"as-known"_s) && !record->known.final;
    const QJsonObject answer{{u"output"_s, output},
                             {u"as_of"_s, date},
                             {u"as_known"_s, static_cast<qint64>(report.asKnown)},
                             {u"as_known_at"_s, knownAt},
                             {u"final"_s, record->known.final},
                             {u"rows"_s, rows}};
    const QString text =
        u"%1: %2 as of %3, as known at generation %4 (%5), %6 rows.\n"_s.arg(output, name, date)
            .arg(report.asKnown)
            .arg(knownAt)
            .arg(rows) +
        (today ? u"This day is not over: asked again, --as-known %1 may mean a later generation.\n"_s.arg(known)
               : QString());
    return Written{std::move(report), answer, text};
}

Result<Answer> capacity(Session &session, const QCommandLineParser &options) {
    auto written = writeReport(session, options, u"capacity"_s, capacityReport);
    if (!written.ok()) {
        return written.error();
    }
    const QJsonArray over = rowsOver(written->report);
    written->json[u"over"_s] = over;
    return Answer{written->json, written->text, overText(over)};
}

Result<Answer> stranded(Session &session, const QCommandLineParser &options) {
    const auto written = writeReport(session, options, u"stranded"_s, strandedReport);
    return written.ok() ? Result<Answer>(Answer{written->json, written->text}) : written.error();
}

} // namespace

QList<Command> reportCommands() {
    const QList<QCommandLineOption> when{
        valueOption(u"as-of"_s, u"DATE"_s, u"the day for which the facts hold; today if not given"_s),
        valueOption(u"as-known"_s, u"GENERATION|DATE"_s, u"when they were known; now if not given"_s),
        valueOption(u"format"_s, u"csv|json|xlsx|pdf"_s, u"csv if not given"_s),
        valueOption(u"language"_s, u"en|nl"_s, u"of what people read in it; en if not given"_s),
        valueOption(u"output"_s, u"FILE"_s, u"where to write it; required"_s)};
    return {
        {{u"report"_s, u"capacity"_s},
         {},
         0,
         0,
         u"total, blocked, used, held and free of every rack"_s,
         when,
         capacity,
         u"report_capacity"_s},
        {{u"report"_s, u"stranded"_s},
         {},
         0,
         0,
         u"of every rack, row, room, data centre and node: what is free but of no use, and why"_s,
         when,
         stranded,
         u"report_stranded"_s},
        {{u"check"_s},
         {},
         0,
         0,
         u"recompute every guard from the bare rows"_s,
         {flagOption(u"strict"_s, u"also what an override or a finding covers"_s)},
         check,
         u"check"_s},
    };
}

} // namespace polder::ctl
