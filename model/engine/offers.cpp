#include "model/engine/offers.h"

#include <initializer_list>

namespace polder {

namespace {

using Names = std::initializer_list<const char16_t *>;

struct Step {
    const char16_t *intention;
    Names from;
    Names who;
};

const std::initializer_list<Step> steps{
    {u"amend_request",
     {u"draft", u"submitted", u"returned", u"endorsed", u"in review", u"waiting", u"held"},
     {u"requester"}},
    {u"submit", {u"draft", u"returned"}, {u"requester", u"coordinator"}},
    {u"endorse", {u"submitted"}, {u"sponsor", u"coordinator"}},
    {u"decline", {u"submitted"}, {u"sponsor", u"coordinator"}},
    {u"return_request", {u"submitted", u"endorsed", u"in review"}, {u"facility_manager", u"security_officer"}},
    {u"review", {u"endorsed"}, {u"facility_manager"}},
    {u"hold", {u"in review"}, {u"facility_manager"}},
    {u"wait_list", {u"in review"}, {u"facility_manager"}},
    {u"reject", {u"in review"}, {u"facility_manager"}},
    {u"renew", {u"held"}, {u"facility_manager"}},
    {u"deliver", {u"held"}, {u"technician"}},
    {u"install", {u"held", u"delivered"}, {u"technician", u"facility_manager"}},
    {u"extend", {u"installed"}, {u"requester", u"facility_manager"}},
    {u"decommission", {u"installed"}, {u"facility_manager"}},
    {u"remove", {u"decommissioning"}, {u"facility_manager"}},
    {u"withdraw",
     {u"draft", u"submitted", u"returned", u"endorsed", u"in review", u"waiting", u"held"},
     {u"requester"}},
};

bool among(const QString &name, Names names) {
    return std::ranges::any_of(names, [&](const char16_t *one) { return name == one; });
}

/// The home institution's offices look after its own requests, the host's after those for their data centre.
bool actsAs(const Request &request, const Snapshot &snapshot, QStringView role) {
    const Viewer &viewer = snapshot.viewer;
    if (role == u"requester") {
        return request.requester == viewer.person;
    }
    const bool home = role == u"sponsor" || role == u"coordinator";
    if (role == u"sponsor" && request.sponsor && request.sponsor != viewer.person) {
        return false;
    }
    return std::ranges::any_of(viewer.appointments, [&](const Viewer::Appointment &appointment) {
        if (appointment.role != role) {
            return false;
        }
        if (home) {
            return appointment.organisation == request.organisation;
        }
        const Site *wish = snapshot.sites.find(request.wishSite);
        return !wish || (appointment.organisation == wish->host && (!appointment.site || appointment.site == wish->id));
    });
}

} // namespace

std::vector<QString> offersFor(const Request &request, const Snapshot &snapshot) {
    // A hold over its date is over, whether or not anybody has put it away yet.
    if (request.state == u"held" && request.holdUntil && *request.holdUntil < snapshot.today) {
        return {};
    }
    std::vector<QString> offers;
    for (const Step &step : steps) {
        const bool may =
            std::ranges::any_of(step.who, [&](const char16_t *role) { return actsAs(request, snapshot, role); });
        if (may && among(request.state, step.from)) {
            offers.push_back(QString::fromUtf16(step.intention));
        }
    }
    return offers;
}

bool mayAsk(const Viewer &viewer) {
    return std::ranges::any_of(viewer.appointments, [](const Viewer::Appointment &appointment) {
        return among(appointment.role, {u"requester", u"coordinator"});
    });
}

} // namespace polder
