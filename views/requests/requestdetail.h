#pragma once

#include "model/live/live.h"
#include "views/parts/estatewatch.h"

#include <QWidget>

class QLabel;

namespace polder {

class AnswerPanel;
class IntentionBar;
class Navigator;
class PapersPanel;
class SharedThere;

/// The request that is chosen: what is asked, where it stands and why, where its pieces have their places, what was
/// said of it, and what the viewer can do. A file that is dropped anywhere on it becomes one of its documents.
class RequestDetail : public QWidget {
    Q_OBJECT

public:
    RequestDetail(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    /// None: nothing is chosen.
    void show(RequestId request);
    using QWidget::show;
    /// Of the request before.
    void forgetAnswer();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void showNothing();
    void showFacts(const Request &request, const Snapshot &snapshot);
    void showPlaces(const Request &request, const Snapshot &snapshot);
    [[nodiscard]] QString quotaOf(const Request &request) const;
    void ask(const QString &intention, const QJsonObject &arguments);
    void install();

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    RequestId m_request;
    QLabel *m_number;
    QLabel *m_state;
    QLabel *m_detail;
    SharedThere *m_shared; ///< of its kind that is there already, while it is not decided
    QLabel *m_places;      ///< links to racks and rooms
    IntentionBar *m_intentions;
    AnswerPanel *m_answer;
    PapersPanel *m_papers;
};

} // namespace polder
