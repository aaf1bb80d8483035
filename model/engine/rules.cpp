#include "model/engine/rules.h"

#include <algorithm>

namespace polder {

namespace {

constexpr KindRules kinds[] = {
    {u"supply", Dimension::Power, u"P5", u"P6", 1},
    {u"generator", Dimension::Power, u"P5", u"P6", 2},
    {u"transfer", Dimension::Power, u"P5", u"P6", 3},
    {u"ups", Dimension::Power, u"P5", u"P6", 4},
    {u"switchboard", Dimension::Power, u"P5", u"P6", 5},
    {u"pdu", Dimension::Power, u"P5", u"P6", 6},
    {u"busway", Dimension::Power, u"P5", u"P6", 7},
    {u"feed", Dimension::Power, u"P5", u"P6", 8},
    {u"rack_pdu", Dimension::Power, u"P4", u"P6", 9},
    {u"bank", Dimension::Power, u"P3", u"P6", 10},
    {u"rack_mass", Dimension::Mass, u"S3", nullptr, 11},
    {u"rack_heat", Dimension::Heat, u"C1", nullptr, 12},
    {u"cooling_zone", Dimension::Heat, u"C2", nullptr, 13},
    {u"floor_area", Dimension::Mass, u"S4", nullptr, 14},
    {u"ports", Dimension::Other, u"N1", nullptr, 15},
    {u"liquid_loop", Dimension::Flow, u"C7", nullptr, 16},
    {u"agreement_line", Dimension::Quota, u"G4", nullptr, 17},
};

} // namespace

const KindRules *rulesOf(const QString &kind) {
    for (const auto &row : kinds) {
        if (kind == row.kind) {
            return &row;
        }
    }
    return nullptr;
}

QString baseUnit(Dimension dimension, const QString &lineUnit) {
    switch (dimension) {
    case Dimension::Power:
    case Dimension::Heat:
        return u"mW"_qs;
    case Dimension::Mass:
        return u"g"_qs;
    case Dimension::Flow:
        return u"ml/min"_qs;
    case Dimension::Quota:
        return lineUnit == u"U" ? u"hu"_qs : lineUnit == u"kW" ? u"mW"_qs : lineUnit == u"kg" ? u"g"_qs : lineUnit;
    case Dimension::Other:
        break;
    }
    return u"pieces"_qs;
}

bool plugFits(const Snapshot &snapshot, const QString &inlet, const QString &outlet) {
    return std::ranges::any_of(snapshot.plugFits,
                               [&](const PlugFit &row) { return row.inlet == inlet && row.outlet == outlet; });
}

bool phasesFit(const QString &wanted, const QString &outlet) {
    return (wanted == u"123") == (outlet == u"123");
}

} // namespace polder
