#include "handestate.h"
#include "model/live/databaselive.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// What was done in this session is taken back by the inverse intention, or it is said which change came after. On a
/// real record, which judges and remembers.
class TestUndo : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database; ///< a copy for each test; the superuser's
    std::unique_ptr<Live> m_live;
    std::unique_ptr<Journal> m_journal;

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    /// As the other manager, beside this session.
    void meanwhile(const char *intention, const char *arguments) const {
        runSql(m_cluster->as(u"p_other"_s, m_database),
               QByteArray("select api.") + intention + "(gen_random_uuid(), null, '" + arguments + "')");
    }
    [[nodiscard]] QJsonObject intend(const QString &name, const char *arguments) const {
        const auto future = m_journal->intend(name, QJsonDocument::fromJson(arguments).object());
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience)) {
            qFatal("no answer");
        }
        const Result<QJsonObject> result = future.result();
        if (!result.ok()) {
            qFatal("%s: %s %s", qPrintable(name), qPrintable(result.error().what), qPrintable(result.error().detail));
        }
        QCoreApplication::processEvents(); // the journal hears of it as the page does
        return *result;
    }
    /// The refusal; an empty one: it is done.
    [[nodiscard]] Error undo() const {
        const auto future = m_journal->undo();
        if (!QTest::qWaitFor([&] { return future.isFinished() && !m_journal->busy(); }, patience)) {
            qFatal("no answer");
        }
        const Result<QJsonObject> result = future.result();
        return result.ok() ? Error() : reasonOf(result.error());
    }
    [[nodiscard]] QString where(int equipment) const {
        return sql(
            "select string_agg(concat_ws(' ', r.code, position_hu, p.state, outlet_ids::text, hold_until), ', ') "
            "from polder.placement p join polder.rack r on r.id = p.rack_id where equipment_id = " +
            QByteArray::number(equipment) + " and p.state not in ('ended', 'released')");
    }
    [[nodiscard]] QString state() const { return sql("select state from polder.request where id = 1"); }
    static QString told(const Error &error) {
        return u"%1 %2 %3"_s.arg(error.sqlstate, error.data[u"changed_by"_s].toString(),
                                 error.data[u"what"_s].toString());
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        m_database = m_cluster->copyOf(m_template);
        m_live = openDatabaseLive({.conninfo = m_cluster->as(u"p_manager"_s, m_database), .user = {}, .where = {}});
        m_journal = std::make_unique<Journal>(*m_live);
        TRY_VERIFY(m_live->connection().state == Connection::State::Online);
        QVERIFY(m_journal->undoText().isEmpty());
    }
    void cleanup() {
        m_journal.reset();
        m_live.reset();
    }

    void aMove() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "rack": 2, "unit": 20}]})");
        QCOMPARE(where(2), u"R2 38 installed {}"_s);
        QCOMPARE(m_journal->undoText(), u"move of shelf"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(2), u"R1 4 installed {}"_s);
        QVERIFY(m_journal->undoText().isEmpty());
        QCOMPARE(sql("select count(*) from polder.intention where name = 'move'"), u"2"_s); // no raw writes
    }

    /// Nothing older is taken back instead of the last.
    void whatNothingTakesBackIsNamed() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "rack": 2, "unit": 20}]})");
        QVERIFY(m_journal->blockedBy().isEmpty());
        (void)intend(u"note"_s, R"({"subject": "rack", "of": 1, "text": "warm"})");
        QVERIFY(m_journal->undoText().isEmpty());
        QCOMPARE(m_journal->blockedBy(), u"note"_s);
        (void)intend(u"move"_s, R"({"moves": [{"placement": 3, "unit": 30}]})");
        QCOMPARE(m_journal->undoText(), u"move of drawer"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QVERIFY(m_journal->undoText().isEmpty());
        QCOMPARE(m_journal->blockedBy(), u"note"_s);
        QCOMPARE(where(2), u"R2 38 installed {}"_s);
    }

    void aMoveThatIsPlanned() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "unit": 20}], "from": "2027-04-01"})");
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(sql("select string_agg(position_hu || ' ' || during, ', ' order by during) from polder.placement "
                     "where equipment_id = 2"),
                 u"4 [2026-01-01,2027-04-01), 4 [2027-04-01,)"_s);
    }

    void aSwapAndTheMoveBeforeIt() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "unit": 20}]})");
        (void)intend(u"move"_s, R"({"moves": [{"asset_tag": "none", "placement": 3, "unit": 20},
                                              {"placement": 1001, "unit": 4}]})");
        QCOMPARE(where(2) + u"; "_s + where(3), u"R1 6 installed {}; R1 38 installed {}"_s);
        QCOMPARE(m_journal->undoText(), u"move of 2 devices"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(2) + u"; "_s + where(3), u"R1 38 installed {}; R1 6 installed {}"_s);
        // What was done and taken back is no change that came after the first.
        QCOMPARE(m_journal->undoText(), u"move of shelf"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(2), u"R1 4 installed {}"_s);
    }

    void anAttribute() {
        (void)intend(u"amend_equipment"_s,
                     R"({"changes": [{"equipment": 2, "values": {"serial": "S-2", "weight_kg": 6}}]})");
        QCOMPARE(sql("select serial || ' ' || weight_g from polder.equipment where id = 2"), u"S-2 6000"_s);
        QCOMPARE(m_journal->undoText(), u"change of shelf"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(sql("select coalesce(serial, 'none') || ' ' || weight_g from polder.equipment where id = 2"),
                 u"none 5000"_s);
        QVERIFY(m_journal->undoText().isEmpty());
        QCOMPARE(sql("select count(*) from polder.intention where name = 'amend_equipment'"), u"2"_s); // no raw writes
    }

    void aBulkEdit() {
        (void)intend(u"amend_equipment"_s,
                     R"({"changes": [{"equipment": 2, "values": {"project": "A", "cost_centre": "K"}},
                                                           {"equipment": 3, "values": {"project": "A"}}]})");
        QCOMPARE(m_journal->undoText(), u"change of 2 devices"_s);
        // Another field of the same piece is nobody's obstacle.
        meanwhile("amend_equipment", R"({"changes": [{"equipment": 3, "values": {"name": "tray"}}]})");
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(sql("select string_agg(concat_ws(' ', name, project, cost_centre), ', ' order by id) from "
                     "polder.equipment where id in (2, 3)"),
                 u"shelf  , tray  "_s);
    }

    void anAttributeThatSomebodyElseChangedSince() {
        (void)intend(u"amend_equipment"_s, R"({"changes": [{"equipment": 2, "values": {"project": "A"}},
                                                           {"equipment": 3, "values": {"project": "A"}}]})");
        meanwhile("amend_equipment", R"({"changes": [{"equipment": 3, "values": {"project": "B"}}]})");
        const Error error = undo();
        QCOMPARE(told(error), u"PL003 Otto Other amend_equipment"_s);
        QCOMPARE(error.data[u"faults"_s][0][u"theirs"_s], u"B"_s);
        QCOMPARE(sql("select string_agg(project, ' ' order by id) from polder.equipment where id in (2, 3)"),
                 u"A B"_s); // nothing was taken back
        QVERIFY(m_journal->undoText().isEmpty());
    }

    void aMoveAfterWhichSomebodyElseMoved() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "unit": 20}]})");
        meanwhile("move", R"({"moves": [{"placement": 1001, "unit": 25}]})");
        QCOMPARE(told(undo()), u"PL003 Otto Other move"_s);
        QCOMPARE(where(2), u"R1 48 installed {}"_s);
        QVERIFY(m_journal->undoText().isEmpty()); // it never will be possible
    }

    void aPlaceThatIsTakenIsNamed() {
        (void)intend(u"move"_s, R"({"moves": [{"placement": 2, "unit": 20}]})");
        meanwhile("move", R"({"moves": [{"placement": 3, "unit": 3}]})");
        const Error refused = undo();
        QCOMPARE(refused.sqlstate, u"PL001"_s);
        QCOMPARE(refused.data[u"violations"_s][0][u"rule"_s].toString(), u"S1"_s);
        QCOMPARE(where(2), u"R1 38 installed {}"_s);
        QCOMPARE(m_journal->undoText(), u"move of shelf"_s); // once that is gone
    }

    void aRelease() {
        (void)intend(u"release"_s, R"({"placement": 1})");
        QCOMPARE(state() + where(1), u"in review"_s);
        QCOMPARE(m_journal->undoText(), u"release of genome-1"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(1), u"R1 18 held {1,3} 2027-06-01"_s);
        QCOMPARE(state(), u"held"_s);
    }

    void aReleaseAfterWhichTheRequestChanged() {
        (void)intend(u"release"_s, R"({"placement": 1})");
        meanwhile("reject", R"({"request": "R-1", "reason": "full"})");
        QCOMPARE(told(undo()), u"PL003 Otto Other reject"_s);
        QCOMPARE(state() + where(1), u"rejected"_s);
    }

    void aHold() {
        meanwhile("release", R"({"placement": 1})");
        TRY_COMPARE(m_live->snapshot()->requests.find(RequestId{1})->state, u"in review"_s);
        (void)intend(u"hold"_s, R"({"request": "R-1", "item": 1, "places": [{"rack": "LEI/DC1/R1", "unit": 20}]})");
        QCOMPARE(where(1).left(10), u"R1 38 held"_s);
        QCOMPARE(m_journal->undoText(), u"hold for R-1"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(state() + where(1), u"in review"_s);
    }

    void aHoldInsteadOfAnother() {
        runSql(m_cluster->as(u"p_researcher"_s, m_database),
               R"(select api.amend_request(gen_random_uuid(), null, '{"request": "R-1", "until": "2029-04-01"}'))");
        QCOMPARE(state(), u"in review"_s);
        TRY_COMPARE(m_live->snapshot()->requests.find(RequestId{1})->state, u"in review"_s);
        (void)intend(u"hold"_s, R"({"request": "R-1", "item": 1, "places": [{"rack": "LEI/DC1/R1", "unit": 20}]})");
        QCOMPARE(where(1).left(10), u"R1 38 held"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(1), u"R1 18 held {1,3} 2027-06-01"_s);
        QCOMPARE(sql("select count(*) from polder.intention where name = 'promote'"), u"1"_s); // in one transaction
    }

    void aHoldAfterWhichItWasMoved() {
        meanwhile("release", R"({"placement": 1})");
        TRY_COMPARE(m_live->snapshot()->requests.find(RequestId{1})->state, u"in review"_s);
        (void)intend(u"hold"_s, R"({"request": "R-1", "item": 1, "places": [{"rack": "LEI/DC1/R1", "unit": 20}]})");
        meanwhile("renew", R"({"request": "R-1", "until_date": "2027-05-20"})");
        QCOMPARE(told(undo()), u"PL003 Otto Other renew"_s);
        QCOMPARE(where(1).left(10), u"R1 38 held"_s);
    }

    void aRenewal() {
        (void)intend(u"renew"_s, R"({"request": "R-1", "until_date": "2027-07-15"})");
        QCOMPARE(where(1), u"R1 18 held {1,3} 2027-07-15"_s);
        QCOMPARE(m_journal->undoText(), u"renewal of the hold for R-1"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(where(1), u"R1 18 held {1,3} 2027-06-01"_s);
    }

    void aRenewalAfterAnother() {
        (void)intend(u"renew"_s, R"({"request": "R-1", "until_date": "2027-07-15"})");
        meanwhile("renew", R"({"request": "R-1", "until_date": "2027-07-16"})");
        QCOMPARE(told(undo()), u"PL003 Otto Other renew"_s);
        QCOMPARE(where(1), u"R1 18 held {1,3} 2027-07-16"_s);
    }

    void anExtension() {
        runSql(m_database, "update polder.request set state = 'installed', hold_until = null; update polder.placement "
                           "set state = 'installed', hold_until = null where id = 1");
        TRY_COMPARE(m_live->snapshot()->requests.find(RequestId{1})->state, u"installed"_s);
        (void)intend(u"extend"_s, R"({"request": "R-1", "until": "2030-01-01"})");
        QCOMPARE(m_journal->undoText(), u"extension of R-1"_s);
        QCOMPARE(told(undo()), u"  "_s);
        QCOMPARE(sql("select upper(during) from polder.placement where id = 1"), u"2029-05-01"_s);
        (void)intend(u"extend"_s, R"({"request": "R-1", "until": "2030-01-01"})");
        meanwhile("extend", R"({"request": "R-1", "until": "2030-01-02"})");
        QCOMPARE(told(undo()), u"PL003 Otto Other extend"_s);
        QCOMPARE(sql("select upper(during) from polder.placement where id = 1"), u"2030-01-02"_s);
    }

    void whatNoIntentionTakesBackIsNotOffered() {
        (void)intend(u"decommission"_s, R"({"placement": 2})");
        QVERIFY(m_journal->undoText().isEmpty());
    }

    void theMenuSaysWhatAndCtrlZDoesIt() {
        MainWindow window(*m_live, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto *action = window.findChild<QAction *>(u"undo"_s);
        QCOMPARE(action->text(), u"&Undo"_s);
        QVERIFY(!action->isEnabled());
        const auto move = [&](int placement, int unit) {
            return window.live().intend(
                u"move"_s, {{u"moves"_s, QJsonArray{QJsonObject{{u"placement"_s, placement}, {u"unit"_s, unit}}}}});
        };
        (void)move(2, 20);
        TRY_COMPARE(action->text(), u"&Undo move of shelf"_s);
        QVERIFY(action->isEnabled());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        const auto *panel = window.findChild<QWidget *>(u"undone"_s);
        const auto *words = panel->findChild<QLabel *>(u"answer"_s);
        TRY_COMPARE(words->text(), u"✓ Undone: move of shelf"_s);
        QVERIFY(panel->isVisible());
        QCOMPARE(where(2), u"R1 4 installed {}"_s);
        QVERIFY(!action->isEnabled());

        (void)move(3, 30);
        TRY_COMPARE(action->text(), u"&Undo move of drawer"_s);
        meanwhile("move", R"({"moves": [{"placement": 1002, "unit": 25}]})");
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        TRY_COMPARE(words->text(), u"Not undone: move of drawer."_s);
        const QString more = panel->findChild<QLabel *>(u"answerMore"_s)->text();
        QVERIFY2(more.startsWith(u"Otto Other changed it after that (move, "_s), qPrintable(more));
        QCOMPARE(where(3), u"R1 48 installed {}"_s);
        QVERIFY(!action->isEnabled());
    }
};

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
