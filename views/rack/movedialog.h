#pragma once

#include "views/parts/movecheck.h"

#include <QDialog>
#include <QJsonObject>

class QDateEdit;
class QPushButton;
class QRadioButton;

namespace polder {

class AnswerPanel;
class VerdictPanel;
struct Elsewhere;

/// From when what was carried stands where it was put down; then the record does all of it, or nothing and says why.
class MoveDialog : public QDialog {
    Q_OBJECT

public:
    MoveDialog(Live &live, EstateWatch &estates, std::vector<PlannedMove> moves, QWidget *parent = nullptr);

private:
    [[nodiscard]] Day day() const;
    [[nodiscard]] QString listed() const;
    [[nodiscard]] QJsonObject arguments() const;
    [[nodiscard]] std::optional<Elsewhere> elsewhere() const;
    void ask();
    void commit();

    Live &m_live;
    EstateWatch &m_estates;
    std::vector<PlannedMove> m_moves;
    MoveCheck *m_check;
    QRadioButton *m_now;
    QRadioButton *m_planned;
    QDateEdit *m_day;
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
    QPushButton *m_move;
};

} // namespace polder
