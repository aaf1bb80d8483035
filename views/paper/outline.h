#pragma once

#include "views/paper/pages.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace polder {

/// QPdfWriter makes no outline, and writes down when it ran. Puts the pages of all parts into one file, adds the
/// outline, and puts `made` in the place of the other time, or leaves it where that is not valid. The same paper
/// becomes the same bytes. Where it cannot read them it says so: one part is left as it is, of several it is empty.
[[nodiscard]] QByteArray withOutline(const std::vector<QByteArray> &parts, const std::vector<Bookmark> &bookmarks,
                                     const QDateTime &made);

} // namespace polder
