#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A place that a search found. The engine's answer as a row; the layers do not know each other, so who shows it
/// copies it.
struct ProposalRow {
    RackId rack;
    int rank = 0; ///< 1 is the best
    QString path; ///< SITE/ROOM/RACK
    double unit = 0;
    QString face;
    QString half;
    QString outlets; ///< "A:3, B:3"
    int total = 0;   ///< scores of 1000
    int space = 0;
    int low = 0;
    int phases = 0;
    int headroom = 0;
    int stranded = 0;
    int affinity = 0;
    int site = 0;
    int airflow = 0;

    [[nodiscard]] std::int64_t key() const { return rack.value; }
    bool operator==(const ProposalRow &) const = default;
};

class ProposalModel : public TableModel<ProposalRow> {
    Q_OBJECT

public:
    explicit ProposalModel(QObject *parent = nullptr);
};

/// A place on a floor that a search found.
struct FloorRow {
    int rank = 0; ///< 1 is the best
    QString room; ///< SITE/ROOM
    Length x, y;  ///< the middle of its footprint
    int orientationDegrees = 0;
    QString outlets;
    int total = 0; ///< scores of 1000
    int space = 0;
    int phases = 0;
    int headroom = 0;
    int affinity = 0;
    int site = 0;

    [[nodiscard]] std::int64_t key() const { return rank; }
    bool operator==(const FloorRow &) const = default;
};

class FloorProposalModel : public TableModel<FloorRow> {
    Q_OBJECT

public:
    explicit FloorProposalModel(QObject *parent = nullptr);
};

/// A room whose floor has no place, and why.
struct NoFloorRow {
    RoomId room;
    QString path;
    QString rules;
    QString reason;
    QString all;

    [[nodiscard]] std::int64_t key() const { return room.value; }
    bool operator==(const NoFloorRow &) const = default;
};

class NoFloorModel : public TableModel<NoFloorRow> {
    Q_OBJECT

public:
    explicit NoFloorModel(QObject *parent = nullptr);
};

/// A rack in which nothing was found, and why.
struct RefusalRow {
    RackId rack;
    QString path;
    QString rules;  ///< "P6, S1"
    QString reason; ///< the first of them as a sentence
    QString all;    ///< all of them, a line each

    [[nodiscard]] std::int64_t key() const { return rack.value; }
    bool operator==(const RefusalRow &) const = default;
};

class RefusalModel : public TableModel<RefusalRow> {
    Q_OBJECT

public:
    explicit RefusalModel(QObject *parent = nullptr);
};

} // namespace polder
