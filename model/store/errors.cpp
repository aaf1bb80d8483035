#include "model/store/errors.h"

#include <QHash>
#include <QJsonDocument>

#include <libpq-fe.h>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

QString field(const pg_result *result, int code) {
    return QString::fromUtf8(PQresultErrorField(result, code));
}

} // namespace

Error::Kind errorKind(const QString &sqlstate) {
    using Kind = Error::Kind;
    static const QHash<QString, Kind> exact{
        {u"PL001"_s, Kind::Refused},     {u"PL002"_s, Kind::NotAllowed},  {u"PL003"_s, Kind::Stale},
        {u"PL004"_s, Kind::Invalid},     {u"PL005"_s, Kind::NotFound},    {u"PL006"_s, Kind::Refused},
        {u"PL007"_s, Kind::Invalid},     {u"PL008"_s, Kind::Refused},     {u"PL009"_s, Kind::Refused},
        {u"42501"_s, Kind::NotAllowed},  {u"40001"_s, Kind::Stale},       {u"40P01"_s, Kind::Stale},
        {u"57014"_s, Kind::Cancelled},   {u"57P01"_s, Kind::Unavailable}, {u"57P02"_s, Kind::Unavailable},
        {u"57P03"_s, Kind::Unavailable}, {u"53300"_s, Kind::Unavailable}, {u"23P01"_s, Kind::Refused},
        {u"3D000"_s, Kind::Unavailable},
    };
    if (const auto it = exact.find(sqlstate); it != exact.end()) {
        return *it;
    }
    // Without a code it was not the server that spoke. 08: connection, 28: login, 22 and 23: values.
    static const QHash<QString, Kind> classes{
        {u""_s, Kind::Unavailable}, {u"08"_s, Kind::Unavailable}, {u"28"_s, Kind::Unavailable},
        {u"22"_s, Kind::Invalid},   {u"23"_s, Kind::Invalid},
    };
    return classes.value(sqlstate.left(2), Kind::Internal);
}

Error errorOf(const pg_result *result) {
    Error error;
    error.sqlstate = field(result, PG_DIAG_SQLSTATE);
    error.kind = errorKind(error.sqlstate);
    error.what = field(result, PG_DIAG_MESSAGE_PRIMARY);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    const QString detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    if (const auto json = QJsonDocument::fromJson(detail.toUtf8()); json.isObject()) {
        error.data = json.object();
    } else {
        error.detail = detail;
    }
    if (error.kind == Error::Kind::Internal) {
        // For the log: in which function of ours it happened.
        error.detail += u"\n"_s + field(result, PG_DIAG_CONTEXT);
    }
    return error;
}

Error connectionError(const pg_conn *handle) {
    return {.kind = Error::Kind::Unavailable,
            .sqlstate = {},
            .what = QString::fromUtf8(PQerrorMessage(handle)).trimmed(),
            .detail = {},
            .hint = {},
            .data = {}};
}

bool worthReplaying(const Error &error) {
    return error.sqlstate == u"40001"_s || error.sqlstate == u"40P01"_s;
}

} // namespace polder
