#include "dialogs.h"
#include "pseudo.h"

#include "app/polder/desktop.h"
#include "app/polder/language.h"
#include "model/items/tablemodel.h"
#include "model/store/demo.h"
#include "model/store/migrator.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/home/firststeps.h"
#include "views/parts/searchtable.h"
#include "views/window/finder.h"
#include "views/window/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QGraphicsItem>
#include <QGraphicsView>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <set>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

using Words = std::set<QString>;

const QRegularExpression &word() {
    static const QRegularExpression latin(u"\\p{Latin}+"_s);
    return latin;
}

void addWords(Words &words, const QString &text) {
    for (auto it = word().globalMatch(text); it.hasNext();) {
        words.insert(it.next().captured());
    }
}

/// What people call things. Not what the record says in codes: states, kinds, classes, units of text.
Words namesIn(const Snapshot &snapshot) {
    Words words;
    const auto add = [&words](const auto &...texts) { (addWords(words, texts), ...); };
    for (const auto &one : snapshot.organisations) {
        add(one.code, one.name);
    }
    for (const auto &one : snapshot.departments) {
        add(one.code, one.name, one.faculty);
    }
    for (const auto &one : snapshot.people) {
        add(one.name, one.handle);
    }
    for (const auto &one : snapshot.sites) {
        add(one.code, one.name);
    }
    for (const auto &one : snapshot.rooms) {
        add(one.code, one.name);
    }
    for (const auto &one : snapshot.rackRows) {
        add(one.code);
    }
    for (const auto &one : snapshot.racks) {
        add(one.code);
    }
    for (const auto &one : snapshot.nodes) {
        add(one.name, one.side);
    }
    for (const auto &one : snapshot.outlets) {
        add(one.name, one.type);
    }
    for (const auto &one : snapshot.models) {
        add(one.manufacturer, one.name, one.inlet);
    }
    for (const auto &one : snapshot.plugFits) {
        add(one.inlet);
    }
    for (const auto &one : snapshot.equipment) {
        add(one.name, one.project, one.serial, one.assetTag, one.plug);
    }
    add(u"budget"_s); // whence the demo's figures of power are, in free text; the snapshot has it not
    for (const auto &one : snapshot.requests) {
        add(one.number, one.project, one.costCentre, one.stateReason, one.comment);
    }
    for (const auto &one : snapshot.requestItems) {
        add(one.description, one.plug);
    }
    for (const auto &one : snapshot.agreements) {
        add(one.reference);
    }
    for (const auto &one : snapshot.agreementLines) {
        add(one.unit);
    }
    for (const auto &one : snapshot.findings) {
        add(one.text); // the record's own sentence
    }
    for (const auto &one : snapshot.overrides) {
        add(one.reason);
    }
    return words;
}

/// Symbols of units, and what stands for itself in every language.
Words symbols() {
    Words words{u"U"_s, u"W"_s, u"kW"_s, u"VA"_s, u"kVA"_s, u"kg"_s, u"mm"_s, u"C"_s, u"IEC"_s, u"P"_s, u"A"_s, u"L"_s};
    for (char16_t key = u'A'; key <= u'Z'; ++key) {
        words.insert(QString(QChar(key))); // as it is printed on the keyboard
    }
    const QLocale locale;
    for (int month = 1; month <= 12; ++month) {
        words.insert(locale.monthName(month, QLocale::ShortFormat));
        words.insert(locale.standaloneMonthName(month, QLocale::ShortFormat));
        words.insert(locale.monthName(month, QLocale::LongFormat));
    }
    for (int day = 1; day <= 7; ++day) {
        words.insert(locale.dayName(day, QLocale::LongFormat));
    }
    return words;
}

QString pathOf(const QObject *object) {
    QStringList names;
    for (; object; object = object->parent()) {
        const QString name = object->objectName();
        names.prepend(QString::fromLatin1(object->metaObject()->className()).remove(u"polder::"_s) +
                      (name.isEmpty() ? name : u'#' + name));
    }
    return names.join(u'/');
}

/// Collects what a window shows and no translator has said.
class Scan {
public:
    explicit Scan(Words known) : m_known(std::move(known)) {}

    void window(QWidget &window) {
        widget(window);
        for (QWidget *one : window.findChildren<QWidget *>()) {
            if (!isOfAReport(*one)) {
                widget(*one);
            }
        }
    }
    [[nodiscard]] QStringList found() const { return {m_found.begin(), m_found.end()}; }
    [[nodiscard]] int looked() const { return m_looked; }

private:
    /// A report that is shown speaks the language that was chosen for it, whatever the window speaks.
    static bool isOfAReport(const QWidget &one) {
        for (const QWidget *at = &one; at->parentWidget(); at = at->parentWidget()) {
            const bool shows = at->objectName() == u"said" || (at->objectName() == u"tables" && at != &one);
            if (shows && at->parentWidget()->objectName() == u"reports") {
                return true;
            }
        }
        return false;
    }
    void text(const QObject &at, const char *what, const QString &said) {
        static const QRegularExpression tags(u"<[^>]*>"_s);
        static const QRegularExpression rules(u"\\b[SPCGN][0-9]+\\b"_s);
        ++m_looked;
        const QString plain = QString(said).remove(tags).remove(rules).remove(u'&');
        for (auto it = word().globalMatch(plain); it.hasNext();) {
            const QString one = it.next().captured();
            if (!m_known.contains(one)) {
                m_found.insert(u"%1 %2: '%3' in '%4'"_s.arg(pathOf(&at), QString::fromLatin1(what), one, said));
            }
        }
    }
    void widget(QWidget &one) {
        text(one, "tool tip", one.toolTip());
        text(one, "what's this", one.whatsThis());
        text(one, "accessible name", one.accessibleName());
        text(one, "accessible description", one.accessibleDescription());
        if (one.isWindow()) {
            text(one, "title", one.windowTitle());
        }
        for (const QAction *action : one.actions()) {
            text(one, "action", action->text());
            text(one, "action's tool tip", action->toolTip());
        }
        if (const auto *label = qobject_cast<QLabel *>(&one)) {
            text(one, "label", label->text());
        } else if (const auto *button = qobject_cast<QAbstractButton *>(&one)) {
            text(one, "button", button->text());
        } else if (const auto *group = qobject_cast<QGroupBox *>(&one)) {
            text(one, "group", group->title());
        } else if (const auto *line = qobject_cast<QLineEdit *>(&one)) {
            text(one, "placeholder", line->placeholderText());
            text(one, "line", line->text());
        } else if (const auto *combo = qobject_cast<QComboBox *>(&one)) {
            for (int i = 0; i < combo->count(); ++i) {
                text(one, "choice", combo->itemText(i));
            }
        } else if (const auto *tabs = qobject_cast<QTabBar *>(&one)) {
            for (int i = 0; i < tabs->count(); ++i) {
                text(one, "tab", tabs->tabText(i));
            }
        } else if (const auto *menu = qobject_cast<QMenu *>(&one)) {
            text(one, "menu", menu->title());
        } else if (const auto *graphics = qobject_cast<QGraphicsView *>(&one)) {
            scene(*graphics);
        } else if (const auto *view = qobject_cast<QAbstractItemView *>(&one)) {
            model(*view);
        }
    }
    void scene(const QGraphicsView &view) {
        for (const QGraphicsItem *item : view.scene() ? view.scene()->items() : QList<QGraphicsItem *>()) {
            text(view, "item's tool tip", item->toolTip());
            if (const auto *words = qgraphicsitem_cast<const QGraphicsSimpleTextItem *>(item)) {
                text(view, "item", words->text());
            }
        }
    }
    void model(const QAbstractItemView &view) {
        const QAbstractItemModel *model = view.model();
        if (!model) {
            return;
        }
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                text(view, "heading", model->headerData(column, Qt::Horizontal, role).toString());
            }
        }
        rows(view, *model, {});
    }
    void rows(const QAbstractItemView &view, const QAbstractItemModel &model, const QModelIndex &parent) {
        constexpr int enough = 300;
        for (int row = 0; row < std::min(enough, model.rowCount(parent)); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                    text(view, "cell", index.data(role).toString());
                }
                rows(view, model, index);
            }
        }
    }

    Words m_known;
    std::set<QString> m_found;
    int m_looked = 0;
};

} // namespace

/// Nothing that the desktop shows is said in a language of the program's own choosing.
class TestWords : public QObject {
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

    void theScanFindsWhatIsForgotten() {
        Pseudo pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QWidget window;
        QLabel said(QCoreApplication::translate("polder::Test", "Free: %1").arg(u"A03"_s), &window);
        Scan clean({u"A"_s});
        clean.window(window);
        QCOMPARE(clean.found(), QStringList());
        QPushButton forgotten(u"Hold"_s, &window);
        QComboBox codes(&window);
        codes.addItem(QCoreApplication::translate("polder::Test", "class %1").arg(u"hoog"_s));
        Scan scan({u"A"_s});
        scan.window(window);
        QCOMPARE(scan.found().size(), 2);
        QVERIFY(scan.found().join(u'\n').contains(u"QWidget/QPushButton button: 'Hold'"_s));
        QVERIFY(scan.found().join(u'\n').contains(u"'hoog'"_s));
    }

    void everythingShownCanBeTranslated() {
        Pseudo pseudo;
        QCoreApplication::installTranslator(&pseudo);
        Desktop desktop(options());
        desktop.start();
        TRY_VERIFY(desktop.window());
        MainWindow &window = *desktop.window();
        TRY_VERIFY(window.estates().estate());
        const EstatePtr estate = window.estates().estate();
        const Snapshot &snapshot = estate->snapshot();
        Words known = namesIn(snapshot);
        known.merge(symbols());
        addWords(known, valueOf(m_cluster->conninfo(), "select string_agg(name_en, ' ') from polder.role"));
        addWords(known, valueOf(m_cluster->conninfo(), "select string_agg(name, ' ') from polder.person_detail"));
        addWords(known, window.findChild<QLabel *>(u"notice"_s)->text());
        addWords(known, u"polder"_s); // what a service and a database are called
        Scan scan(known);

        const auto look = [&](const QString &page) {
            window.openPage(page);
            QCoreApplication::processEvents();
            scan.window(window);
        };
        std::set<QString> states;
        for (const Request &request : snapshot.requests) {
            if (states.insert(request.state).second) {
                window.navigator().open(request.id);
                look(u"requests"_s);
            }
        }
        for (const RequestItem &item : snapshot.requestItems) {
            if (snapshot.requests.find(item.request)->state == u"in review") {
                window.navigator().findPlace(item.id);
                break;
            }
        }
        for (const QString &name : {u"proposals"_s, u"refusals"_s}) {
            auto *table = window.findChild<SearchTable *>(name);
            TRY_VERIFY(table->model().rowCount() > 0);
        }
        std::set<RackId> full;
        for (const Placement &placement : snapshot.placements) {
            if (placement.rack && full.size() < 5 && full.insert(placement.rack).second) {
                window.navigator().open(placement.rack);
                look(u"rack"_s);
            }
        }
        for (const Node &node : snapshot.nodes) {
            if (node.kind == u"ups") {
                window.navigator().fail(node.id);
                break;
            }
        }
        const auto *equipment =
            snapshot.equipment.begin() == snapshot.equipment.end() ? nullptr : &*snapshot.equipment.begin();
        QVERIFY(equipment);
        window.navigator().open(equipment->id);
        window.findChild<Finder *>()->ask();
        for (const QString &page : window.pageNames()) {
            look(page);
        }
        FirstSteps first(window.live(), window.navigator()); // of an empty record
        first.show(snapshot);
        scan.window(first);
        lookAtDialogs(window, [&scan](QWidget &shown, const QString &) {
            QCoreApplication::processEvents();
            scan.window(shown);
        });
        QVERIFY2(scan.looked() > 5000, qPrintable(QString::number(scan.looked())));
        for (const QString &one : scan.found()) {
            qInfo("%s", qPrintable(one)); // a message of a failure has no room for all
        }
        QCOMPARE(scan.found().size(), 0);
    }

    /// The words are in the program, Qt's own too, and numbers and dates with them.
    void inDutch() {
        {
            const Language dutch(u"nl"_s);
            QCOMPARE(QCoreApplication::translate("polder::State", "in review"), u"in beoordeling"_s);
            QCOMPARE(QCoreApplication::translate("polder::CapacityReport", "Held"), u"Gereserveerd"_s);
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Annuleren"_s);
            QCOMPARE(QLocale().toString(1234.5), u"1.234,5"_s);
            QCOMPARE(QLocale().toString(QDate(2026, 5, 1), u"d MMMM"_s), u"1 mei"_s);
        }
        QCOMPARE(QCoreApplication::translate("polder::State", "in review"), u"in review"_s);
        const Language english(u"en"_s);
        QCOMPARE(QCoreApplication::translate("polder::State", "in review"), u"in review"_s);
        QCOMPARE(QLocale().toString(1234.5), u"1,234.5"_s);
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
