#pragma once

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
    /// At once: else a moment after the last change.
    void count();

Q_SIGNALS:
    void changed();

private:
    struct Facet {
        int column = 0;
        QStringList chosen;
    };
    [[nodiscard]] bool accepts(int row) const;
    void apply();

    FilterSortModel &m_model;
    std::vector<Facet> m_facets;
    QStandardItemModel *m_items;
    QTreeView *m_view;
    QTimer m_later;
    bool m_filling = false;
};

} // namespace polder
