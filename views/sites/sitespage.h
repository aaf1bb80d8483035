#pragma once

#include "views/parts/estatewatch.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QLabel;

namespace polder {

class FloorPlan;
class SiteTree;

/// Both data centres: the tree, and the plan of the chosen room.
class SitesPage : public FocusStart {
    Q_OBJECT

public:
    SitesPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RoomId room);
    using QWidget::show;

private:
    void showSnapshot();
    void showRoom();

    Live &m_live;
    EstateWatch &m_estates;
    SiteTree *m_tree;
    FloorPlan *m_plan;
    QLabel *m_title;
    QLabel *m_summary;
};

} // namespace polder
