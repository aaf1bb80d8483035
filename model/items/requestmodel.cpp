#include "model/items/requestmodel.h"

#include "model/core/format.h"
#include "model/items/statetext.h"

#include <unordered_map>

namespace polder {

namespace {

using Column = RequestModel::Column;

Column day(const QString &title, std::optional<Day> RequestRow::*member) {
    return {{title},
            [member](auto &row) { return row.*member ? Format().day(*(row.*member)) : QString(); },
            [member](auto &row) { return row.*member ? SortKey(std::int64_t{(row.*member)->number}) : SortKey(); }};
}

std::vector<Column> columns() {
    return {
        {{RequestModel::tr("Number")}, [](auto &row) { return row.number; }},
        {{RequestModel::tr("State")}, [](auto &row) { return stateText(row.state); }},
        {{RequestModel::tr("Project")}, [](auto &row) { return row.project; }},
        {{RequestModel::tr("Owner")}, [](auto &row) { return row.organisation; }},
        {{RequestModel::tr("Pieces"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.count); },
         [](auto &row) { return SortKey(std::int64_t{row.count}); }},
        day(RequestModel::tr("Submitted"), &RequestRow::submittedOn),
        day(RequestModel::tr("Answer due"), &RequestRow::decisionDue),
        day(RequestModel::tr("Held until"), &RequestRow::holdUntil),
        {{RequestModel::tr("Period")},
         [](auto &row) { return Format().period(row.during); },
         [](auto &row) { return SortKey(std::int64_t{row.during.from.number}); }},
        {{RequestModel::tr("Requester")}, [](auto &row) { return row.requester; }},
    };
}

} // namespace

std::vector<RequestRow> requestRows(const Snapshot &snapshot) {
    std::unordered_map<RequestId, int> counts;
    for (const auto &item : snapshot.requestItems) {
        counts[item.request] += item.count;
    }
    std::vector<RequestRow> rows;
    rows.reserve(snapshot.requests.size());
    for (const auto &request : snapshot.requests) {
        const auto *organisation = snapshot.organisations.find(request.organisation);
        const auto *requester = snapshot.people.find(request.requester);
        const auto count = counts.find(request.id);
        rows.push_back({request.id, request.number, request.state, organisation ? organisation->code : QString(),
                        requester ? requester->name : QString(), request.project,
                        count == counts.end() ? 0 : count->second, request.during, request.submittedOn,
                        request.decisionDue, request.holdUntil});
    }
    return rows;
}

RequestModel::RequestModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
