#pragma once

#include "model/core/connectionsettings.h"
#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct pg_conn;
struct pg_cancel;
struct pg_result;

namespace polder {

/// What a statement returned. A null field has a null view; text fields are UTF-8.
class Rows {
public:
    explicit Rows(pg_result *result);

    [[nodiscard]] int count() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QByteArrayView field(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] std::optional<std::int64_t> number(int row, int column) const;

private:
    struct Clear {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

/// Stops the statement that runs on a connection; may be used from any thread.
class Canceller {
public:
    explicit Canceller(pg_cancel *handle);
    void cancel() const;

private:
    std::shared_ptr<pg_cancel> m_handle;
};

/// One connection, used by one thread at a time. libpq directly: exact error fields (the refusals travel in DETAIL),
/// COPY in binary, `?` and slices in statements, and no driver to be found at run time.
class DatabaseConnection {
public:
    /// Blocks until the server has answered, or for `connect_timeout` (5 s unless the settings say otherwise).
    [[nodiscard]] static Result<std::unique_ptr<DatabaseConnection>> open(const ConnectionSettings &settings);
    ~DatabaseConnection();
    DatabaseConnection(const DatabaseConnection &) = delete;
    DatabaseConnection &operator=(const DatabaseConnection &) = delete;

    using Parameters = QList<std::optional<QByteArray>>;
    enum class Format {
        Text,
        Binary
    };

    /// One statement with parameters $1, $2 ... given as text.
    [[nodiscard]] Result<Rows> query(const QByteArray &sql, const Parameters &parameters = {},
                                     Format format = Format::Text);
    /// Any number of statements, without results: a migration file.
    [[nodiscard]] Status run(const QByteArray &sql);
    /// `copy (...) to stdout`: `take` gets the stream message by message, and may stop it with an error.
    [[nodiscard]] Status copyOut(const QByteArray &sql, const std::function<Status(QByteArrayView)> &take);

    /// Gets the DETAIL of each notice that carries one as JSON, while its statement runs; an empty function: nobody
    /// does.
    void onNotice(std::function<void(const QJsonObject &)> take);

    /// False once the server is gone; such a connection never comes back, open another one.
    [[nodiscard]] bool alive() const;
    /// Reads what the server sent unasked. False: the connection is lost.
    [[nodiscard]] bool poll();
    /// Payloads of the notifications read so far, oldest first.
    [[nodiscard]] std::vector<QString> takeNotifications();

    [[nodiscard]] int socket() const;
    [[nodiscard]] int serverProcess() const;
    [[nodiscard]] Canceller canceller() const;
    [[nodiscard]] QString where() const { return m_where; }

private:
    struct Finish {
        void operator()(pg_conn *handle) const;
    };
    explicit DatabaseConnection(pg_conn *handle);
    [[nodiscard]] Error lastError() const;

    std::unique_ptr<pg_conn, Finish> m_handle;
    QString m_where;
    std::function<void(const QJsonObject &)> m_takeNotice;
};

} // namespace polder
