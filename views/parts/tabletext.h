#pragma once

#include <QList>

#include <memory>

class QAbstractItemModel;
class QMimeData;

namespace polder {

/// Rows of a table as other programs take them, with headings: text with tabs, for a spreadsheet, and HTML, for a
/// letter. Cells say what they say on the screen; a tab or a new line within one becomes a space.
[[nodiscard]] std::unique_ptr<QMimeData> tableText(const QAbstractItemModel &model, const QList<int> &rows,
                                                   const QList<int> &columns);

} // namespace polder
