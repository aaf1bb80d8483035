#include "connecting.h"
#include "desktop.h"
#include "language.h"
#include "model/store/cluster.h"
#include "options.h"
#include "views/parts/rowheight.h"
#include "views/parts/theme.h"
#include "views/parts/usersettings.h"

#include <QApplication>
#include <QFileInfo>

#include <cstdio>
#include <memory>

int main(int argc, char *argv[]) {
    // Pictures are taken without a display.
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).startsWith("--screenshots")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("polder"));
    QApplication::setApplicationDisplayName(QStringLiteral("Polder"));
    QApplication::setDesktopFileName(QStringLiteral("polder"));

    auto language = std::make_unique<polder::Language>(); // in which wrong use is said
    const auto options = polder::readOptions(QApplication::arguments());
    if (!options.ok()) {
        std::fprintf(stderr, "polder: %s\n%s\n", qUtf8Printable(options.error().what),
                     qUtf8Printable(options.error().hint));
        return 2;
    }
    if (!options->language.isEmpty()) {
        language.reset(); // first, so that it puts nothing back afterwards
        language = std::make_unique<polder::Language>(options->language);
    }
    if (options->help) {
        std::puts(qUtf8Printable(polder::usageText()));
        return 0;
    }
    polder::theme::apply(application);
    polder::Options where = *options;
    if (!where.saysWhere()) {
        const auto before = polder::chosenBefore(where);
        where = before.value_or(where);
        where.firstRun =
            !before && !QFileInfo::exists(polder::EmbeddedCluster::defaultFolder()) && where.screenshots.isEmpty();
    }
    where.remembers = where.screenshots.isEmpty();
    if (where.remembers) {
        polder::RowHeight::shared().setCompact(polder::UserSettings().value(QStringLiteral("rows/compact")).toBool());
    }
    polder::Desktop desktop(where);
    desktop.start();
    return QApplication::exec();
}
