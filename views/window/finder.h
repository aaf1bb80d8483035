#pragma once

#include "model/items/foundmodel.h" // first, for moc

#include "views/space/placesearch.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QTableView;

namespace polder {

class SentenceField;

/// What one can do here and now.
struct Doable {
    QString text;
    QString keys; ///< as the platform writes them; empty: none
    std::function<void()> doIt;
};

/// Ctrl+K: one line for everything that has a name, for what one can do, and for "4U 1.2 kW dual from 1 May". The
/// keyboard stays in the line; up and down go through what was found.
class Finder : public QDialog {
    Q_OBJECT

public:
    /// `doable`: asked each time.
    Finder(Live &live, EstateWatch &estates, std::function<std::vector<Doable>()> doable, QWidget *parent);

    /// Shows an empty line above the middle of the window.
    void ask();

Q_SIGNALS:
    void chosen(const polder::Findable &what);
    /// A search with this sentence.
    void spaceWanted(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using IndexPtr = std::shared_ptr<const FindIndex>;

    void prepareIndex();
    void find();
    void askForSpace();
    void showFound();
    [[nodiscard]] FoundRow spaceRow() const;
    void step(int rows);
    void openChosen();

    Live &m_live;
    std::function<std::vector<Doable>()> m_whatIsDoable;
    std::vector<Doable> m_doable; ///< when it was last asked
    PlaceSearch m_search;
    SentenceField *m_field;
    FoundModel *m_found;
    QTableView *m_view;
    IndexPtr m_index;       ///< of the record; nullptr until the first one is ready
    SnapshotPtr m_indexed;  ///< what it is of
    IndexPtr m_actionIndex; ///< of m_doable
    bool m_preparing = false;
    bool m_stepped = false; ///< to a row of the reader's own choice; else the best is chosen, also if it comes later
};

} // namespace polder
