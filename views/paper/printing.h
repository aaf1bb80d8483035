#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace polder {

/// Draws on this printer what would else become a PDF: the same pages, to the same scale, on A4. False: the printer
/// takes nothing.
[[nodiscard]] bool printOn(QPrinter &printer, const QString &name, const std::function<QByteArray()> &paper);

/// Asks which printer and prints the paper there; `failed` is told what went wrong, for people.
void printPaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper,
                const std::function<void(const QString &)> &failed);

} // namespace polder
