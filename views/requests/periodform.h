#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace polder {

/// Of a request: when it is to stand there, and what is wished of the place.
class PeriodForm : public QWidget {
    Q_OBJECT

public:
    explicit PeriodForm(QWidget *parent = nullptr);

    /// The data centres; days that have gone by are not asked for by a new request.
    void showSnapshot(const Snapshot &snapshot, bool isNew);
    /// As a request or its file says it; without days five years from today.
    void take(const QJsonObject &request, const Snapshot &snapshot);
    void addTo(QJsonObject &request, const Snapshot &snapshot) const;

    [[nodiscard]] Period period() const;
    [[nodiscard]] SiteId site() const;
    [[nodiscard]] bool redundant() const;
    [[nodiscard]] QString together() const;
    [[nodiscard]] QString apart() const;

Q_SIGNALS:
    void changed();

private:
    QDateEdit *m_from;
    QDateEdit *m_until;
    QCheckBox *m_open;
    QComboBox *m_site;
    QCheckBox *m_redundant;
    QComboBox *m_together;
    QComboBox *m_apart;
};

} // namespace polder
