#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

// override, confirm-override, withdraw-override: a rule set aside for a while.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

Answer overrideAnswer(const QString &what, const QJsonObject &result) {
    const QString waits = result[u"waits_for"_s].toString();
    return {result,
            u"Override %1 of %2 until %3: %4%5.\n"_s.arg(
                QString::number(result[u"override"_s].toInteger()), result[u"rule"_s].toString(),
                result[u"until"_s].toString(), what, waits.isEmpty() ? QString() : u", waits for the "_s + waits)};
}

Result<Answer> intendOverride(Session &session, const QCommandLineParser &options, const QString &intention,
                              const QJsonObject &arguments, const QString &what) {
    const auto done = intendOnce(session, options, intention, arguments);
    return done.ok() ? Result<Answer>(overrideAnswer(what, done->json.toObject())) : done;
}

Result<Answer> ask(Session &session, const QCommandLineParser &options) {
    const auto placement = wholeNumber(options, u"placement"_s, 1, 2'147'483'647);
    const auto end = day(options, u"until"_s);
    if (!placement.ok()) {
        return placement.error();
    }
    if (!end.ok()) {
        return end.error();
    }
    QJsonObject arguments;
    if (!options.positionalArguments().isEmpty()) {
        arguments[u"request"_s] = requestNamed(options.positionalArguments().first());
    }
    if (*placement) {
        arguments[u"placement"_s] = **placement;
    }
    if (options.isSet(u"node"_s)) {
        arguments[u"node"_s] = nodeNamed(options.value(u"node"_s));
    }
    for (const QString &name : {u"asset-tag"_s, u"site"_s, u"rule"_s, u"reason"_s, u"until"_s}) {
        if (options.isSet(name)) {
            arguments[QString(name).replace(u'-', u'_')] = options.value(name);
        }
    }
    return intendOverride(session, options, u"override"_s, arguments, u"asked"_s);
}

Command answering(const QString &word, const QString &intention, const QString &summary, const QString &what) {
    const auto run = [intention, what](Session &session, const QCommandLineParser &options) -> Result<Answer> {
        bool isNumber = false;
        const QString given = options.positionalArguments().first();
        const int number = given.toInt(&isNumber);
        if (!isNumber) {
            return invalid(u"OVERRIDE"_s, given, u"the number of an override"_s);
        }
        return intendOverride(session, options, intention, {{u"override"_s, number}}, what);
    };
    return {{word}, u"OVERRIDE"_s, 1, 1, summary, intentionOptions({}), run, u"override"_s};
}

} // namespace

QList<Command> overrideCommands() {
    return {
        {{u"override"_s},
         u"[REQUEST]"_s,
         0,
         1,
         u"set a rule aside for a request, a booking or a node, with a reason and an end"_s,
         intentionOptions(
             {valueOption(u"placement"_s, u"ID"_s, u"instead of a request: the equipment of a booking"_s),
              valueOption(u"asset-tag"_s, u"TEXT"_s, u"the same, by its tag"_s),
              valueOption(u"node"_s, u"ID|SITE NAME"_s, u"instead of a request: for all on this node"_s),
              valueOption(u"site"_s, u"SITE"_s, u"in which data centre, where the request leaves it open"_s),
              valueOption(u"rule"_s, u"RULE"_s, u"C4, P5 ...; required"_s),
              valueOption(u"reason"_s, u"TEXT"_s, u"why; required"_s),
              valueOption(u"until"_s, u"DATE"_s, u"the first day that it no longer holds; required"_s)}),
         ask,
         u"override"_s},
        answering(u"confirm-override"_s, u"confirm_override"_s,
                  u"the second word, of another person or of the other institution"_s, u"confirmed"_s),
        answering(u"withdraw-override"_s, u"withdraw_override"_s, u"take an override back"_s, u"withdrawn"_s),
    };
}

} // namespace polder::ctl
