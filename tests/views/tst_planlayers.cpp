#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/sites/floorplan.h"
#include "views/sites/planlayer.h"
#include "views/sites/sitespage.h"

#include <QComboBox>
#include <QDateEdit>
#include <QSlider>
#include <QTest>

#include <cmath>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// By WCAG 2.1: 1 to 21.
double contrast(const QColor &a, const QColor &b) {
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

RackState stateOf(int spaceFree) {
    RackState state;
    state.capacity.of[0].total = 100;
    state.capacity.of[0].free = spaceFree;
    return state;
}

} // namespace

class TestPlanLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Colour, fill and sign change together, at 70 and 90 %.
    void levels() {
        const Snapshot snapshot = smallSnapshot();
        const auto face = [&](int free) { return faceOf(PlanLayer::Space, stateOf(free), snapshot, snapshot.today); };
        QCOMPARE(face(31).meaning, theme::Meaning::Fine);
        QCOMPARE(face(31).permille, 690);
        QVERIFY(face(31).words.startsWith(u"69"_s) && face(31).sign.isEmpty());
        QCOMPARE(face(30).meaning, theme::Meaning::Asking);
        QVERIFY(face(30).words.startsWith(u"! 70"_s) && face(30).sign == u"!");
        QCOMPARE(face(11).meaning, theme::Meaning::Asking);
        QCOMPARE(face(10).meaning, theme::Meaning::Trouble);
        QVERIFY(face(10).words.startsWith(u"✕ 90"_s) && face(10).sign == u"✕");
        const RackFace unknown = faceOf(PlanLayer::Weight, stateOf(10), snapshot, snapshot.today);
        QCOMPARE(unknown.sign, u"?"_s);
        QVERIFY(unknown.pattern != Qt::SolidPattern);
    }

    void tenantsAndEnds() {
        const Snapshot snapshot = smallSnapshot();
        RackState state = stateOf(50);
        const auto tenant = [&] { return faceOf(PlanLayer::Tenant, state, snapshot, snapshot.today); };
        QCOMPARE(tenant().permille, 0);
        state.tenants = {OrganisationId{1}};
        QCOMPARE(tenant().sign, u"HO"_s);
        state.strangers = true;
        QCOMPARE(tenant().sign, u"2 ×"_s);
        state.tenants.clear();
        QCOMPARE(tenant().sign, u"–"_s);
        const auto end = [&](int days) {
            state.nextEnd = snapshot.today.plus(days);
            return faceOf(PlanLayer::End, state, snapshot, snapshot.today).meaning;
        };
        QCOMPARE(end(92), theme::Meaning::Trouble);
        QCOMPARE(end(93), theme::Meaning::Asking);
        QCOMPARE(end(366), theme::Meaning::Asking);
        QCOMPARE(end(367), theme::Meaning::Fine);
    }

    /// Each layer has a legend; each of its colours stands out 3:1 from an empty rack, in light and dark, and no two
    /// say the same without a sign or a pattern of their own.
    void legendsAreReadable() {
        QPalette dark;
        dark.setColor(QPalette::Window, 0xff171b1e);
        QPalette light;
        light.setColor(QPalette::Window, 0xfff4f6f7);
        for (int i = 0; i < planLayerCount; ++i) {
            const auto legend = layerLegend(static_cast<PlanLayer>(i));
            QVERIFY(legend.size() >= 3);
            QVERIFY(!layerName(static_cast<PlanLayer>(i)).isEmpty());
            for (const QPalette &palette : {light, dark}) {
                for (const auto &entry : legend) {
                    const double ratio =
                        contrast(theme::colour(entry.meaning, palette), theme::colour(theme::Meaning::Empty, palette));
                    QVERIFY2(ratio >= 3, qPrintable(u"%1: %2"_s.arg(entry.words).arg(ratio)));
                }
            }
        }
    }

    void thePageSwitchesLayersAndDays() {
        Snapshot snapshot = smallSnapshot();
        auto racks = std::vector(snapshot.racks.begin(), snapshot.racks.end());
        racks[1].during.from = Day::fromDate(snapshot.today.toDate().addMonths(2)); // A2 comes later
        snapshot.racks = Table<Rack>(std::move(racks));
        auto occupancy = std::vector(snapshot.occupancy.begin(), snapshot.occupancy.end());
        for (OccupiedBox &box : occupancy) {
            box.during.until = Day::fromDate(snapshot.today.toDate().addMonths(3));
        }
        snapshot.occupancy = Table<OccupiedBox>(std::move(occupancy));
        FakeLive live(std::make_shared<const Snapshot>(snapshot));
        EstateWatch estates(live);
        Navigator navigator;
        SitesPage page(live, estates, navigator);
        page.resize(900, 700);
        page.show();
        auto *plan = page.findChild<FloorPlan *>();
        auto *layer = page.findChild<QComboBox *>(u"layer"_s);
        auto *time = page.findChild<QSlider *>(u"time"_s);
        const auto *legend = page.findChild<Legend *>(u"layerLegend"_s);
        TRY_VERIFY(plan->face(rackA1).words.contains(u'%'));
        QVERIFY(legend->accessibleName().contains(u"above 90 %"_s));
        layer->setFocus();
        QTest::keyClick(layer, Qt::Key_End);
        QCOMPARE(layer->currentText(), u"End date"_s);
        QVERIFY(legend->accessibleName().contains(u"within 3 months"_s));
        QCOMPARE(plan->face(rackA1).meaning, theme::Meaning::Trouble);
        layer->setCurrentIndex(static_cast<int>(PlanLayer::Space));
        TRY_VERIFY(plan->face(rackA1).permille > 0);
        plan->select(rackA2);
        QVERIFY(!plan->selected());
        // Two months on A2 is there, and three months on what stands in A1 is gone.
        time->setFocus();
        QTest::keyClick(time, Qt::Key_Right);
        QTest::keyClick(time, Qt::Key_Right);
        QCOMPARE(page.findChild<QDateEdit *>(u"day"_s)->date(), snapshot.today.toDate().addMonths(2));
        plan->select(rackA2);
        QCOMPARE(plan->selected(), rackA2);
        QTest::keyClick(time, Qt::Key_Right);
        TRY_COMPARE(plan->face(rackA1).permille, 0);
    }
};

QTEST_MAIN(TestPlanLayers)
#include "tst_planlayers.moc"
