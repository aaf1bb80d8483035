#pragma once

#include <QLocale>
#include <QString>

#include <cmath>

namespace polder {

/// A number as other programs read it: the fewest digits that give the same double, without exponent where people
/// would write none.
[[nodiscard]] inline QString plainNumber(double number) {
    const double size = std::abs(number);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    return QString::number(number, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

} // namespace polder
