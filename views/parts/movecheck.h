#pragma once

#include "model/engine/moves.h"
#include "views/parts/estatewatch.h"

#include <QTimer>

#include <optional>
#include <stop_token>

namespace polder {

/// Judges moves on another thread: the last question only, and again when the record changes.
class MoveCheck : public QObject {
    Q_OBJECT

public:
    explicit MoveCheck(EstateWatch &estates, QObject *parent = nullptr);
    ~MoveCheck() override;

    void ask(std::vector<PlannedMove> moves, Day from);
    void forget();
    /// nullopt: not known yet.
    [[nodiscard]] const std::optional<MoveVerdict> &verdict() const { return m_verdict; }

Q_SIGNALS:
    /// Asked, answered or forgotten.
    void changed();

private:
    void begin();

    EstateWatch &m_estates;
    QTimer m_pause;
    std::vector<PlannedMove> m_moves;
    Day m_from;
    std::optional<MoveVerdict> m_verdict;
    std::stop_source m_stop;
};

} // namespace polder
