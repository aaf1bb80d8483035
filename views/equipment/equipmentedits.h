#pragma once

#include "equipmentfields.h"
#include "model/core/result.h"

#include <QJsonObject>
#include <QObject>

#include <unordered_map>
#include <vector>

namespace polder {

/// Cells of the table that were typed over, pasted or set together and are not in the record yet: what they become, and
/// what is wrong with them. They stay until they are saved or given up, whatever the record does meanwhile.
class EquipmentEdits : public QObject {
    Q_OBJECT

public:
    struct Cell {
        EquipmentId equipment;
        const EquipmentField *field = nullptr;
        QString text;     ///< as it was typed
        QJsonValue value; ///< what that means
        QJsonValue was;   ///< in the record when it was typed; undefined: not known here
        QString problem;  ///< why it cannot be saved; empty: it can
        QString remark;   ///< that somebody else changed it, and to what
    };
    struct Typed {
        EquipmentId equipment;
        const EquipmentField *field;
        QString text;
    };

    explicit EquipmentEdits(SnapshotPtr snapshot, QObject *parent = nullptr);

    /// What is typed as it is in the record is no edit.
    void set(const std::vector<Typed> &cells);
    void set(EquipmentId equipment, const EquipmentField &field, const QString &text) {
        set({Typed{equipment, &field, text}});
    }
    void drop(EquipmentId equipment, const EquipmentField &field);
    void clear();

    [[nodiscard]] const std::vector<Cell> &cells() const { return m_cells; }
    [[nodiscard]] const Cell *cell(EquipmentId equipment, const EquipmentField &field) const;
    /// How many cannot be saved.
    [[nodiscard]] int problems() const;
    [[nodiscard]] int devices() const;

    /// For api.amend_equipment; the same order until the next change.
    [[nodiscard]] QJsonObject arguments() const;
    /// What the record has against them, cell by cell. False: the refusal names none of them.
    bool takeFaults(const Error &error);
    /// The record is another: cells that it has now are edits no longer.
    void follow(const SnapshotPtr &snapshot);

Q_SIGNALS:
    void changed();

private:
    void notePlaces();
    void put(const Typed &typed);
    void judge();
    [[nodiscard]] std::vector<EquipmentId> order() const;

    SnapshotPtr m_snapshot;
    std::vector<Cell> m_cells;
    std::unordered_map<std::int64_t, std::size_t> m_places; ///< of each cell
};

} // namespace polder
