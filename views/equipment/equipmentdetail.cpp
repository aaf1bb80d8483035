#include "equipmentdetail.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/items/equipmentmodel.h"
#include "model/live/live.h"
#include "replacedialog.h"
#include "views/paper/labels.h"
#include "views/paper/printing.h"
#include "views/parts/facts.h"
#include "views/parts/flowlayout.h"
#include "views/parts/navigator.h"
#include "views/parts/paperspanel.h"
#include "views/parts/savepaper.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

EquipmentDetail::EquipmentDetail(Live &live, Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_name(theme::heading(tr("Nothing chosen")))
    , m_detail(new QLabel)
    , m_openRack(new QPushButton(tr("Show in the &rack")))
    , m_openRequest(new QPushButton(tr("Open the re&quest")))
    , m_replace(new QPushButton(tr("Replac&e …")))
    , m_history(new QPushButton(tr("Its histor&y")))
    , m_label(new QPushButton(tr("La&bel …")))
    , m_printLabel(new QPushButton(tr("Print label …")))
    , m_papers(new PapersPanel(live)) {
    setAcceptDrops(true);
    setObjectName(u"equipmentDetail"_s);
    m_name->setWordWrap(true);
    m_name->setObjectName(u"name"_s);
    m_detail->setObjectName(u"facts"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setAlignment(Qt::AlignTop);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_openRack->setObjectName(u"openRack"_s);
    m_openRequest->setObjectName(u"openRequest"_s);
    m_replace->setObjectName(u"replace"_s);
    m_history->setObjectName(u"history"_s);
    m_label->setObjectName(u"label"_s);
    m_printLabel->setObjectName(u"printLabel"_s);

    auto *buttons = new FlowLayout;
    buttons->setSpacing(theme::gap);
    for (QPushButton *button : {m_openRack, m_openRequest, m_replace, m_history, m_label, m_printLabel}) {
        buttons->addWidget(button);
    }
    auto *all = new QWidget;
    auto *facts = new QVBoxLayout(all);
    facts->setContentsMargins({});
    facts->setSpacing(theme::gap);
    facts->addWidget(m_name);
    facts->addLayout(buttons);
    facts->addWidget(m_detail);
    facts->addWidget(m_papers, 1);
    auto *scroll = new QScrollArea; // as high as large letters want it
    scroll->setWidget(all);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    constexpr int leastWidth = 280;
    for (QWidget *part : all->findChildren<QWidget *>()) {
        part->ensurePolished(); // the widest button says how wide all is
    }
    scroll->setMinimumWidth(std::max(leastWidth, all->minimumSizeHint().width()) +
                            scroll->verticalScrollBar()->sizeHint().width());
    scroll->setAccessibleName(tr("What is known of it"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(scroll);
    column->addStrut(320); // and wider where a button asks for it

    connect(m_openRack, &QPushButton::clicked, this, &EquipmentDetail::openRack);
    connect(m_openRequest, &QPushButton::clicked, this, &EquipmentDetail::openRequest);
    connect(m_replace, &QPushButton::clicked, this, &EquipmentDetail::replace);
    connect(m_history, &QPushButton::clicked, this, [this] { m_navigator.openHistory(m_equipment); });
    connect(m_label, &QPushButton::clicked, this, [this] { giveLabel(savePaper); });
    connect(m_printLabel, &QPushButton::clicked, this, [this] { giveLabel(printPaper); });
    connect(m_papers, &PapersPanel::read, this, [this](const QJsonObject &answer) {
        m_more = answer[u"id"_s].toInt() == m_equipment.value ? answer[u"values"_s].toObject() : QJsonObject();
        showFacts();
    });
}

void EquipmentDetail::show(const EquipmentRow *row) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Equipment *equipment = row ? snapshot->equipment.find(row->id) : nullptr;
    const EquipmentId shown = equipment ? equipment->id : EquipmentId{};
    if (shown != m_equipment) {
        m_more = {};
    }
    m_equipment = shown;
    m_rack = equipment ? row->rack : RackId{};
    m_openRack->setEnabled(static_cast<bool>(m_rack));
    m_openRequest->setEnabled(equipment && snapshot->requestItems.find(equipment->requestItem));
    m_replace->setEnabled(equipment && standsAt(equipment->id, *snapshot));
    m_history->setEnabled(equipment);
    m_label->setEnabled(equipment && !equipment->assetTag.isEmpty());
    m_printLabel->setEnabled(m_label->isEnabled());
    m_label->setToolTip(m_label->isEnabled() ? QString() : tr("A label has the asset tag on it."));
    m_papers->setVisible(equipment);
    m_papers->show(u"equipment"_s, m_equipment.value);
    if (!equipment) {
        m_facts.clear();
        m_name->setText(tr("Nothing chosen"));
        m_detail->setText(tr("Choose a row to read more about it."));
        return;
    }
    const Format format;
    const auto watts = [&](std::optional<int> number) { return number ? format.power(fromWatts(*number)) : QString(); };
    QString measured = watts(equipment->measuredWatts);
    if (!measured.isEmpty() && equipment->measuredOn) {
        measured = tr("%1 on %2").arg(measured, format.day(*equipment->measuredOn));
    }
    m_name->setText(row->name);
    const Placement *stands = standsAt(equipment->id, *snapshot);
    m_facts = {
        {tr("Model"), row->model},
        {tr("Owner"), row->owner},
        {tr("Sponsor"), row->sponsor},
        {tr("Project"), equipment->project},
        {tr("Place"), stands ? placeText(*snapshot, *stands) : row->place},
        {tr("Plugged into"), stands ? outletsText(*snapshot, stands->outlets) : QString()},
        {tr("Hosted"), row->state.isEmpty() ? tr("not placed") : format.period(row->during)},
        {tr("Serial"), equipment->serial},
        {tr("Asset tag"), equipment->assetTag},
        {tr("Height"), format.height(equipment->height)},
        {tr("Weight"), equipment->weight ? format.mass(*equipment->weight) : tr("unknown, estimated")},
        {tr("Nameplate"), watts(equipment->nameplateWatts)},
        {tr("Budgeted"), equipment->budgetedWatts ? watts(equipment->budgetedWatts) : tr("unknown, estimated")},
        {tr("Measured"), measured},
        {tr("Cords"), format.count(equipment->cords)},
        {tr("Data class"), Format::dataClass(equipment->dataClass)},
        {tr("Warranty until"), equipment->warrantyUntil ? format.day(*equipment->warrantyUntil) : QString()},
    };
    showFacts();
}

/// Also what was read of it since.
void EquipmentDetail::showFacts() {
    if (!m_equipment) {
        return;
    }
    QList<std::pair<QString, QString>> facts = m_facts;
    const auto day = [this](const QString &name) {
        const QDate date = QDate::fromString(m_more[name].toString(), Qt::ISODate);
        return date.isValid() ? Format().day(Day::fromDate(date)) : QString();
    };
    facts << std::pair(tr("Cost centre"), m_more[u"cost_centre"_s].toString())
          << std::pair(tr("Security contact"), m_more[u"security_contact"_s].toString())
          << std::pair(tr("Power figures from"), m_more[u"power_source"_s].toString())
          << std::pair(tr("Last seen"), day(u"last_seen"_s));
    m_detail->setText(factsText(facts));
}

void EquipmentDetail::openRack() {
    if (m_rack) {
        m_navigator.open(m_rack);
    }
}

void EquipmentDetail::openRequest() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Equipment *equipment = snapshot->equipment.find(m_equipment);
    if (const RequestItem *item = equipment ? snapshot->requestItems.find(equipment->requestItem) : nullptr) {
        m_navigator.open(item->request);
    }
}

void EquipmentDetail::giveLabel(GivePaper give) {
    const auto labels = labelsOf(*m_live.snapshot(), {m_equipment});
    if (labels.empty()) {
        return;
    }
    give(
        this, labels.front().tag, [labels] { return labelSheets(labels); },
        [this](const QString &trouble) { m_detail->setText(trouble.toHtmlEscaped()); });
}

void EquipmentDetail::replace() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Equipment *equipment = snapshot->equipment.find(m_equipment);
    const Placement *placement = equipment ? standsAt(equipment->id, *snapshot) : nullptr;
    if (placement) {
        auto *dialog = new ReplaceDialog(m_live, *equipment, *placement, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ReplaceDialog::replaced, this, &EquipmentDetail::replaced);
        dialog->open();
    }
}

void EquipmentDetail::dragEnterEvent(QDragEnterEvent *event) {
    if (m_equipment && PapersPanel::hasFiles(event->mimeData())) {
        event->acceptProposedAction();
    }
}

void EquipmentDetail::dropEvent(QDropEvent *event) {
    if (m_equipment && PapersPanel::hasFiles(event->mimeData())) {
        event->acceptProposedAction();
        m_papers->attach(event->mimeData());
    }
}

} // namespace polder
