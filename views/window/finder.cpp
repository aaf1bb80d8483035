#include "finder.h"

#include "views/parts/rowheight.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"
#include "views/space/searchsummary.h"
#include "views/space/sentencefield.h"
#include "views/space/sentencetext.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{820, 460};
constexpr std::size_t most = 50; ///< nobody reads further; one more letter finds it
constexpr int kindWidth = 110, nameWidth = 300;

} // namespace

Finder::Finder(Live &live, EstateWatch &estates, std::function<std::vector<Doable>()> doable, QWidget *parent)
    : QDialog(parent)
    , m_live(live)
    , m_whatIsDoable(std::move(doable))
    , m_search(estates)
    , m_field(new SentenceField)
    , m_found(new FoundModel(this))
    , m_view(new QTableView) {
    setWindowTitle(tr("Find"));
    setObjectName(u"finder"_s);
    m_field->line()->setAccessibleName(tr("Find anything, or say what needs space"));
    m_field->line()->setPlaceholderText(tr("A name, tag, serial or action – or 4U 1.2 kW dual 35 kg from 1 May"));
    m_field->line()->installEventFilter(this);

    m_view->setObjectName(u"found"_s);
    m_view->setAccessibleName(tr("Found"));
    m_view->setModel(m_found);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setColumnWidth(0, kindWidth);
    m_view->setColumnWidth(1, nameWidth);
    m_view->verticalHeader()->hide();
    RowHeight::shared().applyTo(m_view->verticalHeader());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_field);
    layout->addWidget(m_view, 1);
    layout->addWidget(theme::quiet(tr("↑ ↓ choose · Enter opens · Tab to the parts of a sentence · Esc closes")));
    resize(comfortable);

    connect(m_field, &SentenceField::changed, this, &Finder::find);
    connect(&m_search, &PlaceSearch::answered, this, &Finder::showFound);
    connect(this, &QDialog::finished, &m_search, &PlaceSearch::forget);
    connect(m_view, &QTableView::activated, this, &Finder::openChosen);
    connect(m_view, &QTableView::clicked, this, &Finder::openChosen);
    connect(&live, &Live::snapshotChanged, this, [this] {
        if (isVisible()) {
            prepareIndex();
        }
    });
}

void Finder::ask() {
    std::vector<FindEntry> entries;
    m_doable = m_whatIsDoable();
    for (std::size_t i = 0; i < m_doable.size(); ++i) {
        entries.push_back({ActionId{static_cast<int>(i)}, m_doable[i].text, m_doable[i].keys, {}});
    }
    m_actionIndex = std::make_shared<const FindIndex>(std::move(entries));
    prepareIndex();
    m_field->setText({});
    find();
    if (const QWidget *window = parentWidget()) {
        const QPoint top = window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 8));
        move(top);
    }
    QDialog::open();
    m_field->setFocus();
}

void Finder::prepareIndex() {
    const SnapshotPtr newest = m_live.snapshot();
    m_field->setReader(readerOf(*newest, QLocale()));
    if (m_preparing || m_indexed == newest) {
        return;
    }
    m_preparing = true;
    const auto index = [newest] { return std::make_shared<const FindIndex>(findEntries(*newest)); };
    whenDone(QtConcurrent::run(index), this, [this, newest](const IndexPtr &index) {
        m_preparing = false;
        m_index = index;
        m_indexed = newest;
        showFound();
        if (isVisible()) {
            prepareIndex();
        }
    });
}

void Finder::find() {
    m_stepped = false;
    askForSpace();
    showFound();
    m_view->scrollToTop();
    if (m_found->rowCount() > 0) {
        m_view->selectRow(0);
    }
}

void Finder::askForSpace() {
    if (!m_field->sentence().asksForSpace()) {
        m_search.forget();
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    Wanted wanted;
    wanted.during.from = snapshot->today;
    wanted.owner = snapshot->viewer.organisation;
    wanted = wantedBy(m_field->sentence(), wanted);
    if (wanted.during.empty()) {
        m_search.forget();
    } else {
        m_search.ask(wanted);
    }
}

FoundRow Finder::spaceRow() const {
    const Sentence &sentence = m_field->sentence();
    const QString what = shortText(sentence);
    QString answer = m_search.upToDate() ? summaryText(siteAnswers(m_search.result(), m_search.estate()->snapshot()))
                                         : tr("Looking …");
    if (!sentence.clear()) {
        answer = tr("Without what is marked – %1").arg(answer);
    }
    return {SpaceAnswer(), what.isEmpty() ? tr("Find space") : tr("Find space: %1").arg(what), answer};
}

void Finder::showFound() {
    const auto *before = m_view->currentIndex().isValid() ? &m_found->row(m_view->currentIndex().row()) : nullptr;
    const std::int64_t chosen = before && m_stepped ? before->key() : -1;
    const QString words = m_field->line()->text().trimmed();
    std::vector<FoundRow> rows;
    if (words.isEmpty()) {
        for (std::size_t i = 0; m_actionIndex && i < m_actionIndex->size(); ++i) {
            const FindEntry &entry = m_actionIndex->entry(static_cast<int>(i));
            rows.push_back({entry.what, entry.name, entry.place});
        }
        std::ranges::sort(rows, {}, [](const FoundRow &row) { return row.key(); });
    }
    struct Ranked {
        FindRank rank;
        FoundRow row;
    };
    std::vector<Ranked> ranked;
    for (const FindIndex *index : {m_actionIndex.get(), m_index.get()}) {
        if (index) {
            for (const FindIndex::Hit hit : index->find(words, most)) {
                const FindEntry &entry = index->entry(hit.entry);
                ranked.push_back({hit.rank, {entry.what, entry.name, entry.place}});
            }
        }
    }
    std::ranges::stable_sort(ranked, {}, &Ranked::rank);
    ranked.resize(std::min(ranked.size(), most), {FindRank::Inside, {SpaceAnswer(), {}, {}}});
    // Only what is called just so comes before the answer to a sentence.
    auto next = ranked.begin();
    const bool space = m_field->sentence().asksForSpace();
    for (; space && next != ranked.end() && next->rank == FindRank::Exact; ++next) {
        rows.push_back(next->row);
    }
    if (space) {
        rows.push_back(spaceRow());
    }
    for (; next != ranked.end(); ++next) {
        rows.push_back(next->row);
    }
    m_found->replaceRows(std::move(rows));
    const int row = m_found->rowOf(chosen);
    if (m_found->rowCount() > 0) {
        m_view->selectRow(std::max(0, row));
    }
}

bool Finder::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress && watched == m_field->line()) {
        constexpr int page = 10;
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(page);
            return true;
        case Qt::Key_PageUp:
            step(-page);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openChosen();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Finder::step(int rows) {
    m_stepped = true;
    if (m_found->rowCount() > 0) {
        m_view->selectRow(std::clamp(m_view->currentIndex().row() + rows, 0, m_found->rowCount() - 1));
    }
}

void Finder::openChosen() {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !isVisible()) { // a click may come as an activation as well
        return;
    }
    const Findable what = m_found->row(current.row()).what;
    const QString sentence = m_field->line()->text();
    accept();
    if (const auto *action = std::get_if<ActionId>(&what)) {
        m_doable[static_cast<std::size_t>(action->place)].doIt();
    } else if (std::holds_alternative<SpaceAnswer>(what)) {
        Q_EMIT spaceWanted(sentence);
    } else {
        Q_EMIT chosen(what);
    }
}

} // namespace polder
