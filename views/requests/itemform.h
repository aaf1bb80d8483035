#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace polder {

/// Of one item of a request: what it is, where it stands, and what it needs beside its size and power. A number at its
/// lowest value means "not given".
class ItemForm : public QWidget {
    Q_OBJECT

public:
    explicit ItemForm(QWidget *parent = nullptr);

    void showSnapshot(const Snapshot &snapshot); ///< the models
    /// An item as the intention takes it.
    void show(const QJsonObject &json, const Snapshot &snapshot);
    using QWidget::show;

    /// Only what was given; without its model and its kind. Ports that cannot be read are the text that was typed.
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString kind() const; ///< rack, zero_u, bay, floor
    /// What cannot be read of an item as it is written; empty: all can.
    [[nodiscard]] static QString troubleOf(const QJsonObject &item);

Q_SIGNALS:
    void changed();
    void kindChosen();
    void modelChosen(polder::ModelId model); ///< none: own figures

private:
    void showKind(const Model *model);
    void showTrouble();

    QFormLayout *m_layout;
    QComboBox *m_model;
    QLineEdit *m_description;
    QComboBox *m_kind;
    QLabel *m_about; ///< what goes with the kind
    QCheckBox *m_halfWidth;
    QSpinBox *m_nameplate;
    QDoubleSpinBox *m_inletMin;
    QDoubleSpinBox *m_inletMax;
    QLineEdit *m_ports;
    QLabel *m_portsTrouble;
    QCheckBox *m_shareable;
};

} // namespace polder
