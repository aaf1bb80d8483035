#pragma once

#include <QFrame>
#include <QStringList>

#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace polder {

/// Fields that two people gave other values: each with both, and which of them stays.
class ClashPanel : public QFrame {
    Q_OBJECT

public:
    struct Row {
        QString path;
        QString field;
        QString mine;
        QString theirs;
    };

    explicit ClashPanel(QWidget *parent = nullptr);

    /// Nothing: it is hidden. `who` changed it; empty: nobody knows.
    void show(const QString &who, const std::vector<Row> &rows);
    void focusFirst();

Q_SIGNALS:
    void theirsTaken(const QString &path);
    void mineKept(const QString &path);

private:
    QLabel *m_words;
    QScrollArea *m_scroll;
};

} // namespace polder
