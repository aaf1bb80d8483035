#pragma once

#include "model/core/result.h"

#include <QLocale>
#include <QTranslator>

// What polderctl writes to files for people.
namespace polder::ctl {

/// What is printed is in this language as long as it lives: en, nl.
class InLanguage {
public:
    explicit InLanguage(const QString &language);
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    QLocale m_locale;
    QTranslator m_translator; // takes itself off when it goes
};

[[nodiscard]] Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace polder::ctl
