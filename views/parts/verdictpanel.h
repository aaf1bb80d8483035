#pragma once

#include "model/engine/moves.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace polder {

class SearchTable;
class ShortfallModel;

/// Whether something fits where it is carried: in a word, and every reason in numbers.
class VerdictPanel : public QWidget {
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget *parent = nullptr);

    /// nullopt: not known yet. Without the reasons where something else says them.
    void show(const std::optional<MoveVerdict> &verdict, bool withReasons = true);
    using QWidget::show;

    /// "fits", "tight", "does not fit".
    [[nodiscard]] static QString word(const std::optional<MoveVerdict> &verdict);
    /// A line for each reason.
    [[nodiscard]] static QString reasons(const MoveVerdict &verdict);

private:
    QLabel *m_words;
    ShortfallModel *m_shortfalls;
    SearchTable *m_table;
};

} // namespace polder
