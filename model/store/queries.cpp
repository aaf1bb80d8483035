#include "model/store/queries.h"

#include <QFile>

namespace polder {

QByteArray namedQuery(const QString &name) {
    QFile file(QStringLiteral(":/sql/queries/%1.sql").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no statement named %s was built in", qPrintable(name));
    }
    return file.readAll().trimmed();
}

QByteArray quotedName(const QString &name) {
    QByteArray text = name.toUtf8();
    text.replace('"', "\"\"");
    return '"' + text + '"';
}

} // namespace polder
