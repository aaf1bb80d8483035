#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace polder {

/// Asks where to and writes the PDF there. `paper` draws it on another thread, so it looks at no widget; `failed` is
/// told here what went wrong, for people, while `parent` lives.
void savePaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper,
               const std::function<void(const QString &)> &failed);

/// As this does, or printPaper().
using GivePaper = decltype(&savePaper);

} // namespace polder
