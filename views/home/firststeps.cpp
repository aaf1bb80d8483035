#include "firststeps.h"

#include "model/engine/rules.h"
#include "views/parts/intentform.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace polder {

using namespace Qt::StringLiterals;
using fields::choice, fields::number, fields::text;

namespace {

/// Of the chain above the racks; rack PDUs come with their racks.
bool isPower(const Node &node) {
    const auto *rules = rulesOf(node.kind);
    return rules && QStringView(rules->rule) == u"P5";
}

/// The one that is furthest on its way.
const Request *underWay(const Snapshot &snapshot) {
    static const QStringList order{u"submitted"_s, u"endorsed"_s,  u"in review"_s,
                                   u"held"_s,      u"delivered"_s, u"installed"_s};
    const Request *best = nullptr;
    for (const Request &request : snapshot.requests) {
        if (order.contains(request.state) && (!best || order.indexOf(request.state) > order.indexOf(best->state))) {
            best = &request;
        }
    }
    return best;
}

} // namespace

FirstSteps::FirstSteps(Live &live, Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_steps(new QLabel)
    , m_forms(new QStackedWidget) {
    setObjectName(u"firstSteps"_s);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setTextFormat(Qt::PlainText);
    m_steps->setAlignment(Qt::AlignTop);

    auto *institution =
        new IntentForm(live, u"found_institution"_s,
                       {text(u"code"_s, tr("Code of the institution"), true), text(u"name"_s, tr("Its name"), true),
                        text(u"person"_s, tr("Your name"), true), text(u"handle"_s, tr("Your short name"), true),
                        text(u"email"_s, tr("Your mail"))},
                       tr("Begin"));
    connect(institution, &IntentForm::done, this,
            [this](const QJsonObject &result) { Q_EMIT founded(result[u"handle"_s].toString()); });
    auto *site = new IntentForm(live, u"add_site"_s,
                                {text(u"code"_s, tr("Code of the data centre"), true),
                                 text(u"name"_s, tr("Its name"), true), text(u"address"_s, tr("Address"))},
                                tr("Add the data centre"));
    m_room = new IntentForm(live, u"draw_room"_s,
                            {text(u"code"_s, tr("Code of the room"), true), text(u"name"_s, tr("Its name")),
                             number(u"width_mm"_s, tr("Width, west to east"), 1000, 500000, 12000, tr(" mm")),
                             number(u"depth_mm"_s, tr("Depth, north to south"), 1000, 500000, 9000, tr(" mm"))},
                            tr("Draw the room"));
    m_room->setShape([this](QJsonObject values) {
        values[u"site"_s] = m_site;
        return values;
    });
    m_power = new IntentForm(live, u"add_nodes"_s,
                             {text(u"a"_s, tr("Name of the feed on side A"), true),
                              text(u"b"_s, tr("Name of the feed on side B"), true),
                              number(u"kva"_s, tr("Rating of each"), 1, 100000, 100, tr(" kVA"))},
                             tr("Add both feeds"));
    m_power->setValue(u"a"_s, u"FEED-A"_s);
    m_power->setValue(u"b"_s, u"FEED-B"_s);
    m_power->setShape([this](QJsonObject values) {
        QJsonArray nodes;
        for (const auto &[argument, side] : {std::pair(u"a"_s, u"A"_s), std::pair(u"b"_s, u"B"_s)}) {
            nodes << QJsonObject{{u"kind"_s, u"feed"_s},
                                 {u"name"_s, values[argument]},
                                 {u"side"_s, side},
                                 {u"room"_s, m_roomCode},
                                 {u"kva"_s, values[u"kva"_s]}};
        }
        return QJsonObject{{u"site"_s, m_site}, {u"nodes"_s, nodes}};
    });
    m_racks =
        new IntentForm(live, u"add_racks"_s,
                       {text(u"row"_s, tr("Letter of the row"), true), number(u"count"_s, tr("Racks"), 1, 100, 10),
                        number(u"pitch_mm"_s, tr("Pitch"), 200, 10000, 600, tr(" mm")),
                        number(u"x_mm"_s, tr("From the west"), 0, 500000, 1200, tr(" mm")),
                        number(u"y_mm"_s, tr("From the north"), 0, 500000, 1200, tr(" mm")),
                        number(u"height_u"_s, tr("Height"), 1, 100, 42, tr(" U")),
                        choice(u"parent_a"_s, tr("Fed on side A")), choice(u"parent_b"_s, tr("Fed on side B"))},
                       tr("Add the row"));
    m_racks->setShape([this](QJsonObject values) {
        values[u"site"_s] = m_site;
        values[u"room"_s] = m_roomCode;
        return values;
    });
    const auto ofTheRequest = [this](QJsonObject values) {
        values[u"request"_s] = m_number;
        return values;
    };
    m_endorse = new IntentForm(live, u"endorse"_s, {text(u"comment"_s, tr("Comment"))}, tr("Endorse it"));
    m_review = new IntentForm(live, u"review"_s, {text(u"comment"_s, tr("Comment"))}, tr("Take it into review"));
    m_endorse->setShape(ofTheRequest);
    m_review->setShape(ofTheRequest);
    QPushButton *ask = nullptr;
    QPushButton *hold = nullptr;
    m_forms->addWidget(institution);
    m_forms->addWidget(site);
    m_forms->addWidget(m_room);
    m_forms->addWidget(m_power);
    m_forms->addWidget(m_racks);
    m_forms->addWidget(button(tr("Write and submit a request"), u"writeRequest"_s, ask));
    m_forms->addWidget(m_endorse);
    m_forms->addWidget(m_review);
    m_forms->addWidget(button(tr("Find a place and hold it"), u"findPlace"_s, hold));
    connect(ask, &QPushButton::clicked, this, [this] { m_navigator.writeRequest(); });
    connect(hold, &QPushButton::clicked, this, [this] { m_navigator.findPlace(m_item); });

    auto *words =
        theme::quiet(tr("The record is empty. Nine steps lead to the first rack with a booking; everything can be "
                        "changed later, on the Administration page."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::margin);
    columns->addWidget(m_steps);
    columns->addWidget(m_forms, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(theme::heading(tr("First steps")));
    layout->addWidget(words);
    layout->addLayout(columns, 1);
}

QWidget *FirstSteps::button(const QString &words, const QString &name, QPushButton *&made) {
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    made = new QPushButton(words);
    made->setObjectName(name);
    layout->addWidget(made, 0, Qt::AlignLeft);
    layout->addStretch();
    return widget;
}

FirstSteps::Step FirstSteps::stepOf(const Snapshot &snapshot) {
    if (!snapshot.placements.empty() || !snapshot.occupancy.empty() || !snapshot.floorOccupancy.empty()) {
        return Step::Done;
    }
    if (snapshot.organisations.empty()) {
        return Step::Institution;
    }
    if (snapshot.sites.empty()) {
        return Step::Site;
    }
    if (snapshot.rooms.empty()) {
        return Step::Room;
    }
    if (std::none_of(snapshot.nodes.begin(), snapshot.nodes.end(), isPower)) {
        return Step::Power;
    }
    if (snapshot.racks.empty()) {
        return Step::Racks;
    }
    const Request *request = underWay(snapshot);
    return !request                         ? Step::Request
           : request->state == u"submitted" ? Step::Endorse
           : request->state == u"endorsed"  ? Step::Review
                                            : Step::Hold;
}

void FirstSteps::show(const Snapshot &snapshot) {
    const Step step = stepOf(snapshot);
    if (!snapshot.sites.empty()) {
        m_site = snapshot.sites.begin()->code;
    }
    if (!snapshot.rooms.empty()) {
        m_roomCode = snapshot.rooms.begin()->code;
    }
    if (const Request *request = underWay(snapshot)) {
        m_request = request->id;
        m_number = request->number;
        for (const RequestItem &item : snapshot.requestItems) {
            if (item.request == request->id) {
                m_item = item.id;
                break;
            }
        }
    }
    for (const auto &[argument, side] : {std::pair(u"parent_a"_s, u"A"_s), std::pair(u"parent_b"_s, u"B"_s)}) {
        IntentForm::Choices feeds;
        for (const Node &node : snapshot.nodes) {
            if (isPower(node) && (node.side == side || node.side.isEmpty())) {
                feeds.emplace_back(node.name, node.name);
            }
        }
        m_racks->setChoices(argument, feeds);
    }
    const QStringList names{tr("The institution, and yourself"),
                            tr("A data centre"),
                            tr("A room, to scale"),
                            tr("Power on two sides"),
                            tr("A row of racks"),
                            tr("A request"),
                            tr("The sponsor endorses it"),
                            tr("The facility manager reviews it"),
                            tr("A place is held")};
    QStringList lines;
    for (int i = 0; i < names.size(); ++i) {
        const int here = static_cast<int>(step);
        lines << tr("%1 %2. %3").arg(i < here ? u"✓"_s : i == here ? u"▶"_s : u"○"_s).arg(i + 1).arg(names[i]);
    }
    m_steps->setText(lines.join(u"\n"_s));
    if (step != Step::Done) {
        m_forms->setCurrentIndex(static_cast<int>(step));
    }
}

} // namespace polder
