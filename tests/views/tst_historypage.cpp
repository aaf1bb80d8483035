#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/history/historypage.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject change(int generation, const QString &table, int key, const QString &op, const QJsonObject &changed,
                   int about = 0) {
    QJsonObject row{{u"generation"_s, generation},
                    {u"at"_s, u"2026-11-29T12:00:00.000+00:00"_s},
                    {u"person"_s, 1},
                    {u"intention"_s, u"move"_s},
                    {u"table"_s, table},
                    {u"key"_s, key},
                    {u"op"_s, op},
                    {u"name"_s, u"nameless"_s},
                    {u"changed"_s, changed}};
    if (about > 0) {
        row[u"about"_s] = about;
    }
    return row;
}

QJsonObject answer(const QJsonArray &rows, bool more = false) {
    return {{u"rows"_s, rows},
            {u"more"_s, more},
            {u"after"_s, QJsonObject{{u"generation"_s, 7}, {u"table"_s, u"rack"_s}, {u"key"_s, 2}}}};
}

Snapshot withPeople() {
    Snapshot snapshot = smallSnapshot();
    Person ada;
    ada.id = {1};
    ada.name = u"Ada"_s;
    snapshot.people = Table<Person>({ada});
    return snapshot;
}

} // namespace

class TestHistoryPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    Navigator m_navigator;
    std::unique_ptr<HistoryPage> m_page;
    QTableView *m_table = nullptr;

    [[nodiscard]] QStringList cells(int column) const {
        QStringList texts;
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            texts << m_table->model()->index(row, column).data().toString();
        }
        return texts;
    }
    template <typename Widget>
    [[nodiscard]] Widget *on(const QString &name) const {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QJsonObject asked() const { return m_live->questions.back().arguments; }
    /// By key, as one chooses who uses no mouse.
    void choose(const QString &box, const QString &text) const {
        auto *combo = on<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 1; i < combo->count() && combo->currentText() != text; ++i) {
            QTest::keyClick(combo, Qt::Key_Down);
        }
        QCOMPARE(combo->currentText(), text);
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(withPeople()));
        m_live->readings.push_back(answer(
            {change(9, u"placement"_s, 1, u"update"_s,
                    {{u"rack_id"_s, QJsonArray{1, 2}}, {u"state"_s, QJsonArray{QJsonValue::Null, u"installed"_s}}}, 1),
             change(8, u"equipment"_s, 2, u"update"_s, {{u"weight_g"_s, QJsonArray{12000, 14500}}}),
             change(7, u"rack"_s, 2, u"insert"_s, {{u"units"_s, QJsonArray{QJsonValue::Null, 10}}})},
            true));
        m_page = std::make_unique<HistoryPage>(*m_live, m_navigator);
        QVERIFY(m_live->questions.empty()); // until somebody looks
        m_table = on<SearchTable>(u"history"_s)->view();
        m_page->resize(1300, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_COMPARE(m_table->model()->rowCount(), 3);
    }
    void cleanup() {
        m_page.reset();
        m_live.reset();
    }

    void whoDidWhatToWhat() {
        QCOMPARE(m_live->questions.size(), std::size_t{1});
        QCOMPARE(asked()[u"most"_s], 1000); // a page: the rest waits
        QCOMPARE(asked()[u"net"_s], false);
        QCOMPARE(cells(1), (QStringList{u"Ada"_s, u"Ada"_s, u"Ada"_s}));
        QCOMPARE(cells(2).value(0), u"move"_s);
        QCOMPARE(cells(3), (QStringList{u"booking"_s, u"equipment"_s, u"rack"_s}));
        QCOMPARE(cells(4), (QStringList{u"old"_s, u"front"_s, u"HOME/R1/A2"_s}));
        QCOMPARE(cells(5), (QStringList{u"changed"_s, u"changed"_s, u"made"_s}));
        QCOMPARE(cells(6), (QStringList{u"rack: HOME/R1/A1 → HOME/R1/A2, state: installed"_s,
                                        u"weight: 12 kg → 14.5 kg"_s, QString()}));
        QCOMPARE(on<QLabel>(u"summary"_s)->text(), u"The newest 3 changes"_s);
    }

    void thereIsMore() {
        m_live->readings.push_back(answer({change(6, u"rack"_s, 1, u"insert"_s, {})}));
        m_live->readings.pop_front();
        QTest::mouseClick(on<QPushButton>(u"more"_s), Qt::LeftButton);
        TRY_COMPARE(m_table->model()->rowCount(), 4);
        QCOMPARE(asked()[u"after"_s][u"generation"_s], 7);
        QCOMPARE(cells(4).value(3), u"HOME/R1/A1"_s);
        QVERIFY(!on<QPushButton>(u"more"_s)->isVisible());
    }

    void byPersonKindAndPeriod() {
        choose(u"person"_s, u"Ada"_s);
        QCOMPARE(asked()[u"person"_s], 1);
        choose(u"kind"_s, u"booking"_s);
        QCOMPARE(asked()[u"table"_s], u"placement"_s);
        on<QDateEdit>(u"from"_s)->setDate({2026, 1, 31});
        QCOMPARE(asked()[u"from"_s], u"2026-01-31"_s);
        choose(u"mode"_s, u"what the record knew otherwise"_s);
        QCOMPARE(asked()[u"net"_s], true);
        QVERIFY(!asked().contains(u"after"_s));
    }

    void ofOneThingAndWhereItIs() {
        QSignalSpy wanted(&m_navigator, &Navigator::wanted);
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        QTest::mouseClick(on<QPushButton>(u"open"_s), Qt::LeftButton);
        QCOMPARE(std::get<EquipmentId>(wanted.first().first().value<ObjectLink>()), EquipmentId{1});
        QTest::mouseClick(on<QPushButton>(u"only"_s), Qt::LeftButton);
        QCOMPARE(asked()[u"table"_s], u"placement"_s);
        QCOMPARE(asked()[u"key"_s], 1);
        TRY_VERIFY(on<QPushButton>(u"only"_s)->isEnabled());
        QTest::mouseClick(on<QPushButton>(u"only"_s), Qt::LeftButton);
        QVERIFY(!asked().contains(u"key"_s));
    }

    /// From the day on which it begins, and not the day before: without asking anybody.
    void whatStandsOtherwise() {
        Snapshot snapshot = withPeople();
        std::vector<Placement> placements(snapshot.placements.begin(), snapshot.placements.end());
        const Day moves = snapshot.today.plus(-3);
        placements[1].during.until = moves;
        Placement after = placements[1];
        after.id = {3};
        after.rack = rackA2;
        after.during = {moves, Day::never()};
        placements.push_back(after);
        snapshot.placements = Table<Placement>(std::move(placements));
        snapshot.generation = 6;
        m_live->setSnapshot(std::make_shared<const Snapshot>(snapshot));
        choose(u"mode"_s, u"what holds otherwise"_s);
        TRY_COMPARE(cells(4), QStringList{u"front"_s});
        QCOMPARE(cells(5), QStringList{u"is otherwise"_s});
        QCOMPARE(cells(6), QStringList{u"place: HOME/R1/A1 U4 → HOME/R1/A2 U4"_s});
        on<QDateEdit>(u"until"_s)->setDate(moves.plus(-1).toDate());
        TRY_COMPARE(m_table->model()->rowCount(), 0);
        on<QDateEdit>(u"until"_s)->setDate(moves.toDate());
        TRY_COMPARE(m_table->model()->rowCount(), 1);
    }

    void aRefusalIsSaid() {
        Error away;
        away.kind = Error::Kind::Unavailable;
        away.what = u"The server is away."_s;
        m_live->readings.push_back(away);
        m_live->readings.pop_front();
        choose(u"person"_s, u"Ada"_s);
        TRY_COMPARE(on<QLabel>(u"answer"_s)->text(), u"The server is away."_s);
        QCOMPARE(m_table->model()->rowCount(), 3); // what was there stays readable
    }
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
