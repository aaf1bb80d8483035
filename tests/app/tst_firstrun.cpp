#include "app/polder/connecting.h"
#include "app/polder/desktop.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray read(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Who starts Polder for the first time says where the record is; a password goes to ~/.pgpass and nowhere else.
class TestFirstRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] static FirstRun *dialog() {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *first = qobject_cast<FirstRun *>(window); first && first->isVisible()) {
                return first;
            }
        }
        return nullptr;
    }
    template <typename Widget>
    [[nodiscard]] static Widget &on(const QString &name) {
        return *dialog()->findChild<Widget *>(name);
    }
    [[nodiscard]] static QString remembered() {
        return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/connection.json"_s;
    }
    static void press(const QString &name) {
        QVERIFY(on<QAbstractButton>(name).isEnabled());
        auto &button = on<QAbstractButton>(name);
        QTest::mouseClick(&button, Qt::LeftButton, {}, {8, button.height() / 2}); // where a radio button has its circle
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        qputenv("PGPASSFILE", m_folder.filePath(u"pgpass"_s).toLocal8Bit());
        qputenv("PGSERVICEFILE", m_folder.filePath(u"services"_s).toLocal8Bit());
        qputenv("PGSYSCONFDIR", m_folder.path().toLocal8Bit());
        write(m_folder.filePath(u"services"_s), "# ours\n[polder]\nhost=/nowhere\ndbname=polder\n\n [test one]\n");
        write(m_folder.filePath(u"pg_service.conf"_s), "[polder]\n[house]\n");
    }
    void init() { QFile::remove(remembered()); }

    void servicesAreNamed() { QCOMPARE(serviceNames(), (QStringList{u"polder"_s, u"test one"_s, u"house"_s})); }

    void whatIsSaidBecomesKeywords() {
        ConnectionChoice choice;
        choice.embedded = false;
        choice.service = u"test one"_s;
        QCOMPARE(conninfoOf(choice), u"service='test one'"_s);
        choice.service.clear();
        choice.host = u"db.example.org"_s;
        choice.port = 5433;
        choice.database = u"it's"_s;
        choice.tls = u"verify-full"_s;
        choice.password = u"secret"_s;
        QCOMPARE(conninfoOf(choice), u"host='db.example.org' port=5433 dbname='it\\'s' sslmode=verify-full"_s);
        choice.user = u"p_1"_s;
        QVERIFY(conninfoOf(choice).contains(u"user='p_1'"_s) && !conninfoOf(choice).contains(u"secret"_s));
    }

    void passwordsAreWhereLibpqLooks() {
        const QString path = m_folder.filePath(u"pgpass"_s);
        write(path, "other:5432:polder:me:keep\ndb\\:1:5432:polder:me:old\n");
        ConnectionChoice choice;
        choice.host = u"db:1"_s;
        choice.database = u"polder"_s;
        choice.user = u"me"_s;
        choice.password = u"new:\\"_s;
        QVERIFY(keepPassword(choice).ok());
        QCOMPARE(read(path), QByteArray("db\\:1:5432:polder:me:new\\:\\\\\nother:5432:polder:me:keep\n"));
        QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        choice.password.clear(); // nothing to keep
        QVERIFY(keepPassword(choice).ok());
        QVERIFY(read(path).contains("new"));
    }

    void tryItHereEmpty() {
        const QString folder = m_folder.filePath(u"cluster"_s);
        auto cluster = EmbeddedCluster::start(folder, EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        const ProcessEnd end((*cluster)->processId());
        Options options;
        options.firstRun = true;
        options.embeddedFolder = folder;
        auto running = std::make_unique<Desktop>(options);
        Desktop &desktop = *running;
        desktop.start();
        TRY_VERIFY(dialog());
        QVERIFY(on<QRadioButton>(u"demo"_s).isChecked());
        QVERIFY(!on<QComboBox>(u"service"_s).isEnabled());
        press(u"empty"_s);
        press(u"go"_s);
        TRY_VERIFY(desktop.window() && desktop.window()->isVisible());
        QVERIFY(!dialog());
        auto *steps = desktop.window()->findChild<QWidget *>(u"firstSteps"_s);
        TRY_VERIFY(steps->isVisible());
        QVERIFY(read(remembered()).contains("embedded"));
        const auto again = chosenBefore(Options());
        QVERIFY(again && again->embedded() && !again->firstRun);
        running.reset();
        cluster->reset();
        QVERIFY(end.happensWithin(patience));
    }

    /// One that is not there can be chosen otherwise; nothing of it is remembered.
    void aServerThatIsNotThere() {
        Options options;
        options.firstRun = true;
        Desktop desktop(options);
        desktop.start();
        TRY_VERIFY(dialog());
        press(u"server"_s);
        QCOMPARE(on<QComboBox>(u"service"_s).currentText(), u"polder"_s);
        QVERIFY(!on<QLineEdit>(u"host"_s).isEnabled());
        press(u"go"_s);
        TRY_VERIFY(on<QLabel>(u"trouble"_s).isVisible());
        QVERIFY2(on<QLabel>(u"trouble"_s).text().contains(u"/nowhere"_s), qPrintable(on<QLabel>(u"trouble"_s).text()));
        QVERIFY(!QFile::exists(remembered()));
        QVERIFY(dialog()->isEnabled());
        on<QComboBox>(u"service"_s).setCurrentIndex(0);
        QVERIFY(!on<QPushButton>(u"go"_s).isEnabled()); // without a host
        QTest::keyClicks(&on<QLineEdit>(u"host"_s), u"db"_s);
        QVERIFY(on<QPushButton>(u"go"_s).isEnabled());
        QCOMPARE(dialog()->choice().tls, u"verify-full"_s);
    }
};

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
