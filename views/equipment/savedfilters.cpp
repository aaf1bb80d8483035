#include "savedfilters.h"

#include "views/parts/theme.h"
#include "views/parts/usersettings.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QToolButton>

namespace polder {

using namespace Qt::StringLiterals;

SavedFilters::SavedFilters(QString key, std::function<QJsonObject()> now,
                           std::function<void(const QJsonObject &)> apply, QWidget *parent)
    : QWidget(parent)
    , m_key(std::move(key))
    , m_now(std::move(now))
    , m_apply(std::move(apply))
    , m_names(new QComboBox)
    , m_keep(new QToolButton)
    , m_forget(new QToolButton) {
    m_names->setObjectName(u"savedFilters"_s);
    m_names->setEditable(true);
    m_names->setInsertPolicy(QComboBox::NoInsert);
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_names->setMinimumContentsLength(16);
    m_names->setAccessibleName(tr("Saved filters"));
    m_names->lineEdit()->setPlaceholderText(tr("Name of a filter"));
    m_keep->setObjectName(u"keepFilter"_s);
    m_keep->setText(tr("Keep"));
    m_keep->setToolTip(tr("Keeps what is searched for and ticked now, under this name"));
    m_forget->setObjectName(u"forgetFilter"_s);
    m_forget->setText(tr("Forget"));
    m_forget->setToolTip(tr("Forgets the filter of this name"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_names, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_forget);

    connect(m_keep, &QToolButton::clicked, this, &SavedFilters::keep);
    connect(m_forget, &QToolButton::clicked, this, &SavedFilters::forget);
    connect(m_names, &QComboBox::activated, this, [this] { m_apply(m_filters[name()].toObject()); });
    const auto offer = [this] {
        m_keep->setEnabled(!name().isEmpty());
        m_forget->setEnabled(m_filters.contains(name()));
    };
    connect(m_names, &QComboBox::editTextChanged, this, offer);
    read();
    offer();
}

QString SavedFilters::name() const {
    return m_names->currentText().trimmed();
}

void SavedFilters::read() {
    m_filters = QJsonDocument::fromJson(UserSettings().value(m_key).toByteArray()).object();
    m_names->clear();
    m_names->addItems(m_filters.keys());
    m_names->setCurrentIndex(-1);
    m_names->clearEditText();
}

void SavedFilters::keep() {
    const QString called = name();
    m_filters[called] = m_now();
    UserSettings().setValue(m_key, QJsonDocument(m_filters).toJson(QJsonDocument::Compact));
    read();
    m_names->setCurrentIndex(m_names->findText(called, Qt::MatchExactly));
}

void SavedFilters::forget() {
    m_filters.remove(name());
    UserSettings().setValue(m_key, QJsonDocument(m_filters).toJson(QJsonDocument::Compact));
    read();
}

} // namespace polder
