#pragma once

#include "model/items/equipmentmodel.h"
#include "model/live/live.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QLabel;
class QPushButton;

namespace polder {

class SearchTable;

/// Everything of which the viewer may know what it is, over all sites; what is chosen in detail beside it.
class EquipmentPage : public FocusStart {
    Q_OBJECT

public:
    EquipmentPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    void show(EquipmentId equipment);
    using QWidget::show;

private:
    void showSnapshot();
    void showDetail();

    Live &m_live;
    EquipmentModel *m_model;
    SearchTable *m_table;
    QLabel *m_name;
    QLabel *m_detail;
    QPushButton *m_openRack;
    QPushButton *m_openRequest;
};

} // namespace polder
