#include "ownmedian.h"
#include "syntheticestate.h"
#include "tests/support/watchdog.h"

#include "views/paper/elevationboxes.h"
#include "views/rack/boxtext.h"
#include "views/rack/elevation.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace polder;
using namespace polder::test;

/// From a snapshot of 100,000 devices to the painted elevation: a full rack from both sides, and a row of 25 of them.
/// Beside the known drawing of the watchdog.
class ElevationBench : public QObject {
    Q_OBJECT

    static constexpr double oneLimit = 4, rowLimit = 60; ///< ms
    static constexpr int rowLength = 25;

    SnapshotPtr m_snapshot;
    std::vector<const Rack *> m_racks; ///< those with most first

    /// Filled up with what stands there: one in each unit, on the front and on the rear by turns.
    [[nodiscard]] Elevation::Shown shown(const Rack &rack) const {
        const Day today = m_snapshot->today;
        Elevation::Shown all{rack, elevationBoxes(*m_snapshot, rack, today), freeUnitTexts(*m_snapshot, rack, today)};
        if (!all.boxes.empty()) {
            const ElevationBox one = all.boxes.front();
            all.boxes.clear();
            for (int unit = 0; unit < rack.units; ++unit) {
                ElevationBox &box = all.boxes.emplace_back(one);
                box.huFrom = 2 * unit;
                box.huUntil = 2 * unit + 2;
                box.front = unit % 2 == 0;
                box.rear = !box.front;
            }
        }
        return all;
    }
    /// What it takes on a processor that draws the known picture in its usual time.
    static double usual(double ms, double drawing) { return ms * std::min(1.0, usualDrawing / drawing); }

private Q_SLOTS:
    void initTestCase() {
        m_snapshot = syntheticEstateSeen(5'000, 100'000);
        std::map<RackId, int> devices;
        for (const Placement &one : m_snapshot->placements) {
            devices[one.rack] += one.during.contains(m_snapshot->today);
        }
        for (const Rack &rack : m_snapshot->racks) {
            m_racks.push_back(&rack);
        }
        std::ranges::stable_sort(m_racks, std::greater(), [&](const Rack *rack) { return devices[rack->id]; });
    }

    void elevations() {
        Elevation elevation;
        elevation.resize(1280, 800);
        elevation.show();
        QImage image(elevation.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        const double drawing = medianMilliseconds(11, [](int) { drawingTime(); });
        std::size_t boxes = 0;
        // Each time another, so that nothing of it stands from before.
        const double one = medianMilliseconds(21, [&](int i) {
            auto next = shown(*m_racks[i % 2]);
            boxes = next.boxes.size();
            elevation.show(std::move(next));
            elevation.viewport()->render(&image);
        });
        const double row = medianMilliseconds(11, [&](int i) {
            std::vector<Elevation::Shown> all;
            for (int rack = 0; rack < rowLength; ++rack) {
                all.push_back(shown(*m_racks[rack]));
            }
            elevation.showRow(std::move(all), i % 2);
            elevation.viewport()->render(&image);
        });
        std::printf(
            "BENCH elevation of a rack with %zu boxes %.1f ms (x%.2f of a known drawing, %.1f ms), of a row of %d "
            "%.1f ms (x%.1f)\n",
            boxes, one, one / drawing, drawing, rowLength, row, row / drawing);
        QVERIFY(boxes >= 40);
        QVERIFY2(usual(one, drawing) <= oneLimit, "an elevation takes longer than 4 ms");
        QVERIFY2(usual(row, drawing) <= rowLimit, "a row takes longer than 60 ms");
    }
};

QTEST_MAIN(ElevationBench)
#include "tst_elevationbench.moc"
