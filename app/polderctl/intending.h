#pragma once

#include "app/polderctl/command.h"
#include "app/polderctl/session.h"

// What all commands that change something share: the client's key, the generation that was seen, the answer.
namespace polder::ctl {

/// --key, for whatever must not be done twice.
[[nodiscard]] QCommandLineOption keyOption();

/// `own` and the options that every intention takes.
[[nodiscard]] QList<QCommandLineOption> intentionOptions(QList<QCommandLineOption> own);

/// Calls the intention with --key and --generation.
[[nodiscard]] Result<Answer> intendOnce(Session &session, const QCommandLineParser &options, const QString &name,
                                        const QJsonObject &arguments);

/// What came of an intention in a sentence, and what there is to warn of, a line each.
[[nodiscard]] Answer doneAnswer(const QJsonObject &result);

} // namespace polder::ctl
