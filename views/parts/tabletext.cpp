#include "tabletext.h"

#include <QAbstractItemModel>
#include <QMimeData>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

struct Tag {
    QString opened;
    QString closed;
};

void addLine(QString &text, QString &html, const QStringList &cells, const Tag &tag) {
    text += cells.join(u'\t') + u'\n';
    html += u"<tr>"_s;
    for (const QString &cell : cells) {
        html += tag.opened + cell.toHtmlEscaped() + tag.closed;
    }
    html += u"</tr>\n"_s;
}

QString onOneLine(QString cell) {
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

std::unique_ptr<QMimeData> tableText(const QAbstractItemModel &model, const QList<int> &rows,
                                     const QList<int> &columns) {
    QString text;
    QString html = u"<table>\n"_s;
    QStringList cells;
    for (const int column : columns) {
        cells << onOneLine(model.headerData(column, Qt::Horizontal).toString());
    }
    addLine(text, html, cells, {u"<th>"_s, u"</th>"_s});
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns) {
            cells << onOneLine(model.index(row, column).data().toString());
        }
        addLine(text, html, cells, {u"<td>"_s, u"</td>"_s});
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setText(text);
    mime->setHtml(html + u"</table>"_s);
    return mime;
}

} // namespace polder
