#pragma once

#include "elevation.h"
#include "views/parts/estatewatch.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QDateEdit;
class QLabel;
class QPushButton;
class QToolButton;

namespace polder {

class RackContentsModel;
class SearchTable;

/// One rack from the front and from behind on a day, and the list of what stands in it.
class RackPage : public FocusStart {
    Q_OBJECT

public:
    RackPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RackId rack);
    using QWidget::show;
    void showProposal(RackId rack, const Elevation::Ghost &ghost);
    [[nodiscard]] RackId rack() const { return m_rack; }

    /// What may be printed of it, as a PDF.
    enum class Paper {
        Elevation,
        RowElevations,
        Labels,
        WorkOrder ///< of a week from the day that is shown
    };
    [[nodiscard]] QByteArray paper(Paper kind) const;

private:
    void showSnapshot();
    void showFacts(const Rack &rack);
    void step(int by);
    void addPapers();
    void savePaper(Paper kind, const QString &name);

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    RackId m_rack;
    Elevation *m_elevation;
    RackContentsModel *m_contents;
    SearchTable *m_list;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_overrides; ///< rules set aside for what is shown
    QDateEdit *m_day;
    bool m_dayChosen = false; ///< else it follows today
    QToolButton *m_room;
    QPushButton *m_papers;
};

} // namespace polder
