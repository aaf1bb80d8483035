#include "model/exchange/packingfile.h"

#include <QTest>

using namespace polder;

class TestPackingFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read() {
        const auto file = parsePacking("2\n10 2147483647\n2\n6 0 1\n\n 10\t2147483647 1\r\n");
        QVERIFY(file.ok());
        QCOMPARE(*file, (PackingFile{{10, 2147483647}, {{6, 0}, {10, 2147483647}}}));
        QCOMPARE(*parsePacking("1 5 0"), (PackingFile{{5}, {}}));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, int line, const char *field, const char *says) {
            QTest::newRow(name) << text << line << QString::fromLatin1(field) << QString::fromLatin1(says);
        };
        row("empty", "", 1, "dimensions", "ends before it");
        row("no dimension", "0\n", 1, "dimensions", "'0'");
        row("too many dimensions", "1001\n", 1, "dimensions", "from 1 to 1000");
        row("no number", "2\n10 x\n", 2, "capacity 1", "'x'");
        row("negative capacity", "2\n10 -1\n", 2, "capacity 1", "'-1'");
        row("capacity too large", "1\n2147483648\n", 2, "capacity 0", "'2147483648'");
        row("no items", "1\n10\n", 2, "items", "ends before it");
        row("negative items", "1\n10\n-3\n", 3, "items", "'-3'");
        row("fraction", "1\n10\n1\n2.5 1\n", 4, "item 0, size 0", "'2.5'");
        row("negative size", "1\n10\n2\n2 1\n-2 1\n", 5, "item 1, size 0", "'-2'");
        row("larger than a bin", "2\n10 8\n2\n6 8 1\n6 9 1\n", 5, "item 1, size 1", "from 0 to 8, the capacity");
        row("two pieces", "1\n10\n1\n5 2\n", 4, "item 0, pieces", "'2'");
        row("cut off", "1\n10\n2\n5 1\n", 4, "item 1, size 0", "ends before it");
        row("more than it says", "1\n10\n1\n5 1\n6 1\n", 5, "end", "'6'");
        row("more items than memory", "1\n10\n2147483647\n5 1\n", 4, "item 1, size 0", "ends before it");
        row("no text", QByteArray("\0\xff", 2), 1, "dimensions", "cannot be used");
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const auto file = parsePacking(text);
        QVERIFY(!file.ok());
        const Error &error = file.error();
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QCOMPARE(error.data[QStringLiteral("line")].toInt(), line);
        QCOMPARE(error.data[QStringLiteral("field")].toString(), field);
        QVERIFY2(error.what.startsWith(field) && error.what.contains(says), qPrintable(error.what));
    }
};

QTEST_APPLESS_MAIN(TestPackingFile)
#include "tst_packingfile.moc"
