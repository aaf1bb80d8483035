#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace polder {

/// Names and values as a label shows them one below the other; values are text, never markup. What is empty is left
/// out.
[[nodiscard]] QString factsText(const QList<std::pair<QString, QString>> &facts);

} // namespace polder
