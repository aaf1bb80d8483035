#include "savepaper.h"

#include "whendone.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QWidget>
#include <QtConcurrentRun>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::SavePaper)
};

/// What went wrong; empty: nothing did.
QString write(const QString &path, const std::function<QByteArray()> &paper) {
    QSaveFile file(path);
    const QByteArray bytes = paper();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return saved ? QString() : Text::tr("%1: %2").arg(path, file.errorString());
}

} // namespace

void savePaper(QWidget *parent, const QString &name, const std::function<QByteArray()> &paper,
               const std::function<void(const QString &)> &failed) {
    const QString path = QFileDialog::getSaveFileName(parent, Text::tr("Save as PDF"), name + QStringLiteral(".pdf"),
                                                      Text::tr("PDF (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    whenDone(QtConcurrent::run(&write, path, paper), parent, [failed](const QString &trouble) {
        if (!trouble.isEmpty()) {
            failed(trouble);
        }
    });
}

} // namespace polder
