#pragma once

#include "model/core/day.h"
#include "model/core/result.h"
#include "model/planning/invalid.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QUuid>

#include <optional>

// What people type, as values. Every refusal names the option.
namespace polder::ctl {

/// All of a file; -: of standard input. Unavailable, with `data["file"]`: it cannot be read.
[[nodiscard]] Result<QByteArray> contentOf(const QString &path);
[[nodiscard]] Error usage(const QString &what);

/// nullopt where the option was not given.
[[nodiscard]] Result<std::optional<qint64>> wholeNumber(const QCommandLineParser &options, const QString &name,
                                                        qint64 least, qint64 most);
/// In thousandths, so that 35.5 kg are 35,500 g exactly; at most three decimals.
[[nodiscard]] Result<std::optional<qint64>> thousandths(const QCommandLineParser &options, const QString &name);
/// Half units: 1, 4, 0.5, 12.5.
[[nodiscard]] Result<std::optional<int>> halfUnits(const QCommandLineParser &options, const QString &name, int least);
/// ISO 8601: 2027-05-01.
[[nodiscard]] Result<std::optional<Day>> day(const QCommandLineParser &options, const QString &name);
[[nodiscard]] Result<std::optional<QString>> oneOf(const QCommandLineParser &options, const QString &name,
                                                   const QStringList &allowed);
/// A request as people name it, by its number or its id, as the intentions take it.
[[nodiscard]] QJsonValue requestNamed(const QString &operand);
/// A node by its id, or as it is called everywhere: LEIDEN UPS-B.
[[nodiscard]] QJsonValue nodeNamed(const QString &operand);
/// --key, or a new one.
[[nodiscard]] Result<QUuid> clientKey(const QCommandLineParser &options);

} // namespace polder::ctl
