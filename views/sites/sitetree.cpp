#include "sitetree.h"

#include "model/core/placetext.h"

#include <QSignalBlocker>

#include <algorithm>
#include <map>

namespace polder {

namespace {

enum Kind {
    SiteItem = QTreeWidgetItem::UserType,
    RoomItem,
    RowItem,
    RackItem
};
constexpr int keyRole = Qt::UserRole;

int keyOf(const QTreeWidgetItem &item) {
    return item.data(0, keyRole).toInt();
}

/// The branch under `parent` with this key, made where there is none; `seen` collects what is still there.
class Merge {
public:
    explicit Merge(QTreeWidgetItem &root) { remember(root); }
    ~Merge() {
        // From the bottom up, so that no child outlives its branch in the map.
        for (auto it = m_gone.rbegin(); it != m_gone.rend(); ++it) {
            const std::unique_ptr<QTreeWidgetItem> last(it->second);
        }
    }
    Merge(const Merge &) = delete;
    Merge &operator=(const Merge &) = delete;

    QTreeWidgetItem *branch(QTreeWidgetItem *parent, Kind kind, int key, const QString &label) {
        const auto known = m_gone.find({kind, key});
        QTreeWidgetItem *item = nullptr;
        if (known != m_gone.end()) {
            item = known->second;
            m_gone.erase(known);
        } else {
            item = new QTreeWidgetItem(parent, kind);
            item->setData(0, keyRole, key);
        }
        if (item->text(0) != label) {
            item->setText(0, label);
        }
        m_present[{kind, key}] = item;
        return item;
    }
    [[nodiscard]] QTreeWidgetItem *present(Kind kind, int key) const {
        const auto it = m_present.find({kind, key});
        return it == m_present.end() ? nullptr : it->second;
    }

private:
    void remember(QTreeWidgetItem &parent) {
        for (int i = 0; i < parent.childCount(); ++i) {
            QTreeWidgetItem *child = parent.child(i);
            m_gone[{child->type(), keyOf(*child)}] = child;
            remember(*child);
        }
    }

    std::map<std::pair<int, int>, QTreeWidgetItem *> m_gone;
    std::map<std::pair<int, int>, QTreeWidgetItem *> m_present;
};

QTreeWidgetItem *itemOf(QTreeWidget &tree, Kind kind, int key) {
    for (QTreeWidgetItemIterator it(&tree); *it; ++it) {
        if ((*it)->type() == kind && keyOf(**it) == key) {
            return *it;
        }
    }
    return nullptr;
}

} // namespace

Holding holdingOf(const Snapshot &snapshot, const QString &words) {
    Holding holding;
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    // One letter is in every name.
    if (words.simplified().size() < 2) {
        return holding;
    }
    const auto named = [&wanted](const Equipment &equipment) {
        return std::ranges::all_of(wanted, [&equipment](const QString &word) {
            return equipment.name.startsWith(word, Qt::CaseInsensitive) ||
                   equipment.assetTag.startsWith(word, Qt::CaseInsensitive) ||
                   equipment.serial.startsWith(word, Qt::CaseInsensitive);
        });
    };
    for (const Placement &placement : snapshot.placements) {
        const Equipment *equipment = snapshot.equipment.find(placement.equipment);
        if (!equipment || placement.state == u"ended" || !placement.during.contains(snapshot.today) ||
            !named(*equipment)) {
            continue;
        }
        if (placement.room) {
            holding.rooms.insert(placement.room);
        } else if (const RackId rack = rackAround(snapshot, placement)) {
            holding.racks.insert(rack);
        }
    }
    return holding;
}

SiteTree::SiteTree(QWidget *parent) : QTreeWidget(parent) {
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAccessibleName(tr("Sites, rooms and racks"));
    setSelectionMode(ExtendedSelection);
    connect(this, &QTreeWidget::currentItemChanged, this, &SiteTree::tellRoom);
    connect(this, &QTreeWidget::itemSelectionChanged, this, &SiteTree::racksSelected);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (item->type() == RackItem) {
            Q_EMIT rackOpened({keyOf(*item)});
        }
    });
}

void SiteTree::show(const Snapshot &snapshot) {
    const bool first = topLevelItemCount() == 0;
    {
        Merge merge(*invisibleRootItem());
        for (const Site &site : snapshot.sites) {
            merge.branch(invisibleRootItem(), SiteItem, site.id.value, tr("%1  %2").arg(site.code, site.name));
        }
        for (const Room &room : snapshot.rooms) {
            if (auto *site = merge.present(SiteItem, room.site.value)) {
                merge.branch(site, RoomItem, room.id.value,
                             room.name.isEmpty() ? room.code : tr("%1  %2").arg(room.code, room.name));
            }
        }
        for (const Row &row : snapshot.rackRows) {
            if (auto *room = merge.present(RoomItem, row.room.value)) {
                merge.branch(room, RowItem, row.id.value, tr("Row %1").arg(row.code));
            }
        }
        for (const Rack &rack : snapshot.racks) {
            auto *row = merge.present(RowItem, rack.row.value);
            auto *parent = row ? row : merge.present(RoomItem, rack.room.value);
            if (parent) {
                const bool planned = rack.during.from > snapshot.today;
                merge.branch(parent, RackItem, rack.id.value, planned ? tr("%1  (planned)").arg(rack.code) : rack.code);
            }
        }
    }
    if (!m_words.isEmpty()) {
        setFilter(m_words.join(u' '), Holding(m_holds)); // what is new too
    }
    if (auto *now = currentItem(); now && selectedItems().isEmpty()) {
        now->setSelected(true); // what was chosen is gone
    }
    if (first && topLevelItemCount() > 0) {
        expandToDepth(0);
        setCurrentItem(topLevelItem(0)->child(0));
    }
}

void SiteTree::setFilter(const QString &words, const Holding &holds) {
    m_holds = holds;
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        filter(*topLevelItem(i), false);
    }
}

/// True: it is shown. `within`: something around it has the words.
bool SiteTree::filter(QTreeWidgetItem &item, bool within) {
    const bool own = holds(item) || std::ranges::all_of(m_words, [&item](const QString &word) {
                         return item.text(0).contains(word, Qt::CaseInsensitive);
                     });
    bool inside = false;
    for (int i = 0; i < item.childCount(); ++i) {
        inside |= filter(*item.child(i), within || own);
    }
    const bool shown = within || own || inside;
    item.setHidden(!shown);
    if (!m_words.isEmpty() && inside && !own) {
        item.setExpanded(true);
    }
    return shown;
}

bool SiteTree::holds(const QTreeWidgetItem &item) const {
    return (item.type() == RackItem && m_holds.racks.contains(RackId{keyOf(item)})) ||
           (item.type() == RoomItem && m_holds.rooms.contains(RoomId{keyOf(item)}));
}

void SiteTree::selectFirst() {
    QTreeWidgetItem *room = nullptr;
    for (QTreeWidgetItemIterator it(this, QTreeWidgetItemIterator::NotHidden); *it; ++it) {
        // Of a room that has it on its floor all racks are left: none of them is what was searched for.
        const bool within = room && (*it)->type() == RackItem && !holds(**it) && m_holds.racks.empty();
        if ((*it)->type() == RackItem && !within) {
            setCurrentItem(*it);
            scrollToItem(*it);
            return;
        }
        room = !room && (*it)->type() == RoomItem && holds(**it) ? *it : room;
    }
    if (room) {
        setCurrentItem(room);
        scrollToItem(room);
    }
}

void SiteTree::select(RoomId room) {
    if (auto *item = itemOf(*this, RoomItem, room.value)) {
        setCurrentItem(item);
    }
}

void SiteTree::select(RackId rack) {
    if (auto *item = itemOf(*this, RackItem, rack.value); item && racks() != std::vector{rack}) {
        setCurrentItem(item, 0, QItemSelectionModel::ClearAndSelect);
        scrollToItem(item);
    }
}

RoomId SiteTree::room() const {
    for (const QTreeWidgetItem *item = currentItem(); item; item = item->parent()) {
        if (item->type() == RoomItem) {
            return {keyOf(*item)};
        }
    }
    return {};
}

RackId SiteTree::rack() const {
    const QTreeWidgetItem *item = currentItem();
    return item && item->type() == RackItem ? RackId{keyOf(*item)} : RackId();
}

void SiteTree::select(const std::vector<RackId> &racks) {
    if (racks == this->racks() || racks.empty()) {
        return;
    }
    if (racks.size() == 1) {
        return select(racks.front());
    }
    const QSignalBlocker quiet(this);
    clearSelection();
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if ((*it)->type() == RackItem && std::ranges::binary_search(racks, RackId{keyOf(**it)})) {
            (*it)->setSelected(true);
        }
    }
}

std::vector<RackId> SiteTree::racks() const {
    std::vector<RackId> chosen;
    for (const QTreeWidgetItem *item : selectedItems()) {
        if (item->type() == RackItem) {
            chosen.push_back({keyOf(*item)});
        }
        for (int i = 0; item->type() == RowItem && i < item->childCount(); ++i) {
            chosen.push_back({keyOf(*item->child(i))});
        }
    }
    std::ranges::sort(chosen);
    const auto twice = std::ranges::unique(chosen);
    chosen.erase(twice.begin(), twice.end());
    return chosen;
}

void SiteTree::tellRoom() {
    if (const RoomId id = room(); id && id != m_told) {
        m_told = id;
        Q_EMIT roomSelected(id);
    }
}

} // namespace polder
