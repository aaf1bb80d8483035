#include "intentform.h"

#include "brokenmodel.h"
#include "searchtable.h"
#include "theme.h"
#include "views/parts/dayfield.h"
#include "views/parts/numberfield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListHeight = 200;
const QDate noDay(1900, 1, 1); ///< of a last day: without end

} // namespace

namespace fields {

FormField text(const QString &argument, const QString &label, bool needed) {
    return {.argument = argument, .label = label, .kind = FormField::Kind::Text, .needed = needed};
}

FormField number(const QString &argument, const QString &label, double least, double most, double value,
                 const QString &suffix) {
    return {.argument = argument,
            .label = label,
            .kind = FormField::Kind::Number,
            .value = value,
            .least = least,
            .most = most,
            .suffix = suffix};
}

FormField decimal(const QString &argument, const QString &label, double most, const QString &suffix) {
    return {.argument = argument,
            .label = label,
            .kind = FormField::Kind::Decimal,
            .least = 0,
            .most = most,
            .suffix = suffix};
}

FormField choice(const QString &argument, const QString &label, bool needed) {
    return {.argument = argument, .label = label, .kind = FormField::Kind::Choice, .needed = needed};
}

FormField day(const QString &argument, const QString &label) {
    return {.argument = argument, .label = label, .kind = FormField::Kind::Day};
}

FormField lastDay(const QString &argument, const QString &label) {
    return {.argument = argument, .label = label, .kind = FormField::Kind::LastDay};
}

} // namespace fields

IntentForm::IntentForm(Live &live, QString intention, const QList<FormField> &fields, const QString &button,
                       QWidget *parent)
    : QWidget(parent)
    , m_intention(std::move(intention))
    , m_doneText(tr("Done."))
    , m_button(new QPushButton(button))
    , m_answer(new AnswerPanel(live))
    , m_broken(new BrokenModel(this))
    , m_brokenList(nullptr) {
    setObjectName(m_intention);
    auto *form = theme::form();
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // long words and large letters
    for (const FormField &field : fields) {
        auto *widget = widgetOf(field);
        widget->setObjectName(field.argument);
        widget->setAccessibleName(field.label);
        m_inputs.push_back({field, widget});
        if (field.kind == FormField::Kind::Check) {
            form->addRow(widget);
        } else {
            theme::addField(*form, field.label, widget);
        }
        if (!field.value.isUndefined() && !field.value.isNull()) {
            setValue(field.argument, field.value);
        }
    }
    m_button->setObjectName(u"ask"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addLayout(form);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_answer);
    layout->addStretch();

    connect(m_button, &QPushButton::clicked, this, &IntentForm::ask);
    connect(m_answer, &AnswerPanel::busyChanged, this, &IntentForm::showComplete);
    connect(m_answer, &AnswerPanel::refused, this, &IntentForm::showRefusal);
    connect(this, &IntentForm::changed, this, &IntentForm::showComplete);
    showComplete();
}

QWidget *IntentForm::widgetOf(const FormField &field) {
    switch (field.kind) {
    case FormField::Kind::Text: {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::textChanged, this, &IntentForm::changed);
        return line;
    }
    case FormField::Kind::Number: {
        auto *box = new WholeField;
        box->setRange(static_cast<int>(field.least), static_cast<int>(field.most));
        box->setSuffix(field.suffix);
        box->setMinimumWidth(box->sizeHint().width()); // a figure is never cut
        connect(box, &QSpinBox::valueChanged, this, &IntentForm::changed);
        return box;
    }
    case FormField::Kind::Decimal: {
        auto *box = new DecimalField;
        box->setDecimals(3);
        box->setRange(field.least, field.most);
        box->setSuffix(field.suffix);
        box->setMinimumWidth(box->sizeHint().width());
        connect(box, &QDoubleSpinBox::valueChanged, this, &IntentForm::changed);
        return box;
    }
    case FormField::Kind::Choice: {
        auto *box = new QComboBox;
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
            box->setToolTip(box->currentText()); // where it is longer than its place
            Q_EMIT changed();
        });
        return box;
    }
    case FormField::Kind::Day:
    case FormField::Kind::LastDay: {
        auto *box = new DayField;
        if (field.kind == FormField::Kind::LastDay) {
            box->setMinimumDate(noDay);
            box->setSpecialValueText(tr("no end"));
            box->setDate(noDay);
        } else {
            box->setDate(QDate::currentDate());
        }
        connect(box, &QDateEdit::dateChanged, this, &IntentForm::changed);
        return box;
    }
    case FormField::Kind::Check: {
        auto *box = new QCheckBox(field.label);
        connect(box, &QCheckBox::toggled, this, &IntentForm::changed);
        return box;
    }
    }
    return new QWidget;
}

QWidget *IntentForm::field(const QString &argument) const {
    const auto found = std::ranges::find(m_inputs, argument,
                                         [](const Input &input) -> const QString & { return input.field.argument; });
    return found == m_inputs.end() ? nullptr : found->widget;
}

void IntentForm::setChoices(const QString &argument, const Choices &choices) {
    auto *box = qobject_cast<QComboBox *>(field(argument));
    if (!box) {
        return;
    }
    const QVariant chosen = box->currentData();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto &[text, value] : choices) {
        box->addItem(text, value.toVariant());
    }
    box->setCurrentIndex(box->count() > 0 ? std::max(0, box->findData(chosen)) : -1);
    box->setToolTip(box->currentText());
    showComplete();
}

void IntentForm::setValue(const QString &argument, const QJsonValue &value) {
    QWidget *widget = field(argument);
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->setText(value.toString());
    } else if (auto *whole = qobject_cast<QSpinBox *>(widget)) {
        whole->setValue(value.toInt());
    } else if (auto *decimal = qobject_cast<QDoubleSpinBox *>(widget)) {
        decimal->setValue(value.toDouble());
    } else if (auto *choice = qobject_cast<QComboBox *>(widget)) {
        if (const int index = choice->findData(value.toVariant()); index >= 0) {
            choice->setCurrentIndex(index);
        }
    } else if (auto *day = qobject_cast<QDateEdit *>(widget)) {
        day->setDate(QDate::fromString(value.toString(), Qt::ISODate));
    } else if (auto *check = qobject_cast<QCheckBox *>(widget)) {
        check->setChecked(value.toBool());
    }
}

QJsonObject IntentForm::values() const {
    QJsonObject values;
    for (const auto &[field, widget] : m_inputs) {
        if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
            if (const QString text = line->text().trimmed(); !text.isEmpty()) {
                values[field.argument] = text;
            }
        } else if (const auto *whole = qobject_cast<const QSpinBox *>(widget)) {
            values[field.argument] = whole->value();
        } else if (const auto *decimal = qobject_cast<const QDoubleSpinBox *>(widget)) {
            values[field.argument] = decimal->value();
        } else if (const auto *choice = qobject_cast<const QComboBox *>(widget)) {
            if (const QJsonValue value = QJsonValue::fromVariant(choice->currentData()); !value.isNull()) {
                values[field.argument] = value;
            }
        } else if (const auto *day = qobject_cast<const QDateEdit *>(widget)) {
            if (field.kind == FormField::Kind::Day) {
                values[field.argument] = day->date().toString(Qt::ISODate);
            } else if (day->date() != noDay) {
                values[field.argument] = day->date().addDays(1).toString(Qt::ISODate);
            }
        } else if (const auto *check = qobject_cast<const QCheckBox *>(widget)) {
            values[field.argument] = check->isChecked();
        }
    }
    return values;
}

void IntentForm::showComplete() {
    const bool complete = std::ranges::all_of(m_inputs, [this](const Input &input) {
        const auto *choice = qobject_cast<const QComboBox *>(input.widget);
        return !input.field.needed || (choice ? choice->currentIndex() >= 0 : values().contains(input.field.argument));
    });
    m_button->setEnabled(complete && !m_answer->busy());
}

void IntentForm::ask() {
    m_mark.clear();
    if (m_brokenList) {
        m_brokenList->hide();
    }
    m_answer->ask(m_intention, m_shape ? m_shape(values()) : values(), m_doneText,
                  [this](const QJsonObject &result) { Q_EMIT done(result); });
}

/// Nothing was changed; the second time it comes with the reason, or with another value.
void IntentForm::showRefusal(const Error &error) {
    if (error.kind == Error::Kind::Invalid) {
        m_mark.mark(field(error.data[u"field"_s].toString().section(u'/', -1)), error);
    }
    if (error.sqlstate != u"PL008") {
        return;
    }
    m_broken->show(error.data[u"bookings"_s].toArray());
    if (!m_brokenList) { // few forms are refused for that
        m_brokenList = new SearchTable(m_broken, tr("Bookings that this would break"), SearchTable::Search::None);
        m_brokenList->setObjectName(u"broken"_s);
        m_brokenList->setMaximumHeight(mostListHeight);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_answer) + 1, m_brokenList);
        setTabOrder(m_button, m_brokenList->view());
    }
    m_brokenList->setVisible(m_broken->rowCount() > 0);
    if (QWidget *reason = field(u"reason"_s)) {
        reason->setFocus();
    }
}

} // namespace polder
