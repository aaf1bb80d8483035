#pragma once

#include "views/parts/movecheck.h"

#include <QDialog>
#include <QJsonObject>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class VerdictPanel;

/// Devices go to other racks on a day, all or none: for each its target, all checked together. Who does not manage the
/// data centre asks for it.
class ShiftDialog : public QDialog {
    Q_OBJECT

public:
    ShiftDialog(Live &live, EstateWatch &estates, const std::vector<EquipmentId> &chosen, bool asks,
                QWidget *parent = nullptr);

private:
    struct Target {
        PlacementId placement;
        Height height;
        QString face;
        QComboBox *rack;
        QDoubleSpinBox *unit;
    };
    void addRow(const Placement &stands, const Equipment &equipment, class QGridLayout &grid, int row);
    void fillRacks(QComboBox &box) const;
    void suggest(Target &target);
    [[nodiscard]] Day day() const;
    [[nodiscard]] std::vector<PlannedMove> moves() const;
    void ask();
    void showVerdict();
    void commit();

    Live &m_live;
    std::vector<Target> m_targets;
    MoveCheck *m_check;
    QDateEdit *m_day;
    QLabel *m_left; ///< what cannot be moved here
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
    QPushButton *m_move;
};

} // namespace polder
