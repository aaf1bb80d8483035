#include "fakelive.h"
#include "model/core/format.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/findings/findingspage.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

Finding finding(int id, const QString &rule, const QString &kind, const QString &text, Period during) {
    Finding finding;
    finding.id = {id};
    finding.rule = rule;
    finding.kind = kind;
    finding.text = text;
    finding.during = during;
    finding.site = SiteId{1};
    return finding;
}

Override setAside(int id, const QString &rule, int until, bool given) {
    Override one;
    one.id = {id};
    one.rule = rule;
    one.reason = u"for once"_s;
    one.until = Day{until};
    one.given = given;
    return one;
}

/// "front" is contested, A1 carries 620 of 500 kg, a warning is to come, an audit is resolved; C4 is set aside for
/// "old", C1 for rack B1 with one word only, S2 was for request R-1. Today is day 10000.
Snapshot troubled() {
    Snapshot snapshot = smallSnapshot();
    auto contested = finding(1, u"S1"_s, u"contested"_s, u"two devices"_s, {Day{9990}, Day::never()});
    contested.placement = frontPlacement;
    const auto heavy = finding(2, u"S3"_s, u"violation"_s, u"HOME/R1/A1"_s, {Day{9990}, Day::never()});
    auto audit = finding(3, u"G5"_s, u"audit"_s, u"the owner has left"_s, {Day{9900}, Day::never()});
    audit.site = SiteId{2};
    audit.resolved = true;
    const auto coming = finding(4, u"P6"_s, u"warning"_s, u"maintenance"_s, {Day{10010}, Day{10011}});
    snapshot.findings = Table<Finding>({contested, heavy, audit, coming});

    auto air = setAside(1, u"C4"_s, 10076, true);
    air.placement = oldPlacement;
    auto heat = setAside(2, u"C1"_s, 10120, false);
    auto rails = setAside(3, u"S2"_s, 9999, true);
    rails.request = inReview;
    auto limits = std::vector(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end());
    for (const Node &node : snapshot.nodes) {
        if (node.kind == u"rack_heat" && node.rack == rackB1) {
            heat.node = node.id;
        } else if (node.kind == u"rack_mass" && node.rack == rackA1) {
            snapshot.ledger = Ledger({{node.id, {}, Day{9000}, {620'000, 0, 0, 0}, {}}});
            std::ranges::find(limits, node.id, &NodeLimit::node)->normalMain = 500'000;
        }
    }
    snapshot.nodeLimits = Table<NodeLimit>(std::move(limits));
    snapshot.overrides = Table<Override>({air, heat, rails});
    return snapshot;
}

} // namespace

class TestFindingsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<EstateWatch> m_estates;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<FindingsPage> m_page;
    QTableView *m_view = nullptr;

    void open(Snapshot snapshot) {
        m_page.reset();
        m_estates.reset();
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(std::move(snapshot)));
        m_estates = std::make_unique<EstateWatch>(*m_live);
        m_navigator = std::make_unique<Navigator>();
        m_page = std::make_unique<FindingsPage>(*m_live, *m_estates, *m_navigator);
        m_view = m_page->findChild<SearchTable *>(u"findings"_s)->view();
        m_page->resize(1200, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    [[nodiscard]] QStringList column(int column) const {
        QStringList texts;
        for (int row = 0; row < m_view->model()->rowCount(); ++row) {
            texts << m_view->model()->index(row, column).data().toString();
        }
        return texts;
    }
    [[nodiscard]] QStringList rules() const { return column(0); }
    void choose(const QString &rule) const {
        m_view->setCurrentIndex(m_view->model()->index(static_cast<int>(rules().indexOf(rule)), 0));
    }
    [[nodiscard]] QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    [[nodiscard]] QStringList choices(const QString &name) const {
        QStringList texts;
        const auto *box = m_page->findChild<QComboBox *>(name);
        for (int i = 0; i < box->count(); ++i) {
            texts << box->itemText(i);
        }
        return texts;
    }
    /// By the keyboard, to the entry with this beginning.
    void take(const QString &name, const QString &beginning) const {
        auto *box = m_page->findChild<QComboBox *>(name);
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && !box->currentText().startsWith(beginning); ++i) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QVERIFY2(box->currentText().startsWith(beginning), qPrintable(box->currentText()));
    }
    void setDay(int number) const { m_page->findChild<QDateEdit *>(u"day"_s)->setDate(Day{number}.toDate()); }

private Q_SLOTS:
    void init() {
        open(troubled());
        TRY_COMPARE(m_view->model()->rowCount(), 5);
    }
    void cleanup() {
        m_page.reset();
        m_estates.reset();
        m_live.reset();
    }

    void whatHoldsOrComesIsShownWithItsFigures() {
        QCOMPARE(rules(), (QStringList{u"S3"_s, u"S1"_s, u"P6"_s, u"C4"_s, u"C1"_s}));
        QCOMPARE(column(1), (QStringList{u"finding"_s, u"contested"_s, u"warning"_s, u"set aside"_s, u"set aside"_s}));
        QCOMPARE(column(2), (QStringList{u"open"_s, u"open"_s, u"to come"_s, u"in force"_s, u"not in force"_s}));
        QCOMPARE(column(3),
                 (QStringList{u"HOME/R1/A1"_s, u"HOME/R1/A1"_s, u"Home"_s, u"HOME/R1/A1"_s, u"AWAY/R2/B1"_s}));
        QCOMPARE(column(4), (QStringList{{}, u"front"_s, {}, u"old"_s, {}}));
        QCOMPARE(column(5), (QStringList{u"HOME/R1/A1: more than its limit"_s, u"two devices"_s, u"maintenance"_s,
                                         u"for once"_s, u"for once"_s}));
        QCOMPARE(column(8), (QStringList{u"620 kg of 500 kg"_s, {}, {}, {}, {}}));
        const Format format;
        QCOMPARE(column(7),
                 (QStringList{{}, {}, format.day(Day{10010}), format.day(Day{10075}), format.day(Day{10119})}));
        QCOMPARE(label(u"summary"_s), u"open: 2 · to come: 1 · in force: 1 · not in force: 1"_s);
    }

    void facetsLeaveWhatTheySayAndCountTheRest() {
        QCOMPARE(choices(u"rule"_s).mid(0, 2), (QStringList{u"all rules (5)"_s, u"C1 – heat of a rack (1)"_s}));
        QCOMPARE(choices(u"when"_s),
                 (QStringList{u"open, to come, set aside (5)"_s, u"resolved or over (2)"_s, u"all (7)"_s}));
        take(u"kind"_s, u"set aside"_s);
        QCOMPARE(rules(), (QStringList{u"C4"_s, u"C1"_s}));
        QCOMPARE(choices(u"site"_s), (QStringList{u"all data centres (2)"_s, u"Home (1)"_s, u"Away (1)"_s}));
        take(u"site"_s, u"Away"_s);
        QCOMPARE(rules(), QStringList(u"C1"_s));
        take(u"when"_s, u"resolved"_s);
        QCOMPARE(rules(), QStringList());
        QVERIFY(m_page->findChild<SearchTable *>(u"findings"_s)->findChildren<QLabel *>().last()->isVisible());
        take(u"kind"_s, u"all kinds"_s);
        QCOMPARE(rules(), QStringList(u"G5"_s));
        take(u"site"_s, u"all"_s);
        QCOMPARE(rules(), (QStringList{u"G5"_s, u"S2"_s}));
        take(u"rule"_s, u"S2"_s);
        QCOMPARE(column(4), QStringList(u"R-1"_s));
    }

    void anOverrideSaysItsReasonItsEndAndItsWords() {
        choose(u"C1"_s);
        QCOMPARE(label(u"title"_s), u"C1 – heat of a rack"_s);
        const QString detail = label(u"detail"_s);
        QVERIFY2(detail.contains(u"for once"_s), qPrintable(detail));
        QVERIFY2(detail.contains(u"the second word is missing"_s), qPrintable(detail));
        QVERIFY2(detail.contains(Format().day(Day{10119})), qPrintable(detail));
        choose(u"C4"_s);
        QVERIFY2(label(u"detail"_s).contains(u"the facility manager's word is enough"_s),
                 qPrintable(label(u"detail"_s)));
    }

    void itsObjectsAreOneStepAway() {
        QSignalSpy wanted(m_navigator.get(), &Navigator::wanted);
        const auto last = [&wanted] { return wanted.takeLast().first().value<ObjectLink>(); };
        choose(u"S1"_s);
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Return);
        QVERIFY(last() == ObjectLink(EquipmentId{2}));
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"openRack"_s), Qt::LeftButton);
        QVERIFY(last() == ObjectLink(rackA1));
        QVERIFY(!m_page->findChild<QPushButton *>(u"openRequest"_s)->isEnabled());
        choose(u"S3"_s);
        QTest::keyClick(m_view, Qt::Key_Return);
        QVERIFY(last() == ObjectLink(rackA1));
        take(u"when"_s, u"all"_s);
        choose(u"S2"_s);
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"openRequest"_s), Qt::LeftButton);
        QVERIFY(last() == ObjectLink(inReview));
        choose(u"P6"_s); // of nothing that has a page
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 0);
    }

    void theDayDecidesWhatHolds() {
        setDay(10010);
        TRY_COMPARE(column(2).mid(0, 3), (QStringList{u"open"_s, u"open"_s, u"open"_s}));
        setDay(10011);
        TRY_COMPARE(rules(), (QStringList{u"S3"_s, u"S1"_s, u"C4"_s, u"C1"_s}));
        setDay(10075);
        TRY_COMPARE(column(7).mid(2, 1), QStringList(Format().day(Day{10075})));
        setDay(10076);
        TRY_COMPARE(rules(), (QStringList{u"S3"_s, u"S1"_s, u"C1"_s}));
    }

    void aCommitElsewhereKeepsWhatIsChosen() {
        choose(u"C4"_s);
        Snapshot next = troubled();
        next.generation = 6;
        next.findings = Table<Finding>();
        m_live->setSnapshot(std::make_shared<const Snapshot>(std::move(next)));
        TRY_COMPARE(rules(), (QStringList{u"C4"_s, u"C1"_s}));
        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(label(u"title"_s), u"C4 – direction of the air"_s);
    }

    void nothingOnRecordIsSaid() {
        open(smallSnapshot());
        const auto *table = m_page->findChild<SearchTable *>(u"findings"_s);
        const auto said = [table](const QString &words) {
            const auto labels = table->findChildren<QLabel *>();
            return std::ranges::any_of(labels,
                                       [&](auto *label) { return label->isVisible() && label->text() == words; });
        };
        TRY_VERIFY(said(u"No finding, warning or override is on record that you may see."_s));
        QVERIFY(!m_page->findChild<QLabel *>(u"summary"_s)->isVisible());
    }
};

QTEST_MAIN(TestFindingsPage)
#include "tst_findingspage.moc"
