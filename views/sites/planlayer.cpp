#include "planlayer.h"

#include "model/core/format.h"

#include <QCoreApplication>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlanLayer)
};

using theme::Meaning;

constexpr int soonDays = 92;
constexpr int laterDays = 366;

std::optional<int> shareOf(PlanLayer layer, const RackState &state) {
    switch (layer) {
    case PlanLayer::Binding:
        return state.capacity.at(state.capacity.binding).permilleTaken();
    case PlanLayer::Space:
        return state.capacity.at(Resource::Space).permilleTaken();
    case PlanLayer::SideA:
        return state.sides[0];
    case PlanLayer::SideB:
        return state.sides[1];
    case PlanLayer::Failover:
        return state.failover;
    case PlanLayer::Heat:
        return state.capacity.at(Resource::Heat).permilleTaken();
    case PlanLayer::Weight:
        return state.capacity.at(Resource::Mass).permilleTaken();
    default:
        return std::nullopt;
    }
}

QString resourceName(Resource resource) {
    return resource == Resource::Space ? Text::tr("U") : resource == Resource::Power ? Text::tr("kW") : Text::tr("kg");
}

RackFace unknown() {
    return {Meaning::Quiet, Qt::BDiagPattern, 1000, Text::tr("?")};
}

RackFace faceOfShare(std::optional<int> permille) {
    if (!permille) {
        return unknown();
    }
    const QString percent = Format().percent(*permille / 10 * 10);
    switch (theme::fillMeaning(*permille)) {
    case Meaning::Plenty:
        return {Meaning::Fine, Qt::SolidPattern, *permille, {}, percent};
    case Meaning::Tight:
        return {Meaning::Asking, Qt::SolidPattern, *permille, Text::tr("!"), Text::tr("! %1").arg(percent)};
    default:
        return {Meaning::Trouble, Qt::SolidPattern, std::min(*permille, 1000), Text::tr("✕"),
                Text::tr("✕ %1").arg(percent)};
    }
}

RackFace faceOfAir(const RackState &state) {
    switch (state.air) {
    case RackState::Air::Suits:
        return {Meaning::Fine, Qt::SolidPattern, 1000, Text::tr("✓")};
    case RackState::Air::Against:
        return {Meaning::Trouble, Qt::SolidPattern, 1000, Text::tr("✕")};
    case RackState::Air::Unknown:
        break;
    }
    return unknown();
}

RackFace faceOfTenant(const RackState &state, const Snapshot &snapshot) {
    const std::size_t parties = state.tenants.size() + (state.strangers ? 1 : 0);
    if (parties == 0) {
        return {Meaning::Empty, Qt::SolidPattern, 0, {}};
    }
    if (parties > 1) {
        return {Meaning::Asking, Qt::DiagCrossPattern, 1000, Text::tr("%1 ×").arg(parties)};
    }
    if (state.strangers) {
        return {Meaning::Frame, Qt::BDiagPattern, 1000, Text::tr("–")};
    }
    const Organisation *owner = snapshot.organisations.find(state.tenants.front());
    const bool own = state.tenants.front() == snapshot.viewer.organisation;
    return {own ? Meaning::Fine : Meaning::Asking, own ? Qt::SolidPattern : Qt::FDiagPattern, 1000,
            owner ? owner->code : QString()};
}

RackFace faceOfEnd(const RackState &state, Day day) {
    if (!state.nextEnd) {
        return {Meaning::Empty, Qt::SolidPattern, 0, {}};
    }
    const int days = state.nextEnd->number - day.number;
    const QString when = state.nextEnd->plus(-1).toDate().toString(u"MM-yy"); // the last day
    return days <= soonDays
               ? RackFace{Meaning::Trouble, Qt::SolidPattern, 1000, Text::tr("✕"), Text::tr("✕ %1").arg(when)}
           : days <= laterDays
               ? RackFace{Meaning::Asking, Qt::SolidPattern, 600, Text::tr("!"), Text::tr("! %1").arg(when)}
               : RackFace{Meaning::Fine, Qt::SolidPattern, 300, {}, when};
}

} // namespace

QString layerName(PlanLayer layer) {
    switch (layer) {
    case PlanLayer::Binding:
        return Text::tr("What runs out first");
    case PlanLayer::Space:
        return Text::tr("Space");
    case PlanLayer::SideA:
        return Text::tr("Power on side A");
    case PlanLayer::SideB:
        return Text::tr("Power on side B");
    case PlanLayer::Failover:
        return Text::tr("Power when a side fails");
    case PlanLayer::Heat:
        return Text::tr("Heat");
    case PlanLayer::Weight:
        return Text::tr("Weight");
    case PlanLayer::Airflow:
        return Text::tr("Airflow");
    case PlanLayer::Tenant:
        return Text::tr("Tenant");
    case PlanLayer::End:
        return Text::tr("End date");
    }
    return {};
}

std::vector<Legend::Entry> layerLegend(PlanLayer layer) {
    switch (layer) {
    case PlanLayer::Airflow:
        return {{Meaning::Fine, Text::tr("✓ takes in cold air")},
                {Meaning::Trouble, Text::tr("✕ takes in warm air")},
                {Meaning::Quiet, Text::tr("? the plan shows no aisle"), Qt::BDiagPattern}};
    case PlanLayer::Tenant:
        return {{Meaning::Fine, Text::tr("your own institution")},
                {Meaning::Asking, Text::tr("another one, by its code"), Qt::FDiagPattern},
                {Meaning::Asking, Text::tr("2 × several"), Qt::DiagCrossPattern},
                {Meaning::Frame, Text::tr("– not yours to see"), Qt::BDiagPattern}};
    case PlanLayer::End:
        return {{Meaning::Trouble, Text::tr("✕ something ends within 3 months")},
                {Meaning::Asking, Text::tr("! within a year")},
                {Meaning::Fine, Text::tr("later")}};
    default:
        return {{Meaning::Fine, Text::tr("below 70 % taken")},
                {Meaning::Asking, Text::tr("! 70 – 90 %")},
                {Meaning::Trouble, Text::tr("✕ above 90 %")},
                {Meaning::Quiet, Text::tr("? limit unknown"), Qt::BDiagPattern}};
    }
}

RackFace faceOf(PlanLayer layer, const RackState &state, const Snapshot &snapshot, Day day) {
    switch (layer) {
    case PlanLayer::Airflow:
        return faceOfAir(state);
    case PlanLayer::Tenant:
        return faceOfTenant(state, snapshot);
    case PlanLayer::End:
        return faceOfEnd(state, day);
    case PlanLayer::Binding: {
        RackFace face = faceOfShare(shareOf(layer, state));
        if (face.pattern == Qt::SolidPattern) {
            const QString resource = resourceName(state.capacity.binding);
            face.sign += resource;
            face.words = resource + u' ' + face.words;
        }
        return face;
    }
    default:
        return faceOfShare(shareOf(layer, state));
    }
}

QString stateText(const RackState &state, const Snapshot &snapshot) {
    const Format format;
    QStringList lines;
    for (const PlanLayer layer : {PlanLayer::Space, PlanLayer::SideA, PlanLayer::SideB, PlanLayer::Failover,
                                  PlanLayer::Heat, PlanLayer::Weight}) {
        const auto share = shareOf(layer, state);
        lines << layerName(layer) + u": "_s +
                     (share ? Text::tr("%1 taken").arg(format.percent(*share)) : Text::tr("limit unknown"));
    }
    QStringList tenants;
    for (const OrganisationId id : state.tenants) {
        const Organisation *owner = snapshot.organisations.find(id);
        tenants << (owner ? owner->code : QString());
    }
    if (state.strangers) {
        tenants << Text::tr("others");
    }
    if (!tenants.isEmpty()) {
        lines << layerName(PlanLayer::Tenant) + u": "_s + tenants.join(u", "_s);
    }
    if (state.nextEnd) {
        lines << layerName(PlanLayer::End) + u": "_s + format.day(state.nextEnd->plus(-1));
    }
    return lines.join(u'\n');
}

} // namespace polder
