#include "equipmentpage.h"

#include "model/core/format.h"
#include "views/parts/facts.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

namespace polder {

using namespace Qt::StringLiterals;

EquipmentPage::EquipmentPage(Live &live, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_model(new EquipmentModel(this))
    , m_table(new SearchTable(m_model, tr("Equipment")))
    , m_name(theme::heading(tr("Nothing chosen")))
    , m_detail(new QLabel)
    , m_openRack(new QPushButton(tr("Show in the &rack")))
    , m_openRequest(new QPushButton(tr("Open the re&quest"))) {
    m_table->setEmptyText(tr("There is no equipment that you may see by name."));
    m_name->setWordWrap(true);
    m_name->setObjectName(u"name"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setAlignment(Qt::AlignTop);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(m_name);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What is known of it"));
    column->addWidget(scroll, 1);
    column->addWidget(m_openRack);
    column->addWidget(m_openRequest);
    column->addStrut(300); // and wider where a button asks for it

    auto *splitter = new QSplitter;
    splitter->addWidget(m_table);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({760, 320});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Equipment")));
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);

    connect(m_table, &SearchTable::chosenChanged, this, &EquipmentPage::showDetail);
    const auto openRack = [this, &navigator] {
        const int row = m_model->rowOf(m_table->chosen());
        if (row >= 0 && m_model->row(row).rack) {
            navigator.open(m_model->row(row).rack);
        }
    };
    connect(m_table, &SearchTable::opened, this, openRack);
    connect(m_openRack, &QPushButton::clicked, this, openRack);
    connect(m_openRequest, &QPushButton::clicked, this, [this, &navigator] {
        const SnapshotPtr snapshot = m_live.snapshot();
        const Equipment *equipment = snapshot->equipment.find(EquipmentId{static_cast<int>(m_table->chosen())});
        const RequestItem *item = equipment ? snapshot->requestItems.find(equipment->requestItem) : nullptr;
        if (item) {
            navigator.open(item->request);
        }
    });
    connect(&live, &Live::snapshotChanged, this, &EquipmentPage::showSnapshot);
    showSnapshot();
}

void EquipmentPage::show(EquipmentId equipment) {
    m_table->choose(equipment.value);
}

void EquipmentPage::showSnapshot() {
    m_model->show(*m_live.snapshot());
    showDetail();
}

void EquipmentPage::showDetail() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Equipment *equipment = snapshot->equipment.find(EquipmentId{static_cast<int>(m_table->chosen())});
    const int row = equipment ? m_model->rowOf(equipment->id.value) : -1;
    m_openRack->setEnabled(row >= 0 && m_model->row(row).rack);
    m_openRequest->setEnabled(equipment && snapshot->requestItems.find(equipment->requestItem));
    if (row < 0) {
        m_name->setText(tr("Nothing chosen"));
        m_detail->setText(tr("Choose a row to read more about it."));
        return;
    }
    const Format format;
    const EquipmentRow &shown = m_model->row(row);
    const Person *sponsor = snapshot->people.find(equipment->sponsor);
    const auto watts = [&](std::optional<int> number) { return number ? format.power(fromWatts(*number)) : QString(); };
    QString measured = watts(equipment->measuredWatts);
    if (!measured.isEmpty() && equipment->measuredOn) {
        measured = tr("%1 on %2").arg(measured, format.day(*equipment->measuredOn));
    }
    m_name->setText(shown.name);
    m_detail->setText(factsText({
        {tr("Model"), shown.model},
        {tr("Owner"), shown.owner},
        {tr("Sponsor"), sponsor ? sponsor->name : QString()},
        {tr("Project"), equipment->project},
        {tr("Place"), shown.place},
        {tr("Hosted"), shown.state.isEmpty() ? tr("not placed") : format.period(shown.during)},
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
    }));
}

} // namespace polder
