#include "model/store/requestclocks.h"

#include "model/store/queries.h"
#include "model/store/transaction.h"

namespace polder {

Result<std::vector<RequestClock>> loadRequestClocks(DatabaseConnection &connection, const KnownAt &known) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Snapshot);
    if (!transaction) {
        return transaction.error();
    }
    const auto set =
        connection.query(namedQuery(QStringLiteral("as_known")), {QByteArray::number(qint64{known.generation})});
    if (!set) {
        return set.error();
    }
    const auto rows = connection.query(namedQuery(QStringLiteral("report/request_clock")));
    if (!rows) {
        return rows.error();
    }
    std::vector<RequestClock> clocks;
    for (int row = 0; row < rows->count(); ++row) {
        const QDate decided = QDate::fromString(rows->text(row, 1), Qt::ISODate);
        clocks.push_back({{static_cast<std::int32_t>(rows->number(row, 0).value_or(0))},
                          decided.isValid() ? std::optional(Day::fromDate(decided)) : std::nullopt,
                          rows->text(row, 2) == QLatin1String("t")});
    }
    return clocks;
}

} // namespace polder
