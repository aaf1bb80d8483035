#include "model/items/recipientmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

std::vector<RecipientModel::Column> recipientColumns() {
    return {
        {{RecipientModel::tr("Who")},
         [](auto &row) { return row.name.isEmpty() ? RecipientModel::tr("a name that you do not see") : row.name; }},
        {{RecipientModel::tr("Institution")}, [](auto &row) { return row.organisation; }},
        {{RecipientModel::tr("As")}, [](auto &row) { return row.offices; }},
        {{RecipientModel::tr("Go down"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(std::ssize(row.down)); },
         [](auto &row) { return SortKey(std::int64_t{std::ssize(row.down)}); }},
        {{RecipientModel::tr("Lose a path"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(std::ssize(row.weakened)); },
         [](auto &row) { return SortKey(std::int64_t{std::ssize(row.weakened)}); }},
        {{RecipientModel::tr("Mail")}, [](auto &row) { return row.email; }},
    };
}

} // namespace

RecipientModel::RecipientModel(QObject *parent) : TableModel(recipientColumns(), parent) {
}

} // namespace polder
