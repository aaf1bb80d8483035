#include "model/planning/play.h"

#include "model/planning/resolving.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

bool PlayedChange::crosses() const {
    return std::ranges::any_of(outcomes,
                               [](const ChangeOutcome &one) { return one.missing > 0 || !one.crossed.empty(); });
}

std::vector<Shortfall> PlayedChange::crossed() const {
    std::vector<Shortfall> all;
    for (const auto &one : outcomes) {
        all.insert(all.end(), one.crossed.begin(), one.crossed.end());
    }
    return all;
}

bool PlayedScenario::crosses() const {
    return std::ranges::any_of(changes, &PlayedChange::crosses);
}

Result<PlayedScenario> play(SnapshotPtr snapshot, const ScenarioDraft &draft, std::stop_token stop,
                            const std::function<void(int)> &progress) {
    const auto scenario = std::make_shared<Scenario>(std::move(snapshot));
    PlayedScenario played{scenario, {}};
    for (std::size_t i = 0; i < draft.changes.size(); ++i) {
        if (progress) {
            progress(static_cast<int>(i * 1000 / draft.changes.size()));
        }
        const auto inFile = [i](Error error) {
            error.data[u"field"_s] =
                u"/changes/%1/"_s.arg(i) + error.data[u"field"_s].toString().toLower().section(u' ', 0, 0);
            error.what = u"/changes/%1/%2"_s.arg(i).arg(error.what);
            return error;
        };
        const auto changes = changesOf(scenario->estate(), draft.changes[i]);
        if (!changes.ok()) {
            return inFile(changes.error());
        }
        PlayedChange done{draft.changes[i], *changes, {}};
        for (const Change &change : *changes) {
            auto outcome = scenario->apply(change, stop);
            if (!outcome.ok()) {
                return inFile(outcome.error());
            }
            done.outcomes.push_back(std::move(outcome).value());
        }
        if (stop.stop_requested()) {
            Error error;
            error.kind = Error::Kind::Cancelled;
            return error;
        }
        played.changes.push_back(std::move(done));
    }
    return played;
}

std::optional<Day> beginOf(const Change &change) {
    struct Begin {
        std::optional<Day> operator()(const PlaceChange &one) const { return one.during.from; }
        std::optional<Day> operator()(const FailChange &one) const { return one.during.from; }
        std::optional<Day> operator()(const MoveChange &one) const { return one.from; }
        std::optional<Day> operator()(const RetireChange &one) const { return one.from; }
        std::optional<Day> operator()(const RackChange &one) const { return one.from; }
        std::optional<Day> operator()(const FeedChange &one) const { return one.from; }
        std::optional<Day> operator()(const RefuseChange &) const { return std::nullopt; }
    };
    return std::visit(Begin(), change);
}

Day lastBegin(const PlayedScenario &played, Day today) {
    Day last = today;
    for (const PlayedChange &change : played.changes) {
        for (const Change &one : change.changes) {
            last = std::max(last, beginOf(one).value_or(today));
        }
    }
    return last;
}

} // namespace polder
