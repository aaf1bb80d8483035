#include "replacedialog.h"

#include "model/core/format.h"
#include "model/live/live.h"
#include "views/parts/growing.h"
#include "views/parts/intentform.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

const Placement *standsAt(EquipmentId equipment, const Snapshot &snapshot) {
    const auto found = std::ranges::find_if(snapshot.placements, [&](const Placement &one) {
        return one.equipment == equipment && one.state == u"installed" && one.during.contains(snapshot.today);
    });
    return found == snapshot.placements.end() ? nullptr : &*found;
}

ReplaceDialog::ReplaceDialog(Live &live, const Equipment &equipment, const Placement &placement, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_equipment(equipment.id)
    , m_verdict(new QLabel) {
    setObjectName(u"replaceDialog"_s);
    setWindowTitle(tr("Replace %1").arg(equipment.name));
    auto *words =
        new QLabel(tr("The new device stands in the same place and has the same outlets from today; this one ends "
                      "today. What is left as it is, is as it was."));
    words->setWordWrap(true);
    m_verdict->setObjectName(u"replaceCheck"_s);
    m_verdict->setWordWrap(true);

    constexpr int mostWatts = 1'000'000;
    constexpr int mostKilograms = 20'000;
    QList<FormField> fields{fields::text(u"serial"_s, tr("New &serial"), true),
                            fields::text(u"new_asset_tag"_s, tr("New asset &tag"))};
    if (equipment.budgetedWatts) {
        fields << fields::number(u"draw_w"_s, tr("&Budgeted"), 0, mostWatts, *equipment.budgetedWatts, u" W"_s);
    }
    if (equipment.weight) {
        FormField weight = fields::decimal(u"weight_kg"_s, tr("&Weight"), mostKilograms, u" kg"_s);
        weight.value = static_cast<double>(equipment.weight->grams) / 1000;
        fields << weight;
    }
    if (equipment.dataClass == u"hoog") { // it does not leave without
        fields << fields::text(u"wipe_reference"_s, tr("&Certificate of wiping"), true);
    }
    m_form = new IntentForm(live, u"replace"_s, fields, tr("&Replace"));
    m_form->setShape([id = placement.id](QJsonObject values) {
        values[u"placement"_s] = id.value;
        return values;
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_verdict);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &IntentForm::changed, this, &ReplaceDialog::check);
    connect(m_form, &IntentForm::done, this, [this](const QJsonObject &result) {
        if (!result[u"asked"_s].toBool()) {
            Q_EMIT replaced(EquipmentId{result[u"equipment"_s].toInt()});
            accept();
        }
    });
    constexpr int width = 460;
    resize(width, sizeHint().height());
    growWithContents(*this);
    check();
    m_form->field(u"serial"_s)->setFocus();
}

/// What is known here: serials and tags of the same owner.
void ReplaceDialog::check() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Equipment *old = snapshot->equipment.find(m_equipment);
    const QJsonObject values = m_form->values();
    const QString serial = values[u"serial"_s].toString().trimmed();
    const QString tag = values[u"new_asset_tag"_s].toString().trimmed();
    QStringList lines;
    for (const Equipment &one : snapshot->equipment) {
        if (old && one.owner == old->owner) {
            if (!serial.isEmpty() && one.serial == serial) {
                lines << tr("Serial: %1 has this one already.").arg(one.name);
            }
            if (!tag.isEmpty() && one.assetTag == tag) {
                lines << tr("Asset tag: %1 has this one already.").arg(one.name);
            }
        }
    }
    const bool wrong = !lines.isEmpty();
    if (serial.isEmpty()) {
        lines << tr("The serial of the new device is still missing.");
    } else if (!wrong) {
        lines << tr("✓ Nobody else has this serial.");
    }
    m_verdict->setText(lines.join(u'\n'));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::colour(wrong              ? theme::Meaning::Trouble
                                                         : serial.isEmpty() ? theme::Meaning::Quiet
                                                                            : theme::Meaning::Fine,
                                                         colours));
    m_verdict->setPalette(colours);
}

} // namespace polder
