#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include <QJsonArray>

namespace polder {

/// A booking that a change of the building would break.
struct BrokenRow {
    std::int64_t id = 0;
    QString place;
    QString rules;
    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const BrokenRow &) const = default;
};

class BrokenModel : public TableModel<BrokenRow> {
    Q_OBJECT

public:
    explicit BrokenModel(QObject *parent = nullptr);

    /// As a refusal lists them.
    void show(const QJsonArray &bookings);
};

} // namespace polder
