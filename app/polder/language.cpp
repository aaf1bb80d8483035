#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString systemLanguage() {
    return QLocale::system().language() == QLocale::Dutch ? u"nl"_s : u"en"_s;
}

} // namespace

QStringList languages() {
    return {u"nl"_s, u"en"_s};
}

Language::Language(const QString &code) {
    if (!code.isEmpty()) {
        QLocale::setDefault(code == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                          : QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    // English is what the sources say.
    if ((code.isEmpty() ? systemLanguage() : code) != u"nl") {
        return;
    }
    // Qt's own texts are a package of their own; without it a standard button is English.
    if (m_qt.load(u"qtbase_nl"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    for (const auto &[translator, file] :
         {std::pair(&m_reports, u"reports_nl.qm"_s), std::pair(&m_desktop, u"polder_nl.qm"_s)}) {
        if (translator->load(u":/translations/"_s + file)) {
            QCoreApplication::installTranslator(translator);
        }
    }
}

Language::~Language() {
    QLocale::setDefault(m_before);
}

} // namespace polder
