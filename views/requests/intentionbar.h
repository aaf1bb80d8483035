#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class FlowLayout;

/// One button for each intention that is worth offering for a request. What an intention needs to know (a reason, a
/// date, one of its pieces) is asked in a line below the buttons, and stays there until the record has said yes.
class IntentionBar : public QWidget {
    Q_OBJECT

public:
    explicit IntentionBar(QWidget *parent = nullptr);

    /// What is half typed for this request stays, as long as that is still offered.
    void show(const Request &request, const Snapshot &snapshot);
    void clear();
    /// What was asked is done: its words are not wanted any more.
    void finish();

Q_SIGNALS:
    /// Arguments are complete, the request's number among them.
    void wanted(const QString &intention, const QJsonObject &arguments);
    /// These are pages of their own.
    void holdWanted();
    void amendWanted();
    void installWanted();

private:
    void offer(const QString &intention);
    void choose(const QString &intention);
    void showPrompt(const QString &intention);
    void showOffers();
    void clearButtons();
    void fillPieces(const Request &request, const Snapshot &snapshot);
    [[nodiscard]] static Day lastDayOf(const Request &request, const Snapshot &snapshot);
    void confirm();

    RequestId m_id;
    QString m_number;
    QStringList m_offers;
    QString m_asked; ///< the intention whose line is open
    Day m_holdUntil;
    Day m_lastDay; ///< of the hosting
    FlowLayout *m_buttons;
    QWidget *m_prompt;
    QLabel *m_question;
    QComboBox *m_piece;
    QComboBox *m_verdict;
    QLineEdit *m_words;
    QLineEdit *m_moreWords;
    QDateEdit *m_day;
    QPushButton *m_confirm;
};

} // namespace polder
