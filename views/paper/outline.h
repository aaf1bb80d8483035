#pragma once

#include "views/paper/pages.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace polder {

/// QPdfWriter makes no outline, and writes down when it ran. Appends the one as the PDF standard wants changes appended
/// (ISO 32000, 7.5.6), and puts `made` in the place of the other, or leaves it where that is not valid.
[[nodiscard]] QByteArray withOutline(QByteArray pdf, const std::vector<Bookmark> &bookmarks, const QDateTime &made);

} // namespace polder
