#include "model/exchange/csv.h"
#include "model/report/capacityreport.h"
#include "model/report/workbook.h"
#include "tests/engine/anydrawing.h"
#include "tests/report/readback.h"
#include "views/paper/reportcharts.h"
#include "views/paper/reportpdf.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace polder;
using namespace polder::test;

/// One report, four formats: each file is read back, and its figures are those of the report, cell by cell.
class TestFormats : public QObject {
    Q_OBJECT

private:
    static ReportColumn column(const QString &name, const QString &title, const QString &unit = {}) {
        return {name, unit, false, title};
    }

    /// All that a cell may be, over more rows than a page has.
    static Report report() {
        ReportTable wide{u"wide"_qs,
                         {column(u"place"_qs, u"Place"_qs), column(u"dimension"_qs, {}), column(u"unit"_qs, {}),
                          column(u"total"_qs, u"Total"_qs), column(u"free"_qs, u"Free"_qs)},
                         {},
                         u"Places: all [of] them"_qs,
                         {},
                         Spread::Columns};
        for (int i = 0; i < 150; ++i) {
            const QString place = u"H%1"_qs.arg(i);
            wide.rows.push_back({place, u"U"_qs, u"U"_qs, Decimal{420 + i, 1}, Decimal{i * 5, 1}});
            wide.rows.push_back({place, u"kW"_qs, u"kW"_qs, i % 3 ? Cell(Decimal{11'040'000, 6}) : Cell(),
                                 Decimal{1'234'567'890 + i * 1'000, 6}});
        }
        ReportTable plain{u"plain"_qs,
                          {column(u"who"_qs, u"Who"_qs), column(u"state"_qs, u"State"_qs),
                           column(u"change"_qs, u"Change"_qs, u"kg"_qs), column(u"count"_qs, u"Count"_qs)},
                          {{u"=1+1"_qs, u"a"_qs, Decimal{-12'345, 3}, Decimal{2'400'000, 0}},
                           {u"+31"_qs, u"b"_qs, Decimal{0, 3}, Cell()},
                           {u"@home"_qs, u"a"_qs, Cell(), Decimal{-1, 0}},
                           {u"<Ångström> & \"co\""_qs, u"c"_qs, Decimal{1'500, 3}, Decimal{0, 0}}},
                          u"Who: \u00e9"_qs};
        plain.columns[1].words = {{u"a"_qs, u"arrived"_qs}, {u"b"_qs, u"booked"_qs}};
        Report made{u"A report"_qs,
                    Day::fromDate({2027, 1, 31}),
                    14,
                    QDateTime({2026, 11, 24}, {19, 32, 9}, Qt::UTC),
                    {u"Total: what there is, in a sentence that is long enough to go over more than one line of the "
                     "paper on which it is printed, whatever its width may be."_qs,
                     u"Free: what is left."_qs},
                    {wide, plain}};
        made.scope = u"LEIDEN/DC1"_qs;
        return made;
    }
    /// Whether its title is on its page, on which two letters may be drawn as one.
    static bool leadsTo(const Paper &paper, const Paper::Bookmark &bookmark) {
        const QString page = paper.pages.value(bookmark.page).normalized(QString::NormalizationForm_KC);
        return page.contains(bookmark.title.normalized(QString::NormalizationForm_KC));
    }
    static QLocale english() { return QLocale(QLocale::English, QLocale::UnitedKingdom); }
    static QLocale dutch() { return QLocale(QLocale::Dutch, QLocale::Netherlands); }

    /// Each cell of each table as CSV and as JSON.
    static void csvAndJsonSayIt(const Report &made) {
        const auto json = toJson(made)[u"tables"_qs].toArray();
        for (std::size_t t = 0; t < made.tables.size(); ++t) {
            const auto &table = made.tables[t];
            const auto csv = readCsv(toCsv(table));
            QVERIFY(csv.ok());
            QCOMPARE(csv->size(), table.rows.size() + 1);
            QStringList heads, named;
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                heads << table.columns[c].name;
                named
                    << json[static_cast<qsizetype>(t)][u"columns"_qs][static_cast<qsizetype>(c)][u"name"_qs].toString();
            }
            QCOMPARE(csv->front().cells, heads);
            QCOMPARE(named, heads);
            const auto rows = json[static_cast<qsizetype>(t)][u"rows"_qs].toArray();
            QCOMPARE(rows.size(), static_cast<qsizetype>(table.rows.size()));
            for (std::size_t r = 0; r < table.rows.size(); ++r) {
                QCOMPARE((*csv)[r + 1].cells.size(), static_cast<qsizetype>(table.columns.size()));
                for (std::size_t c = 0; c < table.columns.size(); ++c) {
                    const auto &column = table.columns[c];
                    const QJsonValue value = rows[static_cast<qsizetype>(r)][column.name];
                    const auto *number = std::get_if<Decimal>(&table.rows[r][c]);
                    const auto *text = std::get_if<QString>(&table.rows[r][c]);
                    if (number) {
                        QCOMPARE(value.toDouble(), number->toDouble());
                    } else if (text) {
                        QCOMPARE(value.toString(), *text);
                    } else {
                        QVERIFY(value.isNull()); // and not left out
                    }
                    const QString read = (*csv)[r + 1].cells[static_cast<qsizetype>(c)];
                    if (number) {
                        QCOMPARE(read.toDouble(), number->toDouble());
                    } else if (text) {
                        QCOMPARE(read.startsWith(u'\'') ? read.mid(1) : read, *text);
                    } else {
                        QCOMPARE(read, QString());
                    }
                }
            }
        }
    }

    /// Each cell of each sheet.
    static void workbookSaysIt(const ReadableReport &readable, const QList<Sheet> &sheets) {
        QCOMPARE(sheets.size(), static_cast<qsizetype>(readable.tables().size()) + 1);
        for (std::size_t t = 0; t < readable.tables().size(); ++t) {
            const auto &table = readable.tables()[t];
            const Sheet &sheet = sheets[static_cast<qsizetype>(t)];
            QVERIFY(sheet.frozenHead);
            QVERIFY(!sheet.formulas);
            QCOMPARE(sheet.rows.size(), static_cast<qsizetype>(table.rows.size()) + 1);
            for (std::size_t r = 0; r < table.rows.size(); ++r) {
                for (std::size_t c = 0; c < table.columns.size(); ++c) {
                    const SheetCell cell = sheet.rows[static_cast<qsizetype>(r) + 1].value(static_cast<qsizetype>(c));
                    if (const auto *number = std::get_if<Decimal>(&table.rows[r][c])) {
                        QVERIFY(cell.number);
                        QCOMPARE(cell.value, number->toDouble());
                    } else {
                        QVERIFY(!cell.number);
                        QCOMPARE(cell.text, readable.textOf(table.columns[c], table.rows[r][c], 0));
                    }
                }
            }
        }
    }

    /// As a person writes that number out to its last digit, as wide as the widest of its column.
    static QString writtenOut(Decimal number, int decimals, const QLocale &locale) {
        QString digits = QString::number(std::abs(number.steps)).rightJustified(number.decimals + 1, u'0');
        const QString behind = digits.right(number.decimals).leftJustified(decimals, u'0').left(decimals);
        return (number.steps < 0 ? u"\u2212"_qs : QString()) +
               locale.toString(digits.chopped(number.decimals).toLongLong()) +
               (decimals > 0 ? locale.decimalPoint() + behind : QString());
    }
    static int widestOf(const ReportTable &table, std::size_t column) {
        int widest = 0;
        for (const auto &row : table.rows) {
            if (const auto *number = std::get_if<Decimal>(&row[column])) {
                QString behind = QString::number(std::abs(number->steps)).rightJustified(number->decimals, u'0');
                behind = behind.right(number->decimals);
                while (behind.endsWith(u'0')) {
                    behind.chop(1);
                }
                widest = std::max(widest, static_cast<int>(behind.size()));
            }
        }
        return widest;
    }

    /// Row for row in their order, each number to its last digit: so what adds up in the report adds up on paper.
    static void paperSaysIt(const ReadableReport &readable, const Paper &paper) {
        QStringList lines;
        for (const QString &page : paper.pages) {
            for (const QString &line : page.split(u'\n')) {
                lines << line.simplified();
            }
        }
        qsizetype at = 0;
        for (const auto &table : readable.tables()) {
            std::vector<int> widest;
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                widest.push_back(widestOf(table, c));
            }
            for (const auto &row : table.rows) {
                QStringList cells;
                for (std::size_t c = 0; c < row.size(); ++c) {
                    const auto *text = std::get_if<QString>(&row[c]);
                    const auto *number = std::get_if<Decimal>(&row[c]);
                    cells << (text     ? table.columns[c].words.value(*text, *text)
                              : number ? writtenOut(*number, widest[c], readable.locale())
                                       : QString());
                }
                const QString expected = cells.join(u' ').simplified();
                at = lines.indexOf(expected, at);
                QVERIFY2(at >= 0, qUtf8Printable(table.name + u": "_qs + expected));
            }
        }
    }

private Q_SLOTS:
    void csvAndJson() {
        const Report made = report();
        csvAndJsonSayIt(made);
        const auto rows = toJson(made)[u"tables"_qs].toArray()[1][u"rows"_qs];
        QCOMPARE(rows[0][u"change"_qs].toDouble(), -12.345);
        QCOMPARE(rows[0][u"who"_qs].toString(), u"=1+1"_qs);
        QVERIFY(rows[2][u"change"_qs].isNull());
        QCOMPARE(toJson(made)[u"scope"_qs].toString(), u"LEIDEN/DC1"_qs);
    }

    void workbook() {
        const ReadableReport readable(report(), english());
        const auto bytes = toXlsx(readable);
        QVERIFY(bytes.ok());
        QCOMPARE(*bytes, *toXlsx(readable)); // no clock in it
        const auto sheets = readXlsx(*bytes);
        if (!sheets) {
            QSKIP("there is no unzip");
        }
        QCOMPARE(sheets->size(), qsizetype{3});
        QCOMPARE((*sheets)[0].name, u"Places all of them"_qs);
        workbookSaysIt(readable, *sheets);
        QCOMPARE((*sheets)[0].rows[0][1].text, u"U: Total (U)"_qs);
        QCOMPARE((*sheets)[1].rows[0][2].text, u"Change (kg)"_qs);
        QStringList about;
        for (const auto &row : (*sheets)[2].rows) {
            for (const auto &cell : row) {
                about << cell.text;
            }
        }
        const QStringList said = report().definitions + QStringList{u"31 Jan 2027"_qs, u"LEIDEN/DC1"_qs,
                                                                    u"generation 14, 24 Nov 2026 19:32:09 UTC"_qs};
        for (const QString &text : said) {
            QVERIFY2(about.contains(text), qUtf8Printable(text));
        }
    }

    void paper_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("money");
        QTest::newRow("english") << english() << u"\u221212.345"_qs;
        QTest::newRow("dutch") << dutch() << u"\u221212,345"_qs;
    }
    void paper() {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, money);
        const ReadableReport readable(report(), locale);
        const QByteArray bytes = toPdf(readable);
        QVERIFY(bytes == toPdf(readable)); // no clock in it
        const auto paper = readPdf(bytes);
        if (!paper) {
            QSKIP("there is no pdftotext");
        }
        QCOMPARE(paper->trouble, QString());
        const auto pages = paper->pages.size();
        QVERIFY(pages > 3);
        QStringList lines;
        for (qsizetype p = 0; p < pages; ++p) {
            QVERIFY(paper->pages[p].contains(u"%1/%2"_qs.arg(p + 1).arg(pages)));
            QVERIFY(paper->pages[p].contains(readable.timesLine()));
            for (const QString &line : paper->pages[p].split(u'\n')) {
                lines << line.simplified();
            }
        }
        paperSaysIt(readable, *paper);
        QVERIFY(lines.indexOf(u"=1+1 arrived %1 %2"_qs.arg(money, locale.toString(2'400'000))) > 0);
        const QString all = lines.join(u' ').simplified();
        for (const QString &definition : report().definitions) {
            QVERIFY2(all.contains(definition), qUtf8Printable(definition));
        }
        // Every font goes with it.
        QCOMPARE(paper->fonts.count(u"yes no  yes"_qs), paper->fonts.count(u'\n') - 2);
        QVERIFY(paper->fonts.count(u'\n') > 2);
    }

    /// Whatever stands there: every table of the report of capacity, and what people read of it, in every format.
    void anyEstate() {
        QRandomGenerator random(6);
        int rows = 0;
        for (int round = 0; round < 6; ++round) {
            std::vector<Drawn> drawn;
            const auto estate = spread(anyDrawing(random, drawn));
            const Day day{static_cast<std::int32_t>(random.bounded(days + 3))};
            const Report made = wholeCapacityReport(estate, day, {}, {});
            csvAndJsonSayIt(made);
            const ReadableReport readable(made, round % 2 == 0 ? english() : dutch());
            const auto bytes = toXlsx(readable);
            QVERIFY(bytes.ok());
            const auto sheets = readXlsx(*bytes);
            const auto paper = readPdf(toPdf(readable));
            if (!sheets || !paper) {
                QSKIP("there is no unzip, or no pdftotext");
            }
            workbookSaysIt(readable, *sheets);
            paperSaysIt(readable, *paper);
            for (const auto &table : made.tables) {
                rows += static_cast<int>(table.rows.size());
            }
        }
        QVERIFY(rows > 500);
    }

    /// The floor of a room: each rack with its number; a rack above its limit, and one of which nobody said it.
    void floor() {
        Report value = report();
        ReportTable map{u"map"_qs,
                        {column(u"level"_qs, u"Level"_qs), column(u"place"_qs, u"Place"_qs),
                         column(u"x"_qs, u"X"_qs, u"mm"_qs), column(u"y"_qs, u"Y"_qs, u"mm"_qs),
                         column(u"width"_qs, u"W"_qs, u"mm"_qs), column(u"depth"_qs, u"D"_qs, u"mm"_qs),
                         column(u"front"_qs, u"Front"_qs), column(u"percent"_qs, u"Load"_qs, u"%"_qs)},
                        {},
                        u"The plan"_qs};
        map.drawn = true;
        const auto number = [](std::int64_t steps, int decimals = 0) { return Cell(Decimal{steps, decimals}); };
        for (const auto &room : {u"S/H1"_qs, u"S/H2"_qs}) {
            map.rows.push_back({u"room"_qs, room, number(0), number(0), number(9000), number(6000), Cell(), Cell()});
            for (int i = 0; i < 5; ++i) {
                const std::array loads{number(123, 1), number(621, 1), number(874, 1), number(1041, 1), Cell()};
                map.rows.push_back({u"rack"_qs, room + u"/R%1"_qs.arg(i), number(600 + 600 * i), number(1200),
                                    number(600), number(1200), number(180), loads[static_cast<std::size_t>(i)]});
            }
        }
        value.tables.push_back(map);
        value.charts = {
            {u"Heat map of S/H1"_qs, u"map"_qs, {u"place"_qs}, {u"percent"_qs}, ReportChart::Kind::Floor, u"S/H1"_qs},
            {u"Of nothing"_qs, u"map"_qs, {u"place"_qs}, {u"percent"_qs}, ReportChart::Kind::Floor, u"S/H9"_qs}};
        const ReadableReport readable(value, english());
        const auto drawn = drawnCharts(readable);
        QVERIFY(!drawn[0].isNull() && drawn[1].isNull());
        QCOMPARE(drawn[0].boundingRect().width(), chartSize.width());
        const auto with = readPdf(toPdf(readable, drawn));
        if (!with) {
            QSKIP("there is no pdftotext");
        }
        const QString text = with->pages.join(u' ').simplified();
        QCOMPARE(text.count(u"Heat map of S/H1"_qs), 1);
        for (const QString &word : {u"R0"_qs, u"12"_qs, u"62"_qs, u"87"_qs, u"104"_qs, u"R4"_qs, u"above its limit"_qs,
                                    u"no limit known"_qs, u"1:50 on A4"_qs}) {
            QVERIFY2(text.contains(word), qUtf8Printable(word));
        }
        QVERIFY(!text.contains(u"The plan"_qs)); // it stands in the place of its table
        const QString without = readPdf(toPdf(readable))->pages.join(u' ').simplified();
        QVERIFY2(without.contains(u"The plan"_qs) && without.contains(u"S/H2/R3"_qs), qUtf8Printable(without));
    }

    /// What is never full has no bar and takes no place from what is; long names hang down in full.
    void groupsWithoutABar() {
        Report value = report();
        ReportTable runway{u"runway"_qs, {{u"place"_qs, {}}, {u"months"_qs, u"months"_qs}}, {}, u"Runway"_qs};
        for (int i = 0; i < 100; ++i) {
            runway.rows.push_back({u"Place %1"_qs.arg(i), i % 20 == 7 ? Cell(Decimal{i, 0}) : Cell()});
        }
        runway.drawn = true; // so that only the chart says it
        const auto drawn = [&] {
            value.tables = {runway};
            value.charts = {
                {u"Months to full"_qs, u"runway"_qs, {u"place"_qs}, {u"months"_qs}, ReportChart::Kind::Groups}};
            return drawnCharts(ReadableReport(value, english())).front();
        };
        const auto few = drawn();
        QCOMPARE(few.boundingRect().size(), chartSize);
        const auto text = [&](const QPicture &picture) {
            const ReadableReport readable(value, english());
            const auto read = readPdf(toPdf(readable, {picture}));
            return read ? read->pages.front() : QString();
        };
        if (const QString said = text(few); !said.isEmpty()) {
            QVERIFY2(said.contains(u"Place 7"_qs) && said.contains(u"Place 87"_qs), qPrintable(said));
            QVERIFY2(!said.contains(u"Place 8"_qs + u'\n'), qPrintable(said));
        }
        for (std::size_t i = 0; i < 8; ++i) { // twelve in all: their names hang
            runway.rows[i] = {u"A data centre with a long name/Room %1 Apparent power"_qs.arg(i), Decimal{3, 0}};
        }
        QVERIFY(drawn().boundingRect().height() > chartSize.height());
        runway.rows.resize(7);
        for (auto &row : runway.rows) {
            row[1] = Cell();
        }
        QVERIFY(drawn().isNull());
    }

    /// A chart says on paper what its table says; of too many rows there is none.
    void charts() {
        Report value = report();
        value.charts = {{u"All places"_qs, u"wide"_qs, {u"place"_qs}, {u"U_free"_qs}},
                        {u"How many of each"_qs, u"plain"_qs, {u"who"_qs}, {u"count"_qs}, ReportChart::Kind::Groups}};
        const ReadableReport readable(value, english());
        const auto drawn = drawnCharts(readable);
        QCOMPARE(drawn.size(), 2U);
        QVERIFY(drawn[0].isNull() && !drawn[1].isNull());
        const auto with = readPdf(toPdf(readable, drawn)), without = readPdf(toPdf(readable));
        if (!with || !without) {
            QSKIP("there is no pdftotext");
        }
        QCOMPARE(with->trouble, QString());
        const QString drawnText = with->pages.join(u' '), plainText = without->pages.join(u' ');
        QVERIFY(!drawnText.contains(u"All places"_qs));
        QCOMPARE(drawnText.count(u"How many of each"_qs), 1);
        QCOMPARE(drawnText.count(u"@home"_qs), plainText.count(u"@home"_qs) + 1); // below its bar
        QCOMPARE(with->fonts.count(u"yes no  yes"_qs), with->fonts.count(u'\n') - 2);
    }

    /// Where a picture has no room for all digits, half a step goes away from nothing; elsewhere none that counts is
    /// dropped.
    void rounding() {
        const ReadableReport readable(report(), english());
        const auto text = [&](Decimal number, int decimals) { return readable.textOf({}, number, decimals); };
        QCOMPARE(text({1'234'567'890, 6}, 3), u"1,234.568"_qs);
        QCOMPARE(text({1'234'567'490, 6}, 3), u"1,234.567"_qs);
        QCOMPARE(text({-1'234'567'500, 6}, 3), u"\u22121,234.568"_qs);
        QCOMPARE(text({499'999, 6}, 0), u"0"_qs);
        QCOMPARE(text({-499'999, 6}, 0), u"0"_qs);
        QCOMPARE(text({500'000, 6}, 0), u"1"_qs);
        QCOMPARE(text({5, 1}, 3), u"0.500"_qs);
        QCOMPARE(text({-5, 1}, 1), u"\u22120.5"_qs);
        QCOMPARE(text({7, 0}, 2), u"7.00"_qs);
        const auto &wide = readable.tables()[0];
        QCOMPARE(ReadableReport::decimalsOf(wide, 1), 1); // 42.1 and 42.0
        QCOMPARE(ReadableReport::decimalsOf(wide, 3), 2); // 11.04
        QCOMPARE(ReadableReport::decimalsOf(wide, 4), 5); // 1234.56789
    }

    /// The outline of the file leads to each table.
    void bookmarks() {
        const QByteArray bytes = toPdf(ReadableReport(report(), english()));
        const auto paper = readPdf(bytes);
        if (!paper) {
            QSKIP("there is no pdftotext");
        }
        QCOMPARE(paper->trouble, QString());
        QStringList titles;
        for (const auto &bookmark : paper->outline) {
            titles << QString(bookmark.level, u'>') + bookmark.title;
            QVERIFY2(leadsTo(*paper, bookmark), qPrintable(bookmark.title));
        }
        QCOMPARE(titles,
                 QStringList({u"A report"_qs, u">Places: all [of] them"_qs, u">Who: \u00e9"_qs, u">Definitions"_qs}));
        QVERIFY(bytes.contains("/CreationDate (D:20261124193209Z)"));
        QVERIFY(bytes == toPdf(ReadableReport(report(), english())));
    }

    /// It is drawn in two halves at once: no row is lost or comes twice, and pages are numbered through.
    void aLongPaper() {
        Report value = report();
        QStringList expected;
        for (int i = 0; i < 4000; ++i) {
            expected << u"row-%1"_qs.arg(i);
            value.tables[1].rows.push_back({expected.back(), u"a"_qs, Decimal{i, 0}, Decimal{i, 0}});
        }
        const QByteArray bytes = toPdf(ReadableReport(value, english()));
        const auto paper = readPdf(bytes);
        if (!paper) {
            QSKIP("there is no pdftotext");
        }
        QCOMPARE(paper->trouble, QString());
        const auto count = paper->pages.size();
        QVERIFY2(count > 50, qPrintable(QString::number(count)));
        for (qsizetype i = 0; i < count; ++i) {
            QVERIFY(paper->pages[i].contains(u"%1/%2"_qs.arg(i + 1).arg(count)));
            QVERIFY(paper->pages[i].contains(u"LEIDEN/DC1"_qs));
        }
        QStringList rows;
        static const QRegularExpression row(u"row-\\d+"_qs);
        for (auto found = row.globalMatch(paper->pages.join(u' ')); found.hasNext();) {
            rows << found.next().captured();
        }
        QCOMPARE(rows, expected);
        QCOMPARE(paper->outline.size(), 4);
        for (const auto &bookmark : paper->outline) {
            QVERIFY2(leadsTo(*paper, bookmark), qPrintable(bookmark.title));
        }
        QCOMPARE(paper->outline.back().page, static_cast<int>(count) - 1);
        QVERIFY(bytes == toPdf(ReadableReport(value, english())));
    }

    /// Nobody has left a sentence in English.
    void everySentenceIsTranslated() {
        QTranslator translator;
        QVERIFY(translator.load(u":/translations/reports_nl.qm"_qs));
        QFile words(QStringLiteral(POLDER_SOURCE_DIR "/resources/translations/reports_nl.ts"));
        QVERIFY(words.open(QIODevice::ReadOnly));
        const QByteArray text = words.readAll();
        QVERIFY(text.count("<message>") > 20);
        QVERIFY(!text.contains("unfinished"));
        QVERIFY(!text.contains("vanished"));
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(ReadableReport(report(), dutch()).facts()[1].name, u"Per"_qs);
    }
};

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"
