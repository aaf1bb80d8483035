#include "mainwindow.h"

#include "finder.h"
#include "model/items/refusaltext.h"
#include "shortcutlist.h"
#include "views/administration/administrationpage.h"
#include "views/audit/auditpage.h"
#include "views/calendar/calendarpage.h"
#include "views/cooling/coolingpage.h"
#include "views/equipment/equipmentpage.h"
#include "views/findings/findingspage.h"
#include "views/history/historypage.h"
#include "views/home/homepage.h"
#include "views/parts/answerpanel.h"
#include "views/parts/rowheight.h"
#include "views/parts/theme.h"
#include "views/parts/usersettings.h"
#include "views/planner/plannerpage.h"
#include "views/power/powerpage.h"
#include "views/rack/rackpage.h"
#include "views/reports/reportspage.h"
#include "views/requests/requestformpage.h"
#include "views/requests/requestspage.h"
#include "views/sites/sitespage.h"
#include "views/space/findspacepage.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// Of the column of pages.
constexpr int sideWidth = 166;

} // namespace

MainWindow::MainWindow(Live &record, const WindowContext &context, QWidget *parent)
    : MainWindow(std::make_shared<Session>(record), context, parent) {
}

MainWindow::MainWindow(std::shared_ptr<Session> session, const WindowContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_session(std::move(session))
    , m_live(m_session->journal())
    , m_pages(new QStackedWidget)
    , m_buttons(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_connection(new QLabel)
    , m_generation(new QLabel)
    , m_told(new QPushButton)
    , m_undone(new AnswerPanel(m_live))
    , m_undo(new QAction(this))
    , m_back(new QAction(tr("&Back"), this))
    , m_forward(new QAction(tr("&Forward"), this)) {
    setWindowTitle(tr("Polder"));
    m_back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)});
    m_forward->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)});
    connect(m_back, &QAction::triggered, this, [this] { walk(-1); });
    connect(m_forward, &QAction::triggered, this, [this] { walk(1); });
    auto *side = new QWidget;
    m_buttons->addStrut(sideWidth);
    side->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // as wide as the longest name asks
    m_buttons->setContentsMargins(12, theme::margin, 12, theme::margin);
    m_buttons->setSpacing(4);
    side->setLayout(m_buttons);
    addPages();
    m_buttons->addStretch();

    auto *beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_undone);
    beside->addWidget(m_pages, 1);
    auto *centre = new QWidget;
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addLayout(beside, 1);
    setCentralWidget(centre);

    addMenus(context);
    addStatus(context);
    connectNavigator();
    openPage(0);
    resize(1320, 860);
    QTimer::singleShot(0, this, &MainWindow::makeNext);
}

/// What others share stays, and tells no window that is half gone.
MainWindow::~MainWindow() {
    m_live.disconnect(this);
    m_session->notices().disconnect(this);
}

void MainWindow::addPages() {
    Live &live = m_live;
    EstateWatch &estates = m_session->estates();
    addPage<HomePage>(u"home"_s, tr("&Home"), [this, &live, &estates] {
        auto *home = new HomePage(live, estates, m_session->notices(), m_navigator);
        connect(home, &HomePage::founded, this, &MainWindow::personWanted);
        return home;
    });
    m_sites = addPage<SitesPage>(u"sites"_s, tr("&Sites"),
                                 [this, &live, &estates] { return new SitesPage(live, estates, m_navigator); });
    m_rack = addPage<RackPage>(u"rack"_s, tr("&Rack"),
                               [this, &live, &estates] { return new RackPage(live, estates, m_navigator); });
    m_equipment = addPage<EquipmentPage>(u"equipment"_s, tr("&Equipment"), [this, &live, &estates] {
        return new EquipmentPage(live, estates, m_navigator);
    });
    m_requests = addPage<RequestsPage>(u"requests"_s, tr("Re&quests"), [this, &live, &estates] {
        return new RequestsPage(live, estates, m_navigator);
    });
    m_findSpace = addPage<FindSpacePage>(u"findspace"_s, tr("&Find space"), [this, &live, &estates] {
        return new FindSpacePage(live, estates, m_navigator);
    });
    m_requestForm = addPage<RequestFormPage>(u"request"_s, tr("&Write a request"), [this, &live, &estates] {
        return new RequestFormPage(live, estates, m_navigator);
    });
    m_power = addPage<PowerPage>(u"power"_s, tr("&Power"),
                                 [this, &live, &estates] { return new PowerPage(live, estates, m_navigator); });
    addPage<FindingsPage>(u"findings"_s, tr("Fi&ndings"),
                          [this, &live, &estates] { return new FindingsPage(live, estates, m_navigator); });
    addPage<CalendarPage>(u"calendar"_s, tr("&Calendar"),
                          [this, &live] { return new CalendarPage(live, m_navigator); });
    addPage<PlannerPage>(u"planner"_s, tr("P&lanner"), [this, &live] { return new PlannerPage(live, m_navigator); });
    m_cooling = addPage<CoolingPage>(u"cooling"_s, tr("C&ooling"),
                                     [this, &live, &estates] { return new CoolingPage(live, estates, m_navigator); });
    m_history = addPage<HistoryPage>(u"history"_s, tr("H&istory"),
                                     [this, &live] { return new HistoryPage(live, m_navigator); });
    addPage<ReportsPage>(u"reports"_s, tr("Repor&ts"), [&live, &estates] { return new ReportsPage(live, estates); });
    m_audit = addPage<AuditPage>(u"audit"_s, tr("&Audit"), [this, &live] {
        auto *audit = new AuditPage(live, m_navigator);
        if (m_lookedAt) {
            audit->offer(m_lookedAt);
        }
        return audit;
    });
    m_administration = addPage<AdministrationPage>(u"administration"_s, tr("Ad&ministration"),
                                                   [&live] { return new AdministrationPage(live); });
}

template <typename Page>
MainWindow::PageOf<Page> MainWindow::addPage(const QString &name, const QString &title, std::function<Page *()> make) {
    const int index = static_cast<int>(m_entries.size());
    m_entries.push_back({name, std::move(make), nullptr});
    addPageAction(title, index);
    return {index};
}

void MainWindow::addPageAction(const QString &title, int index) {
    auto *action = new QAction(title, this);
    action->setCheckable(true);
    const auto number = m_pageActions.size() + 1; // the tenth by 0, those after it with Shift
    const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number % 10);
    action->setShortcut(number <= 10 ? QKeySequence(Qt::CTRL | digit) : QKeySequence(Qt::CTRL | Qt::SHIFT | digit));
    connect(action, &QAction::triggered, this, [this, index] { openPage(index); });
    m_pageActions << action;

    auto *button = new QPushButton;
    button->setObjectName(u"pageButton"_s);
    button->setText(QString(title).remove(u'&')); // Alt and a letter belong to what the page itself offers
    button->setCheckable(true);
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_group->addButton(button, index);
    m_buttons->addWidget(button);
}

/// Page after page while there is nothing else to do: to open one is then only to show it.
void MainWindow::makeNext() {
    if (const auto next = std::ranges::find(m_entries, nullptr, &Entry::page); next != m_entries.end()) {
        (void)pageAt(static_cast<int>(next - m_entries.begin()));
        QTimer::singleShot(0, this, &MainWindow::makeNext);
    }
}

QWidget *MainWindow::pageAt(int index) {
    Entry &entry = m_entries[static_cast<std::size_t>(index)];
    if (!entry.page) {
        entry.page = entry.make();
        entry.page->setObjectName(entry.name);
        m_pages->addWidget(entry.page);
        Q_EMIT pageMade(entry.page);
    }
    return entry.page;
}

void MainWindow::addMenus(const WindowContext &context) {
    auto *polder = menuBar()->addMenu(tr("&Polder"));
    polder->addAction(tr("New &window"), QKeySequence::New, this, &MainWindow::anotherWanted);
    polder->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    addEditMenu();
    addViewMenu();
    auto *go = menuBar()->addMenu(tr("&Go to"));
    go->addActions(m_pageActions);
    go->addSeparator();
    go->addActions({m_back, m_forward});
    addFinder(*go);
    if (!context.people.empty()) {
        addPersonMenu(context);
    }
    auto *help = menuBar()->addMenu(tr("Help"));
    help->addAction(tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1), this, &MainWindow::showShortcuts);
}

QList<QAction *> MainWindow::menuActions() const {
    QList<QAction *> actions;
    for (const QAction *menu : menuBar()->actions()) {
        actions += menu->menu() ? menu->menu()->actions() : QList<QAction *>();
    }
    return actions;
}

/// Those of the menus as they are now, and what the pages do with keys.
void MainWindow::showShortcuts() {
    if (m_shortcuts) {
        m_shortcuts->close();
    }
    m_shortcuts = new ShortcutList(menuActions(), this);
    m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    m_shortcuts->show();
}

/// The pages, then what the one in front offers now, then all that is in the menus.
std::vector<Doable> MainWindow::doable() const {
    std::vector<Doable> all;
    const auto add = [&all](QAction *action) {
        if (action->isEnabled() && !action->isSeparator() && !action->menu()) {
            all.push_back({QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText),
                           [action] { action->trigger(); }});
        }
    };
    std::ranges::for_each(m_pageActions, add);
    for (auto *button : m_pages->currentWidget()->findChildren<QAbstractButton *>()) {
        const QString text = QString(button->text()).remove(u'&');
        // One sign says nothing in a list.
        if (button->isVisible() && button->isEnabled() && !button->isCheckable() && text.size() > 1) {
            all.push_back({text, button->shortcut().toString(QKeySequence::NativeText), [button = QPointer(button)] {
                               if (button) {
                                   button->click();
                               }
                           }});
        }
    }
    for (auto *action : menuActions()) {
        if (!m_pageActions.contains(action)) {
            add(action);
        }
    }
    return all;
}

void MainWindow::addEditMenu() {
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setObjectName(u"undo"_s);
    m_undone->setObjectName(u"undone"_s);
    menuBar()->addMenu(tr("Edit"))->addAction(m_undo);
    connect(m_undo, &QAction::triggered, this, &MainWindow::undo);
    connect(&m_live, &Journal::undoChanged, this, &MainWindow::showUndo);
    showUndo();
}

/// Of all windows.
void MainWindow::addViewMenu() {
    auto *compact = menuBar()->addMenu(tr("View"))->addAction(tr("Compact rows"));
    compact->setObjectName(u"compactRows"_s);
    compact->setCheckable(true);
    compact->setChecked(RowHeight::shared().compact());
    connect(compact, &QAction::toggled, this, [](bool wanted) {
        RowHeight::shared().setCompact(wanted);
        UserSettings().setValue(u"rows/compact"_s, wanted);
    });
}

void MainWindow::showUndo() {
    const QString what = m_live.undoText();
    const QString done = m_live.blockedBy();
    m_undo->setText(!what.isEmpty()   ? tr("&Undo %1").arg(what)
                    : !done.isEmpty() ? tr("&Undo: nothing takes back “%1”").arg(intentionText(done))
                                      : tr("&Undo"));
    m_undo->setEnabled(!what.isEmpty());
}

void MainWindow::undo() {
    const QString what = m_live.undoText();
    m_undone->follow(m_live.undo(), [this, what](const Result<QJsonObject> &result) {
        if (result.ok()) {
            m_undone->showDone(tr("Undone: %1").arg(what));
            return;
        }
        const Error error = reasonOf(result.error());
        const QString words = tr("Not undone: %1.").arg(what);
        m_undone->showError(error, words,
                            laterChangeText(error).isEmpty() ? refusalText(error) : laterChangeText(error));
    });
}

void MainWindow::addFinder(QMenu &menu) {
    auto *finder = new Finder(
        m_live, m_session->estates(), [this] { return doable(); }, this);
    menu.addSeparator();
    menu.addAction(tr("Find &anything …"), QKeySequence(Qt::CTRL | Qt::Key_K), finder, &Finder::ask);
    connect(finder, &Finder::chosen, this, &MainWindow::openFound);
    connect(finder, &Finder::spaceWanted, this, [this](const QString &sentence) {
        open(m_findSpace);
        the(m_findSpace)->findSaid(sentence);
    });
}

void MainWindow::addPersonMenu(const WindowContext &context) {
    auto *menu = menuBar()->addMenu(tr("Loo&k as"));
    auto *group = new QActionGroup(menu);
    for (const DemoPerson &person : context.people) {
        auto *action = menu->addAction(tr("%1 – %2").arg(person.name, person.roles));
        action->setCheckable(true);
        action->setChecked(person.handle == context.person);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, handle = person.handle] { Q_EMIT personWanted(handle); });
    }
}

void MainWindow::addStatus(const WindowContext &context) {
    m_connection->setAccessibleName(tr("Connection"));
    m_generation->setAccessibleName(tr("State of the record"));
    statusBar()->setContentsMargins(12, 2, 12, 2);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_connection);
    statusBar()->addWidget(m_generation);
    if (!context.notice.isEmpty()) {
        auto *notice = new QLabel(context.notice);
        notice->setObjectName(u"notice"_s);
        statusBar()->addPermanentWidget(notice);
    }
    m_told->setObjectName(u"told"_s);
    m_told->setFlat(true);
    statusBar()->addWidget(m_told);
    connect(m_told, &QPushButton::clicked, this, [this] { openPage(u"home"_s); });
    connect(&m_session->notices(), &NoticeWatch::changed, this, &MainWindow::showNotices);
    showNotices();
    connect(&m_live, &Live::connectionChanged, this, &MainWindow::showConnection);
    connect(&m_live, &Live::snapshotChanged, this, &MainWindow::showConnection);
    showConnection();
}

void MainWindow::showConnection() {
    const Connection connection = m_live.connection();
    const SnapshotPtr snapshot = m_live.snapshot();
    QPalette palette = this->palette();
    QString words;
    switch (connection.state) {
    case Connection::State::Connecting:
        words = tr("Connecting to %1 …").arg(connection.where);
        break;
    case Connection::State::Online:
        words = tr("● Connected: %1").arg(connection.where);
        palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Fine, palette));
        break;
    case Connection::State::Offline:
        words = tr("○ Not connected since %1: %2 What you see is the last known state.")
                    .arg(QLocale().toString(connection.since.toLocalTime().time(), QLocale::ShortFormat),
                         connection.trouble);
        palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Trouble, palette));
        break;
    }
    m_connection->setText(words);
    m_connection->setPalette(palette);
    m_generation->setText(snapshot->generation == 0
                              ? QString()
                              : tr("%1 · generation %2").arg(snapshot->viewer.name).arg(snapshot->generation));
}

void MainWindow::showNotices() {
    const int fresh = m_session->notices().fresh();
    m_told->setText(tr("● New: %1").arg(fresh));
    m_told->setToolTip(tr("What others did that concerns you, on Home"));
    m_told->setAccessibleName(tr("New: %1, what others did that concerns you").arg(fresh));
    m_told->setVisible(fresh > 0);
}

void MainWindow::changeEvent(QEvent *event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        showConnection(); // in the new colours
    }
}

void MainWindow::connectNavigator() {
    connect(&m_navigator, &Navigator::wanted, this, &MainWindow::openLink);
    connect(&m_navigator, &Navigator::placeWanted, this, [this](RequestItemId item) {
        the(m_findSpace)->findFor(item);
        open(m_findSpace);
    });
    connect(&m_navigator, &Navigator::requestWanted, this, [this](RequestId request) {
        the(m_requestForm)->edit(request);
        open(m_requestForm);
    });
    connect(&m_navigator, &Navigator::requestFilled, this, [this](const QByteArray &content) {
        the(m_requestForm)->fill(content);
        open(m_requestForm);
    });
    connect(&m_navigator, &Navigator::placeOffered, this, [this](const ProposedPlace &place) {
        the(m_rack)->offer(place);
        open(m_rack);
    });
    connect(&m_navigator, &Navigator::spotOffered, this, [this](const ProposedSpot &spot) {
        open(m_sites);
        the(m_sites)->offer(spot);
    });
    connect(&m_navigator, &Navigator::historyWanted, this, [this](EquipmentId equipment) {
        the(m_history)->showOnly(equipment);
        open(m_history);
    });
    connect(&m_navigator, &Navigator::failureWanted, this, [this](NodeId node) {
        the(m_power)->show(node);
        the(m_power)->fail(node);
        open(m_power);
    });
    connect(&m_navigator, &Navigator::proposalWanted, this,
            [this](RackId rack, int bottom, int height, const QString &face, const QString &half) {
                the(m_rack)->showProposal(rack, {.rack = rack,
                                                 .huFrom = bottom,
                                                 .huUntil = bottom + height,
                                                 .widthFrom = half == u"right" ? 1 : 0,
                                                 .widthUntil = half == u"left" ? 1 : 2,
                                                 .front = face != u"rear",
                                                 .rear = face != u"front"});
                open(m_rack);
            });
}

/// The audit begins with it.
void MainWindow::lookedAt(RackId rack) {
    m_lookedAt = rack;
    if (m_entries[static_cast<std::size_t>(m_audit.index)].page) {
        the(m_audit)->offer(rack);
    }
}

void MainWindow::openLink(const ObjectLink &link) {
    struct Opener {
        MainWindow &window;
        void operator()(RoomId room) const {
            window.the(window.m_sites)->show(room);
            window.open(window.m_sites, room);
        }
        void operator()(RackId rack) const {
            window.the(window.m_rack)->show(rack);
            window.lookedAt(rack);
            window.open(window.m_rack, rack);
        }
        void operator()(EquipmentId equipment) const {
            window.the(window.m_equipment)->show(equipment);
            window.open(window.m_equipment, equipment);
        }
        void operator()(NodeId node) const {
            window.the(window.m_power)->show(node);
            window.open(window.m_power, node);
        }
        void operator()(RequestId request) const {
            window.the(window.m_requests)->show(request);
            window.open(window.m_requests, request);
        }
    };
    std::visit(Opener{*this}, link);
}

void MainWindow::openFound(const Findable &what) {
    struct Opener {
        MainWindow &window;
        SnapshotPtr snapshot = window.m_live.snapshot();

        void operator()(SiteId site) const {
            for (const Room &room : snapshot->rooms) {
                if (room.site == site) {
                    return window.openLink(room.id);
                }
            }
            window.open(window.m_sites);
        }
        void operator()(RoomId room) const { window.openLink(room); }
        void operator()(RackId rack) const { window.openLink(rack); }
        void operator()(EquipmentId equipment) const { window.openLink(equipment); }
        void operator()(RequestId request) const { window.openLink(request); }
        /// In its rack, or in the power chain.
        void operator()(NodeId id) const {
            const Node *node = snapshot->nodes.find(id);
            if (node && node->rack) {
                window.openLink(node->rack);
            } else if (node) {
                window.openLink(id);
            }
        }
        /// What they ask for.
        void operator()(PersonId id) const {
            if (const Person *person = snapshot->people.find(id)) {
                window.the(window.m_requests)->showOf(person->name);
                window.open(window.m_requests);
            }
        }
        void operator()(CoolingUnitId unit) const {
            window.open(window.m_cooling);
            window.the(window.m_cooling)->show(unit);
        }
        void operator()(ModelId model) const {
            window.open(window.m_administration); // first: a hidden page does not read all that it shows
            window.the(window.m_administration)->show(model);
        }
        void operator()(ActionId) const {}
        void operator()(SpaceAnswer) const {}
    };
    std::visit(Opener{*this}, what);
}

void MainWindow::openPage(int index, const std::optional<ObjectLink> &link) {
    note({index, link});
    QWidget *page = pageAt(index);
    m_pages->setCurrentWidget(page);
    m_group->button(index)->setChecked(true);
    for (int i = 0; i < m_pageActions.size(); ++i) {
        m_pageActions[i]->setChecked(i == index);
    }
    page->setFocus();
}

/// What one did after going back is forgotten when one goes somewhere else.
void MainWindow::note(const Visit &visit) {
    if (!m_walking && (m_visits.empty() || m_visits[m_here] != visit)) {
        m_visits.resize(m_visits.empty() ? 0 : m_here + 1);
        m_visits.push_back(visit);
        m_here = m_visits.size() - 1;
    }
    m_back->setEnabled(m_here > 0);
    m_forward->setEnabled(m_here + 1 < m_visits.size());
}

void MainWindow::walk(int by) {
    m_here += by;
    const QScopedValueRollback walking(m_walking, true);
    if (const Visit visit = m_visits[m_here]; visit.link) {
        openLink(*visit.link);
    } else {
        openPage(visit.page);
    }
}

QStringList MainWindow::pageNames() const {
    QStringList names;
    for (const Entry &entry : m_entries) {
        names << entry.name;
    }
    return names;
}

QWidget *MainWindow::page(const QString &name) {
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    return found == m_entries.end() ? nullptr : pageAt(static_cast<int>(found - m_entries.begin()));
}

std::vector<QWidget *> MainWindow::madePages() const {
    std::vector<QWidget *> made;
    for (const Entry &entry : m_entries) {
        if (entry.page) {
            made.push_back(entry.page);
        }
    }
    return made;
}

void MainWindow::openRequestFile(const QString &path) {
    the(m_requestForm)->openFile(path);
    open(m_requestForm);
}

QString MainWindow::pageName() const {
    return m_pages->currentWidget()->objectName();
}

void MainWindow::openPage(const QString &name) {
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    if (found != m_entries.end()) {
        openPage(static_cast<int>(found - m_entries.begin()));
    }
}

} // namespace polder
