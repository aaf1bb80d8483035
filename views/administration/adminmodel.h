#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include <QStringList>

namespace polder {

/// Something that an administrator looks after: a person, a room, a setting ...
struct AdminRow {
    std::int64_t id = 0;
    QStringList cells;

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const AdminRow &) const = default;
};

class AdminModel : public TableModel<AdminRow> {
    Q_OBJECT

public:
    explicit AdminModel(const QStringList &titles, QObject *parent = nullptr);
};

} // namespace polder
