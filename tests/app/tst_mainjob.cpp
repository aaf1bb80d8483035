#include "tests/support/processend.h"

#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

/// The whole way by the programs themselves, as `bootstrap.sh run` plays it without a display: from an empty folder to
/// a held place, the capacity report and the pictures.
class TestMainJob : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_top;
    QString m_database;
    QString m_played;

    struct Outcome {
        int status;
        QString text;
    };

    static Outcome run(const QString &program, const QStringList &arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished(240000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAll())};
    }

    [[nodiscard]] Outcome polderctl(const QStringList &arguments) const {
        return run(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"),
                   QStringList{QStringLiteral("--embedded=") + m_database} + arguments);
    }

    [[nodiscard]] Outcome play() const {
        return run(QStringLiteral("bash"), {QStringLiteral(POLDER_SOURCE_DIR "/installer/play.sh"),
                                            QStringLiteral(POLDER_BINARY_DIR "/app"), m_played, m_database});
    }

    static QString capturedIn(const QString &text, const char *pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(text).captured(1);
    }

private slots:
    void initTestCase() {
        QVERIFY(::chmod(m_top.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        m_database = m_top.filePath(QStringLiteral("database"));
        m_played = m_top.filePath(QStringLiteral("played"));
        const Outcome migrated = polderctl({QStringLiteral("migrate")});
        QVERIFY2(migrated.status == 0, qPrintable(migrated.text));
        const Outcome loaded = polderctl({QStringLiteral("demo"), QStringLiteral("load")});
        QVERIFY2(loaded.status == 0, qPrintable(loaded.text));
    }

    void fromARequestToAPlaceAndAReport() {
        const Outcome first = play();
        QVERIFY2(first.status == 0, qPrintable(first.text));
        QVERIFY2(first.text.contains(QLatin1String("1 imported, 0 updated, 0 unchanged, 0 refused")),
                 qPrintable(first.text));
        const QString number = capturedIn(first.text, "Request (R-\\d+-\\d+) is held\\.");
        QVERIFY2(!number.isEmpty(), qPrintable(first.text));

        // The two units that are held now stand in the report, in the row of their rack.
        const QString rack = capturedIn(first.text, "and holds ([A-Z0-9]+/[A-Z0-9]+/[A-Z0-9]+), unit");
        QFile report(m_played + QStringLiteral("/capacity.csv"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readLine().startsWith("site,room,rack,dimension,unit,total,blocked,used,held,free"));
        const QString rows = QString::fromUtf8(report.readAll());
        const QString row = QString(rack).replace(QLatin1Char('/'), QLatin1Char(',')) + QStringLiteral(",U,U,");
        const auto start = rows.indexOf(row);
        QVERIFY2(start >= 0, qPrintable(row));
        QCOMPARE(rows.mid(start).section(QLatin1Char(','), 8, 8), QStringLiteral("2"));

        for (const char *picture : {"sites.png", "rack.png", "equipment.png"}) {
            QVERIFY2(QFileInfo(m_played + QLatin1Char('/') + QLatin1String(picture)).size() > 5000, picture);
        }
    }

    void playedAgainItAsksForNothingTwice() {
        const Outcome again = play();
        QVERIFY2(again.status == 0, qPrintable(again.text));
        QVERIFY(again.text.contains(QLatin1String("0 imported, 0 updated, 1 unchanged, 0 refused")));
        QVERIFY(!again.text.contains(QLatin1String("and holds")));
        const Outcome held = polderctl({QStringLiteral("request"), QStringLiteral("list")});
        QCOMPARE(
            held.text.count(QStringLiteral("Played by the installer on ") + QDate::currentDate().toString(Qt::ISODate)),
            1);
    }

    void cleanupTestCase() { // the folder can go when the database has gone, which the last program left
        QFile record(m_database + QStringLiteral("/pgdata/postmaster.pid"));
        if (record.open(QIODevice::ReadOnly)) {
            const polder::test::ProcessEnd end(record.readLine().trimmed().toLongLong());
            QVERIFY(end.happensWithin(20000));
        }
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
