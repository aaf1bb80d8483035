#include "facetpanel.h"

#include "model/core/format.h"
#include "model/items/filtersortmodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto moment = 200ms; ///< after the last key stroke: counting takes longer than a key stroke may
constexpr int valueRole = Qt::UserRole + 1;
constexpr int mostValues = 200; ///< of one facet that are shown: the largest, and those that are ticked

} // namespace

FacetPanel::FacetPanel(FilterSortModel &model, std::vector<int> columns, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_items(new QStandardItemModel(this))
    , m_view(new QTreeView) {
    for (const int column : columns) {
        m_facets.push_back({column, {}});
        auto *group = new QStandardItem(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        group->setEditable(false);
        group->setSelectable(true);
        m_items->appendRow(group);
    }
    m_view->setModel(m_items);
    m_view->setObjectName(u"facets"_s);
    m_view->setAccessibleName(tr("Show only"));
    m_view->setHeaderHidden(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setIndentation(14);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);

    connect(m_items, &QStandardItemModel::itemChanged, this, [this](QStandardItem *item) {
        if (!m_filling && item->parent()) {
            QStringList &chosen = m_facets[item->parent()->row()].chosen;
            const QString value = item->data(valueRole).toString();
            chosen.removeAll(value);
            if (item->checkState() == Qt::Checked) {
                chosen << value;
            }
            apply();
        }
    });
    m_later.setSingleShot(true);
    m_later.setInterval(moment);
    connect(&m_later, &QTimer::timeout, this, &FacetPanel::count);
    connect(&m_counting, &QTimer::timeout, this, &FacetPanel::countSome);
    const auto soon = [this] { m_later.start(); };
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&model, change, this, soon);
    }
    connect(&model, &QAbstractItemModel::dataChanged, this, soon);
    connect(&model, &QAbstractItemModel::layoutChanged, this, soon);
}

bool FacetPanel::any() const {
    return std::ranges::any_of(m_facets, [](const Facet &one) { return !one.chosen.isEmpty(); });
}

bool FacetPanel::accepts(int row) const {
    return std::ranges::all_of(m_facets, [&](const Facet &one) {
        return one.chosen.isEmpty() || one.chosen.contains(m_model.table()->text(row, one.column));
    });
}

void FacetPanel::apply() {
    m_model.setAccepts(any() ? std::function<bool(int)>([this](int row) { return accepts(row); }) : nullptr);
    count();
    Q_EMIT changed();
}

QJsonObject FacetPanel::chosen() const {
    QJsonObject all;
    for (const Facet &one : m_facets) {
        if (!one.chosen.isEmpty()) {
            all[QString::number(one.column)] = QJsonArray::fromStringList(one.chosen);
        }
    }
    return all;
}

void FacetPanel::choose(const QJsonObject &chosen) {
    for (Facet &one : m_facets) {
        one.chosen.clear();
        for (const QJsonValue &value : chosen[QString::number(one.column)].toArray()) {
            one.chosen << value.toString();
        }
    }
    apply();
}

/// What nobody sees is not counted.
void FacetPanel::count() {
    m_later.stop();
    m_counting.stop();
    m_stale = !isVisible();
    if (!m_stale) {
        m_counts.assign(m_facets.size(), {});
        m_nextRow = 0;
        countSome();
    }
}

void FacetPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_stale) {
        count();
    }
}

/// Of each facet the rows that the search and all the other facets leave; never for long.
void FacetPanel::countSome() {
    constexpr int some = 2000;
    const int rows = m_model.table()->rowCount();
    const int past = std::min(m_nextRow + some, rows);
    for (; m_nextRow < past; ++m_nextRow) {
        countRow(m_nextRow);
    }
    if (m_nextRow < rows) {
        m_counting.start();
    } else {
        m_counting.stop();
        showCounts();
    }
}

void FacetPanel::countRow(int row) {
    const RowTable *table = m_model.table();
    std::size_t failing = m_facets.size();
    int failures = 0;
    for (std::size_t i = 0; i < m_facets.size() && failures < 2; ++i) {
        const Facet &facet = m_facets[i];
        if (!facet.chosen.isEmpty() && !facet.chosen.contains(table->text(row, facet.column))) {
            failing = i;
            ++failures;
        }
    }
    if (failures > 1 || !m_model.hasWords(row)) {
        return;
    }
    for (std::size_t i = 0; i < m_facets.size(); ++i) {
        if (failures == 0 || failing == i) {
            ++m_counts[i][table->text(row, m_facets[i].column)];
        }
    }
}

void FacetPanel::showCounts() {
    std::vector<QHash<QString, int>> counts = std::exchange(m_counts, {});
    m_filling = true;
    const Format format;
    for (std::size_t i = 0; i < m_facets.size(); ++i) {
        QStandardItem *group = m_items->item(static_cast<int>(i));
        for (const QString &value : m_facets[i].chosen) { // ticked, though there is none at the moment
            counts[i].insert(value, counts[i].value(value));
        }
        std::vector<std::pair<QString, int>> values;
        for (auto it = counts[i].cbegin(); it != counts[i].cend(); ++it) {
            values.emplace_back(it.key(), it.value());
        }
        std::ranges::sort(values, [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        const bool none = group->rowCount() == 0;
        int place = 0;
        for (std::size_t n = 0; n < values.size(); ++n) {
            const auto &[value, number] = values[n];
            const bool ticked = m_facets[i].chosen.contains(value);
            if (n >= mostValues && !ticked) {
                continue;
            }
            QStandardItem *item = group->child(place);
            if (!item) {
                item = new QStandardItem;
                item->setCheckable(true);
                group->appendRow(item);
            }
            const QString words = tr("%1 (%2)").arg(value.isEmpty() ? tr("none") : value, format.count(number));
            item->setData(value, valueRole);
            item->setText(words);
            item->setToolTip(words);
            item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
            ++place;
        }
        group->removeRows(place, group->rowCount() - place);
        if (none && place > 0) {
            m_view->expand(group->index());
        }
    }
    m_filling = false;
}

} // namespace polder
