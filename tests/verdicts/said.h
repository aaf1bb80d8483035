#pragma once

#include "model/core/shortfall.h"
#include "model/engine/together.h"
#include "model/store/connection.h"

#include <QStringList>

#include <vector>

namespace polder::test {

/// The test ends where a statement that has to work does not.
void need(const Status &status, const QByteArray &sql);
[[nodiscard]] Rows need(Result<Rows> rows, const QByteArray &sql);

/// Of an array in the database's words: {1,2}
[[nodiscard]] std::vector<int> idsOf(const QString &array);

/// What the three must agree in: rule, place, node, quantity, failure, numbers and first day.
[[nodiscard]] QString line(const Shortfall &shortfall);
[[nodiscard]] QStringList sorted(const std::vector<Shortfall> &all);

/// Bookings that a refusal lists as broken, and those that the engine finds, with the rules that are never a sum.
[[nodiscard]] QStringList bookingsIn(const QJsonObject &refusal);
[[nodiscard]] QStringList bookingsIn(const std::vector<Refusal> &broken);

/// What one says and the other does not, in words; empty: nothing.
[[nodiscard]] QString difference(const QString &a, QStringList as, const QString &b, QStringList bs);

} // namespace polder::test
