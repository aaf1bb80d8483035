#pragma once

#include "model/core/result.h"
#include "model/engine/levels.h"

namespace polder {

/// Of what a report is: everything, a data centre, a room, a row or a rack.
struct ReportScope {
    Place place;
    QString name;              ///< SITE, SITE/ROOM ..., or an institution; empty: everything
    std::vector<SiteId> sites; ///< of all, only those of one institution; empty: all

    [[nodiscard]] bool covers(const Place &other) const;
    [[nodiscard]] bool covers(const Estate &estate, RackId rack) const;
    /// Where it is; a node of a whole data centre is in none of its rooms.
    [[nodiscard]] bool covers(const Estate &estate, const Node &node) const;
};

/// That this one cannot be taken, and which can.
[[nodiscard]] Error invalidScope(const QString &name, const QString &allowed);

/// `SITE[/ROOM[/ROW or RACK]]`, the code of an institution for all of its data centres, or `institution` for all that
/// there are. What is a data centre and an institution is the data centre. NotFound: with the names that there are.
[[nodiscard]] Result<ReportScope> scopeNamed(const Estate &estate, const QString &name);

/// Without the racks, and what stands there, of data centres that the scope leaves out: so that what is told of all is
/// told of those that are left.
[[nodiscard]] SnapshotPtr withinSites(const Estate &estate, const ReportScope &scope);

/// Where it is on that day, down to its rack; what is in a chassis is where that stands.
[[nodiscard]] Place placeOf(const Estate &estate, const Placement &placement, Day day);

/// SITE/ROOM/ROW ...; empty: everything
[[nodiscard]] QString placePath(const Estate &estate, const Place &place);

} // namespace polder
