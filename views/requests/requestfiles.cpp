#include "requestfiles.h"

#include "model/exchange/requestsheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RequestFiles)
};

Error unavailable(const QString &path, const QString &why) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = Text::tr("%1: %2").arg(path, why);
    return error;
}

} // namespace

Result<QByteArray> requestAt(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unavailable(path, file.errorString());
    }
    return file.readAll();
}

Status saveRequest(const QString &path, const QByteArray &request) {
    QByteArray bytes = request;
    if (path.endsWith(u".xlsx"_s, Qt::CaseInsensitive)) {
        const auto form = writeRequestSheet(QJsonDocument::fromJson(request).object());
        if (!form.ok()) {
            return form.error();
        }
        bytes = *form;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return unavailable(path, file.errorString());
    }
    return success();
}

} // namespace polder
