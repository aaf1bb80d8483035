#include "shrink.h"

namespace polder::test {

namespace {

using Fails = std::function<bool(const Story &)>;

/// Leaves out rows that need not be there; true: some.
template <typename Row>
bool leaveOut(std::vector<Row> Plan::*part, Story &story, const Fails &fails) {
    bool less = false;
    for (std::size_t i = (story.start.*part).size(); i-- > 0;) {
        if ((story.start.*part)[i].gone) {
            continue;
        }
        (story.start.*part)[i].gone = true;
        if (fails(story)) {
            less = true;
        } else {
            (story.start.*part)[i].gone = false;
        }
    }
    return less;
}

bool leaveOutHistory(Story &story, const Fails &fails) {
    bool less = false;
    for (std::size_t i = story.history.size(); i-- > 0;) {
        Story candidate = story;
        candidate.history.erase(candidate.history.begin() + static_cast<std::ptrdiff_t>(i));
        if (fails(candidate)) {
            story = std::move(candidate);
            less = true;
        }
    }
    return less;
}

/// What makes a device plainer.
const std::vector<std::function<void(Device &)>> &simplifications() {
    static const std::vector<std::function<void(Device &)>> all{
        [](Device &d) { d.model = 0; },
        [](Device &d) { d.system = 0; },
        [](Device &d) { d.request = 0; },
        [](Device &d) { d.replaces = 0; },
        [](Device &d) { d.accessoryG = 0; },
        [](Device &d) { d.widthMm.reset(); },
        [](Device &d) { d.bodyHeightMm.reset(); },
        [](Device &d) { d.orientationDegrees = 0; },
        [](Device &d) { d.airflow.clear(); },
        [](Device &d) { d.plug.clear(); },
        [](Device &d) { d.inletMinMc.reset(); },
        [](Device &d) { d.inletMaxMc.reset(); },
        [](Device &d) { d.driftMkPerH.reset(); },
        [](Device &d) { d.dataClass = u"laag"_qs; },
        [](Device &d) { d.medical = false; },
        [](Device &d) { d.personalData = false; },
        [](Device &d) { d.availabilityClass.reset(); },
        [](Device &d) { d.owner = 1; },
        [](Device &d) { d.ports = d.managementPorts = 0; },
        [](Device &d) { d.weightG = 1; },
        [](Device &d) { d.budgetedW = 0; },
        [](Device &d) { d.nameplateW.reset(); },
        [](Device &d) { d.powerFactorPermille = 1000; },
        [](Device &d) { d.heightHalfUnits = 2; },
        [](Device &d) { d.outlets.resize(std::min<std::size_t>(d.outlets.size(), 1)); },
        [](Device &d) { d.outlets.clear(); },
        [](Device &d) { d.holdUntil.reset(); },
        [](Device &d) { d.during.until = Day::never(); },
    };
    return all;
}

/// Devices of the start, and those that the last operation touches.
void simplify(Story &story, const Fails &fails) {
    for (const auto &simpler : simplifications()) {
        for (std::size_t i = 0; i < story.start.devices.size(); ++i) {
            Story candidate = story;
            simpler(candidate.start.devices[i]);
            if (!(candidate.start.devices[i] == story.start.devices[i]) && fails(candidate)) {
                story = std::move(candidate);
            }
        }
        Plan before = story.start;
        for (const auto &operation : story.history) {
            operation.change(before);
        }
        for (const int id : changedDevices(before, story.last.after(before))) {
            Story candidate = story;
            candidate.last.change = [id, simpler, change = story.last.change](Plan &plan) {
                change(plan);
                simpler(plan.devices[id - 1]);
            };
            if (fails(candidate)) {
                story = std::move(candidate);
            }
        }
    }
}

} // namespace

QString Story::text() const {
    QString text = QString::fromUtf8(start.sql());
    Plan plan = start;
    const auto tell = [&](const Operation &operation) {
        Plan next = operation.after(plan);
        text += u"-- %1\n"_qs.arg(operation.name) + QString::fromUtf8(changes(plan, next));
        plan = std::move(next);
    };
    for (const Operation &operation : history) {
        tell(operation);
    }
    tell(last);
    return text;
}

Story smallest(Story story, const Fails &fails) {
    // Perhaps it does not matter how it came to this.
    Story direct = story;
    for (const auto &operation : direct.history) {
        operation.change(direct.start);
    }
    direct.history.clear();
    for (Device &device : direct.start.devices) {
        device.inherited = true; // with less around it, it might not be let in again
    }
    if (fails(direct)) {
        story = std::move(direct);
    }
    for (bool less = true; less;) {
        less = leaveOutHistory(story, fails);
        less = leaveOut(&Plan::overrides, story, fails) || less;
        less = leaveOut(&Plan::devices, story, fails) || less;
        less = leaveOut(&Plan::blocked, story, fails) || less;
        less = leaveOut(&Plan::lines, story, fails) || less;
        less = leaveOut(&Plan::agreements, story, fails) || less;
        less = leaveOut(&Plan::ports, story, fails) || less;
        less = leaveOut(&Plan::settings, story, fails) || less;
        less = leaveOut(&Plan::limits, story, fails) || less;
        less = leaveOut(&Plan::outlets, story, fails) || less;
        less = leaveOut(&Plan::nodes, story, fails) || less;
        less = leaveOut(&Plan::racks, story, fails) || less;
        less = leaveOut(&Plan::environments, story, fails) || less;
        less = leaveOut(&Plan::media, story, fails) || less;
        less = leaveOut(&Plan::features, story, fails) || less;
        less = leaveOut(&Plan::segments, story, fails) || less;
        less = leaveOut(&Plan::bays, story, fails) || less;
        less = leaveOut(&Plan::models, story, fails) || less;
    }
    simplify(story, fails);
    return story;
}

} // namespace polder::test
