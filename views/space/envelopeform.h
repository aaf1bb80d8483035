#pragma once

#include "model/engine/envelope.h"
#include "views/parts/focusstart.h"

#include <QJsonObject>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace polder {

/// What one item needs: U, or on the floor mm; W, kg, cords. A field at its lowest value means "not given".
class EnvelopeForm : public FocusStart {
    Q_OBJECT

public:
    explicit EnvelopeForm(QWidget *parent = nullptr);

    [[nodiscard]] Envelope envelope() const;
    [[nodiscard]] int count() const;
    /// All fields at once; what it leaves open is "not given".
    void setEnvelope(const Envelope &envelope, int count);
    void setItem(const RequestItem &item, const Snapshot &snapshot);

    /// Where it stands: rack, zero_u, bay, floor. Only the fields that belong there are shown, and said.
    void setKind(const QString &kind);

    /// Of the item of a request: only what was given.
    [[nodiscard]] QJsonObject json() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool has(const QWidget *field) const;

    QFormLayout *m_layout;
    QDoubleSpinBox *m_height;
    QSpinBox *m_count;
    QSpinBox *m_draw;
    QDoubleSpinBox *m_weight;
    QSpinBox *m_width;
    QSpinBox *m_depth;
    QSpinBox *m_bodyHeight; ///< of what stands on the floor
    QSpinBox *m_cords;
    QComboBox *m_phases;
    QComboBox *m_plug;
    QComboBox *m_airflow;
    QString m_kind;
};

} // namespace polder
