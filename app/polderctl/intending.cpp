#include "app/polderctl/intending.h"

#include "app/polderctl/values.h"

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
    return doneAnswer(u"done"_s, *result);
}

Answer doneAnswer(const QString &what, const QJsonObject &result) {
    const QString number = result.value(u"number"_s).toString();
    const QString state = result.value(u"state"_s).toString();
    return {result, u"%1%2%3.\n"_s.arg(number.isEmpty() ? QString() : number + u' ', what,
                                       state.isEmpty() ? QString() : u", now "_s + state)};
}

} // namespace polder::ctl
