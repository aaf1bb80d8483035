#include "tests/engine/anydrawing.h"

#include "model/report/capacityreport.h"
#include "model/report/catalogue.h"
#include "model/report/strandedreport.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace polder;
using namespace polder::test;

/// The sums of the report of capacity are right, whatever stands there.
class AnyEstateTest : public QObject {
    Q_OBJECT

private:
    /// Rows as machines get them; in whole steps of one unit, so that sums are exact.
    class Rows {
    public:
        explicit Rows(const ReportTable &table) : m_table(table) {}
        [[nodiscard]] std::size_t count() const { return m_table.rows.size(); }
        [[nodiscard]] std::int64_t number(std::size_t row, const char *column) const {
            const auto *number = std::get_if<Decimal>(&cell(row, column));
            std::int64_t steps = number ? number->steps : 0;
            for (int i = number ? number->decimals : 0; i < 6; ++i) {
                steps *= 10;
            }
            return steps;
        }
        [[nodiscard]] QString text(std::size_t row, const char *column) const {
            const auto *text = std::get_if<QString>(&cell(row, column));
            return text ? *text : QString();
        }
        [[nodiscard]] std::int64_t sum(std::size_t row, std::initializer_list<const char *> columns) const {
            std::int64_t all = 0;
            for (const auto *column : columns) {
                all += number(row, column);
            }
            return all;
        }
        [[nodiscard]] bool isAnythingNegative() const {
            return std::ranges::any_of(m_table.rows, [](const auto &row) {
                return std::ranges::any_of(row, [](const Cell &cell) {
                    const auto *number = std::get_if<Decimal>(&cell);
                    return number && number->steps < 0;
                });
            });
        }

    private:
        [[nodiscard]] const Cell &cell(std::size_t row, const char *column) const {
            const auto found = std::ranges::find(m_table.columns, QString::fromLatin1(column), &ReportColumn::name);
            if (found == m_table.columns.end()) {
                qFatal("there is no column %s", column);
            }
            return m_table.rows[row][static_cast<std::size_t>(found - m_table.columns.begin())];
        }
        const ReportTable &m_table;
    };

    static const ReportTable &table(const Report &report, const QString &name) {
        return *std::ranges::find(report.tables, name, &ReportTable::name);
    }

    /// What is right below a place, by its name: of everything the data centres.
    static QString parentOf(const QString &place) {
        return place == u"institution" ? QString()
               : place.contains(u'/')  ? place.section(u'/', 0, -2)
                                       : u"institution"_qs;
    }

    static void add(std::map<QString, std::int64_t> &sums, const QString &key, std::int64_t amount) {
        sums[key] += amount;
    }

private Q_SLOTS:
    /// In every row, of places and of nodes: what there is, is somewhere. Of a node each phase is on its own, and what
    /// it carries is what its ledger has.
    void everyNodeAddsUp() {
        QRandomGenerator random(20261130);
        int nodes = 0, phases = 0, reserves = 0, overs = 0, helds = 0;
        for (int round = 0; round < 25; ++round) {
            std::vector<Drawn> drawn;
            const auto estate = spread(anyDrawing(random, drawn));
            const Day day{static_cast<std::int32_t>(random.bounded(days + 3))};
            const auto report = strandedReport(estate, day, {});
            const Rows rows(report.tables.front());
            QVERIFY(!rows.isAnythingNegative());
            std::map<QString, Load> carried;
            for (std::size_t i = 0; i < rows.count(); ++i) {
                QCOMPARE(rows.sum(i, {"total", "over"}), rows.sum(i, {"blocked", "reserve", "used", "held", "free"}));
                QVERIFY(rows.number(i, "stranded") <= rows.number(i, "free"));
                reserves += rows.number(i, "reserve") > 0;
                overs += rows.number(i, "over") > 0;
                if (rows.text(i, "level") != u"node") {
                    continue;
                }
                ++nodes;
                helds += rows.number(i, "held") > 0;
                const QString phase = rows.text(i, "phase");
                if (!phase.isEmpty()) {
                    auto &load = carried[rows.text(i, "node")];
                    load.*quantities[static_cast<std::size_t>(phase.back().digitValue())] =
                        rows.sum(i, {"used", "held"});
                    ++phases;
                }
            }
            for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
                const auto found = carried.find(estate.nodeName(node));
                if (found != carried.end()) {
                    const Load load = estate.timeline(node).on(day);
                    QCOMPARE(found->second, (Load{0, load.l1, load.l2, load.l3}));
                }
            }
        }
        QVERIFY(nodes > 500 && phases > 100 && reserves > 20 && overs > 20 && helds > 20);
    }

    /// One institution with two data centres of three: all of those two together, as if there were no third.
    void ofOneInstitution() {
        QRandomGenerator random(23);
        int rows = 0;
        for (int round = 0; round < 10; ++round) {
            std::vector<Drawn> drawn;
            const auto estate = spread(anyDrawing(random, drawn), [](Snapshot &made) {
                made.organisations = Table<Organisation>({{{1}, u"UL"_qs, {}}, {{2}, u"LUMC"_qs, {}}});
                std::vector<Site> sites(made.sites.begin(), made.sites.end());
                for (auto &site : sites) {
                    site.host = {1};
                }
                sites.push_back({{3}, {2}, u"V"_qs, {}});
                made.sites = Table<Site>(sites);
                std::vector<Room> rooms(made.rooms.begin(), made.rooms.end());
                for (auto &room : rooms) {
                    room.site = room.code == u"N" ? SiteId{3} : room.site;
                }
                made.rooms = Table<Room>(rooms);
            });
            const auto scope = scopeNamed(estate, u"UL"_qs), other = scopeNamed(estate, u"LUMC"_qs);
            QVERIFY(scope.ok() && other.ok() && !scopeNamed(estate, u"NOBODY"_qs).ok());
            QCOMPARE(scope->sites.size(), std::size_t{2});
            QCOMPARE(other->place.site, SiteId{3}); // its only one
            const auto *kind = reportKind(u"capacity"_qs);
            const Day day{static_cast<std::int32_t>(random.bounded(days + 3))};
            const auto report = [&](const ReportScope &of) {
                return makeReport(*kind, estate, {.from = day, .asOf = day, .scope = of}, {});
            };
            const auto mine = report(*scope), all = report({});
            QVERIFY(mine.ok() && all.ok());
            QCOMPARE(mine->scope, u"UL"_qs);
            std::map<QString, std::int64_t> sums, together;
            const Rows every(table(*all, u"places"_qs)), own(table(*mine, u"places"_qs));
            for (std::size_t i = 0; i < every.count(); ++i) {
                const QString place = every.text(i, "place");
                for (const auto *column : {"total", "blocked", "used", "held", "over"}) {
                    sums[every.text(i, "dimension") + QString::fromLatin1(column)] +=
                        place == u"S" || place == u"T" ? every.number(i, column) : 0;
                }
            }
            for (std::size_t i = 0; i < own.count(); ++i) {
                QVERIFY(!own.text(i, "place").startsWith(u'V'));
                if (own.text(i, "place") != u"institution") {
                    continue;
                }
                for (const auto *column : {"total", "blocked", "used", "held", "over"}) {
                    const QString key = own.text(i, "dimension") + QString::fromLatin1(column);
                    QCOMPARE(own.number(i, column), sums[key]);
                    ++rows;
                }
            }
            const Rows racks(table(*mine, u"capacity"_qs));
            for (std::size_t i = 0; i < racks.count(); ++i) {
                QVERIFY(racks.text(i, "site") != u"V");
            }
        }
        QVERIFY(rows > 200);
    }

    void itAddsUp() {
        QRandomGenerator random(20261129);
        int levelSums = 0, riskRows = 0, strandedRows = 0, limitedRows = 0, overRows = 0, reserveRows = 0,
            runwayRows = 0, apparentRows = 0, floorRows = 0;
        std::map<QString, int> kindsTaken;
        for (int round = 0; round < 25; ++round) {
            std::vector<Drawn> drawn;
            const auto estate = spread(anyDrawing(random, drawn), [](Snapshot &made) {
                made.rackRows = Table<Row>({{{1}, {1}, u"A"_qs}, {{2}, {1}, u"B"_qs}, {{3}, {2}, u"C"_qs}});
            });
            for (const auto &scopeName :
                 {u"institution"_qs, u"S"_qs, u"S/M"_qs, u"S/M/A"_qs, u"T"_qs, u"S/N"_qs, u"S/M/R1"_qs}) {
                const auto scope = scopeNamed(estate, scopeName);
                QVERIFY2(scope.ok(), scope.ok() ? "" : qPrintable(scope.error().what));
                const Day day{static_cast<std::int32_t>(random.bounded(days + 3))};
                const auto report = wholeCapacityReport(estate, day, {}, *scope);
                const auto again = wholeCapacityReport(estate, day, {}, *scope);
                QVERIFY(QJsonDocument(toJson(report)).toJson() == QJsonDocument(toJson(again)).toJson());

                // Of racks: each of them, and what they come to for every place above.
                const Rows racks(table(report, u"capacity"_qs));
                QVERIFY(!racks.isAnythingNegative());
                std::map<QString, std::int64_t> ofRacks;
                for (std::size_t i = 0; i < racks.count(); ++i) {
                    QCOMPARE(racks.sum(i, {"total", "over"}),
                             racks.text(i, "dimension") == u"U" || racks.number(i, "total") > 0
                                 ? racks.sum(i, {"blocked", "used", "held", "free"})
                                 : 0);
                    for (const auto *column : {"total", "blocked", "used", "held"}) {
                        const auto amount = racks.number(i, column);
                        const QString key = racks.text(i, "dimension") + QString::fromLatin1(column);
                        add(ofRacks, u"institution"_qs + key, amount);
                        add(ofRacks, racks.text(i, "site") + key, amount);
                        add(ofRacks, racks.text(i, "site") + u'/' + racks.text(i, "room") + key, amount);
                    }
                }

                const Rows places(table(report, u"places"_qs));
                QVERIFY(places.count() > 0);
                QVERIFY(!places.isAnythingNegative());
                std::map<QString, std::int64_t> freeUnits, freeBelow;
                std::map<QString, std::int64_t> ofPlaces, ofChildren; // by place, dimension and column
                std::set<QString> parents;
                for (std::size_t i = 0; i < places.count(); ++i) {
                    const QString place = places.text(i, "place"), dimension = places.text(i, "dimension");
                    QCOMPARE(places.sum(i, {"total", "over"}),
                             places.sum(i, {"blocked", "used", "held", "free", "limited_upstream"}));
                    QCOMPARE(places.sum(i, {"usable", "blocked"}), places.number(i, "total"));
                    QVERIFY(places.number(i, "stranded") <= places.number(i, "free"));
                    const bool wholeScope = place == scopeName || scopeName == u"institution";
                    const bool ofThese = dimension == u"U" || dimension == u"kW" || dimension == u"kg";
                    if (wholeScope && ofThese && place.count(u'/') < 2) { // rows and racks are below
                        for (const auto *column : {"total", "blocked", "used", "held"}) {
                            QCOMPARE(places.number(i, column),
                                     ofRacks[place + dimension + QString::fromLatin1(column)]);
                        }
                    }
                    if (dimension == u"U") {
                        QCOMPARE(places.sum(i, {"over", "limited_upstream"}), 0);
                        freeUnits[place] = places.number(i, "free");
                        freeBelow[parentOf(place)] += places.number(i, "free");
                    }
                    for (const auto *column :
                         {"total", "blocked", "usable", "used", "held", "free", "limited_upstream", "over"}) {
                        const QString key = u' ' + dimension + u' ' + QString::fromLatin1(column);
                        ofPlaces[place + key] += places.number(i, column);
                        ofChildren[parentOf(place) + key] += places.number(i, column);
                    }
                    parents.insert(parentOf(place));
                    strandedRows += places.number(i, "stranded") > 0;
                    limitedRows += places.number(i, "limited_upstream") > 0;
                    overRows += places.number(i, "over") > 0;
                }
                // Each place against what is right below it, at every level.
                for (const QString &place : parents) {
                    for (const QString &dimension : {u"U"_qs, u"kW"_qs, u"kg"_qs, u"heat"_qs, u"kVA"_qs, u"floor"_qs}) {
                        const auto both = [&](const QString &column) {
                            const QString key = place + u' ' + dimension + u' ' + column;
                            return std::pair(ofPlaces[key], ofChildren[key]);
                        };
                        if (!ofPlaces.contains(place + u' ' + dimension + u" total"_qs)) {
                            continue; // above the scope
                        }
                        for (const auto &column :
                             {u"total"_qs, u"blocked"_qs, u"usable"_qs, u"used"_qs, u"held"_qs, u"over"_qs}) {
                            const auto [own, children] = both(column);
                            QCOMPARE(own, children);
                            ++levelSums;
                        }
                        const auto [free, freeOfChildren] = both(u"free"_qs);
                        const auto [limited, limitedOfChildren] = both(u"limited_upstream"_qs);
                        QVERIFY(dimension != u"U" || free == freeOfChildren);
                        QCOMPARE(free + limited, freeOfChildren + limitedOfChildren);
                    }
                }
                if (scopeName == u"institution") {
                    QCOMPARE(freeUnits[u"institution"_qs], freeBelow[u"institution"_qs]);
                    QCOMPARE(freeUnits[u"S"_qs], freeBelow[u"S"_qs]);
                }

                // The most units above one another that nothing touches, as anybody would count them.
                std::map<QString, std::int64_t> gaps;
                for (const auto &rack : estate.racks()) {
                    int run = 0, most = 0;
                    for (int unit = 0; unit < 2 * rack.units; ++unit) {
                        const bool taken = std::ranges::any_of(estate.boxes(rack.id), [&](const OccupiedBox &box) {
                            return box.during.contains(day) && box.huFrom <= unit && unit < box.huUntil;
                        });
                        run = taken ? 0 : run + 1;
                        most = std::max(most, run);
                    }
                    if (rack.during.contains(day) && scope->covers(estate, rack.id)) {
                        const QString name = estate.rackName(rack.id);
                        for (const QString &of :
                             {u"institution"_qs, name.section(u'/', 0, 0), name.section(u'/', 0, 1)}) {
                            gaps[of] = std::max<std::int64_t>(gaps[of], most * 500'000);
                        }
                    }
                }
                for (std::size_t i = 0; i < places.count(); ++i) {
                    const auto counted = gaps.find(places.text(i, "place"));
                    if (places.text(i, "dimension") == u"U" && counted != gaps.end()) {
                        QCOMPARE(places.number(i, "largest_gap"), counted->second);
                    }
                }

                // What the forecast begins with is what the table of places has: of the scope itself, not of its room.
                const Rows runway(table(report, u"runway"_qs));
                QVERIFY(!runway.isAnythingNegative());
                std::set<QString> ofTheScope;
                for (std::size_t i = 0; i < runway.count(); ++i) {
                    const QString place = runway.text(i, "place"), key = u' ' + runway.text(i, "dimension") + u' ';
                    if (place == scopeName) {
                        ofTheScope.insert(runway.text(i, "dimension"));
                    }
                    QVERIFY(scopeName == u"institution" || place == scopeName || place.startsWith(scopeName + u'/'));
                    QVERIFY2(ofPlaces.contains(place + key + u"used"_qs), qPrintable(place + key));
                    const auto taken = ofPlaces[place + key + u"used"_qs] + ofPlaces[place + key + u"held"_qs];
                    QCOMPARE(runway.number(i, "taken"), taken);
                    if (runway.number(i, "capacity") > 0) {
                        QCOMPARE(runway.number(i, "capacity"), taken + ofPlaces[place + key + u"free"_qs]);
                    }
                    ++runwayRows;
                    kindsTaken[runway.text(i, "dimension")] += taken > 0;
                }
                QCOMPARE(ofTheScope,
                         (std::set<QString>{u"U"_qs, u"floor"_qs, u"heat"_qs, u"kVA"_qs, u"kW"_qs, u"kg"_qs}));
                // Over time the day itself is in it, as the table of places has it.
                const Rows utilisation(table(report, u"utilisation"_qs));
                QVERIFY(!utilisation.isAnythingNegative());
                const QString asOf = day.toDate().toString(Qt::ISODate);
                int daysItself = 0;
                for (std::size_t i = 0; i < utilisation.count(); ++i) {
                    for (const QString &dimension : ofTheScope) {
                        const auto at = [&](const QString &column) {
                            return utilisation.number(i, (dimension + u'_' + column).toLatin1().constData());
                        };
                        QVERIFY(at(u"percent"_qs) <= 100'000'000);
                        if (utilisation.text(i, "day") == asOf) {
                            const QString key = scopeName + u' ' + dimension + u' ';
                            QCOMPARE(at(u"taken"_qs), ofPlaces[key + u"used"_qs] + ofPlaces[key + u"held"_qs]);
                            ++daysItself;
                        }
                    }
                }
                QCOMPARE(daysItself, 6);

                // The tightest first, no more than ten.
                const Rows risks(table(report, u"headroom"_qs));
                QVERIFY(risks.count() <= 10);
                for (std::size_t i = 0; i < risks.count(); ++i) {
                    QCOMPARE(risks.sum(i, {"load", "left"}), risks.number(i, "limit"));
                    QVERIFY(i == 0 || risks.number(i - 1, "left_percent") <= risks.number(i, "left_percent"));
                    ++riskRows;
                }

                const Rows sides(table(report, u"sides"_qs));
                QVERIFY(!sides.isAnythingNegative());
                std::map<QString, std::int64_t> of, below;
                for (std::size_t i = 0; i < sides.count(); ++i) {
                    if (sides.text(i, "of") != u"kVA") { // some phases may be limited and others not
                        QCOMPARE(sides.sum(i, {"total", "over"}), sides.sum(i, {"reserve", "used", "held", "free"}));
                    }
                    for (const auto *column : {"total", "reserve", "used", "held", "free", "over"}) {
                        const QString key = sides.text(i, "side") + sides.text(i, "of") + QString::fromLatin1(column);
                        of[sides.text(i, "place") + key] += sides.number(i, column);
                        below[parentOf(sides.text(i, "place")) + key] += sides.number(i, column);
                    }
                    reserveRows += sides.number(i, "reserve") > 0;
                }
                if (scopeName == u"institution") {
                    for (const auto &[key, amount] : of) {
                        if (key.startsWith(u"institution") && !key.contains(u"kVA")) {
                            QCOMPARE(amount, below[key]);
                        }
                    }
                }
                // The phases of both sides together are what the places have; so is what stands on the floor.
                std::map<QString, std::int64_t> carried;
                for (std::size_t i = 0; i < sides.count(); ++i) {
                    if (sides.text(i, "of") == u"kVA") {
                        carried[sides.text(i, "place")] += sides.sum(i, {"used", "held"});
                    }
                }
                for (const auto &[place, amount] : carried) {
                    QCOMPARE(ofPlaces[place + u" kVA used"_qs] + ofPlaces[place + u" kVA held"_qs], amount);
                    apparentRows += amount > 0;
                }
                const Rows floor(table(report, u"floor"_qs));
                QVERIFY(!floor.isAnythingNegative());
                for (std::size_t i = 0; i < floor.count(); ++i) {
                    for (const QString &column : {u"total"_qs, u"used"_qs, u"held"_qs}) {
                        QCOMPARE(floor.number(i, column.toLatin1().constData()),
                                 ofPlaces[floor.text(i, "place") + u" floor "_qs + column]);
                    }
                    floorRows += floor.number(i, "total") > 0;
                    QCOMPARE(floor.sum(i, {"total", "over"}), floor.sum(i, {"used", "held", "free"}));
                }
            }
        }
        // It happened.
        QVERIFY(levelSums > 1000 && riskRows > 100 && strandedRows > 20 && limitedRows > 20 && overRows > 20 &&
                reserveRows > 20 && runwayRows > 1000 && apparentRows > 100 && floorRows > 20);
        QVERIFY(kindsTaken[u"kVA"_qs] > 100 && kindsTaken[u"floor"_qs] > 20);
    }
};

QTEST_GUILESS_MAIN(AnyEstateTest)
#include "tst_anyestate.moc"
