#include "model/exchange/mailfile.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace polder {

namespace {

constexpr qsizetype mostBytes = 45; ///< of one encoded word, which has room for 75 characters with what is around it
constexpr qsizetype lineLength = 76;

bool isPlain(const QString &text) {
    return std::ranges::all_of(text, [](QChar sign) { return sign >= u' ' && sign < u'\x7f'; });
}

/// Nothing of it can begin another line of the head.
QString oneLine(const QString &text) {
    return text.simplified();
}

/// In words of base 64, each of whole characters and on a line of its own.
QByteArray encodedWords(const QString &text) {
    QByteArray words, part;
    const auto flush = [&] {
        words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + part.toBase64() + "?=";
        part.clear();
    };
    const auto characters = text.toUcs4();
    for (const auto character : characters) {
        const char32_t one = character;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (part.size() + bytes.size() > mostBytes) {
            flush();
        }
        part += bytes;
    }
    flush();
    return words;
}

QByteArray addressField(const QByteArray &field, const MailDraft::Address &address) {
    const QString name = oneLine(address.name);
    QByteArray line = field + ": ";
    if (isPlain(name) && !name.isEmpty()) {
        line += '"' + QString(name).replace(u'\\', u"\\\\"_qs).replace(u'"', u"\\\""_qs).toUtf8() + '"';
    } else if (!name.isEmpty()) {
        line += encodedWords(name);
    }
    const QByteArray mail = '<' + address.mail.toUtf8() + '>';
    const auto used = line.size() - (line.lastIndexOf('\n') + 1);
    return line + (name.isEmpty() ? "" : used + mail.size() < lineLength ? " " : "\r\n ") + mail + "\r\n";
}

QByteArray subjectField(const QString &subject) {
    const QString text = oneLine(subject);
    const QByteArray field = "Subject: ";
    return field + (isPlain(text) && text.size() + field.size() <= lineLength ? text.toUtf8() : encodedWords(text)) +
           "\r\n";
}

/// A line that begins so would be read as something else.
QString stuffed(const QString &line) {
    return line.startsWith(u' ') || line.startsWith(u'>') || line.startsWith(u"From ") ? u' ' + line : line;
}

/// Broken after blanks, which stay: whoever reads a line that ends in one joins the next to it.
QString flowing(const QString &text) {
    QString lines;
    for (QString rest : text.split(u'\n')) {
        rest.remove(u'\r');
        while (rest.endsWith(u' ')) { // it ends here
            rest.chop(1);
        }
        while (rest.size() > lineLength) {
            auto at = rest.lastIndexOf(u' ', lineLength - 1);
            at = at > 0 ? at : rest.indexOf(u' ', lineLength);
            if (at < 0 || at + 1 == rest.size()) {
                break;
            }
            lines += stuffed(rest.first(at + 1)) + u"\r\n"_qs;
            rest.remove(0, at + 1);
        }
        lines += stuffed(rest) + u"\r\n"_qs;
    }
    return lines;
}

} // namespace

bool isMailAddress(const QString &text) {
    static const QRegularExpression address(u"\\A[^\\s<>\"(),:;\\\\\\[\\]@]+@[^\\s<>\"(),:;\\\\\\[\\]@]+\\z"_qs);
    return address.match(text).hasMatch();
}

QByteArray toEml(const MailDraft &draft) {
    QByteArray eml;
    if (isMailAddress(draft.from.mail)) {
        eml += addressField("From", draft.from);
    }
    eml += addressField("To", draft.to) + subjectField(draft.subject);
    eml += "Date: " + draft.made.toUTC().toString(Qt::RFC2822Date).toUtf8() + "\r\n";
    eml += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8; format=flowed\r\n"
           "Content-Transfer-Encoding: 8bit\r\nX-Unsent: 1\r\n\r\n";
    return eml + flowing(draft.text).toUtf8();
}

} // namespace polder
