#include "views/paper/sitesheet.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "views/paper/outline.h"
#include "views/paper/pages.h"
#include "views/paper/planpaper.h"

#include <QCoreApplication>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::SiteSheet)
};

constexpr double mm = Pages::perMm;
constexpr double nameWidth = 68 * mm;

/// What is not known has to be asked: it is a line too, with room to write.
void fact(Pages &pages, const QString &name, const QString &value) {
    constexpr double line = 6.2 * mm;
    pages.need(line);
    if (QPainter *painter = pages.painter()) {
        painter->setFont(Pages::font(9, true));
        painter->drawText(QRectF(0, pages.y(), nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter->setFont(Pages::font(9));
        painter->drawText(QRectF(nameWidth, pages.y(), pages.width() - nameWidth, line),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          value.isEmpty() ? Text::tr("not known: ______________________") : value);
    }
    pages.advance(line);
}

void tick(Pages &pages, const QString &text) {
    constexpr double line = 7.5 * mm;
    constexpr double box = 4 * mm;
    pages.need(line);
    if (QPainter *painter = pages.painter()) {
        painter->setPen(QPen(Qt::black, 5));
        painter->drawRect(QRectF(0, pages.y() + (line - box) / 2, box, box));
        painter->setFont(Pages::font(9));
        painter->drawText(QRectF(box + 3 * mm, pages.y(), pages.width() - box, line), Qt::AlignLeft | Qt::AlignVCenter,
                          text);
    }
    pages.advance(line);
}

template <typename T>
std::optional<T> first(const std::optional<T> &own, const std::optional<T> &other) {
    return own ? own : other;
}

QString rangeOf(std::optional<Temperature> least, std::optional<Temperature> most) {
    const Format format;
    return least && most ? Text::tr("%1 to %2").arg(format.temperature(*least), format.temperature(*most))
           : least       ? Text::tr("at least %1").arg(format.temperature(*least))
           : most        ? Text::tr("at most %1").arg(format.temperature(*most))
                         : QString();
}

class Sheet {
public:
    Sheet(Pages &pages, const Snapshot &snapshot, const Placement &placement)
        : m_pages(pages)
        , m_snapshot(snapshot)
        , m_placement(placement)
        , m_equipment(*snapshot.equipment.find(placement.equipment))
        , m_known(snapshot.models.find(m_equipment.model))
        , m_model(m_known ? *m_known : m_none)
        , m_room(*snapshot.rooms.find(placement.room)) {}

    void fill() {
        m_pages.newPage(QPageLayout::Portrait);
        m_pages.heading(Text::tr("Site preparation: %1").arg(m_equipment.name), 16, 0);
        if (m_known) {
            m_pages.paragraph(m_known->manufacturer + u' ' + m_known->name, 10);
        }
        place();
        floor();
        power();
        surroundings();
        wayIn();
        ticks();
        drawPlan(m_pages, m_snapshot, m_room, std::max(m_placement.during.from, m_snapshot.today), m_placement.id);
    }

private:
    [[nodiscard]] QString lengths(std::initializer_list<std::optional<Length>> all) const {
        QStringList parts;
        bool known = false;
        for (const auto &one : all) {
            known = known || one;
            parts << (one ? m_format.length(*one) : Text::tr("?"));
        }
        return known ? parts.join(u" × "_s) : QString();
    }

    void place() {
        fact(m_pages, Text::tr("Place"), roomPath(m_snapshot, m_room.id));
        fact(m_pages, Text::tr("Middle of its footprint"),
             Text::tr("%1 from the west, %2 from the north")
                 .arg(m_format.length(m_placement.x), m_format.length(m_placement.y)));
        fact(m_pages, Text::tr("Front, clockwise from the north"), Text::tr("%1°").arg(m_placement.orientationDegrees));
        // An open end in the paper's own words.
        fact(m_pages, Text::tr("From – until"),
             m_placement.during.openEnded() ? Text::tr("%1 – without end").arg(m_format.day(m_placement.during.from))
                                            : m_format.period(m_placement.during));
        const auto wide = first(m_equipment.width, m_model.width);
        const auto deep = first(m_equipment.depth, m_model.depth);
        fact(m_pages, Text::tr("Width × depth × height"),
             lengths({wide, deep, first(m_equipment.bodyHeight, m_model.bodyHeight)}));
        fact(m_pages, Text::tr("Free: front, rear, left, right"),
             lengths({m_model.clearanceFront, m_model.clearanceRear, m_model.clearanceLeft, m_model.clearanceRight}));
    }
    void floor() {
        const auto weight = first(m_equipment.weight, m_model.weight);
        QString load = weight ? m_format.mass(*weight) : QString();
        const auto wide = first(m_equipment.width, m_model.width);
        const auto deep = first(m_equipment.depth, m_model.depth);
        if (weight && wide && deep && wide->mm > 0 && deep->mm > 0) {
            const double area = static_cast<double>(wide->mm) * deep->mm / 1e6; // m²
            const double kilonewton = static_cast<double>(weight->grams) / 1000 * 9.81 / 1000;
            load += Text::tr(", %1 kN/m² on its footprint").arg(QLocale().toString(kilonewton / area, 'f', 1));
        }
        fact(m_pages, Text::tr("Weight"), load);
    }
    void power() {
        const auto watts = first(m_equipment.budgetedWatts, first(m_equipment.nameplateWatts, m_model.nameplateWatts));
        QStringList outlets;
        for (const OutletId id : m_placement.outlets) {
            const Outlet *outlet = m_snapshot.outlets.find(id);
            const Node *node = outlet ? m_snapshot.nodes.find(outlet->node) : nullptr;
            outlets << (node ? node->name + u':' : QString()) + (outlet ? outlet->name.text() : QString());
        }
        fact(m_pages, Text::tr("Power"), watts ? m_format.power(fromWatts(*watts)) : QString());
        fact(m_pages, Text::tr("Cords"),
             Text::tr("%1, %2, plug %3")
                 .arg(m_format.count(m_equipment.cords),
                      m_equipment.phases == u"123" ? Text::tr("three-phase") : Text::tr("single-phase"),
                      m_equipment.plug.isEmpty() ? Text::tr("not known") : m_equipment.plug.text()));
        if (m_equipment.cords > 0) {
            fact(m_pages, Text::tr("Outlets"), outlets.join(u", "_s));
        }
        if (watts) {
            const int water = m_model.heatToWaterWatts.value_or(0);
            fact(m_pages, Text::tr("Heat to air, to water"),
                 m_format.power(fromWatts(std::max(0, *watts - water))) + u", "_s + m_format.power(fromWatts(water)));
        }
        if (m_model.waterFlow) {
            fact(m_pages, Text::tr("Cooling water"),
                 Text::tr("%1 l/min, %2")
                     .arg(QLocale().toString(static_cast<double>(*m_model.waterFlow) / 1000, 'f', 1),
                          rangeOf(m_model.waterMin, m_model.waterMax)));
        }
    }
    void surroundings() {
        fact(m_pages, Text::tr("Air at its inlet"),
             rangeOf(first(m_equipment.inletMin, m_model.inletMin), first(m_equipment.inletMax, m_model.inletMax)));
        if (const auto drift = first(m_equipment.driftMillikelvinPerHour, m_model.driftMillikelvinPerHour)) {
            fact(m_pages, Text::tr("Drift of the air"),
                 Text::tr("at most %1 K/h").arg(QLocale().toString(*drift / 1000.0, 'f', 1)));
        }
        if (!m_model.vibrationClass.isEmpty()) {
            fact(m_pages, Text::tr("Vibration"), m_model.vibrationClass);
        }
        if (m_model.fieldNanotesla) {
            fact(m_pages, Text::tr("Magnetic field"),
                 Text::tr("at most %1 nT").arg(m_format.count(*m_model.fieldNanotesla)));
        }
        if (!m_model.media.isEmpty()) {
            fact(m_pages, Text::tr("Media"), m_model.media.join(u", "_s));
        }
    }
    void wayIn() {
        const auto weight = first(m_model.crateWeight, first(m_equipment.weight, m_model.weight));
        const QString crate = lengths({m_model.crateWidth, m_model.crateDepth, m_model.crateHeight});
        fact(m_pages, Text::tr("As it is delivered"),
             weight && !crate.isEmpty() ? crate + u", "_s + m_format.mass(*weight) : crate);
        for (const DeliverySegment &segment : m_snapshot.deliverySegments) {
            if (segment.room == m_room.id) {
                QStringList limits{lengths({segment.width, segment.height})};
                if (segment.loadKilograms) {
                    limits << m_format.mass(Mass{std::int64_t{*segment.loadKilograms} * 1000});
                }
                limits.removeAll(QString());
                fact(m_pages, Text::tr("Way in: %1").arg(segment.name),
                     limits.isEmpty() ? Text::tr("no limit known") : limits.join(u", "_s));
            }
        }
    }
    void ticks() {
        m_pages.advance(4 * mm);
        tick(m_pages, Text::tr("The footprint and what stays free around it are marked on the floor"));
        tick(m_pages, Text::tr("The floor bears it, on its footprint and on the way in"));
        tick(m_pages, Text::tr("The outlets are there, of the right type, and have been measured"));
        tick(m_pages, Text::tr("The media are connected and tested"));
        tick(m_pages, Text::tr("The air has been within its range for a week"));
        m_pages.advance(4 * mm);
        m_pages.paragraph(Text::tr("Prepared by: ________________________    Date: ______________"), 10);
    }

    Pages &m_pages;
    const Snapshot &m_snapshot;
    const Placement &m_placement;
    const Equipment &m_equipment;
    const Model m_none;
    const Model *m_known;
    const Model &m_model;
    const Room &m_room;
    const Format m_format;
};

} // namespace

std::vector<PlacementId> floorPlacesOf(const Snapshot &snapshot, RequestId request, EquipmentId equipment) {
    std::vector<PlacementId> places;
    for (const Placement &placement : snapshot.placements) {
        const Equipment *one = snapshot.equipment.find(placement.equipment);
        const RequestItem *item = one ? snapshot.requestItems.find(one->requestItem) : nullptr;
        const bool wanted = equipment ? placement.equipment == equipment : item && item->request == request;
        const bool lapsed = placement.state == u"held" && placement.holdUntil && *placement.holdUntil < snapshot.today;
        if (one && wanted && snapshot.rooms.find(placement.room) && !lapsed && placement.state != u"released" &&
            placement.during.until > snapshot.today) {
            places.push_back(placement.id);
        }
    }
    return places;
}

std::vector<PlacementId> floorPlacesOf(const Snapshot &snapshot, RoomId room) {
    std::vector<PlacementId> places;
    for (const Placement &placement : snapshot.placements) {
        const bool lapsed = placement.state == u"held" && placement.holdUntil && *placement.holdUntil < snapshot.today;
        if (placement.room == room && snapshot.equipment.find(placement.equipment) && !lapsed &&
            (placement.state == u"held" || placement.state == u"delivered")) {
            places.push_back(placement.id);
        }
    }
    return places;
}

QByteArray siteSheets(const Snapshot &snapshot, const std::vector<PlacementId> &places) {
    const QString title = Text::tr("Site preparation");
    const QString foot = Text::tr("As known at generation %1").arg(snapshot.generation);
    const auto fill = [&](Pages &pages) {
        for (const PlacementId id : places) {
            if (const Placement *placement = snapshot.placements.find(id)) {
                Sheet(pages, snapshot, *placement).fill();
            }
        }
    };
    Pages dry(title, title, foot, QPageLayout::Portrait, 0);
    fill(dry);
    Pages pages(title, title, foot, QPageLayout::Portrait, dry.pageCount());
    fill(pages);
    const QByteArray bytes = pages.finish();
    return withOutline({bytes}, pages.bookmarks(), snapshot.today.toDate().startOfDay(Qt::UTC));
}

} // namespace polder
