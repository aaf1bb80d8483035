#include "tests/support/estate.h"

#include "model/store/queries.h"

#include <QDirIterator>
#include <QTest>

using namespace polder;
using namespace polder::test;

/// Every statement of sql/queries is prepared against the real schema, as a person: what a person may not read must
/// not be in a statement for people.
class QueriesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_database;

    /// Statements with a gap are filled with something that fits it.
    static QByteArray filled(const QString &name) {
        QByteArray sql = namedQuery(name);
        const bool ledger = name == QStringLiteral("changed_load_step");
        const QByteArray query =
            namedQuery(ledger ? QStringLiteral("snapshot/load_step") : QStringLiteral("snapshot/rack"));
        sql.replace(":query", query)
            .replace(":key", "id")
            .replace(":intention", "comment")
            .replace(":reading", "history");
        sql.replace(":on", "2027-01-01").replace(":start", "2027-01-01").replace(":until", "2027-01-01");
        return sql;
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_database = smallEstate(*m_cluster);
        runSql(m_database, "create role p_researcher login in role polder_person");
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void isPrepared_data() {
        QTest::addColumn<QString>("name");
        QDirIterator walk(QStringLiteral(":/sql/queries"), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString name = walk.next().mid(qstrlen(":/sql/queries/")).chopped(qstrlen(".sql"));
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void isPrepared() {
        QFETCH(QString, name);
        static const QStringList utilities{QStringLiteral("copy"), QStringLiteral("listen"), QStringLiteral("session")};
        static const QStringList tools{QStringLiteral("generate_estate"), QStringLiteral("demo_people")};
        const bool migrator = name.startsWith(QStringLiteral("migrator/"));
        if (migrator || utilities.contains(name) || name.startsWith(QStringLiteral("transaction/"))) {
            // PREPARE takes no utility statements, and the migrator's run in tst_migrator.
            return;
        }
        const QString asker = tools.contains(name) ? QStringLiteral("postgres") : QStringLiteral("p_researcher");
        const auto person = connectTo(m_cluster->as(asker, m_database));
        const auto prepared = person->run("prepare statement as " + filled(name));
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().what));
    }
};

QTEST_GUILESS_MAIN(QueriesTest)
#include "tst_queries.moc"
