#pragma once

#include <QString>

namespace polder {

/// Where the record is, in libpq's own terms, and as whom.
struct ConnectionSettings {
    QString conninfo; ///< keywords or URI; empty: service file, PG* variables, ~/.pgpass
    QString user;     ///< login role; empty: as `conninfo` says
    QString where;    ///< for people: "demo on this computer"; empty: the host's name
};

} // namespace polder
