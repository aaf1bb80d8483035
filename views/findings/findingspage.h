#pragma once

#include "model/items/findingmodel.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class SearchTable;

/// Everything on record that is not as it should be, and every rule that is set aside, as far as the viewer may see it;
/// from each the way to what it is about.
class FindingsPage : public Page {
    Q_OBJECT

public:
    FindingsPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

protected:
    void fill() override;

private:
    void showReady(std::vector<FindingRow> rows);
    void showChosenFacets();
    void fillFacets();
    void showDetail();
    [[nodiscard]] FindingFacets facets() const;
    [[nodiscard]] const FindingRow *chosen() const;
    void open(const FindingRow &row);
    void answerOverride(const QString &intention, const QString &doneText);

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    QComboBox *m_rule;
    QComboBox *m_kind;
    QComboBox *m_site;
    QComboBox *m_when;
    QDateEdit *m_day;
    QLabel *m_summary;
    FindingModel *m_model;
    SearchTable *m_table;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_openEquipment;
    QPushButton *m_openRack;
    QPushButton *m_openRequest;
    QPushButton *m_openNode;
    QPushButton *m_confirm;
    QPushButton *m_withdraw;
    AnswerPanel *m_answer;
    std::vector<FindingRow> m_rows; ///< all, whatever the facets say
    int m_asked = 0;                ///< an answer to an older question is thrown away
    bool m_dayChosen = false;
};

} // namespace polder
