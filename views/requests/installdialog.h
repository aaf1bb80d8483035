#pragma once

#include "model/live/live.h"
#include "views/parts/estatewatch.h"
#include "views/parts/savepaper.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class MoveCheck;
class VerdictPanel;

/// What is held becomes installed in one step: which piece it is, what it is called, and where it stands and is plugged
/// in, as it was held unless it is said otherwise. Then its label, and the next piece.
class InstallDialog : public QDialog {
    Q_OBJECT

public:
    InstallDialog(Live &live, EstateWatch &estates, RequestId request, QWidget *parent = nullptr);

    /// "R-1: installed, 2 of 3 pieces."
    [[nodiscard]] static QString progressText(RequestId request, const Snapshot &snapshot);

private:
    void buildForm(QFormLayout &form);
    void fillPieces();
    void showPiece();
    void fillOutlets();
    void judge();
    void showVerdict();
    void install();
    void giveLabel(GivePaper give);
    [[nodiscard]] const Placement *placement(const Snapshot &snapshot) const;
    /// Where it is said that it stands; nullptr: in no rack that there is.
    [[nodiscard]] const Rack *rack(const Snapshot &snapshot) const;
    [[nodiscard]] bool onRails(const Snapshot &snapshot) const;
    [[nodiscard]] QJsonObject arguments(const Snapshot &snapshot) const;

    Live &m_live;
    RequestId m_request;
    EquipmentId m_installed; ///< the last
    PlacementId m_shown;     ///< whose place the fields have
    RackId m_plugged;        ///< whose outlets are offered
    MoveCheck *m_check;
    QComboBox *m_piece;
    QLineEdit *m_serial;
    QLineEdit *m_tag;
    QLabel *m_place;
    QComboBox *m_rack;
    QDoubleSpinBox *m_unit;
    QComboBox *m_face;
    QFormLayout *m_form;
    std::vector<QComboBox *> m_outlets; ///< one for each cord
    VerdictPanel *m_verdict;
    AnswerPanel *m_answer;
    QPushButton *m_install;
    QPushButton *m_label;
    QPushButton *m_printLabel;
};

} // namespace polder
