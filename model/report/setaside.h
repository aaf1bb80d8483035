#pragma once

#include "model/engine/levels.h"
#include "model/report/report.h"

#include <map>

// Rules that are set aside are said wherever the figure is shown that they are about.
namespace polder {

/// Of a node, for all that it carries on that day: each rule with the last day of it.
[[nodiscard]] Cell overrideCell(const Snapshot &snapshot, NodeId node, Day day);

/// Of each place and resource, also what is set aside for a node, a booking or a request within it.
class SetAside {
public:
    SetAside(const Estate &estate, Day day);

    [[nodiscard]] Cell of(const Place &place, Resource resource) const;

private:
    std::map<std::pair<Place, Resource>, QStringList> m_rules;
};

[[nodiscard]] ReportColumn overrideColumn();
[[nodiscard]] QString overrideDefinition();

} // namespace polder
