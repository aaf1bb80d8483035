#include "options.h"

#include "language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

Error wrongUse(const QString &what) {
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = what;
    error.hint = usageText();
    return error;
}

/// libpq finds a server by itself when one of these is set.
bool environmentNamesServer() {
    static constexpr std::array names{"PGSERVICE", "PGHOST", "PGHOSTADDR", "PGDATABASE"};
    return std::any_of(names.begin(), names.end(), [](const char *name) { return qEnvironmentVariableIsSet(name); });
}

} // namespace

bool Options::embedded() const {
    return embeddedFolder.has_value() || (!conninfo && !environmentNamesServer());
}

bool Options::saysWhere() const {
    return embeddedFolder || conninfo || environmentNamesServer();
}

QString usageText() {
    return QCoreApplication::translate("polder::Options",
                                       "polder [--db CONNINFO | --embedded[=DIR]] [--as PERSON] [--language nl|en] "
                                       "[--screenshots DIR] [FILE.polder-request]");
}

// By hand: QCommandLineParser knows no option whose value may be left out.
Result<Options> readOptions(const QStringList &arguments) {
    Options options;
    const std::array texts{std::pair(u"--as"_s, &options.person), std::pair(u"--language"_s, &options.language),
                           std::pair(u"--screenshots"_s, &options.screenshots)};
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(u'=', 0, 0);
        const bool inlineValue = arguments[i].contains(u'=');
        const auto value = [&]() -> std::optional<QString> {
            if (inlineValue) {
                return arguments[i].section(u'=', 1);
            }
            return i + 1 < arguments.size() ? std::optional(arguments[++i]) : std::nullopt;
        };
        if (name == u"--help" || name == u"-h") {
            options.help = true;
        } else if (name == u"--embedded") {
            options.embeddedFolder = inlineValue ? *value() : QString();
        } else if (const auto *text = std::ranges::find(texts, name, &decltype(texts)::value_type::first);
                   name == u"--db" || text != texts.end()) {
            const auto given = value();
            if (!given) {
                return wrongUse(QCoreApplication::translate("polder::Options", "%1 needs a value.").arg(name));
            }
            if (name == u"--db") {
                options.conninfo = *given;
            } else {
                *text->second = *given;
            }
        } else if (!arguments[i].startsWith(u'-') && options.requestFile.isEmpty()) {
            options.requestFile = arguments[i];
        } else {
            return wrongUse(QCoreApplication::translate("polder::Options", "'%1' is not known.").arg(name));
        }
    }
    if (options.conninfo && options.embeddedFolder) {
        return wrongUse(QCoreApplication::translate("polder::Options", "Either --db or --embedded, not both."));
    }
    if (!options.language.isEmpty() && !languages().contains(options.language)) {
        return wrongUse(QCoreApplication::translate("polder::Options", "--language: '%1' is not known; there are %2.")
                            .arg(options.language, languages().join(u", "_s)));
    }
    if (!options.person.isEmpty() && !options.embedded()) {
        return wrongUse(QCoreApplication::translate(
            "polder::Options", "--as is for the demo; on a server each person logs in as themselves."));
    }
    return options;
}

} // namespace polder
