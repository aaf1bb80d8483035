#pragma once

#include "model/engine/moves.h"
#include "model/live/live.h"

#include <QFrame>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace polder {

class EstateWatch;
class FlowLayout;
class IntentForm;
class NearestPlaces;
class SearchTable;
class ShortfallModel;

/// What is asked instead where the place is what was refused: the same at another place.
struct Elsewhere {
    EstateWatch *estates;
    Wanted wanted;
    RackSpot spot;
    std::function<QJsonObject(const NearSpot &)> arguments;
};

/// Asks for an intention and shows, where it was asked, how it ended: done, or refused with every reason in numbers.
/// Where the viewer may set a rule aside that refused it, the refusal offers to; where another place would do, it
/// offers the nearest.
class AnswerPanel : public QFrame {
    Q_OBJECT

public:
    explicit AnswerPanel(Live &live, QWidget *parent = nullptr);

    /// `done` is called with the result if it succeeded. While one runs, others are not taken.
    void ask(const QString &intention, const QJsonObject &arguments, const QString &doneText,
             const std::function<void(const QJsonObject &)> &done = {}, const std::optional<Elsewhere> &elsewhere = {});
    /// Shows how what was asked already ends.
    void follow(const QFuture<Result<QJsonObject>> &answer,
                const std::function<void(const Result<QJsonObject> &)> &then);
    void showError(const Error &error);
    /// With other words than the refusal's own.
    void showError(const Error &error, const QString &words, const QString &more);
    void showDone(const QString &text);
    void dismiss();
    [[nodiscard]] bool busy() const { return m_busy; }
    /// It says what does not fit: nobody else needs to.
    [[nodiscard]] bool saysReasons() const;

Q_SIGNALS:
    void busyChanged(bool busy);
    void refused(const polder::Error &error);
    void reasonsChanged();
    /// The reader has seen that something changed, and wants to look again.
    void reloaded();

private:
    void offerElsewhere(const Error &error);
    void showNearest();
    void clearNearest();
    void forgetNearest();
    void offerOverride(const Error &error);
    void writeOverride();
    /// What an override of the refused intention would be about; empty: nothing.
    [[nodiscard]] QJsonObject overridden() const;
    void setBusy(bool busy);
    void showWords(const QString &words, const QString &more, bool trouble);

    Live &m_live;
    QLabel *m_words;
    QLabel *m_more;
    ShortfallModel *m_violations;
    SearchTable *m_table;
    QPushButton *m_setAside;
    QVBoxLayout *m_layout;
    IntentForm *m_override = nullptr; ///< while it is written
    QStringList m_rules;              ///< that could be set aside
    struct {
        QString intention;
        QJsonObject arguments;
        QString doneText;
        std::function<void(const QJsonObject &)> done;
        std::optional<Elsewhere> elsewhere;
    } m_asked;
    QWidget *m_nearest; ///< the nearest places, and the way to look again
    QLabel *m_nearestWords;
    FlowLayout *m_nearestButtons;
    QPushButton *m_reload;
    NearestPlaces *m_search = nullptr; ///< while they are offered
    QTimer m_patience;
    bool m_busy = false;
};

} // namespace polder
