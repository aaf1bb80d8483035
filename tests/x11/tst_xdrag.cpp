#include "tests/app/play.h"
#include "tests/support/patience.h"
#include "views/rack/elevation.h"
#include "views/sites/floorplan.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Dragged by the pointer of an X server under a window manager: see tests/x11/underx.sh.
class TestXDrag : public QObject {
    Q_OBJECT

    std::unique_ptr<Play> m_play;

    static QStringList at(QPoint where) {
        return {u"mousemove"_s, QString::number(where.x()), QString::number(where.y())};
    }
    /// The pointer goes from here to there with the button down. What is dragged has its own event loop: each step is a
    /// process of its own, so that the application has seen it before the next.
    static void drag(const QWidget &from, QPoint start, const QWidget &to, QPoint end) {
        const QPoint first = from.mapToGlobal(start);
        const QPoint last = to.mapToGlobal(end);
        QList<QStringList> steps{at(first) << u"mousedown"_s << u"1"_s};
        for (const int tenth : {1, 3, 6, 9}) {
            steps << at(first + (last - first) * tenth / 10);
        }
        steps << at(last) << at(last + QPoint(1, 0)) << (QStringList{u"mouseup"_s} << u"1"_s);
        QProcess pointer;
        bool failed = false;
        QObject::connect(&pointer, &QProcess::finished, &pointer, [&](int code) {
            failed = failed || code != 0;
            if (!steps.isEmpty()) {
                pointer.start(u"xdotool"_s, steps.takeFirst());
            }
        });
        pointer.start(u"xdotool"_s, steps.takeFirst());
        QVERIFY2(pointer.waitForStarted(), qPrintable(pointer.errorString()));
        TRY_VERIFY(steps.isEmpty() && pointer.state() == QProcess::NotRunning);
        QVERIFY(!failed);
    }
    void toRack(const QString &path) const {
        m_play->find(path, path);
        TRY_VERIFY(m_play->page(u"rack"_s).isVisible());
    }

private Q_SLOTS:
    void initTestCase() {
        QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
        m_play = std::make_unique<Play>(Play::Manner::Mouse, u"X"_s);
        m_play->begin(u"fm.lumc"_s);
        m_play->window().move(20, 40);
    }
    void cleanupTestCase() { m_play.reset(); }

    void equipmentIsCarriedInARack() {
        const QString path = u"LUMC/M1/E04"_s;
        toRack(path);
        auto &racks = m_play->on<Elevation>(u"rack"_s);
        const auto box = std::ranges::find(racks.boxes(), u"server-e04-26"_s, &ElevationBox::label);
        QVERIFY(box != racks.boxes().end());
        const PlacementId moved = box->placement;
        const RackId rack = racks.rackOf(moved);
        drag(*racks.viewport(), racks.placeOf(rack, 50).center(), *racks.viewport(), racks.placeOf(rack, 60).center());
        m_play->dialogIs({});
        const QString words = Play::dialog()->findChild<QLabel *>(u"moves"_s)->text();
        QVERIFY2(words.startsWith(u"server-e04-26: from %1 U26 to %1 U"_s.arg(path)), qPrintable(words));
        m_play->picture(u"1-carried"_s);
        m_play->press(*Play::dialog(), u"move"_s);
        TRY_VERIFY(!Play::dialog());
        TRY_VERIFY(std::ranges::any_of(racks.boxes(), [](const ElevationBox &one) {
            return one.label == u"server-e04-26"_s && one.huFrom == 60;
        }));
    }

    void aFootprintIsDraggedOnThePlan() {
        m_play->find(u"LUMC LAB"_s, u"LUMC/LAB"_s);
        auto &plan = m_play->on<FloorPlan>(u"sites"_s);
        m_play->pick(m_play->on<QComboBox>(u"sites"_s, u"floorItems"_s),
                     m_play->sql("select number from polder.request where project = 'A second mass spectrometer'"));
        m_play->press(u"sites"_s, u"place"_s);
        TRY_VERIFY(plan.spot());
        const QPoint from = plan.mapFromScene(plan.spot()->x.mm, plan.spot()->y.mm);
        const int before = plan.spot()->x.mm;
        drag(*plan.viewport(), from, *plan.viewport(), from + QPoint(60, 0));
        TRY_VERIFY(plan.spot() && plan.spot()->x.mm > before);
        m_play->picture(u"2-on-the-plan"_s);
        m_play->key(Qt::Key_Escape);
    }
};

QTEST_MAIN(TestXDrag)
#include "tst_xdrag.moc"
