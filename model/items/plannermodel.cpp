#include "model/items/plannermodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

std::vector<ChangeModel::Column> changeColumns() {
    const auto number = [](const ChangeRow &row) { return SortKey(std::int64_t{row.number}); };
    return {
        {{ChangeModel::tr("No.")}, [](auto &row) { return Format().count(row.number); }, number},
        {{ChangeModel::tr("Change")}, [](auto &row) { return row.change; }},
        {{ChangeModel::tr("What comes of it")}, [](auto &row) { return row.outcome; }},
        {{ChangeModel::tr("From")}, [](auto &row) { return row.from; }, number},
    };
}

std::vector<NewPlaceModel::Column> newPlaceColumns() {
    return {
        {{NewPlaceModel::tr("Change")},
         [](auto &row) { return Format().count(row.change); },
         [](auto &row) { return SortKey(std::int64_t{row.number}); }},
        {{NewPlaceModel::tr("What")}, [](auto &row) { return row.what; }},
        {{NewPlaceModel::tr("Where")}, [](auto &row) { return row.where; }},
        {{NewPlaceModel::tr("Unit"), {}, Qt::AlignRight},
         [](auto &row) { return row.unit; },
         [](auto &row) { return SortKey(std::int64_t{row.huFrom}); }},
        {{NewPlaceModel::tr("From")},
         [](auto &row) { return Format().day(row.during.from); },
         [](auto &row) { return SortKey(std::int64_t{row.during.from.number}); }},
        {{NewPlaceModel::tr("Last day")},
         [](auto &row) { return row.during.openEnded() ? QString() : Format().day(row.during.until.plus(-1)); },
         [](auto &row) { return SortKey(std::int64_t{row.during.until.number}); }},
    };
}

std::vector<OutlookModel::Column> outlookColumns() {
    const auto order = [](const OutlookRow &row) { return SortKey(std::int64_t{row.number}); };
    const auto figure = [&order](const QString &title, QString OutlookRow::*member, const QString &toolTip = {}) {
        return OutlookModel::Column(
            {title, {}, Qt::AlignRight, toolTip}, [member](const OutlookRow &row) { return row.*member; }, order);
    };
    const QString stranded = OutlookModel::tr("Free, but not usable for want of something else");
    return {
        {{OutlookModel::tr("Where")}, [](auto &row) { return row.where; }, order},
        {{OutlookModel::tr("What")}, [](auto &row) { return row.what; }, order},
        figure(OutlookModel::tr("Free as it is"), &OutlookRow::now),
        figure(OutlookModel::tr("… after the first"), &OutlookRow::first),
        figure(OutlookModel::tr("… after the second"), &OutlookRow::second),
        figure(OutlookModel::tr("Second less first"), &OutlookRow::difference),
        figure(OutlookModel::tr("Stranded as it is"), &OutlookRow::strandedNow, stranded),
        figure(OutlookModel::tr("… by the first"), &OutlookRow::strandedFirst, stranded),
        figure(OutlookModel::tr("… by the second"), &OutlookRow::strandedSecond, stranded),
    };
}

} // namespace

ChangeModel::ChangeModel(QObject *parent) : TableModel(changeColumns(), parent) {
}

NewPlaceModel::NewPlaceModel(QObject *parent) : TableModel(newPlaceColumns(), parent) {
}

OutlookModel::OutlookModel(QObject *parent) : TableModel(outlookColumns(), parent) {
}

} // namespace polder
