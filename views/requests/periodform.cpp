#include "periodform.h"

#include "choices.h"

#include "views/parts/dayfield.h"
#include "views/parts/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualYears = 5;

QComboBox *withinBox(const QString &name) {
    auto *box = new QComboBox;
    box->setObjectName(name);
    for (const auto &[text, value] :
         std::initializer_list<std::pair<QString, QString>>{{PeriodForm::tr("no wish"), QString()},
                                                            {PeriodForm::tr("rack"), u"rack"_s},
                                                            {PeriodForm::tr("row"), u"row"_s},
                                                            {PeriodForm::tr("room"), u"room"_s},
                                                            {PeriodForm::tr("data centre"), u"site"_s}}) {
        box->addItem(text, value);
    }
    return box;
}

} // namespace

PeriodForm::PeriodForm(QWidget *parent)
    : QWidget(parent)
    , m_from(new DayField)
    , m_until(new DayField)
    , m_open(new QCheckBox(tr("no &end")))
    , m_site(new QComboBox)
    , m_redundant(new QCheckBox(tr("one side may fail")))
    , m_together(withinBox(u"together"_s))
    , m_apart(withinBox(u"apart"_s)) {
    m_from->setObjectName(u"from"_s);
    m_until->setObjectName(u"until"_s);
    m_open->setObjectName(u"open"_s);
    m_site->setObjectName(u"site"_s);
    auto *form = theme::form();
    setLayout(form);
    theme::addField(*form, tr("First da&y"), m_from);
    theme::addField(*form, tr("Last day"), m_until);
    form->addRow(QString(), m_open);
    theme::addField(*form, tr("Preferred site"), m_site);
    theme::addField(*form, tr("Redundancy"), m_redundant);
    theme::addField(*form, tr("All in one"), m_together);
    theme::addField(*form, tr("No two in one"), m_apart);
    for (auto *date : {m_from, m_until}) {
        connect(date, &QDateEdit::dateChanged, this, &PeriodForm::changed);
    }
    connect(m_open, &QCheckBox::toggled, m_until, &QWidget::setDisabled);
    for (auto *box : {m_open, m_redundant}) {
        connect(box, &QCheckBox::toggled, this, &PeriodForm::changed);
    }
    for (auto *box : {m_site, m_together, m_apart}) {
        connect(box, &QComboBox::currentIndexChanged, this, &PeriodForm::changed);
    }
}

void PeriodForm::showSnapshot(const Snapshot &snapshot, bool isNew) {
    QList<std::pair<QString, QVariant>> sites{{tr("no preference"), 0}};
    for (const Site &site : snapshot.sites) {
        sites << std::pair(tr("%1 – %2").arg(site.code, site.name), QVariant(site.id.value));
    }
    refill(m_site, sites);
    if (isNew && m_from->date() < snapshot.today.toDate()) {
        m_from->setDate(snapshot.today.toDate());
        m_until->setDate(snapshot.today.toDate().addYears(usualYears));
    }
}

void PeriodForm::take(const QJsonObject &request, const Snapshot &snapshot) {
    const QDate today = snapshot.today.toDate();
    const QJsonObject wishes = request[u"wishes"_s].toObject();
    choose(m_site, 0);
    for (const Site &site : snapshot.sites) {
        if (site.code == wishes[u"site"_s].toString()) {
            choose(m_site, site.id.value);
        }
    }
    m_redundant->setChecked(wishes[u"redundant"_s].toBool());
    choose(m_together, wishes[u"together"_s].toString());
    choose(m_apart, wishes[u"apart"_s].toString());
    const bool dated = request.contains(u"from"_s);
    m_from->setDate(dated ? QDate::fromString(request[u"from"_s].toString(), Qt::ISODate) : today);
    m_open->setChecked(dated && !request.contains(u"until"_s));
    m_until->setDate(request.contains(u"until"_s)
                         ? QDate::fromString(request[u"until"_s].toString(), Qt::ISODate).addDays(-1)
                         : m_from->date().addYears(usualYears));
}

void PeriodForm::addTo(QJsonObject &request, const Snapshot &snapshot) const {
    request[u"from"_s] = m_from->date().toString(Qt::ISODate);
    if (!m_open->isChecked()) {
        request[u"until"_s] = m_until->date().addDays(1).toString(Qt::ISODate);
    }
    QJsonObject wishes = request[u"wishes"_s].toObject();
    wishes[u"redundant"_s] = redundant();
    if (const Site *wish = snapshot.sites.find(site())) {
        wishes[u"site"_s] = wish->code;
    }
    for (const auto &[name, within] : {std::pair(u"together"_s, together()), std::pair(u"apart"_s, apart())}) {
        if (!within.isEmpty()) {
            wishes[name] = within;
        }
    }
    request[u"wishes"_s] = wishes;
}

Period PeriodForm::period() const {
    Period period;
    period.from = Day::fromDate(m_from->date());
    if (!m_open->isChecked()) {
        period.until = Day::fromDate(m_until->date()).plus(1);
    }
    return period;
}

SiteId PeriodForm::site() const {
    return {m_site->currentData().toInt()};
}

bool PeriodForm::redundant() const {
    return m_redundant->isChecked();
}

QString PeriodForm::together() const {
    return m_together->currentData().toString();
}

QString PeriodForm::apart() const {
    return m_apart->currentData().toString();
}

} // namespace polder
