#include "views/paper/outline.h"

#include <map>
#include <utility>

namespace polder {

namespace {

/// As hexadecimal UTF-16, so that any letter is right and none ends the string.
QByteArray textString(const QString &text) {
    QByteArray bytes("\xfe\xff", 2);
    for (const QChar letter : text) {
        bytes.append(static_cast<char>(letter.unicode() >> 8));
        bytes.append(static_cast<char>(letter.unicode() & 0xff));
    }
    return '<' + bytes.toHex() + '>';
}

/// What stands between two words; empty: they do not follow each other there.
QByteArray between(const QByteArray &pdf, qsizetype from, const QByteArray &begin, const QByteArray &end) {
    const auto first = pdf.indexOf(begin, from);
    const auto last = first < 0 ? -1 : pdf.indexOf(end, first + begin.size());
    return last < 0 ? QByteArray() : pdf.mid(first + begin.size(), last - first - begin.size());
}

/// The content of an object that stands as itself in the file.
QByteArray objectOf(const QByteArray &pdf, int number) {
    return between(pdf, 0, '\n' + QByteArray::number(number) + " 0 obj", "endobj");
}

int reference(const QByteArray &in, const QByteArray &name) {
    return between(in, 0, name, " 0 R").trimmed().toInt();
}

/// In the place of the other, which is at least as long.
void putDate(QByteArray &pdf, const QDateTime &made) {
    static const QByteArray begin("/CreationDate (");
    const auto at = pdf.indexOf(begin);
    const auto length = between(pdf, at, begin, ")").size();
    const QByteArray date = made.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1() + ')';
    if (at >= 0 && date.size() <= length + 1) {
        pdf.replace(at + begin.size(), length + 1, date.leftJustified(length + 1, ' '));
    }
}

/// The number of the parent of each bookmark: the last one before it of a higher level; -1: the outline itself.
std::vector<int> parentsOf(const std::vector<Bookmark> &bookmarks) {
    std::vector<int> parents;
    for (int i = 0; i < std::ssize(bookmarks); ++i) {
        int parent = i - 1;
        while (parent >= 0 && bookmarks[parent].level >= bookmarks[i].level) {
            --parent;
        }
        parents.push_back(parent);
    }
    return parents;
}

/// Objects that are appended, and where they came to stand.
class Appendix {
public:
    Appendix(QByteArray pdf, int next) : m_pdf(std::move(pdf)), m_next(next) {}

    [[nodiscard]] int reserve() { return m_next++; }
    void add(int number, const QByteArray &content) {
        m_places[number] = m_pdf.size();
        m_pdf += QByteArray::number(number) + " 0 obj\n" + content + "\nendobj\n";
    }
    [[nodiscard]] QByteArray finish(int root, int info, const QByteArray &before) {
        const auto table = m_pdf.size();
        m_pdf += "xref\n";
        for (const auto &[number, place] : m_places) {
            m_pdf +=
                QByteArray::number(number) + " 1\n" + QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
        }
        m_pdf += "trailer\n<<\n/Size " + QByteArray::number(m_next) + "\n/Info " + QByteArray::number(info) +
                 " 0 R\n/Root " + QByteArray::number(root) + " 0 R\n/Prev " + before + "\n>>\nstartxref\n" +
                 QByteArray::number(table) + "\n%%EOF\n";
        return m_pdf;
    }

private:
    QByteArray m_pdf;
    int m_next;
    std::map<int, qsizetype> m_places;
};

} // namespace

QByteArray withOutline(QByteArray pdf, const std::vector<Bookmark> &bookmarks, const QDateTime &made) {
    const auto trailer = pdf.lastIndexOf("trailer");
    const QByteArray tail = pdf.mid(trailer);
    const int size = between(tail, 0, "/Size ", "\n").trimmed().toInt();
    const int root = reference(tail, "/Root ");
    const int info = reference(tail, "/Info ");
    const QByteArray before = between(tail, 0, "startxref", "%%EOF").trimmed();
    const QByteArray catalog = objectOf(pdf, root).trimmed();
    const QByteArray kids = between(objectOf(pdf, reference(catalog, "/Pages ")), 0, "/Kids", "]");
    const QList<QByteArray> pages = kids.mid(kids.indexOf('[') + 1).replace("0 R", "").simplified().split(' ');
    if (trailer < 0 || size <= 0 || !catalog.endsWith(">>") || before.isEmpty() || pages.isEmpty()) {
        return pdf; // not as QPdfWriter writes it: then without
    }

    if (made.isValid()) {
        putDate(pdf, made);
    }
    if (bookmarks.empty()) {
        return pdf;
    }

    Appendix appendix(std::move(pdf), size);
    const int outline = appendix.reserve();
    std::vector<int> objects;
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        objects.push_back(appendix.reserve());
    }
    const auto parents = parentsOf(bookmarks);
    const auto name = [&](int bookmark) {
        return QByteArray::number(bookmark < 0 ? outline : objects[bookmark]) + " 0 R";
    };
    /// First, last and number of those right below.
    const auto childrenOf = [&](int parent) {
        QByteArray text;
        int first = -1, last = -1, count = 0;
        for (int i = 0; i < std::ssize(parents); ++i) {
            if (parents[i] == parent) {
                first = first < 0 ? i : first;
                last = i;
                ++count;
            }
        }
        return count == 0
                   ? text
                   : "\n/First " + name(first) + "\n/Last " + name(last) + "\n/Count " + QByteArray::number(count);
    };
    appendix.add(outline, "<<\n/Type /Outlines" + childrenOf(-1) + "\n>>");
    for (int i = 0; i < std::ssize(bookmarks); ++i) {
        QByteArray text = "<<\n/Title " + textString(bookmarks[i].title) + "\n/Parent " + name(parents[i]);
        for (int previous = i - 1; previous >= 0; --previous) {
            if (parents[previous] == parents[i]) {
                text += "\n/Prev " + name(previous);
                break;
            }
        }
        for (int next = i + 1; next < std::ssize(bookmarks); ++next) {
            if (parents[next] == parents[i]) {
                text += "\n/Next " + name(next);
                break;
            }
        }
        text += childrenOf(i) + "\n/Dest [" + pages[bookmarks[i].page] + " 0 R /XYZ null " +
                QByteArray::number(bookmarks[i].below, 'f', 1) + " null]\n>>";
        appendix.add(objects[i], text);
    }
    appendix.add(root, catalog.chopped(2) + "/Outlines " + name(-1) + "\n/PageMode /UseOutlines\n>>");
    return appendix.finish(root, info, before);
}

} // namespace polder
