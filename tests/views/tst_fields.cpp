#include "views/parts/dayfield.h"
#include "views/parts/numberfield.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

/// What is typed into a field is read as people of that language mean it.
class FieldsTest : public QObject {
    Q_OBJECT

    QLocale m_before;

private Q_SLOTS:
    void initTestCase() { m_before = QLocale(); }
    void cleanup() { QLocale::setDefault(m_before); }

    void days_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("meant");
        const auto row = [](const char *language, const char *typed, const QStringList &meant) {
            QTest::addRow("%s: %s", language, typed)
                << QString::fromLatin1(language) << QString::fromUtf8(typed) << meant;
        };
        row("en", "1 May", {u"2027-05-01"_s});
        row("en", "wk 34", {u"2027-08-23"_s});
        row("en", "+6m", {u"2027-05-30"_s});
        row("en", "in 2 weeks", {u"2026-12-14"_s});
        row("en", "2027-03-04", {u"2027-03-04"_s});
        row("en", "31 February", {});
        row("en", "soon", {});
        row("en", "", {});
        row("nl", "1 mei", {u"2027-05-01"_s});
        row("nl", "wk 34", {u"2027-08-23"_s});
        row("nl", "1-5-2027", {u"2027-05-01"_s});
        row("nl", "+6m", {u"2027-05-30"_s});
    }
    void days() {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QLocale::setDefault(language == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                              : QLocale(QLocale::English));
        QStringList meant;
        for (const Day day : daysMeant(typed, Day::fromDate({2026, 11, 30}))) {
            meant << day.toDate().toString(Qt::ISODate);
        }
        QTEST(meant, "meant");
    }
    void whatMayMeanTwoDaysIsAsked() {
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(daysMeant(u"1/2/2027"_s, Day::fromDate({2026, 11, 30})).size(), 2U);
    }

    /// Words replace the whole date, wherever the cursor is; Enter takes them.
    void typedInWords_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        const QDate today = QDate::currentDate();
        QTest::addRow("a month") << u"+1m"_s << today.addMonths(1);
        QTest::addRow("weeks") << u"in 2 weeks"_s << today.addDays(14);
        QTest::addRow("a day") << u"maart 5 2030"_s << QDate(2030, 3, 5);
        QTest::addRow("nothing") << u"whenever"_s << QDate();
    }
    void typedInWords() {
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        DayField field;
        const QDate was(2027, 1, 15);
        field.setDate(was);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QSignalSpy changed(&field, &QDateEdit::dateChanged);
        QTest::keyClicks(&field, typed);
        QCOMPARE(field.findChild<QLineEdit *>()->text(), typed);
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.date(), date.isValid() ? date : was);
        QCOMPARE(field.trouble().isEmpty(), date.isValid());
    }
    /// What was typed before the first letter belongs to it.
    void digitsFirst() {
        QLocale::setDefault(QLocale(QLocale::English));
        DayField field;
        field.setDate({2027, 1, 15});
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setSelectedSection(QDateTimeEdit::MonthSection);
        QTest::keyClicks(&field, u"3 June 2028"_s);
        QCOMPARE(field.findChild<QLineEdit *>()->text(), u"3 June 2028"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.date(), QDate(2028, 6, 3));
    }
    void numbers_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("asked");
        const auto row = [](const char *language, const char *typed, double value, bool asked = false) {
            QTest::addRow("%s: %s", language, typed)
                << QString::fromLatin1(language) << QString::fromUtf8(typed) << value << asked;
        };
        row("nl", "1,2", 1.2);
        row("nl", "1.200", 1200);
        row("nl", "1200", 1200);
        row("en", "1,2", 1.2);
        row("en", "1.2", 1.2);
        row("en", "1,200", 1200);
        row("en", "1.200", 1.2, true); // or a Dutchman's 1200: it stays what it was as long as it was only one
        row("en", "x", 7);
        row("en", "99999", 999); // more than it takes
    }
    void numbers() {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(double, value);
        QLocale::setDefault(language == u"nl" ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                              : QLocale(QLocale::English));
        QTEST(isAmbiguousNumber(typed), "asked");
        DecimalField field;
        field.setDecimals(3);
        field.setRange(0, 5000);
        field.setSuffix(u" kg"_s);
        field.setValue(7);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.selectAll();
        QTest::keyClicks(&field, typed);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.value(), value);
        WholeField whole;
        whole.setRange(0, 5000);
        whole.setValue(7);
        whole.show();
        QVERIFY(QTest::qWaitForWindowActive(&whole));
        whole.selectAll();
        QTest::keyClicks(&whole, typed);
        QTest::keyClick(&whole, Qt::Key_Return);
        // As far as it was a whole number.
        QCOMPARE(whole.value(), value == 1.2 ? 1 : static_cast<int>(value));
    }
    /// What is not given stays so.
    void numbersNotGiven() {
        DecimalField field;
        field.setSpecialValueText(u"not given"_s);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.value(), 0.0);
        QCOMPARE(field.text(), u"not given"_s);
    }

    /// By its parts it is typed as ever.
    void byParts() {
        QLocale::setDefault(QLocale(QLocale::Dutch, QLocale::Netherlands));
        DayField field;
        field.setDisplayFormat(u"dd-MM-yyyy"_s);
        field.setDate({2027, 1, 15});
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setSelectedSection(QDateTimeEdit::DaySection);
        QTest::keyClicks(&field, u"20"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.date(), QDate(2027, 1, 20));
    }
};

QTEST_MAIN(FieldsTest)
#include "tst_fields.moc"
