#include "handestate.h"
#include "model/live/databaselive.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/parts/chaindiagram.h"
#include "views/parts/notifydialog.h"
#include "views/parts/outagepanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/usersettings.h"
#include "views/window/mainwindow.h"

#include <QDateEdit>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Maintenance on a feed, in the real application and on a real record: what it touches in its days, the list as a
/// file, the owners told.
class TestOutage : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    [[nodiscard]] QWidget &page() const { return *m_window->page(u"power"_s); }
    template <typename Widget>
    [[nodiscard]] Widget &on(const QString &name) const {
        auto *widget = page().findChild<Widget *>(name);
        if (!widget) {
            qFatal("no %s", qPrintable(name));
        }
        return *widget;
    }
    [[nodiscard]] QTableView &consequences() const { return *on<SearchTable>(u"consequences"_s).view(); }
    [[nodiscard]] QStringList row(const QTableView &table, int row) const {
        QStringList cells;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            cells << table.model()->index(row, column).data().toString();
        }
        return cells;
    }
    /// Feed A, from 10 May to 11 May: genome-1 stands there since 1 May.
    void failInMay() {
        m_window->navigator().fail(NodeId{1});
        on<QDateEdit>(u"outageUntil"_s).setDate({2027, 5, 11});
        on<QDateEdit>(u"outageFrom"_s).setDate({2027, 5, 10});
        TRY_COMPARE(consequences().model()->rowCount(), 1);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"polder-test"_s);
        QCoreApplication::setApplicationName(u"tst_outage"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        UserSettings().clear();
        m_database = m_cluster->copyOf(m_template);
        open(u"p_manager"_s);
    }
    void cleanup() {
        m_window.reset();
        m_live.reset();
    }
    void open(const QString &login) {
        m_window.reset();
        m_live = openDatabaseLive({.conninfo = m_cluster->as(login, m_database), .user = {}, .where = {}});
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_live->connection().state == Connection::State::Online && m_window->estates().estate());
    }

    void theDaysDecide() {
        m_window->navigator().fail(NodeId{1});
        TRY_VERIFY(on<QLabel>(u"what"_s).text().contains(u"lose a path: 0"_s));
        QCOMPARE(consequences().model()->rowCount(), 0);
        failInMay();
        QCOMPARE(row(consequences(), 0),
                 (QStringList{u"loses a path"_s, u"genome-1"_s, u"AMC · Genetics"_s, u"LEI/DC1/R1"_s,
                              u"600 W, 1 of 2 cords live, less than was asked for"_s}));
        // The last day is not before the first.
        on<QDateEdit>(u"outageFrom"_s).setDate({2027, 5, 20});
        QCOMPARE(on<QDateEdit>(u"outageUntil"_s).date(), QDate(2027, 5, 20));
    }

    void theListIsAFile_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<QByteArray>("has");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF") << QByteArray();
        QTest::newRow("xlsx") << u"xlsx"_s << QByteArray("PK") << QByteArray();
        QTest::newRow("csv") << u"csv"_s << QByteArray()
                             << QByteArray("below wish,AMC,GEN,genome-1,LEI/DC1/R1,Saar Sponsor");
        QTest::newRow("ics") << u"ics"_s << QByteArray("BEGIN:VCALENDAR") << QByteArray("mailto:saar@example.org");
    }
    void theListIsAFile() {
        QFETCH(const QString, ending);
        QFETCH(const QByteArray, begins);
        QFETCH(const QByteArray, has);
        failInMay();
        QTest::mouseClick(&on<QPushButton>(u"export"_s), Qt::LeftButton);
        auto *files = page().findChild<QFileDialog *>();
        QVERIFY(files);
        const QString path = m_folder.filePath(u"list."_s + ending);
        files->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QMetaObject::invokeMethod(files, "accept");
        TRY_COMPARE(on<QLabel>(u"exported"_s).text(), u"Written: "_s + path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().replace("\r\n ", "");
        QVERIFY2(bytes.startsWith(begins), bytes.left(40).constData());
        QVERIFY2(bytes.contains(has), bytes.constData());
    }

    /// A mail to each who is to be told, as programs for mail open it.
    void theMailsAreFiles() {
        failInMay();
        QTest::mouseClick(&on<QPushButton>(u"export"_s), Qt::LeftButton);
        auto *files = page().findChild<QFileDialog *>();
        QVERIFY(files);
        QVERIFY(files->nameFilters().last().contains(u"*.eml"_s));
        files->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(m_folder.filePath(u"notice.eml"_s));
        QMetaObject::invokeMethod(files, "accept");
        TRY_COMPARE(on<QLabel>(u"exported"_s).text(), u"Written: "_s + m_folder.filePath(u"notice-*.eml"_s));
        const QStringList written = QDir(m_folder.path()).entryList({u"notice-*"_s});
        QVERIFY2(written.contains(u"notice-Saar-Sponsor.eml"_s), qPrintable(written.join(u' ')));
        QFile mail(m_folder.filePath(u"notice-Saar-Sponsor.eml"_s));
        QVERIFY(mail.open(QIODevice::ReadOnly));
        const QByteArray bytes = mail.readAll();
        QVERIFY2(bytes.contains("To: \"Saar Sponsor\" <saar@example.org>\r\n"), bytes.constData());
        QVERIFY(bytes.contains("\r\n\r\nDear Saar Sponsor,\r\n"));
        QVERIFY(bytes.contains("genome-1"));
    }

    /// First who would be told and what each reads; then the notice, which the owner finds at home.
    void theOwnersAreTold() {
        failInMay();
        QTest::mouseClick(&on<QPushButton>(u"notifyOwners"_s), Qt::LeftButton);
        auto *dialog = page().findChild<NotifyDialog *>(u"notifyDialog"_s);
        QVERIFY(dialog);
        const auto &people = *dialog->findChild<SearchTable *>(u"recipients"_s)->view();
        TRY_COMPARE(people.model()->rowCount(), 1);
        QCOMPARE(row(people, 0),
                 (QStringList{u"Saar Sponsor"_s, u"AMC"_s, u"sponsor"_s, u"0"_s, u"1"_s, u"saar@example.org"_s}));
        auto *text = dialog->findChild<QPlainTextEdit *>(u"text"_s);
        QVERIFY2(text->toPlainText().contains(u"Feed A"_s), qPrintable(text->toPlainText()));
        auto *notify = dialog->findChild<QPushButton *>(u"notify"_s);
        text->clear();
        QVERIFY(!notify->isEnabled()); // something has to be said
        text->setPlainText(u"The breaker is replaced."_s);
        QCOMPARE(
            dialog->findChild<QLabel *>(u"preview"_s)->text(),
            u"Saar Sponsor reads: From 10 May 2027 up to and including 11 May 2027. With less redundancy: genome-1. "
            "The breaker is replaced."_s);
        QCOMPARE(sql("select count(*) from polder.notice where topic = 'maintenance'"), u"0"_s);
        QTest::mouseClick(notify, Qt::LeftButton);
        TRY_COMPARE(dialog->findChild<QLabel *>(u"answer"_s)->text(), u"✓ People told: 1."_s);
        QCOMPARE(sql("select recipient_id || ' ' || (body ->> 'text') from polder.notice where topic = 'maintenance'"),
                 u"3 The breaker is replaced."_s);
        QVERIFY(notify->isHidden()); // once is enough
    }

    /// Who manages nothing tells nobody.
    void researchersTellNobody() {
        open(u"p_researcher"_s);
        m_window->navigator().fail(NodeId{1});
        QVERIFY(on<QPushButton>(u"notifyOwners"_s).isHidden());
    }
};

QTEST_MAIN(TestOutage)
#include "tst_outage.moc"
