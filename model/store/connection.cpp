#include "model/store/connection.h"

#include "model/store/errors.h"
#include "model/store/queries.h"

#include <libpq-fe.h>

#include <array>

namespace polder {

Rows::Rows(pg_result *result) : m_result(result) {
}

void Rows::Clear::operator()(pg_result *result) const {
    PQclear(result);
}

int Rows::count() const {
    return PQntuples(m_result.get());
}

int Rows::columns() const {
    return PQnfields(m_result.get());
}

QByteArrayView Rows::field(int row, int column) const {
    if (PQgetisnull(m_result.get(), row, column)) {
        return {};
    }
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

QString Rows::text(int row, int column) const {
    return QString::fromUtf8(field(row, column));
}

std::optional<std::int64_t> Rows::number(int row, int column) const {
    bool ok = false;
    const auto value = field(row, column).toByteArray().toLongLong(&ok);
    return ok ? std::optional<std::int64_t>(value) : std::nullopt;
}

Canceller::Canceller(pg_cancel *handle) : m_handle(handle, [](pg_cancel *h) { PQfreeCancel(h); }) {
}

void Canceller::cancel() const {
    std::array<char, 256> reason{};
    PQcancel(m_handle.get(), reason.data(), static_cast<int>(reason.size()));
}

void DatabaseConnection::Finish::operator()(pg_conn *handle) const {
    PQfinish(handle);
}

DatabaseConnection::DatabaseConnection(pg_conn *handle) : m_handle(handle) {
}

DatabaseConnection::~DatabaseConnection() = default;

namespace {

/// A slip in the text is the caller's, not the network's. A bare word is the name of a database and always sound.
std::optional<Error> unreadable(const QByteArray &conninfo) {
    if (!conninfo.contains('=') && !conninfo.contains("://")) {
        return std::nullopt;
    }
    char *trouble = nullptr;
    PQconninfoFree(PQconninfoParse(conninfo.constData(), &trouble));
    if (trouble == nullptr) {
        return std::nullopt;
    }
    const QString reason = QString::fromUtf8(trouble).trimmed();
    PQfreemem(trouble);
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = QStringLiteral("conninfo: %1").arg(reason);
    error.data = {{QStringLiteral("field"), QStringLiteral("conninfo")}};
    return error;
}

} // namespace

Result<std::unique_ptr<DatabaseConnection>> DatabaseConnection::open(const ConnectionSettings &settings) {
    const QByteArray conninfo = settings.conninfo.toUtf8();
    if (const auto trouble = unreadable(conninfo)) {
        return *trouble;
    }
    const QByteArray user = settings.user.toUtf8();
    // libpq takes the last value of a keyword: what comes before `dbname` (the conninfo) is our default, what comes
    // after it overrides. A pulled cable must be noticed within seconds, not after the kernel's fifteen minutes.
    std::vector<const char *> keywords{
        "connect_timeout",           "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
        "fallback_application_name", "dbname"};
    std::vector<const char *> values{"5", "5", "2", "3", "10000", "polder", conninfo.constData()};
    if (!user.isEmpty()) {
        keywords.push_back("user");
        values.push_back(user.constData());
    }
    keywords.insert(keywords.end(), {"client_encoding", nullptr});
    values.insert(values.end(), {"UTF8", nullptr});

    std::unique_ptr<DatabaseConnection> connection(
        new DatabaseConnection(PQconnectdbParams(keywords.data(), values.data(), 1)));
    pg_conn *handle = connection->m_handle.get();
    if (PQstatus(handle) != CONNECTION_OK) {
        return connectionError(handle);
    }
    // Notices are for psql, but for those that somebody asked for. What matters comes as an error or as a row.
    PQsetNoticeReceiver(
        handle,
        [](void *self, const pg_result *notice) {
            const auto &take = static_cast<DatabaseConnection *>(self)->m_takeNotice;
            if (const Error said = errorOf(notice); take && !said.data.isEmpty()) {
                take(said.data);
            }
        },
        connection.get());
    if (const Status ready = connection->run(namedQuery(QStringLiteral("session"))); !ready) {
        return ready.error();
    }
    connection->m_where = settings.where.isEmpty() ? QString::fromUtf8(PQhost(handle)) : settings.where;
    return connection;
}

Error DatabaseConnection::lastError() const {
    return connectionError(m_handle.get());
}

Result<Rows> DatabaseConnection::query(const QByteArray &sql, const Parameters &parameters, Format format) {
    std::vector<const char *> values;
    values.reserve(parameters.size());
    for (const auto &parameter : parameters) {
        values.push_back(parameter ? parameter->constData() : nullptr);
    }
    pg_result *result = PQexecParams(m_handle.get(), sql.constData(), static_cast<int>(values.size()), nullptr,
                                     values.data(), nullptr, nullptr, format == Format::Binary ? 1 : 0);
    Rows rows(result);
    switch (PQresultStatus(result)) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
        return rows;
    default:
        return alive() ? errorOf(result) : lastError();
    }
}

Status DatabaseConnection::run(const QByteArray &sql) {
    pg_result *result = PQexec(m_handle.get(), sql.constData());
    const Rows rows(result);
    switch (PQresultStatus(result)) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
        return success();
    default:
        return alive() ? errorOf(result) : lastError();
    }
}

Status DatabaseConnection::copyOut(const QByteArray &sql, const std::function<Status(QByteArrayView)> &take) {
    {
        pg_result *started = PQexec(m_handle.get(), sql.constData());
        const Rows rows(started);
        if (PQresultStatus(started) != PGRES_COPY_OUT) {
            return alive() ? errorOf(started) : lastError();
        }
    }
    // The stream is read to its end even after an error of ours: only then is the connection free again.
    Status status = success();
    char *message = nullptr;
    for (int size = 0; (size = PQgetCopyData(m_handle.get(), &message, 0)) > 0;) {
        const std::unique_ptr<char, void (*)(void *)> owned(message, PQfreemem);
        if (status) {
            status = take({message, size});
        }
    }
    while (pg_result *result = PQgetResult(m_handle.get())) {
        const Rows rows(result);
        if (status && PQresultStatus(result) != PGRES_COMMAND_OK) {
            status = alive() ? errorOf(result) : lastError();
        }
    }
    if (status && !alive()) {
        status = lastError();
    }
    return status;
}

void DatabaseConnection::onNotice(std::function<void(const QJsonObject &)> take) {
    m_takeNotice = std::move(take);
}

bool DatabaseConnection::alive() const {
    return PQstatus(m_handle.get()) == CONNECTION_OK;
}

bool DatabaseConnection::poll() {
    return PQconsumeInput(m_handle.get()) == 1 && alive();
}

std::vector<QString> DatabaseConnection::takeNotifications() {
    std::vector<QString> payloads;
    while (PGnotify *notification = PQnotifies(m_handle.get())) {
        payloads.push_back(QString::fromUtf8(notification->extra));
        PQfreemem(notification);
    }
    return payloads;
}

int DatabaseConnection::socket() const {
    return PQsocket(m_handle.get());
}

int DatabaseConnection::serverProcess() const {
    return PQbackendPID(m_handle.get());
}

Canceller DatabaseConnection::canceller() const {
    return Canceller(PQgetCancel(m_handle.get()));
}

} // namespace polder
