#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QAbstractItemModel;
class QMimeData;

namespace polder {

/// Rows of a table as other programs take them, with headings: text with tabs, for a spreadsheet, and HTML, for a
/// letter. Cells say what they say on the screen; a tab or a new line within one becomes a space.
class TableText {
public:
    /// The model lives at least as long.
    TableText(const QAbstractItemModel &model, QList<int> columns);

    void add(int row);
    [[nodiscard]] std::unique_ptr<QMimeData> mime() const;

private:
    void addLine(const QStringList &cells, const QString &tag);

    const QAbstractItemModel *m_model;
    QList<int> m_columns;
    QString m_text;
    QString m_html;
};

/// All at once.
[[nodiscard]] std::unique_ptr<QMimeData> tableText(const QAbstractItemModel &model, const QList<int> &rows,
                                                   const QList<int> &columns);

} // namespace polder
