#pragma once

#include "model/live/live.h"

#include <QJsonArray>
#include <QWidget>

#include <stop_token>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace polder {

class AnswerPanel;

/// Device types as the NetBox community writes them, from a file or a folder: read and tried first, then imported.
class LibraryForm : public QWidget {
    Q_OBJECT

public:
    explicit LibraryForm(Live &live, QWidget *parent = nullptr);
    ~LibraryForm() override;

    void read(const QString &path);

private:
    struct Models {
        QJsonArray models;
        QStringList refused;
        int files = 0;
        QString trouble;
    };
    [[nodiscard]] static Models readFiles(const QString &path, std::stop_token stop);
    void ask(bool dryRun);
    void showTried(const QJsonObject &result, bool dryRun);

    Live &m_live;
    QLineEdit *m_path;
    QLineEdit *m_reason;
    QPushButton *m_file;
    QPushButton *m_folder;
    QPushButton *m_import;
    QPlainTextEdit *m_refused;
    AnswerPanel *m_answer;
    Models m_read;
    std::stop_source m_stop;
};

} // namespace polder
