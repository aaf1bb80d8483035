#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/exchange/csv.h"
#include "model/exchange/devicetypefiles.h"
#include "model/exchange/modelrow.h"

#include <QHash>
#include <QJsonArray>
#include <QLocale>

#include <span>

// import: the equipment library from the NetBox community's files, and what meters say from a spreadsheet.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

struct Import {
    int files = 0;
    QJsonArray models;         ///< what the database is asked to take
    QJsonArray refused;        ///< {"file", "line", "reason"}
    QHash<QString, int> lines; ///< of each file that was read: where it names its model
};

Result<Import> readFiles(const QString &path) {
    Import import;
    const auto read = readDeviceTypes(path, [&import](DeviceTypeFile file) {
        Session::progress(file.file, file.number * 1000 / std::max(file.total, 1));
        if (const auto *model = std::get_if<DeviceModel>(&file.content)) {
            import.models << modelRow(*model, file.file);
            import.lines.insert(file.file, model->line);
        } else {
            const Refusal &refusal = std::get<Refusal>(file.content);
            import.refused << QJsonObject{{u"file"_s, refusal.file},
                                          {u"line"_s, refusal.line},
                                          { u"reason"_s,
                                            refusal.reason }};
        }
    });
    Session::progressDone();
    if (!read.ok()) {
        return read.error();
    }
    import.files = *read;
    return import;
}

Result<Answer> importDeviceTypes(Session &session, const QCommandLineParser &options) {
    const auto key = clientKey(options);
    if (!key.ok()) {
        return key.error();
    }
    auto import = readFiles(options.positionalArguments().first());
    if (!import.ok()) {
        return import.error();
    }
    const bool dryRun = options.isSet(u"dry-run"_s);
    QJsonObject counts;
    if (!import->models.isEmpty()) {
        QJsonObject arguments{{u"models"_s, import->models}, {u"dry_run"_s, dryRun}};
        if (options.isSet(u"reason"_s)) {
            arguments[u"reason"_s] = options.value(u"reason"_s);
        }
        const auto result = session.intend(u"import_models"_s, arguments, *key, std::nullopt);
        if (!result.ok()) {
            return result.error();
        }
        counts = *result;
    }
    for (const QJsonValue &refused : counts[u"refused"_s].toArray()) {
        QJsonObject refusal = refused.toObject(); // the database has not seen the file
        refusal[u"line"_s] = import->lines.value(refusal[u"file"_s].toString());
        import->refused << refusal;
    }
    const QJsonObject json{{u"files"_s, import->files},
                           {u"imported"_s, counts[u"imported"_s].toInt()},
                           {u"updated"_s, counts[u"updated"_s].toInt()},
                           {u"unchanged"_s, counts[u"unchanged"_s].toInt()},
                           {u"refused"_s, import->refused}};

    QString text;
    for (const QJsonValue &refusal : import->refused) {
        text += u"%1:%2: %3\n"_s.arg(refusal[u"file"_s].toString())
                    .arg(refusal[u"line"_s].toInt())
                    .arg(refusal[u"reason"_s].toString());
    }
    text += u"%1 files: %2 imported, %3 updated, %4 unchanged, %5 refused.%6\n"_s.arg(import->files)
                .arg(json[u"imported"_s].toInt())
                .arg(json[u"updated"_s].toInt())
                .arg(json[u"unchanged"_s].toInt())
                .arg(import->refused.size())
                .arg(dryRun ? u" Dry run: nothing was written."_s : QString());
    return Answer{json, text, {}, import->refused.isEmpty() ? Done : Refused};
}

/// A refusal in the words of the file: "readings/3/quantity" is in the fourth row.
Error inTheFile(Error error, const std::vector<CsvRow> &rows) {
    const QStringList field = error.data[u"field"_s].toString().split(u'/');
    const auto row = field.value(1).toUInt() + 1;
    if (field.size() < 2 || field.first() != u"readings" || row >= rows.size()) {
        return error;
    }
    const QString there = u"line %1, %2"_s.arg(rows[row].line).arg(field.value(2, u"reading"_s));
    Error told = invalid(there, error.data[u"value"_s].toVariant().toString(), error.data[u"allowed"_s].toString());
    for (const QString &name : {u"code"_s, u"data"_s}) {
        if (error.data.contains(name)) {
            told.data[name] = error.data[name];
        }
    }
    return told;
}

/// The rows of a CSV file as the intention takes them.
Result<QJsonArray> readingsOf(const std::vector<CsvRow> &rows) {
    static const QStringList needed{u"site"_s, u"indicator"_s, u"month"_s, u"quantity"_s, u"unit"_s};
    static const QStringList known = needed + QStringList{u"node"_s, u"source"_s};
    const QStringList columns = rows.empty() ? QStringList() : rows.front().cells;
    for (const QString &column : columns) {
        if (!known.contains(column) || columns.count(column) > 1) {
            return invalid(u"line 1"_s, column, u"columns, each once, of "_s + known.join(u", "_s));
        }
    }
    for (const QString &column : needed) {
        if (!columns.contains(column)) {
            return invalid(u"line 1"_s, columns.join(u", "_s), u"with a column "_s + column);
        }
    }
    QJsonArray readings;
    for (const CsvRow &row : std::span(rows).subspan(1)) {
        QJsonObject reading;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            reading[columns[i]] = row.cells[i].isEmpty() ? QJsonValue() : QJsonValue(row.cells[i]);
        }
        bool isNumber = false;
        const QString quantity = reading[u"quantity"_s].toString();
        const double number = QLocale::c().toDouble(quantity, &isNumber);
        if (!isNumber) {
            return invalid(u"line %1, quantity"_s.arg(row.line), quantity, u"a number like 1234.5"_s);
        }
        reading[u"quantity"_s] = number;
        readings << reading;
    }
    return readings;
}

Result<Answer> importReadings(Session &session, const QCommandLineParser &options) {
    const auto key = clientKey(options);
    if (!key.ok()) {
        return key.error();
    }
    const auto bytes = contentOf(options.positionalArguments().first());
    if (!bytes.ok()) {
        return bytes.error();
    }
    const auto rows = readCsv(*bytes);
    if (!rows.ok()) {
        return rows.error();
    }
    const auto readings = readingsOf(*rows);
    if (!readings.ok()) {
        return readings.error();
    }
    const auto result =
        session.intend(u"record_readings"_s, QJsonObject{{u"readings"_s, *readings}}, *key, std::nullopt);
    if (!result.ok()) {
        return inTheFile(result.error(), *rows);
    }
    return Answer{*result,
                  u"%1 readings recorded, %2 corrected, %3 unchanged.\n"_s.arg((*result)[u"recorded"_s].toInt())
                      .arg((*result)[u"corrected"_s].toInt())
                      .arg((*result)[u"unchanged"_s].toInt())};
}

} // namespace

QList<Command> importCommands() {
    return {
        {{u"import"_s, u"device-types"_s},
         u"PATH"_s,
         1,
         1,
         u"device-type YAML of the NetBox community library: a file or a folder"_s,
         {flagOption(u"dry-run"_s, u"say what would happen, write nothing"_s),
          valueOption(u"reason"_s, u"TEXT"_s, u"why; required where a changed model breaks bookings"_s), keyOption()},
         importDeviceTypes,
         u"import_device_types"_s},
        {{u"import"_s, u"readings"_s},
         u"FILE|-"_s,
         1,
         1,
         u"what meters say, from CSV: site, node, indicator, month, quantity, unit, source; all rows or none"_s,
         {keyOption()},
         importReadings,
         u"import_readings"_s}};
}

} // namespace polder::ctl
