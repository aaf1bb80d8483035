#include "tests/support/testcluster.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using polder::test::TestCluster;

/// Every sql/lint/*.sql asks the catalogue for something that must not be; each row that it finds is a breach.
class TestLint : public QObject {
    Q_OBJECT

private slots:
    void breaches_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(POLDER_SOURCE_DIR "/sql/lint"));
        for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void breaches() {
        QFETCH(const QString, path);
        static TestCluster cluster;
        static const QString database = cluster.freshDatabase();
        QProcess psql;
        psql.setProcessChannelMode(QProcess::MergedChannels);
        psql.start(QStringLiteral("psql"), {database, QStringLiteral("-XqAt"), QStringLiteral("-v"),
                                            QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"), path});
        QVERIFY2(psql.waitForFinished(60000), qPrintable(psql.errorString()));
        QCOMPARE(psql.exitCode(), 0);
        QCOMPARE(QString::fromUtf8(psql.readAll()), QString());
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
