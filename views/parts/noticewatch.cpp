#include "noticewatch.h"

#include "model/core/format.h"
#include "model/items/statetext.h"
#include "usersettings.h"
#include "whendone.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Notices)
};

/// What is no state of a request.
constexpr std::pair<QStringView, const char *> topics[] = {
    {u"amended", QT_TRANSLATE_NOOP("polder::Notices", "amended")},
    {u"comment", QT_TRANSLATE_NOOP("polder::Notices", "a comment")},
    {u"declined", QT_TRANSLATE_NOOP("polder::Notices", "declined")},
    {u"deputy", QT_TRANSLATE_NOOP("polder::Notices", "a deputy is named")},
    {u"extend asked", QT_TRANSLATE_NOOP("polder::Notices", "an extension is asked for")},
    {u"extended", QT_TRANSLATE_NOOP("polder::Notices", "extended")},
    {u"handed over", QT_TRANSLATE_NOOP("polder::Notices", "handed over to you")},
    {u"maintenance", QT_TRANSLATE_NOOP("polder::Notices", "maintenance")},
    {u"move asked", QT_TRANSLATE_NOOP("polder::Notices", "a move is asked for")},
    {u"moved", QT_TRANSLATE_NOOP("polder::Notices", "moved")},
    {u"override confirmed", QT_TRANSLATE_NOOP("polder::Notices", "an override is confirmed")},
    {u"override to confirm", QT_TRANSLATE_NOOP("polder::Notices", "an override waits for your word")},
    {u"override withdrawn", QT_TRANSLATE_NOOP("polder::Notices", "an override is withdrawn")},
    {u"owner left", QT_TRANSLATE_NOOP("polder::Notices", "its owner has left")},
    {u"quarterly report", QT_TRANSLATE_NOOP("polder::Notices", "the report of the quarter")},
    {u"quota warning", QT_TRANSLATE_NOOP("polder::Notices", "a quota is nearly used")},
    {u"remove asked", QT_TRANSLATE_NOOP("polder::Notices", "a removal is asked for")},
    {u"renewed", QT_TRANSLATE_NOOP("polder::Notices", "the hold is renewed")},
    {u"replace asked", QT_TRANSLATE_NOOP("polder::Notices", "a replacement is asked for")},
    {u"replaced", QT_TRANSLATE_NOOP("polder::Notices", "replaced")},
    {u"retired", QT_TRANSLATE_NOOP("polder::Notices", "leaves, or has left")},
    {u"security review", QT_TRANSLATE_NOOP("polder::Notices", "the security review is open")},
};

/// The object that a body names, as the viewer knows it.
void putObject(NoticeRow &row, const QJsonObject &body, const Snapshot &snapshot) {
    if (const Placement *placement = snapshot.placements.find(PlacementId{body[u"placement"_s].toInt()})) {
        row.equipment = placement->equipment;
    } else {
        row.equipment = EquipmentId{body[u"equipment"_s].toInt()};
    }
    const Request *request = snapshot.requests.find(RequestId{body[u"request"_s].toInt()});
    const Equipment *equipment = snapshot.equipment.find(row.equipment);
    const Person *person = snapshot.people.find(PersonId{body[u"person"_s].toInt()});
    if (request) {
        row.request = request->id;
        row.object =
            request->project.isEmpty() ? request->number : Text::tr("%1 · %2").arg(request->number, request->project);
    } else if (equipment) {
        row.object = equipment->name.isEmpty() ? equipment->assetTag : equipment->name;
    } else if (person) {
        row.object = person->name;
    }
    const Node *node = snapshot.nodes.find(NodeId{body[u"node"_s].toInt()});
    const CoolingUnit *unit = snapshot.coolingUnits.find(CoolingUnitId{body[u"cooling_unit"_s].toInt()});
    if (node || unit) {
        row.object = node ? node->name : unit->name;
        row.text = maintenanceText(body, row.text, snapshot);
    }
    if (!equipment) {
        row.equipment = {};
    }
}

} // namespace

QString noticeText(const QString &topic) {
    const auto *known = std::ranges::find(topics, QStringView(topic), [](const auto &one) { return one.first; });
    return known == std::end(topics) ? stateText(topic) : Text::tr(known->second);
}

QString maintenanceText(const QJsonObject &body, const QString &text, const Snapshot &snapshot) {
    const Format format;
    const auto dayOf = [&body](const QString &field) {
        return Day::fromDate(QDate::fromString(body[field].toString(), Qt::ISODate));
    };
    const auto names = [&](const QString &field) {
        QStringList named;
        for (const QJsonValue &one : body[field].toArray()) {
            if (const Equipment *equipment = snapshot.equipment.find(EquipmentId{one.toInt()})) {
                named << (equipment->name.isEmpty() ? equipment->assetTag : equipment->name);
            }
        }
        return named.join(u", "_s);
    };
    const Day first = dayOf(u"from"_s), last = dayOf(u"until"_s).plus(-1);
    QStringList sentences{first == last
                              ? Text::tr("On %1.").arg(format.day(first))
                              : Text::tr("From %1 up to and including %2.").arg(format.day(first), format.day(last))};
    if (const QString down = names(u"down"_s); !down.isEmpty()) {
        sentences << Text::tr("Without power: %1.").arg(down);
    }
    if (const QString weakened = names(u"weakened"_s); !weakened.isEmpty()) {
        sentences << Text::tr("With less redundancy: %1.").arg(weakened);
    }
    sentences << text;
    return sentences.join(u' ');
}

NoticeWatch::NoticeWatch(Live &live, QObject *parent) : QObject(parent), m_live(live) {
    connect(&live, &Live::snapshotChanged, this, &NoticeWatch::readAgain);
    readAgain();
}

/// One question at a time; what came in between is asked after it.
void NoticeWatch::readAgain() {
    const std::int64_t now = m_live.snapshot()->generation;
    if (m_reading || now == 0 || now == m_generation) {
        return;
    }
    m_reading = true;
    m_generation = now;
    whenDone(m_live.read(u"notices"_s, {}), this, [this](const Result<QJsonObject> &result) {
        m_reading = false;
        if (!result.ok()) {
            m_generation = -1; // asked again when the record is heard of again
            return;
        }
        take(*result);
        readAgain();
    });
}

void NoticeWatch::take(const QJsonObject &answer) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const qint64 seen = lastSeen();
    std::vector<NoticeRow> rows;
    for (const QJsonValue &one : answer[u"notices"_s].toArray()) {
        NoticeRow row;
        row.id = one[u"id"_s].toInteger();
        row.fresh = row.id > seen;
        row.at = QDateTime::fromString(one[u"at"_s].toString(), Qt::ISODateWithMs);
        row.what = noticeText(one[u"topic"_s].toString());
        row.by = one[u"by"_s].toString();
        row.text = one[u"text"_s].toString();
        putObject(row, one[u"body"_s].toObject(), *snapshot);
        rows.push_back(std::move(row));
    }
    if (rows != m_rows) {
        m_rows = std::move(rows);
        Q_EMIT changed();
    }
}

QString NoticeWatch::settingsKey() const {
    return u"notices/%1/%2"_s.arg(QString(m_live.connection().where).replace(u'/', u'-'))
        .arg(m_live.snapshot()->viewer.person.value);
}

qint64 NoticeWatch::lastSeen() const {
    return UserSettings().value(settingsKey(), 0).toLongLong();
}

int NoticeWatch::fresh() const {
    return static_cast<int>(std::ranges::count(m_rows, true, &NoticeRow::fresh));
}

void NoticeWatch::markSeen() {
    if (fresh() == 0) {
        return;
    }
    UserSettings().setValue(settingsKey(), qint64{std::ranges::max(m_rows, {}, &NoticeRow::id).id});
    for (NoticeRow &row : m_rows) {
        row.fresh = false;
    }
    Q_EMIT changed();
}

} // namespace polder
