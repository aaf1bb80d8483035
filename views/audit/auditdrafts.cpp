#include "auditdrafts.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace polder {

using namespace Qt::StringLiterals;

AuditDrafts::AuditDrafts()
    : m_path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/audits.json"_s) {
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly)) {
        m_all = QJsonDocument::fromJson(file.readAll()).object();
    }
}

AuditDraft AuditDrafts::of(const QString &rack, Day today) const {
    const QJsonObject kept = m_all[rack].toObject();
    AuditDraft draft;
    const QDate on = QDate::fromString(kept[u"on"_s].toString(), Qt::ISODate);
    draft.on = on.isValid() ? Day::fromDate(on) : today;
    for (const QJsonValue &tag : kept[u"tags"_s].toArray()) {
        draft.tags << tag.toString();
    }
    for (const QJsonValue &placement : kept[u"placements"_s].toArray()) {
        draft.pointed.insert(PlacementId{placement.toInt()});
    }
    return draft;
}

void AuditDrafts::keep(const QString &rack, const AuditDraft &draft) {
    if (draft.empty()) {
        m_all.remove(rack);
    } else {
        QJsonArray placements;
        for (const PlacementId placement : draft.pointed) {
            placements << placement.value;
        }
        m_all[rack] = QJsonObject{{u"on"_s, draft.on.toDate().toString(Qt::ISODate)},
                                  {u"tags"_s, QJsonArray::fromStringList(draft.tags)},
                                  {u"placements"_s, placements}};
    }
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(m_all).toJson(QJsonDocument::Compact);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_trouble = written ? QString() : file.errorString();
}

} // namespace polder
