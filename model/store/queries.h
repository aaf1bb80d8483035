#pragma once

#include <QByteArray>
#include <QString>

namespace polder {

/// The text of sql/queries/NAME.sql, as it was built into the program. A missing name is a defect and ends it.
[[nodiscard]] QByteArray namedQuery(const QString &name);

/// The name as SQL writes it, quoted: "a""b".
[[nodiscard]] QByteArray quotedName(const QString &name);

} // namespace polder
