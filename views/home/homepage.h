#pragma once

#include "model/engine/forecast.h"
#include "model/engine/stranded.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/noticewatch.h"
#include "views/parts/page.h"

#include <QPointer>

#include <stop_token>

class QLabel;
class QSplitter;

namespace polder {

class ConcernModel;
class LimitModel;
class NoticeModel;
class FirstSteps;
class SearchTable;
class UseModel;

/// What one wants to know when the day begins: what waits for me, how full everything is, what is going to be full.
class HomePage : public Page {
    Q_OBJECT

public:
    HomePage(Live &live, EstateWatch &estates, NoticeWatch &notices, Navigator &navigator, QWidget *parent = nullptr);
    ~HomePage() override;

Q_SIGNALS:
    /// The first person of an empty record.
    void founded(const QString &handle);

protected:
    void fill() override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Ready {
        EstatePtr estate;
        EstateCapacity capacity;
        Forecasts forecasts;
    };
    [[nodiscard]] static Ready prepare(const EstatePtr &estate, const std::stop_token &stop);
    void showFirstSteps(const Snapshot &snapshot);
    void prepareNewest();
    void showReady(const Ready &ready);
    void openConcern(qint64 key);
    void openNotice(qint64 key);

    Live &m_live;
    EstateWatch &m_estates;
    QPointer<NoticeWatch> m_notices; ///< the window takes it along when it goes
    Navigator &m_navigator;
    QLabel *m_greeting;
    ConcernModel *m_concerns;
    SearchTable *m_concernList;
    NoticeModel *m_told;
    SearchTable *m_toldList;
    UseModel *m_uses;
    SearchTable *m_useList;
    LimitModel *m_limits;
    SearchTable *m_limitList;
    FirstSteps *m_first;
    QSplitter *m_parts;
    std::weak_ptr<const Estate> m_shown; ///< what the figures are of
    std::stop_source m_stop;             ///< of the reckoning that runs
    bool m_preparing = false;
};

} // namespace polder
