#include "model/engine/attention.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

/// What of all that a person may do with a request it waits for; the first that is offered says which.
constexpr std::array waitsFor{
    std::pair{Concern::Install, QStringView(u"install")}, std::pair{Concern::Decide, QStringView(u"hold")},
    std::pair{Concern::Decide, QStringView(u"review")},   std::pair{Concern::Endorse, QStringView(u"endorse")},
    std::pair{Concern::Remove, QStringView(u"remove")},   std::pair{Concern::Submit, QStringView(u"submit")},
};

std::optional<Concern> concernOf(const Request &request) {
    if (request.securityReview == u"open" && request.offers.contains(u"security_review")) {
        return Concern::Security;
    }
    for (const auto &[concern, intention] : waitsFor) {
        if (request.offers.contains(intention)) {
            return concern;
        }
    }
    return {};
}

void addRequests(const Snapshot &snapshot, std::vector<Attention> &all) {
    const Day soon = snapshot.today.plus(holdsAhead);
    for (const Request &request : snapshot.requests) {
        auto concern = concernOf(request);
        std::optional<Day> due = request.decisionDue;
        if (request.holdUntil && request.state == u"held") {
            due = request.holdUntil;
            if (*request.holdUntil <= soon && (concern || request.offers.contains(u"renew"))) {
                concern = Concern::HoldLapses;
            }
        } else if (concern == Concern::Install) {
            due = request.during.from;
        } else if (concern == Concern::Remove) {
            due = request.during.openEnded() ? std::nullopt : std::optional(request.during.until.plus(-1));
        } else if (concern == Concern::Submit) {
            due.reset();
        }
        if (concern) {
            all.push_back({*concern, due, request.id, {}, {}});
        }
    }
}

void addEnds(const Snapshot &snapshot, std::vector<Attention> &all) {
    const Day soon = snapshot.today.plus(endsAhead);
    for (const Placement &placement : snapshot.placements) {
        if (placement.state == u"installed" && placement.during.contains(snapshot.today) &&
            placement.during.until <= soon) {
            all.push_back({Concern::HostingEnds, placement.during.until.plus(-1), {}, placement.id, {}});
        }
    }
}

void addFindings(const Snapshot &snapshot, std::vector<Attention> &all) {
    for (const Finding &finding : snapshot.findings) {
        if (!finding.resolved && finding.during.until > snapshot.today) {
            all.push_back({Concern::Finding, {}, {}, finding.placement, finding.id});
        }
    }
}

} // namespace

std::vector<Attention> attentionOf(const Snapshot &snapshot) {
    std::vector<Attention> all;
    addRequests(snapshot, all);
    addEnds(snapshot, all);
    addFindings(snapshot, all);
    std::ranges::stable_sort(all, {}, [](const Attention &one) {
        return std::tuple{one.due.value_or(Day::never()), one.concern, one.request, one.placement, one.finding};
    });
    return all;
}

} // namespace polder
