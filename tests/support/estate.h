#pragma once

#include "testcluster.h"

#include "model/store/connection.h"

namespace polder::test {

/// Opens a connection, or ends the test program with the reason.
[[nodiscard]] std::unique_ptr<DatabaseConnection> connectTo(const QString &conninfo);

/// Runs any statements, or ends the test program with the reason.
void runSql(const QString &conninfo, const QByteArray &sql);

/// The first field of the first row, as text; empty if there is none.
[[nodiscard]] QString valueOf(const QString &conninfo, const QByteArray &sql);

/// A new database with tests/support/smallestate.sql; the superuser's conninfo.
[[nodiscard]] QString smallEstate(TestCluster &cluster);

} // namespace polder::test
