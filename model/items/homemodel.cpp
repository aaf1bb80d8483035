#include "model/items/homemodel.h"

#include "model/core/format.h"

#include <QLocale>

namespace polder {

namespace {

SortKey byDay(const std::optional<Day> &day) {
    return SortKey(std::int64_t{day.value_or(Day::never()).number});
}

template <typename Row>
typename TableModel<Row>::Column dayColumn(const QString &title, const QString &toolTip,
                                           std::optional<Day> Row::*member) {
    return {{title, {}, Qt::AlignLeft, toolTip},
            [member](const Row &row) { return row.*member ? Format().day(*(row.*member)) : QString(); },
            [member](const Row &row) { return byDay(row.*member); }};
}

template <typename Row>
typename TableModel<Row>::Column figure(const QString &title, const QString &toolTip, QString Row::*member) {
    return {{title, {}, Qt::AlignRight, toolTip}, [member](const Row &row) { return row.*member; }};
}

std::vector<ConcernModel::Column> concernColumns() {
    return {
        {{ConcernModel::tr("By")},
         [](auto &row) {
             return !row.due   ? QString()
                    : row.late ? ConcernModel::tr("%1 – late").arg(Format().day(*row.due))
                               : Format().day(*row.due);
         },
         [](auto &row) { return byDay(row.due); }},
        {{ConcernModel::tr("What")}, [](auto &row) { return row.what; }},
        {{ConcernModel::tr("Of")}, [](auto &row) { return row.object; }},
        {{ConcernModel::tr("More")}, [](auto &row) { return row.detail; }},
    };
}

std::vector<NoticeModel::Column> noticeColumns() {
    return {
        {{NoticeModel::tr("When")},
         [](auto &row) {
             const QString at = Format().day(Day::fromDate(row.at.toLocalTime().date()));
             return row.fresh ? NoticeModel::tr("new: %1").arg(at) : at;
         },
         [](auto &row) { return SortKey(-row.id); }},
        {{NoticeModel::tr("What")}, [](auto &row) { return row.what; }},
        {{NoticeModel::tr("Of")}, [](auto &row) { return row.object; }},
        {{NoticeModel::tr("By")}, [](auto &row) { return row.by; }},
        {{NoticeModel::tr("Text")}, [](auto &row) { return row.text; }},
    };
}

std::vector<UseModel::Column> useColumns() {
    return {
        {{UseModel::tr("Data centre")},
         [](auto &row) { return row.place; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{UseModel::tr("Institution")}, [](auto &row) { return row.institution; }},
        {{UseModel::tr("Of")}, [](auto &row) { return row.resource; }},
        {{UseModel::tr("Taken")},
         [](auto &row) {
             return row.permilleTaken < 0 ? UseModel::tr("limit unknown")
                                          : Format().percent(static_cast<int>(row.permilleTaken));
         },
         [](auto &row) { return SortKey(row.permilleTaken); }},
        figure<UseRow>(UseModel::tr("Free"), UseModel::tr("Of which some may be stranded"), &UseRow::free),
        figure<UseRow>(UseModel::tr("Stranded"), UseModel::tr("Free, but not for the usual requests"),
                       &UseRow::stranded),
        figure<UseRow>(UseModel::tr("Used"), UseModel::tr("Installed"), &UseRow::used),
        figure<UseRow>(UseModel::tr("Held"), UseModel::tr("Booked, not installed yet"), &UseRow::held),
        figure<UseRow>(UseModel::tr("Blocked"), UseModel::tr("Out of service"), &UseRow::blocked),
        figure<UseRow>(UseModel::tr("Total"), {}, &UseRow::total),
    };
}

std::vector<LimitModel::Column> limitColumns() {
    return {
        {{LimitModel::tr("Place")},
         [](auto &row) { return row.place; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{LimitModel::tr("Of")}, [](auto &row) { return row.resource; }},
        {{LimitModel::tr("Full on")},
         [](auto &row) {
             return row.first ? LimitModel::tr("%1 %2").arg(Format().day(*row.first), row.basis) : QString();
         },
         [](auto &row) { return byDay(row.first); }},
        {{LimitModel::tr("Now taken")}, [](auto &row) { return row.now; }},
        dayColumn<LimitRow>(LimitModel::tr("Full as booked"), LimitModel::tr("With every booking that begins or ends"),
                            &LimitRow::booked),
        dayColumn<LimitRow>(LimitModel::tr("With requests"), LimitModel::tr("And with what open requests ask for"),
                            &LimitRow::withQueue),
        {{LimitModel::tr("By the trend"),
          {},
          Qt::AlignLeft,
          LimitModel::tr("Of the past; the interval has 80 % of what may come")},
         [](auto &row) { return row.trendBand; },
         [](auto &row) { return byDay(row.trend); }},
    };
}

} // namespace

ConcernModel::ConcernModel(QObject *parent) : TableModel(concernColumns(), parent) {
}

NoticeModel::NoticeModel(QObject *parent) : TableModel(noticeColumns(), parent) {
}

UseModel::UseModel(QObject *parent) : TableModel(useColumns(), parent) {
}

LimitModel::LimitModel(QObject *parent) : TableModel(limitColumns(), parent) {
}

} // namespace polder
