#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/record.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "app/polderctl/written.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/planning/failing.h"
#include "model/report/catalogue.h"
#include "model/report/comparison.h"
#include "model/report/maintenanceletters.h"
#include "model/report/maintenancereport.h"
#include "model/report/workbook.h"
#include "model/store/intention.h"
#include "model/store/queries.h"
#include "model/store/reportrows.h"
#include "views/paper/reportcharts.h"
#include "views/paper/reportpdf.h"

#include <QFileInfo>
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

/// The rows of racks that carry more than their total, of which free says nothing.
QJsonArray rowsOver(const Report &report) {
    ReportTable table = report.tables.front();
    const auto over = std::ranges::find(table.columns, u"over"_s, &ReportColumn::name) - table.columns.begin();
    std::erase_if(table.rows, [over](const auto &row) {
        return std::ssize(row) == over || row[static_cast<std::size_t>(over)].index() == 0;
    });
    return toJson(table)[u"rows"_s].toArray();
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

/// The tables that were asked for, in the format that was.
Result<QByteArray> bytesOf(Report report, const QString &format, const QString &table, const QLocale &locale) {
    if (table != u"all") {
        QStringList names;
        for (const auto &one : report.tables) {
            names << one.name;
        }
        if (!names.contains(table)) {
            return invalid(u"--table"_s, table, u"all or one of "_s + names.join(u", "_s));
        }
        std::erase_if(report.tables, [&table](const ReportTable &one) { return one.name != table; });
    }
    if (format == u"xlsx") {
        return toXlsx(ReadableReport(report, locale));
    }
    if (format == u"pdf") {
        const ReadableReport readable(report, locale);
        return toPdf(readable, drawnCharts(readable));
    }
    return format == u"json" ? QJsonDocument(toJson(report)).toJson() : toCsv(report.tables.front());
}

/// Each table as a file: NAME-TABLE.csv beside what NAME.csv would be, or in a folder by the name of the report.
Result<QJsonArray> writeTables(const Report &report, const QString &name, const QString &output) {
    const QFileInfo place(output);
    const bool folder = place.isDir() || place.fileName().isEmpty();
    const bool csv = place.suffix().compare(u"csv"_s, Qt::CaseInsensitive) == 0;
    const QString base = folder ? name : csv ? place.completeBaseName() : place.fileName();
    std::vector<NamedFile> files;
    QJsonArray names;
    for (const auto &table : report.tables) {
        files.push_back({base + u'-' + table.name + u".csv"_s, toCsv(table)});
        names << files.back().name;
    }
    const Status written = writeTogether(folder ? output : place.path(), files);
    return written.ok() ? Result<QJsonArray>(names) : written.error();
}

/// The days of a maintenance as an event for a calendar.
Status writeEvent(const Estate &estate, const QCommandLineParser &options, const Period &window, const Report &report) {
    const auto failing = failingNamed(estate, options.value(u"node"_s));
    if (!failing.ok()) {
        return failing.error();
    }
    return writeFile(options.value(u"ics"_s), maintenanceEvent(report, nameOf(estate, *failing), window));
}

/// A mail to each who has to be told of a maintenance, in a folder: the names of the files.
Result<QJsonArray> writeLetters(const Estate &estate, const QCommandLineParser &options, const Period &window,
                                const Report &report) {
    const auto failing = failingNamed(estate, options.value(u"node"_s));
    if (!failing.ok()) {
        return failing.error();
    }
    const auto &snapshot = estate.snapshot();
    const auto *viewer = snapshot.people.find(snapshot.viewer.person);
    const MailDraft::Address from = viewer ? MailDraft::Address{viewer->name, viewer->email} : MailDraft::Address{};
    const auto letters = maintenanceLetters(report, nameOf(estate, *failing), window, from);
    if (const Status written = writeTogether(options.value(u"mail"_s), letters); !written.ok()) {
        return written.error();
    }
    QJsonArray names;
    for (const auto &letter : letters) {
        names << letter.name;
    }
    return names;
}

/// A report in its file, and the answer that says so; its name is the second word of the command.
struct Written {
    Report report;
    QJsonObject json;
    QString text;
};
Result<Written> writeReport(Session &session, const QCommandLineParser &options, const ReportKind &kind) {
    const QString name = QString::fromLatin1(kind.name), itsTable = QString::fromLatin1(kind.table);
    const bool capacity = name == u"capacity";
    const auto asOf = day(options, u"as-of"_s);
    if (!asOf.ok()) {
        return asOf.error();
    }
    const auto before = day(options, u"compare"_s);
    if (!before.ok()) {
        return before.error();
    }
    const auto from = kind.ofDays ? day(options, u"from"_s) : Result<std::optional<Day>>(std::optional<Day>());
    if (!from.ok()) {
        return from.error();
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
    const QString as = format->value_or(u"csv"_s);
    QString table = options.value(u"table"_s);
    if (!options.isSet(u"table"_s)) {
        table = as == u"csv" || (as == u"json" && capacity) ? itsTable : u"all"_s;
    }
    const bool apart = table == u"all" && as == u"csv";
    const bool mails = kind.ofANode && options.isSet(u"mail"_s);
    const QString folder = mails ? options.value(u"mail"_s) : QString();
    if (mails && (folder.isEmpty() || !QFileInfo(folder).isDir())) {
        return invalid(u"--mail"_s, folder, u"a folder that is there"_s);
    }
    // What only the record knows comes later.
    const QStringList places = options.value(u"scope"_s).split(u'/');
    if (options.isSet(u"scope"_s) && (places.size() > 3 || places.contains(QString()))) {
        return invalid(u"--scope"_s, options.value(u"scope"_s),
                       u"institution, the code of one, SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK"_s);
    }
    if (table.isEmpty()) {
        return invalid(u"--table"_s, table, u"the name of a table, or all"_s);
    }
    const bool narrow = capacity && !*before;
    const auto read = table == itsTable ? CapacityRead::Racks : CapacityRead::Outlook;
    const auto load = [&] { return narrow ? session.capacity(read, *asOf) : session.snapshot(); };
    const auto record = recordAsked(session, options, load);
    if (!record.ok()) {
        return record.error();
    }
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto beside = loadBeside(**connection, record->known, kind.beside);
    if (!beside.ok()) {
        return beside.error();
    }
    const Estate estate(record->snapshot);
    Result<ReportScope> scope = ReportScope();
    if (options.isSet(u"scope"_s)) {
        scope = scopeNamed(estate, options.value(u"scope"_s));
    }
    if (!scope.ok()) {
        return scope.error();
    }
    std::vector<OwnerPerson> owners;
    if (kind.ofANode) {
        const auto told =
            callIntention(**connection, {.name = u"owner_people"_s,
                                         .arguments = {{u"generation"_s, qint64{record->known.generation}}},
                                         .generation = {},
                                         .reads = true});
        if (!told.ok()) {
            return told.error();
        }
        owners = ownerPeopleOf(*told);
    }
    const auto makeAsOf = [&](Day last) -> Result<Report> {
        const ReportWish wish{.from = from->value_or(usualFirstDay(kind, last)),
                              .asOf = last,
                              .scope = *scope,
                              .node = kind.ofANode ? options.value(u"node"_s) : QString(),
                              .owners = owners,
                              .onlyItsTable = table == itsTable};
        if (wish.from > last) {
            return invalid(u"--from"_s, wish.from.toDate().toString(Qt::ISODate), u"a day up to --as-of"_s);
        }
        return makeReport(kind, estate, wish, *beside);
    };
    const auto made = makeAsOf(asOf->value_or(record->snapshot->today));
    if (!made.ok()) {
        return made.error();
    }
    const Report &report = *made;
    Report shown = report;
    if (*before) {
        const auto was = makeAsOf(**before);
        if (!was.ok()) {
            return was.error();
        }
        shown = comparedWith(std::move(shown), *was);
    }
    if (kind.ofANode && options.isSet(u"ics"_s)) {
        const Period window{from->value_or(report.asOf), report.asOf.plus(1)};
        const Status written = writeEvent(estate, options, window, report);
        if (!written.ok()) {
            return written.error();
        }
    }
    Result<QJsonArray> letters = QJsonArray();
    if (mails) {
        letters = writeLetters(estate, options, {from->value_or(report.asOf), report.asOf.plus(1)}, report);
        if (!letters.ok()) {
            return letters.error();
        }
    }
    const auto rows = static_cast<qint64>(shown.tables.front().rows.size());
    QJsonArray files;
    if (apart) {
        const auto written = writeTables(shown, name, output);
        if (!written.ok()) {
            return written.error();
        }
        files = *written;
    } else {
        const auto bytes = bytesOf(std::move(shown), as, table, speaking.locale());
        if (!bytes.ok()) {
            return bytes.error();
        }
        if (const Status written = writeFile(output, *bytes); !written.ok()) {
            return written.error();
        }
    }
    const QString date = report.asOf.toDate().toString(Qt::ISODate);
    const QString knownAt = report.asKnownAt.toUTC().toString(Qt::ISODateWithMs);
    const bool today = options.isSet(u"as-known"_s) && !record->known.final;
    QJsonObject answer{{u"output"_s, output},
                       {u"as_of"_s, date},
                       {u"as_known"_s, static_cast<qint64>(report.asKnown)},
                       {u"as_known_at"_s, knownAt},
                       {u"final"_s, record->known.final},
                       {u"rows"_s, rows}};
    if (mails) {
        answer[u"mail"_s] = *letters;
    }
    if (apart) {
        answer[u"files"_s] = files;
    }
    const QString text =
        u"%1: %2 as of %3, as known at generation %4 (%5), %6 rows.\n"_s.arg(output, name, date)
            .arg(report.asKnown)
            .arg(knownAt)
            .arg(rows) +
        [&] {
            QString each;
            for (const QJsonValue &file : files) {
                each += u"  %1\n"_s.arg(file.toString());
            }
            return each;
        }() +
        (mails ? u"%1: %2 letters, one a person.\n"_s.arg(folder).arg(letters->size()) : QString()) +
        (today ? u"This day is not over: asked again, --as-known %1 may mean a later generation.\n"_s.arg(
                     options.value(u"as-known"_s))
               : QString());
    return Written{report, answer, text};
}

Result<Answer> capacity(Session &session, const QCommandLineParser &options) {
    auto written = writeReport(session, options, *reportKind(u"capacity"_s));
    if (!written.ok()) {
        return written.error();
    }
    const QJsonArray over = rowsOver(written->report);
    written->json[u"over"_s] = over;
    return Answer{written->json, written->text, overText(over)};
}

/// All others say no more than what is in the file.
Command reportOf(const QString &name, const QString &summary, const QList<QCommandLineOption> &options) {
    const auto run = [&kind = *reportKind(name)](Session &session, const QCommandLineParser &parser) -> Result<Answer> {
        const auto written = writeReport(session, parser, kind);
        return written.ok() ? Result<Answer>(Answer{written->json, written->text}) : written.error();
    };
    return {{u"report"_s, name}, {}, 0, 0, summary, options, run, u"report_written"_s};
}

} // namespace

QList<Command> reportCommands() {
    const QList<QCommandLineOption> all{
        valueOption(u"as-of"_s, u"DATE"_s, u"the day for which the facts hold; today if not given"_s),
        asKnownOption(),
        valueOption(u"compare"_s, u"DATE"_s, u"only what is different from that day, and by how much"_s),
        valueOption(u"format"_s, u"csv|json|xlsx|pdf"_s, u"csv if not given"_s),
        valueOption(u"language"_s, u"en|nl"_s, u"of what people read in it; en if not given"_s),
        valueOption(u"output"_s, u"FILE"_s,
                    u"where to write it; required; csv of all tables: NAME-TABLE.csv for each, or into that folder"_s),
        valueOption(u"scope"_s, u"PLACE"_s,
                    u"SITE, SITE/ROOM, SITE/ROOM/ROW, SITE/ROOM/RACK; the code of an institution: its data centres; "
                    "institution or not given: everything"_s),
        valueOption(
            u"table"_s, u"NAME|all"_s,
            u"only that table, or all; if not given: csv the main one (of capacity, as json too: that of racks), "
            "else all"_s)};
    const QList<QCommandLineOption> statement =
        QList(all) << valueOption(u"from"_s, u"DATE"_s, u"the first day of the statement; 1 January if not given"_s);
    Command strandedCommand = reportOf(
        u"stranded"_s, u"of every rack, row, room, data centre and node: what is free but of no use, and why"_s, all);
    strandedCommand.answer = u"report_stranded"_s;
    return {
        {{u"report"_s, u"capacity"_s},
         {},
         0,
         0,
         u"total, blocked, used, held and free of every rack; in xlsx and pdf, and with --table all in csv and json, "
         "also of all places with usable, stranded, binding, kVA, floor load and heat, and months to full"_s,
         all,
         capacity,
         u"report_capacity"_s},
        strandedCommand,
        reportOf(u"power"_s, u"what the power chain has left under each single failure, its phases, its paths"_s, all),
        reportOf(u"requests"_s, u"throughput, waiting against 7 working days, reasons of rejection"_s, all),
        reportOf(
            u"reciprocity"_s,
            u"what each institution hosts for the other, against each line of their agreements, and what it costs"_s,
            statement),
        reportOf(u"energy"_s,
                 u"the yearly figures of EU 2024/1364, PUE, WUE, ERF and REF, and what is missing for them"_s,
                 statement),
        reportOf(
            u"maintenance"_s, u"what a node's or cooling unit's days out of service touch, and who has to be told"_s,
            QList(all) << valueOption(u"node"_s, u"NAME"_s, u"what is taken out of service: LEIDEN UPS-B"_s)
                       << valueOption(u"from"_s, u"DATE"_s, u"the first day; --as-of if not given, which is the last"_s)
                       << valueOption(u"ics"_s, u"FILE"_s, u"the days as an event for a calendar too"_s)
                       << valueOption(u"mail"_s, u"DIR"_s,
                                      u"a mail (.eml) to each who has to be told too, into this folder; "
                                      "the text alone (.txt) where nobody knows the address"_s)),
        reportOf(u"equipment"_s, u"what stands there: whose, how old, until when, and what nobody knows of it"_s, all),
        reportOf(u"findings"_s, u"findings, warnings and the rules that are set aside"_s, all),
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
