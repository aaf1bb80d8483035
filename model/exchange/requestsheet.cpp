#include "model/exchange/requestsheet.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"
#include "model/exchange/portstext.h"
#include "model/exchange/sheetreader.h"

#include <xlsxwriter.h>

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

#include <array>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

constexpr int version = 1;
constexpr auto mark = "polder-request"_L1; ///< stands with the version in the hidden first column of the first sheet
constexpr auto sheetOfAll = "Request"_L1;
constexpr auto sheetOfItems = "Items"_L1;
constexpr int firstField = 4; ///< rows, from 0
constexpr int firstItem = 4;
constexpr int itemRows = 20;
constexpr int valueColumn = 2;

enum class Kind {
    Text,
    Texts,
    Date,
    LastDay,
    Number,
    Choice,
    YesNo,
    Ports
};

/// One value of a request: its place in the file's JSON, what the form calls it, how it is written.
struct Field {
    const char *key; ///< with a / where it is a value within another
    const char *english;
    const char *dutch;
    const char *hint;
    Kind kind = Kind::Text;
    std::array<const char *, 8> choices{}; ///< as the file has them
};

constexpr std::array fields{
    Field{"organisation", "Institution *", "Instelling *", "UL, LUMC …"},
    Field{"department", "Department", "Afdeling", ""},
    Field{"sponsor", "Sponsor", "Sponsor", "login name / inlognaam"},
    Field{"contacts", "Technical contacts", "Technische contactpersonen",
          "login names, with ; between / inlognamen, met ; ertussen", Kind::Texts},
    Field{"project", "Project", "Project", ""},
    Field{"cost_centre", "Cost centre", "Kostenplaats", ""},
    Field{"data_class", "Data class", "Dataklasse", "", Kind::Choice, {"laag", "middel", "hoog"}},
    Field{"from", "First day *", "Eerste dag *", "YYYY-MM-DD / JJJJ-MM-DD", Kind::Date},
    Field{"until", "Last day", "Laatste dag", "empty: no end / leeg: geen einde", Kind::LastDay},
    Field{"wishes/site", "Data centre", "Datacentrum", "a wish / een wens"},
    Field{"wishes/redundant", "Survives the loss of a feed", "Overleeft uitval van een voeding", "yes, no / ja, nee",
          Kind::YesNo},
    Field{"wishes/together", "All in one …", "Alles in één …", "", Kind::Choice, {"rack", "row", "room", "site"}},
    Field{"wishes/apart", "No two in one …", "Geen twee in één …", "", Kind::Choice, {"rack", "row", "room", "site"}}};

constexpr std::array itemFields{
    Field{"model", "Model", "Model", "of the library, or height / uit de bibliotheek, of hoogte"},
    Field{"height_u", "Height", "Hoogte", "U", Kind::Number},
    Field{"count", "Count", "Aantal", "empty: 1 / leeg: 1", Kind::Number},
    Field{"draw_w", "Power of one", "Vermogen per stuk", "W", Kind::Number},
    Field{"weight_kg", "Weight of one", "Gewicht per stuk", "kg", Kind::Number},
    Field{"depth_mm", "Depth", "Diepte", "mm", Kind::Number},
    Field{"cords", "Power cords", "Voedingskabels", "", Kind::Number},
    Field{"plug", "Inlet", "Aansluiting", "C14, C20 …"},
    Field{"airflow",
          "Airflow",
          "Luchtstroom",
          "",
          Kind::Choice,
          {"front-to-rear", "rear-to-front", "left-to-right", "right-to-left", "side-to-rear", "passive", "mixed"}},
    Field{"ports", "Network ports", "Netwerkpoorten", "2 x 25 Gb/s SFP28; 1 Gb/s RJ45 out-of-band", Kind::Ports},
    Field{"shareable", "Others may use it too", "Te delen met anderen", "yes, no / ja, nee", Kind::YesNo},
    Field{"description", "Description", "Omschrijving", ""},
    Field{"kind",
          "Where it stands",
          "Waar het staat",
          "empty: in a rack / leeg: in een rack",
          Kind::Choice,
          {"rack", "zero_u", "bay", "floor"}},
    Field{"half_width", "Half as wide", "Half zo breed", "yes, no / ja, nee", Kind::YesNo},
    Field{"width_mm", "Width", "Breedte", "mm", Kind::Number},
    Field{"height_mm", "Height on the floor", "Hoogte op de vloer", "mm", Kind::Number},
    Field{"nameplate_w", "On its nameplate", "Op het typeplaatje", "W", Kind::Number},
    Field{"phases", "Phases", "Fasen", "1, 3", Kind::Number},
    Field{"inlet_min_c", "Air in, at least", "Lucht in, minstens", "°C", Kind::Number},
    Field{"inlet_max_c", "Air in, at most", "Lucht in, hoogstens", "°C", Kind::Number}};

Error notWritten(const QString &why) {
    return makeError(Error::Kind::Unavailable, u"The workbook cannot be written: %1."_s.arg(why));
}

QDate epoch() {
    return {1899, 12, 30};
}

// Reading.

/// What people type as a number where the cell was made text; others stay what they are, for the schema to refuse.
QJsonValue numberOf(const QVariant &cell) {
    static const QRegularExpression plain(u"^\\d{1,9}([.,]\\d{1,2})?$"_s);
    double amount = 0;
    if (cell.typeId() == QMetaType::Double) {
        amount = cell.toDouble();
    } else if (const QString text = cell.toString(); plain.match(text).hasMatch()) {
        amount = QString(text).replace(u',', u'.').toDouble();
    } else {
        return text;
    }
    return amount == std::floor(amount) && std::abs(amount) < 1e15 ? QJsonValue(qint64(amount)) : QJsonValue(amount);
}

QJsonValue textOf(const QVariant &cell) {
    if (cell.typeId() == QMetaType::Double) {
        return QString::number(cell.toDouble(), 'g', 15); // a cost centre that looks like a number
    }
    return cell.toString();
}

QJsonValue dateOf(const QVariant &cell, int daysAfter) {
    QDate day;
    if (cell.typeId() == QMetaType::Double && cell.toDouble() >= 0 && cell.toDouble() < 3e6) {
        day = epoch().addDays(qint64(cell.toDouble()));
    } else {
        day = QDate::fromString(cell.toString(), Qt::ISODate);
    }
    return day.isValid() ? day.addDays(daysAfter).toString(Qt::ISODate) : cell.toString();
}

QJsonValue yesNoOf(const QVariant &cell) {
    const QString word = cell.toString().toLower();
    if (word == u"yes" || word == u"ja" || word == u"true" || word == u"waar" || word == u"1") {
        return true;
    }
    if (word == u"no" || word == u"nee" || word == u"false" || word == u"onwaar" || word == u"0") {
        return false;
    }
    return cell.toString();
}

/// What is not written as ports are stays a text, for the schema to refuse.
QJsonValue portsOf(const QVariant &cell) {
    const auto ports = portsFrom(cell.toString());
    return ports ? QJsonValue(*ports) : QJsonValue(cell.toString());
}

QJsonValue valueOf(const Field &field, const QVariant &cell) {
    switch (field.kind) {
    case Kind::Text:
    case Kind::Choice:
        return textOf(cell);
    case Kind::Texts: {
        QJsonArray texts;
        for (const QString &text : cell.toString().split(QRegularExpression(u"[;,]"_s), Qt::SkipEmptyParts)) {
            texts.append(text.trimmed());
        }
        return texts;
    }
    case Kind::Date:
        return dateOf(cell, 0);
    case Kind::LastDay:
        return dateOf(cell, 1);
    case Kind::Number:
        return numberOf(cell);
    case Kind::YesNo:
        return yesNoOf(cell);
    case Kind::Ports:
        return portsOf(cell);
    }
    return {};
}

void put(QJsonObject &object, const QString &key, const QJsonValue &value) {
    const qsizetype within = key.indexOf(u'/');
    if (within < 0) {
        object[key] = value;
        return;
    }
    QJsonObject inner = object[key.left(within)].toObject();
    inner[key.mid(within + 1)] = value;
    object[key.left(within)] = inner;
}

QString namedCell(QLatin1String sheet, CellAt at) {
    return sheet + u'!' + cellName(at);
}

void readFields(const SheetCells &cells, FilledSheet &filled) {
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        if (cell.key().column != 0 || cell.key().row < firstField) {
            continue;
        }
        for (const Field &field : fields) {
            if (cell->toString() != QLatin1String(field.key)) {
                continue;
            }
            const CellAt at{cell.key().row, valueColumn};
            filled.cells[u'/' + QLatin1String(field.key)] = namedCell(sheetOfAll, at);
            if (const QVariant value = cells.value(at); value.isValid()) {
                put(filled.request, QLatin1String(field.key), valueOf(field, value));
            }
        }
    }
}

void readItems(const SheetCells &cells, FilledSheet &filled) {
    QMap<int, const Field *> columns;
    for (const Field &field : itemFields) {
        for (auto cell = cells.cbegin(); cell != cells.cend() && cell.key().row == 0; ++cell) {
            if (cell->toString() == QLatin1String(field.key)) {
                columns[cell.key().column] = &field;
            }
        }
    }
    QMap<int, QJsonObject> items;
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        if (const Field *field = cell.key().row >= firstItem ? columns.value(cell.key().column) : nullptr) {
            put(items[cell.key().row], QLatin1String(field->key), valueOf(*field, *cell));
        }
    }
    QJsonArray all;
    for (auto item = items.cbegin(); item != items.cend(); ++item) {
        const QString pointer = pointerTo(u"/items"_s, all.size());
        filled.cells[pointer] = namedCell(sheetOfItems, {item.key(), 0});
        for (auto column = columns.cbegin(); column != columns.cend(); ++column) {
            filled.cells[pointerTo(pointer, QString::fromLatin1((*column)->key))] =
                namedCell(sheetOfItems, {item.key(), column.key()});
        }
        all.append(*item);
    }
    filled.cells[u"/items"_s] = namedCell(sheetOfItems, {firstItem, 1});
    filled.request[u"items"_s] = all;
}

// Writing.

QJsonValue valueAt(const QJsonObject &object, const QString &key) {
    const qsizetype within = key.indexOf(u'/');
    return within < 0 ? object[key] : object[key.left(within)].toObject()[key.mid(within + 1)];
}

/// Only what libxlsxwriter's C interface wants is in here; it keeps its formats itself.
class FormWriter {
public:
    explicit FormWriter(const QByteArray &path)
        : m_book(workbook_new(path.constData()))
        , m_title(workbook_add_format(m_book))
        , m_label(workbook_add_format(m_book))
        , m_hint(workbook_add_format(m_book))
        , m_value(workbook_add_format(m_book))
        , m_date(workbook_add_format(m_book)) {
        format_set_bold(m_title);
        format_set_font_size(m_title, 14);
        format_set_bold(m_label);
        format_set_text_wrap(m_label);
        format_set_font_color(m_hint, 0x595959);
        format_set_text_wrap(m_hint);
        for (lxw_format *open : {m_value, m_date}) {
            format_set_unlocked(open);
            format_set_border(open, LXW_BORDER_THIN);
            format_set_border_color(open, 0x808080);
            format_set_bg_color(open, 0xFFFBE6);
        }
        format_set_num_format(m_date, "yyyy-mm-dd");
    }

    [[nodiscard]] lxw_error write(const QJsonObject &filled) {
        lxw_doc_properties properties{};
        QByteArray title("Request for hosting");
        QByteArray program("Polder");
        properties.title = title.data();
        properties.author = program.data();
        properties.created =
            QDate(2026, 11, 29).startOfDay(QTimeZone::utc()).toSecsSinceEpoch(); // of this form, not of the clock
        workbook_set_properties(m_book, &properties);
        addFields(filled);
        addItems(filled[u"items"_s].toArray());
        return workbook_close(m_book);
    }

private:
    lxw_worksheet *addSheet(QLatin1String name, const char *title, const char *explained, lxw_col_t lastColumn) {
        auto *sheet = workbook_add_worksheet(m_book, name.data());
        worksheet_protect(sheet, nullptr, nullptr);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_write_string(sheet, 1, 1, title, m_title);
        worksheet_merge_range(sheet, 2, 1, 2, lastColumn, explained, m_hint);
        worksheet_set_row(sheet, 2, 32, nullptr);
        return sheet;
    }

    void addFields(const QJsonObject &filled) {
        auto *sheet = addSheet(
            sheetOfAll, "Request for hosting / Aanvraag voor plaatsing",
            "Fill in what is yellow and mail it to your coordinator; what you do not know stays empty. / Vul in wat "
            "geel is en mail het aan uw coördinator; wat u niet weet blijft leeg.",
            valueColumn + 1);
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        worksheet_set_column_opt(sheet, 0, 0, LXW_DEF_COL_WIDTH, nullptr, &hidden);
        worksheet_set_column(sheet, 1, 1, 44, nullptr);
        worksheet_set_column(sheet, valueColumn, valueColumn, 40, nullptr);
        worksheet_set_column(sheet, valueColumn + 1, valueColumn + 1, 48, nullptr);
        worksheet_write_string(sheet, 0, 0, mark.data(), nullptr);
        worksheet_write_number(sheet, 1, 0, version, nullptr);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto row = lxw_row_t(firstField + int(i));
            const Field &field = fields[i];
            worksheet_write_string(sheet, row, 0, field.key, nullptr);
            worksheet_write_string(sheet, row, 1, bilingual(field, " / ").constData(), m_label);
            worksheet_write_string(sheet, row, valueColumn + 1, field.hint, m_hint);
            writeValue(sheet, row, valueColumn, field, valueAt(filled, QLatin1String(field.key)));
            offer(sheet, row, row, valueColumn, field);
        }
    }

    void addItems(const QJsonArray &items) {
        auto *sheet =
            addSheet(sheetOfItems, "Equipment / Apparatuur",
                     "A row for each kind of equipment. / Een rij voor elke soort apparatuur.", itemFields.size());
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        worksheet_set_row_opt(sheet, 0, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
        worksheet_set_row(sheet, 3, 64, nullptr);
        worksheet_set_column(sheet, 0, 0, 4, nullptr);
        worksheet_freeze_panes(sheet, firstItem, 1);
        const int rows = std::max(itemRows, int(items.size()));
        for (std::size_t i = 0; i < itemFields.size(); ++i) {
            const auto column = lxw_col_t(1 + i);
            const Field &field = itemFields[i];
            const QByteArray head =
                bilingual(field, "\n") + (*field.hint ? QByteArray("\n") + field.hint : QByteArray());
            worksheet_set_column(sheet, column, column,
                                 field.kind == Kind::Ports                                ? 40
                                 : field.kind == Kind::Text || field.kind == Kind::Choice ? 20
                                                                                          : 13,
                                 nullptr);
            worksheet_write_string(sheet, 0, column, field.key, nullptr);
            worksheet_write_string(sheet, 3, column, head.constData(), m_label);
            for (int row = 0; row < rows; ++row) {
                writeValue(sheet, lxw_row_t(firstItem + row), column, field,
                           valueAt(items.at(row).toObject(), QLatin1String(field.key)));
            }
            offer(sheet, firstItem, lxw_row_t(firstItem + rows - 1), column, field);
        }
        for (int row = 0; row < rows; ++row) {
            worksheet_write_number(sheet, lxw_row_t(firstItem + row), 0, row + 1, m_hint);
        }
    }

    static QByteArray bilingual(const Field &field, const char *between) {
        return qstrcmp(field.english, field.dutch) == 0 ? QByteArray(field.english)
                                                        : QByteArray(field.english) + between + field.dutch;
    }

    void writeValue(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const Field &field,
                    const QJsonValue &value) {
        const bool dated = field.kind == Kind::Date || field.kind == Kind::LastDay;
        lxw_format *format = dated ? m_date : m_value;
        const QDate day = dated ? QDate::fromString(value.toString(), Qt::ISODate) : QDate();
        QString text;
        if (value.isUndefined() || value.isNull()) {
            worksheet_write_blank(sheet, row, column, format);
            return;
        }
        if (day.isValid()) {
            worksheet_write_number(sheet, row, column,
                                   double(epoch().daysTo(day) - (field.kind == Kind::LastDay ? 1 : 0)), format);
            return;
        }
        if (value.isDouble()) {
            worksheet_write_number(sheet, row, column, value.toDouble(), format);
            return;
        }
        if (value.isBool()) {
            text = value.toBool() ? u"yes"_s : u"no"_s;
        } else if (field.kind == Kind::Ports) {
            text = portsText(value.toArray());
        } else if (value.isArray()) {
            text = value.toVariant().toStringList().join(u"; "_s);
        } else {
            text = value.toString();
        }
        worksheet_write_string(sheet, row, column, text.toUtf8().constData(), format);
    }

    void offer(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column, const Field &field) {
        std::vector<const char *> list;
        if (field.kind == Kind::YesNo) {
            list = {"yes", "no"};
        }
        for (const char *choice : field.choices) {
            if (choice) {
                list.push_back(choice);
            }
        }
        if (list.empty()) {
            return;
        }
        list.push_back(nullptr);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = const_cast<char **>(list.data());  // which it only reads
        rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; // ja and nee are understood too
        worksheet_data_validation_range(sheet, first, column, last, column, &rule);
    }

    lxw_workbook *m_book;
    lxw_format *m_title;
    lxw_format *m_label;
    lxw_format *m_hint;
    lxw_format *m_value;
    lxw_format *m_date;
};

} // namespace

Result<QByteArray> writeRequestSheet(const QJsonObject &filled) {
    const QTemporaryDir folder; // libxlsxwriter writes to a path only
    if (!folder.isValid()) {
        return notWritten(folder.errorString());
    }
    const QString path = folder.filePath(u"request.xlsx"_s);
    if (const lxw_error wrong = FormWriter(QFile::encodeName(path)).write(filled); wrong != LXW_NO_ERROR) {
        return notWritten(QString::fromUtf8(lxw_strerror(wrong)));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return notWritten(file.errorString());
    }
    return file.readAll();
}

Result<FilledSheet> readRequestSheet(const QByteArray &xlsx) {
    const auto sheets = readWorkbook(xlsx);
    if (!sheets) {
        return sheets.error();
    }
    const SheetCells asked = sheets->value(sheetOfAll);
    if (asked.value({0, 0}).toString() != mark || !sheets->contains(sheetOfItems)) {
        return coded(makeError(Error::Kind::Invalid, u"This workbook is not Polder's form of a request."_s),
                     u"file_not_form"_s);
    }
    if (const double written = asked.value({1, 0}).toDouble(); written != version) {
        return coded(makeError(Error::Kind::Invalid,
                               u"This form is of version %1; this program reads version %2."_s.arg(written).arg(version)),
                     u"file_form_version"_s, {{u"value"_s, written}, {u"limit"_s, version}});
    }
    FilledSheet filled;
    readFields(asked, filled);
    readItems(sheets->value(sheetOfItems), filled);
    return filled;
}

} // namespace polder
