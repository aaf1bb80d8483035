#pragma once

#include "views/paper/pages.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace polder {

/// QPdfWriter makes no outline, and writes down when it ran. Adds the one, and puts `made` in the place of the other,
/// or leaves it where that is not valid. The same paper becomes the same bytes.
[[nodiscard]] QByteArray withOutline(const QByteArray &pdf, const std::vector<Bookmark> &bookmarks,
                                     const QDateTime &made);

} // namespace polder
