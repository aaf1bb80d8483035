#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

namespace polder {

/// What was mailed: a request file, or the form as it was filled in. Unavailable where it cannot be read.
[[nodiscard]] Result<QByteArray> requestAt(const QString &path);

/// Writes a request (JSON, as a request file has it, half filled in too) as its name says: .xlsx is the form to fill
/// in, all else a request file. Whole or not at all.
[[nodiscard]] Status saveRequest(const QString &path, const QByteArray &request);

} // namespace polder
