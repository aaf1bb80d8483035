#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace polder {

/// Of a request: what it is for, who answers for it, who pays, how secret it is.
class PartiesForm : public QWidget {
    Q_OBJECT

public:
    explicit PartiesForm(QWidget *parent = nullptr);

    /// Whom and what may be chosen.
    void showSnapshot(const Snapshot &snapshot);
    /// As a request or its file says it; what the record does not know by this name is left to be chosen.
    void take(const QJsonObject &request, const Snapshot &snapshot);
    void addTo(QJsonObject &request) const;
    /// Named as one record names them; none: nobody.
    [[nodiscard]] PersonId sponsor() const;
    [[nodiscard]] QString project() const;

private:
    QLineEdit *m_project;
    QComboBox *m_department;
    QComboBox *m_sponsor;
    QLineEdit *m_costCentre;
    QComboBox *m_dataClass;
};

} // namespace polder
