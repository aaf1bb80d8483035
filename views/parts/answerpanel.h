#pragma once

#include "model/live/live.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;

namespace polder {

class SearchTable;
class ShortfallModel;

/// Asks for an intention and shows, where it was asked, how it ended: done, or refused with every reason in numbers.
class AnswerPanel : public QFrame {
    Q_OBJECT

public:
    explicit AnswerPanel(Live &live, QWidget *parent = nullptr);

    /// `done` is called with the result if it succeeded. While one runs, others are not taken.
    void ask(const QString &intention, const QJsonObject &arguments, const QString &doneText,
             const std::function<void(const QJsonObject &)> &done = {});
    void showError(const Error &error);
    void showDone(const QString &text);
    void dismiss();
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void refused(const polder::Error &error);

private:
    void setBusy(bool busy);
    void showWords(const QString &words, const QString &more, bool trouble);

    Live &m_live;
    QLabel *m_words;
    QLabel *m_more;
    ShortfallModel *m_violations;
    SearchTable *m_table;
    QTimer m_patience;
    bool m_busy = false;
};

} // namespace polder
