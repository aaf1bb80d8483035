#include "shiftdialog.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/core/rackpath.h"
#include "replacedialog.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/growing.h"
#include "views/parts/numberfield.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 720, tall = 520, mostRows = 50;

} // namespace

ShiftDialog::ShiftDialog(Live &live, EstateWatch &estates, const std::vector<EquipmentId> &chosen, bool asks,
                         QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_check(new MoveCheck(estates, this))
    , m_day(new DayField(live.snapshot()->today.toDate()))
    , m_left(theme::quiet())
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live))
    , m_move(new QPushButton(asks ? tr("&Ask") : tr("&Move"))) {
    setObjectName(u"shiftDialog"_s);
    setWindowTitle(asks ? tr("Ask for a move") : tr("Move"));
    resize(wide, tall);
    growWithContents(*this);
    const SnapshotPtr snapshot = live.snapshot();
    m_day->setObjectName(u"shiftFrom"_s);
    m_day->setMinimumDate(snapshot->today.toDate());
    m_left->setObjectName(u"shiftLeft"_s);
    m_left->setWordWrap(true);
    m_move->setObjectName(u"shift"_s);

    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setColumnStretch(0, 1);
    int left = 0;
    for (const EquipmentId id : chosen) {
        const Equipment *equipment = snapshot->equipment.find(id);
        const Placement *stands = equipment ? standsAt(id, *snapshot) : nullptr;
        if (stands && stands->rack && stands->position && stands->state == u"installed" &&
            std::ssize(m_targets) < mostRows) {
            addRow(*stands, *equipment, *grid, static_cast<int>(m_targets.size()));
        } else {
            ++left;
        }
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_left->setText(tr("Chosen, but not installed on the rails of a rack: %1; they stay.").arg(Format().count(left)));
    m_left->setVisible(left > 0);
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *when = new QHBoxLayout;
    when->addWidget(theme::labelled(tr("&First day at the new place"), m_day, tr("First day at the new place")));
    when->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_move, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_move->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(when);
    layout->addWidget(area, 1);
    layout->addWidget(m_left);
    layout->addWidget(m_verdict);
    layout->addWidget(m_answer);
    layout->addWidget(buttons);

    connect(m_day, &QDateEdit::dateChanged, this, &ShiftDialog::ask);
    connect(m_check, &MoveCheck::changed, this, &ShiftDialog::showVerdict);
    connect(m_answer, &AnswerPanel::busyChanged, this, &ShiftDialog::showVerdict);
    connect(m_move, &QPushButton::clicked, this, &ShiftDialog::commit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    ask();
}

void ShiftDialog::addRow(const Placement &stands, const Equipment &equipment, QGridLayout &grid, int row) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QString name = equipment.name.isEmpty() ? equipment.assetTag : equipment.name;
    auto *from = new QLabel(tr("%1, from %2 to").arg(name, placeText(*snapshot, stands)));
    from->setTextFormat(Qt::PlainText);
    from->setWordWrap(true);
    auto *rack = new QComboBox;
    rack->setObjectName(u"shiftRack%1"_s.arg(row));
    rack->setAccessibleName(tr("Rack for %1").arg(name));
    rack->setEditable(true);
    rack->setInsertPolicy(QComboBox::NoInsert);
    rack->completer()->setFilterMode(Qt::MatchContains);
    rack->completer()->setCompletionMode(QCompleter::PopupCompletion);
    fillRacks(*rack);
    rack->setCurrentIndex(rack->findData(stands.rack.value));
    auto *unit = new DecimalField;
    unit->setObjectName(u"shiftUnit%1"_s.arg(row));
    unit->setAccessibleName(tr("Unit for %1").arg(name));
    unit->setPrefix(u"U"_s);
    unit->setDecimals(1);
    unit->setSingleStep(1);
    unit->setRange(1, 100);
    const Rack *stood = snapshot->racks.find(stands.rack);
    unit->setValue(stood ? unitNumber(*stood, *stands.position) : 1);
    grid.addWidget(from, row, 0);
    grid.addWidget(rack, row, 1);
    grid.addWidget(unit, row, 2);
    m_targets.push_back({stands.id, equipment.height, stands.face, rack, unit});
    connect(rack, &QComboBox::currentIndexChanged, this,
            [this, row] { suggest(m_targets[static_cast<std::size_t>(row)]); });
    connect(unit, &QDoubleSpinBox::valueChanged, this, &ShiftDialog::ask);
}

void ShiftDialog::fillRacks(QComboBox &box) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<std::pair<QString, int>> racks;
    for (const Rack &rack : snapshot->racks) {
        if (rack.during.contains(snapshot->today)) {
            racks.emplace_back(rackPath(*snapshot, rack.id), rack.id.value);
        }
    }
    std::ranges::sort(racks);
    for (const auto &[path, id] : racks) {
        box.addItem(path, id);
    }
}

/// The lowest whole unit that nothing occupies from that day on, and no other of these takes; the check judges it.
void ShiftDialog::suggest(Target &target) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Rack *rack = snapshot->racks.find(RackId{target.rack->currentData().toInt()});
    if (!rack) {
        ask();
        return;
    }
    std::vector<bool> taken(static_cast<std::size_t>(2 * rack->units), false);
    const auto take = [&taken](int from, int until) {
        for (int half = std::max(from, 0); half < std::min<int>(until, static_cast<int>(taken.size())); ++half) {
            taken[static_cast<std::size_t>(half)] = true;
        }
    };
    for (const OccupiedBox &box : snapshot->occupancy) {
        if (box.rack == rack->id && box.during.until > day()) {
            take(box.huFrom, box.huUntil);
        }
    }
    for (const Target &other : m_targets) {
        const auto below = heightBelow(*rack, other.unit->value());
        if (&other != &target && other.rack->currentData() == target.rack->currentData() && below) {
            take(below->halfUnits, below->halfUnits + other.height.halfUnits);
        }
    }
    for (int half = 0; half + target.height.halfUnits <= 2 * rack->units; half += 2) {
        const auto begin = taken.begin() + half;
        if (std::find(begin, begin + target.height.halfUnits, true) == begin + target.height.halfUnits) {
            target.unit->setValue(unitNumber(*rack, {half}));
            break;
        }
    }
    ask();
}

Day ShiftDialog::day() const {
    return Day::fromDate(m_day->date());
}

/// Those that go somewhere else than where they are.
std::vector<PlannedMove> ShiftDialog::moves() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<PlannedMove> moves;
    for (const Target &target : m_targets) {
        const Placement *stands = snapshot->placements.find(target.placement);
        const Rack *rack = snapshot->racks.find(RackId{target.rack->currentData().toInt()});
        const auto below = rack ? heightBelow(*rack, target.unit->value()) : std::nullopt;
        if (stands && below && (stands->rack != rack->id || stands->position != below)) {
            moves.push_back({target.placement, rack->id, *below, target.face});
        }
    }
    return moves;
}

void ShiftDialog::ask() {
    const auto planned = moves();
    if (planned.empty()) {
        m_check->forget();
        showVerdict();
    } else {
        m_check->ask(planned, day());
    }
}

void ShiftDialog::showVerdict() {
    const bool any = !moves().empty();
    m_verdict->setVisible(any);
    m_verdict->show(m_check->verdict());
    m_verdict->setVisible(any);
    // What the engine does not allow the record refuses; what it does not know the record judges.
    m_move->setEnabled(any && m_check->verdict() && !m_answer->busy());
}

void ShiftDialog::commit() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const auto planned = moves();
    if (!m_check->verdict() || m_check->verdict()->cords.size() != planned.size()) {
        return;
    }
    QJsonArray steps;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const PlannedMove &move = planned[i];
        QJsonObject step{{u"placement"_s, move.placement.value},
                         {u"rack"_s, move.rack.value},
                         {u"unit"_s, unitNumber(*snapshot->racks.find(move.rack), move.position)},
                         {u"face"_s, move.face}};
        QJsonArray outlets;
        for (const Cord &cord : m_check->verdict()->cords[i]) {
            outlets << cord.outlet.value;
        }
        if (snapshot->placements.find(move.placement)->rack != move.rack && !outlets.isEmpty()) {
            step[u"outlets"_s] = outlets;
        }
        steps << step;
    }
    m_answer->ask(u"move"_s, {{u"moves"_s, steps}, {u"from"_s, day().toDate().toString(Qt::ISODate)}}, {},
                  [this](const QJsonObject &result) {
                      if (result[u"asked"_s].toBool()) {
                          m_answer->showDone(tr("The facility manager was asked; nothing has moved yet."));
                          m_move->hide();
                      } else {
                          accept();
                      }
                  });
}

} // namespace polder
