#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "equipmentedits.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace polder {

class AnswerPanel;
class Live;
class SearchTable;

/// One cell that becomes something else.
struct EditRow {
    std::int64_t number = 0;
    EquipmentId equipment;
    const EquipmentField *field = nullptr;
    QString device;
    QString title;
    QString from;
    QString to;
    QString remark;
    bool wrong = false;

    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const EditRow &) const = default;
};

class EditModel : public TableModel<EditRow> {
    Q_OBJECT

public:
    explicit EditModel(QObject *parent = nullptr);
};

/// What would be changed, from what to what, before it is; and what comes of saving it.
class ReviewPanel : public QFrame {
    Q_OBJECT

public:
    ReviewPanel(Live &live, EquipmentEdits &edits, QWidget *parent = nullptr);

    /// All of it or nothing; not while something of it is wrong.
    void save();
    /// Shown while there are edits; `notice` is of the last paste, what of it is nowhere.
    void tell(const QString &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The reader wants to see this cell.
    void wanted(polder::EquipmentId equipment, const polder::EquipmentField *field);

private:
    void showEdits();

    Live &m_live;
    EquipmentEdits &m_edits;
    QLabel *m_summary;
    QLabel *m_notice;
    EditModel *m_model;
    SearchTable *m_table;
    QPushButton *m_save;
    QPushButton *m_drop;
    QPushButton *m_discard;
    AnswerPanel *m_answer;
};

} // namespace polder
