#pragma once

#include "model/core/snapshot.h"

#include <optional>
#include <vector>

namespace polder {

/// What waits for the viewer or comes to an end soon, in the order of urgency for the same day.
enum class Concern {
    HoldLapses,  ///< what is held goes back to all if nobody installs or renews it
    Decide,      ///< a place to be found, or a refusal with its reason
    Security,    ///< a review of the data centre's security officer, before which nothing is held
    Endorse,     ///< by the sponsor of the home institution
    Install,     ///< what is held or delivered
    Remove,      ///< what is on its way out
    Submit,      ///< one's own request, not yet sent or returned
    HostingEnds, ///< equipment that the viewer sees
    Finding      ///< the record says that something is not as it should be
};

/// One matter: a request, a booking or a finding, whichever is set.
struct Attention {
    Concern concern = Concern::Decide;
    std::optional<Day> due; ///< the day of the answer that is owed, or on which it ends; nullopt: there is no clock
    RequestId request;
    PlacementId placement;
    decltype(polder::Finding::id) finding;
};

/// How far ahead ends are looked for, in days.
inline constexpr int holdsAhead = 14;
inline constexpr int endsAhead = 60;

/// The most urgent first; what has no day comes last. Only what the record offers this viewer: what others have to do
/// is not in it.
[[nodiscard]] std::vector<Attention> attentionOf(const Snapshot &snapshot);

} // namespace polder
