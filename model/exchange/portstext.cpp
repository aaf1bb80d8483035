#include "model/exchange/portstext.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

QString portsText(const QJsonArray &ports) {
    constexpr int giga = 1000;
    QStringList texts;
    for (const QJsonValue &one : ports) {
        const int speed = one["speed_mbps"_L1].toInt();
        texts.append((one["count"_L1].toInt(1) > 1 ? u"%1 x "_s.arg(one["count"_L1].toInt()) : QString()) +
                     (speed % giga == 0 ? u"%1 Gb/s "_s.arg(speed / giga) : u"%1 Mb/s "_s.arg(speed)) +
                     one["medium"_L1].toString() + (one["out_of_band"_L1].toBool() ? u" out-of-band"_s : QString()));
    }
    return texts.join(u"; "_s);
}

std::optional<QJsonArray> portsFrom(const QString &text) {
    static const QRegularExpression kind(
        u"^(?:(\\d{1,6})\\s*[x×]\\s*)?(\\d{1,7}(?:[.,]\\d{1,3})?)\\s*([GM])(?:b/s|bit/s)?\\s+(\\S.*?)(\\s+(?:out-of-band|oob))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr int giga = 1000;
    QJsonArray all;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const auto match = kind.match(part.trimmed());
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        const double speed = match.captured(2).replace(u',', u'.').toDouble();
        QJsonObject ports{{u"speed_mbps"_s, std::round(match.captured(3).toUpper() == u"G" ? speed * giga : speed)},
                          {u"medium"_s, match.captured(4)}};
        if (!match.captured(1).isEmpty()) {
            ports[u"count"_s] = match.captured(1).toInt();
        }
        if (!match.captured(5).isEmpty()) {
            ports[u"out_of_band"_s] = true;
        }
        all.append(ports);
    }
    return all;
}

} // namespace polder
