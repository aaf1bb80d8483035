#pragma once

#include "planrun.h"
#include "views/parts/navigator.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class ChangeModel;
class Live;
class NewPlaceModel;
class SearchTable;
class ShortfallModel;

/// One of the scenarios: its changes, its file, the limits that it crosses, the places that it finds, and the way from
/// there to bookings.
class ScenarioPanel : public QWidget {
    Q_OBJECT

public:
    ScenarioPanel(Live &live, Navigator &navigator, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] ScenarioDraft draft() const;
    void add(const ScenarioChangeDraft &change);
    void setDraft(const ScenarioDraft &draft);
    /// What came of it; `outlook`: nullptr while it is being reckoned, or was stopped.
    void show(const OutlookPtr &outlook, std::size_t option);
    using QWidget::show;
    void openFile(const QString &path);
    void saveFile(const QString &path);

Q_SIGNALS:
    void changed();
    void copyWanted(); ///< of the other one

private:
    void showChanges();
    void remove();
    void promote();
    void openLimit(int number);
    void openPlace(qint64 number);

    Live &m_live;
    Navigator &m_navigator;
    QLineEdit *m_name;
    ChangeModel *m_changes;
    SearchTable *m_changeList;
    QLabel *m_first;
    ShortfallModel *m_limits;
    SearchTable *m_limitList;
    NewPlaceModel *m_places;
    SearchTable *m_placeList;
    QPushButton *m_remove;
    QPushButton *m_save;
    QPushButton *m_promote;
    AnswerPanel *m_answer;
    ScenarioDraft m_draft;
    OutlookPtr m_outlook;
    std::size_t m_option = 0;
    bool m_promoting = false;
};

} // namespace polder
