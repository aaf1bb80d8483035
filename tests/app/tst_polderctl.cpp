#include "model/exchange/csv.h"
#include "tests/app/polderctl.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace polder;
using namespace polder::test;

// The main job by the program itself, as a script would do it: real processes, a private database with the demo
// estate, exit codes and JSON as others rely on them.
class TestPolderctl : public QObject {
    Q_OBJECT

    QString inReview() {
        const Ran submitted = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s}, requestJson());
        const QString number = submitted.json[u"number"_s].toString();
        (void)m_database.as(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        (void)m_database.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, number});
        return number;
    }

    ServedDatabase m_database;

private Q_SLOTS:
    void initTestCase() {
        const QString trouble = m_database.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble));
    }

    void cleanupTestCase() { QVERIFY(m_database.stop()); }

    void theDemoPassesCheck() {
        const Ran checked = m_database.run({u"--json"_s, u"check"_s});
        QVERIFY2(checked.exitCode == 0, qUtf8Printable(checked.text.left(2000)));
        QCOMPARE(checked.json[u"uncovered"_s].toInt(-1), 0);
        // What the demo breaks on purpose is recorded, and --strict counts it.
        QVERIFY(!checked.json[u"violations"_s].toArray().isEmpty());
        QCOMPARE(m_database.run({u"check"_s, u"--strict"_s}).exitCode, 1);
    }

    void importsModelsOnce() {
        const QString folder = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library/north");
        const Ran first = m_database.run({u"--json"_s, u"import"_s, u"device-types"_s, folder});
        QVERIFY2(first.exitCode == 0, qUtf8Printable(first.text + first.trouble));
        const int files = first.json[u"files"_s].toInt();
        QVERIFY(files > 0);
        QCOMPARE(first.json[u"imported"_s].toInt(), files);
        const Ran second = m_database.run({u"--json"_s, u"import"_s, u"device-types"_s, folder});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.json[u"unchanged"_s].toInt(), files);
        QCOMPARE(second.json[u"imported"_s].toInt(), 0);
    }

    void refusedFilesAreCounted() {
        QTemporaryDir folder;
        QFile good(folder.filePath(u"good.yaml"_s));
        QVERIFY(good.open(QIODevice::WriteOnly));
        good.write("manufacturer: Example\nmodel: Good\nslug: example-good\nu_height: 1\nis_full_depth: true\n");
        good.close();
        QFile bad(folder.filePath(u"bad.yaml"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("manufacturer: Example\nmodel: Bad\nslug: example-bad\nu_height: minus one\n");
        bad.close();
        const Ran ran = m_database.run({u"--json"_s, u"import"_s, u"device-types"_s, folder.path(), u"--dry-run"_s});
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ran.json[u"files"_s].toInt(), 2);
        QCOMPARE(ran.json[u"imported"_s].toInt(), 1);
        const QJsonArray refused = ran.json[u"refused"_s].toArray();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][u"line"_s].toInt(), 4);
        QVERIFY(refused[0][u"file"_s].toString().endsWith(u"bad.yaml"_s));
        QVERIFY(refused[0][u"reason"_s].toString().contains(u"u_height"_s));
        // A dry run wrote nothing, so the same is new again.
        QCOMPARE(m_database.run({u"--json"_s, u"import"_s, u"device-types"_s, folder.path(), u"--dry-run"_s})
                     .json[u"imported"_s]
                     .toInt(),
                 1);
    }

    /// Each bad file is refused with its line, the others go on.
    void badFilesOfEveryKind() {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(write(u"broken.yaml"_s, "manufacturer: [\n"));
        QVERIFY(write(u"empty.yaml"_s, {}));
        QVERIFY(write(u"good.yaml"_s, "manufacturer: Example\nmodel: Sound\nslug: example-sound\nu_height: 1\n"));
        QVERIFY(write(u"huge.yaml"_s, QByteArray(400'000, 'x')));
        QVERIFY(write(u"latin.yaml"_s, "manufacturer: Example\nmodel: Caf\xe9\n"));
        QVERIFY(write(u"slug.yaml"_s, "manufacturer: Example\nmodel: Other\nslug: example-sound\n"));
        QVERIFY(write(u"slugofanother.yaml"_s, "manufacturer: Else\nmodel: Third\nslug: example-sound\n"));
        QVERIFY(write(u"unit.yaml"_s, "manufacturer: Example\nmodel: W\nweight: 3\nweight_unit: stone\n"));
        QVERIFY(QDir(folder.path()).mkdir(u"folder.yaml"_s));
        QVERIFY(QFile::link(u"loop.yaml"_s, folder.filePath(u"loop.yaml"_s))); // to itself
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"again"_s)));

        const QStringList import{u"--json"_s, u"import"_s, u"device-types"_s, folder.path()};
        for (const QStringList &more : {QStringList{u"--dry-run"_s}, {}}) {
            const Ran ran = m_database.run(import + more);
            QCOMPARE(ran.exitCode, 1);
            const QJsonArray refused = ran.json[u"refused"_s].toArray();
            QStringList lines;
            for (const QJsonValue &one : refused) {
                lines << u"%1:%2"_s.arg(QFileInfo(one[u"file"_s].toString()).fileName()).arg(one[u"line"_s].toInt());
            }
            lines.sort();
            QCOMPARE(lines, QStringList({u"broken.yaml:2"_s, u"empty.yaml:1"_s, u"huge.yaml:1"_s, u"latin.yaml:2"_s,
                                         u"slug.yaml:2"_s, u"slugofanother.yaml:2"_s, u"unit.yaml:4"_s}));
            QCOMPARE(ran.json[u"imported"_s].toInt(), 1);
            QCOMPARE(ran.json[u"files"_s].toInt(), 1 + refused.size());
        }
        QCOMPARE(m_database.run(import).json[u"unchanged"_s].toInt(), 1);
        QCOMPARE(
            m_database.run({u"--json"_s, u"import"_s, u"device-types"_s, folder.filePath(u"loop.yaml"_s)}).exitCode, 3);
    }

    /// Where the community's library lies beside the sources.
    void theWholeLibraryTwice() {
        const QString library =
            qEnvironmentVariable("POLDER_SHARED_DATA", QStringLiteral(POLDER_SOURCE_DIR "/../shared/data")) +
            u"/device-types"_s;
        if (!QDir(library).exists()) {
            QSKIP("the device-type library is not here");
        }
        const QStringList import{u"--json"_s, u"import"_s, u"device-types"_s, library};
        const Ran first = m_database.run(import);
        QVERIFY2(first.exitCode == 0, qUtf8Printable(first.text.left(2000)));
        QCOMPARE(first.json[u"imported"_s].toInt() + first.json[u"updated"_s].toInt() +
                     first.json[u"unchanged"_s].toInt(),
                 first.json[u"files"_s].toInt());
        const Ran second = m_database.run(import);
        QCOMPARE(second.json[u"unchanged"_s], first.json[u"files"_s]);
    }

    /// On a terminal, and nowhere else: `script` gives the call one.
    void longWorkShowsProgress() {
        const QString folder = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library");
        const QString call = QStringLiteral(POLDER_BINARY_DIR "/app/polderctl --embedded=%1 import device-types %2")
                                 .arg(m_database.path(u"db"_s), folder);
        QProcess terminal;
        terminal.start(u"script"_s, {u"-qec"_s, call, u"/dev/null"_s});
        QVERIFY(terminal.waitForFinished(60'000));
        const QByteArray seen = terminal.readAllStandardOutput();
        QVERIFY2(seen.contains("[#########.....................]  33 %"), seen.constData());
        QVERIFY(seen.contains("[##############################] 100 %"));
        const Ran piped = m_database.run({u"import"_s, u"device-types"_s, folder});
        QCOMPARE(piped.trouble, QString());
        QVERIFY(!piped.text.contains(u'['));
    }

    /// One statement of the database, which tells how far it is.
    void soDoesAnEstateInTheMaking() {
        ServedDatabase empty;
        QVERIFY(empty.start().isEmpty());
        QProcess terminal;
        terminal.start(
            u"script"_s,
            {u"-qec"_s,
             QStringLiteral(POLDER_BINARY_DIR "/app/polderctl --embedded=%1 estate generate --racks 2000 --devices 100")
                 .arg(empty.path(u"db"_s)),
             u"/dev/null"_s});
        QVERIFY(terminal.waitForFinished(120'000));
        const QByteArray seen = terminal.readAllStandardOutput();
        QVERIFY2(seen.contains("[..............................]   0 %  halls and power"), seen.constData());
        QVERIFY2(seen.contains("[###############...............]  50 %  1000 of 2000 racks"), seen.constData());
        QVERIFY2(seen.contains("[##############################] 100 %  2000 of 2000 racks"), seen.constData());
        QVERIFY(seen.contains("2000 racks and 100 devices, seed 1."));
        // Elsewhere nothing of it; here it is refused, after it has begun.
        const Ran piped = empty.run({u"estate"_s, u"generate"_s, u"--racks"_s, u"20"_s, u"--devices"_s, u"10"_s});
        QCOMPARE(piped.exitCode, 1);
        QCOMPARE(piped.text + piped.trouble, u"polderctl: this database holds an estate already\n"_s);
        QVERIFY(empty.stop());
    }

    void fromRequestToReport() {
        const QString number = inReview();
        QVERIFY(!number.isEmpty());
        const Ran found =
            m_database.as(u"fm.leiden"_s, {u"find-space"_s, u"--height-u"_s, u"2"_s, u"--draw-w"_s, u"400"_s,
                                           u"--weight-kg"_s, u"20"_s, u"--depth-mm"_s, u"700"_s, u"--cords"_s, u"2"_s,
                                           u"--plug"_s, u"C14"_s, u"--site"_s, u"LEIDEN"_s, u"--from"_s,
                                           QDate::currentDate().addDays(30).toString(Qt::ISODate), u"--explain"_s});
        QCOMPARE(found.exitCode, 0);
        const QJsonObject best = found.json[u"places"_s][0].toObject();
        const QString rack = best[u"rack"_s].toString();
        QCOMPARE(rack.count(u'/'), 2);
        QCOMPARE(best[u"outlets"_s].toArray().size(), 2);
        for (const QJsonValue &one : found.json[u"refused"_s].toArray()) {
            QVERIFY(!one[u"shortfalls"_s].toArray().isEmpty()); // every refused rack says why
        }

        const QString unit = QString::number(best[u"unit"_s].toDouble());
        const QString key = u"0d9b0f0e-6a31-4b4e-9d53-0b7c5f1d2a10"_s;
        const QStringList book{u"book"_s, number,      u"--item"_s, u"1"_s,     u"--rack"_s,
                               rack,      u"--unit"_s, unit,        u"--key"_s, key};
        const Ran held = m_database.as(u"fm.leiden"_s, book);
        QVERIFY2(held.exitCode == 0, qUtf8Printable(held.text + held.trouble));
        QCOMPARE(held.json[u"state"_s].toString(), u"held"_s);
        // The same key again does nothing twice, and gives the same answer.
        const Ran again = m_database.as(u"fm.leiden"_s, book);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json, held.json); // the generation too
        QVERIFY(held.json[u"generation"_s].toInteger() > 0);

        // Somebody else's wish for the same units is refused, with numbers.
        const Ran refused =
            m_database.as(u"fm.leiden"_s, {u"book"_s, inReview(), u"--rack"_s, rack, u"--unit"_s, unit});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error()[u"kind"_s].toString(), u"rule"_s);
        const QJsonObject violation = refused.error()[u"violations"_s][0].toObject();
        QCOMPARE(violation[u"rule"_s].toString(), u"S1"_s);
        QCOMPARE(violation[u"where"_s].toString(), rack + u" U"_s + unit);
        QCOMPARE(violation[u"requested"_s].toInt(), 4); // half units

        const Ran installed = m_database.as(
            u"fm.leiden"_s, {u"install"_s, number, u"--serial"_s, u"SN-1"_s, u"--asset-tag"_s, u"TAG-1"_s});
        QVERIFY2(installed.exitCode == 0, qUtf8Printable(installed.trouble));
        const Ran shown = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"show"_s, number});
        QCOMPARE(shown.json[u"state"_s].toString(), u"installed"_s);
        QCOMPARE(shown.json[u"items"_s][0][u"places"_s][0][u"asset_tag"_s].toString(), u"TAG-1"_s);
        // Who booked hears what there is to warn of, and so does who asks later.
        const auto contacts = [](const Ran &ran) {
            QStringList texts;
            for (const QJsonValue &one : ran.json[u"warnings"_s].toArray()) {
                if (one[u"rule"_s] == u"G5"_s) {
                    texts << one[u"text"_s].toString();
                }
            }
            return texts;
        };
        const QStringList one{rack + u": no contact, two are wanted"_s};
        QCOMPARE(contacts(held), one);
        QCOMPARE(contacts(installed), one);
        QCOMPARE(contacts(shown), one);
        // The same in words.
        const QJsonObject next = found.json[u"places"_s][1].toObject();
        const QString other = inReview(), there = next[u"rack"_s].toString();
        const Ran told = m_database.run({u"--as"_s, u"fm.leiden"_s, u"book"_s, other, u"--rack"_s, there, u"--unit"_s,
                                         QString::number(next[u"unit"_s].toDouble())});
        QVERIFY2(told.text.startsWith(other + u" is now held.\nWarnings:\n"_s),
                 qUtf8Printable(told.text + told.trouble));
        QVERIFY(told.text.contains(u"  G5  "_s + there + u": no contact, two are wanted, from "_s));
    }

    void theReportAddsUp() {
        const QString file = m_database.path(u"capacity.csv"_s);
        const Ran written = m_database.as(u"reporting"_s, {u"report"_s, u"capacity"_s, u"--as-of"_s,
                                                           QDate::currentDate().toString(Qt::ISODate), u"--format"_s,
                                                           u"csv"_s, u"--output"_s, file});
        QVERIFY2(written.exitCode == 0, qUtf8Printable(written.trouble));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto rows = readCsv(csv.readAll());
        QVERIFY(rows.ok());
        QCOMPARE(rows->front().cells,
                 QString(u"site,room,rack,dimension,unit,total,blocked,used,held,free,over"_s).split(u','));
        int racksInUnits = 0;
        QStringList unequal, carriesMore;
        for (const CsvRow &row : *rows) {
            const auto number = [&row](int column) { return row.cells[column].toDouble(); };
            racksInUnits += row.cells[3] == u"U" ? 1 : 0;
            const bool isRow = row.cells[0] != u"site" && !row.cells[5].isEmpty();
            const double sum = number(6) + number(7) + number(8) + number(9);
            if (isRow && std::abs(number(5) + number(10) - sum) > 1e-9) {
                unequal << row.cells.mid(0, 4).join(u' ');
            }
            carriesMore << (isRow && !row.cells[10].isEmpty() ? row.cells.mid(0, 4) + row.cells.mid(10)
                                                              : QStringList());
        }
        QCOMPARE(unequal, QStringList());
        // What stands in the demo with more than its rack may take is said, in the file too.
        QCOMPARE(carriesMore.join(u' '), u"LUMC M1 E07 kW 0.4"_s);
        QCOMPARE(written.trouble, u"LUMC/M1/E07: 0.4 kW over its total of 5; its free is written as 0.\n"_s);
        const QJsonArray over = written.json[u"over"_s].toArray();
        QCOMPARE(over.size(), 1);
        QCOMPARE(over[0][u"rack"_s], u"E07"_s);
        QCOMPARE(over[0][u"total"_s].toDouble(), 5.0);
        QCOMPARE(over[0][u"used"_s].toDouble(), 5.4);
        QCOMPARE(over[0][u"free"_s].toDouble(), 0.0);
        QCOMPARE(over[0][u"over"_s].toDouble(), 0.4);
        QCOMPARE(racksInUnits, written.json[u"rows"_s].toInt() / 3);
        QVERIFY(written.json[u"as_known"_s].toInteger() > 0);
    }

    /// People check what happens where they hold an office, and hear how much that is.
    void checkSaysWhatItCovers() {
        const auto covers = [](const Ran &ran) {
            QStringList sites;
            for (const QJsonValue &site : ran.json[u"covers"_s][u"sites"_s].toArray()) {
                sites << site.toString();
            }
            return (ran.json[u"covers"_s][u"everything"_s].toBool() ? u"all: "_s : QString()) + sites.join(u' ');
        };
        const auto text = [this](const QString &person) {
            return m_database
                .run((person.isEmpty() ? QStringList() : QStringList{u"--as"_s, person}) + QStringList{u"check"_s})
                .text;
        };
        QCOMPARE(covers(m_database.run({u"--json"_s, u"check"_s})), u"all: LEIDEN LUMC"_s);
        QCOMPARE(covers(m_database.as(u"fm.leiden"_s, {u"check"_s})), u"LEIDEN"_s);
        QCOMPARE(covers(m_database.as(u"fm.lumc"_s, {u"check"_s})), u"LUMC"_s);
        QCOMPARE(covers(m_database.as(u"researcher.lumc"_s, {u"check"_s})), QString());
        QVERIFY(text({}).contains(u"LUMC/M1/E07: 5.4 kW in use, limit 5 kW, from "_s));
        QVERIFY(text({}).endsWith(u"1 violation, 0 without a recorded override or finding.\n"
                                  "The whole record was checked.\n"_s));
        QCOMPARE(text(u"fm.leiden"_s), u"0 violations, 0 without a recorded override or finding.\n"
                                       "Only what happens in LEIDEN was checked, where you hold an office.\n"_s);
        QCOMPARE(text(u"researcher.lumc"_s), u"0 violations, 0 without a recorded override or finding.\n"
                                             "Nothing was checked: you hold no office in a data centre.\n"_s);
    }

    void rightsAndStatesAreRefused() {
        const Ran submitted = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s}, requestJson());
        const QString number = submitted.json[u"number"_s].toString();
        QCOMPARE(submitted.exitCode, 0);
        // The host may not take it up before the home sponsor agrees; a researcher may not endorse.
        const Ran early = m_database.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, number});
        QCOMPARE(early.exitCode, 1);
        QCOMPARE(early.error()[u"kind"_s].toString(), u"state"_s);
        const Ran notYours = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"endorse"_s, number});
        QCOMPARE(notYours.exitCode, 1);
        QCOMPARE(notYours.error()[u"kind"_s].toString(), u"right"_s);
        // Who looked before the endorsement is told who came in between.
        const Ran endorsed = m_database.as(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        QCOMPARE(endorsed.exitCode, 0);
        const Ran stale = m_database.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, number, u"--generation"_s, u"1"_s});
        QCOMPARE(stale.exitCode, 1);
        QCOMPARE(stale.error()[u"kind"_s].toString(), u"stale"_s);
        QCOMPARE(stale.error()[u"what"_s].toString(), u"endorse"_s);
        // For a person in the same words: what, who, when.
        const Ran told =
            m_database.run({u"--as"_s, u"fm.leiden"_s, u"request"_s, u"review"_s, number, u"--generation"_s, u"1"_s});
        QCOMPARE(told.exitCode, 1);
        QCOMPARE(told.text, QString());
        const QJsonObject data = stale.error();
        const QDateTime at = QDateTime::fromString(data[u"changed_at"_s].toString(), Qt::ISODateWithMs).toUTC();
        QVERIFY(data[u"changed_by"_s].isString());
        QCOMPARE(told.trouble,
                 u"polderctl: request was changed after you looked\n  request %1: endorse by %2, %3 UTC, "
                 "generation %4\n"_s.arg(QString::number(submitted.json[u"request"_s].toInteger()),
                                         data[u"changed_by"_s].toString(), at.toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                         QString::number(data[u"generation"_s].toInteger())));
        // The number of a request and its id are one and the same to every command.
        const QString id = QString::number(submitted.json[u"request"_s].toInteger());
        const Ran byId = m_database.as(u"fm.leiden"_s, {u"request"_s, u"show"_s, id});
        QCOMPARE(byId.json[u"number"_s], number);
        QCOMPARE(m_database.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, id}).json[u"number"_s], number);
    }

    /// A request that breaks many rules is told of all of them at once, each with its numbers, and nothing is written.
    void allRulesAtOnce() {
        const QJsonObject item{{u"height_u"_s, 2},
                               {u"draw_w"_s, 40000},
                               {u"weight_kg"_s, 3000},
                               {u"depth_mm"_s, 1500},
                               {u"cords"_s, 2},
                               {u"plug"_s, u"C14"_s},
                               {u"airflow"_s, u"rear-to-front"_s}};
        const Ran submitted = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s},
                                            requestJson({{u"items"_s, QJsonArray{item}}}));
        const QString number = submitted.json[u"number"_s].toString();
        (void)m_database.as(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        (void)m_database.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, number});
        const QStringList hold{u"request"_s, u"hold"_s, number, u"--rack"_s, u"LEIDEN/DC2/A01"_s, u"--unit"_s, u"25"_s};
        const Ran refused = m_database.as(u"fm.leiden"_s, hold);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error()[u"kind"_s], u"rule"_s);
        QStringList rules, told;
        for (const QJsonValue &one : refused.error()[u"violations"_s].toArray()) {
            const QString rule = one[u"rule"_s].toString();
            if (!rules.contains(rule)) {
                rules << rule;
            }
            QVERIFY2(one[u"requested"_s].toDouble() > 0 && one[u"capacity"_s].isDouble(), qUtf8Printable(rule));
            if (rule == u"S2" || rule == u"S3" || rule == u"C4") {
                told << u"%1 %2 of %3 %4"_s.arg(rule, QString::number(one[u"requested"_s].toInteger()),
                                                QString::number(one[u"capacity"_s].toInteger()),
                                                one[u"unit"_s].toString());
            }
        }
        rules.sort();
        told.sort();
        QCOMPARE(rules.join(u' '), u"C1 C4 G4 P2 P4 P5 P6 S1 S2 S3 S4"_s);
        QCOMPARE(told.join(u", "_s), u"C4 1 of 0 pieces, S2 1620 of 1080 mm, S3 3000000 of 1360000 g"_s);
        QCOMPARE(m_database.as(u"fm.leiden"_s, {u"request"_s, u"show"_s, number}).json[u"state"_s], u"in review"_s);
    }

    void badRequestsNameTheField() {
        const Ran ran = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s},
                                      requestJson({{u"data_class"_s, u"secret"_s}}));
        QCOMPARE(ran.exitCode, 2);
        QCOMPARE(ran.error()[u"field"_s].toString(), u"/data_class"_s);
        const QJsonArray before = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"list"_s}).json.array();
        const Ran unknown = m_database.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s},
                                          requestJson({{u"sponsor"_s, u"x.y"_s}}));
        QCOMPARE(unknown.exitCode, 2);
        QCOMPARE(unknown.error()[u"field"_s].toString(), u"/sponsor"_s); // said by the database
        // A draft may say this, a submitted request may not: nothing is half written.
        const Ran unbookable = m_database.as(
            u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s},
            requestJson({{u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, 2}, {u"plug"_s, u"C99"_s}}}}}));
        QCOMPARE(unbookable.exitCode, 2);
        QCOMPARE(unbookable.error()[u"field"_s].toString(), u"/items/0/plug"_s);
        QCOMPARE(m_database.as(u"researcher.lumc"_s, {u"request"_s, u"list"_s}).json.array().size(), before.size());
    }
};

QTEST_GUILESS_MAIN(TestPolderctl)
#include "tst_polderctl.moc"
