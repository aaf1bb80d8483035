#include "views/reports/chartsheets.h"

#include "views/paper/reportcharts.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

ChartSheets::ChartSheets(const ReadableReport &report, const std::vector<QPicture> &charts, QWidget *parent)
    : QScrollArea(parent) {
    setObjectName(u"charts"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus); // the keys scroll it
    auto *sheets = new QWidget;
    auto *layout = new QVBoxLayout(sheets);
    layout->setSpacing(theme::gap);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if (!charts[i].isNull()) {
            const QString &title = report.report().charts[i].title;
            auto *label = new QLabel(title);
            label->setWordWrap(true);
            layout->addWidget(label);
            layout->addWidget(new ChartSheet(title, charts[i]));
        }
    }
    layout->addStretch();
    setWidget(sheets);
}

ChartSheet::ChartSheet(const QString &title, const QPicture &picture, QWidget *parent)
    : QWidget(parent)
    , m_picture(picture) {
    setAccessibleName(title);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ChartSheet::sizeHint() const {
    return m_picture.boundingRect().size();
}

int ChartSheet::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(m_picture.boundingRect().height() * scaleFor(width)));
}

double ChartSheet::scaleFor(int width) const {
    constexpr double most = 1.3; // a whole one is seen at once
    return std::clamp(static_cast<double>(width) / std::max(m_picture.boundingRect().width(), 1), 0.1, most);
}

void ChartSheet::paintEvent(QPaintEvent * /*event*/) {
    QPainter painter(this);
    const QSizeF size = QSizeF(m_picture.boundingRect().size()) * scaleFor(width());
    paintOnPaper(painter, m_picture, QRectF({}, size));
}

} // namespace polder
