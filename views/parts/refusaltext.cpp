#include "refusaltext.h"

#include "model/core/shortfalljson.h"
#include "model/items/statetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RefusalText)
};

constexpr const char *intentions[] = {
    QT_TRANSLATE_NOOP("polder::RefusalText", "create request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "amend request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "submit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "endorse"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "decline"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "review"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "hold"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "renew"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "release"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "deliver"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "install"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "extend"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "decommission"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "remove"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "retire"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "notify owners"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "wait list"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "return request"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "reject"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "withdraw"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "move"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "promote"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "installation"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "record audit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "amend equipment"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "attach"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "detach"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "note"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "link"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "comment"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "replace"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "confirm override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "withdraw override"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add agreement"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add departments"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add nodes"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add organisation"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add person"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add racks"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "add site"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "appoint"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "block units"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "deputise"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "draw features"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "draw room"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "end service"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "feed node"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "found institution"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "hand over"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "import models"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "record readings"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "set limit"),
    QT_TRANSLATE_NOOP("polder::RefusalText", "set setting"),
};

QString rulesOf(const Error &error) {
    QStringList rules;
    for (const Shortfall &shortfall : violationsOf(error.data)) {
        rules << shortfall.rule;
    }
    rules.sort();
    rules.removeDuplicates();
    return rules.join(u", "_s);
}

} // namespace

QString intentionText(const QString &intention) {
    const QString words = QString(intention).replace(u'_', u' ');
    const auto *known =
        std::ranges::find_if(intentions, [&words](const char *one) { return words == QLatin1String(one); });
    return known == std::end(intentions) ? words : Text::tr(*known);
}

QString laterChangeText(const Error &error) {
    const QJsonObject &data = error.data;
    if (error.sqlstate != u"PL003" || !data.contains(u"what"_s)) {
        return {};
    }
    const QString who = data[u"changed_by"_s].toString();
    const auto when = QDateTime::fromString(data[u"changed_at"_s].toString(), Qt::ISODateWithMs);
    return Text::tr("%1 changed it after that (%2, %3).")
        .arg(who.isEmpty() ? Text::tr("Somebody else") : who, intentionText(data[u"what"_s].toString()),
             QLocale().toString(when.toLocalTime(), QLocale::ShortFormat));
}

QString refusalText(const Error &error) {
    const QJsonObject &data = error.data;
    if (error.sqlstate == u"PL001" && !rulesOf(error).isEmpty()) {
        return Text::tr("refused by %1").arg(rulesOf(error));
    }
    if (error.sqlstate == u"PL002" && data.contains(u"right"_s)) {
        return Text::tr("Not allowed: %1").arg(data[u"right"_s].toString());
    }
    if (error.sqlstate == u"PL003") {
        return Text::tr("It was changed after you looked.");
    }
    if (error.sqlstate == u"PL004" && data.contains(u"field"_s)) {
        return Text::tr("What was given here cannot be used.");
    }
    if (error.sqlstate == u"PL005") {
        return Text::tr("There is no such thing, or you may not see it.");
    }
    if (error.sqlstate == u"PL006" && data.contains(u"intention"_s)) {
        return Text::tr("Not possible in this state: %1 (%2).")
            .arg(intentionText(data[u"intention"_s].toString()), stateText(data[u"state"_s].toString()));
    }
    if (error.sqlstate == u"PL008") {
        return Text::tr("This breaks bookings, so it needs a reason.");
    }
    return error.what;
}

} // namespace polder
