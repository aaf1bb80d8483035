#include "tabletext.h"

#include <QAbstractItemModel>
#include <QMimeData>

#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString onOneLine(QString cell) {
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

TableText::TableText(const QAbstractItemModel &model, QList<int> columns)
    : m_model(&model)
    , m_columns(std::move(columns))
    , m_html(u"<table>\n"_s) {
    QStringList cells;
    for (const int column : std::as_const(m_columns)) {
        cells << onOneLine(model.headerData(column, Qt::Horizontal).toString());
    }
    addLine(cells, u"th"_s);
}

void TableText::add(int row) {
    QStringList cells;
    for (const int column : std::as_const(m_columns)) {
        cells << onOneLine(m_model->index(row, column).data().toString());
    }
    addLine(cells, u"td"_s);
}

void TableText::addLine(const QStringList &cells, const QString &tag) {
    m_text += cells.join(u'\t') + u'\n';
    m_html += u"<tr>"_s;
    for (const QString &cell : cells) {
        m_html += u'<' + tag + u'>' + cell.toHtmlEscaped() + u"</"_s + tag + u'>';
    }
    m_html += u"</tr>\n"_s;
}

std::unique_ptr<QMimeData> TableText::mime() const {
    auto mime = std::make_unique<QMimeData>();
    mime->setText(m_text);
    mime->setHtml(m_html + u"</table>"_s);
    return mime;
}

std::unique_ptr<QMimeData> tableText(const QAbstractItemModel &model, const QList<int> &rows,
                                     const QList<int> &columns) {
    TableText text(model, columns);
    for (const int row : rows) {
        text.add(row);
    }
    return text.mime();
}

} // namespace polder
