#pragma once

#include "model/core/result.h"

#include <QObject>
#include <QStringList>

namespace polder {

class Live;
class MainWindow;

/// Opens every page with something on it and saves what it looks like, light and dark, as PNG.
class Pictures : public QObject {
    Q_OBJECT

public:
    Pictures(Live &live, MainWindow &window, QString folder, QObject *parent = nullptr);

Q_SIGNALS:
    void finished(const polder::Status &status);

private:
    void begin();
    void takeNext();
    [[nodiscard]] Status save(const QString &name);

    Live &m_live;
    MainWindow &m_window;
    QString m_folder;
    QStringList m_pages; ///< still to do
    bool m_dark = false;
};

} // namespace polder
