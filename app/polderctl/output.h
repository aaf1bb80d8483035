#pragma once

#include "app/polderctl/command.h"
#include "model/core/result.h"
#include "model/core/shortfall.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace polder::ctl {

/// Columns under their headers, each as wide as its widest cell; numbers to the right.
[[nodiscard]] QString table(const QStringList &headers, const QList<QStringList> &rows);

/// For standard output, without the note.
[[nodiscard]] QByteArray printed(const Answer &answer, bool json);

/// {"error": {"kind", "message", ...}}; a refusal's violations are in "violations".
[[nodiscard]] QJsonObject errorJson(const Error &error);
[[nodiscard]] QString errorText(const Error &error);
/// A line each, under a heading; empty without any.
[[nodiscard]] QString warningsText(const QJsonArray &warnings);
[[nodiscard]] int exitCode(const Error &error);

} // namespace polder::ctl
