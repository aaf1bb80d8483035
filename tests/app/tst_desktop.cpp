#include "app/polder/desktop.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/sites/sitetree.h"
#include "views/window/mainwindow.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// The desktop over a real PostgreSQL.
class TestDesktop : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestCluster> m_cluster;

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }

    void aResearcherSubmitsARequest() {
        const QString conninfo = smallEstate(*m_cluster);
        runSql(conninfo, "create role p_researcher login in role polder_person");
        Options options;
        options.conninfo = m_cluster->as(u"p_researcher"_s, conninfo);
        Desktop desktop(options);
        QElapsedTimer clock;
        clock.start();
        desktop.start();
        TRY_VERIFY(desktop.window());
        desktop.window()->openPage(u"sites"_s);
        auto *tree = desktop.window()->findChild<SiteTree *>();
        TRY_COMPARE(tree->topLevelItemCount(), 1);
        qInfo("first page after %lld ms", clock.elapsed());

        desktop.window()->navigator().writeRequest();
        auto *page = desktop.window()->page(u"request"_s);
        page->findChild<QLineEdit *>(u"project"_s)->setText(u"Tides"_s);
        page->findChild<QPushButton *>(u"submit"_s)->click();
        TRY_COMPARE(valueOf(conninfo, "select state from polder.request where project = 'Tides'"), u"submitted"_s);
        QCOMPARE(valueOf(conninfo, "select height_hu from polder.request_item i join polder.request r on "
                                   "r.id = i.request_id where r.project = 'Tides'"),
                 u"2"_s);
        // Its own page shows what the record made of it.
        auto *requests = desktop.window()->page(u"requests"_s);
        TRY_COMPARE(requests->findChild<QLabel *>(u"state"_s)->text(), u"submitted"_s);
    }

    void aServerThatIsNotThereIsSaid() {
        Options options;
        options.conninfo = u"host=/nowhere dbname=polder"_s;
        Desktop desktop(options);
        desktop.start();
        TRY_VERIFY(!QApplication::topLevelWidgets().isEmpty());
        const auto said = [] {
            for (const QWidget *window : QApplication::topLevelWidgets()) {
                for (const QLabel *label : window->findChildren<QLabel *>()) {
                    if (label->text().contains(u"/nowhere"_s)) {
                        return true;
                    }
                }
            }
            return false;
        };
        TRY_VERIFY(said());
        QVERIFY(!desktop.window());
    }
};

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
