#include "model/items/calendarmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

std::vector<BookingModel::Column> bookingColumns() {
    return {
        {{BookingModel::tr("Row")},
         [](auto &row) { return row.row; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{BookingModel::tr("What")}, [](auto &row) { return row.what; }},
        {{BookingModel::tr("State")}, [](auto &row) { return row.state; }},
        {{BookingModel::tr("From")},
         [](auto &row) { return row.during.from == Day::always() ? QString() : Format().day(row.during.from); },
         [](auto &row) { return SortKey(std::int64_t{row.during.from.number}); }},
        {{BookingModel::tr("Last day")},
         [](auto &row) { return row.during.openEnded() ? QString() : Format().day(row.during.until.plus(-1)); },
         [](auto &row) { return SortKey(std::int64_t{row.during.until.number}); }},
        {{BookingModel::tr("Held until")},
         [](auto &row) { return row.lapses ? Format().day(*row.lapses) : QString(); },
         [](auto &row) { return SortKey(std::int64_t{row.lapses.value_or(Day::never()).number}); }},
    };
}

std::vector<DueModel::Column> dueColumns() {
    return {
        {{DueModel::tr("Day")},
         [](auto &row) {
             return row.late ? DueModel::tr("%1 – late").arg(Format().day(row.day)) : Format().day(row.day);
         },
         [](auto &row) { return SortKey(std::int64_t{row.day.number}); }},
        {{DueModel::tr("What")}, [](auto &row) { return row.what; }},
        {{DueModel::tr("Of")}, [](auto &row) { return row.of; }},
    };
}

} // namespace

BookingModel::BookingModel(QObject *parent) : TableModel(bookingColumns(), parent) {
}

DueModel::DueModel(QObject *parent) : TableModel(dueColumns(), parent) {
}

} // namespace polder
