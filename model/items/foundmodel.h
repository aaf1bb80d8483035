#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/items/findindex.h"

namespace polder {

struct FoundRow {
    Findable what;
    QString name;
    QString place;

    [[nodiscard]] std::int64_t key() const;
    bool operator==(const FoundRow &) const = default;
};

/// What answers to what is typed, best first.
class FoundModel : public TableModel<FoundRow> {
    Q_OBJECT

public:
    explicit FoundModel(QObject *parent = nullptr);
};

} // namespace polder
