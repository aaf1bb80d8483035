#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// What stands in a file, read by programs that did not write it.
namespace polder::test {

struct SheetCell {
    bool number = false;
    double value = 0;
    QString text;
};
struct Sheet {
    QString name;
    QList<QList<SheetCell>> rows;
    bool frozenHead = false;
    bool formulas = false;
};
/// nullopt: there is no `unzip` here.
[[nodiscard]] std::optional<QList<Sheet>> readXlsx(const QByteArray &bytes);

struct Paper {
    QStringList pages; ///< as they are set, with spaces
    QString trouble;   ///< what the reader had against the file
    QString fonts;
    struct Bookmark {
        int level = 0;
        int page = 0; ///< from 0
        QString title;
    };
    QList<Bookmark> outline;
};
/// nullopt: there is no `pdftotext` here.
[[nodiscard]] std::optional<Paper> readPdf(const QByteArray &bytes);

} // namespace polder::test
