#include "play.h"

#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "tests/support/watchdog.h"
#include "views/parts/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <sys/stat.h>

namespace polder::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int look = 10;      ///< ms between two looks at what has opened
constexpr int mostTabs = 250; ///< more than any page has to tab through

/// The letter after "&"; 0: none.
int mnemonicOf(const QString &text) {
    const QKeySequence sequence = QKeySequence::mnemonic(text);
    return sequence.isEmpty() ? 0 : sequence[0].key();
}

bool hasFocus(const QWidget &widget) {
    const QWidget *focused = QApplication::focusWidget();
    return focused && (focused == &widget || widget.isAncestorOf(focused) || widget.focusProxy() == focused);
}

} // namespace

Play::Play(Manner manner, QString journey) : m_manner(manner), m_journey(std::move(journey)) {
}

Play::~Play() {
    WatchedApplication::watch(false);
    m_desktop.reset();
    if (m_cluster) {
        const ProcessEnd end(m_cluster->processId());
        m_cluster.reset();
        if (!end.happensWithin(patience)) { // its folder goes next
            qWarning("The cluster does not stop");
        }
    }
}

void Play::missing(const QWidget &around, const QString &name) {
    qFatal("no %s in %s", qPrintable(name), qPrintable(around.objectName()));
}

void Play::begin(const QString &person) {
    QStandardPaths::setTestModeEnabled(true); // nothing is left in the person's own folder
    QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
    WatchedApplication::watch(false);                                       // until the window is there
    const QString folder = m_folder.filePath(u"cluster"_s);
    copyDemoCluster(folder);
    auto cluster = EmbeddedCluster::start(folder, EmbeddedCluster::Durability::Throwaway);
    QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
    m_cluster = std::move(*cluster);
    theme::apply(*qApp); // as main does
    Options options;
    options.embeddedFolder = folder;
    options.person = person;
    m_desktop = std::make_unique<Desktop>(options);
    m_desktop->start();
    TRY_VERIFY(m_desktop->window());
    QVERIFY(QTest::qWaitForWindowActive(&window(), patience));
    TRY_VERIFY(window().estates().estate());
    // Nobody types in the first quarter of a second: the pages are being made then.
    TRY_COMPARE(std::ssize(window().madePages()), window().pageNames().size());
    WatchedApplication::watch(true);
}

QWidget &Play::page(const QString &name) const {
    auto *page = window().page(name);
    if (!page) {
        missing(window(), name);
    }
    return *page;
}

QDialog *Play::dialog() {
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

void Play::dialogIs(const QString &name) const {
    TRY_VERIFY2(dialog() && (name.isEmpty() || dialog()->objectName() == name), qPrintable(name));
    TRY_VERIFY(dialog() && dialog()->isActiveWindow());
}

/// What a window manager does when a dialog has gone; there is none on the screen that only exists in memory.
void Play::giveFocusBack() const {
    if (!QGuiApplication::focusWindow()) {
        QWidget *modal = QApplication::activeModalWidget();
        QWidget *top = modal ? modal : dialog();
        top = top ? top : &window();
        top->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(top, patience));
    }
}

void Play::key(int key, Qt::KeyboardModifiers modifiers) const {
    giveFocusBack();
    QWindow *target = QGuiApplication::focusWindow();
    QVERIFY2(target, "no window has the keyboard");
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

void Play::write(const QString &text) const {
    giveFocusBack();
    for (const QChar letter : text) {
        QWindow *target = QGuiApplication::focusWindow();
        QVERIFY2(target, "no window has the keyboard");
        QTest::keyClick(target, letter.toLatin1());
    }
}

/// As a person would turn the wheel.
void Play::bringIntoView(QWidget &widget) const {
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around)) {
            scroll->ensureWidgetVisible(&widget);
        }
    }
}

/// Through the window, so that what lies over it is what is hit.
void Play::click(const QWidget &widget, QPoint where, Qt::KeyboardModifiers modifiers) const {
    giveFocusBack();
    const QWidget *top = widget.window();
    QVERIFY2(top->windowHandle(), qPrintable(widget.objectName()));
    QTest::mouseClick(top->windowHandle(), Qt::LeftButton, modifiers, widget.mapTo(top, where));
}

QString Play::focusText() {
    const QWidget *focused = QApplication::focusWidget();
    return focused ? u"%1 %2"_s.arg(QString::fromLatin1(focused->metaObject()->className()), focused->objectName())
                   : u"nothing"_s;
}

void Play::reach(QWidget &widget) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    TRY_VERIFY2(widget.isVisible() && widget.isEnabled(), qPrintable(widget.objectName()));
    if (byMouse()) {
        bringIntoView(widget);
        click(widget, widget.rect().center());
        return;
    }
    if (hasFocus(widget)) {
        return;
    }
    // By the letter of its label, if that is the only one.
    for (const QLabel *label : widget.window()->findChildren<QLabel *>()) {
        if (label->buddy() == &widget && label->isVisible() && mnemonicOf(label->text()) != 0) {
            key(mnemonicOf(label->text()), Qt::AltModifier);
        }
    }
    for (int i = 0; i < mostTabs && !hasFocus(widget); ++i) {
        key(Qt::Key_Tab);
    }
    QVERIFY2(hasFocus(widget),
             qPrintable(widget.objectName() + u" is not reached by Tab; the focus is in "_s + focusText()));
}

void Play::turnTo(const QString &pageName) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto number = window().pageNames().indexOf(pageName);
    if (byMouse()) {
        reach(*window().findChildren<QPushButton *>(u"pageButton"_s).at(number));
    } else {
        const int digit = Qt::Key_0 + static_cast<int>((number + 1) % 10);
        key(digit, number < 10 ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
    }
    TRY_VERIFY2(page(pageName).isVisible(), qPrintable(pageName));
}

void Play::press(const QWidget &around, const QString &name) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto ready = [&]() -> QAbstractButton * {
        for (auto *button : around.findChildren<QAbstractButton *>(name)) {
            if (button->isVisible() && button->isEnabled()) {
                return button;
            }
        }
        return nullptr;
    };
    TRY_VERIFY2(ready(), qPrintable(u"no button to press: "_s + name));
    const QPointer<QAbstractButton> button = ready();
    const QSignalSpy clicked(button, &QAbstractButton::clicked);
    if (byMouse()) {
        bringIntoView(*button);
        click(*button, button->rect().center());
    } else if (const int letter = mnemonicOf(button->text()); letter != 0) {
        key(letter, Qt::AltModifier);
        // The button goes down for a moment, and up again.
        TRY_VERIFY(!clicked.isEmpty() || !button || !button->isDown());
    }
    if (!byMouse() && clicked.isEmpty()) { // it has no letter, or one that others have too
        reach(*button);
        key(Qt::Key_Space);
    }
    QVERIFY2(!clicked.isEmpty(), qPrintable(name + u" was not pressed; the focus is in "_s + focusText()));
}

void Play::type(QWidget &field, const QString &text) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    reach(field);
    QVERIFY2(hasFocus(field), qPrintable(field.objectName() + u" has no focus, but "_s + focusText()));
    key(Qt::Key_A, Qt::ControlModifier);
    write(text);
    key(Qt::Key_Tab);
}

void Play::setDay(QDateEdit &field, QDate day) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    reach(field);
    // Year, month, day, each with the arrow keys.
    const auto step = [&](QDateTimeEdit::Section section, auto partOf) {
        key(Qt::Key_Home);
        for (int i = 0; i < field.displayFormat().size() * 2 && field.currentSection() != section; ++i) {
            key(Qt::Key_Right);
        }
        const int steps = partOf(day) - partOf(field.date());
        for (int i = 0; i < std::abs(steps); ++i) {
            key(steps > 0 ? Qt::Key_Up : Qt::Key_Down);
        }
    };
    step(QDateTimeEdit::YearSection, [](QDate date) { return date.year(); });
    step(QDateTimeEdit::MonthSection, [](QDate date) { return date.month(); });
    step(QDateTimeEdit::DaySection, [](QDate date) { return date.day(); });
    QCOMPARE(field.date(), day);
}

void Play::pick(QComboBox &field, const QString &beginning) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto wanted = [&] {
        for (int i = 0; i < field.count(); ++i) {
            if (field.itemText(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    };
    TRY_VERIFY2(wanted() >= 0, qPrintable(beginning));
    if (field.isEditable()) { // by typing and taking the first that is offered
        reach(field);
        key(Qt::Key_A, Qt::ControlModifier);
        write(beginning);
        TRY_VERIFY(field.completer()->popup()->isVisible());
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        key(Qt::Key_Tab);
    } else if (byMouse()) {
        reach(field);
        QAbstractItemView *list = field.view();
        TRY_VERIFY(list->isVisible());
        const QModelIndex index = field.model()->index(wanted(), field.modelColumn());
        list->scrollTo(index);
        click(*list->viewport(), list->visualRect(index).center());
        TRY_VERIFY(!list->isVisible());
    } else {
        reach(field);
        key(Qt::Key_Home);
        for (int i = 0; i < field.count() && !field.currentText().startsWith(beginning); ++i) {
            key(Qt::Key_Down);
        }
    }
    QVERIFY2(field.currentText().startsWith(beginning), qPrintable(field.currentText()));
}

void Play::choose(SearchTable &table, const QString &words, int rows) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    auto &search = in<QLineEdit>(table);
    if (byMouse()) {
        reach(search);
    } else {
        reach(table);
        key(Qt::Key_F, Qt::ControlModifier);
        TRY_VERIFY(search.hasFocus());
    }
    key(Qt::Key_A, Qt::ControlModifier);
    write(words);
    TRY_COMPARE(table.model().rowCount(), rows);
    chooseRow(table, 0);
}

void Play::chooseRow(SearchTable &table, int row) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    TRY_VERIFY(table.model().rowCount() > row);
    QTableView *view = table.view();
    if (byMouse()) {
        const QModelIndex index = view->model()->index(row, view->columnAt(4));
        view->scrollTo(index);
        click(*view->viewport(), view->visualRect(index).center());
    } else {
        reach(*view);
        key(Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < row; ++i) {
            key(Qt::Key_Down);
        }
    }
    QCOMPARE(view->currentIndex().row(), row);
}

void Play::chooseNextToo(SearchTable &table) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    QTableView *view = table.view();
    const int row = view->currentIndex().row() + 1;
    if (byMouse()) {
        const QModelIndex index = view->model()->index(row, view->columnAt(4));
        view->scrollTo(index);
        click(*view->viewport(), view->visualRect(index).center(), Qt::ControlModifier);
    } else {
        key(Qt::Key_Down, Qt::ShiftModifier);
    }
    QVERIFY(view->selectionModel()->isRowSelected(row) && view->selectionModel()->isRowSelected(row - 1));
}

void Play::openTab(const QWidget &around, const QString &name) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    auto &bar = in<QTabBar>(around);
    int wanted = -1;
    for (int i = 0; i < bar.count(); ++i) {
        wanted = QString(bar.tabText(i)).remove(u'&').startsWith(name) ? i : wanted;
    }
    QVERIFY2(wanted >= 0, qPrintable(name));
    if (byMouse()) {
        click(bar, bar.tabRect(wanted).center());
    } else if (const int letter = mnemonicOf(bar.tabText(wanted)); letter != 0) {
        key(letter, Qt::AltModifier);
    } else {
        reach(bar);
        key(Qt::Key_Home);
        for (int i = 0; i < wanted; ++i) {
            key(Qt::Key_Right);
        }
    }
    TRY_COMPARE(bar.currentIndex(), wanted);
}

void Play::find(const QString &words, const QString &answer) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    key(Qt::Key_K, Qt::ControlModifier);
    dialogIs({});
    write(words);
    auto &view = in<QTableView>(*dialog());
    const auto found = [&] {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                if (view.model()->index(row, column).data().toString() == answer) {
                    return row;
                }
            }
        }
        return -1;
    };
    TRY_VERIFY2(found() >= 0, qPrintable(answer));
    if (byMouse()) {
        const QModelIndex index = view.model()->index(found(), 0);
        view.scrollTo(index);
        click(*view.viewport(), view.visualRect(index).center());
    } else {
        for (int i = 0; i < view.model()->rowCount() && view.currentIndex().row() < found(); ++i) {
            key(Qt::Key_Down);
        }
        key(Qt::Key_Return);
    }
    TRY_VERIFY(!dialog());
    giveFocusBack();
}

void Play::become(const QString &name) {
    if (QTest::currentTestFailed()) {
        return;
    }
    QMenuBar &bar = *window().menuBar();
    QAction *action = nullptr;
    QAction *title = nullptr;
    for (QAction *menu : bar.actions()) {
        for (QAction *one : menu->menu()->actions()) {
            if (one->text().startsWith(name)) {
                action = one;
                title = menu;
            }
        }
    }
    QVERIFY2(action, qPrintable(name));
    QMenu *menu = title->menu();
    if (byMouse()) {
        click(bar, bar.actionGeometry(title).center());
    } else {
        key(mnemonicOf(title->text()), Qt::AltModifier);
    }
    TRY_VERIFY(menu->isVisible());
    WatchedApplication::watch(false);
    chooseEntry(*menu, *action);
    TRY_VERIFY2(m_desktop->window() && viewer().startsWith(name), qPrintable(viewer()));
    QVERIFY(QTest::qWaitForWindowActive(&window(), patience));
    TRY_VERIFY(window().estates().estate());
    // Nobody types in the first quarter of a second: the pages are being made then.
    TRY_COMPARE(std::ssize(window().madePages()), window().pageNames().size());
    WatchedApplication::watch(true);
}

void Play::chooseEntry(QMenu &menu, QAction &action) const {
    if (byMouse()) {
        return click(menu, menu.actionGeometry(&action).center());
    }
    for (qsizetype i = 0; i <= menu.actions().size() && menu.activeAction() != &action; ++i) {
        key(Qt::Key_Down);
    }
    QCOMPARE(menu.activeAction(), &action);
    key(Qt::Key_Return);
}

/// Its own event loop runs inside the step that opens it.
void Play::answerFile(const QString &path) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    auto *timer = new QTimer;
    QObject::connect(timer, &QTimer::timeout, timer, [this, timer, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (dialog && dialog->isActiveWindow()) {
            timer->stop();
            timer->deleteLater();
            auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
            name->setText(path);
            name->setFocus();
            key(Qt::Key_Return);
        }
    });
    timer->start(look);
}

/// Likewise.
void Play::pressMenu(const QWidget &around, const QString &name, const QString &entry) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    auto &button = in<QPushButton>(around, name);
    QVERIFY2(button.isVisible() && button.menu(), qPrintable(name));
    QMenu *menu = button.menu();
    QAction *action = nullptr;
    for (QAction *one : menu->actions()) {
        action = QString(one->text()).remove(u'&').startsWith(entry) ? one : action;
    }
    QVERIFY2(action, qPrintable(entry));
    const QSignalSpy triggered(action, &QAction::triggered);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, menu, [this, &timer, menu, action] {
        if (menu->isVisible()) {
            timer.stop();
            chooseEntry(*menu, *action);
        }
    });
    timer.start(look);
    if (byMouse()) {
        click(button, button.rect().center());
    } else {
        reach(button);
        key(Qt::Key_Space);
    }
    TRY_COMPARE(triggered.size(), 1);
}

void Play::drag(const QWidget &widget, QPoint from, QPoint to, bool drop) const {
    if (QTest::currentTestFailed()) {
        return;
    }
    const QWidget *top = widget.window();
    QWindow *target = top->windowHandle();
    QTest::mousePress(target, Qt::LeftButton, {}, widget.mapTo(top, from));
    QTest::mouseMove(target, widget.mapTo(top, (from + to) / 2));
    QTest::mouseMove(target, widget.mapTo(top, to));
    if (drop) {
        release(widget, to);
    }
}

void Play::release(const QWidget &widget, QPoint where) const {
    const QWidget *top = widget.window();
    QTest::mouseMove(top->windowHandle(), widget.mapTo(top, where));
    QTest::mouseRelease(top->windowHandle(), Qt::LeftButton, {}, widget.mapTo(top, where));
}

void Play::picture(const QString &step) const {
    if (!byMouse() || QTest::currentTestFailed()) {
        return;
    }
    // What is still being reckoned belongs to it.
    const auto reckoned = [this] {
        const auto labels = window().findChildren<QLabel *>();
        return std::ranges::none_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text() == u"Reckoning …"; });
    };
    TRY_VERIFY(reckoned());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QPixmap shown = window().grab();
    QPainter painter(&shown);
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != &window() && widget->isVisible() && widget->isWindow()) {
            const QPixmap other = widget->grab();
            const QPoint where = qobject_cast<QDialog *>(widget)
                                     ? QPoint((window().width() - widget->width()) / 2,
                                              std::max(0, (window().height() - widget->height()) / 2))
                                     : window().mapFromGlobal(widget->pos());
            painter.drawPixmap(where, other);
            painter.drawRect(QRect(where, widget->size()));
        }
    }
    painter.end();
    keepPicture(shown, m_journey + u'-' + step);
}

QString Play::sql(const QByteArray &statement) const {
    return valueOf(m_cluster->conninfo(), statement);
}

QString Play::viewer() const {
    const auto labels = window().findChildren<QLabel *>();
    const auto record = std::ranges::find(labels, u"State of the record"_s, &QLabel::accessibleName);
    return record == labels.end() ? QString() : (*record)->text();
}

void keepPicture(const QPixmap &shown, const QString &name) {
    const QDir folder(QStringLiteral(POLDER_BINARY_DIR "/tests/pictures/journeys"));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(shown.save(folder.filePath(name + u".png"_s)));
}

void bothManners() {
    QTest::addColumn<Play::Manner>("manner");
    QTest::newRow("mouse") << Play::Manner::Mouse;
    QTest::newRow("keyboard") << Play::Manner::Keyboard;
}

} // namespace polder::test
