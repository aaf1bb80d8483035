#pragma once

#include "options.h"
#include "reached.h"
#include "views/window/firstrun.h"

#include <QObject>

#include <memory>

namespace polder {

class Live;
class MainWindow;
class StartWindow;

/// The running desktop: reaches the record, then shows one window for one person. Another person logs in anew, as
/// their own role, and gets a window of their own.
class Desktop : public QObject {
    Q_OBJECT

public:
    explicit Desktop(Options options, QObject *parent = nullptr);
    ~Desktop() override;

    void start();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

private:
    void askWhere();
    void goTo(const ConnectionChoice &choice);
    void arrive(const Result<Reached> &reached);
    void lookAs(const QString &handle);
    void switchTo(const QString &handle);
    void takePictures();
    void fail(const Error &error);

    Options m_options;
    Reached m_reached;
    std::unique_ptr<StartWindow> m_start;
    std::unique_ptr<FirstRun> m_firstRun; ///< until what was chosen there has been reached
    std::optional<ConnectionChoice> m_choice;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<MainWindow> m_window; ///< goes before m_live, which it looks at
};

} // namespace polder
