#pragma once

#include "model/reading/sentence.h"

namespace polder {

/// "Height 4U", "Draw 1.2 kW", "From 1 May 2027".
[[nodiscard]] QString meaningText(const Meaning &meaning);
/// Why a part of a sentence is left out.
[[nodiscard]] QString whyText(Part::Why why);
/// All that is understood: "4U · 1.2 kW · 2 cords".
[[nodiscard]] QString shortText(const Sentence &sentence);

} // namespace polder
