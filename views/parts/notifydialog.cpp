#include "notifydialog.h"

#include "answerpanel.h"
#include "growing.h"
#include "model/core/format.h"
#include "noticewatch.h"
#include "searchtable.h"
#include "theme.h"
#include "whendone.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 760, tall = 620, textHeight = 96;

std::vector<EquipmentId> idsIn(const QJsonValue &list) {
    std::vector<EquipmentId> ids;
    for (const QJsonValue &one : list.toArray()) {
        ids.push_back({one.toInt()});
    }
    return ids;
}

QJsonArray listOf(const std::vector<EquipmentId> &ids) {
    QJsonArray list;
    for (const EquipmentId id : ids) {
        list << id.value;
    }
    return list;
}

QString officeText(const QString &office) {
    return office == u"sponsor"   ? NotifyDialog::tr("sponsor")
           : office == u"contact" ? NotifyDialog::tr("technical contact")
                                  : NotifyDialog::tr("coordinator");
}

} // namespace

NotifyDialog::NotifyDialog(Live &live, const QJsonObject &outage, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_outage(outage)
    , m_recipients(new RecipientModel(this))
    , m_list(new SearchTable(m_recipients, tr("Who is told"), SearchTable::Search::None))
    , m_who(theme::quiet(tr("Asking the record who they are …")))
    , m_text(new QPlainTextEdit)
    , m_preview(new QLabel)
    , m_answer(new AnswerPanel(live))
    , m_notify(new QPushButton(tr("&Notify"))) {
    setObjectName(u"notifyDialog"_s);
    setWindowTitle(tr("Notify the owners"));
    resize(wide, tall);
    growWithContents(*this);
    m_list->setObjectName(u"recipients"_s);
    m_who->setObjectName(u"who"_s);
    m_who->setWordWrap(true);
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("What they are told"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(textHeight);
    m_text->setPlainText(tr("%1 is taken out of service.").arg(what));
    m_preview->setObjectName(u"preview"_s);
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_notify->setObjectName(u"notify"_s);
    m_notify->setEnabled(false);
    auto *label = new QLabel(tr("What they are &told, beside the days and their devices"));
    label->setBuddy(m_text);
    label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_notify, QDialogButtonBox::ActionRole);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_who);
    layout->addWidget(m_list, 1);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(m_preview);
    layout->addWidget(m_answer);
    layout->addWidget(buttons);

    connect(m_list, &SearchTable::chosenChanged, this, &NotifyDialog::showPreview);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NotifyDialog::showPreview);
    connect(m_notify, &QPushButton::clicked, this, &NotifyDialog::notify);
    connect(m_answer, &AnswerPanel::busyChanged, this, [this](bool busy) { m_notify->setEnabled(!busy); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    whenDone(m_live.read(u"owners_to_notify"_s, m_outage), this,
             [this](const Result<QJsonObject> &answer) { take(answer); });
}

void NotifyDialog::take(const Result<QJsonObject> &answer) {
    if (!answer.ok()) {
        m_who->clear();
        m_answer->showError(answer.error());
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<RecipientRow> rows;
    for (const QJsonValue &one : (*answer)[u"people"_s].toArray()) {
        const Organisation *organisation = snapshot->organisations.find(OrganisationId{one[u"organisation"_s].toInt()});
        QStringList offices;
        for (const QJsonValue &office : one[u"offices"_s].toArray()) {
            offices << officeText(office.toString());
        }
        rows.push_back({{one[u"person"_s].toInt()},
                        one[u"name"_s].toString(),
                        organisation ? organisation->code : QString(),
                        offices.join(u", "_s),
                        one[u"email"_s].toString(),
                        idsIn(one[u"down"_s]),
                        idsIn(one[u"weakened"_s])});
    }
    const auto nobody = (*answer)[u"nobody"_s].toArray().size();
    const Format format;
    QString who =
        tr("People who are told: %1. Each reads of the own devices only.").arg(format.count(std::ssize(rows)));
    if (nobody > 0) {
        who += u' ' + tr("Devices of which nobody is known: %1.").arg(format.count(nobody));
    }
    m_who->setText(who);
    const bool any = !rows.empty();
    m_recipients->replaceRows(std::move(rows));
    if (any) {
        m_list->view()->selectRow(0);
    }
    showPreview();
}

void NotifyDialog::showPreview() {
    const int row = m_recipients->rowOf(m_list->chosen());
    m_notify->setEnabled(m_recipients->rowCount() > 0 && !m_text->toPlainText().trimmed().isEmpty() &&
                         !m_answer->busy());
    if (row < 0) {
        m_preview->clear();
        return;
    }
    const RecipientRow &recipient = m_recipients->row(row);
    QJsonObject body = m_outage;
    body[u"down"_s] = listOf(recipient.down);
    body[u"weakened"_s] = listOf(recipient.weakened);
    m_preview->setText(tr("%1 reads: %2")
                           .arg(recipient.name.isEmpty() ? tr("This person") : recipient.name,
                                maintenanceText(body, m_text->toPlainText().trimmed(), *m_live.snapshot())));
}

void NotifyDialog::notify() {
    QJsonObject arguments = m_outage;
    arguments[u"text"_s] = m_text->toPlainText().trimmed();
    m_answer->ask(u"notify_owners"_s, arguments, {}, [this](const QJsonObject &result) {
        m_answer->showDone(tr("People told: %1.").arg(Format().count(result[u"people"_s].toInteger())));
        m_notify->hide(); // once is enough
    });
}

} // namespace polder
