#include "tests/support/estate.h"
#include "tests/support/patience.h"

#include "model/live/databaselive.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTextStream>

#include <csignal>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace polder;
using namespace polder::test;

namespace {

constexpr auto lookAs = "--look-as"; ///< the program as the client that is looked into

/// A client as the desktop has it: follows the record as a person, does what it reads from standard input, a line of
/// JSON each, and says on standard output what came of it. It never hears of anything that it should not know.
int look(const QString &conninfo, const QString &login) {
    const auto live = openDatabaseLive({.conninfo = conninfo, .user = login, .where = {}});
    QTextStream in(stdin);
    QTextStream out(stdout);
    for (QString line; in.readLineInto(&line);) {
        const QJsonObject told = QJsonDocument::fromJson(line.toUtf8()).object();
        QJsonObject answer;
        if (told.contains(u"intention"_s)) {
            auto future = live->intend(told[u"intention"_s].toString(), told[u"arguments"_s].toObject());
            if (QTest::qWaitFor([&] { return future.isFinished(); }, patience)) {
                const Result<QJsonObject> result = future.result();
                answer = result.ok() ? QJsonObject{{u"done"_s, *result}}
                                     : QJsonObject{{u"sqlstate"_s, result.error().sqlstate},
                                                   {u"message"_s, result.error().what},
                                                   {u"detail"_s, result.error().detail},
                                                   {u"hint"_s, result.error().hint},
                                                   {u"data"_s, result.error().data}};
            }
        } else {
            const qint64 generation = told[u"generation"_s].toInteger();
            const bool seen = QTest::qWaitFor([&] { return live->snapshot()->generation >= generation; }, patience);
            answer = {{u"seen"_s, seen}, {u"trouble"_s, live->connection().trouble}};
        }
        out << QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) << Qt::endl;
    }
    return 0;
}

/// How often each of these texts, as UTF-8 or UTF-16, stands in what the process has written in its memory.
QMap<QString, int> found(qint64 process, const QStringList &texts) {
    QMap<QString, int> counts;
    QFile maps(u"/proc/%1/maps"_s.arg(process));
    QFile memory(u"/proc/%1/mem"_s.arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        qFatal("the memory of %lld cannot be read", process);
    }
    static const QRegularExpression region(u"^([0-9a-f]+)-([0-9a-f]+) rw"_s);
    const QStringList lines = QString::fromLatin1(maps.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const auto match = region.match(line);
        if (!match.hasMatch()) {
            continue;
        }
        const qint64 begin = match.captured(1).toLongLong(nullptr, 16);
        const qint64 size = match.captured(2).toLongLong(nullptr, 16) - begin;
        if (size > 4'000'000'000 || !memory.seek(begin)) {
            continue; // so large is only a sanitizer's account of the memory
        }
        QByteArray bytes(size, '\0');
        bytes.truncate(std::max<qint64>(memory.read(bytes.data(), bytes.size()), 0));
        for (const QString &text : texts) {
            counts[text] += static_cast<int>(bytes.count(text.toUtf8())) +
                            static_cast<int>(bytes.count(QByteArray(reinterpret_cast<const char *>(text.utf16()),
                                                                    text.size() * qsizetype(sizeof(char16_t)))));
        }
    }
    return counts;
}

} // namespace

/// What row-level security keeps from a person never reaches the person's computer: the memory of a running client is
/// searched for everything that the other house says of its own. (What a refusal says and how long it takes is looked
/// at in tests/sql/leaks.sql.)
class TestLeaks : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_estate;
    // Made up anew each time: they stand in no program.
    const QString m_needle = word(), m_straw = word();

    static QString word() {
        QString word;
        for (int i = 0; i < 9; ++i) {
            word += QChar(u'a' + QRandomGenerator::global()->bounded(26));
        }
        return word;
    }
    [[nodiscard]] int number(const QByteArray &query) const { return valueOf(m_estate, query).toInt(); }
    [[nodiscard]] QString person() const { return m_estate + u" options='-c polder.today=2027-03-01'"_s; }
    static QByteArray request(const char *house, const char *site, const char *state) {
        return QByteArray(
                   "(select r.id from polder.request r join polder.organisation o on o.id = r.organisation_id join "
                   "polder.site s on s.id = r.wish_site_id where o.code = '") +
               house + "' and s.code = '" + site + "' and r.state = '" + state + "' order by r.id limit 1)";
    }
    static QByteArray placement(const QByteArray &request) {
        return "(select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id join "
               "polder.request_item i on i.id = e.request_item_id where i.request_id = " +
               request + " limit 1)";
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_estate = m_cluster->freshDatabase();
        QProcess psql;
        psql.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments{m_estate, u"-Xq1"_s,
                              u"-v"_s,  u"ON_ERROR_STOP=1"_s,
                              u"-v"_s,  u"needle="_s + m_needle,
                              u"-v"_s,  u"straw="_s + m_straw};
        for (const char *script : {"two_houses", "full_houses", "needles"}) {
            arguments << u"-f"_s
                      << QStringLiteral(POLDER_SOURCE_DIR "/tests/sql/support/%1.sql").arg(QLatin1String(script));
        }
        psql.start(u"psql"_s, arguments);
        QVERIFY(psql.waitForFinished(100'000));
        QVERIFY2(psql.exitCode() == 0, psql.readAll().right(900).constData());
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void memory_data() {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("house"); ///< what the person must not know
        QTest::newRow("researcher") << u"p_requester_ul"_s << m_needle;
        QTest::newRow("of no office") << u"p_stranger_ul"_s << m_needle;
        // A host knows what stands in its own rooms, and nothing of the other's.
        QTest::newRow("facility manager") << u"p_facility_manager_ul"_s << m_needle + u'F';
    }
    void memory() {
        QFETCH(QString, login);
        QFETCH(QString, house);
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        client.start(QCoreApplication::applicationFilePath(), {QLatin1String(lookAs), person(), login});
        QVERIFY(client.waitForStarted());
        const auto say = [&](const QJsonObject &told) {
            client.write(QJsonDocument(told).toJson(QJsonDocument::Compact) + '\n');
            while (!client.canReadLine() && client.waitForReadyRead(2 * patience)) {
            }
            return QJsonDocument::fromJson(client.readLine()).object();
        };
        const auto follow = [&] { return say({{u"generation"_s, number("select value from polder.generation")}}); };
        const QJsonObject loaded = follow();
        QVERIFY2(loaded[u"seen"_s].toBool(), qUtf8Printable(loaded[u"trouble"_s].toString()));

        // The other house goes on while it looks, and its rows are what each new generation is about.
        for (const QByteArray change :
             {"update polder.equipment e set name = e.name || 'later', last_seen = last_seen where owner_id = "
              "(select id from polder.organisation where code = 'AMC')",
              "update polder.request set comment = comment || 'later' where organisation_id = "
              "(select id from polder.organisation where code = 'AMC')",
              "update polder.placement set hold_until = hold_until + 1 where state = 'held'"}) {
            runSql(m_estate, "set polder.today = '2027-03-01'; " + change);
            QVERIFY(follow()[u"seen"_s].toBool());
        }
        // What it asks of the other house's is refused.
        const int theirs = number("select " + request("AMC", "AMS", "installed"));
        const int place = number("select " + placement(request("AMC", "AMS", "installed")));
        QVERIFY(theirs > 0);
        QVERIFY(place > 0);
        const QList<std::pair<QString, QJsonObject>> asked{
            {u"comment"_s, {{u"request"_s, theirs}, {u"text"_s, u"mine?"_s}}},
            {u"withdraw"_s, {{u"request"_s, theirs}}},
            {u"hold"_s, {{u"request"_s, theirs}, {u"item"_s, 1}, {u"places"_s, QJsonArray{}}}},
            {u"install"_s, {{u"placement"_s, place}, {u"serial"_s, u"X"_s}}},
            {u"replace"_s, {{u"placement"_s, place}, {u"serial"_s, u"X"_s}}},
            {u"move"_s, {{u"moves"_s, QJsonArray{QJsonObject{{u"placement"_s, place}, {u"unit"_s, 3}}}}}},
            {u"remove"_s, {{u"placement"_s, place}}}};
        for (const auto &[intention, arguments] : asked) {
            const QJsonObject answer = say({{u"intention"_s, intention}, {u"arguments"_s, arguments}});
            QCOMPARE(answer[u"sqlstate"_s], u"PL005"_s);
            QVERIFY(!QJsonDocument(answer).toJson().contains(house.toUtf8()));
        }
        if (login == u"p_facility_manager_ul"_s) {
            // Nor by what is in the way: a place that the other house has in one's own rooms.
            const int review = number("select " + request("UL", "LEI", "in review"));
            const QByteArray taken = placement(request("AMC", "LEI", "installed"));
            const int unit = number("select position_hu / 2 + 1 from polder.placement where id = " + taken);
            const QJsonObject answer =
                say({{u"intention"_s, u"hold"_s},
                     {u"arguments"_s, QJsonObject{{u"request"_s, review},
                                                  {u"item"_s, 1},
                                                  {u"places"_s, QJsonArray{QJsonObject{{u"rack"_s, u"LEI/H1/R1"_s},
                                                                                       {u"unit"_s, unit}}}}}}});
            QCOMPARE(answer[u"sqlstate"_s], u"PL001"_s);
            QVERIFY(!QJsonDocument(answer).toJson().contains(m_needle.toUtf8()));
        }
        QVERIFY(follow()[u"seen"_s].toBool());

        const QString own = login == u"p_stranger_ul"_s ? u"Leiden University"_s : m_straw;
        QCOMPARE(::kill(static_cast<pid_t>(client.processId()), SIGSTOP), 0);
        const QMap<QString, int> counts = found(client.processId(), {house, own});
        QCOMPARE(::kill(static_cast<pid_t>(client.processId()), SIGCONT), 0);
        client.closeWriteChannel();
        QVERIFY(client.waitForFinished(patience));
        QCOMPARE(counts[house], 0);
        QVERIFY2(counts[own] > 0, "what the person does know must be found, or the search finds nothing");
    }

    /// A search that finds nothing anywhere proves nothing: who may know the other house's is seen to know it.
    void theSearchFindsWhatIsThere() {
        QProcess client;
        client.start(QCoreApplication::applicationFilePath(), {QLatin1String(lookAs), person(), u"p_requester_amc"_s});
        client.write("{}\n");
        QVERIFY(client.waitForReadyRead(2 * patience));
        QVERIFY(QTest::qWaitFor([&] { return found(client.processId(), {m_needle})[m_needle] > 0; }, patience));
        client.closeWriteChannel();
        QVERIFY(client.waitForFinished(patience));
    }

    /// Anyone may listen. What is heard is the generation, whatever it is about.
    void notifications() {
        const auto listener = connectTo(m_cluster->as(u"p_stranger_ul"_s, m_estate));
        QVERIFY(listener->query("listen polder"));
        const int before = number("select value from polder.generation");
        runSql(m_estate,
               "update polder.equipment set name = name || 'again'; update polder.request set comment = 'again'; "
               "update polder.person_detail set name = name || 'again'");
        QStringList heard, made;
        for (int generation = before + 1; generation <= number("select value from polder.generation"); ++generation) {
            made << QString::number(generation);
        }
        QVERIFY(!made.isEmpty());
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (listener->poll()) {
                    for (const QString &payload : listener->takeNotifications()) {
                        heard << payload;
                    }
                }
                return heard.size() >= made.size();
            },
            patience));
        QCOMPARE(heard, made);
    }
};

int main(int argc, char *argv[]) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String(lookAs)) {
        return look(arguments.value(2), arguments.value(3));
    }
    TestLeaks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_leaks.moc"
