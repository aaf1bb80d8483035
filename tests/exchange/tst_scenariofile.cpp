#include "model/exchange/scenariofile.h"

#include <QFile>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

ScenarioChangeDraft of(ScenarioChangeDraft::Kind kind) {
    ScenarioChangeDraft change;
    change.kind = kind;
    return change;
}

} // namespace

class ScenarioFileTest : public QObject {
    Q_OBJECT

private slots:
    void theSampleAndBack() {
        QFile file(QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/scenario.sample.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto draft = parseScenario(file.readAll());
        QVERIFY2(draft.ok(), qPrintable(draft.ok() ? QString() : draft.error().what));
        QCOMPARE(draft->changes.size(), std::size_t{5});
        QCOMPARE(draft->changes[1].unit, 12.0);
        QCOMPARE(draft->changes[2].drawWatts, 700);
        const auto again = parseScenario(scenarioFile(*draft));
        QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().what));
        QVERIFY(*again == *draft);
    }

    /// Every member that a change may have, as it was.
    void everyMemberAndBack() {
        using Kind = ScenarioChangeDraft::Kind;
        const Day from = Day::fromDate({2027, 9, 1});
        ScenarioDraft draft;
        ScenarioChangeDraft place = of(Kind::Place);
        place.height = Height{5};
        place.weight = Mass{35'100};
        place.depth = Length{740};
        place.plug = u"C20"_s;
        place.airflow = u"passive"_s;
        place.organisation = u"UL"_s;
        place.site = u"LEIDEN"_s;
        place.rack = u"LEIDEN/DC1/A01"_s;
        place.count = 20;
        place.drawWatts = 0;
        place.cords = 2;
        place.from = from;
        place.until = from.plus(30);
        ScenarioChangeDraft item = of(Kind::Place);
        item.request = u"R-2026-00012"_s;
        item.item = 2;
        ScenarioChangeDraft move = of(Kind::Move);
        move.placement = 7;
        move.rack = u"LEIDEN/DC1/A02"_s;
        move.unit = 12.5;
        move.face = u"rear"_s;
        ScenarioChangeDraft retire = of(Kind::Retire);
        retire.assetTag = u"UL-1"_s;
        ScenarioChangeDraft racks = of(Kind::AddRacks);
        racks.like = u"LEIDEN/DC1/A02"_s;
        racks.feedA = u"LEIDEN BUS-A1"_s;
        racks.feedB = u"LEIDEN BUS-B1"_s;
        ScenarioChangeDraft feed = of(Kind::AddFeed);
        feed.like = u"LEIDEN BUS-A1"_s;
        feed.name = u"BUS-A9"_s;
        feed.limitWatts = 250'000;
        ScenarioChangeDraft fail = of(Kind::Fail);
        fail.node = u"LEIDEN UPS-A"_s;
        ScenarioChangeDraft refuse = of(Kind::Refuse);
        refuse.request = u"R-2026-00014"_s;
        refuse.reason = u"no place"_s;
        draft.name = u"All of it"_s;
        draft.on = from;
        draft.changes = {place, item, move, retire, racks, feed, fail, refuse};
        const auto again = parseScenario(scenarioFile(draft));
        QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().what));
        QVERIFY(*again == draft);
    }
};

QTEST_APPLESS_MAIN(ScenarioFileTest)
#include "tst_scenariofile.moc"
