#include "app/polderctl/command.h"
#include "app/polderctl/fieldnames.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

#include <QApplication>
#include <QHashFunctions>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <string_view>
#include <unistd.h>

using namespace polder;
using namespace polder::ctl;
using namespace Qt::StringLiterals;

namespace {

struct Invocation {
    Globals globals;
    QStringList rest; ///< the command and everything behind it
    bool help = false;
};

Result<Invocation> readGlobals(const QStringList &arguments) {
    Invocation call;
    QStringList given;
    qsizetype at = 1;
    const auto value = [&](const QString &name) -> std::optional<QString> {
        const QString &word = arguments[at];
        if (word.startsWith(name + u'=')) {
            return word.mid(name.size() + 1);
        }
        return word == name && at + 1 < arguments.size() ? std::optional(arguments[++at]) : std::nullopt;
    };
    for (; at < arguments.size() && arguments[at].startsWith(u'-'); ++at) {
        const QString &word = arguments[at];
        const QString name = word.section(u'=', 0, 0);
        if (given.contains(name)) { // the last would be taken and the other dropped
            return usage(u"%1 is given twice."_s.arg(name));
        }
        given << name;
        if (word == u"--json") {
            call.globals.json = true;
        } else if (word == u"--help" || word == u"-h") {
            call.help = true;
        } else if (word == u"--embedded") {
            call.globals.embeddedFolder = QString();
        } else if (word.startsWith(u"--embedded=")) {
            call.globals.embeddedFolder = word.mid(11);
        } else if (word == u"--db" || word.startsWith(u"--db=")) {
            call.globals.conninfo = value(u"--db"_s);
            if (!call.globals.conninfo) {
                return usage(u"--db wants a conninfo string or URI."_s);
            }
        } else if (word == u"--as" || word.startsWith(u"--as=")) {
            const auto person = value(u"--as"_s);
            if (!person || person->isEmpty()) {
                return usage(u"--as wants a person's short name, for example fm.leiden."_s);
            }
            call.globals.person = *person;
        } else {
            return usage(u"%1: no such option before a command."_s.arg(word));
        }
    }
    if (call.globals.conninfo && call.globals.embeddedFolder) {
        return usage(u"--db and --embedded exclude each other."_s);
    }
    call.rest = arguments.mid(at);
    return call;
}

QString overview() {
    QString text = u"polderctl [--db CONNINFO | --embedded[=DIR]] [--as PERSON] [--json] COMMAND\n\n"_s;
    QList<QStringList> rows;
    for (const Command &command : allCommands()) {
        rows << QStringList{u"  "_s + command.words.join(u' ') + u' ' + command.operands, command.summary};
    }
    text += table({}, rows);
    return text + u"\nWithout --db or --embedded: libpq's own conventions (PGSERVICE, PGHOST, ...), else the private\n"
                  "database in the user's data folder. A rack is named SITE/ROOM/RACK, a request by its number\n"
                  "(R-2026-00031) or its id (31).\n"
                  "Exit codes: 0 done; 1 refused, nothing found, or a check found a violation; 2 wrong use or an\n"
                  "invalid value; 3 no connection or file. Ctrl-C ends a plan with the best so far and the exit code\n"
                  "that this has: 1 if pieces have no place in it.\n"_s;
}

std::optional<Command> findCommand(const QStringList &rest) {
    for (const Command &command : allCommands()) {
        if (rest.mid(0, command.words.size()) == command.words) {
            return command;
        }
    }
    return std::nullopt;
}

Result<Answer> runCommand(Session &session, const Command &command, const QStringList &words) {
    QCommandLineParser parser;
    parser.addOptions(command.options);
    parser.addOption(flagOption(u"help"_s, u"show this help"_s));
    if (!parser.parse(QStringList{u"polderctl"_s} + words)) {
        return usage(parser.errorText());
    }
    if (parser.isSet(u"help"_s)) {
        QList<QStringList> rows;
        for (const QCommandLineOption &option : command.options) {
            rows << QStringList{u"  --"_s + option.names().first() + u' ' + option.valueName(), option.description()};
        }
        const QString head =
            u"polderctl %1 %2\n\n%3\n\n"_s.arg(command.words.join(u' '), command.operands, command.summary);
        return Answer{{}, head + table({}, rows)};
    }
    QStringList names = parser.optionNames();
    names.removeIf([&command](const QString &name) { return command.repeatable.contains(name); });
    for (const QString &name : std::as_const(names)) {
        if (names.count(name) > 1) { // the parser would take the last and drop the other
            return usage(u"--%1 is given twice."_s.arg(name));
        }
    }
    const qsizetype given = parser.positionalArguments().size();
    if (given < command.minimum || (command.maximum >= 0 && given > command.maximum)) {
        return usage(u"polderctl %1 takes: %2"_s.arg(command.words.join(u' '),
                                                     command.operands.isEmpty() ? u"no operand"_s : command.operands));
    }
    return command.run(session, parser);
}

int fail(const Error &error, bool json) {
    if (json) {
        std::fputs(QJsonDocument(errorJson(error)).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
    }
    std::fputs(qUtf8Printable(u"polderctl: "_s + errorText(error)), stderr);
    return exitCode(error);
}

/// Paper wants fonts and so the larger application, but never a display; nothing else waits for that.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == "--format=pdf" || (word == "pdf" && QByteArrayView(argv[i - 1]) == "--format") || word == "paper") {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            QHashSeed::setDeterministicGlobalSeed(); // in whose order QPdfWriter writes its fonts
            return std::make_unique<QApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

/// A report of a large estate fills tables of many MB: in pages of 2 MB that takes three quarters of the time. The
/// allocator reads what it is told when the program starts and never again, so the program starts once more.
void inLargePages(char *argv[]) {
    constexpr auto name = "GLIBC_TUNABLES", wanted = "glibc.malloc.hugetlb=1";
    const char *given = std::getenv(name);
    if (!given) {
        setenv(name, wanted, 1);
        execv("/proc/self/exe", argv); // where it cannot, all goes on as it was
    }
    if (!given || std::string_view(given) == wanted) {
        unsetenv(name); // the database, started from here, has its own ways
    }
}

} // namespace

int main(int argc, char *argv[]) {
    if (std::find(argv, argv + argc, std::string_view("report")) != argv + argc) {
        inLargePages(argv);
    }
    // To give a large table back to the system and to ask for it anew, page by page, takes a tenth of the whole time.
    constexpr int much = 1 << 30, step = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, much);
    mallopt(M_TRIM_THRESHOLD, much);
    mallopt(M_TOP_PAD, step);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"polder"_s);

    const auto call = readGlobals(QCoreApplication::arguments());
    if (!call.ok()) {
        return fail(call.error(), QCoreApplication::arguments().contains(u"--json"_s));
    }
    if (call->help || call->rest.isEmpty()) {
        std::fputs(qUtf8Printable(overview()), call->help ? stdout : stderr);
        return call->help ? Done : Usage;
    }
    const bool json = call->globals.json;
    const auto command = findCommand(call->rest);
    if (!command) {
        return fail(usage(u"'%1' is no command."_s.arg(call->rest.mid(0, 2).join(u' '))), json);
    }
    Session session(call->globals);
    const auto answer = runCommand(session, *command, call->rest.mid(command->words.size()));
    if (!answer.ok()) {
        return fail(inOwnWords(*command, answer.error()), json);
    }
    print(*answer, json);
    return answer->exitCode;
}
