#include "brokenmodel.h"

#include "model/items/ruletext.h"

#include <QStringList>

namespace polder {

using namespace Qt::StringLiterals;

BrokenModel::BrokenModel(QObject *parent)
    : TableModel({{{.title = tr("Booking")}, [](auto &row) { return row.place; }},
                  {{.title = tr("Breaks")}, [](auto &row) { return row.rules; }}},
                 parent) {
}

void BrokenModel::show(const QJsonArray &bookings) {
    std::vector<BrokenRow> rows;
    for (const QJsonValue &booking : bookings) {
        QStringList rules;
        for (const QJsonValue &rule : booking[u"rules"_s].toArray()) {
            rules << ruleTitle(rule.toString());
        }
        rows.push_back({std::ssize(rows) + 1, booking[u"where"_s].toString(), rules.join(u", "_s)});
    }
    replaceRows(std::move(rows));
}

} // namespace polder
