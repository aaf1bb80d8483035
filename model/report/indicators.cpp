#include "model/report/indicators.h"

#include <QCoreApplication>

#include <array>

namespace polder {

namespace {

/// Delegated Regulation (EU) 2024/1364, Annexes I and II.
constexpr std::array<Indicator, 10> eu2024{
    {{u"PD_IT", u"kW", QT_TRANSLATE_NOOP("polder::EnergyReport", "power demand of the installed IT"),
      IndicatorFrom::Draws},
     {u"S_DC", u"m2", QT_TRANSLATE_NOOP("polder::EnergyReport", "floor area of the data centre"),
      IndicatorFrom::Entered},
     {u"S_CR", u"m2", QT_TRANSLATE_NOOP("polder::EnergyReport", "floor area of its computer rooms"),
      IndicatorFrom::Rooms},
     {u"E_DC", u"kWh", QT_TRANSLATE_NOOP("polder::EnergyReport", "energy of the data centre"), IndicatorFrom::Sum},
     {u"E_IT", u"kWh", QT_TRANSLATE_NOOP("polder::EnergyReport", "energy of the IT, at the UPS"), IndicatorFrom::Sum},
     {u"W_IN", u"m3", QT_TRANSLATE_NOOP("polder::EnergyReport", "water taken in"), IndicatorFrom::Sum},
     {u"E_REUSE", u"kWh", QT_TRANSLATE_NOOP("polder::EnergyReport", "heat that others use"), IndicatorFrom::Sum},
     {u"T_IN", u"°C", QT_TRANSLATE_NOOP("polder::EnergyReport", "temperature of the air taken in, mean"),
      IndicatorFrom::Mean},
     {u"E_RES", u"kWh", QT_TRANSLATE_NOOP("polder::EnergyReport", "energy from renewable sources"), IndicatorFrom::Sum},
     {u"C_STOR", u"PB", QT_TRANSLATE_NOOP("polder::EnergyReport", "capacity of the storage"), IndicatorFrom::Entered}}};

/// 8401: 1 January 2023, the first year that was reported.
constexpr std::array<IndicatorList, 1> lists{{{u"EU 2024/1364", u"2024-03-14", Day{8401}, eu2024}}};

} // namespace

std::span<const IndicatorList> indicatorLists() {
    return lists;
}

const IndicatorList &listOn(std::span<const IndicatorList> lists, Day day) {
    const auto *found = &lists.front();
    for (const auto &list : lists) {
        found = list.from <= day ? &list : found;
    }
    return *found;
}

} // namespace polder
