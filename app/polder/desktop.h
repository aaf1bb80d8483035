#pragma once

#include "options.h"
#include "passwords.h"
#include "reached.h"
#include "views/window/firstrun.h"

#include <QObject>

#include <memory>

namespace polder {

class Live;
class MainWindow;
class Session;
class StartWindow;

/// The running desktop: reaches the record, then shows one window for one person. Another person logs in anew, as
/// their own role, and gets a window of their own.
class Desktop : public QObject {
    Q_OBJECT

public:
    /// `passwords`: where they are kept; none: in the system's keyring.
    explicit Desktop(Options options, QObject *parent = nullptr, std::unique_ptr<PasswordStore> passwords = {});
    ~Desktop() override;

    void start();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] const std::vector<std::unique_ptr<MainWindow>> &others() const { return m_others; }

private:
    void askWhere();
    void goTo(const ConnectionChoice &choice);
    [[nodiscard]] PasswordStore &passwords();
    void reach(const Options &options);
    void arrive(const Result<Reached> &reached);
    /// Where the person wants it; then the record is shown.
    void keep(const Reached &reached);
    void enter(const Reached &reached);
    void lookAs(const QString &handle);
    void switchTo(const QString &handle);
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    void openAnother();
    void takePictures();
    void fail(const Error &error);

    Options m_options;
    Reached m_reached;
    std::unique_ptr<StartWindow> m_start;
    std::unique_ptr<FirstRun> m_firstRun; ///< until what was chosen there has been reached
    std::optional<ConnectionChoice> m_choice;
    std::unique_ptr<PasswordStore> m_passwords;
    Error m_keyringTrouble; ///< why the password was not read; empty: it was, or there is none
    std::unique_ptr<Live> m_live;
    std::shared_ptr<Session> m_session;                ///< of all windows of the person
    QString m_person;                                  ///< who looks, by handle
    std::unique_ptr<MainWindow> m_window;              ///< goes before m_live, which it looks at
    std::vector<std::unique_ptr<MainWindow>> m_others; ///< beside it, of the same person
};

} // namespace polder
