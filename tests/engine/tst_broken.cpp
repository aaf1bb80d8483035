#include "drawing.h"

#include "model/engine/broken.h"

#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// What a change of the building breaks: of what stands there, and only what was better before.
class TestBroken : public QObject {
    Q_OBJECT

private:
    /// 400 kg and 2 kW on both sides, from day 10 to day 20.
    static Drawing oneDevice() {
        Drawing drawing(u"   R1\n 3 .\n 2 .\n 1 ."_qs);
        Booking booking;
        booking.item.height = 1_U;
        booking.item.weight = 400_kg;
        booking.item.draw = 2000_W;
        booking.item.availabilityClass = 3;
        booking.item.cords = 2;
        booking.rack = drawing.rack(u"R1"_qs);
        booking.during = {{10}, {20}};
        booking.cords = {drawing.cord(u"R1 A"_qs, u"1"_qs), drawing.cord(u"R1 B"_qs, u"2"_qs)};
        drawing.place({1}, booking);
        return drawing;
    }
    static Estate changed(const Drawing &drawing, auto change) {
        Snapshot snapshot = *drawing.snapshot();
        change(snapshot);
        return Estate(std::make_shared<const Snapshot>(std::move(snapshot)));
    }
    template <typename T>
    static void edit(Table<T> &table, auto change) {
        std::vector<T> rows(table.begin(), table.end());
        std::ranges::for_each(rows, change);
        table = Table<T>(std::move(rows));
    }
    static QStringList broken(const Estate &before, const Estate &after) {
        return text(shortfallsOf(brokenBy(before, after)));
    }

private Q_SLOTS:
    void nothingHasChanged() { QCOMPARE(broken(oneDevice().estate(), oneDevice().estate()), QStringList()); }

    void aLimitIsLowered() {
        auto drawing = oneDevice();
        const auto before = drawing.estate();
        drawing.limit(u"R1 mass"_qs, 400'000);
        QCOMPARE(broken(before, drawing.estate()), QStringList());
        drawing.limit(u"R1 mass"_qs, 399'999, {}, {}, {15});
        QCOMPARE(broken(before, drawing.estate()), QStringList({u"S3 S/M/R1 0 + 400000 > 399999 g, day 15"_qs}));
        drawing.forgetLimit(u"R1 mass"_qs);
        QCOMPARE(broken(before, drawing.estate()), QStringList({u"S3 S/M/R1 0 + 400000 > ? g, day 10"_qs}));
    }

    /// It was too much already: only a limit that is still lower breaks anything.
    void whatWasBrokenBefore() {
        auto drawing = oneDevice();
        drawing.limit(u"R1 mass"_qs, 300'000);
        const auto before = drawing.estate();
        drawing.limit(u"R1 mass"_qs, 350'000);
        QCOMPARE(broken(before, drawing.estate()), QStringList());
        drawing.limit(u"R1 mass"_qs, 299'999);
        QCOMPARE(broken(before, drawing.estate()), QStringList({u"S3 S/M/R1 0 + 400000 > 299999 g, day 10"_qs}));
    }

    /// A limit as it was, and more that hangs on it.
    void moreHangsOnIt() {
        auto drawing = oneDevice();
        drawing.limit(u"feed A"_qs, 1'000'000);
        const auto before = drawing.estate();
        drawing.load(u"feed A"_qs, {1, 0, 0, 0}, {{12}, {14}});
        QCOMPARE(broken(before, drawing.estate()),
                 QStringList({u"P5 S feed A 0 + 1000001 > 1000000 mW, day 12"_qs,
                              u"P6 S feed A 0 + 2000001 > 1000000 mW, without S feed B, day 12"_qs}));
    }

    /// What did not fit before may have another name now.
    void whatFitsNoMore() {
        const auto drawing = oneDevice();
        const auto with = [&](bool maintainable, const QString &code) {
            return changed(drawing, [&](Snapshot &snapshot) {
                edit(snapshot.nodes, [&](Node &node) { node.concurrentlyMaintainable = maintainable; });
                edit(snapshot.racks, [&](Rack &rack) { rack.code = code; });
            });
        };
        const QStringList less{u"G3 S/M/R1 3 + 0 > 2 class, day 10"_qs};
        QCOMPARE(broken(with(true, u"R1"_qs), with(false, u"R1"_qs)), less);
        QCOMPARE(broken(with(false, u"R2"_qs), with(false, u"R1"_qs)), QStringList());
        QCOMPARE(broken(with(true, u"R2"_qs), with(false, u"R1"_qs)), less);
        QCOMPARE(brokenBy(with(true, u"R1"_qs), with(false, u"R1"_qs)).front().bookings,
                 std::vector<PlacementId>({{1}}));
    }
};

QTEST_GUILESS_MAIN(TestBroken)
#include "tst_broken.moc"
