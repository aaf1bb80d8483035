#pragma once

#include "model/core/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace polder {

/// The desktop's command line.
struct Options {
    std::optional<QString> conninfo;       ///< --db; empty: libpq's own conventions
    std::optional<QString> embeddedFolder; ///< --embedded; empty: the user's data folder
    QString person;                        ///< --as
    QString language;                      ///< --language; empty: as the system is set
    QString screenshots;                   ///< folder; empty: none
    QString requestFile;                   ///< a .polder-request file to begin with
    QString keyring;                       ///< what the password is kept by there; empty: not there
    bool help = false;
    bool chosenBefore = false; ///< where the record is was said at an earlier start, not now
    bool demo = false;         ///< an invented estate, where the private database is empty
    bool remembers = false;    ///< how the window was left
    bool firstRun = false;     ///< nobody has said yet where the record is: ask

    /// --embedded, or nothing that names a server.
    [[nodiscard]] bool embedded() const;
    /// Where the record is, by an option or by libpq's variables.
    [[nodiscard]] bool saysWhere() const;
};

[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);
[[nodiscard]] QString usageText();

} // namespace polder
