#include "administrationpage.h"
#include "adminpart.h"
#include "libraryform.h"
#include "model/core/format.h"
#include "roompreview.h"
#include "settingtext.h"
#include "views/parts/intentform.h"
#include "views/parts/theme.h"

#include <QJsonArray>
#include <QLabel>
#include <QTabWidget>

#include <cmath>

// What can be done on each part of the page, a form for each intention.
namespace polder {

using namespace Qt::StringLiterals;
using fields::choice, fields::day, fields::decimal, fields::lastDay, fields::number, fields::text;

namespace {

/// Mains, watts and volt-amperes of a form in the base units of the record; what is 0 there is left as it is.
void takeThousand(QJsonObject &values, const QString &from, const QString &to) {
    const double amount = values.take(from).toDouble();
    if (amount > 0) {
        values[to] = std::round(amount * 1000);
    }
}

} // namespace

IntentForm::Choices AdministrationPage::nodeKinds() {
    return {{tr("supply"), u"supply"_s},
            {tr("generator"), u"generator"_s},
            {tr("transfer switch"), u"transfer"_s},
            {tr("UPS"), u"ups"_s},
            {tr("switchboard"), u"switchboard"_s},
            {tr("PDU"), u"pdu"_s},
            {tr("busway"), u"busway"_s},
            {tr("feed"), u"feed"_s}};
}

IntentForm *AdministrationPage::addForm(AdminPart &part, const QString &title, IntentForm *form) {
    part.addForm(title, form);
    m_forms << form;
    connect(form, &IntentForm::done, this, &AdministrationPage::ask);
    return form;
}

void AdministrationPage::addPeople() {
    m_tabs->addTab(m_people, tr("People and rights"));
    m_appoint = addForm(*m_people, tr("Give a role"),
                        new IntentForm(m_live, u"appoint"_s,
                                       {choice(u"person"_s, tr("Person")), choice(u"role"_s, tr("Role")),
                                        choice(u"site"_s, tr("Data centre"), false), day(u"from"_s, tr("From")),
                                        lastDay(u"until"_s, tr("Last day"))},
                                       tr("Give")));
    m_end =
        addForm(*m_people, tr("End a role"),
                new IntentForm(m_live, u"appoint"_s,
                               {choice(u"appointment"_s, tr("Role")), lastDay(u"until"_s, tr("Last day"))}, tr("End")));
    m_end->setObjectName(u"end"_s);
    m_end->setShape([this](QJsonObject values) {
        if (!values.contains(u"until"_s)) { // today is the first day without
            values[u"until"_s] = m_live.snapshot()->today.toDate().toString(Qt::ISODate);
        }
        return values;
    });
    (void)addForm(
        *m_people, tr("Add a person"),
        new IntentForm(
            m_live, u"add_person"_s,
            {text(u"name"_s, tr("Name"), true),
             text(u"handle"_s, tr("Short name"), true),
             text(u"email"_s, tr("Mail")),
             text(u"phone"_s, tr("Telephone")),
             {.argument = u"login"_s, .label = tr("may log in"), .kind = FormField::Kind::Check, .value = true}},
            tr("Add")));
    m_deputise = addForm(*m_people, tr("Name a deputy"),
                         new IntentForm(m_live, u"deputise"_s,
                                        {choice(u"person"_s, tr("Person")), choice(u"deputy"_s, tr("Deputy")),
                                         day(u"from"_s, tr("From")), lastDay(u"until"_s, tr("Last day"))},
                                        tr("Name")));
    m_handOver = addForm(*m_people, tr("Somebody leaves"),
                         new IntentForm(m_live, u"hand_over"_s,
                                        {choice(u"person"_s, tr("Who leaves")), choice(u"to"_s, tr("Who takes over")),
                                         text(u"reason"_s, tr("Reason"))},
                                        tr("Hand all over")));
    m_handOver->setDoneText(tr("All roles, open requests and equipment have been handed over."));
    connect(m_people, &AdminPart::chosen, this, &AdministrationPage::showAppointments);
}

void AdministrationPage::addInstitutions() {
    m_tabs->addTab(m_institutions, tr("Institutions"));
    (void)addForm(*m_institutions, tr("Add an institution"),
                  new IntentForm(m_live, u"add_organisation"_s,
                                 {text(u"code"_s, tr("Code"), true), text(u"name"_s, tr("Name"), true)}, tr("Add")));
    m_departments = addForm(*m_institutions, tr("Add a department, or rename one"),
                            new IntentForm(m_live, u"add_departments"_s,
                                           {text(u"code"_s, tr("Code"), true), text(u"name"_s, tr("Name"), true),
                                            text(u"faculty"_s, tr("Faculty"))},
                                           tr("Add")));
    m_departments->setObjectName(u"add_departments"_s);
    m_departments->setShape([](const QJsonObject &values) {
        return QJsonObject{{u"departments"_s, QJsonArray{values}}};
    });
    m_agreement =
        addForm(*m_institutions, tr("Make an agreement"),
                new IntentForm(
                    m_live, u"add_agreement"_s,
                    {choice(u"site"_s, tr("Data centre")), choice(u"guest"_s, tr("Guest")),
                     text(u"reference"_s, tr("Reference"), true), day(u"from"_s, tr("From")),
                     lastDay(u"until"_s, tr("Last day")), text(u"processor_agreement"_s, tr("Processor agreement")),
                     decimal(u"U"_s, tr("Units"), 100000, tr(" U")), decimal(u"kW"_s, tr("Power"), 100000, tr(" kW")),
                     decimal(u"kg"_s, tr("Weight"), 10000000, tr(" kg"))},
                    tr("Make")));
    m_agreement->setShape([](QJsonObject values) {
        QJsonArray lines;
        for (const QString &unit : {u"U"_s, u"kW"_s, u"kg"_s}) {
            if (const double quota = values.take(unit).toDouble(); quota > 0) {
                lines << QJsonObject{{u"unit"_s, unit}, {u"quota"_s, quota}};
            }
        }
        values[u"lines"_s] = lines;
        return values;
    });
}

void AdministrationPage::addSites() {
    m_tabs->addTab(m_sites, tr("Rooms and racks"));
    m_racks = addForm(
        *m_sites, tr("Add a row of racks"),
        new IntentForm(m_live, u"add_racks"_s,
                       {choice(u"room"_s, tr("Room")), text(u"row"_s, tr("Row"), true),
                        number(u"count"_s, tr("Racks"), 1, 100, 10), number(u"first"_s, tr("First number"), 1, 999, 1),
                        number(u"pitch_mm"_s, tr("Pitch"), 200, 10000, 600, tr(" mm")),
                        number(u"x_mm"_s, tr("From the west"), 0, 500000, 0, tr(" mm")),
                        number(u"y_mm"_s, tr("From the north"), 0, 500000, 0, tr(" mm")),
                        choice(u"orientation_deg"_s, tr("Front to the")),
                        number(u"width_mm"_s, tr("Width"), 200, 2000, 600, tr(" mm")),
                        number(u"depth_mm"_s, tr("Depth"), 200, 3000, 1200, tr(" mm")),
                        number(u"height_u"_s, tr("Height"), 1, 100, 42, tr(" U")),
                        number(u"max_kg"_s, tr("Bears"), 1, 20000, 1000, tr(" kg")),
                        number(u"heat_w"_s, tr("Heat"), 0, 1000000, 5000, tr(" W")), choice(u"feed"_s, tr("Rack PDUs")),
                        choice(u"parent_a"_s, tr("Fed on side A"), false),
                        choice(u"parent_b"_s, tr("Fed on side B"), false)},
                       tr("Add")));
    m_racks->setChoices(u"orientation_deg"_s,
                        {{tr("north"), 0}, {tr("east"), 90}, {tr("south"), 180}, {tr("west"), 270}});
    m_racks->setChoices(u"feed"_s, {{tr("32 A, one phase"), u"32A 1P"_s},
                                    {tr("16 A, one phase"), u"16A 1P"_s},
                                    {tr("16 A, three phases"), u"16A 3P"_s},
                                    {tr("32 A, three phases"), u"32A 3P"_s}});
    m_racks->setShape([](QJsonObject values) {
        const QString room = values[u"room"_s].toString(); // SITE/ROOM
        values[u"site"_s] = room.section(u'/', 0, 0);
        values[u"room"_s] = room.section(u'/', 1, 1);
        return values;
    });
    m_room = addForm(
        *m_sites, tr("Draw a room, or change one"),
        new IntentForm(
            m_live, u"draw_room"_s,
            {choice(u"site"_s, tr("Data centre")),
             text(u"code"_s, tr("Code"), true),
             text(u"name"_s, tr("Name")),
             number(u"width_mm"_s, tr("Width, west to east"), 1000, 500000, 12000, tr(" mm")),
             number(u"depth_mm"_s, tr("Depth, north to south"), 1000, 500000, 9000, tr(" mm")),
             number(u"tile_mm"_s, tr("Floor tile"), 100, 2000, 600, tr(" mm")),
             choice(u"floor_class"_s, tr("Floor class"), false),
             choice(u"protection_class"_s, tr("Protection")),
             {.argument = u"medical"_s, .label = tr("for patient data (NEN 7510)"), .kind = FormField::Kind::Check},
             text(u"reason"_s, tr("Reason"))},
            tr("Draw")));
    IntentForm::Choices classes{{tr("not known"), QJsonValue::Null}};
    for (int floor = 1; floor <= 6; ++floor) {
        classes.emplace_back(tr("EN 12825 class %1").arg(floor), floor);
    }
    m_room->setChoices(u"floor_class"_s, classes);
    IntentForm::Choices protections;
    for (const QString &code : {u"middel"_s, u"laag"_s, u"hoog"_s}) {
        protections.emplace_back(Format::dataClass(code), code);
    }
    m_room->setChoices(u"protection_class"_s, protections);
    addBuilding();
    (void)addForm(*m_sites, tr("Add a data centre"),
                  new IntentForm(m_live, u"add_site"_s,
                                 {text(u"code"_s, tr("Code"), true), text(u"name"_s, tr("Name"), true),
                                  text(u"address"_s, tr("Address"))},
                                 tr("Add")));
    m_preview = new RoomPreview;
    m_preview->setObjectName(u"preview"_s);
    m_previewWords = theme::quiet();
    m_previewWords->setObjectName(u"previewWords"_s);
    m_sites->addBelow(m_preview);
    m_sites->addBelow(m_previewWords);
    connect(m_racks, &IntentForm::changed, this, &AdministrationPage::showRow);
    connect(m_sites, &AdminPart::chosen, this, [this](qint64 key) {
        const SnapshotPtr snapshot = m_live.snapshot();
        const Room *room = snapshot->rooms.find(RoomId{static_cast<int>(key)});
        const Site *site = room ? snapshot->sites.find(room->site) : nullptr;
        if (!site) {
            return;
        }
        const QString path = site->code + u'/' + room->code;
        m_racks->setValue(u"room"_s, path);
        m_features->setValue(u"room"_s, path);
        for (auto *form : {m_blocked, m_ended}) {
            form->setValue(u"rack"_s, path + u'/');
        }
        m_room->setValue(u"site"_s, site->code);
        m_room->setValue(u"code"_s, room->code);
        m_room->setValue(u"name"_s, room->name);
        m_room->setValue(u"width_mm"_s, room->width.mm);
        m_room->setValue(u"depth_mm"_s, room->depth.mm);
        m_room->setValue(u"tile_mm"_s, room->tile.mm);
        m_room->setValue(u"protection_class"_s, room->protectionClass);
        m_room->setValue(u"medical"_s, room->medical);
        m_room->setValue(u"floor_class"_s, room->floorClass ? QJsonValue(*room->floorClass) : QJsonValue());
    });
}

/// What changes in a room that is there.
void AdministrationPage::addBuilding() {
    m_features = addForm(
        *m_sites, tr("Draw a wall, column or aisle"),
        new IntentForm(
            m_live, u"draw_features"_s,
            {choice(u"room"_s, tr("Room")),
             choice(u"kind"_s, tr("Kind")),
             text(u"name"_s, tr("Name")),
             number(u"x_mm"_s, tr("From the west"), 0, 500000, 0, tr(" mm")),
             number(u"y_mm"_s, tr("From the north"), 0, 500000, 0, tr(" mm")),
             number(u"width_mm"_s, tr("Width, west to east"), 1, 500000, 600, tr(" mm")),
             number(u"depth_mm"_s, tr("Depth, north to south"), 1, 500000, 600, tr(" mm")),
             {.argument = u"keep_clear"_s, .label = tr("nothing may stand there"), .kind = FormField::Kind::Check},
             text(u"reason"_s, tr("Reason"))},
            tr("Draw")));
    m_features->setChoices(u"kind"_s, {{tr("wall"), u"wall"_s},
                                       {tr("column"), u"column"_s},
                                       {tr("door"), u"door"_s},
                                       {tr("cold aisle"), u"aisle_cold"_s},
                                       {tr("hot aisle"), u"aisle_hot"_s},
                                       {tr("containment"), u"containment"_s},
                                       {tr("ramp"), u"ramp"_s},
                                       {tr("area with a use of its own"), u"area"_s}});
    m_features->setShape([](QJsonObject values) {
        const QString room = values.take(u"room"_s).toString(); // SITE/ROOM
        QJsonObject shaped{{u"site"_s, room.section(u'/', 0, 0)}, {u"room"_s, room.section(u'/', 1, 1)}};
        if (values.contains(u"reason"_s)) {
            shaped[u"reason"_s] = values.take(u"reason"_s);
        }
        shaped[u"features"_s] = QJsonArray{values};
        return shaped;
    });
    m_blocked =
        addForm(*m_sites, tr("Block units of a rack"),
                new IntentForm(m_live, u"block_units"_s,
                               {text(u"rack"_s, tr("Rack"), true), number(u"unit"_s, tr("Lowest unit"), 1, 100, 1),
                                number(u"height_u"_s, tr("Height"), 1, 100, 1, tr(" U")), day(u"from"_s, tr("From")),
                                lastDay(u"until"_s, tr("Last day")), text(u"reason"_s, tr("Reason"), true)},
                               tr("Block")));
    m_ended = addForm(
        *m_sites, tr("Take a rack out of service"),
        new IntentForm(m_live, u"end_service"_s,
                       {text(u"rack"_s, tr("Rack"), true), day(u"from"_s, tr("From")), text(u"reason"_s, tr("Reason"))},
                       tr("Take out")));
}

void AdministrationPage::addPower() {
    m_tabs->addTab(m_power, tr("Power chain"));
    m_node = addForm(*m_power, tr("Add a node"),
                     new IntentForm(m_live, u"add_nodes"_s,
                                    {choice(u"site"_s, tr("Data centre")),
                                     choice(u"kind"_s, tr("Kind")),
                                     text(u"name"_s, tr("Name"), true),
                                     choice(u"parent"_s, tr("Fed from"), false),
                                     text(u"side"_s, tr("Side")),
                                     {.argument = u"kva"_s,
                                      .label = tr("Rating"),
                                      .kind = FormField::Kind::Decimal,
                                      .value = 100,
                                      .least = 0.001,
                                      .most = 100000,
                                      .suffix = tr(" kVA")},
                                     number(u"usable"_s, tr("Of which usable"), 1, 100, 100, tr(" %")),
                                     number(u"units"_s, tr("Paralleled units"), 1, 100, 1)},
                                    tr("Add")));
    m_node->setChoices(u"kind"_s, nodeKinds());
    m_node->setShape([](QJsonObject values) {
        const QJsonValue site = values.take(u"site"_s);
        values[u"usable_permille"_s] = values.take(u"usable"_s).toInt() * 10;
        return QJsonObject{{u"site"_s, site}, {u"nodes"_s, QJsonArray{values}}};
    });
    m_limit = addForm(*m_power, tr("Change a limit"),
                      new IntentForm(m_live, u"set_limit"_s,
                                     {choice(u"node"_s, tr("Node")), day(u"from_date"_s, tr("From")),
                                      decimal(u"normal_w"_s, tr("Normally"), 1000000000, tr(" W")),
                                      decimal(u"line_va"_s, tr("On each phase"), 1000000000, tr(" VA")),
                                      decimal(u"failover_w"_s, tr("When another fails"), 1000000000, tr(" W")),
                                      decimal(u"failover_line_va"_s, tr("Then on each phase"), 1000000000, tr(" VA")),
                                      text(u"reason"_s, tr("Reason"), true)},
                                     tr("Change")));
    m_limit->setShape([](QJsonObject values) {
        takeThousand(values, u"normal_w"_s, u"normal_main"_s);
        takeThousand(values, u"line_va"_s, u"normal_line"_s);
        takeThousand(values, u"failover_w"_s, u"failover_main"_s);
        takeThousand(values, u"failover_line_va"_s, u"failover_line"_s);
        return values;
    });
    m_feed = addForm(*m_power, tr("Feed from elsewhere"),
                     new IntentForm(m_live, u"feed_node"_s,
                                    {choice(u"node"_s, tr("Node")), choice(u"parent"_s, tr("Fed from"), false),
                                     text(u"reason"_s, tr("Reason"))},
                                    tr("Feed")));
    m_feed->setShape([](QJsonObject values) {
        if (!values.contains(u"parent"_s)) {
            values[u"parent"_s] = QJsonValue::Null;
        }
        return values;
    });
    m_gone = addForm(
        *m_power, tr("Take a node out of service"),
        new IntentForm(m_live, u"end_service"_s,
                       {choice(u"node"_s, tr("Node")), day(u"from"_s, tr("From")), text(u"reason"_s, tr("Reason"))},
                       tr("Take out")));
    connect(m_power, &AdminPart::chosen, this, [this](qint64 key) {
        m_limit->setValue(u"node"_s, key);
        m_gone->setValue(u"node"_s, key);
        m_feed->setValue(u"node"_s, key);
        const Node *node = m_live.snapshot()->nodes.find(NodeId{static_cast<int>(key)});
        m_feed->setValue(u"parent"_s, node && node->parent ? QJsonValue(node->parent.value) : QJsonValue());
    });
}

void AdministrationPage::addSettings() {
    m_tabs->addTab(m_settings, tr("Settings"));
    m_setting = addForm(*m_settings, tr("Change a setting"),
                        new IntentForm(m_live, u"set_setting"_s,
                                       {choice(u"key"_s, tr("Setting")), choice(u"organisation"_s, tr("Of"), false),
                                        text(u"value"_s, tr("Value"), true), text(u"reason"_s, tr("Reason"))},
                                       tr("Change")));
    m_setting->setShape([](QJsonObject values) {
        values[u"value"_s] = settingValue(values[u"value"_s].toString());
        return values;
    });
    connect(m_settings, &AdminPart::chosen, this, [this](qint64 key) {
        const QJsonObject setting = m_answer[u"settings"_s].toArray().at(key - 1).toObject();
        m_setting->setValue(u"key"_s, setting[u"key"_s]);
        m_setting->setValue(u"organisation"_s, setting[u"organisation"_s]);
        m_setting->setValue(u"value"_s, settingWritten(setting[u"value"_s]));
    });
}

void AdministrationPage::addLibrary() {
    m_tabs->addTab(m_library, tr("Library"));
    m_library->addForm(tr("Import device types"), new LibraryForm(m_live));
}

} // namespace polder
