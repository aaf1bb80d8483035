#pragma once

#include "auditdrafts.h"
#include "auditmodel.h"
#include "model/live/live.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class SearchTable;

/// Walking along a rack with a scanner, which types a tag and Enter: what is found, booked elsewhere, unknown; what is
/// not seen by the end is missing. Nothing is on record before that end, and nothing scanned is lost before it is.
class AuditPage : public Page {
    Q_OBJECT

public:
    AuditPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    /// The rack that is looked at elsewhere, unless one is being walked along.
    void offer(RackId rack);
    [[nodiscard]] RackId rack() const { return m_rack; }

protected:
    void fill() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseRack(RackId rack);
    void fillRacks();
    void showRows();
    void showChosen();
    void askSeen();
    void take();
    void takeBack();
    void point();
    void finish();
    void keep();
    [[nodiscard]] QString draftName() const;
    [[nodiscard]] const AuditRow *chosen() const;

    Live &m_live;
    AuditDrafts m_drafts;
    AuditDraft m_draft;
    RackId m_rack;
    std::map<PlacementId, Day> m_seen;
    int m_asked = 0;
    QComboBox *m_racks;
    QLineEdit *m_scan;
    QLabel *m_last;
    QLabel *m_summary;
    AuditModel *m_model;
    SearchTable *m_table;
    QPushButton *m_point;
    QPushButton *m_back;
    QPushButton *m_open;
    QPushButton *m_finish;
    AnswerPanel *m_answer;
};

} // namespace polder
