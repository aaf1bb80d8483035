#include "ownmedian.h"

#include "views/sites/floorplan.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;

namespace {

constexpr int racks = 5000, across = 100;

SnapshotPtr hall() {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->today = Day{10000};
    Room room;
    room.id = {1};
    room.width = Length{across * 700};
    room.depth = Length{racks / across * 2400};
    room.tile = Length{600};
    snapshot->rooms = Table<Room>({room});
    std::vector<Rack> made;
    for (int i = 0; i < racks; ++i) {
        Rack rack;
        rack.id = {i + 1};
        rack.room = room.id;
        rack.code = QStringLiteral("R%1").arg(i + 1);
        rack.x = Length{i % across * 700};
        rack.y = Length{i / across * 2400};
        rack.width = Length{600};
        rack.depth = Length{1200};
        made.push_back(rack);
    }
    snapshot->racks = Table<Rack>(std::move(made));
    return snapshot;
}

std::vector<RackState> states() {
    std::vector<RackState> all(racks);
    for (int i = 0; i < racks; ++i) {
        all[i].capacity.rack = {i + 1};
        for (auto &capacity : all[i].capacity.of) {
            capacity.total = 1000;
            capacity.free = i * 37 % 1001;
        }
        all[i].failover = i * 53 % 1000;
        if (i % 3 > 0) {
            all[i].tenants = {{i % 5 + 1}};
        }
        all[i].strangers = i % 4 == 0;
    }
    return all;
}

} // namespace

/// A frame of the plan with 5,000 racks in each layer, beside filling as many rectangles; and another layer or day.
class BenchPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveThousandRacks() {
        const auto snapshot = hall();
        FloorPlan plan;
        plan.resize(1280, 800);
        plan.show();
        plan.show(snapshot, {1}, snapshot->today, states());
        QImage image(plan.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        const double bare = medianMilliseconds(21, [&](int) {
            QPainter painter(&image);
            for (int i = 0; i < racks; ++i) {
                painter.fillRect(QRectF(i % across * 12.0, i / across * 15.0, 10, 12), Qt::darkGreen);
            }
        });
        double worst = 0;
        for (int layer = 0; layer < planLayerCount; ++layer) {
            plan.setLayer(static_cast<PlanLayer>(layer));
            const double frame = medianMilliseconds(11, [&](int) { plan.viewport()->render(&image); });
            worst = std::max(worst, frame);
        }
        const double zoomed = medianMilliseconds(11, [&](int i) {
            plan.zoom(i % 2 ? 1.2 : 1 / 1.2);
            plan.viewport()->render(&image);
        });
        const double other =
            medianMilliseconds(11, [&](int i) { plan.setLayer(i % 2 ? PlanLayer::Space : PlanLayer::Tenant); });
        // One rack is fuller than before: to the painted picture.
        constexpr int rounds = 21;
        std::vector<std::vector<RackState>> changed(rounds, states());
        for (int i = 0; i < rounds; ++i) {
            changed[i].back().capacity.of[0].free = i % 2 ? 0 : 1000;
        }
        const QRect where =
            plan.mapFromScene(QRectF((racks - 1) % across * 700, (racks - 1) / across * 2400, 600, 1200))
                .boundingRect();
        const auto repaint = [&](int i) {
            plan.show(snapshot, {1}, snapshot->today, std::move(changed[i]));
            plan.viewport()->render(&image, where.topLeft(), where);
        };
        plan.setLayer(PlanLayer::Space);
        const double whole = medianMilliseconds(11, [&](int) { plan.viewport()->render(&image); });
        const double one = medianMilliseconds(rounds, repaint);
        qInfo("BENCH plan of %d racks: another state of one of them %.2f ms, of a whole frame %.1f ms (x%.2f)", racks,
              one, whole, one / whole);
        qInfo("BENCH plan of %d racks: as many bare rectangles %.1f ms; a frame of the slowest layer %.1f ms (x%.1f), "
              "zooming %.1f ms, another layer %.1f ms",
              racks, bare, worst, worst / bare, zoomed, other);
        QVERIFY2(one <= 1, "a changed rack takes longer than 1 ms");
        QVERIFY2(worst <= 16.7, "a frame takes longer than 16.7 ms");
        QVERIFY2(zoomed <= 16.7, "a zoomed frame takes longer than 16.7 ms");
    }
};

QTEST_MAIN(BenchPlan)
#include "tst_planbench.moc"
