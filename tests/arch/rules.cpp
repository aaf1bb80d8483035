#include "rules.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace polder::arch {

namespace {

using Breaches = std::vector<Breach>;
using FileFilter = std::function<bool(const SourceFile &)>;

// ---- which files

bool under(const SourceFile &file, const char *folder) {
    return file.path.startsWith(QLatin1String(folder) + QLatin1Char('/'));
}

bool isProduct(const SourceFile &file) {
    return file.isCpp() && (under(file, "app") || under(file, "model") || under(file, "views"));
}

/// The arch tests themselves name everything that is forbidden.
bool isTest(const SourceFile &file) {
    return file.isCpp() && under(file, "tests") && !under(file, "tests/arch");
}

// ---- kinds of rules

/// Code must not contain this, comments and literals apart.
Breaches findInCode(const SourceTree &tree, const FileFilter &applies, const char *pattern, const char *what) {
    const QRegularExpression forbidden{QLatin1String(pattern)};
    Breaches found;
    for (const SourceFile &file : tree.files) {
        if (!applies(file)) {
            continue;
        }
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            if (const auto match = forbidden.match(file.code[i].code); match.hasMatch()) {
                found.push_back({file.path, static_cast<qsizetype>(i) + 1,
                                 QStringLiteral("%1: %2").arg(match.captured(), QLatin1String(what))});
            }
        }
    }
    return found;
}

/// No text file may contain this.
Breaches findInText(const SourceTree &tree, const char *pattern, const char *what) {
    const QRegularExpression forbidden{QLatin1String(pattern)};
    Breaches found;
    for (const SourceFile &file : tree.files) {
        if (under(file, "tests/arch")) {
            continue;
        }
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (const auto match = forbidden.match(file.lines[i]); match.hasMatch()) {
                found.push_back(
                    {file.path, i + 1, QStringLiteral("%1: %2").arg(match.captured(), QLatin1String(what))});
            }
        }
    }
    return found;
}

// ---- layers

struct Layer {
    QStringList uses;        ///< folders whose headers its files may name
    QStringList privateUses; ///< and these, but nobody above gets to see them
};

/// Never upward, never sideways. The views read the engine's verdicts, which come to them through live and report; a
/// page knows what all are made of (views/parts), and no other page: they meet in the window.
/// app/ and tests/ may use everything.
const QMap<QString, Layer> &layers() {
    static const auto list = [](const char *names) {
        return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    static const auto ofAPage = [](std::initializer_list<const char *> others) {
        QStringList uses =
            list("model/core model/engine model/items model/live model/reading model/report views/paper views/parts");
        for (const char *other : others) {
            uses << QString::fromLatin1(other);
        }
        return Layer{uses, {}};
    };
    static const QMap<QString, Layer> all{
        {QStringLiteral("model/core"), {list(""), {}}},
        {QStringLiteral("model/engine"), {list("model/core"), {}}},
        {QStringLiteral("model/engine/packing"), {list(""), {}}},
        {QStringLiteral("model/store"), {list("model/core"), {}}},
        {QStringLiteral("model/exchange"), {list("model/core"), {}}},
        {QStringLiteral("model/items"), {list("model/core"), {}}},
        {QStringLiteral("model/live"), {list("model/core model/engine"), list("model/store")}},
        {QStringLiteral("model/planning"), {list("model/core model/engine model/exchange"), {}}},
        {QStringLiteral("model/reading"), {list("model/core model/engine"), {}}},
        {QStringLiteral("model/report"), {list("model/core model/engine"), list("model/exchange model/planning")}},
        {QStringLiteral("views/paper"), {list("model/core model/report"), {}}},
        {QStringLiteral("views/parts"), ofAPage({"model/exchange"})},
        {QStringLiteral("views/home"), ofAPage({})},
        {QStringLiteral("views/sites"), ofAPage({})},
        {QStringLiteral("views/rack"), ofAPage({})},
        {QStringLiteral("views/equipment"), ofAPage({})},
        {QStringLiteral("views/space"), ofAPage({})},
        {QStringLiteral("views/requests"), ofAPage({"model/exchange", "views/space"})},
        {QStringLiteral("views/power"), ofAPage({})},
        {QStringLiteral("views/findings"), ofAPage({})},
        {QStringLiteral("views/calendar"), ofAPage({})},
        {QStringLiteral("views/planner"), ofAPage({"model/exchange", "model/planning"})},
        {QStringLiteral("views/cooling"), ofAPage({})},
        {QStringLiteral("views/history"), ofAPage({})},
        {QStringLiteral("views/reports"), ofAPage({"model/planning"})},
        {QStringLiteral("views/audit"), ofAPage({})},
        {QStringLiteral("views/administration"), ofAPage({"model/exchange"})},
        {QStringLiteral("views/window"),
         ofAPage({"views/home", "views/sites", "views/rack", "views/equipment", "views/space", "views/requests",
                  "views/power", "views/findings", "views/calendar", "views/planner", "views/cooling", "views/history",
                  "views/reports", "views/audit", "views/administration"})},
    };
    return all;
}

/// The file that a quoted include means, as a path from the top; empty if the line is none.
QString includedBy(const SourceFile &file, std::size_t line) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""));
    const auto match = include.match(file.lines[static_cast<qsizetype>(line)]);
    if (!match.hasMatch()) {
        return {};
    }
    const QString named = match.captured(1);
    return named.contains(QLatin1Char('/')) ? named : file.folder() + QLatin1Char('/') + named;
}

Breaches includeDirections(const SourceTree &tree) {
    Breaches found;
    for (const SourceFile &file : tree.files) {
        const auto layer = layers().constFind(file.folder());
        if (!file.isCpp() || layer == layers().constEnd()) {
            continue;
        }
        const QStringList allowed = layer->uses + layer->privateUses + QStringList{file.folder()};
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            const QString included = includedBy(file, i);
            const QString folder = included.section(QLatin1Char('/'), 0, -2);
            if (!included.isEmpty() && !allowed.contains(folder)) {
                found.push_back({file.path, static_cast<qsizetype>(i) + 1,
                                 QStringLiteral("%1 does not know %2").arg(file.folder(), folder)});
            }
        }
    }
    return found;
}

/// A header that a layer uses privately must not come in through that layer's own headers either.
Breaches privateHeaders(const SourceTree &tree) {
    Breaches found;
    const std::function<bool(const QString &, const QString &, QSet<QString> &)> reaches =
        [&](const QString &path, const QString &forbidden, QSet<QString> &seen) {
            const SourceFile *file = tree.find(path);
            if (file == nullptr || seen.contains(path)) {
                return false;
            }
            seen.insert(path);
            if (file->folder() == forbidden) {
                return true;
            }
            for (std::size_t i = 0; i < file->code.size(); ++i) {
                if (const QString next = includedBy(*file, i); !next.isEmpty() && reaches(next, forbidden, seen)) {
                    return true;
                }
            }
            return false;
        };
    for (const SourceFile &file : tree.files) {
        const auto layer = layers().constFind(file.folder());
        if (!file.isCpp() || layer == layers().constEnd()) {
            continue;
        }
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            const QString included = includedBy(file, i);
            const QString used = included.section(QLatin1Char('/'), 0, -2);
            for (const QString &forbidden : layers().value(used).privateUses) {
                QSet<QString> seen;
                const bool own = layer->uses.contains(forbidden) || layer->privateUses.contains(forbidden);
                if (used != file.folder() && !own && reaches(included, forbidden, seen)) {
                    found.push_back({file.path, static_cast<qsizetype>(i) + 1,
                                     QStringLiteral("%1 brings in %2").arg(included, forbidden)});
                }
            }
        }
    }
    return found;
}

/// The same wall in CMake: polder_layer(polder_items QT LINKS polder_core ...).
Breaches linkLines(const SourceTree &tree) {
    static const QRegularExpression call(QStringLiteral("polder_layer\\(([^)]*)\\)"));
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    const auto target = [](const QString &folder) {
        return QStringLiteral("polder_") + folder.section(QLatin1Char('/'), -1);
    };
    Breaches found;
    for (const SourceFile &file : tree.files) {
        const auto layer = layers().constFind(file.folder());
        if (file.name() != QLatin1String("CMakeLists.txt") || layer == layers().constEnd()) {
            continue;
        }
        const QString text = file.lines.join(QLatin1Char('\n'));
        const auto match = call.match(text);
        const qsizetype line = text.left(match.capturedStart()).count(QLatin1Char('\n')) + 1;
        QStringList allowed;
        for (const QString &folder : layer->uses) {
            allowed << target(folder);
        }
        QStringList words = match.captured(1).split(blank, Qt::SkipEmptyParts);
        if (!words.isEmpty()) {
            words.removeFirst();
        }
        for (const QString &word : words) {
            if (word == QLatin1String("PRIVATE")) {
                for (const QString &folder : layer->privateUses) {
                    allowed << target(folder);
                }
            } else if (word.startsWith(QLatin1String("polder_")) && !allowed.contains(word)) {
                found.push_back(
                    {file.path, line, QStringLiteral("%1 does not link %2").arg(target(file.folder()), word)});
            }
        }
    }
    return found;
}

// ---- single rules

/// Statements stand in sql/. A sentence for people begins with a capital letter, a statement with none or all.
Breaches sqlText(const SourceTree &tree) {
    static const QRegularExpression statement(
        QStringLiteral("^\\s*(with \\w+ as|select\\b.*\\bfrom|select \\w+\\.?\\w*\\(|insert into|update \\S+ set|"
                       "delete from|truncate|(create|alter|drop) (or replace )?(unique )?"
                       "(table|index|view|function|procedure|trigger|type|role|schema|database|extension|policy)|"
                       "grant .* (on|to) |revoke .* from |set (local )?(role|search_path|session)|copy .* (to|from) "
                       "std|(un)?listen \\w|notify (?!owners)\\w|call \\w+\\(|declare \\w+ cursor|lock table)"),
        QRegularExpression::DotMatchesEverythingOption);
    Breaches found;
    for (const SourceFile &file : tree.files) {
        if (!isProduct(file)) {
            continue;
        }
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            for (const QString &literal : file.code[i].literals) {
                const QString lower = literal.toUpper() == literal ? literal.toLower() : literal;
                if (statement.match(lower).hasMatch()) {
                    found.push_back({file.path, static_cast<qsizetype>(i) + 1,
                                     QStringLiteral("SQL outside of sql/: %1").arg(literal.left(40).simplified())});
                }
            }
        }
    }
    return found;
}

Breaches pragmaOnce(const SourceTree &tree) {
    Breaches found;
    for (const SourceFile &file : tree.files) {
        if (file.isHeader() && !file.lines.contains(QStringLiteral("#pragma once"))) {
            found.push_back({file.path, 1, QStringLiteral("#pragma once is missing")});
        }
    }
    return found;
}

/// Test data keeps the names that it came with.
Breaches fileNames(const SourceTree &tree) {
    static const QRegularExpression good(QStringLiteral("^[a-z0-9_]+(\\.[a-z0-9_]+)*$"));
    static const QStringList given{QStringLiteral("CMakeLists.txt"), QStringLiteral("README.md")};
    Breaches found;
    for (const SourceFile &file : tree.files) {
        const bool topLevel = !file.path.contains(QLatin1Char('/'));
        const bool data = under(file, "tests") && file.path.contains(QLatin1String("/data/"));
        if (!topLevel && !data && !file.path.startsWith(QLatin1Char('.')) && !given.contains(file.name()) &&
            !good.match(file.name()).hasMatch()) {
            found.push_back({file.path, 0, QStringLiteral("a file name is lower-case words without hyphens")});
        }
    }
    return found;
}

Breaches topLevel(const SourceTree &tree) {
    static const QStringList wanted{QStringLiteral("CMakeLists.txt"),
                                    QStringLiteral("CMakePresets.json"),
                                    QStringLiteral("LICENSE"),
                                    QStringLiteral("README.md"),
                                    QStringLiteral("app"),
                                    QStringLiteral("installer"),
                                    QStringLiteral("model"),
                                    QStringLiteral("resources"),
                                    QStringLiteral("sql"),
                                    QStringLiteral("tests"),
                                    QStringLiteral("views")};
    Breaches found;
    for (const QString &name : tree.topLevel) {
        if (!wanted.contains(name) && !name.startsWith(QLatin1Char('.')) &&
            name != QLatin1String("CMakeUserPresets.json")) {
            found.push_back({name, 0, QStringLiteral("the top level is fixed")});
        }
    }
    for (const QString &name : wanted) {
        if (!tree.topLevel.contains(name)) {
            found.push_back({name, 0, QStringLiteral("is missing from the top level")});
        }
    }
    return found;
}

} // namespace

const std::vector<Rule> &rules() {
    static const FileFilter product = isProduct;
    static const std::vector<Rule> all{
        {"include directions", includeDirections},
        {"private headers", privateHeaders},
        {"link lines", linkLines},
        {"no module prefix",
         [](const SourceTree &tree) {
             return findInCode(
                 tree, [](const SourceFile &file) { return isProduct(file) || isTest(file); },
                 "#\\s*include\\s*<Qt[A-Z]\\w*/", "compiles without the link line; name the class alone");
         }},
        {"no Qt in the engine",
         [](const SourceTree &tree) {
             return findInCode(
                 tree, [](const SourceFile &file) { return under(file, "model/engine"); }, "#\\s*include\\s*<Q",
                 "the engine's files name no Qt header");
         }},
        {"no SQL text", sqlText},
        {"no processEvents",
         [](const SourceTree &tree) {
             return findInCode(tree, product, "\\bprocessEvents\\b", "the GUI thread never waits");
         }},
        {"no continuation on a context",
         [](const SourceTree &tree) {
             return findInCode(
                 tree, [](const SourceFile &file) { return isProduct(file) && !under(file, "model"); },
                 "\\.then\\(\\s*(?![\\s\\[])", "Qt 6.4 asserts when the context goes first; use whenDone()");
         }},
        {"no bound SQL models",
         [](const SourceTree &tree) {
             return findInCode(tree, product,
                               "\\b(QSqlTableModel|QSqlQueryModel|QSqlRelational\\w+|QDataWidgetMapper)\\b",
                               "values cross the layers, not cursors");
         }},
        {"no message boxes below the views",
         [](const SourceTree &tree) {
             return findInCode(
                 tree, [](const SourceFile &file) { return under(file, "model"); }, "\\bQMessageBox\\b",
                 "an error is a value");
         }},
        {"no bare delete",
         [](const SourceTree &tree) {
             return findInCode(tree, product, "\\bdelete(\\[\\])?\\s+\\w|\\bdelete\\[\\]", "ownership is in the types");
         }},
        {"no sleep in tests",
         [](const SourceTree &tree) {
             return findInCode(tree, isTest,
                               "\\b(qSleep|qWait|usleep|nanosleep|[mu]?sleep|sleep_for|sleep_until)\\s*\\(",
                               "wait for what is to happen");
         }},
        {"pragma once", pragmaOnce},
        {"file names", fileNames},
        {"top level", topLevel},
        {"no path of one machine",
         [](const SourceTree &tree) {
             return findInText(tree, "(?<![\\w.])/(home|Users|work)/\\w+", "a path of one developer's machine");
         }},
    };
    return all;
}

} // namespace polder::arch
