#include "savepaper.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::SavePaper)
};

} // namespace

QString savePaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper) {
    const QString path = QFileDialog::getSaveFileName(parent, Text::tr("Save as PDF"), name + QStringLiteral(".pdf"),
                                                      Text::tr("PDF (*.pdf)"));
    if (path.isEmpty()) {
        return {};
    }
    QSaveFile file(path);
    const QByteArray bytes = paper();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return saved ? QString() : Text::tr("%1: %2").arg(path, file.errorString());
}

} // namespace polder
