#include "pastedblock.h"

namespace polder {

QList<QStringList> pastedBlock(const QString &text) {
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    bool begun = false; // something stands in this line
    const auto endCell = [&] {
        row << cell;
        cell.clear();
    };
    const auto endRow = [&] {
        endCell();
        rows << row;
        row.clear();
        begun = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
            begun = true;
        } else if (c == u'\t') {
            endCell();
            begun = true;
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell += c;
            begun = true;
        }
    }
    if (begun || !row.isEmpty()) {
        endRow();
    }
    return rows;
}

} // namespace polder
