#include "rules.h"

#include <QTest>

#include <algorithm>

using namespace polder::arch;

namespace {

/// The smallest tree that keeps every rule, with one file more.
SourceTree treeWith(const QString &path, const QString &text) {
    SourceTree tree;
    for (const char *name : {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "app", "installer", "model",
                             "resources", "sql", "tests", "views"}) {
        tree.topLevel << QLatin1String(name);
    }
    tree.files.emplace_back(QStringLiteral("model/store/connection.h"), QStringLiteral("#pragma once\n"));
    tree.files.emplace_back(QStringLiteral("model/live/live.h"), QStringLiteral("#pragma once\n"));
    tree.files.emplace_back(QStringLiteral("model/live/worker.h"),
                            QStringLiteral("#pragma once\n#include \"model/store/connection.h\"\n"));
    if (const QString top = path.section(QLatin1Char('/'), 0, 0); !tree.topLevel.contains(top)) {
        tree.topLevel << top;
    }
    tree.files.emplace_back(path, text);
    return tree;
}

const Rule &ruleNamed(const QString &name) {
    return *std::ranges::find_if(rules(), [&](const Rule &rule) { return name == QLatin1String(rule.name); });
}

/// A file that breaks a rule on that line (0: as a file), or is fine.
struct Sample {
    const char *rule;
    const char *path;
    const char *text;
    qsizetype line;
};
constexpr qsizetype fine = -1;

const Sample samples[] = {
    {"include directions", "model/engine/placer.cpp", "\n#include \"model/store/connection.h\"\n", 2},
    {"include directions", "model/core/units.h", "#include \"model/engine/checks.h\"\n", 1},
    {"include directions", "views/requests/queue.cpp", "#include \"model/store/connection.h\"\n", 1},
    {"include directions", "views/paper/label.cpp", "#include \"views/requests/queue.h\"\n", 1},
    {"include directions", "views/requests/queue.cpp", "#include \"queue.h\"\n#include \"model/live/live.h\"\n", fine},
    {"private headers", "views/requests/queue.cpp", "#include \"queue.h\"\n#include \"model/live/worker.h\"\n", 2},
    {"private headers", "views/requests/queue.cpp", "#include \"model/live/live.h\"\n", fine},
    {"private headers", "model/live/worker.cpp", "#include \"worker.h\"\n", fine},
    {"link lines", "model/items/CMakeLists.txt", "# why\npolder_layer(polder_items QT LINKS polder_store)\n", 2},
    {"link lines", "model/live/CMakeLists.txt", "polder_layer(polder_live LINKS polder_core polder_store)\n", 1},
    {"link lines", "model/live/CMakeLists.txt", "polder_layer(polder_live LINKS polder_core PRIVATE polder_store)\n",
     fine},
    {"no module prefix", "model/items/rackmodel.cpp", "#include <QtWidgets/QWidget>\n", 1},
    {"no module prefix", "model/items/rackmodel.cpp", "#include <QtGlobal>\n", fine},
    {"no Qt in the engine", "model/engine/checks.h", "#pragma once\n#include <QString>\n", 2},
    {"no Qt in the engine", "model/engine/checks.h", "#pragma once\n// not <QString>\n#include <vector>\n", fine},
    {"no SQL text", "model/store/racks.cpp", "auto q = QStringLiteral(\"select id from polder.rack\");\n", 1},
    {"no SQL text", "views/racks.cpp", "auto q = \"INSERT INTO RACK VALUES (1)\";\n", 1},
    {"no SQL text", "app/polderctl/main.cpp", "\nauto q = R\"(\n  update polder.rack set x = 1\n)\";\n", 2},
    {"no SQL text", "views/racks.cpp", "// select a from b\nauto t = tr(\"Select a rack from the list\");\n", fine},
    {"no processEvents", "views/main.cpp", "void f() {\n    QApplication::processEvents();\n}\n", 2},
    {"no processEvents", "views/main.cpp",
     "// never processEvents()\n/* processEvents\n*/ auto t = \"processEvents\";\n", fine},
    {"no continuation on a context", "views/rack.cpp", "void f() {\n    work().then(this, [] {});\n}\n", 2},
    {"no continuation on a context", "app/polder/rack.cpp", "void f() { work().then( window.get(), g); }\n", 1},
    {"no continuation on a context", "views/rack.cpp", "// not .then(this, f)\nvoid f() { work().then([] {}); }\n",
     fine},
    {"no bound SQL models", "views/racks.h", "#pragma once\nclass QSqlTableModel;\n", 2},
    {"no message boxes below the views", "model/live/jobs.cpp", "QMessageBox::warning(nullptr, {}, {});\n", 1},
    {"no message boxes below the views", "views/jobs.cpp", "QMessageBox::warning(nullptr, {}, {});\n", fine},
    {"no bare delete", "views/jobs.cpp", "void f(int *p) { delete p; }\n", 1},
    {"no bare delete", "views/jobs.cpp", "struct A { A(const A &) = delete; };\n", fine},
    {"no sleep in tests", "tests/live/tst_live.cpp", "\n\nvoid f() { QTest::qWait(100); }\n", 3},
    {"no sleep in tests", "tests/live/tst_live.cpp", "void f() { QTest::qWaitFor([] { return true; }); }\n", fine},
    {"pragma once", "model/core/unit.h", "struct A {};\n", 1},
    {"pragma once", "model/core/unit.h", "#pragma once\n", fine},
    {"file names", "views/RackPage.cpp", "", 0},
    {"file names", "views/rack-page.cpp", "", 0},
    {"file names", "tests/exchange/data/Dell-R750.yaml", "", fine},
    {"top level", "docs/notes.md", "", 0},
    {"top level", ".editorconfig", "", fine},
    {"no path of one machine", "README.md", "See\n/home/anna/polder for more.\n", 2},
    {"no path of one machine", "README.md", "See ~/polder and https://example.org/home/anna.\n", fine},
};

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

private slots:
    void theTreeKeeps_data() {
        QTest::addColumn<QString>("rule");
        for (const Rule &rule : rules()) {
            QTest::newRow(rule.name) << QString::fromLatin1(rule.name);
        }
    }

    void theTreeKeeps() {
        static const SourceTree tree = SourceTree::read(QStringLiteral(POLDER_SOURCE_DIR));
        QVERIFY(tree.files.size() > 50); // we are not looking at an empty folder
        QFETCH(const QString, rule);
        const auto breaches = ruleNamed(rule).breaches(tree);
        for (const Breach &breach : breaches) {
            std::fprintf(stderr, "%s\n", qPrintable(breach.text()));
        }
        QCOMPARE(breaches.size(), 0U);
    }

    // Each rule finds what it is for, where it is, and nothing in what is allowed.
    void aRuleCanFail_data() {
        QTest::addColumn<int>("sample");
        for (int i = 0; i < static_cast<int>(std::size(samples)); ++i) {
            QTest::addRow("%s, %d", samples[i].rule, i) << i;
        }
    }

    void aRuleCanFail() {
        QFETCH(const int, sample);
        const Sample &is = samples[sample];
        const QString path = QString::fromLatin1(is.path);
        const auto breaches =
            ruleNamed(QString::fromLatin1(is.rule)).breaches(treeWith(path, QString::fromLatin1(is.text)));
        if (is.line == fine) {
            QVERIFY2(breaches.empty(), qPrintable(breaches.empty() ? QString() : breaches.front().text()));
        } else {
            QCOMPARE(breaches.size(), 1U);
            QVERIFY(path.startsWith(breaches.front().path)); // for the top level it is the folder
            QCOMPARE(breaches.front().line, is.line);
        }
    }

    void everyRuleIsSeenToFail() {
        for (const Rule &rule : rules()) {
            QVERIFY2(
                std::ranges::any_of(
                    samples, [&](const Sample &is) { return qstrcmp(is.rule, rule.name) == 0 && is.line != fine; }),
                rule.name);
        }
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
