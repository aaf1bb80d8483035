#include "app/polderctl/intending.h"

#include "app/polderctl/output.h"
#include "app/polderctl/values.h"

#include <QJsonArray>

#include <limits>

namespace polder::ctl {

using namespace Qt::StringLiterals;

QCommandLineOption keyOption() {
    return valueOption(u"key"_s, u"UUID"_s, u"made by the caller: a repeat with it does nothing twice"_s);
}

QList<QCommandLineOption> intentionOptions(QList<QCommandLineOption> own) {
    return own << keyOption()
               << valueOption(u"generation"_s, u"N"_s, u"what the caller saw; refused if it changed since"_s);
}

Result<Answer> intendOnce(Session &session, const QCommandLineParser &options, const QString &name,
                          const QJsonObject &arguments) {
    const auto key = clientKey(options);
    if (!key.ok()) {
        return key.error();
    }
    const auto generation = wholeNumber(options, u"generation"_s, 0, std::numeric_limits<qint64>::max());
    if (!generation.ok()) {
        return generation.error();
    }
    const auto result = session.intend(name, arguments, *key, *generation);
    if (!result.ok()) {
        return result.error();
    }
    return doneAnswer(*result);
}

Answer doneAnswer(const QJsonObject &result) {
    const QString number = result.value(u"number"_s).toString();
    const QString state = result.value(u"state"_s).toString();
    QString text = u"Done.\n"_s;
    if (result.value(u"asked"_s).toBool()) {
        text = u"The host was asked; nothing has changed yet.\n"_s;
    } else if (!state.isEmpty()) {
        text = u"%1 is now %2.\n"_s.arg(number.isEmpty() ? u"Done; its request"_s : number, state);
    }
    return {result, text + warningsText(result.value(u"warnings"_s).toArray())};
}

} // namespace polder::ctl
