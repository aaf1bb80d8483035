#include "changeform.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/engine/rules.h"
#include "plannerrows.h"
#include "views/parts/dayfield.h"
#include "views/parts/flowlayout.h"
#include "views/parts/numberfield.h"
#include "views/parts/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>
#include <QStringListModel>

#include <algorithm>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using Kind = ScenarioChangeDraft::Kind;

QString siteCode(const Snapshot &snapshot, SiteId id) {
    const Site *site = snapshot.sites.find(id);
    return site ? site->code : QString();
}

/// A line that helps to name something of a list.
QLineEdit *nameField(QStringListModel *names, const QString &name, QWidget *parent) {
    auto *line = new QLineEdit;
    auto *completer = new QCompleter(names, parent);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    line->setCompleter(completer);
    line->setObjectName(name);
    line->setMinimumWidth(190);
    return line;
}

template <typename Box>
Box *numberField(const QString &name, const QString &unit, const QString &notGiven, double most) {
    auto *box = new Box;
    box->setObjectName(name);
    box->setRange(0, static_cast<decltype(box->value())>(most));
    box->setSuffix(unit);
    box->setSpecialValueText(notGiven);
    return box;
}

QStringList rackNames(const Snapshot &snapshot) {
    QStringList names;
    for (const Rack &rack : snapshot.racks) {
        names << rackPath(snapshot, rack.id);
    }
    return names;
}

/// Of the power chain; what can fail is also within the racks, and cooling units.
QStringList nodeNames(const Snapshot &snapshot, bool thatFail) {
    QStringList names;
    for (const Node &node : snapshot.nodes) {
        const KindRules *rules = rulesOf(node.kind);
        if (rules && rules->dimension == Dimension::Power && (thatFail || !node.rack)) {
            names << siteCode(snapshot, node.site) + u' ' + node.name;
        }
    }
    for (const CoolingUnit &unit : snapshot.coolingUnits) {
        const Room *room = snapshot.rooms.find(unit.room);
        if (thatFail && room) {
            names << siteCode(snapshot, room->site) + u' ' + unit.name;
        }
    }
    return names;
}

bool isOpen(const Request &request) {
    static const QStringList open{u"draft"_s,    u"submitted"_s, u"endorsed"_s, u"in review"_s,
                                  u"returned"_s, u"waiting"_s,   u"held"_s};
    return open.contains(request.state);
}

} // namespace

ChangeForm::ChangeForm(QWidget *parent)
    : FocusStart(parent)
    , m_kind(new QComboBox)
    , m_count(numberField<WholeField>(u"count"_s, {}, {}, 1000))
    , m_height(numberField<DecimalField>(u"height"_s, tr(" U"), tr("as in the library"), 100))
    , m_draw(numberField<WholeField>(u"draw"_s, tr(" W"), tr("as in the library"), 1'000'000))
    , m_weight(numberField<DecimalField>(u"weight"_s, tr(" kg"), tr("as in the library"), 100'000))
    , m_owner(new QComboBox)
    , m_site(new QComboBox)
    , m_unit(numberField<DecimalField>(u"unit"_s, {}, tr("the best"), 100))
    , m_name(new QLineEdit)
    , m_limit(numberField<WholeField>(u"limit"_s, tr(" kW"), tr("the same"), 1'000'000))
    , m_reason(new QLineEdit)
    , m_from(new DayField)
    , m_ends(new QCheckBox(tr("until")))
    , m_last(new DayField)
    , m_names(new QStringListModel(this))
    , m_racks(new QStringListModel(this))
    , m_nodes(new QStringListModel(this)) {
    m_what = nameField(m_names, u"what"_s, this);
    m_rack = nameField(m_racks, u"rack"_s, this);
    m_feedA = nameField(m_nodes, u"feedA"_s, this);
    m_feedB = nameField(m_nodes, u"feedB"_s, this);
    m_kind->setObjectName(u"kind"_s);
    m_owner->setObjectName(u"owner"_s);
    m_site->setObjectName(u"site"_s);
    m_name->setObjectName(u"name"_s);
    m_reason->setObjectName(u"reason"_s);
    m_from->setObjectName(u"from"_s);
    m_ends->setObjectName(u"ends"_s);
    m_last->setObjectName(u"last"_s);
    m_last->setAccessibleName(tr("Last day"));
    m_count->setMinimum(1);
    m_height->setSingleStep(0.5);
    m_height->setDecimals(1);
    m_unit->setSingleStep(0.5);
    m_unit->setDecimals(1);
    m_last->setEnabled(false);
    for (const Kind kind :
         {Kind::Place, Kind::Move, Kind::Retire, Kind::AddRacks, Kind::AddFeed, Kind::Fail, Kind::Refuse}) {
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    }

    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->setSpacing(theme::gap);
    const auto add = [&](const QString &label, QWidget *field, const QString &name, std::vector<Kind> kinds) {
        auto *piece = theme::labelled(label, field, name);
        flow->addWidget(piece);
        m_pieces.push_back({piece, std::move(kinds)});
    };
    const std::vector<Kind> all{Kind::Place,   Kind::Move, Kind::Retire, Kind::AddRacks,
                                Kind::AddFeed, Kind::Fail, Kind::Refuse};
    add(tr("&Change"), m_kind, tr("Change"), all);
    add(tr("&What"), m_what, tr("What"), all);
    add(tr("C&ount"), m_count, tr("Count"), {Kind::Place, Kind::AddRacks});
    add(tr("&Height"), m_height, tr("Height"), {Kind::Place});
    add(tr("Dr&aw of one"), m_draw, tr("Draw of one"), {Kind::Place});
    add(tr("We&ight of one"), m_weight, tr("Weight of one"), {Kind::Place});
    add(tr("Ow&ner"), m_owner, tr("Owner"), {Kind::Place});
    add(tr("Data centr&e"), m_site, tr("Data centre"), {Kind::Place});
    add(tr("&Rack"), m_rack, tr("Rack"), {Kind::Place, Kind::Move});
    add(tr("&Unit"), m_unit, tr("Unit"), {Kind::Move});
    add(tr("Na&me"), m_name, tr("Name"), {Kind::AddFeed});
    add(tr("&Limit"), m_limit, tr("Limit"), {Kind::AddFeed});
    add(tr("Feed &A"), m_feedA, tr("Feed A"), {Kind::AddRacks});
    add(tr("Feed &B"), m_feedB, tr("Feed B"), {Kind::AddRacks});
    add(tr("Rea&son"), m_reason, tr("Reason"), {Kind::Refuse});
    add(tr("&From"), m_from, tr("First day"),
        {Kind::Place, Kind::Move, Kind::Retire, Kind::AddRacks, Kind::AddFeed, Kind::Fail});
    auto *end = new QWidget;
    auto *line = new QHBoxLayout(end);
    line->setContentsMargins({});
    line->addWidget(m_ends);
    line->addWidget(m_last);
    flow->addWidget(end);
    m_pieces.push_back({end, {Kind::Place, Kind::Fail}});
    setFocusStart(m_what);

    connect(m_ends, &QCheckBox::toggled, m_last, &QWidget::setEnabled);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_what->clear();
        offerNames();
        showFields();
    });
    for (auto *line : {m_what, m_rack, m_name}) {
        connect(line, &QLineEdit::textChanged, this, &ChangeForm::showFields);
    }
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &ChangeForm::showFields);
    showFields();
}

void ChangeForm::setSnapshot(const SnapshotPtr &snapshot) {
    if (!m_snapshot || m_snapshot->generation == 0) {
        m_from->setDate(snapshot->today.toDate());
        m_last->setDate(snapshot->today.plus(1).toDate());
    }
    m_snapshot = snapshot;
    const auto refill = [](QComboBox *box, const QString &none, const auto &rows) {
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(none, QString());
        for (const auto &row : rows) {
            box->addItem(row.name.isEmpty() ? row.code : row.name, row.code);
        }
        box->setCurrentIndex(std::max(box->findData(chosen), 0));
    };
    refill(m_owner, tr("nobody in particular"), snapshot->organisations);
    refill(m_site, tr("any"), snapshot->sites);
    m_racks->setStringList(rackNames(*snapshot));
    m_nodes->setStringList(nodeNames(*snapshot, false));
    offerNames();
    showFields();
}

ChangeForm::Kind ChangeForm::kind() const {
    return static_cast<Kind>(m_kind->currentData().toInt());
}

void ChangeForm::offerNames() {
    if (!m_snapshot) {
        return;
    }
    const Snapshot &snapshot = *m_snapshot;
    QStringList names;
    switch (kind()) {
    case Kind::Place:
    case Kind::Refuse:
        for (const Request &request : snapshot.requests) {
            if (isOpen(request)) {
                names << request.number;
            }
        }
        for (const Model &model : snapshot.models) {
            if (kind() == Kind::Place && model.height.value_or(Height{}).halfUnits > 0) {
                names << model.manufacturer + u' ' + model.name;
            }
        }
        break;
    case Kind::Move:
    case Kind::Retire:
        for (const Equipment &equipment : snapshot.equipment) {
            if (!equipment.assetTag.isEmpty()) {
                names << equipment.assetTag;
            }
        }
        break;
    case Kind::AddRacks:
        names = m_racks->stringList();
        break;
    case Kind::AddFeed:
        names = m_nodes->stringList();
        break;
    case Kind::Fail:
        names = nodeNames(snapshot, true);
        break;
    }
    m_names->setStringList(names);
}

bool ChangeForm::asksRequest() const {
    const auto named = [this](const Request &request) {
        return request.number.compare(m_what->text().trimmed(), Qt::CaseInsensitive) == 0;
    };
    return m_snapshot && std::ranges::any_of(m_snapshot->requests, named);
}

/// A request says itself what it asks for; a model is of its own height.
void ChangeForm::showFields() {
    const Kind now = kind();
    const bool requested = now == Kind::Place && asksRequest();
    const std::array<QWidget *, 5> saidByRequest{m_count, m_height, m_draw, m_weight, m_owner};
    for (const Piece &piece : m_pieces) {
        piece.piece->setVisible(std::ranges::find(piece.kinds, now) != piece.kinds.end());
    }
    for (QWidget *field : saidByRequest) {
        field->setEnabled(!requested);
    }
    m_from->setEnabled(!requested);
    m_ends->setEnabled(!requested);
    m_last->setEnabled(!requested && m_ends->isChecked());
    static const std::map<Kind, const char *> hints{
        {Kind::Place, QT_TR_NOOP("a model or the number of a request")},
        {Kind::Move, QT_TR_NOOP("asset tag")},
        {Kind::Retire, QT_TR_NOOP("asset tag")},
        {Kind::AddRacks, QT_TR_NOOP("like this rack")},
        {Kind::AddFeed, QT_TR_NOOP("like this node")},
        {Kind::Fail, QT_TR_NOOP("a node or a cooling unit")},
        {Kind::Refuse, QT_TR_NOOP("number of a request")},
    };
    m_what->setPlaceholderText(tr(hints.at(now)));
    Q_EMIT changed();
}

bool ChangeForm::complete() const {
    const bool named = !m_what->text().trimmed().isEmpty();
    switch (kind()) {
    case Kind::Place:
        return named || m_height->value() > 0;
    case Kind::Move:
        return named && !m_rack->text().trimmed().isEmpty();
    case Kind::AddFeed:
        return named && !m_name->text().trimmed().isEmpty();
    case Kind::Retire:
    case Kind::AddRacks:
    case Kind::Fail:
    case Kind::Refuse:
        return named;
    }
    return false;
}

ScenarioChangeDraft ChangeForm::draft() const {
    ScenarioChangeDraft draft;
    draft.kind = kind();
    const auto text = [](const QLineEdit *line) {
        const QString said = line->text().trimmed();
        return said.isEmpty() ? std::nullopt : std::optional(said);
    };
    const auto chosen = [](const QComboBox *box) {
        const QString code = box->currentData().toString();
        return code.isEmpty() ? std::nullopt : std::optional(code);
    };
    const Day from = Day::fromDate(m_from->date());
    const auto until =
        m_ends->isChecked() ? std::optional(Day::fromDate(m_last->date()).plus(1)) : std::optional<Day>();
    switch (draft.kind) {
    case Kind::Place:
        draft.site = chosen(m_site);
        draft.rack = text(m_rack);
        if (asksRequest()) {
            draft.request = text(m_what);
            return draft;
        }
        draft.model = text(m_what);
        draft.count = m_count->value();
        draft.organisation = chosen(m_owner);
        if (m_height->value() > 0 && !draft.model) {
            draft.height = Height{static_cast<int>(std::lround(m_height->value() * 2))};
        }
        if (m_draw->value() > 0) {
            draft.drawWatts = m_draw->value();
        }
        if (m_weight->value() > 0) {
            draft.weight = fromKilograms(m_weight->value());
        }
        draft.until = until;
        break;
    case Kind::Move:
        draft.assetTag = text(m_what);
        draft.rack = text(m_rack);
        if (m_unit->value() > 0) {
            draft.unit = m_unit->value();
        }
        break;
    case Kind::Retire:
        draft.assetTag = text(m_what);
        break;
    case Kind::AddRacks:
        draft.like = text(m_what);
        draft.count = m_count->value();
        draft.feedA = text(m_feedA);
        draft.feedB = text(m_feedB);
        break;
    case Kind::AddFeed:
        draft.like = text(m_what);
        draft.name = text(m_name);
        if (m_limit->value() > 0) {
            draft.limitWatts = std::int64_t{m_limit->value()} * 1000;
        }
        break;
    case Kind::Fail:
        draft.node = text(m_what);
        draft.until = until;
        break;
    case Kind::Refuse:
        draft.request = text(m_what);
        draft.reason = text(m_reason);
        return draft;
    }
    draft.from = from;
    return draft;
}

} // namespace polder
