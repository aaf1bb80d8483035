#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/administration/administrationpage.h"
#include "views/administration/roompreview.h"
#include "views/parts/intentform.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject person(int id, const QString &handle, const QString &name, const QJsonArray &appointments) {
    return {{u"id"_s, id},
            {u"handle"_s, handle},
            {u"name"_s, name},
            {u"email"_s, handle + u"@example.org"_s},
            {u"login"_s, true},
            {u"left_on"_s, QJsonValue()},
            {u"appointments"_s, appointments},
            {u"deputies"_s, QJsonArray()}};
}

QJsonObject answer() {
    const QJsonObject manager{{u"id"_s, 7},
                              {u"role"_s, u"facility_manager"_s},
                              {u"site"_s, u"HOME"_s},
                              {u"from"_s, u"2020-01-01"_s},
                              {u"until"_s, QJsonValue()}};
    const QJsonObject over{{u"id"_s, 8},
                           {u"role"_s, u"sponsor"_s},
                           {u"site"_s, QJsonValue()},
                           {u"from"_s, u"2020-01-01"_s},
                           {u"until"_s, u"2021-01-01"_s}};
    const QJsonObject hold{{u"key"_s, u"hold_days"_s},
                           {u"organisation"_s, QJsonValue()},
                           {u"value"_s, 30},
                           {u"description"_s, u""_s},
                           {u"lowest"_s, 1},
                           {u"highest"_s, 366},
                           {u"at"_s, u"2027-05-01T10:00:00+00:00"_s},
                           {u"by"_s, u"Ada"_s},
                           {u"reason"_s, u"short of space"_s}};
    return {
        {u"people"_s, QJsonArray{person(1, u"ada"_s, u"Ada"_s, {manager, over}), person(2, u"bob"_s, u"Bob"_s, {})}},
        {u"roles"_s,
         QJsonArray{QJsonObject{{u"code"_s, u"facility_manager"_s},
                                {u"en"_s, u"facility manager"_s},
                                {u"nl"_s, u"datacenterbeheerder"_s}},
                    QJsonObject{{u"code"_s, u"sponsor"_s}, {u"en"_s, u"sponsor"_s}, {u"nl"_s, u"opdrachtgever"_s}}}},
        {u"settings"_s, QJsonArray{hold}}};
}

} // namespace

/// Each form asks for its intention with what was filled in, and the lists beside them say what there is.
class TestAdministrationPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<AdministrationPage> m_page;

    [[nodiscard]] QWidget &part(int tab) const {
        auto *tabs = m_page->findChild<QTabWidget *>(u"tabs"_s);
        tabs->setCurrentIndex(tab);
        return *tabs->currentWidget();
    }
    /// Chosen by its title, as one does.
    [[nodiscard]] IntentForm &form(int tab, const QString &title, const QString &name) const {
        auto *what = part(tab).findChild<QComboBox *>(u"what"_s);
        what->setCurrentIndex(what->findText(title));
        auto *form = part(tab).findChild<IntentForm *>(name);
        if (!form || !form->isVisible()) {
            qFatal("no form %s", qPrintable(title));
        }
        return *form;
    }
    [[nodiscard]] QStringList row(int tab, int row) const {
        QStringList cells;
        const auto *model = part(tab).findChild<SearchTable *>(u"list"_s)->view()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            cells << model->index(row, column).data().toString();
        }
        return cells;
    }
    static void type(IntentForm &form, const QString &argument, const QString &text) {
        QWidget *field = form.field(argument);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    }
    static void choose(IntentForm &form, const QString &argument, const QString &text) {
        auto *box = qobject_cast<QComboBox *>(form.field(argument));
        QVERIFY2(box->findText(text) >= 0, qPrintable(text));
        box->setCurrentIndex(box->findText(text));
    }
    static void press(const IntentForm &form) {
        auto *button = form.findChild<QPushButton *>(u"ask"_s);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] QJsonObject asked(const QString &intention) const {
        if (m_live->asked.empty() || m_live->asked.back().name != intention) {
            return {};
        }
        return m_live->asked.back().arguments;
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(smallSnapshot()));
        m_live->readings.push_back(answer());
        m_page = std::make_unique<AdministrationPage>(*m_live);
        m_page->resize(1100, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_VERIFY(part(0).findChild<SearchTable *>(u"list"_s)->view()->model()->rowCount() == 2);
    }
    void cleanup() {
        m_page.reset();
        m_live.reset();
    }

    void peopleWithWhatTheyAreToday() {
        QCOMPARE(row(0, 0), (QStringList{u"Ada"_s, u"ada"_s, u"facility manager HOME"_s, QString(),
                                         u"ada@example.org"_s, u"yes"_s, QString()}));
        QCOMPARE(row(0, 1)[2], QString());
    }

    void aRoleIsGiven() {
        IntentForm &give = form(0, u"Give a role"_s, u"appoint"_s);
        choose(give, u"person"_s, u"Bob (bob)"_s);
        choose(give, u"role"_s, u"sponsor"_s);
        qobject_cast<QDateEdit *>(give.field(u"from"_s))->setDate({2027, 6, 1});
        qobject_cast<QDateEdit *>(give.field(u"until"_s))->setDate({2027, 6, 30}); // the last day
        press(give);
        QCOMPARE(asked(u"appoint"_s), (QJsonObject{{u"person"_s, u"bob"_s},
                                                   {u"role"_s, u"sponsor"_s},
                                                   {u"from"_s, u"2027-06-01"_s},
                                                   {u"until"_s, u"2027-07-01"_s}}));
        TRY_COMPARE(give.findChild<QLabel *>(u"answer"_s)->text(), u"✓ Done."_s);
    }

    void aRoleEnds() {
        part(0).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &end = form(0, u"End a role"_s, u"end"_s);
        choose(end, u"appointment"_s, u"Ada: facility manager, since 1 Jan 2020"_s); // the other one is over
        QCOMPARE(qobject_cast<QComboBox *>(end.field(u"appointment"_s))->count(), 1);
        press(end);
        QCOMPARE(asked(u"appoint"_s), (QJsonObject{{u"appointment"_s, 7}, {u"until"_s, u"2027-05-19"_s}}));
    }

    void whoLeavesHandsAllOver() {
        part(0).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &leave = form(0, u"Somebody leaves"_s, u"hand_over"_s);
        choose(leave, u"to"_s, u"Bob (bob)"_s);
        press(leave);
        QCOMPARE(asked(u"hand_over"_s), (QJsonObject{{u"person"_s, u"ada"_s}, {u"to"_s, u"bob"_s}}));
    }

    void aPersonNeedsAName() {
        IntentForm &add = form(0, u"Add a person"_s, u"add_person"_s);
        QVERIFY(!add.findChild<QPushButton *>(u"ask"_s)->isEnabled());
        type(add, u"name"_s, u"Cas"_s);
        QVERIFY(!add.findChild<QPushButton *>(u"ask"_s)->isEnabled());
        type(add, u"handle"_s, u"cas"_s);
        press(add);
        QCOMPARE(asked(u"add_person"_s),
                 (QJsonObject{{u"name"_s, u"Cas"_s}, {u"handle"_s, u"cas"_s}, {u"login"_s, true}}));
    }

    void anAgreementHasTheLinesThatAreFilledIn() {
        IntentForm &make = form(1, u"Make an agreement"_s, u"add_agreement"_s);
        type(make, u"reference"_s, u"H-G"_s);
        type(make, u"U"_s, u"40"_s);
        type(make, u"kg"_s, u"250.5"_s);
        press(make);
        QCOMPARE(asked(u"add_agreement"_s)[u"lines"_s],
                 (QJsonArray{QJsonObject{{u"unit"_s, u"U"_s}, {u"quota"_s, 40}},
                             QJsonObject{{u"unit"_s, u"kg"_s}, {u"quota"_s, 250.5}}}));
    }

    /// Drawn as it is typed: two racks stand at 1000 and 1600 mm; a room of 6 by 4 m.
    void aRowOfRacksIsDrawnWhileItIsTyped() {
        IntentForm &add = form(2, u"Add a row of racks"_s, u"add_racks"_s);
        choose(add, u"room"_s, u"HOME/R1"_s);
        const auto *preview = part(2).findChild<RoomPreview *>(u"preview"_s);
        const auto &words = *part(2).findChild<QLabel *>(u"previewWords"_s);
        type(add, u"row"_s, u"B"_s);
        type(add, u"y_mm"_s, u"2200"_s);
        QCOMPARE(preview->misfits(), 0); // ten of 600 mm, just below the others
        type(add, u"y_mm"_s, u"2199"_s);
        QCOMPARE(preview->misfits(), 3);
        QCOMPARE(words.text(), u"HOME/R1, north is up. Without a place: 3"_s);
        type(add, u"y_mm"_s, u"2800"_s);
        type(add, u"count"_s, u"11"_s);
        QCOMPARE(preview->misfits(), 1);
        type(add, u"count"_s, u"3"_s);
        type(add, u"pitch_mm"_s, u"700"_s);
        press(add);
        const QJsonObject arguments = asked(u"add_racks"_s);
        QCOMPARE(arguments[u"site"_s], u"HOME"_s);
        QCOMPARE(arguments[u"room"_s], u"R1"_s);
        QCOMPARE(arguments[u"count"_s], 3);
        QCOMPARE(arguments[u"pitch_mm"_s], 700);
        QCOMPARE(arguments[u"feed"_s], u"32A 1P"_s);
        QVERIFY(!arguments.contains(u"parent_a"_s));
    }

    /// A room that would break bookings is not changed before it is said which, and why.
    void whatAChangeWouldBreakIsShownFirst() {
        part(2).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &draw = form(2, u"Draw a room, or change one"_s, u"draw_room"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(draw.field(u"code"_s))->text(), u"R1"_s);
        QCOMPARE(qobject_cast<QSpinBox *>(draw.field(u"width_mm"_s))->value(), 6000);
        choose(draw, u"protection_class"_s, u"low"_s);
        Error breaks;
        breaks.kind = Error::Kind::Refused;
        breaks.sqlstate = u"PL008"_s;
        breaks.data = {{u"code"_s, u"unexplained"_s},
                       {u"data"_s, QJsonObject{{u"rules"_s, QJsonArray{u"G1 HOME/R1"_s}}}},
                       {u"bookings"_s, QJsonArray{QJsonObject{{u"placement"_s, 1},
                                                              {u"where"_s, u"HOME/R1/A1 U4"_s},
                                                              {u"rules"_s, QJsonArray{u"G1"_s}}}}}};
        m_live->answers.push_back(breaks);
        press(draw);
        SearchTable *broken = nullptr;
        TRY_VERIFY((broken = draw.findChild<SearchTable *>(u"broken"_s)) && broken->isVisible());
        QCOMPARE(broken->view()->model()->index(0, 0).data().toString(), u"HOME/R1/A1 U4"_s);
        QCOMPARE(broken->view()->model()->index(0, 1).data().toString(), u"G1 – protection of the data"_s);
        QCOMPARE(draw.findChild<QLabel *>(u"answer"_s)->text(), u"A change that breaks G1 wants a reason."_s);
        QVERIFY(draw.field(u"reason"_s)->hasFocus());
        QVERIFY(!asked(u"draw_room"_s).contains(u"reason"_s));
        type(draw, u"reason"_s, u"moved out in June"_s);
        press(draw);
        QCOMPARE(asked(u"draw_room"_s)[u"reason"_s], u"moved out in June"_s);
        TRY_VERIFY(!broken->isVisible());
    }

    /// What the record does not take is marked where it stands, until it is asked again.
    void theFieldThatIsRefusedIsMarked() {
        part(2).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &draw = form(2, u"Draw a room, or change one"_s, u"draw_room"_s);
        Error tooSmall;
        tooSmall.kind = Error::Kind::Invalid;
        tooSmall.sqlstate = u"PL004"_s;
        tooSmall.data = {{u"code"_s, u"at_least_for_racks"_s},
                         {u"data"_s, QJsonObject{{u"least"_s, 5400}}},
                         {u"field"_s, u"width_mm"_s},
                         {u"value"_s, 1000}};
        m_live->answers.push_back(tooSmall);
        QWidget *width = draw.field(u"width_mm"_s);
        const QString tip = width->toolTip();
        const auto crosses = [&draw] {
            const auto labels = draw.findChildren<QLabel *>();
            return std::ranges::count_if(labels, [](const QLabel *one) { return one->text().startsWith(u"✕ "_s); });
        };
        press(draw);
        TRY_COMPARE(draw.findChild<QLabel *>(u"answer"_s)->text(),
                    u"“width (mm)” must be at least 5,400, for its racks."_s);
        QVERIFY(width->hasFocus());
        QCOMPARE(width->accessibleDescription(), u"“width (mm)” must be at least 5,400, for its racks."_s);
        QCOMPARE(crosses(), 1);
        press(draw);
        TRY_COMPARE(crosses(), 0);
        QCOMPARE(width->toolTip(), tip);
        QVERIFY(width->accessibleDescription().isEmpty());
    }

    /// What changes in a building that is there, each with what it wants.
    void wallsBlockedUnitsAndWhatGoesOutOfService() {
        part(2).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &draw = form(2, u"Draw a wall, column or aisle"_s, u"draw_features"_s);
        choose(draw, u"kind"_s, u"cold aisle"_s);
        type(draw, u"name"_s, u"CA1"_s);
        type(draw, u"x_mm"_s, u"1000"_s);
        type(draw, u"width_mm"_s, u"1200"_s);
        press(draw);
        QCOMPARE(asked(u"draw_features"_s),
                 (QJsonObject{{u"site"_s, u"HOME"_s},
                              {u"room"_s, u"R1"_s},
                              {u"features"_s, QJsonArray{QJsonObject{{u"kind"_s, u"aisle_cold"_s},
                                                                     {u"name"_s, u"CA1"_s},
                                                                     {u"x_mm"_s, 1000},
                                                                     {u"y_mm"_s, 0},
                                                                     {u"width_mm"_s, 1200},
                                                                     {u"depth_mm"_s, 600},
                                                                     {u"keep_clear"_s, false}}}}}));
        IntentForm &block = form(2, u"Block units of a rack"_s, u"block_units"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(block.field(u"rack"_s))->text(), u"HOME/R1/"_s); // of the chosen room
        type(block, u"rack"_s, u"HOME/R1/A1"_s);
        type(block, u"unit"_s, u"40"_s);
        type(block, u"reason"_s, u"bent rails"_s);
        press(block);
        QCOMPARE(asked(u"block_units"_s)[u"unit"_s], 40);
        QCOMPARE(asked(u"block_units"_s)[u"height_u"_s], 1);
        QVERIFY(!asked(u"block_units"_s).contains(u"until"_s)); // until further notice
        IntentForm &end = form(2, u"Take a rack out of service"_s, u"end_service"_s);
        type(end, u"rack"_s, u"HOME/R1/A1"_s);
        press(end);
        QCOMPARE(asked(u"end_service"_s)[u"rack"_s], u"HOME/R1/A1"_s);
        QVERIFY(!asked(u"end_service"_s).contains(u"node"_s));
        IntentForm &add = form(1, u"Add a department, or rename one"_s, u"add_departments"_s);
        type(add, u"code"_s, u"STRW"_s);
        type(add, u"name"_s, u"Observatory"_s);
        type(add, u"faculty"_s, u"Science"_s);
        press(add);
        QCOMPARE(asked(u"add_departments"_s)[u"departments"_s],
                 (QJsonArray{QJsonObject{
                     {u"code"_s, u"STRW"_s}, {u"name"_s, u"Observatory"_s}, {u"faculty"_s, u"Science"_s}}}));
    }

    void aNodeOfThePowerChain() {
        IntentForm &add = form(3, u"Add a node"_s, u"add_nodes"_s);
        choose(add, u"kind"_s, u"UPS"_s);
        type(add, u"name"_s, u"UPS-A"_s);
        type(add, u"side"_s, u"A"_s);
        type(add, u"usable"_s, u"80"_s);
        press(add);
        QCOMPARE(asked(u"add_nodes"_s), (QJsonObject{{u"site"_s, u"HOME"_s},
                                                     {u"nodes"_s, QJsonArray{QJsonObject{{u"kind"_s, u"ups"_s},
                                                                                         {u"name"_s, u"UPS-A"_s},
                                                                                         {u"side"_s, u"A"_s},
                                                                                         {u"kva"_s, 100},
                                                                                         {u"usable_permille"_s, 800},
                                                                                         {u"units"_s, 1}}}}}));
    }

    void settingsSayWhoSetThemAndWhy() {
        const QStringList shown = row(4, 0);
        QCOMPARE(shown[0], u"days that a hold lasts"_s);
        QCOMPARE(shown[1], u"30"_s);
        QCOMPARE(shown[3], u"1 to 366"_s);
        QCOMPARE(shown[5], u"Ada"_s);
        QCOMPARE(shown[6], u"short of space"_s);
        part(4).findChild<SearchTable *>(u"list"_s)->choose(1);
        IntentForm &change = form(4, u"Change a setting"_s, u"set_setting"_s);
        type(change, u"value"_s, u"20"_s);
        type(change, u"reason"_s, u"there is space again"_s);
        press(change);
        QCOMPARE(asked(u"set_setting"_s),
                 (QJsonObject{{u"key"_s, u"hold_days"_s}, {u"value"_s, 20}, {u"reason"_s, u"there is space again"_s}}));
    }

    /// Tried first; what cannot be read is said, and nothing is imported before the second click.
    void aLibraryIsTriedFirst() {
        auto *path = part(5).findChild<QLineEdit *>(u"path"_s);
        m_live->answers.push_back(QJsonObject{{u"imported"_s, 2}, {u"updated"_s, 0}, {u"unchanged"_s, 0}});
        path->setText(QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library"));
        QTest::keyClick(path, Qt::Key_Return);
        const auto &said = *part(5).findChild<QLabel *>(u"answer"_s);
        TRY_COMPARE(
            said.text(),
            u"✓ Tried, nothing is written yet: files: 3 · new: 2 · changed: 0 · as before: 0 · not possible: 1"_s);
        QVERIFY(asked(u"import_models"_s)[u"dry_run"_s].toBool());
        QCOMPARE(asked(u"import_models"_s)[u"models"_s].toArray().size(), 2);
        QVERIFY(part(5).findChild<QPlainTextEdit *>(u"refused"_s)->toPlainText().contains(u"broken.yaml"_s));
        m_live->answers.push_back(QJsonObject{{u"imported"_s, 2}, {u"updated"_s, 0}, {u"unchanged"_s, 0}});
        QTest::mouseClick(part(5).findChild<QPushButton *>(u"import"_s), Qt::LeftButton);
        TRY_VERIFY(said.text().startsWith(u"✓ Imported: "_s));
        QVERIFY(!asked(u"import_models"_s)[u"dry_run"_s].toBool());
    }
};

QTEST_MAIN(TestAdministrationPage)
#include "tst_administrationpage.moc"
