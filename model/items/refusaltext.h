#pragma once

#include "model/core/result.h"

namespace polder {

/// How the field of a wrong value is called in a sentence.
enum class FieldName {
    Shown,  ///< as people call it: "item 2, height (U)"
    AsGiven ///< as the error has it: an option, a line of a file
};

/// The record refuses in codes and data; this is the sentence, in the language of the person. What it does not know is
/// said as it came.
[[nodiscard]] QString refusalText(const Error &error, FieldName field = FieldName::Shown);

/// What a value must be, "not before today, 1 Dec 2026", of a refusal's data; empty: it does not say.
[[nodiscard]] QString allowedText(const QJsonObject &data);

/// One of the faults of a refusal, without the field that it is about.
[[nodiscard]] QString faultText(const QJsonObject &fault);

/// What can be done instead: of a refusal for its state; empty: it does not say.
[[nodiscard]] QString possibleText(const Error &error);

/// Who did what when, which is why something can no longer be done; empty: the refusal does not say.
[[nodiscard]] QString laterChangeText(const Error &error);

/// What somebody did: "amend request", of amend_request.
[[nodiscard]] QString intentionText(const QString &intention);

} // namespace polder
