#include "tests/support/testcluster.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using polder::test::TestCluster;

/// Every *.sql of this folder is a pgTAP script; each gets a database of its own, with the schema and pgTAP.
class TestPgtap : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestCluster> m_cluster;
    QString m_withPgtap;

    static int psql(const QString &conninfo, const QStringList &arguments, QString *output) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral(POLDER_SOURCE_DIR));
        process.start(QStringLiteral("psql"), QStringList{conninfo, QStringLiteral("-XqAt"), QStringLiteral("-v"),
                                                          QStringLiteral("ON_ERROR_STOP=1")} +
                                                  arguments);
        process.waitForFinished(280'000);
        *output = QString::fromUtf8(process.readAll());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_withPgtap = m_cluster->freshDatabase();
        QString output;
        QVERIFY2(psql(m_withPgtap, {QStringLiteral("-c"), QStringLiteral("create extension pgtap")}, &output) == 0,
                 qPrintable(output));
    }

    void script_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(POLDER_SOURCE_DIR "/tests/sql"));
        for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void script() {
        QFETCH(const QString, path);
        QString output;
        const int status = psql(m_cluster->copyOf(m_withPgtap), {QStringLiteral("-f"), path}, &output);
        QVERIFY2(status == 0, qPrintable(output.right(900)));

        static const QRegularExpression plan(QStringLiteral("^1\\.\\.(\\d+)$"), QRegularExpression::MultilineOption);
        static const QRegularExpression ok(QStringLiteral("^ok \\d+"), QRegularExpression::MultilineOption);
        static const QRegularExpression notOk(QStringLiteral("^not ok"), QRegularExpression::MultilineOption);
        static const QRegularExpression troubles(QStringLiteral("^(not ok|#)"));
        QVERIFY2(!output.contains(notOk), qPrintable(output.split(u'\n').filter(troubles).join(u'\n')));
        const auto planned = plan.match(output);
        QVERIFY2(planned.hasMatch(), "the script has no plan");
        QVERIFY2(planned.captured(1).toInt() > 0, "the script tests nothing");
        QCOMPARE(output.count(ok), planned.captured(1).toInt());
    }
};

QTEST_GUILESS_MAIN(TestPgtap)
#include "tst_pgtap.moc"
