#include "handestate.h"
#include "model/live/databaselive.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/parts/searchtable.h"
#include "views/rack/elevation.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Equipment is carried to another place in the drawing of the racks, with the mouse and without (F4): judged while it
/// is carried, and moved in the record when it is put down.
class TestCarry : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window;

    static constexpr PlacementId shelf{2};
    static constexpr PlacementId drawer{3};
    static constexpr RackId r1{1};
    static constexpr RackId r2{2};

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    /// "R1 4 [2026-01-01,)" of each booking in turn.
    [[nodiscard]] QString where(int equipment) const {
        return sql("select string_agg(concat_ws(' ', r.code, position_hu, p.during), ', ' order by p.during) "
                   "from polder.placement p join polder.rack r on r.id = p.rack_id where equipment_id = " +
                   QByteArray::number(equipment));
    }
    [[nodiscard]] Elevation &racks() const { return *m_window->findChild<Elevation *>(); }
    [[nodiscard]] QDialog *dialog() const {
        auto *page = m_window->page(u"rack"_s);
        auto *dialog = page->findChild<QDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    void wholeRow() const {
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"wholeRow"_s), Qt::LeftButton);
        QVERIFY(racks().placeOf(r2, 0).isValid());
    }
    /// Picks it up where it is, and carries it so that it would stand there.
    void drag(PlacementId what, RackId rack, int huFrom) const {
        QWidget *view = racks().viewport();
        const QPoint from = racks().placeOf(what).center();
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, from + QPoint(0, -12));
        QTest::mouseMove(view, racks().placeOf(rack, huFrom).center());
        TRY_VERIFY(racks().verdict() != Elevation::Verdict::Asking);
    }
    void drop(RackId rack, int huFrom) const {
        QTest::mouseRelease(racks().viewport(), Qt::LeftButton, {}, racks().placeOf(rack, huFrom).center());
        TRY_VERIFY(dialog());
    }
    void confirm() const {
        auto *move = dialog()->findChild<QPushButton *>(u"move"_s);
        TRY_VERIFY(move->isEnabled());
        QTest::mouseClick(move, Qt::LeftButton);
    }
    [[nodiscard]] QString said() const { return m_window->page(u"rack"_s)->findChild<QLabel *>(u"verdict"_s)->text(); }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        m_database = m_cluster->copyOf(m_template);
        m_live = openDatabaseLive({.conninfo = m_cluster->as(u"p_manager"_s, m_database), .user = {}, .where = {}});
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_live->connection().state == Connection::State::Online && m_window->estates().estate());
        m_window->navigator().open(r1);
        TRY_VERIFY(racks().placeOf(shelf).isValid());
    }
    void cleanup() {
        m_window.reset();
        m_live.reset();
    }

    void withinARack() {
        drag(shelf, r1, 40);
        QCOMPARE(racks().verdict(), Elevation::Verdict::Fits);
        QVERIFY2(said().startsWith(u"✓ fits"_s), qPrintable(said()));
        const auto moves = racks().carry()->moves();
        QCOMPARE(moves.size(), 1U);
        QCOMPARE(moves.front().position.halfUnits, 40);
        QCOMPARE(moves.front().face, u"both"_s);
        drop(r1, 40);
        QCOMPARE(dialog()->findChild<QLabel *>(u"moves"_s)->text(), u"shelf: from LEI/DC1/R1 U3 to LEI/DC1/R1 U21"_s);
        confirm();
        TRY_VERIFY(!dialog() && !racks().carry());
        QCOMPARE(where(2), u"R1 4 [2026-01-01,2027-03-01), R1 40 [2027-03-01,)"_s);
        // It is one's own, and can be taken back.
        auto *undo = m_window->findChild<QAction *>(u"undo"_s);
        TRY_COMPARE(undo->text(), u"&Undo move of shelf"_s);
        undo->trigger();
        const auto *undone = m_window->findChild<QWidget *>(u"undone"_s)->findChild<QLabel *>(u"answer"_s);
        TRY_COMPARE(undone->text(), u"✓ Undone: move of shelf"_s);
        QCOMPARE(where(2), u"R1 4 [2026-01-01,2027-03-01), R1 4 [2027-03-01,)"_s);
    }

    /// Two at once, one of them onto the place that the other one leaves: judged together.
    void severalToAPlaceThatOneOfThemLeaves() {
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, {}, racks().placeOf(drawer).center());
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, Qt::ControlModifier, racks().placeOf(shelf).center());
        QCOMPARE(racks().chosen(), (std::set{shelf, drawer}));
        drag(shelf, r1, 6);
        QCOMPARE(racks().verdict(), Elevation::Verdict::Fits);
        drop(r1, 6);
        confirm();
        TRY_VERIFY(!dialog());
        QCOMPARE(where(3), u"R1 6 [2026-01-01,2027-03-01), R1 8 [2027-03-01,)"_s);
        QCOMPARE(where(2), u"R1 4 [2026-01-01,2027-03-01), R1 6 [2027-03-01,)"_s);
        QCOMPARE(sql("select count(*) from polder.intention where name = 'move'"), u"1"_s);
    }

    void betweenRacksOnAPlannedDay() {
        wholeRow();
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, {}, racks().placeOf(drawer).center());
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, Qt::ControlModifier, racks().placeOf(shelf).center());
        drag(drawer, r2, 20);
        QCOMPARE(racks().verdict(), Elevation::Verdict::Fits);
        drop(r2, 20);
        auto *day = dialog()->findChild<QDateEdit *>(u"day"_s);
        day->setDate(QDate(2027, 4, 1));
        QVERIFY(dialog()->findChild<QRadioButton *>(u"planned"_s)->isChecked());
        confirm();
        TRY_VERIFY(!dialog());
        QCOMPARE(where(3), u"R1 6 [2026-01-01,2027-04-01), R2 20 [2027-04-01,)"_s);
        QCOMPARE(where(2), u"R1 4 [2026-01-01,2027-04-01), R2 18 [2027-04-01,)"_s);
    }

    /// R-1 is held at U10 and U11 from 1 May: a drawer that stays there is in its way, and all reasons are listed.
    void whatDoesNotFitSaysWhyAndNothingMoves() {
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, {}, racks().placeOf(drawer).center());
        QTest::mouseClick(racks().viewport(), Qt::LeftButton, Qt::ControlModifier, racks().placeOf(shelf).center());
        drag(shelf, r1, 16); // the drawer above it would be at U10
        QCOMPARE(racks().verdict(), Elevation::Verdict::DoesNot);
        QCOMPARE(said(), u"✕ does not fit"_s);
        const auto *reasons = m_window->page(u"rack"_s)->findChild<SearchTable *>(u"shortfalls"_s);
        QVERIFY(reasons->isVisible());
        QCOMPARE(reasons->view()->model()->index(0, 0).data().toString(), u"S1"_s);
        drop(r1, 16);
        confirm();
        SearchTable *refused = nullptr;
        TRY_VERIFY((refused = dialog()->findChild<SearchTable *>(u"violations"_s)) && refused->isVisible());
        QCOMPARE(refused->view()->model()->index(0, 0).data().toString(), u"S1"_s);
        QCOMPARE(where(2) + where(3), u"R1 4 [2026-01-01,)R1 6 [2026-01-01,)"_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        TRY_VERIFY(!dialog() && !racks().carry());
    }

    void withTheKeyboardAlone() {
        wholeRow();
        racks().setFocus();
        QTest::keyClick(&racks(), Qt::Key_Up);                    // the shelf
        QTest::keyClick(&racks(), Qt::Key_Up, Qt::ShiftModifier); // and the drawer
        QCOMPARE(racks().chosen(), (std::set{shelf, drawer}));
        QTest::keyClick(&racks(), Qt::Key_X, Qt::ControlModifier);
        QVERIFY(racks().carry());
        QTest::keyClick(&racks(), Qt::Key_Escape);
        QVERIFY(!racks().carry());
        QTest::keyClick(&racks(), Qt::Key_X, Qt::ControlModifier);
        QTest::keyClick(&racks(), Qt::Key_Right);
        QTest::keyClick(&racks(), Qt::Key_Down);
        QTest::keyClick(&racks(), Qt::Key_Down);
        QTest::keyClick(&racks(), Qt::Key_Down); // the floor of the rack is the end
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        QTest::keyClick(&racks(), Qt::Key_Return);
        TRY_VERIFY(dialog());
        auto *move = dialog()->findChild<QPushButton *>(u"move"_s);
        TRY_VERIFY(move->isEnabled());
        QTest::keyClick(dialog(), Qt::Key_Return);
        TRY_VERIFY(!dialog());
        QCOMPARE(where(2), u"R1 4 [2026-01-01,2027-03-01), R2 0 [2027-03-01,)"_s);
        QCOMPARE(where(3), u"R1 6 [2026-01-01,2027-03-01), R2 2 [2027-03-01,)"_s);
    }
};

QTEST_MAIN(TestCarry)
#include "tst_carry.moc"
