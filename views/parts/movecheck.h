#pragma once

#include "model/engine/moves.h"
#include "views/parts/estatewatch.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

namespace polder {

/// Judges moves, or one place, on another thread: the last question only, and again when the record changes.
class MoveCheck : public QObject {
    Q_OBJECT

public:
    explicit MoveCheck(EstateWatch &estates, QObject *parent = nullptr);
    ~MoveCheck() override;

    void ask(std::vector<PlannedMove> moves, Day from);
    void ask(const Wanted &wanted, const RackSpot &spot);
    void forget();
    /// nullopt: not known yet.
    [[nodiscard]] const std::optional<MoveVerdict> &verdict() const { return m_verdict; }

Q_SIGNALS:
    /// Asked, answered or forgotten.
    void changed();

private:
    using Question = std::function<MoveVerdict(const Estate &, const std::stop_token &)>;

    void ask(Question question);
    void begin();

    EstateWatch &m_estates;
    QTimer m_pause;
    Question m_question; ///< none: nothing is asked
    std::optional<MoveVerdict> m_verdict;
    std::stop_source m_stop;
};

} // namespace polder
