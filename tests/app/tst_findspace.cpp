#include "model/core/format.h"
#include "model/store/snapshotloader.h"
#include "tests/app/polderctl.h"
#include "tests/support/estate.h"
#include "views/paper/elevationboxes.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace polder;
using namespace polder::test;

namespace {

QSet<QString> notChecked(const Ran &ran) {
    QSet<QString> names;
    for (const QJsonValue &name : ran.json[u"not_checked"_s].toArray()) {
        names << name.toString();
    }
    return names;
}

QSet<QString> racksOf(const QJsonArray &list) {
    QSet<QString> racks;
    for (const QJsonValue &one : list) {
        racks << one[u"rack"_s].toString();
    }
    return racks;
}

/// The rules that refuse any rack.
QSet<QString> rulesOf(const Ran &ran) {
    QSet<QString> rules;
    for (const QJsonValue &one : ran.json[u"refused"_s].toArray()) {
        for (const QJsonValue &shortfall : one[u"shortfalls"_s].toArray()) {
            rules << shortfall[u"rule"_s].toString();
        }
    }
    return rules;
}

} // namespace

/// find-space, option by option, and what is found booked and drawn.
class TestFindSpace : public QObject {
    Q_OBJECT

    ServedDatabase m_demo;

    [[nodiscard]] Ran find(const QString &options) const {
        return m_demo.as(u"fm.leiden"_s, QStringList{u"find-space"_s} + options.split(u' '));
    }
    [[nodiscard]] QString conninfo() const {
        QFile record(m_demo.path(u"db/socket"_s));
        return record.open(QIODevice::ReadOnly)
                   ? u"host='%1' user=postgres dbname=polder"_s.arg(QString::fromUtf8(record.readAll()).trimmed())
                   : QString();
    }

private Q_SLOTS:
    void initTestCase() {
        const QString trouble = m_demo.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble));
    }
    void cleanupTestCase() { QVERIFY(m_demo.stop()); }

    /// Each thing that is given leaves the list of what was not checked.
    void whatIsNotGivenIsNotChecked() {
        const QSet<QString> nothing{u"depth"_s,
                                    u"width"_s,
                                    u"weight"_s,
                                    u"power and heat"_s,
                                    u"outlets and paths"_s,
                                    u"airflow"_s,
                                    u"inlet temperature"_s,
                                    u"data class"_s,
                                    u"availability class"_s};
        QCOMPARE(notChecked(find(u"--height-u 1"_s)), nothing);
        const QList<std::pair<QString, QString>> each{{u"--depth-mm 700"_s, u"depth"_s},
                                                      {u"--weight-kg 20.5"_s, u"weight"_s},
                                                      {u"--draw-w 400"_s, u"power and heat"_s},
                                                      {u"--width-mm 450"_s, u"width"_s},
                                                      {u"--data-class laag"_s, u"data class"_s},
                                                      {u"--availability-class 1"_s, u"availability class"_s},
                                                      {u"--inlet-c 15..32"_s, u"inlet temperature"_s},
                                                      {u"--airflow front-to-rear"_s, u"airflow"_s},
                                                      {u"--cords 2 --plug C14"_s, u"outlets and paths"_s}};
        for (const auto &[option, name] : each) {
            QCOMPARE(notChecked(find(u"--height-u 1 "_s + option)), nothing - QSet<QString>{name});
        }
        QVERIFY(notChecked(find(u"--height-u 1 --cords 1"_s)).contains(u"plug"_s));

        // Of a cord of which nothing is said, what it is like is not checked either.
        const QSet<QString> idle{u"plug"_s, u"phases"_s};
        QCOMPARE(notChecked(find(u"--height-u 1 --plug C14 --phases 3"_s)), nothing + idle);
        QCOMPARE(notChecked(find(u"--height-u 1 --phases 1"_s)), nothing + QSet<QString>{u"phases"_s});
        QVERIFY(!notChecked(find(u"--height-u 1 --cords 2 --plug C14 --phases 1"_s)).intersects(idle));
        QVERIFY(m_demo
                    .run({u"--as"_s, u"fm.leiden"_s, u"find-space"_s, u"--height-u"_s, u"1"_s, u"--plug"_s, u"C14"_s,
                          u"--phases"_s, u"3"_s})
                    .text.contains(u"Not checked, because --cords was not given: plug, phases.\n"_s));

        const Ran text = m_demo.run({u"--as"_s, u"fm.leiden"_s, u"find-space"_s, u"--height-u"_s, u"1"_s,
                                     u"--depth-mm"_s, u"700"_s, u"--inlet-c"_s, u"18..27"_s});
        QVERIFY(
            text.text.contains(u"because it was not given: width, weight, power and heat, outlets and paths, airflow, "
                               "data class, availability class."_s));
        QVERIFY(!text.text.contains(u"because the record does not say enough"_s));
    }

    void eachLimitRefuses() {
        QVERIFY(rulesOf(find(u"--height-u 60 --explain"_s)).contains(u"S1"_s));
        for (const auto &[options, rule] :
             {std::pair{u"--height-u 1 --weight-kg 5000"_s, u"S3"_s},
              {u"--height-u 1 --draw-w 90000"_s, u"C1"_s},
              {u"--height-u 1 --depth-mm 4000"_s, u"S2"_s},
              {u"--height-u 1 --width-mm 483"_s, u"S2"_s},
              {u"--height-u 1 --inlet-c 15..16.5"_s, u"C5"_s},
              {u"--height-u 1 --inlet-c 40..45"_s, u"C5"_s},
              {u"--height-u 1 --cords 2 --plug C20 --phases 3 --draw-w 40000"_s, u"P1"_s}}) {
            const Ran none = find(options + u" --explain"_s);
            QCOMPARE(none.exitCode, 1); // nothing found
            QCOMPARE(none.json[u"fits"_s].toInt(), 0);
            QVERIFY2(rulesOf(none).contains(rule), qUtf8Printable(options + u' ' + rulesOf(none).values().join(u' ')));
            QCOMPARE(none.json[u"refused"_s].toArray().size(), none.json[u"refused_racks"_s].toInt());
        }
        // A plug for one phase is not one for three.
        const Ran one = find(u"--height-u 1 --cords 1 --draw-w 500 --plug C14"_s);
        const Ran three = find(u"--height-u 1 --cords 1 --draw-w 500 --plug C14 --phases 3"_s);
        QVERIFY(one.json[u"fits"_s].toInt() > three.json[u"fits"_s].toInt());
    }

    /// What stands on the floor: the instrument rooms of the demonstration take it, the plan says where.
    void onTheFloor() {
        const QString asked = u"--footprint-mm 800x700 --clearance-mm 600,100,0,0 --weight-kg 120 --from "_s +
                              QDate::currentDate().addDays(30).toString(Qt::ISODate);
        const Ran found = find(asked + u" --explain"_s);
        QCOMPARE(found.exitCode, 0);
        const QJsonValue floor = found.json[u"floor"_s];
        const QJsonArray places = floor[u"places"_s].toArray();
        QVERIFY(!places.isEmpty());
        QCOMPARE(found.json[u"fits"_s].toInt(), floor[u"rooms"_s].toArray().size());
        int least = 1000;
        for (const QJsonValue &place : places) {
            const int total = place[u"scores"_s][u"total"_s].toInt();
            QVERIFY(total <= least);
            least = total;
            // Half of the shorter side and no clearance is the least that it keeps from a wall.
            QVERIFY(place[u"x_mm"_s].toInt() >= 350 && place[u"y_mm"_s].toInt() >= 350);
        }
        // A medium that no room has, what no floor bears, and what is larger than any room.
        for (const auto &[more, rule] : {std::pair{u"--media plasma"_s, u"S7"_s},
                                         {u"--weight-kg 90000"_s, u"S4"_s},
                                         {u"--clearance-mm 60000,0,0,0"_s, u"S6"_s}}) {
            const Ran none = find(u"--footprint-mm 800x700 --explain "_s + more);
            QCOMPARE(none.exitCode, 1);
            QCOMPARE(none.json[u"fits"_s].toInt(), 0);
            const QJsonArray refused = none.json[u"floor"_s][u"refused"_s].toArray();
            QCOMPARE(refused.size(), floor[u"rooms"_s].toArray().size() + floor[u"refused"_s].toArray().size());
            for (const QJsonValue &room : refused) {
                const QJsonArray shortfalls = room[u"shortfalls"_s].toArray();
                QVERIFY2(std::ranges::any_of(shortfalls, [&](const QJsonValue &one) { return one[u"rule"_s] == rule; }),
                         qUtf8Printable(room[u"room"_s].toString() + u' ' + rule));
            }
        }
        QVERIFY(!notChecked(found).contains(u"depth"_s));
        QVERIFY(notChecked(found).contains(u"power and heat"_s));
        const Ran text = m_demo.run(QStringList{u"--as"_s, u"fm.leiden"_s, u"find-space"_s} + asked.split(u' '));
        QVERIFY(text.text.contains(u" rooms can take it, at "_s));
    }

    /// The items of a request stand as one set, as it wishes; the options say it otherwise.
    void sets() {
        const QByteArray asked = requestJson(
            {{u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, 4}, {u"draw_w"_s, 600}, {u"weight_kg"_s, 30}},
                                     QJsonObject{{u"height_u"_s, 2}, {u"draw_w"_s, 300}, {u"weight_kg"_s, 25}},
                                     QJsonObject{{u"height_u"_s, 1}, {u"draw_w"_s, 100}, {u"weight_kg"_s, 6}}}},
             {u"wishes"_s, QJsonObject{{u"together"_s, u"rack"_s}}}});
        const auto set = [&](const QStringList &more) {
            const Ran ran =
                m_demo.as(u"fm.leiden"_s, QStringList{u"find-space"_s, u"--request"_s, u"-"_s} + more, asked);
            return std::pair(ran.exitCode, ran.json[u"set"_s].toObject());
        };
        const auto [code, together] = set({u"--top"_s, u"1000"_s});
        QCOMPARE(code, 0);
        const QJsonArray sets = together[u"sets"_s].toArray();
        QVERIFY(sets.size() > 3);
        int least = 1000;
        for (const QJsonValue &one : sets) {
            QCOMPARE(racksOf(one[u"places"_s].toArray()), QSet<QString>{one[u"where"_s].toString()});
            QCOMPARE(one[u"places"_s].toArray().size(), 3);
            QVERIFY(one[u"score"_s].toInt() <= least);
            least = one[u"score"_s].toInt();
        }
        // Each rack either takes them all or says which item it does not take, and why.
        const auto [again, explained] = set({u"--explain"_s});
        QCOMPARE(again, 0);
        const QJsonArray refused = explained[u"refused"_s].toArray();
        QCOMPARE(refused.size(), explained[u"refused_parts"_s].toInt());
        const Ran alone = find(u"--height-u 4 --top 1"_s);
        QCOMPARE(refused.size() + sets.size(), alone.json[u"fits"_s].toInt() + alone.json[u"refused_racks"_s].toInt());
        for (const QJsonValue &one : refused) {
            for (const QJsonValue &item : one[u"items"_s].toArray()) {
                QVERIFY(item[u"missing"_s].toInt() == 1 && !item[u"shortfalls"_s].toArray().isEmpty());
            }
        }
        const auto [apartCode, apart] = set({u"--together"_s, u"row"_s, u"--apart"_s, u"rack"_s});
        QCOMPARE(apartCode, 0);
        QCOMPARE(racksOf(apart[u"sets"_s][0][u"places"_s].toArray()).size(), 3);
        const auto [noCode, none] = set({u"--together"_s, u"rack"_s, u"--apart"_s, u"rack"_s, u"--explain"_s});
        QCOMPARE(noCode, 1);
        QVERIFY(none[u"sets"_s].toArray().isEmpty());
    }

    /// A model of the library that stands on the floor, and one that goes between the rails.
    void models() {
        const auto connection = connectTo(conninfo());
        const auto snapshot = loadSnapshot(*connection);
        QVERIFY(snapshot.ok());
        int floor = 0;
        for (const Model &model : (*snapshot)->models) {
            if (model.kind == u"floor" && model.width && model.depth && floor++ == 0) {
                const Ran ran = m_demo.as(u"fm.leiden"_s, {u"find-space"_s, u"--model"_s, model.slug, u"--explain"_s});
                QCOMPARE(ran.json[u"floor"_s].isObject(), true);
                QVERIFY(ran.exitCode == 0 || !ran.json[u"floor"_s][u"refused"_s].toArray().isEmpty());
                QVERIFY(!notChecked(ran).contains(u"weight"_s) || !model.weight);
            }
        }
        QVERIFY(floor > 0);
        const auto server = std::ranges::find_if((*snapshot)->models, [](const Model &model) {
            return model.kind == u"rack" && model.height == Height{4} && model.weight;
        });
        const Ran ran = m_demo.as(u"fm.leiden"_s, {u"find-space"_s, u"--model"_s,
                                                   server->manufacturer + u' ' + server->name, u"--top"_s, u"1"_s});
        QVERIFY(ran.json[u"fits"_s].toInt() > 0);
        QVERIFY(!notChecked(ran).contains(u"weight"_s));
    }

    void siteTopAndExplain() {
        const Ran all = find(u"--height-u 1 --top 100000 --explain"_s);
        const Ran leiden = find(u"--height-u 1 --site LEIDEN --top 100000 --explain"_s);
        const Ran lumc = find(u"--height-u 1 --site LUMC --top 100000 --explain"_s);
        const auto total = [](const Ran &ran) {
            return ran.json[u"fits"_s].toInt() + ran.json[u"refused_racks"_s].toInt();
        };
        QCOMPARE(total(leiden) + total(lumc), total(all));
        QCOMPARE(racksOf(leiden.json[u"places"_s].toArray()) + racksOf(lumc.json[u"places"_s].toArray()),
                 racksOf(all.json[u"places"_s].toArray()));
        QVERIFY(!racksOf(lumc.json[u"places"_s].toArray()).contains(u"LEIDEN/DC1/A01"_s));
        const Ran top = find(u"--height-u 1 --top 3"_s);
        QCOMPARE(top.json[u"places"_s].toArray().size(), 3);
        QCOMPARE(top.json[u"fits"_s], all.json[u"fits"_s]);
        QVERIFY(!top.json.object().contains(u"refused"_s));
        QCOMPARE(find(u"--height-u 1"_s).json[u"places"_s].toArray().size(), 20);
        const QJsonArray places = all.json[u"places"_s].toArray();
        for (qsizetype i = 1; i < places.size(); ++i) { // best first
            QVERIFY(places[i][u"scores"_s][u"total"_s].toInt() <= places[i - 1][u"scores"_s][u"total"_s].toInt());
        }
    }

    void countWantsThemTogether() {
        const Ran some = find(u"--height-u 4 --count 3"_s);
        QCOMPARE(some.exitCode, 0);
        QCOMPARE(some.json[u"plan"_s].toArray().size(), 3);
        const Ran many = find(u"--height-u 20 --count 1000"_s);
        QCOMPARE(many.exitCode, 1); // some fit, not all
        QVERIFY(!many.json[u"plan"_s].toArray().isEmpty());
        QVERIFY(many.json[u"plan"_s].toArray().size() < 1000);
    }

    /// What is leaving makes room later; what is held takes it until it goes.
    void fromAndUntil() {
        const QDate today = QDate::currentDate();
        const auto during = [&](int from, int until) {
            return find(u"--height-u 2 --top 100000 --site LEIDEN --from %1 --until %2"_s.arg(
                today.addDays(from).toString(Qt::ISODate), today.addDays(until).toString(Qt::ISODate)));
        };
        const auto fits = [](const Ran &ran) { return ran.json[u"fits"_s].toInt(); };
        QVERIFY(fits(during(0, 1)) >= fits(during(0, 4000))); // longer never fits better
        QVERIFY(fits(during(3990, 4000)) >= fits(during(0, 4000)));
        QVERIFY(fits(during(3990, 4000)) > fits(during(0, 10))); // most agreements of today have ended
    }

    void halfUnits_data() {
        QTest::addColumn<double>("height");
        QTest::addColumn<bool>("countsDown");
        QTest::newRow("half, up") << 0.5 << false;
        QTest::newRow("half, down") << 0.5 << true;
        QTest::newRow("one and a half, up") << 1.5 << false;
        QTest::newRow("one and a half, down") << 1.5 << true;
    }
    /// Requested, found, held, shown and drawn: the same half units all the way.
    void halfUnits() {
        QFETCH(double, height);
        QFETCH(bool, countsDown);
        const QString wanted = u"--height-u %1 --draw-w 60 --weight-kg 3 --depth-mm 400 --cords 2 --plug C14 "
                               "--site LEIDEN --from %2 --until %3"_s.arg(
                                   QString::number(height), QDate::currentDate().addDays(30).toString(Qt::ISODate),
                                   QDate::currentDate().addDays(400).toString(Qt::ISODate));
        const Ran before = find(wanted);
        QCOMPARE(before.exitCode, 0);
        const QString rack = before.json[u"places"_s][0][u"rack"_s].toString();
        const QByteArray which = u" from polder.rack k join polder.room m on m.id = k.room_id join polder.site s on "
                                 "s.id = m.site_id where s.code || '/' || m.code || '/' || k.code = '%1'"_s.arg(rack)
                                     .toUtf8();
        runSql(conninfo(), QByteArray("update polder.rack set numbered_down = ") + (countsDown ? "true" : "false") +
                               " where id = (select k.id" + which + ")");
        const Ran found = find(wanted);
        const QJsonValue place = found.json[u"places"_s][0];
        QCOMPARE(place[u"rack"_s], rack); // the way of counting moves nothing
        const double unit = place[u"unit"_s].toDouble();

        const QByteArray item = requestJson({{u"wishes"_s, QJsonObject{{u"site"_s, u"LEIDEN"_s}}},
                                             {u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, height},
                                                                                 {u"draw_w"_s, 60},
                                                                                 {u"weight_kg"_s, 3},
                                                                                 {u"depth_mm"_s, 400},
                                                                                 {u"cords"_s, 2},
                                                                                 {u"plug"_s, u"C14"_s}}}}});
        const QString number =
            m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s}, item).json[u"number"_s].toString();
        (void)m_demo.as(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        (void)m_demo.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, number});
        const Ran held = m_demo.as(u"fm.leiden"_s, {u"book"_s, number, u"--rack"_s, rack, u"--unit"_s,
                                                    QString::number(unit), u"--face"_s, place[u"face"_s].toString()});
        QVERIFY2(held.exitCode == 0, qUtf8Printable(held.text + held.trouble));

        const Ran shown = m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"show"_s, number});
        QCOMPARE(shown.json[u"items"_s][0][u"height_u"_s].toDouble(), height);
        QCOMPARE(shown.json[u"items"_s][0][u"places"_s][0][u"unit"_s].toDouble(), unit);

        const auto connection = connectTo(conninfo());
        const auto snapshot = loadSnapshot(*connection);
        QVERIFY(snapshot.ok());
        const PlacementId placement{static_cast<std::int32_t>(held.json[u"placements"_s][0].toInteger())};
        const Rack &stands = *(*snapshot)->racks.find((*snapshot)->placements.find(placement)->rack);
        QCOMPARE(stands.numberedDown, countsDown);
        const auto boxes = elevationBoxes(**snapshot, stands, Day::fromDate(QDate::currentDate().addDays(30)));
        const auto box = std::ranges::find(boxes, placement, &ElevationBox::placement);
        QVERIFY(box != boxes.end());
        QCOMPARE(box->huUntil - box->huFrom, static_cast<int>(height * 2));
        QCOMPARE(unitNumber(stands, {box->huFrom}), unit);
        QCOMPARE(box->kind, ElevationBox::Kind::Held);
    }
};

QTEST_GUILESS_MAIN(TestFindSpace)
#include "tst_findspace.moc"
