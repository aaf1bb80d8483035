#include "equipmentfields.h"

#include "model/core/format.h"
#include "model/items/equipmentmodel.h"
#include "model/reading/numbers.h"
#include "views/parts/dayfield.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace polder::equipmentFields {

using namespace Qt::StringLiterals;

namespace {

using Kind = EquipmentField::Kind;

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::EquipmentFields)
};

constexpr std::array fields{
    EquipmentField{"name", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Name"), EquipmentModel::Name, Kind::Text, 200},
    EquipmentField{"serial", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Serial"), EquipmentModel::Serial},
    EquipmentField{"asset_tag", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Asset tag"), EquipmentModel::AssetTag},
    EquipmentField{"project", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Project"), EquipmentModel::Project,
                   Kind::Text, 200},
    EquipmentField{"cost_centre", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Cost centre"), -1},
    EquipmentField{"department", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Department"), EquipmentModel::Department,
                   Kind::Department},
    EquipmentField{"sponsor", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Sponsor"), EquipmentModel::Sponsor,
                   Kind::Sponsor},
    EquipmentField{"security_contact", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Security contact"), -1,
                   Kind::Person},
    EquipmentField{"data_class", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Data class"), EquipmentModel::DataClass,
                   Kind::DataClass, 100, true},
    EquipmentField{"shareable", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Shared"), EquipmentModel::Shareable,
                   Kind::Flag, 100, true},
    EquipmentField{"warranty_until", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Warranty until"),
                   EquipmentModel::Warranty, Kind::Day},
    EquipmentField{"nameplate_w", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Nameplate"), EquipmentModel::Nameplate,
                   Kind::Watts},
    EquipmentField{"budgeted_w", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Budgeted"), EquipmentModel::Budgeted,
                   Kind::Watts},
    EquipmentField{"measured_w", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Measured"), EquipmentModel::Measured,
                   Kind::Watts},
    EquipmentField{"measured_on", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Measured on"),
                   EquipmentModel::MeasuredOn, Kind::Day},
    EquipmentField{"weight_kg", QT_TRANSLATE_NOOP("polder::EquipmentFields", "Weight"), EquipmentModel::Weight,
                   Kind::Kilograms},
};

QJsonValue textValue(const QString &text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue wattsValue(std::optional<int> watts) {
    return watts ? QJsonValue(*watts) : QJsonValue(QJsonValue::Null);
}

QJsonValue dayValue(std::optional<Day> day) {
    return day ? QJsonValue(day->toDate().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

bool isDutch() {
    return QLocale().language() == QLocale::Dutch;
}

/// Figures with the unit that a cell may have behind them, in thousandths of it.
Typed readAmount(const QString &text, const QString &unit, double least, double most, bool whole) {
    QString digits = text;
    std::int64_t times = 1;
    const auto chop = [&digits](const QString &ending) {
        const bool ends = digits.endsWith(ending, Qt::CaseInsensitive);
        digits.chop(ends ? ending.size() : 0);
        return ends;
    };
    if (unit == u"W" && chop(u"kW"_s)) {
        times = 1000;
    } else {
        (void)chop(unit);
    }
    const auto meant = readNumber(digits.trimmed(), isDutch() ? Language::Dutch : Language::English);
    if (meant.empty()) {
        return {{}, Text::tr("“%1” is no number of %2.").arg(text, unit)};
    }
    if (meant.size() > 1) {
        return {{}, Text::tr("“%1” can mean two numbers; write it without a separator of thousands.").arg(text)};
    }
    const auto base = meant.front().times(times * 1000);
    const double value = base ? static_cast<double>(*base) / 1000 : -1;
    if (!base || value < least || value > most || (whole && *base % 1000 != 0)) {
        return {{},
                Text::tr("“%1” is not from %2 to %3 %4.")
                    .arg(text, QLocale().toString(least), QLocale().toString(most, 'f', 0), unit)};
    }
    return {value, {}};
}

Typed readDay(const QString &text) {
    const auto meant = daysMeant(text, Day::fromDate(QDate::currentDate()));
    if (meant.size() > 1) {
        return {{}, Text::tr("“%1” can mean two days; write the month in letters.").arg(text)};
    }
    const QDate date = meant.empty() ? QDate() : meant.front().toDate();
    if (date.isValid() && date.year() >= 1900 && date.year() < 2200) {
        return {date.toString(Qt::ISODate), {}};
    }
    return {{}, Text::tr("“%1” is no date; write it like %2.").arg(text, u"2027-05-31"_s)};
}

Typed readPerson(const QString &text, OrganisationId owner, const Snapshot &snapshot) {
    QStringList handles;
    for (const Person &person : snapshot.people) {
        if (person.organisation == owner && !person.handle.isEmpty() &&
            (person.handle == text || person.name.compare(text, Qt::CaseInsensitive) == 0)) {
            handles << person.handle;
        }
    }
    if (handles.size() == 1) {
        return {handles.front(), {}};
    }
    return {{},
            handles.isEmpty() ? Text::tr("“%1” is nobody of its owner’s.").arg(text)
                              : Text::tr("Several people are called “%1”; write the handle.").arg(text)};
}

const QStringList dataClasses{u"laag"_s, u"middel"_s, u"hoog"_s};

} // namespace

std::span<const EquipmentField> all() {
    return fields;
}

const EquipmentField *ofColumn(int column) {
    const auto *found = column < 0 ? fields.end() : std::ranges::find(fields, column, &EquipmentField::column);
    return found == fields.end() ? nullptr : found;
}

const EquipmentField *called(const QString &argument) {
    const auto *found = std::ranges::find_if(
        fields, [&](const EquipmentField &field) { return argument == QLatin1String(field.name); });
    return found == fields.end() ? nullptr : found;
}

QString title(const EquipmentField &field) {
    return Text::tr(field.title);
}

QJsonValue valueOf(const EquipmentField &field, const Equipment &equipment, const Snapshot &snapshot) {
    switch (field.column) {
    case EquipmentModel::Name:
        return textValue(equipment.name);
    case EquipmentModel::Serial:
        return textValue(equipment.serial);
    case EquipmentModel::AssetTag:
        return textValue(equipment.assetTag);
    case EquipmentModel::Project:
        return textValue(equipment.project);
    case EquipmentModel::Department: {
        const auto *department = snapshot.departments.find(equipment.department);
        return department ? textValue(department->code) : QJsonValue(QJsonValue::Null);
    }
    case EquipmentModel::Sponsor: {
        if (!equipment.sponsor) {
            return QJsonValue::Null;
        }
        const auto *sponsor = snapshot.people.find(equipment.sponsor);
        return sponsor && !sponsor->handle.isEmpty() ? QJsonValue(sponsor->handle) : QJsonValue(QJsonValue::Undefined);
    }
    case EquipmentModel::DataClass:
        return equipment.dataClass.text();
    case EquipmentModel::Shareable:
        return equipment.shareable;
    case EquipmentModel::Warranty:
        return dayValue(equipment.warrantyUntil);
    case EquipmentModel::Nameplate:
        return wattsValue(equipment.nameplateWatts);
    case EquipmentModel::Budgeted:
        return wattsValue(equipment.budgetedWatts);
    case EquipmentModel::Measured:
        return wattsValue(equipment.measuredWatts);
    case EquipmentModel::MeasuredOn:
        return dayValue(equipment.measuredOn);
    case EquipmentModel::Weight:
        return equipment.weight ? QJsonValue(static_cast<double>(equipment.weight->grams) / 1000)
                                : QJsonValue(QJsonValue::Null);
    default:
        return QJsonValue::Undefined;
    }
}

QString textOf(const EquipmentField &field, const QJsonValue &value) {
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    switch (field.kind) {
    case Kind::Watts:
    case Kind::Kilograms: {
        QLocale plain;
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    }
    case Kind::Flag:
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    case Kind::DataClass:
        return Format::dataClass(value.toString());
    default:
        return value.toVariant().toString();
    }
}

Typed read(const EquipmentField &field, const QString &text, OrganisationId owner, const Snapshot &snapshot) {
    const QString typed = text.trimmed();
    if (typed.isEmpty()) {
        return field.needed ? Typed{{}, Text::tr("This cannot be empty.")} : Typed{QJsonValue::Null, {}};
    }
    switch (field.kind) {
    case Kind::Text:
        if (typed.size() > field.longest) {
            return {{}, Text::tr("Longer than %1 characters.").arg(field.longest)};
        }
        return {typed, {}};
    case Kind::Watts:
        return readAmount(typed, u"W"_s, 0, 1'000'000, true);
    case Kind::Kilograms:
        return readAmount(typed, u"kg"_s, 0.001, 20'000, false);
    case Kind::Day:
        return readDay(typed);
    case Kind::DataClass:
        for (const QString &code : dataClasses) {
            if (typed.compare(code, Qt::CaseInsensitive) == 0 ||
                typed.compare(Format::dataClass(code), Qt::CaseInsensitive) == 0) {
                return {code, {}};
            }
        }
        return {{}, Text::tr("“%1” is none of %2.").arg(typed, choices(field, owner, snapshot).join(u", "_s))};
    case Kind::Flag: {
        const auto is = [&typed](const QStringList &words) { return words.contains(typed, Qt::CaseInsensitive); };
        if (is({Text::tr("yes"), u"true"_s, u"1"_s})) {
            return {true, {}};
        }
        if (is({Text::tr("no"), u"false"_s, u"0"_s})) {
            return {false, {}};
        }
        return {{}, Text::tr("“%1” is none of %2.").arg(typed, choices(field, owner, snapshot).join(u", "_s))};
    }
    case Kind::Person:
    case Kind::Sponsor:
        return readPerson(typed, owner, snapshot);
    case Kind::Department: {
        const bool known = std::ranges::any_of(snapshot.departments, [&](const Department &one) {
            return one.organisation == owner && one.code == typed;
        });
        return known ? Typed{typed, {}} : Typed{{}, Text::tr("“%1” is no department of its owner’s.").arg(typed)};
    }
    }
    return {typed, {}};
}

QStringList choices(const EquipmentField &field, OrganisationId owner, const Snapshot &snapshot) {
    QStringList all;
    switch (field.kind) {
    case Kind::DataClass:
        for (const QString &code : dataClasses) {
            all << Format::dataClass(code);
        }
        break;
    case Kind::Flag:
        all << Text::tr("yes") << Text::tr("no");
        break;
    case Kind::Department:
        for (const Department &one : snapshot.departments) {
            if (one.organisation == owner) {
                all << one.code;
            }
        }
        break;
    case Kind::Person:
    case Kind::Sponsor:
        for (const Person &one : snapshot.people) {
            if (one.organisation == owner && !one.handle.isEmpty()) {
                all << one.handle;
            }
        }
        break;
    default:
        break;
    }
    return all;
}

} // namespace polder::equipmentFields
