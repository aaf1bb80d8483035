#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace polder::arch {

namespace {

/// Enough of C++ to tell code, comments and literals apart.
class Lexer {
public:
    explicit Lexer(const QString &text) : m_text(text), m_lines(1) {}

    std::vector<Line> lines() {
        while (m_at < m_text.size()) {
            if (starts("//")) {
                skipTo(m_text.indexOf(QLatin1Char('\n'), m_at));
            } else if (starts("/*")) {
                skipTo(after(m_text.indexOf(QLatin1String("*/"), m_at + 2), 2));
            } else if (starts("R\"")) {
                rawLiteral();
            } else if (m_text[m_at] == QLatin1Char('"')) {
                literal();
            } else if (starts("'\"'") || starts("'\\\"'")) {
                m_at = m_text.indexOf(QLatin1Char('\''), m_at + 1) + 1;
            } else {
                take();
            }
        }
        return std::move(m_lines);
    }

private:
    [[nodiscard]] bool starts(const char *word) const {
        return QStringView(m_text).mid(m_at).startsWith(QLatin1String(word));
    }
    [[nodiscard]] static qsizetype after(qsizetype found, qsizetype length) { return found < 0 ? -1 : found + length; }

    void take() {
        if (m_text[m_at] == QLatin1Char('\n')) {
            m_lines.emplace_back();
        } else {
            m_lines.back().code += m_text[m_at];
        }
        ++m_at;
    }

    /// Line ends inside what is skipped count.
    void skipTo(qsizetype end) {
        const qsizetype stop = end < 0 ? m_text.size() : end;
        for (; m_at < stop; ++m_at) {
            if (m_text[m_at] == QLatin1Char('\n')) {
                m_lines.emplace_back();
            }
        }
    }

    void literal() {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != QLatin1Char('"') && m_text[end] != QLatin1Char('\n')) {
            end += m_text[end] == QLatin1Char('\\') ? 2 : 1;
        }
        keep(m_text.mid(m_at + 1, end - m_at - 1), end + 1);
    }

    void rawLiteral() {
        const qsizetype open = m_text.indexOf(QLatin1Char('('), m_at);
        const QString close = QLatin1Char(')') + m_text.mid(m_at + 2, open - m_at - 2) + QLatin1Char('"');
        const qsizetype end = m_text.indexOf(close, open);
        keep(m_text.mid(open + 1, end - open - 1), after(end, close.size()));
    }

    void keep(const QString &contents, qsizetype end) {
        m_lines.back().literals << contents;
        m_lines.back().code += QLatin1String("\"\"");
        skipTo(end);
    }

    const QString &m_text;
    std::vector<Line> m_lines;
    qsizetype m_at = 0;
};

bool isGenerated(const QString &name) {
    return name.startsWith(QLatin1String("build")) || name == QLatin1String(".git") || name == QLatin1String(".cache");
}

} // namespace

SourceFile::SourceFile(QString filePath, const QString &text)
    : path(std::move(filePath))
    , lines(text.split(QLatin1Char('\n'))) {
    if (isCpp()) {
        code = Lexer(text).lines();
        code.resize(static_cast<std::size_t>(lines.size()));
    }
}

SourceTree SourceTree::read(const QString &top) {
    SourceTree tree;
    const QDir folder(top);
    for (const QString &name : folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (isGenerated(name)) {
            continue;
        }
        tree.topLevel << name;
        QStringList paths;
        if (QFileInfo(folder.filePath(name)).isDir()) {
            QDirIterator walk(folder.filePath(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                paths << folder.relativeFilePath(walk.next());
            }
            paths.sort();
        } else {
            paths << name;
        }
        for (const QString &path : paths) {
            QFile file(folder.filePath(path));
            if (!file.open(QIODevice::ReadOnly)) {
                qFatal("%s cannot be read", qPrintable(path));
            }
            const QByteArray bytes = file.readAll();
            tree.files.emplace_back(path, bytes.contains('\0') ? QString() : QString::fromUtf8(bytes));
        }
    }
    return tree;
}

const SourceFile *SourceTree::find(const QString &path) const {
    for (const SourceFile &file : files) {
        if (file.path == path) {
            return &file;
        }
    }
    return nullptr;
}

} // namespace polder::arch
