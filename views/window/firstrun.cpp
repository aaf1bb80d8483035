#include "firstrun.h"

#include "views/parts/combotip.h"
#include "views/parts/growing.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace polder {

using namespace Qt::StringLiterals;

FirstRun::FirstRun(const QStringList &services, QWidget *parent)
    : QWidget(parent)
    , m_demo(new QRadioButton(tr("&Try it here, with an invented estate")))
    , m_empty(new QRadioButton(tr("Begin &here, with an empty record")))
    , m_server(new QRadioButton(tr("&Connect to our server")))
    , m_details(new QWidget)
    , m_service(new QComboBox)
    , m_host(new QLineEdit)
    , m_port(new QSpinBox)
    , m_database(new QLineEdit(u"polder"_s))
    , m_user(new QLineEdit)
    , m_tls(new QComboBox)
    , m_password(new QLineEdit)
    , m_keep(new QComboBox)
    , m_trouble(new QLabel)
    , m_go(new QPushButton(tr("&Begin"))) {
    setWindowTitle(tr("Polder"));
    m_demo->setObjectName(u"demo"_s);
    m_empty->setObjectName(u"empty"_s);
    m_server->setObjectName(u"server"_s);
    m_service->setObjectName(u"service"_s);
    m_host->setObjectName(u"host"_s);
    m_port->setObjectName(u"port"_s);
    m_database->setObjectName(u"database"_s);
    m_user->setObjectName(u"user"_s);
    m_tls->setObjectName(u"tls"_s);
    m_password->setObjectName(u"password"_s);
    m_trouble->setObjectName(u"trouble"_s);
    m_go->setObjectName(u"go"_s);
    auto *group = new QButtonGroup(this);
    for (auto *button : {m_demo, m_empty, m_server}) {
        group->addButton(button);
    }
    m_demo->setChecked(true);
    m_service->addItem(tr("none: as said below"), QString());
    for (const QString &service : services) {
        m_service->addItem(service, service);
    }
    m_service->setCurrentIndex(services.isEmpty() ? 0 : 1);
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    m_tls->addItem(tr("the server's certificate and name are checked"), u"verify-full"_s);
    m_tls->addItem(tr("the server's certificate is checked"), u"verify-ca"_s);
    m_tls->addItem(tr("encrypted, whoever the server is"), u"require"_s);
    m_tls->addItem(tr("encrypted if the server can"), u"prefer"_s);
    tipWhatIsChosen(*m_tls);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("if the server asks for one"));
    using Keep = ConnectionChoice::Keep;
    m_keep->setObjectName(u"keep"_s);
    m_keep->addItem(tr("kept in the keyring of this session"), static_cast<int>(Keep::Keyring));
    m_keep->addItem(tr("kept in ~/.pgpass, which only I can read"), static_cast<int>(Keep::PassFile));
    m_keep->addItem(tr("not kept"), static_cast<int>(Keep::Not));
    m_trouble->setWordWrap(true);
    m_trouble->hide();

    auto *form = theme::form();
    const auto add = [form](const QString &label, QWidget *field, const QString &name) {
        field->setAccessibleName(name);
        theme::addField(*form, label, field);
    };
    add(tr("&Service"), m_service, tr("Service"));
    add(tr("H&ost"), m_host, tr("Host"));
    add(tr("&Port"), m_port, tr("Port"));
    add(tr("&Database"), m_database, tr("Database"));
    add(tr("&User"), m_user, tr("User"));
    add(tr("T&LS"), m_tls, tr("TLS"));
    add(tr("Pass&word"), m_password, tr("Password"));
    add(tr("It &is"), m_keep, tr("Where the password is kept"));
    m_details->setLayout(form);
    m_details->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::margin, theme::margin, 2 * theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addWidget(theme::title(tr("Polder")));
    layout->addWidget(
        theme::quiet(tr("Where is the record to be? On this computer it is a private database that no other "
                        "computer reaches.")));
    for (auto *button : {m_demo, m_empty, m_server}) {
        layout->addWidget(button);
    }
    layout->addWidget(m_details);
    layout->addWidget(m_trouble);
    layout->addStretch();
    layout->addWidget(m_go, 0, Qt::AlignRight);
    constexpr QSize comfortable(620, 600);
    resize(comfortable);
    growWithContents(*this);

    connect(group, &QButtonGroup::idToggled, this, &FirstRun::showComplete);
    connect(m_service, &QComboBox::currentIndexChanged, this, &FirstRun::showComplete);
    connect(m_host, &QLineEdit::textChanged, this, &FirstRun::showComplete);
    connect(m_password, &QLineEdit::textChanged, this, &FirstRun::showComplete);
    connect(m_go, &QPushButton::clicked, this, [this] { Q_EMIT chosen(choice()); });
    showComplete();
}

ConnectionChoice FirstRun::choice() const {
    ConnectionChoice choice;
    choice.embedded = !m_server->isChecked();
    choice.demo = m_demo->isChecked();
    if (!choice.embedded) {
        choice.service = m_service->currentData().toString();
        choice.password = m_password->text();
        choice.keep = static_cast<ConnectionChoice::Keep>(m_keep->currentData().toInt());
    }
    if (!choice.embedded && choice.service.isEmpty()) {
        choice.host = m_host->text().trimmed();
        choice.port = m_port->value();
        choice.database = m_database->text().trimmed();
        choice.user = m_user->text().trimmed();
        choice.tls = m_tls->currentData().toString();
    }
    return choice;
}

void FirstRun::showTrouble(const QString &text) {
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Trouble, palette));
    m_trouble->setPalette(palette);
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void FirstRun::showComplete() {
    const bool server = m_server->isChecked();
    m_details->setEnabled(server);
    const bool named = m_service->currentIndex() > 0;
    for (QWidget *field : std::initializer_list<QWidget *>{m_host, m_port, m_database, m_user, m_tls}) {
        field->setEnabled(server && !named);
    }
    m_keep->setEnabled(server && !m_password->text().isEmpty());
    m_go->setEnabled(!server || named || !m_host->text().trimmed().isEmpty());
}

} // namespace polder
