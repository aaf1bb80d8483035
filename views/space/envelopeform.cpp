#include "envelopeform.h"

#include "model/core/format.h"
#include "views/parts/numberfield.h"
#include "views/parts/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

template <typename Box>
Box *numberBox(double most, double step, const QString &suffix) {
    auto *box = new Box;
    box->setRange(0, static_cast<decltype(box->maximum())>(most));
    box->setSingleStep(static_cast<decltype(box->singleStep())>(step));
    box->setSuffix(suffix);
    box->setSpecialValueText(EnvelopeForm::tr("not given"));
    return box;
}

/// The first entry, with empty data, is "not given".
QComboBox *choiceBox(const QStringList &choices, QString (*words)(const QString &) = nullptr) {
    auto *box = new QComboBox;
    box->addItem(EnvelopeForm::tr("not given"), QString());
    for (const QString &choice : choices) {
        box->addItem(words ? words(choice) : choice, choice);
    }
    return box;
}

void choose(QComboBox *box, const QString &value) {
    const int known = box->findData(value);
    if (known < 0) {
        box->addItem(value, value);
    }
    box->setCurrentIndex(box->findData(value));
}

} // namespace

EnvelopeForm::EnvelopeForm(QWidget *parent)
    : FocusStart(parent)
    , m_layout(theme::form())
    , m_height(numberBox<DecimalField>(60, 1, tr(" U")))
    , m_count(numberBox<WholeField>(1000, 1, {}))
    , m_draw(numberBox<WholeField>(100000, 100, tr(" W")))
    , m_weight(numberBox<DecimalField>(5000, 1, tr(" kg")))
    , m_width(numberBox<WholeField>(20000, 10, tr(" mm")))
    , m_depth(numberBox<WholeField>(10000, 10, tr(" mm")))
    , m_bodyHeight(numberBox<WholeField>(20000, 10, tr(" mm")))
    , m_cords(numberBox<WholeField>(12, 1, {}))
    , m_phases(new QComboBox)
    , m_plug(choiceBox({u"C14"_s, u"C20"_s, u"IEC 60309 16A 1P"_s, u"IEC 60309 32A 1P"_s, u"IEC 60309 16A 3P"_s,
                        u"IEC 60309 32A 3P"_s}))
    , m_airflow(choiceBox({u"front-to-rear"_s, u"rear-to-front"_s, u"left-to-right"_s, u"right-to-left"_s,
                           u"side-to-rear"_s, u"passive"_s},
                          &Format::airflow)) {
    m_height->setDecimals(1);
    m_height->setMinimum(0.5);
    m_height->setSpecialValueText({});
    m_height->setValue(1);
    m_count->setMinimum(1);
    m_count->setSpecialValueText({});
    m_weight->setDecimals(3);
    m_phases->addItem(tr("1"), u"1"_s);
    m_phases->addItem(tr("3"), u"123"_s);

    QFormLayout *layout = m_layout;
    setLayout(layout);
    theme::addField(*layout, tr("&Height"), m_height);
    theme::addField(*layout, tr("&Number"), m_count);
    theme::addField(*layout, tr("Po&wer, budgeted"), m_draw);
    theme::addField(*layout, tr("We&ight"), m_weight);
    theme::addField(*layout, tr("Width"), m_width);
    theme::addField(*layout, tr("&Depth"), m_depth);
    theme::addField(*layout, tr("Height"), m_bodyHeight);
    theme::addField(*layout, tr("&Cords"), m_cords);
    theme::addField(*layout, tr("Phases"), m_phases);
    theme::addField(*layout, tr("Pl&ug"), m_plug);
    theme::addField(*layout, tr("Airflow"), m_airflow);

    for (auto *box : {m_count, m_draw, m_width, m_depth, m_bodyHeight, m_cords}) {
        connect(box, &QSpinBox::valueChanged, this, &EnvelopeForm::changed);
    }
    for (auto *box : {m_height, m_weight}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &EnvelopeForm::changed);
    }
    for (auto *box : {m_phases, m_plug, m_airflow}) {
        connect(box, &QComboBox::currentIndexChanged, this, &EnvelopeForm::changed);
    }
    setFocusStart(m_height);
    m_height->setObjectName(u"height"_s);
    m_count->setObjectName(u"count"_s);
    m_draw->setObjectName(u"draw"_s);
    m_weight->setObjectName(u"weight"_s);
    m_width->setObjectName(u"width"_s);
    m_depth->setObjectName(u"depth"_s);
    m_bodyHeight->setObjectName(u"bodyHeight"_s);
    m_cords->setObjectName(u"cords"_s);
    m_plug->setObjectName(u"plug"_s);
    setKind(u"rack"_s);
}

Envelope EnvelopeForm::envelope() const {
    Envelope item;
    item.height = fromUnits(m_height->value());
    if (m_draw->value() > 0) {
        item.draw = fromWatts(m_draw->value());
    }
    if (m_weight->value() > 0) {
        item.weight = fromKilograms(m_weight->value());
    }
    if (m_depth->value() > 0) {
        item.depth = Length{m_depth->value()};
    }
    item.floorStanding = m_kind == u"floor";
    if (item.floorStanding && m_width->value() > 0) {
        item.width = item.bodyWidth = Length{m_width->value()};
    }
    if (m_cords->value() > 0) {
        item.cords = m_cords->value();
    }
    item.phases = m_phases->currentData().toString();
    item.plug = m_plug->currentData().toString();
    item.airflow = m_airflow->currentData().toString();
    return item;
}

int EnvelopeForm::count() const {
    return m_count->value();
}

void EnvelopeForm::setEnvelope(const Envelope &envelope, int count) {
    {
        const QSignalBlocker quiet(this);
        m_height->setValue(inUnits(envelope.height));
        m_count->setValue(count);
        m_draw->setValue(envelope.draw ? static_cast<int>(inWatts(*envelope.draw)) : 0);
        m_weight->setValue(envelope.weight ? inKilograms(*envelope.weight) : 0);
        m_width->setValue(envelope.width ? envelope.width->mm : 0);
        m_depth->setValue(envelope.depth ? envelope.depth->mm : 0);
        m_bodyHeight->setValue(envelope.delivered.height ? envelope.delivered.height->mm : 0);
        m_cords->setValue(envelope.cords.value_or(0));
        m_phases->setCurrentIndex(envelope.phases == u"123" ? 1 : 0);
        choose(m_plug, envelope.plug);
        choose(m_airflow, envelope.airflow);
    }
    Q_EMIT changed();
}

void EnvelopeForm::setItem(const RequestItem &item, const Snapshot &snapshot) {
    Envelope envelope = envelopeOf(item, snapshot);
    envelope.draw = item.drawWatts ? std::optional(fromWatts(*item.drawWatts)) : std::nullopt;
    const Model *model = snapshot.models.find(item.model);
    envelope.delivered.height = item.bodyHeight || !model ? item.bodyHeight : model->bodyHeight; // without its crate
    setKind(item.kind);
    setEnvelope(envelope, item.count);
}

void EnvelopeForm::setKind(const QString &kind) {
    if (kind == m_kind) {
        return;
    }
    m_kind = kind;
    for (QWidget *field : std::initializer_list<QWidget *>{m_height, m_airflow, m_depth, m_width, m_bodyHeight}) {
        m_layout->setRowVisible(field, has(field));
    }
}

/// Whether what is of this kind has this field.
bool EnvelopeForm::has(const QWidget *field) const {
    if (field == m_height || field == m_airflow) {
        return m_kind == u"rack";
    }
    if (field == m_width || field == m_bodyHeight) {
        return m_kind == u"floor";
    }
    return field != m_depth || m_kind == u"rack" || m_kind == u"floor";
}

QJsonObject EnvelopeForm::json() const {
    QJsonObject item{{u"count"_s, m_count->value()}};
    if (m_kind == u"rack") {
        item[u"height_u"_s] = m_height->value();
    }
    if (m_draw->value() > 0) {
        item[u"draw_w"_s] = m_draw->value();
    }
    if (m_weight->value() > 0) {
        item[u"weight_kg"_s] = m_weight->value();
    }
    for (const auto &[name, box] : {std::pair(u"width_mm"_s, m_width), std::pair(u"depth_mm"_s, m_depth),
                                    std::pair(u"height_mm"_s, m_bodyHeight)}) {
        if (has(box) && box->value() > 0) {
            item[name] = box->value();
        }
    }
    if (m_cords->value() > 0) {
        item[u"cords"_s] = m_cords->value();
        item[u"phases"_s] = m_phases->currentIndex() == 1 ? 3 : 1;
    }
    for (const auto &[name, box] : {std::pair(u"plug"_s, m_plug), std::pair(u"airflow"_s, m_airflow)}) {
        if (const QString value = box->currentData().toString(); has(box) && !value.isEmpty()) {
            item[name] = value;
        }
    }
    return item;
}

} // namespace polder
