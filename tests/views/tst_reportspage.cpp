#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/paper/reportcharts.h"
#include "views/parts/usersettings.h"
#include "views/reports/chartsheets.h"
#include "views/reports/reportspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Chosen, shown, kept and written by hand.
class TestReportsPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// The page as a person has it before them.
    struct Desk {
        FakeLive live{std::make_shared<const Snapshot>(smallSnapshot())};
        EstateWatch estates{live};
        ReportsPage page{live, estates};

        Desk() {
            page.resize(1100, 700);
            page.show();
        }
        template <typename Widget>
        Widget *find(const char *name) {
            return page.findChild<Widget *>(QString::fromLatin1(name));
        }
        [[nodiscard]] QString said() { return find<QLabel>("said")->text(); }
        void choose(const char *box, const QString &data) {
            auto *combo = find<QComboBox>(box);
            combo->setFocus();
            const int wanted = combo->findData(data);
            QTest::keyClick(combo, Qt::Key_Home);
            for (int i = 0; i < wanted; ++i) {
                QTest::keyClick(combo, Qt::Key_Down);
            }
        }
        void click(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
        void type(const char *edit, const QString &text) {
            auto *line = find<QLineEdit>(edit);
            line->selectAll();
            QTest::keyClicks(line, text);
        }
    };

    static QByteArray bytes(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        UserSettings().clear();
    }

    /// Each cell of the screen against the file.
    void theScreenSaysWhatTheFileSays() {
        Desk desk;
        desk.choose("report", u"equipment"_s);
        auto *tables = desk.find<QTabWidget>("tables");
        TRY_VERIFY(desk.find<QTableView>("equipment"));
        auto *view = desk.find<QTableView>("equipment");
        tables->setCurrentWidget(view);
        desk.choose("format", u"csv"_s);
        const QString path = m_folder.filePath(u"equipment.csv"_s);
        desk.type("path", path);
        desk.click("save");
        TRY_COMPARE(desk.said(), u"Written: "_s + path);
        const auto *model = view->model();
        QVERIFY(model->rowCount() >= 2);
        const QStringList lines = QString::fromUtf8(bytes(path)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), model->rowCount() + 1);
        const QStringList heads = lines[0].split(u',');
        int numbers = 0, texts = 0;
        for (int column = 0; column < model->columnCount(); ++column) {
            const auto at = heads.indexOf(model->headerData(column, Qt::Horizontal, Qt::UserRole).toString());
            for (int row = 0; at >= 0 && row < model->rowCount(); ++row) {
                const QString written = lines[row + 1].split(u',')[at];
                const QString shown = model->index(row, column).data().toString();
                bool number = false;
                const double value = QLocale(QLocale::English).toDouble(shown, &number);
                QCOMPARE(written.isEmpty(), shown.isEmpty());
                if (number && !written.isEmpty()) {
                    QCOMPARE(value, written.toDouble()); // every digit of it
                    ++numbers;
                } else if (!written.isEmpty()) {
                    ++texts;
                }
            }
        }
        QVERIFY(numbers > 2 && texts > 5);
    }

    void everyFormatAndLanguageIsWritten() {
        Desk desk;
        TRY_VERIFY(desk.said().startsWith(u"Capacity"));
        desk.choose("language", u"nl"_s);
        TRY_VERIFY(desk.said().startsWith(u"Capaciteit"));
        QCOMPARE(desk.find<QPushButton>("show")->text(), u"&Show"_s); // the page itself speaks as before
        const std::pair<QString, QByteArray> formats[]{
            {u"pdf"_s, "%PDF"}, {u"xlsx"_s, "PK"}, {u"json"_s, "{"}, {u"csv"_s, "level,"}};
        for (const auto &[format, start] : formats) {
            desk.choose("format", format);
            desk.type("path", m_folder.filePath(u"all."_s + format));
            desk.click("save");
            TRY_VERIFY(desk.said().startsWith(u"Written"));
            QVERIFY2(bytes(m_folder.filePath(u"all."_s + format)).startsWith(start), qPrintable(format));
        }
        desk.type("path", u"/nowhere/at/all.pdf"_s);
        desk.click("save");
        TRY_VERIFY(desk.said().startsWith(u"Not written: /nowhere"));
    }

    void aDefinitionIsKept() {
        {
            Desk desk;
            desk.choose("report", u"power"_s);
            auto *scope = desk.find<QComboBox>("scope");
            scope->lineEdit()->selectAll();
            QTest::keyClicks(scope->lineEdit(), u"AWAY"_s);
            desk.find<QCheckBox>("today")->click();
            desk.find<QDateEdit>("asOf")->setDate({2027, 5, 1});
            desk.choose("language", u"nl"_s);
            desk.choose("format", u"xlsx"_s);
            desk.click("keep");
            QCOMPARE(desk.said(), u"A definition that is kept needs a name."_s);
            desk.type("name", u"Every May"_s);
            desk.click("keep");
            QCOMPARE(desk.said(), u"Kept: Every May"_s);
        }
        Desk desk; // the next day
        auto *kept = desk.find<QComboBox>("kept");
        QCOMPARE(kept->count(), 1);
        kept->setFocus();
        kept->setCurrentIndex(0);
        Q_EMIT kept->activated(0);
        QCOMPARE(desk.find<QComboBox>("report")->currentData(), u"power"_s);
        QCOMPARE(desk.find<QComboBox>("scope")->currentText(), u"AWAY"_s);
        QCOMPARE(desk.find<QDateEdit>("asOf")->date(), QDate(2027, 5, 1));
        QVERIFY(!desk.find<QCheckBox>("today")->isChecked());
        QCOMPARE(desk.find<QComboBox>("language")->currentData(), u"nl"_s);
        QCOMPARE(desk.find<QComboBox>("format")->currentData(), u"xlsx"_s);
        TRY_VERIFY(desk.said().contains(u"AWAY") && desk.said().contains(u"2027"));
        desk.click("forget");
        QCOMPARE(kept->count(), 0);
    }

    /// Also a record that nobody has here any more; what it says of itself is in every file of it.
    void asItWasKnown() {
        Desk desk;
        TRY_VERIFY(desk.said().startsWith(u"Capacity"));
        auto before = smallSnapshot();
        before.generation = 3;
        KnownRecord then;
        then.known = {3, QDateTime({2027, 2, 3}, {12, 0}, Qt::UTC), Day::fromDate({2027, 2, 3}), true};
        then.snapshot = std::make_shared<const Snapshot>(std::move(before));
        desk.live.records.push_back(then);
        desk.find<QDateEdit>("knownOn")->setDate({2027, 2, 3});
        desk.find<QCheckBox>("now")->click();
        TRY_VERIFY(desk.said().contains(u"generation 3, 3 Feb 2027 12:00:00 UTC"));
        QCOMPARE(desk.live.recordQuestions.back().knownOn, std::optional(Day::fromDate({2027, 2, 3})));

        Error none;
        none.kind = Error::Kind::NotFound;
        none.data = {{u"field"_s, u"known_on"_s}};
        desk.live.records.push_back(none);
        desk.click("show");
        TRY_COMPARE(desk.said(), u"Nothing was known by the end of that day, or it has not come."_s);
    }

    /// Reports of what no snapshot has ask for it; those of days have a first day, and maintenance what it is of.
    void eachReportAsksForWhatItNeeds() {
        Desk desk;
        auto *from = desk.find<QDateEdit>("from");
        auto *node = desk.find<QComboBox>("node");
        const std::tuple<QString, QString, Beside, bool, bool> reports[]{
            {u"reciprocity"_s, u"lines"_s, Beside::Settlement, true, false},
            {u"requests"_s, u"requests"_s, Beside::RequestClocks, false, false},
            {u"equipment"_s, u"equipment"_s, Beside::ContactGaps, false, false},
            {u"energy"_s, u"indicators"_s, Beside::MeterReadings, true, false},
            {u"maintenance"_s, u"touched"_s, Beside::Nothing, true, true},
            {u"findings"_s, u"findings"_s, Beside::Nothing, false, false}};
        for (const auto &[name, table, beside, ofDays, ofANode] : reports) {
            desk.choose("report", name);
            TRY_VERIFY2(desk.find<QTableView>(qPrintable(table)), qPrintable(name + u": "_s + desk.said()));
            QVERIFY2(desk.live.recordQuestions.back().beside == beside, qPrintable(name));
            QCOMPARE(from->isVisible(), ofDays);
            QCOMPARE(node->isVisible(), ofANode);
        }
        desk.choose("report", u"maintenance"_s);
        node->setEditText(u"NOWHERE"_s);
        desk.click("show");
        TRY_VERIFY(desk.said().startsWith(u"This report cannot be made") && desk.said().contains(u"NOWHERE"));
        desk.choose("report", u"reciprocity"_s);
        from->setDate(desk.find<QDateEdit>("asOf")->date().addDays(1));
        desk.click("show");
        TRY_COMPARE(desk.said(), u"This report cannot be made: the first day is after the last"_s);
    }

    /// Without a server: what is here can be reported, what is not cannot.
    void withoutAServer() {
        Desk desk;
        TRY_VERIFY(desk.said().startsWith(u"Capacity"));
        Error away;
        away.kind = Error::Kind::Unavailable;
        away.what = u"The cable is out."_s;
        desk.live.records.assign(20, away); // it is asked at each step through the list
        desk.choose("report", u"power"_s);
        TRY_VERIFY(desk.said().startsWith(u"Power"));
        desk.choose("report", u"requests"_s);
        TRY_COMPARE(desk.said(), u"This report cannot be made: The cable is out."_s);
    }

    void whatCannotBeIsSaid() {
        Desk desk;
        auto *scope = desk.find<QComboBox>("scope");
        scope->lineEdit()->selectAll();
        QTest::keyClicks(scope->lineEdit(), u"NOWHERE"_s);
        desk.click("show");
        TRY_VERIFY(desk.said().contains(u"'NOWHERE' is not valid"));
        QVERIFY(!desk.find<QPushButton>("save")->isEnabled());
    }

    /// The charts on the screen are those on paper, to the last stroke.
    void chartsAreShown() {
        Desk desk;
        TRY_VERIFY(desk.find<ChartSheets>("charts"));
        QCOMPARE(desk.find<QTabWidget>("tables")->currentWidget(), desk.find<ChartSheets>("charts"));
        const auto made = readableReport(desk.estates.estate(), {}, {});
        QVERIFY(made.ok());
        std::vector<QPicture> drawn = drawnCharts(**made);
        std::erase_if(drawn, [](const QPicture &one) { return one.isNull(); });
        const auto sheets = desk.page.findChildren<ChartSheet *>();
        QVERIFY(sheets.size() >= 3);
        QCOMPARE(sheets.size(), static_cast<qsizetype>(drawn.size()));
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const auto bytes = [](const QPicture &of) { return QByteArray(of.data(), of.size()); };
            QVERIFY(bytes(sheets[i]->picture()) == bytes(drawn[static_cast<std::size_t>(i)]));
            QVERIFY(!sheets[i]->accessibleName().isEmpty());
            const QSize size = sheets[i]->picture().boundingRect().size();
            QCOMPARE(sheets[i]->heightForWidth(size.width()), size.height());
            QCOMPARE(sheets[i]->heightForWidth(9 * size.width()),
                     (13 * size.height() + 9) / 10); // and no larger // no larger than that
        }
        const QImage shown = sheets.first()->grab().toImage();
        QCOMPARE(shown.pixelColor(2, 2), QColor(Qt::white)); // on paper, whatever the window's colours
        bool ink = false;
        for (int x = 0; x < shown.width() && !ink; ++x) {
            ink = shown.pixelColor(x, shown.height() / 2) != QColor(Qt::white);
        }
        QVERIFY(ink);
        // A report without any has no such page.
        desk.choose("report", u"equipment"_s);
        TRY_VERIFY(desk.said().startsWith(u"Equipment"));
        QVERIFY(!desk.find<ChartSheets>("charts"));
    }

    /// Stop stops the work, wherever it is: the database's, the engine's, the writing of a file.
    void whatIsStoppedStops() {
        Desk desk;
        TRY_VERIFY(desk.said().startsWith(u"Capacity"));
        desk.live.recordsWait = true;
        desk.click("show");
        QCOMPARE(desk.live.waiting.size(), std::size_t{1});
        desk.click("stop");
        QCOMPARE(desk.live.cancelled, QList<int>{desk.live.running.last().id});
        QCOMPARE(desk.said(), u"Stopped."_s);
        Error stopped;
        stopped.kind = Error::Kind::Cancelled;
        desk.live.waiting.front().addResult(Result<KnownRecord>(stopped));
        desk.live.waiting.front().finish();
        QCoreApplication::processEvents();
        QCOMPARE(desk.said(), u"Stopped."_s);                 // never shown as a failure
        QVERIFY(desk.find<QPushButton>("save")->isEnabled()); // what was there before still is

        std::stop_source stopping;
        stopping.request_stop();
        const auto made = readableReport(desk.estates.estate(), {}, {}, stopping.get_token());
        QVERIFY(!made.ok());
        QCOMPARE(made.error().kind, Error::Kind::Cancelled);
        const auto whole = readableReport(desk.estates.estate(), {}, {});
        QVERIFY(whole.ok());
        const QString path = m_folder.filePath(u"stopped.pdf"_s);
        QVERIFY(saveReport(**whole, u"pdf"_s, {}, {}, path).ok());
        const QByteArray before = bytes(path);
        const Status saved = saveReport(**whole, u"xlsx"_s, {}, {}, path, stopping.get_token());
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, Error::Kind::Cancelled);
        QVERIFY(bytes(path) == before); // as it was
    }

    void itIsStopped() {
        Desk desk;
        TRY_VERIFY(desk.find<QTabWidget>("tables")->count() > 0);
        desk.click("show");
        QVERIFY(desk.find<QPushButton>("stop")->isEnabled());
        desk.click("stop");
        QCOMPARE(desk.said(), u"Stopped."_s);
        QVERIFY(!desk.find<QPushButton>("stop")->isEnabled());
        desk.click("show");
        TRY_VERIFY(desk.said().startsWith(u"Capacity"));
    }
};

QTEST_MAIN(TestReportsPage)
#include "tst_reportspage.moc"
