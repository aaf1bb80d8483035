#include "itemtext.h"

#include "model/core/format.h"
#include "model/engine/pieces.h"

#include <QCoreApplication>

namespace polder {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("polder::ItemText", text);
}

} // namespace

QString itemName(const RequestItem &item, const Snapshot &snapshot) {
    if (const Model *model = snapshot.models.find(item.model)) {
        return model->manufacturer + u' ' + model->name;
    }
    if (!item.description.isEmpty()) {
        return item.description;
    }
    return item.height ? Format().height(*item.height) : say(QT_TRANSLATE_NOOP("polder::ItemText", "equipment"));
}

QString itemText(const RequestItem &item, const Snapshot &snapshot) {
    const Format format;
    QStringList parts{itemName(item, snapshot)};
    const auto add = [&parts](const QString &part) {
        if (!parts.contains(part)) {
            parts << part;
        }
    };
    if (item.height) {
        add(format.height(*item.height));
    }
    if (item.drawWatts) {
        add(format.power(fromWatts(*item.drawWatts)));
    }
    if (item.weight) {
        add(format.mass(*item.weight));
    }
    if (item.cords) {
        add(say(QT_TRANSLATE_NOOP("polder::ItemText", "cords: %1 %2")).arg(*item.cords).arg(item.plug).trimmed());
    }
    return say(QT_TRANSLATE_NOOP("polder::ItemText", "%1 × %2")).arg(item.count).arg(parts.join(u", "));
}

QString heldText(const RequestItem &item, const Snapshot &snapshot) {
    return say(QT_TRANSLATE_NOOP("polder::ItemText", "%1 of %2 held"))
        .arg(holdsOf(item, snapshot).size())
        .arg(item.count);
}

} // namespace polder
