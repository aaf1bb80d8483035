#pragma once

#include "model/store/connection.h"

namespace polder {

/// A transaction that is rolled back unless it was committed. The connection must outlive it.
class Transaction {
public:
    enum class Kind {
        Write,
        Snapshot, ///< read only, and everything as of one moment
    };
    [[nodiscard]] static Result<Transaction> begin(DatabaseConnection &connection, Kind kind);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    /// Deferred constraints and generations speak here: a failed commit is a refusal like any other.
    [[nodiscard]] Status commit();

private:
    explicit Transaction(DatabaseConnection &connection);

    DatabaseConnection *m_connection; ///< null: over
};

} // namespace polder
