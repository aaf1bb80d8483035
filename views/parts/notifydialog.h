#pragma once

#include "model/items/recipientmodel.h"
#include "model/live/live.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class SearchTable;

/// Tells the owners of a maintenance: who they are, what each of them reads, and then, once it is wanted, the notices.
class NotifyDialog : public QDialog {
    Q_OBJECT

public:
    /// `outage`: node or cooling_unit, from, until, down, weakened, as api.notify_owners takes them.
    NotifyDialog(Live &live, const QJsonObject &outage, const QString &what, QWidget *parent = nullptr);

private:
    void take(const Result<QJsonObject> &answer);
    void showPreview();
    void notify();

    Live &m_live;
    QJsonObject m_outage;
    RecipientModel *m_recipients;
    SearchTable *m_list;
    QLabel *m_who;
    QPlainTextEdit *m_text;
    QLabel *m_preview;
    AnswerPanel *m_answer;
    QPushButton *m_notify;
};

} // namespace polder
