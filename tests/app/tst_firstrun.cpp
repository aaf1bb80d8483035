#include "app/polder/connecting.h"
#include "app/polder/desktop.h"
#include "app/polder/passwords.h"
#include "model/store/migrator.h"
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
#include <QPromise>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <map>

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

struct Keyring {
    QString trouble = {}; ///< with which it answers; empty: it works
    std::map<QString, QString> passwords = {};
};

/// A keyring of the test's.
class FakeStore : public PasswordStore {
public:
    explicit FakeStore(Keyring &keyring) : m_keyring(keyring) {}
    QFuture<Result<QString>> read(const QString &key) override {
        return answer<Result<QString>>(m_keyring.passwords[key]);
    }
    QFuture<Status> write(const QString &key, const QString &password) override {
        if (m_keyring.trouble.isEmpty()) {
            m_keyring.passwords[key] = password;
        }
        return answer<Status>(std::monostate());
    }

private:
    template <typename Answer, typename Value>
    QFuture<Answer> answer(const Value &value) const {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = m_keyring.trouble;
        QPromise<Answer> promise;
        promise.start();
        promise.addResult(m_keyring.trouble.isEmpty() ? Answer(value) : Answer(error));
        promise.finish();
        return promise.future();
    }

    Keyring &m_keyring;
};

} // namespace

/// Who starts Polder for the first time says where the record is; a password goes to the
/// keyring or to ~/.pgpass, as is chosen, and nowhere else.
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
        write(m_folder.filePath(u"pg_service.conf"_s), "[polder]\n[house]\n");
    }
    void init() {
        QFile::remove(remembered());
        write(m_folder.filePath(u"services"_s), "# ours\n[polder]\nhost=/nowhere\ndbname=polder\n\n [test one]\n");
    }

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

    /// D10: by where the service's file says that it is, host by host.
    void aServiceIsThePlaceThatItsFileSays() {
        write(m_folder.filePath(u"services"_s), "# ours\n[polder]\nhost=/nowhere\ndbname=polder\n\n [test one]\n"
                                                "host=db1,db2\nport=5432,5433\ndbname=estate\nuser=me\n");
        ConnectionChoice choice;
        choice.embedded = false;
        choice.service = u"polder"_s;
        choice.host = u"left in the form"_s;
        choice.password = u"secret"_s;
        QCOMPARE(passwordKey(choice), u"@/nowhere:5432/polder"_s);
        QFile::remove(m_folder.filePath(u"pgpass"_s));
        QVERIFY(keepPassword(choice).ok());
        QCOMPARE(read(m_folder.filePath(u"pgpass"_s)), QByteArray("/nowhere:5432:polder:*:secret\n"));
        choice.service = u"test one"_s;
        QCOMPARE(passwordKey(choice), u"me@db1,db2:5432,5433/estate"_s);
        QVERIFY(keepPassword(choice).ok());
        QCOMPARE(read(m_folder.filePath(u"pgpass"_s)),
                 QByteArray("db1:5432:estate:me:secret\ndb2:5433:estate:me:secret\n/nowhere:5432:polder:*:secret\n"));
        QFile::remove(m_folder.filePath(u"pgpass"_s));
        QCOMPARE(withPassword(u"service='x'"_s, u"it's"_s), u"service='x' password='it\\'s'"_s);
    }

    /// On a server that wants a password, named by a service: kept in the keyring and read from it the next time, said
    /// in words where there is no keyring, and never in a file of ours.
    void aPasswordIsKeptInTheKeyring() {
        auto cluster = EmbeddedCluster::start(m_folder.filePath(u"server"_s), EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        const ProcessEnd end((*cluster)->processId());
        QVERIFY(migrate((*cluster)->conninfo()).ok());
        const QString hba = valueOf((*cluster)->conninfo(), "show hba_file");
        write(hba, "local all boss scram-sha-256\n" + read(hba));
        runSql((*cluster)->conninfo(), "create role boss superuser login password 'it''s'");
        runSql((*cluster)->conninfo(), "select pg_reload_conf()");
        const QString socket = valueOf((*cluster)->conninfo(), "show unix_socket_directories");
        const QString port = valueOf((*cluster)->conninfo(), "show port");
        const QString database = valueOf((*cluster)->conninfo(), "select current_database()");
        write(m_folder.filePath(u"services"_s),
              u"[guarded]\nhost=%1\nport=%2\ndbname=%3\nuser=boss\n"_s.arg(socket, port, database).toUtf8());
        const QString key = u"boss@%1:%2/%3"_s.arg(socket, port, database);
        Options options;
        options.firstRun = true;
        const auto begin = [&](Keyring &keyring) {
            auto desktop = std::make_unique<Desktop>(options, nullptr, std::make_unique<FakeStore>(keyring));
            desktop->start();
            return desktop;
        };

        // No password: refused. No keyring: not remembered. Not kept: it is gone through with.
        Keyring none{.trouble = u"This session has no keyring."_s};
        auto desktop = begin(none);
        TRY_VERIFY(dialog());
        press(u"server"_s);
        QVERIFY(!on<QComboBox>(u"keep"_s).isEnabled()); // there is nothing to keep yet
        press(u"go"_s);
        TRY_VERIFY(on<QLabel>(u"trouble"_s).isVisible());
        QVERIFY2(on<QLabel>(u"trouble"_s).text().contains(u"password"_s), qPrintable(on<QLabel>(u"trouble"_s).text()));
        QTest::keyClicks(&on<QLineEdit>(u"password"_s), u"it's"_s);
        press(u"go"_s);
        TRY_VERIFY(on<QLabel>(u"trouble"_s).text().startsWith(u"This session has no keyring. The server is there"_s));
        QVERIFY(!QFile::exists(remembered()) && !QFile::exists(m_folder.filePath(u"pgpass"_s)));
        on<QComboBox>(u"keep"_s).setCurrentIndex(2);
        press(u"go"_s);
        TRY_VERIFY(desktop->window() && desktop->window()->isVisible());
        QVERIFY(!read(remembered()).contains("keyring"));
        desktop.reset();

        // Into the keyring, and nowhere else.
        QFile::remove(remembered());
        Keyring keyring;
        desktop = begin(keyring);
        TRY_VERIFY(dialog());
        press(u"server"_s);
        QTest::keyClicks(&on<QLineEdit>(u"password"_s), u"it's"_s);
        press(u"go"_s);
        TRY_VERIFY(desktop->window() && desktop->window()->isVisible());
        QCOMPARE(keyring.passwords, (std::map<QString, QString>{{key, u"it's"_s}}));
        QVERIFY(read(remembered()).contains("\"keyring\"") && !read(remembered()).contains("it's"));
        QVERIFY(!QFile::exists(m_folder.filePath(u"pgpass"_s)));
        desktop.reset();

        // The next start asks nobody.
        options = *chosenBefore(Options());
        QCOMPARE(options.keyring, key);
        desktop = begin(keyring);
        TRY_VERIFY(desktop->window() && desktop->window()->isVisible());
        desktop.reset();

        // One whose keyring is gone says both, and lets it be said anew.
        desktop = begin(none);
        auto *otherwise = []() -> QPushButton * {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                if (auto *button = window->findChild<QPushButton *>(u"otherwise"_s); button && window->isVisible()) {
                    return button;
                }
            }
            return nullptr;
        }();
        QVERIFY(otherwise);
        TRY_VERIFY(otherwise->isVisible());
        const QString detail = otherwise->window()->findChild<QLabel *>(u"detail"_s)->text();
        QVERIFY2(detail.contains(u"This session has no keyring."_s), qPrintable(detail));
        QTest::mouseClick(otherwise, Qt::LeftButton);
        TRY_VERIFY(dialog());
        press(u"server"_s);
        QTest::keyClicks(&on<QLineEdit>(u"password"_s), u"it's"_s);
        on<QComboBox>(u"keep"_s).setCurrentIndex(1);
        press(u"go"_s);
        TRY_VERIFY(desktop->window() && desktop->window()->isVisible());
        QCOMPARE(read(m_folder.filePath(u"pgpass"_s)), u"%1:%2:%3:boss:it's\n"_s.arg(socket, port, database).toUtf8());
        QVERIFY(!read(remembered()).contains("keyring"));
        desktop.reset();
        cluster->reset();
        QVERIFY(end.happensWithin(patience));
    }

    /// The real one, in a session without a bus: an answer, not a wait and no crash.
    void aSessionWithoutKeyring() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto back = qScopeGuard([] { qunsetenv("DBUS_SESSION_BUS_ADDRESS"); });
        const auto keyring = systemKeyring();
        const auto read = keyring->read(u"me@db:5432/polder"_s);
        TRY_VERIFY(read.isFinished());
        QVERIFY(!read.result().ok());
        QVERIFY2(read.result().error().what.contains(u"keyring"_s), qPrintable(read.result().error().what));
        const auto written = keyring->write(u"me@db:5432/polder"_s, u"secret"_s);
        TRY_VERIFY(written.isFinished());
        QVERIFY(!written.result().ok());
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
        const QWidget *steps = nullptr;
        TRY_VERIFY((steps = desktop.window()->findChild<QWidget *>(u"firstSteps"_s)) && steps->isVisible());
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
