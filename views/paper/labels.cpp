#include "views/paper/labels.h"

#include "model/core/placetext.h"
#include "views/paper/outline.h"
#include "views/paper/pages.h"

#include <qrencode.h>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Labels)
};

constexpr double mm = Pages::perMm;
constexpr int across = 3, down = 8;
constexpr double left = 7.25 * mm, top = 12.9 * mm, stepX = 66.05 * mm, stepY = 33.9 * mm, width = 63.5 * mm,
                 height = 33.9 * mm;

/// Where it stands or is going to, with the unit.
QString placeOf(const Snapshot &snapshot, EquipmentId equipment) {
    const Placement *best = nullptr;
    for (const Placement &placement : snapshot.placements) {
        const bool counts = placement.equipment == equipment && placement.state != u"released" &&
                            placement.during.until > snapshot.today;
        best = counts && (!best || placement.during.from < best->during.from) ? &placement : best;
    }
    return best ? placeText(snapshot, *best) : QString();
}

void draw(QPainter &painter, const Label &label, const QRectF &area) {
    const QRectF inner = area.adjusted(3 * mm, 3 * mm, -3 * mm, -3 * mm);
    const QRectF code(inner.topLeft(), QSizeF(inner.height(), inner.height()));
    drawQrCode(painter, code, label.tag);
    const QRectF words(code.right() + 2 * mm, inner.top(), inner.right() - code.right() - 2 * mm, inner.height());
    double y = words.top();
    const auto line = [&](const QString &text, double points, bool bold) {
        if (text.isEmpty()) {
            return;
        }
        const QFont font = Pages::font(points, bold);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.drawText(QRectF(words.left(), y, words.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, words.width()));
        y += metrics.height() * 1.1;
    };
    line(label.tag, 9.5, true);
    line(label.name, 7.5, false);
    line(label.serial.isEmpty() ? QString() : Text::tr("S/N %1").arg(label.serial), 6.5, false);
    line(label.owner, 6.5, false);
    line(label.place, 6.5, false);
}

} // namespace

bool drawQrCode(QPainter &painter, const QRectF &area, const QString &text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) {
        return false;
    }
    constexpr int quiet = 4; // modules of white around it
    const double module = std::min(area.width(), area.height()) / (code->width + 2 * quiet);
    for (int y = 0; y < code->width; ++y) {
        // What is black beside one another in one piece: with seams between them a scanner stumbles.
        for (int x = 0; x < code->width;) {
            const auto black = [&](int at) { return at < code->width && (code->data[y * code->width + at] & 1) != 0; };
            int end = x;
            while (black(end)) {
                ++end;
            }
            if (end > x) {
                painter.fillRect(QRectF(area.left() + (quiet + x) * module, area.top() + (quiet + y) * module,
                                        (end - x) * module, module * 1.02),
                                 Qt::black);
            }
            x = std::max(end, x + 1);
        }
    }
    return true;
}

std::vector<Label> labelsOf(const Snapshot &snapshot, const std::vector<EquipmentId> &equipment) {
    std::vector<Label> labels;
    for (const EquipmentId id : equipment) {
        const Equipment *one = snapshot.equipment.find(id);
        if (!one || one->assetTag.isEmpty()) {
            continue;
        }
        const Organisation *owner = snapshot.organisations.find(one->owner);
        labels.push_back(
            {one->assetTag, one->name, one->serial, owner ? owner->name : QString(), placeOf(snapshot, id)});
    }
    return labels;
}

QByteArray labelSheets(const std::vector<Label> &labels, int skip) {
    Pages pages(Text::tr("Labels"));
    int place = skip;
    for (const Label &label : labels) {
        if (place == across * down) {
            pages.advance(1); // so that there is something on it
            pages.newPage(QPageLayout::Portrait);
            place = 0;
        }
        draw(*pages.painter(), label,
             QRectF(left + place % across * stepX, top + place / across * stepY, width, height));
        ++place;
    }
    return withOutline({pages.finish()}, {}, QDateTime(QDate(2000, 1, 1), {}, Qt::UTC));
}

} // namespace polder
