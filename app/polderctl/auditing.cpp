#include "app/polderctl/command.h"
#include "app/polderctl/intending.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"

#include <QJsonArray>

// audit: what a scanner read in front of a rack.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// A tag a line; empty lines are the scanner's.
QJsonArray tagsOf(const QByteArray &lines) {
    QJsonArray tags;
    for (const QByteArray &line : lines.split('\n')) {
        if (const QString tag = QString::fromUtf8(line).trimmed(); !tag.isEmpty()) {
            tags << tag;
        }
    }
    return tags;
}

Result<Answer> audit(Session &session, const QCommandLineParser &options) {
    const QStringList operands = options.positionalArguments();
    const auto on = day(options, u"on"_s);
    if (!on.ok()) {
        return on.error();
    }
    const auto lines = contentOf(operands.last());
    if (!lines.ok()) {
        return lines.error();
    }
    QJsonObject arguments{{u"rack"_s, operands.first()}, {u"tags"_s, tagsOf(*lines)}};
    if (*on) {
        arguments[u"on"_s] = options.value(u"on"_s);
    }
    auto done = intendOnce(session, options, u"record_audit"_s, arguments);
    if (!done.ok()) {
        return done;
    }
    const QJsonObject result = done->json.toObject();
    const auto count = [&result](const QString &what) { return result[what].toArray().size(); };
    QString text = u"%1 found, %2 missing, %3 booked elsewhere, %4 unknown.\n"_s.arg(count(u"found"_s))
                       .arg(count(u"missing"_s))
                       .arg(count(u"elsewhere"_s))
                       .arg(count(u"unknown"_s));
    for (const QJsonValue &one : result[u"elsewhere"_s].toArray()) {
        const QString rack = one[u"rack"_s].toString();
        text += u"  %1: %2\n"_s.arg(one[u"tag"_s].toString(),
                                    rack.isEmpty() ? u"booked in no rack"_s : u"booked in "_s + rack);
    }
    for (const QJsonValue &tag : result[u"unknown"_s].toArray()) {
        text += u"  %1: unknown\n"_s.arg(tag.toString());
    }
    return Answer{result, text};
}

} // namespace

QList<Command> auditCommands() {
    return {{{u"audit"_s},
             u"RACK FILE|-"_s,
             2,
             2,
             u"record which asset tags, one a line, were scanned in a rack; what was not is missing"_s,
             intentionOptions({valueOption(u"on"_s, u"DATE"_s, u"when it was done; today if not given"_s)}),
             audit,
             u"audit"_s}};
}

} // namespace polder::ctl
