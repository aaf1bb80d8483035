#include "views/paper/printing.h"

#include "views/paper/pages.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Printing)
};

} // namespace

bool printOn(QPrinter &printer, const QString &name, const std::function<QByteArray()> &paper) {
    printer.setDocName(name);
    printer.setCreator(QStringLiteral("Polder"));
    printer.setFullPage(true); // margins are the paper's own, so that labels meet their sheet
    const PrintingOn printing(printer);
    (void)paper();
    return printing.worked();
}

void printPaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper,
                const std::function<void(const QString &)> &failed) {
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(Text::tr("Print: %1").arg(name));
    // A paper is printed as a whole: its sheets are numbered.
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (dialog.exec() == QDialog::Accepted && !printOn(printer, name, paper)) {
        failed(Text::tr("%1 takes nothing: it is not printed.").arg(printer.printerName()));
    }
}

} // namespace polder
