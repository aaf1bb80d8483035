#include "model/items/findingmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

std::vector<FindingModel::Column> columns() {
    return {
        {{FindingModel::tr("Rule")}, [](auto &row) { return row.rule; }},
        {{FindingModel::tr("Kind")}, [](auto &row) { return kindText(row.kind); }},
        {{FindingModel::tr("State")}, [](auto &row) { return stateText(row.state); }},
        {{FindingModel::tr("Place")}, [](auto &row) { return row.place; }},
        {{FindingModel::tr("Of")}, [](auto &row) { return row.about; }},
        {{FindingModel::tr("What")}, [](auto &row) { return row.text; }},
        {{FindingModel::tr("From")},
         [](auto &row) { return row.during.from == Day::always() ? QString() : Format().day(row.during.from); },
         [](auto &row) { return SortKey(std::int64_t{row.during.from.number}); }},
        {{FindingModel::tr("Last day")},
         [](auto &row) { return row.during.openEnded() ? QString() : Format().day(row.during.until.plus(-1)); },
         [](auto &row) { return SortKey(std::int64_t{row.during.until.number}); }},
        {{FindingModel::tr("Figures"),
          {},
          Qt::AlignLeft,
          FindingModel::tr("By the bookings as they are now, on its first day that is still to come")},
         [](auto &row) { return row.figures; }},
        {{FindingModel::tr("Data centre")}, [](auto &row) { return row.siteName; }},
    };
}

} // namespace

QString kindText(FindingRow::Kind kind) {
    switch (kind) {
    case FindingRow::Kind::Violation:
        return FindingModel::tr("finding");
    case FindingRow::Kind::Warning:
        return FindingModel::tr("warning");
    case FindingRow::Kind::Contested:
        return FindingModel::tr("contested");
    case FindingRow::Kind::Unknown:
        return FindingModel::tr("limit unknown");
    case FindingRow::Kind::Audit:
        return FindingModel::tr("audit");
    case FindingRow::Kind::SetAside:
        return FindingModel::tr("set aside");
    }
    return {};
}

QString stateText(FindingRow::State state) {
    switch (state) {
    case FindingRow::State::Open:
        return FindingModel::tr("open");
    case FindingRow::State::Coming:
        return FindingModel::tr("to come");
    case FindingRow::State::InForce:
        return FindingModel::tr("in force");
    case FindingRow::State::NotInForce:
        return FindingModel::tr("not in force");
    case FindingRow::State::Resolved:
        return FindingModel::tr("resolved");
    case FindingRow::State::Over:
        return FindingModel::tr("over");
    }
    return {};
}

bool FindingFacets::admits(const FindingRow &row) const {
    return (rule.isEmpty() || row.rule == rule) && (!kind || row.kind == *kind) && (!site || row.site == site) &&
           (when == When::All || row.past() == (when == When::Past));
}

FindingModel::FindingModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
