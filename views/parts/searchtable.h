#pragma once

#include "focusstart.h"
#include "model/items/filtersortmodel.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QMimeData;
class QTableView;

namespace polder {

/// A table of records: sorted by a click on a heading, searched by typing, its rows spoken of by key. What is chosen
/// stays chosen when the rows change.
class SearchTable : public FocusStart {
    Q_OBJECT

public:
    enum class Search {
        Field,
        None
    };

    /// `name` is what a screen reader calls the table. `rows` lives at least as long as the widget.
    SearchTable(RowTable *rows, const QString &name, Search search = Search::Field, QWidget *parent = nullptr);

    /// Stands in place of the table while there is no row.
    void setEmptyText(const QString &text);
    void choose(std::int64_t key);
    /// As if typed into the search field.
    void search(const QString &words);
    /// To what the cells hold now and to the width that there is; done by itself when the first rows come. What does
    /// not fit is elided, and columns at the end stay away until there is room or the heading's menu asks for them.
    void fitColumns();
    /// 0: none.
    [[nodiscard]] std::int64_t chosen() const;
    /// The chosen rows, all rows: as text and HTML, in the columns that are shown.
    [[nodiscard]] std::unique_ptr<QMimeData> copied() const;
    [[nodiscard]] std::unique_ptr<QMimeData> copiedAll() const;
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] FilterSortModel &model() { return m_model; }

Q_SIGNALS:
    void chosenChanged(qint64 key);
    void opened(qint64 key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class View;

    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] std::int64_t keyAt(const QModelIndex &index) const;
    void showEmptyText();
    void widenFor(const QModelIndex &from, const QModelIndex &to);
    void divideWidth();
    void offerColumns(const QPoint &where);
    [[nodiscard]] std::vector<int> columnsThatFit(int width) const;
    [[nodiscard]] bool isText(int column) const;
    [[nodiscard]] int wideOf(int column) const;

    FilterSortModel m_model;
    QLineEdit *m_search;
    QTableView *m_view;
    QLabel *m_empty;
    bool m_fitted = false;
    bool m_dividing = false;         ///< by us: not by the reader's hand
    bool m_ownWidths = false;        ///< the reader has moved a border
    std::vector<int> m_wide;         ///< what each column would like to have
    std::vector<int> m_least;        ///< and what it cannot do without
    std::map<int, bool> m_ownChoice; ///< columns that the reader wants, or does not
};

} // namespace polder
