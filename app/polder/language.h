#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace polder {

/// What the desktop is in, as long as this lives: its texts, Qt's own on standard buttons, and how numbers and dates
/// are written.
class Language {
public:
    /// `code`: one of languages(); empty: as the system is set, English where that is neither. Numbers and dates are
    /// the system's too then.
    explicit Language(const QString &code = {});
    ~Language(); ///< puts the locale back; the translators take themselves off
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

private:
    QLocale m_before;
    QTranslator m_qt;
    QTranslator m_reports;
    QTranslator m_desktop;
};

[[nodiscard]] QStringList languages();

} // namespace polder
