#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace polder {

/// Cells as a spreadsheet puts them on the clipboard: tabs between columns, lines between rows; a cell with a tab, a
/// line or a quote of its own is in quotes. An empty line at the end is the spreadsheet's.
[[nodiscard]] QList<QStringList> pastedBlock(const QString &text);

} // namespace polder
