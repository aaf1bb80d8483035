#pragma once

#include "model/core/ids.h"
#include "model/items/tablemodel.h"

namespace polder {

/// Somebody who is told of a maintenance.
struct RecipientRow {
    PersonId person;
    QString name; ///< empty: the viewer may not know it
    QString organisation;
    QString offices; ///< "sponsor, technical contact"
    QString email;
    std::vector<EquipmentId> down, weakened;

    [[nodiscard]] std::int64_t key() const { return person.value; }
    bool operator==(const RecipientRow &) const = default;
};

class RecipientModel : public TableModel<RecipientRow> {
    Q_OBJECT

public:
    explicit RecipientModel(QObject *parent = nullptr);
};

} // namespace polder
