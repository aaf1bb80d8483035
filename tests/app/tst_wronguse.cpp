#include "app/polderctl/command.h"
#include "tests/app/polderctl.h"

#include <QDate>
#include <QJsonArray>
#include <QMap>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace polder;
using namespace polder::test;

namespace {

/// Of every option that is not free text: what cannot be its value.
const QMap<QString, QStringList> badValues{
    {u"by"_s, {u"column"_s, u""_s}},
    {u"airflow"_s, {u"sideways"_s, u""_s}},
    {u"apart"_s, {u"hall"_s, u""_s}},
    {u"as-known"_s, {u"yesterday"_s, u"-1"_s, u""_s}},
    {u"as-of"_s, {u"2027-02-30"_s, u"01-05-2027"_s, u"tomorrow"_s, u"2027-05-01T00:00"_s, u"9999-01-01"_s, u""_s}},
    {u"availability-class"_s, {u"0"_s, u"5"_s, u"high"_s, u""_s}},
    {u"compare"_s, {u"2027-02-30"_s, u"yesterday"_s, u"2027/05/01"_s, u""_s}},
    {u"consolidate"_s, {u"LAB"_s, u"LEIDEN/DC2/A01"_s, u""_s}},
    {u"cords"_s, {u"0"_s, u"3"_s, u"two"_s, u""_s}},
    {u"count"_s, {u"0"_s, u"-1"_s, u"1001"_s, u"1.5"_s, u""_s}},
    {u"data-class"_s, {u"Hoog"_s, u"secret"_s, u""_s}},
    {u"depth-mm"_s, {u"0"_s, u"-700"_s, u"99999"_s, u"70cm"_s, u""_s}},
    {u"devices"_s, {u"-1"_s, u"99999999999999999999"_s, u"many"_s, u""_s}},
    {u"dimension"_s, {u"u"_s, u"heat"_s, u"W"_s, u""_s}},
    {u"draw-w"_s, {u"-400"_s, u"400W"_s, u"9999999999999"_s, u"0.0001"_s, u"1e3"_s, u""_s}},
    {u"face"_s, {u"top"_s, u""_s}},
    {u"format"_s, {u"xml"_s, u""_s}},
    {u"from"_s, {u"2027-02-30"_s, u"soon"_s, u"2027-5-1"_s, u""_s}},
    {u"generation"_s, {u"-1"_s, u"x"_s, u"99999999999999999999"_s, u""_s}},
    {u"half"_s, {u"middle"_s, u""_s}},
    {u"height-u"_s, {u"0"_s, u"-1"_s, u"0.3"_s, u"101"_s, u"tall"_s, u"NaN"_s, u""_s}},
    {u"inlet-c"_s, {u"18"_s, u"27..18"_s, u"18.0001..27"_s, u"99999..999999"_s, u"cool..warm"_s, u""_s}},
    {u"clearance-mm"_s, {u"800"_s, u"800,300,0"_s, u"800,300,0,-1"_s, u"800;300;0;0"_s, u""_s}},
    {u"drift-k-h"_s, {u"-1"_s, u"0.0001"_s, u"slow"_s, u""_s}},
    {u"emi-nt"_s, {u"0"_s, u"-1"_s, u"0.5"_s, u"weak"_s, u""_s}},
    {u"footprint-mm"_s, {u"1200"_s, u"0x800"_s, u"1200x"_s, u"1200X800"_s, u"-1200x800"_s, u"123456x1"_s, u""_s}},
    {u"height-mm"_s, {u"0"_s, u"-1"_s, u"10000"_s, u"2m"_s, u""_s}},
    {u"vibration-class"_s, {u"A"_s, u"VC-H"_s, u"vc-a"_s, u""_s}},
    {u"water-ml-min"_s, {u"0"_s, u"-1"_s, u"10000001"_s, u"much"_s, u""_s}},
    {u"item"_s, {u"0"_s, u"-1"_s, u"1001"_s, u"first"_s, u""_s}},
    {u"language"_s, {u"de"_s, u"NL"_s, u""_s}},
    {u"key"_s, {u"again"_s, u"00000000-0000-0000-0000-000000000000"_s, u""_s}},
    {u"scope"_s, {u"LEIDEN/"_s, u"/DC1"_s, u"LEIDEN/DC1/A/1"_s, u""_s}},
    {u"table"_s, {u""_s}},
    {u"failover-line-va"_s, {u"-1"_s, u"much"_s, u""_s}},
    {u"failover-w"_s, {u"-1"_s, u"much"_s, u""_s}},
    {u"line-va"_s, {u"-1"_s, u"much"_s, u""_s}},
    {u"months"_s, {u"0"_s, u"-3"_s, u"121"_s, u"1.5"_s, u"all"_s, u""_s}},
    {u"mail"_s, {u"/nowhere/letters"_s, u"/etc/passwd"_s, u""_s}},
    {u"normal-kg"_s, {u"-1"_s, u"much"_s, u""_s}},
    {u"normal-u"_s, {u"-1"_s, u"0.3"_s, u"much"_s, u""_s}},
    {u"normal-w"_s, {u"-1"_s, u"1kW"_s, u""_s}},
    {u"on"_s, {u"2027-02-30"_s, u"today"_s, u"2027/05/01"_s, u""_s}},
    {u"orientation"_s, {u"360"_s, u"-1"_s, u"0.5"_s, u"north"_s, u""_s}},
    {u"phases"_s, {u"2"_s, u""_s}},
    {u"placement"_s, {u"0"_s, u"-1"_s, u"99999999999"_s, u"x"_s, u""_s}},
    {u"plug"_s, {u"C99"_s, u"c14"_s, u""_s}},
    {u"rack"_s, {u"A01"_s, u"DC2/A01"_s, u"LEIDEN/DC2/A/1"_s, u""_s}},
    {u"racks"_s, {u"0"_s, u"-1"_s, u"1000001"_s, u"some"_s, u""_s}},
    {u"requests"_s, {u""_s, u" "_s}},
    {u"room"_s, {u"LAB"_s, u"LEIDEN/DC2/A01"_s, u""_s}},
    {u"security-review"_s, {u"closed"_s, u""_s}},
    {u"seed"_s, {u"-1"_s, u"x"_s, u""_s}},
    {u"skip"_s, {u"-1"_s, u"24"_s, u"1.5"_s, u"some"_s, u""_s}},
    {u"slot"_s, {u"0"_s, u"-1"_s, u"1001"_s, u"1.5"_s, u"first"_s, u""_s}},
    {u"state"_s, {u"bogus"_s, u""_s}},
    {u"time-limit"_s, {u"0"_s, u"-1"_s, u"0.0001"_s, u"86401"_s, u"1e3"_s, u"soon"_s, u""_s}},
    {u"top"_s, {u"0"_s, u"-1"_s, u"x"_s, u""_s}},
    {u"unit"_s, {u"0"_s, u"1.3"_s, u"-3"_s, u"1000"_s, u"top"_s, u""_s}},
    {u"together"_s, {u"hall"_s, u""_s}},
    {u"until"_s, {u"2027-02-30"_s, u"never"_s, u"2027/05/01"_s, u""_s}},
    {u"weight-kg"_s, {u"-20"_s, u"20kg"_s, u"9999999999999"_s, u"1.2345"_s, u""_s}},
    {u"width-mm"_s, {u"0"_s, u"-450"_s, u"99999"_s, u"19in"_s, u""_s}},
    {u"x"_s, {u"-1"_s, u"0.5"_s, u"99999999"_s, u"3m"_s, u""_s}},
    {u"y"_s, {u"-1"_s, u"0.5"_s, u"99999999"_s, u"3m"_s, u""_s}},
};
const QStringList freeText{u"asset-tag"_s, u"because"_s,      u"bay"_s,           u"chassis"_s, u"comment"_s,
                           u"evidence"_s,  u"ics"_s,          u"media"_s,         u"model"_s,   u"new-asset-tag"_s,
                           u"node"_s,      u"organisation"_s, u"parent"_s,        u"rule"_s,    u"outlet"_s,
                           u"output"_s,    u"prefer-site"_s,  u"project"_s,       u"reason"_s,  u"reference"_s,
                           u"request"_s,   u"serial"_s,       u"side"_s,          u"site"_s,    u"system"_s,
                           u"text"_s,      u"url"_s,          u"wipe-reference"_s};

const QString packingFile = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/packing.vbp");

/// Options without which a command is not complete.
QStringList needed(const ctl::Command &command) {
    static const QMap<QString, QStringList> options{
        {u"find-space"_s, {u"--height-u"_s, u"2"_s}},
        {u"book"_s, {u"--rack"_s, u"LEIDEN/DC2/A01"_s, u"--unit"_s, u"3"_s}},
        {u"request hold"_s, {u"--rack"_s, u"LEIDEN/DC2/A01"_s, u"--unit"_s, u"3"_s}},
        {u"move"_s, {u"--unit"_s, u"3"_s}},
        {u"notify-owners"_s, {u"--text"_s, u"soon"_s}},
        {u"node limit"_s, {u"--normal-w"_s, u"1000"_s}},
        {u"node feed"_s, {u"--parent"_s, u"none"_s}},
        {u"estate generate"_s, {u"--racks"_s, u"1"_s, u"--devices"_s, u"1"_s}},
        {u"plan"_s, {u"--requests"_s, u"all"_s}},
        {u"simulate-failure"_s, {u"--side"_s, u"A"_s, u"--site"_s, u"LEIDEN"_s}},
        {u"report capacity"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report stranded"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report power"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report requests"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report equipment"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report findings"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report reciprocity"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"report energy"_s, {u"--output"_s, u"/nowhere/report.csv"_s}},
        {u"paper labels"_s, {u"--output"_s, u"/nowhere/paper.pdf"_s}},
        {u"paper elevations"_s, {u"--output"_s, u"/nowhere/paper.pdf"_s}},
        {u"paper work-order"_s, {u"--output"_s, u"/nowhere/paper.pdf"_s}},
        {u"paper plan"_s, {u"--output"_s, u"/nowhere/paper.pdf"_s}},
        {u"paper site-preparation"_s, {u"--output"_s, u"/nowhere/paper.pdf"_s}},
        {u"paper request-form"_s, {u"--output"_s, u"/nowhere/form.xlsx"_s}},
        {u"fetch"_s, {u"--output"_s, u"/nowhere/document"_s}},
        {u"report maintenance"_s, {u"--node"_s, u"LEIDEN UPS-B"_s, u"--output"_s, u"/nowhere/report.csv"_s}},
    };
    return options.value(command.words.join(u' '));
}

/// A complete call; `except`: without this option.
QStringList callOf(const ctl::Command &command, const QString &except = {}) {
    QStringList call = command.words;
    QStringList options = needed(command);
    if (const qsizetype at = options.indexOf(u"--"_s + except); at >= 0) {
        options.remove(at, 2);
    }
    const QString words = command.words.join(u' ');
    if (words == u"install") { // a request or --placement
        call += except == u"placement" ? QStringList() : QStringList{u"R-2026-00015"_s};
    } else if (words == u"request submit" || words == u"request create") {
        call << QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json");
    } else if (words == u"request amend") {
        call << u"R-2026-00015"_s << QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json");
    } else if (words == u"import device-types") {
        call << QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/devicetype.sample.yaml");
    } else if (words == u"import readings") {
        call << QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/readings.csv");
    } else if (words == u"audit") {
        call << u"LEIDEN/DC2/A01"_s << QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/tags.txt");
    } else if (words == u"equipment amend") {
        call << QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/amendment.csv");
    } else if (words == u"attach") {
        call << u"rack"_s << u"LEIDEN/DC2/A01"_s << packingFile;
    } else if (words == u"note" || words == u"link" || words == u"attached") {
        call << u"rack"_s << u"LEIDEN/DC2/A01"_s;
    } else if (words == u"detach") {
        call << u"note"_s << u"1"_s;
    } else if (words == u"fetch") {
        call << u"1"_s;
    } else if (words == u"pack") {
        call << packingFile;
    } else if (words == u"scenario") {
        call << QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/scenario.sample.json");
    } else if (words == u"confirm-override" || words == u"withdraw-override") {
        call << u"1"_s;
    } else if (words == u"setting set") {
        call << u"hold_days"_s << u"20"_s;
    } else if (command.minimum == 1) {
        call << u"R-2026-00015"_s;
    }
    return call + options;
}

/// Wrong use, told with its name; nothing else may have been the matter.
QString wrongUse(const Ran &ran, const QString &named) {
    const QString message = ran.error()[u"message"_s].toString();
    if (ran.exitCode == 2 && ran.error()[u"kind"_s] == u"invalid"_s && message.contains(named) &&
        ran.trouble.contains(message)) {
        return {};
    }
    return u"exit %1, %2 instead of %3"_s.arg(QString::number(ran.exitCode), ran.text + ran.trouble, named);
}

} // namespace

/// Every way to call polderctl wrongly: the exit code says whose fault it is, and the text names the field.
class TestWrongUse : public QObject {
    Q_OBJECT

    ServedDatabase m_demo;

private Q_SLOTS:
    void initTestCase() {
        const QString trouble = m_demo.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble));
    }
    void cleanupTestCase() { QVERIFY(m_demo.stop()); }

    void everyCommand_data() {
        QTest::addColumn<qsizetype>("number");
        const auto commands = ctl::allCommands();
        for (qsizetype i = 0; i < commands.size(); ++i) {
            QTest::newRow(qUtf8Printable(commands[i].words.join(u' '))) << i;
        }
    }
    /// Options that it does not know, without a value, given twice, or with a value that cannot be used; operands too
    /// many and too few; a database that is not there.
    void everyCommand() {
        QFETCH(qsizetype, number);
        const ctl::Command command = ctl::allCommands()[number];
        const QStringList call = callOf(command);
        const auto expect = [](const QStringList &arguments, const QString &named) {
            const QString trouble =
                wrongUse(polderctlHere(QStringList{u"--db=host=/nowhere"_s, u"--json"_s} + arguments), named);
            QVERIFY2(trouble.isEmpty(), qUtf8Printable(arguments.join(u' ') + u": "_s + trouble));
        };
        expect(call + QStringList{u"--nonsense"_s}, u"nonsense"_s);
        if (command.maximum >= 0) {
            expect(call + QStringList{u"one"_s, u"too"_s, u"many"_s}, command.words.last());
        }
        if (command.minimum > 0) {
            expect(command.words + needed(command), command.operands);
        }
        for (const QCommandLineOption &option : command.options) {
            const QString name = option.names().first();
            const QString dashed = u"--"_s + name;
            if (!command.repeatable.contains(name)) {
                const QStringList once =
                    option.valueName().isEmpty() ? QStringList{dashed} : QStringList{dashed, u"1"_s};
                expect(callOf(command, name) + once + once, dashed);
            }
            if (option.valueName().isEmpty()) {
                continue;
            }
            expect(callOf(command, name) + QStringList{dashed}, name);
            QVERIFY2(badValues.contains(name) != freeText.contains(name), qUtf8Printable(name));
        }
        const Ran gone = polderctlHere(QStringList{u"--db=host=/nowhere"_s, u"--json"_s} + call);
        const QString word = command.words.first();
        QCOMPARE(gone.exitCode, word == u"pack" ? 0 : word == u"serve" ? 2 : 3); // pack needs none
    }

    /// Values are judged before anything is done, most before anybody is asked.
    void everyBadValue_data() { everyCommand_data(); }
    void everyBadValue() {
        QFETCH(qsizetype, number);
        const ctl::Command command = ctl::allCommands()[number];
        // These are measured against the record itself.
        static const QStringList known{u"as-known"_s, u"plug"_s};
        for (const QCommandLineOption &option : command.options) {
            const QString name = option.names().first();
            for (const QString &value : badValues.value(name)) {
                const QStringList call = callOf(command, name) + QStringList{u"--"_s + name, value};
                const Ran ran = known.contains(name)
                                    ? m_demo.as(u"fm.leiden"_s, call)
                                    : polderctlHere(QStringList{u"--db=host=/nowhere"_s, u"--json"_s} + call);
                const QString trouble = wrongUse(ran, u"--"_s + name);
                QVERIFY2(trouble.isEmpty(), qUtf8Printable(call.join(u' ') + u": "_s + trouble));
            }
        }
    }

    void calls_data() {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("named"); // in the message
        const auto row = [](const char *name, const QString &person, const QString &words, int code,
                            const QString &kind, const QString &named, const QByteArray &input = {}) {
            QTest::newRow(name) << person << words.split(u' ') << input << code << kind << named;
        };
        const QString fm = u"fm.leiden"_s, owner = u"researcher.leiden"_s;
        const QString held = u"R-2026-00015"_s, review = u"R-2026-00012"_s, installed = u"R-2026-00023"_s;
        // What is lacking.
        row("no height", fm, u"find-space"_s, 2, u"invalid"_s, u"--height-u"_s);
        row("a footprint and units", fm, u"find-space --height-u 1 --footprint-mm 800x800"_s, 2, u"invalid"_s,
            u"give one of them"_s);
        row("a clearance of nothing", fm, u"find-space --height-u 1 --clearance-mm 1,1,1,1"_s, 2, u"invalid"_s,
            u"--clearance-mm goes with --footprint-mm"_s);
        row("a row on the floor", fm, u"find-space --footprint-mm 800x800 --count 2 --together row"_s, 2, u"invalid"_s,
            u"of a room or a site"_s);
        row("a rack on the floor", fm, u"find-space --footprint-mm 800x800 --count 2 --apart rack"_s, 2, u"invalid"_s,
            u"of a room or a site"_s);
        row("a model and a footprint", fm, u"find-space --model s210 --footprint-mm 800x800"_s, 2, u"invalid"_s,
            u"--footprint-mm does not go with --model"_s);
        row("no such model", fm, u"find-space --model nothing"_s, 2, u"invalid"_s, u"--model: 'nothing'"_s);
        row("a request and units", fm, u"find-space --request %1 --height-u 1"_s.arg(review), 2, u"invalid"_s,
            u"--height-u does not go with --request"_s);
        row("no such request", fm, u"find-space --request R-2026-99999"_s, 2, u"invalid"_s, u"--request"_s);
        row("no such request file", fm, u"find-space --request /nowhere.polder-request"_s, 3, u"connection"_s,
            u"/nowhere.polder-request"_s);
        row("a request of nothing", fm, u"find-space --request -"_s, 2, u"invalid"_s, u"items"_s,
            R"({"organisation": "LUMC", "from": "2027-05-01", "items": []})");
        row("a request of nobody", fm, u"find-space --request -"_s, 2, u"invalid"_s, u"/organisation: 'X'"_s,
            R"({"organisation": "X", "from": "2027-05-01", "items": [{"height_u": 1}]})");
        row("a request that has places", fm, u"find-space --request "_s + installed, 2, u"invalid"_s,
            u"no place yet"_s);
        row("a request that ends first", fm, u"find-space --request %1 --until 2020-01-01"_s.arg(review), 2,
            u"invalid"_s, u"--until"_s);
        row("a request nowhere", fm, u"find-space --request %1 --site X"_s.arg(review), 2, u"invalid"_s,
            u"LEIDEN, LUMC"_s);
        row("ends before it begins", fm, u"find-space --height-u 1 --from 2028-01-01 --until 2028-01-01"_s, 2,
            u"invalid"_s, u"--until"_s);
        row("no rack", fm, u"book %1 --unit 3"_s.arg(review), 2, u"invalid"_s, u"--rack"_s);
        row("no racks", fm, u"estate generate --devices 3"_s, 2, u"invalid"_s, u"--racks"_s);
        row("no output", fm, u"report capacity"_s, 2, u"invalid"_s, u"--output"_s);
        row("no such place", fm, u"report power --output x.csv --scope LEIDEN/NOWHERE"_s, 2, u"invalid"_s,
            u"--scope"_s);
        row("a statement from tomorrow", fm,
            u"report reciprocity --output x.csv --from "_s + QDate::currentDate().addDays(2).toString(Qt::ISODate), 2,
            u"invalid"_s, u"--from"_s);
        row("maintenance of nothing", fm, u"report maintenance --node NOTHING --output x.csv"_s, 2, u"invalid"_s,
            u"NOTHING"_s);
        row("no such table", fm, u"report power --output x.csv --table nothing"_s, 2, u"invalid"_s, u"--table"_s);
        row("tables as csv into nowhere", fm, u"report power --output /nowhere/x.csv --table all"_s, 3, u"connection"_s,
            u"/nowhere/x-headroom.csv"_s);
        row("stranded nowhere", fm, u"report stranded"_s, 2, u"invalid"_s, u"--output"_s);
        row("installs nothing", fm, u"install"_s, 2, u"invalid"_s, u"--placement"_s);
        row("installs two things", fm, u"install %1 --placement 3"_s.arg(held), 2, u"invalid"_s, u"--placement"_s);
        row("replaced by nothing", fm, u"replace UL-002683"_s, 2, u"invalid"_s, u"--serial"_s);
        row("says nothing", fm, u"request comment "_s + review, 2, u"invalid"_s, u"--text"_s);
        row("moves nowhere", fm, u"move 17"_s, 2, u"invalid"_s, u"--rack"_s);
        row("no reason", fm, u"request reject "_s + review, 2, u"invalid"_s, u"reason"_s);
        row("empty reason", fm, u"request wait-list %1 --reason "_s.arg(review), 2, u"invalid"_s, u"reason"_s);
        row("endless reason", fm, u"request return %1 --reason %2"_s.arg(review, QString(5000, u'x')), 2, u"invalid"_s,
            u"reason"_s);
        row("no end", fm, u"request extend "_s + installed, 2, u"invalid"_s, u"until"_s);
        row("no such file", fm, u"pack %1 /nowhere.vbp"_s.arg(packingFile), 3, u"connection"_s, u"/nowhere.vbp"_s);
        row("larger than a bin", fm,
            u"pack %1 "_s.arg(packingFile) +
                QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/packing-toolarge.vbp"),
            2, u"invalid"_s, u"packing-toolarge.vbp:5: item 1, size 0: '11'"_s);
        row("an amendment without a field", fm, u"equipment amend -"_s, 2, u"invalid"_s, u"line 1"_s,
            "tag,serial\nX,1\n");
        row("an amendment twice", fm, u"equipment amend -"_s, 2, u"invalid"_s, u"line 3"_s,
            "tag,field,value\nX,serial,1\nX,serial,2\n");
        row("an amendment of nothing", fm, u"equipment amend -"_s, 2, u"invalid"_s, u"/changes"_s, "{}");
        row("a cell that cannot be", fm, u"equipment amend -"_s, 2, u"invalid"_s, u"line 3, weight_kg"_s,
            "tag,field,value\nUL-002683,serial,1\nUL-002683,weight_kg,heavy\n");
        row("a tag of nobody", fm, u"equipment amend -"_s, 1, u"not-found"_s, u"line 2, equipment"_s,
            "tag,field,value\nnobody,serial,1\n");
        row("a paper on nothing", fm, u"note person fm.leiden --text x"_s, 2, u"invalid"_s, u"KIND"_s);
        row("a paper on no rack", fm, u"attached rack LEIDEN/DC2/Z99"_s, 1, u"not-found"_s, u"rack"_s);
        row("a file that is not there", fm, u"attach rack LEIDEN/DC2/A01 /nowhere.pdf"_s, 3, u"connection"_s,
            u"/nowhere.pdf"_s);
        row("a link to a program", fm, u"link rack LEIDEN/DC2/A01 --system x --reference y --url file:///x"_s, 2,
            u"invalid"_s, u"--url"_s);
        row("takes nothing away", fm, u"detach paper 1"_s, 2, u"invalid"_s, u"WHAT"_s);
        row("no such document", fm, u"fetch 999999 --output /tmp/x"_s, 1, u"not-found"_s, u"document"_s);
        // What the record says against a value.
        row("no such rack", fm, u"book %1 --rack LEIDEN/DC2/Z99 --unit 1"_s.arg(review), 2, u"invalid"_s, u"rack"_s);
        row("a slot for what has units", fm, u"book %1 --rack LEIDEN/DC2/A01 --slot 1"_s.arg(review), 2, u"invalid"_s,
            u"--unit"_s);
        row("a bay for what has units", fm, u"book %1 --chassis LU-1 --bay 1"_s.arg(review), 2, u"invalid"_s,
            u"--rack"_s);
        row("above the rack", fm, u"book %1 --rack LEIDEN/DC2/A01 --unit 90"_s.arg(review), 2, u"invalid"_s, u"unit"_s);
        row("no such outlet", fm, u"book %1 --rack LEIDEN/DC2/A01 --unit 29 --outlet X:1"_s.arg(review), 2,
            u"invalid"_s, u"--outlet"_s);
        row("no such item", fm, u"book %1 --item 2 --rack LEIDEN/DC2/A01 --unit 29"_s.arg(review), 2, u"invalid"_s,
            u"item"_s);
        row("hold in the past", fm, u"book %1 --rack LEIDEN/DC2/A01 --unit 29 --until 2020-01-01"_s.arg(review), 2,
            u"invalid"_s, u"until"_s);
        row("renewed into the past", fm, u"request renew %1 --until 2020-01-01"_s.arg(held), 2, u"invalid"_s,
            u"until"_s);
        row("extended into the past", fm, u"request extend %1 --until 2020-01-01"_s.arg(installed), 2, u"invalid"_s,
            u"until"_s);
        row("moved in the past", fm, u"move UL-002683 --unit 25 --from 2020-01-01"_s, 2, u"invalid"_s, u"from"_s);
        row("later knowledge", fm, u"report capacity --output x.csv --as-known 999999"_s, 2, u"invalid"_s,
            u"--as-known"_s);
        row("knowledge of nothing", fm, u"report capacity --output x.csv --as-known 2001-01-01"_s, 2, u"invalid"_s,
            u"--as-known"_s);
        row("a day to come", fm,
            u"report capacity --output x.csv --as-known "_s + QDate::currentDate().addDays(2).toString(Qt::ISODate), 2,
            u"invalid"_s, u"a day up to today"_s);
        row("together in what", fm, u"find-space --height-u 1 --count 2 --together hall"_s, 2, u"invalid"_s,
            u"rack, row, room, site"_s);
        row("nothing fails", fm, u"simulate-failure"_s, 2, u"invalid"_s, u"NODE, --side and --all"_s);
        row("two things fail", fm, u"simulate-failure UPS-A --all"_s, 2, u"invalid"_s, u"NODE, --side and --all"_s);
        row("no such node", fm, u"simulate-failure UPS-Z"_s, 2, u"invalid"_s, u"LEIDEN UPS-A, LEIDEN UPS-B"_s);
        row("several nodes", fm, u"simulate-failure UPS-A"_s, 2, u"invalid"_s, u"LEIDEN/GRID/GEN/ATS-A/UPS-A (id "_s);
        row("a node of another rack", fm, u"simulate-failure LEIDEN/DC2/A02/DC2-A01-PDU-A"_s, 2, u"invalid"_s,
            u"NODE: 'LEIDEN/DC2/A02/DC2-A01-PDU-A'"_s);
        row("a side of nowhere", fm, u"simulate-failure --side A"_s, 2, u"invalid"_s, u"--site"_s);
        row("a side of no site", fm, u"simulate-failure --side A --site X"_s, 2, u"invalid"_s, u"LEIDEN, LUMC"_s);
        row("no such side", fm, u"simulate-failure --side C --site LEIDEN"_s, 2, u"invalid"_s, u"one of A, B"_s);
        row("a day and a window", fm, u"simulate-failure --all --on 2028-01-01 --until 2028-02-01"_s, 2, u"invalid"_s,
            u"--on"_s);
        row("a window that is over", fm, u"simulate-failure --all --from 2028-01-01 --until 2028-01-01"_s, 2,
            u"invalid"_s, u"--until"_s);
        row("no such data centre", fm, u"find-space --height-u 1 --site X"_s, 2, u"invalid"_s, u"LEIDEN, LUMC"_s);
        row("foretells no such data centre", fm, u"forecast --site X"_s, 2, u"invalid"_s, u"LEIDEN, LUMC"_s);
        row("foretells no such room", fm, u"forecast --room LEIDEN/DC9"_s, 2, u"invalid"_s,
            u"LEIDEN/DC1, LEIDEN/DC2"_s);
        row("foretells another's room", fm, u"forecast --site LUMC --room LEIDEN/DC1"_s, 2, u"invalid"_s,
            u"one of LUMC/"_s);
        row("a generation to come", fm, u"book %1 --rack LEIDEN/DC2/A01 --unit 29 --generation 999999"_s.arg(review), 2,
            u"invalid"_s, u"--generation: must be a generation that there has been"_s);
        row("no organisation", owner, u"request submit -"_s, 2, u"invalid"_s, u"/organisation"_s,
            R"({"from": "2027-01-01", "items": [{"height_u": 1}]})");
        // Rights, states, what is not there.
        row("renews another's", u"fm.lumc"_s, u"request renew "_s + held, 1, u"not-found"_s, u"request"_s);
        row("owner renews", owner, u"request renew "_s + held, 1, u"right"_s, u"renew"_s);
        row("renews what is not held", fm, u"request renew "_s + installed, 1, u"state"_s, u"renew"_s);
        row("extends what is not there", fm, u"request extend %1 --until 2030-01-01"_s.arg(held), 1, u"state"_s,
            u"extend"_s);
        row("wait-lists what is held", fm, u"request wait-list %1 --reason x"_s.arg(held), 1, u"state"_s,
            u"wait_list"_s);
        row("owner rejects", owner, u"request reject R-2026-00012 --reason x"_s, 1, u"not-found"_s, u"request"_s);
        row("host withdraws", fm, u"request withdraw %1 --reason x"_s.arg(held), 1, u"right"_s, u"withdraw"_s);
        row("host declines", fm, u"request decline R-2026-00003 --reason x"_s, 1, u"right"_s, u"decline"_s);
        row("returns what is held", fm, u"request return %1 --reason x"_s.arg(held), 1, u"state"_s, u"return"_s);
        row("amends what is installed", u"researcher.biology"_s, u"request amend %1 -"_s.arg(installed), 1, u"state"_s,
            u"amend"_s, requestJson({{u"organisation"_s, u"UL"_s}, {u"sponsor"_s, u"sponsor.biology"_s}}));
        row("amends with nonsense", owner, u"request amend %1 -"_s.arg(held), 2, u"invalid"_s, u"colour"_s,
            requestJson({{u"colour"_s, u"red"_s}}));
        row("no such request", fm, u"request endorse R-1"_s, 1, u"not-found"_s, u"request"_s);
        row("moves what is not there", fm, u"move NO-TAG --unit 1"_s, 1, u"not-found"_s, u"placement"_s);
        row("releases what is not there", fm, u"release 99999"_s, 1, u"not-found"_s, u"placement"_s);
        row("releases what is installed", fm, u"release UL-002683"_s, 1, u"state"_s, u"release"_s);
        row("researcher installs", owner, u"install "_s + held, 1, u"right"_s, u"install"_s);
        row("researcher imports", owner,
            u"import device-types "_s + QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/devicetype.sample.yaml"),
            1, u"right"_s, u"import_models"_s);
        row("no such person", u"nobody"_s, u"check"_s, 1, u"not-found"_s, u"--as"_s);
        // Files.
        row("no such request file", owner, u"request submit /nowhere.json"_s, 3, u"connection"_s, u"/nowhere.json"_s);
        row("a folder as request", owner, u"request submit /tmp"_s, 3, u"connection"_s, u"/tmp"_s);
        row("no such amendment", owner, u"request amend %1 /nowhere.json"_s.arg(held), 3, u"connection"_s,
            u"/nowhere.json"_s);
        row("no such tags", fm, u"audit LEIDEN/DC2/A01 /nowhere.txt"_s, 3, u"connection"_s, u"/nowhere.txt"_s);
        row("an audit of no rack", fm, u"audit LEIDEN/DC2/Z99 -"_s, 2, u"invalid"_s, u"RACK"_s);
        row("an audit of another house's rack", fm, u"audit LUMC/M1/D04 -"_s, 1, u"right"_s, u"record_audit"_s);
        row("no such readings", fm, u"import readings /nowhere.csv"_s, 3, u"connection"_s, u"/nowhere.csv"_s);
        const QByteArray head = "site,node,indicator,month,quantity,unit\n";
        row("readings without a column", fm, u"import readings -"_s, 2, u"invalid"_s, u"quantity"_s,
            "site,indicator,month,unit\n");
        row("readings with another column", fm, u"import readings -"_s, 2, u"invalid"_s, u"line 1"_s, "site,colour\n");
        row("no readings", fm, u"import readings -"_s, 2, u"invalid"_s, u"readings"_s, head);
        row("a reading that is no number", fm, u"import readings -"_s, 2, u"invalid"_s, u"line 3, quantity"_s,
            head + "LEIDEN,GRID,E_DC,2026-01-01,5,kWh\nLEIDEN,GRID,E_DC,2026-02-01,\"1,5\",kWh\n");
        row("a reading of nothing", fm, u"import readings -"_s, 2, u"invalid"_s, u"line 2, node"_s,
            head + "LEIDEN,NO-METER,E_DC,2026-01-01,5,kWh\n");
        row("a reading of another house", fm, u"import readings -"_s, 1, u"right"_s, u"record_readings"_s,
            head + "LUMC,GRID,E_DC,2026-01-01,5,kWh\n");
        row("no such library", fm, u"import device-types /nowhere"_s, 3, u"connection"_s, u"/nowhere"_s);
        row("nowhere to write", fm, u"report capacity --output /nowhere/x.csv"_s, 3, u"connection"_s,
            u"/nowhere/x.csv"_s);
        row("empty request", owner, u"request submit -"_s, 2, u"invalid"_s, u"JSON"_s);
        row("negative draw", owner, u"request submit -"_s, 2, u"invalid"_s, u"/items/0/draw_w"_s,
            requestJson({{u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, 1}, {u"draw_w"_s, -1}}}}}));
    }
    void calls() {
        QFETCH(QString, person);
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QString, named);
        const Ran ran = m_demo.as(person, arguments, input);
        QTEST(ran.exitCode, "code");
        QTEST(ran.error()[u"kind"_s].toString(), "kind");
        QVERIFY2(ran.error()[u"message"_s].toString().contains(named), qUtf8Printable(ran.text));
    }

    void theOptionIsNamed_data() {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("field");
        const auto row = [](const QString &call, const QString &field) {
            QTest::newRow(qUtf8Printable(call)) << call << field;
        };
        const QString there = u" R-2026-00012 --rack LEIDEN/DC2/A01 --unit 29"_s;
        for (const QString &hold : {u"book"_s, u"request hold"_s}) {
            row(hold + u" R-2026-00012 --rack LEIDEN/DC2/Z99 --unit 1"_s, u"--rack"_s);
            row(hold + u" R-2026-00012 --rack LEIDEN/DC2/A01 --unit 90"_s, u"--unit"_s);
            row(hold + there + u" --outlet X:1 --outlet X:2"_s, u"--outlet"_s);
            row(hold + there + u" --item 2"_s, u"--item"_s);
            row(hold + there + u" --until 2020-01-01"_s, u"--until"_s);
            row(hold + there + u" --generation 999999"_s, u"--generation"_s);
        }
        row(u"install R-2026-00015 --rack LEIDEN/DC2/Z99 --unit 1"_s, u"--rack"_s);
        row(u"install R-2026-00015 --outlet X:1 --outlet X:2"_s, u"--outlet"_s);
        row(u"move UL-002683 --rack LEIDEN/DC2/Z99"_s, u"--rack"_s);
        row(u"move UL-002683 --unit 25 --from 2020-01-01"_s, u"--from"_s);
        row(u"move UL-002683 --unit 25 --outlet X:1"_s, u"--outlet"_s);
        row(u"request renew R-2026-00015 --until 2020-01-01"_s, u"--until"_s);
        row(u"request extend R-2026-00023 --until 2020-01-01"_s, u"--until"_s);
        row(u"request reject R-2026-00012"_s, u"--reason"_s);
    }
    /// The database names an argument of its function; who typed hears of what was typed.
    void theOptionIsNamed() {
        QFETCH(QString, call);
        QFETCH(QString, field);
        const Ran ran = m_demo.as(u"fm.leiden"_s, call.split(u' '));
        QVERIFY2(ran.exitCode == 2, qUtf8Printable(ran.text + ran.trouble));
        QCOMPARE(ran.error()[u"field"_s], field);
        QVERIFY2(ran.error()[u"message"_s].toString().startsWith(field + u':'), qUtf8Printable(ran.text));
        QCOMPARE(ran.error()[u"sqlstate"_s], u"PL004"_s); // else this program has said it
    }

    /// What stands before the command.
    void whereAndWho_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << QStringList{u"--what"_s, u"check"_s} << 2 << u"--what"_s;
        QTest::newRow("both") << QStringList{u"--db=x"_s, u"--embedded"_s, u"check"_s} << 2 << u"--embedded"_s;
        QTest::newRow("embedded twice") << QStringList{u"--embedded"_s, u"--embedded=/tmp/x"_s, u"check"_s} << 2
                                        << u"--embedded is given twice"_s;
        QTest::newRow("db twice") << QStringList{u"--db=x"_s, u"--db"_s, u"y"_s, u"check"_s} << 2
                                  << u"--db is given twice"_s;
        QTest::newRow("as twice") << QStringList{u"--as"_s, u"a"_s, u"--as=b"_s, u"check"_s} << 2
                                  << u"--as is given twice"_s;
        QTest::newRow("json twice") << QStringList{u"--json"_s, u"check"_s} << 2 << u"--json is given twice"_s;
        QTest::newRow("nobody") << QStringList{u"--as="_s, u"check"_s} << 2 << u"--as"_s;
        QTest::newRow("as on a server") << QStringList{u"--db=x"_s, u"--as=fm"_s, u"check"_s} << 2 << u"--as"_s;
        QTest::newRow("no conninfo") << QStringList{u"--db"_s} << 2 << u"--db"_s;
        QTest::newRow("broken conninfo") << QStringList{u"--db=host=x port"_s, u"check"_s} << 2 << u"port"_s;
        QTest::newRow("unknown keyword") << QStringList{u"--db=hots=x"_s, u"check"_s} << 2 << u"hots"_s;
        QTest::newRow("broken URI") << QStringList{u"--db=postgresql://[x"_s, u"migrate"_s} << 2 << u"conninfo"_s;
        QTest::newRow("no server") << QStringList{u"--db=host=/nowhere"_s, u"migrate"_s} << 3 << u"/nowhere"_s;
        QTest::newRow("no folder") << QStringList{u"--embedded=/proc/polder"_s, u"check"_s} << 3 << u"/proc/polder"_s;
        QTest::newRow("somebody's folder")
            << QStringList{QStringLiteral("--embedded=" POLDER_SOURCE_DIR "/resources"), u"check"_s} << 2
            << u"resources"_s;
        QTest::newRow("no command") << QStringList{u"--db=x"_s, u"request"_s} << 2 << u"request"_s;
    }
    void whereAndWho() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Ran ran = polderctl(QStringList{u"--json"_s} + arguments);
        QTEST(ran.exitCode, "code");
        QVERIFY2(ran.error()[u"message"_s].toString().contains(named), qUtf8Printable(ran.text + ran.trouble));
    }

    void aKeyIsForOneCall() {
        const QString key = u"5f4a1c1e-8f0e-4d7b-9f0a-0a4d5a5b6c7d"_s;
        const QStringList renew{u"request"_s, u"renew"_s, u"R-2026-00015"_s, u"--key"_s, key, u"--until"_s};
        const QString day = QDate::currentDate().addDays(60).toString(Qt::ISODate);
        const Ran first = m_demo.as(u"fm.leiden"_s, renew + QStringList{day});
        QVERIFY2(first.exitCode == 0, qUtf8Printable(first.text));
        const Ran repeated = m_demo.as(u"fm.leiden"_s, renew + QStringList{day});
        QCOMPARE(repeated.exitCode, 0);
        QCOMPARE(repeated.json[u"hold_until"_s], day);
        QVERIFY(repeated.json[u"generation"_s].toInteger() > 0);
        const Ran other =
            m_demo.as(u"fm.leiden"_s, renew + QStringList{QDate::currentDate().addDays(61).toString(Qt::ISODate)});
        QCOMPARE(wrongUse(other, u"key"_s), QString());
        QCOMPARE(other.error()[u"field"_s], u"--key"_s);
        QCOMPARE(m_demo.as(u"fm.leiden"_s, {u"request"_s, u"show"_s, u"R-2026-00015"_s}).json[u"hold_until"_s], day);

        // Both steps of submit are under the one key.
        const QStringList submit{u"request"_s, u"submit"_s, u"-"_s, u"--key"_s, QUuid::createUuid().toString()};
        const Ran made = m_demo.as(u"researcher.lumc"_s, submit, requestJson());
        const Ran again = m_demo.as(u"researcher.lumc"_s, submit, requestJson());
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json[u"number"_s], made.json[u"number"_s]);
        QCOMPARE(wrongUse(m_demo.as(u"researcher.lumc"_s, submit, requestJson({{u"project"_s, u"Else"_s}})), u"key"_s),
                 QString());
    }
};

QTEST_GUILESS_MAIN(TestWrongUse)
#include "tst_wronguse.moc"
