#pragma once

#include "placesearch.h"

#include <QStringList>

namespace polder {

/// What a search found in one data centre.
struct SiteAnswer {
    SiteId site;
    QString code;
    int fitting = 0;       ///< racks with a place, or rooms
    int refused = 0;       ///< racks or rooms without
    QString commonestRule; ///< what most of the refused ones lack; empty if none was refused
    int lackingIt = 0;     ///< how many of them
};

/// Of every data centre in which was looked, in the order of the snapshot.
[[nodiscard]] std::vector<SiteAnswer> siteAnswers(const SearchResult &result, const Snapshot &snapshot);

/// "Racks in which it fits: 12 in LEIDEN · 0 in LUMC, because in 41 of 60: too little power when one side fails (P6)"
[[nodiscard]] QString summaryText(const std::vector<SiteAnswer> &answers);
/// "All together: 2 of 6 find a place: LEIDEN/DC1: A03 U9 U10, because in 118 of 118: no free units in a row (S1)"
[[nodiscard]] QString planText(const SearchResult &result, int count, const Snapshot &snapshot);
/// The same two of what was looked for, in racks or on floors: "Rooms in which it fits: 1 in LEIDEN · 0 in LUMC,
/// because in 2 of 2: no free floor with its clearance (S6)"
[[nodiscard]] QString foundText(const FoundPlaces &found, const Snapshot &snapshot);
[[nodiscard]] QString foundPlanText(const FoundPlaces &found, int count, const Snapshot &snapshot);
/// What the answer left out; empty if nothing.
[[nodiscard]] QString notCheckedText(const SearchResult &result);

/// A rule in a few words: "power when one side fails (P6)".
[[nodiscard]] QString ruleText(const QString &rule);

} // namespace polder
