#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace polder {

/// Asks where to and writes the PDF there. What went wrong, for people; empty: nothing did, or nobody wanted it.
[[nodiscard]] QString savePaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper);

} // namespace polder
