#pragma once

#include <QJsonArray>
#include <QString>

#include <optional>

namespace polder {

/// Network ports as people write them: "2 x 25 Gb/s SFP28; 1 Gb/s RJ45 out-of-band".
[[nodiscard]] QString portsText(const QJsonArray &ports);
/// The other way round, as an item of a request has them; nullopt: it is not written like that.
[[nodiscard]] std::optional<QJsonArray> portsFrom(const QString &text);

} // namespace polder
