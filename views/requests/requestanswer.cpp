#include "requestanswer.h"

#include "sharedthere.h"

#include "views/parts/quotatext.h"
#include "views/parts/theme.h"
#include "views/space/searchsummary.h"

#include <QBoxLayout>
#include <QLabel>

namespace polder {

using namespace Qt::StringLiterals;

RequestAnswer::RequestAnswer(Live &live, EstateWatch &estates, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_estates(estates)
    , m_fit(theme::heading({}))
    , m_quota(new QLabel)
    , m_shared(new SharedThere(live))
    , m_notChecked(theme::quiet()) {
    m_fit->setObjectName(u"fit"_s);
    m_fit->setWordWrap(true);
    m_quota->setObjectName(u"quota"_s);
    m_quota->setWordWrap(true);
    m_notChecked->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_fit);
    layout->addWidget(m_quota);
    layout->addWidget(m_shared);
    layout->addWidget(m_notChecked);
    connect(&estates, &EstateWatch::estateChanged, this, &RequestAnswer::showQuota);
}

void RequestAnswer::ask(std::vector<RequestItem> items, QStringList labels, int current, const Asked &asked) {
    m_items = std::move(items);
    m_labels = std::move(labels);
    m_current = current;
    m_asked = asked;
    while (m_searches.size() < m_items.size()) {
        m_searches.push_back(std::make_unique<PlaceSearch>(m_estates));
        connect(m_searches.back().get(), &PlaceSearch::answered, this, &RequestAnswer::showAnswer);
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    for (std::size_t i = 0; i < m_searches.size(); ++i) {
        if (i >= m_items.size() || asked.during.empty()) {
            m_searches[i]->forget();
            continue;
        }
        Wanted wanted;
        wanted.item = withEstimates(envelopeOf(m_items[i], *snapshot), snapshot->policy);
        wanted.count = m_items[i].count;
        wanted.during = asked.during;
        wanted.site = asked.site;
        wanted.owner = asked.owner;
        wanted.redundant = asked.redundant;
        wanted.together = asked.together;
        wanted.apart = asked.apart;
        m_searches[i]->ask(m_items[i], wanted, *snapshot);
    }
    showAnswer();
}

/// Each item for itself: that they all fit together is found out when they are held, one after the other.
void RequestAnswer::showAnswer() {
    m_shared->show(m_items);
    QStringList lines;
    if (m_asked.during.empty()) {
        lines << tr("The last day lies before the first.");
    }
    for (std::size_t i = 0; i < m_items.size() && !m_asked.during.empty(); ++i) {
        const QString line = answerOf(i);
        if (!line.isEmpty()) {
            lines << (m_items.size() > 1 ? tr("%1. %2: %3").arg(i + 1).arg(m_labels.value(static_cast<int>(i)), line)
                                         : line);
        }
    }
    m_fit->setText(lines.join(u'\n'));
    const bool known = m_current >= 0 && m_current < std::ssize(m_items) && m_searches[m_current]->wanted();
    const QString notChecked = known ? notCheckedText(m_searches[m_current]->result()) : QString();
    m_notChecked->setText(notChecked);
    m_notChecked->setVisible(!notChecked.isEmpty());
    showQuota();
}

/// Empty: it is not known yet.
QString RequestAnswer::answerOf(std::size_t item) const {
    const PlaceSearch &search = *m_searches[item];
    if (!search.estate() || !search.wanted()) {
        return {};
    }
    if (const Envelope &what = search.wanted()->item; what.floorStanding && !(what.width && what.depth)) {
        return tr("Stands on the floor: its width and depth say where it can.");
    }
    const Snapshot &snapshot = search.estate()->snapshot();
    QString line = foundText(search.found(), snapshot);
    if (search.wanted()->count > 1) {
        line += u'\n' + foundPlanText(search.found(), search.wanted()->count, snapshot);
    }
    return line;
}

/// What these would take of the quota in each data centre in which they may come.
void RequestAnswer::showQuota() {
    const EstatePtr estate = m_estates.estate();
    QStringList lines;
    if (estate && !m_asked.during.empty()) {
        const Snapshot &snapshot = estate->snapshot();
        std::vector<SiteId> sites;
        for (const Site &site : snapshot.sites) {
            if (!m_asked.site || site.id == m_asked.site) {
                sites.push_back(site.id);
            }
        }
        std::vector<AskedItem> asked;
        for (const RequestItem &item : m_items) {
            asked.push_back(askedItem(item, item.count, snapshot));
        }
        for (const QuotaEffect &effect : quotaEffects(*estate, sites, m_asked.owner, asked, m_asked.during)) {
            lines << tr("Quota %1").arg(quotaText(effect, snapshot));
        }
    }
    m_quota->setText(lines.join(u'\n'));
    m_quota->setVisible(!lines.isEmpty());
}

} // namespace polder
