#include "handestate.h"
#include "model/live/databaselive.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/equipment/equipmentpage.h"
#include "views/parts/searchtable.h"
#include "views/parts/usersettings.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// A facility manager puts the register right: in the real application, on a real record.
class TestEquipment : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    [[nodiscard]] QString names() const {
        return sql(
            "select string_agg(concat_ws(' ', name, coalesce(serial, '-'), coalesce(asset_tag, '-')), ', ' order by "
            "id) from polder.equipment where id in (2, 3)");
    }
    template <typename Widget>
    [[nodiscard]] Widget *on(const QString &name) const {
        return m_window->page(u"equipment"_s)->findChild<Widget *>(name);
    }
    [[nodiscard]] QTableView *view() const { return on<SearchTable>(u"equipment"_s)->view(); }
    [[nodiscard]] int rowOf(const QString &name) const {
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (view()->model()->index(row, EquipmentModel::Name).data() == name) {
                return row;
            }
        }
        return -1;
    }
    void at(const QString &name, int column) const {
        view()->showColumn(column);
        view()->setFocus();
        view()->setCurrentIndex(view()->model()->index(rowOf(name), column));
    }
    /// The one that is open; one that was closed may still be there.
    [[nodiscard]] QLineEdit *editor() const {
        for (auto *one : view()->findChildren<QLineEdit *>(u"cell"_s)) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString answer() const { return on<QWidget>(u"review"_s)->findChild<QLabel *>(u"answer"_s)->text(); }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"polder-test"_s);
        QCoreApplication::setApplicationName(u"tst_equipment"_s);
        UserSettings().clear();
        QStringList columns; // as if the reader had asked for them
        for (const int one :
             {EquipmentModel::Weight, EquipmentModel::Project, EquipmentModel::Serial, EquipmentModel::AssetTag}) {
            columns << u"%1=1"_s.arg(one);
        }
        UserSettings().setValue(u"columns/equipment"_s, columns);
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        m_database = m_cluster->copyOf(m_template);
        m_live = openDatabaseLive({.conninfo = m_cluster->as(u"p_manager"_s, m_database), .user = {}, .where = {}});
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_live->connection().state == Connection::State::Online && m_window->estates().estate());
        m_window->navigator().open(EquipmentId{2});
        TRY_VERIFY(on<SearchTable>(u"equipment"_s)->chosen() == 2);
    }
    void cleanup() {
        m_window.reset();
        m_live.reset();
    }

    /// A block of serials and tags, one cell of it wrong: it stays, is mended, all is saved at once, and taken back.
    void aBlockIsPastedMendedSavedAndTakenBack() {
        view()->sortByColumn(EquipmentModel::Weight, Qt::AscendingOrder); // shelf, drawer, genome-1
        QCOMPARE(rowOf(u"drawer"_s), rowOf(u"shelf"_s) + 1);
        view()->showColumn(EquipmentModel::AssetTag);
        at(u"shelf"_s, EquipmentModel::Serial);
        QGuiApplication::clipboard()->setText(u"SN-2\tT-1\nSN-3\tT-1\n"_s);
        QTest::keySequence(view(), QKeySequence::Paste);
        QCOMPARE(on<QLabel>(u"reviewSummary"_s)->text(), u"Would change: 4 · devices: 2 · cannot be used: 2"_s);
        QVERIFY(!on<QPushButton>(u"save"_s)->isEnabled());
        QCOMPARE(names(), u"shelf - -, drawer - -"_s); // nothing is written of it

        at(u"drawer"_s, EquipmentModel::AssetTag);
        QTest::keyClick(view(), Qt::Key_F2);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), u"T-1"_s); // as it was pasted
        editor()->selectAll();
        QTest::keyClicks(editor(), u"T-2"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        TRY_COMPARE(answer(), u"✓ Devices changed: 2. Ctrl+Z takes it back."_s);
        QCOMPARE(names(), u"shelf SN-2 T-1, drawer SN-3 T-2"_s);
        TRY_COMPARE(view()->model()->index(rowOf(u"drawer"_s), EquipmentModel::AssetTag).data().toString(), u"T-2"_s);

        auto *undo = m_window->findChild<QAction *>(u"undo"_s);
        TRY_COMPARE(undo->text(), u"&Undo change of 2 devices"_s);
        undo->trigger();
        TRY_COMPARE(names(), u"shelf - -, drawer - -"_s);
    }

    /// What the record alone can judge: refused with the rule and its numbers, at the cell.
    void tooHeavyForItsRack() {
        at(u"shelf"_s, EquipmentModel::Weight);
        QTest::keyClick(view(), Qt::Key_F2);
        QVERIFY(editor());
        editor()->setText(u"5000"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        const auto *table = on<SearchTable>(u"reviewTable"_s)->view()->model();
        TRY_VERIFY(table->rowCount() == 1 && table->index(0, 4).data().toString().startsWith(u"✕ S3: "_s));
        QVERIFY(on<QWidget>(u"review"_s)->findChild<SearchTable *>(u"violations"_s)->isVisible());
        QCOMPARE(sql("select weight_g from polder.equipment where id = 2"), u"5000"_s);
        QTest::mouseClick(on<QPushButton>(u"giveUp"_s), Qt::LeftButton);
        QVERIFY(!on<QWidget>(u"review"_s)->isVisible());
    }

    /// A colleague was first: mine, theirs, and then mine on purpose.
    void aColleagueWasFirst() {
        at(u"shelf"_s, EquipmentModel::Project);
        QTest::keyClick(view(), Qt::Key_F2);
        editor()->setText(u"Mine"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        TRY_VERIFY(on<SearchTable>(u"reviewTable"_s)->view()->model()->rowCount() == 1);
        runSql(m_cluster->as(u"p_other"_s, m_database),
               "select api.amend_equipment(gen_random_uuid(), null, '{\"changes\": [{\"equipment\": 2, \"values\": "
               "{\"project\": \"Theirs\"}}]}')");
        const auto *table = on<SearchTable>(u"reviewTable"_s)->view()->model();
        TRY_COMPARE(table->index(0, 4).data().toString(),
                    u"It is now “Theirs”. Save to put yours in its place, or give it up."_s);
        QTest::mouseClick(on<QPushButton>(u"save"_s), Qt::LeftButton);
        TRY_COMPARE(sql("select project from polder.equipment where id = 2"), u"Mine"_s);
    }

    /// Both are chosen in the table; their places are free from that day.
    void severalLeaveOnADay() {
        view()->sortByColumn(EquipmentModel::Weight, Qt::AscendingOrder);
        at(u"shelf"_s, EquipmentModel::Name);
        view()->selectionModel()->select(view()->model()->index(rowOf(u"drawer"_s), 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(on<QToolButton>(u"retireButton"_s)->text(), u"Retire …"_s);
        QTest::mouseClick(on<QToolButton>(u"retireButton"_s), Qt::LeftButton);
        auto *dialog = on<QDialog>(u"retireDialog"_s);
        QVERIFY(dialog);
        const auto *leaving = dialog->findChild<SearchTable *>(u"leaving"_s)->view()->model();
        QCOMPARE(leaving->rowCount(), 2);
        auto *day = dialog->findChild<QDateEdit *>(u"retireFrom"_s);
        QCOMPARE(day->minimumDate(), QDate(2027, 3, 1));
        day->setDate({2027, 4, 1});
        auto *retire = dialog->findChild<QPushButton *>(u"retire"_s);
        QVERIFY(retire->isEnabled());
        QTest::mouseClick(retire, Qt::LeftButton);
        TRY_COMPARE(dialog->findChild<QLabel *>(u"answer"_s)->text(),
                    u"✓ All of them leave; their places are free from 1 Apr 2027 on."_s);
        QCOMPARE(
            sql("select string_agg(state || ' ' || during, ', ' order by id) from polder.placement where id in (2, 3)"),
            u"installed [2026-01-01,2027-04-01), installed [2026-01-01,2027-04-01)"_s);
        TRY_COMPARE(view()->model()->index(rowOf(u"shelf"_s), EquipmentModel::Until).data().toString(),
                    u"31 Mar 2027"_s);
    }

    /// One that does not stand there keeps the others: all or none.
    void whatIsInTheWayIsListed() {
        at(u"shelf"_s, EquipmentModel::Name);
        view()->selectionModel()->select(view()->model()->index(rowOf(u"genome-1"_s), 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::mouseClick(on<QToolButton>(u"retireButton"_s), Qt::LeftButton);
        auto *dialog = on<QDialog>(u"retireDialog"_s);
        const auto *leaving = dialog->findChild<SearchTable *>(u"leaving"_s)->view()->model();
        QStringList conflicts;
        for (int row = 0; row < leaving->rowCount(); ++row) {
            conflicts << leaving->index(row, 3).data().toString();
        }
        conflicts.sort();
        QCOMPARE(conflicts, (QStringList{QString(), u"It does not stand anywhere today."_s}));
        QCOMPARE(dialog->findChild<QLabel *>(u"retireWords"_s)->text(), u"All leave or none. Conflicts: 1."_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"retire"_s)->isEnabled());
        dialog->reject();
    }

    /// From the table to another rack, judged before it is asked.
    void oneGoesToAnotherRack() {
        at(u"shelf"_s, EquipmentModel::Name);
        QTest::mouseClick(on<QToolButton>(u"shiftButton"_s), Qt::LeftButton);
        auto *dialog = on<QDialog>(u"shiftDialog"_s);
        QVERIFY(dialog);
        auto *rack = dialog->findChild<QComboBox *>(u"shiftRack0"_s);
        auto *unit = dialog->findChild<QDoubleSpinBox *>(u"shiftUnit0"_s);
        auto *move = dialog->findChild<QPushButton *>(u"shift"_s);
        QCOMPARE(rack->currentText(), u"LEI/DC1/R1"_s);
        QCOMPARE(unit->value(), 3.0);
        QVERIFY(!move->isEnabled()); // it stands there
        unit->setValue(4);           // where the drawer is
        auto *words = dialog->findChild<SearchTable *>();
        TRY_VERIFY(move->isEnabled() && words->isVisible());
        rack->setCurrentIndex(rack->findText(u"LEI/DC1/R2"_s));
        QCOMPARE(unit->value(), 1.0); // the lowest that is free
        TRY_VERIFY(move->isEnabled());
        QTest::mouseClick(move, Qt::LeftButton);
        TRY_COMPARE(sql("select rack_id || ' ' || position_hu from polder.placement where equipment_id = 2 and during "
                        "@> date '2027-03-01'"),
                    u"2 0"_s);
    }

    void aDocumentAndANote() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"manual.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("how it works");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(on<QWidget>(u"equipmentDetail"_s), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(on<QWidget>(u"equipmentDetail"_s), &drop);
        const auto *papers = on<SearchTable>(u"paperTable"_s)->view()->model();
        const auto *attached = on<QWidget>(u"papers"_s)->findChild<QLabel *>(u"answer"_s);
        TRY_COMPARE(attached->text(), u"✓ manual.txt was added."_s);
        TRY_COMPARE(papers->rowCount(), 1);
        QCOMPARE(papers->index(0, 0).data().toString(), u"manual.txt"_s);
        QCOMPARE(sql("select convert_from(bytes, 'utf8') from polder.document where subject = 'equipment' and "
                     "subject_id = 2"),
                 u"how it works"_s);
        QTest::keyClicks(on<QLineEdit>(u"note"_s), u"the fan is loud"_s);
        QTest::keyClick(on<QLineEdit>(u"note"_s), Qt::Key_Return);
        TRY_COMPARE(papers->rowCount(), 2);
        on<SearchTable>(u"paperTable"_s)->view()->selectRow(0);
        QTest::mouseClick(on<QPushButton>(u"takeAway"_s), Qt::LeftButton);
        TRY_COMPARE(papers->rowCount(), 1);
        QCOMPARE(sql("select count(*) from polder.document"), u"0"_s);
    }
};

QTEST_MAIN(TestEquipment)
#include "tst_equipment.moc"
