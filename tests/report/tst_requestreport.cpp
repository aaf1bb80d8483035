#include "model/report/requestreport.h"
#include "tests/report/cells.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// Throughput, waiting against seven working days, reasons and the share on behalf, to the day.
class RequestReportTest : public QObject {
    Q_OBJECT

private:
    static Day march(int day) { return Day::fromDate({2027, 3, day}); }

    static Estate estate() {
        Snapshot made;
        made.today = march(31);
        made.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}, {{2}, {1}, u"AWAY"_qs, u"Away"_qs}});
        const auto request = [](int id, const QString &state, Day submitted, const QString &reason = {}) {
            Request one;
            one.id = {id};
            one.number = u"R%1"_qs.arg(id);
            one.state = state;
            one.organisation = {1};
            one.stateReason = reason;
            one.submittedOn = submitted;
            one.wishSite = id == 4 ? SiteId{2} : SiteId();
            return one;
        };
        made.requests = Table<Request>(
            {request(1, u"held"_qs, march(1)), request(2, u"rejected"_qs, march(1), u"no power"_qs),
             request(3, u"in review"_qs, march(2)), request(4, u"withdrawn"_qs, march(3), u"no money"_qs),
             request(5, u"rejected"_qs, Day::fromDate({2027, 2, 26}), u"no power"_qs),
             request(6, u"submitted"_qs, Day::fromDate({2027, 4, 1}))});
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }
    /// The first was decided on the seventh working day, the second on the eighth.
    static std::vector<RequestClock> clocks() {
        return {{{1}, march(10), false}, {{2}, march(11), false}, {{5}, march(1), true}};
    }

private Q_SLOTS:
    void waiting() {
        const auto report = requestReport(estate(), march(12), {}, {}, clocks());
        QCOMPARE(lines(report, u"requests"_qs,
                       {u"number"_qs, u"decided"_qs, u"waited"_qs, u"clock"_qs, u"on_behalf"_qs, u"reason"_qs}),
                 QStringList({u"R1 2027-03-10 7 in time - -"_qs, u"R2 2027-03-11 8 late - no power"_qs,
                              u"R3 - 8 late - -"_qs, u"R4 - - - - -"_qs, u"R5 2027-03-01 1 in time yes no power"_qs}));
        QCOMPARE(lines(report, u"months"_qs,
                       {u"month"_qs, u"submitted"_qs, u"on_behalf"_qs, u"on_behalf_share"_qs, u"decided"_qs, u"late"_qs,
                        u"median"_qs, u"open"_qs, u"open_late"_qs}),
                 QStringList(
                     {u"2027-02 1 1 100 1 0 1 0 0"_qs, u"2027-03 4 0 0 2 1 7.5 1 1"_qs, u"all 5 1 20 3 1 7 1 1"_qs}));
        QCOMPARE(lines(report, u"reasons"_qs, {u"reason"_qs, u"requests"_qs}), QStringList{u"no power 2"_qs});
    }

    /// Each month has what came in and what went out in it; a decision on what was submitted again since is none.
    void throughput() {
        const auto report = requestReport(estate(), march(12), {}, {}, clocks());
        QCOMPARE(lines(report, u"throughput"_qs, {u"month"_qs, u"submitted"_qs, u"decided"_qs, u"late"_qs}),
                 QStringList({u"2027-02 1 0 0"_qs, u"2027-03 4 3 1"_qs}));
        auto before = clocks();
        before[0].decided = Day::fromDate({2027, 2, 20});
        const auto again = requestReport(estate(), march(12), {}, {}, before);
        QCOMPARE(lines(again, u"throughput"_qs, {u"month"_qs, u"submitted"_qs, u"decided"_qs, u"late"_qs}),
                 QStringList({u"2027-02 1 0 0"_qs, u"2027-03 4 2 1"_qs}));
        QCOMPARE(lines(again, u"requests"_qs, {u"number"_qs, u"decided"_qs}).first(), u"R1 -"_qs);
    }

    /// As of a day before the decisions: open, and none of them late yet.
    void before() {
        const auto report = requestReport(estate(), march(9), {}, {}, clocks());
        QCOMPARE(lines(report, u"months"_qs, {u"month"_qs, u"decided"_qs, u"late"_qs, u"open_late"_qs}),
                 QStringList({u"2027-02 1 0 0"_qs, u"2027-03 0 0 0"_qs, u"all 1 0 0"_qs}));
        QCOMPARE(lines(report, u"reasons"_qs, {u"reason"_qs, u"requests"_qs}), QStringList{u"no power 1"_qs});
    }

    void elsewhere() {
        ReportScope scope;
        scope.place = {Level::Site, {1}, {}, {}, {}};
        QCOMPARE(lines(requestReport(estate(), march(12), {}, scope, clocks()), u"requests"_qs, {u"number"_qs}),
                 QStringList({u"R1"_qs, u"R2"_qs, u"R3"_qs, u"R5"_qs})); // the fourth wishes another data centre
    }
};

QTEST_APPLESS_MAIN(RequestReportTest)
#include "tst_requestreport.moc"
