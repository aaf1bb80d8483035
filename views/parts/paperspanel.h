#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include <QDateTime>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class Live;
class SearchTable;

/// A document, a note or a link of an object.
struct PaperRow {
    enum class Kind {
        Document,
        Note,
        Link
    };
    Kind kind = Kind::Document;
    int id = 0;
    QString text;
    QString url;
    QString by;
    QDateTime at;
    qint64 size = 0;
    bool mine = false; ///< the viewer may take it away

    [[nodiscard]] std::int64_t key() const { return std::int64_t{id} * 4 + static_cast<int>(kind); }
    bool operator==(const PaperRow &) const = default;
};

class PaperModel : public TableModel<PaperRow> {
    Q_OBJECT

public:
    explicit PaperModel(QObject *parent = nullptr);
};

/// Documents, notes and links of one object, read when it is looked at. A file that is dropped on it becomes a
/// document.
class PapersPanel : public QWidget {
    Q_OBJECT

public:
    explicit PapersPanel(Live &live, QWidget *parent = nullptr);

    /// Whose they are: equipment, rack, room, site, node or request, and its number; 0: nothing's.
    void show(const QString &subject, int id);
    using QWidget::show;
    /// Also for those around it: whether a drag has files, and to take them.
    [[nodiscard]] static bool hasFiles(const QMimeData *data);
    void attach(const QMimeData *data);

Q_SIGNALS:
    /// What the record says of the object beside its papers.
    void read(const QJsonObject &answer);
    /// A document was written to this file, to be opened by whatever opens such files.
    void written(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void readAgain();
    void take(const QJsonObject &answer);
    void showChosen();
    void attachFiles(const QStringList &paths);
    void chooseFile();
    void note();
    void link();
    void openChosen();
    void saveChosen();
    void takeAway();
    void fetch(const PaperRow &paper, const QString &path, bool andOpen);
    void ask(const QString &intention, QJsonObject arguments, const QString &doneText);
    [[nodiscard]] const PaperRow *chosen() const;

    Live &m_live;
    QString m_subject;
    int m_id = 0;
    bool m_stale = false;
    int m_asked = 0; ///< an answer to an older question is thrown away
    QLabel *m_title;
    PaperModel *m_model;
    SearchTable *m_table;
    QPushButton *m_add;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_takeAway;
    QLineEdit *m_note;
    QLineEdit *m_link;
    AnswerPanel *m_answer;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of documents that were opened
};

/// In a window of their own, beside the page that asks for them.
void showPapers(Live &live, const QString &subject, int id, const QString &title, QWidget *parent);

} // namespace polder
