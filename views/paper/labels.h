#pragma once

#include "model/core/snapshot.h"

#include <QByteArray>
#include <QRectF>

#include <vector>

class QPainter;

namespace polder {

/// What is glued on a piece of equipment. Its QR code is the asset tag and nothing else, so that any scanner types
/// that.
struct Label {
    QString tag;
    QString name;
    QString serial;
    QString owner;
    QString place;

    bool operator==(const Label &) const = default;
};

/// Of these pieces, in their order; what has no tag has no label.
[[nodiscard]] std::vector<Label> labelsOf(const Snapshot &snapshot, const std::vector<EquipmentId> &equipment);

/// A4 sheets of 3 by 8 labels of 63.5 by 33.9 mm (L7159). The first `skip` places of the first sheet are used already.
/// Wants a QApplication; the same labels give the same bytes.
[[nodiscard]] QByteArray labelSheets(const std::vector<Label> &labels, int skip = 0);

/// A QR code of that text, as large as fits, with the quiet border that it needs. False: the text is too long.
bool drawQrCode(QPainter &painter, const QRectF &area, const QString &text);

} // namespace polder
