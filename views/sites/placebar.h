#pragma once

#include "spotcheck.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace polder {

class AnswerPanel;
class FloorPlan;
class VerdictPanel;

/// Holds a place on the plan for a floor-standing item of a request: which one, whether it fits where it is, and hold.
class PlaceBar : public QWidget {
    Q_OBJECT

public:
    PlaceBar(Live &live, EstateWatch &estates, FloorPlan &plan, QWidget *parent = nullptr);

    /// The items that could be held now; hidden while there are none.
    void showSnapshot();

private:
    [[nodiscard]] const RequestItem *item() const;
    void begin();
    void judge();
    void showVerdict();
    void hold();

    Live &m_live;
    FloorPlan &m_plan;
    SpotCheck *m_check;
    QComboBox *m_items;
    QPushButton *m_place;
    QPushButton *m_hold;
    QPushButton *m_cancel;
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
};

} // namespace polder
