#include "tests/report/readback.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace polder::test {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments, QString *trouble = nullptr) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    if (trouble) {
        *trouble += QString::fromUtf8(process.readAllStandardError());
    }
    return process.readAllStandardOutput();
}

/// The texts of the shared strings, or the names of the sheets: of each element of that name.
QStringList textsOf(const QByteArray &xml, const QString &element, const QString &attribute = {}) {
    QStringList texts;
    QXmlStreamReader reader(xml);
    bool inside = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == element) {
            texts << reader.attributes().value(attribute).toString();
            inside = true;
        } else if (reader.isEndElement() && reader.name() == element) {
            inside = false;
        } else if (inside && reader.isCharacters() && attribute.isEmpty()) {
            texts.last() += reader.text();
        }
    }
    return texts;
}

int columnOf(QStringView reference) {
    int column = 0;
    for (const QChar letter : reference) {
        if (letter.isLetter()) {
            column = column * 26 + letter.unicode() - u'A' + 1;
        }
    }
    return column - 1;
}

Sheet sheetOf(const QByteArray &xml, const QString &name, const QStringList &strings) {
    Sheet sheet{name, {}};
    QXmlStreamReader reader(xml);
    while (reader.readNextStartElement() || !reader.atEnd()) {
        if (!reader.isStartElement()) {
            continue;
        }
        if (reader.name() == u"pane") {
            sheet.frozenHead = reader.attributes().value(QLatin1String("state")) == u"frozen" &&
                               reader.attributes().value(QLatin1String("ySplit")) == u"1";
        } else if (reader.name() == u"row") {
            const auto row = reader.attributes().value(QLatin1String("r")).toInt();
            sheet.rows.resize(row);
        } else if (reader.name() == u"c") {
            const auto column = columnOf(reader.attributes().value(QLatin1String("r")));
            const bool text = reader.attributes().value(QLatin1String("t")) == u"s";
            SheetCell cell;
            while (reader.readNextStartElement()) {
                sheet.formulas = sheet.formulas || reader.name() == u"f";
                const QString value = reader.readElementText();
                cell.number = !text;
                cell.text = text ? strings.value(value.toInt()) : value;
                cell.value = text ? 0 : value.toDouble();
            }
            auto &cells = sheet.rows.last();
            cells.resize(std::max<qsizetype>(cells.size(), column + 1));
            cells[column] = cell;
        }
    }
    return sheet;
}

QString saved(const QTemporaryDir &folder, const QByteArray &bytes) {
    QFile file(folder.filePath(QStringLiteral("file")));
    file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

/// As pdftohtml has it: items, and within their list those below the one before.
QList<Paper::Bookmark> outlineOf(const QByteArray &xml) {
    QList<Paper::Bookmark> outline;
    int level = -1;
    for (QXmlStreamReader reader(xml); !reader.atEnd(); reader.readNext()) {
        if (reader.name() == QStringLiteral("outline")) {
            level += reader.isStartElement() ? 1 : -1;
        } else if (reader.isStartElement() && reader.name() == QStringLiteral("item")) {
            const int page = reader.attributes().value(QStringLiteral("page")).toInt() - 1;
            outline << Paper::Bookmark{level, page, reader.readElementText()};
        }
    }
    return outline;
}

} // namespace

std::optional<QList<Sheet>> readXlsx(const QByteArray &bytes) {
    const QString unzip = QStandardPaths::findExecutable(QStringLiteral("unzip"));
    if (unzip.isEmpty()) {
        return std::nullopt;
    }
    const QTemporaryDir folder;
    const QString file = saved(folder, bytes);
    const auto part = [&](const QString &name) { return outputOf(unzip, {QStringLiteral("-p"), file, name}); };
    const QStringList names =
        textsOf(part(QStringLiteral("xl/workbook.xml")), QStringLiteral("sheet"), QStringLiteral("name"));
    const QStringList strings = textsOf(part(QStringLiteral("xl/sharedStrings.xml")), QStringLiteral("si"));
    QList<Sheet> sheets;
    for (qsizetype i = 0; i < names.size(); ++i) {
        sheets << sheetOf(part(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1)), names[i], strings);
    }
    return sheets;
}

std::optional<Paper> readPdf(const QByteArray &bytes) {
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (reader.isEmpty()) {
        return std::nullopt;
    }
    const QTemporaryDir folder;
    const QString file = saved(folder, bytes);
    Paper paper;
    paper.pages =
        QString::fromUtf8(outputOf(reader, {QStringLiteral("-layout"), file, QStringLiteral("-")}, &paper.trouble))
            .split(u'\f');
    paper.pages.removeLast(); // after the last form feed
    paper.outline = outlineOf(outputOf(
        QStringLiteral("pdftohtml"), {QStringLiteral("-xml"), QStringLiteral("-i"), QStringLiteral("-stdout"), file}));
    paper.fonts = QString::fromUtf8(outputOf(QStringLiteral("pdffonts"), {file}, &paper.trouble));
    return paper;
}

} // namespace polder::test
