#include "fakelive.h"
#include "model/exchange/scenariofile.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/parts/searchtable.h"
#include "views/planner/plannerpage.h"
#include "views/planner/scenariopanel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

class TestPlannerPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    Navigator m_navigator;
    std::unique_ptr<PlannerPage> m_page;
    QTemporaryDir m_folder;

    template <typename Widget>
    [[nodiscard]] Widget *on(const QString &name) const {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] ScenarioPanel *panel(int number) const {
        return on<ScenarioPanel>(number == 1 ? u"first"_s : u"second"_s);
    }
    [[nodiscard]] QString verdict(int number) const { return panel(number)->findChild<QLabel *>(u"first"_s)->text(); }
    [[nodiscard]] QStringList cells(int number, const QString &table, int column) const {
        return cellsOf(panel(number)->findChild<SearchTable *>(table), column);
    }
    [[nodiscard]] static QStringList cellsOf(const SearchTable *table, int column) {
        QStringList texts;
        const auto *model = table->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            texts << model->index(row, column).data().toString();
        }
        return texts;
    }
    void chooseKind(const QString &text) const {
        auto *kind = on<QComboBox>(u"kind"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Home);
        for (int i = 1; i < kind->count() && kind->currentText() != text; ++i) {
            QTest::keyClick(kind, Qt::Key_Down);
        }
        QCOMPARE(kind->currentText(), text);
    }
    void type(const QString &field, const QString &text) const {
        auto *widget = on<QWidget>(field);
        QVERIFY(widget->isVisible() && widget->isEnabled());
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, text);
        QTest::keyClick(widget, Qt::Key_Tab);
    }
    static void press(QPushButton *button) {
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// So many of so many units, as nobody has asked for them.
    void placeUnits(const QString &count, const QString &height, const QString &button) const {
        chooseKind(u"Place equipment"_s);
        type(u"height"_s, height);
        type(u"count"_s, count);
        press(on<QPushButton>(button));
    }
    [[nodiscard]] QString answer(int number) const {
        return panel(number)->findChild<QLabel *>(u"answer"_s)->text() + u'|' +
               panel(number)->findChild<QLabel *>(u"answerMore"_s)->text();
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(smallSnapshot()));
        m_page = std::make_unique<PlannerPage>(*m_live, m_navigator);
        m_page->resize(1200, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() {
        m_page.reset();
        m_live.reset();
    }

    /// Three racks of ten units, of which one has gaps only: four of 4U find a place, the fifth does not.
    void twoScenariosSideBySide() {
        QVERIFY(!on<QPushButton>(u"toFirst"_s)->isEnabled()); // nothing is said yet
        placeUnits(u"4"_s, u"4"_s, u"toFirst"_s);
        TRY_COMPARE(cells(1, u"changes"_s, 2), QStringList{u"placed: 4"_s});
        QCOMPARE(cells(1, u"changes"_s, 1), QStringList{u"Place 4 × 4U"_s});
        QCOMPARE(verdict(1), u"No limit is crossed."_s);
        type(u"count"_s, u"5"_s);
        press(on<QPushButton>(u"toSecond"_s));
        TRY_COMPARE(cells(2, u"changes"_s, 2), QStringList{u"placed: 4 · without a place: 1 · against S1"_s});
        QVERIFY2(verdict(2).startsWith(u"First limit, at change 1: "_s), qPrintable(verdict(2)));
        QCOMPARE(cells(2, u"limits"_s, 0).value(0), u"S1"_s);
        QVERIFY(cells(2, u"limits"_s, 1).value(0).contains(u"/R"_s)); // which rack
        QCOMPARE(cells(1, u"places"_s, 2).size(), 4);
        // 30 units, one out of service, 2 + 1 + 1 taken: 25 are free, 16 of them go.
        QCOMPARE(cellsOf(on<SearchTable>(u"outlook"_s), 1).value(0), u"Units"_s);
        const auto units = [this](int column) { return cellsOf(on<SearchTable>(u"outlook"_s), column).value(0); };
        QCOMPARE(units(2), u"25U"_s);
        QCOMPARE(units(3), u"9U"_s);
        QCOMPARE(units(4), u"9U"_s);
        QCOMPARE(units(5), u"the same"_s);
    }

    void aChangeIsTakenOutAndCopied() {
        placeUnits(u"1"_s, u"2"_s, u"toFirst"_s);
        placeUnits(u"2"_s, u"3"_s, u"toFirst"_s);
        TRY_COMPARE(cells(1, u"changes"_s, 2), (QStringList{u"placed: 1"_s, u"placed: 2"_s}));
        press(panel(2)->findChild<QPushButton *>(u"copy"_s));
        TRY_COMPARE(cells(2, u"changes"_s, 2), (QStringList{u"placed: 1"_s, u"placed: 2"_s}));
        panel(1)->findChild<SearchTable *>(u"changes"_s)->choose(1);
        press(panel(1)->findChild<QPushButton *>(u"remove"_s));
        TRY_COMPARE(cells(1, u"changes"_s, 1), QStringList{u"Place 2 × 3U"_s});
        QCOMPARE(cells(2, u"changes"_s, 1).size(), 2);
    }

    void aFileIsSavedAndOpened() {
        placeUnits(u"2"_s, u"3"_s, u"toFirst"_s);
        chooseKind(u"Refuse a request"_s);
        type(u"what"_s, u"R-1"_s);
        type(u"reason"_s, u"no place"_s);
        press(on<QPushButton>(u"toFirst"_s));
        const QString path = m_folder.filePath(u"nodes.json"_s);
        panel(1)->saveFile(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto draft = parseScenario(file.readAll());
        QVERIFY(draft.ok());
        QCOMPARE(draft->name, u"First"_s);
        QCOMPARE(draft->changes.size(), std::size_t{2});
        QCOMPARE(draft->changes[0].height, Height{6});
        QCOMPARE(draft->changes[1].reason, u"no place"_s);
        panel(2)->openFile(path);
        TRY_COMPARE(cells(2, u"changes"_s, 1), (QStringList{u"Place 2 × 3U"_s, u"Refuse R-1"_s}));
        TRY_COMPARE(cells(2, u"changes"_s, 2), (QStringList{u"placed: 2"_s, u"done"_s}));

        // What cannot be read is said where it was opened, and nothing else changes.
        QFile bad(m_folder.filePath(u"bad.json"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(R"({"changes": [{"do": "jump"}]})") > 0);
        bad.close();
        panel(2)->openFile(bad.fileName());
        QVERIFY2(answer(2).contains(u"/changes/0/do"_s), qPrintable(answer(2)));
        QCOMPARE(cells(2, u"changes"_s, 1).size(), 2);
    }

    void whatIsNotThereIsNamed() {
        chooseKind(u"Let something fail"_s);
        type(u"what"_s, u"HOME UPS-Z"_s);
        press(on<QPushButton>(u"toFirst"_s));
        TRY_VERIFY2(answer(1).contains(u"/changes/0/node"_s), qPrintable(answer(1)));
        QVERIFY(!panel(1)->findChild<QPushButton *>(u"promote"_s)->isEnabled());
    }

    void aRequestIsPromotedInOneTransaction() {
        chooseKind(u"Place equipment"_s);
        type(u"what"_s, u"R-1"_s);
        QVERIFY(!on<QSpinBox>(u"count"_s)->isEnabled()); // the request says it
        press(on<QPushButton>(u"toFirst"_s));
        TRY_COMPARE(cells(1, u"changes"_s, 2), QStringList{u"placed: 1"_s});
        press(panel(1)->findChild<QPushButton *>(u"promote"_s));
        TRY_COMPARE(m_live->asked.size(), std::size_t{1});
        QCOMPARE(m_live->asked[0].name, u"promote"_s);
        const QJsonArray steps = m_live->asked[0].arguments[u"steps"_s].toArray();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0][u"intention"_s], u"hold"_s);
        QCOMPARE(steps[0][u"arguments"_s][u"request"_s], u"R-1"_s);
        QCOMPARE(steps[0][u"arguments"_s][u"places"_s].toArray().size(), 1);
        QVERIFY(!m_live->asked[0].arguments.contains(u"only_check"_s));
        TRY_VERIFY2(answer(1).startsWith(u"✓ Promoted: 1"_s), qPrintable(answer(1)));
        QCOMPARE(cells(1, u"changes"_s, 1).size(), 0); // it stands in the record now
    }

    /// One has no request, the other is refused by the record: both are told, and nothing is booked.
    void everyConflictIsTold() {
        chooseKind(u"Place equipment"_s);
        type(u"what"_s, u"R-1"_s);
        press(on<QPushButton>(u"toFirst"_s));
        type(u"what"_s, {});
        QTest::keyClick(on<QLineEdit>(u"what"_s), Qt::Key_Backspace);
        on<QLineEdit>(u"what"_s)->clear();
        placeUnits(u"1"_s, u"2"_s, u"toFirst"_s);
        TRY_COMPARE(cells(1, u"changes"_s, 2), (QStringList{u"placed: 1"_s, u"placed: 1"_s}));
        Error refused;
        refused.kind = Error::Kind::Refused;
        refused.sqlstate = u"PL009"_s;
        refused.data[u"conflicts"_s] = QJsonArray{QJsonObject{
            {u"step"_s, 1},
            {u"sqlstate"_s, u"PL006"_s},
            {u"message"_s, u"not now"_s},
            {u"detail"_s,
             QJsonObject{{u"code"_s, u"state"_s}, {u"intention"_s, u"hold"_s}, {u"state"_s, u"submitted"_s}}}}};
        m_live->answers.push_back(refused);
        press(panel(1)->findChild<QPushButton *>(u"promote"_s));
        TRY_COMPARE(answer(1), u"Not promoted, nothing is booked.|"
                               "Change 2: Nobody has asked for this: a booking needs a request.\n"
                               "Change 1: Hold is not possible in state \"submitted\"."_s);
        QVERIFY(m_live->asked.back().arguments[u"only_check"_s].toBool());
        QCOMPARE(cells(1, u"changes"_s, 1).size(), 2); // to be mended
    }

    void aCommitElsewhereIsReckonedWith() {
        placeUnits(u"6"_s, u"4"_s, u"toFirst"_s);
        TRY_COMPARE(cells(1, u"changes"_s, 2).value(0).section(u' ', 0, 1), u"placed: 4"_s);
        Snapshot next = smallSnapshot();
        next.generation = 6;
        next.occupancy = Table<OccupiedBox>();
        next.placements = Table<Placement>();
        m_live->setSnapshot(std::make_shared<const Snapshot>(std::move(next)));
        TRY_COMPARE(cells(1, u"changes"_s, 2), QStringList{u"placed: 6"_s});
    }

    void whatRunsIsStopped() {
        PlanRun run;
        QSignalSpy stopped(&run, &PlanRun::stopped);
        QSignalSpy finished(&run, &PlanRun::finished);
        ScenarioChangeDraft change;
        change.height = Height{1};
        change.count = 40;
        run.start(m_live->snapshot(), {ScenarioDraft{{}, {}, {change}}, ScenarioDraft()});
        run.stop();
        QCOMPARE(stopped.size(), 1);
        QVERIFY(!run.running());
        run.start(m_live->snapshot(), {ScenarioDraft(), ScenarioDraft{{}, {}, {change}}});
        TRY_COMPARE(finished.size(), 1);
        const auto outlook = finished.first().first().value<OutlookPtr>();
        QCOMPARE(outlook->options[1].played->changes[0].outcomes[0].placed.size(), std::size_t{40});
    }

    void aPlaceIsSeenInItsRack() {
        placeUnits(u"1"_s, u"2"_s, u"toFirst"_s);
        TRY_COMPARE(cells(1, u"places"_s, 1).size(), 1);
        QSignalSpy wanted(&m_navigator, &Navigator::proposalWanted);
        Q_EMIT panel(1)->findChild<SearchTable *>(u"places"_s)->opened(1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first()[2].toInt(), 4); // half units
    }
};

QTEST_MAIN(TestPlannerPage)
#include "tst_plannerpage.moc"
