#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/audit/auditpage.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// In A1 "old" with tag T-1 and "front" without one; in A2 "stray" with T-3; "gone" with T-4 is in no rack.
Snapshot withTags() {
    Snapshot snapshot = smallSnapshot();
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    std::vector<Placement> placements(snapshot.placements.begin(), snapshot.placements.end());
    equipment[0].assetTag = u"T-1"_s;
    for (const int id : {3, 4}) {
        Equipment more = equipment[0];
        more.id = {id};
        more.name = id == 3 ? u"stray"_s : u"gone"_s;
        more.assetTag = u"T-%1"_s.arg(id);
        equipment.push_back(more);
    }
    Placement there = placements[0];
    there.id = {3};
    there.equipment = {3};
    there.rack = rackA2;
    placements.push_back(there);
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.placements = Table<Placement>(std::move(placements));
    return snapshot;
}

} // namespace

/// What a scanner in front of a rack comes to, key by key.
class TestAuditPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    Navigator m_navigator;
    std::unique_ptr<AuditPage> m_page;

    template <typename Widget>
    [[nodiscard]] Widget *on(const QString &name) const {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QString summary() const { return on<QLabel>(u"summary"_s)->text(); }
    [[nodiscard]] QStringList column(int column) const {
        QStringList texts;
        const auto *model = on<SearchTable>(u"audited"_s)->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            texts << model->index(row, column).data().toString();
        }
        return texts;
    }
    void open() {
        m_page = std::make_unique<AuditPage>(*m_live, m_navigator);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setFocus();
        m_page->offer(rackA1);
    }
    /// Into what has the focus, as the scanner does.
    void scan(const QString &tag) const {
        QTest::keyClicks(m_page->focusWidget(), tag);
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
    }
    void press(const QString &name) const {
        QVERIFY(on<QPushButton>(name)->isEnabled());
        QTest::mouseClick(on<QPushButton>(name), Qt::LeftButton);
    }

private Q_SLOTS:
    void init() {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/audits.json"_s);
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(withTags()));
        m_live->readings.push_back(QJsonObject{
            {u"seen"_s, QJsonArray{QJsonObject{{u"placement"_s, oldPlacement.value}, {u"on"_s, u"1997-05-18"_s}}}}});
        open();
    }
    void cleanup() {
        m_page.reset();
        m_live.reset();
    }

    void whatShouldStandThere() {
        QCOMPARE(m_live->questions.back().name, u"last_seen"_s);
        QCOMPARE(m_live->questions.back().arguments[u"rack"_s], rackA1.value);
        QCOMPARE(column(3), (QStringList{u"front"_s, u"old"_s})); // from the top down
        QCOMPARE(column(0), (QStringList{u"not seen yet"_s, u"not seen yet"_s}));
        TRY_COMPARE(column(6), (QStringList{QString(), u"18 May 1997"_s}));
        QCOMPARE(summary(), u"found: 0 · not seen yet: 2 · booked elsewhere: 0 · unknown: 0"_s);
    }

    /// A tag is read whatever its letters, goes to what it is of, and the field keeps the focus.
    void eachTagIsToldAtOnce() {
        scan(u"t-1"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-1 – old – ✓ found"_s);
        QVERIFY(on<QLineEdit>(u"scan"_s)->hasFocus());
        QCOMPARE(on<QLineEdit>(u"scan"_s)->text(), QString());
        scan(u"T-1"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-1 – old – scanned already, ✓ found"_s);
        scan(u"T-3"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-3 – stray – ≠ booked elsewhere: HOME/R1/A2 U1"_s);
        scan(u"T-4"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-4 – gone – ≠ booked elsewhere: in no rack"_s);
        scan(u"X9"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"X9 – ? unknown"_s);
        QCOMPARE(summary(), u"found: 1 · not seen yet: 1 · booked elsewhere: 2 · unknown: 1"_s);
        QVERIFY(m_live->asked.empty()); // nothing is on record yet
    }

    /// Wherever the focus is, in the list too: the first letter is not lost.
    void theListLetsTheScannerThrough() {
        auto *view = on<SearchTable>(u"audited"_s)->view();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QVERIFY(view->hasFocus());
        scan(u"T-1"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-1 – old – ✓ found"_s);
        QVERIFY(on<QLineEdit>(u"scan"_s)->hasFocus());
    }

    void whatHasNoTagIsPointedAt() {
        on<SearchTable>(u"audited"_s)->choose(frontPlacement.value);
        press(u"point"_s);
        QCOMPARE(column(0), (QStringList{u"✓ found"_s, u"not seen yet"_s}));
        QVERIFY(on<QLineEdit>(u"scan"_s)->hasFocus());
        press(u"takeBack"_s);
        QCOMPARE(column(0), (QStringList{u"not seen yet"_s, u"not seen yet"_s}));
        scan(u"X9"_s);
        press(u"takeBack"_s); // what was scanned last is chosen
        QCOMPARE(column(2), (QStringList{u"none"_s, u"T-1"_s}));
    }

    void finishPutsItOnRecord() {
        scan(u"t-1"_s);
        scan(u"T-3"_s);
        scan(u"X9"_s);
        on<SearchTable>(u"audited"_s)->choose(frontPlacement.value);
        press(u"point"_s);
        m_live->answers.push_back(QJsonObject{{u"found"_s, QJsonArray{1, 2}},
                                              {u"missing"_s, QJsonArray()},
                                              {u"elsewhere"_s, QJsonArray{QJsonObject()}},
                                              {u"unknown"_s, QJsonArray{u"X9"_s}}});
        press(u"finish"_s);
        QCOMPARE(m_live->asked.size(), 1);
        QCOMPARE(m_live->asked[0].name, u"record_audit"_s);
        const QJsonObject arguments = m_live->asked[0].arguments;
        QCOMPARE(arguments[u"rack"_s], rackA1.value);
        QCOMPARE(arguments[u"tags"_s], (QJsonArray{u"X9"_s, u"T-3"_s, u"T-1"_s})); // as the owner writes them
        QCOMPARE(arguments[u"placements"_s], (QJsonArray{frontPlacement.value}));
        QCOMPARE(arguments[u"on"_s], u"2027-05-19"_s);
        TRY_COMPARE(on<QLabel>(u"answer"_s)->text(),
                    u"✓ On record for HOME/R1/A1: 2 found, 0 missing, 1 booked elsewhere, 1 unknown. What is not as "
                    "booked is among the findings."_s);
        QCOMPARE(summary(), u"found: 0 · not seen yet: 2 · booked elsewhere: 0 · unknown: 0"_s);
    }

    /// The server is away when it is to be put on record; the window is closed; a day later it goes on.
    void nothingScannedIsLost() {
        scan(u"T-1"_s);
        scan(u"X9"_s);
        Error away;
        away.kind = Error::Kind::Unavailable;
        away.what = u"There is no connection at the moment."_s;
        m_live->answers.push_back(away);
        press(u"finish"_s);
        TRY_COMPARE(on<QLabel>(u"answer"_s)->text(), away.what);
        QCOMPARE(summary(), u"found: 1 · not seen yet: 1 · booked elsewhere: 0 · unknown: 1"_s);
        m_page.reset();
        Snapshot later = withTags();
        later.today = Day{10001};
        m_live->setSnapshot(std::make_shared<const Snapshot>(later));
        open();
        QCOMPARE(summary(), u"found: 1 · not seen yet: 1 · booked elsewhere: 0 · unknown: 1"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"Scanned here before and not on record yet: 2"_s);
        m_page->offer(rackA2); // a look at another rack does not take it away
        QCOMPARE(m_page->rack(), rackA1);
        press(u"finish"_s);
        QCOMPARE(m_live->asked.back().arguments[u"on"_s], u"2027-05-19"_s); // the day on which it was seen
        TRY_VERIFY(on<QLabel>(u"answer"_s)->text().startsWith(u'✓'));
        m_page.reset();
        open();
        QCOMPARE(summary(), u"found: 0 · not seen yet: 2 · booked elsewhere: 0 · unknown: 0"_s);
    }

    void anotherRackHasItsOwn() {
        scan(u"T-1"_s);
        auto *racks = on<QComboBox>(u"rack"_s);
        racks->setFocus();
        QTest::keyClick(racks, Qt::Key_Down);
        QCOMPARE(racks->currentText(), u"HOME/R1/A2"_s);
        QCOMPARE(column(3), (QStringList{u"stray"_s}));
        scan(u"T-1"_s);
        QCOMPARE(on<QLabel>(u"last"_s)->text(), u"T-1 – old – ≠ booked elsewhere: HOME/R1/A1 U1"_s);
        racks->setFocus();
        QTest::keyClick(racks, Qt::Key_Up);
        QCOMPARE(summary(), u"found: 1 · not seen yet: 1 · booked elsewhere: 0 · unknown: 0"_s);
    }
};

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
