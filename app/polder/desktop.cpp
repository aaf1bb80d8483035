#include "desktop.h"

#include "connecting.h"
#include "model/live/databaselive.h"
#include "model/live/live.h"
#include "pictures.h"
#include "views/parts/givenback.h"
#include "views/parts/usersettings.h"
#include "views/parts/whendone.h"
#include "views/window/firstrun.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"
#include "views/window/startwindow.h"
#include "views/window/windowstate.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <cstdio>

namespace polder {

namespace {

constexpr int unreachable = 3; ///< exit code: no connection or file

} // namespace

Desktop::Desktop(Options options, QObject *parent, std::unique_ptr<PasswordStore> passwords)
    : QObject(parent)
    , m_options(std::move(options))
    , m_start(std::make_unique<StartWindow>())
    , m_passwords(std::move(passwords)) {
    shareHeaps();
    connect(m_start.get(), &StartWindow::otherwiseWanted, this, &Desktop::askWhere);
    if (m_options.remembers) {
        connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
            if (m_window) {
                UserSettings settings;
                saveWindow(*m_window, settings);
            }
        });
    }
}

Desktop::~Desktop() = default;

void Desktop::start() {
    if (m_options.firstRun) {
        return askWhere();
    }
    m_start->show();
    if (m_options.keyring.isEmpty()) {
        return reach(m_options);
    }
    // Without it the server may still let somebody in, by ~/.pgpass; else both are said.
    whenDone(passwords().read(m_options.keyring), this, [this](const Result<QString> &password) {
        Options options = m_options;
        if (password.ok()) {
            options.conninfo = withPassword(*options.conninfo, *password);
        } else {
            m_keyringTrouble = password.error();
        }
        reach(options);
    });
}

PasswordStore &Desktop::passwords() {
    if (!m_passwords) {
        m_passwords = systemKeyring();
    }
    return *m_passwords;
}

void Desktop::reach(const Options &options) {
    whenDone(QtConcurrent::run(&reachRecord, options), this,
             [this](const Result<Reached> &reached) { arrive(reached); });
}

void Desktop::askWhere() {
    m_firstRun = std::make_unique<FirstRun>(serviceNames());
    connect(m_firstRun.get(), &FirstRun::chosen, this, &Desktop::goTo);
    m_firstRun->show();
    m_start->hide();
}

/// Remembered once it has been reached; until then it can be chosen anew.
void Desktop::goTo(const ConnectionChoice &choice) {
    m_firstRun->showTrouble({});
    m_firstRun->setEnabled(false);
    m_choice = choice;
    Options options = m_options;
    options.demo = choice.demo;
    if (!choice.embedded) {
        options.conninfo = withPassword(conninfoOf(choice), choice.password);
        options.embeddedFolder.reset();
    } else if (!options.embeddedFolder) {
        options.embeddedFolder = QString();
    }
    if (choice.embedded) {
        options.conninfo.reset();
    }
    reach(options);
}

void Desktop::arrive(const Result<Reached> &reached) {
    if (!reached.ok() && m_firstRun) {
        m_firstRun->setEnabled(true);
        return m_firstRun->showTrouble(reached.error().what);
    }
    if (!reached.ok()) {
        return fail(reached.error());
    }
    if (m_choice && !m_choice->password.isEmpty() && m_choice->keep != ConnectionChoice::Keep::Not) {
        return keep(*reached);
    }
    enter(*reached);
}

void Desktop::keep(const Reached &reached) {
    const auto then = [this, reached](const Status &kept) {
        if (kept.ok()) {
            return enter(reached);
        }
        m_firstRun->setEnabled(true);
        m_firstRun->showTrouble(
            tr("%1 The server is there, but the password was not kept. Say otherwise what is to become of it.")
                .arg(kept.error().what));
    };
    if (m_choice->keep == ConnectionChoice::Keep::PassFile) {
        return then(keepPassword(*m_choice));
    }
    whenDone(passwords().write(passwordKey(*m_choice), m_choice->password), this, then);
}

void Desktop::enter(const Reached &reached) {
    if (m_choice) {
        if (const Status remembered = remember(*m_choice); !remembered.ok()) {
            std::fprintf(stderr, "polder: %s\n", qUtf8Printable(remembered.error().what)); // asked again next time
        }
    }
    m_reached = reached;
    lookAs(m_options.person);
    m_firstRun.reset();
    if (m_window && !m_options.requestFile.isEmpty()) {
        // What it names can be chosen once the record has been read.
        connect(
            m_live.get(), &Live::snapshotChanged, m_window.get(),
            [this] { m_window->openRequestFile(m_options.requestFile); }, Qt::SingleShotConnection);
    }
    if (m_window && !m_options.screenshots.isEmpty()) {
        takePictures();
    }
}

void Desktop::lookAs(const QString &handle) {
    const auto settings = m_reached.settingsFor(handle);
    if (!settings.ok()) {
        return fail(settings.error());
    }
    const QByteArray geometry = m_window ? m_window->saveGeometry() : QByteArray();
    m_others.clear();
    m_window.reset();
    m_session.reset();
    m_live = openDatabaseLive(*settings);
    m_session = std::make_shared<Session>(*m_live);
    m_person = m_reached.handleFor(handle);
    m_window = makeWindow();
    if (!geometry.isEmpty()) {
        m_window->restoreGeometry(geometry);
    } else if (m_options.remembers) {
        restoreWindow(*m_window, UserSettings());
    }
    m_window->show();
    m_start.reset();
}

std::unique_ptr<MainWindow> Desktop::makeWindow() {
    auto window = std::make_unique<MainWindow>(m_session, WindowContext{m_reached.people, m_person, m_reached.notice});
    // Queued: the window whose menu asked for it must not go while the menu is still open.
    connect(window.get(), &MainWindow::personWanted, this, &Desktop::switchTo, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::anotherWanted, this, &Desktop::openAnother);
    return window;
}

void Desktop::openAnother() {
    std::erase_if(m_others, [](const auto &window) { return !window->isVisible(); }); // closed since
    m_others.push_back(makeWindow());
    m_others.back()->show();
}

/// Who was made only now is not among the people that were there when it began.
void Desktop::switchTo(const QString &handle) {
    if (!m_reached.cluster ||
        std::ranges::find(m_reached.people, handle, &DemoPerson::handle) != m_reached.people.end()) {
        return lookAs(handle);
    }
    whenDone(QtConcurrent::run(&readPeopleAgain, m_reached), this, [this, handle](const Result<Reached> &reached) {
        if (!reached.ok()) {
            return fail(reached.error());
        }
        m_reached = *reached;
        lookAs(handle);
    });
}

void Desktop::takePictures() {
    auto *pictures = new Pictures(*m_live, *m_window, m_options.screenshots, this);
    connect(pictures, &Pictures::finished, this, [](const Status &status) {
        if (!status.ok()) {
            std::fprintf(stderr, "polder: %s\n", qUtf8Printable(status.error().what));
        }
        QCoreApplication::exit(status.ok() ? 0 : unreachable);
    });
}

void Desktop::fail(const Error &error) {
    std::fprintf(stderr, "polder: %s\n", qUtf8Printable(error.what));
    if (!m_start || !m_options.screenshots.isEmpty()) {
        return QCoreApplication::exit(unreachable);
    }
    Error all = error;
    if (!m_keyringTrouble.what.isEmpty()) {
        all.hint = m_keyringTrouble.what + (all.hint.isEmpty() ? QString() : u'\n' + all.hint);
    }
    m_start->showTrouble(all);
    if (m_options.chosenBefore) {
        m_start->offerOtherwise();
    }
}

} // namespace polder
