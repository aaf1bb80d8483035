#pragma once

#include "app/polder/desktop.h"
#include "model/store/cluster.h"
#include "views/parts/searchtable.h"
#include "views/window/mainwindow.h"

#include <QDate>
#include <QTemporaryDir>

#include <memory>

class QAbstractItemView;
class QComboBox;
class QDateEdit;
class QDialog;
class QMenu;
class QPixmap;

namespace polder::test {

/// The running desktop on a demo estate of its own, played by somebody who sees it and has either only a mouse beside
/// the keys that write, or only the keyboard. What cannot be reached in that manner fails the test: nothing is opened,
/// pressed or focused behind the window's back.
class Play {
public:
    enum class Manner {
        Mouse,
        Keyboard
    };

    /// `journey` begins the names of the pictures, which only the mouse leaves: both look the same.
    Play(Manner manner, QString journey);
    ~Play();
    Play(const Play &) = delete;
    Play &operator=(const Play &) = delete;

    /// Starts the application as this person (a handle) and waits for the estate.
    void begin(const QString &person);
    [[nodiscard]] bool byMouse() const { return m_manner == Manner::Mouse; }

    [[nodiscard]] MainWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] QWidget &page(const QString &name) const;
    template <typename Widget>
    [[nodiscard]] Widget &on(const QString &pageName, const QString &name = {}) const {
        return in<Widget>(page(pageName), name);
    }
    template <typename Widget>
    [[nodiscard]] static Widget &in(const QWidget &around, const QString &name = {}) {
        const auto all = around.findChildren<Widget *>(name);
        const auto seen = std::ranges::find_if(all, [](const QWidget *one) { return one->isVisible(); });
        if (all.isEmpty()) {
            missing(around, name);
        }
        return seen == all.end() ? *all.front() : **seen;
    }
    /// The dialog on top; nullptr: none.
    [[nodiscard]] static QDialog *dialog();
    void dialogIs(const QString &name) const; ///< waits for it

    // What a person does.
    void turnTo(const QString &pageName) const;
    /// As soon as it can be pressed. On a page, or in whatever widget.
    void press(const QString &pageName, const QString &button) const { press(page(pageName), button); }
    void press(const QWidget &around, const QString &button) const;
    void type(QWidget &field, const QString &text) const;
    /// The first choice that begins so.
    void pick(QComboBox &field, const QString &beginning) const;
    void setDay(QDateEdit &field, QDate day) const;
    /// Searches the table for the words and chooses the first row that is left, of `rows`.
    void choose(SearchTable &table, const QString &words, int rows = 1) const;
    /// The row with this number, of all that are shown.
    void chooseRow(SearchTable &table, int row) const;
    /// The next one as well.
    void chooseNextToo(SearchTable &table) const;
    /// The tab of a tab bar whose name begins so.
    void openTab(const QWidget &around, const QString &name) const;
    /// By "Find anything": the best answer to the words is opened.
    void find(const QString &words, const QString &answer) const;
    /// The file dialog that the next step opens is answered with this file.
    void answerFile(const QString &path) const;
    /// The entry that begins so, of the menu that the button opens.
    void pressMenu(const QWidget &around, const QString &button, const QString &entry) const;
    /// With the mouse, from here to there by way of the middle.
    void drag(const QWidget &widget, QPoint from, QPoint to, bool drop = true) const;
    void release(const QWidget &widget, QPoint where) const;
    /// Somebody else sits down at it.
    void become(const QString &name);
    /// To this widget, by a click or by Tab.
    void reach(QWidget &widget) const;
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const;
    void write(const QString &text) const; ///< where the focus is
    void click(const QWidget &widget, QPoint where, Qt::KeyboardModifiers modifiers = {}) const;

    /// For what a journey writes and reads.
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /// tests/pictures/journeys/JOURNEY-STEP.png of the build folder, dialogs on top.
    void picture(const QString &step) const;

    [[nodiscard]] QString sql(const QByteArray &statement) const; ///< as superuser
    [[nodiscard]] QString viewer() const;                         ///< what the status bar says

private:
    [[noreturn]] static void missing(const QWidget &around, const QString &name);
    void giveFocusBack() const;
    void bringIntoView(QWidget &widget) const;
    [[nodiscard]] static QString focusText();
    void chooseEntry(QMenu &menu, QAction &action) const;

    Manner m_manner;
    QString m_journey;
    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    std::unique_ptr<Desktop> m_desktop;
};

/// Rows "mouse" and "keyboard" of a data-driven test, in which QFETCH(Play::Manner, manner).
void bothManners();

/// NAME.png in tests/pictures/journeys of the build folder.
void keepPicture(const QPixmap &shown, const QString &name);

} // namespace polder::test

Q_DECLARE_METATYPE(polder::test::Play::Manner)
