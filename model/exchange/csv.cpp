#include "model/exchange/csv.h"

#include "model/exchange/errors.h"
#include "model/exchange/numbertext.h"

#include <QStringDecoder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

bool startsFormula(const QString &text) {
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
}

QString quotedIfNeeded(QString text) {
    const bool needed = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return u",\"\r\n"_s.contains(c); });
    if (!needed)
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString written(const CsvCell &cell) {
    if (const auto *whole = std::get_if<qint64>(&cell))
        return QString::number(*whole);
    if (const auto *number = std::get_if<double>(&cell)) // not a number and infinite have no form that all readers know
        return std::isfinite(*number) ? plainNumber(*number) : QString();
    if (const auto *text = std::get_if<QString>(&cell))
        return quotedIfNeeded(startsFormula(*text) ? u'\'' + *text : *text);
    return {};
}

Error invalid(int line, const QString &reason) {
    return invalidLine(line, u"Line %1: %2."_s.arg(line).arg(reason));
}

/// Reads cell by cell; `m_at` is the next character.
class Reader {
public:
    explicit Reader(const QString &text) : m_text(text) {}

    Result<std::vector<CsvRow>> read() {
        std::vector<CsvRow> rows;
        while (m_at < m_text.size()) {
            if (skipLineEnd())
                continue;
            CsvRow row{m_line, {}};
            do {
                auto cell = m_at < m_text.size() && m_text[m_at] == u'"' ? quotedCell() : bareCell();
                if (!cell)
                    return cell.error();
                row.cells.append(*cell);
            } while (skip(u','));
            if (!skipLineEnd() && m_at < m_text.size())
                return invalid(m_line, m_text[m_at] == u'\r'
                                           ? u"a carriage return without a line feed"_s
                                           : u"after a closing quote comes a comma or the end of the line"_s);
            if (!rows.empty() && row.cells.size() != rows.front().cells.size())
                return invalid(
                    row.line,
                    u"has %1 cells, the first row has %2"_s.arg(row.cells.size()).arg(rows.front().cells.size()));
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool skip(QChar c) {
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool skipLineEnd() {
        const bool carriageReturn = m_at + 1 < m_text.size() && m_text[m_at] == u'\r' && m_text[m_at + 1] == u'\n';
        m_at += carriageReturn ? 1 : 0;
        if (!skip(u'\n'))
            return false;
        ++m_line;
        return true;
    }

    Result<QString> bareCell() {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !u",\r\n"_s.contains(m_text[m_at])) {
            if (m_text[m_at] == u'"')
                return invalid(m_line, u"a quote within a cell that does not begin with one"_s);
            ++m_at;
        }
        return m_text.sliced(start, m_at - start);
    }

    Result<QString> quotedCell() {
        const int firstLine = m_line;
        QString cell;
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && !skip(u'"')) // two quotes are one
                return cell;
            m_line += c == u'\n' ? 1 : 0;
            cell += c;
        }
        return invalid(firstLine, u"a quote is not closed"_s);
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

void CsvWriter::writeRow(std::span<const CsvCell> cells) {
    QStringList texts;
    for (const CsvCell &cell : cells)
        texts.append(written(cell));
    // A row of one empty cell would be an empty line, which readers skip.
    const bool invisible = texts.size() == 1 && texts.front().isEmpty();
    m_bytes += (invisible ? u"\"\""_s : texts.join(u',')).toUtf8() + "\r\n";
}

Result<std::vector<CsvRow>> readCsv(const QByteArray &bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        int line = 1;
        for (const QByteArray &part : bytes.split('\n')) {
            QStringDecoder one(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = one(part);
            if (one.hasError())
                return invalid(line, u"not valid UTF-8"_s);
            ++line;
        }
    }
    return Reader(text).read();
}

} // namespace polder
