#pragma once

#include "model/core/day.h"
#include "model/core/shortfall.h"
#include "model/core/snapshot.h"
#include "model/core/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace polder {

/// The one place where numbers become text for people, in their language. Machines read base units, not this.
class Format {
    Q_DECLARE_TR_FUNCTIONS(polder::Format)

public:
    explicit Format(const QLocale &locale = QLocale());

    [[nodiscard]] QString power(Power power) const;            ///< "750 W", "1.2 kW"
    [[nodiscard]] QString apparent(ApparentPower power) const; ///< "11 kVA"
    [[nodiscard]] QString mass(Mass mass) const;               ///< "35 kg"
    [[nodiscard]] QString height(Height height) const;         ///< "4U", "0.5U"
    [[nodiscard]] QString length(Length length) const;         ///< "740 mm"
    [[nodiscard]] QString count(std::int64_t number) const;    ///< "2,400"
    [[nodiscard]] QString percent(int permille) const;         ///< "97.5 %"

    [[nodiscard]] QString day(Day day) const;                 ///< "1 May 2026"
    [[nodiscard]] QString period(const Period &period) const; ///< "1 May 2026 – 30 Apr 2027": with the last day

    /// The U number that is painted on the rack beside the lowest half unit occupied: "12", "12.5".
    [[nodiscard]] QString unit(const Rack &rack, Height below) const;

    [[nodiscard]] QString temperature(Temperature temperature) const; ///< "22.5 °C"

    /// What is left of a sum, rounded down: "356.8 kW", "42,311 kg".
    [[nodiscard]] QString left(Power power) const;
    [[nodiscard]] QString left(Mass mass) const;

    static constexpr int exact = 6; ///< decimals of a kilo-unit down to the thousandth of the unit
    /// A number in base units of `unit` as a Shortfall has it.
    [[nodiscard]] QString amount(std::int64_t number, const QString &unit, int decimals = exact) const;
    /// One of the shortfall's numbers; empty: nobody knows it. A class has the names that its rule gives it.
    [[nodiscard]] QString amount(const Shortfall &shortfall, std::optional<std::int64_t> number,
                                 int decimals = exact) const;
    /// Whether bookings add up in it, so that others may use some of it.
    [[nodiscard]] static bool addsUp(const QString &unit);
    /// Of what is asked and in use: as few as still show that it is more than the limit; 1, unless that would hide it.
    [[nodiscard]] static int decimalsOf(const Shortfall &shortfall);
    /// "high", of what the record calls hoog; what it does not know as it is.
    [[nodiscard]] static QString dataClass(const QString &code);
    /// "front to rear", of what the record and the library call front-to-rear.
    [[nodiscard]] static QString airflow(const QString &code);
    /// One sentence: what was asked, what there is, where, from when, and under which failure.
    [[nodiscard]] QString shortfall(const Shortfall &shortfall) const;

private:
    [[nodiscard]] QString number(double value, int decimals) const;
    [[nodiscard]] QString thousands(std::int64_t thousandths, const char *unit, const char *bigUnit,
                                    int decimals) const;

    QLocale m_locale;
};

/// The same number as `Format::unit`, and back; half units from the bottom. nullopt: not on this rack.
[[nodiscard]] double unitNumber(const Rack &rack, Height below);
[[nodiscard]] std::optional<Height> heightBelow(const Rack &rack, double unitNumber);

} // namespace polder
