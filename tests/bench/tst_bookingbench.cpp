#include "tests/support/testcluster.h"

#include <QProcess>
#include <QTest>

using polder::test::TestCluster;

/// What a guarded booking costs beside an INSERT into a bare table with key and exclusion, in an estate with few and
/// with many bookings: two ratios of one run. The second shows whether a booking costs more as the estate fills.
class TestBookingBench : public QObject {
    Q_OBJECT

    static QString psql(const QString &database, const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(POLDER_SOURCE_DIR "/tests/bench"));
        process.start(QStringLiteral("psql"), QStringList{database, QStringLiteral("-XqAt"), QStringLiteral("-v"),
                                                          QStringLiteral("ON_ERROR_STOP=1")} +
                                                  arguments);
        process.waitForFinished(1000000);
        if (process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
        }
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    static int medianMicroseconds(const QString &database, const QString &target) {
        return psql(database, {QStringLiteral("-c"),
                               QStringLiteral("call public.measure('%1', 200, '2027-03-15', null)").arg(target)})
            .toInt();
    }

private slots:
    void booking_data() {
        QTest::addColumn<int>("rounds");
        QTest::newRow("10,000 bookings") << 1;
        QTest::newRow("100,000 bookings") << 10;
    }

    void booking() {
        QFETCH(const int, rounds);
        static TestCluster cluster;
        const QString database = cluster.freshDatabase();
        psql(database, {QStringLiteral("-v"), QStringLiteral("racks=500"), QStringLiteral("-v"),
                        QStringLiteral("rounds=%1").arg(rounds), QStringLiteral("-f"), QStringLiteral("estate.sql"),
                        QStringLiteral("-f"), QStringLiteral("fill.sql"), QStringLiteral("-f"),
                        QStringLiteral("bare.sql"), QStringLiteral("-f"), QStringLiteral("booking.sql")});
        const int bare = medianMicroseconds(database, QStringLiteral("bare"));
        const int guarded = medianMicroseconds(database, QStringLiteral("guarded"));
        QVERIFY(bare > 0);
        QVERIFY(guarded > 0);
        qInfo("%d us bare, %d us guarded: x %.1f", bare, guarded, double(guarded) / bare);
    }
};

QTEST_GUILESS_MAIN(TestBookingBench)
#include "tst_bookingbench.moc"
