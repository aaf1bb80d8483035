#include "handestate.h"
#include "model/exchange/requestfile.h"
#include "model/live/databaselive.h"
#include "play.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "views/parts/searchtable.h"
#include "views/parts/usersettings.h"
#include "views/requests/requestdetail.h"
#include "views/requests/requestformpage.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QTimer>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// The flow of requests at the desk, in the window and on a real record.
class TestRequestDesk : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_template;
    QString m_database;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window;

    QTemporaryDir m_folder;

    static constexpr RequestId genomes{1}; ///< held in R1 at U10
    static constexpr RequestId cryostat{2};
    static constexpr RequestId microscopy{3}; ///< held on the floor, beside the rails, on them and in a bay
    static constexpr RequestId patients{4};   ///< in review, with a security review that is open

    [[nodiscard]] QString sql(const QByteArray &query) const { return valueOf(m_database, query); }
    template <typename Widget>
    [[nodiscard]] Widget &on(const QString &page, const QString &name) const {
        auto *widget = m_window->page(page)->findChild<Widget *>(name);
        if (!widget) {
            qFatal("no %s on page %s", qPrintable(name), qPrintable(page));
        }
        return *widget;
    }
    /// Clicks on the button as soon as it can be clicked on.
    void press(const QString &page, const QString &name) const {
        const auto ready = [&]() -> QPushButton * {
            const auto buttons = m_window->page(page)->findChildren<QPushButton *>(name);
            const auto found = std::ranges::find_if(
                buttons, [](const QPushButton *one) { return one->isVisible() && one->isEnabled(); });
            return found == buttons.end() ? nullptr : *found;
        };
        TRY_VERIFY2(ready(), qPrintable(name));
        QTest::mouseClick(ready(), Qt::LeftButton);
    }
    void open(const QString &login) {
        m_window.reset();
        m_live = openDatabaseLive({.conninfo = m_cluster->as(login, m_database), .user = {}, .where = {}});
        m_window = std::make_unique<MainWindow>(*m_live, WindowContext());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        TRY_VERIFY(m_live->connection().state == Connection::State::Online && m_live->snapshot()->generation > 0);
    }
    /// Shows it on its page.
    void look(RequestId request) {
        m_window->navigator().open(request);
        TRY_VERIFY(on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"2027"_s));
    }
    [[nodiscard]] bool offered(const QString &intention) const {
        const auto buttons = m_window->page(u"requests"_s)->findChildren<QPushButton *>(intention);
        return std::ranges::any_of(buttons, &QWidget::isVisible);
    }
    [[nodiscard]] QString answer(const QString &page) const {
        return on<QWidget>(page, u"requestAnswer"_s).findChild<QLabel *>(u"answer"_s)->text();
    }
    [[nodiscard]] QDialog &dialog() const {
        auto *dialog = m_window->findChild<QDialog *>(u"installDialog"_s);
        if (!dialog) {
            qFatal("no dialog");
        }
        return *dialog;
    }
    template <typename Widget>
    [[nodiscard]] Widget &in(const QString &name) const {
        return *dialog().findChild<Widget *>(name);
    }
    [[nodiscard]] QStringList pieces() const {
        QStringList names;
        const auto &box = in<QComboBox>(u"piece"_s);
        for (int i = 0; i < box.count(); ++i) {
            names << box.itemText(i);
        }
        return names;
    }

    /// And waits until its answer has led to the request.
    void save() const {
        press(u"request"_s, u"draft"_s);
        TRY_COMPARE(m_window->pageName(), u"requests"_s);
    }

    /// The row without what is meant to change, as one text.
    [[nodiscard]] QString request(const QByteArray &without) const {
        return sql("select (to_jsonb(r) - array[" + without + "])::text from polder.request r where id = 2");
    }
    [[nodiscard]] QString items(const QByteArray &without = "'none'") const {
        return sql("select string_agg((to_jsonb(i) - array[" + without +
                   "])::text, E'\\n' order by ordinal) from polder.request_item i where request_id = 2");
    }
    /// Of the request that was written last.
    [[nodiscard]] QString writtenItems() const {
        return sql("select string_agg((to_jsonb(i) - array['id', 'request_id'])::text, E'\\n' order by ordinal) "
                   "from polder.request_item i where request_id = (select max(id) from polder.request)");
    }

    /// Answers the next question for a file.
    static void saveAs(const QString &path) {
        auto *timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, timer, [timer, path] {
            if (auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
                files->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
                QMetaObject::invokeMethod(files, "accept");
                timer->deleteLater();
            }
        });
        timer->start(10);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"polder-test"_s);
        QCoreApplication::setApplicationName(u"tst_requestdesk"_s);
        UserSettings().clear();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_cluster = std::make_unique<TestCluster>();
        m_template = handEstate(*m_cluster);
        // Of everything that can be said of a request something is said.
        runSql(m_template, R"(
            insert into polder.request (id, number, state, organisation_id, department_id, requester_id, sponsor_id,
                                        project, cost_centre, data_class, medical, personal_data, availability_class,
                                        from_date, until_date, review_date, wish_site_id, wish_redundant, wish_together,
                                        comment)
                overriding system value
                values (2, 'R-2', 'draft', 2, 1, 2, 3, 'Cryostat', 'K-78', 'hoog', true, true, 3, '2027-06-01',
                        '2029-06-01', '2028-06-01', 1, null, 'room', 'on the ground floor');
            insert into polder.request_item (request_id, ordinal, description, count, kind, height_hu, half_width,
                                             width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases,
                                             plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable, model_id)
                values (2, 1, 'Cryostat', 1, 'floor', null, false, 1210, 905, 1995, 8012500, 5200, 4100, 1, '123',
                        'IEC 60309 16A 3P', 'passive', 18500, 27000,
                        '[{"count": 2, "speed_mbps": 25000, "medium": "SFP28", "out_of_band": false},
                          {"count": 1, "speed_mbps": 1000, "medium": "RJ45", "out_of_band": true}]', true, null),
                       (2, 2, 'its controls', 3, 'rack', 3, true, 210, 610, null, 4250, 300, null, null, '123', null,
                        null, null, null, '[]', false, null),
                       (2, 3, '', 1, 'rack', null, false, null, null, null, null, null, 600, null, '1', null, null, null,
                        null, '[]', true, 1);)");
        runSql(m_template, "create role p_officer login in role polder_person");
        runSql(m_template, "alter role p_officer set polder.today = '2027-03-01'");
        runSql(m_template, R"(
            set polder.today = '2027-03-01';
            insert into polder.person (id, organisation_id, login) overriding system value values (10, 1, 'p_officer');
            insert into polder.person_detail (person_id, handle, name) values (10, 'officer', 'Olga Officer');
            insert into polder.appointment (person_id, role, organisation_id, site_id)
                values (10, 'security_officer', 1, 1);
            update polder.rack set zero_u_slots = 2;
            insert into polder.model (id, manufacturer_id, name, slug, kind, height_hu) overriding system value
                values (2, 1, 'Enclosure', 'enclosure', 'chassis', 4);
            insert into polder.model_bay (id, model_id, name) overriding system value values (1, 2, '7');
            insert into polder.request (id, number, state, organisation_id, requester_id, sponsor_id, project, data_class,
                                        from_date, until_date, wish_site_id, submitted_at, hold_until, security_review)
                overriding system value
                values (3, 'R-3', 'held', 2, 2, 3, 'Microscopy', 'middel', '2027-05-01', '2029-05-01', 1,
                        '2026-11-02 23:30+00', '2027-06-01', 'not needed'),
                       (4, 'R-4', 'in review', 2, 2, 3, 'Patients', 'hoog', '2027-05-01', '2029-05-01', 1,
                        '2026-11-02 23:30+00', null, 'open');
            insert into polder.request_item (id, request_id, ordinal, kind, height_hu, cords, draw_w, weight_g)
                overriding system value
                values (31, 3, 1, 'floor', null, null, 0, 90000), (32, 3, 2, 'zero_u', null, null, 0, 1000),
                       (33, 3, 3, 'rack', 4, null, 0, 9000), (34, 3, 4, 'bay', null, null, 0, 1000),
                       (41, 4, 1, 'rack', 8, 2, 500, 20000);
            insert into polder.equipment (id, model_id, request_item_id, name, kind, owner_id, height_hu, width_mm, depth_mm,
                                          height_mm, weight_g, budgeted_w, cords)
                overriding system value
                values (31, null, 31, 'microscope', 'floor', 2, 0, 1000, 1000, 1800, 90000, 0, 0),
                       (32, null, 32, 'strip', 'zero_u', 2, 0, null, null, null, 1000, 0, 0),
                       (33, 2, 33, 'enclosure', 'chassis', 2, 4, null, 700, null, 9000, 0, 0),
                       (34, null, 34, 'blade', 'bay', 2, 0, null, null, null, 1000, 0, 0);
            insert into polder.placement (id, equipment_id, state, during, hold_until, rack_id, position_hu, zero_u_slot,
                                          chassis_id, bay_id, room_id, x_mm, y_mm, orientation_deg)
                overriding system value
                values (31, 31, 'held', '[2027-05-01,2029-05-01)', '2027-06-01', null, null, null, null, null, 1, 9000,
                        6500, 0),
                       (32, 32, 'held', '[2027-05-01,2029-05-01)', '2027-06-01', 1, null, 2, null, null, null, null,
                        null, null),
                       (33, 33, 'held', '[2027-05-01,2029-05-01)', '2027-06-01', 1, 50, null, null, null, null, null,
                        null, null);
            insert into polder.placement (id, equipment_id, state, during, hold_until, chassis_id, bay_id)
                overriding system value
                values (34, 34, 'held', '[2027-05-01,2029-05-01)', '2027-06-01', 33, 1);)");
    }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        UserSettings().clear(); // which notices were seen
        m_database = m_cluster->copyOf(m_template);
    }
    void cleanup() {
        m_window.reset();
        m_live.reset();
    }

    void amendingLosesNothing() {
        open(u"p_researcher"_s);
        const QString before = items();
        const QString others = items("'weight_g'");
        const QString rest = request("'project'");
        m_window->navigator().amendRequest(cryostat);
        auto &project = on<QLineEdit>(u"request"_s, u"project"_s);
        QCOMPARE(project.text(), u"Cryostat"_s);
        project.setText(u"Cryostat 2"_s);
        save();
        TRY_COMPARE(sql("select project from polder.request where id = 2"), u"Cryostat 2"_s);
        QCOMPARE(request("'project'"), rest);
        QCOMPARE(items(), before);
        // Nor by looking at each of its items, and changing one.
        m_window->navigator().amendRequest(cryostat);
        auto &list = on<QListWidget>(u"request"_s, u"items"_s);
        for (int row = list.count() - 1; row >= 0; --row) {
            list.setCurrentRow(row);
        }
        QVERIFY(!on<QDoubleSpinBox>(u"request"_s, u"height"_s).isVisible()); // of what stands on the floor
        list.setCurrentRow(1);
        QVERIFY(on<QDoubleSpinBox>(u"request"_s, u"height"_s).isVisible());
        QCOMPARE(on<QDoubleSpinBox>(u"request"_s, u"height"_s).value(), 1.5);
        on<QDoubleSpinBox>(u"request"_s, u"weight"_s).setValue(5);
        save();
        TRY_COMPARE(sql("select weight_g from polder.request_item where request_id = 2 and ordinal = 2"), u"5000"_s);
        QCOMPARE(items("'weight_g'"), others);
        QCOMPARE(sql("select weight_g from polder.request_item where request_id = 2 and ordinal = 1"), u"8012500"_s);
        QCOMPARE(request("'project'"), rest);
    }

    /// Somebody else amends it while the form is open: what was not typed over follows, the rest is asked about.
    void whatTwoChangeIsSaid() {
        open(u"p_researcher"_s);
        m_window->navigator().amendRequest(cryostat);
        auto &project = on<QLineEdit>(u"request"_s, u"project"_s);
        QCOMPARE(project.text(), u"Cryostat"_s);
        project.setText(u"Mine"_s);
        const auto other =
            openDatabaseLive({.conninfo = m_cluster->as(u"p_researcher"_s, m_database), .user = {}, .where = {}});
        TRY_VERIFY(other->connection().state == Connection::State::Online && other->snapshot()->generation > 0);
        const auto amended = other->intend(
            u"amend_request"_s, {{u"request"_s, u"R-2"_s}, {u"project"_s, u"Theirs"_s}, {u"cost_centre"_s, u"CC-9"_s}});
        TRY_VERIFY(amended.isFinished());
        QVERIFY2(amended.result().ok(), amended.result().ok() ? "" : qPrintable(amended.result().error().what));
        TRY_COMPARE(on<QLineEdit>(u"request"_s, u"costCentre"_s).text(), u"CC-9"_s);
        QCOMPARE(project.text(), u"Mine"_s);
        auto &clashes = on<QFrame>(u"request"_s, u"clashes"_s);
        QVERIFY(clashes.isVisible());
        QCOMPARE(clashes.findChild<QLabel *>(u"clashTheirs"_s)->text(), u"Theirs: Theirs"_s);
        const auto *keep = clashes.findChild<QPushButton *>(u"keepMine"_s);
        TRY_COMPARE(keep->visibleRegion().boundingRect().size(), keep->size()); // all of it is seen
        keepPicture(m_window->grab(), u"request-two-change"_s);
        press(u"request"_s, u"keepMine"_s);
        TRY_VERIFY(!clashes.isVisible());
        save();
        TRY_COMPARE(sql("select project || ' ' || cost_centre from polder.request where id = 2"), u"Mine CC-9"_s);
    }

    /// Before anything is bought twice: what of the kind is shared and stands there, said while one writes.
    void whatIsSharedAlready() {
        runSql(m_database, "update polder.equipment set model_id = 1, shareable = true where id = 2");
        open(u"p_researcher"_s);
        m_window->navigator().writeRequest();
        auto &shared = on<QLabel>(u"request"_s, u"shared"_s);
        auto &model = on<QComboBox>(u"request"_s, u"model"_s);
        TRY_VERIFY(model.count() > 1);
        model.setCurrentIndex(model.findText(u"Dell PowerEdge R760"_s));
        Q_EMIT model.activated(model.currentIndex());
        TRY_COMPARE(shared.text(),
                    u"A shareable Dell PowerEdge R760 of Leiden University already stands at Snellius; ask "
                    "Maud Manager."_s);
        QVERIFY(shared.isVisible());
        // And in a request that may still be withdrawn because of it; of another kind nothing is said.
        look(genomes);
        TRY_COMPARE(on<QLabel>(u"requests"_s, u"shared"_s).text(), shared.text());
        model.setCurrentIndex(model.findText(u"Dell Enclosure"_s));
        Q_EMIT model.activated(model.currentIndex());
        TRY_COMPARE(shared.text(), QString());
    }

    void whatWasGivenCanBeTakenBack() {
        open(u"p_researcher"_s);
        const QString rest = request("'department_id', 'wish_site_id', 'until_date', 'cost_centre'");
        m_window->navigator().amendRequest(cryostat);
        on<QComboBox>(u"request"_s, u"department"_s).setCurrentIndex(0);
        on<QComboBox>(u"request"_s, u"site"_s).setCurrentIndex(0);
        on<QLineEdit>(u"request"_s, u"costCentre"_s).clear();
        auto &end = on<QCheckBox>(u"request"_s, u"open"_s);
        QVERIFY(!end.isChecked());
        end.setChecked(true);
        save();
        TRY_COMPARE(
            sql("select concat_ws('|', department_id, wish_site_id, until_date, cost_centre) from polder.request "
                "where id = 2"),
            QString());
        QCOMPARE(request("'department_id', 'wish_site_id', 'until_date', 'cost_centre'"), rest);
    }

    /// Of each kind only the fields that belong to it, and all that a request file can say has one.
    void everyKindIsAskedForInTheForm() {
        open(u"p_researcher"_s);
        m_window->navigator().writeRequest();
        on<QLineEdit>(u"request"_s, u"project"_s).setText(u"Every kind"_s);
        const auto field = [this](const QString &name) -> QSpinBox & { return on<QSpinBox>(u"request"_s, name); };
        const auto choose = [this](const QString &box, const QString &value) {
            auto &choices = on<QComboBox>(u"request"_s, box);
            QVERIFY(choices.findData(value) >= 0);
            choices.setCurrentIndex(choices.findData(value));
        };
        choose(u"together"_s, u"room"_s);
        choose(u"apart"_s, u"rack"_s);
        // On the rails, half as wide.
        QVERIFY(!field(u"width"_s).isVisible() && !field(u"bodyHeight"_s).isVisible());
        on<QCheckBox>(u"request"_s, u"halfWidth"_s).setChecked(true);
        field(u"nameplate"_s).setValue(900);
        on<QDoubleSpinBox>(u"request"_s, u"inletMin"_s).setValue(18);
        on<QDoubleSpinBox>(u"request"_s, u"inletMax"_s).setValue(27.5);
        auto &ports = on<QLineEdit>(u"request"_s, u"ports"_s);
        ports.setText(u"two of them"_s);
        QVERIFY(on<QLabel>(u"request"_s, u"portsTrouble"_s).isVisible());
        press(u"request"_s, u"draft"_s); // nothing is sent, and nothing lost
        QVERIFY(on<QLabel>(u"request"_s, u"answer"_s).text().contains(u"2 × 25 Gb/s SFP28"_s));
        QCOMPARE(ports.text(), u"two of them"_s);
        ports.setText(u"2 x 25 Gb/s SFP28; 1 Gb/s RJ45 out-of-band"_s);
        QVERIFY(!on<QLabel>(u"request"_s, u"portsTrouble"_s).isVisible());
        const auto another = [&](const QString &kind, const QString &what) {
            press(u"request"_s, u"addItem"_s);
            choose(u"kind"_s, kind);
            on<QLineEdit>(u"request"_s, u"description"_s).setText(what);
            QVERIFY(!on<QDoubleSpinBox>(u"request"_s, u"height"_s).isVisible());
            QVERIFY(!on<QCheckBox>(u"request"_s, u"halfWidth"_s).isVisible());
        };
        another(u"floor"_s, u"an NMR magnet"_s);
        const auto &fit = on<QLabel>(u"request"_s, u"fit"_s);
        TRY_VERIFY2(fit.text().contains(u"its width and depth say where it can"_s), qPrintable(fit.text()));
        field(u"width"_s).setValue(1200);
        field(u"depth"_s).setValue(800);
        field(u"bodyHeight"_s).setValue(2100);
        TRY_VERIFY2(fit.text().contains(u"Rooms in which it fits: "_s), qPrintable(fit.text()));
        another(u"zero_u"_s, u"a strip"_s);
        QVERIFY(!field(u"depth"_s).isVisible());
        another(u"bay"_s, u"a blade"_s);
        on<QCheckBox>(u"request"_s, u"shareable"_s).setChecked(true);
        save();
        const auto written = [this] {
            return sql(
                "select string_agg(concat_ws('|', i.kind, i.description, i.height_hu, i.half_width, i.width_mm, "
                "i.depth_mm, i.height_mm, i.nameplate_w, i.inlet_min_mc, i.inlet_max_mc, "
                "jsonb_array_length(i.ports), i.shareable), ' / ' order by i.ordinal) from polder.request_item i "
                "join polder.request r on r.id = i.request_id where r.project = 'Every kind'");
        };
        TRY_COMPARE(written(), u"rack||2|t|900|18000|27500|2|f / floor|an NMR magnet|f|1200|800|2100|0|f / "
                               "zero_u|a strip|f|0|f / bay|a blade|f|0|t"_s);
        const auto wishes = [this] {
            return sql(
                "select concat_ws('|', wish_together, wish_apart) from polder.request where project = 'Every kind'");
        };
        QCOMPARE(wishes(), u"room|rack"_s);
        // Wishes can be taken back.
        const RequestId request{sql("select id from polder.request where project = 'Every kind'").toInt()};
        TRY_VERIFY(m_live->snapshot()->requests.find(request));
        m_window->navigator().amendRequest(request);
        choose(u"apart"_s, QString());
        save();
        TRY_COMPARE(wishes(), u"room|"_s);
    }

    void aModelTakesThePlaceOfTheFigures() {
        open(u"p_researcher"_s);
        m_window->navigator().amendRequest(cryostat);
        on<QListWidget>(u"request"_s, u"items"_s).setCurrentRow(1);
        auto &model = on<QComboBox>(u"request"_s, u"model"_s);
        model.setCurrentIndex(model.findText(u"Dell PowerEdge R760"_s));
        QVERIFY(model.currentIndex() > 0);
        Q_EMIT model.activated(model.currentIndex());
        QCOMPARE(on<QDoubleSpinBox>(u"request"_s, u"height"_s).value(), 2.0); // as the library has it
        save();
        const auto figures = [this] {
            return sql(
                "select concat_ws('|', model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, "
                "weight_g, nameplate_w, draw_w, cords, phases) from polder.request_item "
                "where request_id = 2 and ordinal = 2");
        };
        TRY_COMPARE(figures(), u"1|its controls|3|rack|f|1"_s);
        // Without it again they are the item's own.
        m_window->navigator().amendRequest(cryostat);
        on<QListWidget>(u"request"_s, u"items"_s).setCurrentRow(1);
        model.setCurrentIndex(0);
        Q_EMIT model.activated(0);
        save();
        TRY_COMPARE(figures(), u"its controls|3|rack|4|f|770|28600|1400|2|1"_s);
    }

    void aFileLosesNothing() {
        open(u"p_researcher"_s);
        m_window->navigator().amendRequest(cryostat);
        auto &form = *static_cast<RequestFormPage *>(m_window->page(u"request"_s));
        const QByteArray file = form.fileContent();
        const auto read = parseRequest(file);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().what));
        QCOMPARE(read->wishes->together, u"room"_s);
        form.openContent(file);
        QCOMPARE(form.fileContent(), file);
        save();
        TRY_COMPARE(sql("select count(*) from polder.request"), u"5"_s);
        QCOMPARE(writtenItems(), items("'id', 'request_id'"));
        QCOMPARE(sql("select concat_ws('|', wish_site_id, wish_together, project) from polder.request order by id desc "
                     "limit 1"),
                 u"1|room|Cryostat"_s);
    }

    /// Somebody else was first: what was typed stays, and is asked again with one click.
    void whatWasTypedStaysUntilTheRecordSaysYes() {
        open(u"p_manager"_s);
        look(genomes);
        press(u"requests"_s, u"release"_s);
        auto &words = on<QLineEdit>(u"requests"_s, u"words"_s);
        QTest::keyClicks(&words, u"not needed any more"_s);
        runSql(m_cluster->as(u"p_other"_s, m_database),
               R"(select api.renew(gen_random_uuid(), null, '{"request": "R-1", "until_date": "2027-07-01"}'))");
        QTest::mouseClick(&on<QPushButton>(u"requests"_s, u"confirm"_s), Qt::LeftButton);
        TRY_COMPARE(answer(u"requests"_s), u"Placement was changed after you looked."_s);
        QCOMPARE(words.text(), u"not needed any more"_s);
        TRY_VERIFY(on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"1 Jul 2027"_s)); // a colleague's commit
        QVERIFY(words.isVisible());
        QCOMPARE(words.text(), u"not needed any more"_s);
        QCOMPARE(on<QComboBox>(u"requests"_s, u"piece"_s).currentText(), u"genome-1 at LEI/DC1/R1 U10"_s);
        press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(answer(u"requests"_s), u"✓ R-1: done, the request is in review."_s);
        QVERIFY(!words.isVisible());
        QCOMPARE(sql("select state from polder.placement where id = 1"), u"released"_s);
        TRY_VERIFY(offered(u"hold"_s) && !offered(u"release"_s));
        // It is one's own, and can be taken back.
        auto *undo = m_window->findChild<QAction *>(u"undo"_s);
        TRY_VERIFY2(undo->isEnabled(), qPrintable(undo->text()));
        undo->trigger();
        TRY_COMPARE(sql("select string_agg(state, ',' order by id) from polder.placement where equipment_id = 1"),
                    u"released,held"_s);
        // What cannot be taken back is named, and nothing older is offered instead.
        auto &note = on<QLineEdit>(u"requests"_s, u"note"_s);
        QTest::keyClicks(&note, u"Sorry"_s);
        QTest::keyClick(&note, Qt::Key_Return);
        TRY_COMPARE(undo->text(), u"&Undo: nothing takes back “comment”"_s);
        QVERIFY(!undo->isEnabled());
    }

    void anExtensionBeginsAtThePresentEnd() {
        runSql(m_cluster->as(u"p_manager"_s, m_database),
               R"(select api.install(gen_random_uuid(), null, '{"request": "R-1", "serial": "S-1"}'))");
        open(u"p_manager"_s);
        look(genomes);
        press(u"requests"_s, u"extend"_s);
        auto &day = on<QDateEdit>(u"requests"_s, u"day"_s);
        QCOMPARE(day.date(), QDate(2029, 4, 30));
        day.setDate(QDate(2029, 12, 31));
        press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(sql("select upper(during) from polder.placement where id = 1"), u"2030-01-01"_s);
        QVERIFY(!offered(u"release"_s));
    }

    void theSecurityReviewIsPassed() {
        open(u"p_manager"_s);
        look(patients);
        QVERIFY(on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"open: nothing is held before it is passed"_s));
        QVERIFY(!offered(u"hold"_s) && !offered(u"security_review"_s) && offered(u"reject"_s));
        open(u"p_officer"_s);
        auto &concerns = on<SearchTable>(u"home"_s, u"concerns"_s);
        const auto waits = [&concerns] {
            QStringList what;
            for (int row = 0; row < concerns.model().rowCount(); ++row) {
                what << concerns.model().index(row, 1).data().toString();
            }
            return what.contains(u"Security review"_s);
        };
        TRY_VERIFY(waits());
        look(patients);
        press(u"requests"_s, u"security_review"_s);
        QVERIFY(!on<QPushButton>(u"requests"_s, u"confirm"_s).isEnabled()); // without a reason
        QTest::keyClicks(&on<QLineEdit>(u"requests"_s, u"words"_s), u"encrypted, no objection"_s);
        press(u"requests"_s, u"confirm"_s);
        TRY_COMPARE(sql("select security_review from polder.request where id = 4"), u"passed"_s);
        QCOMPARE(sql("select text from polder.note where subject = 'request' and subject_id = 4"),
                 u"encrypted, no objection"_s);
        m_window->openPage(u"home"_s); // what nobody looks at is not kept up
        TRY_VERIFY(!waits());
        open(u"p_manager"_s);
        look(patients);
        QVERIFY(offered(u"hold"_s));
    }

    /// The researcher comments, with a file; the manager is told, and is one key away from it.
    void aCommentIsHeard() {
        open(u"p_researcher"_s);
        look(genomes);
        auto &note = on<QLineEdit>(u"requests"_s, u"note"_s);
        QTest::keyClicks(&note, u"The crate is 2 m high"_s);
        QTest::keyClick(&note, Qt::Key_Return);
        TRY_COMPARE(sql("select text from polder.note where subject = 'request' and subject_id = 1"),
                    u"The crate is 2 m high"_s);
        auto &papers = on<SearchTable>(u"requests"_s, u"paperTable"_s);
        TRY_COMPARE(papers.model().rowCount(), 1);
        TRY_VERIFY(note.text().isEmpty()); // the answer has come
        QFile file(m_folder.filePath(u"crate.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("2010 mm") > 0);
        file.close();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
        auto *detail = m_window->findChild<RequestDetail *>();
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(detail, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(detail, &drop);
        TRY_COMPARE(sql("select name || ' ' || length(bytes) from polder.document where subject = 'request'"),
                    u"crate.txt 7"_s);
        TRY_COMPARE(papers.model().rowCount(), 2);

        open(u"p_manager"_s);
        auto *told = m_window->findChild<QPushButton *>(u"told"_s);
        TRY_VERIFY(told->isVisible());
        QCOMPARE(told->text(), u"● New: 1"_s);
        auto &notices = on<SearchTable>(u"home"_s, u"notices"_s);
        TRY_COMPARE(notices.model().rowCount(), 1);
        QStringList cells;
        for (int column = 1; column < 5; ++column) {
            cells << notices.model().index(0, column).data().toString();
        }
        QCOMPARE(cells.join(u'|'), u"a comment|R-1 · Genomes|Rik Researcher|The crate is 2 m high"_s);
        QVERIFY(notices.model().index(0, 0).data().toString().startsWith(u"new: "_s));
        notices.view()->setFocus();
        notices.view()->setCurrentIndex(notices.model().index(0, 0));
        QTest::keyClick(notices.view(), Qt::Key_Return);
        QCOMPARE(m_window->pageName(), u"requests"_s);
        TRY_VERIFY(on<QLabel>(u"requests"_s, u"detail"_s).text().contains(u"Rik Researcher"_s));
        QVERIFY(!told->isVisible()); // it was looked at
    }

    void piecesOfEveryKindAreListedAndInstalled() {
        open(u"p_manager"_s);
        look(microscopy);
        const QString places =
            QTextDocumentFragment::fromHtml(on<QLabel>(u"requests"_s, u"places"_s).text()).toPlainText();
        QCOMPARE(places.split(u'\n'),
                 (QStringList{u"microscope: LEI/DC1, on the floor at 9 m, 6.5 m, held"_s,
                              u"strip: LEI/DC1/R1, 0U place 2, held"_s, u"enclosure: LEI/DC1/R1 U26, held"_s,
                              u"blade: bay 7 of enclosure, LEI/DC1/R1 U26, held"_s}));
        press(u"requests"_s, u"install"_s);
        TRY_VERIFY(dialog().isVisible());
        QCOMPARE(pieces(), (QStringList{u"microscope"_s, u"strip"_s, u"enclosure"_s, u"blade"_s})); // a chassis first
        QCOMPARE(in<QLabel>(u"place"_s).text(), u"LEI/DC1, on the floor at 9 m, 6.5 m"_s);
        QVERIFY(!in<QComboBox>(u"rack"_s).isVisible());
        for (const QString &piece : {u"microscope"_s, u"strip"_s, u"enclosure"_s, u"blade"_s}) {
            QCOMPARE(in<QComboBox>(u"piece"_s).currentText(), piece);
            QTest::keyClicks(&in<QLineEdit>(u"serial"_s), u"S-"_s + piece);
            press(u"requests"_s, u"installNow"_s);
            TRY_COMPARE(
                sql("select p.state || ' ' || e.serial from polder.placement p join polder.equipment e on e.id = "
                    "p.equipment_id where e.name = '" +
                    piece.toUtf8() + "'"),
                u"installed S-"_s + piece);
            TRY_VERIFY(!pieces().contains(piece));
        }
        TRY_COMPARE(in<QLabel>(u"answer"_s).text(), u"✓ R-3: installed, 4 of 4 pieces."_s);
        QVERIFY(!in<QPushButton>(u"installNow"_s).isEnabled());
        QVERIFY(!in<QPushButton>(u"label"_s).isEnabled()); // without a tag there is none
    }

    /// A strip beside the rails and a blade are found and held from the request, with what refuses said.
    void whatTakesNoUnitIsHeldToo() {
        runSql(m_database, R"(
            set polder.today = '2027-03-01';
            insert into polder.model_bay (id, model_id, name) overriding system value values (2, 2, '8');
            update polder.placement set state = 'delivered', hold_until = null where id = 33;
            insert into polder.request (id, number, state, organisation_id, requester_id, sponsor_id, project, data_class,
                                        from_date, until_date, wish_site_id, submitted_at, security_review)
                overriding system value
                values (5, 'R-5', 'in review', 2, 2, 3, 'Strips', 'middel', '2027-05-01', '2029-05-01', 1,
                        '2026-11-02 23:30+00', 'not needed');
            insert into polder.request_item (id, request_id, ordinal, kind, cords, draw_w, weight_g)
                overriding system value values (51, 5, 1, 'zero_u', null, 0, 1000), (52, 5, 2, 'bay', null, 0, 1000);)");
        open(u"p_manager"_s);
        TRY_VERIFY(m_window->estates().estate());
        m_window->navigator().open(RequestId{5});
        press(u"requests"_s, u"hold"_s);
        QCOMPARE(m_window->pageName(), u"findspace"_s);
        auto &places = on<SearchTable>(u"findspace"_s, u"numbers"_s);
        TRY_COMPARE(places.model().rowCount(), 2);
        const auto cell = [&](int row) { return places.model().index(row, 1).data().toString(); };
        QStringList found{cell(0), cell(1)};
        found.sort();
        QCOMPARE(found, QStringList({u"LEI/DC1/R1, 0U place 1"_s, u"LEI/DC1/R2, 0U place 1"_s}));
        QVERIFY(places.isVisible());
        keepPicture(m_window->grab(), u"hold-0u"_s);
        const QString rack = cell(0).section(u',', 0, 0).section(u'/', 2);
        press(u"findspace"_s, u"hold"_s);
        TRY_COMPARE(
            sql("select k.code || ' ' || p.zero_u_slot || ' ' || p.state from polder.placement p join polder.rack k "
                "on k.id = p.rack_id join polder.equipment e on e.id = p.equipment_id where e.request_item_id = "
                "51"),
            rack + u" 1 held"_s);
        TRY_COMPARE(places.model().rowCount(), 1); // the next item
        TRY_COMPARE(cell(0), u"bay 8 of enclosure, LEI/DC1/R1 U26"_s);
        press(u"findspace"_s, u"hold"_s);
        TRY_COMPARE(
            sql("select chassis_id || ' ' || bay_id || ' ' || p.state from polder.placement p join polder.equipment e "
                "on e.id = p.equipment_id where e.request_item_id = 52"),
            u"33 2 held"_s);
        TRY_COMPARE(sql("select state from polder.request where id = 5"), u"held"_s);
        TRY_COMPARE(m_window->pageName(), u"requests"_s);
    }

    /// In one step: another unit and outlet than it was held in, its serial and its tag; then its label.
    void aPieceIsInstalledWhereItReallyStands() {
        open(u"p_manager"_s);
        TRY_VERIFY(m_window->estates().estate());
        look(genomes);
        press(u"requests"_s, u"install"_s);
        TRY_VERIFY(dialog().isVisible());
        QCOMPARE(in<QComboBox>(u"rack"_s).currentText(), u"LEI/DC1/R1"_s);
        auto &unit = in<QDoubleSpinBox>(u"unit"_s);
        QCOMPARE(unit.value(), 10.0);
        const auto verdict = [&] { return in<QLabel>(u"verdict"_s).text(); };
        TRY_VERIFY2(verdict().startsWith(u"✓ fits"_s), qPrintable(verdict()));
        auto &outlet = in<QComboBox>(u"outlet1"_s);
        QCOMPARE(outlet.currentText(), u"R1-A:1 (C13)"_s);
        QCOMPARE(in<QComboBox>(u"outlet2"_s).currentText(), u"R1-B:1 (C13)"_s);
        outlet.setCurrentText(u"R1-A:2 (C13)"_s);
        in<QLineEdit>(u"serial"_s).setText(u"SN-7"_s);
        in<QLineEdit>(u"assetTag"_s).setText(u"AMC-7"_s);
        unit.setValue(2.5); // where the shelf stands
        TRY_VERIFY2(verdict().contains(u"does not fit"_s), qPrintable(verdict()));
        press(u"requests"_s, u"installNow"_s);
        TRY_COMPARE(in<QLabel>(u"answer"_s).text(), u"Refused: S1."_s);
        QCOMPARE(in<QLineEdit>(u"serial"_s).text(), u"SN-7"_s);
        QVERIFY(!in<QPushButton>(u"label"_s).isEnabled());
        unit.setValue(20);
        TRY_VERIFY2(verdict().startsWith(u"✓ fits"_s), qPrintable(verdict()));
        press(u"requests"_s, u"installNow"_s);
        TRY_COMPARE(in<QLabel>(u"answer"_s).text(), u"✓ R-1: installed, 1 of 1 pieces."_s);
        QCOMPARE(
            sql("select concat_ws('|', p.state, p.rack_id, p.position_hu, p.outlet_ids, e.serial, e.asset_tag) from "
                "polder.placement p join polder.equipment e on e.id = p.equipment_id where p.id = 1"),
            u"installed|1|38|{2,3}|SN-7|AMC-7"_s);
        auto &label = in<QPushButton>(u"label"_s);
        QVERIFY(label.isVisible());
        QCOMPARE(label.text(), u"&Label of AMC-7 …"_s);
        const QString path = m_folder.filePath(u"label.pdf"_s);
        saveAs(path);
        QTest::mouseClick(&label, Qt::LeftButton);
        QFile file(path);
        TRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        dialog().close();
        // The same label later, from the equipment.
        m_window->navigator().open(EquipmentId{1});
        file.close();
        QVERIFY(file.remove());
        saveAs(path);
        press(u"equipment"_s, u"label"_s);
        TRY_VERIFY(QFile::exists(path));
    }

    /// What it would take of the agreement, on the request and while it is being written.
    void theEffectOnTheQuotaIsSaid() {
        open(u"p_manager"_s);
        TRY_VERIFY(m_window->estates().estate());
        look(patients);
        const auto detail = [&] {
            return QTextDocumentFragment::fromHtml(on<QLabel>(u"requests"_s, u"detail"_s).text()).toPlainText();
        };
        TRY_VERIFY2(detail().contains(u"LEI: 600 W + 500 W of 50 kW · 4U + 4U of 200U · "_s), qPrintable(detail()));
        open(u"p_researcher"_s);
        TRY_VERIFY(m_window->estates().estate());
        m_window->navigator().writeRequest(); // five years, which outlast what was agreed
        auto &quota = on<QLabel>(u"request"_s, u"quota"_s);
        TRY_COMPARE(quota.text(), u"Quota LEI: no hosting agreement is in force for the whole period (G4)"_s);
        m_window->navigator().amendRequest(cryostat);
        TRY_VERIFY2(quota.text().contains(u"4U + 6.5U of 200U"_s), qPrintable(quota.text()));
        on<QListWidget>(u"request"_s, u"items"_s).setCurrentRow(2);
        on<QSpinBox>(u"request"_s, u"count"_s).setValue(100);
        TRY_VERIFY2(quota.text().contains(u"4U + 204.5U of 200U: more than was agreed (G4)"_s),
                    qPrintable(quota.text()));
    }
};

QTEST_MAIN(TestRequestDesk)
#include "tst_requestdesk.moc"
