#pragma once

#include "model/engine/coolingzones.h"
#include "model/items/coolingmodel.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

class QComboBox;
class QPushButton;

namespace polder {

class ChainDiagram;
class OutagePanel;
class SearchTable;

/// The cooling of a data centre: each zone with its units, its heat, and what it has left with a unit in reserve; and
/// what comes of it if one of them fails.
class CoolingPage : public Page {
    Q_OBJECT

public:
    CoolingPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    /// Chooses it, in its data centre, as soon as that is shown.
    void show(CoolingUnitId unit);
    using Page::show;
    /// Lets a unit fail, on paper; none: all is well again.
    void fail(CoolingUnitId unit);

protected:
    void fill() override;

private:
    struct Ready {
        EstatePtr estate;
        std::vector<CoolingZone> zones;
        Failing failing;
        Failure failure;
    };
    [[nodiscard]] static Ready prepare(const EstatePtr &estate, SiteId site, CoolingUnitId failing, Period window);
    void fillSites(const SnapshotPtr &snapshot);
    void showReady(const Ready &ready);
    void showChosen();
    [[nodiscard]] const CoolingRow *chosen() const;
    void failChosen();

    Live &m_live;
    EstateWatch &m_estates;
    QComboBox *m_site;
    QPushButton *m_fail;
    QPushButton *m_well;
    QPushButton *m_openRoom;
    QPushButton *m_openFeed;
    ChainDiagram *m_diagram;
    CoolingModel *m_rows;
    SearchTable *m_list;
    OutagePanel *m_outage;
    CoolingUnitId m_failing;
    CoolingUnitId m_wanted; ///< to be chosen when it is there
    int m_asked = 0;        ///< an answer to an older question is thrown away
};

} // namespace polder
