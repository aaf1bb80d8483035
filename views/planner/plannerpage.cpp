#include "plannerpage.h"

#include "changeform.h"
#include "model/core/format.h"
#include "model/items/plannermodel.h"
#include "model/live/live.h"
#include "plannerrows.h"
#include "scenariopanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>

namespace polder {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PlannerPage::PlannerPage(Live &live, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_form(new ChangeForm)
    , m_toFirst(new QPushButton(tr("Add to the firs&t")))
    , m_toSecond(new QPushButton(tr("Add to the secon&d")))
    , m_panels{new ScenarioPanel(live, navigator, tr("First")), new ScenarioPanel(live, navigator, tr("Second"))}
    , m_run(new PlanRun(this))
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_again(new QPushButton(tr("Reckon again")))
    , m_on(theme::quiet())
    , m_outlook(new OutlookModel(this))
    , m_outlookList(new SearchTable(m_outlook, tr("What is left"), SearchTable::Search::None)) {
    m_form->setObjectName(u"change"_s);
    m_toFirst->setObjectName(u"toFirst"_s);
    m_toSecond->setObjectName(u"toSecond"_s);
    m_panels[0]->setObjectName(u"first"_s);
    m_panels[1]->setObjectName(u"second"_s);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(200);
    m_progress->setAccessibleName(tr("How far the reckoning is"));
    m_stop->setObjectName(u"stop"_s);
    m_again->setObjectName(u"again"_s);
    m_on->setObjectName(u"on"_s);
    m_outlookList->setObjectName(u"outlook"_s);

    auto *head = new QHBoxLayout;
    head->addWidget(theme::title(tr("Planner")));
    head->addStretch();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_again)}) {
        head->addWidget(widget);
        widget->hide();
    }
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_toFirst);
    buttons->addWidget(m_toSecond);
    buttons->addStretch();
    auto *change = new QHBoxLayout;
    change->addWidget(m_form, 1);
    change->addLayout(buttons);
    auto *sides = new QSplitter;
    for (auto *panel : m_panels) {
        sides->addWidget(panel);
    }
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(theme::margin);
    sides->setSizes({500, 500});
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins({});
    column->addWidget(m_on);
    column->addWidget(m_outlookList, 1);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(sides);
    parts->addWidget(below);
    parts->setChildrenCollapsible(false);
    parts->setSizes({470, 200});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addLayout(head);
    layout->addLayout(change);
    layout->addWidget(parts, 1);
    setFocusStart(m_form);

    m_patience.setSingleShot(true);
    m_patience.setInterval(700ms); // before it is said that something takes time
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_stop->show();
    });
    const auto completed = [this] {
        m_toFirst->setEnabled(m_form->complete());
        m_toSecond->setEnabled(m_form->complete());
    };
    connect(m_form, &ChangeForm::changed, this, completed);
    connect(m_toFirst, &QPushButton::clicked, this, [this] { add(0, m_form->draft()); });
    connect(m_toSecond, &QPushButton::clicked, this, [this] { add(1, m_form->draft()); });
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        connect(m_panels[i], &ScenarioPanel::changed, this, &PlannerPage::reckon);
        connect(m_panels[i], &ScenarioPanel::copyWanted, this, [this, i] {
            ScenarioDraft draft = m_panels[1 - i]->draft();
            draft.name.reset();
            m_panels[i]->setDraft(draft);
        });
    }
    connect(m_run, &PlanRun::progressed, m_progress, &QProgressBar::setValue);
    connect(m_run, &PlanRun::finished, this, &PlannerPage::showOutlook);
    connect(m_run, &PlanRun::stopped, this, &PlannerPage::showStopped);
    connect(m_stop, &QPushButton::clicked, m_run, &PlanRun::stop);
    connect(m_again, &QPushButton::clicked, this, &PlannerPage::reckon);
    connect(&live, &Live::snapshotChanged, this, &PlannerPage::outdate);
    completed();
}

void PlannerPage::fill() {
    m_form->setSnapshot(m_live.snapshot());
    reckon();
}

void PlannerPage::add(std::size_t scenario, const ScenarioChangeDraft &change) {
    m_panels[scenario]->add(change);
}

void PlannerPage::reckon() {
    m_again->hide();
    if (m_live.snapshot()->generation == 0) {
        return; // nothing is there yet
    }
    const PlanRun::Drafts drafts{m_panels[0]->draft(), m_panels[1]->draft()};
    if (drafts[0].changes.empty() && drafts[1].changes.empty()) {
        m_run->stop();
        m_again->hide();
        m_on->setText(
            tr("Add what you want to try to one of the two scenarios, or open a file. The record stays as it is "
               "until you promote one."));
        m_outlook->replaceRows({});
        return;
    }
    m_progress->setValue(0);
    if (!m_progress->isVisible()) {
        m_patience.start();
    }
    m_run->start(m_live.snapshot(), drafts);
}

void PlannerPage::showOutlook(const OutlookPtr &outlook) {
    m_patience.stop();
    m_progress->hide();
    m_stop->hide();
    if (!outlook) {
        return;
    }
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_panels[i]->show(outlook, i);
    }
    m_on->setText(tr("What is left on %1").arg(Format().day(outlook->on)));
    m_outlook->replaceRows(outlookRows(*outlook));
}

void PlannerPage::showStopped() {
    m_patience.stop();
    m_progress->hide();
    m_stop->hide();
    m_again->show();
    m_on->setText(tr("Stopped before the end."));
}

} // namespace polder
