#include "model/exchange/devicetypefiles.h"

#include "model/exchange/errors.h"
#include "model/exchange/yamlreader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

/// Only regular files: a named pipe of that name would be waited for without end.
QStringList yamlFilesIn(const QString &folder) {
    QStringList files;
    QDirIterator it(folder, {u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

std::variant<DeviceModel, Refusal> readFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Refusal{path, 0, u"cannot be read: %1"_s.arg(file.errorString())};
    auto model = parseDeviceType(file.read(largestYamlFile + 1)); // one byte more is enough to be refused
    if (!model)
        return Refusal{path, model.error().data["line"_L1].toInt(), model.error().what};
    return std::move(model).value();
}

/// Who said what about a model first.
class Seen {
public:
    /// The reason to refuse the second of two files that contradict each other.
    std::optional<QString> contradiction(const DeviceModel &model, const QString &path) {
        QStringList names = {u"model %1"_s.arg(model.model)};
        if (model.slug)
            names.append(u"slug %1"_s.arg(*model.slug));
        for (const QString &name : names) {
            const auto first = m_first.constFind({model.manufacturer, name});
            if (first != m_first.cend() && first->contentHash != model.contentHash)
                return u"%1 of %2 is described differently in %3"_s.arg(name, model.manufacturer, first->file);
        }
        for (const QString &name : names)
            m_first.insert({model.manufacturer, name}, {path, model.contentHash});
        return std::nullopt;
    }

private:
    struct First {
        QString file;
        QString contentHash;
    };
    QHash<std::pair<QString, QString>, First> m_first;
};

} // namespace

Result<int> readDeviceTypes(const QString &path, const std::function<void(DeviceTypeFile)> &sink,
                            std::stop_token stop) {
    const QFileInfo info(path);
    if (!info.isDir() && !info.isFile()) {
        return makeError(Error::Kind::Unavailable, u"%1 is not a file or folder."_s.arg(path));
    }
    const QStringList files = info.isDir() ? yamlFilesIn(path) : QStringList{path};
    if (files.isEmpty()) {
        return makeError(Error::Kind::NotFound, u"%1 contains no .yaml or .yml file."_s.arg(path));
    }
    Seen seen;
    int number = 0;
    for (const QString &file : files) {
        if (stop.stop_requested()) {
            return makeError(Error::Kind::Cancelled,
                             u"Reading was stopped after %1 of %2 files."_s.arg(number).arg(files.size()));
        }
        DeviceTypeFile read{file, ++number, static_cast<int>(files.size()), readFile(file)};
        if (const auto *model = std::get_if<DeviceModel>(&read.content)) {
            if (const auto reason = seen.contradiction(*model, file))
                read.content = Refusal{file, model->line, *reason};
        }
        sink(std::move(read));
    }
    return number;
}

} // namespace polder
