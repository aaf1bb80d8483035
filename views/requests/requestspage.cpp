#include "requestspage.h"

#include "requestdetail.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSplitter>

namespace polder {

using namespace Qt::StringLiterals;

RequestsPage::RequestsPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_model(new RequestModel(this))
    , m_table(new SearchTable(m_model, tr("Requests")))
    , m_write(new QPushButton(tr("&Write a request")))
    , m_detail(new RequestDetail(live, estates, navigator)) {
    m_table->setObjectName(u"queue"_s);
    m_table->setEmptyText(tr("There is no request that concerns you."));
    m_write->setObjectName(u"write"_s);

    auto *splitter = new QSplitter;
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({660, 420});

    auto *head = new QHBoxLayout;
    head->addWidget(theme::title(tr("Requests")), 1);
    head->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);

    connect(m_write, &QPushButton::clicked, &navigator, &Navigator::writeRequest);
    connect(m_table, &SearchTable::chosenChanged, this, [this] {
        m_detail->forgetAnswer();
        m_detail->show(chosen());
    });
    connect(&live, &Live::snapshotChanged, this, &RequestsPage::outdate);
}

void RequestsPage::show(RequestId request) {
    catchUp();
    m_table->search({});      // which may hide it
    m_detail->forgetAnswer(); // of before what was done with it on another page
    m_table->choose(request.value);
}

void RequestsPage::showOf(const QString &person) {
    m_table->search(person);
}

RequestId RequestsPage::chosen() const {
    return {static_cast<int>(m_table->chosen())};
}

void RequestsPage::fill() {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_write->setVisible(snapshot->viewer.mayAsk);
    m_model->show(*snapshot);
    m_detail->show(chosen());
}

} // namespace polder
