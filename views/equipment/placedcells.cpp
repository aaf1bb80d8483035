#include "placedcells.h"

#include "model/items/equipmentmodel.h"
#include "model/items/filtersortmodel.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlacedCells)
};

QString heading(const FilterSortModel &model, int column) {
    return model.table()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

/// The columns that these cells name; empty: not all of them do.
std::vector<int> columnsNamed(const QStringList &cells, const FilterSortModel &model) {
    std::vector<int> named;
    for (const QString &cell : cells) {
        int column = 0;
        while (column < model.columnCount() &&
               heading(model, column).compare(cell.trimmed(), Qt::CaseInsensitive) != 0) {
            ++column;
        }
        if (column == model.columnCount()) {
            return {};
        }
        named.push_back(column);
    }
    return named;
}

class Placer {
public:
    explicit Placer(const FilterSortModel &model) : m_model(model) {}

    void put(int sourceRow, int column, const QString &text) {
        const EquipmentField *field = equipmentFields::ofColumn(column);
        if (field) {
            m_placed.cells.push_back({EquipmentId{static_cast<int>(m_model.table()->key(sourceRow))}, field, text});
        } else if (m_model.table()->text(sourceRow, column) != text.trimmed()) {
            ++m_elsewhere;
            m_columns << heading(m_model, column);
        }
    }
    void lose(int lines) { m_lost += lines; }
    void missing(const QString &key) { m_missing << key; }

    [[nodiscard]] PlacedCells placed() {
        QStringList notices;
        m_columns.removeDuplicates();
        if (m_elsewhere > 0) {
            notices << Text::tr("Cells on columns that cannot be typed over: %1 (%2).")
                           .arg(QString::number(m_elsewhere), m_columns.join(u", "_s));
        }
        if (m_lost > 0) {
            notices << Text::tr("Lines below the last row: %1.").arg(m_lost);
        }
        if (!m_missing.isEmpty()) {
            notices << Text::tr("There is no row for: %1.").arg(m_missing.join(u", "_s));
        }
        m_placed.notice = notices.join(u'\n');
        return m_placed;
    }

private:
    const FilterSortModel &m_model;
    PlacedCells m_placed;
    int m_elsewhere = 0;
    int m_lost = 0;
    QStringList m_columns;
    QStringList m_missing;
};

bool isKey(int column) {
    return column == EquipmentModel::AssetTag || column == EquipmentModel::Serial || column == EquipmentModel::Name;
}

} // namespace

PlacedCells placeCells(const QList<QStringList> &block, const FilterSortModel &model, int row,
                       const std::vector<int> &columns) {
    Placer placer(model);
    const auto named = block.isEmpty() ? std::vector<int>() : columnsNamed(block.front(), model);
    if (named.size() > 1 && isKey(named.front())) {
        QHash<QString, int> rows;
        for (int one = 0; one < model.table()->rowCount(); ++one) {
            if (const QString key = model.table()->text(one, named.front()); !key.isEmpty()) {
                rows.insert(key, rows.contains(key) ? -1 : one); // of two, neither
            }
        }
        for (const QStringList &line : block.mid(1)) {
            const QString key = line.value(0).trimmed();
            const int found = rows.value(key, -1);
            if (found < 0) {
                placer.missing(key);
                continue;
            }
            for (std::size_t i = 1; i < named.size() && i < static_cast<std::size_t>(line.size()); ++i) {
                placer.put(found, named[i], line[static_cast<qsizetype>(i)]);
            }
        }
        return placer.placed();
    }
    for (qsizetype line = 0; line < block.size(); ++line) {
        const int shown = row + static_cast<int>(line);
        if (shown >= model.rowCount()) {
            placer.lose(static_cast<int>(block.size() - line));
            break;
        }
        for (qsizetype i = 0; i < block[line].size() && i < std::ssize(columns); ++i) {
            placer.put(model.sourceRow(shown), columns[static_cast<std::size_t>(i)], block[line][i]);
        }
    }
    return placer.placed();
}

} // namespace polder
