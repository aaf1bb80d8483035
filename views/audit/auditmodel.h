#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

#include <map>
#include <set>

namespace polder {

/// Something that should stand in the rack, or that was scanned there.
struct AuditRow {
    enum class State {
        Waiting, ///< not scanned yet
        Found,
        Elsewhere, ///< scanned here, booked there
        Unknown    ///< no equipment that the viewer may see has this tag
    };

    std::int64_t id = 0; ///< a placement's; of what is not booked here, below 0
    State state = State::Waiting;
    PlacementId placement; ///< of what is booked here
    QString unit;
    int huFrom = 0;
    QString tag;
    QString name;
    QString owner;
    QString place; ///< where it is booked, if not here
    std::optional<Day> seen;
    bool pointed = false; ///< seen, and not by its tag

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const AuditRow &) const = default;
};

[[nodiscard]] QString stateText(AuditRow::State state);

/// What was seen in front of one rack, until it is on record.
struct AuditDraft {
    Day on;
    QStringList tags; ///< as they were read, in their order
    std::set<PlacementId> pointed;

    [[nodiscard]] bool empty() const { return tags.isEmpty() && pointed.empty(); }
};

/// `seen`: when what stands there was last seen.
[[nodiscard]] std::vector<AuditRow> auditRows(const Snapshot &snapshot, const Rack &rack, const AuditDraft &draft,
                                              const std::map<PlacementId, Day> &seen);

class AuditModel : public TableModel<AuditRow> {
    Q_OBJECT

public:
    explicit AuditModel(QObject *parent = nullptr);
};

} // namespace polder
