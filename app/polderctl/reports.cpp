#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/store/queries.h"

#include <QJsonArray>
#include <QJsonDocument>

// check and report: what is true of the record as a whole.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Answer> check(Session &session, const QCommandLineParser &options) {
    const auto connection = session.database();
    if (!connection.ok()) {
        return connection.error();
    }
    const auto rows = (*connection)->query(namedQuery(u"check"_s));
    if (!rows.ok()) {
        return rows.error();
    }
    const Format format(QLocale::c());
    QJsonArray violations;
    QString text;
    int uncovered = 0;
    for (int row = 0; row < rows->count(); ++row) {
        QJsonObject one = QJsonDocument::fromJson(rows->text(row, 0).toUtf8()).object();
        const bool covered = rows->text(row, 1) == u"t";
        uncovered += covered ? 0 : 1;
        text += one[u"rule"_s].toString().leftJustified(7) + format.shortfall(shortfallFromJson(one)) +
                (covered ? u" (override or finding recorded)"_s : QString()) + u'\n';
        one[u"covered"_s] = covered;
        violations << one;
    }
    text += u"%1 violations, %2 of them without a recorded override or finding.\n"_s.arg(violations.size())
                .arg(uncovered);
    const bool bad = options.isSet(u"strict"_s) ? !violations.isEmpty() : uncovered > 0;
    return Answer{QJsonObject{{u"violations"_s, violations}, {u"uncovered"_s, uncovered}}, text, bad ? Refused : Done};
}

} // namespace

QList<Command> reportCommands() {
    return {
        {{u"check"_s}, {}, 0, 0, u"recompute every guard from the bare rows"_s,
         {flagOption(u"strict"_s, u"also what an override or a finding covers"_s)}, check},
    };
}

} // namespace polder::ctl
