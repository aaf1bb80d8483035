#include "tests/support/estate.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

using polder::test::TestCluster;

/// Every *.spec of this folder is a race, played in all the orders that it names by PostgreSQL's own isolation tester
/// and compared with expected/*.out. What they race for is in house.sql. A first run of a new spec prints its output:
/// read it before you commit it.
class TestIsolation : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestCluster> m_cluster;

    static QString read(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }

    void spec_data() {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(POLDER_SOURCE_DIR "/tests/isolation"));
        for (const QString &file : folder.entryList({QStringLiteral("*.spec")}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(file)) << file.chopped(5);
        }
    }

    void spec() {
        QFETCH(const QString, name);
        const QString folder = QStringLiteral(POLDER_SOURCE_DIR "/tests/isolation/");
        const QString database = m_cluster->freshDatabase();
        polder::test::runSql(database, read(folder + QStringLiteral("house.sql")).toUtf8());
        QProcess tester;
        tester.setProcessChannelMode(QProcess::MergedChannels);
        tester.setStandardInputFile(folder + name + QStringLiteral(".spec"));
        tester.start(QStringLiteral("/usr/lib/postgresql/15/lib/pgxs/src/test/isolation/isolationtester"), {database});
        QVERIFY2(tester.waitForFinished(120000), qPrintable(tester.errorString()));
        const QString output = QString::fromUtf8(tester.readAll());
        const QString expected = read(folder + QStringLiteral("expected/") + name + QStringLiteral(".out"));
        QVERIFY2(tester.exitCode() == 0, qPrintable(output));
        if (output != expected) {
            const QStringList got = output.split(QLatin1Char('\n'));
            const QStringList wanted = expected.split(QLatin1Char('\n'));
            qsizetype line = 0;
            while (line < got.size() && line < wanted.size() && got[line] == wanted[line]) {
                ++line;
            }
            QFAIL(qPrintable(QStringLiteral("differs from line %1 on, wanted \"%2\"; the whole output:\n%3")
                                 .arg(QString::number(line + 1), wanted.value(line), output)));
        }
    }
};

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
