#pragma once

#include "equipmentedits.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

/// One field of all that are chosen, set to the same: shown among the edits before anything is saved.
class BulkBar : public QWidget {
    Q_OBJECT

public:
    /// `chosen`: the equipment of the rows that are chosen.
    BulkBar(EquipmentEdits &edits, std::function<std::vector<EquipmentId>()> chosen, QWidget *parent = nullptr);

    /// Other rows are chosen.
    void showChosen();

private:
    void preview();

    EquipmentEdits &m_edits;
    std::function<std::vector<EquipmentId>()> m_chosen;
    QLabel *m_words;
    QComboBox *m_field;
    QLineEdit *m_value;
    QPushButton *m_preview;
};

} // namespace polder
