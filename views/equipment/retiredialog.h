#pragma once

#include "leaving.h"
#include "model/live/live.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class SearchTable;

/// Devices leave on a day, all or none: what is in the way of which is listed before. Who does not manage the data
/// centre asks for it.
class RetireDialog : public QDialog {
    Q_OBJECT

public:
    RetireDialog(Live &live, std::vector<EquipmentId> chosen, bool asks, QWidget *parent = nullptr);

private:
    [[nodiscard]] Day day() const;
    void check();
    void commit();

    Live &m_live;
    std::vector<EquipmentId> m_chosen;
    LeavingModel *m_rows;
    SearchTable *m_table;
    QDateEdit *m_day;
    QLabel *m_certificateLabel;
    QLineEdit *m_certificate; ///< of wiping, where it is out at once
    QLabel *m_words;
    AnswerPanel *m_answer;
    QPushButton *m_retire;
    bool m_asks;
    bool m_done = false;
};

} // namespace polder
