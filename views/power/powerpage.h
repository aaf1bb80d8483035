#pragma once

#include "model/engine/powerchain.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

class QComboBox;
class QPushButton;

namespace polder {

class ChainDiagram;
class OutagePanel;
class PowerModel;
class SearchTable;

/// The power chain of a data centre: what each node carries and has left when the worst happens; and what comes of it
/// if one of them fails.
class PowerPage : public Page {
    Q_OBJECT

public:
    PowerPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(NodeId node);
    using QWidget::show;

    /// Lets a node fail, on paper; none: all is well again.
    void fail(NodeId node);

protected:
    void fill() override;

private:
    [[nodiscard]] NodeId selected() const;
    struct Ready {
        EstatePtr estate;
        std::vector<ChainNode> chain;
        Failing failing;
        Failure failure;
    };
    [[nodiscard]] static Ready prepare(const EstatePtr &estate, SiteId site, NodeId failing, Period window);
    void fillSites(const SnapshotPtr &snapshot);
    void showReady(const Ready &ready);

    EstateWatch &m_estates;
    QComboBox *m_site;
    QPushButton *m_fail;
    QPushButton *m_well;
    QPushButton *m_papers; ///< of the node that is chosen
    ChainDiagram *m_line;
    PowerModel *m_nodes;
    SearchTable *m_list;
    OutagePanel *m_outage;
    NodeId m_failing;
    NodeId m_wanted; ///< to be selected when the chain is there
    int m_asked = 0; ///< an answer to an older question is thrown away
};

} // namespace polder
