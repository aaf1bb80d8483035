#include "planrun.h"

#include "model/engine/stranded.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace polder {

namespace {

Outlook::Levels levelsAt(const Estate &estate, Day day, const std::stop_token &stop) {
    Outlook::Levels levels;
    for (auto &level : estateCapacityOn(estate, day, stop).levels) {
        if (level.place.level == Level::Site || level.place.level == Level::All) {
            levels.emplace(level.place, level);
        }
    }
    return levels;
}

/// What one of them says, or the last on which a change begins.
Day toldDay(const PlanRun::Drafts &drafts, const Outlook &outlook) {
    Day last = outlook.before->today;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].on) {
            return *drafts[i].on;
        }
        const auto &played = outlook.options[i].played;
        last = played ? std::max(last, lastBegin(*played, last)) : last;
    }
    return last;
}

/// nullptr: it was stopped.
void look(QPromise<OutlookPtr> &promise, const SnapshotPtr &snapshot, const PlanRun::Drafts &drafts,
          const std::stop_token &stop) {
    // Half of the way is playing; then the capacity, once for each of the three estates.
    constexpr int whole = 1000, half = 500, third = 167;
    promise.setProgressRange(0, whole);
    auto outlook = std::make_shared<Outlook>();
    outlook->before = snapshot;
    for (std::size_t i = 0; i < drafts.size() && !stop.stop_requested(); ++i) {
        const int begin = static_cast<int>(i) * half / 2;
        auto played = play(snapshot, drafts[i], stop,
                           [&promise, begin](int permille) { promise.setProgressValue(begin + permille / 4); });
        if (played.ok()) {
            outlook->options[i].played = std::move(played).value();
        } else {
            outlook->options[i].error = played.error();
        }
    }
    outlook->on = toldDay(drafts, *outlook);
    promise.setProgressValue(half);
    outlook->levels = levelsAt(Estate(snapshot), outlook->on, stop);
    for (std::size_t i = 0; i < drafts.size() && !stop.stop_requested(); ++i) {
        promise.setProgressValue(half + (static_cast<int>(i) + 1) * third);
        auto &option = outlook->options[i];
        if (option.played && !drafts[i].changes.empty()) {
            option.levels = levelsAt(option.played->estate(), outlook->on, stop);
        } else if (option.played) {
            option.levels = outlook->levels;
        }
    }
    promise.addResult(stop.stop_requested() ? nullptr : std::move(outlook));
}

} // namespace

PlanRun::~PlanRun() {
    m_stop.request_stop();
}

void PlanRun::start(const SnapshotPtr &snapshot, const Drafts &drafts) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_running = true;
    auto *watcher = new QFutureWatcher<OutlookPtr>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, mine = m_stop](int permille) {
        if (!mine.stop_requested()) {
            Q_EMIT progressed(permille);
        }
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, mine = m_stop] {
        watcher->deleteLater();
        if (mine.stop_requested() || watcher->future().resultCount() == 0) {
            return; // of an older question
        }
        m_running = false;
        Q_EMIT finished(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(look, snapshot, drafts, m_stop.get_token()));
}

void PlanRun::stop() {
    if (m_running) {
        m_stop.request_stop();
        m_running = false;
        Q_EMIT stopped();
    }
}

} // namespace polder
