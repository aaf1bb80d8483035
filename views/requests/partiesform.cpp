#include "partiesform.h"

#include "choices.h"

#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QFormLayout>
#include <QLineEdit>

namespace polder {

using namespace Qt::StringLiterals;

PartiesForm::PartiesForm(QWidget *parent)
    : QWidget(parent)
    , m_project(new QLineEdit)
    , m_department(new QComboBox)
    , m_sponsor(new QComboBox)
    , m_costCentre(new QLineEdit)
    , m_dataClass(new QComboBox) {
    m_project->setObjectName(u"project"_s);
    m_department->setObjectName(u"department"_s);
    m_sponsor->setObjectName(u"sponsor"_s);
    m_costCentre->setObjectName(u"costCentre"_s);
    m_dataClass->setObjectName(u"dataClass"_s);
    for (const QString &code : {u"laag"_s, u"middel"_s, u"hoog"_s}) {
        m_dataClass->addItem(Format::dataClass(code), code);
    }
    for (auto *box : {m_department, m_sponsor}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip); // names may be long
    }
    auto *form = theme::form();
    setLayout(form);
    form->addRow(theme::heading(tr("What it is for")));
    theme::addField(*form, tr("Pro&ject"), m_project);
    theme::addField(*form, tr("Depar&tment"), m_department);
    theme::addField(*form, tr("Sp&onsor"), m_sponsor);
    theme::addField(*form, tr("Cost cent&re"), m_costCentre);
    theme::addField(*form, tr("Data c&lass"), m_dataClass);
    setFocusProxy(m_project);
}

void PartiesForm::showSnapshot(const Snapshot &snapshot) {
    QList<std::pair<QString, QVariant>> departments{{tr("none"), QString()}};
    for (const Department &department : snapshot.departments) {
        if (department.organisation == snapshot.viewer.organisation) {
            departments << std::pair(department.name, QVariant(department.code));
        }
    }
    refill(m_department, departments);
    QList<std::pair<QString, QVariant>> sponsors{{tr("none"), 0}};
    for (const Person &person : snapshot.people) {
        if (person.organisation == snapshot.viewer.organisation && !person.name.isEmpty()) {
            sponsors << std::pair(person.name, QVariant(person.id.value));
        }
    }
    refill(m_sponsor, sponsors);
}

void PartiesForm::take(const QJsonObject &request, const Snapshot &snapshot) {
    m_project->setText(request[u"project"_s].toString());
    m_costCentre->setText(request[u"cost_centre"_s].toString());
    choose(m_dataClass, request[u"data_class"_s].toString(u"middel"_s));
    choose(m_department, request[u"department"_s].toString());
    choose(m_sponsor, request[u"sponsor"_s].toInt());
    for (const Person &person : snapshot.people) { // a file names by handle
        if (!person.handle.isEmpty() && person.handle == request[u"sponsor"_s].toString()) {
            choose(m_sponsor, person.id.value);
        }
    }
}

void PartiesForm::addTo(QJsonObject &request) const {
    request[u"project"_s] = project();
    request[u"cost_centre"_s] = m_costCentre->text().trimmed();
    request[u"data_class"_s] = m_dataClass->currentData().toString();
    if (const QString department = m_department->currentData().toString(); !department.isEmpty()) {
        request[u"department"_s] = department;
    }
    if (sponsor()) {
        request[u"sponsor"_s] = sponsor().value;
    }
}

PersonId PartiesForm::sponsor() const {
    return {m_sponsor->currentData().toInt()};
}

QString PartiesForm::project() const {
    return m_project->text().trimmed();
}

} // namespace polder
