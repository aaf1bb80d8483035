#pragma once

#include "model/core/result.h"

#include <QCommandLineParser>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

// What every command of polderctl is made of. A command returns a value; only main.cpp prints and exits.
namespace polder::ctl {

class Session;

enum ExitCode {
    Done = 0,
    Refused = 1,     ///< by a rule, a right or a stale generation; nothing found; a check found a violation
    Usage = 2,       ///< wrong use or an invalid value
    Unreachable = 3, ///< no connection or file
};

/// The same answer twice: for a program (--json) and for a person.
struct Answer {
    QJsonValue json; ///< null: there is only the text, also for a program
    QString text;
    QString note = {}; ///< on standard error, for whoever writes the answer to a file
    ExitCode exitCode = Done;
};

struct Command {
    QStringList words; ///< "request", "submit"
    QString operands;  ///< as the help shows them: "FILE|-"
    int minimum = 0;   ///< how many operands it takes
    int maximum = 0;   ///< -1: any number
    QString summary;
    QList<QCommandLineOption> options;
    std::function<Result<Answer>(Session &, const QCommandLineParser &)> run;
    QString answer;              ///< what its JSON looks like: resources/schemas/answers/ANSWER.schema.json
    QStringList repeatable = {}; ///< options that may be given more than once
};

/// Every command, in the order of the help.
[[nodiscard]] QList<Command> allCommands();

// One function for each file of commands.
[[nodiscard]] QList<Command> databaseCommands();
[[nodiscard]] QList<Command> importCommands();
[[nodiscard]] QList<Command> requestCommands();
[[nodiscard]] QList<Command> spaceCommands();
[[nodiscard]] QList<Command> failureCommands();
[[nodiscard]] QList<Command> bookingCommands();
[[nodiscard]] QList<Command> overrideCommands();
[[nodiscard]] QList<Command> buildingCommands();
[[nodiscard]] QList<Command> forecastCommands();
[[nodiscard]] QList<Command> scenarioCommands();
[[nodiscard]] QList<Command> planCommands();
[[nodiscard]] QList<Command> reportCommands();
[[nodiscard]] QList<Command> paperCommands();
[[nodiscard]] QList<Command> auditCommands();
[[nodiscard]] QList<Command> equipmentCommands();
[[nodiscard]] QList<Command> attachCommands();
[[nodiscard]] QList<Command> packingCommands();

/// `--name VALUE`. Options without a value are flags.
[[nodiscard]] QCommandLineOption valueOption(const QString &name, const QString &value, const QString &help);
[[nodiscard]] QCommandLineOption flagOption(const QString &name, const QString &help);

} // namespace polder::ctl
