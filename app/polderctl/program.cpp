#include "app/polderctl/program.h"

#include "app/polderctl/command.h"
#include "app/polderctl/fieldnames.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

#include <QJsonDocument>

namespace polder::ctl {

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
    qsizetype at = 0;
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

Outcome failed(const Error &error, bool json) {
    return {json ? QJsonDocument(errorJson(error)).toJson(QJsonDocument::Compact).append('\n') : QByteArray(),
            (u"polderctl: "_s + errorText(error)).toUtf8(), exitCode(error)};
}

} // namespace

Outcome called(const QStringList &arguments) {
    const auto call = readGlobals(arguments);
    if (!call.ok()) {
        return failed(call.error(), arguments.contains(u"--json"_s));
    }
    if (call->help || call->rest.isEmpty()) {
        const QByteArray text = overview().toUtf8();
        return call->help ? Outcome{text, {}, Done} : Outcome{{}, text, Usage};
    }
    const bool json = call->globals.json;
    const auto command = findCommand(call->rest);
    if (!command) {
        return failed(usage(u"'%1' is no command."_s.arg(call->rest.mid(0, 2).join(u' '))), json);
    }
    Session session(call->globals);
    const auto answer = runCommand(session, *command, call->rest.mid(command->words.size()));
    if (!answer.ok()) {
        return failed(inOwnWords(*command, answer.error()), json);
    }
    return {printed(*answer, json), answer->note.toUtf8(), answer->exitCode};
}

} // namespace polder::ctl
