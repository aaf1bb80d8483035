#include "growing.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QWidget>

namespace polder {

namespace {

class Growing : public QObject {
public:
    explicit Growing(QWidget &window) : QObject(&window), m_window(window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        // Its layout has had the request before any filter has.
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
            grow();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void grow() {
        const QLayout *layout = m_window.layout();
        if (!layout) {
            return;
        }
        const QSize least = layout->totalMinimumSize();
        const int wide = std::max(m_window.width(), least.width());
        const int asked =
            layout->hasHeightForWidth() ? layout->totalHeightForWidth(wide) : layout->totalSizeHint().height();
        const QScreen *screen = m_window.screen();
        const int most = screen ? std::max(least.height(), screen->availableSize().height()) : asked;
        m_window.resize(wide, std::max(m_window.height(), std::min(asked, most)));
    }

    QWidget &m_window;
};

} // namespace

void growWithContents(QWidget &window) {
    new Growing(window); // the window's child
}

} // namespace polder
