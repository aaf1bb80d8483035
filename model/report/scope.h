#pragma once

#include "model/core/result.h"
#include "model/engine/levels.h"

namespace polder {

/// Of what a report is: everything, a data centre, a room, a row or a rack.
struct ReportScope {
    Place place;
    QString name; ///< SITE, SITE/ROOM ...; empty: everything

    [[nodiscard]] bool covers(const Place &other) const;
    [[nodiscard]] bool covers(const Estate &estate, RackId rack) const;
    /// Where it is; a node of a whole data centre is in none of its rooms.
    [[nodiscard]] bool covers(const Estate &estate, const Node &node) const;
};

/// `SITE[/ROOM[/ROW or RACK]]` or `institution`. NotFound: with the names that there are.
[[nodiscard]] Result<ReportScope> scopeNamed(const Estate &estate, const QString &name);

/// Where it is on that day, down to its rack; what is in a chassis is where that stands.
[[nodiscard]] Place placeOf(const Estate &estate, const Placement &placement, Day day);

/// SITE/ROOM/ROW ...; empty: everything
[[nodiscard]] QString placePath(const Estate &estate, const Place &place);

} // namespace polder
