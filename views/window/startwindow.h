#pragma once

#include "model/core/result.h"

#include <QWidget>

class QLabel;

namespace polder {

/// Stands while the record is being reached, and says so if it cannot be.
class StartWindow : public QWidget {
    Q_OBJECT

public:
    explicit StartWindow(QWidget *parent = nullptr);

    void showTrouble(const Error &error);

private:
    QLabel *m_words;
    QLabel *m_detail;
};

} // namespace polder
