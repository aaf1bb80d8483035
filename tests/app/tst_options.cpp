#include "app/polder/options.h"

#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOption() {
        const auto options = readOptions(
            {u"polder"_s, u"--embedded=/tmp/x"_s, u"--as"_s, u"fm"_s, u"--screenshots=/s"_s, u"--language"_s, u"nl"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->embeddedFolder, std::optional(u"/tmp/x"_s));
        QCOMPARE(options->person, u"fm"_s);
        QCOMPARE(options->screenshots, u"/s"_s);
        QCOMPARE(options->language, u"nl"_s);
        QVERIFY(options->embedded());
    }

    void embeddedNeedsNoFolder() {
        const auto options = readOptions({u"polder"_s, u"--embedded"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->embeddedFolder, std::optional(QString()));
    }

    void aServerIsNotEmbedded() {
        const auto options = readOptions({u"polder"_s, u"--db"_s, u"service=polder"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->conninfo, std::optional(u"service=polder"_s));
        QVERIFY(!options->embedded());
    }

    void refusesWrongUse_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        QTest::newRow("unknown") << QStringList{u"--what"_s} << u"--what"_s;
        QTest::newRow("no value") << QStringList{u"--db"_s} << u"--db"_s;
        QTest::newRow("both") << QStringList{u"--db=x"_s, u"--embedded"_s} << u"--embedded"_s;
        QTest::newRow("language") << QStringList{u"--language=de"_s} << u"nl, en"_s;
        QTest::newRow("as on a server") << QStringList{u"--db=x"_s, u"--as=fm"_s} << u"--as"_s;
    }
    void refusesWrongUse() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        const auto options = readOptions(QStringList{u"polder"_s} + arguments);
        QVERIFY(!options.ok());
        QVERIFY2(options.error().what.contains(names), qPrintable(options.error().what));
    }

    void aRequestFileIsOpened() {
        const auto options = readOptions({u"polder"_s, u"--language"_s, u"nl"_s, u"tides.polder-request"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->requestFile, u"tides.polder-request"_s);
        QVERIFY(!readOptions({u"polder"_s, u"one.polder-request"_s, u"two.polder-request"_s}).ok());
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
