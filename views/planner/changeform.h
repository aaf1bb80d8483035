#pragma once

#include "model/core/snapshot.h"
#include "model/exchange/scenariofile.h"
#include "views/parts/focusstart.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QStringListModel;

namespace polder {

/// One change of a scenario: what is done, and the fields that this needs. A number at its lowest value means "not
/// given".
class ChangeForm : public FocusStart {
    Q_OBJECT

public:
    explicit ChangeForm(QWidget *parent = nullptr);

    /// What may be chosen from.
    void setSnapshot(const SnapshotPtr &snapshot);
    [[nodiscard]] ScenarioChangeDraft draft() const;
    /// All that has to be given is.
    [[nodiscard]] bool complete() const;

Q_SIGNALS:
    void changed();

private:
    using Kind = ScenarioChangeDraft::Kind;
    /// One field with its label, and for which kinds of change it is.
    struct Piece {
        QWidget *piece;
        std::vector<Kind> kinds;
    };
    [[nodiscard]] Kind kind() const;
    void showFields();
    void offerNames();
    [[nodiscard]] bool asksRequest() const;

    SnapshotPtr m_snapshot;
    QComboBox *m_kind;
    QLineEdit *m_what; ///< of each kind something else: a model or request, a tag, a rack, a node
    QSpinBox *m_count;
    QDoubleSpinBox *m_height;
    QSpinBox *m_draw;
    QDoubleSpinBox *m_weight;
    QComboBox *m_owner;
    QComboBox *m_site;
    QLineEdit *m_rack;
    QDoubleSpinBox *m_unit;
    QLineEdit *m_name;
    QSpinBox *m_limit;
    QLineEdit *m_feedA;
    QLineEdit *m_feedB;
    QLineEdit *m_reason;
    QDateEdit *m_from;
    QCheckBox *m_ends;
    QDateEdit *m_last;
    QStringListModel *m_names; ///< for `m_what`
    QStringListModel *m_racks;
    QStringListModel *m_nodes;
    std::vector<Piece> m_pieces;
};

} // namespace polder
