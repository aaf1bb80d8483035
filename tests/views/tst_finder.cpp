#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/administration/administrationpage.h"
#include "views/administration/adminpart.h"
#include "views/cooling/coolingpage.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/rack/rackpage.h"
#include "views/requests/requestspage.h"
#include "views/space/findspacepage.h"
#include "views/window/finder.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

Snapshot withPeople() {
    Snapshot snapshot = smallSnapshot();
    Person ada;
    ada.id = PersonId{1};
    ada.organisation = OrganisationId{1};
    ada.handle = u"ada"_s;
    ada.name = u"Ada Byron"_s;
    snapshot.people = Table<Person>({ada});
    auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
    equipment[1].assetTag = u"HO-0042"_s;
    snapshot.equipment = Table<Equipment>(equipment);
    std::vector<Node> nodes(snapshot.nodes.begin(), snapshot.nodes.end());
    Node zone;
    zone.id = NodeId{201};
    zone.kind = u"cooling_zone"_s;
    zone.site = SiteId{2};
    zone.room = RoomId{2};
    zone.name = u"COLD"_s;
    nodes.push_back(zone);
    snapshot.nodes = Table<Node>(std::move(nodes));
    std::vector<CoolingUnit> units;
    for (const int number : {1, 2}) {
        CoolingUnit unit;
        unit.id = CoolingUnitId{number};
        unit.room = RoomId{2};
        unit.zone = zone.id;
        unit.name = u"CRAH-%1"_s.arg(number);
        unit.kind = u"CRAH"_s;
        units.push_back(unit);
    }
    snapshot.coolingUnits = Table<CoolingUnit>(units);
    Model model;
    model.id = ModelId{1};
    model.manufacturer = u"Acme"_s;
    model.name = u"Blade 9"_s;
    model.slug = u"acme-blade-9"_s;
    Model other = model;
    other.id = ModelId{2};
    other.name = u"Anvil"_s;
    other.slug = u"acme-anvil"_s;
    snapshot.models = Table<Model>({model, other});
    snapshot.today = Day::fromDate(QDate(2026, 11, 29));
    return snapshot;
}

/// A window with its finder open.
struct Asked {
    FakeLive live{std::make_shared<const Snapshot>(withPeople())};
    MainWindow window{live, {}};
    Finder *finder = nullptr;

    Asked() {
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        finder = window.findChild<Finder *>();
        ask();
    }
    void ask() {
        window.activateWindow(); // a window manager does it when a dialog closes, the offscreen platform does not
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() && QApplication::focusWidget()->window() == &window,
                                 patience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(finder->isVisible() && line()->hasFocus(), patience);
    }
    [[nodiscard]] QLineEdit *line() const { return finder->findChild<QLineEdit *>(u"sentence"_s); }
    [[nodiscard]] QTableView *view() const { return finder->findChild<QTableView *>(u"found"_s); }
    void type(const QString &text) const { QTest::keyClicks(line(), text); }
    void press(Qt::Key key) const { QTest::keyClick(line(), key); }
    [[nodiscard]] QString row(int row) const {
        QStringList cells;
        for (int column = 0; column < view()->model()->columnCount(); ++column) {
            cells << view()->model()->index(row, column).data().toString();
        }
        return row < view()->model()->rowCount() ? cells.join(u" | "_s) : QString();
    }
    [[nodiscard]] QString page() const { return window.findChild<QStackedWidget *>()->currentWidget()->objectName(); }
    [[nodiscard]] QList<QToolButton *> chips() const { return finder->findChildren<QToolButton *>(u"chip"_s); }
    [[nodiscard]] QStringList chipTexts() const {
        QStringList texts;
        for (const QToolButton *chip : chips()) {
            texts << chip->text();
        }
        return texts;
    }
};

template <typename Widget>
Widget *field(const MainWindow &window, const QString &name) {
    return window.findChild<FindSpacePage *>()->findChild<Widget *>(name);
}

} // namespace

class TestFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void opensFromEveryPageWhereverTheFocusIs() {
        Asked asked;
        for (const QString &name : asked.window.pageNames()) {
            QTest::keyClick(asked.line(), Qt::Key_Escape);
            TRY_VERIFY(!asked.finder->isVisible());
            asked.window.openPage(name);
            asked.ask();
            QVERIFY2(asked.finder->isVisible(), qPrintable(name));
            QCOMPARE(asked.line()->text(), QString());
        }
    }

    void offersActionsFirstAndRunsThem() {
        Asked asked;
        QCOMPARE(asked.row(0), u"Action | Home | Ctrl+1"_s);
        QVERIFY(asked.view()->model()->rowCount() > asked.window.pageNames().size());
        asked.type(u"equip"_s);
        QCOMPARE(asked.row(0), u"Action | Equipment | Ctrl+4"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"equipment"_s);
        QVERIFY(!asked.finder->isVisible());
    }

    /// What the menus have, and what the page in front offers at this moment.
    void offersWhatIsDoableHereAndNow() {
        Asked asked;
        auto *compact = asked.window.findChild<QAction *>(u"compactRows"_s);
        const bool was = compact->isChecked();
        asked.type(u"compact"_s);
        QCOMPARE(asked.row(0), u"Action | Compact rows | "_s);
        asked.press(Qt::Key_Return);
        QCOMPARE(compact->isChecked(), !was);
        compact->setChecked(was);
        asked.window.openPage(u"equipment"_s);
        asked.ask();
        asked.type(u"columns"_s);
        QVERIFY2(asked.row(0).startsWith(u"Action | Columns"_s), qPrintable(asked.row(0)));
        asked.press(Qt::Key_Escape);
        TRY_VERIFY(!asked.finder->isVisible());
        asked.window.openPage(u"home"_s);
        asked.ask();
        asked.type(u"columns"_s);
        QVERIFY2(!asked.row(0).startsWith(u"Action | Columns"_s), qPrintable(asked.row(0)));
    }

    void objectsAreOneNameAway() {
        Asked asked;
        asked.type(u"a2"_s);
        TRY_COMPARE(asked.row(0), u"Rack | A2 | HOME/R1/A2"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"rack"_s);
        QCOMPARE(asked.window.findChild<RackPage *>()->rack(), rackA2);

        asked.ask();
        asked.type(u"r-2"_s);
        TRY_COMPARE(asked.row(0), u"Request | R-2 | Survey"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"requests"_s);
        QCOMPARE(asked.window.findChild<RequestsPage *>()->chosen(), draft);

        asked.ask();
        asked.type(u"ho-0042"_s);
        TRY_COMPARE(asked.row(0), u"Equipment | front | HO"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"equipment"_s);

        asked.ask();
        asked.type(u"byron"_s);
        TRY_COMPARE(asked.row(0), u"Person | Ada Byron | HO"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"requests"_s);
        QCOMPARE(asked.window.findChild<RequestsPage *>()->findChild<SearchTable *>()->model().filter(),
                 u"ada byron"_s);
        QCOMPARE(asked.window.findChild<RequestsPage *>()->findChild<SearchTable *>()->model().rowCount(), 2);

        asked.ask();
        asked.type(u"away"_s);
        TRY_COMPARE(asked.row(0), u"Data centre | Away | HO"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"sites"_s);
    }

    void coolingUnitsAndModelsToo() {
        Asked asked;
        asked.type(u"crah-2"_s);
        TRY_COMPARE(asked.row(0), u"Cooling unit | CRAH-2 | AWAY/R2"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"cooling"_s);
        const auto *cooling = asked.window.findChild<CoolingPage *>();
        QCOMPARE(cooling->findChild<QComboBox *>()->currentText(), u"Away"_s);
        auto *zones = cooling->findChild<SearchTable *>(u"zones"_s);
        TRY_COMPARE(zones->model().rowCount(), 3);
        TRY_COMPARE(zones->chosen(), qint64{2 * 2 + 1});

        asked.ask();
        asked.type(u"acme anvil"_s);
        TRY_COMPARE(asked.row(0), u"Model | Acme Anvil | acme-anvil"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"administration"_s);
        auto *library = asked.window.findChild<AdministrationPage *>()->findChild<AdminPart *>(u"library"_s);
        QVERIFY(library->isVisible());
        QCOMPARE(library->table().chosen(), qint64{2});
    }

    void theArrowsGoThroughWhatIsFound() {
        Asked asked;
        asked.type(u"a"_s);
        TRY_VERIFY(asked.view()->model()->rowCount() > 3);
        QCOMPARE(asked.view()->currentIndex().row(), 0);
        asked.press(Qt::Key_Up);
        QCOMPARE(asked.view()->currentIndex().row(), 0);
        asked.press(Qt::Key_Down);
        asked.press(Qt::Key_Down);
        QCOMPARE(asked.view()->currentIndex().row(), 2);
        asked.press(Qt::Key_PageDown);
        QVERIFY(asked.view()->currentIndex().row() > 2);
        QVERIFY(asked.line()->hasFocus());
        asked.type(u"1"_s);
        QCOMPARE(asked.view()->currentIndex().row(), 0);
    }

    // What comes later and is better is what Enter opens, unless one has gone to another row.
    void theBestIsChosenUntilOneGoesElsewhere() {
        for (const bool stepped : {false, true}) {
            Asked asked;
            asked.type(u"a1"_s);
            TRY_COMPARE(asked.row(0), u"Rack | A1 | HOME/R1/A1"_s);
            if (stepped) {
                asked.press(Qt::Key_Down);
            }
            const auto name = [&](int row) { return asked.row(row).section(u" | "_s, 0, 1); };
            const QString second = name(1);
            Snapshot more = withPeople();
            more.generation += 1;
            auto racks = std::vector(more.racks.begin(), more.racks.end());
            racks[0].code = u"A1x"_s; // no longer what it is called just so
            racks[1].code = u"A1"_s;
            more.racks = Table<Rack>(racks);
            asked.live.setSnapshot(std::make_shared<const Snapshot>(std::move(more)));
            TRY_COMPARE(asked.row(0), u"Rack | A1 | HOME/R1/A1"_s);
            TRY_VERIFY(asked.row(1).startsWith(u"Rack | A1x"));
            if (stepped) {
                QCOMPARE(name(asked.view()->currentIndex().row()), second);
            } else {
                QCOMPARE(asked.view()->currentIndex().row(), 0);
                asked.press(Qt::Key_Return);
                TRY_COMPARE(asked.page(), u"rack"_s);
                QCOMPARE(asked.window.findChild<RackPage *>()->rack(), rackA2);
            }
        }
    }

    void aSentenceIsAnsweredAndLeadsToItsPage() {
        Asked asked;
        asked.type(u"2U 0.5 kW dual 35 kg from 1 May until 30 June at HOME"_s);
        QCOMPARE(asked.chipTexts(), (QStringList{u"Height 2U"_s, u"Draw 500 W"_s, u"Cords 2 cords"_s, u"Weight 35 kg"_s,
                                                 u"From 1 May 2027"_s, u"Last day 30 Jun 2027"_s, u"Site HOME"_s}));
        TRY_COMPARE(asked.row(0),
                    u"Space | Find space: 2U · 500 W · 2 cords · 35 kg · 1 May 2027 · 30 Jun 2027 · HOME | "
                    "Racks in which it fits: 2 in HOME"_s);
        asked.press(Qt::Key_Return);
        TRY_COMPARE(asked.page(), u"findspace"_s);
        QCOMPARE(field<QDoubleSpinBox>(asked.window, u"height"_s)->value(), 2.0);
        QCOMPARE(field<QSpinBox>(asked.window, u"draw"_s)->value(), 500);
        QCOMPARE(field<QSpinBox>(asked.window, u"cords"_s)->value(), 2);
        QCOMPARE(field<QDoubleSpinBox>(asked.window, u"weight"_s)->value(), 35.0);
        QCOMPARE(field<QLineEdit>(asked.window, u"sentence"_s)->text(),
                 u"2U 0.5 kW dual 35 kg from 1 May until 30 June at HOME"_s);
        const auto dates = asked.window.findChild<FindSpacePage *>()->findChildren<QDateEdit *>();
        QCOMPARE(dates.size(), 3); // the last day of a hold is no part of the question
        QCOMPARE(dates[0]->date(), QDate(2027, 5, 1));
        QCOMPARE(dates[1]->date(), QDate(2027, 6, 30));
        TRY_COMPARE(field<QLabel>(asked.window, u"summary"_s)->text(), u"Racks in which it fits: 2 in HOME"_s);

        // By hand in the form: the sentence does not go on to say something else.
        field<QSpinBox>(asked.window, u"draw"_s)->setValue(600);
        QCOMPARE(field<QLineEdit>(asked.window, u"sentence"_s)->text(), QString());
        QCOMPARE(field<QDoubleSpinBox>(asked.window, u"weight"_s)->value(), 35.0);
    }

    void aQuestionIsAskedAndAnsweredByAChoice() {
        Asked asked;
        asked.type(u"2U 1.200 kg fast"_s);
        QCOMPARE(asked.chipTexts(), (QStringList{u"Height 2U"_s, u"? 1.200 kg"_s, u"✗ fast"_s}));
        TRY_COMPARE(asked.row(0), u"Space | Find space: 2U | Without what is marked – Racks in which it fits: "
                                  "2 in HOME · 1 in AWAY"_s);
        const QToolButton *chip = asked.chips()[1];
        QCOMPARE(chip->toolTip(), u"Which one: Weight 1.2 kg or Weight 1,200 kg?"_s);
        chip->menu()->actions()[1]->trigger();
        QCOMPARE(asked.line()->text(), u"2U 1200 kg fast"_s);
        QCOMPARE(asked.chipTexts(), (QStringList{u"Height 2U"_s, u"Weight 1,200 kg"_s, u"✗ fast"_s}));
        QVERIFY(asked.line()->hasFocus());
    }

    // Without a mouse: Tab to a chip, Enter selects its words, Del takes them away.
    void chipsAreEdited() {
        Asked asked;
        asked.type(u"2U fast 35 kg"_s);
        QCOMPARE(asked.chips().size(), 3);
        for (QToolButton *chip : asked.chips()) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            TRY_VERIFY(chip->hasFocus());
            QVERIFY(!chip->accessibleName().isEmpty());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.line()->selectedText(), u"35 kg"_s);
        asked.type(u"40 kg"_s);
        QCOMPARE(asked.line()->text(), u"2U fast 40 kg"_s);
        asked.chips()[1]->setFocus();
        QTest::keyClick(asked.chips()[1], Qt::Key_Delete);
        QCOMPARE(asked.line()->text(), u"2U 40 kg"_s);
        QCOMPARE(asked.chipTexts(), (QStringList{u"Height 2U"_s, u"Weight 40 kg"_s}));
    }

    void aNameIsNoSentence() {
        Asked asked;
        asked.type(u"home"_s);
        QVERIFY(asked.chips().isEmpty());
        TRY_COMPARE(asked.row(0), u"Data centre | Home | HO"_s);
    }

    void speaksTheReadersLanguage() {
        QLocale::setDefault(QLocale(QLocale::Dutch, QLocale::Netherlands));
        Asked asked;
        asked.type(u"4 HE 1.200 W dubbel vanaf wk 18"_s);
        const QStringList chips = asked.chipTexts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(chips, (QStringList{u"Height 4U"_s, u"Draw 1,2 kW"_s, u"Cords 2 cords"_s, u"From 3 mei 2027"_s}));
    }

    void itsPicture() {
        if (const QString folder = qEnvironmentVariable("POLDER_PICTURES"); !folder.isEmpty()) {
            theme::apply(*qApp, false);
            Asked asked;
            asked.line()->setText(
                u"2U 1.200 kg dual C14 fast 18–27 °C front to back from 1 May for 6 months at HOME"_s);
            TRY_VERIFY(asked.row(0).contains(u"Racks in which"_s));
            QVERIFY(asked.finder->grab().save(QDir(folder).filePath(u"finder.png"_s)));
            asked.press(Qt::Key_Return);
            TRY_VERIFY(field<QLabel>(asked.window, u"summary"_s)->text().contains(u"0 in HOME"_s));
            QVERIFY(asked.window.grab().save(QDir(folder).filePath(u"findspace.png"_s)));
            asked.ask();
            asked.type(u"a"_s);
            TRY_VERIFY(asked.view()->model()->rowCount() > 3);
            QVERIFY(asked.finder->grab().save(QDir(folder).filePath(u"finder-names.png"_s)));
        }
    }
};

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
