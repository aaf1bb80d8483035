#pragma once

#include "model/core/snapshot.h"

#include <QTreeWidget>

#include <set>

namespace polder {

/// Where equipment stands that was searched for.
struct Holding {
    std::set<RackId> racks;
    std::set<RoomId> rooms; ///< on whose floor
};

/// What is installed or held there and has a name, tag or serial that begins with these words.
[[nodiscard]] Holding holdingOf(const Snapshot &snapshot, const QString &words);

/// Sites, rooms, rows and racks. The accessible twin of the floor plan.
class SiteTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit SiteTree(QWidget *parent = nullptr);

    /// Merged by key: what is open, selected and scrolled to stays.
    void show(const Snapshot &snapshot);

    /// Only what has every word in its name, or in which there is what was searched for, with what it stands in
    /// and what stands in it; nothing: all.
    void setFilter(const QString &words, const Holding &holds = {});
    /// The first rack that is left, else the first room that has what was searched for.
    void selectFirst();

    void select(RoomId room);
    void select(RackId rack);
    [[nodiscard]] RoomId room() const;
    [[nodiscard]] RackId rack() const;
    void select(const std::vector<RackId> &racks);
    /// What is chosen, by id; of a row all that stand in it.
    [[nodiscard]] std::vector<RackId> racks() const;

Q_SIGNALS:
    void roomSelected(polder::RoomId room);
    void racksSelected();
    void rackOpened(polder::RackId rack);

private:
    void tellRoom();
    bool filter(QTreeWidgetItem &item, bool within);
    [[nodiscard]] bool holds(const QTreeWidgetItem &item) const;

    QStringList m_words;
    Holding m_holds;
    RoomId m_told; ///< the room that was told last
};

} // namespace polder
