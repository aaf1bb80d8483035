#pragma once

#include "model/items/findindex.h"
#include "session.h"
#include "views/parts/navigator.h"
#include "views/rack/elevation.h"
#include "windowcontext.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace polder {

class AnswerPanel;
class AdministrationPage;
class AuditPage;
class CoolingPage;
class EquipmentPage;
class Finder;
struct Doable;
class FindSpacePage;
class HistoryPage;
class PowerPage;
class RackPage;
class RequestFormPage;
class RequestsPage;
class ShortcutList;
class SitesPage;

/// Puts the pages together, and nothing else. A window belongs to one person; another one gets another window. A page
/// is made when it is first opened, or when something on it is asked for: nobody waits for sixteen of them to see one.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(std::shared_ptr<Session> session, const WindowContext &context, QWidget *parent = nullptr);
    /// The only one of its person.
    MainWindow(Live &record, const WindowContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] QStringList pageNames() const; ///< as objectName of each page, in order
    /// As it is, or made now; nullptr: there is no such page.
    [[nodiscard]] QWidget *page(const QString &name);
    /// Those that were made.
    [[nodiscard]] std::vector<QWidget *> madePages() const;
    [[nodiscard]] QString pageName() const; ///< of the one that is open
    void openPage(const QString &name);
    void openRequestFile(const QString &path);
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    [[nodiscard]] Live &live() { return m_live; }
    [[nodiscard]] EstateWatch &estates() { return m_session->estates(); }

Q_SIGNALS:
    void personWanted(const QString &handle);
    /// Another window beside this one, for the same person.
    void anotherWanted();
    /// For the first time.
    void pageMade(QWidget *page);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        QString name;
        std::function<QWidget *()> make;
        QWidget *page = nullptr; ///< once it was made
    };
    /// Which of the entries a page of this type is.
    template <typename Page>
    struct PageOf {
        int index = 0;
    };
    struct Visit {
        int page = 0;
        std::optional<ObjectLink> link;
        bool operator==(const Visit &) const = default;
    };
    void addPages();
    template <typename Page>
    PageOf<Page> addPage(const QString &name, const QString &title, std::function<Page *()> make);
    void addPageAction(const QString &title, int index);
    [[nodiscard]] QWidget *pageAt(int index);
    void makeNext();
    template <typename Page>
    [[nodiscard]] Page *the(PageOf<Page> page) {
        return static_cast<Page *>(pageAt(page.index));
    }
    template <typename Page>
    void open(PageOf<Page> page, const std::optional<ObjectLink> &link = {}) {
        openPage(page.index, link);
    }
    void addMenus(const WindowContext &context);
    void addEditMenu();
    void undo();
    void showUndo();
    void addViewMenu();
    void showShortcuts();
    void addFinder(QMenu &menu);
    [[nodiscard]] QList<QAction *> menuActions() const;
    [[nodiscard]] std::vector<Doable> doable() const;
    void addPersonMenu(const WindowContext &context);
    void addStatus(const WindowContext &context);
    void connectNavigator();
    void lookedAt(RackId rack);
    void openLink(const ObjectLink &link);
    void openFound(const Findable &what);
    /// `link`: what is shown on it.
    void openPage(int index, const std::optional<ObjectLink> &link = {});
    void note(const Visit &visit);
    /// Along what was looked at: -1 back, 1 forward.
    void walk(int by);
    void showConnection();
    void showNotices();

    std::shared_ptr<Session> m_session;
    Journal &m_live;
    Navigator m_navigator;
    QStackedWidget *m_pages; ///< those that were made
    std::vector<Entry> m_entries;
    QVBoxLayout *m_buttons;
    QButtonGroup *m_group;
    QList<QAction *> m_pageActions;
    PageOf<SitesPage> m_sites;
    PageOf<RackPage> m_rack;
    PageOf<EquipmentPage> m_equipment;
    PageOf<RequestsPage> m_requests;
    PageOf<FindSpacePage> m_findSpace;
    PageOf<RequestFormPage> m_requestForm;
    PageOf<PowerPage> m_power;
    PageOf<CoolingPage> m_cooling;
    PageOf<HistoryPage> m_history;
    PageOf<AuditPage> m_audit;
    PageOf<AdministrationPage> m_administration;
    RackId m_lookedAt; ///< what the audit begins with, when somebody opens it
    QLabel *m_connection;
    QLabel *m_generation;
    QPushButton *m_told;   ///< how many notices are new
    AnswerPanel *m_undone; ///< how it ended
    QPointer<ShortcutList> m_shortcuts;
    QAction *m_undo;
    QAction *m_back;
    QAction *m_forward;
    std::vector<Visit> m_visits;
    std::size_t m_here = 0;
    bool m_walking = false; ///< along m_visits, which then stay as they are
};

} // namespace polder
