#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace polder {

/// A piece of equipment with where it stands today, or will stand next.
struct EquipmentRow {
    EquipmentId id;
    QString name;
    QString model;
    QString owner;
    QString project;
    QString serial;
    QString assetTag;
    QString place; ///< SITE/ROOM/RACK or SITE/ROOM
    std::optional<double> unit;
    QString state; ///< of the placement; empty: not placed
    Period during;
    QString feeds; ///< that its cords hang on: "A, B"
    RackId rack;
    std::optional<int> budgetedWatts;
    std::optional<Mass> weight;
    QString site;
    QString kind;
    QString department; ///< its code
    QString sponsor;
    QString dataClass;
    bool shareable = false;
    std::optional<Day> warrantyUntil;
    std::optional<int> nameplateWatts, measuredWatts;
    std::optional<Day> measuredOn;
    Height height;

    [[nodiscard]] std::int64_t key() const { return id.value; }
    bool operator==(const EquipmentRow &) const = default;
};

/// A row as the table keeps it: copied, moved and compared without looking at a hundred thousand of them.
class EquipmentEntry {
public:
    explicit EquipmentEntry(std::shared_ptr<const EquipmentRow> row) : m_id(row->id), m_row(std::move(row)) {}

    [[nodiscard]] std::int64_t key() const { return m_id.value; }
    [[nodiscard]] const EquipmentRow &operator*() const { return *m_row; }
    [[nodiscard]] const EquipmentRow *operator->() const { return m_row.get(); }
    bool operator==(const EquipmentEntry &o) const { return m_row == o.m_row || *m_row == *o.m_row; }

private:
    EquipmentId m_id;
    std::shared_ptr<const EquipmentRow> m_row;
};

/// `before`: of an earlier state. What is as it was there is the same row still. On whatever thread.
[[nodiscard]] std::vector<EquipmentEntry> equipmentRows(const Snapshot &snapshot,
                                                        const std::vector<EquipmentEntry> &before = {});

class EquipmentModel : public TableModel<EquipmentEntry> {
    Q_OBJECT

public:
    /// In the order in which they stand; what is not shown can be asked for.
    enum ColumnIndex {
        Name,
        Model,
        Place,
        Unit,
        State,
        Until,
        Feeds,
        Budgeted,
        Weight,
        Owner,
        Project,
        Serial,
        AssetTag,
        Site,
        Kind,
        Department,
        Sponsor,
        DataClass,
        Shareable,
        Warranty,
        Nameplate,
        Measured,
        MeasuredOn,
        Tall,
    };

    explicit EquipmentModel(QObject *parent = nullptr);

    /// Cells of these columns may be typed over; what comes of it is the delegate's.
    void setEditable(std::vector<int> columns) { m_editable = std::move(columns); }
    [[nodiscard]] bool isEditable(int column) const {
        return std::ranges::find(m_editable, column) != m_editable.end();
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] const EquipmentRow &row(int row) const { return *TableModel::row(row); }
    void show(const Snapshot &snapshot) { replaceRows(equipmentRows(snapshot, rows())); }

private:
    std::vector<int> m_editable;
};

} // namespace polder
