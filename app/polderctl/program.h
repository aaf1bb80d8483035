#pragma once

#include <QByteArray>
#include <QStringList>

namespace polder::ctl {

/// What a call comes to: what goes to standard output and to standard error, and the exit code.
struct Outcome {
    QByteArray out;
    QByteArray trouble;
    int exitCode = 0;
};

/// Does what the arguments, without the name of the program, say. Only the progress of long work, and where a database
/// that is served can be reached, is written before it returns.
[[nodiscard]] Outcome called(const QStringList &arguments);

} // namespace polder::ctl
