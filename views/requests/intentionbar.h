#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

/// One button for each intention that is worth offering for a request. What an intention needs to know (a reason, a
/// date, a serial number) is asked in a line below the buttons.
class IntentionBar : public QWidget {
    Q_OBJECT

public:
    explicit IntentionBar(QWidget *parent = nullptr);

    /// The same offers for the same request leave half-typed words alone.
    void show(const Request &request, const Snapshot &snapshot);
    void clear();

Q_SIGNALS:
    /// Arguments are complete, the request's number among them.
    void wanted(const QString &intention, const QJsonObject &arguments);
    /// These are pages of their own.
    void holdWanted();
    void amendWanted();

private:
    void offer(const QString &intention);
    void choose(const QString &intention);
    void showPrompt(const QString &intention);
    void fillPlaces(const Request &request, const Snapshot &snapshot);
    void confirm();

    RequestId m_id;
    QString m_number;
    QStringList m_offers;
    QString m_asked; ///< the intention whose line is open
    QHBoxLayout *m_buttons;
    QWidget *m_prompt;
    QLabel *m_question;
    QComboBox *m_place;
    QLineEdit *m_words;
    QLineEdit *m_moreWords;
    QDateEdit *m_day;
    QPushButton *m_confirm;
};

} // namespace polder
