#include "fakelive.h"
#include "model/core/format.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/calendar/calendarchart.h"
#include "views/calendar/calendarpage.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

constexpr PlacementId blades{3};

/// In A1 "old" until day 10099 and "front", held until 10005 for 10010 to 10399; in A2 two blades until 10199. R-1 is
/// to be decided by 9998, R-2 by 10020. Today is day 10000.
Snapshot booked() {
    Snapshot snapshot = smallSnapshot();
    auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
    placements[0].during = {Day{9900}, Day{10100}};
    placements[1].during = {Day{10010}, Day{10400}};
    placements[1].state = u"held"_s;
    placements[1].holdUntil = Day{10005};
    auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
    for (const int id : {3, 4}) {
        equipment.push_back(equipment[1]);
        equipment.back().id = EquipmentId{id};
        equipment.back().name = u"blade %1"_s.arg(id);
        placements.push_back(placements[0]);
        placements.back().id = PlacementId{id};
        placements.back().equipment = EquipmentId{id};
        placements.back().rack = rackA2;
        placements.back().during = {Day{9990}, Day{10200}};
    }
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.placements = Table<Placement>(std::move(placements));
    auto requests = std::vector(snapshot.requests.begin(), snapshot.requests.end());
    requests[0].decisionDue = Day{9998};
    requests[1].decisionDue = Day{10020};
    snapshot.requests = Table<Request>(std::move(requests));
    return snapshot;
}

} // namespace

class TestCalendarPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<CalendarPage> m_page;
    CalendarChart *m_chart = nullptr;
    SearchTable *m_list = nullptr;
    SearchTable *m_due = nullptr;

    void open(Snapshot snapshot) {
        m_page.reset();
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(std::move(snapshot)));
        m_navigator = std::make_unique<Navigator>();
        m_page = std::make_unique<CalendarPage>(*m_live, *m_navigator);
        m_chart = m_page->findChild<CalendarChart *>(u"chart"_s);
        m_list = m_page->findChild<SearchTable *>(u"bookings"_s);
        m_due = m_page->findChild<SearchTable *>(u"due"_s);
        m_page->resize(1200, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    [[nodiscard]] static QStringList column(const SearchTable *table, int column) {
        QStringList texts;
        const auto *model = table->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            texts << model->index(row, column).data().toString();
        }
        return texts;
    }
    static void choose(const SearchTable *table, int row) {
        table->view()->setCurrentIndex(table->view()->model()->index(row, 0));
    }
    void click(const QString &button) const {
        QTest::mouseClick(m_page->findChild<QAbstractButton *>(button), Qt::LeftButton);
    }
    [[nodiscard]] QString toolTipAt(QPoint where) const {
        QHelpEvent help(QEvent::ToolTip, where, m_chart->viewport()->mapToGlobal(where));
        QCoreApplication::sendEvent(m_chart->viewport(), &help);
        return QToolTip::text();
    }
    [[nodiscard]] int daysInSight() const { return m_chart->inSight().until.number - m_chart->inSight().from.number; }

private Q_SLOTS:
    void init() {
        open(booked());
        TRY_COMPARE(m_list->view()->model()->rowCount(), 3);
    }
    void cleanup() { m_page.reset(); }

    void theListSaysWhatIsDrawn() {
        QCOMPARE(column(m_list, 0), (QStringList{u"HOME/R1/A1"_s, u"HOME/R1/A1"_s, u"HOME/R1/A2"_s}));
        QCOMPARE(column(m_list, 1), (QStringList{u"old"_s, u"front"_s, u"blade 3 and 1 more"_s}));
        QCOMPARE(column(m_list, 2), (QStringList{u"installed"_s, u"held"_s, u"installed"_s}));
        const Format format;
        QCOMPARE(column(m_list, 4),
                 (QStringList{format.day(Day{10099}), format.day(Day{10399}), format.day(Day{10199})}));
        QCOMPARE(column(m_list, 5), (QStringList{{}, format.day(Day{10005}), {}}));
        QVERIFY(m_chart->inSight().contains(Day{10000}));
        m_chart->viewport()->repaint();
        QCOMPARE(m_chart->drawnBars(), 3);
        // A bar is as long as its days.
        const int day = m_chart->barRect(oldPlacement).width();
        QVERIFY(std::abs(m_chart->barRect(blades).width() - day * 210 / 200) <= 3);
    }

    void listAndDrawingAreInStep() {
        choose(m_list, 2);
        QCOMPARE(m_chart->selected(), blades);
        m_chart->select(frontPlacement);
        QCOMPARE(m_list->chosen(), std::int64_t{frontPlacement.value});
    }

    void theKeyboardGoesFromBarToBarAndOpens() {
        QSignalSpy wanted(m_navigator.get(), &Navigator::wanted);
        const auto last = [&wanted] { return wanted.takeLast().first().value<ObjectLink>(); };
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Down);
        QCOMPARE(m_chart->selected(), oldPlacement);
        QTest::keyClick(m_chart, Qt::Key_Return);
        QVERIFY(last() == ObjectLink(EquipmentId{1}));
        QTest::keyClick(m_chart, Qt::Key_Down);
        QCOMPARE(m_chart->selected(), frontPlacement);
        QTest::keyClick(m_chart, Qt::Key_Down);
        QCOMPARE(m_chart->selected(), blades);
        QTest::keyClick(m_chart, Qt::Key_Down); // there is none further down
        QCOMPARE(m_chart->selected(), blades);
        QTest::keyClick(m_chart, Qt::Key_Return); // several: what they share
        QVERIFY(last() == ObjectLink(rackA2));
        QTest::keyClick(m_chart, Qt::Key_Up);
        QCOMPARE(m_chart->selected(), frontPlacement);
    }

    void theMouseChoosesAndOpens() {
        QSignalSpy wanted(m_navigator.get(), &Navigator::wanted);
        const auto last = [&wanted] { return wanted.takeLast().first().value<ObjectLink>(); };
        const QPoint bar = m_chart->barRect(frontPlacement).center();
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, bar);
        QCOMPARE(m_chart->selected(), frontPlacement);
        QCOMPARE(wanted.size(), 0);
        QTest::mouseDClick(m_chart->viewport(), Qt::LeftButton, {}, bar);
        QVERIFY(last() == ObjectLink(EquipmentId{2}));
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, QPoint(20, bar.y())); // the name of the row
        QVERIFY(last() == ObjectLink(rackA1));
        click(u"openRack"_s);
        QVERIFY(last() == ObjectLink(rackA1));
        click(u"openEquipment"_s);
        QVERIFY(last() == ObjectLink(EquipmentId{2}));
        QVERIFY(!m_page->findChild<QPushButton *>(u"openRequest"_s)->isEnabled());
    }

    void theToolTipSaysWhatItIs() {
        const Format format;
        const QString tip = toolTipAt(m_chart->barRect(frontPlacement).center());
        QCOMPARE(tip.split(u'\n'),
                 (QStringList{u"held: %1"_s.arg(format.period({Day{10010}, Day{10400}})),
                              u"The hold lapses after %1"_s.arg(format.day(Day{10005})), u"front, HOME/R1/A1, HO"_s}));
    }

    void rowsAreWhatOneChooses() {
        auto *by = m_page->findChild<QComboBox *>(u"by"_s);
        QTest::keyClick(by, Qt::Key_Down);
        TRY_COMPARE(column(m_list, 0), (QStringList{u"HOME/R1"_s, u"HOME/R1"_s, u"HOME/R1"_s}));
        QVERIFY2(column(m_list, 1).filter(QRegularExpression(u"^devices: 2(, \\d.* W)?$"_s)).size() == 1,
                 qPrintable(column(m_list, 1).join(u'|')));
        QTest::keyClick(by, Qt::Key_Down);
        TRY_COMPARE(column(m_list, 0), (QStringList{u"Home"_s, u"Home"_s, u"Home"_s}));
        QTest::keyClick(by, Qt::Key_Down);
        TRY_COMPARE(column(m_list, 0), (QStringList{u"blade 3"_s, u"blade 4"_s, u"front"_s, u"old"_s}));
        QSignalSpy wanted(m_navigator.get(), &Navigator::wanted);
        const QPoint bar = m_chart->barRect(PlacementId{4}).center();
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, QPoint(20, bar.y()));
        QVERIFY(wanted.takeLast().first().value<ObjectLink>() == ObjectLink(EquipmentId{4}));
    }

    void zoomAndTimeFollowButtonsAndKeys() {
        QCOMPARE(daysInSight(), 366);
        click(u"month"_s);
        QCOMPARE(daysInSight(), 31);
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Minus);
        QCOMPARE(daysInSight(), 92);
        QVERIFY(m_page->findChild<QPushButton *>(u"quarter"_s)->isChecked());
        QTest::keyClick(m_chart, Qt::Key_Home);
        const Day before = m_chart->inSight().from;
        QVERIFY(before < Day{10000} && before > Day{10000 - 31});
        QTest::keyClick(m_chart, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(std::abs(m_chart->inSight().from.number - before.number - 31) <= 1);
        click(u"forward"_s);
        QVERIFY(!m_chart->inSight().contains(Day{10000}));
        click(u"today"_s);
        QCOMPARE(m_chart->inSight().from, before);
        // What is chosen comes into sight.
        click(u"month"_s);
        m_chart->goTo(Day{10300});
        choose(m_list, 0);
        QVERIFY(m_chart->inSight().overlaps({Day{9900}, Day{10100}}));
    }

    void whatHasItsDayIsListedInOrder() {
        const Format format;
        QCOMPARE(column(m_due, 0),
                 (QStringList{u"%1 – late"_s.arg(format.day(Day{9998})), format.day(Day{10005}), format.day(Day{10010}),
                              format.day(Day{10020}), format.day(Day{10099}), format.day(Day{10199})}));
        QCOMPARE(column(m_due, 1), (QStringList{u"Decision due"_s, u"Hold lapses"_s, u"Delivery"_s, u"Decision due"_s,
                                                u"Hosting ends"_s, u"Hosting ends"_s}));
        QCOMPARE(column(m_due, 2),
                 (QStringList{u"R-1 · Survey"_s, u"front in HOME/R1/A1"_s, u"front in HOME/R1/A1"_s, u"R-2 · Survey"_s,
                              u"old in HOME/R1/A1"_s, u"HOME/R1/A2, devices: 2"_s}));
        QSignalSpy wanted(m_navigator.get(), &Navigator::wanted);
        click(u"month"_s);
        choose(m_due, 5);
        QVERIFY(m_chart->inSight().contains(Day{10199}));
        m_due->view()->setFocus();
        QTest::keyClick(m_due->view(), Qt::Key_Return);
        QVERIFY(wanted.takeLast().first().value<ObjectLink>() == ObjectLink(rackA2));
        choose(m_due, 0);
        QTest::keyClick(m_due->view(), Qt::Key_Return);
        QVERIFY(wanted.takeLast().first().value<ObjectLink>() == ObjectLink(inReview));
    }

    void aCommitElsewhereKeepsPlaceAndChoice() {
        click(u"month"_s);
        m_chart->select(blades);
        m_chart->goTo(Day{10150});
        const Period sight = m_chart->inSight();
        Snapshot next = booked();
        next.generation = 6;
        auto placements = std::vector(next.placements.begin(), next.placements.end());
        placements[0].during.until = Day{11500}; // the calendar becomes longer
        placements[1].state = u"released"_s;
        next.placements = Table<Placement>(std::move(placements));
        m_live->setSnapshot(std::make_shared<const Snapshot>(std::move(next)));
        TRY_COMPARE(column(m_list, 1), (QStringList{u"old"_s, u"blade 3 and 1 more"_s}));
        QCOMPARE(m_chart->selected(), blades);
        QCOMPARE(m_list->chosen(), std::int64_t{blades.value});
        QCOMPARE(m_chart->inSight(), sight);
    }

    /// Of 100,000 bars those in sight are drawn, and no other.
    void manyBookingsCostWhatIsInSight() {
        constexpr int count = 100'000;
        constexpr int racks = 2'500;
        Snapshot snapshot = smallSnapshot();
        std::vector<Rack> rows;
        std::vector<Placement> placements;
        for (int id = 1; id <= racks; ++id) {
            rows.push_back(snapshot.racks[0]);
            rows.back().id = RackId{id};
            rows.back().code = u"R%1"_s.arg(id, 4, 10, QChar(u'0'));
        }
        for (int id = 1; id <= count; ++id) {
            placements.push_back(snapshot.placements[0]);
            placements.back().id = PlacementId{id};
            placements.back().rack = RackId{id % racks + 1};
            placements.back().during = {Day{9000 + id / racks * 100}, Day{9000 + id / racks * 100 + 100}};
        }
        snapshot.racks = Table<Rack>(std::move(rows));
        snapshot.placements = Table<Placement>(std::move(placements));
        const auto shared = std::make_shared<const Snapshot>(std::move(snapshot));
        const auto calendar = std::make_shared<const Calendar>(calendarOf(*shared, CalendarBy::Rack));
        QCOMPARE(calendar->bars.size(), std::size_t{count});
        CalendarChart chart;
        chart.resize(1200, 800);
        chart.show(shared, calendar);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.viewport()->repaint();
        const int lanes = 800 / (chart.fontMetrics().height() + 8);
        QVERIFY2(chart.drawnBars() >= lanes, qPrintable(QString::number(chart.drawnBars())));
        QVERIFY2(chart.drawnBars() <= lanes * 5, qPrintable(QString::number(chart.drawnBars())));
        chart.select(PlacementId{count});
        QVERIFY(chart.viewport()->rect().contains(chart.barRect(PlacementId{count}).center()));
        QTest::keyClick(&chart, Qt::Key_Left); // the one before in its rack
        QCOMPARE(chart.selected(), PlacementId{count - racks});
    }

    void nothingBookedIsSaid() {
        Snapshot snapshot = smallSnapshot();
        snapshot.placements = Table<Placement>();
        open(std::move(snapshot));
        const auto said = [](const SearchTable *table, const QString &words) {
            const auto labels = table->findChildren<QLabel *>();
            return std::ranges::any_of(labels,
                                       [&](auto *label) { return label->isVisible() && label->text() == words; });
        };
        TRY_VERIFY(said(m_list, u"There is no booking that you may see by name."_s));
        QVERIFY(said(m_due, u"No end, lapse or decision is to come."_s));
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Down);
        QCOMPARE(m_chart->selected(), PlacementId());
    }
};

QTEST_MAIN(TestCalendarPage)
#include "tst_calendarpage.moc"
