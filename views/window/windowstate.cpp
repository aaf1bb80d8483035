#include "windowstate.h"

#include "mainwindow.h"

#include <QSettings>
#include <QSplitter>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// Each divided part of a page with its place in the settings.
template <typename Do>
void forEachSplitter(const MainWindow &window, Do doIt) {
    for (const QString &name : window.pageNames()) {
        const auto *page = window.findChild<QWidget *>(name);
        const auto splitters = page ? page->findChildren<QSplitter *>() : QList<QSplitter *>();
        for (qsizetype n = 0; n < splitters.size(); ++n) {
            doIt(u"window/%1/%2"_s.arg(name).arg(n), *splitters[n]);
        }
    }
}

} // namespace

void saveWindow(const MainWindow &window, QSettings &settings) {
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
    settings.setValue(u"window/page"_s, window.pageName());
    forEachSplitter(window, [&settings](const QString &key, const QSplitter &splitter) {
        settings.setValue(key, splitter.saveState());
    });
}

void restoreWindow(MainWindow &window, const QSettings &settings) {
    window.restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    if (const QString page = settings.value(u"window/page"_s).toString(); !page.isEmpty()) {
        window.openPage(page);
    }
    forEachSplitter(window, [&settings](const QString &key, QSplitter &splitter) {
        splitter.restoreState(settings.value(key).toByteArray());
    });
}

} // namespace polder
