#include "syntheticestate.h"

#include "model/report/capacityreport.h"
#include "model/report/workbook.h"
#include "views/paper/reportpdf.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace polder;
using namespace polder::test;

/// From the snapshot to the bytes of the file, of 20 devices a rack: how the cost grows from 10,000 devices to 100,000,
/// and what each format costs beside CSV.
class BenchReport : public QObject {
    Q_OBJECT

private:
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
};

QTEST_MAIN(BenchReport)
#include "tst_reportbench.moc"
