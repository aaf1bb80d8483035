#include "model/exchange/requestfile.h"
#include "model/exchange/requestsheet.h"
#include "model/exchange/sheetreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample() {
    QFile file(QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The form with this in it. What is text here is text in the cell, as people type it.
QByteArray form(const QByteArray &json) {
    const auto written = writeRequestSheet(QJsonDocument::fromJson(json).object());
    return written.ok() ? *written : QByteArray();
}

} // namespace

class RequestSheetTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack() {
        const QByteArray filled = form(sample());
        QVERIFY(looksLikeWorkbook(filled));
        QCOMPARE(filled, form(sample())); // no clock in it
        const auto read = parseRequest(filled);
        QVERIFY2(read, read ? "" : qUtf8Printable(read.error().what));
        QVERIFY(*read == *parseRequest(sample()));
    }

    void howPeopleWrite() {
        const auto read = parseRequest(form(R"({"organisation": "UL", "from": "2027-05-01", "until": "2027-06-01",
            "cost_centre": 4120, "contacts": ["a.b", "c.d"],
            "wishes": {"redundant": "Ja"},
            "items": [{"height_u": "4,5", "weight_kg": "62.5", "count": "3", "shareable": "nee"},
                      {"model": "Zandvoort Systems S210", "ports": []}]})"));
        QVERIFY2(read, read ? "" : qUtf8Printable(read.error().what));
        QCOMPARE(read->costCentre, u"4120"_s); // Excel makes a number of it
        QCOMPARE(*read->contacts, QStringList({u"a.b"_s, u"c.d"_s}));
        QCOMPARE(read->wishes->redundant, true);
        QCOMPARE(read->until->toDate(), QDate(2027, 6, 1)); // in the form the last day, 31 May
        QCOMPARE(read->items[0].height->halfUnits, 9);
        QCOMPARE(read->items[0].weight->grams, 62500);
        QCOMPARE(read->items[0].count, 3);
        QCOMPARE(read->items[0].shareable, false);
        QCOMPARE(read->items.size(), std::size_t{2});
    }

    void theLastDayStandsInTheForm() {
        const auto sheets = readWorkbook(form(sample()));
        QVERIFY(sheets);
        const SheetCells &asked = (*sheets)[u"Request"_s];
        QCOMPARE(asked[CellAt({0, 0})].toString(), u"polder-request"_s);
        QHash<QString, QVariant> values;
        for (auto cell = asked.cbegin(); cell != asked.cend(); ++cell) {
            if (cell.key().column == 0) {
                values[cell->toString()] = asked.value({cell.key().row, 2});
            }
        }
        const QDate epoch(1899, 12, 30);
        QCOMPARE(epoch.addDays(values[u"from"_s].toInt()), QDate(2027, 5, 1));
        QCOMPARE(epoch.addDays(values[u"until"_s].toInt()), QDate(2028, 4, 30));
        QCOMPARE(values[u"wishes/redundant"_s].toString(), u"yes"_s);
        QCOMPARE((*sheets)[u"Items"_s][CellAt({5, 2})].toDouble(), 4.5);
        QCOMPARE((*sheets)[u"Items"_s][CellAt({4, 10})].toString(), u"2 x 25 Gb/s SFP28; 1 Gb/s RJ45 out-of-band"_s);
    }

    void whatCannotBeUsedNamesItsCell() {
        const auto read = parseRequest(form(R"({"organisation": "UL", "from": "next spring",
            "items": [{"height_u": 4}, {"height_u": "high", "ports": []}, {"model": "A B", "cords": 40}]})"));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QMap<QString, QString> cells;
        for (const QJsonValue &fault : read.error().data["faults"_L1].toArray()) {
            cells[fault["field"_L1].toString()] = fault["cell"_L1].toString();
        }
        QCOMPARE(cells, (QMap<QString, QString>{{u"/from"_s, u"Request!C12"_s},
                                                {u"/items/1/height_u"_s, u"Items!C6"_s},
                                                {u"/items/2/cords"_s, u"Items!H7"_s}}));
        QVERIFY2(read.error().what.startsWith(u"Request!C12 (/from) is \"next spring\""),
                 qUtf8Printable(read.error().what));
    }

    void anEmptyForm() {
        const auto read = parseRequest(form("{}"));
        QVERIFY(!read);
        const QString all = read.error().what + read.error().detail;
        QVERIFY2(all.contains(u"organisation") && all.contains(u"from") && all.contains(u"items"), qUtf8Printable(all));
    }

    void noForm() {
        const auto read = parseRequest("PK\x03\x04 and something else");
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QCOMPARE(read.error().what, u"The workbook cannot be read: it is not a ZIP archive, or a damaged one."_s);
    }

    /// Of a file that was cut off or damaged on its way nothing is taken but an error.
    void damaged() {
        const QByteArray whole = form(sample());
        for (qsizetype length = 4; length < whole.size(); length += 97) {
            QVERIFY(!readRequestSheet(whole.left(length)));
        }
        for (qsizetype at = 4; at < whole.size(); at += 41) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x55);
            (void)parseRequest(changed); // an error or the same request, never a crash
        }
    }

    void aNewerVersionIsNotGuessedAt() {
        const auto read =
            parseRequest(R"({"version": 2, "organisation": "UL", "from": "2027-05-01", "items": [{"hue": 1}]})");
        QVERIFY(!read);
        QCOMPARE(read.error().data["field"_L1].toString(), u"/version"_s);
        QCOMPARE(read.error().what, u"/version is 2: a newer Polder wrote this, this one reads version 1."_s);
    }

    void cellNames() {
        QCOMPARE(cellName({0, 0}), u"A1"_s);
        QCOMPARE(cellName({11, 2}), u"C12"_s);
        QCOMPARE(cellName({0, 25}), u"Z1"_s);
        QCOMPARE(cellName({9, 26}), u"AA10"_s);
        QCOMPARE(cellName({9, 701}), u"ZZ10"_s);
        QCOMPARE(cellName({9, 702}), u"AAA10"_s);
    }
};

QTEST_GUILESS_MAIN(RequestSheetTest)
#include "tst_requestsheet.moc"
