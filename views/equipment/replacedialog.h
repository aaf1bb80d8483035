#pragma once

#include "model/core/snapshot.h"

#include <QDialog>

class QLabel;

namespace polder {

class IntentForm;
class Live;

/// Another device in the place and outlets of this one: its serial, and what is different. What is typed is checked
/// against what is known here while it is typed, and against the record when it is asked.
class ReplaceDialog : public QDialog {
    Q_OBJECT

public:
    ReplaceDialog(Live &live, const Equipment &equipment, const Placement &placement, QWidget *parent);

Q_SIGNALS:
    /// The new one.
    void replaced(polder::EquipmentId equipment);

private:
    void check();

    Live &m_live;
    EquipmentId m_equipment;
    IntentForm *m_form;
    QLabel *m_verdict;
};

/// Where it stands today; nullptr: nowhere, or it is not installed.
[[nodiscard]] const Placement *standsAt(EquipmentId equipment, const Snapshot &snapshot);

} // namespace polder
