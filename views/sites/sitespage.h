#pragma once

#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include <functional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSlider;

namespace polder {

class FloorPlan;
class Legend;
class PlaceBar;
class PlanDay;
class SiteTree;

/// Both data centres: the tree, and the plan of the chosen room on a day, with what the chosen layer tells of its
/// racks.
class SitesPage : public Page {
    Q_OBJECT

public:
    SitesPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RoomId room);
    using QWidget::show;
    /// A place on the floor of its room that can be adjusted and held there, on the day on which it would come.
    void offer(const ProposedSpot &spot);

    /// What may be printed of the room, as a PDF.
    enum class Paper {
        Plan,
        SitePreparation ///< of what is held on its floor
    };
    /// Draws it as it is now, on whatever thread.
    [[nodiscard]] std::function<QByteArray()> paper(Paper kind) const;

protected:
    void fill() override;

private:
    void addPapers();
    void showRoom();
    void showPlan();
    void showSummary();
    [[nodiscard]] Day day() const;
    [[nodiscard]] QWidget *searchedTree();
    [[nodiscard]] QWidget *timeLine();

    Live &m_live;
    EstateWatch &m_estates;
    SiteTree *m_tree;
    FloorPlan *m_plan;
    PlanDay *m_states;
    PlaceBar *m_placing;
    QComboBox *m_layer;
    Legend *m_legend;
    QDateEdit *m_day;
    QSlider *m_time;          ///< months from today
    bool m_dayChosen = false; ///< else it follows today
    QPushButton *m_papers;
    QLabel *m_title;
    QLabel *m_summary;
};

} // namespace polder
