#include "app/polder/desktop.h"
#include "model/items/tablemodel.h"
#include "model/store/demo.h"
#include "model/store/migrator.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/parts/searchtable.h"
#include "views/rack/elevation.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// The main job as people do it, in the window, on the demo estate: each test goes on where the last one ended. Other
/// people's commits come by connections of their own.
class TestDesktopJob : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    std::unique_ptr<Desktop> m_desktop;
    QString m_conninfo; ///< the superuser's
    QString m_number;   ///< of the request that all is about

    [[nodiscard]] MainWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] QWidget &page(const QString &name) const { return *window().page(name); }
    template <typename Widget>
    [[nodiscard]] Widget &on(const QString &pageName, const QString &name = {}) const {
        auto *widget = page(pageName).findChild<Widget *>(name);
        if (!widget) {
            qFatal("no %s on page %s", qPrintable(name), qPrintable(pageName));
        }
        return *widget;
    }
    [[nodiscard]] static SearchTable &tableOf(QWidget &page) {
        auto *named = page.findChild<SearchTable *>(u"equipment"_s); // of that page, which has others too
        return named ? *named : *page.findChild<SearchTable *>();
    }
    /// Clicks on the button as soon as it can be clicked on.
    void press(const QString &pageName, const QString &button) const {
        const auto ready = [&]() -> QPushButton * {
            const auto buttons = page(pageName).findChildren<QPushButton *>(button);
            const auto found = std::ranges::find_if(
                buttons, [](const QPushButton *one) { return one->isVisible() && one->isEnabled(); });
            return found == buttons.end() ? nullptr : *found;
        };
        TRY_VERIFY2(ready(), qPrintable(button));
        QTest::mouseClick(ready(), Qt::LeftButton);
    }
    /// By its shortcut: the pages stand in this order from Ctrl+1; those that have none by their button.
    void turnTo(const QString &pageName) const {
        const auto number = window().pageNames().indexOf(pageName);
        if (number >= 10) {
            QTest::mouseClick(window().findChildren<QPushButton *>(u"pageButton"_s).at(number), Qt::LeftButton);
            QVERIFY(page(pageName).isVisible());
            return;
        }
        QTest::keyClick(&window(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::ControlModifier);
        QVERIFY(page(pageName).isVisible());
    }
    static void type(QWidget &field, const QString &text) {
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Tab);
    }
    [[nodiscard]] QString state() const { return on<QLabel>(u"requests"_s, u"state"_s).text(); }

    [[nodiscard]] QString sql(const QByteArray &statement) const { return valueOf(m_conninfo, statement); }
    /// The demo person's own connection, beside the window.
    [[nodiscard]] QString as(const QByteArray &handle) const {
        return m_cluster->conninfo(sql("select p.login from polder.person p join polder.person_detail d on "
                                       "d.person_id = p.id where d.handle = '" +
                                       handle + "'"));
    }

    /// Logs in as somebody else, by the menu.
    void become(const QString &name) const {
        for (QAction *menu : window().menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions()) {
                if (action->text().startsWith(name)) {
                    action->trigger();
                    TRY_VERIFY(viewer().startsWith(name));
                    return;
                }
            }
        }
        QFAIL(qPrintable(name));
    }
    [[nodiscard]] QString viewer() const {
        const auto labels = window().findChildren<QLabel *>();
        const auto record = std::ranges::find(labels, u"State of the record"_s, &QLabel::accessibleName);
        return record == labels.end() ? QString() : (*record)->text();
    }
    /// Finds the request in the queue by typing its project, and chooses it.
    void choose(const QString &project) const {
        turnTo(u"requests"_s);
        SearchTable &table = tableOf(page(u"requests"_s));
        auto *search = table.findChild<QLineEdit *>();
        QTest::keyClick(&table, Qt::Key_F, Qt::ControlModifier);
        TRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, project);
        TRY_COMPARE(table.model().rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        TRY_VERIFY(on<QLabel>(u"requests"_s, u"state"_s).text() != u"Choose a request to read it."_s);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true); // nothing is left behind in the person's own folder
        QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        auto cluster = EmbeddedCluster::start(m_folder.filePath(u"cluster"_s), EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        m_cluster = std::move(*cluster);
        m_conninfo = m_cluster->conninfo();
        QVERIFY(migrate(m_conninfo).ok());
        QVERIFY(loadDemo(*connectTo(m_conninfo)).ok());

        Options options;
        options.embeddedFolder = m_folder.filePath(u"cluster"_s);
        options.person = u"researcher.leiden"_s;
        m_desktop = std::make_unique<Desktop>(options);
        m_desktop->start();
        TRY_VERIFY(m_desktop->window());
        TRY_VERIFY(viewer().startsWith(u"Daan Schuurman"_s));
    }
    void cleanupTestCase() {
        m_desktop.reset();
        const ProcessEnd end(m_cluster->processId());
        m_cluster.reset();
        QVERIFY(end.happensWithin(patience));
    }

    void theWindowSaysThatTheEstateIsInvented() {
        QVERIFY(window().findChild<QLabel *>(u"notice"_s)->text().contains(u"invented"_s));
        QVERIFY(window().findChild<QLabel *>(u"notice"_s)->isVisible());
    }

    void aResearcherSeesNoOtherTenantsNames() {
        // A rack of the own institution with the other one's equipment in it, and equipment of third parties
        // everywhere.
        const int rack =
            sql("select p.rack_id from polder.placement p join polder.equipment e on e.id = p.equipment_id "
                "join polder.organisation o on o.id = e.owner_id join polder.rack r on r.id = p.rack_id "
                "join polder.room m on m.id = r.room_id join polder.site s on s.id = m.site_id "
                "where o.code = 'LUMC' and s.code = 'LEIDEN' and p.state = 'installed' limit 1")
                .toInt();
        QVERIFY(rack > 0);
        window().navigator().open(RackId{rack});
        const auto &boxes = on<Elevation>(u"rack"_s).boxes();
        QVERIFY(!boxes.empty());
        int strange = 0;
        for (const ElevationBox &box : boxes) {
            strange += box.kind == ElevationBox::Kind::Taken ? 1 : 0;
        }
        QVERIFY(strange > 0);
        turnTo(u"equipment"_s);
        const QString own = valueOf(as("researcher.leiden"), "select count(*) from polder.equipment");
        FilterSortModel &model = tableOf(page(u"equipment"_s)).model();
        TRY_COMPARE(QString::number(model.rowCount()), own);
        QVERIFY(own.toInt() < sql("select count(*) from polder.equipment").toInt() / 2);
        // Nothing that the window shows anywhere names equipment that is not the researcher's to see.
        QStringList shown;
        for (const QAbstractItemView *view : window().findChildren<QAbstractItemView *>()) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    shown << view->model()->index(row, column).data().toString();
                }
            }
        }
        for (const ElevationBox &box : boxes) {
            shown << box.label;
        }
        const auto foreign =
            connectTo(m_conninfo)
                ->query(
                    "select e.name from polder.equipment e join polder.organisation o on o.id = e.owner_id "
                    "where o.code = 'LUMC' union select r.project from polder.request r join polder.organisation o on "
                    "o.id = r.organisation_id where o.code = 'LUMC'");
        QVERIFY(foreign.ok() && foreign->count() > 500);
        // (Two servers may have one name.)
        const auto mine = connectTo(as("researcher.leiden"))
                              ->query("select name from polder.equipment union select project from polder.request");
        QVERIFY(mine.ok());
        QSet<QString> names(shown.begin(), shown.end());
        for (int row = 0; row < mine->count(); ++row) {
            names.remove(mine->text(row, 0));
        }
        for (int row = 0; row < foreign->count(); ++row) {
            QVERIFY2(!names.contains(foreign->text(row, 0)), qPrintable(foreign->text(row, 0)));
        }
    }

    void theResearcherWritesAndSubmits() {
        turnTo(u"request"_s);
        type(on<QLineEdit>(u"request"_s, u"project"_s), u"Tidal models"_s);
        auto &sponsor = on<QComboBox>(u"request"_s, u"sponsor"_s);
        QTest::keyClick(&sponsor, Qt::Key_Home);
        for (int i = 0; i < sponsor.count() && !sponsor.currentText().startsWith(u"Prof. Hester"_s); ++i) {
            QTest::keyClick(&sponsor, Qt::Key_Down);
        }
        QCOMPARE(sponsor.currentText(), u"Prof. Hester van Amerongen"_s);
        auto &site = on<QComboBox>(u"request"_s, u"site"_s);
        QTest::keyClicks(&site, u"LEIDEN"_s);
        QVERIFY(site.currentText().startsWith(u"LEIDEN"_s));

        type(on<QWidget>(u"request"_s, u"height"_s), u"2"_s);
        type(on<QWidget>(u"request"_s, u"draw"_s), u"800"_s);
        type(on<QWidget>(u"request"_s, u"weight"_s), u"25"_s);
        type(on<QWidget>(u"request"_s, u"depth"_s), u"750"_s);
        type(on<QWidget>(u"request"_s, u"cords"_s), u"2"_s);
        QTest::keyClicks(&on<QComboBox>(u"request"_s, u"plug"_s), u"C14"_s);
        press(u"request"_s, u"addItem"_s);
        // No rack is 55 units high: the answer says so while it is being typed, and changes with it.
        type(on<QWidget>(u"request"_s, u"height"_s), u"55"_s);
        const auto &fit = on<QLabel>(u"request"_s, u"fit"_s);
        TRY_VERIFY2(fit.text().contains(u"2. 1 × 55U, own figures: Racks in which it fits: 0 in LEIDEN, because in"_s),
                    qPrintable(fit.text()));
        QVERIFY(fit.text().contains(u"(S1)"_s));
        type(on<QWidget>(u"request"_s, u"height"_s), u"1"_s);
        type(on<QWidget>(u"request"_s, u"count"_s), u"2"_s);
        type(on<QWidget>(u"request"_s, u"weight"_s), u"9"_s);
        TRY_VERIFY2(fit.text().contains(u"2. 2 × 1U, own figures"_s) &&
                        fit.text().contains(u"All together: 2 of 2 find a place"_s) &&
                        !fit.text().contains(u": 0 in"_s),
                    qPrintable(fit.text()));

        press(u"request"_s, u"submit"_s);
        TRY_COMPARE(state(), u"submitted"_s);
        QVERIFY(page(u"requests"_s).isVisible());
        m_number = sql("select number from polder.request where project = 'Tidal models' and state = 'submitted'");
        QVERIFY(!m_number.isEmpty());
        QVERIFY(!page(u"requests"_s).findChild<QPushButton *>(u"endorse"_s));
    }

    void theSponsorEndorses() {
        become(u"Prof. Hester van Amerongen"_s);
        choose(u"Tidal"_s);
        QCOMPARE(state(), u"submitted"_s);
        press(u"requests"_s, u"endorse"_s);
        QTest::keyClicks(&on<QLineEdit>(u"requests"_s, u"words"_s), u"Good science"_s);
        press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(state(), u"endorsed: Good science"_s);
        QVERIFY(!page(u"requests"_s).findChild<QPushButton *>(u"hold"_s));
    }

    void whoWasFirstIsSaid() {
        become(u"Femke Osinga"_s);
        choose(u"Tidal"_s);
        QVERIFY(state().startsWith(u"endorsed"_s));
        // The researcher changes it while the manager looks: no event reaches this window in between.
        QVERIFY(connectTo(as("researcher.leiden"))
                    ->query("select api.amend_request(gen_random_uuid(), null, jsonb_build_object('request', $1::text, "
                            "'cost_centre', 'UL-1'))",
                            {m_number.toUtf8()})
                    .ok());
        press(u"requests"_s, u"review"_s);
        const auto &answer = on<QLabel>(u"requests"_s, u"answer"_s);
        TRY_COMPARE(answer.text(), u"Request was changed after you looked."_s);
        QVERIFY(answer.isVisible());
        const QString more = on<QLabel>(u"requests"_s, u"answerMore"_s).text();
        QVERIFY2(more.startsWith(u"Daan Schuurman was there first (amend request, "_s), qPrintable(more));
        const QString today = QLocale().toString(QDate::currentDate(), QLocale::ShortFormat);
        QVERIFY2(more.contains(today), qPrintable(more));
        // Having seen it, the same click works.
        TRY_VERIFY(on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"UL-1"_s));
        press(u"requests"_s, u"review"_s);
        TRY_COMPARE(state(), u"in review"_s);
    }

    void placesAreListedWithReasons() {
        press(u"requests"_s, u"hold"_s);
        QVERIFY(page(u"findspace"_s).isVisible());
        QCOMPARE(on<QComboBox>(u"findspace"_s, u"items"_s).currentText(), u"1. 2U – 0 of 1 held"_s);
        FilterSortModel &places = on<SearchTable>(u"findspace"_s, u"proposals"_s).model();
        TRY_VERIFY(on<QPushButton>(u"findspace"_s, u"hold"_s).isEnabled()); // the answer to this question is there
        QVERIFY(places.rowCount() > 20);
        FilterSortModel &refusals = on<SearchTable>(u"findspace"_s, u"refusals"_s).model();
        QVERIFY(refusals.rowCount() > 0);
        for (int row = 0; row < refusals.rowCount(); ++row) {
            QVERIFY(!refusals.index(row, 1).data().toString().isEmpty()); // the rule
            QVERIFY(!refusals.index(row, 2).data().toString().isEmpty()); // with its numbers
        }
    }

    void aRefusedHoldListsAllViolations() {
        auto &places = on<SearchTable>(u"findspace"_s, u"proposals"_s);
        const QByteArray rack = QByteArray::number(places.chosen());
        QVERIFY(places.chosen() > 0);
        // In the meantime somebody else's shelf stands at the place, and the rack may bear nothing more.
        const int unit = places.model().index(places.view()->currentIndex().row(), 2).data().toInt();
        runSql(
            m_conninfo,
            "with shelf as (insert into polder.equipment (owner_id, height_hu, depth_mm, weight_g, budgeted_w, cords) "
            "values (1, 2, 300, 1000, 0, 0) returning id) "
            "insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face) "
            "select id, 'installed', daterange(current_date, null), " +
                rack + ", " + QByteArray::number(2 * (unit - 1)) +
                ", 'front' from shelf; update polder.node_limit set normal_main = 1, reason = 'worn feet' where "
                "node_id = (select id "
                "from polder.node where kind = 'rack_mass' and rack_id = " +
                rack + ")");
        press(u"findspace"_s, u"hold"_s);
        TRY_VERIFY(page(u"findspace"_s).findChild<SearchTable *>(u"violations"_s));
        auto &violations = on<SearchTable>(u"findspace"_s, u"violations"_s);
        TRY_VERIFY(violations.isVisible());
        QStringList rules;
        for (int row = 0; row < violations.model().rowCount(); ++row) {
            rules << violations.model().index(row, 0).data().toString();
        }
        QVERIFY2(rules.contains(u"S1"_s) && rules.contains(u"S3"_s), qPrintable(rules.join(u", "_s)));
        // The search has heard of it too: that rack is not proposed any more.
        TRY_VERIFY(places.chosen() != rack.toInt() && places.chosen() > 0);
        QCOMPARE(sql("select count(*) from polder.placement p join polder.equipment e on e.id = p.equipment_id join "
                     "polder.request_item i on i.id = e.request_item_id join polder.request r on r.id = i.request_id "
                     "where r.number = '" +
                     m_number.toUtf8() + "'"),
                 u"0"_s);
    }

    void bothItemsAreHeldAndTheElevationShowsIt() {
        auto &places = on<SearchTable>(u"findspace"_s, u"proposals"_s);
        const RackId rack{static_cast<int>(places.chosen())};
        press(u"findspace"_s, u"show"_s);
        QVERIFY(page(u"rack"_s).isVisible());
        QVERIFY(on<Elevation>(u"rack"_s).ghost());
        turnTo(u"findspace"_s);
        QCOMPARE(places.chosen(), qint64{rack.value});
        TRY_VERIFY(on<QPushButton>(u"findspace"_s, u"hold"_s).isEnabled());
        press(u"findspace"_s, u"hold"_s);
        auto &items = on<QComboBox>(u"findspace"_s, u"items"_s);
        TRY_COMPARE(items.currentText(), u"2. 1U – 0 of 2 held"_s);
        QCOMPARE(items.itemText(0), u"1. 2U – 1 of 1 held"_s);
        TRY_VERIFY(on<QPushButton>(u"findspace"_s, u"hold"_s).text() == u"H&old all 2 places"_s &&
                   on<QPushButton>(u"findspace"_s, u"hold"_s).isEnabled());
        press(u"findspace"_s, u"hold"_s);
        TRY_VERIFY2(state() == u"held"_s, qPrintable(on<QLabel>(u"findspace"_s, u"answer"_s).text()));
        QVERIFY(page(u"requests"_s).isVisible());

        window().navigator().open(rack);
        const auto shownHolds = [&] {
            return std::ranges::count_if(on<Elevation>(u"rack"_s).boxes(), [&](const ElevationBox &box) {
                return box.label == m_number + u"-1.1"_s && box.huUntil - box.huFrom == 4;
            });
        };
        TRY_COMPARE(shownHolds(), 1);
    }

    void aPieceIsInstalledAndFound() {
        choose(u"Tidal"_s);
        press(u"requests"_s, u"install"_s);
        auto *dialog = page(u"requests"_s).findChild<QDialog *>(u"installDialog"_s);
        TRY_VERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"serial"_s), u"SN-TIDE-1"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"assetTag"_s), u"UL-TAG-900"_s);
        press(u"requests"_s, u"installNow"_s);
        const auto *answer = dialog->findChild<QLabel *>(u"answer"_s);
        TRY_COMPARE(answer->text(), u"✓ %1: installed, 1 of 3 pieces."_s.arg(m_number));
        QVERIFY(dialog->findChild<QPushButton *>(u"label"_s)->isVisible());
        dialog->close();
        window().activateWindow();
        TRY_VERIFY(window().isActiveWindow());
        QCOMPARE(state(), u"held"_s); // the request is, until the last piece stands
        turnTo(u"equipment"_s);
        SearchTable &table = tableOf(page(u"equipment"_s));
        auto *search = table.findChild<QLineEdit *>();
        for (const QString &text : {u"sn-tide-1"_s, u"UL-TAG-900"_s}) {
            search->clear();
            QTest::keyClicks(search, text);
            TRY_COMPARE(table.model().rowCount(), 1);
        }
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(on<QLabel>(u"equipment"_s, u"name"_s).text(), m_number + u"-1.1"_s);
        search->clear();
    }

    /// Twenty nodes in September cross a limit; a smaller plan does not, and becomes bookings. What is not endorsed is
    /// refused, with the reason, and nothing is booked.
    void whatIfWeHostTheNewCluster() {
        turnTo(u"planner"_s);
        const auto &first = on<QWidget>(u"planner"_s, u"first"_s);
        const auto &second = on<QWidget>(u"planner"_s, u"second"_s);
        const auto outcome = [](const QWidget &panel) {
            const auto *changes = panel.findChild<SearchTable *>(u"changes"_s);
            return changes->view()->model()->index(0, 2).data().toString();
        };
        const auto answer = [](const QWidget &panel) {
            return panel.findChild<QLabel *>(u"answer"_s)->text() + u'|' +
                   panel.findChild<QLabel *>(u"answerMore"_s)->text();
        };
        const auto click = [](const QWidget &panel, const QString &name) {
            auto *button = panel.findChild<QPushButton *>(name);
            TRY_VERIFY(button->isEnabled());
            QTest::mouseClick(button, Qt::LeftButton);
        };
        const QString cluster = sql("select number from polder.request where project = 'Twenty nodes for ALICE'");
        const QString small = sql("select number from polder.request where project = 'Catalyst screening'");
        QVERIFY(!cluster.isEmpty() && !small.isEmpty());
        auto &what = on<QLineEdit>(u"planner"_s, u"what"_s);
        type(what, cluster);
        press(u"planner"_s, u"toFirst"_s);
        what.clear();
        type(what, small);
        press(u"planner"_s, u"toSecond"_s);
        // As many as there is power for; together they are all twenty.
        static const QRegularExpression counts(u"^placed: (\\d+) · without a place: (\\d+) · against P6$"_s);
        TRY_VERIFY2(counts.match(outcome(first)).hasMatch(), qPrintable(outcome(first)));
        const auto match = counts.match(outcome(first));
        QCOMPARE(match.captured(1).toInt() + match.captured(2).toInt(), 20);
        const QString limit = first.findChild<QLabel *>(u"first"_s)->text();
        QVERIFY2(limit.startsWith(u"First limit, at change 1: "_s) && limit.contains(u"(P6)"_s) &&
                     limit.contains(u"LEIDEN UPS-B"_s) && limit.contains(u"LEIDEN ATS-A"_s) &&
                     limit.contains(u"1 Sep 20"_s),
                 qPrintable(limit));
        QCOMPARE(second.findChild<QLabel *>(u"first"_s)->text(), u"No limit is crossed."_s);
        click(first, u"promote"_s);
        TRY_VERIFY2(answer(first).startsWith(u"Not promoted, nothing is booked.|"_s), qPrintable(answer(first)));
        QVERIFY2(answer(first).contains(u"Change 1: without a place: "_s + match.captured(2)) &&
                     answer(first).contains(u"Change 1: Hold is not possible in state \"submitted\"."_s),
                 qPrintable(answer(first)));
        QCOMPARE(sql("select state from polder.request where number = '" + cluster.toUtf8() + "'"), u"submitted"_s);
        click(second, u"promote"_s);
        TRY_VERIFY2(answer(second).startsWith(u"✓ Promoted: "_s), qPrintable(answer(second)));
        QCOMPARE(sql("select state from polder.request where number = '" + small.toUtf8() + "'"), u"held"_s);
        QCOMPARE(sql("select state from polder.request where number = '" + cluster.toUtf8() + "'"), u"submitted"_s);
    }

    /// What was just done stands first in the history, with who did it.
    void theHistoryTellsWhoDidIt() {
        turnTo(u"history"_s);
        auto &table = on<SearchTable>(u"history"_s, u"history"_s);
        TRY_VERIFY(table.model().rowCount() > 0);
        const auto cell = [&table](int column) { return table.model().index(0, column).data().toString(); };
        TRY_COMPARE(cell(1), u"Femke Osinga"_s);
        QCOMPARE(cell(2), u"hold"_s); // what the promotion was made of
    }

    void aColleaguesCommitLeavesSelectionAndScroll() {
        turnTo(u"equipment"_s); // it rests while nobody looks
        SearchTable &table = tableOf(page(u"equipment"_s));
        TRY_VERIFY(table.model().rowCount() > 1000);
        QScrollBar *bar = table.view()->verticalScrollBar();
        table.choose(table.model().index(700, 0).data(RowTable::KeyRole).toLongLong());
        const auto chosen = table.chosen();
        const int scrolled = bar->value();
        QVERIFY(scrolled > 0);
        const QString first = table.model().index(3, 0).data().toString();
        runSql(m_conninfo,
               "update polder.equipment set name = 'renamed-by-a-colleague' where name = '" + first.toUtf8() + "'");
        TRY_COMPARE(table.model().index(3, 0).data().toString(), u"renamed-by-a-colleague"_s);
        QCOMPARE(table.chosen(), chosen);
        QCOMPARE(bar->value(), scrolled);

        // The same in the elevation of a full rack, seen in a low window.
        const auto rack =
            sql("select rack_id from polder.placement where state = 'installed' and position_hu is not null "
                "and rack_id in (select r.id from polder.rack r join polder.room m on m.id = r.room_id "
                "where m.site_id = 1) group by rack_id order by count(*) desc limit 1");
        window().navigator().open(RackId{rack.toInt()});
        window().resize(1100, 480);
        auto &elevation = on<Elevation>(u"rack"_s);
        TRY_VERIFY(elevation.verticalScrollBar()->maximum() > 0);
        elevation.verticalScrollBar()->setValue(elevation.verticalScrollBar()->maximum() / 2);
        const PlacementId placement = elevation.boxes()[5].placement;
        elevation.select(placement);
        const int seen = elevation.verticalScrollBar()->value();
        const auto other = elevation.boxes()[8];
        QVERIFY(other.equipment && other.placement != placement);
        runSql(m_conninfo, "update polder.equipment set name = 'seen-at-once' where id = " +
                               QByteArray::number(other.equipment.value));
        const auto renamed = [&] {
            return std::ranges::any_of(elevation.boxes(),
                                       [](const auto &box) { return box.label == u"seen-at-once"_s; });
        };
        TRY_VERIFY(renamed());
        QCOMPARE(elevation.selected(), placement);
        QCOMPARE(elevation.verticalScrollBar()->value(), seen);
    }

    /// A technician's walk along a rack: one device in its place, one from another rack, one that nobody knows; the
    /// rest is missing. The scanner types into the page as it opens.
    void anAuditOfARack() {
        const QString rack =
            sql("select p.rack_id from polder.placement p join polder.equipment e on e.id = p.equipment_id join "
                "polder.rack r on r.id = p.rack_id join polder.room m on m.id = r.room_id join polder.site s on s.id = "
                "m.site_id where s.code = 'LEIDEN' and p.state = 'installed' and e.asset_tag is not null and p.during "
                "@> current_date group by 1 having count(*) between 3 and 8 order by 1 limit 1");
        const auto tag = [this](const QString &where) {
            return sql("select e.asset_tag from polder.placement p join polder.equipment e on e.id = p.equipment_id "
                       "join polder.rack r on r.id = p.rack_id join polder.room m on m.id = r.room_id where p.state = "
                       "'installed' and m.site_id = (select id from polder.site where code = 'LEIDEN') and p.during @> "
                       "current_date and e.asset_tag is not null and " +
                       where.toUtf8() + " order by p.id limit 1");
        };
        const QString here = tag(u"p.rack_id = "_s + rack);
        const QString stray = tag(u"p.rack_id <> "_s + rack);
        window().navigator().open(RackId{rack.toInt()});
        turnTo(u"audit"_s);
        const auto scan = [this](const QString &text) {
            QTest::keyClicks(window().focusWidget(), text);
            QTest::keyClick(window().focusWidget(), Qt::Key_Return);
        };
        for (const QString &one : {here, stray, u"NOBODY-1"_s}) {
            scan(one);
        }
        const auto &summary = on<QLabel>(u"audit"_s, u"summary"_s);
        QVERIFY2(summary.text().startsWith(u"found: 1 · not seen yet: "_s) &&
                     summary.text().endsWith(u"booked elsewhere: 1 · unknown: 1"_s),
                 qPrintable(summary.text()));
        press(u"audit"_s, u"finish"_s);
        const auto &answer = on<QLabel>(u"audit"_s, u"answer"_s);
        TRY_VERIFY2(answer.text().contains(u": 1 found, "_s) &&
                        answer.text().contains(u" 1 booked elsewhere, 1 unknown"_s),
                    qPrintable(answer.text()));
        QCOMPARE(sql("select count(*) from polder.equipment where last_seen = current_date and asset_tag in ('" +
                     here.toUtf8() + "', '" + stray.toUtf8() + "')"),
                 u"2"_s);
        // What is not as booked is among the findings, each with its rack.
        turnTo(u"findings"_s);
        SearchTable &findings = on<SearchTable>(u"findings"_s, u"findings"_s);
        const auto known = [&findings](const QString &text) {
            for (int row = 0; row < findings.model().rowCount(); ++row) {
                if (findings.model().index(row, 5).data().toString() == text) {
                    return true;
                }
            }
            return false;
        };
        TRY_VERIFY(known(u"unknown tag NOBODY-1"_s));
        TRY_VERIFY(known(u"found in this rack, booked elsewhere"_s));
        TRY_VERIFY(known(u"not found in its rack"_s));
    }

    void theWindowAnswersWhileTheDatabaseDoesNot() {
        choose(u"Tidal"_s);
        // Whoever asked the database on the window's own thread would wait here until the test's time is over.
        const auto other = connectTo(m_conninfo);
        QVERIFY(other->run("begin; lock table polder.request in access exclusive mode"));
        press(u"requests"_s, u"renew"_s);
        press(u"requests"_s, u"confirm"_s);
        turnTo(u"equipment"_s);
        SearchTable &table = tableOf(page(u"equipment"_s));
        QTest::keyClicks(table.findChild<QLineEdit *>(), u"SN-TIDE-1"_s);
        QCOMPARE(table.model().rowCount(), 1);
        const auto &answer = on<QLabel>(u"requests"_s, u"answer"_s);
        TRY_VERIFY(answer.text().startsWith(u"Asking the record"_s));
        QVERIFY(other->run("rollback"));
        TRY_VERIFY2(answer.text().startsWith(u"✓"_s), qPrintable(answer.text()));
    }
};

QTEST_MAIN(TestDesktopJob)
#include "tst_desktopjob.moc"
