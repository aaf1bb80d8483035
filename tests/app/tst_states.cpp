#include "tests/app/polderctl.h"

#include <QDate>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace polder::test;

namespace {

struct Intended {
    QString person;
    QString command; ///< {request}, {tag}: of the device; {new tag}, {place}, {other place}
};

/// What a person types for each intention of the table of states.
const QMap<QString, Intended> intentions{
    {u"create_request"_s, {u"researcher.lumc"_s, u"request create -"_s}},
    {u"amend_request"_s, {u"researcher.lumc"_s, u"request amend {request} -"_s}},
    {u"submit"_s, {u"researcher.lumc"_s, u"request submit {request}"_s}},
    {u"endorse"_s, {u"sponsor.lumc"_s, u"request endorse {request}"_s}},
    {u"decline"_s, {u"sponsor.lumc"_s, u"request decline {request} --reason money"_s}},
    {u"return_request"_s, {u"fm.leiden"_s, u"request return {request} --reason plug"_s}},
    {u"review"_s, {u"fm.leiden"_s, u"request review {request}"_s}},
    {u"hold"_s, {u"fm.leiden"_s, u"request hold {request} {place}"_s}},
    {u"wait_list"_s, {u"fm.leiden"_s, u"request wait-list {request} --reason full"_s}},
    {u"reject"_s, {u"fm.leiden"_s, u"request reject {request} --reason heat"_s}},
    {u"renew"_s, {u"fm.leiden"_s, u"request renew {request}"_s}},
    {u"deliver"_s, {u"technician.leiden"_s, u"request deliver {request}"_s}},
    {u"install"_s, {u"technician.leiden"_s, u"install {request} --serial {tag} --asset-tag {tag}"_s}},
    {u"extend"_s, {u"fm.leiden"_s, u"request extend {request} --until {later}"_s}},
    {u"move"_s, {u"fm.leiden"_s, u"move {tag} {other place}"_s}},
    {u"replace"_s, {u"fm.leiden"_s, u"replace {tag} --serial {new tag} --new-asset-tag {new tag}"_s}},
    {u"decommission"_s, {u"fm.leiden"_s, u"request decommission {request}"_s}},
    {u"remove"_s, {u"fm.leiden"_s, u"request remove {request}"_s}},
    {u"withdraw"_s, {u"researcher.lumc"_s, u"request withdraw {request}"_s}},
};

} // namespace

/// The table of states, walked with polderctl from end to end: every row of it is a command. Which pairs there are, and
/// that all others are refused, is the database's to say (tests/sql/intention_states.sql); here it is asked in each
/// state.
class TestStates : public QObject {
    Q_OBJECT

    ServedDatabase m_demo;
    QStringList m_places; ///< "--rack R --unit U", each in a rack of its own
    QSet<QString> m_walked;
    QSet<QString> m_possible;
    int m_walks = 0;

    [[nodiscard]] Ran intend(const QString &intention, QMap<QString, QString> names) const {
        const Intended &one = intentions[intention];
        QString command = one.command;
        for (auto it = names.cbegin(); it != names.cend(); ++it) {
            command.replace(u'{' + it.key() + u'}', it.value());
        }
        return m_demo.as(one.person, command.split(u' '), command.endsWith(u" -"_s) ? requestJson() : QByteArray());
    }

    /// What can be done in this state, as a refusal says it: the requester may ask for an extension of what is
    /// installed, and submit what is not.
    void ask(const QString &state, const QString &number) {
        const QStringList submit{u"request"_s, u"submit"_s, number};
        const QStringList extend{u"request"_s, u"extend"_s, number, u"--until"_s, u"2099-01-01"_s};
        const Ran refused = m_demo.as(u"researcher.lumc"_s, state == u"installed" ? submit : extend);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error()[u"kind"_s], u"state"_s);
        QCOMPARE(refused.error()[u"state"_s], state);
        for (const QJsonValue &intention : refused.error()[u"allowed"_s].toArray()) {
            m_possible << state + u": "_s + intention.toString();
        }
    }

private Q_SLOTS:
    void initTestCase() {
        const QString trouble = m_demo.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble));
        const Ran found =
            m_demo.as(u"fm.leiden"_s, {u"find-space"_s, u"--height-u"_s, u"2"_s, u"--draw-w"_s, u"400"_s,
                                       u"--weight-kg"_s, u"20"_s, u"--depth-mm"_s, u"700"_s, u"--cords"_s, u"2"_s,
                                       u"--plug"_s, u"C14"_s, u"--site"_s, u"LEIDEN"_s, u"--top"_s, u"200"_s});
        QSet<QString> racks;
        for (const QJsonValue &place : found.json[u"places"_s].toArray()) {
            const QString rack = place[u"rack"_s].toString();
            if (!racks.contains(rack)) {
                m_places << u"--rack %1 --unit %2"_s.arg(rack, QString::number(place[u"unit"_s].toDouble()));
                racks << rack;
            }
        }
        QVERIFY2(m_places.size() >= 5, qUtf8Printable(found.text + found.trouble));
    }
    void cleanupTestCase() { QVERIFY(m_demo.stop()); }

    void walk_data() {
        QTest::addColumn<QString>("way");
        QTest::newRow("all of it") << u"create_request draft, amend_request draft, submit submitted, "
                                      "amend_request submitted, return_request returned, amend_request returned, "
                                      "submit submitted, endorse endorsed, amend_request endorsed, "
                                      "return_request returned, submit submitted, endorse endorsed, review in review, "
                                      "amend_request in review, wait_list waiting, amend_request in review, hold held, "
                                      "renew held, amend_request in review, hold held, deliver delivered, "
                                      "install installed, extend installed, move installed, replace installed, "
                                      "decommission decommissioning, remove removed"_s;
        QTest::newRow("at once") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                    "hold held, install installed"_s;
        QTest::newRow("declined") << u"create_request draft, submit submitted, decline rejected"_s;
        QTest::newRow("rejected") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                     "reject rejected"_s;
        QTest::newRow("draft") << u"create_request draft, withdraw withdrawn"_s;
        QTest::newRow("submitted") << u"create_request draft, submit submitted, withdraw withdrawn"_s;
        QTest::newRow("endorsed") << u"create_request draft, submit submitted, endorse endorsed, withdraw withdrawn"_s;
        QTest::newRow("returned") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                     "return_request returned, withdraw withdrawn"_s;
        QTest::newRow("in review") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                      "withdraw withdrawn"_s;
        QTest::newRow("waiting") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                    "wait_list waiting, withdraw withdrawn"_s;
        QTest::newRow("held") << u"create_request draft, submit submitted, endorse endorsed, review in review, "
                                 "hold held, withdraw withdrawn"_s;
    }
    void walk() {
        QFETCH(QString, way);
        const QString tag = u"STATES-%1"_s.arg(++m_walks);
        QMap<QString, QString> names{{u"tag"_s, tag},
                                     {u"new tag"_s, tag + u"-NEW"_s},
                                     {u"place"_s, m_places[0]},
                                     {u"other place"_s, m_places[1]},
                                     {u"later"_s, QDate::currentDate().addDays(500).toString(Qt::ISODate)}};
        QString state;
        for (const QString &step : way.split(u", "_s)) {
            const QString intention = step.section(u' ', 0, 0);
            const Ran ran = intend(intention, names);
            QVERIFY2(ran.exitCode == 0, qUtf8Printable(step + u": "_s + ran.text + ran.trouble));
            m_walked << state + u": "_s + intention;
            if (intention == u"create_request") {
                names[u"request"_s] = ran.json[u"number"_s].toString();
            } else if (intention == u"install") { // the place is taken for good
                m_places.remove(0, 2);
            }
            const QString before = std::exchange(state, step.section(u' ', 1));
            const Ran shown = m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"show"_s, names[u"request"_s]});
            QCOMPARE(shown.json[u"state"_s], state);
            if (state != before) {
                ask(state, names[u"request"_s]);
            }
        }
    }

    /// After all walks: nothing that can be done in a state has been left out, and nothing else was done.
    void everyRowOfTheTable() {
        QSet<QString> wanted = m_possible;
        wanted << u": create_request"_s;
        QCOMPARE(QStringList((m_walked - wanted).values()), QStringList());
        QCOMPARE(QStringList((wanted - m_walked).values()), QStringList());
        for (const QString &intention : intentions.keys()) {
            QVERIFY2(
                std::ranges::any_of(m_walked, [&](const QString &one) { return one.endsWith(u": "_s + intention); }),
                qUtf8Printable(intention));
        }
    }
};

QTEST_GUILESS_MAIN(TestStates)
#include "tst_states.moc"
