#include "tests/app/polderctl.h"

#include "app/polder/language.h"
#include "model/core/result.h"
#include "model/items/fieldtext.h"
#include "model/items/refusalcodes.h"
#include "model/items/refusaltext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All routines, one after the other.
QString routines() {
    const QDir folder(QStringLiteral(POLDER_SOURCE_DIR "/sql/routines"));
    QString all;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        all += contentOf(folder.filePath(name));
    }
    return all;
}

QStringList captured(const QString &text, const QString &pattern) {
    const QRegularExpression expression(pattern);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        found << it.next().captured(1);
    }
    return found;
}

QSet<QString> namesIn(const QString &sentence) {
    const QStringList names = captured(sentence, u"\\{([a-z]+)\\}"_s);
    return {names.begin(), names.end()};
}

Error refusal(const QString &code, QJsonObject detail, const QJsonObject &data = {}) {
    Error error;
    error.sqlstate = QString::fromLatin1(refusalCode(code)->sqlstate);
    error.what = u"in the server's own words"_s;
    detail[u"code"_s] = code;
    detail[u"data"_s] = data;
    error.data = detail;
    return error;
}

} // namespace

/// The record refuses in codes and data; each has its sentence in English, which is the record's own, and in Dutch.
class TestRefusals : public QObject {
    Q_OBJECT

    QTranslator m_dutch;
    [[nodiscard]] QString dutch(const char *context, const QString &english) const {
        return m_dutch.translate(context, english.toUtf8().constData());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dutch.load(u":/translations/polder_nl.qm"_s)); }

    void theListIsTheRecords() {
        const QString sql = contentOf(QStringLiteral(POLDER_SOURCE_DIR "/sql/routines/46_refusals.sql"));
        const QString list = sql.mid(sql.indexOf(u"create view guard.refusal"_s)).section(u";\n"_s, 0, 0);
        static const QRegularExpression row(u"\\('([a-z_]+)', (?:'(PL\\d+)'|null), '((?:[^']|'')*)'\\)"_s);
        QStringList theirs;
        for (auto it = row.globalMatch(list); it.hasNext();) {
            const auto match = it.next();
            theirs << u"%1 %2 %3"_s.arg(match.captured(1), match.captured(2),
                                        match.captured(3).replace(u"''"_s, u"'"_s));
        }
        QVERIFY2(theirs.size() > 150, qPrintable(QString::number(theirs.size())));
        QStringList ours;
        for (const RefusalCode &one : refusalCodes()) {
            ours << u"%1 %2 %3"_s.arg(QLatin1String(one.code), QLatin1String(one.sqlstate), QLatin1String(one.english));
        }
        QCOMPARE(ours, theirs);
    }

    void eachIsSaidInDutchWithTheSameData() {
        for (const RefusalCode &one : refusalCodes()) {
            const QString said = dutch("polder::RefusalText", QString::fromLatin1(one.english));
            QVERIFY2(!said.isEmpty() && said != QLatin1String(one.english), one.code);
            QVERIFY2(namesIn(said) == namesIn(QString::fromLatin1(one.english)), qPrintable(said));
        }
    }

    /// What an intention takes: a refusal may name any of it.
    void everyArgumentHasItsName() {
        QSet<QString> names;
        const QString sql = routines();
        for (const QString &call : captured(sql, u"(?:begin_intention|refuse_unknown)\\(([^;]*);"_s)) {
            for (const QString &list : captured(call, u"array\\[([^\\]]*)\\]"_s)) {
                const QStringList found = captured(list, u"'([a-z_]+)'"_s);
                names += QSet<QString>(found.begin(), found.end());
            }
        }
        QVERIFY2(names.size() > 100, qPrintable(QString::number(names.size())));
        QStringList unnamed;
        for (const QString &name : std::as_const(names)) {
            if (!isFieldKnown(name)) {
                unnamed << name;
            }
        }
        unnamed.sort();
        QCOMPARE(unnamed.join(u' '), QString());
    }

    void everyIntentionHasItsName() {
        QStringList unnamed;
        for (const QString &name : captured(routines(), u"guard\\.begin_intention\\(key, '([a-z_]+)'"_s)) {
            if (dutch("polder::RefusalText", QString(name).replace(u'_', u' ')).isEmpty()) {
                unnamed << name;
            }
        }
        QCOMPARE(unnamed.join(u' '), QString());
    }

    void sentences_data() {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("dutch");
        QTest::newRow("a day") << refusal(u"not_before_today"_s,
                                          {{u"field"_s, u"from"_s}, {u"value"_s, u"2026-11-01"_s}},
                                          {{u"day"_s, u"2026-11-30"_s}})
                               << u"“from” must be not before today, 30 Nov 2026."_s
                               << u"“vanaf” moet zijn: niet voor vandaag, 30 nov. 2026."_s;
        QTest::newRow("numbers, of the second item")
            << refusal(u"number_steps"_s, {{u"field"_s, u"items/1/weight_kg"_s}},
                       {{u"least"_s, 0.001}, {u"most"_s, 20000}, {u"step"_s, 0.001}})
            << u"“item 2, weight (kg)” must be a number from 0.001 to 20,000 in steps of 0.001."_s
            << u"“item 2, gewicht (kg)” moet zijn: een getal van 0,001 tot en met 20.000 in stappen van 0,001."_s;
        QTest::newRow("choices") << refusal(u"one_of"_s, {{u"field"_s, u"data_class"_s}},
                                            {{u"choices"_s, QJsonArray{u"laag"_s, u"middel"_s, u"hoog"_s}}})
                                 << u"“data class” must be one of low, medium, high."_s
                                 << u"“dataclassificatie” moet zijn: een van laag, middel, hoog."_s;
        QTest::newRow("roles")
            << refusal(u"right_site"_s, {{u"intention"_s, u"record_audit"_s}},
                       {{u"roles"_s, QJsonArray{u"facility_manager"_s, u"technician"_s}}})
            << u"Not allowed: record audit: this is for the facility manager or technician of the data centre."_s
            << u"Niet toegestaan: controle vastleggen: dit is voor de datacenterbeheerder of technicus van het datacenter."_s;
        QTest::newRow("a state") << refusal(u"state"_s, {{u"intention"_s, u"hold"_s}, {u"state"_s, u"submitted"_s}})
                                 << u"Hold is not possible in state \"submitted\"."_s
                                 << u"Reserveren kan niet in de toestand “ingediend”."_s;
        QTest::newRow("nothing there") << refusal(u"absent"_s, {{u"subject"_s, u"cooling_unit"_s}, {u"reference"_s, 7}})
                                       << u"No such cooling unit."_s
                                       << u"Koelunit: bestaat niet, of u mag het niet zien."_s;
    }

    void sentences() {
        QFETCH(const Error, error);
        QFETCH(const QString, english);
        {
            const Language language(u"en"_s);
            QCOMPARE(refusalText(error), english);
        }
        const Language language(u"nl"_s);
        QTEST(refusalText(error), "dutch");
    }

    void whatIsNotKnownIsSaidAsItCame() {
        Error error;
        error.what = u"the disk is full"_s;
        error.data = {{u"code"_s, u"of_a_newer_record"_s}};
        QCOMPARE(refusalText(error), u"the disk is full"_s);
    }

    /// polderctl says to each in the own language what the record refuses; for programs nothing is different.
    void polderctlSaysItInTheReadersLanguage() {
        ServedDatabase demo;
        const QString trouble = demo.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const auto renew = [&demo] {
            return demo.as(u"fm.leiden"_s,
                           {u"request"_s, u"renew"_s, u"R-2026-00004"_s, u"--until"_s, u"2020-01-01"_s});
        };
        const Ran english = renew();
        qputenv("LC_ALL", "nl_NL.UTF-8");
        const Ran dutch = renew();
        qunsetenv("LC_ALL");
        QCOMPARE(dutch.exitCode, english.exitCode);
        QCOMPARE(dutch.error(), english.error());
        const QString code = english.error()[u"code"_s].toString();
        QVERIFY2(refusalCode(code), qPrintable(english.trouble));
        QVERIFY2(english.trouble.contains(english.error()[u"message"_s].toString()), qPrintable(english.trouble));
        QVERIFY2(dutch.trouble != english.trouble && !dutch.trouble.contains(u"must be"_s), qPrintable(dutch.trouble));
        QVERIFY(demo.stop());
    }
};

QTEST_MAIN(TestRefusals)
#include "tst_refusals.moc"
