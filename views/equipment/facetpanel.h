#pragma once

#include <QHash>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <vector>

class QStandardItemModel;
class QTreeView;

namespace polder {

class FilterSortModel;

/// What there is of each data centre, owner, model ...: how many of each the other facets and the search leave, and
/// those that were ticked alone are shown. Several of one facet: any of them.
class FacetPanel : public QWidget {
    Q_OBJECT

public:
    /// `columns` of the model's table are the facets.
    FacetPanel(FilterSortModel &model, std::vector<int> columns, QWidget *parent = nullptr);

    /// Column: the values that are ticked.
    [[nodiscard]] QJsonObject chosen() const;
    void choose(const QJsonObject &chosen);
    [[nodiscard]] bool any() const;

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Facet {
        int column = 0;
        QStringList chosen;
    };
    [[nodiscard]] bool accepts(int row) const;
    void apply();
    void count();
    void countSome();
    void countRow(int row);
    void showCounts();

    FilterSortModel &m_model;
    std::vector<Facet> m_facets;
    QStandardItemModel *m_items;
    QTreeView *m_view;
    QTimer m_later;    ///< after the last change
    QTimer m_counting; ///< runs until all rows are counted, between other events
    std::vector<QHash<QString, int>> m_counts;
    int m_nextRow = 0;
    bool m_stale = true; ///< nobody looks; counted when somebody does
    bool m_filling = false;
};

} // namespace polder
