#pragma once

#include "model/report/readable.h"

#include <QPicture>
#include <QScrollArea>

#include <vector>

namespace polder {

/// The charts of a report below each other, as they are on paper: the same pictures.
class ChartSheets : public QScrollArea {
    Q_OBJECT

public:
    /// `charts`: as drawnChart() drew them, in the order of the report's; empty ones are passed over.
    ChartSheets(const ReadableReport &report, const std::vector<QPicture> &charts, QWidget *parent = nullptr);
};

/// One of them, as wide as there is room for and no wider than it was drawn twice over; its words are its accessible
/// description.
class ChartSheet : public QWidget {
    Q_OBJECT

public:
    ChartSheet(const QString &title, const QPicture &picture, QWidget *parent = nullptr);
    [[nodiscard]] const QPicture &picture() const { return m_picture; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double scaleFor(int width) const;

    QPicture m_picture;
};

} // namespace polder
