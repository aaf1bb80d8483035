#include "installdialog.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/core/rackpath.h"
#include "model/engine/fit.h"
#include "model/engine/pieces.h"
#include "views/paper/labels.h"
#include "views/paper/printing.h"
#include "views/parts/answerpanel.h"
#include "views/parts/combotip.h"
#include "views/parts/growing.h"
#include "views/parts/movecheck.h"
#include "views/parts/numberfield.h"
#include "views/parts/savepaper.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <set>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 560;

bool isFree(const Snapshot &snapshot, OutletId outlet, const Placement &placement) {
    return std::ranges::find(placement.outlets, outlet) != placement.outlets.end() ||
           std::ranges::none_of(snapshot.outletUse.rowsOf(outlet),
                                [&](const OutletUse &use) { return use.during.overlaps(placement.during); });
}

/// In which its cords can go there: free all the time, and of its kind; its own always.
std::vector<OutletId> outletsFor(const Snapshot &snapshot, RackId rack, const Placement &placement,
                                 const Equipment &equipment) {
    std::vector<OutletId> outlets;
    const Envelope item = envelopeOf(equipment, placement, snapshot);
    for (const Outlet &outlet : snapshot.outlets) {
        const Node *node = snapshot.nodes.find(outlet.node);
        if (rack && node && node->rack == rack && outletSuits(snapshot, outlet, item) &&
            isFree(snapshot, outlet.id, placement)) {
            outlets.push_back(outlet.id);
        }
    }
    for (const OutletId own : placement.outlets) {
        if (rack == rackAround(snapshot, placement) && std::ranges::find(outlets, own) == outlets.end()) {
            outlets.push_back(own);
        }
    }
    return outlets;
}

} // namespace

InstallDialog::InstallDialog(Live &live, EstateWatch &estates, RequestId request, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_request(request)
    , m_check(new MoveCheck(estates, this))
    , m_piece(new QComboBox)
    , m_serial(new QLineEdit)
    , m_tag(new QLineEdit)
    , m_place(new QLabel)
    , m_rack(new QComboBox)
    , m_unit(new DecimalField)
    , m_face(new QComboBox)
    , m_form(theme::form())
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live))
    , m_install(new QPushButton(tr("&Installed")))
    , m_label(new QPushButton(tr("&Label …")))
    , m_printLabel(new QPushButton(tr("&Print label …"))) {
    setObjectName(u"installDialog"_s);
    const Request *asked = live.snapshot()->requests.find(request);
    setWindowTitle(tr("Install what %1 asked for").arg(asked ? asked->number : QString()));
    resize(leastWidth, 0);
    growWithContents(*this);
    buildForm(*m_form);
    m_install->setObjectName(u"installNow"_s);
    m_install->setDefault(true);
    m_label->setObjectName(u"label"_s);
    m_label->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_label, QDialogButtonBox::ActionRole);
    m_label->setEnabled(false); // a box shows all its buttons
    m_printLabel->setObjectName(u"printLabel"_s);
    m_printLabel->setAutoDefault(false);
    buttons->addButton(m_printLabel, QDialogButtonBox::ActionRole);
    m_printLabel->setEnabled(false);
    buttons->addButton(m_install, QDialogButtonBox::ApplyRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_verdict);
    layout->addWidget(m_answer);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_piece, &QComboBox::currentIndexChanged, this, &InstallDialog::showPiece);
    for (QComboBox *field : {m_rack, m_face}) {
        connect(field, &QComboBox::currentTextChanged, this, &InstallDialog::judge);
    }
    connect(m_unit, &QDoubleSpinBox::valueChanged, this, &InstallDialog::judge);
    connect(m_check, &MoveCheck::changed, this, &InstallDialog::showVerdict);
    connect(m_answer, &AnswerPanel::busyChanged, this, &InstallDialog::showVerdict);
    connect(m_install, &QPushButton::clicked, this, &InstallDialog::install);
    connect(m_label, &QPushButton::clicked, this, [this] { giveLabel(savePaper); });
    connect(m_printLabel, &QPushButton::clicked, this, [this] { giveLabel(printPaper); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&live, &Live::snapshotChanged, this, &InstallDialog::fillPieces);
    fillPieces();
    m_serial->setFocus();
}

void InstallDialog::buildForm(QFormLayout &form) {
    constexpr double mostUnits = 100;
    m_piece->setObjectName(u"piece"_s);
    m_serial->setObjectName(u"serial"_s);
    m_tag->setObjectName(u"assetTag"_s);
    m_place->setObjectName(u"place"_s);
    m_rack->setObjectName(u"rack"_s);
    m_unit->setObjectName(u"unit"_s);
    m_face->setObjectName(u"face"_s);
    m_piece->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rack->setEditable(true);
    m_rack->setInsertPolicy(QComboBox::NoInsert);
    m_rack->completer()->setFilterMode(Qt::MatchContains);
    m_rack->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_unit->setDecimals(1);
    m_unit->setRange(0.5, mostUnits);
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (const auto &[words, face] : {std::pair(tr("front"), u"front"_s), std::pair(tr("rear"), u"rear"_s),
                                      std::pair(tr("front and rear"), u"both"_s)}) {
        m_face->addItem(words, face);
    }
    theme::addField(form, tr("&Piece"), m_piece);
    theme::addField(form, tr("&Serial number"), m_serial);
    theme::addField(form, tr("Asset &tag"), m_tag);
    theme::addField(form, tr("Place"), m_place);
    theme::addField(form, tr("&Rack"), m_rack);
    theme::addField(form, tr("&Unit"), m_unit);
    theme::addField(form, tr("&Face"), m_face);
    QStringList racks;
    const SnapshotPtr snapshot = m_live.snapshot();
    for (const Rack &rack : snapshot->racks) {
        if (rack.during.contains(snapshot->today)) {
            racks << rackPath(*snapshot, rack.id);
        }
    }
    racks.sort();
    m_rack->addItems(racks);
}

/// A chassis before what is in it.
void InstallDialog::fillPieces() {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<Piece> waiting;
    for (const Piece &piece : piecesOf(m_request, *snapshot)) {
        if (waits(*piece.placement, *snapshot)) {
            waiting.push_back(piece);
        }
    }
    std::ranges::stable_sort(waiting, {}, [](const Piece &piece) {
        return std::tuple(static_cast<bool>(piece.placement->chassis), piece.item->ordinal, piece.placement->id);
    });
    const QVariant before = m_piece->currentData();
    {
        const QSignalBlocker quiet(m_piece);
        m_piece->clear();
        for (const Piece &piece : waiting) {
            m_piece->addItem(piece.equipment->name, piece.placement->id.value);
        }
        m_piece->setCurrentIndex(waiting.empty() ? -1 : std::max(0, m_piece->findData(before)));
    }
    showPiece();
}

const Placement *InstallDialog::placement(const Snapshot &snapshot) const {
    return snapshot.placements.find(PlacementId{m_piece->currentData().toInt()});
}

bool InstallDialog::onRails(const Snapshot &snapshot) const {
    const Placement *place = placement(snapshot);
    return place && place->position.has_value();
}

const Rack *InstallDialog::rack(const Snapshot &snapshot) const {
    const Placement *place = placement(snapshot);
    return !place            ? nullptr
           : place->position ? findRack(snapshot, m_rack->currentText().trimmed())
                             : snapshot.racks.find(rackAround(snapshot, *place));
}

/// The fields of a piece that is shown already stay as they were typed.
void InstallDialog::showPiece() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *place = placement(*snapshot);
    const Equipment *equipment = place ? snapshot->equipment.find(place->equipment) : nullptr;
    for (QWidget *field : std::initializer_list<QWidget *>{m_piece, m_serial, m_tag, m_rack, m_unit, m_face}) {
        field->setEnabled(equipment);
    }
    const PlacementId shown = equipment ? place->id : PlacementId();
    if (shown == m_shown) {
        return showVerdict();
    }
    m_shown = shown;
    m_plugged = {};
    m_serial->setText(equipment ? equipment->serial : QString());
    m_tag->setText(equipment ? equipment->assetTag : QString());
    m_place->setText(equipment ? placeText(*snapshot, *place) : tr("Nothing of it waits to be installed."));
    const bool rails = onRails(*snapshot);
    m_form->setRowVisible(m_place, !rails);
    for (QWidget *field : std::initializer_list<QWidget *>{m_rack, m_unit, m_face}) {
        m_form->setRowVisible(field, rails);
    }
    if (const Rack *stand = rails ? snapshot->racks.find(place->rack) : nullptr) {
        const QSignalBlocker quiet(m_rack);
        const QSignalBlocker quietToo(m_unit);
        const QSignalBlocker andQuiet(m_face);
        m_rack->setCurrentText(rackPath(*snapshot, stand->id));
        m_unit->setValue(unitNumber(*stand, *place->position));
        m_face->setCurrentIndex(std::max(0, m_face->findData(place->face.text())));
    }
    judge();
}

/// Of the rack that it goes into: as held, in another rack as it was judged.
void InstallDialog::fillOutlets() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *place = placement(*snapshot);
    const Equipment *equipment = place ? snapshot->equipment.find(place->equipment) : nullptr;
    const Rack *stand = rack(*snapshot);
    const RackId wanted = stand ? stand->id : RackId();
    if (wanted == m_plugged && !m_outlets.empty()) {
        return;
    }
    for (QComboBox *one : m_outlets) {
        m_form->removeRow(one);
    }
    m_outlets.clear();
    m_plugged = wanted;
    if (!equipment) {
        return;
    }
    std::vector<OutletId> proposed = place->outlets;
    if (stand && stand->id != rackAround(*snapshot, *place)) {
        proposed.clear();
        if (m_check->verdict() && !m_check->verdict()->cords.empty()) {
            std::ranges::transform(m_check->verdict()->cords.front(), std::back_inserter(proposed), &Cord::outlet);
        }
    }
    const auto outlets = outletsFor(*snapshot, wanted, *place, *equipment);
    for (int cord = 0; cord < equipment->cords && !outlets.empty(); ++cord) {
        auto *field = new QComboBox;
        field->setObjectName(u"outlet%1"_s.arg(cord + 1));
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->addItem(tr("none yet"), 0);
        for (const OutletId outlet : outlets) {
            field->addItem(
                tr("%1 (%2)").arg(outletsText(*snapshot, {outlet}), snapshot->outlets.find(outlet)->type.text()),
                outlet.value);
        }
        const int known = cord < std::ssize(proposed) ? field->findData(proposed[cord].value) : 0;
        field->setCurrentIndex(std::max(0, known));
        tipWhatIsChosen(*field);
        theme::addField(*m_form, tr("Cord %1").arg(cord + 1), field);
        m_outlets.push_back(field);
    }
}

void InstallDialog::judge() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *place = placement(*snapshot);
    const Rack *stand = rack(*snapshot);
    const auto below = stand ? heightBelow(*stand, m_unit->value()) : std::nullopt;
    if (onRails(*snapshot) && below) {
        m_check->ask({{place->id, stand->id, *below, m_face->currentData().toString()}}, snapshot->today);
    } else {
        m_check->forget();
    }
}

void InstallDialog::showVerdict() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const bool rails = onRails(*snapshot);
    m_verdict->setVisible(rails);
    m_verdict->show(m_check->verdict());
    // In another rack the outlets are known once it has been judged.
    if (!rails || m_check->verdict()) {
        fillOutlets();
    }
    m_install->setEnabled(placement(*snapshot) && (!rails || m_check->verdict()) && !m_answer->busy());
}

QJsonObject InstallDialog::arguments(const Snapshot &snapshot) const {
    const Placement *place = placement(snapshot);
    QJsonObject asked{{u"placement"_s, place->id.value}};
    for (const auto &[name, text] :
         {std::pair(u"serial"_s, m_serial->text().trimmed()), std::pair(u"asset_tag"_s, m_tag->text().trimmed())}) {
        if (!text.isEmpty()) {
            asked[name] = text;
        }
    }
    const Rack *stand = rack(snapshot);
    if (stand && onRails(snapshot)) {
        const auto below = heightBelow(*stand, m_unit->value());
        const QString face = m_face->currentData().toString();
        if (stand->id != place->rack || below != place->position || face != place->face) {
            asked[u"rack"_s] = stand->id.value;
            asked[u"unit"_s] = m_unit->value();
            asked[u"face"_s] = face;
        }
    }
    std::vector<OutletId> outlets;
    for (const QComboBox *one : m_outlets) {
        if (const int outlet = one->currentData().toInt(); outlet != 0) {
            outlets.push_back({outlet});
        }
    }
    if (!outlets.empty() && outlets != place->outlets) {
        QJsonArray ids;
        for (const OutletId outlet : outlets) {
            ids << outlet.value;
        }
        asked[u"outlets"_s] = ids;
    }
    return asked;
}

void InstallDialog::install() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *place = placement(*snapshot);
    if (!place) {
        return;
    }
    m_label->setEnabled(false);
    m_printLabel->setEnabled(false);
    m_answer->ask(u"install"_s, arguments(*snapshot), {}, [this, equipment = place->equipment](const QJsonObject &) {
        // The snapshot is newer than the answer: the next piece is shown already.
        const SnapshotPtr now = m_live.snapshot();
        m_installed = equipment;
        m_answer->showDone(progressText(m_request, *now));
        const Equipment *installed = now->equipment.find(equipment);
        m_label->setEnabled(installed && !installed->assetTag.isEmpty());
        m_printLabel->setEnabled(m_label->isEnabled());
        m_label->setText(installed ? tr("&Label of %1 …").arg(installed->assetTag) : QString());
        m_serial->setFocus();
    });
}

void InstallDialog::giveLabel(GivePaper give) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const auto labels = labelsOf(*snapshot, {m_installed});
    if (labels.empty()) {
        return;
    }
    give(
        this, labels.front().tag, [labels] { return labelSheets(labels); },
        [this](const QString &trouble) {
            Error error;
            error.kind = Error::Kind::Unavailable;
            m_answer->showError(error, trouble, {});
        });
}

QString InstallDialog::progressText(RequestId id, const Snapshot &snapshot) {
    const Request *request = snapshot.requests.find(id);
    if (!request) {
        return tr("Done.");
    }
    std::set<EquipmentId> installed;
    int wanted = 0;
    for (const RequestItem &item : snapshot.requestItems) {
        wanted += item.request == id ? item.count : 0;
    }
    for (const auto &[item, equipment, placement] : piecesOf(id, snapshot)) {
        if (placement->state == u"installed") {
            installed.insert(equipment->id);
        }
    }
    return tr("%1: installed, %2 of %3 pieces.").arg(request->number).arg(installed.size()).arg(wanted);
}

} // namespace polder
