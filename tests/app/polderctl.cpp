#include "tests/app/polderctl.h"

#include "app/polderctl/program.h"
#include "tests/support/processend.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>

namespace polder::test {

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(POLDER_BINARY_DIR "/app/polderctl");

} // namespace

Ran polderctl(const QStringList &arguments, const QByteArray &input) {
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        return {-1, {}, {}, process.errorString()};
    }
    const QByteArray out = process.readAllStandardOutput();
    const QString trouble = QString::fromUtf8(process.readAllStandardError());
    if (trouble.contains(QStringLiteral("option not defined"))) {
        return {-1, {}, {}, trouble}; // a command reads an option that it does not have
    }
    return {process.exitCode(), QJsonDocument::fromJson(out), QString::fromUtf8(out), trouble};
}

Ran polderctlHere(const QStringList &arguments) {
    const ctl::Outcome outcome = ctl::called(arguments);
    return {outcome.exitCode, QJsonDocument::fromJson(outcome.out), QString::fromUtf8(outcome.out),
            QString::fromUtf8(outcome.trouble)};
}

ServedDatabase::ServedDatabase() {
    // As root the server runs under another account, which must get into the folder.
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther |
                                               QFile::ReadGroup | QFile::ExeGroup);
}

QString ServedDatabase::start() {
    m_server.start(program, {u"--embedded="_s + path(u"db"_s), u"serve"_s});
    return m_server.waitForReadyRead(120'000) ? QString() : QString::fromUtf8(m_server.readAllStandardError());
}

QString ServedDatabase::startWithDemo() {
    const QString trouble = start();
    if (!trouble.isEmpty()) {
        return trouble;
    }
    const Ran loaded = run({u"demo"_s, u"load"_s});
    return loaded.exitCode == 0 ? QString() : loaded.trouble;
}

bool ServedDatabase::stop() {
    // The folder can go when PostgreSQL has gone, which follows its last client.
    QFile record(path(u"db/pgdata/postmaster.pid"_s));
    const ProcessEnd end(record.open(QIODevice::ReadOnly) ? record.readLine().trimmed().toLongLong() : -1);
    m_server.terminate();
    return m_server.waitForFinished(30'000) && end.happensWithin(30'000) &&
           m_server.exitStatus() == QProcess::NormalExit && m_server.exitCode() == 0;
}

Ran ServedDatabase::run(const QStringList &arguments, const QByteArray &input) const {
    const QStringList all = QStringList{u"--embedded="_s + path(u"db"_s)} + arguments;
    const bool onPaper = arguments.contains(u"paper"_s) || !arguments.filter(u"pdf"_s).isEmpty(); // wants fonts
    return input.isEmpty() && !onPaper ? polderctlHere(all) : polderctl(all, input);
}

Ran ServedDatabase::as(const QString &person, const QStringList &arguments, const QByteArray &input) const {
    return run(QStringList{u"--as"_s, person, u"--json"_s} + arguments, input);
}

QByteArray requestJson(const QJsonObject &more) {
    QJsonObject json{{u"organisation"_s, u"LUMC"_s},
                     {u"sponsor"_s, u"sponsor.lumc"_s},
                     {u"project"_s, u"Long reads"_s},
                     {u"data_class"_s, u"laag"_s},
                     {u"from"_s, QDate::currentDate().addDays(30).toString(Qt::ISODate)},
                     {u"until"_s, QDate::currentDate().addDays(400).toString(Qt::ISODate)},
                     {u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, 2},
                                                         {u"draw_w"_s, 400},
                                                         {u"weight_kg"_s, 20},
                                                         {u"depth_mm"_s, 700},
                                                         {u"cords"_s, 2},
                                                         {u"plug"_s, u"C14"_s}}}}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        json[it.key()] = it.value();
    }
    return QJsonDocument(json).toJson();
}

} // namespace polder::test
