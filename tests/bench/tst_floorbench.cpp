#include "model/engine/floorplan.h"
#include "model/engine/floorsearch.h"
#include "model/engine/nearmiss.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace polder;
using namespace polder::literals;

namespace {

constexpr int rooms = 20, across = 10, down = 6;
constexpr int pitchMm = 3000;

/// Rooms of 30 x 18 m with an instrument of 1.4 x 1.0 m in the middle of each 3 x 3 m but every seventh.
SnapshotPtr laboratories() {
    auto snapshot = std::make_shared<Snapshot>();
    Site site;
    site.id = {1};
    site.code = u"S"_qs;
    snapshot->sites = Table<Site>({site});
    std::vector<Room> made;
    std::vector<FloorOccupied> taken;
    for (int i = 0; i < rooms; ++i) {
        Room room;
        room.id = {i + 1};
        room.site = site.id;
        room.code = u"M%1"_qs.arg(i + 1);
        room.width = Length{across * pitchMm};
        room.depth = Length{down * pitchMm};
        made.push_back(room);
        for (int n = 0; n < across * down; ++n) {
            const int x = n % across * pitchMm + pitchMm / 2;
            const int y = n / across * pitchMm + pitchMm / 2;
            if ((n + i) % 7 != 0) {
                const std::vector<std::int32_t> body{x - 700, y - 500, x + 700, y - 500,
                                                     x + 700, y + 500, x - 700, y + 500};
                taken.push_back({room.id, body, body, {{0}, Day::never()}});
            }
        }
    }
    std::ranges::sort(taken, {}, [](const FloorOccupied &row) { return rowOrder(row); });
    snapshot->rooms = Table<Room>(std::move(made));
    snapshot->floorOccupancy = Table<FloorOccupied>(std::move(taken));
    return snapshot;
}

double medianMilliseconds(int rounds, const std::function<void()> &work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

/// How long it takes to find all places for an instrument on the floors of 20 rooms, beside the bare comparison of
/// rectangles on the same grid.
class BenchFloor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twentyRooms() {
        const Estate estate(laboratories());
        Wanted wanted;
        wanted.item.floorStanding = true;
        wanted.item.height = {0};
        wanted.item.bodyWidth = 1800_mm;
        wanted.item.depth = 1200_mm;
        wanted.item.weight = 400_kg;
        wanted.during = {{600}, {900}};

        std::size_t bare = 0;
        const double scan = medianMilliseconds(5, [&] {
            bare = 0;
            for (const auto &room : estate.snapshot().rooms) {
                const auto shapes = estate.snapshot().floorOccupancy.rowsOf(room.id);
                for (const auto &[wide, deep] : {std::pair{1800, 1200}, {1200, 1800}}) {
                    for (int y = 0; y <= room.depth.mm; y += floorGridMm) {
                        for (int x = 0; x <= room.width.mm; x += floorGridMm) {
                            const int west = x - wide / 2, east = x + wide / 2;
                            const int north = y - deep / 2, south = y + deep / 2;
                            const bool within =
                                west >= 0 && north >= 0 && east <= room.width.mm && south <= room.depth.mm;
                            bare += within && std::ranges::none_of(shapes, [&](const FloorOccupied &shape) {
                                        const auto &body = shape.footprint; // corners, from the north-west on
                                        return west < body[2] && body[0] < east && north < body[5] && body[1] < south;
                                    });
                        }
                    }
                }
            }
        });
        FloorSearch found;
        const double search = medianMilliseconds(5, [&] { found = findFloor(estate, wanted); });
        QVERIFY(found.places.size() >= 2 * bare); // each looks two ways, and there are more lines than the grid's
        QCOMPARE(found.rooms.size(), std::size_t{rooms});

        auto several = wanted;
        several.count = 10;
        const double ten = medianMilliseconds(3, [&] { found = findFloor(estate, several); });
        QCOMPARE(found.plan.size(), std::size_t{10});

        auto wide = wanted;
        wide.item.bodyWidth = 5000_mm;
        wide.item.depth = 4700_mm;
        const auto refused = findFloor(estate, wide).refused;
        QCOMPARE(refused.size(), std::size_t{rooms});
        std::vector<NearFloor> misses;
        const double near = medianMilliseconds(3, [&] { misses = nearFloors(estate, wide, refused, 5); });
        QCOMPARE(misses.size(), std::size_t{5});
        qInfo("BENCH floor search of %d rooms of 30 x 18 m with %d instruments each: the bare comparison of rectangles "
              "on the grid %.1f ms; every place with its score %.1f ms (x%.1f); ten of them together %.1f ms (x%.1f); "
              "five near misses of what fits nowhere %.1f ms (x%.1f)",
              rooms, across * down * 6 / 7, scan, search, search / scan, ten, ten / scan, near, near / scan);
        QVERIFY2(search < 60 * scan, "a floor search takes too many times the bare comparison");
    }
};

QTEST_GUILESS_MAIN(BenchFloor)
#include "tst_floorbench.moc"
