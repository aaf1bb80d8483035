#pragma once

#include "model/core/result.h"

struct pg_conn;
struct pg_result;

namespace polder {

/// What kind of answer a SQLSTATE is; those of Polder itself are PL001 to PL009.
[[nodiscard]] Error::Kind errorKind(const QString &sqlstate);
/// The server's refusal. DETAIL goes into `data` if it is a JSON object, else into `detail`.
[[nodiscard]] Error errorOf(const pg_result *result);
/// The connection's last failure, without a statement's result.
[[nodiscard]] Error connectionError(const pg_conn *handle);
/// The same statement may succeed if it is simply tried again.
[[nodiscard]] bool worthReplaying(const Error &error);

} // namespace polder
