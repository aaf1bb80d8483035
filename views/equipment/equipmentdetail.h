#pragma once

#include "model/core/snapshot.h"
#include "views/parts/savepaper.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;

namespace polder {

struct EquipmentRow;
class Live;
class Navigator;
class PapersPanel;

/// What is known of the piece that is chosen, its papers, and where one goes from there. A file that is dropped
/// anywhere on it becomes one of its documents.
class EquipmentDetail : public QWidget {
    Q_OBJECT

public:
    EquipmentDetail(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    /// nullptr: nothing is chosen.
    void show(const EquipmentRow *row);
    using QWidget::show;
    void openRack();

Q_SIGNALS:
    void replaced(polder::EquipmentId equipment);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void showFacts();
    void openRequest();
    void replace();
    void giveLabel(GivePaper give);

    Live &m_live;
    Navigator &m_navigator;
    EquipmentId m_equipment;
    RackId m_rack;
    QList<std::pair<QString, QString>> m_facts;
    QJsonObject m_more; ///< what no snapshot has, once it was read
    QLabel *m_name;
    QLabel *m_detail;
    QPushButton *m_openRack;
    QPushButton *m_openRequest;
    QPushButton *m_replace;
    QPushButton *m_history;
    QPushButton *m_label;
    QPushButton *m_printLabel;
    PapersPanel *m_papers;
};

} // namespace polder
