#include "model/store/transaction.h"

#include "model/store/queries.h"

#include <utility>

namespace polder {

Transaction::Transaction(DatabaseConnection &connection) : m_connection(&connection) {
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {
}

Transaction::~Transaction() {
    if (m_connection) {
        // Fails only if the connection is lost, and then the server has rolled back already.
        (void)m_connection->run(namedQuery(QStringLiteral("transaction/rollback")));
    }
}

Result<Transaction> Transaction::begin(DatabaseConnection &connection, Kind kind) {
    const auto name =
        kind == Kind::Write ? QStringLiteral("transaction/begin") : QStringLiteral("transaction/begin_snapshot");
    if (const Status begun = connection.run(namedQuery(name)); !begun) {
        return begun.error();
    }
    return Transaction(connection);
}

Status Transaction::commit() {
    DatabaseConnection &connection = *std::exchange(m_connection, nullptr);
    return connection.run(namedQuery(QStringLiteral("transaction/commit")));
}

} // namespace polder
