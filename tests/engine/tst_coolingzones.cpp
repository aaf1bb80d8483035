#include "drawing.h"

#include "model/engine/coolingzones.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

namespace {

constexpr std::int64_t kilowatt = 1'000'000;

/// "cold: 2 racks, 0/8000000, units 2 of 12000000"
QStringList text(const Estate &estate, Day day) {
    QStringList lines;
    for (const auto &zone : coolingZonesOf(estate, estate.snapshot().sites.begin()->id, day)) {
        lines << u"%1: %2 racks, %3/%4, units %5 of %6"_qs.arg(estate.node(zone.node).name)
                     .arg(zone.racks)
                     .arg(zone.heat.load)
                     .arg(zone.heat.limit ? QString::number(*zone.heat.limit) : u"?"_qs)
                     .arg(zone.units.size())
                     .arg(zone.installed ? QString::number(zone.installed->milliwatts) : u"?"_qs);
    }
    return lines;
}

} // namespace

class TestCoolingZones : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void racksUnitsAndLimit() {
        Drawing drawing(u"   R1 R2\n 3 . ."_qs);
        drawing.zone(u"cold"_qs, {u"R1"_qs, u"R2"_qs}, 8 * kilowatt);
        drawing.coolingUnit(u"one"_qs, u"cold"_qs, u"feed A"_qs, Power{4 * kilowatt});
        drawing.coolingUnit(u"two"_qs, u"cold"_qs, u"feed B"_qs, Power{8 * kilowatt});
        QCOMPARE(text(drawing.estate(), Day{0}), QStringList{u"cold: 2 racks, 0/8000000, units 2 of 12000000"_qs});
    }

    void whatOneUnitCarriesMayBeUnknown() {
        Drawing drawing(u"   R1 R2\n 3 . ."_qs);
        drawing.zone(u"cold"_qs, {u"R1"_qs}, 8 * kilowatt);
        drawing.coolingUnit(u"one"_qs, u"cold"_qs, u"feed A"_qs, Power{4 * kilowatt});
        drawing.coolingUnit(u"two"_qs, u"cold"_qs, u"feed B"_qs, std::nullopt);
        QCOMPARE(text(drawing.estate(), Day{0}), QStringList{u"cold: 1 racks, 0/8000000, units 2 of ?"_qs});
    }

    void heatIsThatOfTheDay() {
        Drawing drawing(u"   R1\n 3 ."_qs);
        drawing.zone(u"cold"_qs, {u"R1"_qs}, 8 * kilowatt);
        drawing.load(u"cold"_qs, {3 * kilowatt, 0, 0, 0}, {{10}, {20}});
        QCOMPARE(text(drawing.estate(), Day{9}), QStringList{u"cold: 1 racks, 0/8000000, units 0 of ?"_qs});
        QCOMPARE(text(drawing.estate(), Day{10}), QStringList{u"cold: 1 racks, 3000000/8000000, units 0 of ?"_qs});
        QCOMPARE(text(drawing.estate(), Day{20}), QStringList{u"cold: 1 racks, 0/8000000, units 0 of ?"_qs});
    }
};

QTEST_GUILESS_MAIN(TestCoolingZones)
#include "tst_coolingzones.moc"
