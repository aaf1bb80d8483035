#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace polder {

struct NamedFile {
    QString name;
    QByteArray bytes;
};

/// Into a folder that there is. None of them is there before all are written, and none is ever half there.
[[nodiscard]] Status writeTogether(const QString &folder, const std::vector<NamedFile> &files);

/// Of such text the part that any file system takes as a name; none of it left: "file". Differs from those that are
/// taken, also where capitals are not told apart, and is one of them then.
[[nodiscard]] QString fileNameOf(const QString &text, QStringList &taken);

} // namespace polder
