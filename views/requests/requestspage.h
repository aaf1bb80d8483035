#pragma once

#include "model/items/requestmodel.h"
#include "model/live/live.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace polder {

class AnswerPanel;
class IntentionBar;
class SearchTable;

/// The queue of requests, and the chosen one: what is asked, where it stands and why, and what the viewer can do.
class RequestsPage : public FocusStart {
    Q_OBJECT

public:
    RequestsPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    void show(RequestId request);
    using QWidget::show;
    /// Those in which this name stands.
    void showOf(const QString &person);
    [[nodiscard]] RequestId chosen() const;

private:
    void showSnapshot();
    void showDetail();
    void showPlaces(const Request &request, const Snapshot &snapshot);
    void findPlace();
    [[nodiscard]] QString doneText(const QString &intention, RequestId request) const;

    Live &m_live;
    Navigator &m_navigator;
    RequestModel *m_model;
    SearchTable *m_table;
    QPushButton *m_write;
    QLabel *m_number;
    QLabel *m_state;
    QLabel *m_detail;
    QLabel *m_places; ///< links to racks
    IntentionBar *m_intentions;
    AnswerPanel *m_answer;
};

} // namespace polder
