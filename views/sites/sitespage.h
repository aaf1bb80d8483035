#pragma once

#include "views/parts/estatewatch.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QSlider;

namespace polder {

class FloorPlan;
class Legend;
class PlanDay;
class SiteTree;

/// Both data centres: the tree, and the plan of the chosen room on a day, with what the chosen layer tells of its
/// racks.
class SitesPage : public FocusStart {
    Q_OBJECT

public:
    SitesPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RoomId room);
    using QWidget::show;

private:
    void showSnapshot();
    void showRoom();
    void showPlan();
    void showSummary();
    [[nodiscard]] Day day() const;
    [[nodiscard]] QWidget *timeLine();

    Live &m_live;
    EstateWatch &m_estates;
    SiteTree *m_tree;
    FloorPlan *m_plan;
    PlanDay *m_states;
    QComboBox *m_layer;
    Legend *m_legend;
    QDateEdit *m_day;
    QSlider *m_time;          ///< months from today
    bool m_dayChosen = false; ///< else it follows today
    QLabel *m_title;
    QLabel *m_summary;
};

} // namespace polder
