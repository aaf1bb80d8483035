#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// What is on record as not being as it should: a finding, a warning, or a rule that is set aside.
struct FindingRow {
    enum class Kind {
        Violation,
        Warning,
        Contested,
        Unknown, ///< a limit, or what is there
        Audit,   ///< found by people
        SetAside
    };
    enum class State {
        Open,
        Coming, ///< holds later
        InForce,
        NotInForce, ///< a word that the rule wants is missing, or was taken back
        Resolved,
        Over
    };

    std::int64_t id = 0; ///< of the finding or the override, doubled; an override's is odd
    QString rule;
    Kind kind = Kind::Violation;
    State state = State::Open;
    SiteId site;
    QString siteName;
    QString place;   ///< rack, room or node
    QString about;   ///< equipment or request
    QString text;    ///< what was found, or why it is set aside
    QString figures; ///< "9.1 kW of 8 kW"
    QString words;   ///< of an override: whose word it wants, and whether all are given
    Period during;
    RequestId request; ///< the objects that it names, as far as it does
    EquipmentId equipment;
    RackId rack;
    RoomId room;
    NodeId node; ///< of the power chain

    [[nodiscard]] std::int64_t key() const { return id; }
    [[nodiscard]] bool past() const { return state == State::Resolved || state == State::Over; }
    bool operator==(const FindingRow &) const = default;
};

[[nodiscard]] QString kindText(FindingRow::Kind kind);
[[nodiscard]] QString stateText(FindingRow::State state);

/// Which of them one wants to see; what is not set admits all.
struct FindingFacets {
    enum class When {
        Now, ///< what is open, comes, or is set aside
        Past,
        All
    };

    QString rule = {};
    std::optional<FindingRow::Kind> kind = {};
    SiteId site = {};
    When when = When::Now;

    [[nodiscard]] bool admits(const FindingRow &row) const;
};

class FindingModel : public TableModel<FindingRow> {
    Q_OBJECT

public:
    explicit FindingModel(QObject *parent = nullptr);
};

} // namespace polder
