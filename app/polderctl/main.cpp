#include "app/polderctl/program.h"

#include <QApplication>
#include <QHashFunctions>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <string_view>
#include <unistd.h>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

/// Paper wants fonts and so the larger application, but never a display; nothing else waits for that.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == "--format=pdf" || (word == "pdf" && QByteArrayView(argv[i - 1]) == "--format") || word == "paper") {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            QHashSeed::setDeterministicGlobalSeed(); // in whose order QPdfWriter writes its fonts
            return std::make_unique<QApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

/// A report of a large estate fills tables of many MB: in pages of 2 MB that takes three quarters of the time. The
/// allocator reads what it is told when the program starts and never again, so the program starts once more.
void inLargePages(char *argv[]) {
    constexpr auto name = "GLIBC_TUNABLES", wanted = "glibc.malloc.hugetlb=1";
    const char *given = std::getenv(name);
    if (!given) {
        setenv(name, wanted, 1);
        execv("/proc/self/exe", argv); // where it cannot, all goes on as it was
    }
    if (!given || std::string_view(given) == wanted) {
        unsetenv(name); // the database, started from here, has its own ways
    }
}

} // namespace

int main(int argc, char *argv[]) {
    if (std::find(argv, argv + argc, std::string_view("report")) != argv + argc) {
        inLargePages(argv);
    }
    // To give a large table back to the system and to ask for it anew, page by page, takes a tenth of the whole time.
    constexpr int much = 1 << 30, step = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, much);
    mallopt(M_TRIM_THRESHOLD, much);
    mallopt(M_TOP_PAD, step);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"polder"_s);

    const ctl::Outcome outcome = ctl::called(QCoreApplication::arguments().mid(1));
    std::fwrite(outcome.out.constData(), 1, outcome.out.size(), stdout);
    std::fflush(stdout);
    std::fwrite(outcome.trouble.constData(), 1, outcome.trouble.size(), stderr);
    return outcome.exitCode;
}
