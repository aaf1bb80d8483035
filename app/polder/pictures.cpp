#include "pictures.h"

#include "model/core/rackpath.h"
#include "model/live/live.h"
#include "views/cooling/coolingpage.h"
#include "views/parts/theme.h"
#include "views/planner/plannerpage.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTimer>

#include <map>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// For a search to end and a page to lay itself out.
constexpr int settleMilliseconds = 900;

/// The one with most to see.
RackId fullestRack(const Snapshot &snapshot) {
    std::map<RackId, int> boxes;
    for (const Placement &placement : snapshot.placements) {
        boxes[placement.rack] += placement.rack && placement.during.contains(snapshot.today) ? 1 : 0;
    }
    const auto fullest = std::ranges::max_element(boxes, {}, [](const auto &entry) { return entry.second; });
    return fullest == boxes.end() ? RackId() : fullest->first;
}

} // namespace

Pictures::Pictures(Live &live, MainWindow &window, QString folder, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_window(window)
    , m_folder(std::move(folder))
    , m_pages(window.pageNames()) {
    connect(&window.estates(), &EstateWatch::estateChanged, this, &Pictures::begin, Qt::SingleShotConnection);
}

void Pictures::begin() {
    if (!QDir().mkpath(m_folder)) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = tr("The folder %1 cannot be made.").arg(m_folder);
        Q_EMIT finished(error);
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    if (const RackId rack = fullestRack(*snapshot)) {
        m_window.navigator().open(rack);
    }
    // A request that waits for a place, and the search for it.
    for (const RequestItem &item : snapshot->requestItems) {
        const Request *request = snapshot->requests.find(item.request);
        if (request && request->state == u"in review") {
            m_window.navigator().open(request->id);
            m_window.navigator().findPlace(item.id);
            break;
        }
    }
    // A UPS that fails.
    for (const Node &node : snapshot->nodes) {
        if (node.kind == u"ups") {
            m_window.navigator().open(node.id);
            m_window.navigator().fail(node.id);
            break;
        }
    }
    // A cooling unit that fails.
    if (auto *cooling = qobject_cast<CoolingPage *>(m_window.page(u"cooling"_s));
        cooling && !snapshot->coolingUnits.empty()) {
        cooling->fail(snapshot->coolingUnits.begin()->id);
    }
    // Two ways to host what is asked for most.
    const RequestItem *most = nullptr;
    for (const RequestItem &item : snapshot->requestItems) {
        const Request *request = snapshot->requests.find(item.request);
        if (request && request->state == u"submitted" && (!most || item.count > most->count)) {
            most = &item;
        }
    }
    if (auto *planner = qobject_cast<PlannerPage *>(m_window.page(u"planner"_s));
        planner && most && !snapshot->racks.empty()) {
        ScenarioChangeDraft place, racks;
        place.request = snapshot->requests.find(most->request)->number;
        racks.kind = ScenarioChangeDraft::Kind::AddRacks;
        racks.like = rackPath(*snapshot, snapshot->racks.begin()->id);
        racks.count = 2;
        planner->add(0, place);
        planner->add(1, racks);
        planner->add(1, place);
    }
    takeNext();
}

void Pictures::takeNext() {
    if (m_pages.isEmpty() && !m_dark) {
        m_dark = true;
        m_pages = m_window.pageNames();
        theme::apply(*qApp, m_dark);
    }
    if (m_pages.isEmpty()) {
        Q_EMIT finished(success());
        return;
    }
    const QString page = m_pages.takeFirst();
    m_window.openPage(page);
    QTimer::singleShot(settleMilliseconds, this, [this, page] {
        if (const Status saved = save(m_dark ? u"dark-"_s + page : page); !saved.ok()) {
            Q_EMIT finished(saved);
            return;
        }
        takeNext();
    });
}

Status Pictures::save(const QString &name) {
    const QString path = QDir(m_folder).filePath(name + u".png"_s);
    if (m_window.grab().save(path)) {
        return success();
    }
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = tr("%1 cannot be written.").arg(path);
    return error;
}

} // namespace polder
