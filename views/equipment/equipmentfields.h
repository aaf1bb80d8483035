#pragma once

#include "model/core/snapshot.h"

#include <QJsonValue>

#include <optional>
#include <span>

namespace polder {

/// An attribute of equipment that can be put right, as api.amend_equipment calls it.
struct EquipmentField {
    enum class Kind {
        Text,
        Watts,
        Kilograms,
        Day,
        DataClass,
        Flag,
        Person, ///< of the institution that owns it
        Sponsor,
        Department
    };
    const char *name;
    const char *title; ///< in English, of the context polder::EquipmentFields
    int column;        ///< of EquipmentModel; -1: no list shows it
    Kind kind = Kind::Text;
    int longest = 100; ///< characters of a text
    bool needed = false;

    [[nodiscard]] QString argument() const { return QString::fromLatin1(name); }
};

namespace equipmentFields {

[[nodiscard]] std::span<const EquipmentField> all();
/// nullptr: what this column shows is not typed in here.
[[nodiscard]] const EquipmentField *ofColumn(int column);
[[nodiscard]] const EquipmentField *called(const QString &argument);
[[nodiscard]] QString title(const EquipmentField &field);

/// What the record has, as an intention says it; null: nothing. Undefined: no snapshot has it.
[[nodiscard]] QJsonValue valueOf(const EquipmentField &field, const Equipment &equipment, const Snapshot &snapshot);
/// A value as a person types it.
[[nodiscard]] QString textOf(const EquipmentField &field, const QJsonValue &value);

struct Typed {
    QJsonValue value;
    QString problem; ///< empty: none
};
/// What somebody typed or pasted. Nothing is guessed: what can mean two things is a problem, with its reason.
[[nodiscard]] Typed read(const EquipmentField &field, const QString &text, OrganisationId owner,
                         const Snapshot &snapshot);
/// What can be typed, where there is a list of it.
[[nodiscard]] QStringList choices(const EquipmentField &field, OrganisationId owner, const Snapshot &snapshot);

} // namespace equipmentFields

} // namespace polder
