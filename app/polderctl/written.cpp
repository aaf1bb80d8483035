#include "app/polderctl/written.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace polder::ctl {

using namespace Qt::StringLiterals;

InLanguage::InLanguage(const QString &language)
    : m_locale(language == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                 : QLocale(QLocale::English, QLocale::UnitedKingdom)) {
    if (m_translator.load(u":/translations/reports_%1.qm"_s.arg(language))) {
        QCoreApplication::installTranslator(&m_translator);
    }
}

Status writeFile(const QString &path, const QByteArray &bytes) {
    // All or nothing: a reader never finds half a report.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        error.data = {{u"file"_s, path}};
        return error;
    }
    return success();
}

} // namespace polder::ctl
