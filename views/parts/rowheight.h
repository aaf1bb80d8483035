#pragma once

#include <QObject>

class QHeaderView;

namespace polder {

/// How high rows of tables are, comfortable or compact: for the whole application, as its palette is.
class RowHeight : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static RowHeight &shared();

    [[nodiscard]] bool compact() const { return m_compact; }
    void setCompact(bool compact);
    /// The rows of this header are so high, now and when it changes.
    void applyTo(QHeaderView *rows);

Q_SIGNALS:
    void changed();

private:
    bool m_compact = false;
};

} // namespace polder
