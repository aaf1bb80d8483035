#include "adminmodel.h"

namespace polder {

namespace {

std::vector<AdminModel::Column> columnsOf(const QStringList &titles) {
    std::vector<AdminModel::Column> columns;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        columns.push_back({{.title = titles[i]}, [i](const AdminRow &row) { return row.cells.value(i); }});
    }
    return columns;
}

} // namespace

AdminModel::AdminModel(const QStringList &titles, QObject *parent) : TableModel(columnsOf(titles), parent) {
}

} // namespace polder
