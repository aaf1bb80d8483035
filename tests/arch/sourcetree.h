#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace polder::arch {

/// One line of C++, taken apart so that a rule can look at what it means to look at.
struct Line {
    QString code;         ///< without comments and without the contents of string literals
    QStringList literals; ///< those contents; a raw literal stands whole where it begins
};

struct SourceFile {
    QString path; ///< from the top of the tree, "model/core/units.h"
    QStringList lines;
    std::vector<Line> code; ///< as many, for .cpp and .h; else empty

    SourceFile(QString filePath, const QString &text);
    [[nodiscard]] bool isCpp() const { return path.endsWith(QLatin1String(".cpp")) || isHeader(); }
    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    [[nodiscard]] QString folder() const { return path.section(QLatin1Char('/'), 0, -2); }
    [[nodiscard]] QString name() const { return path.section(QLatin1Char('/'), -1); }
};

struct SourceTree {
    QStringList topLevel; ///< names of files and folders, without build folders and version control
    std::vector<SourceFile> files;

    [[nodiscard]] static SourceTree read(const QString &top);
    [[nodiscard]] const SourceFile *find(const QString &path) const;
};

} // namespace polder::arch
