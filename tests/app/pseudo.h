#pragma once

#include <QRegularExpression>
#include <QString>
#include <QTranslator>

namespace polder::test {

/// Every text that is asked of it comes back in brackets, in other letters and a third longer. So what is shown in
/// Latin letters did not come this way: it is data, or somebody forgot to have it translated.
class Pseudo : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override {
        // Not what is a place for an argument, or a tag.
        static const QRegularExpression kept(QStringLiteral("%L?[0-9n]+|<[^>]*>|&[a-z]+;"));
        const QString text = QString::fromUtf8(source);
        QString out;
        const auto put = [&out](QStringView letters) {
            for (const QChar letter : letters) {
                out += letter >= u'a' && letter <= u'z'   ? QChar(u'\u0430' + (letter.unicode() - u'a'))
                       : letter >= u'A' && letter <= u'Z' ? QChar(u'\u0410' + (letter.unicode() - u'A'))
                                                          : letter;
            }
        };
        qsizetype from = 0;
        for (auto it = kept.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            put(QStringView(text).mid(from, match.capturedStart() - from));
            out += match.captured();
            from = match.capturedEnd();
        }
        put(QStringView(text).mid(from));
        return u'[' + out + QString((text.size() * 35 + 99) / 100, u'~') + u']';
    }
};

} // namespace polder::test
