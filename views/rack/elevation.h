#pragma once

#include "carry.h"
#include "views/parts/theme.h"

#include <QGraphicsView>

#include <optional>
#include <set>

namespace polder {

/// Front and rear of one rack beside each other, or one side of the racks of a row, to scale in height. What stands on
/// the other side only is drawn faintly; 0U equipment stands as strips beside the rear. Holds are dashed, blocked units
/// hatched; a place that is only thought of is an outline.
///
/// What is installed or held can be carried to another place: dragged, or picked up with Ctrl+X and moved with the
/// arrow keys. So can the outline of a place that is to be booked, which stays where it is put. The view only says
/// where to; others judge it and say so by `setVerdict`, and take it from `dropped` and `ghostConfirmed`.
class Elevation : public QGraphicsView {
    Q_OBJECT

public:
    struct Ghost {
        RackId rack;
        int huFrom = 0;
        int huUntil = 0;
        int widthFrom = 0;
        int widthUntil = 2;
        bool front = true;
        bool rear = true;
        QString label = {};   ///< empty: "proposed"
        bool movable = false; ///< and judged

        bool operator==(const Ghost &) const = default;
    };
    struct Shown {
        Rack rack;
        std::vector<ElevationBox> boxes;
        std::vector<QString> units = {}; ///< what is to be said of each while it is free; may be empty
    };
    /// Of what is carried.
    enum class Verdict {
        Asking,
        Fits,
        Tight,
        DoesNot
    };

    explicit Elevation(QWidget *parent = nullptr);

    /// Both sides. Selection and scroll position stay where they were if the rack is the same.
    void show(Shown shown);
    void show(const Rack &rack, std::vector<ElevationBox> boxes) { show(Shown{rack, std::move(boxes)}); }
    using QGraphicsView::show;
    /// One side of each, in this order.
    void showRow(std::vector<Shown> racks, bool front);
    void clear();
    /// It stays while its rack is shown.
    void setGhost(const std::optional<Ghost> &ghost);
    /// Where it is now, while it is carried too.
    [[nodiscard]] std::optional<Ghost> ghost() const;
    [[nodiscard]] QRect placeOfGhost() const;

    /// This one alone.
    void select(PlacementId placement);
    [[nodiscard]] PlacementId selected() const { return m_selected; }
    /// With those that were selected besides.
    [[nodiscard]] const std::set<PlacementId> &chosen() const { return m_chosen; }
    [[nodiscard]] const std::vector<ElevationBox> &boxes() const;
    /// In which rack it is shown; none: nowhere.
    [[nodiscard]] RackId rackOf(PlacementId placement) const;
    /// Where it is drawn, in pixels of the viewport.
    [[nodiscard]] QRect placeOf(PlacementId placement) const;
    /// Where a box of one unit would be drawn on the side that is shown, or on the front.
    [[nodiscard]] QRect placeOf(RackId rack, int huFrom) const;

    /// Of boxes; the outline is carried as ghost() says.
    [[nodiscard]] const std::optional<Carry> &carry() const { return m_carriesGhost ? m_nothing : m_carry; }
    [[nodiscard]] bool carriesGhost() const { return m_carriesGhost; }
    void setVerdict(Verdict verdict, const QString &words, const QString &reasons);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// Puts all back where it stands.
    void letGo();

Q_SIGNALS:
    void placementSelected(polder::PlacementId placement);
    void equipmentOpened(polder::EquipmentId equipment);
    /// Where they would stand is another place now; or nothing is carried any more.
    void carried();
    /// Put down, to stand there from now on: carry() is where.
    void dropped();
    /// The outline is at another place, or it is gone.
    void ghostMoved();
    /// It is wanted where it is.
    void ghostConfirmed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Column {
        std::size_t rack;
        bool front;
        QRectF rect;
    };

    void keepSelection();
    void layOut();
    void drawColumn(const Column &column, const QString &heading);
    void drawUnits(const Column &column);
    void drawBox(const Column &column, const ElevationBox &box);
    void drawGhosts();
    void drawGhost(const QRectF &rect, const QColor &colour, const QString &words);
    [[nodiscard]] theme::Meaning verdictMeaning() const;
    [[nodiscard]] QRectF ghostRect(const Column &column) const;
    [[nodiscard]] bool isOnGhost(const QPointF &at) const;
    void seeGhost();
    void pickUpGhost(const QPointF &at);
    void putGhostDown();
    void dropGhost();
    void begin(std::vector<Carry::Piece> pieces, std::size_t which, const QPointF &at);
    [[nodiscard]] std::vector<Rack> racks() const;
    [[nodiscard]] QRectF bayIn(const QRectF &chassis, const ElevationBox::Bay &bay) const;
    QGraphicsSimpleTextItem *write(const QString &words, const QColor &colour, qreal size);
    [[nodiscard]] qreal scale() const;
    [[nodiscard]] const Rack &rackOf(const Column &column) const { return m_racks[column.rack].rack; }
    [[nodiscard]] QRectF placeOf(const Column &column, const ElevationBox &box) const;
    [[nodiscard]] QRectF place(const Column &column, int huFrom, int huUntil, int widthFrom, int widthUntil) const;
    [[nodiscard]] const ElevationBox *boxOf(PlacementId placement) const;
    [[nodiscard]] bool isRow() const { return m_rowSide.has_value(); }
    void showSelection();
    void chooseWith(PlacementId placement, bool others);
    void selectNext(int step, bool others);
    /// To the next rack of a row, where what is nearest in height.
    void selectBeside(int step);
    void pickUp(PlacementId held, const QPointF &at);
    void carryTo(const QPointF &at, Carry::Step step);
    void carryBy(int racks, int steps, Carry::Step step);
    void tellCarried();
    bool carryKey(int key, Carry::Step step);

    QGraphicsScene m_scene;
    std::vector<Shown> m_racks;
    std::optional<bool> m_rowSide; ///< of a row the front or the rear of each; else one rack from both sides
    std::vector<Column> m_columns;
    std::optional<Ghost> m_ghost;
    std::vector<QGraphicsItem *> m_ghosts; ///< the scene's
    PlacementId m_selected;
    std::set<PlacementId> m_chosen;
    std::optional<QPoint> m_pressed; ///< on a box that can be carried, or on the ghost
    bool m_pressedGhost = false;
    std::optional<Carry> m_carry;
    const std::optional<Carry> m_nothing;
    bool m_carriesGhost = false;
    bool m_byMouse = false;
    Verdict m_verdict = Verdict::Asking;
    QString m_verdictWords;
    qreal m_halfUnit = 9; ///< pixels
};

} // namespace polder
