#pragma once

#include "model/live/live.h"
#include "views/parts/navigator.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace polder {

class IntentForm;

/// From an empty record to the first rack with a booking: what is done is ticked, and the next step has its form.
class FirstSteps : public QWidget {
    Q_OBJECT

public:
    enum class Step {
        Institution, ///< with the first person
        Site,
        Room,
        Power,
        Racks,
        Request,
        Endorse,
        Review,
        Hold,
        Done
    };

    FirstSteps(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    /// The first that is not done yet.
    [[nodiscard]] static Step stepOf(const Snapshot &snapshot);
    void show(const Snapshot &snapshot);
    using QWidget::show;

Q_SIGNALS:
    /// There is a first person now, as whom everything else is done.
    void founded(const QString &handle);

private:
    [[nodiscard]] QWidget *button(const QString &words, const QString &name, QPushButton *&made);

    Navigator &m_navigator;
    QLabel *m_steps;
    QStackedWidget *m_forms;
    IntentForm *m_room;
    IntentForm *m_power;
    IntentForm *m_racks;
    IntentForm *m_endorse;
    IntentForm *m_review;
    RequestId m_request;
    RequestItemId m_item;
    QString m_site;
    QString m_roomCode;
    QString m_number;
};

} // namespace polder
