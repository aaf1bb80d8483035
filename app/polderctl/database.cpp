#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/store/demo.h"

#include <QJsonObject>

#include <csignal>
#include <cstdio>

// serve, migrate, demo load, estate generate: the database as a whole.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// Ctrl+C, or the service manager's SIGTERM. Blocked before the database is started, so that its processes and the
/// keeper's lease outlive nothing: we leave by returning from main.
sigset_t endSignals() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    return ending;
}

Result<Answer> serve(Session &session, const QCommandLineParser &) {
    if (!session.embedded()) {
        return usage(u"serve keeps the private database up; it takes --embedded[=DIR], not --db."_s);
    }
    const sigset_t ending = endSignals();
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    const auto conninfo = session.conninfo();
    if (!conninfo.ok()) {
        return conninfo.error();
    }
    // A caller reads this and connects, so it must be out before we wait.
    const QByteArray told = printed({QJsonObject{{u"conninfo"_s, *conninfo}}, *conninfo + u'\n'}, session.json());
    std::fwrite(told.constData(), 1, told.size(), stdout);
    std::fflush(stdout);
    int received = 0;
    sigwait(&ending, &received);
    return Answer{};
}

Result<Answer> migrateNow(Session &session, const QCommandLineParser &) {
    if (const Status done = session.migrate(true); !done.ok()) {
        return done.error();
    }
    return Answer{QJsonObject{{u"migrated"_s, true}}, u"The database is up to date.\n"_s};
}

Result<Answer> loadDemoEstate(Session &session, const QCommandLineParser &) {
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto loaded = loadDemo(**connection, Session::progress);
    Session::progressDone();
    if (!loaded.ok()) {
        return loaded.error();
    }
    return Answer{QJsonObject{{u"loaded"_s, *loaded}},
                  *loaded ? u"The demo estate is loaded. It is invented.\n"_s
                          : u"The demo estate was there already; nothing was changed.\n"_s};
}

Result<Answer> generateEstate(Session &session, const QCommandLineParser &options) {
    const auto racks = wholeNumber(options, u"racks"_s, 1, 1'000'000);
    const auto devices = wholeNumber(options, u"devices"_s, 0, 100'000'000);
    const auto seed = wholeNumber(options, u"seed"_s, 0, 2'147'483'647);
    for (const auto *number : {&racks, &devices, &seed}) {
        if (!number->ok()) {
            return number->error();
        }
    }
    if (!*racks || !*devices) {
        return usage(u"estate generate wants --racks and --devices."_s);
    }
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto made =
        polder::generateEstate(**connection, racks->value(), devices->value(), seed->value_or(1), Session::progress);
    Session::progressDone();
    if (!made.ok()) {
        return made.error();
    }
    return Answer{
        QJsonObject{{u"racks"_s, racks->value()}, {u"devices"_s, devices->value()}, {u"seed"_s, seed->value_or(1)}},
        u"%1 racks and %2 devices, seed %3.\n"_s.arg(racks->value()).arg(devices->value()).arg(seed->value_or(1))};
}

} // namespace

QList<Command> databaseCommands() {
    return {
        {{u"serve"_s}, {}, 0, 0, u"keep the private database up and print how to connect"_s, {}, serve, u"serve"_s},
        {{u"migrate"_s}, {}, 0, 0, u"bring the database to this program's version"_s, {}, migrateNow, u"migrate"_s},
        {{u"demo"_s, u"load"_s},
         {},
         0,
         0,
         u"load the invented demo estate, once"_s,
         {},
         loadDemoEstate,
         u"demo_load"_s},
        {{u"estate"_s, u"generate"_s},
         {},
         0,
         0,
         u"fill an empty database with a synthetic estate"_s,
         {valueOption(u"racks"_s, u"N"_s, u"number of racks"_s),
          valueOption(u"devices"_s, u"M"_s, u"number of devices in them"_s),
          valueOption(u"seed"_s, u"S"_s, u"the same seed makes the same estate"_s)},
         generateEstate,
         u"estate_generate"_s},
    };
}

} // namespace polder::ctl
