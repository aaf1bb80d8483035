#include "movedialog.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/growing.h"
#include "views/parts/placesjson.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace polder {

using namespace Qt::StringLiterals;

MoveDialog::MoveDialog(Live &live, EstateWatch &estates, std::vector<PlannedMove> moves, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_estates(estates)
    , m_moves(std::move(moves))
    , m_check(new MoveCheck(estates, this))
    , m_now(new QRadioButton(tr("&Now")))
    , m_planned(new QRadioButton(tr("&Planned for")))
    , m_day(new DayField)
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live))
    , m_move(new QPushButton(tr("&Move"))) {
    setWindowTitle(tr("Move"));
    constexpr QSize comfortable(520, 0);
    resize(comfortable);
    growWithContents(*this);
    const QDate today = live.snapshot()->today.toDate();
    m_now->setChecked(true);
    m_day->setMinimumDate(today.addDays(1));
    m_day->setAccessibleName(tr("First day at the new place"));
    m_now->setObjectName(u"now"_s);
    m_planned->setObjectName(u"planned"_s);
    m_day->setObjectName(u"day"_s);
    m_move->setObjectName(u"move"_s);

    auto *list = new QLabel(listed());
    list->setTextFormat(Qt::PlainText);
    list->setWordWrap(true);
    list->setObjectName(u"moves"_s);
    auto *when = new QHBoxLayout;
    when->addWidget(m_now);
    when->addWidget(m_planned);
    when->addWidget(m_day);
    when->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_move, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addLayout(when);
    layout->addWidget(m_verdict);
    layout->addWidget(m_answer);
    layout->addStretch();
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_move->setDefault(true);
    m_move->setFocus();

    connect(m_planned, &QRadioButton::toggled, this, &MoveDialog::ask);
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_planned->setChecked(true);
        ask();
    });
    connect(m_check, &MoveCheck::changed, this, [this] {
        m_verdict->show(m_check->verdict());
        // What the engine does not allow the record refuses; what it does not know the record judges.
        m_move->setEnabled(m_check->verdict() && !m_answer->busy());
    });
    connect(m_answer, &AnswerPanel::busyChanged, this, [this](bool busy) { m_move->setEnabled(!busy); });
    connect(m_answer, &AnswerPanel::reloaded, this, &MoveDialog::ask);
    connect(m_move, &QPushButton::clicked, this, &MoveDialog::commit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    ask();
}

Day MoveDialog::day() const {
    return m_planned->isChecked() ? Day::fromDate(m_day->date()) : m_live.snapshot()->today;
}

QString MoveDialog::listed() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    QStringList lines;
    for (const PlannedMove &move : m_moves) {
        const Placement *before = snapshot->placements.find(move.placement);
        const Equipment *equipment = before ? snapshot->equipment.find(before->equipment) : nullptr;
        const Rack *rack = snapshot->racks.find(move.rack);
        if (equipment && rack) {
            lines << tr("%1: from %2 to %3")
                         .arg(equipment->name, placeText(*snapshot, *before),
                              placeText(*snapshot, *rack, move.position));
        }
    }
    return lines.join(u'\n');
}

QJsonObject MoveDialog::arguments() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    QJsonArray moves;
    for (std::size_t i = 0; i < m_moves.size(); ++i) {
        const PlannedMove &planned = m_moves[i];
        const Placement *before = snapshot->placements.find(planned.placement);
        const Rack *rack = snapshot->racks.find(planned.rack);
        if (!before || !rack) {
            continue;
        }
        QJsonObject move{{u"placement"_s, planned.placement.value},
                         {u"rack"_s, planned.rack.value},
                         {u"unit"_s, unitNumber(*rack, planned.position)},
                         {u"face"_s, planned.face}};
        if (!planned.half.isEmpty()) {
            move[u"half"_s] = planned.half;
        }
        // In another rack into the outlets with which it was judged; else they stay.
        QJsonArray outlets;
        for (const Cord &cord : m_check->verdict()->cords[i]) {
            outlets << cord.outlet.value;
        }
        if (before->rack != planned.rack && !outlets.isEmpty()) {
            move[u"outlets"_s] = outlets;
        }
        moves << move;
    }
    return {{u"moves"_s, moves}, {u"from"_s, day().toDate().toString(Qt::ISODate)}};
}

/// Of several, nobody knows which of them would have to go elsewhere.
std::optional<Elsewhere> MoveDialog::elsewhere() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *before = m_moves.size() == 1 ? snapshot->placements.find(m_moves.front().placement) : nullptr;
    const Equipment *device = before ? snapshot->equipment.find(before->equipment) : nullptr;
    if (!device) {
        return std::nullopt;
    }
    const PlannedMove &move = m_moves.front();
    const RackSpot spot{move.rack, move.position, move.face, move.half.isEmpty() ? before->half.text() : move.half};
    return Elsewhere{
        &m_estates, wantedOf(*before, *device, *snapshot, day()), spot,
        [this, move, from = before->rack](const NearSpot &near) {
            QJsonObject there = placesJson(near, *m_live.snapshot()).first().toObject();
            there[u"placement"_s] = move.placement.value;
            if (near.spot.rack == from) {
                there.remove(u"outlets"_s); // the cords stay where they are
            }
            return QJsonObject{{u"moves"_s, QJsonArray{there}}, {u"from"_s, day().toDate().toString(Qt::ISODate)}};
        }};
}

void MoveDialog::ask() {
    m_check->ask(m_moves, day());
}

void MoveDialog::commit() {
    if (!m_check->verdict()) {
        return;
    }
    const auto done = [this](const QJsonObject &result) {
        if (result[u"asked"_s].toBool()) {
            m_answer->showDone(tr("The facility manager was asked; nothing has moved yet."));
            m_move->hide();
        } else {
            accept();
        }
    };
    m_answer->ask(u"move"_s, arguments(), {}, done, elsewhere());
}

} // namespace polder
