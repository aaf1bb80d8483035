#include "holdbar.h"

#include "elevation.h"
#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/engine/pieces.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/flowlayout.h"
#include "views/parts/itemtext.h"
#include "views/parts/movecheck.h"
#include "views/parts/navigator.h"
#include "views/parts/placesjson.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <map>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

Elevation::Ghost ghostOf(const ProposedPlace &place, const QString &label) {
    const int height = place.wanted.item.height.halfUnits * std::max(1, place.wanted.count);
    return {.rack = place.spot.rack,
            .huFrom = place.spot.position.halfUnits,
            .huUntil = place.spot.position.halfUnits + height,
            .widthFrom = place.spot.half == u"right" ? 1 : 0,
            .widthUntil = place.spot.half == u"left" ? 1 : 2,
            .front = place.spot.face != u"rear",
            .rear = place.spot.face != u"front",
            .label = label,
            .movable = true};
}

RackSpot spotOf(const Elevation::Ghost &ghost) {
    return {ghost.rack,
            {ghost.huFrom},
            ghost.front && ghost.rear ? u"both"_s
            : ghost.front             ? u"front"_s
                                      : u"rear"_s,
            ghost.widthUntil - ghost.widthFrom == 2 ? u"full"_s
            : ghost.widthFrom == 0                  ? u"left"_s
                                                    : u"right"_s};
}

/// What is asked could be this item's: the same size and count. Everything else is judged where it would stand.
bool looksLike(const RequestItem &item, const Wanted &asked, const Snapshot &snapshot) {
    const Wanted own = wantedOf(item, snapshot);
    return item.kind == u"rack" && own.item.height == asked.item.height && own.item.halfWidth == asked.item.halfWidth &&
           own.count == asked.count;
}

} // namespace

HoldBar::HoldBar(Live &live, EstateWatch &estates, Navigator &navigator, Elevation &elevation, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_estates(estates)
    , m_navigator(navigator)
    , m_elevation(elevation)
    , m_check(new MoveCheck(estates, this))
    , m_asked(theme::heading({}))
    , m_items(new QComboBox)
    , m_tools(new QWidget)
    , m_until(new DayField)
    , m_untilWords(new QLabel(tr("up to and including")))
    , m_hold(new QPushButton(tr("&Hold here")))
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live)) {
    m_asked->setObjectName(u"offered"_s);
    m_asked->setWordWrap(true);
    m_items->setObjectName(u"holdFor"_s);
    m_items->setAccessibleName(tr("For which request it is held"));
    m_items->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_hold->setObjectName(u"holdHere"_s);
    m_until->setObjectName(u"holdUntil"_s);
    m_until->setAccessibleName(tr("Hold up to and including"));
    m_untilWords->setBuddy(m_until);
    auto *cancelButton = new QPushButton(tr("&Leave it"));
    cancelButton->setObjectName(u"leaveIt"_s);

    auto *hint = theme::quiet(tr("Drag the outline, or take it up with Ctrl+X and the arrow keys; Enter confirms."));
    hint->setWordWrap(true);
    auto *line = new FlowLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_untilWords, m_until, m_hold, cancelButton}) {
        line->addWidget(part);
    }
    auto *tools = new QVBoxLayout(m_tools);
    tools->setContentsMargins({});
    tools->addWidget(m_asked);
    tools->addWidget(m_items);
    tools->addLayout(line);
    tools->addWidget(hint);
    tools->addWidget(m_verdict);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tools);
    layout->addWidget(m_answer);
    m_tools->hide();

    connect(m_items, &QComboBox::currentIndexChanged, this, &HoldBar::judge);
    connect(m_hold, &QPushButton::clicked, this, &HoldBar::confirm);
    connect(cancelButton, &QPushButton::clicked, this, &HoldBar::cancel);
    connect(&elevation, &Elevation::ghostMoved, this, &HoldBar::follow);
    connect(&elevation, &Elevation::ghostConfirmed, this, &HoldBar::confirm);
    connect(m_check, &MoveCheck::changed, this, &HoldBar::showVerdict);
    connect(m_answer, &AnswerPanel::busyChanged, this, &HoldBar::showVerdict);
    connect(m_answer, &AnswerPanel::reasonsChanged, this, &HoldBar::showVerdict);
    connect(m_answer, &AnswerPanel::reloaded, this, &HoldBar::judge);
}

void HoldBar::offer(const ProposedPlace &place) {
    m_answer->dismiss();
    const SnapshotPtr snapshot = m_live.snapshot();
    const Placement *before = snapshot->placements.find(place.moved);
    const Equipment *device = before ? snapshot->equipment.find(before->equipment) : nullptr;
    m_place = place;
    fillChoices(*snapshot);
    m_items->setCurrentIndex(
        std::max<int>(0, static_cast<int>(std::ranges::find(m_choices, place.item) - m_choices.begin()) %
                             std::max<int>(1, static_cast<int>(m_choices.size()))));
    m_asked->setText(device ? tr("Hold %1 here instead").arg(device->name) : askedText());
    const Day lapses = snapshot->today.plus(snapshot->policy.holdDays); // as the record would by itself
    m_until->setMinimumDate(snapshot->today.toDate());
    m_until->setDate((before ? before->holdUntil.value_or(lapses) : lapses).toDate());
    m_tools->show();
    m_elevation.setGhost(ghostOf(place, device ? device->name : QString()));
}

QString HoldBar::askedText() const {
    const Format format;
    const Envelope &item = m_place->wanted.item;
    QStringList parts{m_place->wanted.count > 1
                          ? tr("%1 × %2").arg(m_place->wanted.count).arg(format.height(item.height))
                          : format.height(item.height)};
    if (item.draw) {
        parts << format.power(*item.draw);
    }
    if (item.weight) {
        parts << format.mass(*item.weight);
    }
    if (item.cords) {
        parts << tr("cords: %1").arg(*item.cords);
    }
    return tr("%1, %2").arg(parts.join(u", "_s), format.period(m_place->wanted.during));
}

/// First those that hold nothing yet.
void HoldBar::fillChoices(const Snapshot &snapshot) {
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    m_choices.clear();
    const auto add = [&](const RequestItem &item, const Request &request) {
        m_items->addItem(
            tr("for %1.%2 %3 – %4")
                .arg(request.number)
                .arg(item.ordinal)
                .arg(request.project.isEmpty() ? itemName(item, snapshot) : request.project, heldText(item, snapshot)));
        m_choices.push_back(item.id);
    };
    for (const bool holds : {false, true}) {
        for (const RequestItem &item : snapshot.requestItems) {
            const Request *request = snapshot.requests.find(item.request);
            const bool own = item.id == m_place->item;
            const bool open = request && request->offers.contains(u"hold"_s) && !m_place->moved;
            if (request && holdsOf(item, snapshot).empty() != holds &&
                (own || (open && looksLike(item, m_place->wanted, snapshot)))) {
                add(item, *request);
            }
        }
    }
    if (!m_place->moved && (snapshot.viewer.mayAsk || snapshot.viewer.mayAskForOthers)) {
        m_items->addItem(tr("with a request that is still to be written"));
        m_choices.push_back({});
    }
    m_items->setEnabled(m_items->count() > 1);
    m_items->setToolTip(m_items->currentText());
}

void HoldBar::showSnapshot() {
    if (!m_place) {
        return;
    }
    const RequestItemId before = chosen();
    fillChoices(*m_live.snapshot());
    const auto again = std::ranges::find(m_choices, before);
    const QSignalBlocker quiet(m_items);
    m_items->setCurrentIndex(again == m_choices.end() ? 0 : static_cast<int>(again - m_choices.begin()));
    judge();
}

RequestItemId HoldBar::chosen() const {
    const int index = m_items->currentIndex();
    return index >= 0 && index < std::ssize(m_choices) ? m_choices[static_cast<std::size_t>(index)] : RequestItemId();
}

/// As the item of the request has it, which may say more than the search did.
Wanted HoldBar::wanted(const Snapshot &snapshot) const {
    if (const Placement *held = snapshot.placements.find(m_place->moved)) {
        if (const Equipment *device = snapshot.equipment.find(held->equipment)) {
            return wantedOf(*held, *device, snapshot, snapshot.today);
        }
    }
    const RequestItem *item = snapshot.requestItems.find(chosen());
    return item ? wantedOf(*item, snapshot) : m_place->wanted;
}

/// The outline has been put somewhere else, or has gone.
void HoldBar::follow() {
    if (!m_place) {
        return;
    }
    const auto ghost = m_elevation.ghost();
    if (!ghost || !ghost->movable) {
        m_place.reset();
        m_tools->hide();
        m_check->forget();
        return;
    }
    m_place->spot = spotOf(*ghost);
    judge();
}

void HoldBar::judge() {
    if (m_place) {
        m_wanted = false;
        m_items->setToolTip(m_items->currentText());
        m_check->ask(wanted(*m_live.snapshot()), m_place->spot);
    }
}

void HoldBar::showVerdict() {
    if (!m_place) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    const auto &verdict = m_check->verdict();
    const RequestItem *item = snapshot->requestItems.find(chosen());
    const Request *request = item ? snapshot->requests.find(item->request) : nullptr;
    // What is held of a request that is held as a whole is given back and held again, in one.
    const bool offered = !request || request->offers.contains(u"hold"_s) || m_place->moved;
    m_verdict->show(verdict, !m_answer->saysReasons());
    m_hold->setText(request ? tr("&Hold here") : tr("&Write the request …"));
    m_hold->setEnabled(!m_choices.empty() && verdict && offered && !m_answer->busy());
    m_hold->setToolTip(m_choices.empty() ? tr("There is no request that this could be held for.")
                       : offered         ? QString()
                                         : tr("Places can be held while the request is in review."));
    m_until->setVisible(request);
    m_untilWords->setVisible(request);
    if (verdict) {
        m_elevation.setVerdict(!verdict->fits()   ? Elevation::Verdict::DoesNot
                               : verdict->tight() ? Elevation::Verdict::Tight
                                                  : Elevation::Verdict::Fits,
                               VerdictPanel::word(verdict), VerdictPanel::reasons(*verdict));
        if (std::exchange(m_wanted, false) && verdict->fits()) {
            confirm();
        }
    }
}

void HoldBar::cancel() {
    m_answer->dismiss();
    m_elevation.setGhost({});
    m_elevation.setFocus();
}

/// A hold is of all pieces of an item that have not come: those that are held already stay where they are, unless one
/// of them is what was moved.
QJsonObject HoldBar::holdArguments(const NearSpot &place) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem *item = snapshot->requestItems.find(chosen());
    const Request *request = item ? snapshot->requests.find(item->request) : nullptr;
    if (!request) {
        return {};
    }
    QJsonArray places = placesJson(place, *snapshot);
    const Placement *moved = snapshot->placements.find(m_place->moved);
    if (moved) {
        std::map<EquipmentId, QJsonObject> pieces; // in the order in which places are for pieces
        for (const PlacementId held : holdsOf(*item, *snapshot)) {
            const Placement *one = snapshot->placements.find(held);
            pieces[one->equipment] = held == moved->id ? places.first().toObject() : placeJson(*one, *snapshot);
        }
        places = {};
        for (const auto &[equipment, there] : pieces) {
            places << there;
        }
    }
    const QJsonObject hold{{u"request"_s, request->number},
                           {u"item"_s, item->ordinal},
                           {u"places"_s, places},
                           {u"until_date"_s, m_until->date().toString(Qt::ISODate)}};
    if (!moved || request->offers.contains(u"hold"_s)) {
        return hold;
    }
    const QJsonObject release{{u"placement"_s, moved->id.value}};
    return {{u"steps"_s, QJsonArray{QJsonObject{{u"intention"_s, u"release"_s}, {u"arguments"_s, release}},
                                    QJsonObject{{u"intention"_s, u"hold"_s}, {u"arguments"_s, hold}}}}};
}

/// What the engine says no to the record refuses, with its own words; but not where it was confirmed unseen.
void HoldBar::confirm() {
    m_wanted = m_place && !m_check->verdict();
    if (!m_place || !m_hold->isEnabled() || !m_check->verdict()) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem *item = snapshot->requestItems.find(chosen());
    const Request *request = item ? snapshot->requests.find(item->request) : nullptr;
    if (!request) {
        const QByteArray content = requestContent();
        cancel();
        return m_navigator.fillRequest(content);
    }
    const Wanted asked = wanted(*snapshot);
    const NearSpot here{m_place->spot, asked.item.height, m_check->verdict()->cords};
    const QJsonObject arguments = holdArguments(here);
    const QString intention = arguments.contains(u"steps"_s) ? u"promote"_s : u"hold"_s;
    m_answer->ask(
        intention, arguments, tr("Held for %1.").arg(request->number),
        [this](const QJsonObject &) {
            m_elevation.setGhost({});
            m_elevation.setFocus();
        },
        Elsewhere{&m_estates, asked, m_place->spot, [this](const NearSpot &near) { return holdArguments(near); }});
}

/// What was asked as a .polder-request file has it.
QByteArray HoldBar::requestContent() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Wanted &asked = m_place->wanted;
    const Envelope &envelope = asked.item;
    QJsonObject item{{u"count"_s, asked.count}, {u"height_u"_s, inUnits(envelope.height)}};
    if (envelope.halfWidth) {
        item[u"half_width"_s] = true;
    }
    if (envelope.draw) {
        item[u"draw_w"_s] = static_cast<qint64>(inWatts(*envelope.draw));
    }
    if (envelope.weight) {
        item[u"weight_kg"_s] = inKilograms(*envelope.weight);
    }
    if (envelope.depth) {
        item[u"depth_mm"_s] = envelope.depth->mm;
    }
    if (envelope.cords) {
        item[u"cords"_s] = *envelope.cords;
        item[u"phases"_s] = envelope.phases == u"123" ? 3 : 1;
    }
    for (const auto &[name, value] : {std::pair(u"plug"_s, envelope.plug), std::pair(u"airflow"_s, envelope.airflow)}) {
        if (!value.isEmpty()) {
            item[name] = value;
        }
    }
    const Organisation *owner = snapshot->organisations.find(snapshot->viewer.organisation);
    const Rack *rack = snapshot->racks.find(m_place->spot.rack);
    const Room *room = rack ? snapshot->rooms.find(rack->room) : nullptr;
    const Site *site = room ? snapshot->sites.find(room->site) : nullptr;
    QJsonObject file{{u"version"_s, 1},
                     {u"organisation"_s, owner ? owner->code : QString()},
                     {u"from"_s, asked.during.from.toDate().toString(Qt::ISODate)},
                     {u"items"_s, QJsonArray{item}}};
    if (!asked.during.openEnded()) {
        file[u"until"_s] = asked.during.until.toDate().toString(Qt::ISODate);
    }
    if (site) {
        file[u"wishes"_s] = QJsonObject{{u"site"_s, site->code}};
    }
    return QJsonDocument(file).toJson();
}

} // namespace polder
