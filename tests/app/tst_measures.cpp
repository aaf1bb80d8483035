#include "dialogs.h"
#include "pseudo.h"

#include "app/polder/desktop.h"
#include "app/polder/language.h"
#include "model/store/demo.h"
#include "model/store/migrator.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/parts/theme.h"
#include "views/window/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget &widget) {
    QStringList names;
    for (const QWidget *at = &widget; at && !at->isWindow(); at = at->parentWidget()) {
        const QString name = at->objectName();
        if (!name.startsWith(u"qt_"_s)) {
            names.prepend(QString::fromLatin1(at->metaObject()->className()).remove(u"polder::"_s) +
                          (name.isEmpty() ? name : u'#' + name));
        }
    }
    return names.join(u'/');
}

/// What a person would not get to read, or could not reach, of what a page shows.
class Measure {
public:
    void page(QWidget &page, const QString &what = {}) {
        m_what = what;
        // What a box asks for once it is shown goes up one layout with each round.
        for (int round = 0; round < 10; ++round) {
            QApplication::processEvents();
        }
        for (QWidget *one : page.findChildren<QWidget *>()) {
            if (one->isVisibleTo(&page) && !one->isWindow()) {
                ++m_measured;
                readable(*one);
                inside(*one);
                reachable(*one);
            }
        }
        apart(page);
        for (QWidget *one : page.findChildren<QWidget *>()) {
            if (one->isVisibleTo(&page) && !one->isWindow()) {
                apart(*one);
            }
        }
    }
    [[nodiscard]] QStringList faults() const { return {m_faults.begin(), m_faults.end()}; }
    [[nodiscard]] int measured() const { return m_measured; }

private:
    void fault(const QWidget &at, const QString &what) {
        m_faults.insert(nameOf(at) + (m_what.isEmpty() ? QString() : u" (%1)"_s.arg(m_what)) + u": "_s + what);
    }

    void wide(const QWidget &at, const QString &text, int needs, int has) {
        if (needs > has) {
            fault(at, u"'%1' needs %2 px and has %3"_s.arg(text).arg(needs).arg(has));
        }
    }
    void readable(const QWidget &one) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(&one); button && !button->text().isEmpty()) {
            wide(one, button->text(), button->sizeHint().width(), button->width());
        } else if (const auto *label = qobject_cast<const QLabel *>(&one); label && !label->text().isEmpty()) {
            const int high = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            wide(one, label->text() + u" (high)"_s, high, label->height());
            if (!label->wordWrap()) {
                wide(one, label->text(), label->sizeHint().width(), label->width());
            }
        } else if (const auto *combo = qobject_cast<const QComboBox *>(&one)) {
            QStyleOptionComboBox option;
            option.initFrom(combo);
            option.editable = combo->isEditable();
            const QRect field =
                combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
            // A choice that is longer than its place says all in its tool tip.
            if (combo->toolTip().isEmpty()) {
                wide(one, combo->currentText(), combo->fontMetrics().horizontalAdvance(combo->currentText()),
                     field.width());
            }
        } else if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&one)) {
            wide(one, spin->text(), spin->fontMetrics().horizontalAdvance(spin->text()),
                 spin->findChild<QLineEdit *>()->width());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(&one)) {
            for (int i = 0; i < tabs->count(); ++i) {
                wide(one, tabs->tabText(i), tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)),
                     tabs->tabRect(i).width());
            }
        }
    }
    /// Not cut off by what it is in.
    void inside(const QWidget &one) {
        const QWidget *parent = one.parentWidget();
        if (isPart(one) || one.size().isEmpty() || qobject_cast<QAbstractScrollArea *>(parent->parentWidget())) {
            return;
        }
        if (!parent->rect().contains(one.geometry())) {
            const QRect at = one.geometry();
            fault(one, u"reaches out of what it is in: %1,%2 %3x%4 in %5x%6"_s.arg(at.x())
                           .arg(at.y())
                           .arg(at.width())
                           .arg(at.height())
                           .arg(parent->width())
                           .arg(parent->height()));
        }
    }
    /// No two on the same place.
    void apart(QWidget &parent) {
        if (qobject_cast<QStackedWidget *>(&parent) || qobject_cast<QAbstractScrollArea *>(&parent) ||
            qobject_cast<QAbstractSpinBox *>(&parent) || qobject_cast<QComboBox *>(&parent) ||
            qobject_cast<QLineEdit *>(&parent)) {
            return;
        }
        QList<QWidget *> children;
        for (QObject *child : parent.children()) {
            auto *widget = qobject_cast<QWidget *>(child);
            if (widget && !widget->isWindow() && widget->isVisible() && !isPart(*widget) &&
                !widget->testAttribute(Qt::WA_TransparentForMouseEvents)) {
                children << widget;
            }
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                if (children[i]->geometry().intersects(children[j]->geometry())) {
                    fault(*children[i], u"is on the same place as "_s + nameOf(*children[j]));
                }
            }
        }
    }
    /// Whoever cannot see it is told what it is.
    void reachable(QWidget &one) {
        if (one.focusPolicy() == Qt::NoFocus || !one.isEnabled() || isPart(one)) {
            return;
        }
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&one);
        if (!told || told->role() == QAccessible::NoRole) {
            fault(one, u"has no role"_s);
        } else if (told->text(QAccessible::Name).trimmed().isEmpty()) {
            fault(one, u"takes the keyboard and has no name"_s);
        }
    }
    /// Of another control, which is measured as a whole.
    static bool isPart(const QWidget &one) {
        const QWidget *parent = one.parentWidget();
        return one.objectName().startsWith(u"qt_"_s) || qobject_cast<const QAbstractSpinBox *>(parent) ||
               qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractScrollArea *>(parent) ||
               qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QTabBar *>(parent);
    }

    QString m_what;
    std::set<QString> m_faults;
    int m_measured = 0;
};

/// By WCAG 2.1: 1 to 21.
double contrast(const QColor &a, const QColor &b) {
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Text that is painted so that it cannot be told from what it stands on.
class Contrasts {
public:
    void page(QWidget &page) {
        QApplication::processEvents();
        m_image = QImage(page.size() * finer, QImage::Format_RGB32);
        m_image.setDevicePixelRatio(finer);
        page.render(&m_image);
        for (QWidget *one : page.findChildren<QWidget *>()) {
            if (one->isVisibleTo(&page) && one->window() == page.window() && one->isEnabled()) {
                widget(page, *one);
            }
        }
    }
    [[nodiscard]] QStringList faults() const { return {m_faults.begin(), m_faults.end()}; }
    [[nodiscard]] int measured() const { return m_measured; }

private:
    static constexpr int finer = 2; ///< so that a letter has its full colour somewhere
    static constexpr int frame = 5; ///< of a button, which is no text

    void widget(const QWidget &page, const QWidget &one) {
        if (const auto *label = qobject_cast<const QLabel *>(&one)) {
            text(page, one, one.rect(), label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&one)) {
            text(page, one, one.rect().adjusted(frame, frame, -frame, -frame), button->text());
        } else if (const auto *line = qobject_cast<const QLineEdit *>(&one)) {
            text(page, one, one.rect().adjusted(frame, frame, -frame, -frame),
                 line->text().isEmpty() ? line->placeholderText() : line->text());
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&one); view && view->model()) {
            cells(page, *view, {});
        }
    }
    void cells(const QWidget &page, const QAbstractItemView &view, const QModelIndex &parent) {
        constexpr int enough = 40;
        const QAbstractItemModel &model = *view.model();
        for (int row = 0; row < std::min(enough, model.rowCount(parent)); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                const QRect cell = view.visualRect(index);
                if (view.viewport()->rect().contains(cell) && index.flags().testFlag(Qt::ItemIsEnabled)) {
                    text(page, *view.viewport(), cell, index.data().toString());
                }
                cells(page, view, index);
            }
        }
    }
    void text(const QWidget &page, const QWidget &one, const QRect &place, const QString &said) {
        const QRect seen = one.visibleRegion().boundingRect() & place;
        if (said.trimmed().isEmpty() || seen.width() < frame || seen.height() < one.fontMetrics().height() / 2) {
            return;
        }
        const QRect at = QRect(one.mapTo(&page, seen.topLeft()) * finer, seen.size() * finer) & m_image.rect();
        QHash<QRgb, int> colours;
        for (int y = at.top(); y <= at.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(m_image.constScanLine(y));
            for (int x = at.left(); x <= at.right(); ++x) {
                ++colours[line[x]];
            }
        }
        QRgb ground = 0;
        int most = 0;
        for (auto it = colours.cbegin(); it != colours.cend(); ++it) {
            if (it.value() > most) {
                most = it.value();
                ground = it.key();
            }
        }
        double best = 1;
        QRgb letters = ground;
        for (auto it = colours.cbegin(); it != colours.cend(); ++it) {
            if (const double is = contrast(QColor(it.key()), QColor(ground)); is > best) {
                best = is;
                letters = it.key();
            }
        }
        ++m_measured;
        if (best < 4.5) {
            m_faults.insert(u"%1 '%2': %3, %4 on %5"_s.arg(nameOf(one), said)
                                .arg(best, 0, 'f', 1)
                                .arg(QColor(letters).name(), QColor(ground).name()));
        }
    }

    QImage m_image;
    std::set<QString> m_faults;
    int m_measured = 0;
};

} // namespace

/// Every page of the desktop with the demo, in each language and in one a third longer, with small and large letters:
/// nothing is cut off or on top of something else, all that takes the keyboard has a name and a role; and every text
/// can be told from what it stands on. The scale of the screen is the environment's, QT_SCALE_FACTOR: ctest runs it at
/// 1, 1.5 and 2.
class TestMeasures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;

    [[nodiscard]] Options options() const {
        Options options;
        options.embeddedFolder = m_folder.filePath(u"cluster"_s);
        options.person = u"fm.leiden"_s;
        return options;
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true); // the settings of who runs it stay as they are
        QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        auto cluster = EmbeddedCluster::start(m_folder.filePath(u"cluster"_s), EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        m_cluster = std::move(*cluster);
        QVERIFY(migrate(m_cluster->conninfo()).ok());
        QVERIFY(loadDemo(*connectTo(m_cluster->conninfo())).ok());
    }
    void cleanupTestCase() {
        const ProcessEnd end(m_cluster->processId());
        m_cluster.reset();
        QVERIFY(end.happensWithin(patience));
    }

    void aFaultIsFound() {
        QWidget page;
        page.resize(200, 100);
        QLabel cut(u"a sentence of several words"_s, &page);
        cut.setGeometry(0, 0, 40, 20);
        QLineEdit nameless(&page);
        nameless.setGeometry(20, 0, 60, 20);
        QLineEdit out(&page);
        out.setAccessibleName(u"out"_s);
        out.setGeometry(150, 40, 60, 20);
        page.show();
        Measure measure;
        measure.page(page);
        const QString faults = measure.faults().join(u'\n');
        QCOMPARE(measure.faults().size(), 4);
        QVERIFY(faults.contains(u"QLabel: 'a sentence of several words' needs"_s));
        QVERIFY(faults.contains(u"QLabel: is on the same place as QLineEdit"_s));
        QVERIFY(faults.contains(u"QLineEdit: takes the keyboard and has no name"_s));
        QVERIFY(faults.contains(u"QLineEdit: reaches out of what it is in"_s));
    }

    void everyPage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("points");
        // Not each with each: at another scale than 1 every language is measured once and both sizes are, so that any
        // two of language, size and scale have met. Colours do not move anything: see darkMovesNothing.
        const double scale = qApp->devicePixelRatio();
        int number = scale > 1.75 ? 1 : 0;
        for (const auto &language : {u"en"_s, u"nl"_s, u"longer"_s}) {
            for (const int points : {10, 14}) {
                if (qFuzzyCompare(scale, 1) || number++ % 2 == (language == u"nl" ? 0 : 1)) {
                    QTest::newRow(qPrintable(u"%1, %2 pt"_s.arg(language).arg(points))) << language << points;
                }
            }
        }
    }
    void everyPage() {
        QFETCH(const QString, language);
        QFETCH(const int, points);
        const Language spoken(language == u"longer"_s ? u"en"_s : language);
        Pseudo longer;
        if (language == u"longer"_s) {
            QCoreApplication::installTranslator(&longer);
        }
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSize(points);
        QApplication::setFont(font);
        theme::apply(*qApp, false);
        {
            Desktop desktop(options());
            desktop.start();
            TRY_VERIFY(desktop.window());
            MainWindow &window = *desktop.window();
            TRY_VERIFY(window.estates().estate());
            const EstatePtr estate = window.estates().estate();
            window.navigator().open(estate->snapshot().racks.begin()->id);
            Measure measure;
            for (const QString &name : window.pageNames()) {
                window.openPage(name);
                measure.page(window);
                for (auto *tabs : window.findChildren<QTabWidget *>()) {
                    for (int tab = 1; tabs->isVisible() && tab < tabs->count(); ++tab) {
                        tabs->setCurrentIndex(tab);
                        measure.page(window);
                    }
                }
            }
            lookAtDialogs(window, [&measure](QWidget &shown, const QString &what) { measure.page(shown, what); });
            QVERIFY2(measure.measured() > 500, qPrintable(QString::number(measure.measured())));
            for (const QString &fault : measure.faults()) {
                qInfo("%s", qPrintable(fault)); // a message of a failure has no room for all
            }
            QCOMPARE(measure.faults().size(), 0);
        }
        QApplication::setFont(before);
    }

    /// The sheet has no colours of its own, so what fits in the light fits in the dark.
    void darkMovesNothing() {
        theme::apply(*qApp, false);
        const QString light = qApp->styleSheet();
        theme::apply(*qApp, true);
        QCOMPARE(qApp->styleSheet(), light);
    }

    void paleTextIsFound() {
        QWidget page;
        page.resize(300, 60);
        QLabel pale(u"nearly the colour of the page"_s, &page);
        pale.setGeometry(0, 0, 300, 30);
        QPalette palette = pale.palette();
        palette.setColor(QPalette::WindowText, 0xffa0a0a0);
        palette.setColor(QPalette::Window, Qt::white);
        page.setPalette(palette);
        pale.setPalette(palette);
        page.show();
        Contrasts seen;
        seen.page(page);
        QCOMPARE(seen.measured(), 1);
        QCOMPARE(seen.faults().size(), 1);
        QVERIFY2(seen.faults().front().startsWith(u"QLabel 'nearly the colour of the page': 2.6"_s),
                 qPrintable(seen.faults().front()));
    }

    /// As it is painted: every text of every page and dialog, with what is below it.
    void everyText_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyText() {
        QFETCH(const bool, dark);
        theme::apply(*qApp, dark);
        Desktop desktop(options());
        desktop.start();
        TRY_VERIFY(desktop.window());
        MainWindow &window = *desktop.window();
        TRY_VERIFY(window.estates().estate());
        window.navigator().open(window.estates().estate()->snapshot().racks.begin()->id);
        Contrasts seen;
        for (const QString &name : window.pageNames()) {
            window.openPage(name);
            seen.page(window);
        }
        lookAtDialogs(window, [&seen](QWidget &shown, const QString &) { seen.page(shown); });
        QVERIFY2(seen.measured() > 1000, qPrintable(QString::number(seen.measured())));
        for (const QString &fault : seen.faults()) {
            qInfo("%s", qPrintable(fault));
        }
        QCOMPARE(seen.faults().size(), 0);
        theme::apply(*qApp, false);
    }

    /// Text 4.5:1, what tells a state or a border 3:1.
    void contrasts_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void contrasts() {
        QFETCH(const bool, dark);
        using theme::Meaning;
        theme::apply(*qApp, dark);
        const QPalette palette = QApplication::palette();
        QStringList faults;
        const auto want = [&faults](double least, const QString &what, const QColor &a, const QColor &b) {
            if (const double is = contrast(a, b); is < least) {
                faults << u"%1: %2, wanted %3"_s.arg(what).arg(is, 0, 'f', 2).arg(least);
            }
        };
        const auto role = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
        const auto inactive = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Inactive, role); };
        want(4.5, u"text"_s, role(QPalette::Text), role(QPalette::Base));
        want(4.5, u"text of every second row"_s, role(QPalette::Text), role(QPalette::AlternateBase));
        want(4.5, u"text of the window"_s, role(QPalette::WindowText), role(QPalette::Window));
        want(4.5, u"text of a button"_s, role(QPalette::ButtonText), role(QPalette::Button));
        want(4.5, u"chosen"_s, role(QPalette::HighlightedText), role(QPalette::Highlight));
        want(4.5, u"chosen, elsewhere"_s, inactive(QPalette::HighlightedText), inactive(QPalette::Highlight));
        want(4.5, u"tool tip"_s, role(QPalette::ToolTipText), role(QPalette::ToolTipBase));
        want(3, u"frame of what is chosen"_s, role(QPalette::Highlight), role(QPalette::Base));
        for (const auto on : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            want(4.5, u"placeholder"_s, role(QPalette::PlaceholderText), role(on));
            want(4.5, u"link"_s, role(QPalette::Link), role(on));
            for (const auto said : {Meaning::Trouble, Meaning::Asking, Meaning::Fine, Meaning::Quiet}) {
                want(4.5, u"text of meaning %1"_s.arg(static_cast<int>(said)), theme::colour(said, palette), role(on));
            }
        }
        // What is drawn has an outline; the fill repeats what a word, a figure or a pattern says.
        for (const auto on : {Meaning::Empty, Meaning::Room}) {
            want(3, u"outline"_s, theme::colour(Meaning::Frame, palette), theme::colour(on, palette));
            want(3, u"proposed"_s, theme::colour(Meaning::Proposed, palette), theme::colour(on, palette));
        }
        for (const auto fill :
             {Meaning::Plenty, Meaning::Tight, Meaning::Full, Meaning::Unknown, Meaning::Device, Meaning::Held,
              Meaning::Leaving, Meaning::Taken, Meaning::Blocked, Meaning::Proposed, Meaning::Empty, Meaning::Room}) {
            const QColor colour = theme::colour(fill, palette);
            want(4.5, u"text on meaning %1"_s.arg(static_cast<int>(fill)), theme::textOn(colour), colour);
        }
        QCOMPARE(faults, QStringList());
    }
};

QTEST_MAIN(TestMeasures)
#include "tst_measures.moc"
