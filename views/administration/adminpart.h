#pragma once

#include "adminmodel.h"
#include "views/parts/focusstart.h"

class QComboBox;
class QStackedWidget;
class QVBoxLayout;

namespace polder {

class SearchTable;

/// One subject of the page: what there is, and beside it what can be done, one form at a time.
class AdminPart : public FocusStart {
    Q_OBJECT

public:
    AdminPart(const QString &name, const QString &title, const QStringList &columns, QWidget *parent = nullptr);

    void addForm(const QString &title, QWidget *form);
    /// Below the table.
    void addBelow(QWidget *widget);
    void showRows(std::vector<AdminRow> rows);
    [[nodiscard]] SearchTable &table() { return *m_table; }

Q_SIGNALS:
    void chosen(qint64 key);

private:
    AdminModel *m_model;
    SearchTable *m_table;
    QVBoxLayout *m_left;
    QComboBox *m_what;
    QStackedWidget *m_forms;
};

} // namespace polder
