#include "itemform.h"

#include "choices.h"

#include "model/core/format.h"
#include "model/exchange/portstext.h"
#include "requestjson.h"
#include "views/parts/numberfield.h"
#include "views/parts/theme.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int coldest = -50; ///< that may be asked for, in °C
constexpr int warmest = 100;
constexpr double milli = 1000;

DecimalField *temperatureField(const QString &name, const QString &spoken) {
    auto *field = new DecimalField;
    field->setObjectName(name);
    field->setAccessibleName(spoken);
    field->setDecimals(1);
    field->setRange(coldest - 1, warmest);
    field->setSuffix(ItemForm::tr(" °C"));
    field->setSpecialValueText(ItemForm::tr("not given"));
    return field;
}

QString portsSample() {
    return u"2 × 25 Gb/s SFP28; 1 Gb/s RJ45 out-of-band"_s; // in both languages
}

/// What is kept free around it, as its model says.
QString clearanceText(const Model &model) {
    const Format format;
    QStringList parts;
    for (const auto &[text, clearance] : {std::pair(ItemForm::tr("front %1"), model.clearanceFront),
                                          std::pair(ItemForm::tr("rear %1"), model.clearanceRear),
                                          std::pair(ItemForm::tr("left %1"), model.clearanceLeft),
                                          std::pair(ItemForm::tr("right %1"), model.clearanceRight)}) {
        if (clearance && clearance->mm > 0) {
            parts << text.arg(format.length(*clearance));
        }
    }
    return parts.isEmpty() ? ItemForm::tr("Its model asks for nothing to be kept free around it.")
                           : ItemForm::tr("Kept free around it, by its model: %1.").arg(parts.join(u", "_s));
}

} // namespace

ItemForm::ItemForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(theme::form())
    , m_model(new QComboBox)
    , m_description(new QLineEdit)
    , m_kind(new QComboBox)
    , m_about(theme::quiet())
    , m_halfWidth(new QCheckBox(tr("half as wide as a rack")))
    , m_nameplate(new WholeField)
    , m_inletMin(temperatureField(u"inletMin"_s, tr("Air that it takes in, at least")))
    , m_inletMax(temperatureField(u"inletMax"_s, tr("Air that it takes in, at most")))
    , m_ports(new QLineEdit)
    , m_portsTrouble(new QLabel)
    , m_shareable(new QCheckBox(tr("others may use it too"))) {
    m_model->setObjectName(u"model"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_model->setAccessibleName(tr("Model of the library"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_description->setObjectName(u"description"_s);
    m_description->setPlaceholderText(tr("in your own words"));
    m_kind->setObjectName(u"kind"_s);
    for (const auto &[text, kind] :
         std::initializer_list<std::pair<QString, QString>>{{tr("on the rails of a rack"), u"rack"_s},
                                                            {tr("beside the rails (0U)"), u"zero_u"_s},
                                                            {tr("in a bay of a chassis"), u"bay"_s},
                                                            {tr("on the floor"), u"floor"_s}}) {
        m_kind->addItem(text, kind);
    }
    m_about->setObjectName(u"kindAbout"_s);
    m_about->setWordWrap(true);
    m_halfWidth->setObjectName(u"halfWidth"_s);
    m_nameplate->setObjectName(u"nameplate"_s);
    m_nameplate->setRange(0, 1'000'000);
    m_nameplate->setSingleStep(100);
    m_nameplate->setSuffix(tr(" W"));
    m_nameplate->setSpecialValueText(tr("not given"));
    m_ports->setObjectName(u"ports"_s);
    m_ports->setPlaceholderText(portsSample());
    m_ports->setToolTip(m_ports->placeholderText());
    m_portsTrouble->setObjectName(u"portsTrouble"_s);
    m_portsTrouble->setWordWrap(true);
    m_shareable->setObjectName(u"shareable"_s);

    setLayout(m_layout);
    m_layout->setContentsMargins({});
    theme::addField(*m_layout, tr("&Model"), m_model);
    theme::addField(*m_layout, tr("What it is"), m_description);
    theme::addField(*m_layout, tr("Stands"), m_kind);
    m_layout->addRow(m_about);
    theme::addField(*m_layout, tr("Half width"), m_halfWidth);
    theme::addField(*m_layout, tr("Name plate"), m_nameplate);
    theme::addField(*m_layout, tr("Air inlet from"), m_inletMin);
    theme::addField(*m_layout, tr("Air inlet to"), m_inletMax);
    theme::addField(*m_layout, tr("Network ports"), m_ports);
    m_layout->addRow(m_portsTrouble);
    theme::addField(*m_layout, tr("Shared"), m_shareable);

    connect(m_model, &QComboBox::activated, this,
            [this] { Q_EMIT modelChosen(ModelId{m_model->currentData().toInt()}); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ItemForm::kindChosen);
    connect(m_nameplate, &QSpinBox::valueChanged, this, &ItemForm::changed);
    for (auto *field : {m_inletMin, m_inletMax}) {
        connect(field, &QDoubleSpinBox::valueChanged, this, &ItemForm::changed);
    }
    for (auto *field : {m_halfWidth, m_shareable}) {
        connect(field, &QCheckBox::toggled, this, &ItemForm::changed);
    }
    connect(m_description, &QLineEdit::textChanged, this, &ItemForm::changed);
    connect(m_ports, &QLineEdit::textChanged, this, &ItemForm::changed);
    connect(m_ports, &QLineEdit::textChanged, this, &ItemForm::showTrouble);
    showKind(nullptr);
    showTrouble();
}

void ItemForm::showSnapshot(const Snapshot &snapshot) {
    if (static_cast<int>(snapshot.models.size()) + 1 == m_model->count()) {
        return;
    }
    QList<std::pair<QString, QVariant>> models{{tr("own figures"), 0}};
    for (const Model &model : snapshot.models) {
        models << std::pair(modelText(model), QVariant(model.id.value));
    }
    refill(m_model, models);
}

void ItemForm::show(const QJsonObject &json, const Snapshot &snapshot) {
    const QSignalBlocker quiet(this);
    const RequestItem item = itemOf(json, snapshot);
    m_model->setCurrentIndex(std::max(0, m_model->findText(json[u"model"_s].toString(), Qt::MatchFixedString)));
    const Model *model = snapshot.models.find(item.model);
    m_description->setText(item.description);
    choose(m_kind, item.kind);
    m_halfWidth->setChecked(item.halfWidth);
    m_nameplate->setValue(item.nameplateWatts.value_or(model ? model->nameplateWatts.value_or(0) : 0));
    const auto degrees = [](std::optional<Temperature> own, std::optional<Temperature> models) {
        const auto known = own ? own : models;
        return known ? known->millidegrees / milli : coldest - 1;
    };
    m_inletMin->setValue(degrees(item.inletMin, model ? model->inletMin : std::nullopt));
    m_inletMax->setValue(degrees(item.inletMax, model ? model->inletMax : std::nullopt));
    const QJsonValue ports = json[u"ports"_s];
    m_ports->setText(ports.isString() ? ports.toString() : portsText(ports.toArray()));
    m_shareable->setChecked(item.shareable);
    showKind(model);
}

void ItemForm::showKind(const Model *model) {
    const QString stands = kind();
    m_layout->setRowVisible(m_halfWidth, stands == u"rack");
    m_about->setText(stands == u"floor"    ? model ? clearanceText(*model)
                                                   : tr("Without a model nothing is kept free around it: clearances, its "
                                                           "crate and what it needs of a room are those of a model.")
                        : stands == u"zero_u" ? tr("A strip or a small box that takes no unit.")
                     : stands == u"bay"    ? tr("Its chassis stands in a rack, or is asked for as an item of its own.")
                                           : QString());
    m_layout->setRowVisible(m_about, !m_about->text().isEmpty());
}

QJsonObject ItemForm::json() const {
    QJsonObject item;
    if (const QString description = m_description->text().trimmed(); !description.isEmpty()) {
        item[u"description"_s] = description;
    }
    if (kind() == u"rack") {
        item[u"half_width"_s] = m_halfWidth->isChecked(); // left out its model would say it
    }
    if (m_nameplate->value() > 0) {
        item[u"nameplate_w"_s] = m_nameplate->value();
    }
    for (const auto &[name, field] :
         {std::pair(u"inlet_min_c"_s, m_inletMin), std::pair(u"inlet_max_c"_s, m_inletMax)}) {
        if (field->value() >= coldest) {
            item[name] = field->value();
        }
    }
    if (const auto ports = portsFrom(m_ports->text()); !ports) {
        item[u"ports"_s] = m_ports->text();
    } else if (!ports->isEmpty()) {
        item[u"ports"_s] = *ports;
    }
    item[u"shareable"_s] = m_shareable->isChecked();
    return item;
}

QString ItemForm::kind() const {
    return m_kind->currentData().toString();
}

QString ItemForm::troubleOf(const QJsonObject &item) {
    return item[u"ports"_s].isString() ? tr("Network ports are written like this: %1").arg(portsSample()) : QString();
}

void ItemForm::showTrouble() {
    m_portsTrouble->setText(troubleOf(json()));
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Trouble, palette));
    m_portsTrouble->setPalette(palette);
    m_layout->setRowVisible(m_portsTrouble, !m_portsTrouble->text().isEmpty());
}

} // namespace polder
