#include "administrationpage.h"

#include "adminpart.h"
#include "libraryform.h"
#include "model/core/format.h"
#include "roompreview.h"
#include "settingtext.h"
#include "views/parts/intentform.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTabWidget>

#include <cmath>
#include <map>

namespace polder {

using namespace Qt::StringLiterals;
using fields::choice, fields::day, fields::decimal, fields::lastDay, fields::number, fields::text;

namespace {

QString dayText(const QJsonValue &value, int shift = 0) {
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? Format().day(Day::fromDate(date).plus(shift)) : QString();
}

/// What is written in a field of a setting: a number, true or false, or else a text.
QJsonValue settingValue(const QString &written) {
    const auto read = QJsonDocument::fromJson('[' + written.toUtf8() + ']');
    return read.array().size() == 1 ? read.array().first() : QJsonValue(written);
}

QString written(const QJsonValue &value) {
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isUndefined() || value.isNull() ? QString() : QString::fromUtf8(json.mid(1, json.size() - 2));
}

/// Of the power chain, the supply first; rack PDUs come with their racks.
IntentForm::Choices nodeKinds() {
    return {{AdministrationPage::tr("supply"), u"supply"_s},
            {AdministrationPage::tr("generator"), u"generator"_s},
            {AdministrationPage::tr("transfer switch"), u"transfer"_s},
            {AdministrationPage::tr("UPS"), u"ups"_s},
            {AdministrationPage::tr("switchboard"), u"switchboard"_s},
            {AdministrationPage::tr("PDU"), u"pdu"_s},
            {AdministrationPage::tr("busway"), u"busway"_s},
            {AdministrationPage::tr("feed"), u"feed"_s}};
}

/// Mains, watts and volt-amperes of a form in the base units of the record; what is 0 there is left as it is.
void takeThousand(QJsonObject &values, const QString &from, const QString &to) {
    const double amount = values.take(from).toDouble();
    if (amount > 0) {
        values[to] = std::round(amount * 1000);
    }
}

} // namespace

AdministrationPage::AdministrationPage(Live &live, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_tabs(new QTabWidget)
    , m_people(new AdminPart(
          u"people"_s, tr("People"),
          {tr("Name"), tr("Short name"), tr("Roles"), tr("Deputy"), tr("Mail"), tr("Logs in"), tr("Left on")}))
    , m_institutions(new AdminPart(u"institutions"_s, tr("Agreements"),
                                   {tr("Reference"), tr("Host"), tr("Guest"), tr("Lines"), tr("Period")}))
    , m_sites(
          new AdminPart(u"rooms"_s, tr("Rooms"), {tr("Data centre"), tr("Room"), tr("Name"), tr("Size"), tr("Racks")}))
    , m_power(new AdminPart(u"chain"_s, tr("Nodes of the power chain"),
                            {tr("Data centre"), tr("Node"), tr("Kind"), tr("Side"), tr("Fed from"), tr("Limit today")}))
    , m_settings(new AdminPart(
          u"settings"_s, tr("Settings"),
          {tr("Setting"), tr("Value"), tr("Of"), tr("Bounds"), tr("Set on"), tr("By"), tr("Reason"), tr("Key")}))
    , m_library(
          new AdminPart(u"library"_s, tr("Models"),
                        {tr("Manufacturer"), tr("Model"), tr("Height"), tr("Weight"), tr("Nameplate"), tr("Inlets")})) {
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the administration"));
    m_tabs->setDocumentMode(true);
    addPeople();
    addInstitutions();
    addSites();
    addPower();
    addSettings();
    addLibrary();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Administration")));
    layout->addWidget(m_tabs, 1);
    setFocusStart(m_tabs);
    connect(&live, &Live::snapshotChanged, this, &AdministrationPage::showSnapshot);
    showSnapshot();
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
        m_racks->setValue(u"room"_s, site->code + u'/' + room->code);
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
    connect(m_power, &AdminPart::chosen, this, [this](qint64 key) {
        m_limit->setValue(u"node"_s, key);
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
        m_setting->setValue(u"value"_s, written(setting[u"value"_s]));
    });
}

void AdministrationPage::addLibrary() {
    m_tabs->addTab(m_library, tr("Library"));
    m_library->addForm(tr("Import device types"), new LibraryForm(m_live));
}

void AdministrationPage::showEvent(QShowEvent *event) {
    FocusStart::showEvent(event);
    showSnapshot();
}

void AdministrationPage::ask() {
    if (!isVisible() || m_live.snapshot()->generation == 0) {
        return;
    }
    whenDone(m_live.read(u"administration"_s, {}), this, [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
        if (asked == m_asked && answer.ok()) {
            m_answer = *answer;
            showAnswer();
        }
    });
}

void AdministrationPage::showSnapshot() {
    if (!isVisible()) {
        return; // it is made anew when somebody looks
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    showInstitutions(*snapshot);
    showSites(*snapshot);
    showPower(*snapshot);
    showLibrary(*snapshot);
    ask();
}

QString AdministrationPage::roleName(const QString &code) const {
    const QString language = QLocale().language() == QLocale::Dutch ? u"nl"_s : u"en"_s;
    for (const QJsonValue &role : m_answer[u"roles"_s].toArray()) {
        if (role[u"code"_s].toString() == code) {
            return role[language].toString();
        }
    }
    return code;
}

void AdministrationPage::showAnswer() {
    const QString today = m_live.snapshot()->today.toDate().toString(Qt::ISODate);
    std::vector<AdminRow> people;
    IntentForm::Choices here;
    for (const QJsonValue &person : m_answer[u"people"_s].toArray()) {
        QStringList roles, deputies;
        for (const QJsonValue &one : person[u"appointments"_s].toArray()) {
            const QString until = one[u"until"_s].toString(), from = one[u"from"_s].toString();
            if ((until.isEmpty() || until > today) && from <= today) {
                const QString site = one[u"site"_s].toString();
                roles << (site.isEmpty() ? roleName(one[u"role"_s].toString())
                                         : tr("%1 %2").arg(roleName(one[u"role"_s].toString()), site));
            }
        }
        for (const QJsonValue &one : person[u"deputies"_s].toArray()) {
            deputies << tr("%1 until %2").arg(one[u"name"_s].toString(), dayText(one[u"until"_s], -1));
        }
        const QString handle = person[u"handle"_s].toString(), name = person[u"name"_s].toString();
        people.push_back({person[u"id"_s].toInteger(),
                          {name, handle, roles.join(u", "_s), deputies.join(u", "_s), person[u"email"_s].toString(),
                           person[u"login"_s].toBool() ? tr("yes") : tr("no"), dayText(person[u"left_on"_s])}});
        if (person[u"left_on"_s].toString().isEmpty()) {
            here.emplace_back(tr("%1 (%2)").arg(name, handle), handle);
        }
    }
    m_people->showRows(std::move(people));
    for (const auto &[form, argument] :
         {std::pair(m_appoint, u"person"_s), std::pair(m_deputise, u"person"_s), std::pair(m_deputise, u"deputy"_s),
          std::pair(m_handOver, u"person"_s), std::pair(m_handOver, u"to"_s)}) {
        form->setChoices(argument, here);
    }
    IntentForm::Choices roles;
    for (const QJsonValue &role : m_answer[u"roles"_s].toArray()) {
        roles.emplace_back(roleName(role[u"code"_s].toString()), role[u"code"_s]);
    }
    m_appoint->setChoices(u"role"_s, roles);
    showAppointments(m_people->table().chosen());

    std::vector<AdminRow> settings;
    IntentForm::Choices keys;
    const Format format;
    for (const QJsonValue &setting : m_answer[u"settings"_s].toArray()) {
        const QString key = setting[u"key"_s].toString(), house = setting[u"organisation"_s].toString();
        const QString bounds = setting[u"lowest"_s].isDouble()
                                   ? tr("%1 to %2")
                                         .arg(format.count(setting[u"lowest"_s].toInteger()),
                                              format.count(setting[u"highest"_s].toInteger()))
                                   : QString();
        const QDateTime at = QDateTime::fromString(setting[u"at"_s].toString(), Qt::ISODate);
        settings.push_back(
            {std::ssize(settings) + 1,
             {settingText(key), written(setting[u"value"_s]),
              !setting[u"value"_s].isNull() && house.isEmpty() ? tr("all") : house, bounds,
              at.isValid() ? QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat) : QString(),
              setting[u"by"_s].toString(), setting[u"reason"_s].toString(), key}});
        if (keys.empty() || keys.back().second != key) {
            keys.emplace_back(settingText(key), key);
        }
    }
    m_settings->showRows(std::move(settings));
    m_setting->setChoices(u"key"_s, keys);
}

void AdministrationPage::showAppointments(qint64 person) {
    IntentForm::Choices appointments;
    const QString today = m_live.snapshot()->today.toDate().toString(Qt::ISODate);
    for (const QJsonValue &one : m_answer[u"people"_s].toArray()) {
        if (one[u"id"_s].toInteger() != person) {
            continue;
        }
        for (const auto &form : {m_appoint, m_deputise, m_handOver}) {
            form->setValue(u"person"_s, one[u"handle"_s]);
        }
        for (const QJsonValue &held : one[u"appointments"_s].toArray()) {
            if (const QString until = held[u"until"_s].toString(); until.isEmpty() || until > today) {
                appointments.emplace_back(
                    tr("%1: %2, since %3")
                        .arg(one[u"name"_s].toString(), roleName(held[u"role"_s].toString()), dayText(held[u"from"_s])),
                    held[u"id"_s]);
            }
        }
    }
    m_end->setChoices(u"appointment"_s, appointments);
}

void AdministrationPage::showInstitutions(const Snapshot &snapshot) {
    const auto code = [&snapshot](OrganisationId id) {
        const Organisation *house = snapshot.organisations.find(id);
        return house ? house->code : QString();
    };
    const Format format;
    std::map<AgreementId, QStringList> lines;
    for (const AgreementLine &line : snapshot.agreementLines) {
        std::optional<std::int64_t> quota;
        for (const NodeLimit &limit : snapshot.nodeLimits) {
            if (limit.node == line.node && limit.from <= snapshot.today) {
                quota = limit.normalMain;
            }
        }
        const std::int64_t base = line.unit == u"U" ? 2 : line.unit == u"kW" ? 1000000 : line.unit == u"kg" ? 1000 : 1;
        lines[line.agreement] << (quota ? tr("%1 %2").arg(format.count(*quota / base)).arg(line.unit) : line.unit);
    }
    std::vector<AdminRow> rows;
    for (const Agreement &agreement : snapshot.agreements) {
        rows.push_back({agreement.id.value,
                        {agreement.reference, code(agreement.host), code(agreement.guest),
                         lines[agreement.id].join(u" · "_s), format.period(agreement.during)}});
    }
    m_institutions->showRows(std::move(rows));
    IntentForm::Choices houses, sites, noneOrHouse{{tr("all"), QJsonValue::Null}};
    for (const Organisation &house : snapshot.organisations) {
        houses.emplace_back(tr("%1 – %2").arg(house.code, house.name), house.code);
        if (house.id == snapshot.viewer.organisation) {
            noneOrHouse.emplace_back(house.code, house.code);
        }
    }
    m_agreement->setChoices(u"guest"_s, houses);
    m_setting->setChoices(u"organisation"_s, noneOrHouse);
    IntentForm::Choices anySite{{tr("all of the institution"), QJsonValue::Null}};
    for (const Site &site : snapshot.sites) {
        sites.emplace_back(tr("%1 – %2").arg(site.code, site.name), site.code);
        anySite.push_back(sites.back());
    }
    m_agreement->setChoices(u"site"_s, sites);
    m_appoint->setChoices(u"site"_s, anySite);
    m_room->setChoices(u"site"_s, sites);
    m_node->setChoices(u"site"_s, sites);
}

void AdministrationPage::showSites(const Snapshot &snapshot) {
    const Format format;
    std::map<RoomId, int> racks;
    for (const Rack &rack : snapshot.racks) {
        racks[rack.room] += rack.during.contains(snapshot.today) ? 1 : 0;
    }
    std::vector<AdminRow> rows;
    IntentForm::Choices rooms;
    for (const Room &room : snapshot.rooms) {
        const Site *site = snapshot.sites.find(room.site);
        const QString code = site ? site->code : QString();
        rows.push_back(
            {room.id.value,
             {code, room.code, room.name, tr("%1 × %2").arg(format.length(room.width), format.length(room.depth)),
              format.count(racks[room.id])}});
        rooms.emplace_back(code + u'/' + room.code, code + u'/' + room.code);
    }
    m_sites->showRows(std::move(rows));
    m_racks->setChoices(u"room"_s, rooms);
    showRow();
}

/// The row as it is being typed, on the plan of its room.
void AdministrationPage::showRow() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QJsonObject values = m_racks->values();
    const QString path = values[u"room"_s].toString();
    const Room *room = nullptr;
    for (const Room &one : snapshot->rooms) {
        const Site *site = snapshot->sites.find(one.site);
        if (site && site->code + u'/' + one.code == path) {
            room = &one;
        }
    }
    if (!room) {
        m_preview->show({}, {}, {});
        m_previewWords->setText(tr("There is no room yet."));
        return;
    }
    std::vector<QRectF> racks, thought;
    for (const Rack &rack : snapshot->racks) {
        if (rack.room == room->id && rack.during.contains(snapshot->today)) {
            racks.push_back(footprintOf(rack));
        }
    }
    Rack next;
    next.orientationDegrees = values[u"orientation_deg"_s].toInt();
    next.width = Length{values[u"width_mm"_s].toInt()};
    next.depth = Length{values[u"depth_mm"_s].toInt()};
    next.x = Length{values[u"x_mm"_s].toInt()};
    next.y = Length{values[u"y_mm"_s].toInt()};
    const bool across = next.orientationDegrees == 90 || next.orientationDegrees == 270;
    for (int i = 0; i < values[u"count"_s].toInt(); ++i) {
        thought.push_back(footprintOf(next));
        (across ? next.y : next.x).mm += values[u"pitch_mm"_s].toInt();
    }
    m_preview->show(QSizeF(room->width.mm, room->depth.mm), racks, thought);
    const int misfits = m_preview->misfits();
    m_previewWords->setText(misfits == 0 ? tr("%1, north is up; the row as it would stand: dashed.").arg(path)
                                         : tr("%1, north is up. Without a place: %2").arg(path).arg(misfits));
}

void AdministrationPage::showPower(const Snapshot &snapshot) {
    const Format format;
    const auto nameOf = [&snapshot](const Node &node) {
        const Site *site = snapshot.sites.find(node.site);
        return site ? site->code + u' ' + node.name : node.name;
    };
    std::map<NodeId, std::int64_t> limits;
    for (const NodeLimit &limit : snapshot.nodeLimits) {
        if (limit.normalMain && limit.from <= snapshot.today) {
            limits[limit.node] = *limit.normalMain;
        }
    }
    const IntentForm::Choices kinds = nodeKinds();
    std::vector<AdminRow> rows;
    IntentForm::Choices nodes, parents{{tr("nothing"), QJsonValue::Null}}, names{{tr("nothing"), QJsonValue::Null}};
    for (const Node &node : snapshot.nodes) {
        const auto kind = std::ranges::find(kinds, node.kind, [](const auto &one) { return one.second.toString(); });
        if (node.rack || kind == kinds.end()) {
            continue;
        }
        const Site *site = snapshot.sites.find(node.site);
        const Node *parent = snapshot.nodes.find(node.parent);
        const auto limit = limits.find(node.id);
        rows.push_back(
            {node.id.value,
             {site ? site->code : QString(), node.name, kind->first, node.side, parent ? parent->name : QString(),
              limit == limits.end() ? tr("unknown") : format.power(Power{limit->second})}});
        nodes.emplace_back(nameOf(node), node.id.value);
        parents.emplace_back(nameOf(node), node.id.value);
        names.emplace_back(nameOf(node), node.name);
    }
    m_power->showRows(std::move(rows));
    m_limit->setChoices(u"node"_s, nodes);
    m_feed->setChoices(u"node"_s, nodes);
    m_feed->setChoices(u"parent"_s, parents);
    for (const auto &[form, argument] :
         {std::pair(m_node, u"parent"_s), std::pair(m_racks, u"parent_a"_s), std::pair(m_racks, u"parent_b"_s)}) {
        form->setChoices(argument, names);
    }
}

void AdministrationPage::showLibrary(const Snapshot &snapshot) {
    const Format format;
    std::vector<AdminRow> rows;
    for (const Model &model : snapshot.models) {
        rows.push_back({model.id.value,
                        {model.manufacturer, model.name, model.height ? format.height(*model.height) : QString(),
                         model.weight ? format.mass(*model.weight) : QString(),
                         model.nameplateWatts ? format.power(fromWatts(*model.nameplateWatts)) : QString(),
                         model.supplies > 0 ? tr("%1 × %2").arg(model.supplies).arg(model.inlet) : QString()}});
    }
    m_library->showRows(std::move(rows));
}

} // namespace polder
