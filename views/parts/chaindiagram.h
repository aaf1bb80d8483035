#pragma once

#include "diagramview.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace polder {

class BoxOnChain;

/// Something that feeds, or serves, what stands right after it with a greater depth.
struct ChainBox {
    std::int64_t key = 0;
    int depth = 0;
    QString name;
    QString figures;
    QString toolTip;
    QString state;               ///< of a failure that is being looked at; empty: untouched
    std::optional<int> permille; ///< of its limit that is taken; nullopt: no limit is known
    bool plain = false;          ///< nothing is taken of it: without a bar
};

/// What feeds what, as a one-line diagram: the first left, what hangs on them to the right. The bar in a box is as long
/// as the share of its limit that is taken.
class ChainDiagram : public DiagramView {
    Q_OBJECT

public:
    explicit ChainDiagram(const QString &name, QWidget *parent = nullptr);

    /// In the order of the chain. The same keys keep zoom, position and selection.
    void show(const std::vector<ChainBox> &boxes);
    using DiagramView::show;

    void select(std::int64_t key);
    /// 0: none.
    [[nodiscard]] std::int64_t selected() const;

Q_SIGNALS:
    void chosen(qint64 key);
    void opened(qint64 key); ///< double click or Enter

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void fitScene() override;
    void openSelected() override;
    [[nodiscard]] bool leads(QPointF way, QPointF direction) const override;

private:
    std::map<std::int64_t, BoxOnChain *> m_boxes; ///< owned by the scene
    std::vector<QLineF> m_wires;
};

} // namespace polder
