#include "itemsform.h"

#include "itemform.h"
#include "requestjson.h"

#include "views/parts/theme.h"
#include "views/space/envelopeform.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallestList = 84;
constexpr int shortestList = 40; ///< letters may be large

QJsonObject newItem() {
    return {{u"count"_s, 1}, {u"height_u"_s, 1}};
}

} // namespace

ItemsForm::ItemsForm(Live &live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Remo&ve")))
    , m_item(new ItemForm)
    , m_envelope(new EnvelopeForm) {
    m_list->setObjectName(u"items"_s);
    m_list->setAccessibleName(tr("Items of the request"));
    m_list->setMaximumHeight(tallestList);
    m_list->setMinimumHeight(shortestList);
    m_remove->setObjectName(u"removeItem"_s);
    auto *another = new QPushButton(tr("&Add another"));
    another->setObjectName(u"addItem"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(another);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *what = new QVBoxLayout;
    what->setSpacing(theme::gap);
    what->addWidget(theme::heading(tr("Equipment")));
    what->addWidget(m_list);
    what->addLayout(buttons);
    what->addWidget(m_item);
    what->addStretch();
    auto *needs = new QVBoxLayout;
    needs->setSpacing(theme::gap);
    needs->addWidget(theme::heading(tr("Size and power of each")));
    needs->addWidget(m_envelope);
    needs->addStretch();
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins({});
    columns->setSpacing(2 * theme::margin);
    columns->addLayout(what);
    columns->addLayout(needs);

    connect(another, &QPushButton::clicked, this, &ItemsForm::add);
    connect(m_remove, &QPushButton::clicked, this, &ItemsForm::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &ItemsForm::showItem);
    connect(m_envelope, &EnvelopeForm::changed, this, &ItemsForm::keepItem);
    connect(m_item, &ItemForm::changed, this, &ItemsForm::keepItem);
    connect(m_item, &ItemForm::kindChosen, this, &ItemsForm::keepKind);
    connect(m_item, &ItemForm::modelChosen, this, &ItemsForm::takeModel);
}

void ItemsForm::showSnapshot() {
    m_item->showSnapshot(*m_live.snapshot());
}

void ItemsForm::take(const QJsonArray &items) {
    m_items.clear();
    for (const QJsonValue &item : items) {
        m_items.push_back(item.toObject());
    }
    if (m_items.empty()) {
        m_items.push_back(newItem());
    }
    nameItems();
    showItem(0);
}

QJsonArray ItemsForm::json() const {
    QJsonArray items;
    std::ranges::copy(m_items, std::back_inserter(items));
    return items;
}

std::vector<RequestItem> ItemsForm::items() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<RequestItem> items;
    for (const QJsonObject &item : m_items) {
        items.push_back(itemOf(item, *snapshot));
    }
    return items;
}

QStringList ItemsForm::labels() const {
    QStringList labels;
    for (const QJsonObject &item : m_items) {
        labels << label(item);
    }
    return labels;
}

int ItemsForm::current() const {
    return m_list->currentRow();
}

void ItemsForm::choose(int row) {
    m_list->setCurrentRow(row);
}

QString ItemsForm::trouble() const {
    for (int row = 0; row < std::ssize(m_items); ++row) {
        if (const QString trouble = ItemForm::troubleOf(m_items[row]); !trouble.isEmpty()) {
            return m_items.size() > 1 ? tr("%1. %2: %3").arg(row + 1).arg(label(m_items[row]), trouble) : trouble;
        }
    }
    return {};
}

void ItemsForm::add() {
    m_items.push_back(newItem());
    nameItems();
    m_list->setCurrentRow(static_cast<int>(std::ssize(m_items)) - 1);
}

void ItemsForm::removeCurrent() {
    const int row = current();
    if (!isItem(row) || m_items.size() == 1) {
        return;
    }
    m_items.erase(m_items.begin() + row);
    nameItems();
    showItem(std::min(row, static_cast<int>(std::ssize(m_items)) - 1));
}

void ItemsForm::showItem(int row) {
    if (!isItem(row)) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem item = itemOf(m_items[row], *snapshot);
    m_item->show(m_items[row], *snapshot);
    {
        const QSignalBlocker quiet(m_envelope);
        m_envelope->setItem(item, *snapshot); // with what its model says
    }
    m_shown = shown();
    m_list->setCurrentRow(row);
    Q_EMIT changed();
}

/// Only what was changed: the rest of the item may be what no field shows.
void ItemsForm::keepItem() {
    const int row = current();
    if (!isItem(row)) {
        return;
    }
    const QJsonObject now = shown();
    m_items[row] = polder::changed(m_items[row], changesOf(m_shown, now));
    m_shown = now;
    nameItems();
    Q_EMIT changed();
}

/// What does not belong to it goes, and what does is asked for.
void ItemsForm::keepKind() {
    const int row = current();
    if (!isItem(row)) {
        return;
    }
    m_items[row][u"kind"_s] = m_item->kind();
    m_envelope->setKind(m_item->kind());
    keepItem();
    showItem(row);
}

/// Its figures take the place of those that were there; without a model these stay as the item's own.
void ItemsForm::takeModel(ModelId id) {
    const int row = current();
    if (!isItem(row)) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    QJsonObject &item = m_items[row];
    if (const Model *model = snapshot->models.find(id)) {
        for (const QString &figure : itemFigures()) {
            item.remove(figure);
        }
        item[u"model"_s] = modelText(*model);
    } else {
        item.remove(u"model"_s);
        item = polder::changed(item, shown());
        if (m_item->kind() != u"rack") {
            item[u"kind"_s] = m_item->kind();
        }
    }
    nameItems();
    showItem(row);
}

void ItemsForm::nameItems() {
    const QSignalBlocker quiet(m_list);
    const int row = std::clamp(current(), 0, std::max(0, static_cast<int>(std::ssize(m_items)) - 1));
    m_list->clear();
    m_list->addItems(labels());
    m_list->setCurrentRow(row);
    m_remove->setEnabled(m_items.size() > 1);
}

QString ItemsForm::label(const QJsonObject &item) const {
    QString what = item[u"model"_s].toString(item[u"description"_s].toString());
    if (what.isEmpty()) {
        what = item.contains(u"height_u"_s)
                   ? tr("%1U, own figures").arg(QLocale().toString(item[u"height_u"_s].toDouble()))
                   : tr("own figures");
    }
    return tr("%1 × %2").arg(item[u"count"_s].toInt(1)).arg(what);
}

QJsonObject ItemsForm::shown() const {
    QJsonObject all = m_item->json();
    const QJsonObject sizes = m_envelope->json();
    for (auto it = sizes.begin(); it != sizes.end(); ++it) {
        all[it.key()] = *it;
    }
    return all;
}

bool ItemsForm::isItem(int row) const {
    return row >= 0 && row < std::ssize(m_items);
}

} // namespace polder
