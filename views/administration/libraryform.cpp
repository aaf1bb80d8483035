#include "libraryform.h"

#include "model/core/format.h"
#include "model/exchange/devicetypefiles.h"
#include "model/exchange/modelrow.h"
#include "model/items/refusaltext.h"
#include "views/parts/answerpanel.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

LibraryForm::LibraryForm(Live &live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_path(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_file(new QPushButton(tr("File …")))
    , m_folder(new QPushButton(tr("Folder …")))
    , m_import(new QPushButton(tr("Import")))
    , m_refused(new QPlainTextEdit)
    , m_answer(new AnswerPanel(live)) {
    setObjectName(u"import_models"_s);
    m_path->setObjectName(u"path"_s);
    m_path->setAccessibleName(tr("File or folder"));
    m_reason->setObjectName(u"reason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("where a changed model breaks bookings"));
    m_import->setObjectName(u"import"_s);
    m_import->setEnabled(false);
    m_refused->setObjectName(u"refused"_s);
    m_refused->setAccessibleName(tr("What cannot be imported"));
    m_refused->setReadOnly(true);
    m_refused->setTabChangesFocus(true);
    m_refused->hide();
    auto *form = theme::form();
    theme::addField(*form, tr("File or folder"), m_path);
    theme::addField(*form, tr("Reason"), m_reason);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {m_file, m_folder, m_import}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    layout->addWidget(m_refused, 1);
    layout->addStretch();

    connect(m_path, &QLineEdit::returnPressed, this, [this] { read(m_path->text().trimmed()); });
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_import->setEnabled(false); });
    connect(m_file, &QPushButton::clicked, this,
            [this] { read(QFileDialog::getOpenFileName(this, tr("Device types"), {}, tr("YAML (*.yaml *.yml)"))); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { read(QFileDialog::getExistingDirectory(this, tr("Device types"))); });
    connect(m_import, &QPushButton::clicked, this, [this] { ask(false); });
}

LibraryForm::~LibraryForm() {
    m_stop.request_stop();
}

LibraryForm::Models LibraryForm::readFiles(const QString &path, std::stop_token stop) {
    Models models;
    const auto read = readDeviceTypes(
        path,
        [&models](DeviceTypeFile file) {
            if (const auto *model = std::get_if<DeviceModel>(&file.content)) {
                models.models << modelRow(*model, file.file);
            } else {
                const Refusal &refusal = std::get<Refusal>(file.content);
                models.refused << u"%1:%2: %3"_s.arg(refusal.file).arg(refusal.line).arg(refusal.reason);
            }
        },
        std::move(stop));
    models.files = read.ok() ? *read : 0;
    models.trouble = read.ok() ? QString() : read.error().what;
    return models;
}

void LibraryForm::read(const QString &path) {
    if (path.isEmpty()) {
        return;
    }
    m_path->setText(path);
    m_import->setEnabled(false);
    m_answer->showDone(tr("Reading …"));
    m_stop.request_stop();
    m_stop = {};
    whenDone(QtConcurrent::run(&LibraryForm::readFiles, path, m_stop.get_token()), this, [this](const Models &models) {
        m_read = models;
        if (!models.trouble.isEmpty()) {
            Error error;
            error.kind = Error::Kind::Unavailable;
            error.what = models.trouble;
            m_answer->showError(error);
        } else if (models.models.isEmpty()) {
            showTried({}, true);
        } else {
            ask(true);
        }
    });
}

void LibraryForm::ask(bool dryRun) {
    QJsonObject arguments{{u"models"_s, m_read.models}, {u"dry_run"_s, dryRun}};
    if (const QString reason = m_reason->text().trimmed(); !reason.isEmpty()) {
        arguments[u"reason"_s] = reason;
    }
    m_answer->ask(u"import_models"_s, arguments, {},
                  [this, dryRun](const QJsonObject &result) { showTried(result, dryRun); });
}

void LibraryForm::showTried(const QJsonObject &result, bool dryRun) {
    const Format format;
    const auto count = [&](const QString &what) { return format.count(result[what].toInt()); };
    QStringList refused = m_read.refused;
    for (const QJsonValue &one : result[u"refused"_s].toArray()) {
        Error error;
        error.what = one[u"reason"_s].toString();
        error.data = one.toObject();
        refused << u"%1: %2"_s.arg(one[u"file"_s].toString(), refusalText(error));
    }
    const QString counts = tr("files: %1 · new: %2 · changed: %3 · as before: %4 · not possible: %5")
                               .arg(format.count(m_read.files), count(u"imported"_s), count(u"updated"_s),
                                    count(u"unchanged"_s), format.count(refused.size()));
    m_answer->showDone(dryRun ? tr("Tried, nothing is written yet: %1").arg(counts) : tr("Imported: %1").arg(counts));
    m_refused->setPlainText(refused.join(u'\n'));
    m_refused->setVisible(!refused.isEmpty());
    m_import->setEnabled(dryRun && result[u"imported"_s].toInt() + result[u"updated"_s].toInt() > 0);
}

} // namespace polder
