#include "model/exchange/sheetreader.h"

#include "model/exchange/errors.h"

#include <zip.h>

#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

#include <memory>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

constexpr qsizetype largestFile = qsizetype{4} << 20;
constexpr qsizetype largestPart = qsizetype{16} << 20;
constexpr int mostRows = 1 << 20;
constexpr int mostColumns = 1 << 14;

Error bad(const QString &what) {
    const QString why = what.endsWith(u'.') ? what.chopped(1) : what;
    return coded(makeError(Error::Kind::Invalid, u"The workbook cannot be read: %1."_s.arg(why)),
                 u"file_no_workbook"_s, {{u"reason"_s, why}});
}

/// The parts of the archive, unpacked when they are asked for.
class Archive {
public:
    explicit Archive(const QByteArray &bytes) {
        zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, nullptr);
        m_zip.reset(source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr);
        if (source && !m_zip) {
            zip_source_free(source);
        }
    }

    [[nodiscard]] bool opened() const { return m_zip != nullptr; }

    [[nodiscard]] Result<QByteArray> part(const QString &name) const {
        zip_stat_t about;
        zip_stat_init(&about);
        const QByteArray path = name.toUtf8();
        if (zip_stat(m_zip.get(), path.constData(), 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE)) {
            return bad(u"it has no %1"_s.arg(name));
        }
        if (about.size > zip_uint64_t(largestPart)) {
            return bad(u"%1 is larger than %2 MiB"_s.arg(name).arg(largestPart >> 20));
        }
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(m_zip.get(), path.constData(), 0),
                                                                      &zip_fclose);
        QByteArray content(qsizetype(about.size), Qt::Uninitialized);
        if (!file || zip_fread(file.get(), content.data(), about.size) != zip_int64_t(about.size)) {
            return bad(u"%1 is damaged"_s.arg(name));
        }
        return content;
    }

    [[nodiscard]] bool has(const QString &name) const {
        return zip_name_locate(m_zip.get(), name.toUtf8().constData(), 0) >= 0;
    }

private:
    std::unique_ptr<zip_t, decltype(&zip_discard)> m_zip{nullptr, &zip_discard};
};

Result<QStringList> sharedTexts(const QByteArray &xml) {
    QStringList texts;
    QString text;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "t"_L1) {
            text += reader.readElementText();
        } else if (reader.isStartElement() && reader.name() == "rPh"_L1) { // how it is pronounced
            reader.skipCurrentElement();
        } else if (reader.isEndElement() && reader.name() == "si"_L1) {
            texts.append(text);
            text.clear();
        }
    }
    if (reader.hasError()) {
        return bad(reader.errorString());
    }
    return texts;
}

/// "C7" as a place; nullopt: it is none.
std::optional<CellAt> placeOf(QStringView name) {
    qsizetype letters = 0;
    int column = 0;
    while (letters < name.size() && name[letters] >= u'A' && name[letters] <= u'Z') {
        column = column * 26 + (name[letters].unicode() - u'A' + 1);
        if (++letters > 3) {
            return std::nullopt;
        }
    }
    bool number = false;
    const int row = name.mid(letters).toInt(&number);
    if (letters == 0 || !number || row < 1 || row > mostRows || column > mostColumns) {
        return std::nullopt;
    }
    return CellAt{row - 1, column - 1};
}

/// The text of <is>: one t, or several r with a t each.
QString inlineText(QXmlStreamReader &reader) {
    QString text;
    for (int depth = 1; depth > 0 && !reader.atEnd();) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "t"_L1) {
            text += reader.readElementText();
        } else if (reader.isStartElement()) {
            ++depth;
        } else if (reader.isEndElement()) {
            --depth;
        }
    }
    return text;
}

Result<QVariant> valueOf(QXmlStreamReader &reader, const QStringList &shared) {
    const QString type = reader.attributes().value("t"_L1).toString();
    QString value;
    while (reader.readNextStartElement()) {
        if (reader.name() == "v"_L1) {
            value = reader.readElementText();
        } else if (reader.name() == "is"_L1) {
            value = inlineText(reader);
        } else {
            reader.skipCurrentElement();
        }
    }
    bool number = true;
    if (type == u"s") {
        const int index = value.toInt(&number);
        if (!number || index < 0 || index >= shared.size()) {
            return bad(u"it names a text that it has not"_s);
        }
        return QVariant(shared[index]);
    }
    if (type == u"b") {
        return QVariant(value == u"1");
    }
    if (type == u"inlineStr" || type == u"str" || type == u"e" || type == u"d" || value.isEmpty()) {
        return QVariant(value);
    }
    const double amount = value.toDouble(&number);
    return number ? Result<QVariant>(QVariant(amount)) : bad(u"\"%1\" stands where a number should"_s.arg(value));
}

Result<SheetCells> cellsOf(const QByteArray &xml, const QStringList &shared) {
    SheetCells cells;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.name() != "c"_L1) {
            continue;
        }
        const auto at = placeOf(reader.attributes().value("r"_L1));
        if (!at) {
            return bad(u"a cell does not say where it is"_s);
        }
        const auto value = valueOf(reader, shared);
        if (!value) {
            return value.error();
        }
        if (value->typeId() != QMetaType::QString || !value->toString().trimmed().isEmpty()) {
            cells[*at] = value->typeId() == QMetaType::QString ? QVariant(value->toString().trimmed()) : *value;
        }
    }
    if (reader.hasError()) {
        return bad(reader.errorString());
    }
    return cells;
}

/// What stands where in the archive: relation ids with their targets.
QHash<QString, QString> targetsOf(const QByteArray &xml) {
    QHash<QString, QString> targets;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "Relationship"_L1) {
            const QString target = reader.attributes().value("Target"_L1).toString();
            targets[reader.attributes().value("Id"_L1).toString()] =
                target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
        }
    }
    return targets;
}

} // namespace

QString cellName(CellAt at) {
    QString letters;
    for (int rest = at.column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    }
    return letters + QString::number(at.row + 1);
}

bool looksLikeWorkbook(const QByteArray &bytes) {
    return bytes.startsWith("PK\x03\x04");
}

Result<QMap<QString, SheetCells>> readWorkbook(const QByteArray &xlsx) {
    if (xlsx.size() > largestFile) {
        return bad(u"it is larger than %1 MiB"_s.arg(largestFile >> 20));
    }
    const Archive archive(xlsx);
    if (!archive.opened()) {
        return bad(u"it is not a ZIP archive, or a damaged one"_s);
    }
    const auto book = archive.part(u"xl/workbook.xml"_s);
    const auto relations = archive.part(u"xl/_rels/workbook.xml.rels"_s);
    if (!book || !relations) {
        return book ? relations.error() : book.error();
    }
    QStringList shared;
    if (archive.has(u"xl/sharedStrings.xml"_s)) {
        const auto part = archive.part(u"xl/sharedStrings.xml"_s);
        const auto texts = part ? sharedTexts(*part) : part.error();
        if (!texts) {
            return texts.error();
        }
        shared = *texts;
    }
    const auto targets = targetsOf(*relations);
    QMap<QString, SheetCells> sheets;
    QXmlStreamReader reader(*book);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.name() != "sheet"_L1) {
            continue;
        }
        QString relation;
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            if (attribute.name() == "id"_L1) { // r:id, whatever its prefix
                relation = attribute.value().toString();
            }
        }
        const auto part = archive.part(targets.value(relation));
        const auto cells = part ? cellsOf(*part, shared) : part.error();
        if (!cells) {
            return cells.error();
        }
        sheets[reader.attributes().value("name"_L1).toString()] = *cells;
    }
    if (reader.hasError()) {
        return bad(reader.errorString());
    }
    return sheets;
}

} // namespace polder
