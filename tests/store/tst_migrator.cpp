#include "tests/support/estate.h"

#include "model/store/migrator.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace polder;
using namespace polder::test;

class MigratorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;

    /// A copy of the program's sql/ folder, to be changed.
    static void copySql(const QString &to) {
        QDirIterator walk(QStringLiteral(":/sql"), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString from = walk.next();
            const QString target = to + from.mid(qstrlen(":/sql"));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()));
            QVERIFY(QFile::copy(from, target));
            QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
        }
    }
    static void write(const QString &path, const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(text);
    }
    [[nodiscard]] static QStringList stepsOf(const QString &conninfo, const QString &folder) {
        QStringList steps;
        const Status done =
            migrate(conninfo, {.folder = folder, .progress = [&](const MigrationStep &step) { steps << step.name; }});
        return done ? steps : QStringList{done.error().what};
    }
    [[nodiscard]] static QString errorOf(const QString &conninfo, const QString &folder) {
        const Status done = migrate(conninfo, {.folder = folder, .progress = {}});
        return done ? QString() : done.error().what;
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }

    void appliesEachMigrationOnceAndRoutinesWhenTheyChange() {
        const QTemporaryDir folder;
        copySql(folder.path());
        const QString database = m_cluster->emptyDatabase();
        QStringList all = QDir(folder.filePath(QStringLiteral("migrations"))).entryList(QDir::Files, QDir::Name);
        QVERIFY(all.size() >= 9);
        all << QStringLiteral("routines");
        QCOMPARE(stepsOf(database, folder.path()), all);
        QCOMPARE(stepsOf(database, folder.path()), QStringList());

        write(folder.filePath(QStringLiteral("routines/05_today.sql")), "-- changed\n");
        QCOMPARE(stepsOf(database, folder.path()), QStringList{QStringLiteral("routines")});

        write(folder.filePath(QStringLiteral("migrations/9000_later.sql")), "create table polder.later ();\n");
        QCOMPARE(stepsOf(database, folder.path()),
                 (QStringList{QStringLiteral("9000_later.sql"), QStringLiteral("routines")}));
        QCOMPARE(valueOf(database, "select tableowner from pg_tables where tablename = 'later'"), "polder_owner");
    }

    void refusesAChangedEarlierMigrationByName() {
        const QTemporaryDir folder;
        copySql(folder.path());
        write(folder.filePath(QStringLiteral("migrations/0003_sites.sql")), "-- an afterthought\n");
        QCOMPARE(errorOf(m_cluster->freshDatabase(), folder.path()),
                 "Migration 0003_sites.sql is not the one that was applied to this database.");
    }

    void refusesAMissingEarlierMigrationByName() {
        const QTemporaryDir folder;
        copySql(folder.path());
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("migrations/0003_sites.sql"))));
        QCOMPARE(errorOf(m_cluster->freshDatabase(), folder.path()),
                 "This database has had migration 0003_sites.sql, which this program does not know.");
    }

    void refusesANewMigrationBeforeAnAppliedOne() {
        const QTemporaryDir folder;
        copySql(folder.path());
        write(folder.filePath(QStringLiteral("migrations/0002_a_latecomer.sql")), "select 1;\n");
        QVERIFY(errorOf(m_cluster->freshDatabase(), folder.path())
                    .startsWith(QStringLiteral("Migration 0002_a_latecomer.sql comes before 000")));
    }

    void aFailingMigrationLeavesNothingBehind() {
        const QTemporaryDir folder;
        copySql(folder.path());
        write(folder.filePath(QStringLiteral("migrations/9000_broken.sql")),
              "create table polder.half_done ();\nselect 1 / 0;\n");
        const QString database = m_cluster->freshDatabase();
        QVERIFY(errorOf(database, folder.path()).startsWith(QStringLiteral("9000_broken.sql: division by zero")));
        QCOMPARE(valueOf(database, "select to_regclass('polder.half_done') is null"), "t");
        QCOMPARE(valueOf(database, "select count(*) from polder_meta.migration where name like '9000%'"), "0");
        QCOMPARE(stepsOf(database, QStringLiteral(":/sql")), QStringList());
    }

    void twoMigratorsDoNotCollide() {
        const QString database = m_cluster->emptyDatabase();
        QString first, second;
        std::thread one([&] { first = errorOf(database, QStringLiteral(":/sql")); });
        std::thread two([&] { second = errorOf(database, QStringLiteral(":/sql")); });
        one.join();
        two.join();
        QCOMPARE(first, QString());
        QCOMPARE(second, QString());
    }
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "tst_migrator.moc"
