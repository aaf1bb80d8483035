#include "shrink.h"
#include "verdicts.h"

#include <QTest>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace polder;
using namespace polder::test;

using SomeOperation = Operation (*)(const Plan &, Dice &);
Q_DECLARE_METATYPE(SomeOperation)

namespace {

int setting(const char *variable, int otherwise) {
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
}

/// How often something was drawn.
class Tally {
public:
    void count(const QString &what) { ++m_times[what]; }
    void print(const char *title) const {
        std::printf("%s:", title);
        for (const auto &[what, times] : m_times) {
            std::printf("  %s %d", qPrintable(what), times);
        }
        std::printf("\n");
    }
    /// What of these was never drawn.
    [[nodiscard]] QString missing(const QStringList &all) const {
        QStringList never;
        for (const QString &what : all) {
            if (!m_times.contains(what)) {
                never << what;
            }
        }
        return never.join(u", "_qs);
    }

private:
    std::map<QString, int> m_times;
};

/// What kinds of things an estate has.
QStringList featuresOf(const Plan &plan) {
    QStringList features;
    const auto add = [&](bool has, const QString &feature) {
        if (has) {
            features << feature;
        }
    };
    add(std::ranges::any_of(plan.nodes, [](const auto &n) { return n.kind == u"ups" && n.units > 1; }),
        u"paralleled UPS"_qs);
    add(std::ranges::any_of(plan.outlets, [](const auto &o) { return o.phases == u"123"; }), u"three phases"_qs);
    add(std::ranges::any_of(plan.limits, [](const auto &l) { return l.from > Plan::firstDay(); }),
        u"changing limit"_qs);
    add(std::ranges::any_of(plan.devices, &Device::contested), u"contested"_qs);
    add(!plan.overrides.empty(), u"override"_qs);
    for (int rack = 1; rack <= std::ssize(plan.racks); ++rack) {
        add(std::ranges::count_if(plan.nodes,
                                  [rack](const auto &n) { return n.kind == u"rack_pdu" && n.rack == rack; }) == 1,
            u"single feed"_qs);
    }
    return features;
}

/// What of it has a slot or a bay, or something in it.
QStringList numberedIn(const Plan &plan, const Plan &asked) {
    QStringList numbered;
    for (const int id : changedDevices(plan, asked)) {
        const Device &one = asked.devices[id - 1];
        if (one.floorStanding && one.orientationDegrees % 90 != 0) {
            numbered << u"turned"_qs;
        }
        if (one.holdUntil && one.during.contains(*one.holdUntil)) {
            numbered << u"hold that lapses while it is booked"_qs;
        }
        if (one.slot > 0) {
            numbered << u"in a slot"_qs;
        }
        if (one.chassis > 0) {
            numbered << u"in a bay"_qs;
        }
        if (std::ranges::any_of(plan.devices, [id](const Device &d) { return !d.released && d.chassis == id; })) {
            numbered << u"chassis with contents"_qs;
        }
    }
    numbered.removeDuplicates();
    return numbered;
}

/// What is in the way on the floor, or is missing there.
QString floorKind(const Shortfall &s, bool stands) {
    if (stands && (s.rule == u"P7" || s.rule == u"N1")) {
        return s.rule + u" on the floor"_qs;
    }
    if (s.rule == u"S6") {
        const QString what = s.where.section(u'/', 1);
        return what.endsWith(u" footprint") ? u"S6 footprint"_qs
               : what.contains(u'/')        ? u"S6 rack"_qs
               : what.contains(u' ')        ? u"S6 plan"_qs
                                            : u"S6 room"_qs;
    }
    if (s.rule == u"C7") {
        return u"C7 "_qs + s.unit;
    }
    return s.rule == u"S4" && s.node == 0 ? u"S4 "_qs + s.quantity : QString();
}

/// How the periods of what is asked lie to others in the same rack.
QStringList relationsOf(const Plan &plan, const Plan &asked) {
    QStringList relations;
    for (const int id : changedDevices(plan, asked)) {
        const Device &one = asked.devices[id - 1];
        for (std::size_t i = 0; i < plan.devices.size(); ++i) {
            const Device &other = plan.devices[i];
            if (static_cast<int>(i) + 1 == id || other.rack != one.rack || other.released) {
                continue;
            }
            const auto &[a, b] = std::pair(one.during, other.during);
            relations << (a.until == b.from || b.until == a.from ? u"periods touch"_qs
                          : a.covers(b) || b.covers(a)           ? u"period contains"_qs
                          : a.overlaps(b)                        ? u"periods overlap"_qs
                                                                 : u"periods apart"_qs);
        }
    }
    relations.removeDuplicates();
    return relations;
}

} // namespace

/// Random estates, and what happens to them: the database's guard, the engine and `check` must say the same, to the
/// last unit. Each estate has its seed; a failure prints the smallest story that still shows it, as SQL.
class VerdictsTest : public QObject {
    Q_OBJECT

    static constexpr int casesPerEstate = 50;
    static constexpr int estatesPerDatabase = 25;

    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<Court> m_court;

    static int estates() { return setting("POLDER_ESTATES", 100); }
    static int firstSeed() { return setting("POLDER_SEED", 1); }

    /// What is wrong with the end of a story; empty: nothing, or there is no such story.
    QString trial(const Story &story) {
        if (!m_court->stand(story.start)) {
            return {};
        }
        for (const auto &operation : story.history) {
            if (!m_court->commit(operation).isEmpty()) {
                return {};
            }
        }
        if (story.last.name.contains(u"choice")) {
            return choiceDisagreement(story.last);
        }
        const QString objections = m_court->disagreement(story.last);
        return objections.isEmpty() && m_court->admitted() ? m_court->commit(story.last) : objections;
    }

    QString choiceDisagreement(const Operation &asked) {
        return asked.name == u"floor choice"      ? m_court->floorDisagreement(asked)
               : asked.name == u"choice of two"   ? m_court->pairDisagreement(asked)
               : asked.name == u"numbered choice" ? m_court->numberDisagreement(asked)
                                                  : m_court->choiceDisagreement(asked);
    }

    /// "engine alone: S1"
    static QString kindOf(const QString &objections) {
        return objections.section(u'\n', 0, 0).section(u' ', 0, 3).section(u'/', 0, 0);
    }

    void tell(const Story &story, int seed, int number, const QString &objections) {
        std::printf("seed %d, case %d, %s\n%s\n", seed, number, qPrintable(story.last.name), qPrintable(objections));
        std::fflush(stdout);
        const auto fails = [this, kind = kindOf(objections)](const Story &one) { return kindOf(trial(one)) == kind; };
        const Story least = smallest(story, fails);
        std::printf("%s\n%s\n", qPrintable(least.text()), qPrintable(trial(least)));
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() {
        m_court.reset();
        m_cluster.reset();
    }

    void theThreeAgree() {
        int cases = 0, admitted = 0;
        Tally topologies, operations, taken, rules, reasons, warnings, classes;
        for (int seed = firstSeed(); seed < firstSeed() + estates(); ++seed) {
            if ((seed - firstSeed()) % estatesPerDatabase == 0) {
                m_court = std::make_unique<Court>(*m_cluster);
            }
            Dice dice(static_cast<std::uint32_t>(seed));
            Story story;
            QVERIFY(m_court->stand(Plan::random(dice)));
            story.start = m_court->plan();
            topologies.count(story.start.topology);
            for (const QString &feature : featuresOf(story.start)) {
                classes.count(feature);
            }
            if (m_court->inheritsViolations()) {
                classes.count(u"inherited violations"_qs);
            }
            for (int i = 0; i < casesPerEstate; ++i) {
                story.last =
                    i > 0 ? someOperation(m_court->plan(), dice) : Operation{u"take over"_qs, false, [](Plan &) {}};
                const Plan asked = story.last.after(m_court->plan());
                const auto asksFor = changedDevices(m_court->plan(), asked);
                const bool stands = !asksFor.empty() && std::ranges::all_of(asksFor, [&asked](int id) {
                    return asked.devices[id - 1].floorStanding;
                });
                const QStringList relations = relationsOf(m_court->plan(), asked) + numberedIn(m_court->plan(), asked);
                QString objections = m_court->disagreement(story.last);
                const bool admits = m_court->admitted();
                const auto refused = m_court->refused();
                const bool stays = admits && (!story.last.asks || dice.in100(25));
                if (objections.isEmpty() && stays) {
                    objections = m_court->commit(story.last);
                }
                if (!objections.isEmpty()) {
                    tell(story, seed, i, objections);
                    QFAIL("the three do not agree");
                }
                if (stays) {
                    story.history.push_back(story.last);
                    for (const QString &rule : m_court->warned()) {
                        warnings.count(rule);
                    }
                }
                ++cases;
                admitted += admits;
                operations.count(story.last.name);
                for (const QString &relation : relations) {
                    classes.count(relation);
                }
                if (admits) {
                    taken.count(story.last.name);
                    if (std::ranges::any_of(asked.devices, [](const Device &d) { return !d.released && d.lapsed(); })) {
                        classes.count(u"beside what has lapsed"_qs);
                    }
                }
                for (const Shortfall &one : m_court->unexplained()) {
                    reasons.count(one.rule);
                }
                if (m_court->setAside()) {
                    classes.count(u"let in by an override"_qs);
                    for (const QString &kind : m_court->letInBy()) {
                        classes.count(kind);
                    }
                }
                for (const Shortfall &shortfall : refused) {
                    rules.count(shortfall.rule);
                    if (const QString kind = floorKind(shortfall, stands); !kind.isEmpty()) {
                        classes.count(kind);
                    }
                    if (!shortfall.capacity && shortfall.node > 0) {
                        classes.count(u"unknown limit"_qs);
                    }
                }
            }
        }
        std::printf("%d cases, seeds %d to %d; %d admitted\n", cases, firstSeed(), firstSeed() + estates() - 1,
                    admitted);
        topologies.print("estates");
        operations.print("operations");
        taken.print("admitted");
        rules.print("refused");
        reasons.print("wanted a reason");
        warnings.print("warned");
        classes.print("met");
        if (estates() >= 100) { // with fewer, a rare one may not come
            QCOMPARE(topologies.missing({u"N"_qs, u"N+1"_qs, u"2N"_qs, u"two supplies"_qs, u"3N/2"_qs, u"shared ups"_qs,
                                         u"transfer"_qs}),
                     QString());
            QCOMPARE(operations.missing(operationNames()), QString());
            QCOMPARE(taken.missing(operationNames()), QString());
            QCOMPARE(rules.missing({
                         u"S1"_qs, //
                         u"S2"_qs, //
                         u"S3"_qs, //
                         u"S4"_qs, //
                         u"S6"_qs, //
                         u"S7"_qs, //
                         u"S8"_qs, //
                         u"S9"_qs, //
                         u"C1"_qs, //
                         u"C2"_qs, //
                         u"C4"_qs, //
                         u"C5"_qs, //
                         u"C7"_qs, //
                         u"P1"_qs, //
                         u"P2"_qs, //
                         u"P3"_qs, //
                         u"P4"_qs, //
                         u"P5"_qs, //
                         u"P6"_qs, //
                         u"P7"_qs, //
                         u"G1"_qs, //
                         u"G2"_qs, //
                         u"G3"_qs, //
                         u"G4"_qs, //
                         u"N1"_qs, //
                     }),
                     QString());
            QCOMPARE(warnings.missing({u"P5"_qs, u"G4"_qs, u"P8"_qs}), QString());
            QCOMPARE(classes.missing({u"inherited violations"_qs,
                                      u"unknown limit"_qs,
                                      u"single feed"_qs,
                                      u"paralleled UPS"_qs,
                                      u"three phases"_qs,
                                      u"changing limit"_qs,
                                      u"contested"_qs,
                                      u"periods touch"_qs,
                                      u"periods overlap"_qs,
                                      u"period contains"_qs,
                                      u"in a slot"_qs,
                                      u"in a bay"_qs,
                                      u"chassis with contents"_qs,
                                      u"S6 footprint"_qs,
                                      u"S6 rack"_qs,
                                      u"S6 plan"_qs,
                                      u"S4 area"_qs,
                                      u"S4 tile"_qs,
                                      u"C7 ml/min"_qs,
                                      u"C7 mC"_qs,
                                      u"C7 pieces"_qs,
                                      u"P7 on the floor"_qs,
                                      u"N1 on the floor"_qs,
                                      u"override"_qs,
                                      u"let in by an override"_qs,
                                      u"override of a node"_qs,
                                      u"override of a request"_qs,
                                      u"override of what was replaced"_qs,
                                      u"hold that lapses while it is booked"_qs,
                                      u"beside what has lapsed"_qs,
                                      u"turned"_qs}),
                     QString());
        }
        QVERIFY(admitted > cases * 2 / 5 && admitted < cases * 4 / 5);
    }

    /// What a change of the building breaks: the engine, of the estates before and after it, finds what the guard wants
    /// a reason for and `check` finds anew.
    void whatAChangeBreaks() {
        int cases = 0, breaking = 0;
        Tally operations, broke, rules;
        for (int seed = firstSeed(); seed < firstSeed() + estates() / 50; ++seed) {
            if ((seed - firstSeed()) % estatesPerDatabase == 0) {
                m_court = std::make_unique<Court>(*m_cluster);
            }
            Dice dice(static_cast<std::uint32_t>(seed));
            Story story;
            QVERIFY(m_court->stand(Plan::random(dice)));
            story.start = m_court->plan();
            for (int i = 0; i < casesPerEstate; ++i) {
                story.last = someChangeOfTheBuilding(m_court->plan(), dice);
                QString objections = m_court->disagreement(story.last);
                const bool stays = m_court->admitted();
                if (objections.isEmpty() && stays) {
                    objections = m_court->make(story.last);
                }
                if (!objections.isEmpty()) {
                    tell(story, seed, i, objections);
                    QFAIL("the three do not agree on what it breaks");
                }
                if (stays) {
                    story.history.push_back(story.last);
                }
                ++cases;
                breaking += !m_court->unexplained().empty() || !stays;
                operations.count(story.last.name);
                for (const Shortfall &one : m_court->refused()) {
                    rules.count(one.rule + u" (refused)"_qs);
                }
                for (const Shortfall &one : m_court->unexplained()) {
                    broke.count(story.last.name);
                    rules.count(one.rule);
                }
            }
        }
        std::printf("%d changes, seeds %d to %d; %d break something\n", cases, firstSeed(),
                    firstSeed() + estates() / 50 - 1, breaking);
        operations.print("changes");
        broke.print("broke");
        rules.print("wanted a reason");
        if (estates() >= 100) {
            QVERIFY2(breaking > cases / 20, qPrintable(QString::number(breaking)));
        }
    }

    /// The frame itself: guards that are broken on purpose are found out, and what is printed is short.
    void aBrokenGuardIsFoundOut_data() {
        QTest::addColumn<QByteArray>("breakage");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("before");
        QTest::addColumn<SomeOperation>("some");
        QTest::newRow("moves are not judged") << QByteArray("drop trigger settle_update on polder.placement")
                                              << u"move"_qs << QString() << SomeOperation(someOperation);
        QTest::newRow("a limit that goes is remembered")
            << QByteArray("drop trigger if exists forget_delete on polder.node_limit; "
                          "drop trigger review_delete on polder.node_limit")
            << QString() << u"no limit"_qs << SomeOperation(someOperation);
        QTest::newRow("a bay takes several") << QByteArray("alter table polder.slot_box drop constraint slot_overlap")
                                             << QString() << QString() << SomeOperation(someOperation);
        QTest::newRow("what is in a chassis is left behind")
            << QByteArray("create or replace function guard.family(ids int[], around int[] default '{}') returns int[] "
                          "language sql as 'select ids'")
            << u"move a chassis"_qs << QString() << SomeOperation(someOperation);
        // `check` does not know what was too much before: only the engine does.
        QTest::newRow("a reason is wanted for what was no better before")
            << QByteArray("do $$ begin execute replace(pg_get_functiondef('guard.overruns'::regproc), "
                          "'b.id is not null and (', 'true or ('); end $$")
            << QString() << QString() << SomeOperation(someChangeOfTheBuilding);
    }
    void aBrokenGuardIsFoundOut() {
        QFETCH(const QByteArray, breakage);
        QFETCH(const QString, last);
        QFETCH(const QString, before);
        QFETCH(const SomeOperation, some);
        m_court = std::make_unique<Court>(*m_cluster);
        QVERIFY(m_court->guarded().run(breakage));
        for (int seed = 1; seed < 200; ++seed) {
            Dice dice(static_cast<std::uint32_t>(seed));
            Story story;
            QVERIFY(m_court->stand(Plan::random(dice)));
            story.start = m_court->plan();
            for (int i = 0; i < casesPerEstate; ++i) {
                story.last = some(m_court->plan(), dice);
                QString objections = m_court->disagreement(story.last);
                if (!objections.isEmpty() && !last.isEmpty() && story.last.name != last) {
                    continue; // it has not been done: the one that is looked for may still come
                }
                const bool stays = m_court->admitted() && (!story.last.asks || dice.in100(25));
                if (objections.isEmpty() && stays) {
                    objections = m_court->commit(story.last);
                }
                if (!objections.isEmpty() && (last.isEmpty() || story.last.name == last)) {
                    const auto fails = [this, kind = kindOf(objections)](const Story &one) {
                        return kindOf(trial(one)) == kind;
                    };
                    const Story least = smallest(story, fails);
                    const QString text = least.text();
                    QVERIFY2(text.count(u'\n') < 60, qPrintable(text));
                    QVERIFY(!trial(least).isEmpty());
                    QVERIFY(before.isEmpty() || least.last.name == before ||
                            (least.history.size() == 1 && least.history.front().name == before));
                    QVERIFY(least.start.devices.empty() ||
                            std::ranges::count(least.start.devices, false, &Device::gone) <= 3);
                    return;
                }
                if (!objections.isEmpty()) {
                    break;
                }
                if (stays) {
                    story.history.push_back(story.last);
                }
            }
        }
        QFAIL("nobody noticed");
    }

    /// Nobody is refused for a wrong warning, and `check` knows none: only the engine's sums find it out.
    void aWrongWarningIsFoundOut() {
        m_court = std::make_unique<Court>(*m_cluster);
        QVERIFY(m_court->guarded().run(
            "do $$ begin execute replace(pg_get_functiondef('guard.warnings_by_day'::regproc), "
            "'between b.since and s.first_day', 'between b.since and s.first_day - 1'); end $$"));
        for (int seed = 1; seed < 50; ++seed) {
            Dice dice(static_cast<std::uint32_t>(seed));
            QVERIFY(m_court->stand(Plan::random(dice)));
            for (int i = 0; i < casesPerEstate; ++i) {
                const Operation one = someOperation(m_court->plan(), dice);
                QCOMPARE(m_court->disagreement(one), QString());
                const bool stays = m_court->admitted() && (!one.asks || dice.in100(25));
                const QString objections = stays ? m_court->commit(one) : QString();
                if (objections.startsWith(u"guard (warned) alone: ") ||
                    objections.startsWith(u"engine (warned) alone: ")) {
                    return;
                }
                QCOMPARE(objections, QString());
            }
        }
        QFAIL("nobody noticed");
    }

    /// Places of each kind: what the search finds is taken, and where it finds none nothing is. Those in racks in
    /// estates that are so small that every place can be tried.
    void whatTheSearchFindsIsTaken_data() {
        QTest::addColumn<SomeOperation>("some");
        QTest::addColumn<bool>("small");
        QTest::addColumn<int>("times"); // in each estate
        QTest::newRow("one in a rack") << SomeOperation(someChoice) << true << 6;
        QTest::newRow("two in racks") << SomeOperation(somePairChoice) << true << 4;
        QTest::newRow("slot or bay") << SomeOperation(someNumberChoice) << true << 6;
        QTest::newRow("floor") << SomeOperation(someFloorChoice) << false << 4;
    }
    void whatTheSearchFindsIsTaken() {
        QFETCH(const SomeOperation, some);
        QFETCH(const bool, small);
        QFETCH(const int, times);
        int choices = 0, fits = 0, full = 0, tried = 0;
        for (int seed = firstSeed(); seed < firstSeed() + estates() / 5; ++seed) {
            if ((seed - firstSeed()) % estatesPerDatabase == 0) {
                m_court = std::make_unique<Court>(*m_cluster);
            }
            Dice dice(static_cast<std::uint32_t>(seed));
            Story story;
            Plan plan = Plan::random(dice, small);
            plan.overrides.clear(); // of which the search does not know
            QVERIFY(m_court->stand(plan));
            story.start = m_court->plan();
            for (int i = 0; i < times; ++i) {
                story.last = some(m_court->plan(), dice);
                const QString objections = choiceDisagreement(story.last);
                if (!objections.isEmpty()) {
                    tell(story, seed, i, objections);
                    QFAIL("the search and the guard do not agree");
                }
                ++choices;
                fits += m_court->choice().fits;
                full += m_court->choice().full;
                tried += m_court->choice().tried;
                const Operation other = someOperation(m_court->plan(), dice);
                if (other.name != u"override" && m_court->disagreement(other).isEmpty() && m_court->admitted() &&
                    m_court->commit(other).isEmpty()) {
                    story.history.push_back(other);
                }
            }
        }
        std::printf("%d choices, estates of seeds %d to %d; fits %d times, does not %d times; %d places tried\n",
                    choices, firstSeed(), firstSeed() + estates() / 5 - 1, fits, full, tried);
        if (estates() >= 100) { // of a handful, all may be of one kind
            QVERIFY2(fits >= choices / 8 && full >= choices / 8, qPrintable(u"%1 %2"_qs.arg(fits).arg(full)));
        }
    }
};

QTEST_GUILESS_MAIN(VerdictsTest)
#include "tst_verdicts.moc"
