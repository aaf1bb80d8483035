#pragma once

#include "model/items/equipmentmodel.h"
#include "model/live/live.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QToolButton;

namespace polder {

class BulkBar;
class EquipmentDetail;
class EquipmentEdits;
class FacetPanel;
class ReviewPanel;
class SearchTable;

/// Everything of which the viewer may know what it is, over all sites: searched, filtered by facets, put right in place
/// or many at once; what is chosen in detail beside it.
class EquipmentPage : public Page {
    Q_OBJECT

public:
    EquipmentPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    /// If its row is being read, as soon as it is there.
    void show(EquipmentId equipment);
    using QWidget::show;

protected:
    void fill() override;

private:
    using Rows = std::shared_ptr<std::vector<EquipmentEntry>>;

    void readNewest();
    void take(std::vector<EquipmentEntry> rows);
    void choose(EquipmentId equipment);
    void shift();
    void retire();
    void showActions();
    void arrange();
    void makeEditable();
    void showDetail();
    void showShown();
    void goOn(int step);
    void paste();
    void dropCell();
    void edit(EquipmentId equipment, int column);
    [[nodiscard]] std::vector<EquipmentId> chosen() const;
    [[nodiscard]] std::vector<int> shownColumns(int from = 0) const;

    Live &m_live;
    EquipmentModel *m_model;
    EquipmentEdits *m_edits;
    SearchTable *m_table;
    FacetPanel *m_facets;
    BulkBar *m_bulk;
    ReviewPanel *m_review;
    EquipmentDetail *m_detail;
    QLabel *m_shown; ///< how many of how many
    QToolButton *m_facetsButton;
    QToolButton *m_columnsButton;
    QToolButton *m_bulkButton;
    QToolButton *m_shiftButton;
    QToolButton *m_retireButton;
    EstateWatch &m_estates;
    std::weak_ptr<const Snapshot> m_read; ///< what the rows are of
    EquipmentId m_wanted;                 ///< to be shown, but has no row yet
    QTimer m_patience;                    ///< before it is said that it takes time
    bool m_reading = false;
    bool m_taking = false; ///< it is not the reader who chooses
};

} // namespace polder
