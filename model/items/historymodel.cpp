#include "model/items/historymodel.h"

#include "model/core/format.h"

#include <QLocale>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

std::vector<HistoryModel::Column> columns() {
    return {
        {{HistoryModel::tr("When")},
         [](auto &row) { return QLocale().toString(row.at.toLocalTime(), QLocale::ShortFormat); },
         [](auto &row) { return SortKey(row.generation * 1'000'000 - row.number); }},
        {{HistoryModel::tr("Who")}, [](auto &row) { return row.who; }},
        {{HistoryModel::tr("Did")}, [](auto &row) { return row.intention; }},
        {{HistoryModel::tr("Kind")}, [](auto &row) { return row.kind; }},
        {{HistoryModel::tr("Of")}, [](auto &row) { return row.what; }},
        {{HistoryModel::tr("Change")}, [](auto &row) { return row.done; }},
        {{HistoryModel::tr("Values")}, [](auto &row) { return row.summary(); }},
        {{HistoryModel::tr("Generation"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.generation); },
         [](auto &row) { return SortKey(row.generation); }},
    };
}

} // namespace

QString HistoryRow::summary() const {
    QStringList parts;
    for (const Value &value : values) {
        parts << (value.before.isEmpty()  ? HistoryModel::tr("%1: %2").arg(value.name, value.after)
                  : value.after.isEmpty() ? HistoryModel::tr("%1: no longer %2").arg(value.name, value.before)
                                          : HistoryModel::tr("%1: %2 → %3").arg(value.name, value.before, value.after));
    }
    return parts.join(u", "_s);
}

HistoryModel::HistoryModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
