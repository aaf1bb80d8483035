#include "bulkbar.h"

#include "views/parts/flowlayout.h"
#include "views/parts/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace polder {

using namespace Qt::StringLiterals;

BulkBar::BulkBar(EquipmentEdits &edits, std::function<std::vector<EquipmentId>()> chosen, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_chosen(std::move(chosen))
    , m_words(new QLabel)
    , m_field(new QComboBox)
    , m_value(new QLineEdit)
    , m_preview(new QPushButton(tr("Pre&view"))) {
    setObjectName(u"bulk"_s);
    m_field->setObjectName(u"bulkField"_s);
    m_value->setObjectName(u"bulkValue"_s);
    m_preview->setObjectName(u"bulkPreview"_s);
    for (const EquipmentField &field : equipmentFields::all()) {
        const QString name = field.argument();
        if (name != u"serial" && name != u"asset_tag") { // no two have the same
            m_field->addItem(equipmentFields::title(field), name);
        }
    }
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_value->setMinimumWidth(160);
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_words);
    layout->addWidget(theme::labelled(tr("&Field"), m_field, tr("Field that is set")));
    layout->addWidget(theme::labelled(tr("&to"), m_value, tr("What it is set to")));
    layout->addWidget(m_preview);
    connect(m_preview, &QPushButton::clicked, this, &BulkBar::preview);
    connect(m_value, &QLineEdit::returnPressed, this, &BulkBar::preview);
    showChosen();
}

void BulkBar::showChosen() {
    const auto chosen = m_chosen();
    m_words->setText(tr("Rows chosen: %1").arg(chosen.size()));
    m_preview->setEnabled(!chosen.empty());
}

void BulkBar::preview() {
    const EquipmentField *field = equipmentFields::called(m_field->currentData().toString());
    std::vector<EquipmentEdits::Typed> cells;
    for (const EquipmentId equipment : m_chosen()) {
        cells.push_back({equipment, field, m_value->text()});
    }
    m_edits.set(cells);
}

} // namespace polder
