#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QString>

namespace polder {

/// Larger files are refused; the largest of the device-type library at hand has 11 KiB.
inline constexpr qsizetype largestYamlFile = 256 << 10;

/// What a YAML file says, as JSON, and on which line each value stands.
struct YamlDocument {
    QJsonValue value;
    QHash<QString, int> lines; ///< by JSON pointer; lines count from 1

    /// The line of the value, or of the nearest value around it.
    [[nodiscard]] int lineOf(QString pointer) const;
};

/// Reads the part of YAML that data files need, and refuses the rest instead of guessing:
/// * one document of maps, lists and scalars; no anchors, aliases, tags or merge keys; keys are texts, each once;
/// * unquoted scalars are null, true/false, plain decimal numbers, or text as YAML 1.1 has it (08, 1e3 are text).
///   What YAML 1.1 reads as another number, truth value or date (yes, 010, 0x1F, 1_000, 12:30, .inf, 2024-01-01) is
///   refused, since YAML 1.2 and people read it differently: the file must quote it or write it plainly;
/// * valid UTF-8 without control characters, at most 256 KiB, at most 20 levels deep.
/// An error is Invalid, with `data["line"]`.
[[nodiscard]] Result<YamlDocument> readYaml(const QByteArray &bytes);

} // namespace polder
