#include "model/items/ruletext.h"

#include <QCoreApplication>

namespace polder {

namespace {

struct Rule {
    const char *code;
    const char *text;
};

constexpr Rule rules[] = {
    {"P1", QT_TRANSLATE_NOOP("polder::Rule", "free outlet of the right type")},
    {"P2", QT_TRANSLATE_NOOP("polder::Rule", "current of an outlet")},
    {"P3", QT_TRANSLATE_NOOP("polder::Rule", "breaker of a bank")},
    {"P4", QT_TRANSLATE_NOOP("polder::Rule", "rack PDU")},
    {"P5", QT_TRANSLATE_NOOP("polder::Rule", "power supplied")},
    {"P6", QT_TRANSLATE_NOOP("polder::Rule", "power in a single failure")},
    {"P7", QT_TRANSLATE_NOOP("polder::Rule", "separate paths of both cords")},
    {"P8", QT_TRANSLATE_NOOP("polder::Rule", "redundant power as wished")},
    {"P9", QT_TRANSLATE_NOOP("polder::Rule", "balance of the phases")},
    {"P10", QT_TRANSLATE_NOOP("polder::Rule", "source of the draw")},
    {"C1", QT_TRANSLATE_NOOP("polder::Rule", "heat of a rack")},
    {"C2", QT_TRANSLATE_NOOP("polder::Rule", "heat of a cooling zone")},
    {"C3", QT_TRANSLATE_NOOP("polder::Rule", "airflow of a rack")},
    {"C4", QT_TRANSLATE_NOOP("polder::Rule", "direction of the air")},
    {"C5", QT_TRANSLATE_NOOP("polder::Rule", "inlet temperature")},
    {"C6", QT_TRANSLATE_NOOP("polder::Rule", "blanking panels")},
    {"C7", QT_TRANSLATE_NOOP("polder::Rule", "liquid cooling")},
    {"C8", QT_TRANSLATE_NOOP("polder::Rule", "drift of the temperature")},
    {"S1", QT_TRANSLATE_NOOP("polder::Rule", "one place for one device")},
    {"S2", QT_TRANSLATE_NOOP("polder::Rule", "rails, width and depth")},
    {"S3", QT_TRANSLATE_NOOP("polder::Rule", "weight in a rack")},
    {"S4", QT_TRANSLATE_NOOP("polder::Rule", "load on the floor")},
    {"S5", QT_TRANSLATE_NOOP("polder::Rule", "the heaviest low")},
    {"S6", QT_TRANSLATE_NOOP("polder::Rule", "footprints and clearances")},
    {"S7", QT_TRANSLATE_NOOP("polder::Rule", "gas, water and exhaust")},
    {"S8", QT_TRANSLATE_NOOP("polder::Rule", "vibration, fields and drift")},
    {"S9", QT_TRANSLATE_NOOP("polder::Rule", "way of delivery")},
    {"G1", QT_TRANSLATE_NOOP("polder::Rule", "protection of the data")},
    {"G2", QT_TRANSLATE_NOOP("polder::Rule", "personal data")},
    {"G3", QT_TRANSLATE_NOOP("polder::Rule", "availability")},
    {"G4", QT_TRANSLATE_NOOP("polder::Rule", "hosting agreement")},
    {"G5", QT_TRANSLATE_NOOP("polder::Rule", "contacts")},
    {"G6", QT_TRANSLATE_NOOP("polder::Rule", "history")},
    {"G7", QT_TRANSLATE_NOOP("polder::Rule", "wiping of data")},
    {"N1", QT_TRANSLATE_NOOP("polder::Rule", "network ports")},
};

} // namespace

QString ruleSubject(const QString &rule) {
    for (const Rule &known : rules) {
        if (rule == QLatin1String(known.code)) {
            return QCoreApplication::translate("polder::Rule", known.text);
        }
    }
    return {};
}

QString ruleTitle(const QString &rule) {
    const QString text = ruleSubject(rule);
    return text.isEmpty() ? rule : QCoreApplication::translate("polder::Rule", "%1 – %2").arg(rule, text);
}

} // namespace polder
