#include "drawing.h"

#include "model/engine/attention.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

namespace {

constexpr Day today{100};

Request request(int id, const QString &state, const QStringList &offers) {
    Request request;
    request.id = RequestId{id};
    request.number = QString::number(id);
    request.state = state;
    request.offers = offers;
    request.during = {Day{130}, Day{500}};
    return request;
}

Placement installed(int id, Day until) {
    Placement placement;
    placement.id = PlacementId{id};
    placement.state = u"installed"_qs;
    placement.during = {Day{1}, until};
    return placement;
}

/// "decide 3 on 107": the concern as its number, the object, the day.
QStringList text(const Snapshot &snapshot) {
    QStringList lines;
    for (const Attention &one : attentionOf(snapshot)) {
        const int object = one.finding ? one.finding.value : one.request ? one.request.value : one.placement.value;
        lines << u"%1 %2 on %3"_qs.arg(static_cast<int>(one.concern))
                     .arg(object)
                     .arg(one.due ? QString::number(one.due->number) : u"-"_qs);
    }
    return lines;
}

QString line(Concern concern, int object, const QString &day) {
    return u"%1 %2 on %3"_qs.arg(static_cast<int>(concern)).arg(object).arg(day);
}

} // namespace

class TestAttention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatTheRecordOffersWaitsForTheViewer() {
        Snapshot snapshot;
        snapshot.today = today;
        auto waits = request(1, u"in review"_qs, {u"hold"_qs, u"reject"_qs, u"return_request"_qs});
        waits.decisionDue = Day{104};
        auto others = request(2, u"in review"_qs, {u"withdraw"_qs}); // one's own, with somebody else
        others.decisionDue = Day{103};
        auto endorse = request(3, u"submitted"_qs, {u"decline"_qs, u"endorse"_qs});
        endorse.decisionDue = Day{102};
        auto own = request(4, u"draft"_qs, {u"amend_request"_qs, u"submit"_qs, u"withdraw"_qs});
        own.decisionDue = Day{101}; // of an earlier submission: nobody waits for it now
        const auto leaves = request(5, u"decommissioning"_qs, {u"remove"_qs});
        snapshot.requests = Table<Request>({waits, others, endorse, own, leaves});
        QCOMPARE(text(snapshot), (QStringList{line(Concern::Endorse, 3, u"102"_qs), line(Concern::Decide, 1, u"104"_qs),
                                              line(Concern::Remove, 5, u"499"_qs), line(Concern::Submit, 4, u"-"_qs)}));
    }

    // A hold is first something to install, and from a fortnight before its end something that is lost.
    void aHoldLapsesWithinAFortnight() {
        const auto concerns = [](Day until, const QStringList &offers) {
            Snapshot snapshot;
            snapshot.today = today;
            auto held = request(1, u"held"_qs, offers);
            held.holdUntil = until;
            snapshot.requests = Table<Request>({held});
            return text(snapshot);
        };
        const QStringList manager{u"install"_qs, u"renew"_qs};
        QCOMPARE(concerns(Day{115}, manager), QStringList{line(Concern::Install, 1, u"115"_qs)});
        QCOMPARE(concerns(Day{114}, manager), QStringList{line(Concern::HoldLapses, 1, u"114"_qs)});
        QCOMPARE(concerns(Day{114}, {u"renew"_qs}), QStringList{line(Concern::HoldLapses, 1, u"114"_qs)});
        QCOMPARE(concerns(Day{115}, {u"renew"_qs}), QStringList());
        QCOMPARE(concerns(Day{114}, {u"withdraw"_qs}), QStringList());
    }

    void hostingEndsWithinSixtyDays() {
        Snapshot snapshot;
        snapshot.today = today;
        auto held = installed(3, Day{120});
        held.state = u"held"_qs;
        snapshot.placements = Table<Placement>(
            {installed(1, Day{160}), installed(2, Day{161}), held, installed(4, Day{100}), installed(5, Day{101})});
        QCOMPARE(text(snapshot),
                 (QStringList{line(Concern::HostingEnds, 5, u"100"_qs), line(Concern::HostingEnds, 1, u"159"_qs)}));
    }

    void findingsStayUntilTheyAreResolved() {
        Snapshot snapshot;
        snapshot.today = today;
        Finding open, resolved, over;
        open.id = {1};
        open.during = {Day{1}, Day{101}};
        resolved.id = {2};
        resolved.during = {Day{1}, Day{500}};
        resolved.resolved = true;
        over.id = {3};
        over.during = {Day{1}, Day{100}};
        snapshot.findings = Table<Finding>({open, resolved, over});
        QCOMPARE(text(snapshot), QStringList{line(Concern::Finding, 1, u"-"_qs)});
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
