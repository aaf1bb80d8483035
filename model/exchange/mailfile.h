#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace polder {

/// A mail to one person that nobody has sent yet.
struct MailDraft {
    struct Address {
        QString name; ///< may be empty
        QString mail;
    };
    Address from; ///< without a mail: whoever sends it
    Address to;
    QString subject;
    QString text;
    QDateTime made;
};

/// Whether it can stand in the head of a mail.
[[nodiscard]] bool isMailAddress(const QString &text);

/// The mail as a file (.eml) that programs for mail open as a draft, by RFC 5322: names and subject as RFC 2047 has it,
/// the text as it is, in UTF-8, its long lines broken so that they can be read and joined again (RFC 3676).
[[nodiscard]] QByteArray toEml(const MailDraft &draft);

} // namespace polder
