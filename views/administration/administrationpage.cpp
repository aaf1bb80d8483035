#include "administrationpage.h"

#include "adminpart.h"
#include "model/core/format.h"
#include "roompreview.h"
#include "settingtext.h"
#include "views/parts/intentform.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QTabWidget>

#include <map>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString dayText(const QJsonValue &value, int shift = 0) {
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? Format().day(Day::fromDate(date).plus(shift)) : QString();
}

} // namespace

AdministrationPage::AdministrationPage(Live &live, QWidget *parent)
    : Page(parent)
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
    connect(&live, &Live::snapshotChanged, this, &AdministrationPage::outdate);
}

/// Roles and settings are in no snapshot: they are asked for each time that somebody looks.
void AdministrationPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    outdate();
}

void AdministrationPage::show(ModelId model) {
    m_tabs->setCurrentWidget(m_library);
    catchUp();
    m_library->table().choose(model.value);
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

void AdministrationPage::fill() {
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
             {settingText(key), settingWritten(setting[u"value"_s]),
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
    m_features->setChoices(u"room"_s, rooms);
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
    m_gone->setChoices(u"node"_s, nodes);
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
