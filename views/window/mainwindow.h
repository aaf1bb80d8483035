#pragma once

#include "journal.h"
#include "model/items/findindex.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/noticewatch.h"
#include "views/rack/elevation.h"
#include "windowcontext.h"

#include <QMainWindow>
#include <QPointer>

class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace polder {

class AnswerPanel;
class AuditPage;
class EquipmentPage;
class Finder;
struct Doable;
class FindSpacePage;
class PowerPage;
class RackPage;
class RequestFormPage;
class RequestsPage;
class ShortcutList;
class SitesPage;

/// Puts the pages together, and nothing else. A window belongs to one person; another one gets another window.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Live &record, const WindowContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QStringList pageNames() const; ///< as objectName of each page, in order
    [[nodiscard]] QString pageName() const;      ///< of the one that is open
    void openPage(const QString &name);
    void openRequestFile(const QString &path);
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    [[nodiscard]] Live &live() { return m_live; }
    [[nodiscard]] EstateWatch &estates() { return m_estates; }

Q_SIGNALS:
    void personWanted(const QString &handle);
    /// Another window beside this one, for the same person.
    void anotherWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Visit {
        QWidget *page = nullptr;
        std::optional<ObjectLink> link;
        bool operator==(const Visit &) const = default;
    };
    template <typename Page>
    Page *addPage(Page *page, const QString &name, const QString &title);
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
    void openLink(const ObjectLink &link);
    void openFound(const Findable &what);
    /// `link`: what is shown on it.
    void openPage(QWidget *page, const std::optional<ObjectLink> &link = {});
    void note(const Visit &visit);
    /// Along what was looked at: -1 back, 1 forward.
    void walk(int by);
    void showConnection();
    void showNotices();

    Journal m_live; ///< what all pages ask, so that it knows what was done
    Navigator m_navigator;
    EstateWatch m_estates;
    NoticeWatch m_notices;
    QStackedWidget *m_pages;
    QVBoxLayout *m_buttons;
    QButtonGroup *m_group;
    QList<QAction *> m_pageActions;
    SitesPage *m_sites;
    RackPage *m_rack;
    EquipmentPage *m_equipment;
    RequestsPage *m_requests;
    FindSpacePage *m_findSpace;
    RequestFormPage *m_requestForm;
    PowerPage *m_power;
    AuditPage *m_audit;
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
