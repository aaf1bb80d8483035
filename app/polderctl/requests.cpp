#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/output.h"
#include "app/polderctl/requestset.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/exchange/requestfile.h"
#include "model/store/queries.h"

#include <QJsonArray>
#include <QJsonDocument>

// request create, submit, list, show, comment, and one command for each intention on a request as a whole.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QJsonObject> readRequest(const QString &path) {
    const auto draft = readRequestFile(path);
    if (!draft.ok()) {
        return draft.error();
    }
    QJsonObject request = QJsonDocument::fromJson(writeRequest(*draft)).object();
    request.remove(u"version"_s); // of the file
    return request;
}

Result<Answer> create(Session &session, const QCommandLineParser &options) {
    const auto request = readRequest(options.positionalArguments().first());
    if (!request.ok()) {
        return request.error();
    }
    return intendOnce(session, options, u"create_request"_s, *request);
}

/// A draft or what was returned, by its number or id; a file that is called like one is given as ./31.
Result<Answer> submit(Session &session, const QCommandLineParser &options) {
    const QString operand = options.positionalArguments().first();
    const bool stored = isRequestNumber(operand);
    const auto request =
        stored ? Result<QJsonObject>(QJsonObject{{u"request"_s, requestNamed(operand)}}) : readRequest(operand);
    if (!request.ok()) {
        return request.error();
    }
    QJsonObject arguments = *request;
    if (options.isSet(u"evidence"_s)) {
        arguments[u"evidence"_s] = options.value(u"evidence"_s);
    }
    if (stored) {
        return intendOnce(session, options, u"submit"_s, arguments);
    }
    arguments[u"submit"_s] = true; // in one: what is refused leaves no draft
    return intendOnce(session, options, u"create_request"_s, arguments);
}

Result<Answer> remark(Session &session, const QCommandLineParser &options) {
    const auto review = oneOf(options, u"security-review"_s, {u"open"_s, u"passed"_s});
    if (!review.ok()) {
        return review.error();
    }
    QJsonObject arguments{{u"request"_s, requestNamed(options.positionalArguments().first())},
                          {u"text"_s, options.value(u"text"_s)}};
    if (*review) {
        arguments[u"security_review"_s] = **review;
    }
    return intendOnce(session, options, u"comment"_s, arguments);
}

Result<Answer> amend(Session &session, const QCommandLineParser &options) {
    auto request = readRequest(options.positionalArguments().last());
    if (!request.ok()) {
        return request.error();
    }
    request->insert(u"request"_s, requestNamed(options.positionalArguments().first()));
    return intendOnce(session, options, u"amend_request"_s, *request);
}

Result<Answer> list(Session &session, const QCommandLineParser &options) {
    const auto state = oneOf(options, u"state"_s,
                             {u"draft"_s, u"submitted"_s, u"returned"_s, u"endorsed"_s, u"in review"_s, u"waiting"_s,
                              u"rejected"_s, u"held"_s, u"expired"_s, u"delivered"_s, u"installed"_s,
                              u"decommissioning"_s, u"removed"_s, u"withdrawn"_s});
    if (!state.ok()) {
        return state.error();
    }
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto rows = (*connection)->query(namedQuery(u"request_list"_s), {state->value_or(QString()).toUtf8()});
    if (!rows.ok()) {
        return rows.error();
    }
    QJsonArray json;
    QList<QStringList> cells;
    for (int row = 0; row < rows->count(); ++row) {
        const QJsonObject one = QJsonDocument::fromJson(rows->text(row, 0).toUtf8()).object();
        json << one;
        cells << QStringList{one[u"number"_s].toString(),         one[u"state"_s].toString(),
                             one[u"organisation"_s].toString(),   one[u"from"_s].toString(),
                             one[u"until"_s].toString(u"open"_s), one[u"project"_s].toString()};
    }
    return Answer{json,
                  table({u"number"_s, u"state"_s, u"organisation"_s, u"from"_s, u"until"_s, u"project"_s}, cells)};
}

Result<Answer> show(Session &session, const QCommandLineParser &options) {
    const QString number = requestNamed(options.positionalArguments().first()).toVariant().toString();
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto rows = (*connection)->query(namedQuery(u"request_show"_s), {number.toUtf8()});
    if (!rows.ok()) {
        return rows.error();
    }
    if (rows->count() == 0) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = u"There is no request %1 that you may see."_s.arg(number);
        error.hint = u"A request is named by its number, such as R-2026-00031, or by its id, such as 31."_s;
        return error;
    }
    const QJsonObject json = QJsonDocument::fromJson(rows->text(0, 0).toUtf8()).object();
    return Answer{json, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented))};
}

struct Step {
    const char *command;
    const char *intention;
    const char *summary;
    QList<QCommandLineOption> options; ///< each becomes an argument of the same name, '-' read as '_'
    const char *answer = "request_step";
};

Command stepCommand(const Step &step) {
    const QString intention = QString::fromLatin1(step.intention);
    const auto run = [intention, own = step.options](Session &session,
                                                     const QCommandLineParser &options) -> Result<Answer> {
        QJsonObject arguments{{u"request"_s, requestNamed(options.positionalArguments().first())}};
        for (const QCommandLineOption &option : own) {
            const QString name = option.names().first();
            if (options.isSet(name)) {
                if (const auto date = name == u"until" ? day(options, name) : Result<std::optional<Day>>(std::nullopt);
                    !date.ok()) {
                    return date.error();
                }
                const bool expiry = intention == u"renew" && name == u"until"; // of the hold, not of the hosting
                arguments[expiry ? u"until_date"_s : QString(name).replace(u'-', u'_')] = options.value(name);
            }
        }
        return intendOnce(session, options, intention, arguments);
    };
    return {{u"request"_s, QString::fromLatin1(step.command)},
            u"REQUEST"_s,
            1,
            1,
            QString::fromLatin1(step.summary),
            intentionOptions(step.options),
            run,
            QString::fromLatin1(step.answer)};
}

} // namespace

QList<Command> requestCommands() {
    const auto comment = valueOption(u"comment"_s, u"TEXT"_s, u"for the requester"_s);
    const auto reason = valueOption(u"reason"_s, u"TEXT"_s, u"why; required"_s);
    const auto because = valueOption(u"because"_s, u"EQUIPMENT"_s,
                                     u"the name or asset tag of what is shared and stands there already"_s);
    const auto evidence = valueOption(u"evidence"_s, u"TEXT"_s, u"on behalf: the mail or letter that says so"_s);
    const auto until = valueOption(u"until"_s, u"DATE"_s, u"the first day that it no longer holds; required"_s);

    QList<Command> commands{
        {{u"request"_s, u"create"_s},
         u"FILE|-"_s,
         1,
         1,
         u"write a draft: a request file or filled-in form"_s,
         intentionOptions({}),
         create,
         u"request_step"_s},
        {{u"request"_s, u"submit"_s},
         u"FILE|-|REQUEST"_s,
         1,
         1,
         u"ask for a place: a request file or filled-in form, or a draft or what was returned"_s,
         intentionOptions({evidence}),
         submit,
         u"request_submit"_s},
        {{u"request"_s, u"list"_s},
         {},
         0,
         0,
         u"the requests that you may see"_s,
         {valueOption(u"state"_s, u"STATE"_s, u"only these"_s)},
         list,
         u"request_list"_s},
        {{u"request"_s, u"show"_s}, u"REQUEST"_s, 1, 1, u"everything about one request"_s, {}, show, u"request_show"_s},
        {{u"request"_s, u"amend"_s},
         u"REQUEST FILE|-"_s,
         2,
         2,
         u"replace what is asked"_s,
         intentionOptions({}),
         amend,
         u"request_step"_s},
        {{u"request"_s, u"comment"_s},
         u"REQUEST"_s,
         1,
         1,
         u"a remark; with one the security officer of the host closes the security review"_s,
         intentionOptions({valueOption(u"text"_s, u"TEXT"_s, u"the remark; required"_s),
                           valueOption(u"security-review"_s, u"open|passed"_s, u"what it comes to"_s)}),
         remark,
         u"request_comment"_s},
    };
    const QList<Step> steps{
        {"endorse", "endorse", "the home sponsor agrees", {comment, evidence}},
        {"decline", "decline", "the home sponsor does not agree", {reason, evidence}},
        {"return", "return_request", "send back: something is missing", {reason}},
        {"review", "review", "the host takes it up", {comment}},
        {"renew",
         "renew",
         "keep a hold longer",
         {valueOption(u"until"_s, u"DATE"_s, u"it lapses after this day"_s)},
         "request_renew"},
        {"wait-list", "wait_list", "no place now", {reason}},
        {"reject", "reject", "the host does not agree", {reason}},
        {"withdraw", "withdraw", "the requester no longer wants it", {reason, because}},
        {"extend", "extend", "host it longer", {until}, "request_extend"},
        {"deliver", "deliver", "it has arrived in the staging area", {}},
        {"decommission", "decommission", "hosting ends", {}, "request_end"},
        {"remove",
         "remove",
         "it has left",
         {valueOption(u"wipe-reference"_s, u"TEXT"_s, u"certificate of wiping or disposal"_s)},
         "request_end"},
    };
    for (const Step &step : steps) {
        commands << stepCommand(step);
    }
    return commands;
}

} // namespace polder::ctl
