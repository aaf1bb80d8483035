#pragma once

#include "model/items/historymodel.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include <QJsonObject>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class Live;
class SearchTable;

/// Who changed what, when, as far as the viewer may see it; and what is different between two days: in what the record
/// knew then, or in what holds on them.
class HistoryPage : public Page {
    Q_OBJECT

public:
    HistoryPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

    /// All that ever happened to this one.
    void showOnly(EquipmentId equipment);

protected:
    void fill() override;

private:
    enum class Mode {
        Changes, ///< each one
        Known,   ///< what the record knew at the end of the last day, and did not before the first
        Standing ///< what holds on the last day, and does not on the first
    };
    [[nodiscard]] Mode mode() const;
    void fillPeople();
    void ask();
    void askMore();
    void take(const QJsonObject &answer);
    void showRows(std::vector<HistoryRow> rows);
    void showDetail();
    [[nodiscard]] const HistoryRow *chosen() const;
    void open(const HistoryRow &row);
    void limitToChosen();

    Live &m_live;
    Navigator &m_navigator;
    QComboBox *m_mode;
    QComboBox *m_kind;
    QComboBox *m_person;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QPushButton *m_only;
    QLabel *m_summary;
    HistoryModel *m_model;
    SearchTable *m_table;
    QPushButton *m_more;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_open;
    AnswerPanel *m_answer;
    QJsonObject m_question;
    QJsonObject m_after; ///< the last row that came: more begin behind it
    QString m_onlyTable; ///< of one thing; empty: of all
    int m_onlyId = 0;
    bool m_datesSet = false;
    int m_asked = 0; ///< an answer to an older question is thrown away
};

} // namespace polder
