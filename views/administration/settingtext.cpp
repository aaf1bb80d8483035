#include "settingtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    const char *key;
    const char *text;
};

constexpr Known known[] = {
    {"cord_allowance_mm", QT_TRANSLATE_NOOP("polder::Setting", "room for cords behind equipment, mm")},
    {"grams_per_u", QT_TRANSLATE_NOOP("polder::Setting", "estimated weight for each U, g")},
    {"watts_per_u_estimate", QT_TRANSLATE_NOOP("polder::Setting", "estimated draw for each U, W")},
    {"nameplate_budget_permille",
     QT_TRANSLATE_NOOP("polder::Setting", "budget without a better source, ‰ of nameplate")},
    {"power_factor_permille", QT_TRANSLATE_NOOP("polder::Setting", "power factor, ‰")},
    {"agreement_warn_permille", QT_TRANSLATE_NOOP("polder::Setting", "warning of an agreement, from ‰ of its quota")},
    {"density_limit_w", QT_TRANSLATE_NOOP("polder::Setting", "heat of a rack without a limit of its own, W")},
    {"hold_days", QT_TRANSLATE_NOOP("polder::Setting", "days that a hold lasts")},
    {"review_working_days", QT_TRANSLATE_NOOP("polder::Setting", "working days in which a request is decided")},
    {"network_ports_refuse", QT_TRANSLATE_NOOP("polder::Setting", "too few network ports refuse (1) or warn (0)")},
    {"power_warn_permille", QT_TRANSLATE_NOOP("polder::Setting", "warning of power, from ‰ of the limit")},
    {"phase_imbalance_permille", QT_TRANSLATE_NOOP("polder::Setting", "warning of unequal phases, from ‰")},
    {"heavy_device_g", QT_TRANSLATE_NOOP("polder::Setting", "heavy equipment that belongs low, from g")},
    {"air_delta_t_k", QT_TRANSLATE_NOOP("polder::Setting", "warming of the air in a rack, K")},
    {"measurement_days", QT_TRANSLATE_NOOP("polder::Setting", "days after which a measurement is old")},
    {"score_weight_space", QT_TRANSLATE_NOOP("polder::Setting", "order of places: unbroken space")},
    {"score_weight_low", QT_TRANSLATE_NOOP("polder::Setting", "order of places: heavy equipment low")},
    {"score_weight_phases", QT_TRANSLATE_NOOP("polder::Setting", "order of places: equal phases")},
    {"score_weight_headroom", QT_TRANSLATE_NOOP("polder::Setting", "order of places: headroom")},
    {"score_weight_stranded", QT_TRANSLATE_NOOP("polder::Setting", "order of places: nothing stranded")},
    {"score_weight_affinity", QT_TRANSLATE_NOOP("polder::Setting", "order of places: near its own kind")},
    {"score_weight_site", QT_TRANSLATE_NOOP("polder::Setting", "order of places: data centre as wished")},
    {"score_weight_airflow", QT_TRANSLATE_NOOP("polder::Setting", "order of places: airflow")},
    {"reference_mix", QT_TRANSLATE_NOOP("polder::Setting", "mix by which stranded capacity is told")},
    {"pue", QT_TRANSLATE_NOOP("polder::Setting", "PUE that is settled with")},
};

} // namespace

QString settingText(const QString &key) {
    for (const Known &one : known) {
        if (key == QLatin1String(one.key)) {
            return QCoreApplication::translate("polder::Setting", one.text);
        }
    }
    return key;
}

QJsonValue settingValue(const QString &written) {
    const auto read = QJsonDocument::fromJson('[' + written.toUtf8() + ']');
    return read.array().size() == 1 ? read.array().first() : QJsonValue(written);
}

QString settingWritten(const QJsonValue &value) {
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isUndefined() || value.isNull() ? QString() : QString::fromUtf8(json.mid(1, json.size() - 2));
}

} // namespace polder
