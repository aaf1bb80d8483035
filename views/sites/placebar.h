#pragma once

#include "spotcheck.h"
#include "views/parts/proposedplace.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class FloorPlan;
class VerdictPanel;

/// Finds a place on the plan for what stands on the floor: which item of a request or which instrument that stands
/// here, whether it fits where it is now, and then hold it there or move it.
class PlaceBar : public QWidget {
    Q_OBJECT

public:
    PlaceBar(Live &live, EstateWatch &estates, FloorPlan &plan, QWidget *parent = nullptr);

    /// A place that was found, to be adjusted and held. The plan shows its room.
    void offer(const ProposedSpot &spot);
    /// What could be held now, and what stands in the room; hidden while there is neither.
    void showSnapshot();

private:
    /// One of the two is set.
    struct Choice {
        RequestItemId item;
        PlacementId placement;
        bool operator==(const Choice &) const = default;
    };
    void addItems(const Snapshot &snapshot);
    void addStanding(const Snapshot &snapshot);
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] std::optional<Wanted> wanted() const;
    void begin();
    void beginAt(const std::optional<FloorSpot> &spot);
    [[nodiscard]] int missing() const;
    void judge();
    void showVerdict();
    void settle();
    [[nodiscard]] QJsonObject place() const;
    void holdAll(const RequestItem &item);

    Live &m_live;
    FloorPlan &m_plan;
    std::vector<FloorSpot> m_beside; ///< of several pieces those that have their spot
    SpotCheck *m_check;
    QComboBox *m_items;
    std::vector<Choice> m_choices; ///< one for each entry
    QPushButton *m_place;
    QDateEdit *m_until; ///< the last day of a hold
    QLabel *m_untilWords;
    QPushButton *m_hold;
    QPushButton *m_cancel;
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
};

} // namespace polder
