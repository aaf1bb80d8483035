#pragma once

#include "theme.h"

#include <QWidget>

#include <vector>

namespace polder {

/// What the colours and patterns of a drawing mean, in one line.
class Legend : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        theme::Meaning meaning;
        QString words;
        Qt::BrushStyle pattern = Qt::SolidPattern;
        Qt::PenStyle frame = Qt::SolidLine;
    };

    explicit Legend(std::vector<Entry> entries, QWidget *parent = nullptr);
    void setEntries(std::vector<Entry> entries);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Entry> m_entries;
};

} // namespace polder
