#include "psqlcopy.h"
#include "syntheticestate.h"

#include "model/report/capacityreport.h"
#include "model/report/workbook.h"
#include "tests/support/estate.h"
#include "views/paper/reportpdf.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <sys/resource.h>

using namespace polder;
using namespace polder::test;

/// From the snapshot to the bytes of the file, of 20 devices a rack: how the cost grows from 10,000 devices to 100,000,
/// and what each format costs beside CSV.
class BenchReport : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestCluster> m_cluster;
    QString m_estate; ///< 5,000 racks, 100,000 devices

    template <typename Work>
    static double milliseconds(Work work) {
        std::vector<double> times;
        for (int i = 0; i < 3; ++i) {
            const auto start = std::clock(); // of this program alone, whatever else runs on the machine
            work();
            times.push_back(static_cast<double>(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
        }
        std::ranges::sort(times);
        return times[1];
    }

    struct Costs {
        double estate, csv, json, xlsx, pdf;
    };
    static Costs costsOf(int racks, int devices) {
        const SnapshotPtr snapshot = syntheticEstateSeen(racks, devices);
        const Estate estate(snapshot);
        const auto report = [&] { return capacityReport(estate, {600}, {}); };
        const QLocale locale = QLocale::c();
        qsizetype written = 0;
        Costs costs{};
        costs.estate = milliseconds([&] { written += static_cast<qsizetype>(Estate(snapshot).nodeCount()); });
        costs.csv = milliseconds([&] { written += toCsv(report().tables.front()).size(); });
        costs.json = milliseconds([&] { written += QJsonDocument(toJson(report())).toJson().size(); });
        costs.xlsx = milliseconds([&] { written += toXlsx(ReadableReport(report(), locale))->size(); });
        costs.pdf = milliseconds([&] { written += toPdf(ReadableReport(report(), locale)).size(); });
        QTest::qVerify(written > racks, "written > racks", "", __FILE__, __LINE__);
        return costs;
    }

    const QString &estate() {
        if (!m_cluster) {
            m_cluster = std::make_unique<TestCluster>();
            m_estate = generated(5000, 100'000);
        }
        return m_estate;
    }
    QString generated(int racks, int devices) {
        const QString made = m_cluster->freshDatabase();
        runSql(made, qPrintable(QStringLiteral("select guard.generate_estate(%1, %2, 1)").arg(racks).arg(devices)));
        runSql(made, "vacuum analyze");
        return made;
    }

    /// From the command to the closed file; the median of five, in ms. Below nothing: it failed.
    static double commandTime(const QString &estate, const QString &format, const QString &file) {
        std::vector<double> times;
        for (int round = 0; round < 5; ++round) {
            QProcess program;
            QElapsedTimer timer;
            timer.start();
            program.start(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"),
                          {QStringLiteral("--db=") + estate, QStringLiteral("report"), QStringLiteral("capacity"),
                           QStringLiteral("--format"), format, QStringLiteral("--output"), file});
            if (!program.waitForFinished(-1) || program.exitCode() != 0) {
                return -1;
            }
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        return times[2];
    }

private Q_SLOTS:
    void capacity() {
        const Costs some = costsOf(500, 10'000);
        const Costs many = costsOf(5000, 100'000);
        qInfo("5,000 racks: estate %.0f ms, csv %.0f, json %.0f, xlsx %.0f, pdf %.0f", many.estate, many.csv, many.json,
              many.xlsx, many.pdf);
        qInfo("beside csv: json %.1f x, xlsx %.1f x, pdf %.1f x", many.json / many.csv, many.xlsx / many.csv,
              many.pdf / many.csv);
        const auto growth = [](double less, double more) { return more / less / 10; };
        qInfo("a device costs, at 100,000 against 10,000: csv %.2f x, json %.2f x, xlsx %.2f x, pdf %.2f x",
              growth(some.csv, many.csv), growth(some.json, many.json), growth(some.xlsx, many.xlsx),
              growth(some.pdf, many.pdf));
        QVERIFY(growth(some.csv, many.csv) < 1.5);
        QVERIFY(growth(some.xlsx, many.xlsx) < 1.5);
        QVERIFY(growth(some.pdf, many.pdf) < 1.5);
        QVERIFY(many.csv < 1000 && many.json < 1000 && many.xlsx < 3000 && many.pdf < 3000);
    }

    /// From the command to the closed file, the database up, beside psql that copies all that a snapshot has.
    void command_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("limit");
        QTest::newRow("csv") << QStringLiteral("csv") << 1000.0;
        QTest::newRow("json") << QStringLiteral("json") << 1000.0;
        QTest::newRow("xlsx") << QStringLiteral("xlsx") << 3000.0;
        QTest::newRow("pdf") << QStringLiteral("pdf") << 3000.0;
    }
    void command() {
        QFETCH(QString, format);
        QFETCH(double, limit);
        const QTemporaryDir folder;
        const double time = commandTime(estate(), format, folder.filePath(QStringLiteral("capacity.") + format));
        QVERIFY(time > 0);
        rusage children{};
        getrusage(RUSAGE_CHILDREN, &children);
        const double copy = psqlCopy(estate());
        qInfo("%s: %.0f ms (limit %.0f), psql COPY of the snapshot's rows %.0f ms, ratio %.2f; at most %.0f MB",
              qPrintable(format), time, limit, copy, time / copy, static_cast<double>(children.ru_maxrss) / 1024);
        QVERIFY(time <= limit);
        QVERIFY(children.ru_maxrss <= 500 * 1024);
    }

    /// What a device costs as the estate grows, as CSV: at 10,000, 100,000, and 1,000,000 where POLDER_BENCH_MILLION is
    /// set, to the conninfo of such an estate or to "make" one, which takes long.
    void costOfADevice() {
        const QTemporaryDir folder;
        const QString million = qEnvironmentVariable("POLDER_BENCH_MILLION");
        std::vector<std::pair<int, QString>> estates{{100'000, estate()}};
        estates.insert(estates.begin(), {10'000, generated(500, 10'000)});
        if (!million.isEmpty()) {
            estates.emplace_back(1'000'000, million.contains(u'=') ? million : generated(50'000, 1'000'000));
        }
        double before = 0;
        for (const auto &[devices, conninfo] : estates) {
            const double time =
                commandTime(conninfo, QStringLiteral("csv"), folder.filePath(QStringLiteral("cost.csv")));
            QVERIFY(time > 0);
            const double each = time * 1e3 / devices;
            const double ratio = before > 0 ? each / before : 1;
            qInfo("%d devices: %.0f ms, %.2f us a device, %.2f x of the size before", devices, time, each, ratio);
            QVERIFY(ratio < 1.2);
            before = each;
        }
    }
    void cleanupTestCase() { m_cluster.reset(); }
};

QTEST_MAIN(BenchReport)
#include "tst_reportbench.moc"
