#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/equipment/equipmentpage.h"
#include "views/equipment/pastedblock.h"
#include "views/parts/searchtable.h"
#include "views/parts/usersettings.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// old (T-1, S-1), front, and "third" of another class, not placed; the viewer is the facility manager.
Snapshot estate() {
    Snapshot snapshot = smallSnapshot();
    snapshot.viewer.mayAmend = true;
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    equipment[0].assetTag = u"T-1"_s;
    equipment[0].serial = u"S-1"_s;
    Equipment third = equipment[0];
    third.id = {3};
    third.name = u"third"_s;
    third.assetTag = u"T-3"_s;
    third.serial.clear();
    equipment.push_back(third);
    for (Equipment &one : equipment) {
        one.dataClass = one.id.value == 3 ? u"hoog"_s : u"middel"_s;
    }
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    return snapshot;
}

/// The same with other attributes of the first.
SnapshotPtr changed(const std::function<void(Equipment &)> &change, std::int64_t generation = 6) {
    Snapshot snapshot = estate();
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    change(equipment[0]);
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.generation = generation;
    return std::make_shared<Snapshot>(snapshot);
}

} // namespace

/// The table of equipment: typed over, pasted into, set together, filtered; what is wrong stays and is marked.
class TestEquipmentPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    Navigator m_navigator;
    std::unique_ptr<EstateWatch> m_estates;
    std::unique_ptr<EquipmentPage> m_page;

    /// All of them, as if the reader had asked for each.
    static void showColumns() {
        QStringList all;
        for (int column = 0; column <= EquipmentModel::Tall; ++column) {
            all << u"%1=1"_s.arg(column);
        }
        UserSettings().setValue(u"columns/equipment"_s, all);
    }
    template <typename Widget>
    [[nodiscard]] Widget *on(const QString &name) const {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QTableView *view() const { return on<SearchTable>(u"equipment"_s)->view(); }
    [[nodiscard]] QString text(int row, int column) const {
        return view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            all << text(row, EquipmentModel::Name);
        }
        return all;
    }
    /// "device field from to remark" of each edit.
    [[nodiscard]] QStringList edits() const {
        QStringList lines;
        const auto *model = on<SearchTable>(u"reviewTable"_s)->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column) {
                cells << model->index(row, column).data().toString();
            }
            lines << cells.join(u'|');
        }
        return lines;
    }
    void at(int row, int column) const {
        view()->showColumn(column);
        view()->setFocus();
        view()->setCurrentIndex(view()->model()->index(row, column));
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
    void type(const QString &text, Qt::Key key) const {
        QTest::keyClick(view(), Qt::Key_F2);
        QVERIFY(editor());
        editor()->setText(text);
        QTest::keyClick(editor(), key);
    }
    /// Typed and kept, not saved.
    void stage(const QString &text) const {
        type(text, Qt::Key_Tab);
        TRY_VERIFY(editor()); // Tab went on
        QTest::keyClick(editor(), Qt::Key_Escape);
        TRY_VERIFY(!editor());
    }
    void paste(const QString &text) const {
        view()->setFocus();
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(view(), QKeySequence::Paste);
    }
    [[nodiscard]] QString summary() const { return on<QLabel>(u"reviewSummary"_s)->text(); }
    [[nodiscard]] QJsonArray saved() const { return m_live->asked.back().arguments[u"changes"_s].toArray(); }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"polder-test"_s);
        QCoreApplication::setApplicationName(u"tst_equipmentpage"_s);
    }
    void init() {
        UserSettings().clear();
        showColumns();
        m_live = std::make_unique<FakeLive>(std::make_shared<Snapshot>(estate()));
        m_estates = std::make_unique<EstateWatch>(*m_live);
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->resize(1400, 800);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_COMPARE(names().size(), 3);
    }
    void cleanup() { m_page.reset(); }

    /// A page that is asked for one object shows it as soon as its row is there; what is searched for gives way.
    void aLinkWaitsForItsRow() {
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->show(EquipmentId{3});
        QCOMPARE(names(), QStringList());
        QCOMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 0);
        TRY_COMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 3);
        QCOMPARE(on<QLabel>(u"name"_s)->text(), u"third"_s);
        // Somebody who looks at something else meanwhile is left there.
        Snapshot more = estate();
        std::vector<Equipment> equipment(more.equipment.begin(), more.equipment.end());
        equipment.push_back(equipment[2]);
        equipment[3].id = {4};
        equipment[3].name = u"fourth"_s;
        more.equipment = Table<Equipment>(std::move(equipment));
        m_live->setSnapshot(std::make_shared<Snapshot>(more));
        m_page->show(EquipmentId{4});
        on<SearchTable>(u"equipment"_s)->choose(1);
        TRY_COMPARE(names().size(), 4);
        QCOMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 1);
        m_page->show(EquipmentId{4});
        QCOMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 4);
    }

    /// The newest is what is shown in the end, and who has chosen a row keeps it.
    void rowsAreReadMeanwhileAndTheNewestWins() {
        at(1, EquipmentModel::Name);
        for (const QString &project : {u"Physics"_s, u"Genomics"_s, u"Tides"_s}) {
            m_live->setSnapshot(changed([&](Equipment &one) { one.project = project; }, 6));
        }
        QCOMPARE(text(0, EquipmentModel::Project), QString()); // nobody has waited
        TRY_COMPARE(text(0, EquipmentModel::Project), u"Tides"_s);
        QCOMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 2);
        QCOMPARE(on<QLabel>(u"shown"_s)->text(), u"3 of 3"_s);
    }

    /// What takes longer says so, and holds nobody.
    void itSaysThatItIsReading() {
        QThreadPool *pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        QSemaphore gate;
        const auto open = qScopeGuard([&] {
            gate.release(threads);
            pool->waitForDone();
        });
        for (int i = 0; i < threads; ++i) {
            pool->start([&gate] { gate.acquire(); });
        }
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->show(EquipmentId{1}); // it is not painted: that, too, waits for threads
        TRY_COMPARE(on<QLabel>(u"shown"_s)->text(), u"Reading …"_s);
        QCOMPARE(names(), QStringList());
        gate.release(threads);
        TRY_COMPARE(names().size(), 3);
        QCOMPARE(on<QLabel>(u"shown"_s)->text(), u"3 of 3"_s);
    }

    void aCellIsTypedOver() {
        at(0, EquipmentModel::Serial);
        type(u"S-9"_s, Qt::Key_Return);
        QCOMPARE(m_live->asked.back().name, u"amend_equipment"_s);
        const QJsonObject change = saved()[0].toObject();
        QCOMPARE(change, (QJsonObject{{u"equipment"_s, 1},
                                      {u"values"_s, QJsonObject{{u"serial"_s, u"S-9"_s}}},
                                      {u"was"_s, QJsonObject{{u"serial"_s, u"S-1"_s}}}}));
        TRY_COMPARE(edits().size(), 0);
        QVERIFY(
            on<QWidget>(u"review"_s)->findChild<QLabel *>(u"answer"_s)->text().startsWith(u"✓ Devices changed: 1."_s));
    }

    void escapeLeavesItAsItWas() {
        at(0, EquipmentModel::Serial);
        type(u"S-9"_s, Qt::Key_Escape);
        QVERIFY(m_live->asked.empty());
        QCOMPARE(edits().size(), 0);
        // Typed and kept with Tab, then given up where it stands.
        stage(u"S-9"_s);
        QCOMPARE(edits(), QStringList{u"old|Serial|S-1|S-9|"_s});
        at(0, EquipmentModel::Serial);
        QTest::keyClick(view(), Qt::Key_Escape);
        QCOMPARE(edits().size(), 0);
    }

    void tabGoesOnToTheNextFieldAndSavesNothing() {
        for (const int column : {EquipmentModel::Serial, EquipmentModel::AssetTag}) {
            view()->showColumn(column);
        }
        at(0, EquipmentModel::Serial);
        type(u"S-9"_s, Qt::Key_Tab);
        QVERIFY(m_live->asked.empty());
        TRY_VERIFY(editor());
        QCOMPARE(view()->currentIndex().column(), int{EquipmentModel::AssetTag});
        editor()->setText(u"T-9"_s);
        QTest::keyClick(editor(), Qt::Key_Backtab);
        TRY_COMPARE(view()->currentIndex().column(), int{EquipmentModel::Serial});
        QCOMPARE(edits(), (QStringList{u"old|Serial|S-1|S-9|"_s, u"old|Asset tag|T-1|T-9|"_s}));
        QCOMPARE(summary(), u"Would change: 2 · devices: 1"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTest::mouseClick(on<QPushButton>(u"save"_s), Qt::LeftButton);
        QCOMPARE(saved()[0][u"values"_s].toObject(),
                 (QJsonObject{{u"serial"_s, u"S-9"_s}, {u"asset_tag"_s, u"T-9"_s}}));
    }

    void whatIsPastedIsShownFirst() {
        at(0, EquipmentModel::Serial);
        view()->showColumn(EquipmentModel::AssetTag);
        paste(u"S-10\tT-10\r\nS-11\tT-3\r\nS-12\tT-12\r\nS-13\tT-13\r\n"_s);
        QVERIFY(m_live->asked.empty());
        QCOMPARE(edits().size(), 6);
        QCOMPARE(summary(), u"Would change: 6 · devices: 3"_s); // T-3 is free: the third gets another
        QCOMPARE(on<QLabel>(u"reviewNotice"_s)->text(), u"Lines below the last row: 1."_s);
        paste(u"S-10\tT-10\nS-10\tT-10\n"_s);
        QVERIFY2(summary().endsWith(u"cannot be used: 4"_s), qPrintable(summary()));
        QVERIFY(!on<QPushButton>(u"save"_s)->isEnabled());
        QVERIFY2(edits()[0].endsWith(u"✕ It is here more than once."_s), qPrintable(edits()[0]));
        // One cell is mended, where it stands.
        at(1, EquipmentModel::Serial);
        type(u"S-11"_s, Qt::Key_Tab);
        TRY_VERIFY(editor());
        editor()->setText(u"T-11"_s);
        QTest::keyClick(editor(), Qt::Key_Return); // nothing is wrong any more: saved
        QCOMPARE(saved().size(), 3);
        QCOMPARE(saved()[1][u"values"_s].toObject(),
                 (QJsonObject{{u"serial"_s, u"S-11"_s}, {u"asset_tag"_s, u"T-11"_s}}));
    }

    void aBlockWithHeadingsFindsItsRows() {
        paste(u"Asset tag\tWeight\tWarranty until\tPlace\nT-3\t12.5 kg\t2030-05-31\tmoon\nT-8\t1\t\t\n"_s);
        QCOMPARE(edits(), (QStringList{u"third|Weight||12.5|"_s, u"third|Warranty until||2030-05-31|"_s}));
        QCOMPARE(on<QLabel>(u"reviewNotice"_s)->text(),
                 u"Cells on columns that cannot be typed over: 1 (Place).\nThere is no row for: T-8."_s);
    }

    void whatCannotBeStaysAndSaysWhy_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("why");
        QTest::newRow("no number") << int{EquipmentModel::Weight} << u"heavy"_s << u"“heavy” is no number of kg."_s;
        QTest::newRow("two numbers") << int{EquipmentModel::Budgeted} << u"1.200"_s
                                     << u"“1.200” can mean two numbers; write it without a separator of thousands."_s;
        QTest::newRow("too much") << int{EquipmentModel::Weight} << u"20000.001"_s
                                  << u"“20000.001” is not from 0.001 to 20,000 kg."_s;
        QTest::newRow("no day") << int{EquipmentModel::Warranty} << u"31-31-2027"_s
                                << u"“31-31-2027” is no date; write it like 2027-05-31."_s;
        QTest::newRow("no class") << int{EquipmentModel::DataClass} << u"secret"_s
                                  << u"“secret” is none of low, medium, high."_s;
        QTest::newRow("empty") << int{EquipmentModel::DataClass} << u" "_s << u"This cannot be empty."_s;
        QTest::newRow("nobody") << int{EquipmentModel::Sponsor} << u"x"_s << u"“x” is nobody of its owner’s."_s;
        QTest::newRow("taken") << int{EquipmentModel::AssetTag} << u"T-3"_s
                               << u"Another device of this owner has it."_s;
    }
    void whatCannotBeStaysAndSaysWhy() {
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QString, why);
        at(0, column);
        type(typed, Qt::Key_Return);
        QVERIFY(m_live->asked.empty());
        QCOMPARE(edits().size(), 1);
        QCOMPARE(edits()[0].section(u'|', -1), u"✕ "_s + why);
        QCOMPARE(edits()[0].section(u'|', 3, 3), typed.trimmed());
        QVERIFY(!on<QPushButton>(u"save"_s)->isEnabled());
        QVERIFY(on<QWidget>(u"review"_s)->isVisible());
    }

    void severalAreSetTogether() {
        QTest::mouseClick(on<QToolButton>(u"bulkButton"_s), Qt::LeftButton);
        view()->selectAll();
        auto *field = on<QComboBox>(u"bulkField"_s);
        field->setCurrentIndex(field->findData(u"project"_s));
        QTest::keyClicks(on<QLineEdit>(u"bulkValue"_s), u"Genomics"_s);
        QTest::keyClick(on<QLineEdit>(u"bulkValue"_s), Qt::Key_Return);
        QVERIFY(m_live->asked.empty());
        QCOMPARE(edits(), (QStringList{u"old|Project||Genomics|"_s, u"front|Project||Genomics|"_s,
                                       u"third|Project||Genomics|"_s}));
        QTest::mouseClick(on<QPushButton>(u"save"_s), Qt::LeftButton);
        QCOMPARE(saved().size(), 3);
        TRY_COMPARE(edits().size(), 0);
        // What no list shows: it is as it is now.
        field->setCurrentIndex(field->findData(u"cost_centre"_s));
        QTest::mouseClick(on<QPushButton>(u"bulkPreview"_s), Qt::LeftButton);
        QCOMPARE(edits()[0], u"old|Cost centre|what it is now|Genomics|"_s);
    }

    /// What the record refuses is marked cell by cell; mine and theirs where somebody was first.
    void whatTheRecordRefuses() {
        Error error;
        error.kind = Error::Kind::Stale;
        error.sqlstate = u"PL003"_s;
        error.data = QJsonObject{
            {u"faults"_s, QJsonArray{QJsonObject{{u"field"_s, u"changes/0/values/project"_s},
                                                 {u"sqlstate"_s, u"PL003"_s},
                                                 {u"theirs"_s, u"Physics"_s},
                                                 {u"changed_by"_s, u"Otto"_s},
                                                 {u"reason"_s, u"project was changed after you looked"_s}},
                                     QJsonObject{{u"field"_s, u"changes/0/values/serial"_s},
                                                 {u"sqlstate"_s, u"PL004"_s},
                                                 {u"code"_s, u"free_for_owner"_s},
                                                 {u"reason"_s, u"changes/0/values/serial: must be not in use"_s}}}}};
        m_live->answers.push_back(error);
        view()->showColumn(EquipmentModel::Serial);
        at(0, EquipmentModel::Project);
        stage(u"Genomics"_s);
        at(0, EquipmentModel::Serial);
        type(u"S-2"_s, Qt::Key_Return);
        TRY_VERIFY(edits().size() == 2 && edits()[0].contains(u"Otto"_s));
        QCOMPARE(edits()[0],
                 u"old|Project|Physics|Genomics|Otto made it “Physics” meanwhile. Save again to put yours in its "
                 "place, or give it up."_s);
        QCOMPARE(edits()[1],
                 u"old|Serial|S-1|S-2|✕ The record says: must be not in use by another device of this owner."_s);
        // The serial is mended; the project goes over theirs, on purpose.
        at(0, EquipmentModel::Serial);
        type(u"S-3"_s, Qt::Key_Return);
        QCOMPARE(saved()[0][u"was"_s].toObject(), (QJsonObject{{u"project"_s, u"Physics"_s}, {u"serial"_s, u"S-1"_s}}));
        TRY_COMPARE(edits().size(), 0);
    }

    void somebodyElseMeanwhile() {
        at(0, EquipmentModel::Project);
        stage(u"Genomics"_s);
        m_live->setSnapshot(changed([](Equipment &one) { one.project = u"Physics"_s; }));
        QCOMPARE(edits(),
                 QStringList{u"old|Project|Physics|Genomics|It is now “Physics”. Save to put yours in its place, or "
                             "give it up."_s});
        m_live->setSnapshot(changed([](Equipment &one) { one.project = u"Genomics"_s; }, 7));
        QCOMPARE(edits().size(), 0); // it is as was wanted
    }

    void facets() {
        QTest::mouseClick(on<QToolButton>(u"facetsButton"_s), Qt::LeftButton);
        auto *items = qobject_cast<QStandardItemModel *>(on<QTreeView>(u"facets"_s)->model());
        const auto find = [items](const QString &words) {
            return items->findItems(words, Qt::MatchExactly | Qt::MatchRecursive).value(0);
        };
        TRY_VERIFY(find(u"HOME (2)"_s) && find(u"none (1)"_s) && find(u"medium (2)"_s));
        find(u"medium (2)"_s)->setCheckState(Qt::Checked);
        QCOMPARE(names(), (QStringList{u"old"_s, u"front"_s}));
        QVERIFY(find(u"high (1)"_s)); // of its own facet the others are still to be had
        QVERIFY(!find(u"none (1)"_s));
        find(u"high (1)"_s)->setCheckState(Qt::Checked);
        QCOMPARE(names().size(), 3);
        find(u"HOME (2)"_s)->setCheckState(Qt::Checked);
        QCOMPARE(names(), (QStringList{u"old"_s, u"front"_s}));
        QCOMPARE(on<QLabel>(u"shown"_s)->text(), u"2 of 3"_s);
        // What is asked for by name is shown.
        m_page->show(EquipmentId{3});
        QCOMPARE(names().size(), 3);
        QCOMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 3);
    }

    void filtersByName() {
        QTest::mouseClick(on<QToolButton>(u"facetsButton"_s), Qt::LeftButton); // nobody ticks what is not shown
        auto *items = qobject_cast<QStandardItemModel *>(on<QTreeView>(u"facets"_s)->model());
        TRY_VERIFY(!items->findItems(u"high (1)"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
        items->findItems(u"high (1)"_s, Qt::MatchExactly | Qt::MatchRecursive).value(0)->setCheckState(Qt::Checked);
        on<SearchTable>(u"equipment"_s)->search(u"thi"_s);
        auto *filters = on<QComboBox>(u"savedFilters"_s);
        QVERIFY(!on<QToolButton>(u"keepFilter"_s)->isEnabled());
        filters->setEditText(u"patients"_s);
        QTest::mouseClick(on<QToolButton>(u"keepFilter"_s), Qt::LeftButton);
        // Another page, later.
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->QWidget::show();
        TRY_COMPARE(names().size(), 3);
        filters = on<QComboBox>(u"savedFilters"_s);
        const int kept = filters->findText(u"patients"_s);
        QCOMPARE(kept, 0);
        filters->setCurrentIndex(kept);
        Q_EMIT filters->activated(kept);
        QCOMPARE(names(), QStringList{u"third"_s});
        QTest::mouseClick(on<QToolButton>(u"forgetFilter"_s), Qt::LeftButton);
        QCOMPARE(on<QComboBox>(u"savedFilters"_s)->count(), 0);
    }

    void columnsByTheKeyboard() {
        UserSettings().clear();
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_VERIFY(view()->isColumnHidden(EquipmentModel::Kind));
        QTimer::singleShot(0, this, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->actions()[EquipmentModel::Kind]->trigger();
            menu->close();
        });
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!view()->isColumnHidden(EquipmentModel::Kind));
        m_page = std::make_unique<EquipmentPage>(*m_live, *m_estates, m_navigator);
        m_page->QWidget::show();
        TRY_COMPARE(names().size(), 3);
        QVERIFY(!view()->isColumnHidden(EquipmentModel::Kind)); // remembered
    }

    void aFileIsDroppedOnTheDetail() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"manual.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("how it works");
        file.close();
        m_live->readings = {QJsonObject{
            {u"subject"_s, u"equipment"_s},
            {u"id"_s, 1},
            {u"documents"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, 7}, {u"name"_s, u"manual.txt"_s}, {u"size"_s, 12}, {u"by"_s, u"Ada"_s}, {u"mine"_s, true}}}},
            {u"values"_s, QJsonObject{{u"cost_centre"_s, u"K-7"_s}}}}};
        at(0, EquipmentModel::Name);
        TRY_VERIFY(on<QLabel>(u"facts"_s)->text().contains(u"K-7"_s));
        auto *detail = on<QWidget>(u"equipmentDetail"_s);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(detail, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(detail, &drop);
        QCOMPARE(m_live->asked.back().name, u"attach"_s);
        const QJsonObject asked = m_live->asked.back().arguments;
        QCOMPARE(asked[u"subject"_s], u"equipment"_s);
        QCOMPARE(asked[u"of"_s], 1);
        QCOMPARE(asked[u"name"_s], u"manual.txt"_s);
        QCOMPARE(asked[u"media_type"_s], u"text/plain"_s);
        QCOMPARE(QByteArray::fromBase64(asked[u"content"_s].toString().toLatin1()), "how it works");
        // Opened: it is read then, and not before.
        auto *table = on<SearchTable>(u"paperTable"_s);
        TRY_COMPARE(table->view()->model()->rowCount(), 1);
        table->view()->selectRow(0);
        m_live->readings = {QJsonObject{{u"name"_s, u"manual.txt"_s},
                                        {u"content"_s, QString::fromLatin1(QByteArray("how it works").toBase64())}}};
        QSignalSpy written(on<QWidget>(u"papers"_s), SIGNAL(written(QString)));
        QDesktopServices::setUrlHandler(u"file"_s, this, "opened");
        TRY_VERIFY(on<QPushButton>(u"openPaper"_s)->isEnabled()); // the file is there by now
        QTest::mouseClick(on<QPushButton>(u"openPaper"_s), Qt::LeftButton);
        TRY_COMPARE(written.count(), 1);
        QFile copy(written[0][0].toString());
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), "how it works");
        QCOMPARE(m_opened, QUrl::fromLocalFile(copy.fileName()));
        QDesktopServices::unsetUrlHandler(u"file"_s);
        // A note.
        QTest::keyClicks(on<QLineEdit>(u"note"_s), u"loud"_s);
        QTest::keyClick(on<QLineEdit>(u"note"_s), Qt::Key_Return);
        QCOMPARE(m_live->asked.back().arguments,
                 (QJsonObject{{u"subject"_s, u"equipment"_s}, {u"of"_s, 1}, {u"text"_s, u"loud"_s}}));
        TRY_COMPARE(on<QLineEdit>(u"note"_s)->text(), QString());
    }

    void itIsReplaced() {
        at(0, EquipmentModel::Name);
        QTest::mouseClick(on<QPushButton>(u"replace"_s), Qt::LeftButton);
        auto *dialog = on<QDialog>(u"replaceDialog"_s);
        QVERIFY(dialog);
        auto *serial = dialog->findChild<QLineEdit *>(u"serial"_s);
        auto *check = dialog->findChild<QLabel *>(u"replaceCheck"_s);
        QTest::keyClicks(serial, u"S-1"_s);
        QCOMPARE(check->text(), u"Serial: old has this one already."_s);
        QTest::keyClicks(serial, u"0"_s);
        QCOMPARE(check->text(), u"✓ Nobody else has this serial."_s);
        m_live->answers.push_back(QJsonObject{{u"equipment"_s, 2}, {u"placement"_s, 9}});
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"ask"_s), Qt::LeftButton);
        QCOMPARE(m_live->asked.back().name, u"replace"_s);
        QCOMPARE(m_live->asked.back().arguments[u"serial"_s], u"S-10"_s);
        QCOMPARE(m_live->asked.back().arguments[u"placement"_s], oldPlacement.value);
        TRY_COMPARE(on<SearchTable>(u"equipment"_s)->chosen(), 2); // the new one
    }

    void itsHistoryIsAClickAway() {
        QSignalSpy wanted(&m_navigator, &Navigator::historyWanted);
        at(1, EquipmentModel::Name);
        QTest::mouseClick(on<QPushButton>(u"history"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<EquipmentId>(), EquipmentId{2});
    }

    void whoHasNoSuchOfficeIsNotLedToTry() {
        m_live->setSnapshot(std::make_shared<Snapshot>(smallSnapshot()));
        at(0, EquipmentModel::Serial);
        QTest::keyClick(view(), Qt::Key_F2);
        QVERIFY(!editor());
        paste(u"x"_s);
        QCOMPARE(edits().size(), 0);
        QVERIFY(on<QToolButton>(u"bulkButton"_s)->isHidden());
    }

    void blocksOfSpreadsheets() {
        QCOMPARE(pastedBlock(u"a\tb\r\nc\t\r\n"_s), (QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, QString()}}));
        QCOMPARE(pastedBlock(u"\"a\n\"\"b\"\"\"\tc"_s), (QList<QStringList>{{u"a\n\"b\""_s, u"c"_s}}));
        QCOMPARE(pastedBlock(u"a\n\nb"_s), (QList<QStringList>{{u"a"_s}, {QString()}, {u"b"_s}}));
        QCOMPARE(pastedBlock({}), QList<QStringList>());
        QCOMPARE(pastedBlock(u"5\" disk\n"_s), (QList<QStringList>{{u"5\" disk"_s}}));
    }

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
};

QTEST_MAIN(TestEquipmentPage)
#include "tst_equipmentpage.moc"
