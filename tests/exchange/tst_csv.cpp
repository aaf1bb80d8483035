#include "model/exchange/csv.h"

#include <QTest>

#include <limits>

using namespace polder;
using namespace Qt::StringLiterals;

class CsvTest : public QObject {
    Q_OBJECT

private slots:
    void cells_data() {
        QTest::addColumn<CsvCell>("cell");
        QTest::addColumn<QByteArray>("written");
        const auto text = [](const QString &text, const QByteArray &written) {
            QTest::addRow("text %s", qUtf8Printable(text)) << CsvCell(text) << written;
        };
        text(u"R12"_s, "R12");
        text(u"café"_s, "café");
        text(u"a,b"_s, "\"a,b\"");
        text(u"a \"b\""_s, "\"a \"\"b\"\"\"");
        text(u"a\nb"_s, "\"a\nb\"");
        text(u"=1+1"_s, "'=1+1");
        text(u"+31 71"_s, "'+31 71");
        text(u"-5"_s, "'-5");
        text(u"@SUM(A1)"_s, "'@SUM(A1)");
        text(u"\t=1"_s, "'\t=1");
        text(u"\r=1"_s, "\"'\r=1\"");
        text(u"=\"a\",1"_s, "\"'=\"\"a\"\",1\"");
        text(u"1=1"_s, "1=1");
        QTest::newRow("whole") << CsvCell(qint64{-5}) << QByteArray("-5");
        QTest::newRow("largest") << CsvCell(std::numeric_limits<qint64>::max()) << QByteArray("9223372036854775807");
        QTest::newRow("fraction") << CsvCell(-0.1) << QByteArray("-0.1");
        QTest::newRow("large fraction") << CsvCell(1000000.0) << QByteArray("1000000");
        QTest::newRow("small fraction") << CsvCell(0.0005) << QByteArray("0.0005");
        QTest::newRow("not a number") << CsvCell(std::numeric_limits<double>::quiet_NaN()) << QByteArray();
        QTest::newRow("nothing") << CsvCell() << QByteArray();
    }
    void cells() {
        QFETCH(CsvCell, cell);
        QFETCH(QByteArray, written);
        CsvWriter writer;
        writer.writeRow({qint64{1}, cell, qint64{2}});
        QCOMPARE(writer.bytes(), "1," + written + ",2\r\n");
    }

    void aRowOfOneEmptyCellIsARow() {
        CsvWriter writer;
        writer.writeRow({u""_s});
        QCOMPARE(writer.bytes(), QByteArray("\"\"\r\n"));
        const auto rows = readCsv(writer.bytes());
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t{1});
        QCOMPARE(rows->front().cells, QStringList(QString()));
    }

    /// Whatever text goes in comes out again, but for the apostrophe in front of what looks like a formula.
    void writtenIsReadAgain() {
        const QStringList texts = {u"plain"_s, u""_s,         u"a,b;c"_s,    u"\"\""_s,           u"line\r\nbreak"_s,
                                   u"\n"_s,    u" spaces "_s, u"'quoted'"_s, u"ünï 名 🖧"_s, u","_s};
        CsvWriter writer;
        for (const QString &first : texts) {
            for (const QString &second : texts)
                writer.writeRow({first, second});
        }
        const auto rows = readCsv(writer.bytes());
        QVERIFY(rows);
        QCOMPARE(rows->size(), static_cast<std::size_t>(texts.size() * texts.size()));
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto n = static_cast<qsizetype>(i);
            QCOMPARE((*rows)[i].cells, QStringList({texts[n / texts.size()], texts[n % texts.size()]}));
        }
    }

    void rowsHaveLines() {
        const auto rows = readCsv("\xef\xbb\xbfname,unit\n\n\"a\nb\",1\r\nc,\n,");
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t{4});
        QCOMPARE((*rows)[0].cells, QStringList({u"name"_s, u"unit"_s}));
        QCOMPARE((*rows)[0].line, 1);
        QCOMPARE((*rows)[1].cells, QStringList({u"a\nb"_s, u"1"_s}));
        QCOMPARE((*rows)[1].line, 3);
        QCOMPARE((*rows)[2].cells, QStringList({u"c"_s, u""_s}));
        QCOMPARE((*rows)[2].line, 5);
        QCOMPARE((*rows)[3].cells, QStringList({u""_s, u""_s}));
        QCOMPARE((*rows)[3].line, 6);
    }

    void emptyFileHasNoRows() {
        const auto rows = readCsv("");
        QVERIFY(rows);
        QVERIFY(rows->empty());
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");
        QTest::newRow("open quote") << QByteArray("a,b\nc,\"d\n\n") << 2 << u"Line 2: a quote is not closed."_s;
        QTest::newRow("quote inside") << QByteArray("a,b\"c\n") << 1
                                      << u"Line 1: a quote within a cell that does not begin with one."_s;
        QTest::newRow("text after quote")
            << QByteArray("\"a\"b\n") << 1 << u"Line 1: after a closing quote comes a comma or the end of the line."_s;
        QTest::newRow("lone carriage return")
            << QByteArray("a\rb\n") << 1 << u"Line 1: a carriage return without a line feed."_s;
        QTest::newRow("ragged") << QByteArray("a,b\n1,2\n3\n") << 3 << u"Line 3: has 1 cells, the first row has 2."_s;
        QTest::newRow("not UTF-8") << QByteArray("a,b\n\xe9,2\n") << 2 << u"Line 2: not valid UTF-8."_s;
    }
    void refused() {
        QFETCH(QByteArray, csv);
        QFETCH(int, line);
        QFETCH(QString, reason);
        const auto rows = readCsv(csv);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Invalid);
        QCOMPARE(rows.error().what, reason);
        QCOMPARE(rows.error().data["line"_L1].toInt(), line);
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
