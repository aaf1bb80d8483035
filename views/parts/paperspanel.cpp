#include "paperspanel.h"

#include "answerpanel.h"
#include "flowlayout.h"
#include "model/live/live.h"
#include "searchtable.h"
#include "theme.h"
#include "whendone.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDialog>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QMimeDatabase>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QUrl>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTableHeight = 110;
constexpr qint64 mostBytes = 26'214'400; ///< no setting allows more

QString kindText(PaperRow::Kind kind) {
    return kind == PaperRow::Kind::Document ? PaperModel::tr("document")
           : kind == PaperRow::Kind::Note   ? PaperModel::tr("note")
                                            : PaperModel::tr("link");
}

std::vector<PaperModel::Column> columns() {
    return {
        {{PaperModel::tr("What")}, [](auto &row) { return row.text; }, nullptr, [](auto &row) { return row.text; }},
        {{PaperModel::tr("Kind")}, [](auto &row) { return kindText(row.kind); }},
        {{PaperModel::tr("When")},
         [](auto &row) {
             return row.at.isValid() ? QLocale().toString(row.at.toLocalTime().date(), QLocale::ShortFormat)
                                     : QString();
         },
         [](auto &row) { return SortKey(std::int64_t{row.at.toMSecsSinceEpoch()}); }},
        {{PaperModel::tr("Who")}, [](auto &row) { return row.by; }},
        {{PaperModel::tr("Size"), {}, Qt::AlignRight},
         [](auto &row) {
             return row.kind == PaperRow::Kind::Document ? QLocale().formattedDataSize(row.size, 0) : QString();
         },
         [](auto &row) { return SortKey(std::int64_t{row.size}); }},
    };
}

/// What a click would run instead of show.
bool isProgram(const QString &name) {
    static const QStringList endings{u".desktop"_s, u".exe"_s, u".bat"_s, u".cmd"_s, u".com"_s, u".lnk"_s,
                                     u".msi"_s,     u".sh"_s,  u".js"_s,  u".vbs"_s, u".jar"_s, u".appimage"_s};
    return std::ranges::any_of(endings,
                               [&name](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

bool isWeb(const QUrl &url) {
    return url.scheme() == u"https" || url.scheme() == u"http";
}

QStringList filesOf(const QMimeData *data) {
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

PaperModel::PaperModel(QObject *parent) : TableModel(columns(), parent) {
}

PapersPanel::PapersPanel(Live &live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_title(theme::heading(tr("Documents, notes and links")))
    , m_model(new PaperModel(this))
    , m_table(new SearchTable(m_model, tr("Documents, notes and links"), SearchTable::Search::None))
    , m_add(new QPushButton(tr("Add a &document …")))
    , m_open(new QPushButton(tr("&Open")))
    , m_save(new QPushButton(tr("&Save as …")))
    , m_takeAway(new QPushButton(tr("Take a&way")))
    , m_note(new QLineEdit)
    , m_link(new QLineEdit)
    , m_answer(new AnswerPanel(live)) {
    setObjectName(u"papers"_s);
    setAcceptDrops(true);
    m_title->setWordWrap(true);
    m_table->setObjectName(u"paperTable"_s);
    m_table->view()->setMinimumHeight(leastTableHeight);
    m_table->view()->hide(); // as long as there is nothing in it, it only takes room
    m_table->setEmptyText(tr("Nothing yet. Drop a file here to add it."));
    m_add->setObjectName(u"addDocument"_s);
    m_open->setObjectName(u"openPaper"_s);
    m_save->setObjectName(u"savePaper"_s);
    m_takeAway->setObjectName(u"takeAway"_s);
    m_note->setObjectName(u"note"_s);
    m_note->setPlaceholderText(tr("A note, then Enter"));
    m_note->setAccessibleName(tr("A note"));
    m_link->setObjectName(u"link"_s);
    m_link->setPlaceholderText(tr("https://… of another system, then Enter"));
    m_link->setAccessibleName(tr("A link"));

    auto *buttons = new FlowLayout;
    buttons->setSpacing(theme::gap);
    for (QPushButton *button : {m_add, m_open, m_save, m_takeAway}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    layout->addWidget(m_link);
    layout->addWidget(m_answer);

    connect(m_table, &SearchTable::chosenChanged, this, &PapersPanel::showChosen);
    connect(m_table, &SearchTable::opened, this, &PapersPanel::openChosen);
    connect(m_add, &QPushButton::clicked, this, &PapersPanel::chooseFile);
    connect(m_open, &QPushButton::clicked, this, &PapersPanel::openChosen);
    connect(m_save, &QPushButton::clicked, this, &PapersPanel::saveChosen);
    connect(m_takeAway, &QPushButton::clicked, this, &PapersPanel::takeAway);
    connect(m_note, &QLineEdit::returnPressed, this, &PapersPanel::note);
    connect(m_link, &QLineEdit::returnPressed, this, &PapersPanel::link);
    connect(m_answer, &AnswerPanel::busyChanged, this, &PapersPanel::showChosen);
    connect(&live, &Live::snapshotChanged, this, &PapersPanel::readAgain);
    showChosen();
}

void PapersPanel::show(const QString &subject, int id) {
    if (subject == m_subject && id == m_id) {
        return;
    }
    m_subject = subject;
    m_id = id;
    const bool comments = subject == u"request";
    m_title->setText(comments ? tr("Comments, documents and links") : tr("Documents, notes and links"));
    m_note->setPlaceholderText(comments ? tr("A comment, then Enter") : tr("A note, then Enter"));
    m_note->setAccessibleName(comments ? tr("A comment") : tr("A note"));
    m_note->clear(); // it was about the one before
    m_link->clear();
    m_model->replaceRows({});
    m_answer->dismiss();
    showChosen();
    readAgain();
}

void PapersPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_stale) {
        readAgain();
    }
}

void PapersPanel::readAgain() {
    m_stale = !isVisible();
    if (m_stale || m_id == 0) {
        return;
    }
    const auto answer = m_live.read(u"papers"_s, {{u"subject"_s, m_subject}, {u"of"_s, m_id}});
    whenDone(answer, this, [this, asked = ++m_asked](const Result<QJsonObject> &result) {
        if (asked == m_asked && result.ok()) {
            take(*result);
        }
    });
}

void PapersPanel::take(const QJsonObject &answer) {
    std::vector<PaperRow> rows;
    const auto add = [&](PaperRow::Kind kind, const QJsonValue &one, const QString &text) {
        PaperRow row;
        row.kind = kind;
        row.id = one[u"id"_s].toInt();
        row.text = text;
        row.url = one[u"url"_s].toString();
        row.by = one[u"by"_s].toString();
        row.at = QDateTime::fromString(one[u"at"_s].toString(), Qt::ISODateWithMs);
        row.size = one[u"size"_s].toInteger();
        row.mine = one[u"mine"_s].toBool();
        rows.push_back(std::move(row));
    };
    for (const QJsonValue &one : answer[u"documents"_s].toArray()) {
        add(PaperRow::Kind::Document, one, one[u"name"_s].toString());
    }
    for (const QJsonValue &one : answer[u"notes"_s].toArray()) {
        add(PaperRow::Kind::Note, one, one[u"text"_s].toString());
    }
    for (const QJsonValue &one : answer[u"links"_s].toArray()) {
        add(PaperRow::Kind::Link, one, tr("%1: %2").arg(one[u"system"_s].toString(), one[u"reference"_s].toString()));
    }
    const bool came = m_model->rowCount() == 0;
    m_model->replaceRows(std::move(rows));
    m_table->view()->setVisible(m_model->rowCount() > 0);
    if (came) {
        m_table->fitColumns();
    }
    showChosen();
    Q_EMIT read(answer);
}

const PaperRow *PapersPanel::chosen() const {
    const int row = m_model->rowOf(m_table->chosen());
    return row < 0 ? nullptr : &m_model->row(row);
}

void PapersPanel::showChosen() {
    const PaperRow *paper = chosen();
    const bool idle = !m_answer->busy();
    const bool document = paper && paper->kind == PaperRow::Kind::Document;
    m_open->setEnabled(idle && paper && (document ? !isProgram(paper->text) : isWeb(QUrl(paper->url))));
    m_save->setEnabled(idle && document);
    m_takeAway->setEnabled(idle && paper && paper->mine);
    for (QWidget *part : std::initializer_list<QWidget *>{m_add, m_note, m_link}) {
        part->setEnabled(idle && m_id != 0);
    }
}

void PapersPanel::ask(const QString &intention, QJsonObject arguments, const QString &doneText) {
    m_answer->ask(intention, arguments, doneText, [this](const QJsonObject &) { readAgain(); });
}

bool PapersPanel::hasFiles(const QMimeData *data) {
    return data->hasUrls() && !filesOf(data).isEmpty();
}

void PapersPanel::attach(const QMimeData *data) {
    attachFiles(filesOf(data));
}

void PapersPanel::dragEnterEvent(QDragEnterEvent *event) {
    if (m_id != 0 && hasFiles(event->mimeData())) {
        event->acceptProposedAction();
    }
}

void PapersPanel::dropEvent(QDropEvent *event) {
    if (m_id != 0 && hasFiles(event->mimeData())) {
        event->acceptProposedAction();
        attach(event->mimeData());
    }
}

/// One after the other: the next when the one before is there.
void PapersPanel::attachFiles(const QStringList &paths) {
    if (paths.isEmpty() || m_id == 0) {
        return;
    }
    QFile file(paths.front());
    const QString name = QFileInfo(file).fileName();
    if (file.size() > mostBytes || !file.open(QIODevice::ReadOnly)) {
        Error error;
        error.kind = Error::Kind::Invalid;
        m_answer->showError(error,
                            file.isOpen() || file.size() <= mostBytes
                                ? tr("%1 cannot be read: %2").arg(name, file.errorString())
                                : tr("%1 is larger than %2.").arg(name, QLocale().formattedDataSize(mostBytes)),
                            {});
        return;
    }
    const QByteArray bytes = file.readAll();
    const QJsonObject arguments{{u"subject"_s, m_subject},
                                {u"of"_s, m_id},
                                {u"name"_s, name},
                                {u"media_type"_s, QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name()},
                                {u"content"_s, QString::fromLatin1(bytes.toBase64())}};
    m_answer->ask(u"attach"_s, arguments, tr("%1 was added.").arg(name),
                  [this, rest = paths.mid(1)](const QJsonObject &) {
                      readAgain();
                      attachFiles(rest);
                  });
}

void PapersPanel::chooseFile() {
    attachFiles(QFileDialog::getOpenFileNames(this, tr("Add documents")));
}

void PapersPanel::note() {
    const QString text = m_note->text().trimmed();
    if (text.isEmpty()) {
        return;
    }
    const auto done = [this](const QJsonObject &) {
        m_note->clear();
        readAgain();
    };
    if (m_subject == u"request") { // which its people hear of
        m_answer->ask(u"comment"_s, {{u"request"_s, m_id}, {u"text"_s, text}}, tr("Said."), done);
    } else {
        m_answer->ask(u"note"_s, {{u"subject"_s, m_subject}, {u"of"_s, m_id}, {u"text"_s, text}}, tr("Noted."), done);
    }
}

/// The system is the host of the address, the reference what stands behind it.
void PapersPanel::link() {
    const QUrl url(m_link->text().trimmed(), QUrl::StrictMode);
    if (url.isEmpty()) {
        return;
    }
    const QString rest = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).remove(u'/');
    m_answer->ask(
        u"link"_s,
        {{u"subject"_s, m_subject},
         {u"of"_s, m_id},
         {u"system"_s, url.host().isEmpty() ? m_link->text().trimmed().left(60) : url.host()},
         {u"reference"_s,
          rest.isEmpty() ? url.toString() : url.path().mid(1) + (url.hasQuery() ? u'?' + url.query() : QString())},
         {u"url"_s, m_link->text().trimmed()}},
        tr("Linked."), [this](const QJsonObject &) {
            m_link->clear();
            readAgain();
        });
}

void PapersPanel::openChosen() {
    const PaperRow *paper = chosen();
    if (!paper || !m_open->isEnabled()) {
        return;
    }
    if (paper->kind == PaperRow::Kind::Link) {
        QDesktopServices::openUrl(QUrl(paper->url));
    } else if (paper->kind == PaperRow::Kind::Document) {
        if (!m_folder) {
            m_folder = std::make_unique<QTemporaryDir>();
        }
        fetch(*paper, m_folder->filePath(QFileInfo(paper->text).fileName()), true);
    }
}

void PapersPanel::saveChosen() {
    if (const PaperRow *paper = chosen()) {
        const QString path = QFileDialog::getSaveFileName(this, tr("Save the document"), paper->text);
        if (!path.isEmpty()) {
            fetch(*paper, path, false);
        }
    }
}

void PapersPanel::fetch(const PaperRow &paper, const QString &path, bool andOpen) {
    const QString name = paper.text;
    m_answer->follow(m_live.read(u"document"_s, {{u"document"_s, paper.id}}), [this, path, name, andOpen](
                                                                                  const Result<QJsonObject> &result) {
        if (!result.ok()) {
            m_answer->showError(result.error());
            return;
        }
        const QByteArray bytes = QByteArray::fromBase64((*result)[u"content"_s].toString().toLatin1());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            Error error;
            error.kind = Error::Kind::Unavailable;
            m_answer->showError(error, tr("%1: %2").arg(path, file.errorString()), {});
            return;
        }
        m_answer->showDone(andOpen ? tr("%1 is being opened.").arg(name) : tr("%1 was saved.").arg(name));
        Q_EMIT written(path);
        if (andOpen) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        }
    });
}

void PapersPanel::takeAway() {
    if (const PaperRow *paper = chosen()) {
        const QString what = paper->kind == PaperRow::Kind::Document ? u"document"_s
                             : paper->kind == PaperRow::Kind::Note   ? u"note"_s
                                                                     : u"link"_s;
        ask(u"detach"_s, {{what, paper->id}}, tr("Taken away."));
    }
}

void showPapers(Live &live, const QString &subject, int id, const QString &title, QWidget *parent) {
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"papersDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *panel = new PapersPanel(live);
    panel->show(subject, id);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(panel);
    constexpr QSize size(520, 420);
    dialog->resize(size);
    dialog->show();
}

} // namespace polder
