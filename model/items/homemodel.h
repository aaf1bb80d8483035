#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

#include <QDateTime>

#include <array>

namespace polder {

/// Something that waits for the viewer, see attention.h.
struct ConcernRow {
    std::int64_t id = 0; ///< of the matter and its object together
    std::optional<Day> due;
    bool late = false; ///< it was due before today
    QString what;      ///< "Decide", "Hosting ends" ...
    QString object;
    QString detail;
    RequestId request; ///< the object, whichever it is; a finding may have neither
    EquipmentId equipment;
    RackId rack;

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const ConcernRow &) const = default;
};

class ConcernModel : public TableModel<ConcernRow> {
    Q_OBJECT

public:
    explicit ConcernModel(QObject *parent = nullptr);
};

/// Something that somebody else did, of which the viewer is told.
struct NoticeRow {
    std::int64_t id = 0;
    bool fresh = false; ///< not looked at yet
    QDateTime at;
    QString what;   ///< "endorsed", "a comment" ...
    QString object; ///< of which; empty: the viewer does not see it, or not any more
    QString by;     ///< who did it; empty: the record does not say
    QString text;   ///< of a comment
    RequestId request;
    EquipmentId equipment;

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const NoticeRow &) const = default;
};

class NoticeModel : public TableModel<NoticeRow> {
    Q_OBJECT

public:
    explicit NoticeModel(QObject *parent = nullptr);
};

/// What a data centre, or a line of an agreement, has of one resource. The figures are text as it is shown; the shares
/// are of its total.
struct UseRow {
    enum Share {
        Used,
        Held,
        Blocked,
        Stranded
    };

    int ordinal = 0;
    QString place;
    QString institution; ///< host, or guest of an agreement's line
    QString resource;
    QString used, held, blocked, stranded, free, total;
    std::int64_t permilleTaken = -1; ///< of the total; -1: there is none
    std::array<int, 4> shares{};     ///< of 1000, by Share; stranded is a part of what is free
    SiteId site;

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const UseRow &) const = default;
};

class UseModel : public TableModel<UseRow> {
    Q_OBJECT

public:
    explicit UseModel(QObject *parent = nullptr);
    static constexpr int shareColumn = 3; ///< a drawing says the shares, the text how much is taken
};

/// The day on which something is full.
struct LimitRow {
    int ordinal = 0;
    QString place;
    QString resource;
    QString now;              ///< "312 of 400"
    std::optional<Day> first; ///< the earliest of the days below
    QString basis;            ///< which one that is: "as booked", "with requests", "by the trend"
    std::optional<Day> booked;
    std::optional<Day> withQueue;
    std::optional<Day> trend;
    QString trendBand; ///< "Mar 2027 – Nov 2028"; empty: there is no trend

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const LimitRow &) const = default;
};

class LimitModel : public TableModel<LimitRow> {
    Q_OBJECT

public:
    explicit LimitModel(QObject *parent = nullptr);
};

} // namespace polder
