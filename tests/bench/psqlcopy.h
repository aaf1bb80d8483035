#pragma once

#include <QString>

namespace polder::test {

/// The time that psql needs to COPY the rows of all tables of the snapshot out, in ms. Its own start is subtracted: a
/// second run that copies nothing.
[[nodiscard]] double psqlCopy(const QString &conninfo);

} // namespace polder::test
