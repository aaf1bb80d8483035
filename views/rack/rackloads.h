#pragma once

#include <QStyledItemDelegate> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/engine/estate.h"
#include "model/items/tablemodel.h"

#include <optional>

namespace polder {

/// How much of one limit of a rack is used on a day: of a phase of a rack PDU, of what the rack may weigh or cool.
struct RackLoadRow {
    std::int64_t id = 0;
    QString name;
    QString load;
    QString limit;
    QString failing;             ///< under the worst single failure; empty: none shifts anything here
    std::optional<int> permille; ///< of the limit; nullopt: nobody has said it
    std::optional<int> failingPermille;

    [[nodiscard]] std::int64_t key() const { return id; }
    bool operator==(const RackLoadRow &) const = default;
};

[[nodiscard]] std::vector<RackLoadRow> rackLoadRows(const Estate &estate, RackId rack, Day day);

class RackLoadModel : public TableModel<RackLoadRow> {
    Q_OBJECT

public:
    static constexpr int barColumn = 1;

    explicit RackLoadModel(QObject *parent = nullptr);
};

/// The share as a bar up to the limit, hatched where little is left, with a tick for the worst failure; and the figure
/// beside it.
class LoadBarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LoadBarDelegate(const RackLoadModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const RackLoadModel &m_model;
};

} // namespace polder
