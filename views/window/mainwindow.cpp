#include "mainwindow.h"

#include "finder.h"
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
#include "model/items/refusaltext.h"
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

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// Of the column of pages.
constexpr int sideWidth = 166;

} // namespace

MainWindow::MainWindow(Live &record, const WindowContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_live(record)
    , m_estates(m_live)
    , m_notices(m_live)
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
    Live &live = m_live;
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

    auto *home = addPage(new HomePage(live, m_estates, m_notices, m_navigator), u"home"_s, tr("&Home"));
    m_sites = addPage(new SitesPage(live, m_estates, m_navigator), u"sites"_s, tr("&Sites"));
    m_rack = addPage(new RackPage(live, m_estates, m_navigator), u"rack"_s, tr("&Rack"));
    m_equipment = addPage(new EquipmentPage(live, m_estates, m_navigator), u"equipment"_s, tr("&Equipment"));
    m_requests = addPage(new RequestsPage(live, m_estates, m_navigator), u"requests"_s, tr("Re&quests"));
    m_findSpace = addPage(new FindSpacePage(live, m_estates, m_navigator), u"findspace"_s, tr("&Find space"));
    m_requestForm = addPage(new RequestFormPage(live, m_estates, m_navigator), u"request"_s, tr("&Write a request"));
    m_power = addPage(new PowerPage(live, m_estates, m_navigator), u"power"_s, tr("&Power"));
    addPage(new FindingsPage(live, m_estates, m_navigator), u"findings"_s, tr("Fi&ndings"));
    addPage(new CalendarPage(live, m_navigator), u"calendar"_s, tr("&Calendar"));
    addPage(new PlannerPage(live, m_navigator), u"planner"_s, tr("P&lanner"));
    addPage(new CoolingPage(live, m_estates, m_navigator), u"cooling"_s, tr("C&ooling"));
    auto *history = new HistoryPage(live, m_navigator);
    addPage(history, u"history"_s, tr("H&istory"));
    connect(&m_navigator, &Navigator::historyWanted, this, [this, history](EquipmentId equipment) {
        history->showOnly(equipment);
        openPage(history);
    });
    addPage(new ReportsPage(live, m_estates), u"reports"_s, tr("Repor&ts"));
    m_audit = addPage(new AuditPage(live, m_navigator), u"audit"_s, tr("&Audit"));
    addPage(new AdministrationPage(live), u"administration"_s, tr("Ad&ministration"));
    m_buttons->addStretch();
    connect(home, &HomePage::founded, this, &MainWindow::personWanted);

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
    openPage(home);
    resize(1320, 860);
}

template <typename Page>
Page *MainWindow::addPage(Page *page, const QString &name, const QString &title) {
    page->setObjectName(name);
    m_pages->addWidget(page);

    auto *action = new QAction(title, this);
    action->setCheckable(true);
    const auto number = m_pageActions.size() + 1; // the tenth by 0, those after it with Shift
    const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number % 10);
    action->setShortcut(number <= 10 ? QKeySequence(Qt::CTRL | digit) : QKeySequence(Qt::CTRL | Qt::SHIFT | digit));
    connect(action, &QAction::triggered, this, [this, page] { openPage(page); });
    m_pageActions << action;

    auto *button = new QPushButton;
    button->setObjectName(u"pageButton"_s);
    button->setText(QString(title).remove(u'&')); // Alt and a letter belong to what the page itself offers
    button->setCheckable(true);
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_group->addButton(button, m_pages->indexOf(page));
    m_buttons->addWidget(button);
    return page;
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
        m_live, m_estates, [this] { return doable(); }, this);
    menu.addSeparator();
    menu.addAction(tr("Find &anything …"), QKeySequence(Qt::CTRL | Qt::Key_K), finder, &Finder::ask);
    connect(finder, &Finder::chosen, this, &MainWindow::openFound);
    connect(finder, &Finder::spaceWanted, this, [this](const QString &sentence) {
        openPage(m_findSpace);
        m_findSpace->findSaid(sentence);
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
    connect(&m_notices, &NoticeWatch::changed, this, &MainWindow::showNotices);
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
    const int fresh = m_notices.fresh();
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
        m_findSpace->findFor(item);
        openPage(m_findSpace);
    });
    connect(&m_navigator, &Navigator::requestWanted, this, [this](RequestId request) {
        m_requestForm->edit(request);
        openPage(m_requestForm);
    });
    connect(&m_navigator, &Navigator::requestFilled, this, [this](const QByteArray &content) {
        m_requestForm->fill(content);
        openPage(m_requestForm);
    });
    connect(&m_navigator, &Navigator::placeOffered, this, [this](const ProposedPlace &place) {
        m_rack->offer(place);
        openPage(m_rack);
    });
    connect(&m_navigator, &Navigator::spotOffered, this, [this](const ProposedSpot &spot) {
        openPage(m_sites);
        m_sites->offer(spot);
    });
    connect(&m_navigator, &Navigator::failureWanted, this, [this](NodeId node) {
        m_power->show(node);
        m_power->fail(node);
        openPage(m_power);
    });
    connect(&m_navigator, &Navigator::proposalWanted, this,
            [this](RackId rack, int bottom, int height, const QString &face, const QString &half) {
                m_rack->showProposal(rack, {.rack = rack,
                                            .huFrom = bottom,
                                            .huUntil = bottom + height,
                                            .widthFrom = half == u"right" ? 1 : 0,
                                            .widthUntil = half == u"left" ? 1 : 2,
                                            .front = face != u"rear",
                                            .rear = face != u"front"});
                openPage(m_rack);
            });
}

void MainWindow::openLink(const ObjectLink &link) {
    struct Opener {
        MainWindow &window;
        void operator()(RoomId room) const {
            window.m_sites->show(room);
            window.openPage(window.m_sites, room);
        }
        void operator()(RackId rack) const {
            window.m_rack->show(rack);
            window.m_audit->offer(rack);
            window.openPage(window.m_rack, rack);
        }
        void operator()(EquipmentId equipment) const {
            window.m_equipment->show(equipment);
            window.openPage(window.m_equipment, equipment);
        }
        void operator()(NodeId node) const {
            window.m_power->show(node);
            window.openPage(window.m_power, node);
        }
        void operator()(RequestId request) const {
            window.m_requests->show(request);
            window.openPage(window.m_requests, request);
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
            window.openPage(window.m_sites);
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
                window.m_requests->showOf(person->name);
                window.openPage(window.m_requests);
            }
        }
        void operator()(ActionId) const {}
        void operator()(SpaceAnswer) const {}
    };
    std::visit(Opener{*this}, what);
}

void MainWindow::openPage(QWidget *page, const std::optional<ObjectLink> &link) {
    note({page, link});
    m_pages->setCurrentWidget(page);
    const int index = m_pages->indexOf(page);
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
    for (int i = 0; i < m_pages->count(); ++i) {
        names << m_pages->widget(i)->objectName();
    }
    return names;
}

void MainWindow::openRequestFile(const QString &path) {
    m_requestForm->openFile(path);
    openPage(m_requestForm);
}

QString MainWindow::pageName() const {
    return m_pages->currentWidget()->objectName();
}

void MainWindow::openPage(const QString &name) {
    if (auto *page = m_pages->findChild<QWidget *>(name, Qt::FindDirectChildrenOnly)) {
        openPage(page);
    }
}

} // namespace polder
