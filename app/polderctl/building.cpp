#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

#include <QJsonDocument>

#include <array>

// node limit, node feed, setting set: what stands above the bookings. What breaks some wants --reason.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// Each number of a limit, in the base unit of its node.
struct Number {
    const char *option;
    const char *argument;
    const char *value;
    const char *help;
    int scale = 1000; ///< base units in one
};
constexpr std::array numbers{
    Number{"normal-w", "normal_main", "W", "of power or heat"},
    Number{"normal-kg", "normal_main", "KG", "of weight"},
    Number{"normal-u", "normal_main", "U", "of space in an agreement", 2},
    Number{"line-va", "normal_line", "VA", "on each phase"},
    Number{"failover-w", "failover_main", "W", "when another source fails"},
    Number{"failover-line-va", "failover_line", "VA", "on each phase, when another source fails"},
};

Result<Answer> limit(Session &session, const QCommandLineParser &options) {
    QJsonObject arguments{{u"node"_s, nodeNamed(options.positionalArguments().first())}};
    for (const Number &number : numbers) {
        const QString option = QString::fromLatin1(number.option);
        if (!options.isSet(option)) {
            continue;
        }
        const QString argument = QString::fromLatin1(number.argument);
        if (arguments.contains(argument)) {
            return usage(
                u"--%1: the node has one unit, so one of --normal-w, --normal-kg and --normal-u."_s.arg(option));
        }
        if (options.value(option) == u"none") {
            arguments[argument] = QJsonValue::Null;
            continue;
        }
        const auto amount = thousandths(options, option);
        if (!amount.ok()) {
            return amount.error();
        }
        if (**amount * number.scale % 1000 != 0) {
            return invalid(u"--"_s + option, options.value(option), u"in steps of a half"_s);
        }
        arguments[argument] = **amount * number.scale / 1000;
    }
    if (arguments.size() == 1) {
        return usage(u"node limit wants a number, such as --normal-w."_s);
    }
    const auto from = day(options, u"from"_s);
    if (!from.ok()) {
        return from.error();
    }
    if (*from) {
        arguments[u"from_date"_s] = options.value(u"from"_s);
    }
    if (options.isSet(u"reason"_s)) {
        arguments[u"reason"_s] = options.value(u"reason"_s);
    }
    return intendOnce(session, options, u"set_limit"_s, arguments);
}

Result<Answer> feed(Session &session, const QCommandLineParser &options) {
    if (!options.isSet(u"parent"_s)) {
        return usage(u"node feed wants --parent: the node from which it is fed, or none."_s);
    }
    const QString parent = options.value(u"parent"_s);
    QJsonObject arguments{{u"node"_s, nodeNamed(options.positionalArguments().first())},
                          {u"parent"_s, parent == u"none" ? QJsonValue() : nodeNamed(parent)}};
    if (options.isSet(u"reason"_s)) {
        arguments[u"reason"_s] = options.value(u"reason"_s);
    }
    return intendOnce(session, options, u"feed_node"_s, arguments);
}

/// A number, true or false, or else a text.
QJsonValue settingValue(const QString &text) {
    const auto read = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return read.array().size() == 1 ? read.array().first() : QJsonValue(text);
}

Result<Answer> setting(Session &session, const QCommandLineParser &options) {
    QJsonObject arguments{{u"key"_s, options.positionalArguments().first()},
                          {u"value"_s, settingValue(options.positionalArguments().last())}};
    for (const QString &name : {u"organisation"_s, u"reason"_s}) {
        if (options.isSet(name)) {
            arguments[name] = options.value(name);
        }
    }
    return intendOnce(session, options, u"set_setting"_s, arguments);
}

} // namespace

QList<Command> buildingCommands() {
    const auto reason = valueOption(u"reason"_s, u"TEXT"_s, u"why; required where it breaks bookings"_s);
    QList<QCommandLineOption> limitOptions{valueOption(u"from"_s, u"DATE"_s, u"today if not given"_s)};
    for (const Number &number : numbers) {
        limitOptions << valueOption(QString::fromLatin1(number.option), QString::fromLatin1(number.value) + u"|none"_s,
                                    QString::fromLatin1(number.help));
    }
    limitOptions << valueOption(u"reason"_s, u"TEXT"_s, u"why; required"_s);
    return {
        {{u"node"_s, u"limit"_s},
         u"ID|\"SITE NAME\""_s,
         1,
         1,
         u"what a node may carry from a day on; what is not given stays as it was"_s,
         intentionOptions(limitOptions),
         limit,
         u"node_limit"_s},
        {{u"node"_s, u"feed"_s},
         u"ID|\"SITE NAME\""_s,
         1,
         1,
         u"from which node it is fed from now on"_s,
         intentionOptions({valueOption(u"parent"_s, u"ID|SITE NAME|none"_s, u"required"_s), reason}),
         feed,
         u"node_feed"_s},
        {{u"setting"_s, u"set"_s},
         u"KEY VALUE"_s,
         2,
         2,
         u"a policy of an organisation, or of all"_s,
         intentionOptions({valueOption(u"organisation"_s, u"CODE"_s, u"its own; for all if not given"_s), reason}),
         setting,
         u"setting"_s},
    };
}

} // namespace polder::ctl
