#include "windowstate.h"

#include "mainwindow.h"

#include <QHash>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// Each divided part of a page with its place in the settings.
template <typename Do>
void forEachSplitter(const QWidget &page, Do doIt) {
    const auto splitters = page.findChildren<QSplitter *>();
    for (qsizetype n = 0; n < splitters.size(); ++n) {
        doIt(u"window/%1/%2"_s.arg(page.objectName()).arg(n), *splitters[n]);
    }
}

} // namespace

void saveWindow(const MainWindow &window, QSettings &settings) {
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
    settings.setValue(u"window/page"_s, window.pageName());
    for (const QWidget *page : window.madePages()) {
        forEachSplitter(*page, [&settings](const QString &key, const QSplitter &splitter) {
            settings.setValue(key, splitter.saveState());
        });
    }
}

/// A page that is made later is divided then.
void restoreWindow(MainWindow &window, const QSettings &settings) {
    window.restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    QHash<QString, QByteArray> states; // the settings may be gone by then
    for (const QString &key : settings.allKeys()) {
        if (key.startsWith(u"window/"_s)) {
            states[key] = settings.value(key).toByteArray();
        }
    }
    const auto divide = [states](QWidget *page) {
        forEachSplitter(*page, [&states](const QString &key, QSplitter &splitter) {
            if (const auto state = states.find(key); state != states.end()) {
                splitter.restoreState(*state);
            }
        });
    };
    std::ranges::for_each(window.madePages(), divide);
    QObject::connect(&window, &MainWindow::pageMade, &window, divide);
    if (const QString page = settings.value(u"window/page"_s).toString(); !page.isEmpty()) {
        window.openPage(page);
    }
}

} // namespace polder
