#include "model/exchange/fileset.h"

#include <QDir>
#include <QSaveFile>

#include <memory>

namespace polder {

namespace {

constexpr qsizetype longestName = 80;

Error notWritten(const QSaveFile &file) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = u"%1: %2"_qs.arg(file.fileName(), file.errorString());
    error.data = {{u"file"_qs, file.fileName()}};
    return error;
}

} // namespace

Status writeTogether(const QString &folder, const std::vector<NamedFile> &files) {
    // What is not committed takes itself away again.
    std::vector<std::unique_ptr<QSaveFile>> open;
    for (const auto &[name, bytes] : files) {
        auto &file = *open.emplace_back(std::make_unique<QSaveFile>(QDir(folder).filePath(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
            return notWritten(file);
        }
    }
    for (const auto &file : open) {
        if (!file->commit()) {
            return notWritten(*file);
        }
    }
    return success();
}

QString fileNameOf(const QString &text, QStringList &taken) {
    QString name;
    for (const QChar sign : text) {
        name += sign.isLetterOrNumber() || sign == u'-' || sign == u'_' ? sign : u' ';
    }
    name = name.simplified().left(longestName).trimmed().replace(u' ', u'-');
    if (name.isEmpty()) {
        name = u"file"_qs;
    }
    QString one = name;
    for (int number = 2; taken.contains(one, Qt::CaseInsensitive); ++number) {
        one = name + u'-' + QString::number(number);
    }
    taken << one;
    return one;
}

} // namespace polder
