#include "quotatext.h"

#include "model/core/format.h"

#include <QCoreApplication>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::QuotaText)
};

QString lineText(const LineEffect &line) {
    const Format format;
    const auto amount = [&](std::int64_t number) { return format.amount(number, line.base, 1); };
    QString text = line.asked > 0 ? Text::tr("%1 + %2").arg(amount(line.used), amount(line.asked)) : amount(line.used);
    if (line.quota) {
        text = Text::tr("%1 of %2").arg(text, amount(*line.quota));
    }
    return line.over() ? Text::tr("%1: more than was agreed (G4)").arg(text) : text;
}

} // namespace

QString quotaText(const QuotaEffect &effect, const Snapshot &snapshot) {
    const Site *site = snapshot.sites.find(effect.site);
    QStringList lines;
    for (const LineEffect &line : effect.lines) {
        lines << lineText(line);
    }
    if (!effect.agreed) {
        lines = {Text::tr("no hosting agreement is in force for the whole period (G4)")};
    } else if (lines.isEmpty()) {
        lines = {Text::tr("agreed without a quota")};
    }
    return Text::tr("%1: %2").arg(site ? site->code : QString(), lines.join(u" · "_s));
}

} // namespace polder
