#include "sharedthere.h"

#include "model/core/format.h"
#include "views/parts/whendone.h"

#include <QEvent>
#include <QJsonArray>

namespace polder {

using namespace Qt::StringLiterals;

SharedThere::SharedThere(Live &live, QWidget *parent) : QLabel(parent), m_live(live) {
    setObjectName(u"shared"_s);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    connect(&live, &Live::snapshotChanged, this, &SharedThere::readAgain);
    showLines();
}

void SharedThere::show(std::vector<RequestItem> items) {
    m_items = std::move(items);
    if (parentWidget()) {
        parentWidget()->installEventFilter(this); // once, however often it is asked for
    }
    readAgain();
    showLines();
}

bool SharedThere::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Show) {
        readAgain();
    }
    return QLabel::eventFilter(watched, event);
}

/// Only while somebody looks at the page that it is on.
void SharedThere::readAgain() {
    const std::int64_t now = m_live.snapshot()->generation;
    if (m_items.empty() || now == 0 || now == m_generation || !parentWidget() || !parentWidget()->isVisible()) {
        return;
    }
    m_generation = now;
    whenDone(m_live.read(u"shared"_s, {}), this, [this](const Result<QJsonObject> &answer) {
        if (!answer) {
            m_generation = -1; // asked again when the record is heard of again
            return;
        }
        m_shared.clear();
        for (const QJsonValue &one : (*answer)[u"shared"_s].toArray()) {
            m_shared.push_back(
                {{one[u"model"_s].toInt()},
                 one[u"kind"_s].toString(),
                 one[u"height_hu"_s].isDouble() ? std::optional(Height{one[u"height_hu"_s].toInt()}) : std::nullopt,
                 {one[u"site"_s].toInt()},
                 {one[u"owner"_s].toInt()},
                 one[u"count"_s].toInt(),
                 {one[u"contact"_s].toInt()}});
        }
        showLines();
    });
}

/// The same model; where none was chosen, on the rails what is as tall, elsewhere of the same kind.
bool SharedThere::fits(const RequestItem &item, const Shared &shared) {
    if (item.model) {
        return shared.model == item.model;
    }
    return shared.kind == item.kind && (item.kind != u"rack" || (item.height && shared.height == item.height));
}

QString SharedThere::sentence(const Shared &shared, const RequestItem &item) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Model *model = snapshot->models.find(shared.model);
    const Site *site = snapshot->sites.find(shared.site);
    const Organisation *owner = snapshot->organisations.find(shared.owner);
    const Person *contact = snapshot->people.find(shared.contact);
    const QString what = model         ? model->manufacturer + u' ' + model->name
                         : item.height ? tr("device of %1").arg(Format().height(*item.height))
                                       : tr("device of this kind");
    const QString where = site ? (site->name.isEmpty() ? site->code : site->name) : QString();
    const QString whose = owner ? owner->name : QString();
    const QString whom = contact && !contact->name.isEmpty() ? contact->name : tr("the facility manager there");
    return shared.count > 1 ? tr("Shareable and already standing at %1: %2 × %3 of %4; ask %5.")
                                  .arg(where, Format().count(shared.count), what, whose, whom)
                            : tr("A shareable %1 of %2 already stands at %3; ask %4.").arg(what, whose, where, whom);
}

void SharedThere::showLines() {
    constexpr qsizetype most = 4;
    QStringList lines;
    for (const RequestItem &item : m_items) {
        for (const Shared &shared : m_shared) {
            const QString line = fits(item, shared) ? sentence(shared, item) : QString();
            if (!line.isEmpty() && !lines.contains(line)) {
                lines << line;
            }
        }
    }
    if (lines.size() > most) {
        const auto more = lines.size() - most;
        lines = lines.mid(0, most) << tr("And %1 more kinds.").arg(Format().count(more));
    }
    setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace polder
