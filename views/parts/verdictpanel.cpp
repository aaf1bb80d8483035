#include "verdictpanel.h"

#include "model/core/format.h"
#include "model/items/shortfallmodel.h"
#include "searchtable.h"
#include "theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTableHeight = 200;

} // namespace

VerdictPanel::VerdictPanel(QWidget *parent)
    : QWidget(parent)
    , m_words(theme::heading({}))
    , m_shortfalls(new ShortfallModel(this))
    , m_table(new SearchTable(m_shortfalls, tr("What does not fit"), SearchTable::Search::None)) {
    m_words->setObjectName(u"verdict"_s);
    m_words->setWordWrap(true);
    m_table->setObjectName(u"shortfalls"_s);
    m_table->setMaximumHeight(mostTableHeight);
    m_table->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_words);
    layout->addWidget(m_table);
}

QString VerdictPanel::word(const std::optional<MoveVerdict> &verdict) {
    return !verdict           ? tr("looking …")
           : !verdict->fits() ? tr("✕ does not fit")
           : verdict->tight() ? tr("! tight")
                              : tr("✓ fits");
}

QString VerdictPanel::reasons(const MoveVerdict &verdict) {
    const Format format;
    QStringList lines;
    for (const Shortfall &one : verdict.shortfalls) {
        lines << format.shortfall(one);
    }
    if (verdict.fits() && verdict.left) {
        lines << tr("%1 is left of %2, the tightest limit there.").arg(format.percent(*verdict.left), verdict.tightest);
    }
    return lines.join(u'\n');
}

void VerdictPanel::show(const std::optional<MoveVerdict> &verdict, bool withReasons) {
    QString words = word(verdict);
    if (verdict && verdict->fits() && verdict->left) {
        words += u'\n' + reasons(*verdict);
    }
    m_words->setText(words);
    QPalette palette = this->palette();
    if (verdict && !verdict->fits()) {
        palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Trouble, palette));
    }
    m_words->setPalette(palette);
    m_shortfalls->show(verdict ? verdict->shortfalls : std::vector<Shortfall>());
    m_table->setVisible(withReasons && verdict && !verdict->fits());
}

} // namespace polder
