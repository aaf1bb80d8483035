#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/home/homepage.h"
#include "views/parts/searchtable.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

Snapshot owing() {
    Snapshot snapshot = smallSnapshot();
    auto requests = std::vector(snapshot.requests.begin(), snapshot.requests.end());
    requests[0].decisionDue = snapshot.today.plus(-1);
    snapshot.requests = Table<Request>(requests);
    auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
    placements[0].during.until = snapshot.today.plus(30);
    snapshot.placements = Table<Placement>(placements);
    Finding finding;
    finding.id = {1};
    finding.rule = u"P5"_s;
    finding.rack = rackA2;
    finding.text = u"too much"_s;
    snapshot.findings = Table<Finding>({finding});
    return snapshot;
}

QStringList rows(const SearchTable *table) {
    QStringList lines;
    const auto *model = table->view()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) {
            cells << model->index(row, column).data().toString();
        }
        lines << cells.join(u" | "_s);
    }
    return lines;
}

struct Home {
    FakeLive live;
    EstateWatch estates{live};
    NoticeWatch notices{live};
    Navigator navigator;
    HomePage page{live, estates, notices, navigator};

    explicit Home(Snapshot snapshot) : live(std::make_shared<const Snapshot>(std::move(snapshot))) { page.show(); }
    [[nodiscard]] SearchTable *table(const QString &name) const { return page.findChild<SearchTable *>(name); }
};

} // namespace

class TestHomePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void whatWaitsIsOneKeyAway() {
        Home home(owing());
        QCOMPARE(rows(home.table(u"concerns"_s)), (QStringList{u"18 May 2027 – late | Decide | R-1 · Survey | HO"_s,
                                                               u"17 Jun 2027 | Hosting ends | old | HOME/R1/A1"_s,
                                                               u" | Finish and submit | R-2 · Survey | HO"_s,
                                                               u" | Finding | HOME/R1/A2 | P5: too much"_s}));
        QCOMPARE(home.page.findChild<QLabel *>(u"greeting"_s)->text(), u"19 May 2027 · late: 1"_s);
        QSignalSpy opened(&home.navigator, &Navigator::wanted);
        const std::vector<ObjectLink> links{inReview, EquipmentId{1}, draft, rackA2};
        auto *view = home.table(u"concerns"_s)->view();
        view->setFocus();
        for (int row = 0; row < std::ssize(links); ++row) {
            view->setCurrentIndex(view->model()->index(row, 0));
            QTest::keyClick(view, Qt::Key_Return);
            QCOMPARE(opened.size(), row + 1);
            QVERIFY(opened.last().first().value<ObjectLink>() == links[row]);
        }
    }

    // Three racks of 10U: in A1 2U + 1U + 1U are taken (1U of it at the front only) and 1U is blocked.
    void saysHowFullItIs() {
        Home home(smallSnapshot());
        const auto *uses = home.table(u"uses"_s);
        TRY_COMPARE(rows(uses).size(), 10);
        QCOMPARE(rows(uses)[0].section(u" | "_s, 0, 4), u"Home | HO | Units | 25 % | 15U"_s);
        QCOMPARE(rows(uses)[0].section(u" | "_s, 6), u"4U | 0U | 1U | 20U"_s);
        QCOMPARE(rows(uses)[5].section(u" | "_s, 0, 4), u"Away | HO | Units | 0 % | 10U"_s);
        QCOMPARE(rows(uses)[1].section(u" | "_s, 0, 3), u"Home | HO | Power | limit unknown"_s);
    }

    // From the day on which the last of AWAY is booked.
    void saysWhatIsGoingToBeFull() {
        Snapshot snapshot = smallSnapshot();
        const Day from = snapshot.today.plus(100);
        auto boxes = std::vector(snapshot.occupancy.begin(), snapshot.occupancy.end());
        OccupiedBox all = boxes.front();
        all.rack = rackB1;
        all.huFrom = 0;
        all.huUntil = 20;
        all.during.from = from;
        boxes.push_back(all);
        snapshot.occupancy = Table<OccupiedBox>(boxes);
        Home home(snapshot);
        const auto *limits = home.table(u"limits"_s);
        TRY_COMPARE(rows(limits).size(), 2);
        QCOMPARE(rows(limits)[0].section(u" | "_s, 0, 4),
                 u"Away | Units | 27 Aug 2027 as booked | 0U of 10U | 27 Aug 2027"_s);
        QCOMPARE(rows(limits)[1].section(u" | "_s, 0, 1), u"AWAY/R2 | Units"_s);
    }

    void aNewSnapshotIsReckonedAnew() {
        Home home(smallSnapshot());
        const auto *uses = home.table(u"uses"_s);
        TRY_COMPARE(rows(uses).size(), 10);
        Snapshot less = smallSnapshot();
        less.generation = 6;
        less.racks = Table<Rack>({less.racks[0], less.racks[1]});
        home.live.setSnapshot(std::make_shared<const Snapshot>(std::move(less)));
        TRY_COMPARE(rows(uses).size(), 5);
    }
};

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
