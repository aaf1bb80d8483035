#include "busyline.h"

#include "theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 700ms;
constexpr int barWidth = 80;

} // namespace

BusyLine::BusyLine(QWidget *parent) : QWidget(parent), m_text(new QLabel) {
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(barWidth);
    bar->setAccessibleName(tr("It is being worked on"));
    auto *stop = new QPushButton(tr("Stop"));
    stop->setObjectName(u"stop"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(stop, &QPushButton::clicked, this, [this] {
        const auto asked = m_stop;
        end();
        if (asked) {
            asked();
        }
    });
    hide();
}

void BusyLine::begin(const QString &text, std::function<void()> stop) {
    m_text->setText(text);
    m_stop = std::move(stop);
    if (!isVisible()) {
        m_patience.start();
    }
}

void BusyLine::end() {
    m_patience.stop();
    m_stop = {};
    hide();
}

} // namespace polder
