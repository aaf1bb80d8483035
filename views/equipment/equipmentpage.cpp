#include "equipmentpage.h"

#include "bulkbar.h"
#include "celldelegate.h"
#include "equipmentdetail.h"
#include "equipmentedits.h"
#include "facetpanel.h"
#include "model/core/format.h"
#include "pastedblock.h"
#include "placedcells.h"
#include "retiredialog.h"
#include "reviewpanel.h"
#include "savedfilters.h"
#include "shiftdialog.h"
#include "views/parts/flowlayout.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 700ms; ///< before it is said that the rows are being read
constexpr int detailWidth = 320;
constexpr int tableWidth = 760;
constexpr int facetsWidth = 200;

QToolButton *toolButton(const QString &text, const QString &name, bool checkable) {
    auto *button = new QToolButton;
    button->setText(text);
    button->setObjectName(name);
    button->setCheckable(checkable);
    return button;
}

} // namespace

EquipmentPage::EquipmentPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_model(new EquipmentModel(this))
    , m_edits(new EquipmentEdits(live.snapshot(), this))
    , m_table(new SearchTable(m_model, tr("Equipment")))
    , m_facets(new FacetPanel(m_table->model(),
                              {EquipmentModel::Site, EquipmentModel::Owner, EquipmentModel::State, EquipmentModel::Kind,
                               EquipmentModel::DataClass, EquipmentModel::Department, EquipmentModel::Model}))
    , m_bulk(new BulkBar(*m_edits, [this] { return chosen(); }))
    , m_review(new ReviewPanel(live, *m_edits))
    , m_detail(new EquipmentDetail(live, navigator))
    , m_shown(theme::quiet())
    , m_facetsButton(toolButton(tr("Facets"), u"facetsButton"_s, true))
    , m_columnsButton(toolButton(tr("Columns"), u"columnsButton"_s, false))
    , m_bulkButton(toolButton(tr("Set several"), u"bulkButton"_s, true))
    , m_shiftButton(toolButton({}, u"shiftButton"_s, false))
    , m_retireButton(toolButton({}, u"retireButton"_s, false))
    , m_estates(estates) {
    m_table->setObjectName(u"equipment"_s);
    m_table->setEmptyText({});
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_shown->setText(tr("Reading …"));
        m_table->setEmptyText(tr("Reading …"));
    });
    m_shown->setObjectName(u"shown"_s);
    m_facetsButton->setToolTip(tr("Shows what there is of each data centre, owner, model and so on, to tick"));
    m_columnsButton->setToolTip(tr("Which columns are shown (also on the heading of the table, Ctrl+Shift+K)"));
    m_bulkButton->setToolTip(tr("Sets one field of all rows that are chosen"));
    arrange();
    makeEditable();

    connect(m_table, &SearchTable::chosenChanged, this, [this] {
        if (!m_taking) {
            m_wanted = {}; // the reader looks at something else now
        }
        showDetail();
    });
    connect(m_table, &SearchTable::opened, m_detail, &EquipmentDetail::openRack);
    connect(m_detail, &EquipmentDetail::replaced, this, [this](EquipmentId equipment) { show(equipment); });
    connect(m_facetsButton, &QToolButton::toggled, m_facets, &QWidget::setVisible);
    connect(m_bulkButton, &QToolButton::toggled, m_bulk, &QWidget::setVisible);
    const auto offerColumns = [this] {
        QHeaderView *header = m_table->view()->horizontalHeader();
        Q_EMIT header->customContextMenuRequested(QPoint(0, header->height()));
    };
    connect(m_columnsButton, &QToolButton::clicked, this, offerColumns);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), this, nullptr, nullptr,
                          Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, offerColumns);
    connect(m_facets, &FacetPanel::changed, this, &EquipmentPage::showShown);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_table->model(), change, this, &EquipmentPage::showShown);
    }
    m_shiftButton->setToolTip(tr("To other racks, all that are chosen together"));
    m_retireButton->setToolTip(tr("Leave the data centre on a day, all that are chosen together"));
    connect(m_shiftButton, &QToolButton::clicked, this, &EquipmentPage::shift);
    connect(m_retireButton, &QToolButton::clicked, this, &EquipmentPage::retire);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EquipmentPage::showActions);
    connect(&live, &Live::snapshotChanged, this, &EquipmentPage::outdate);
    showDetail();
    showActions();
}

void EquipmentPage::arrange() {
    auto *tools = new FlowLayout;
    tools->setSpacing(theme::gap);
    tools->addWidget(m_facetsButton);
    tools->addWidget(m_columnsButton);
    tools->addWidget(m_bulkButton);
    tools->addWidget(m_shiftButton);
    tools->addWidget(m_retireButton);
    tools->addWidget(new SavedFilters(
        u"equipment/filters"_s,
        [this] {
            return QJsonObject{{u"words"_s, m_table->model().filter()}, {u"facets"_s, m_facets->chosen()}};
        },
        [this](const QJsonObject &filter) {
            m_table->search(filter[u"words"_s].toString());
            m_facets->choose(filter[u"facets"_s].toObject());
            m_facetsButton->setChecked(m_facetsButton->isChecked() || m_facets->any());
        }));
    tools->addWidget(m_shown);
    auto *middle = new QWidget;
    auto *list = new QVBoxLayout(middle);
    list->setContentsMargins({});
    list->setSpacing(theme::gap);
    list->addLayout(tools);
    list->addWidget(m_table, 1);
    list->addWidget(m_bulk);
    list->addWidget(m_review);
    m_facets->setMinimumWidth(facetsWidth);
    m_facets->hide();
    m_bulk->hide();

    auto *splitter = new QSplitter;
    splitter->addWidget(m_facets);
    splitter->addWidget(middle);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({facetsWidth, tableWidth, detailWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Equipment")));
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);
}

/// F2 types over a cell, Tab goes on to the next, Enter saves, Escape gives the cell up; Ctrl+V takes a block.
void EquipmentPage::makeEditable() {
    QTableView *view = m_table->view();
    auto *delegate = new CellDelegate(m_live, *m_edits, this);
    view->setItemDelegate(delegate);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    connect(delegate, &CellDelegate::goOn, this, &EquipmentPage::goOn, Qt::QueuedConnection); // once the editor is gone
    connect(delegate, &CellDelegate::entered, this, [this] {
        if (m_edits->problems() == 0) {
            m_review->save();
        }
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, m_bulk, &BulkBar::showChosen);
    connect(m_edits, &EquipmentEdits::changed, view->viewport(), qOverload<>(&QWidget::update));
    connect(m_review, &ReviewPanel::wanted, this,
            [this](EquipmentId equipment, const EquipmentField *field) { edit(equipment, field->column); });
    connect(new QShortcut(QKeySequence::Paste, view, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &EquipmentPage::paste);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), view, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &EquipmentPage::dropCell);
}

void EquipmentPage::show(EquipmentId equipment) {
    catchUp();
    choose(equipment);
    m_wanted = m_reading && m_table->chosen() != equipment.value ? equipment : EquipmentId();
}

void EquipmentPage::choose(EquipmentId equipment) {
    m_table->choose(equipment.value);
    const bool there = m_model->rowOf(equipment.value) >= 0;
    if (there && m_table->chosen() != equipment.value && m_facets->any()) {
        m_facets->choose({}); // what is asked for by name is shown, whatever was ticked before
        m_table->choose(equipment.value);
    }
}

void EquipmentPage::fill() {
    const SnapshotPtr snapshot = m_live.snapshot();
    // Whether this piece is theirs to change the record says; people without any such office are not led to try.
    const bool may = snapshot->viewer.mayAmend;
    std::vector<int> columns;
    for (const EquipmentField &field : equipmentFields::all()) {
        if (may && field.column >= 0) {
            columns.push_back(field.column);
        }
    }
    m_model->setEditable(columns);
    m_bulkButton->setVisible(may);
    const bool manages = snapshot->viewer.maySetAside;
    m_shiftButton->setText(manages ? tr("Move …") : tr("Ask for a move …"));
    m_retireButton->setText(manages ? tr("Retire …") : tr("Ask for removal …"));
    m_edits->follow(snapshot);
    showActions();
    readNewest();
}

/// A hundred thousand rows take a while: on another thread, one after the other, the newest last.
void EquipmentPage::readNewest() {
    const SnapshotPtr newest = m_live.snapshot();
    if (m_reading || newest == m_read.lock()) {
        return;
    }
    m_reading = true;
    m_patience.start();
    const auto read = [newest, before = m_model->rows()] {
        return std::make_shared<std::vector<EquipmentEntry>>(equipmentRows(*newest, before));
    };
    whenDone(QtConcurrent::run(read), this, [this, newest](const Rows &rows) {
        m_reading = false;
        m_read = newest;
        m_patience.stop();
        take(std::move(*rows));
        readNewest();
    });
}

void EquipmentPage::take(std::vector<EquipmentEntry> rows) {
    const QScopedValueRollback taking(m_taking, true);
    m_table->setEmptyText(tr("There is no equipment that you may see by name, or none is left of the search."));
    m_model->replaceRows(std::move(rows));
    if (m_wanted) {
        choose(std::exchange(m_wanted, {}));
    }
    showDetail();
    showShown();
    showActions();
}

void EquipmentPage::showActions() {
    const bool any = m_table->view()->selectionModel()->hasSelection();
    m_shiftButton->setEnabled(any);
    m_retireButton->setEnabled(any);
}

void EquipmentPage::shift() {
    auto *dialog = new ShiftDialog(m_live, m_estates, chosen(), !m_live.snapshot()->viewer.maySetAside, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EquipmentPage::retire() {
    auto *dialog = new RetireDialog(m_live, chosen(), !m_live.snapshot()->viewer.maySetAside, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EquipmentPage::showDetail() {
    const int row = m_model->rowOf(m_table->chosen());
    m_detail->show(row < 0 ? nullptr : &m_model->row(row));
}

void EquipmentPage::showShown() {
    const Format format;
    m_shown->setText(tr("%1 of %2").arg(format.count(m_table->model().rowCount()), format.count(m_model->rowCount())));
}

std::vector<EquipmentId> EquipmentPage::chosen() const {
    std::vector<EquipmentId> chosen;
    for (const QModelIndex &index : m_table->view()->selectionModel()->selectedRows()) {
        chosen.push_back(EquipmentId{index.data(RowTable::KeyRole).toInt()});
    }
    return chosen;
}

/// As they stand, from this one on.
std::vector<int> EquipmentPage::shownColumns(int from) const {
    const QHeaderView *header = m_table->view()->horizontalHeader();
    std::vector<int> columns;
    for (int place = header->visualIndex(from); place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

void EquipmentPage::edit(EquipmentId equipment, int column) {
    show(equipment);
    QTableView *view = m_table->view();
    const QModelIndex cell = view->currentIndex().siblingAtColumn(std::max(column, 0));
    if (cell.isValid() && column >= 0) {
        view->showColumn(column);
        view->setFocus();
        view->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
        view->scrollTo(cell);
        view->edit(cell);
    }
}

void EquipmentPage::goOn(int step) {
    QTableView *view = m_table->view();
    const auto columns = shownColumns();
    std::vector<int> editable;
    std::ranges::copy_if(columns, std::back_inserter(editable), [this](int one) { return m_model->isEditable(one); });
    const QModelIndex at = view->currentIndex();
    const auto found = std::ranges::find(editable, at.column());
    if (!at.isValid() || found == editable.end()) {
        return;
    }
    auto place = static_cast<int>(found - editable.begin()) + step;
    const int count = static_cast<int>(editable.size());
    const int row = at.row() + (place < 0 ? -1 : place >= count ? 1 : 0);
    place = (place + count) % count;
    const QModelIndex next = m_table->model().index(row, editable[place]);
    if (next.isValid()) {
        view->setFocus();
        view->setCurrentIndex(next);
        view->edit(next);
    }
}

void EquipmentPage::paste() {
    const QModelIndex at = m_table->view()->currentIndex();
    const auto block = pastedBlock(QGuiApplication::clipboard()->text());
    if (block.isEmpty() || !m_model->isEditable(EquipmentModel::Name)) {
        return;
    }
    const PlacedCells placed =
        placeCells(block, m_table->model(), at.isValid() ? at.row() : 0, shownColumns(at.isValid() ? at.column() : 0));
    m_edits->set(placed.cells);
    m_review->tell(placed.notice);
}

void EquipmentPage::dropCell() {
    const QModelIndex at = m_table->view()->currentIndex();
    if (const EquipmentField *field = equipmentFields::ofColumn(at.column()); field && at.isValid()) {
        m_edits->drop(EquipmentId{at.data(RowTable::KeyRole).toInt()}, *field);
    }
}

} // namespace polder
