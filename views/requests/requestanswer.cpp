#include "requestanswer.h"

#include "views/parts/quotatext.h"

#include <QCoreApplication>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::RequestAnswer)
};

} // namespace

QString elsewhereText(const QString &kind) {
    return kind == u"floor"    ? Text::tr("Stands on the floor: its place is looked for on the floor plan.")
           : kind == u"zero_u" ? Text::tr("Hangs beside the rails: a free 0U place is looked for in a rack.")
           : kind == u"bay"    ? Text::tr("Goes into a chassis: a free bay is looked for.")
                               : QString();
}

QString quotaLines(const Estate &estate, SiteId wish, OrganisationId owner, const std::vector<RequestItem> &items,
                   Period during) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<SiteId> sites;
    for (const Site &site : snapshot.sites) {
        if (!wish || site.id == wish) {
            sites.push_back(site.id);
        }
    }
    std::vector<AskedItem> asked;
    for (const RequestItem &item : items) {
        asked.push_back(askedItem(item, item.count, snapshot));
    }
    QStringList lines;
    for (const QuotaEffect &effect : quotaEffects(estate, sites, owner, asked, during)) {
        lines << Text::tr("Quota %1").arg(quotaText(effect, snapshot));
    }
    return lines.join(u'\n');
}

} // namespace polder
