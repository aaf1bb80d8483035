#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace polder {

/// Says that something takes time, as soon as it does, and stops it when asked.
class BusyLine : public QWidget {
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent = nullptr);

    /// `stop`: what the button does; the line goes by itself then.
    void begin(const QString &text, std::function<void()> stop);
    void end();

private:
    QLabel *m_text;
    std::function<void()> m_stop;
    QTimer m_patience;
};

} // namespace polder
