#pragma once

#include "views/parts/proposedplace.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class Elevation;
class EstateWatch;
class Live;
class MoveCheck;
class Navigator;
class VerdictPanel;
struct Elsewhere;
struct MoveVerdict;

/// Books the place that is outlined in an elevation: for which request, or with a request that is still to be written;
/// says all the time whether it fits there. What is held elsewhere is held here instead.
class HoldBar : public QWidget {
    Q_OBJECT

public:
    HoldBar(Live &live, EstateWatch &estates, Navigator &navigator, Elevation &elevation, QWidget *parent = nullptr);

    /// Its rack is shown already.
    void offer(const ProposedPlace &place);
    [[nodiscard]] bool offers() const { return m_place.has_value(); }
    /// For whom it can be held now.
    void showSnapshot();
    void confirm();

private:
    void follow();
    void judge();
    void showVerdict();
    void fillChoices(const Snapshot &snapshot);
    void cancel();
    [[nodiscard]] RequestItemId chosen() const;
    [[nodiscard]] Wanted wanted(const Snapshot &snapshot) const;
    [[nodiscard]] QString askedText() const;
    [[nodiscard]] QJsonObject holdArguments(const NearSpot &place) const;
    [[nodiscard]] QByteArray requestContent() const;

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    Elevation &m_elevation;
    MoveCheck *m_check;
    std::optional<ProposedPlace> m_place; ///< as the outline stands now
    bool m_wanted = false;                ///< confirmed before it was judged
    QLabel *m_asked;
    QComboBox *m_items;
    std::vector<RequestItemId> m_choices; ///< one for each entry; none: a request to be written
    QWidget *m_tools;
    QDateEdit *m_until; ///< the last day of the hold
    QLabel *m_untilWords;
    QPushButton *m_hold;
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
};

} // namespace polder
