#include "model/store/demo.h"

#include "model/store/queries.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QFile>

namespace polder {

using namespace Qt::StringLiterals;

Result<bool> loadDemo(DatabaseConnection &connection, const Progress &progress) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction.ok()) {
        return transaction.error();
    }
    const auto sites = connection.query(namedQuery(u"site_count"_s));
    if (!sites.ok()) {
        return sites.error();
    }
    if (sites->number(0, 0) != 0) {
        return false;
    }
    const QDir folder(u":/sql/demo"_s);
    const QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (progress) {
            progress(files[i], static_cast<int>(i * 1000 / files.size()));
        }
        QFile file(folder.filePath(files[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            Error error;
            error.kind = Error::Kind::Internal;
            error.what = u"%1: %2"_s.arg(file.fileName(), file.errorString());
            return error;
        }
        if (const Status done = connection.run(file.readAll()); !done.ok()) {
            return done.error();
        }
    }
    if (const Status committed = transaction->commit(); !committed.ok()) {
        return committed.error();
    }
    return true;
}

Status generateEstate(DatabaseConnection &connection, qint64 racks, qint64 devices, qint64 seed,
                      const Progress &progress) {
    if (progress) {
        progress(u"halls and power"_s, 0);
        connection.onNotice([&progress](const QJsonObject &parcel) {
            const qint64 done = parcel[u"done"_s].toInteger();
            const qint64 count = std::max<qint64>(parcel[u"count"_s].toInteger(), 1);
            progress(u"%1 of %2 racks"_s.arg(done).arg(count), static_cast<int>(done * 1000 / count));
        });
    }
    const auto made =
        connection.query(namedQuery(u"generate_estate"_s),
                         {QByteArray::number(racks), QByteArray::number(devices), QByteArray::number(seed)});
    connection.onNotice({});
    if (!made.ok()) {
        return made.error();
    }
    return success();
}

} // namespace polder
