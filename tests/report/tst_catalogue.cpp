#include "model/report/catalogue.h"
#include "tests/engine/anydrawing.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;

/// Every report that there is: made, told how far it is, and stopped.
class CatalogueTest : public QObject {
    Q_OBJECT

private:
    static Estate estate() {
        QRandomGenerator random(3);
        std::vector<Drawn> drawn;
        return spread(anyDrawing(random, drawn));
    }
    static ReportWish wish(const Estate &estate, const ReportKind &kind) {
        ReportWish wish{.from = usualFirstDay(kind, {3}), .asOf = {3}};
        for (int node = 0; kind.ofANode && node < static_cast<int>(estate.nodeCount()); ++node) {
            if (estate.rules(node) && estate.rules(node)->dimension == Dimension::Power) {
                wish.node = QString::number(estate.node(node).id.value);
            }
        }
        return wish;
    }

private Q_SLOTS:
    void each_data() {
        QTest::addColumn<QString>("name");
        for (const auto &kind : reportKinds()) {
            QTest::newRow(kind.name) << QString::fromLatin1(kind.name);
        }
        QCOMPARE(reportKinds().size(), std::size_t{9});
    }
    void each() {
        QFETCH(const QString, name);
        const auto *kind = reportKind(name);
        QVERIFY(kind);
        const Estate made = estate();
        auto wanted = wish(made, *kind);
        std::vector<int> told;
        wanted.progress = [&told](int permille) { told.push_back(permille); };
        const auto report = makeReport(*kind, made, wanted, {});
        QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().what));
        QCOMPARE(report->asOf, Day{3});
        QVERIFY(std::ranges::find(report->tables, QString::fromLatin1(kind->table), &ReportTable::name) !=
                report->tables.end());
        QVERIFY(std::ranges::is_sorted(told) && (told.empty() || told.back() < 1000));
        QCOMPARE(told.empty(), name != u"capacity");

        std::stop_source stopping;
        stopping.request_stop();
        wanted.stop = stopping.get_token();
        const auto stopped = makeReport(*kind, made, wanted, {});
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    /// Run again on another day, with nothing changed between: a hold that had lapsed by then would have been a change.
    void onAnotherDay_data() { each_data(); }
    void onAnotherDay() {
        QFETCH(const QString, name);
        const auto *kind = reportKind(name);
        const Estate made = estate();
        const auto wanted = wish(made, *kind);
        const auto text = [&](int daysLater) {
            Snapshot later = made.snapshot();
            later.today = later.today.plus(daysLater);
            std::vector<Placement> placements(later.placements.begin(), later.placements.end());
            for (auto &placement : placements) {
                placement.holdUntil = placement.holdUntil ? std::optional(later.today.plus(100)) : std::nullopt;
            }
            later.placements = Table<Placement>(placements);
            const auto report = makeReport(*kind, Estate(std::make_shared<const Snapshot>(later)), wanted, {});
            return report.ok() ? QJsonDocument(toJson(*report)).toJson() : QByteArray();
        };
        const QByteArray now = text(0);
        QVERIFY(now.size() > 100);
        for (const int daysLater : {1, 3, 40, 500}) {
            QCOMPARE(text(daysLater), now);
        }
    }

    /// The word comes while it is at work: what is left is not done.
    void stoppedOnTheWay() {
        const Estate made = estate();
        const auto *kind = reportKind(u"capacity"_qs);
        std::stop_source stopping;
        auto wanted = wish(made, *kind);
        wanted.stop = stopping.get_token();
        wanted.progress = [&stopping](int) { stopping.request_stop(); };
        const auto stopped = makeReport(*kind, made, wanted, {});
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    void onlyItsTable() {
        const Estate made = estate();
        const auto *kind = reportKind(u"capacity"_qs);
        auto wanted = wish(made, *kind);
        wanted.onlyItsTable = true;
        const auto report = makeReport(*kind, made, wanted, {});
        QVERIFY(report.ok());
        QCOMPARE(report->tables.size(), std::size_t{1});
        QCOMPARE(report->tables.front().name, QString::fromLatin1(kind->table));
    }

    void whatThereIsNot() {
        QVERIFY(!reportKind(u"nothing"_qs));
        const Estate made = estate();
        const auto *kind = reportKind(u"maintenance"_qs);
        auto wanted = wish(made, *kind);
        wanted.node = u"NOTHING"_qs;
        const auto report = makeReport(*kind, made, wanted, {});
        QVERIFY(!report.ok());
        QCOMPARE(report.error().kind, Error::Kind::Invalid);
    }

    /// What is counted of whole data centres says so, and nothing is shown as a room's that is not the room's.
    void partsOfADataCentre() {
        const Estate made = estate();
        for (const auto &name : {u"energy"_qs, u"requests"_qs}) {
            const auto *kind = reportKind(name);
            for (const auto &[place, ok] : {std::pair{u"institution"_qs, true}, std::pair{u"S"_qs, true},
                                            std::pair{u"S/M"_qs, false}, std::pair{u"S/M/R1"_qs, false}}) {
                auto wanted = wish(made, *kind);
                wanted.scope = *scopeNamed(made, place);
                const auto report = makeReport(*kind, made, wanted, {});
                QCOMPARE(report.ok(), ok);
                if (!ok) {
                    QCOMPARE(report.error().kind, Error::Kind::Invalid);
                    QCOMPARE(report.error().data[u"field"_qs].toString(), u"--scope"_qs);
                    QVERIFY(report.error().what.contains(place));
                }
            }
        }
    }

    /// A statement is of the year so far, a maintenance of one day.
    void firstDays() {
        const Day day = Day::fromDate({2027, 5, 17});
        QCOMPARE(usualFirstDay(*reportKind(u"reciprocity"_qs), day), Day::fromDate({2027, 1, 1}));
        QCOMPARE(usualFirstDay(*reportKind(u"energy"_qs), day), Day::fromDate({2027, 1, 1}));
        QCOMPARE(usualFirstDay(*reportKind(u"maintenance"_qs), day), day);
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
