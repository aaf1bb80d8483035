#pragma once

#include "elevation.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include <functional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QToolButton;

namespace polder {

class HoldBar;
class MoveCheck;
class RackContentsModel;
class RackLoadModel;
class SearchTable;
class VerdictPanel;

/// One rack from the front and from behind on a day, or its row; and the list of what stands in it. What is carried in
/// the drawing is judged while it is, and moves when it is put down.
class RackPage : public Page {
    Q_OBJECT

public:
    RackPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RackId rack);
    using QWidget::show;
    void showProposal(RackId rack, const Elevation::Ghost &ghost);
    /// It can be adjusted and booked.
    void offer(const ProposedPlace &place);
    [[nodiscard]] RackId rack() const { return m_rack; }

    /// What may be printed of it, as a PDF.
    enum class Paper {
        Elevation,
        RowElevations,
        Labels,
        WorkOrder ///< of a week from the day that is shown
    };
    /// Draws it as it is now, on whatever thread.
    [[nodiscard]] std::function<QByteArray()> paper(Paper kind) const;

protected:
    void fill() override;

private:
    void showSnapshot();
    void followGhost();
    void offerHeldElsewhere();
    void showFacts(const Rack &rack);
    void showCapacity(const Rack &rack, const std::vector<RackCapacity> &all, Day day);
    [[nodiscard]] std::vector<const Rack *> rowOf(const Rack &rack, Day day) const;
    void showRacks(const Snapshot &snapshot, const Rack &rack, Day day);
    void judgeCarried();
    void showVerdict();
    void askWhen();
    void step(int by);
    void addPapers();

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    RackId m_rack;
    Elevation *m_elevation;
    RackContentsModel *m_contents;
    SearchTable *m_list;
    RackLoadModel *m_loads;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_overrides; ///< rules set aside for what is shown
    MoveCheck *m_check;
    VerdictPanel *m_verdict;
    HoldBar *m_holdBar;
    QPushButton *m_wholeRow;
    QComboBox *m_side; ///< of the row
    QDateEdit *m_day;
    bool m_dayChosen = false; ///< else it follows today
    QToolButton *m_room;
    QPushButton *m_papers;
};

} // namespace polder
