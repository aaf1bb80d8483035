#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

struct FindingRow {
    Id<FindingTag> id;
    QString rule;
    QString place; ///< rack or data centre
    QString text;
    Period during;
    bool resolved = false;
    RackId rack;

    [[nodiscard]] std::int64_t key() const { return id.value; }
    bool operator==(const FindingRow &) const = default;
};

[[nodiscard]] std::vector<FindingRow> findingRows(const Snapshot &snapshot);

class FindingModel : public TableModel<FindingRow> {
    Q_OBJECT

public:
    explicit FindingModel(QObject *parent = nullptr);

    void show(const Snapshot &snapshot) { replaceRows(findingRows(snapshot)); }
};

} // namespace polder
