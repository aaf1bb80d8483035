#pragma once

#include "planrun.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include <QTimer>

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;

namespace polder {

class ChangeForm;
class Live;
class OutlookModel;
class ScenarioPanel;
class SearchTable;

/// What if: changes to a copy of the estate, two scenarios side by side, the first limit that each crosses, and what
/// each leaves free. A scenario becomes bookings in one transaction.
class PlannerPage : public Page {
    Q_OBJECT

public:
    PlannerPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    /// As if it were typed into the form and added; 0: to the first.
    void add(std::size_t scenario, const ScenarioChangeDraft &change);

protected:
    void fill() override;

private:
    void reckon();
    void showOutlook(const OutlookPtr &outlook);
    void showStopped();

    Live &m_live;
    ChangeForm *m_form;
    QPushButton *m_toFirst;
    QPushButton *m_toSecond;
    std::array<ScenarioPanel *, 2> m_panels;
    PlanRun *m_run;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_again;
    QTimer m_patience;
    QLabel *m_on;
    OutlookModel *m_outlook;
    SearchTable *m_outlookList;
};

} // namespace polder
