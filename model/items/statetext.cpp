#include "model/items/statetext.h"

#include <QCoreApplication>

namespace polder {

namespace {

constexpr const char *states[] = {
    QT_TRANSLATE_NOOP("polder::State", "draft"),     QT_TRANSLATE_NOOP("polder::State", "submitted"),
    QT_TRANSLATE_NOOP("polder::State", "returned"),  QT_TRANSLATE_NOOP("polder::State", "endorsed"),
    QT_TRANSLATE_NOOP("polder::State", "in review"), QT_TRANSLATE_NOOP("polder::State", "held"),
    QT_TRANSLATE_NOOP("polder::State", "waiting"),   QT_TRANSLATE_NOOP("polder::State", "rejected"),
    QT_TRANSLATE_NOOP("polder::State", "expired"),   QT_TRANSLATE_NOOP("polder::State", "delivered"),
    QT_TRANSLATE_NOOP("polder::State", "installed"), QT_TRANSLATE_NOOP("polder::State", "decommissioning"),
    QT_TRANSLATE_NOOP("polder::State", "removed"),   QT_TRANSLATE_NOOP("polder::State", "withdrawn"),
    QT_TRANSLATE_NOOP("polder::State", "released"),  QT_TRANSLATE_NOOP("polder::State", "ended"),
};

} // namespace

QString stateText(const QString &state) {
    for (const char *known : states) {
        if (state == QLatin1String(known)) {
            return QCoreApplication::translate("polder::State", known);
        }
    }
    return state;
}

} // namespace polder
