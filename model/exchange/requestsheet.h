#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace polder {

/// A request as a workbook to fill in, for people who install nothing: a sheet with what is asked once and one with a
/// row for each kind of equipment, in Dutch and English side by side, with lists to choose from and what is fixed
/// protected. `filled`: what is known of it, as in a request file; what cannot be written in a cell is left out. The
/// same gives the same bytes.
[[nodiscard]] Result<QByteArray> writeRequestSheet(const QJsonObject &filled);

/// What was filled in, as a request file would say it.
struct FilledSheet {
    QJsonObject request;
    QHash<QString, QString> cells; ///< where a value of it stands: JSON pointer, "Items!D4"
};

/// Reads such a workbook, as Excel and LibreOffice save it. Values are taken as they are; parseRequest judges them. The
/// error is Invalid: no such workbook, or of another version.
[[nodiscard]] Result<FilledSheet> readRequestSheet(const QByteArray &xlsx);

} // namespace polder
