#include "tests/support/estate.h"

#include "model/store/migrator.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace polder::test;

/// sql/schema.sql is what reviewers read. It must be what a new database gets, and what an old one becomes.
/// POLDER_WRITE_SCHEMA=FILE writes it: the build target `schema`.
class SchemaTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;

    /// Without versions, tokens and comments, which differ from one pg_dump to the next.
    static QString dump(const QString &conninfo) {
        QProcess process;
        process.start(QStringLiteral("pg_dump"),
                      {QStringLiteral("--schema-only"), QStringLiteral("--no-owner"), QStringLiteral("--no-comments"),
                       QStringLiteral("--restrict-key=polder"), QStringLiteral("--dbname"), conninfo});
        if (!process.waitForFinished() || process.exitCode() != 0) {
            qFatal("pg_dump: %s", process.readAllStandardError().constData());
        }
        QString text = QString::fromUtf8(process.readAllStandardOutput());
        static const QRegularExpression commentOrToken(QStringLiteral("^(--.*|\\\\(un)?restrict .*)\n"),
                                                       QRegularExpression::MultilineOption);
        static const QRegularExpression emptyLines(QStringLiteral("\n{3,}"));
        return text.remove(commentOrToken).replace(emptyLines, QStringLiteral("\n\n")).trimmed() + u'\n';
    }

    static void compare(const QString &actual, const QString &expected) {
        const QStringList is = actual.split(u'\n'), should = expected.split(u'\n');
        for (qsizetype line = 0; line < std::min(is.size(), should.size()); ++line) {
            if (is[line] != should[line]) {
                QFAIL(
                    qPrintable(QStringLiteral("line %1: '%2' is not '%3'").arg(line + 1).arg(is[line], should[line])));
            }
        }
        QCOMPARE(is.size(), should.size());
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }

    void freshIsCommitted() {
        const QString fresh = dump(m_cluster->freshDatabase());
        const QString path = qEnvironmentVariable("POLDER_WRITE_SCHEMA");
        QFile file(path.isEmpty() ? QStringLiteral(POLDER_SOURCE_DIR "/sql/schema.sql") : path);
        if (!path.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(fresh.toUtf8());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), "no sql/schema.sql: build the target `schema`");
        compare(fresh, QString::fromUtf8(file.readAll()));
    }

    void migratedStepByStepIsFresh() {
        // Each migration comes to a database that has run the routines of the one before.
        const QString fresh = dump(m_cluster->freshDatabase());
        const QString stepwise = m_cluster->emptyDatabase();
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("migrations")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("routines")));
        QVERIFY(QFile::copy(QStringLiteral(":/sql/roles.sql"), folder.filePath(QStringLiteral("roles.sql"))));
        const QString from = QStringLiteral(":/sql/migrations/");
        for (const QString &name : QDir(from).entryList(QDir::Files, QDir::Name)) {
            QVERIFY(QFile::copy(from + name, folder.filePath(QStringLiteral("migrations/") + name)));
            const Status done = migrate(stepwise, {.folder = folder.path(), .progress = {}});
            QVERIFY2(done, done ? "" : qPrintable(done.error().what));
        }
        for (int twice = 0; twice < 2; ++twice) {
            const Status done = migrate(stepwise);
            QVERIFY2(done, done ? "" : qPrintable(done.error().what));
            runSql(stepwise, "delete from polder_meta.migration where name = 'routines'");
        }
        compare(dump(stepwise), fresh);
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
