#include "retiredialog.h"

#include "model/core/format.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/growing.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 720, tall = 460;

} // namespace

RetireDialog::RetireDialog(Live &live, std::vector<EquipmentId> chosen, bool asks, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_chosen(std::move(chosen))
    , m_rows(new LeavingModel(this))
    , m_table(new SearchTable(m_rows, tr("What leaves"), SearchTable::Search::None))
    , m_day(new DayField(live.snapshot()->today.plus(1).toDate()))
    , m_certificateLabel(new QLabel(tr("Certificate of &wiping or disposal")))
    , m_certificate(new QLineEdit)
    , m_words(new QLabel)
    , m_answer(new AnswerPanel(live))
    , m_retire(new QPushButton(asks ? tr("&Ask") : tr("&Retire")))
    , m_asks(asks) {
    setObjectName(u"retireDialog"_s);
    setWindowTitle(asks ? tr("Ask for removal") : tr("Retire"));
    resize(wide, tall);
    growWithContents(*this);
    m_table->setObjectName(u"leaving"_s);
    m_day->setObjectName(u"retireFrom"_s);
    m_day->setMinimumDate(live.snapshot()->today.toDate());
    m_certificate->setObjectName(u"certificate"_s);
    m_certificateLabel->setBuddy(m_certificate);
    m_words->setObjectName(u"retireWords"_s);
    m_words->setWordWrap(true);
    m_retire->setObjectName(u"retire"_s);
    auto *when = new QHBoxLayout;
    when->addWidget(theme::labelled(tr("Places are &free from"), m_day, tr("Day from which the places are free")));
    when->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_retire, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_retire->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(when);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_certificateLabel);
    layout->addWidget(m_certificate);
    layout->addWidget(m_words);
    layout->addWidget(m_answer);
    layout->addWidget(buttons);

    connect(m_day, &QDateEdit::dateChanged, this, &RetireDialog::check);
    connect(&live, &Live::snapshotChanged, this, &RetireDialog::check);
    connect(m_answer, &AnswerPanel::busyChanged, this, &RetireDialog::check);
    connect(m_retire, &QPushButton::clicked, this, &RetireDialog::commit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

Day RetireDialog::day() const {
    return Day::fromDate(m_day->date());
}

void RetireDialog::check() {
    if (m_done) {
        return; // what has left would be in its own way
    }
    auto rows = leavingRows(*m_live.snapshot(), m_chosen, day());
    const auto conflicts = std::ranges::count_if(rows, [](const LeavingRow &row) { return !row.conflict.isEmpty(); });
    const bool atOnce = day() <= m_live.snapshot()->today && !m_asks;
    const bool certified = atOnce && std::ranges::any_of(rows, &LeavingRow::confidential);
    m_certificateLabel->setVisible(certified);
    m_certificate->setVisible(certified);
    const Format format;
    m_words->setText(conflicts > 0 ? tr("All leave or none. Conflicts: %1.").arg(format.count(conflicts))
                     : m_asks      ? tr("The facility manager is asked; nothing leaves before that.")
                     : atOnce      ? tr("They are out of the data centre as of today.")
                                   : tr("Their places are free from %1 on.").arg(format.day(day())));
    m_retire->setEnabled(!rows.empty() && conflicts == 0 && !m_answer->busy());
    m_rows->replaceRows(std::move(rows));
}

void RetireDialog::commit() {
    QJsonArray placements;
    for (const LeavingRow &row : m_rows->rows()) {
        placements << row.placement.value;
    }
    QJsonObject arguments{{u"placements"_s, placements}, {u"from"_s, day().toDate().toString(Qt::ISODate)}};
    if (const QString reference = m_certificate->text().trimmed(); !reference.isEmpty() && !m_certificate->isHidden()) {
        arguments[u"wipe_reference"_s] = reference;
    }
    const QString free = Format().day(day());
    m_answer->ask(u"retire"_s, arguments, {}, [this, free](const QJsonObject &result) {
        m_done = true;
        m_retire->hide();
        m_answer->showDone(result[u"asked"_s].toBool()
                               ? tr("The facility manager was asked; nothing has left yet.")
                               : tr("All of them leave; their places are free from %1 on.").arg(free));
    });
}

} // namespace polder
