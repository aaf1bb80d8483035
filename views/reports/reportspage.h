#pragma once

#include "views/parts/reportwork.h"
#include "views/parts/estatewatch.h"
#include "views/parts/focusstart.h"

#include <QPicture>

#include <atomic>
#include <stop_token>
#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTimer;

namespace polder {

/// Reports: chosen, looked at and written to a file. What is shown and what is written is one value, computed once, on
/// another thread. Definitions that are kept are those of this person on this computer.
class ReportsPage : public FocusStart {
    Q_OBJECT

public:
    ReportsPage(Live &live, EstateWatch &estates, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] ReportChoice choice() const;
    void choose(const ReportChoice &choice);
    void fillScopes();
    void make();
    void askOwners(const EstatePtr &estate, const ReportChoice &wanted, const KnownRecord &record);
    void makeOf(const EstatePtr &estate, const ReportChoice &wanted, const KnownRecord &record);
    void adapt();
    void showReady(const Result<ReadablePtr> &made);
    void drawNext(int asked);
    void showMade();
    void browse();
    void save();
    void stop();
    void begin(const QString &what);
    void end(const QString &said);
    void fillKept();
    void keep();
    void forget();
    [[nodiscard]] QJsonObject kept() const;
    void writeKept(const QJsonObject &definitions);

    Live &m_live;
    EstateWatch &m_estates;
    QComboBox *m_kept;
    QLineEdit *m_name;
    QPushButton *m_keep;
    QPushButton *m_forget;
    QComboBox *m_report;
    QComboBox *m_scope;
    QCheckBox *m_today;
    QDateEdit *m_asOf;
    QCheckBox *m_now;
    QDateEdit *m_knownOn;
    QDateEdit *m_from;
    QComboBox *m_node;
    QWidget *m_fromPiece; ///< with its label: of statements
    QWidget *m_nodePiece; ///< likewise: of maintenance
    QComboBox *m_language;
    QComboBox *m_format;
    QPushButton *m_show;
    QPushButton *m_stop;
    QProgressBar *m_busy;
    QLabel *m_said;
    QTabWidget *m_tables;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QPushButton *m_save;
    ReadablePtr m_made;    ///< what is shown; nullptr: nothing yet
    ReportChoice m_madeOf; ///< what it was made of
    std::unique_ptr<ReportLanguage> m_speaking;
    std::vector<QPicture> m_charts; ///< of what is shown
    int m_asked = 0;                ///< an answer to an older question is thrown away
    int m_job = 0;                  ///< that reads the record; 0: none
    bool m_saving = false;
    std::stop_source m_stopping;                                                      ///< of the work that runs
    std::shared_ptr<std::atomic<int>> m_done = std::make_shared<std::atomic<int>>(0); ///< of it, of 1000
    QTimer *m_watch;                                                                  ///< looks at it while it runs
    bool m_wanted = false; ///< as soon as the estate is there
};

} // namespace polder
