#pragma once

#include "model/core/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace polder {

/// Stands while the record is being reached, and says so if it cannot be.
class StartWindow : public QWidget {
    Q_OBJECT

public:
    explicit StartWindow(QWidget *parent = nullptr);

    void showTrouble(const Error &error);
    /// Lets the person say again where the record is, and with which password.
    void offerOtherwise();

Q_SIGNALS:
    void otherwiseWanted();

private:
    QLabel *m_words;
    QLabel *m_detail;
    QPushButton *m_otherwise;
};

} // namespace polder
