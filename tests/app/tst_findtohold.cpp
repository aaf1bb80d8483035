#include "handestate.h"
#include "model/live/databaselive.h"
#include "play.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/parts/searchtable.h"
#include "views/rack/elevation.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Find space now (F2), with the mouse and without: from the sentence over the ranked places to the outline in the
/// rack, which is adjusted while it is judged, and then booked. What is held is put elsewhere in the same way.
class TestFindToHold : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window;

    static constexpr RackId r1{1};
    static constexpr RackId r2{2};
    static constexpr PlacementId genome{1};

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    /// "R1 20 both" of what a request holds.
    [[nodiscard]] QString held(const QByteArray &number) const {
        return sql("select string_agg(concat_ws(' ', k.code, position_hu, p.during, cardinality(p.outlet_ids)), ', ' "
                   "order by p.id) from polder.placement p join polder.rack k on k.id = p.rack_id join "
                   "polder.equipment e on e.id = p.equipment_id join polder.request_item i on i.id = "
                   "e.request_item_id join polder.request r on r.id = i.request_id where p.state = 'held' and "
                   "r.number = '" +
                   number + "'");
    }
    template <typename Widget>
    [[nodiscard]] Widget &on(const QString &page, const QString &name) const {
        auto *widget = m_window->page(page)->findChild<Widget *>(name);
        if (!widget) {
            qFatal("no %s on page %s", qPrintable(name), qPrintable(page));
        }
        return *widget;
    }
    [[nodiscard]] QString pageName() const { return m_window->pageName(); }
    [[nodiscard]] Elevation &racks() const { return *m_window->findChild<Elevation *>(); }
    void picture(const QString &name) const { keepPicture(m_window->grab(), name); }
    [[nodiscard]] QString said() const {
        for (const auto *label : m_window->page(u"rack"_s)->findChildren<QLabel *>(u"verdict"_s)) {
            if (label->isVisible()) {
                return label->text();
            }
        }
        return {};
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void ask(const QString &sentence) const {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *line = m_window->findChild<QWidget *>(u"finder"_s)->findChild<QLineEdit *>(u"sentence"_s);
        TRY_VERIFY(line->hasFocus());
        QTest::keyClicks(line, sentence);
        auto *found = m_window->findChild<QWidget *>(u"finder"_s)->findChild<QTableView *>(u"found"_s);
        TRY_VERIFY(found->model()->rowCount() > 0);
        QTest::keyClick(line, Qt::Key_Return);
        TRY_COMPARE(pageName(), u"findspace"_s);
        auto &places = on<SearchTable>(u"findspace"_s, u"proposals"_s);
        TRY_VERIFY(places.model().rowCount() > 0 && places.chosen() > 0);
        m_window->activateWindow();
        TRY_VERIFY(m_window->isActiveWindow());
        TRY_VERIFY(on<QPushButton>(u"findspace"_s, u"show"_s).isEnabled());
    }
    /// Drags the outline by its middle so that its lower edge would be there.
    void dragGhost(RackId rack, int huFrom, bool drop = true) const {
        QWidget *view = racks().viewport();
        const QPoint from = racks().placeOfGhost().center();
        const int lower = racks().placeOf(rack, racks().ghost()->huFrom).center().y() - from.y();
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, from + QPoint(0, -12));
        const QPoint to = racks().placeOf(rack, huFrom).center() - QPoint(0, lower);
        QTest::mouseMove(view, to);
        TRY_VERIFY(racks().verdict() != Elevation::Verdict::Asking);
        if (drop) {
            QTest::mouseRelease(view, Qt::LeftButton, {}, to);
            TRY_VERIFY(racks().verdict() != Elevation::Verdict::Asking);
        }
    }
    void holdHere() const {
        auto &hold = on<QPushButton>(u"rack"_s, u"holdHere"_s);
        TRY_VERIFY(hold.isVisible() && hold.isEnabled());
        QTest::mouseClick(&hold, Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
        runSql(m_template, "set polder.today = '2027-03-01'; "
                           "insert into polder.request (id, number, state, organisation_id, department_id, "
                           "requester_id, sponsor_id, project, from_date, until_date, submitted_at) overriding system "
                           "value values (2, 'R-2', 'in review', 2, 1, 2, 3, 'Proteins', '2027-05-01', '2029-05-01', "
                           "'2027-02-01 10:00+00'); insert into polder.request_item (id, request_id, ordinal, "
                           "height_hu, depth_mm, weight_g, draw_w, cords, plug) overriding system value values (2, 2, "
                           "1, 4, 700, 20000, 300, 2, 'C14')");
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        m_database = m_cluster->copyOf(m_template);
        m_live = openDatabaseLive({.conninfo = m_cluster->as(u"p_manager"_s, m_database), .user = {}, .where = {}});
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->resize(1280, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_live->connection().state == Connection::State::Online && m_window->estates().estate());
    }
    void cleanup() {
        m_window.reset();
        m_live.reset();
    }

    void withTheMouse() {
        ask(u"2U 300 W dual 20 kg from 1 May 2027"_s);
        auto &places = on<SearchTable>(u"findspace"_s, u"proposals"_s);
        QCOMPARE(RackId{static_cast<int>(places.chosen())}, r1); // R2 has no outlets
        QTest::mouseClick(&on<QPushButton>(u"findspace"_s, u"show"_s), Qt::LeftButton);
        QCOMPARE(pageName(), u"rack"_s);
        QVERIFY(racks().ghost());
        QVERIFY(racks().viewport()->rect().contains(racks().placeOfGhost())); // it is scrolled to
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        QCOMPARE(on<QLabel>(u"rack"_s, u"offered"_s).text(), u"2U, 300 W, 20 kg, cords: 2, from 1 May 2027"_s);
        auto &forWhom = on<QComboBox>(u"rack"_s, u"holdFor"_s);
        QCOMPARE(forWhom.itemText(0), u"for R-2.1 Proteins – 0 of 1 held"_s);

        // Onto R-1, which is held there: the reason has numbers, and it is still only thought of.
        dragGhost(r1, 16, false);
        QCOMPARE(racks().verdict(), Elevation::Verdict::DoesNot);
        picture(u"F2-1-refused"_s);
        const auto reasons = m_window->page(u"rack"_s)->findChildren<SearchTable *>(u"shortfalls"_s);
        const auto shown = std::ranges::find_if(reasons, [](const SearchTable *one) { return one->isVisible(); });
        QVERIFY(shown != reasons.end());
        QCOMPARE((*shown)->model().index(0, 0).data().toString(), u"S1"_s);
        const QPoint back = racks().placeOf(r1, 30).center();
        QTest::mouseMove(racks().viewport(), back);
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        QTest::mouseRelease(racks().viewport(), Qt::LeftButton, {}, back);
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        const int chosen = racks().ghost()->huFrom;
        QVERIFY(std::abs(chosen - 30) <= 2 && chosen % 2 == 0);

        // A colleague's commit, and the whole row, leave it where it is.
        runSql(m_database, "update polder.equipment set name = 'seen-at-once' where id = 2");
        TRY_VERIFY(
            std::ranges::any_of(racks().boxes(), [](const auto &box) { return box.label == u"seen-at-once"_s; }));
        QCOMPARE(racks().ghost()->huFrom, chosen);
        QTest::mouseClick(&on<QPushButton>(u"rack"_s, u"wholeRow"_s), Qt::LeftButton);
        QCOMPARE(racks().ghost()->huFrom, chosen);
        QVERIFY(racks().placeOfGhost().isValid());
        runSql(m_database, "update polder.equipment set name = 'seen-again' where id = 2");
        TRY_VERIFY(std::ranges::any_of(racks().boxes(), [](const auto &box) { return box.label == u"seen-again"_s; }));
        QCOMPARE(racks().ghost()->huFrom, chosen);
        picture(u"F2-2-row"_s);
        // In the rack beside it there is no power for it.
        dragGhost(r2, 30);
        QCOMPARE(racks().ghost()->rack, r2);
        QCOMPARE(racks().verdict(), Elevation::Verdict::DoesNot);
        dragGhost(r1, 30);
        QCOMPARE(racks().ghost()->rack, r1);
        QCOMPARE(racks().ghost()->huFrom, 30);
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);

        QCOMPARE(held("R-2"), QString());
        holdHere();
        TRY_COMPARE(held("R-2"), u"R1 30 [2027-05-01,2029-05-01) 2"_s);
        TRY_VERIFY(!racks().ghost());
        TRY_COMPARE(on<QLabel>(u"rack"_s, u"answer"_s).text(), u"✓ Held for R-2."_s);
        QCOMPARE(sql("select state from polder.request where number = 'R-2'"), u"held"_s);
        picture(u"F2-3-held"_s);
    }

    void withTheKeyboardAlone() {
        ask(u"2U 300 W dual 20 kg from 1 May 2027"_s);
        auto &places = on<SearchTable>(u"findspace"_s, u"proposals"_s);
        places.view()->setFocus();
        key(Qt::Key_Return);
        TRY_COMPARE(pageName(), u"rack"_s);
        TRY_VERIFY(racks().hasFocus());
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        const int from = racks().ghost()->huFrom;
        key(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(racks().carriesGhost());
        key(Qt::Key_Up);
        key(Qt::Key_Escape); // back where it was
        QCOMPARE(racks().ghost()->huFrom, from);
        key(Qt::Key_X, Qt::ControlModifier);
        for (int i = 0; i < 15; ++i) {
            key(Qt::Key_Up);
        }
        key(Qt::Key_Up, Qt::ShiftModifier); // by half a unit
        QCOMPARE(racks().ghost()->huFrom, from + 31);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(racks().ghost()->huFrom, from + 30);
        TRY_VERIFY(racks().verdict() != Elevation::Verdict::Asking);
        const bool fits = racks().verdict() == Elevation::Verdict::Fits;
        QVERIFY2(fits, qPrintable(said()));
        key(Qt::Key_Return); // puts it down, and books it as soon as it is judged there
        const QString expected = u"R1 %1 [2027-05-01,2029-05-01) 2"_s.arg(from + 30);
        TRY_COMPARE(held("R-2"), expected);
    }

    /// R-1 is held as a whole: it is given back and held again, all or nothing.
    void whatIsHeldIsHeldElsewhere() {
        m_window->navigator().open(r1);
        auto *day = m_window->page(u"rack"_s)->findChild<QDateEdit *>();
        day->setDate(QDate(2027, 6, 1));
        TRY_VERIFY(racks().placeOf(genome).isValid());
        QWidget *view = racks().viewport();
        const QPoint from = racks().placeOf(genome).center();
        const int lower = racks().placeOf(r1, 18).center().y() - from.y();
        const QPoint to = racks().placeOf(r1, 40).center() - QPoint(0, lower);
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, from + QPoint(0, -12));
        QTest::mouseMove(view, to);
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
        TRY_VERIFY(racks().ghost());
        QCOMPARE(racks().ghost()->huFrom, 40);
        QCOMPARE(on<QLabel>(u"rack"_s, u"offered"_s).text(), u"Hold genome-1 here instead"_s);
        QCOMPARE(held("R-1"), u"R1 18 [2027-05-01,2029-05-01) 2"_s);
        holdHere();
        TRY_VERIFY2(!racks().ghost(), qPrintable(on<QLabel>(u"rack"_s, u"answer"_s).text()));
        QCOMPARE(held("R-1"), u"R1 40 [2027-05-01,2029-05-01) 2"_s);
        QCOMPARE(sql("select state from polder.request where number = 'R-1'"), u"held"_s);
        QCOMPARE(sql("select p.hold_until from polder.placement p where state = 'held'"), u"2027-06-01"_s);
    }

    /// What nobody has asked for yet becomes a request with these figures.
    void aRequestIsWrittenWithIt() {
        runSql(m_database,
               "insert into polder.appointment (person_id, role, organisation_id) values (1, 'requester', 1)");
        TRY_VERIFY(m_live->snapshot()->viewer.mayAsk);
        ask(u"3U 450 W dual 25 kg from 1 May 2027"_s);
        QTest::mouseClick(&on<QPushButton>(u"findspace"_s, u"show"_s), Qt::LeftButton);
        TRY_COMPARE(racks().verdict(), Elevation::Verdict::Fits);
        auto &forWhom = on<QComboBox>(u"rack"_s, u"holdFor"_s);
        QCOMPARE(forWhom.count(), 1); // R-2 asks for 2U
        QCOMPARE(on<QPushButton>(u"rack"_s, u"holdHere"_s).text(), u"&Write the request …"_s);
        holdHere();
        TRY_COMPARE(pageName(), u"request"_s);
        QVERIFY(!racks().ghost());
        QCOMPARE(on<QWidget>(u"request"_s, u"height"_s).property("value").toDouble(), 3.0);
        QCOMPARE(on<QWidget>(u"request"_s, u"draw"_s).property("value").toInt(), 450);
        QCOMPARE(on<QWidget>(u"request"_s, u"cords"_s).property("value").toInt(), 2);
    }
};

QTEST_MAIN(TestFindToHold)
#include "tst_findtohold.moc"
