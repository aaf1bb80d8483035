#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "app/polderctl/written.h"
#include "model/store/intention.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QMimeDatabase>

// attach, note, link, detach, attached, fetch: papers on any object.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

const QStringList subjects{u"equipment"_s, u"rack"_s, u"room"_s, u"site"_s, u"node"_s, u"request"_s};

/// KIND and NAME: the first two operands. A number is an id.
Result<QJsonObject> subjectOf(const QStringList &operands) {
    if (!subjects.contains(operands[0])) {
        return invalid(u"KIND"_s, operands[0], u"one of "_s + subjects.join(u", "_s));
    }
    bool isNumber = false;
    const int id = operands[1].toInt(&isNumber);
    return QJsonObject{{u"subject"_s, operands[0]}, {u"of"_s, isNumber ? QJsonValue(id) : QJsonValue(operands[1])}};
}

Result<QJsonObject> read(Session &session, const QString &name, const QJsonObject &arguments) {
    const auto database = session.database();
    if (!database.ok()) {
        return database.error();
    }
    return callIntention(**database, {.name = name, .arguments = arguments, .generation = {}, .reads = true});
}

Result<Answer> intend(Session &session, const QCommandLineParser &options, const QString &name,
                      const QStringList &texts) {
    auto arguments = subjectOf(options.positionalArguments());
    if (!arguments.ok()) {
        return arguments.error();
    }
    for (const QString &text : texts) {
        if (options.isSet(text)) {
            arguments->insert(text, options.value(text));
        }
    }
    return intendOnce(session, options, name, *arguments);
}

Result<Answer> attach(Session &session, const QCommandLineParser &options) {
    const QStringList operands = options.positionalArguments();
    auto arguments = subjectOf(operands);
    if (!arguments.ok()) {
        return arguments.error();
    }
    const auto bytes = contentOf(operands[2]);
    if (!bytes.ok()) {
        return bytes.error();
    }
    const QString name = QFileInfo(operands[2]).fileName();
    arguments->insert(u"name"_s, name);
    arguments->insert(u"media_type"_s, QMimeDatabase().mimeTypeForFileNameAndData(name, *bytes).name());
    arguments->insert(u"content"_s, QString::fromLatin1(bytes->toBase64()));
    return intendOnce(session, options, u"attach"_s, *arguments);
}

Result<Answer> note(Session &session, const QCommandLineParser &options) {
    return intend(session, options, u"note"_s, {u"text"_s});
}

Result<Answer> link(Session &session, const QCommandLineParser &options) {
    return intend(session, options, u"link"_s, {u"system"_s, u"reference"_s, u"url"_s});
}

/// The number of a paper; more than any id can be is none.
Result<int> number(const QString &operand, const QString &text) {
    bool isNumber = false;
    const int id = text.toInt(&isNumber);
    return isNumber && id > 0 ? Result<int>(id)
                              : Result<int>(invalid(operand, text, u"a number from 1 to 2147483647"_s));
}

Result<Answer> detach(Session &session, const QCommandLineParser &options) {
    const QStringList operands = options.positionalArguments();
    if (!QStringList{u"document"_s, u"note"_s, u"link"_s}.contains(operands[0])) {
        return invalid(u"WHAT"_s, operands[0], u"one of document, note, link"_s);
    }
    const auto id = number(u"NUMBER"_s, operands[1]);
    return id.ok() ? intendOnce(session, options, u"detach"_s, {{operands[0], *id}}) : Result<Answer>(id.error());
}

Result<Answer> attached(Session &session, const QCommandLineParser &options) {
    const auto arguments = subjectOf(options.positionalArguments());
    if (!arguments.ok()) {
        return arguments.error();
    }
    const auto papers = read(session, u"papers"_s, *arguments);
    if (!papers.ok()) {
        return papers.error();
    }
    QList<QStringList> rows;
    const auto add = [&rows](const QJsonValue &one, const QString &kind, const QString &text) {
        rows << QStringList{kind, QString::number(one[u"id"_s].toInt()), one[u"at"_s].toString().left(10),
                            one[u"by"_s].toString(), text};
    };
    for (const QJsonValue &one : (*papers)[u"documents"_s].toArray()) {
        add(one, u"document"_s, u"%1 (%2 bytes)"_s.arg(one[u"name"_s].toString()).arg(one[u"size"_s].toInteger()));
    }
    for (const QJsonValue &one : (*papers)[u"notes"_s].toArray()) {
        add(one, u"note"_s, one[u"text"_s].toString());
    }
    for (const QJsonValue &one : (*papers)[u"links"_s].toArray()) {
        add(one, u"link"_s,
            u"%1 %2 %3"_s.arg(one[u"system"_s].toString(), one[u"reference"_s].toString(), one[u"url"_s].toString())
                .trimmed());
    }
    return Answer{*papers, rows.isEmpty() ? u"Nothing.\n"_s : table({}, rows)};
}

Result<Answer> fetch(Session &session, const QCommandLineParser &options) {
    const auto id = number(u"DOCUMENT"_s, options.positionalArguments().first());
    if (!id.ok()) {
        return id.error();
    }
    if (options.value(u"output"_s).isEmpty()) {
        return invalid(u"--output"_s, {}, u"the file to write"_s);
    }
    const auto document = read(session, u"document"_s, {{u"document"_s, *id}});
    if (!document.ok()) {
        return document.error();
    }
    const QByteArray bytes = QByteArray::fromBase64((*document)[u"content"_s].toString().toLatin1());
    if (const Status written = writeFile(options.value(u"output"_s), bytes); !written) {
        return written.error();
    }
    QJsonObject json = *document;
    json.remove(u"content"_s);
    json[u"file"_s] = options.value(u"output"_s);
    return Answer{json, u"%1: %2 bytes.\n"_s.arg(options.value(u"output"_s)).arg(bytes.size())};
}

} // namespace

QList<Command> attachCommands() {
    const QString kinds = u"; KIND is one of "_s + subjects.join(u", "_s);
    return {
        {{u"attach"_s},
         u"KIND NAME FILE"_s,
         3,
         3,
         u"a document on an object of the record"_s + kinds,
         intentionOptions({}),
         attach,
         u"attach"_s},
        {{u"note"_s},
         u"KIND NAME"_s,
         2,
         2,
         u"a remark on an object"_s,
         intentionOptions({valueOption(u"text"_s, u"TEXT"_s, u"what there is to say; required"_s)}),
         note,
         u"note"_s},
        {{u"link"_s},
         u"KIND NAME"_s,
         2,
         2,
         u"what another system calls it"_s,
         intentionOptions({valueOption(u"system"_s, u"NAME"_s, u"netbox, topdesk ...; required"_s),
                           valueOption(u"reference"_s, u"TEXT"_s, u"what it is called there; required"_s),
                           valueOption(u"url"_s, u"URL"_s, u"where it is shown"_s)}),
         link,
         u"link"_s},
        {{u"attached"_s},
         u"KIND NAME"_s,
         2,
         2,
         u"documents, notes and links of an object"_s,
         {},
         attached,
         u"attached"_s},
        {{u"fetch"_s},
         u"DOCUMENT"_s,
         1,
         1,
         u"writes a document to a file"_s,
         {valueOption(u"output"_s, u"FILE"_s, u"where to; required"_s)},
         fetch,
         u"fetch"_s},
        {{u"detach"_s},
         u"document|note|link NUMBER"_s,
         2,
         2,
         u"takes a paper away; what it was stays in the history, its content does not"_s,
         intentionOptions({}),
         detach,
         u"detach"_s},
    };
}

} // namespace polder::ctl
