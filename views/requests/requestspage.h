#pragma once

#include "model/items/requestmodel.h"
#include "model/live/live.h"
#include "views/parts/estatewatch.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

class QPushButton;

namespace polder {

class RequestDetail;
class SearchTable;

/// The queue of requests, and the chosen one beside it.
class RequestsPage : public Page {
    Q_OBJECT

public:
    RequestsPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    void show(RequestId request);
    using QWidget::show;
    /// Those in which this name stands.
    void showOf(const QString &person);
    [[nodiscard]] RequestId chosen() const;

protected:
    void fill() override;

private:
    Live &m_live;
    RequestModel *m_model;
    SearchTable *m_table;
    QPushButton *m_write;
    RequestDetail *m_detail;
};

} // namespace polder
