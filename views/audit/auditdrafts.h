#pragma once

#include "auditmodel.h"

#include <QJsonObject>

namespace polder {

/// Audits that are not on record yet, in a file of this computer: what was scanned while the server was away outlives
/// the window. `rack` is the rack's path, with the record that it is in.
class AuditDrafts {
public:
    AuditDrafts();

    [[nodiscard]] AuditDraft of(const QString &rack, Day today) const;
    /// An empty one is forgotten.
    void keep(const QString &rack, const AuditDraft &draft);
    /// Of the last write; empty: it is on disk.
    [[nodiscard]] QString trouble() const { return m_trouble; }

private:
    QString m_path;
    QJsonObject m_all;
    QString m_trouble;
};

} // namespace polder
