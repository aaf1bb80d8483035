#pragma once

#include "sourcetree.h"

#include <functional>
#include <vector>

namespace polder::arch {

/// A place where the tree breaks a rule.
struct Breach {
    QString path;
    qsizetype line = 0; ///< from 1; 0: the file as such
    QString what;

    [[nodiscard]] QString text() const { return QStringLiteral("%1:%2: %3").arg(path, QString::number(line), what); }
};

struct Rule {
    const char *name;
    std::function<std::vector<Breach>(const SourceTree &)> breaches;
};

/// All of them; README.md says why they are.
[[nodiscard]] const std::vector<Rule> &rules();

} // namespace polder::arch
