#include "app/polder/desktop.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/parts/intentform.h"
#include "views/parts/searchtable.h"
#include "views/window/mainwindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// From an empty record to the first rack with one booking, in the window, by the steps that Home offers. Each test is
/// a step, and goes on where the last one ended.
class TestFirstSteps : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    std::unique_ptr<Desktop> m_desktop;
    int m_steps = 0; ///< that were taken

    [[nodiscard]] MainWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] QWidget &page(const QString &name) const { return *window().page(name); }
    [[nodiscard]] QString sql(const QByteArray &statement) const { return valueOf(m_cluster->conninfo(), statement); }
    [[nodiscard]] QString list() const { return window().findChild<QLabel *>(u"steps"_s)->text(); }
    /// The one that Home shows now.
    [[nodiscard]] IntentForm &form(const QString &intention) const {
        IntentForm *found = nullptr;
        const auto visible = [&] {
            found = page(u"home"_s).findChild<IntentForm *>(intention);
            return found && found->isVisible();
        };
        if (!QTest::qWaitFor(visible, patience)) {
            QStringList said;
            for (const QLabel *answer : page(u"home"_s).findChildren<QLabel *>(u"answer"_s)) {
                said << answer->text();
            }
            qFatal("no form of %s: %s", qPrintable(intention), qPrintable(said.join(u' ')));
        }
        return *found;
    }
    static void type(QWidget &field, const QString &text) {
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Tab);
    }
    void take(IntentForm &form) {
        auto *button = form.findChild<QPushButton *>(u"ask"_s);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        ++m_steps;
    }
    void press(const QString &pageName, const QString &name) const {
        QPushButton *button = nullptr;
        TRY_VERIFY2((button = page(pageName).findChild<QPushButton *>(name)) && button->isVisible() &&
                        button->isEnabled(),
                    qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] bool at(int step, const QString &words) const {
        return list().contains(u"▶ %1. %2"_s.arg(step).arg(words));
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        auto cluster = EmbeddedCluster::start(m_folder.filePath(u"cluster"_s), EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        m_cluster = std::move(*cluster);
        Options options;
        options.embeddedFolder = m_folder.filePath(u"cluster"_s);
        m_desktop = std::make_unique<Desktop>(options);
        m_desktop->start();
        TRY_VERIFY(m_desktop->window());
    }
    void cleanupTestCase() {
        m_desktop.reset();
        const ProcessEnd end(m_cluster->processId());
        m_cluster.reset();
        QVERIFY(end.happensWithin(patience));
    }

    void theInstitution() {
        IntentForm &found = form(u"found_institution"_s);
        QVERIFY2(at(1, u"The institution"_s), qPrintable(list()));
        type(*found.field(u"code"_s), u"UL"_s);
        type(*found.field(u"name"_s), u"Leiden University"_s);
        type(*found.field(u"person"_s), u"Ada Lovelace"_s);
        type(*found.field(u"handle"_s), u"ada"_s);
        const QPointer<MainWindow> before = &window();
        take(found);
        TRY_VERIFY(!before); // everything else is done as the first person, in a window of her own
        TRY_COMPARE(sql("select count(*) from polder.person"), u"1"_s);
        QVERIFY(form(u"add_site"_s).isVisible());
        TRY_VERIFY(at(2, u"A data centre"_s));
    }

    void theBuilding() {
        IntentForm &site = form(u"add_site"_s);
        type(*site.field(u"code"_s), u"LEI"_s);
        type(*site.field(u"name"_s), u"Snellius"_s);
        take(site);
        IntentForm &room = form(u"draw_room"_s);
        type(*room.field(u"code"_s), u"H1"_s);
        type(*room.field(u"width_mm"_s), u"8000"_s);
        take(room);
        IntentForm &power = form(u"add_nodes"_s);
        TRY_VERIFY(at(4, u"Power"_s));
        take(power);
        IntentForm &racks = form(u"add_racks"_s);
        type(*racks.field(u"row"_s), u"A"_s);
        type(*racks.field(u"count"_s), u"4"_s);
        take(racks);
        TRY_VERIFY2(at(6, u"A request"_s), qPrintable(list()));
        QCOMPARE(sql("select string_agg(code, ' ' order by x_mm) from polder.rack"), u"A01 A02 A03 A04"_s);
        QCOMPARE(sql("select count(*) from polder.outlet"), u"336"_s); // 42 on each side
    }

    void theRequest() {
        press(u"home"_s, u"writeRequest"_s);
        QVERIFY(page(u"request"_s).isVisible());
        const auto field = [this](const QString &name) -> QWidget & {
            return *page(u"request"_s).findChild<QWidget *>(name);
        };
        type(field(u"project"_s), u"The first"_s);
        type(field(u"height"_s), u"2"_s);
        type(field(u"draw"_s), u"500"_s);
        type(field(u"weight"_s), u"20"_s);
        type(field(u"depth"_s), u"700"_s);
        type(field(u"cords"_s), u"2"_s);
        QTest::keyClicks(&field(u"plug"_s), u"C14"_s);
        press(u"request"_s, u"submit"_s);
        ++m_steps;
        TRY_VERIFY(page(u"requests"_s).isVisible());
        QCOMPARE(sql("select state from polder.request"), u"submitted"_s);
        window().openPage(u"home"_s);
        take(form(u"endorse"_s));
        take(form(u"review"_s));
        TRY_VERIFY2(at(9, u"A place is held"_s), qPrintable(list()));
    }

    void thePlace() {
        press(u"home"_s, u"findPlace"_s);
        QVERIFY(page(u"findspace"_s).isVisible());
        press(u"findspace"_s, u"hold"_s);
        ++m_steps;
        TRY_VERIFY(page(u"requests"_s).isVisible());
        QCOMPARE(sql("select state from polder.placement"), u"held"_s);
        QCOMPARE(m_steps, 9); // under ten

        // A second window of the same person shows the same, and goes by itself.
        QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_desktop->others().size(), 1);
        MainWindow &other = *m_desktop->others().front();
        QVERIFY(other.isVisible());
        QCOMPARE(&other.estates(), &window().estates()); // made once for both
        TRY_VERIFY(other.findChild<SearchTable *>(u"concerns"_s)->isVisible());
        QVERIFY(!other.findChild<QWidget *>(u"firstSteps"_s));
        other.close();
        QVERIFY(window().isVisible());
        window().openPage(u"home"_s);
        TRY_VERIFY(!page(u"home"_s).findChild<QWidget *>(u"firstSteps"_s)->isVisible());
        QVERIFY(page(u"home"_s).findChild<SearchTable *>(u"concerns"_s)->isVisible());
    }
};

QTEST_MAIN(TestFirstSteps)
#include "tst_firststeps.moc"
